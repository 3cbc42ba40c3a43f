// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The rules of staging; see the header.
#include "model/notes/staged_edits.h"

namespace cadastre {

void StagedEdits::stage(const CommentEdit& edit)
{
    const auto [known, isNew] = m_edits.try_emplace(edit.key, edit);
    if (!isNew)
        known->second.after = edit.after;
    if (known->second.before == known->second.after)
        m_edits.erase(known);
}

void StagedEdits::set(const ObjectKey& key, const std::optional<CommentEdit>& edit)
{
    if (edit && edit->before != edit->after)
        m_edits.insert_or_assign(key, *edit);
    else
        m_edits.erase(key);
}

const CommentEdit* StagedEdits::find(const ObjectKey& key) const
{
    const auto found = m_edits.find(key);
    return found == m_edits.end() ? nullptr : &found->second;
}

} // namespace cadastre

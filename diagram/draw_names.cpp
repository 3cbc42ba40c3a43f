// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Names as named or as meant, what is staged and what changed, for the parts of the draw list that show tables.
#include "diagram/change_marks.h"
#include "diagram/draw_builder.h"

#include "diagram/graph_rows.h"

namespace cadastre {

DrawBuilder::TwoNames DrawBuilder::namesOf(const DiagramNode& node) const
{
    if (m_comments == nullptr)
        return {node.title, node.meant};
    const QString called = visibleName(m_comments->names.meant(node.table));
    if (!m_comments->names.asMeant || called.isEmpty())
        return {node.title, called};
    return {called, node.title};
}

DrawBuilder::TwoNames DrawBuilder::namesOf(const DiagramRow& row) const
{
    if (m_comments == nullptr || row.kind != RowKind::Column)
        return {row.text, row.meant};
    const QString called = visibleName(m_comments->names.meant(row.columns.front()));
    if (!m_comments->names.asMeant || called.isEmpty())
        return {row.text, called};
    return {called, row.text};
}

bool DrawBuilder::isStaged(ObjectRef object) const
{
    return m_comments != nullptr && m_comments->names.comments->isStaged(object);
}

std::optional<Sign> DrawBuilder::changeSignOf(const DiagramNode& node) const
{
    const ChangeMarks* changes = m_options.changes.get();
    if (changes == nullptr || changes->catalog != graph().catalog)
        return std::nullopt;
    const auto found = changes->tables.constFind(node.table);
    if (found == changes->tables.constEnd())
        return std::nullopt;
    return found->isNew ? Sign::NewTable : Sign::AlteredTable;
}

bool DrawBuilder::isTouched(const DiagramNode& node) const
{
    return m_comments != nullptr && m_comments->touched.contains(node.table);
}

} // namespace cadastre

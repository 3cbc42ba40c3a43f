// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Staged edits: comments that a person has changed and that are not yet in the database. A value
// keyed by object; how it survives a crash lives in edit_journal.h.
#pragma once

#include "model/catalog/object_base.h"
#include "model/catalog/object_key.h"

#include <map>

namespace cadastre {

/// What a person wants an object's comment to be. The empty text is "no comment".
struct CommentEdit
{
    ObjectKey key;
    QString before; ///< the text that was seen when editing began
    QString after;
    /// Of the object that was seen: a key that means another object now is a conflict.
    std::optional<ServerIdentity> identity = std::nullopt;

    bool operator==(const CommentEdit&) const = default;
};

/// What the stage shall hold for one object: this edit, or none.
struct StageChange
{
    ObjectKey key;
    std::optional<CommentEdit> edit; ///< its key is `key`

    bool operator==(const StageChange&) const = default;
};

class StagedEdits
{
public:
    /// Stages an edit. A second edit of one object keeps the first one's `before`; an edit back to
    /// `before` takes the object off the stage.
    void stage(const CommentEdit& edit);
    /// Takes an object off the stage; nothing happens when it is not on it.
    void drop(const ObjectKey& key) { m_edits.erase(key); }
    /// Exactly this edit in place of what is staged for the object, its `before` included; none
    /// takes the object off the stage.
    void set(const ObjectKey& key, const std::optional<CommentEdit>& edit);
    [[nodiscard]] const CommentEdit* find(const ObjectKey& key) const;
    /// By object key.
    [[nodiscard]] const std::map<ObjectKey, CommentEdit>& edits() const { return m_edits; }

    bool operator==(const StagedEdits&) const = default;

private:
    std::map<ObjectKey, CommentEdit> m_edits;
};

} // namespace cadastre

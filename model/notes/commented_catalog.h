// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A catalog as it reads with what is staged: every question about comments asks here, so that tree,
// diagram, inspector, worklist and search all see the same words. Also the @called names.
#pragma once

#include "model/catalog/catalog.h"
#include "model/notes/staged_edits.h"

#include <QHash>

namespace cadastre {

/// Where a staged edit stands against the catalog that was read last.
enum class StageState : std::uint8_t {
    Current,  ///< the catalog still holds `before`
    Changed,  ///< somebody changed the comment meanwhile
    Replaced, ///< the key means another object now
    Gone,     ///< there is no such object any more
    Settled,  ///< the catalog holds `after` already
};

class CommentedCatalog
{
public:
    CommentedCatalog() = default;
    CommentedCatalog(std::shared_ptr<const Catalog> catalog, const StagedEdits& staged);

    /// The same catalog with other edits; what was found out about the catalog itself is kept.
    [[nodiscard]] CommentedCatalog withStaged(const StagedEdits& staged) const;

    [[nodiscard]] const std::shared_ptr<const Catalog>& catalog() const { return m_catalog; }
    /// What the object's comment reads with what is staged.
    [[nodiscard]] QString comment(ObjectRef object) const;
    [[nodiscard]] bool isStaged(ObjectRef object) const { return m_staged.contains(object); }
    /// The staged edit; null for none.
    [[nodiscard]] const CommentEdit* edit(ObjectRef object) const;
    [[nodiscard]] StageState state(const CommentEdit& edit) const;
    /// The name of the first @called note; empty for none.
    [[nodiscard]] QString calledName(ObjectRef object) const;
    /// What is staged, by object key, also of objects that are gone.
    [[nodiscard]] const StagedEdits& staged() const { return *m_edits; }

private:
    void stage(const StagedEdits& staged);

    std::shared_ptr<const Catalog> m_catalog;
    std::shared_ptr<const StagedEdits> m_edits = std::make_shared<const StagedEdits>();
    QHash<ObjectRef, const CommentEdit*> m_staged; ///< into m_edits
    QHash<ObjectRef, QString> m_called; ///< of staged objects; empty where they have none
    /// Of the objects that have one in the catalog as it was read.
    std::shared_ptr<const QHash<ObjectRef, QString>> m_calledAsRead;
};

} // namespace cadastre

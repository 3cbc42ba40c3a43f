// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// MemberEditor: changes members of boundaries until tables belong to whom they shall. It changes as
// little as it can, looks at what follows from it, and adds keys and exceptions.
#pragma once

#include "model/boundaries/ownership/ownership.h"

namespace cadastre {

class MemberEditor
{
public:
    /// The catalog must outlive the editor.
    MemberEditor(Boundaries boundaries, const Catalog& catalog)
        : m_boundaries(std::move(boundaries))
        , m_catalog(catalog)
    {
    }

    /// Takes keys of these tables, and exceptions by key, out of all boundaries.
    void forget(const std::set<TableId>& tables);
    /// Makes the boundary when it is not there.
    void addMembers(const QString& boundary, const QStringList& members);
    /// Adds what is missing so that every table belongs to its boundary.
    void settleIn(const std::map<TableId, QString>& wanted);
    /// Adds exceptions until nobody has the tables.
    void settleOut(const std::set<TableId>& tables);

    Boundaries take() { return std::move(m_boundaries); }

private:
    [[nodiscard]] std::optional<TableId> tableNamedBy(const QString& member) const;
    [[nodiscard]] QString keyText(TableId table) const;
    void nameMisplaced(const std::map<TableId, QString>& wanted);
    bool exceptMisplaced(const std::map<TableId, QString>& wanted);

    Boundaries m_boundaries;
    const Catalog& m_catalog;
};

} // namespace cadastre

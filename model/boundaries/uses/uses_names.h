// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the names in one text mean: tables and routines of its source, without those that the text
// makes itself.
#pragma once

#include "model/relations/sql/catalog_names.h"

namespace cadastre {

/// The routines of one source by name. Lives no longer than the catalog.
class RoutineNames
{
public:
    RoutineNames(const Catalog& catalog, SourceId source);

    /// The routines that `name` may mean: those of the first schema that has one, of these the ones
    /// that take so many arguments, or all when none does.
    [[nodiscard]] std::vector<RoutineId> routines(const QStringList& name, const QStringList& path,
                                                  int arguments) const;

private:
    [[nodiscard]] std::vector<RoutineId> inSchema(const std::vector<RoutineId>& candidates,
                                                  const QString& schema) const;

    Qt::CaseSensitivity m_case = Qt::CaseInsensitive;
    QString m_defaultSchema;
    QHash<QString, std::vector<RoutineId>> m_byName; ///< folded
    const Catalog& m_catalog;
};

/// The names of one text.
struct UseNames
{
    const CatalogNames& tables;
    const RoutineNames& routines;
    QStringList path;         ///< schemas for names without one, before the default schema
    bool pathIsFixed = false; ///< the text says itself where names are looked for
    QStringList ownTables;    ///< made by the text: never the catalog's

    [[nodiscard]] std::optional<TableId> table(const Catalog& catalog,
                                               const QStringList& name) const;
    [[nodiscard]] bool areEqual(const QString& first, const QString& second) const
    {
        return tables.areEqual(first, second);
    }
};

} // namespace cadastre

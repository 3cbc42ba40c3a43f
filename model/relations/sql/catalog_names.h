// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// From the name of a table as SQL text writes it to the table of the catalog, by the rules of its
// engine: which names are equal, and in which schemas an unqualified one is looked for.
#pragma once

#include "model/catalog/catalog.h"

#include <QStringList>

namespace cadastre {

/// The tables of one source by name. Lives no longer than the catalog.
class CatalogNames
{
public:
    CatalogNames(const Catalog& catalog, SourceId source);

    /// The table of `name` (schema and table, or table alone). An unqualified one is looked for in
    /// the schemas of `path`, then in the source's default schema, then anywhere if it is there
    /// only once. Absent when there is none.
    [[nodiscard]] std::optional<TableId> table(const QStringList& name,
                                               const QStringList& path = {}) const;
    /// Whether two names of columns or aliases are the same in this engine.
    [[nodiscard]] bool areEqual(const QString& first, const QString& second) const
    {
        return first.compare(second, m_columnCase) == 0;
    }
    [[nodiscard]] Engine engine() const { return m_engine; }

private:
    [[nodiscard]] QString folded(const QString& name) const;
    [[nodiscard]] std::optional<TableId> inSchema(const QString& schema, const QString& name) const;

    Engine m_engine = Engine::Sqlite;
    Qt::CaseSensitivity m_columnCase = Qt::CaseInsensitive;
    QString m_defaultSchema;
    QHash<QString, std::vector<TableId>> m_byName; ///< folded
    const Catalog& m_catalog;
};

} // namespace cadastre

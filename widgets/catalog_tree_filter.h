// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which objects the tree shows: the filter field's words and the choice about system objects, as
// one answer per object. How they stand in the tree lives in catalog_tree_nodes.h.
#pragma once

#include "model/catalog/catalog.h"

#include <memory>

namespace cadastre {

struct CatalogTreeOptions
{
    bool systemObjects = false; ///< also objects of the engine and of extensions
    QString filter; ///< letters and digits of names that must occur; case and `_` do not matter

    bool operator==(const CatalogTreeOptions&) const = default;
};

class CatalogTreeFilter
{
public:
    CatalogTreeFilter() = default;
    CatalogTreeFilter(const Catalog& catalog, CatalogTreeOptions options);

    [[nodiscard]] const CatalogTreeOptions& options() const { return m_options; }
    [[nodiscard]] bool isFiltering() const { return !m_needle.isEmpty(); }
    /// A table is shown when its name or one of its columns' matches.
    [[nodiscard]] bool showsTable(TableId id) const;
    /// Where the table's own name matches, all its columns are shown, else those that match.
    [[nodiscard]] bool showsColumn(ColumnId id) const;
    [[nodiscard]] bool showsObject(const ObjectBase& object) const;
    /// Tables whose name or column matches, of those that the options show.
    [[nodiscard]] int matchingTables() const { return m_matchingTables; }

private:
    [[nodiscard]] bool matches(const QString& name) const;
    void judgeTable(const Catalog& catalog, TableId id);

    CatalogTreeOptions m_options;
    QString m_needle;
    std::vector<bool> m_tables;
    std::vector<bool> m_columns;
    int m_matchingTables = 0;
};

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which objects the tree shows: the filter field's words and the choice about system objects, as
// one answer per object. How they stand in the tree lives in catalog_tree_nodes.h.
#pragma once

#include "model/notes/object_names.h"

#include <memory>

namespace cadastre {

struct CatalogTreeOptions
{
    bool systemObjects = false; ///< also objects of the engine and of extensions
    /// Letters and digits that must occur in one of the two names; case and `_` do not matter.
    QString filter;

    bool operator==(const CatalogTreeOptions&) const = default;
};

class CatalogTreeFilter
{
public:
    CatalogTreeFilter() = default;
    /// `names` of the same catalog, or without comments: only real names are known.
    CatalogTreeFilter(const Catalog& catalog, CatalogTreeOptions options, ObjectNames names = {});

    [[nodiscard]] const CatalogTreeOptions& options() const { return m_options; }
    [[nodiscard]] bool isFiltering() const { return !m_needle.isEmpty(); }
    /// A table is shown when its name or one of its columns' matches.
    [[nodiscard]] bool showsTable(TableId id) const;
    /// Where the table's own name matches, all its columns are shown, else those that match.
    [[nodiscard]] bool showsColumn(ColumnId id) const;
    [[nodiscard]] bool showsObject(ObjectRef ref, const ObjectBase& object) const;
    /// Whether the same tables and columns are shown.
    [[nodiscard]] bool showsSame(const CatalogTreeFilter& other) const;
    /// Tables whose name or column matches, of those that the options show.
    [[nodiscard]] int matchingTables() const { return m_matchingTables; }

private:
    [[nodiscard]] bool matches(const QString& name) const;
    [[nodiscard]] bool matches(ObjectRef object, const QString& name) const;
    void judgeTable(const Catalog& catalog, TableId id);

    CatalogTreeOptions m_options;
    ObjectNames m_names;
    QString m_needle;
    std::vector<bool> m_tables;
    std::vector<bool> m_columns;
    int m_matchingTables = 0;
};

} // namespace cadastre

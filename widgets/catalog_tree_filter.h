// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which objects the tree shows: the filter field's query and the choice about system objects, as
// one answer per object, made on any thread. How they stand in the tree lives in
// catalog_tree_nodes.h, the language of the field in model/search/object_query.h.
#pragma once

#include "model/search/query_answer.h"

#include <atomic>
#include <memory>

namespace cadastre {

struct CatalogTreeOptions
{
    bool systemObjects = false; ///< also objects of the engine and of extensions
    /// A query: words of names in any spelling, type:json, comment:none.
    QString filter;

    bool operator==(const CatalogTreeOptions&) const = default;
};

class CatalogTreeFilter
{
public:
    CatalogTreeFilter() = default;
    /// `index` of the same catalog; it may be null while nothing is filtered.
    CatalogTreeFilter(const Catalog& catalog, CatalogTreeOptions options,
                      const QueryIndex* index = nullptr);

    [[nodiscard]] const CatalogTreeOptions& options() const { return m_options; }
    /// Half-typed text filters nothing yet.
    [[nodiscard]] bool isFiltering() const { return !m_query.isEmpty(); }
    /// Whether options would filter.
    [[nodiscard]] static bool isFilter(const QString& text);
    /// A table is shown when it matches, or when columns of it do.
    [[nodiscard]] bool showsTable(TableId id) const;
    /// Where the table itself matches, all its columns are shown, else those that match.
    [[nodiscard]] bool showsColumn(ColumnId id) const;
    [[nodiscard]] bool showsObject(ObjectRef ref, const ObjectBase& object) const;
    /// Whether the same objects are shown, for the same reason.
    [[nodiscard]] bool showsSame(const CatalogTreeFilter& other) const;
    /// Tables that match or have a column that does, of those that the options show.
    [[nodiscard]] int matchingTables() const { return m_matchingTables; }
    /// What fits the query by itself; none where nothing is filtered.
    [[nodiscard]] const std::vector<ObjectRef>& hits() const { return m_answer.hits; }
    /// Whether there is neither a table nor anything else to show.
    [[nodiscard]] bool showsNothing() const;
    /// What a person should know: what of the text was left out, where words were found.
    [[nodiscard]] const QStringList& remarks() const { return m_remarks; }

private:
    void judgeTable(const Catalog& catalog, TableId id);
    void collectRemarks();

    CatalogTreeOptions m_options;
    ObjectQuery m_query;
    QueryAnswer m_answer;
    QStringList m_remarks;
    std::vector<bool> m_tables;
    std::vector<bool> m_columns;
    int m_matchingTables = 0;
};

/// What the tree asks: values only, so that any thread may answer.
struct CatalogTreeQuestion
{
    std::shared_ptr<const Catalog> catalog;
    CatalogTreeOptions options;
    /// Asked where it is of the catalog, of the choice about system objects and, in catalogs small
    /// enough to make another one at once, of the comments; else one is made from its facts.
    std::shared_ptr<const QueryIndex> index;
    std::shared_ptr<const CommentedCatalog> comments; ///< null: as the index has them
};

struct CatalogTreeAnswer
{
    std::shared_ptr<const Catalog> catalog;
    CatalogTreeFilter filter;
    std::shared_ptr<const QueryIndex> index; ///< that was asked; may be null
};

/// Safe to call from any thread. What it answers once `dropped` is set is of no use.
CatalogTreeAnswer answerTree(const CatalogTreeQuestion& question, const std::atomic_bool& dropped);

} // namespace cadastre

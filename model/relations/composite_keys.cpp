// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Finds tables by the rarest column of a key; see the header.
#include "model/relations/composite_keys.h"

#include "model/relations/cardinality.h"
#include "model/relations/names/word_forms.h"
#include "model/search/words.h"

#include <QSet>

#include <algorithm>

namespace cadastre {

namespace {

constexpr double byNamesAlone = 0.4;
constexpr double bySharedTarget = 0.6; ///< both know one row, and another column names the parent
constexpr double byNamesOfPart = 0.7;  ///< the child is named as a part of the parent
constexpr double bySqlToo = 0.9;
constexpr std::size_t widestKey = 5;
constexpr std::size_t mostTables = 6; ///< a set of columns that more tables have is no reference

class CompositeFinder
{
public:
    CompositeFinder(const Catalog& catalog, const InferenceScope& scope,
                    const std::vector<Relationship>& single, const SqlReading* sql)
        : m_catalog(catalog)
        , m_scope(scope)
        , m_sql(sql)
    {
        for (const Relationship& relationship : single) {
            if (relationship.childColumns.size() == 1 && relationship.confidence >= 0.5)
                m_pointing.insert(relationship.childColumns.front(),
                                  relationship.targets.front().table);
        }
        for (int i = 0; i < static_cast<int>(catalog.objects().columns.size()); ++i) {
            const Column& column = catalog.objects().columns[i];
            if (scope.includes(column.table))
                m_byName[nameIn(column.table, column.name)].push_back({i});
        }
    }

    std::vector<Relationship> find()
    {
        std::vector<Relationship> found;
        for (int i = 0; i < static_cast<int>(m_catalog.objects().tables.size()); ++i) {
            if (!m_scope.includes({i}))
                continue;
            for (const Constraint& key : m_catalog.constraintsOf({i})) {
                if (isCompositeKey(key) && !repeatsAnother(key))
                    findChildren(key, found);
            }
        }
        return found;
    }

private:
    using Name = std::pair<int, QString>; ///< schema, case-folded name

    [[nodiscard]] Name nameIn(TableId table, const QString& name) const
    {
        return {m_catalog.table(table).schema.index, name.toCaseFolded()};
    }

    [[nodiscard]] bool isCompositeKey(const Constraint& key) const
    {
        const bool isKey =
            key.kind == ConstraintKind::PrimaryKey || key.kind == ConstraintKind::Unique;
        if (!isKey || key.columns.size() < 2 || key.columns.size() > widestKey)
            return false;
        // all columns refer elsewhere: a link table, which others share without referring to it
        return std::ranges::any_of(key.columns,
                                   [&](ColumnId id) { return !m_pointing.contains(id); });
    }

    /// Whether an earlier key of the table has the same columns, in whatever order.
    [[nodiscard]] bool repeatsAnother(const Constraint& key) const
    {
        for (const Constraint& other : m_catalog.constraintsOf(key.table)) {
            if (&other == &key)
                return false;
            if (isCompositeKey(other) && std::ranges::is_permutation(other.columns, key.columns))
                return true;
        }
        return false;
    }

    void findChildren(const Constraint& key, std::vector<Relationship>& found) const
    {
        const std::vector<TableId> tables = tablesWithAll(key);
        if (tables.size() > mostTables || hasRival(key, tables))
            return;
        for (const TableId child : tables)
            addReference(key, child, found);
    }

    /// Other tables with a column of the name and type of each column of the key.
    [[nodiscard]] std::vector<TableId> tablesWithAll(const Constraint& key) const
    {
        const std::vector<ColumnId>* rarest = nullptr;
        for (const ColumnId id : key.columns) {
            const auto named = m_byName.constFind(nameIn(key.table, m_catalog.column(id).name));
            if (named == m_byName.constEnd())
                return {};
            if (!rarest || named->size() < rarest->size())
                rarest = &*named;
        }
        std::vector<TableId> tables;
        if (rarest->size() > 50)
            return tables;
        for (const ColumnId id : *rarest) {
            const TableId table = m_catalog.column(id).table;
            if (table != key.table && !columnsLike(key, table).empty())
                tables.push_back(table);
        }
        return tables;
    }

    [[nodiscard]] std::vector<ColumnId> columnsLike(const Constraint& key, TableId table) const
    {
        std::vector<ColumnId> columns;
        for (const ColumnId id : key.columns) {
            const Column& wanted = m_catalog.column(id);
            const auto named = m_byName.constFind(nameIn(table, wanted.name));
            if (named == m_byName.constEnd())
                return {};
            const auto same = std::ranges::find_if(*named, [&](ColumnId other) {
                return m_catalog.column(other).table == table &&
                       m_catalog.column(other).type == wanted.type;
            });
            if (same == named->end())
                return {};
            columns.push_back(*same);
        }
        return columns;
    }

    /// Whether another table has a key of the same columns: nobody knows which one is meant.
    [[nodiscard]] bool hasRival(const Constraint& key, const std::vector<TableId>& tables) const
    {
        return std::ranges::any_of(tables, [&](TableId table) {
            const std::vector<ColumnId> columns = columnsLike(key, table);
            const auto constraints = m_catalog.constraintsOf(table);
            return std::ranges::any_of(constraints, [&](const Constraint& other) {
                const bool isKey = other.kind == ConstraintKind::PrimaryKey ||
                                   other.kind == ConstraintKind::Unique;
                return isKey && std::ranges::is_permutation(other.columns, columns) &&
                       !isPartOf(table, key.table);
            });
        });
    }

    /// Whether the child's name is the parent's, singular or plural, and more.
    [[nodiscard]] bool isPartOf(TableId child, TableId parent) const
    {
        QString stem = m_catalog.table(parent).name.toCaseFolded();
        if (stem.size() > 1 && stem.endsWith(QLatin1Char('s')))
            stem.chop(1);
        const QString name = m_catalog.table(child).name.toCaseFolded();
        return name.startsWith(stem) && name.size() > stem.size() &&
               name.sliced(stem.size()) != QLatin1String("s");
    }

    void addReference(const Constraint& key, TableId child, std::vector<Relationship>& found) const
    {
        Relationship relationship;
        relationship.origin = RelationshipOrigin::Inferred;
        relationship.child = child;
        relationship.childColumns = columnsLike(key, child);
        // a column that points elsewhere on its own and is no part of what the key repeats
        const auto alone = std::ranges::count_if(
            relationship.childColumns, [&](ColumnId id) { return m_pointing.contains(id); });
        if (alone == static_cast<qsizetype>(relationship.childColumns.size()))
            return;
        relationship.targets = {{key.table, key.columns, {}}};
        relationship.childEnd = childCardinality(m_catalog, child, relationship.childColumns);
        relationship.parentEnd = Cardinality::ZeroOrOne;
        relationship.evidence = {
            {QStringLiteral("composite-key"), 1,
             QStringLiteral("the table has every column of the key of `%1`, with the same types")
                 .arg(m_catalog.table(key.table).name)}};
        relationship.confidence = isPartOf(child, key.table) ? byNamesOfPart
                                  : sharesTarget(key, relationship) && namesParent(key, child)
                                      ? bySharedTarget
                                      : byNamesAlone;
        addSql(relationship);
        found.push_back(std::move(relationship));
    }

    /// `order_items (product_id, variant_no)` and `product_variants`: both know the product.
    [[nodiscard]] bool sharesTarget(const Constraint& key, const Relationship& relationship) const
    {
        for (std::size_t i = 0; i < key.columns.size(); ++i) {
            const auto theirs = m_pointing.constFind(key.columns[i]);
            const auto ours = m_pointing.constFind(relationship.childColumns[i]);
            if (theirs != m_pointing.constEnd() && ours != m_pointing.constEnd() &&
                *theirs == *ours)
                return true;
        }
        return false;
    }

    /// A column that points nowhere on its own has a word of the parent's name that the child's
    /// name does not have: `variant_no` of `product_variants`.
    [[nodiscard]] bool namesParent(const Constraint& key, TableId child) const
    {
        const QSet<QString> parentWords = stemsOf(m_catalog.table(key.table).name);
        const QSet<QString> childWords = stemsOf(m_catalog.table(child).name);
        return std::ranges::any_of(key.columns, [&](ColumnId id) {
            return !m_pointing.contains(id) &&
                   stemsOf(m_catalog.column(id).name).intersects(parentWords - childWords);
        });
    }

    static QSet<QString> stemsOf(const QString& name)
    {
        QSet<QString> stems;
        for (const QString& word : nameWords(name))
            stems.insert(wordStem(word));
        return stems;
    }

    void addSql(Relationship& relationship) const
    {
        if (!m_sql)
            return;
        const RelationshipTarget& target = relationship.targets.front();
        for (const SqlJoin& join : m_sql->joins) {
            const bool forward =
                join.left == relationship.childColumns && join.right == target.columns;
            const bool backward =
                join.right == relationship.childColumns && join.left == target.columns;
            if (!forward && !backward)
                continue;
            relationship.confidence = bySqlToo;
            relationship.evidence.push_back(
                {QStringLiteral("sql-joins"), 2,
                 QStringLiteral("`%1` joins these columns").arg(join.placeName)});
            return;
        }
    }

    const Catalog& m_catalog;
    const InferenceScope& m_scope;
    const SqlReading* m_sql;
    QHash<ColumnId, TableId> m_pointing; ///< column: the table that it points at on its own
    QHash<Name, std::vector<ColumnId>> m_byName;
};

} // namespace

std::vector<Relationship> compositeReferences(const Catalog& catalog, const InferenceScope& scope,
                                              const std::vector<Relationship>& single,
                                              const SqlReading* sql)
{
    return CompositeFinder(catalog, scope, single, sql).find();
}

} // namespace cadastre

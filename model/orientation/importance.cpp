// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Sums up what importance is made of; the weights were set by looking at the first ten tables of
// real schemas. What sets a table back is decided in set_back.cpp.
#include "model/orientation/importance.h"

#include "model/catalog/containment.h"
#include "model/orientation/importance_parts.h"
#include "model/worklist/coverage.h"
#include "model/worklist/name_hints.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cadastre {

namespace {

/// Stamps by themselves count next to nothing, however many there are.
constexpr double weightOfAllStamps = 0.5;
constexpr double actorWeight =
    0.4; ///< owner, author: a person in a part, not what the row is about
constexpr double loginWeight = 0.5;   ///< who did something is said everywhere
constexpr double copyWeight = 0.2;    ///< of references in a copy
constexpr double tieWeight = 0.6;     ///< of references in a table that has next to nothing else
constexpr double lookupFactor = 0.75; ///< words for codes: much used, soon understood
constexpr int fewestStamps = 24;      ///< below, a column that many tables have is a reference
constexpr double stampShare = 0.6;
constexpr double actorStampShare = 0.15; ///< of columns that name somebody

class ImportanceSums
{
public:
    explicit ImportanceSums(const ImportanceFacts& facts)
        : m_facts(facts)
        , m_catalog(facts.catalog)
        , m_tables(m_catalog.objects().tables.size())
        , m_in(m_tables.size())
        , m_out(m_tables.size())
        , m_isReference(m_catalog.objects().columns.size())
        , m_isCopy(copiedTables(m_catalog))
    {
        collectLinks();
        countColumns();
        sumLinks();
        countUses();
    }

    Importance result()
    {
        double most = 0;
        for (std::size_t i = 0; i < m_tables.size(); ++i) {
            const TableId id{static_cast<int>(i)};
            TableImportance& table = m_tables[i];
            table.setBack = setBackOf(m_catalog, id, table, m_isCopy[i]);
            table.score = rawScore(id);
            most = std::max(most, table.score);
        }
        for (TableImportance& table : m_tables)
            table.score = most > 0 ? table.score / most : 0;
        return {std::move(m_tables)};
    }

private:
    /// One table refers to another by one column (the first of several).
    struct Link
    {
        TableId child;
        TableId parent;
        ColumnId column;
        double confidence = 1;
    };

    void collectLinks()
    {
        for (const Relationship& one : m_facts.relationships) {
            if (!isLikely(one, m_facts.minimumConfidence))
                continue;
            for (ColumnId column : one.childColumns)
                m_isReference[column.index] = true;
            // several targets share what one reference is worth
            const double share =
                one.confidence / std::sqrt(std::max<double>(1, one.targets.size()));
            for (const RelationshipTarget& target : one.targets) {
                if (target.isResolved() && target.table != one.child)
                    m_links.push_back({one.child, target.table, one.childColumns.front(), share});
            }
        }
        std::ranges::sort(m_links, {}, [](const Link& link) {
            return std::tuple(link.child, link.parent, link.column);
        });
    }

    [[nodiscard]] QString nameOf(ColumnId column) const
    {
        return m_catalog.column(column).name.toCaseFolded();
    }

    /// Whether most tables refer to this parent by a column of this name.
    [[nodiscard]] QHash<std::pair<int, QString>, int> namesOfReferences() const
    {
        QHash<std::pair<int, QString>, int> counts;
        for (const Link& link : m_links)
            ++counts[{link.parent.index, nameOf(link.column)}];
        return counts;
    }

    void sumLinks()
    {
        const auto counts = namesOfReferences();
        const int tables = static_cast<int>(std::ranges::count_if(
            m_catalog.objects().tables, [](const Table& table) { return !isView(table); }));

        QHash<QString, double> weights;
        for (std::size_t i = 0; i < m_links.size();) {
            const Link& first = m_links[i];
            double best = 0; // 0: by stamps only
            for (; i < m_links.size() && m_links[i].child == first.child &&
                   m_links[i].parent == first.parent;
                 ++i) {
                const QString name = nameOf(m_links[i].column);
                const double named = weightOfName(name, m_links[i].column, weights);
                const double share = named < 1 ? actorStampShare : stampShare;
                const int limit = std::max(fewestStamps, static_cast<int>(share * tables));
                const bool isStamp = counts.value({first.parent.index, name}) > limit;
                const double weight = isStamp ? 0 : named;
                best = std::max(best, weight * m_links[i].confidence);
            }
            addLink(first, best);
        }
    }

    void addLink(const Link& link, double weight)
    {
        if (m_catalog.table(link.child).partitionOf)
            return;
        TableImportance& parent = m_tables[link.parent.index];
        if (weight <= 0) {
            ++parent.stampedBy;
            return;
        }
        ++parent.referencedBy;
        ++m_tables[link.child.index].pointsAt;
        m_in[link.parent.index] +=
            weight * weightOfChild(link.child) *
            (isLoginName(m_catalog.table(link.parent).name) ? loginWeight : 1);
        m_out[link.child.index] += weight;
    }

    [[nodiscard]] double weightOfChild(TableId child) const
    {
        if (m_isCopy[child.index])
            return copyWeight;
        return m_tables[child.index].ownColumns <= 1 ? tieWeight : 1;
    }

    double weightOfName(const QString& folded, ColumnId column, QHash<QString, double>& known) const
    {
        const auto found = known.constFind(folded);
        if (found != known.constEnd())
            return *found;
        const QString& name = m_catalog.column(column).name;
        double weight = 1;
        if (isAuditColumnName(name))
            weight = 0;
        else if (columnNameHint(name).isActor)
            weight = actorWeight;
        known.insert(folded, weight);
        return weight;
    }

    void countUses()
    {
        if (m_facts.uses == nullptr)
            return;
        for (const ObjectUse& use : m_facts.uses->uses) {
            if (use.used.kind != ObjectKind::Table)
                continue;
            TableImportance& used = m_tables[use.used.index];
            if (use.user.kind == ObjectKind::Table) {
                ++used.views;
                m_out[use.user.index] += 0.4; // a view explains what it reads
            } else {
                ++used.programs;
            }
        }
    }

    void countColumns()
    {
        QHash<QString, bool> audit;
        std::vector<bool> inKey(m_isReference.size());
        for (const Constraint& constraint : m_catalog.objects().constraints) {
            if (constraint.kind != ConstraintKind::PrimaryKey)
                continue;
            for (ColumnId column : constraint.columns)
                inKey[column.index] = true;
        }
        for (std::size_t i = 0; i < m_isReference.size(); ++i) {
            if (m_isReference[i] || inKey[i])
                continue;
            const Column& column = m_catalog.column({static_cast<int>(i)});
            auto known = audit.find(column.name);
            if (known == audit.end())
                known = audit.insert(column.name, isAuditColumnName(column.name));
            m_tables[column.table.index].ownColumns += *known ? 0 : 1;
        }
        for (std::size_t i = 0; i < m_tables.size(); ++i)
            m_tables[i].documented =
                isDocumented(m_catalog.table({static_cast<int>(i)}).comment.text);
    }

    [[nodiscard]] double rawScore(TableId id) const
    {
        const TableImportance& table = m_tables[id.index];
        const Table& facts = m_catalog.table(id);
        const double stamps = weightOfAllStamps * std::log2(1 + table.stampedBy);
        const double tied = m_in[id.index] + stamps + 0.4 * m_out[id.index] + 0.6 * table.views +
                            0.3 * std::min(table.programs, 10);
        const double size = facts.rowEstimate && *facts.rowEstimate > 0
                                ? std::min(1.0, std::log10(1 + *facts.rowEstimate) / 6)
                                : 0;
        const double rich = std::min(1.0, table.ownColumns / 12.0);
        const double plain =
            std::log2(1 + tied) + 0.9 * size + 0.9 * rich + (table.documented ? 0.3 : 0);
        const double ofView = isView(facts) ? (table.views + table.programs > 0 ? 0.6 : 0.45) : 1;
        const bool isLookup = table.ownColumns <= 1 && table.pointsAt == 0;
        return plain * ofView * setBackFactor(table.setBack) * (isLookup ? lookupFactor : 1);
    }

    const ImportanceFacts& m_facts;
    const Catalog& m_catalog;
    std::vector<TableImportance> m_tables;
    std::vector<double> m_in;
    std::vector<double> m_out;
    std::vector<bool> m_isReference; ///< by column
    std::vector<bool> m_isCopy;
    std::vector<Link> m_links; ///< by child, parent, column
};

} // namespace

double Importance::score(const Catalog& catalog, ObjectRef object) const
{
    const std::optional<TableId> table = tableHolding(catalog, object);
    return table ? of(*table).score : 0;
}

std::vector<TableId> Importance::ranked() const
{
    std::vector<TableId> order;
    order.reserve(tables.size());
    for (std::size_t i = 0; i < tables.size(); ++i)
        order.push_back({static_cast<int>(i)});
    std::ranges::stable_sort(order,
                             [&](TableId a, TableId b) { return of(a).score > of(b).score; });
    return order;
}

Importance tableImportance(const ImportanceFacts& facts)
{
    return ImportanceSums(facts).result();
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What changed, column by column; what it means in words lives in contract_change_words.cpp.
#include "model/boundaries/contracts/contract_changes.h"

#include "model/boundaries/contracts/contract_change_words.h"
#include "model/boundaries/ownership/ownership.h"

#include <algorithm>
#include <tuple>

namespace cadastre {

namespace {

/// Where the objects of the old catalog are in the new one.
class Whereabouts
{
public:
    explicit Whereabouts(const CatalogMatch& match)
    {
        for (const std::vector<ObjectMatch>* list : {&match.kept, &match.renamed}) {
            for (const ObjectMatch& one : *list)
                m_after.insert(one.before, one.after);
        }
    }

    [[nodiscard]] std::optional<ObjectRef> of(ObjectRef before) const
    {
        const auto found = m_after.constFind(before);
        return found == m_after.constEnd() ? std::nullopt : std::optional(*found);
    }

private:
    QHash<ObjectRef, ObjectRef> m_after;
};

class ContractComparison
{
public:
    ContractComparison(const Catalog& before, const Catalog& after, const Whereabouts& whereabouts,
                       std::vector<ContractChange>& changes)
        : m_before(before)
        , m_after(after)
        , m_whereabouts(whereabouts)
        , m_changes(changes)
    {
    }

    void compare(TableId contract)
    {
        m_contract = contract;
        m_key = m_before.keyOf(contract);
        const std::optional<ObjectRef> now = m_whereabouts.of(contract);
        if (!now)
            return add(ContractChangeKind::Removed, {}, {}, {});
        const ObjectKey key = m_after.keyOf(*now);
        if (key.parts != m_key.parts)
            return add(ContractChangeKind::Removed, {}, {}, key.toString());
        const Table& table = m_after.table({now->index});
        if (table.notRead || table.broken) // its columns are not known
            return;
        compareColumns({now->index});
    }

private:
    void add(ContractChangeKind kind, const QString& column, const QString& before,
             const QString& after)
    {
        ContractChange change;
        change.contract = m_key;
        change.kind = kind;
        change.column = column;
        change.before = before;
        change.after = after;
        change.compatible = kind == ContractChangeKind::ColumnAdded;
        describeContractChange(m_before.displayName(m_contract), change);
        m_changes.push_back(std::move(change));
    }

    void compareColumns(TableId now)
    {
        std::vector<int> survivors; ///< indexes of the new columns, in the old order
        int index = m_before.firstColumn(m_contract).index;
        for (const Column& old : m_before.columnsOf(m_contract)) {
            const std::optional<ObjectRef> place = m_whereabouts.of(ColumnId{index++});
            const bool isHere = place && m_after.column({place->index}).table == now;
            if (!isHere) {
                add(ContractChangeKind::ColumnRemoved, old.name, old.type, {});
                continue;
            }
            survivors.push_back(place->index);
            compareColumn(old, m_after.column({place->index}));
        }
        compareOrder(now, survivors);
        addNewColumns(now, survivors);
    }

    void compareColumn(const Column& old, const Column& column)
    {
        if (old.name != column.name)
            add(ContractChangeKind::ColumnRenamed, old.name, old.name, column.name);
        if (old.type != column.type)
            add(ContractChangeKind::TypeChanged, old.name, old.type, column.type);
        if (!old.nullable && column.nullable)
            add(ContractChangeKind::NullableNow, old.name, QStringLiteral("NOT NULL"),
                QStringLiteral("NULL"));
    }

    /// Old columns in another order, or a new one before an old one: readers by position are wrong.
    void compareOrder(TableId now, const std::vector<int>& survivors)
    {
        const int first = m_after.firstColumn(now).index;
        const auto count = static_cast<int>(m_after.columnsOf(now).size());
        int lastOld = first - 1;
        for (const int index : survivors)
            lastOld = std::max(lastOld, index);
        const bool hasNewBetween = lastOld - first + 1 > static_cast<int>(survivors.size());
        if (std::ranges::is_sorted(survivors) && !hasNewBetween)
            return;
        QStringList before;
        for (const Column& column : m_before.columnsOf(m_contract))
            before << quotedKeyPart(column.name);
        QStringList after;
        for (int i = first; i < first + count; ++i)
            after << quotedKeyPart(m_after.column({i}).name);
        add(ContractChangeKind::OrderChanged, {}, before.join(QLatin1String(", ")),
            after.join(QLatin1String(", ")));
    }

    void addNewColumns(TableId now, std::vector<int> survivors)
    {
        std::ranges::sort(survivors);
        int index = m_after.firstColumn(now).index;
        for (const Column& column : m_after.columnsOf(now)) {
            if (!std::ranges::binary_search(survivors, index++))
                add(ContractChangeKind::ColumnAdded, column.name, {}, column.type);
        }
    }

    const Catalog& m_before;
    const Catalog& m_after;
    const Whereabouts& m_whereabouts;
    std::vector<ContractChange>& m_changes;
    TableId m_contract;
    ObjectKey m_key;
};

/// Whether the new catalog has this contract's source at all; a source that is not there says
/// nothing.
bool isSourceThere(const Catalog& before, TableId contract, const Catalog& after)
{
    const QString& name = before.source(before.sourceOf(contract)).name;
    return std::ranges::any_of(after.objects().sources,
                               [&name](const Source& source) { return source.name == name; });
}

} // namespace

std::vector<ContractChange> contractChanges(const Catalog& before, const Catalog& after,
                                            const Boundaries& boundaries)
{
    const Ownership ownership = ownershipOf(before, boundaries);
    const Whereabouts whereabouts(matchCatalogs(before, after));
    std::vector<ContractChange> changes;
    ContractComparison comparison(before, after, whereabouts, changes);
    for (int i = 0; i < static_cast<int>(before.objects().tables.size()); ++i) {
        if (ownership.isContract({i}) && isSourceThere(before, {i}, after))
            comparison.compare({i});
    }
    std::ranges::stable_sort(changes, [](const ContractChange& one, const ContractChange& other) {
        if (const auto order = one.contract <=> other.contract; order != 0)
            return order < 0;
        return std::tie(one.kind, one.column) < std::tie(other.kind, other.column);
    });
    return changes;
}

} // namespace cadastre

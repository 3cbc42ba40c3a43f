// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the names of columns, stars and calls mean in their query, for UseCollector.
#include "model/boundaries/uses/uses_collector.h"

#include <algorithm>

namespace cadastre {

void UseCollector::addColumn(const QStringList& name, const Scope& scope)
{
    if (name.size() > 1) {
        const Range* range = rangeOf(m_names, scope, name.mid(0, name.size() - 1));
        if (range != nullptr)
            readColumn(*range, positionOf(*range, name.last()));
        return;
    }
    for (const Scope* at = &scope; at != nullptr && !name.isEmpty(); at = at->outer) {
        if (addUnqualified(name.first(), *at))
            return;
    }
}

/// Whether the queries around this one have no say in the name any more.
bool UseCollector::addUnqualified(const QString& name, const Scope& scope)
{
    const auto isName = [&](const QString& other) { return m_names.areEqual(other, name); };
    if (std::ranges::any_of(scope.aliases, isName))
        return true;
    std::vector<const Range*> owners;
    std::vector<const Range*> unknown;
    const Range* wholeRow = nullptr;
    for (const Range& range : scope.ranges) {
        if (positionOf(range, name) >= 0)
            owners.push_back(&range);
        else if (!range.known)
            unknown.push_back(&range);
        if (range.table && isName(range.alias))
            wholeRow = &range;
    }
    const bool isSure = owners.size() == 1 || std::ranges::any_of(scope.merged, isName);
    for (const Range* owner : owners) {
        if (isSure)
            readColumn(*owner, positionOf(*owner, name));
        else if (owner->table)
            fact(*owner->table, UseKind::Reads).columnsKnown = false;
    }
    if (!owners.empty())
        return true;
    if (wholeRow != nullptr)
        fact(*wholeRow->table, UseKind::Reads).columnsKnown = false;
    for (const Range* range : unknown) {
        if (range->table)
            fact(*range->table, UseKind::Reads).columnsKnown = false;
    }
    return wholeRow != nullptr || !unknown.empty();
}

void UseCollector::addStar(const SqlExpression& star, const Scope& scope, Named* given)
{
    const auto addAll = [&](const Range& range) {
        if (given != nullptr) {
            given->columns << range.columns;
            given->known = given->known && range.known;
        }
        if (!range.table)
            return;
        UseFact& read = fact(*range.table, UseKind::Reads);
        read.star = true;
        read.columnsKnown = read.columnsKnown && range.known;
        for (qsizetype i = 0; i < range.columns.size(); ++i)
            readColumn(range, i);
    };
    if (star.name.isEmpty()) {
        std::ranges::for_each(scope.ranges, addAll);
        return;
    }
    const Range* range = rangeOf(m_names, scope, star.name);
    if (range != nullptr)
        addAll(*range);
    else if (given != nullptr)
        given->known = false;
}

void UseCollector::addCall(const SqlExpression& call)
{
    for (RoutineId routine : m_names.routines.routines(call.call, m_names.path, call.arguments))
        fact(routine, UseKind::Calls);
}

void UseCollector::readColumn(const Range& range, qsizetype position)
{
    if (!range.table)
        return;
    UseFact& read = fact(*range.table, UseKind::Reads);
    if (position >= 0)
        read.columns.insert(
            ColumnId{m_catalog.firstColumn(*range.table).index + static_cast<int>(position)});
    else if (!range.known)
        read.columnsKnown = false;
}

qsizetype UseCollector::positionOf(const Range& range, const QString& name) const
{
    for (qsizetype i = 0; i < range.columns.size(); ++i) {
        if (m_names.areEqual(range.columns[i], name))
            return i;
    }
    return -1;
}

const UseCollector::Range* UseCollector::rangeOf(const UseNames& names, const Scope& scope,
                                                 const QStringList& qualifier)
{
    for (const Scope* at = &scope; at != nullptr; at = at->outer) {
        for (const Range& range : at->ranges) {
            const bool schemaFits = qualifier.size() < 2 ||
                                    names.areEqual(range.schema, qualifier[qualifier.size() - 2]);
            if (schemaFits && names.areEqual(range.alias, qualifier.last()))
                return &range;
        }
    }
    return nullptr;
}

const UseCollector::Named* UseCollector::commonTable(const Scope& scope, const QString& name) const
{
    for (const Scope* at = &scope; at != nullptr; at = at->outer) {
        for (auto it = at->commonTables.rbegin(); it != at->commonTables.rend(); ++it) {
            if (m_names.areEqual(it->name, name))
                return &*it;
        }
    }
    return nullptr;
}

} // namespace cadastre

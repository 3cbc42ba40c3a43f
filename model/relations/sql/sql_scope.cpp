// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/relations/sql/sql_scope.h"

#include <algorithm>

namespace cadastre {

namespace {

std::optional<BoundColumn> boundColumn(const BoundRange& range, const TracedColumn* found)
{
    if (found == nullptr || !found->column)
        return std::nullopt;
    return BoundColumn{&range, *found->column};
}

bool isMergedColumn(const SqlScope& scope, const QString& name)
{
    return std::ranges::any_of(scope.mergedColumns, [&](const QString& merged) {
        return scope.names->areEqual(merged, name);
    });
}

/// What one query makes of a column without qualifier.
struct Unqualified
{
    std::optional<BoundColumn> column;
    bool ends = false; ///< the queries around it are not asked
};

Unqualified resolveUnqualified(const SqlScope& scope, const QString& name)
{
    const BoundRange* owner = nullptr;
    const TracedColumn* found = nullptr;
    bool unknownRange = false;
    int count = 0;
    for (const BoundRange& range : scope.ranges) {
        if (range.onlyQualified)
            continue;
        unknownRange = unknownRange || range.columns == nullptr;
        const TracedColumn* candidate = columnOfRange(*scope.names, range, name);
        if (candidate == nullptr)
            continue;
        if (++count == 1) {
            owner = &range;
            found = candidate;
        }
    }
    if (count == 0)
        return {std::nullopt, unknownRange};
    if (count > 1 && !isMergedColumn(scope, name))
        return {std::nullopt, true};
    return {boundColumn(*owner, found), true};
}

} // namespace

const TracedColumn* columnOfRange(const CatalogNames& names, const BoundRange& range,
                                  const QString& name)
{
    if (range.columns == nullptr)
        return nullptr;
    const auto found = std::ranges::find_if(*range.columns, [&](const TracedColumn& column) {
        return names.areEqual(column.name, name);
    });
    return found == range.columns->end() ? nullptr : &*found;
}

const BoundRange* resolveSqlRange(const SqlScope& scope, const QStringList& qualifier)
{
    if (qualifier.isEmpty())
        return nullptr;
    const CatalogNames& names = *scope.names;
    for (const SqlScope* at = &scope; at != nullptr; at = at->outer) {
        for (const BoundRange& range : at->ranges) {
            const bool schemaFits = qualifier.size() < 2 ||
                                    names.areEqual(range.schema, qualifier[qualifier.size() - 2]);
            if (schemaFits && names.areEqual(range.alias, qualifier.last()))
                return &range;
        }
    }
    return nullptr;
}

std::optional<BoundColumn> resolveSqlColumn(const SqlScope& scope, const QStringList& name)
{
    if (name.isEmpty())
        return std::nullopt;
    if (name.size() > 1) {
        const BoundRange* range = resolveSqlRange(scope, name.mid(0, name.size() - 1));
        return range == nullptr
                   ? std::nullopt
                   : boundColumn(*range, columnOfRange(*scope.names, *range, name.last()));
    }
    for (const SqlScope* at = &scope; at != nullptr; at = at->outer) {
        const Unqualified found = resolveUnqualified(*at, name.first());
        if (found.column || found.ends)
            return found.column;
    }
    return std::nullopt;
}

const NamedColumns* resolveCommonTable(const SqlScope& scope, const QString& name)
{
    for (const SqlScope* at = &scope; at != nullptr; at = at->outer) {
        // a later one of the same name hides the earlier one while it is being read
        for (auto it = at->commonTables.rbegin(); it != at->commonTables.rend(); ++it) {
            if (scope.names->areEqual(it->name, name))
                return &*it;
        }
    }
    return nullptr;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What UPDATE and INSERT write from one column into another.
#include "model/relations/sql/join_collector.h"

#include <algorithm>

namespace cadastre {

void JoinCollector::addAssignments(const SqlQuery& query, const SqlScope& scope)
{
    if (scope.ranges.empty())
        return;
    const BoundRange& target = scope.ranges.front();
    for (const SqlAssignment& assignment : query.assignments) {
        const SqlExpression& value = assignment.value;
        const QStringList owner = assignment.column.mid(0, assignment.column.size() - 1);
        const BoundRange* range = owner.isEmpty() ? &target : resolveSqlRange(scope, owner);
        // tenant = tenant
        const auto own = resolveSqlColumn(scope, value.name);
        const bool isOwn = value.kind == SqlExpressionKind::Column && own && own->range == range;
        const std::optional<ColumnId> column = isOwn ? std::nullopt : valueOf(value, scope);
        if (range != nullptr && !assignment.column.isEmpty())
            addAssignment(columnOfRange(m_names, *range, assignment.column.last()), column);
    }
    if (query.inserted == nullptr)
        return;
    const TracedColumns given = collectQuery(*query.inserted, &scope);
    if (given == nullptr || given->size() != std::size_t(query.insertedColumns.size()))
        return;
    for (std::size_t i = 0; i < given->size(); ++i)
        addAssignment(columnOfRange(m_names, target, query.insertedColumns[qsizetype(i)]),
                      (*given)[i].column);
}

void JoinCollector::addAssignment(const TracedColumn* written, std::optional<ColumnId> value)
{
    if (written == nullptr || !written->column || !value || *written->column == *value)
        return;
    const Column& target = m_catalog.column(*written->column);
    const Column& source = m_catalog.column(*value);
    if (m_names.areEqual(target.name, source.name))
        return;
    SqlJoin join;
    join.assigned = true;
    const bool swap =
        source.table < target.table || (source.table == target.table && *value < *written->column);
    join.left = {swap ? *value : *written->column};
    join.right = {swap ? *written->column : *value};
    m_joins.push_back(std::move(join));
}

} // namespace cadastre

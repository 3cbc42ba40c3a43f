// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What INSERT, UPDATE, DELETE, MERGE, REPLACE, TRUNCATE and COPY write, for UseCollector.
#include "model/boundaries/uses/uses_collector.h"

#include <algorithm>

namespace cadastre {

namespace {

Privilege privilegeOf(SqlWrite::Action action)
{
    switch (action) {
    case SqlWrite::Action::Insert:
        return Privilege::Insert;
    case SqlWrite::Action::Update:
        return Privilege::Update;
    case SqlWrite::Action::Delete:
        return Privilege::Delete;
    case SqlWrite::Action::Truncate:
        return Privilege::Truncate;
    }
    Q_UNREACHABLE();
}

/// SQLite's row number, which is no column.
bool isSqliteRowId(const QString& name)
{
    return name.compare(QLatin1String("rowid"), Qt::CaseInsensitive) == 0 ||
           name.compare(QLatin1String("_rowid_"), Qt::CaseInsensitive) == 0 ||
           name.compare(QLatin1String("oid"), Qt::CaseInsensitive) == 0;
}

} // namespace

void UseCollector::writeColumn(const Range& range, const QString& name, Privilege action)
{
    if (!range.table)
        return;
    UseFact& write = fact(*range.table, UseKind::Writes);
    write.actions |= action;
    const qsizetype at = positionOf(range, name);
    if (at >= 0)
        write.columns.insert(
            ColumnId{m_catalog.firstColumn(*range.table).index + static_cast<int>(at)});
    else if (m_names.tables.engine() != Engine::Sqlite || !isSqliteRowId(name))
        write.columnsKnown = false;
}

void UseCollector::addWrites(const SqlQuery& query, Scope& scope)
{
    if (scope.ranges.empty())
        return;
    for (const SqlWrite& write : query.writes)
        addWrite(write, query, scope);
}

void UseCollector::addWrite(const SqlWrite& write, const SqlQuery& query, Scope& scope)
{
    const bool isAssigned = write.action == SqlWrite::Action::Update && write.columns.isEmpty();
    if (isAssigned)
        return addAssigned(query, scope);
    const Range* named =
        write.target.isEmpty() ? &scope.ranges.front() : rangeOf(m_names, scope, write.target);
    const auto range = std::ranges::find_if(
        scope.ranges, [named](const Range& candidate) { return &candidate == named; });
    if (range == scope.ranges.end() || !range->table)
        return;
    range->written = true;
    const Privilege action = privilegeOf(write.action);
    fact(*range->table, UseKind::Writes).actions |= action;
    QStringList columns = write.columns;
    if (action == Privilege::Insert && columns.isEmpty()) {
        columns = query.insertedColumns;
        for (const SqlAssignment& assignment : query.assignments)
            columns << assignment.column.value(assignment.column.size() - 1);
    }
    if (action == Privilege::Insert && columns.isEmpty()) {
        UseFact& whole = fact(*range->table, UseKind::Writes);
        whole.columnsKnown = whole.columnsKnown && range->known;
        columns = range->columns;
    }
    for (const QString& column : columns)
        writeColumn(*range, column, action);
}

/// UPDATE .. SET: MariaDB writes whatever table the columns are of.
void UseCollector::addAssigned(const SqlQuery& query, Scope& scope)
{
    const bool isMulti =
        m_names.tables.engine() == Engine::MariaDb || m_names.tables.engine() == Engine::MySql;
    if (!isMulti || scope.ranges.size() == 1) {
        scope.ranges.front().written = true;
        if (scope.ranges.front().table)
            fact(*scope.ranges.front().table, UseKind::Writes).actions |= Privilege::Update;
    }
    for (const SqlAssignment& assignment : query.assignments) {
        if (assignment.column.isEmpty())
            continue;
        const QString& name = assignment.column.last();
        const QStringList owner = assignment.column.mid(0, assignment.column.size() - 1);
        Range* target = &scope.ranges.front();
        for (Range& range : scope.ranges) {
            const bool isMeant = owner.isEmpty() ? positionOf(range, name) >= 0
                                                 : rangeOf(m_names, scope, owner) == &range;
            if (isMulti && isMeant) {
                target = &range;
                break;
            }
        }
        target->written = true;
        writeColumn(*target, name, Privilege::Update);
    }
}

/// What INSERT puts in sees no column of the table that it goes into.
void UseCollector::addInserted(const SqlQuery& query, const Scope& scope)
{
    if (query.inserted == nullptr)
        return;
    Scope outside;
    outside.outer = scope.outer;
    outside.commonTables = scope.commonTables;
    collectQuery(*query.inserted, &outside);
}

} // namespace cadastre

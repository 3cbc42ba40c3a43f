// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Triggers, and row estimates.
#include "model/dialect/masking.h"
#include "model/sql/sqlite/sqlite_read.h"

namespace cadastre {

namespace {

enum StatisticsColumn { TableName, Rows };

TriggerTiming timingOf(const QString& words)
{
    if (words == QLatin1String("BEFORE"))
        return TriggerTiming::Before;
    return words == QLatin1String("AFTER") ? TriggerTiming::After : TriggerTiming::InsteadOf;
}

Trigger triggerOf(const SqliteSchemaRow& row, TableId table)
{
    const SqliteTriggerDdl ddl = parseSqliteTrigger(row.sql);
    Trigger trigger;
    trigger.name = row.name;
    trigger.undecodableName = row.undecodableName;
    trigger.table = table;
    trigger.timing = timingOf(ddl.timing);
    trigger.events = ddl.events;
    trigger.level = QStringLiteral("ROW");
    trigger.condition = maskedSql(ddl.condition);
    trigger.body = maskedSql(ddl.body);
    trigger.definition = maskedSql(row.sql);
    return trigger;
}

} // namespace

SqliteStepResult readSqliteTriggers(SqliteRead& read, StepReport& report)
{
    for (const SqliteSchemaRow& row : read.triggerRows) {
        if (const auto table = read.findTable(row.tableName))
            read.objects.triggers.push_back(triggerOf(row, *table));
        report.addObjects(1);
    }
    return std::nullopt;
}

SqliteStepResult readSqliteStatistics(SqliteRead& read, StepReport& report)
{
    if (!read.hasStatistics)
        return std::nullopt;
    return read.connection.run(read.connection.text("statistics"), {}, [&](const Row& row) {
        if (const auto table = read.findTable(row[TableName].text()))
            read.table(*table).rowEstimate = row[Rows].real();
        report.addObjects(1);
    });
}

} // namespace cadastre

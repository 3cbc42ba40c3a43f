// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Triggers with their bodies. What a body writes is found in mariadb_dependencies.cpp.
#include "model/dialect/masking.h"
#include "model/sql/mariadb/mariadb_steps.h"

namespace cadastre {

namespace {

/// The places of a row of triggers.sql.
enum Place { TriggerName = 2, Timing, Events, Order, Body, Definer, Mode };

Trigger triggerFrom(const Row& row, TableId table)
{
    Trigger trigger;
    setName(trigger, row[TriggerName]);
    trigger.table = table;
    trigger.timing = row[Timing].text() == QLatin1String("BEFORE") ? TriggerTiming::Before
                                                                   : TriggerTiming::After;
    trigger.events = row[Events].text().replace(QLatin1Char(','), QStringLiteral(" OR "));
    trigger.level = QStringLiteral("ROW");
    trigger.body = maskedSql(row[Body].text());
    addProperty(trigger, QStringLiteral("Order"), row[Order].text());
    addProperty(trigger, QStringLiteral("Definer"), row[Definer].text());
    addSqlMode(trigger, row[Mode].text());
    return trigger;
}

} // namespace

std::optional<SqlError> readTriggers(MariaDbContext& context, StepReport& report)
{
    const auto error = context.ask("triggers", [&](const Row& row) {
        const std::optional<TableId> table = context.tableOf(row);
        if (!table)
            return;
        context.objects.triggers.push_back(triggerFrom(row, *table));
        report.addObjects(1);
    });
    if (!error)
        context.reportWarnings(report);
    return error;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/postgresql/kinds.h"

#include "model/dialect/postgresql.h"

namespace cadastre::postgresql {

namespace {

// Source: pg_trigger.tgtype in PostgreSQL's catalog/pg_trigger.h
constexpr int rowBit = 1;
constexpr int beforeBit = 2;
constexpr int insertBit = 4;
constexpr int deleteBit = 8;
constexpr int updateBit = 16;
constexpr int truncateBit = 32;
constexpr int insteadBit = 64;

QString quoted(const QString& name)
{
    return quotedIdentifier(name).value_or(name);
}

TriggerTiming timingOf(int type)
{
    if (type & beforeBit)
        return TriggerTiming::Before;
    return type & insteadBit ? TriggerTiming::InsteadOf : TriggerTiming::After;
}

/// In the order of PostgreSQL's own pg_get_triggerdef().
QString eventsOf(int type, const QStringList& columns)
{
    QStringList events;
    if (type & insertBit)
        events << QStringLiteral("INSERT");
    if (type & deleteBit)
        events << QStringLiteral("DELETE");
    if (type & updateBit)
        events << (columns.isEmpty()
                       ? QStringLiteral("UPDATE")
                       : QStringLiteral("UPDATE OF ") + columns.join(QStringLiteral(", ")));
    if (type & truncateBit)
        events << QStringLiteral("TRUNCATE");
    return events.join(QStringLiteral(" OR "));
}

/// The arguments of a trigger end in NUL each.
QString argumentsOf(const Cell& hex)
{
    QStringList arguments;
    QList<QByteArray> parts = QByteArray::fromHex(hex.bytes().toByteArray()).split('\0');
    parts.removeLast();
    for (const QByteArray& part : parts)
        arguments << quotedLiteral(Cell(part).text()).value_or(QString());
    return arguments.join(QStringLiteral(", "));
}

void takeProperties(Trigger& trigger, const Row& row)
{
    const QString state = row[7].text();
    if (state == QLatin1String("R"))
        addProperty(trigger, QStringLiteral("Fires"), QStringLiteral("on replicas only"));
    if (state == QLatin1String("A"))
        addProperty(trigger, QStringLiteral("Fires"), QStringLiteral("always, also on replicas"));
    if (row[10].boolean()) {
        const QString when = row[12].boolean()   ? QStringLiteral("initially deferred")
                             : row[11].boolean() ? QStringLiteral("deferrable")
                                                 : QStringLiteral("not deferrable");
        addProperty(trigger, QStringLiteral("Constraint trigger"), when);
    }
    addProperty(trigger, QStringLiteral("Old rows as"), row[13].text());
    addProperty(trigger, QStringLiteral("New rows as"), row[14].text());
    if (row[16].integer())
        addProperty(trigger, QStringLiteral("Copy of"),
                    QStringLiteral("the partitioned table's trigger"));
}

void addTrigger(Reading& reading, const Row& row)
{
    Trigger trigger;
    const Oid oid = oidOf(row[0]);
    const auto table = reading.table(oidOf(row[1]));
    if (!table || !reading.describe(trigger, catalog::triggers, oid, row[2], 0))
        return;
    const auto type = static_cast<int>(row[6].integer());
    QStringList columns;
    for (const ColumnId id : reading.columns(*table, numbersOf(row[8])))
        columns << quoted(reading.objects.columns[id.index].name);
    trigger.table = *table;
    trigger.timing = timingOf(type);
    trigger.events = eventsOf(type, columns);
    trigger.level = type & rowBit ? QStringLiteral("ROW") : QStringLiteral("STATEMENT");
    trigger.enabled = row[7].text() != QLatin1String("D");
    if (const auto routine = reading.find(catalog::routines, oidOf(row[3])))
        trigger.routine = RoutineId{routine->index};
    trigger.calls = quoted(row[4].text()) + QLatin1Char('.') + quoted(row[5].text()) +
                    QLatin1Char('(') + argumentsOf(row[15]) + QLatin1Char(')');
    takeProperties(trigger, row);
    reading.pending.triggers.push_back(oid);
    reading.remember(catalog::triggers, oid,
                     TriggerId{static_cast<int>(reading.objects.triggers.size())});
    reading.objects.triggers.push_back(std::move(trigger));
}

} // namespace

Outcome readTriggers(Reading& reading, StepReport& report)
{
    return reading.ask("triggers", {reading.schemaOids}, [&](const Row& row) {
        addTrigger(reading, row);
        report.addObjects(1);
    });
}

} // namespace cadastre::postgresql

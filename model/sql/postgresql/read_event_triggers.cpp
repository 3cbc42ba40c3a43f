// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/postgresql/kinds.h"

#include "model/dialect/postgresql.h"

namespace cadastre::postgresql {

namespace {

void addEventTrigger(Reading& reading, const Row& row)
{
    OtherObject trigger;
    const Oid oid = oidOf(row[0]);
    if (!reading.describe(trigger, catalog::eventTriggers, oid, row[1], oidOf(row[2])))
        return;
    trigger.kind = CatalogKind::EventTriggers;
    trigger.kindName = QStringLiteral("event trigger");
    trigger.about = reading.find(catalog::routines, oidOf(row[8]));
    addProperty(trigger, QStringLiteral("Event"), row[3].text());
    addProperty(trigger, QStringLiteral("Commands"), row[5].text());
    addProperty(trigger, QStringLiteral("Calls"),
                qualifiedName(row[6].text(), row[7].text()).value_or(row[7].text()) +
                    QStringLiteral("()"));
    if (row[4].text() == QLatin1String("D"))
        addProperty(trigger, QStringLiteral("Enabled"), QStringLiteral("no"));
    reading.remember(catalog::eventTriggers, oid,
                     OtherId{static_cast<int>(reading.objects.others.size())});
    reading.objects.others.push_back(std::move(trigger));
}

} // namespace

Outcome readEventTriggers(Reading& reading, StepReport& report)
{
    return reading.ask("event_triggers", {}, [&](const Row& row) {
        addEventTrigger(reading, row);
        report.addObjects(1);
    });
}

} // namespace cadastre::postgresql

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/postgresql/kinds.h"

namespace cadastre::postgresql {

namespace {

QString eventOf(const QString& code)
{
    if (code == QLatin1String("1"))
        return QStringLiteral("SELECT");
    if (code == QLatin1String("2"))
        return QStringLiteral("UPDATE");
    if (code == QLatin1String("3"))
        return QStringLiteral("INSERT");
    return code == QLatin1String("4") ? QStringLiteral("DELETE") : code;
}

void addRule(Reading& reading, const Row& row)
{
    const Oid oid = oidOf(row[0]);
    const auto table = reading.table(oidOf(row[2]));
    if (!table)
        return;
    if (row[1].text() == QLatin1String("_RETURN")) {
        reading.viewOfRule.insert(oid, *table);
        return;
    }
    OtherObject rule;
    if (!reading.describe(rule, catalog::rules, oid, row[1], 0))
        return;
    rule.kind = CatalogKind::Rules;
    rule.kindName = QStringLiteral("rule");
    rule.schema = reading.objects.tables[table->index].schema;
    rule.about = *table;
    addProperty(rule, QStringLiteral("Event"), eventOf(row[3].text()));
    if (row[5].boolean())
        addProperty(rule, QStringLiteral("Instead"), QStringLiteral("yes"));
    if (row[4].text() == QLatin1String("D"))
        addProperty(rule, QStringLiteral("Enabled"), QStringLiteral("no"));
    reading.pending.rules.push_back(oid);
    reading.remember(catalog::rules, oid, OtherId{static_cast<int>(reading.objects.others.size())});
    reading.objects.others.push_back(std::move(rule));
}

} // namespace

Outcome readRules(Reading& reading, StepReport& report)
{
    return reading.ask("rules", {reading.schemaOids}, [&](const Row& row) {
        addRule(reading, row);
        report.addObjects(1);
    });
}

} // namespace cadastre::postgresql

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/postgresql/kinds.h"

namespace cadastre::postgresql {

namespace {

QString commandOf(const QString& code)
{
    if (code == QLatin1String("r"))
        return QStringLiteral("SELECT");
    if (code == QLatin1String("a"))
        return QStringLiteral("INSERT");
    if (code == QLatin1String("w"))
        return QStringLiteral("UPDATE");
    if (code == QLatin1String("d"))
        return QStringLiteral("DELETE");
    return code == QLatin1String("*") ? QStringLiteral("ALL") : code;
}

QString rolesOf(const Reading& reading, const Cell& cell)
{
    QStringList names;
    for (const Oid oid : oidsOf(cell))
        names << (oid ? reading.roleNames.value(oid) : QStringLiteral("PUBLIC"));
    names.sort();
    return names.join(QStringLiteral(", "));
}

void addPolicy(Reading& reading, const Row& row)
{
    OtherObject policy;
    const Oid oid = oidOf(row[0]);
    const auto table = reading.table(oidOf(row[2]));
    if (!table || !reading.describe(policy, catalog::policies, oid, row[1], 0))
        return;
    policy.kind = CatalogKind::Policies;
    policy.kindName = QStringLiteral("policy");
    policy.schema = reading.objects.tables[table->index].schema;
    policy.about = *table;
    addProperty(policy, QStringLiteral("Command"), commandOf(row[3].text()));
    addProperty(policy, QStringLiteral("Mode"),
                row[4].boolean() ? QStringLiteral("permissive") : QStringLiteral("restrictive"));
    addProperty(policy, QStringLiteral("Roles"), rolesOf(reading, row[5]));
    if (row[6].boolean() || row[7].boolean())
        reading.pending.policies.push_back(oid);
    reading.remember(catalog::policies, oid,
                     OtherId{static_cast<int>(reading.objects.others.size())});
    reading.objects.others.push_back(std::move(policy));
}

} // namespace

Outcome readPolicies(Reading& reading, StepReport& report)
{
    return reading.ask("policies", {reading.schemaOids}, [&](const Row& row) {
        addPolicy(reading, row);
        report.addObjects(1);
    });
}

} // namespace cadastre::postgresql

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Subscriptions: what writes into tables of this database from another one. Where they connect to
// holds a password and is never read.
#include "model/sql/postgresql/kinds.h"

namespace cadastre::postgresql {

namespace {

void addSubscription(Reading& reading, const Row& row)
{
    OtherObject subscription;
    const Oid oid = oidOf(row[0]);
    if (!reading.describe(subscription, catalog::subscriptions, oid, row[1], oidOf(row[2])))
        return;
    subscription.kind = CatalogKind::Subscriptions;
    subscription.kindName = QStringLiteral("subscription");
    addProperty(subscription, QStringLiteral("Enabled"),
                row[3].boolean() ? QStringLiteral("yes") : QStringLiteral("no"));
    addProperty(subscription, QStringLiteral("Publications"), row[4].text());
    reading.remember(catalog::subscriptions, oid,
                     OtherId{static_cast<int>(reading.objects.others.size())});
    reading.objects.others.push_back(std::move(subscription));
}

} // namespace

Outcome readSubscriptions(Reading& reading, StepReport& report)
{
    if (const auto error = reading.ask("subscriptions", {}, [&](const Row& row) {
            addSubscription(reading, row);
            report.addObjects(1);
        }))
        return error;
    return reading.ask("subscription_tables", {}, [&](const Row& row) {
        const auto subscription = reading.find(catalog::subscriptions, oidOf(row[0]));
        const auto table = reading.table(oidOf(row[1]));
        if (subscription && table)
            reading.objects.dependencies.push_back({*subscription, *table, DependencyKind::Writes});
    });
}

} // namespace cadastre::postgresql

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/postgresql/kinds.h"

namespace cadastre::postgresql {

namespace {

QString providerOf(const QString& code)
{
    if (code == QLatin1String("i"))
        return QStringLiteral("ICU");
    if (code == QLatin1String("c"))
        return QStringLiteral("libc");
    return code == QLatin1String("b") ? QStringLiteral("built in") : code;
}

} // namespace

Outcome readCollations(Reading& reading, StepReport& report)
{
    return reading.ask("collations", {reading.schemaOids}, [&](const Row& row) {
        OtherObject collation;
        const Oid oid = oidOf(row[0]);
        const auto schema = reading.schema(oidOf(row[1]));
        if (!schema ||
            !reading.describe(collation, catalog::collations, oid, row[2], oidOf(row[3])))
            return;
        collation.kind = CatalogKind::Collations;
        collation.kindName = QStringLiteral("collation");
        collation.schema = schema;
        collation.system = reading.objects.schemas[schema->index].system;
        addProperty(collation, QStringLiteral("Provider"), providerOf(row[4].text()));
        addProperty(collation, QStringLiteral("Locale"), row[5].text());
        addProperty(collation, QStringLiteral("Character type"), row[6].text());
        if (!row[7].boolean())
            addProperty(collation, QStringLiteral("Deterministic"), QStringLiteral("no"));
        reading.remember(catalog::collations, oid,
                         OtherId{static_cast<int>(reading.objects.others.size())});
        reading.objects.others.push_back(std::move(collation));
        report.addObjects(1);
    });
}

} // namespace cadastre::postgresql

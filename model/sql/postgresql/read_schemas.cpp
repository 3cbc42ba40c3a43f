// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/postgresql/kinds.h"

namespace cadastre::postgresql {

namespace {

/// Temporary and TOAST schemas are never part of a catalog.
bool isInternal(const QString& schema)
{
    return schema.startsWith(QLatin1String("pg_toast")) ||
           schema.startsWith(QLatin1String("pg_temp_"));
}

void addSchema(Reading& reading, const Row& row, std::vector<Oid>& inScope)
{
    Schema schema;
    const Oid oid = oidOf(row[0]);
    reading.describe(schema, catalog::schemas, oid, row[1], oidOf(row[2]));
    schema.system = row[3].boolean();
    reading.schemaNames.insert(oid, schema.name);
    if (isInternal(schema.name))
        return;
    if (schema.system && !reading.options.systemObjects) {
        reading.scope.countOmitted(QStringLiteral("system schemas"));
        return;
    }
    if (!reading.scope.includesSchema(schema.name))
        return;
    if (schema.name == QLatin1String("public"))
        reading.objects.sources.front().defaultSchema = schema.name;
    inScope.push_back(oid);
    reading.remember(catalog::schemas, oid,
                     SchemaId{static_cast<int>(reading.objects.schemas.size())});
    reading.objects.schemas.push_back(std::move(schema));
}

bool isSystemSchema(const QString& name)
{
    return name.startsWith(QLatin1String("pg_")) || name == QLatin1String("information_schema");
}

/// Tables of schemas that are left out are counted, not read.
Outcome countOmittedTables(Reading& reading)
{
    return reading.ask("system_tables", {reading.schemaOids}, [&](const Row& row) {
        const QString schema = reading.schemaNames.value(oidOf(row[0]));
        const auto count = static_cast<int>(row[1].integer());
        if (schema.startsWith(QLatin1String("pg_temp_")))
            reading.scope.countOmitted(QStringLiteral("temporary tables of sessions"), count);
        else if (isSystemSchema(schema))
            reading.scope.countOmitted(QStringLiteral("system tables"), count);
        else
            reading.scope.countOmitted(Scope::outsideChosenScope(), count);
    });
}

} // namespace

Outcome readDatabase(Reading& reading)
{
    return reading.ask("database", {}, [&](const Row& row) {
        Source& source = reading.objects.sources.front();
        reading.databaseOid = oidOf(row[0]);
        source.databaseName = row[1].text();
        reading.databaseOwner = oidOf(row[2]);
        source.encoding = row[3].text();
        source.identity =
            ServerIdentity{reading.databaseOid, catalog::databases, reading.databaseOid, 0};
        addProperty(source, QStringLiteral("Collation"), row[4].text());
        addProperty(source, QStringLiteral("Character type"), row[5].text());
        reading.blockSize = static_cast<int>(row[6].integer());
        reading.remember(catalog::databases, reading.databaseOid, SourceId{0});
    });
}

Outcome readSchemas(Reading& reading, StepReport& report)
{
    std::vector<Oid> inScope;
    const auto error = reading.ask("schemas", {}, [&](const Row& row) {
        addSchema(reading, row, inScope);
        report.addObjects(1);
    });
    if (error)
        return error;
    reading.schemaOids = arrayOf(inScope);
    return countOmittedTables(reading);
}

} // namespace cadastre::postgresql

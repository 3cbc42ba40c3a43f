// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/postgresql/kinds.h"

#include "model/dialect/masking.h"

namespace cadastre::postgresql {

namespace {

TableKind kindOf(QChar code)
{
    switch (code.unicode()) {
    case 'r':
        return TableKind::Table;
    case 'p':
        return TableKind::PartitionedTable;
    case 'v':
        return TableKind::View;
    case 'm':
        return TableKind::MaterializedView;
    case 'f':
        return TableKind::ForeignTable;
    default:
        return TableKind::Unknown;
    }
}

bool hasRows(TableKind kind)
{
    return kind != TableKind::View && kind != TableKind::Unknown;
}

/// Before 14 a table that was never analyzed has 0 pages and 0 rows, since then -1 rows.
void takeStatistics(Table& table, double rows, qint64 pages, const Reading& reading)
{
    const bool unknown =
        rows < 0 || (reading.connection.versionNumber() < 140000 && rows == 0 && pages == 0);
    if (!hasRows(table.kind) || unknown)
        return;
    table.rowEstimate = rows;
    if (table.kind == TableKind::Table || table.kind == TableKind::MaterializedView)
        table.sizeBytes = pages * reading.blockSize;
}

void takeProperties(Table& table, const Row& row)
{
    if (row[7].text() == QLatin1String("u"))
        addProperty(table, QStringLiteral("Persistence"), QStringLiteral("unlogged"));
    if (row[9].boolean())
        addProperty(table, QStringLiteral("Row security"), QStringLiteral("forced on the owner"));
    addProperty(table, QStringLiteral("Options"), maskedOptions(row[10].text()));
    const QString method = row[12].text();
    if (method != QLatin1String("heap"))
        addProperty(table, QStringLiteral("Access method"), method);
    addProperty(table, QStringLiteral("Tablespace"), row[13].text());
}

void addTable(Reading& reading, const Row& row)
{
    Table table;
    const Oid oid = oidOf(row[0]);
    const auto schema = reading.schema(oidOf(row[1]));
    if (!schema || !reading.describe(table, catalog::relations, oid, row[2], oidOf(row[4])))
        return;
    const Schema& owner = reading.objects.schemas[schema->index];
    if (!reading.scope.includesTable(owner.name, table.name)) {
        reading.scope.countOmitted(Scope::outsideChosenScope());
        return;
    }
    const QString code = row[3].text();
    table.schema = *schema;
    table.system = owner.system;
    table.kind = kindOf(code.isEmpty() ? QChar() : code.front());
    if (table.kind == TableKind::Unknown)
        table.kindCode = code;
    takeStatistics(table, row[5].real(), row[6].integer(), reading);
    table.rowSecurity = row[8].boolean();
    table.partitionBound = row[11].text();
    takeProperties(table, row);
    if (isView(table))
        reading.pending.views.push_back(oid);
    if (table.kind == TableKind::PartitionedTable)
        reading.pending.partitionedTables.push_back(oid);
    reading.remember(catalog::relations, oid,
                     TableId{static_cast<int>(reading.objects.tables.size())});
    reading.objects.tables.push_back(std::move(table));
}

Outcome readInheritance(Reading& reading)
{
    return reading.ask("inheritance", {}, [&](const Row& row) {
        const auto child = reading.table(oidOf(row[0]));
        const auto parent = reading.table(oidOf(row[1]));
        if (!child || !parent)
            return;
        Table& table = reading.objects.tables[child->index];
        if (table.partitionBound.isEmpty())
            table.inherits.push_back(*parent);
        else
            table.partitionOf = parent;
    });
}

} // namespace

Outcome readTables(Reading& reading, StepReport& report)
{
    const auto error = reading.ask("tables", {reading.schemaOids}, [&](const Row& row) {
        addTable(reading, row);
        report.addObjects(1);
    });
    reading.columnByNumber.resize(reading.objects.tables.size());
    return error ? error : readInheritance(reading);
}

} // namespace cadastre::postgresql

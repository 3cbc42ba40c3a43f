// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/postgresql/kinds.h"

#include "model/dialect/masking.h"

namespace cadastre::postgresql {

namespace {

void addServer(Reading& reading, const Row& row)
{
    OtherObject server;
    const Oid oid = oidOf(row[0]);
    if (!reading.describe(server, catalog::foreignServers, oid, row[1], oidOf(row[2])))
        return;
    server.kind = CatalogKind::ForeignServers;
    server.kindName = QStringLiteral("foreign server");
    addProperty(server, QStringLiteral("Type"), row[3].text());
    addProperty(server, QStringLiteral("Version"), row[4].text());
    addProperty(server, QStringLiteral("Foreign data wrapper"), row[5].text());
    addProperty(server, QStringLiteral("Options"), maskedOptions(row[6].text()));
    reading.remember(catalog::foreignServers, oid,
                     OtherId{static_cast<int>(reading.objects.others.size())});
    reading.objects.others.push_back(std::move(server));
}

/// Options of the table (number 0) or of one of its columns.
void takeForeignOptions(Reading& reading, const Row& row)
{
    const auto id = reading.table(oidOf(row[0]));
    if (!id)
        return;
    const QString label = QStringLiteral("Foreign options");
    if (const auto number = static_cast<int>(row[2].integer()); number != 0) {
        if (const auto column = reading.column(*id, number))
            addProperty(reading.objects.columns[column->index], label,
                        maskedOptions(row[3].text()));
        return;
    }
    Table& table = reading.objects.tables[id->index];
    table.foreignServer = row[1].text();
    addProperty(table, label, maskedOptions(row[3].text()));
}

} // namespace

Outcome readForeignServers(Reading& reading, StepReport& report)
{
    if (const auto error = reading.ask("foreign_servers", {}, [&](const Row& row) {
            addServer(reading, row);
            report.addObjects(1);
        }))
        return error;
    return reading.ask("foreign_tables", {},
                       [&](const Row& row) { takeForeignOptions(reading, row); });
}

} // namespace cadastre::postgresql

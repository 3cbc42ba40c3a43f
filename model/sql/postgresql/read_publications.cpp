// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/postgresql/kinds.h"

#include <map>

namespace cadastre::postgresql {

namespace {

QString operationsOf(const Row& row)
{
    QStringList words;
    if (row[4].boolean())
        words << QStringLiteral("INSERT");
    if (row[5].boolean())
        words << QStringLiteral("UPDATE");
    if (row[6].boolean())
        words << QStringLiteral("DELETE");
    if (row[7].boolean())
        words << QStringLiteral("TRUNCATE");
    return words.join(QStringLiteral(", "));
}

/// "shop.orders (id, state), rows filtered"; empty for what is not in the catalog.
QString memberText(Reading& reading, const Row& row)
{
    if (const Oid schema = oidOf(row[2]))
        return QStringLiteral("all tables of ") + reading.schemaNames.value(schema);
    const auto table = reading.table(oidOf(row[1]));
    if (!table)
        return {};
    QString text = reading.displayName(*table);
    QStringList columns;
    for (const ColumnId id : reading.columns(*table, numbersOf(row[3])))
        columns << reading.objects.columns[id.index].name;
    if (!columns.isEmpty())
        text += QStringLiteral(" (") + columns.join(QStringLiteral(", ")) + QLatin1Char(')');
    return row[4].boolean() ? text + QStringLiteral(", rows filtered") : text;
}

/// So that who publishes a table can be found from the table: single ones only.
void addDependency(Reading& reading, const Row& row)
{
    const auto publication = reading.find(catalog::publications, oidOf(row[0]));
    const auto table = reading.table(oidOf(row[1]));
    if (publication && table)
        reading.objects.dependencies.push_back({*publication, *table, DependencyKind::Other});
}

Outcome readMembers(Reading& reading)
{
    std::map<Oid, QStringList> members;
    const auto error = reading.ask("publication_members", {}, [&](const Row& row) {
        const QString text = memberText(reading, row);
        if (!text.isEmpty())
            members[oidOf(row[0])] << text;
        addDependency(reading, row);
    });
    for (auto& [oid, texts] : members) {
        const auto publication = reading.find(catalog::publications, oid);
        if (!publication)
            continue;
        texts.sort();
        for (const QString& text : texts)
            addProperty(reading.base(*publication), QStringLiteral("Publishes"), text);
    }
    return error;
}

} // namespace

Outcome readPublications(Reading& reading, StepReport& report)
{
    if (const auto error = reading.ask("publications", {}, [&](const Row& row) {
            OtherObject publication;
            const Oid oid = oidOf(row[0]);
            if (!reading.describe(publication, catalog::publications, oid, row[1], oidOf(row[2])))
                return;
            publication.kind = CatalogKind::Publications;
            publication.kindName = QStringLiteral("publication");
            addProperty(publication, QStringLiteral("Operations"), operationsOf(row));
            if (row[3].boolean())
                addProperty(publication, QStringLiteral("Publishes"), QStringLiteral("all tables"));
            reading.remember(catalog::publications, oid,
                             OtherId{static_cast<int>(reading.objects.others.size())});
            reading.objects.others.push_back(std::move(publication));
            report.addObjects(1);
        }))
        return error;
    return readMembers(reading);
}

} // namespace cadastre::postgresql

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What looking at boundaries costs on large schemas, step by step: a hundred boundaries with the
// modules of the schema dealt out to them, so that about a fifth of the references cross; routines
// that write and roles that may.
#include "tests/bench/bench.h"

#include "model/boundaries/crossings/boundary_check.h"
#include "model/boundaries/crossings/what_if.h"
#include "model/relations/inference.h"
#include "tests/support/synthetic_catalog.h"

namespace cadastre {

namespace {

constexpr int boundaryCount = 100;

/// "billing" and "3" of `v17_billing_order3`: tables of one module go together.
QString moduleOf(const QString& table)
{
    QString name = table;
    if (name.startsWith(QLatin1Char('v')) && name.size() > 1 && name.at(1).isDigit())
        name = name.section(QLatin1Char('_'), 1);
    qsizetype digits = name.size();
    while (digits > 0 && name.at(digits - 1).isDigit())
        --digits;
    return QString(name.section(QLatin1Char('_'), 0, 0) + name.sliced(digits));
}

/// For every tenth table a routine that writes it and reads the next one.
void addRoutines(CatalogObjects& objects)
{
    for (std::size_t i = 0; i + 40 < objects.tables.size(); i += 10) {
        const auto name = [&](std::size_t table) {
            return QString(objects.schemas[objects.tables[table].schema.index].name +
                           QLatin1Char('.') + objects.tables[table].name);
        };
        Routine routine;
        routine.schema = objects.tables[i].schema;
        routine.name = QStringLiteral("touch_%1").arg(objects.tables[i].name);
        routine.language = QStringLiteral("sql");
        routine.definition =
            QStringLiteral("CREATE FUNCTION %1.%2() RETURNS void LANGUAGE sql AS $$ UPDATE %3 SET "
                           "name = name WHERE id IN (SELECT id FROM %4) $$")
                .arg(objects.schemas[routine.schema.index].name, routine.name, name(i + 30),
                     name(i));
        objects.routines.push_back(routine);
    }
}

/// Every boundary's role may read a hundredth of all tables and write every tenth of these.
void addRolesWithGrants(CatalogObjects& objects)
{
    for (int i = 0; i < boundaryCount; ++i) {
        Role role;
        role.name = QStringLiteral("svc_%1").arg(i);
        role.canLogin = true;
        objects.roles.push_back(role);
        for (int table = i; table < static_cast<int>(objects.tables.size());
             table += boundaryCount) {
            Grant grant;
            grant.object = TableId{table};
            grant.grantee = RoleId{i};
            grant.privileges = Privilege::Select;
            if (table / boundaryCount % 10 == 0)
                grant.privileges |= Privilege::Insert | Privilege::Update;
            objects.grants.push_back(grant);
        }
    }
}

Catalog busyCatalog(int tables)
{
    test::SyntheticOptions options;
    options.tables = tables;
    CatalogObjects objects = test::syntheticSource(options).objects;
    addRoutines(objects);
    addRolesWithGrants(objects);
    return mergeSources({std::make_shared<const SourceCatalog>(finishSource(std::move(objects)))});
}

Boundaries dealtOut(const Catalog& catalog)
{
    Boundaries boundaries;
    QHash<QString, QString> names;
    const auto& tables = catalog.objects().tables;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const QString module = moduleOf(tables[i].name);
        if (!names.contains(module))
            names.insert(module, QStringLiteral("service %1").arg(names.size() % boundaryCount));
        boundaries.entries[names[module]].members
            << catalog.keyOf(TableId{static_cast<int>(i)}).toString();
    }
    int number = 0;
    for (auto& [name, boundary] : boundaries.entries) {
        boundary.owner = QStringLiteral("team %1").arg(number++ / 2);
        boundary.members.sort();
        boundary.roles = {QStringLiteral("svc_%1").arg(number)};
    }
    for (const Routine& routine : catalog.objects().routines) // theirs as the table's
        boundaries.entries[names[moduleOf(routine.name.mid(6))]].members
            << QString(QStringLiteral("*.") + routine.name);
    return boundaries;
}

/// The table that most foreign keys point at.
TableId busiestTable(const Catalog& catalog)
{
    TableId busiest;
    std::size_t most = 0;
    for (std::size_t i = 0; i < catalog.objects().tables.size(); ++i) {
        const TableId table{static_cast<int>(i)};
        if (const std::size_t count = catalog.foreignKeysTo(table).size(); count > most) {
            most = count;
            busiest = table;
        }
    }
    return busiest;
}

void measureBoundaries(int tables)
{
    const Catalog catalog = busyCatalog(tables);
    const std::vector<Relationship> relationships = allRelationships(catalog, {});
    const Boundaries boundaries = dealtOut(catalog);
    const QDate today(2026, 11, 26);
    const std::atomic_bool cancelled = false;
    UseReading uses;
    Ownership ownership;
    std::vector<Crossing> crossings;
    BoundaryCheck check;
    const double readMs = bench::fastest(3, [&] { uses = readUses(catalog, cancelled); });
    const double ownMs = bench::fastest(3, [&] { ownership = ownershipOf(catalog, boundaries); });
    const BoundaryFacts facts{catalog, relationships, uses, boundaries, ownership};
    const double findMs = bench::fastest(3, [&] { crossings = findCrossings(facts); });
    const double judgeMs = bench::fastest(
        3, [&] { (void)judgeCrossings(catalog, ownership, boundaries, crossings, today); });
    const double checkMs = bench::fastest(
        3, [&] { check = checkBoundaries(catalog, relationships, uses, boundaries, today); });
    WhatIf whatIf;
    const double prepareMs = bench::fastest(3, [&] { whatIf = WhatIf(facts); });
    const std::vector<TableId> moved{busiestTable(catalog)};
    const double moveMs = bench::fastest(20, [&] { (void)whatIf.move(moved, 1); });
    bench::printRow({QString::number(tables), QString::number(boundaries.entries.size()),
                     QString::number(check.crossings.size()), bench::number(ownMs),
                     bench::number(readMs), bench::number(findMs), bench::number(judgeMs),
                     bench::number(checkMs), bench::number(prepareMs),
                     QString::number(moveMs, 'f', 3)});
}

void runBoundaries(const bench::BenchOptions& options)
{
    bench::printHead({QStringLiteral("tables"), QStringLiteral("boundaries"),
                      QStringLiteral("crossings"), QStringLiteral("ownership ms"),
                      QStringLiteral("uses ms"), QStringLiteral("find ms"),
                      QStringLiteral("judge ms"), QStringLiteral("whole check ms"),
                      QStringLiteral("prepare what-if ms"), QStringLiteral("one move ms")});
    for (const int tables : options.sizes)
        measureBoundaries(tables);
}

} // namespace

BenchSection boundariesSection()
{
    return {QStringLiteral("boundaries"),
            QStringLiteral("who owns what and what crosses, with a hundred boundaries"),
            runBoundaries};
}

} // namespace cadastre

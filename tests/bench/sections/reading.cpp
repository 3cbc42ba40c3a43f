// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reading the catalog of real databases of several sizes, beside what the engine's own client needs
// for the same statements, and beside pg_dump.
#include "model/sql/source_reader.h"
#include "tests/bench/bench.h"
#include "tests/bench/floor.h"
#include "tests/bench/loaded_database.h"
#include "tests/support/synthetic_catalog.h"

namespace cadastre {

namespace {

/// Milliseconds; absent when the read failed (the reason is printed).
std::optional<double> readMilliseconds(const DatabaseAddress& address, int& statements)
{
    bool failed = false;
    const double milliseconds = bench::fastest(3, [&] {
        ReadControl control;
        const Result<ReadResult> result = readSource(address, {}, {}, control);
        failed = failed || !result;
        if (result)
            statements = result->statementCount;
        else
            bench::print(result.error().message + QLatin1Char(' ') + result.error().detail);
    });
    return failed ? std::nullopt : std::optional(milliseconds);
}

void measure(Engine engine, int tables)
{
    const auto database = bench::loadSynthetic(engine, *test::syntheticCatalog(tables));
    if (!database) {
        bench::print(database.error().message + QLatin1Char(' ') +
                     database.error().detail.left(300));
        return;
    }
    int statements = 0;
    const auto read = readMilliseconds(database->address, statements);
    if (!read)
        return;
    const std::optional<double> floor = bench::clientMilliseconds(*database);
    const std::optional<double> dump = bench::dumpMilliseconds(*database);
    const auto cell = [](const std::optional<double>& value) {
        return value ? bench::number(*value) : QStringLiteral("-");
    };
    const auto ratio = [&](const std::optional<double>& base) {
        return base ? QString::number(*read / *base, 'f', 2) : QStringLiteral("-");
    };
    bench::printRow({engineName(engine), QString::number(tables), cell(read),
                     QString::number(statements), cell(floor), ratio(floor), cell(dump),
                     ratio(dump)});
}

void run(const bench::BenchOptions& options)
{
    bench::printHead({QStringLiteral("engine"), QStringLiteral("tables"), QStringLiteral("read ms"),
                      QStringLiteral("statements"), QStringLiteral("own client ms"),
                      QStringLiteral("ratio"), QStringLiteral("dump ms"), QStringLiteral("ratio")});
    for (Engine engine : {Engine::Sqlite, Engine::PostgreSql, Engine::MariaDb}) {
        for (int size : options.sizes)
            measure(engine, size);
    }
}

} // namespace

BenchSection readingSection()
{
    return {QStringLiteral("reading"),
            QStringLiteral("the catalog, fastest of three; own client: the same statements through "
                           "psql or mariadb; dump: pg_dump --schema-only"),
            run};
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The order of the steps, and what frames them: connecting, and reading once more when the tables
// changed meanwhile. These engines' catalog has no snapshot.
#include "model/sql/mariadb/mariadb_reader.h"

#include "model/sql/mariadb/mariadb_errors.h"
#include "model/sql/mariadb/mariadb_steps.h"
#include "model/sql/server_cancel.h"

#include <QElapsedTimer>

#include <algorithm>

namespace cadastre {

namespace {

KindStep step(MariaDbContext& context, CatalogKind kind, MariaDbStep& read, bool essential = false)
{
    return {kind, [&context, &read](StepReport& report) { return read(context, report); },
            essential};
}

std::vector<KindStep> stepsFor(MariaDbContext& context)
{
    std::vector<KindStep> steps{
        step(context, CatalogKind::Schemas, readSchemas, true),
        step(context, CatalogKind::Tables, readTables, true),
        step(context, CatalogKind::Columns, readColumns),
        step(context, CatalogKind::Routines, readRoutines),
        step(context, CatalogKind::Views, readViews),
        step(context, CatalogKind::Indexes, readIndexes),
        step(context, CatalogKind::Constraints, readForeignKeys),
        step(context, CatalogKind::Constraints, readChecks),
        step(context, CatalogKind::Tables, readPartitions),
        step(context, CatalogKind::Triggers, readTriggers),
        step(context, CatalogKind::Events, readEvents),
        step(context, CatalogKind::Roles, readRoles),
        step(context, CatalogKind::Grants, readGrants),
        step(context, CatalogKind::Dependencies, resolveDependencies),
        step(context, CatalogKind::Tables, compareTables),
    };
    const std::vector<KindStep> visibility = visibilitySteps(context);
    steps.insert(steps.end(), visibility.begin(), visibility.end());
    return steps;
}

/// Kinds that come with the tables have no step of their own.
void addImpliedReports(std::vector<KindReport>& kinds, Engine engine)
{
    const auto tables = std::ranges::find(kinds, CatalogKind::Tables, &KindReport::kind);
    const KindReport ofTables = *tables;
    const auto add = [&](CatalogKind kind) {
        KindReport report = ofTables;
        report.kind = kind;
        kinds.push_back(report);
    };
    add(CatalogKind::Comments);
    add(CatalogKind::Statistics);
    if (engine == Engine::MariaDb)
        add(CatalogKind::Sequences);
    kinds.push_back({CatalogKind::Unknown, ReadState::Read, {}, {}});
}

Source& fillSource(MariaDbContext& context, const DatabaseAddress& address)
{
    Source& source = context.objects.sources.front();
    source.name = address.suggestedSourceName();
    source.engine = context.connection.engine();
    source.versionNumber = context.connection.versionNumber();
    source.databaseName = address.database;
    source.location = address.displayText();
    source.defaultSchema = address.database;
    source.omissions = context.scope.omissions();
    return source;
}

struct OneRead
{
    SourceCatalog catalog;
    std::vector<PhaseTiming> timings;
};

Result<OneRead> readOnce(MariaDbConnection& connection, const DatabaseAddress& address,
                         const ReadOptions& options, ReadControl& control)
{
    MariaDbContext context(connection, options);
    context.onlySchema = address.database;
    Result<StepsOutcome> outcome = runKindSteps(stepsFor(context), control, address.displayText());
    if (!outcome)
        return outcome.error();
    Source& source = fillSource(context, address);
    addImpliedReports(outcome->kinds, source.engine);
    source.kinds = completeKindReports(std::move(outcome->kinds));
    return OneRead{finishSource(std::move(context.objects)), std::move(outcome->timings)};
}

double elapsedMs(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

Result<std::unique_ptr<MariaDbConnection>> connectTo(const DatabaseAddress& address,
                                                     const QString& password,
                                                     const ReadOptions& options,
                                                     const ReadControl& control)
{
    const Result<MariaDbOptions> connectOptions =
        mariaDbOptions(address, password, options, &control);
    if (!connectOptions)
        return connectOptions.error();
    return MariaDbConnection::open(*connectOptions);
}

} // namespace

Result<ReadResult> readMariaDb(const DatabaseAddress& address, const QString& password,
                               const ReadOptions& options, ReadControl& control)
{
    QElapsedTimer timer;
    timer.start();
    const auto connection = connectTo(address, password, options, control);
    if (!connection)
        return connection.error();
    const double connectMs = elapsedMs(timer);
    const ServerCancel cancel(control, **connection);
    Result<OneRead> read = readOnce(**connection, address, options, control);
    if (read && read->catalog.source().changedWhileReading)
        read = readOnce(**connection, address, options, control);
    if (!read)
        return read.error();
    ReadResult result;
    result.timings = std::move(read->timings);
    result.timings.insert(result.timings.begin(), {QStringLiteral("connect"), connectMs});
    result.catalog = std::make_shared<const SourceCatalog>(std::move(read->catalog));
    result.transportSecurity = (*connection)->transportSecurity();
    result.statementCount = (*connection)->statementCount();
    return result;
}

Result<ConnectionTest> testMariaDb(const DatabaseAddress& address, const QString& password,
                                   const ReadOptions& options, ReadControl& control)
{
    const auto connection = connectTo(address, password, options, control);
    if (!connection)
        return connection.error();
    const ServerCancel cancel(control, **connection);
    ConnectionTest test;
    test.transportSecurity = (*connection)->transportSecurity();
    test.serverVersion = (*connection)->versionText();
    const QByteArray text = (*connection)->text("schemas");
    const auto error = (*connection)->run(text, {}, [&](const Row& row) {
        if (options.systemObjects || !isSystemSchema(row[0].text()))
            test.schemas << row[0].text();
    });
    if (error)
        return readError(*error, address.displayText());
    test.schemas.sort();
    return test;
}

} // namespace cadastre

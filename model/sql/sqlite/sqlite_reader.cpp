// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/sqlite/sqlite_reader.h"

#include "model/sql/server_cancel.h"
#include "model/sql/sqlite/sqlite_read.h"

#include <QElapsedTimer>
#include <QFileInfo>

namespace cadastre {

namespace {

constexpr int mostAttempts = 2;

std::vector<KindStep> stepsFor(SqliteRead& read)
{
    const auto step = [&read](CatalogKind kind, auto function, bool essential = false) {
        return KindStep{kind,
                        [&read, function](StepReport& report) { return function(read, report); },
                        essential};
    };
    const auto nothing = [](SqliteRead&, StepReport&) { return SqliteStepResult(); };
    return {
        step(CatalogKind::Schemas, nothing),
        step(CatalogKind::Tables, readSqliteObjects, true),
        step(CatalogKind::Columns, readSqliteColumns),
        step(CatalogKind::Columns, readSqliteDerivedColumns),
        step(CatalogKind::Indexes, readSqliteIndexes),
        step(CatalogKind::Constraints, readSqliteForeignKeys),
        step(CatalogKind::Constraints, readSqliteKeysAndChecks),
        step(CatalogKind::Triggers, readSqliteTriggers),
        step(CatalogKind::Dependencies, readSqliteDependencies),
        step(CatalogKind::Statistics, readSqliteStatistics),
        // read with the tables
        step(CatalogKind::Views, nothing),
        step(CatalogKind::Comments, nothing),
        step(CatalogKind::Unknown, nothing),
    };
}

Source describedSource(const DatabaseAddress& address, const SqliteConnection& connection)
{
    Source source;
    source.name = address.suggestedSourceName();
    source.engine = Engine::Sqlite;
    source.serverVersion = connection.versionText();
    source.versionNumber = connection.versionNumber();
    source.databaseName = QFileInfo(address.path).fileName();
    source.location = address.path;
    source.defaultSchema = QStringLiteral("main");
    source.encoding = connection.encoding();
    return source;
}

Schema mainSchema()
{
    Schema schema;
    schema.name = QStringLiteral("main");
    return schema;
}

using OpenedConnection = Result<std::unique_ptr<SqliteConnection>>;

/// Everything from one connection; the connection is closed afterwards.
Result<ReadResult> readOpened(const DatabaseAddress& address, const ReadOptions& options,
                              ReadControl& control, const SqliteFileState& state)
{
    QElapsedTimer timer;
    timer.start();
    const OpenedConnection opened =
        SqliteConnection::open(address.path, sqliteOpenMode(state), options.lockTimeoutMs);
    if (!opened)
        return opened.error();
    SqliteConnection& connection = **opened;
    const ServerCancel cancel(control, connection);
    ReadResult result;
    result.timings.push_back(
        {QStringLiteral("connect"), static_cast<double>(timer.nsecsElapsed()) / 1e6});
    SqliteRead read(connection, options);
    read.objects.sources = {describedSource(address, connection)};
    read.objects.schemas = {mainSchema()};
    const auto outcome = runKindSteps(stepsFor(read), control, address.displayText());
    if (!outcome)
        return outcome.error();
    Source& source = read.objects.sources.front();
    source.kinds = completeKindReports(outcome->kinds);
    source.omissions = read.scope.omissions();
    result.timings.insert(result.timings.end(), outcome->timings.begin(), outcome->timings.end());
    result.transportSecurity = connection.transportSecurity();
    result.statementCount = connection.statementCount();
    timer.restart();
    result.catalog = std::make_shared<SourceCatalog>(finishSource(std::move(read.objects)));
    result.timings.push_back(
        {QStringLiteral("order"), static_cast<double>(timer.nsecsElapsed()) / 1e6});
    return result;
}

Result<ConnectionTest> testOpened(const DatabaseAddress& address, const ReadOptions& options,
                                  const SqliteFileState& state)
{
    const OpenedConnection opened =
        SqliteConnection::open(address.path, sqliteOpenMode(state), options.lockTimeoutMs);
    if (!opened)
        return opened.error();
    ConnectionTest test;
    test.serverVersion = (*opened)->versionText();
    test.transportSecurity = (*opened)->transportSecurity();
    test.schemas = QStringList{QStringLiteral("main")};
    return test;
}

} // namespace

Result<ReadResult> readSqlite(const DatabaseAddress& address, const QString&,
                              const ReadOptions& options, ReadControl& control)
{
    for (int attempt = 1;; ++attempt) {
        const Result<SqliteFileState> state = sqliteFileState(address.path);
        if (!state)
            return state.error();
        Result<ReadResult> result = readOpened(address, options, control, *state);
        removeSharedMemoryWeMade(address.path, *state);
        const bool isLast = attempt == mostAttempts;
        if (!sqliteFileChanged(address.path, *state) || (isLast && !result))
            return result;
        if (!isLast)
            continue;
        auto changed = std::make_shared<SourceCatalog>(*result->catalog);
        changed->objects.sources.front().changedWhileReading = true;
        result->catalog = changed;
        return result;
    }
}

Result<ConnectionTest> testSqlite(const DatabaseAddress& address, const QString&,
                                  const ReadOptions& options, ReadControl&)
{
    const Result<SqliteFileState> state = sqliteFileState(address.path);
    if (!state)
        return state.error();
    const Result<ConnectionTest> result = testOpened(address, options, *state);
    removeSharedMemoryWeMade(address.path, *state);
    return result;
}

} // namespace cadastre

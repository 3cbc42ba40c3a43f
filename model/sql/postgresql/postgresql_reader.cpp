// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/postgresql/postgresql_reader.h"

#include "model/sql/postgresql/kinds.h"
#include "model/sql/server_cancel.h"

#include <QElapsedTimer>

#include <algorithm>

namespace cadastre {

namespace {

using namespace postgresql;

using KindFunction = Outcome (*)(Reading&, StepReport&);

struct PlannedKind
{
    CatalogKind kind;
    KindFunction read;
    bool essential = false;
};

/// In one snapshot: catalogs only, nothing that looks at the present.
std::vector<PlannedKind> snapshotKinds()
{
    return {
        {CatalogKind::Roles, readRoles},
        {CatalogKind::Extensions, readExtensions},
        {CatalogKind::Schemas, readSchemas, true},
        {CatalogKind::Types, readTypes},
        {CatalogKind::Tables, readTables, true},
        {CatalogKind::Columns, readColumns},
        {CatalogKind::ForeignServers, readForeignServers},
        {CatalogKind::Constraints, readConstraints},
        {CatalogKind::Indexes, readIndexes},
        {CatalogKind::Routines, readRoutines},
        {CatalogKind::Triggers, readTriggers},
        {CatalogKind::Sequences, readSequences},
        {CatalogKind::Rules, readRules},
        {CatalogKind::Policies, readPolicies},
        {CatalogKind::EventTriggers, readEventTriggers},
        {CatalogKind::Publications, readPublications},
        {CatalogKind::Subscriptions, readSubscriptions},
        {CatalogKind::Collations, readCollations},
        {CatalogKind::Unknown, readOtherObjects},
        {CatalogKind::Dependencies, readDependencies},
        {CatalogKind::Grants, readGrants},
        {CatalogKind::Comments, readComments},
    };
}

/// After the snapshot, each in a short transaction of its own.
std::vector<PlannedKind> presentKinds()
{
    return {
        {CatalogKind::Tables, readPartitionKeys},
        {CatalogKind::Columns, readGeneratedColumns},
        {CatalogKind::Constraints, readConstraintDefinitions},
        {CatalogKind::Indexes, readIndexDefinitions},
        {CatalogKind::Views, readViewDefinitions},
        {CatalogKind::Triggers, readTriggerDefinitions},
        {CatalogKind::Rules, readRuleDefinitions},
        {CatalogKind::Policies, readPolicyExpressions},
        {CatalogKind::Routines, readRoutineDefinitions},
    };
}

/// Differs when a relation changed between two calls.
Outcome readFingerprint(Reading& reading, QByteArray& fingerprint)
{
    return reading.ask("fingerprint", {}, [&](const Row& row) {
        for (int i = 0; i < row.size(); ++i)
            fingerprint += row[i].bytes().toByteArray() + ' ';
    });
}

/// One read from BEGIN to the last definition.
class ReadRun
{
public:
    ReadRun(PostgresConnection& connection, const DatabaseAddress& address,
            const ReadOptions& options, ReadControl& control)
        : m_address(address)
        , m_control(control)
        , m_scope(options)
        , m_reading(connection, options, m_scope)
    {
    }

    Result<StepsOutcome> run();
    [[nodiscard]] bool catalogChanged() const { return m_before != m_after; }
    /// The facts; the run is empty afterwards.
    SourceCatalog take(const StepsOutcome& outcome);

private:
    Outcome begin();
    Outcome beforeStep();
    Outcome afterStep(bool failed);
    void plan(std::vector<KindStep>& steps, const std::vector<PlannedKind>& kinds);
    [[nodiscard]] bool inSnapshot() const { return m_step <= m_snapshotSteps; }

    const DatabaseAddress& m_address;
    ReadControl& m_control;
    Scope m_scope;
    Reading m_reading;
    QByteArray m_before;
    QByteArray m_after;
    int m_step = 0;
    int m_snapshotSteps = 0;
};

void ReadRun::plan(std::vector<KindStep>& steps, const std::vector<PlannedKind>& kinds)
{
    for (const PlannedKind& kind : kinds) {
        const auto read = [this, function = kind.read](StepReport& report) {
            return function(m_reading, report);
        };
        steps.push_back({kind.kind, read, kind.essential});
    }
}

Outcome ReadRun::begin()
{
    if (auto error = m_reading.setLockTimeout(m_reading.options.lockTimeoutMs))
        return error;
    if (auto error = m_reading.ask("snapshot_begin", {}, {}))
        return error;
    if (auto error = readFingerprint(m_reading, m_before))
        return error;
    return readDatabase(m_reading);
}

Outcome ReadRun::beforeStep()
{
    ++m_step;
    m_reading.inSnapshot = inSnapshot();
    if (m_step == m_snapshotSteps + 1)
        return m_reading.ask("snapshot_end", {}, {});
    return inSnapshot() ? m_reading.ask("savepoint", {}, {}) : std::nullopt;
}

Outcome ReadRun::afterStep(bool failed)
{
    return failed && inSnapshot() ? m_reading.ask("savepoint_rollback", {}, {}) : std::nullopt;
}

Result<StepsOutcome> ReadRun::run()
{
    const QString name = m_address.displayText();
    if (const auto error = begin())
        return readError(*error, name);
    std::vector<KindStep> steps;
    plan(steps, snapshotKinds());
    m_snapshotSteps = static_cast<int>(steps.size());
    plan(steps, presentKinds());
    const StepHooks hooks{[this] { return beforeStep(); },
                          [this](bool failed) { return afterStep(failed); }};
    Result<StepsOutcome> outcome = runKindSteps(steps, m_control, name, hooks);
    if (!outcome)
        return outcome;
    if (const auto error = readFingerprint(m_reading, m_after))
        return readError(*error, name);
    return outcome;
}

/// Row estimates and sizes come with the tables.
void addStatisticsReport(std::vector<KindReport>& kinds)
{
    const auto tables = std::ranges::find(kinds, CatalogKind::Tables, &KindReport::kind);
    if (tables != kinds.end())
        kinds.push_back({CatalogKind::Statistics, tables->state, tables->reason, {}});
}

SourceCatalog ReadRun::take(const StepsOutcome& outcome)
{
    Source& source = m_reading.objects.sources.front();
    const PostgresConnection& connection = m_reading.connection;
    source.name = m_address.suggestedSourceName();
    source.engine = Engine::PostgreSql;
    source.serverVersion = connection.versionText().section(QLatin1Char(' '), 0, 0);
    source.versionNumber = connection.versionNumber();
    source.location = m_address.displayText();
    std::vector<KindReport> kinds = outcome.kinds;
    addStatisticsReport(kinds);
    source.kinds = completeKindReports(std::move(kinds));
    source.omissions = m_scope.omissions();
    source.changedWhileReading = catalogChanged();
    return finishSource(std::move(m_reading.objects));
}

double millisecondsOf(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace

Result<ReadResult> readPostgreSql(const DatabaseAddress& address, const QString& password,
                                  const ReadOptions& options, ReadControl& control)
{
    QElapsedTimer timer;
    timer.start();
    auto connection = PostgresConnection::open(address, password, options, control);
    if (!connection)
        return connection.error();
    const ServerCancel cancel(control, **connection);
    const double connectMs = millisecondsOf(timer);

    auto run = std::make_unique<ReadRun>(**connection, address, options, control);
    Result<StepsOutcome> outcome = run->run();
    if (outcome && run->catalogChanged()) {
        run = std::make_unique<ReadRun>(**connection, address, options, control);
        outcome = run->run();
    }
    if (!outcome)
        return outcome.error();

    ReadResult result;
    timer.restart();
    result.catalog = std::make_shared<const SourceCatalog>(run->take(*outcome));
    result.timings = outcome->timings;
    result.timings.insert(result.timings.begin(), {QStringLiteral("connect"), connectMs});
    result.timings.push_back({QStringLiteral("arrange"), millisecondsOf(timer)});
    result.transportSecurity = (*connection)->transportSecurity();
    result.statementCount = (*connection)->statementCount();
    return result;
}

Result<ConnectionTest> testPostgreSql(const DatabaseAddress& address, const QString& password,
                                      const ReadOptions& options, ReadControl& control)
{
    auto connection = PostgresConnection::open(address, password, options, control);
    if (!connection)
        return connection.error();
    const ServerCancel cancel(control, **connection);
    ConnectionTest test;
    test.serverVersion = (*connection)->versionText();
    test.transportSecurity = (*connection)->transportSecurity();
    Scope scope(options);
    Reading reading(**connection, options, scope);
    const auto error = reading.ask("schemas", {}, [&](const Row& row) {
        if (options.systemObjects || !row[3].boolean())
            test.schemas << row[1].text();
    });
    if (error)
        return readError(*error, address.displayText());
    test.schemas.sort();
    return test;
}

} // namespace cadastre

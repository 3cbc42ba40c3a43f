// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reads SQL; see the header.
#include "app/cli/relations_evidence.h"

#include "app/catalog_loader.h"
#include "app/cli/console.h"
#include "model/relations/sql/sql_files.h"
#include "model/sql/statement_statistics.h"
#include "model/sql/verify/column_statistics_reader.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr std::size_t namedSkips = 3;

/// Calls `ask(request, source)` for every source that is a database; snapshots hold no `what`, and
/// that is said. An error is a warning: the others may have some.
template <typename Ask>
void askEachSource(const OpenedDatabase& database, const QString& what, Ask ask)
{
    const std::vector<Source>& sources = database.catalog->objects().sources;
    for (std::size_t part = 0; part < database.parts.size(); ++part) {
        const QString name = database.parts[part]->source().name;
        if (database.requests[part].address.kind == AddressKind::Snapshot) {
            printWarning(QStringLiteral("%1 is a snapshot, which holds no %2.").arg(name, what));
            continue;
        }
        const auto source = std::ranges::find(sources, name, &Source::name);
        Q_ASSERT(source != sources.end());
        const SourceId id{static_cast<int>(source - sources.begin())};
        if (const std::optional<Error> error = ask(database.requests[part], id))
            printWarning(error->message);
    }
}

StatisticsByColumn statisticsOf(const OpenedDatabase& database)
{
    StatisticsByColumn statistics;
    askEachSource(database, QStringLiteral("statistics"),
                  [&](const SourceRequest& request, SourceId source) -> std::optional<Error> {
                      ReadControl control;
                      const auto read =
                          readColumnStatistics(*database.catalog, source, request.address,
                                               passwordOf(request), request.options, control);
                      if (!read)
                          return read.error();
                      statistics.insert(*read);
                      return std::nullopt;
                  });
    return statistics;
}

std::vector<SqlText> rememberedStatements(const OpenedDatabase& database)
{
    std::vector<SqlText> texts;
    askEachSource(database, QStringLiteral("statements"),
                  [&](const SourceRequest& request, SourceId source) -> std::optional<Error> {
                      ReadControl control;
                      auto read = readStatementStatistics(request.address, passwordOf(request),
                                                          request.options, control);
                      if (!read)
                          return read.error();
                      for (SqlText& text : *read) {
                          text.source = source;
                          texts.push_back(std::move(text));
                      }
                      return std::nullopt;
                  });
    return texts;
}

/// The files' texts, for each source: nobody says whose they are.
std::vector<SqlText> textsForEverySource(const Catalog& catalog, const std::vector<SqlText>& files)
{
    std::vector<SqlText> texts;
    for (int i = 0; i < static_cast<int>(catalog.objects().sources.size()); ++i) {
        for (SqlText text : files) {
            text.source = SourceId{i};
            texts.push_back(std::move(text));
        }
    }
    return texts;
}

void append(SqlReading& reading, SqlReading more)
{
    reading.joins.insert(reading.joins.end(), more.joins.begin(), more.joins.end());
    reading.skipped.insert(reading.skipped.end(), more.skipped.begin(), more.skipped.end());
    reading.textsRead += more.textsRead;
}

Result<SqlReading> sqlOf(const RelationsOptions& options, const OpenedDatabase& database)
{
    const std::atomic_bool cancelled = false;
    SqlReading reading = readCatalogSql(*database.catalog, cancelled);
    if (options.statements)
        append(reading, readSqlTexts(*database.catalog, rememberedStatements(database), cancelled));
    if (options.sqlFolder.isEmpty())
        return reading;
    Result<SqlFiles> files = readSqlFiles(options.sqlFolder);
    if (!files)
        return files.error();
    append(reading, readSqlTexts(*database.catalog,
                                 textsForEverySource(*database.catalog, files->texts), cancelled));
    append(reading, {{}, std::move(files->skipped), 0});
    return reading;
}

} // namespace

InferenceOptions RelationsEvidence::inferenceOptions(double minimumConfidence) const
{
    InferenceOptions options;
    options.sql = &sql;
    options.statistics = statistics ? &*statistics : nullptr;
    options.minimumConfidence = minimumConfidence;
    return options;
}

Result<RelationsEvidence> readRelationsEvidence(const RelationsOptions& options,
                                                const OpenedDatabase& database)
{
    RelationsEvidence evidence;
    if (!options.wantsInferred())
        return evidence;
    Result<SqlReading> sql = sqlOf(options, database);
    if (!sql)
        return sql.error();
    evidence.sql = *std::move(sql);
    if (const QString skipped = skippedSqlText(evidence.sql); !skipped.isEmpty())
        printWarning(skipped);
    if (options.statistics)
        evidence.statistics = statisticsOf(database);
    return evidence;
}

QString skippedSqlText(const SqlReading& reading)
{
    if (reading.skipped.empty())
        return {};
    QStringList named;
    for (std::size_t i = 0; i < std::min(reading.skipped.size(), namedSkips); ++i)
        named << QStringLiteral("%1 (%2)").arg(reading.skipped[i].placeName,
                                               reading.skipped[i].why);
    if (reading.skipped.size() > namedSkips)
        named << QStringLiteral("and %1 more").arg(reading.skipped.size() - namedSkips);
    return QStringLiteral("Parts of SQL were not read: %1").arg(named.join(QLatin1String("; ")));
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reads SQL; see the header.
#include "app/cli/relations_evidence.h"

#include "app/catalog_loader.h"
#include "app/cli/console.h"
#include "model/sql/verify/column_statistics_reader.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr std::size_t namedSkips = 3;

/// Of every source that keeps some; the others are warned of.
StatisticsByColumn statisticsOf(const OpenedDatabase& database)
{
    StatisticsByColumn statistics;
    const Catalog& catalog = *database.catalog;
    for (std::size_t part = 0; part < database.parts.size(); ++part) {
        const QString name = database.parts[part]->source().name;
        const SourceRequest& request = database.requests[part];
        if (request.address.kind == AddressKind::Snapshot) {
            printWarning(QStringLiteral("%1 is a snapshot, which holds no statistics.").arg(name));
            continue;
        }
        const auto source = std::ranges::find(catalog.objects().sources, name, &Source::name);
        Q_ASSERT(source != catalog.objects().sources.end());
        const SourceId id{static_cast<int>(source - catalog.objects().sources.begin())};
        ReadControl control;
        const auto read = readColumnStatistics(catalog, id, request.address, passwordOf(request),
                                               request.options, control);
        if (read)
            statistics.insert(*read);
        else
            printWarning(read.error().message);
    }
    return statistics;
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

RelationsEvidence readRelationsEvidence(const RelationsOptions& options,
                                        const OpenedDatabase& database)
{
    RelationsEvidence evidence;
    if (!options.wantsInferred())
        return evidence;
    const std::atomic_bool cancelled = false;
    evidence.sql = readCatalogSql(*database.catalog, cancelled);
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

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reads SQL; see the header.
#include "app/cli/relations_evidence.h"

#include "app/cli/console.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr std::size_t namedSkips = 3;

} // namespace

InferenceOptions RelationsEvidence::inferenceOptions(double minimumConfidence) const
{
    InferenceOptions options;
    options.sql = &sql;
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

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a check means, as a sentence and as evidence; see the header.
#include "model/relations/verification.h"

#include "model/relations/count_text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace cadastre {

namespace {

const QString dataSignal = QStringLiteral("data");
constexpr std::size_t mostTypesNamed = 6;
/// Fewer values say little: small numbers lie in any key.
constexpr double manyRows = 1000;
constexpr double manyDistinct = 100;
constexpr qint64 enoughToVeto = 20;
constexpr double nearlyCertain = 0.98;

QString checkedRowsText(qint64 rows)
{
    return countedNoun(rows, QStringLiteral("row"), QStringLiteral("rows"));
}

QString countedOrphans(qint64 orphans)
{
    return countedNoun(orphans, QStringLiteral("orphan"), QStringLiteral("orphans"));
}

/// Type values come from the data, so they may be anything.
QString shortTypeValue(const QString& value)
{
    constexpr qsizetype longest = 60;
    const QString line = value.simplified();
    return line.size() > longest ? QString(line.left(longest) + QChar(0x2026)) : line;
}

struct DataSums
{
    qint64 rows = 0;
    qint64 found = 0;
    qint64 distinctFound = 0;
};

DataSums dataSumsOf(const Verification& verification)
{
    DataSums sums;
    for (const TargetVerification& target : verification.targets) {
        sums.rows += target.hasTable ? target.rows : 0;
        sums.found += target.hasTable ? target.found : 0;
        sums.distinctFound += target.hasTable ? target.distinctFound : 0;
    }
    return sums;
}

QString lookedAtText(const Verification& verification, qint64 rows)
{
    const QString count = groupedDigits(rows);
    if (verification.complete)
        return rows == 1 ? QStringLiteral("the one value")
                         : QStringLiteral("all %1 values").arg(count);
    const QString total =
        verification.approxTotal
            ? QStringLiteral(" (of about %1 rows)").arg(approximateCount(*verification.approxTotal))
            : QString();
    return QString(
        count + (rows == 1 ? QStringLiteral(" sampled value") : QStringLiteral(" sampled values")) +
        total);
}

QString foundShareText(const Verification& verification, const DataSums& sums)
{
    const bool several = verification.targets.size() > 1;
    return QStringLiteral("%1 of %2 exist in %3")
        .arg(percentText(sums.found, sums.rows), lookedAtText(verification, sums.rows),
             several ? QStringLiteral("their parents") : QStringLiteral("the parent"));
}

QString nothingToCompareText(const Verification& verification)
{
    if (verification.sampledRows == 0)
        return verification.complete ? QStringLiteral("the table is empty")
                                     : QStringLiteral("the sample has no rows");
    return QStringLiteral("no values to compare in %1")
        .arg(checkedRowsText(verification.sampledRows));
}

/// "order 5, invoice 3"
QString orphansByType(const Verification& verification)
{
    QStringList parts;
    for (const TargetVerification& target : verification.targets) {
        if (target.hasTable && target.orphans() > 0 && !target.typeValue.isEmpty())
            parts << QString(shortTypeValue(target.typeValue) + QLatin1Char(' ') +
                             groupedDigits(target.orphans()));
    }
    const auto more = parts.size() - static_cast<qsizetype>(mostTypesNamed);
    if (more > 0)
        parts = parts.mid(0, mostTypesNamed) << QStringLiteral("%1 more types").arg(more);
    return parts.isEmpty() ? QString()
                           : QStringLiteral(" (%1)").arg(parts.join(QStringLiteral(", ")));
}

QStringList withoutTableTexts(const Verification& verification)
{
    QStringList texts;
    std::size_t named = 0;
    for (const TargetVerification& target : verification.targets) {
        if (target.hasTable || target.rows == 0)
            continue;
        if (++named > mostTypesNamed)
            continue;
        texts << (target.typeValue.isEmpty()
                      ? QString(checkedRowsText(target.rows) + QStringLiteral(" without a type"))
                      : QStringLiteral("%1 of \"%2\", for which there is no table")
                            .arg(checkedRowsText(target.rows), shortTypeValue(target.typeValue)));
    }
    if (named > mostTypesNamed)
        texts << QStringLiteral("%1 more types without a table").arg(named - mostTypesNamed);
    return texts;
}

QString sentinelText(const SentinelCount& sentinel)
{
    return QStringLiteral("%1 with %2")
        .arg(checkedRowsText(sentinel.rows),
             sentinel.value.isEmpty() ? QStringLiteral("an empty text") : sentinel.value);
}

struct ShareWeight
{
    double share;
    double weight;
};

/// Log odds of a share of values that exist in the parent. Orphans are usual where keys are not
/// declared, so a few of them still speak for the relationship.
double weightOfShare(double share)
{
    static constexpr std::array steps{ShareWeight{0.999, 1.5}, ShareWeight{0.98, 1.0},
                                      ShareWeight{0.9, 0.3},   ShareWeight{0.75, -0.5},
                                      ShareWeight{0.5, -1.5},  ShareWeight{0.2, -3.0}};
    const auto step =
        std::ranges::find_if(steps, [share](const ShareWeight& one) { return share >= one.share; });
    return step == steps.end() ? -6.0 : step->weight;
}

double dataWeight(const DataSums& sums)
{
    if (sums.rows == 0)
        return 0;
    const double weight =
        weightOfShare(static_cast<double>(sums.found) / static_cast<double>(sums.rows));
    if (weight < 0)
        return weight * std::min(1.0, static_cast<double>(sums.rows) / enoughToVeto);
    const bool isCounted = sums.distinctFound > 0;
    const auto values = static_cast<double>(isCounted ? sums.distinctFound : sums.rows);
    return weight *
           std::min(1.0, std::log(values + 1) / std::log(isCounted ? manyDistinct : manyRows));
}

double adjustedConfidence(double confidence, double logOdds)
{
    const double before = std::clamp(confidence, 0.001, 0.999);
    const double odds = before / (1 - before) * std::exp(logOdds);
    const double after = odds / (1 + odds);
    return logOdds > 0 ? std::min(after, std::max(confidence, nearlyCertain)) : after;
}

} // namespace

QString verificationSentence(const Verification& verification)
{
    if (verification.hasFailed())
        return verification.failure;
    const DataSums sums = dataSumsOf(verification);
    QStringList parts{sums.rows == 0 ? nothingToCompareText(verification)
                                     : foundShareText(verification, sums)};
    if (sums.found < sums.rows)
        parts << QString(countedOrphans(sums.rows - sums.found) + orphansByType(verification));
    parts += withoutTableTexts(verification);
    for (const SentinelCount& sentinel : verification.sentinels)
        parts << sentinelText(sentinel);
    if (verification.nulls > 0)
        parts << QString(checkedRowsText(verification.nulls) + QStringLiteral(" without a value"));
    return parts.join(QStringLiteral("; "));
}

Relationship withVerification(Relationship relationship, const Verification& verification)
{
    auto& evidence = relationship.evidence;
    double before = 0;
    for (const Evidence& one : evidence)
        before += one.signal == dataSignal ? one.weight : 0;
    std::erase_if(evidence, [](const Evidence& one) { return one.signal == dataSignal; });
    const double weight = verification.hasFailed() ? 0 : dataWeight(dataSumsOf(verification));
    const Evidence found{dataSignal, weight, verificationSentence(verification)};
    const auto place = std::ranges::find_if(evidence, [&](const Evidence& one) {
        return std::abs(one.weight) < std::abs(found.weight);
    });
    evidence.insert(place, found);
    if (relationship.origin == RelationshipOrigin::Inferred && weight != before)
        relationship.confidence = adjustedConfidence(relationship.confidence, weight - before);
    return relationship;
}

} // namespace cadastre

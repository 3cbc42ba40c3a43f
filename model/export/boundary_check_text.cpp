// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A check as lines for people and for build logs.
#include "model/export/boundary_check_formats.h"
#include "model/export/single_line.h"
#include "model/relations/count_text.h"

#include <algorithm>

namespace cadastre {

namespace {

QString checkLine(const QString& text)
{
    return asSingleLine(text) + QLatin1Char('\n');
}

QString headText(const BoundaryCheckExport& result)
{
    const Ownership& ownership = result.check.ownership;
    qint64 owned = 0;
    for (std::size_t i = 0; i < ownership.ofTables.size(); ++i)
        owned += ownership.ofTables[i] >= 0 ? 1 : 0;
    return QStringLiteral("%1 %6 %2; nobody owns %3.\n%4, %5 to be decided or forbidden.\n")
        .arg(
            countedNoun(static_cast<qint64>(ownership.names.size()), QStringLiteral("boundary"),
                        QStringLiteral("boundaries")),
            countedNoun(owned, QStringLiteral("table or view"), QStringLiteral("tables and views")),
            groupedDigits(static_cast<qint64>(ownership.unowned(result.catalog).size())),
            countedNoun(static_cast<qint64>(result.check.crossings.size()),
                        QStringLiteral("crossing"), QStringLiteral("crossings")),
            groupedDigits(result.check.violations),
            ownership.names.size() == 1 ? QStringLiteral("owns") : QStringLiteral("own"));
}

QString crossingLine(const JudgedCrossing& judged)
{
    const QString reason =
        judged.reason.isEmpty() ? QString() : QString(QLatin1Char(' ') + judged.reason);
    return checkLine(QStringLiteral("  %1 %2: %3%4")
                         .arg(crossingStateName(judged.state),
                              crossingKindName(judged.crossing.kind), judged.crossing.sentence,
                              reason));
}

/// Crossings stand together by pair: each pair that has such crossings gets a heading.
QString pairsText(const BoundaryCheckExport& result, bool violations)
{
    const std::vector<QString>& names = result.check.ownership.names;
    QString text;
    const Crossing* before = nullptr;
    for (const JudgedCrossing& judged : result.check.crossings) {
        if (judged.isViolation() != violations)
            continue;
        const Crossing& crossing = judged.crossing;
        if (!before || before->fromBoundary != crossing.fromBoundary ||
            before->intoBoundary != crossing.intoBoundary)
            text += QLatin1Char('\n') +
                    checkLine(QStringLiteral("%1 -> %2")
                                  .arg(names[crossing.fromBoundary], names[crossing.intoBoundary]));
        before = &crossing;
        text += crossingLine(judged);
    }
    return text;
}

QString findingsText(const BoundaryCheckExport& result)
{
    QString text;
    for (const OwnershipProblem& problem : result.check.ownership.problems)
        text += checkLine(QStringLiteral("  problem %1: %2")
                              .arg(ownershipProblemName(problem.kind), problem.sentence));
    for (const FlowCheck& flow : result.check.flows)
        text +=
            checkLine(QStringLiteral("  %1 flow %2: %3")
                          .arg(flow.oneDatabase && flow.missing.empty() ? QStringLiteral("note")
                                                                        : QStringLiteral("warning"),
                               flow.flow, flow.sentence));
    for (const ContractChange& change : result.changes)
        text += checkLine(
            QStringLiteral("  %1 contract %2: %3 %4")
                .arg(change.compatible ? QStringLiteral("note") : QStringLiteral("warning"),
                     contractChangeKindName(change.kind), change.sentence, change.advice));
    for (const BoundaryFinding& finding : result.check.findings)
        text += checkLine(QStringLiteral("  %1 %2: %3 %4")
                              .arg(boundarySeverityName(finding.severity), finding.rule,
                                   finding.sentence, finding.suggestion));
    return text;
}

QString partText(const QString& title, const QString& lines)
{
    return lines.isEmpty() ? QString()
                           : QString(QLatin1Char('\n') + title + QLatin1Char('\n') + lines);
}

} // namespace

QByteArray boundaryCheckText(const BoundaryCheckExport& result)
{
    QString verdicts;
    for (const PlacedVerdictCount& verdict : result.verdicts)
        verdicts += checkLine(QString(QStringLiteral("  ") + verdict.sentence));
    QString gone;
    for (const CrossingKey& key : result.check.gone)
        gone += checkLine(QString(QStringLiteral("  ") + crossingKeyText(key)));
    const QString text = QString(
        headText(result) +
        partText(QStringLiteral("To be decided or forbidden"), pairsText(result, true)) +
        partText(QStringLiteral("Everything else that crosses"), pairsText(result, false)) +
        partText(QStringLiteral("Relationships by their place"), verdicts) +
        partText(QStringLiteral("To look at"), findingsText(result)) +
        partText(QStringLiteral("In the baseline, but gone (--write-baseline shrinks it)"), gone));
    return text.toUtf8();
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The first page of the report: the map, who owns what, what crosses between whom, what is allowed.
#include "model/export/boundary_report_parts.h"
#include "model/relations/count_text.h"

#include <QStringList>

#include <algorithm>

namespace cadastre {

namespace {

struct ObjectCounts
{
    int objects = 0;
    int contracts = 0;
};

ObjectCounts countsOf(const BoundaryReportFacts& report, BoundaryIndex boundary)
{
    ObjectCounts counts;
    for (const TableId table : report.ownership().tablesOf(boundary)) {
        ++counts.objects;
        counts.contracts += report.ownership().isContract(table) ? 1 : 0;
    }
    return counts;
}

int openCrossings(const BoundaryReportFacts& report, BoundaryIndex boundary)
{
    int count = 0;
    for (const CrossingPair& pair : report.input.check.pairs) {
        if (pair.from == boundary)
            count += pair.undecided;
    }
    return count;
}

int countOfState(const BoundaryReportFacts& report, CrossingState state)
{
    return static_cast<int>(std::ranges::count_if(
        report.input.check.crossings,
        [state](const JudgedCrossing& crossing) { return crossing.state == state; }));
}

QString summarySentence(const BoundaryReportFacts& report)
{
    const Ownership& ownership = report.ownership();
    int owned = 0;
    for (const BoundaryIndex boundary : report.order)
        owned += countsOf(report, boundary).objects;
    const auto unowned = ownership.unowned(report.catalog()).size();
    QStringList states;
    for (const CrossingState state :
         {CrossingState::Forbidden, CrossingState::Undecided, CrossingState::Expired,
          CrossingState::Known, CrossingState::Decided, CrossingState::Note, CrossingState::Counted,
          CrossingState::Allowed}) {
        if (const int count = countOfState(report, state); count > 0)
            states << QStringLiteral("%1 %2").arg(groupedDigits(count), crossingStateName(state));
    }
    return QStringLiteral("%1 %6 %2; %3 nobody's. %4%5.")
        .arg(
            countedNoun(static_cast<qint64>(report.order.size()), QStringLiteral("boundary"),
                        QStringLiteral("boundaries")),
            countedNoun(owned, QStringLiteral("table or view"), QStringLiteral("tables and views")),
            countedNoun(static_cast<qint64>(unowned), QStringLiteral("is"), QStringLiteral("are")),
            countedNoun(static_cast<qint64>(report.input.check.crossings.size()),
                        QStringLiteral("crossing"), QStringLiteral("crossings")),
            states.isEmpty() ? QString()
                             : QString(QStringLiteral(": ") + states.join(QStringLiteral(", "))),
            report.order.size() == 1 ? QStringLiteral("owns") : QStringLiteral("own"));
}

void appendBoundaries(Document& document, const BoundaryReportFacts& report)
{
    std::vector<std::vector<DocumentText>> rows;
    for (const BoundaryIndex index : report.order) {
        const Boundary& boundary = report.boundary(index);
        const ObjectCounts counts = countsOf(report, index);
        rows.push_back({report.link(index),
                        {boundaryKindName(boundary.kind)},
                        {boundary.owner},
                        {boundary.deployer},
                        {boundary.contact},
                        {QString::number(counts.objects)},
                        {QString::number(counts.contracts)},
                        {rippleText(report.boundaryRipples[index])},
                        {QString::number(openCrossings(report, index))}});
    }
    document.heading(2, QStringLiteral("Boundaries"));
    document.table({QStringLiteral("Boundary"), QStringLiteral("Kind"), QStringLiteral("Owner"),
                    QStringLiteral("Deployed by"), QStringLiteral("Contact"),
                    QStringLiteral("Tables and views"), QStringLiteral("Contracts"),
                    QStringLiteral("A change touches"), QStringLiteral("To be decided")},
                   std::move(rows));
}

void appendPairs(Document& document, const BoundaryReportFacts& report)
{
    document.heading(2, QStringLiteral("What crosses"));
    if (report.input.check.pairs.empty()) {
        document.paragraph(QStringLiteral("No crossing was found."));
        return;
    }
    std::vector<std::vector<DocumentText>> rows;
    for (const CrossingPair& pair : report.input.check.pairs)
        rows.push_back({report.link(pair.from),
                        report.link(pair.into),
                        {QString::number(pair.count)},
                        {kindsText(pair)},
                        {QString::number(pair.undecided)}});
    document.table({QStringLiteral("From"), QStringLiteral("Into"), QStringLiteral("Crossings"),
                    QStringLiteral("Kinds"), QStringLiteral("To be decided")},
                   std::move(rows));
}

void appendVerdicts(Document& document, const BoundaryReportFacts& report)
{
    std::vector<DocumentText> items;
    for (const PlacedVerdictCount& count :
         placedVerdictSummary(report.catalog(), report.ownership(), report.input.relationships))
        items.push_back({count.sentence});
    if (items.empty())
        return;
    document.heading(2, QStringLiteral("Relationships by their place"));
    document.list(std::move(items));
}

void appendRules(Document& document, const BoundaryReportFacts& report)
{
    std::vector<std::vector<DocumentText>> rows;
    for (const auto& [key, rule] : report.input.boundaries.rules)
        rows.push_back({{key.from},
                        {key.to},
                        {key.kind ? crossingKindTitle(*key.kind) : QStringLiteral("everything")},
                        {rule.effect == RuleEffect::Allow ? QStringLiteral("allowed")
                                                          : QStringLiteral("forbidden")},
                        {rule.reason},
                        {dayText(rule.until)}});
    if (rows.empty())
        return;
    document.heading(2, QStringLiteral("Rules"));
    document.table({QStringLiteral("From"), QStringLiteral("Into"), QStringLiteral("What"),
                    QStringLiteral("Rule"), QStringLiteral("Reason"), QStringLiteral("Until")},
                   std::move(rows));
}

void appendFlows(Document& document, const BoundaryReportFacts& report)
{
    std::vector<std::vector<DocumentText>> rows;
    for (const FlowCheck& flow : report.input.check.flows) {
        QStringList pulls;
        for (const QString& pull : flow.pulls)
            pulls << pull;
        rows.push_back({{flow.flow}, {flow.sentence}, {pulls.join(QStringLiteral("; "))}});
    }
    if (rows.empty())
        return;
    document.heading(2, QStringLiteral("Tables that must commit together"));
    document.table(
        {QStringLiteral("Flow"), QStringLiteral("What was found"), QStringLiteral("What it pulls")},
        std::move(rows));
}

} // namespace

void appendBoundaryOverview(Document& document, const BoundaryReportFacts& report)
{
    document.heading(1, report.input.title);
    document.paragraph(summarySentence(report));
    appendReportPicture(document, report, QString(), QStringLiteral("Who owns what"));
    appendBoundaries(document, report);
    appendPairs(document, report);
    appendVerdicts(document, report);
    appendRules(document, report);
    appendFlows(document, report);
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The part of the report that somebody should look at: findings by rule, what does not fit, what
// nobody owns, and what could not be known.
#include "model/export/boundary_report_parts.h"
#include "model/relations/count_text.h"

#include <map>

namespace cadastre {

namespace {

/// More entries of one list than these are counted.
constexpr std::size_t mostReported = 200;

void appendCut(Document& document, std::vector<DocumentText> items)
{
    const std::size_t count = items.size();
    if (count > mostReported) {
        items.resize(mostReported);
        items.push_back({QStringLiteral("and %1 more")
                             .arg(groupedDigits(static_cast<qint64>(count - mostReported)))});
    }
    document.list(std::move(items));
}

QString findingText(const BoundaryFinding& finding)
{
    return finding.suggestion.isEmpty()
               ? finding.sentence
               : QString(finding.sentence + QLatin1Char(' ') + finding.suggestion);
}

void appendFindingsOf(Document& document, const BoundaryReportFacts& report, bool unknown,
                      const QString& title)
{
    std::map<QString, std::vector<DocumentText>> byRule;
    for (const BoundaryFinding& finding : report.input.check.findings) {
        if ((finding.severity == BoundarySeverity::Unknown) == unknown)
            byRule[finding.rule].push_back({findingText(finding)});
    }
    if (byRule.empty())
        return;
    document.heading(2, title);
    for (auto& [rule, items] : byRule) {
        document.heading(3, QStringLiteral("%1 (%2)").arg(rule).arg(items.size()));
        appendCut(document, std::move(items));
    }
}

void appendProblems(Document& document, const BoundaryReportFacts& report)
{
    std::vector<DocumentText> items;
    for (const OwnershipProblem& problem : report.ownership().problems)
        items.push_back({problem.sentence});
    if (items.empty())
        return;
    document.heading(2, QStringLiteral("What does not fit the database"));
    appendCut(document, std::move(items));
}

void appendUnowned(Document& document, const BoundaryReportFacts& report)
{
    std::vector<DocumentText> items;
    for (const TableId table : report.ownership().unowned(report.catalog()))
        items.push_back({report.catalog().displayName(table)});
    if (items.empty())
        return;
    document.heading(2, QStringLiteral("Nobody owns these: %1").arg(items.size()));
    appendCut(document, std::move(items));
}

void appendBaseline(Document& document, const BoundaryReportFacts& report)
{
    if (!report.input.boundaries.baseline)
        return;
    document.heading(2, QStringLiteral("Baseline"));
    document.paragraph(
        QStringLiteral("%1 known when the baseline was written; %2 gone since, and the baseline "
                       "can shrink by them.")
            .arg(countedNoun(static_cast<qint64>(report.input.boundaries.baseline->size()),
                             QStringLiteral("crossing was"), QStringLiteral("crossings were")),
                 countedNoun(static_cast<qint64>(report.input.check.gone.size()),
                             QStringLiteral("is"), QStringLiteral("are"))));
}

} // namespace

void appendBoundaryFindings(Document& document, const BoundaryReportFacts& report)
{
    appendFindingsOf(document, report, false, QStringLiteral("What to look at"));
    appendFindingsOf(document, report, true, QStringLiteral("What could not be known"));
    appendProblems(document, report);
    appendUnowned(document, report);
    appendBaseline(document, report);
}

} // namespace cadastre

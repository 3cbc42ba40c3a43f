// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Prints coverage and worklist; see the header.
#include "model/worklist/coverage_text.h"

#include "model/relations/count_text.h"

#include <algorithm>

namespace cadastre {

namespace {

/// Rows of a table whose columns are as wide as their widest text.
QString alignedTable(const std::vector<QStringList>& rows)
{
    std::vector<qsizetype> widths;
    for (const QStringList& row : rows) {
        widths.resize(std::max<std::size_t>(widths.size(), static_cast<std::size_t>(row.size())));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    QString text;
    for (const QStringList& row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += i + 1 < row.size() ? QString(row[i].leftJustified(widths[i]) + u"  ") : row[i];
        text += QString(line + QLatin1Char('\n'));
    }
    return text;
}

/// A name from a database on one line.
QString onOneLine(const QString& name)
{
    QString result;
    for (QChar c : name)
        result += c.category() == QChar::Other_Control || c == QChar::LineSeparator ||
                          c == QChar::ParagraphSeparator
                      ? QChar(QLatin1Char(' '))
                      : c;
    return result;
}

QStringList coverageRow(const QString& label, const CoverageGroup& group)
{
    const Coverage& coverage = group.coverage;
    return {label, coverageShare(coverage.tablesCommented, coverage.tables),
            coverageShare(coverage.columnsCommented, coverage.columns),
            QString(coverageShare(coverage.othersCommented, coverage.others) +
                    (group.isPartial ? QLatin1String("  (comments not fully read)")
                                     : QLatin1String()))};
}

QString coverageSection(const WorklistFacts& facts, CoverageBy by, const QString& title)
{
    const std::vector<CoverageGroup> groups = commentCoverage(facts, by);
    // everything in one group without a name is no grouping
    const bool isGrouped = std::ranges::any_of(
        groups, [](const CoverageGroup& group) { return !group.name.isEmpty(); });
    if (!isGrouped)
        return {};
    std::vector<QStringList> rows{{title, QStringLiteral("tables and views"),
                                   QStringLiteral("columns"),
                                   QStringLiteral("routines and types")}};
    for (const CoverageGroup& group : groups)
        rows.push_back(coverageRow(
            group.name.isEmpty() ? QStringLiteral("(none)") : onOneLine(group.name), group));
    return QString(alignedTable(rows) + QLatin1Char('\n'));
}

QString worklistSection(const WorklistFacts& facts, int shown)
{
    const std::vector<WorklistEntry> entries = worklist(facts);
    if (entries.empty())
        return QStringLiteral("Nothing misleads: there is nothing to document next.\n");
    const auto wrong = std::ranges::count_if(
        entries, [](const WorklistEntry& one) { return one.problem.has_value(); });
    QString text = QStringLiteral("To document next: %1; %2 no longer true.\n")
                       .arg(countedNoun(std::ssize(entries), QStringLiteral("entry"),
                                        QStringLiteral("entries")),
                            wrong == 1 ? QStringLiteral("1 comment is")
                                       : QStringLiteral("%1 comments are").arg(wrong));
    const std::size_t count = std::min(entries.size(), static_cast<std::size_t>(shown));
    for (std::size_t i = 0; i < count; ++i)
        text += QStringLiteral("%1  %2\n    %3\n")
                    .arg(i + 1, 3)
                    .arg(onOneLine(facts.commented.catalog()->displayName(entries[i].object)),
                         onOneLine(entries[i].reason));
    if (count < entries.size())
        text += QStringLiteral("and %1 more\n")
                    .arg(groupedDigits(std::ssize(entries) - static_cast<qint64>(count)));
    return text;
}

} // namespace

QString coverageShare(int commented, int all)
{
    if (all == 0)
        return QStringLiteral("none");
    return QStringLiteral("%1 of %2 (%3 %)")
        .arg(groupedDigits(commented), groupedDigits(all))
        .arg(static_cast<int>(100LL * commented / all));
}

int commentedOf(const Coverage& coverage)
{
    return coverage.tablesCommented + coverage.columnsCommented + coverage.othersCommented;
}

int objectsOf(const Coverage& coverage)
{
    return coverage.tables + coverage.columns + coverage.others;
}

std::optional<int> coveragePercent(const Coverage& coverage)
{
    const int all = objectsOf(coverage);
    return all == 0 ? std::nullopt
                    : std::optional(static_cast<int>(100LL * commentedOf(coverage) / all));
}

QString commentStatusText(const WorklistFacts& facts, const CommentStatusOptions& options)
{
    if (facts.commented.catalog() == nullptr)
        return {};
    QString text = coverageSection(facts, CoverageBy::Source, QStringLiteral("source"));
    text += coverageSection(facts, CoverageBy::Schema, QStringLiteral("schema"));
    text += coverageSection(facts, CoverageBy::Boundary, QStringLiteral("boundary"));
    text += coverageSection(facts, CoverageBy::Owner, QStringLiteral("owner"));
    text += coverageSection(facts, CoverageBy::Convention, QStringLiteral("convention"));
    return options.entries > 0 ? QString(text + worklistSection(facts, options.entries)) : text;
}

} // namespace cadastre

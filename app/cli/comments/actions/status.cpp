// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// cadastre comments status: how much of a database is documented, by group, and what to document
// next.
#include "app/cli/boundaries/action.h"
#include "app/cli/comments/action.h"
#include "app/cli/console.h"
#include "model/worklist/coverage_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cadastre {

namespace {

constexpr int defaultEntries = 20;
constexpr int mostEntries = 100000;

std::vector<OptionSpec> statusOptions()
{
    return {{QStringLiteral("--format"), QStringLiteral("FORMAT"),
             QStringLiteral("text (default) or json")},
            {QStringLiteral("--top"), QStringLiteral("N"),
             QStringLiteral("how many entries of the worklist (default 20)")},
            {QStringLiteral("-o"), QStringLiteral("FILE"),
             QStringLiteral("where to write; default -, standard output")}};
}

QJsonObject counted(int commented, int all)
{
    return {{QStringLiteral("commented"), commented}, {QStringLiteral("all"), all}};
}

QJsonArray coverageJson(const WorklistFacts& facts, CoverageBy by)
{
    QJsonArray groups;
    for (const CoverageGroup& group : commentCoverage(facts, by)) {
        const Coverage& coverage = group.coverage;
        QJsonObject object{
            {QStringLiteral("name"), group.name},
            {QStringLiteral("tables"), counted(coverage.tablesCommented, coverage.tables)},
            {QStringLiteral("columns"), counted(coverage.columnsCommented, coverage.columns)},
            {QStringLiteral("others"), counted(coverage.othersCommented, coverage.others)},
        };
        if (group.isPartial)
            object.insert(QStringLiteral("partly_read"), true);
        groups.append(object);
    }
    return groups;
}

QByteArray statusJson(const WorklistFacts& facts, int entries)
{
    static constexpr std::pair<const char*, CoverageBy> groupings[]{
        {"sources", CoverageBy::Source},         {"schemas", CoverageBy::Schema},
        {"boundaries", CoverageBy::Boundary},    {"owners", CoverageBy::Owner},
        {"conventions", CoverageBy::Convention},
    };
    QJsonObject coverage;
    for (const auto& [name, by] : groupings)
        coverage.insert(QLatin1String(name), coverageJson(facts, by));
    const Catalog& catalog = *facts.commented.catalog();
    const std::vector<WorklistEntry> next = worklist(facts);
    QJsonArray list;
    for (const WorklistEntry& entry : next) {
        if (list.size() == entries)
            break;
        QJsonObject object{{QStringLiteral("object"), catalog.keyOf(entry.object).toString()},
                           {QStringLiteral("weight"), entry.weight},
                           {QStringLiteral("reason"), entry.reason}};
        if (!entry.draft.isEmpty())
            object.insert(QStringLiteral("draft"), entry.draft);
        list.append(object);
    }
    return QJsonDocument(
               QJsonObject{{QStringLiteral("coverage"), coverage},
                           {QStringLiteral("worklist"), list},
                           {QStringLiteral("worklist_length"), static_cast<qint64>(next.size())}})
        .toJson();
}

Result<Nothing> printStatus(const Arguments& arguments, Timings& timings)
{
    const Result<QString> format = chosenWord(arguments, QStringLiteral("--format"),
                                              {QStringLiteral("text"), QStringLiteral("json")});
    if (!format)
        return format.error();
    const auto entries = arguments.number(QStringLiteral("--top"), 0, mostEntries);
    if (!entries)
        return entries.error();
    const Result<BoundariesInput> input = boundariesInput(arguments, timings);
    if (!input)
        return input.error();
    const CommentedCatalog commented(input->database.catalog, {});
    const WorklistFacts facts{commented,
                              input->relationships,
                              input->uses,
                              input->boundaries,
                              input->ownership,
                              input->database.conventions,
                              input->minimumConfidence};
    const int top = static_cast<int>(entries->value_or(defaultEntries));
    const QByteArray text = *format == QLatin1String("json")
                                ? statusJson(facts, top)
                                : commentStatusText(facts, {top}).toUtf8();
    timings.finish(QStringLiteral("status"));
    return writeOutput(commentsFile(arguments), text);
}

} // namespace

CommentsAction statusCommentsAction()
{
    return {QStringLiteral("status"),
            QStringLiteral("how much is documented, and what to document next"), statusOptions(),
            [](const QStringList& words) { return runTimed(words, statusOptions(), printStatus); }};
}

} // namespace cadastre

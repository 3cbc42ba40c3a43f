// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// cadastre boundaries report: who owns what, for somebody who does not have the program.
#include "app/boundary_report_files.h"
#include "app/cli/boundaries/action.h"
#include "app/cli/console.h"
#include "model/export/boundary_check_formats.h"

namespace cadastre {

namespace {

std::vector<OptionSpec> reportOptions()
{
    return boundariesOptions(
        {{QStringLiteral("--format"), QStringLiteral("FORMAT"),
          QStringLiteral("markdown (default; with -o FILE pictures beside it), html "
                         "(pictures inside) or json")}});
}

std::vector<ReportFile> reportFiles(const QString& format, const QString& file,
                                    const BoundariesInput& input, const BoundaryCheck& check)
{
    if (format == QLatin1String("json"))
        return {{file, boundaryCheckJson(
                           {input.catalog(), input.boundaries, check,
                            placedVerdictSummary(input.catalog(), check.ownership,
                                                 input.relationships, input.minimumConfidence)})}};
    const BoundaryReportSource source{
        input.database.catalog,
        std::make_shared<const std::vector<Relationship>>(input.relationships),
        input.uses,
        input.boundaries,
        check,
        boundariesTitle(input),
        input.minimumConfidence};
    return boundaryReportFiles(
        source, format == QLatin1String("html") ? ReportFormat::Html : ReportFormat::Markdown, file,
        false);
}

Result<Nothing> reportAll(const Arguments& arguments, Timings& timings)
{
    const Result<QString> format = boundariesFormat(
        arguments, {QStringLiteral("markdown"), QStringLiteral("html"), QStringLiteral("json")});
    if (!format)
        return format.error();
    const Result<BoundariesInput> input = boundariesInput(arguments, timings);
    if (!input)
        return input.error();
    if (const Result<Nothing> usable = requireBoundaries(*input); !usable)
        return usable.error();
    const BoundaryCheck check =
        checkBoundaries(input->catalog(), input->relationships, input->uses, input->boundaries,
                        input->today, input->minimumConfidence);
    timings.finish(QStringLiteral("check"));
    const auto files = reportFiles(*format, boundariesFile(arguments), *input, check);
    timings.finish(QStringLiteral("report"));
    for (const ReportFile& file : files) {
        if (const Result<Nothing> written = writeOutput(file.path, file.content); !written)
            return written.error();
    }
    if (files.size() > 1)
        printPlain(QStringLiteral("%1 pictures stand beside %2.\n")
                       .arg(files.size() - 1)
                       .arg(files.front().path));
    return Nothing{};
}

} // namespace

BoundariesAction reportAction()
{
    return {QStringLiteral("report"),
            QStringLiteral("each boundary's contract, private tables, crossings and decisions"),
            reportOptions(),
            [](const QStringList& words) { return runTimed(words, reportOptions(), reportAll); }};
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// cadastre boundaries report: who owns what, for somebody who does not have the program.
#include "app/cli/boundaries/action.h"
#include "app/cli/boundaries/pictures.h"
#include "app/cli/console.h"
#include "model/export/boundary_check_formats.h"
#include "model/export/boundary_report.h"

namespace cadastre {

namespace {

std::vector<OptionSpec> reportOptions()
{
    return boundariesOptions(
        {{QStringLiteral("--format"), QStringLiteral("FORMAT"),
          QStringLiteral("markdown (default), html (with pictures) or json")}});
}

QByteArray printedReport(const QString& format, const BoundariesInput& input,
                         const BoundaryCheck& check)
{
    if (format == QLatin1String("json"))
        return boundaryCheckJson(
            {input.catalog(), input.boundaries, check,
             placedVerdictSummary(input.catalog(), check.ownership, input.relationships,
                                  input.minimumConfidence)});
    BoundaryReportInput report{
        input.catalog(), input.relationships,    input.uses, input.boundaries,
        check,           boundariesTitle(input), {}};
    if (format == QLatin1String("markdown"))
        return boundaryReportMarkdown(report);
    report.pictures = boundaryPictures(input, check);
    return boundaryReportHtml(report);
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
    const QByteArray text = printedReport(*format, *input, check);
    timings.finish(QStringLiteral("report"));
    return writeOutput(boundariesFile(arguments), text);
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

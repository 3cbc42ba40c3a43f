// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// cadastre boundaries suggest: which boundaries a schema that nobody has drawn might have.
#include "app/cli/boundaries/action.h"
#include "app/cli/console.h"
#include "model/export/boundary_suggestions.h"

namespace cadastre {

namespace {

std::vector<OptionSpec> suggestOptions()
{
    return boundariesOptions({{QStringLiteral("--format"), QStringLiteral("FORMAT"),
                               QStringLiteral("text (default), tsv or json")}});
}

Result<Nothing> suggestAll(const Arguments& arguments, Timings& timings)
{
    const Result<QString> format = boundariesFormat(
        arguments, {QStringLiteral("text"), QStringLiteral("tsv"), QStringLiteral("json")});
    if (!format)
        return format.error();
    const Result<BoundariesInput> input = boundariesInput(arguments, timings);
    if (!input)
        return input.error();
    const std::vector<ProposedBoundary> proposals = suggestBoundaries(
        input->catalog(), {input->minimumConfidence, &input->relationships, &input->uses});
    timings.finish(QStringLiteral("suggest"));
    QByteArray text = boundarySuggestionsText(input->catalog(), proposals);
    if (*format == QLatin1String("tsv"))
        text = boundarySuggestionsTsv(input->catalog(), proposals);
    if (*format == QLatin1String("json"))
        text = boundarySuggestionsJson(input->catalog(), proposals);
    return writeOutput(boundariesFile(arguments), text);
}

} // namespace

BoundariesAction suggestAction()
{
    return {QStringLiteral("suggest"),
            QStringLiteral("which boundaries there might be, with the reasons"), suggestOptions(),
            [](const QStringList& words) { return runTimed(words, suggestOptions(), suggestAll); }};
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// cadastre comments check: how a file of comments and a database differ; without a file, which
// comments are no longer true. For people and for CI.
#include "app/cli/comments/action.h"
#include "app/cli/comments/drift.h"
#include "app/cli/console.h"
#include "model/boundaries/owner_notes.h"

namespace cadastre {

namespace {

const QString completeOption = QStringLiteral("--complete");

std::vector<OptionSpec> commentCheckOptions()
{
    return commentsOptions({{QStringLiteral("--format"), QStringLiteral("FORMAT"),
                             QStringLiteral("text (default) or json")},
                            {completeOption, QString(),
                             QStringLiteral("comments that are not in the file are drift, too")},
                            {QStringLiteral("-o"), QStringLiteral("FILE"),
                             QStringLiteral("where to write; default -, standard output")}});
}

ExitStatus statusFor(bool isFound)
{
    return isFound ? ExitStatus::Findings : ExitStatus::Done;
}

Result<ExitStatus> compare(const CommentsInput& input, const Arguments& arguments, bool asJson)
{
    const auto statements = filedComments(input.file, input.catalog(), input.source);
    if (!statements)
        return statements.error();
    std::vector<CommentDrift> drift = driftOf(input.catalog(), *statements);
    const std::vector<CommentDrift> extra =
        commentsNotFiled(input.catalog(), input.source, *statements);
    const bool isComplete = arguments.has(completeOption);
    if (isComplete)
        drift.insert(drift.end(), extra.begin(), extra.end());
    const auto written =
        writeOutput(commentsFile(arguments), asJson ? driftJson(drift) : driftText(drift));
    if (!written)
        return written.error();
    if (!isComplete && !extra.empty())
        printPlain(QStringLiteral("%1 comments of the database are not in the file (%2 reports "
                                  "them, too).\n")
                       .arg(extra.size())
                       .arg(completeOption));
    return statusFor(!drift.empty());
}

/// Comments that the database itself contradicts.
Result<ExitStatus> checkTruth(const CommentsInput& input, const Arguments& arguments, bool asJson)
{
    const CommentedCatalog commented(input.database.catalog, {});
    std::vector<CommentProblem> problems =
        checkComments(commented, input.database.conventions, input.database.boundaries);
    std::erase_if(problems, [&](const CommentProblem& problem) {
        return input.catalog().sourceOf(problem.object) != input.source;
    });
    const auto written =
        writeOutput(commentsFile(arguments), asJson ? problemsJson(input.catalog(), problems)
                                                    : problemsText(input.catalog(), problems));
    if (!written)
        return written.error();
    return statusFor(!problems.empty());
}

Result<ExitStatus> checkComments(const Arguments& arguments, Timings& timings)
{
    const Result<QString> format = chosenWord(arguments, QStringLiteral("--format"),
                                              {QStringLiteral("text"), QStringLiteral("json")});
    if (!format)
        return format.error();
    const Result<CommentsInput> input = commentsInput(arguments, timings);
    if (!input)
        return input.error();
    const bool asJson = *format == QLatin1String("json");
    const auto status = input->file.isEmpty() ? checkTruth(*input, arguments, asJson)
                                              : compare(*input, arguments, asJson);
    timings.finish(QStringLiteral("check"));
    return status;
}

} // namespace

CommentsAction checkCommentsAction()
{
    return {QStringLiteral("check"),
            QStringLiteral("how a file of comments and the database differ; without a file, which "
                           "comments are no longer true; exit status 1 when there is something"),
            commentCheckOptions(), [](const QStringList& words) {
                return runTimed(words, commentCheckOptions(), checkComments);
            }};
}

} // namespace cadastre

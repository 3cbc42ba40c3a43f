// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// cadastre comments apply: writes the comments of a file, each only where the database still holds
// what the file says that it replaces.
#include "app/cli/comments/applying.h"
#include "app/cli/console.h"
#include "model/notes/sensitive_text.h"

namespace cadastre {

namespace {

std::vector<OptionSpec> applyOptions()
{
    return commentsOptions(
        {{QStringLiteral("--dry-run"), QString(),
          QStringLiteral("write nothing; print the exact SQL to standard output")},
         {QStringLiteral("--take"), QStringLiteral("mine"),
          QStringLiteral("overwrite comments that somebody else changed, and report them")},
         {QStringLiteral("--production"), QStringLiteral("NAME"),
          QStringLiteral("write to this production database")},
         {QStringLiteral("--all-or-nothing"), QString(),
          QStringLiteral("write all of them in one transaction, or none")},
         {QStringLiteral("--allow-copy"), QString(),
          QStringLiteral("MariaDB, MySQL: let the server rebuild a table where nothing less will "
                         "do")}});
}

void warnOfSensitiveTexts(const std::vector<AppliedComment>& comments)
{
    for (const AppliedComment& comment : comments) {
        QStringList kinds;
        for (const SensitivePart& part : sensitivePartsOf(comment.write.edit.after))
            kinds << part.kind;
        kinds.removeDuplicates();
        if (!kinds.isEmpty())
            printWarning(QStringLiteral("the comment of %1 seems to hold %2: everybody who can "
                                        "connect can read it")
                             .arg(comment.name, kinds.join(QLatin1String(", "))));
    }
}

ExitStatus report(const AppliedFile& file, bool wasDryRun)
{
    for (const QString& warning : file.warnings)
        printWarning(warning);
    printPlain(appliedText(file, wasDryRun));
    return statusOf(file);
}

Result<ExitStatus> applyFile(const Arguments& arguments, Timings& timings)
{
    const Result<QString> take =
        chosenWord(arguments, QStringLiteral("--take"), {QStringLiteral("mine")});
    if (!take)
        return take.error();
    if (arguments.positional().size() < 2)
        return Error{QStringLiteral("Say which file to apply: comments apply DATABASE FILE."), {}};
    ApplyOptions options;
    options.takeMine = arguments.has(QStringLiteral("--take"));
    options.allOrNothing = arguments.has(QStringLiteral("--all-or-nothing"));
    options.allowCopy = arguments.has(QStringLiteral("--allow-copy"));
    options.production = arguments.value(QStringLiteral("--production"));
    const Result<CommentsInput> input = commentsInput(arguments, timings);
    if (!input)
        return input.error();
    const auto statements = filedComments(input->file, input->catalog(), input->source);
    if (!statements)
        return statements.error();
    std::vector<AppliedComment> comments = editsOfFile(*input, *statements);
    warnOfSensitiveTexts(comments);
    if (arguments.has(QStringLiteral("--dry-run"))) {
        const auto planned = planFile(*input, std::move(comments), options);
        timings.finish(QStringLiteral("plan"));
        if (!planned)
            return planned.error();
        const auto written = writeOutput(QStringLiteral("-"), planned->sql.toUtf8());
        return written ? Result<ExitStatus>(report(planned->file, true)) : written.error();
    }
    if (const Result<Nothing> allowed = mayWrite(*input, options); !allowed)
        return allowed.error();
    const Result<AppliedFile> applied = applyComments(*input, std::move(comments), options);
    timings.finish(QStringLiteral("apply"));
    if (!applied)
        return applied.error();
    return report(*applied, false);
}

} // namespace

CommentsAction applyCommentsAction()
{
    return {QStringLiteral("apply"),
            QStringLiteral("write the comments of a file, each only where the database still holds "
                           "what the file says that it was; exit status 1 for conflicts"),
            applyOptions(),
            [](const QStringList& words) { return runTimed(words, applyOptions(), applyFile); }};
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// cadastre comments export: every comment as a file of COMMENT ON statements, each behind the text
// that it replaces.
#include "app/cli/comments/action.h"
#include "app/cli/console.h"

namespace cadastre {

namespace {

std::vector<OptionSpec> commentExportOptions()
{
    return commentsOptions({{QStringLiteral("-o"), QStringLiteral("FILE"),
                             QStringLiteral("where to write; default -, standard output")}});
}

/// Comments that no file can hold are said, never left out silently.
void warnOfUnprintable(const CommentsInput& input)
{
    for (const ObjectRef object : unprintableComments(input.catalog(), input.source))
        printWarning(QStringLiteral("the comment of %1 is left out: no statement can hold it or "
                                    "name its object")
                         .arg(input.catalog().displayName(object)));
}

QString commentsAsSql(const CommentsInput& input)
{
    QString text;
    for (const CommentEdit& edit : presentComments(input.catalog(), input.source)) {
        const Result<QString> statement = commentFileOf(input.catalog(), {edit});
        if (statement)
            text += *statement;
        else
            printWarning(statement.error().message);
    }
    return text;
}

Result<Nothing> exportComments(const Arguments& arguments, Timings& timings)
{
    const Result<CommentsInput> input = commentsInput(arguments, timings);
    if (!input)
        return input.error();
    if (!input->file.isEmpty() && arguments.has(QStringLiteral("-o")))
        return Error{QStringLiteral("Say once where to write: %1, or -o %2.")
                         .arg(input->file, arguments.value(QStringLiteral("-o"))),
                     {}};
    warnOfUnprintable(*input);
    const QString file = input->file.isEmpty() ? commentsFile(arguments) : input->file;
    const Result<Nothing> written = writeOutput(file, commentsAsSql(*input).toUtf8());
    timings.finish(QStringLiteral("write"));
    return written;
}

} // namespace

CommentsAction exportAction()
{
    return {QStringLiteral("export"),
            QStringLiteral("every comment as a file of COMMENT ON statements"),
            commentExportOptions(), [](const QStringList& words) {
                return runTimed(words, commentExportOptions(), exportComments);
            }};
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// cadastre comments export: every comment as a file of COMMENT ON statements, each behind the text
// that it replaces; as the metadata of Datasette; as a migration.
#include "app/cli/comments/action.h"
#include "app/cli/comments/migrating.h"
#include "app/cli/console.h"
#include "model/export/datasette.h"

namespace cadastre {

namespace {

std::vector<OptionSpec> commentExportOptions()
{
    std::vector<OptionSpec> options{
        {QStringLiteral("--format"), QStringLiteral("FORMAT"),
         QStringLiteral("sql (default) or datasette (its metadata.json)")},
        {QStringLiteral("-o"), QStringLiteral("FILE"),
         QStringLiteral("where to write; default -, standard output")}};
    const std::vector<OptionSpec> migration = migrationOptions();
    options.insert(options.end(), migration.begin(), migration.end());
    return commentsOptions(options);
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
    const Result<QString> format = chosenWord(arguments, QStringLiteral("--format"),
                                              {QStringLiteral("sql"), QStringLiteral("datasette")});
    if (!format)
        return format.error();
    const Result<CommentsInput> input = commentsInput(arguments, timings);
    if (!input)
        return input.error();
    if (arguments.has(QStringLiteral("--migration"))) {
        const Result<Nothing> written = exportMigration(*input, arguments);
        timings.finish(QStringLiteral("write"));
        return written;
    }
    if (!input->file.isEmpty() && arguments.has(QStringLiteral("-o")))
        return Error{QStringLiteral("Say once where to write: %1, or -o %2.")
                         .arg(input->file, arguments.value(QStringLiteral("-o"))),
                     {}};
    const bool isSql = *format == QLatin1String("sql");
    if (isSql)
        warnOfUnprintable(*input);
    const QString file = input->file.isEmpty() ? commentsFile(arguments) : input->file;
    const Result<Nothing> written =
        writeOutput(file, isSql ? commentsAsSql(*input).toUtf8()
                                : datasetteMetadata(input->catalog(), input->source));
    timings.finish(QStringLiteral("write"));
    return written;
}

} // namespace

CommentsAction exportCommentsAction()
{
    return {
        QStringLiteral("export"),
        QStringLiteral(
            "every comment as a file of COMMENT ON statements, as metadata of Datasette, or as a "
            "migration"),
        commentExportOptions(), [](const QStringList& words) {
            return runTimed(words, commentExportOptions(), exportComments);
        }};
}

} // namespace cadastre

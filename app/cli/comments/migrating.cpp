// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/cli/comments/migrating.h"

#include "app/catalog_loader.h"
#include "app/cli/console.h"
#include "model/export/migration/migration.h"
#include "model/notes/comment_file_parts.h"
#include "model/sql/write/write_comments.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace cadastre {

namespace {

PlannedComment leftOut(const QString& name, const QString& reason)
{
    PlannedComment planned;
    planned.refusal = QStringLiteral("%1: %2").arg(name, reason);
    return planned;
}

/// What the migration changes: the file's statements, or from nothing to what there is.
struct MigrationEdits
{
    std::vector<CommentEdit> edits;
    std::vector<PlannedComment> leftOut;
};

Result<MigrationEdits> editsOf(const CommentsInput& input)
{
    const Catalog& catalog = input.catalog();
    MigrationEdits result;
    if (input.file.isEmpty()) {
        for (const CommentEdit& edit : presentComments(catalog, input.source))
            result.edits.push_back({edit.key, {}, edit.after, edit.identity});
        return result;
    }
    const auto statements = filedComments(input.file, catalog, input.source);
    if (!statements)
        return statements.error();
    for (const FiledComment& comment : *statements) {
        const CommentStatement& statement = comment.statement;
        if (!comment.object) {
            result.leftOut.push_back(leftOut(targetName(statement.target), comment.problem));
            continue;
        }
        const QString before = statement.was.value_or(QString());
        if (before != statement.text)
            result.edits.push_back({catalog.keyOf(*comment.object), before, statement.text,
                                    catalog.base(*comment.object).identity});
    }
    return result;
}

/// Without a server, where the names say enough.
Result<std::vector<PlannedComment>> planOfSnapshot(const CommentsInput& input,
                                                   const std::vector<CommentEdit>& edits)
{
    if (input.facts().engine != Engine::PostgreSql)
        return Error{QStringLiteral("A migration for %1 holds lines of its tables that a snapshot "
                                    "does not have: make it from the server.")
                         .arg(engineName(input.facts().engine)),
                     {}};
    std::vector<PlannedComment> planned;
    for (const CommentEdit& edit : edits) {
        const ObjectRef object = *input.catalog().find(edit.key);
        const std::optional<CommentTarget> target = commentTarget(input.catalog(), object);
        PlannedComment comment{edit, commentHomeOf(input.catalog(), object).place, {}, {}, {}, {}};
        const auto sql = target ? printCommentStatement({*target, {}, edit.after, 0, 0})
                                : Error{QStringLiteral("no statement can name it"), {}};
        const auto undo = sql ? printCommentStatement({*target, {}, edit.before, 0, 0}) : sql;
        if (!sql || !undo) {
            comment.refusal = (sql ? undo : sql).error().message;
        } else {
            comment.sql = sql->trimmed();
            comment.undoSql = undo->trimmed();
        }
        planned.push_back(std::move(comment));
    }
    return planned;
}

Result<std::vector<PlannedComment>> planOf(const CommentsInput& input,
                                           const std::vector<CommentEdit>& edits)
{
    const SourceRequest& source = input.request();
    if (source.address.kind == AddressKind::Snapshot)
        return planOfSnapshot(input, edits);
    CommentWriteRequest request;
    request.catalog = input.database.catalog;
    request.source = input.source;
    request.edits = edits;
    request.sidecarPath = input.sidecarPath();
    ReadControl control;
    const auto plan = planComments(source.address, passwordOf(source), request, control);
    if (!plan)
        return plan.error();
    return plan->comments;
}

Result<MigrationTemplate> chosenTemplate(const Arguments& arguments)
{
    const auto templates = migrationTemplates(arguments.value(QStringLiteral("--templates")));
    if (!templates)
        return templates.error();
    const QString name = arguments.value(QStringLiteral("--migration"));
    const auto found = std::ranges::find(*templates, name, &MigrationTemplate::name);
    if (found != templates->end())
        return *found;
    QStringList names;
    for (const MigrationTemplate& known : *templates)
        names << known.name;
    return Error{QStringLiteral("There is no template called %1; there is %2.")
                     .arg(name, names.join(QLatin1String(", "))),
                 {}};
}

Result<QDateTime> migrationTime(const Arguments& arguments)
{
    const QString text = arguments.value(QStringLiteral("--time"));
    if (text.isEmpty())
        return QDateTime::currentDateTimeUtc();
    QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (!time.isValid())
        return Error{
            QStringLiteral("--time takes a time like 2026-11-26T12:00:00Z, not \"%1\".").arg(text),
            {}};
    return time.timeSpec() == Qt::LocalTime ? QDateTime(time.date(), time.time(), Qt::UTC)
                                            : time.toUTC();
}

Result<Nothing> writeFiles(const QString& folder, const std::vector<MigrationFile>& files)
{
    if (folder.isEmpty() || folder == QLatin1String("-"))
        return Error{QStringLiteral("Say into which folder the migration goes: -o FOLDER."), {}};
    if (!QDir().mkpath(folder))
        return Error{QStringLiteral("The folder %1 cannot be made.").arg(folder), {}};
    for (const MigrationFile& file : files) {
        if (QFileInfo::exists(QDir(folder).filePath(file.name)))
            return Error{QStringLiteral("%1 is there already; nothing was written.")
                             .arg(QDir(folder).filePath(file.name)),
                         {}};
    }
    for (const MigrationFile& file : files) {
        const QString path = QDir(folder).filePath(file.name);
        if (const Result<Nothing> written = writeOutput(path, file.content); !written)
            return written.error();
        printPlain(path + QLatin1Char('\n'));
    }
    return ok();
}

} // namespace

std::vector<OptionSpec> migrationOptions()
{
    return {{QStringLiteral("--migration"), QStringLiteral("TOOL"),
             QStringLiteral("write a migration instead, into the folder of -o: sql, flyway, "
                            "liquibase, dbmate, or a template of yours; of the comments of FILE, "
                            "else of all")},
            {QStringLiteral("--title"), QStringLiteral("TEXT"),
             QStringLiteral("what the migration is about")},
            {QStringLiteral("--templates"), QStringLiteral("FOLDER"),
             QStringLiteral("more templates for --migration, *.template")},
            {QStringLiteral("--time"), QStringLiteral("TIME"),
             QStringLiteral("the migration's time, as 2026-11-26T12:00:00Z (default: now)")}};
}

Result<Nothing> exportMigration(const CommentsInput& input, const Arguments& arguments)
{
    const Result<MigrationTemplate> format = chosenTemplate(arguments);
    if (!format)
        return format.error();
    const Result<QDateTime> time = migrationTime(arguments);
    if (!time)
        return time.error();
    const Result<MigrationEdits> edits = editsOf(input);
    if (!edits)
        return edits.error();
    const Result<std::vector<PlannedComment>> planned = planOf(input, edits->edits);
    if (!planned)
        return planned.error();
    QString title = arguments.value(QStringLiteral("--title"));
    if (title.isEmpty())
        title = QStringLiteral("describe %1").arg(input.facts().name);
    std::vector<PlannedComment> all = *planned;
    std::ranges::copy(edits->leftOut, std::back_inserter(all));
    const auto files = makeMigration(*format, all, {title, *time, input.facts().engine});
    if (!files)
        return files.error(); // its sentence says what a line for each would say again
    for (const PlannedComment& comment : *planned) {
        if (!comment.refusal.isEmpty() || comment.place != CommentPlace::Database)
            printWarning(QStringLiteral("%1 is left out of the migration: %2")
                             .arg(comment.edit.key.toString(),
                                  comment.refusal.isEmpty()
                                      ? QStringLiteral("its comment lives in a file beside it")
                                      : comment.refusal));
    }
    for (const PlannedComment& missing : edits->leftOut)
        printWarning(QStringLiteral("left out of the migration: %1").arg(missing.refusal));
    return writeFiles(arguments.value(QStringLiteral("-o")), *files);
}

} // namespace cadastre

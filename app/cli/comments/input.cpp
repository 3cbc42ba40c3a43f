// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// From arguments to a database and a comment file; see action.h.
#include "app/catalog_loader.h"
#include "app/cli/comments/action.h"
#include "model/dialect/quoting.h"
#include "model/notes/comment_file_parts.h"
#include "model/notes/comment_targets.h"

#include <QFile>
#include <QHash>

namespace cadastre {

namespace {

Result<SourceId> chosenSource(const Arguments& arguments, const Catalog& catalog)
{
    const std::vector<Source>& sources = catalog.objects().sources;
    const QString name = arguments.value(QStringLiteral("--source"));
    QStringList names;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        if (sources[i].name == name || (name.isEmpty() && sources.size() == 1))
            return SourceId{static_cast<int>(i)};
        names << sources[i].name;
    }
    if (name.isEmpty())
        return Error{QStringLiteral("A comment file is about one database, and these are several: "
                                    "say --source NAME."),
                     names.join(QLatin1String(", "))};
    return Error{QStringLiteral("There is no source called %1; there is %2.")
                     .arg(name, names.join(QLatin1String(", "))),
                 {}};
}

Result<QByteArray> fileBytes(const QString& file)
{
    QFile device(file);
    const bool opened = file == QLatin1String("-") ? device.open(stdin, QIODevice::ReadOnly)
                                                   : device.open(QIODevice::ReadOnly);
    if (!opened)
        return Error{QStringLiteral("%1 cannot be read: %2.").arg(file, device.errorString()), {}};
    const QByteArray bytes = device.readAll();
    if (device.error() != QFileDevice::NoError)
        return Error{QStringLiteral("%1 cannot be read: %2.").arg(file, device.errorString()), {}};
    return bytes;
}

} // namespace

QString CommentsInput::sidecarPath() const
{
    return sidecarPathOf(request().address, database.workspacePath, facts().name);
}

std::vector<OptionSpec> commentsOptions(const std::vector<OptionSpec>& own)
{
    std::vector<OptionSpec> options = own;
    options.push_back({QStringLiteral("--source"), QStringLiteral("NAME"),
                       QStringLiteral("which source of a workspace with several")});
    return options;
}

Result<CommentsInput> commentsInput(const Arguments& arguments, Timings& timings)
{
    if (arguments.positional().size() > 2)
        return Error{
            QStringLiteral("One file at a time, not also \"%1\".").arg(arguments.positional()[2]),
            {}};
    Result<OpenedDatabase> database = openDatabase(
        arguments.withFirstWordOnly(),
        {CatalogKind::Schemas, CatalogKind::Tables, CatalogKind::Columns, CatalogKind::Comments},
        timings);
    if (!database)
        return database.error();
    const Result<SourceId> source = chosenSource(arguments, *database->catalog);
    if (!source)
        return source.error();
    return CommentsInput{*std::move(database), *source, arguments.positional().value(1)};
}

Result<std::vector<FiledComment>> filedComments(const QString& file, const Catalog& catalog,
                                                SourceId source)
{
    const Result<QByteArray> bytes = fileBytes(file);
    if (!bytes)
        return bytes.error();
    const Result<QString> text = commentFileText(*bytes);
    const auto statements = text ? parseCommentFile(*text) : text.error();
    if (!statements)
        return Error{QStringLiteral("%1: %2").arg(file, statements.error().message), {}};
    const CommentTargets targets(catalog, source);
    std::vector<FiledComment> comments;
    QHash<ObjectRef, int> lines;
    for (const CommentStatement& statement : *statements) {
        const Result<ObjectRef> object = targets.find(statement.target);
        if (!object) {
            comments.push_back({statement, std::nullopt, object.error().message});
            continue;
        }
        if (lines.contains(*object))
            return Error{QStringLiteral("%1: Line %2, column %3: line %4 has a comment for %5 "
                                        "already.")
                             .arg(file)
                             .arg(statement.line)
                             .arg(statement.column)
                             .arg(lines.value(*object))
                             .arg(catalog.displayName(*object)),
                         {}};
        lines.insert(*object, statement.line);
        comments.push_back({statement, *object, {}});
    }
    return comments;
}

QString commentOnOneLine(const QString& text)
{
    if (text.isEmpty())
        return QStringLiteral("NULL");
    const Result<QString> literal = quotedLiteral(Engine::PostgreSql, text);
    return literal ? *literal : QStringLiteral("(a text that cannot be written)");
}

Result<QString> chosenWord(const Arguments& arguments, const QString& option,
                           const QStringList& known)
{
    const QString word = arguments.value(option);
    if (!arguments.has(option))
        return known.front();
    if (known.contains(word))
        return word;
    return Error{QStringLiteral("%1 takes %2, not \"%3\".")
                     .arg(option, known.join(QLatin1String(", ")), word),
                 {}};
}

QString commentsFile(const Arguments& arguments)
{
    const QString file = arguments.value(QStringLiteral("-o"));
    return file.isEmpty() ? QStringLiteral("-") : file;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// cadastre relations: the relationships of a database as TSV, JSON or Markdown.
#include "app/cli/console.h"
#include "app/cli/opened_database.h"
#include "model/export/relation_formats.h"

#include <algorithm>

namespace cadastre {

namespace {

struct Format
{
    QString name;
    QByteArray (*print)(const std::vector<RelationRow>&);
};

const std::vector<Format>& formats()
{
    static const std::vector<Format> list{{QStringLiteral("tsv"), relationsTsv},
                                          {QStringLiteral("json"), relationsJson},
                                          {QStringLiteral("markdown"), relationsMarkdown}};
    return list;
}

const std::vector<OptionSpec>& options()
{
    static const std::vector<OptionSpec> specs{
        {QStringLiteral("--format"), QStringLiteral("FORMAT"),
         QStringLiteral("tsv (default), json or markdown")},
        {QStringLiteral("-o"), QStringLiteral("FILE"),
         QStringLiteral("where to write; default -, standard output")},
        {QStringLiteral("--min-confidence"), QStringLiteral("X"),
         QStringLiteral("leave out what is less certain (0 to 1, default 0.5)")},
        {QStringLiteral("--declared"), QString(), QStringLiteral("only foreign keys")},
        {QStringLiteral("--inferred"), QString(),
         QStringLiteral("only relationships that nobody declared")},
        {QStringLiteral("--all"), QString(), QStringLiteral("all that are known (default)")},
    };
    return specs;
}

Result<Format> formatOf(const Arguments& arguments)
{
    const QString file = arguments.value(QStringLiteral("-o"));
    QString name = arguments.value(QStringLiteral("--format"));
    if (name.isEmpty())
        name = file.endsWith(QLatin1String(".json")) ? QStringLiteral("json")
               : file.endsWith(QLatin1String(".md")) ? QStringLiteral("markdown")
                                                     : QStringLiteral("tsv");
    const auto found = std::ranges::find(formats(), name, &Format::name);
    if (found == formats().end())
        return Error{
            QStringLiteral("Relations are written as tsv, json or markdown, not as \"%1\".")
                .arg(name),
            {}};
    return *found;
}

std::optional<Error> wrongSelection(const Arguments& arguments)
{
    int chosen = 0;
    for (const char* option : {"--declared", "--inferred", "--all"})
        chosen += arguments.has(QLatin1String(option)) ? 1 : 0;
    if (chosen > 1)
        return Error{QStringLiteral("Choose one of --declared, --inferred and --all."), {}};
    if (arguments.has(QStringLiteral("--inferred")))
        return Error{QStringLiteral("This version of Cadastre does not infer relationships; "
                                    "--declared lists the foreign keys."),
                     {}};
    return std::nullopt;
}

Result<Nothing> printRelations(const Arguments& arguments, Timings& timings)
{
    const Result<Format> format = formatOf(arguments);
    if (!format)
        return format.error();
    const auto minimum = arguments.number(QStringLiteral("--min-confidence"), 0, 1);
    if (!minimum)
        return minimum.error();
    if (const auto error = wrongSelection(arguments))
        return *error;
    const Result<OpenedDatabase> database = openDatabase(
        arguments,
        {CatalogKind::Schemas, CatalogKind::Tables, CatalogKind::Columns, CatalogKind::Constraints},
        timings);
    if (!database)
        return database.error();
    std::vector<Relationship> relationships = declaredRelationships(*database->catalog);
    std::erase_if(relationships,
                  [least = minimum->value_or(0.5)](const Relationship& relationship) {
                      return relationship.confidence < least;
                  });
    const QByteArray text = format->print(relationRows(*database->catalog, relationships));
    timings.finish(QStringLiteral("relations"));
    const QString file = arguments.value(QStringLiteral("-o"));
    const Result<Nothing> written = writeOutput(file.isEmpty() ? QStringLiteral("-") : file, text);
    timings.finish(QStringLiteral("write"));
    return written;
}

} // namespace

CliCommand relationsCommand()
{
    CliCommand command;
    command.name = QStringLiteral("relations");
    command.synopsis = QStringLiteral("relations DATABASE [--format tsv|json|markdown] "
                                      "[--min-confidence X] [--declared|--inferred|--all]");
    command.summary = QStringLiteral("lists which columns point at which");
    command.help = optionsHelp(options());
    command.run = [](const QStringList& words) {
        return runTimed(words, options(), printRelations);
    };
    return command;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// cadastre diff: what differs between two databases, snapshots or workspaces.
#include "app/cli/console.h"
#include "app/cli/opened_database.h"
#include "model/export/difference_formats.h"

#include <algorithm>

namespace cadastre {

namespace {

const std::vector<OptionSpec>& diffOptions()
{
    static const std::vector<OptionSpec> specs{
        {QStringLiteral("-o"), QStringLiteral("FILE"),
         QStringLiteral("where to write; default: standard output")},
        {QStringLiteral("--format"), QStringLiteral("FORMAT"),
         QStringLiteral("text, markdown or json (default text)")},
        {QStringLiteral("--only"), QStringLiteral("WORDS"),
         QStringLiteral("compare only these, separated by commas: tables, columns, comments, ...")},
        {QStringLiteral("--ignore"), QStringLiteral("WORDS"),
         QStringLiteral("leave these out: comments, grants, owners, indexes, order, ...")},
        {QStringLiteral("--schema"), QStringLiteral("A=B"),
         QStringLiteral("schema A of the first is schema B of the second; several by commas")},
    };
    return specs;
}

Result<DifferenceAreas> areasOf(const Arguments& arguments)
{
    DifferenceAreas areas = usualDifferenceAreas();
    if (arguments.has(QStringLiteral("--only"))) {
        const auto only = differenceAreas(arguments.value(QStringLiteral("--only")));
        if (!only)
            return only.error();
        areas = *only;
    }
    if (arguments.has(QStringLiteral("--ignore"))) {
        const auto ignored = differenceAreas(arguments.value(QStringLiteral("--ignore")));
        if (!ignored)
            return ignored.error();
        areas &= ~*ignored;
    }
    return areas;
}

Result<QMap<QString, QString>> schemasOf(const Arguments& arguments)
{
    QMap<QString, QString> schemas;
    const QString words = arguments.value(QStringLiteral("--schema"));
    for (const QString& word : words.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QStringList sides = word.split(QLatin1Char('='));
        if (sides.size() != 2 || sides.first().isEmpty() || sides.last().isEmpty())
            return Error{QStringLiteral("--schema takes A=B, not \"%1\".").arg(word), {}};
        schemas.insert(sides.first(), sides.last());
    }
    return schemas;
}

Result<DifferenceFormat> differenceFormatOf(const Arguments& arguments)
{
    const QString name = arguments.value(QStringLiteral("--format"));
    const auto& formats = differenceFormats();
    if (name.isEmpty())
        return formats.front();
    const auto found = std::ranges::find(formats, name, &DifferenceFormat::name);
    if (found == formats.end())
        return Error{
            QStringLiteral("Differences are written as text, markdown or json, not as \"%1\".")
                .arg(name),
            {}};
    return *found;
}

/// A schema that one side does not have was mistyped, or would be compared with nothing.
std::optional<Error> unknownSchema(const QMap<QString, QString>& schemas, const Catalog& before,
                                   const Catalog& after)
{
    const auto has = [](const Catalog& catalog, const QString& name) {
        return std::ranges::any_of(catalog.objects().schemas,
                                   [&](const Schema& schema) { return schema.name == name; });
    };
    for (auto [from, to] : schemas.asKeyValueRange()) {
        if (!has(before, from))
            return Error{QStringLiteral("The first database has no schema %1.").arg(from), {}};
        if (!has(after, to))
            return Error{QStringLiteral("The second database has no schema %1.").arg(to), {}};
    }
    return std::nullopt;
}

Result<ExitStatus> compareDatabases(const Arguments& arguments, Timings& timings)
{
    if (arguments.positional().size() != 2)
        return Error{QStringLiteral("diff compares two: DATABASE DATABASE."), {}};
    const auto format = differenceFormatOf(arguments);
    if (!format)
        return format.error();
    const auto areas = areasOf(arguments);
    if (!areas)
        return areas.error();
    const auto schemas = schemasOf(arguments);
    if (!schemas)
        return schemas.error();
    const std::vector<CatalogKind> needed{CatalogKind::Tables, CatalogKind::Columns};
    const auto before = openDatabase(arguments.withWordOnly(0), needed, timings);
    if (!before)
        return before.error();
    const auto after = openDatabase(arguments.withWordOnly(1), needed, timings);
    if (!after)
        return after.error();
    if (const auto error = unknownSchema(*schemas, *before->catalog, *after->catalog))
        return *error;
    const CatalogDifference found =
        difference(*before->catalog, *after->catalog, {*areas, *schemas, {}});
    timings.finish(QStringLiteral("compare"));
    const DifferenceSides sides{differenceSideName(*before->catalog),
                                differenceSideName(*after->catalog)};
    const QString file = arguments.value(QStringLiteral("-o"));
    const auto written =
        writeOutput(file.isEmpty() ? QStringLiteral("-") : file, format->print(found, sides));
    timings.finish(QStringLiteral("write"));
    if (!written)
        return written.error();
    return found.isEmpty() ? ExitStatus::Done : ExitStatus::Findings;
}

} // namespace

CliCommand diffCommand()
{
    CliCommand command;
    command.name = QStringLiteral("diff");
    command.synopsis = QStringLiteral("diff DATABASE DATABASE [--format text|markdown|json] "
                                      "[--only WORDS] [--ignore WORDS] [--schema A=B] [-o FILE]");
    command.summary = QStringLiteral(
        "compares two databases, snapshots or workspaces; exit status 1 when they differ");
    command.help = optionsHelp(diffOptions()) +
                   QStringLiteral("\nWORDS are among %1; the last two only count when asked for "
                                  "with --only.\n")
                       .arg(differenceAreaNames().join(QStringLiteral(", ")));
    command.run = [](const QStringList& words) {
        return runTimed(words, diffOptions(), compareDatabases);
    };
    return command;
}

} // namespace cadastre

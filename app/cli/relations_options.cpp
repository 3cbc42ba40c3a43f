// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reads the words; see the header.
#include "app/cli/relations_options.h"

#include <QFileInfo>

#include <algorithm>

namespace cadastre {

namespace {

QString formatNames()
{
    QStringList names;
    for (const RelationFormat& format : relationFormats())
        names << format.name;
    return names.join(QLatin1String(", "));
}

/// By name, else by the file's ending, else TSV.
Result<RelationFormat> formatOf(const Arguments& arguments)
{
    const QString name = arguments.value(QStringLiteral("--format"));
    const QString ending = QFileInfo(arguments.value(QStringLiteral("-o"))).suffix().toLower();
    for (const RelationFormat& format : relationFormats()) {
        if (name.isEmpty() ? format.ending == ending : format.name == name)
            return format;
    }
    if (name.isEmpty())
        return relationFormats().front();
    return Error{
        QStringLiteral("Relations are written as %1, not as \"%2\".").arg(formatNames(), name), {}};
}

struct SelectionOption
{
    const char* name;
    RelationsSelection selection;
};

constexpr SelectionOption selectionOptions[] = {
    {"--declared", RelationsSelection::Declared},
    {"--inferred", RelationsSelection::Inferred},
    {"--decided", RelationsSelection::Decided},
    {"--all", RelationsSelection::All},
};

/// What is not asked for is all; or, in a format of decisions, the decided ones, with inferred ones
/// as soon as a confidence is named.
Result<RelationsSelection> selectionOf(const Arguments& arguments, const RelationFormat& format)
{
    std::optional<RelationsSelection> chosen;
    for (const auto& [name, selection] : selectionOptions) {
        if (!arguments.has(QLatin1String(name)))
            continue;
        if (chosen)
            return Error{QStringLiteral("Choose one of --declared, --inferred, --decided and "
                                        "--all."),
                         {}};
        chosen = selection;
    }
    if (chosen == RelationsSelection::Declared && !format.takesDeclared)
        return Error{QStringLiteral("--format %1 writes what is not declared yet, and --declared "
                                    "leaves nothing of it.")
                         .arg(format.name),
                     {}};
    if (chosen)
        return *chosen;
    if (!format.ofDecisions)
        return RelationsSelection::All;
    return arguments.has(QStringLiteral("--min-confidence")) ? RelationsSelection::Inferred
                                                             : RelationsSelection::Decided;
}

} // namespace

const std::vector<OptionSpec>& relationsOptionSpecs()
{
    static const std::vector<OptionSpec> specs{
        {QStringLiteral("--format"), QStringLiteral("FORMAT"),
         QStringLiteral("tsv (default), json or markdown; of what was decided also sql, "
                        "references, tbls or dbml")},
        {QStringLiteral("-o"), QStringLiteral("FILE"),
         QStringLiteral("where to write; default -, standard output")},
        {QStringLiteral("--min-confidence"), QStringLiteral("X"),
         QStringLiteral("leave out what is less certain (0 to 1, default 0.5)")},
        {QStringLiteral("--declared"), QString(), QStringLiteral("only foreign keys")},
        {QStringLiteral("--inferred"), QString(),
         QStringLiteral("only relationships that nobody declared")},
        {QStringLiteral("--decided"), QString(),
         QStringLiteral("only what the workspace has as confirmed or added (default of sql, "
                        "references, tbls and dbml)")},
        {QStringLiteral("--all"), QString(), QStringLiteral("all that are known (default)")},
        {QStringLiteral("--sql"), QStringLiteral("DIR"),
         QStringLiteral("read joins from the .sql files in and below this folder, too")},
        {QStringLiteral("--statements"), QString(),
         QStringLiteral("read joins from the statements that the server remembers, too")},
        {QStringLiteral("--statistics"), QString(),
         QStringLiteral("use what the server's statistics say of number and date columns")},
        {QStringLiteral("--verify"), QString(),
         QStringLiteral("check with samples of the data, read-only and bounded")},
        {QStringLiteral("--summary"), QString(),
         QStringLiteral("one page in Markdown instead: counts, verdicts, concepts, findings")},
    };
    return specs;
}

Result<RelationsOptions> relationsOptionsOf(const Arguments& arguments)
{
    const Result<RelationFormat> format = formatOf(arguments);
    if (!format)
        return format.error();
    const auto minimum = arguments.number(QStringLiteral("--min-confidence"), 0, 1);
    if (!minimum)
        return minimum.error();
    const Result<RelationsSelection> selection = selectionOf(arguments, *format);
    if (!selection)
        return selection.error();
    RelationsOptions options;
    options.format = *format;
    options.file = arguments.value(QStringLiteral("-o"));
    if (options.file.isEmpty())
        options.file = QStringLiteral("-");
    options.selection = *selection;
    options.minimumConfidence = minimum->value_or(options.minimumConfidence);
    options.sqlFolder = arguments.value(QStringLiteral("--sql"));
    if (!options.sqlFolder.isEmpty() && !QFileInfo::exists(options.sqlFolder))
        return Error{QStringLiteral("--sql takes a folder with SQL files; %1 does not exist.")
                         .arg(options.sqlFolder),
                     {}};
    options.verify = arguments.has(QStringLiteral("--verify"));
    options.statistics = arguments.has(QStringLiteral("--statistics"));
    options.statements = arguments.has(QStringLiteral("--statements"));
    options.summary = arguments.has(QStringLiteral("--summary"));
    if (options.summary && arguments.has(QStringLiteral("--format")) &&
        options.format.name != QLatin1String("markdown"))
        return Error{
            QStringLiteral("--summary is written as markdown, not as %1.").arg(options.format.name),
            {}};
    return options;
}

bool isSelected(const Relationship& relationship, const RelationsOptions& options)
{
    switch (relationship.origin) {
    case RelationshipOrigin::Rejected:
        return false;
    case RelationshipOrigin::Declared:
        return options.selection == RelationsSelection::Declared ||
               options.selection == RelationsSelection::All;
    case RelationshipOrigin::Confirmed:
    case RelationshipOrigin::Added:
        return options.selection != RelationsSelection::Declared;
    case RelationshipOrigin::Inferred:
        return (options.selection == RelationsSelection::Inferred ||
                options.selection == RelationsSelection::All) &&
               relationship.confidence >= options.minimumConfidence;
    }
    Q_UNREACHABLE();
}

std::vector<Relationship> selectedRelationships(std::vector<Relationship> relationships,
                                                const RelationsOptions& options)
{
    std::erase_if(relationships, [&](const Relationship& relationship) {
        return !isSelected(relationship, options);
    });
    return relationships;
}

} // namespace cadastre

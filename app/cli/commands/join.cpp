// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// cadastre join: how tables join, the cheapest way first, as sentences, SQL or JSON.
#include "app/catalog_facts.h"
#include "app/cli/console.h"
#include "app/cli/opened_database.h"
#include "app/cli/relations_evidence.h"
#include "model/export/path_formats.h"

#include <QFileInfo>

namespace cadastre {

namespace {

constexpr int mostAlternatives = 20;

enum class JoinFormat : std::uint8_t { Text, Sql, Json };

struct JoinCommandOptions
{
    JoinFormat format = JoinFormat::Text;
    QString file;
    int alternatives = 5;
    PathPreferences preferences;
    bool keepRows = true;
    bool softDeletes = true;
    std::optional<int> limit = 100;
};

const std::vector<OptionSpec>& joinOptionSpecs()
{
    static const std::vector<OptionSpec> specs{
        {QStringLiteral("--format"), QStringLiteral("FORMAT"),
         QStringLiteral("text (default), sql or json")},
        {QStringLiteral("-o"), QStringLiteral("FILE"),
         QStringLiteral("where to write; default -, standard output")},
        {QStringLiteral("--alternatives"), QStringLiteral("N"),
         QStringLiteral("at most so many ways (1 to 20, default 5)")},
        {QStringLiteral("--min-confidence"), QStringLiteral("X"),
         QStringLiteral("no inferred relationships below this (0 to 1, default 0.5)")},
        {QStringLiteral("--audit"), QString(),
         QStringLiteral("do not avoid columns like created_by")},
        {QStringLiteral("--inner"), QString(),
         QStringLiteral("JOIN everywhere: rows without a partner are left out")},
        {QStringLiteral("--deleted"), QString(),
         QStringLiteral("leave out the views' conditions on deleted rows")},
        {QStringLiteral("--limit"), QStringLiteral("N"),
         QStringLiteral("rows of each SELECT (default 100, 0 for all)")},
    };
    return specs;
}

Result<JoinFormat> joinFormatOf(const QString& name)
{
    if (name.isEmpty() || name == QLatin1String("text"))
        return JoinFormat::Text;
    if (name == QLatin1String("sql"))
        return JoinFormat::Sql;
    if (name == QLatin1String("json"))
        return JoinFormat::Json;
    return Error{QStringLiteral("Paths are written as text, sql or json, not as \"%1\".").arg(name),
                 {}};
}

Result<JoinCommandOptions> joinOptionsOf(const Arguments& arguments)
{
    JoinCommandOptions options;
    const Result<JoinFormat> format = joinFormatOf(arguments.value(QStringLiteral("--format")));
    if (!format)
        return format.error();
    const auto alternatives =
        arguments.number(QStringLiteral("--alternatives"), 1, mostAlternatives);
    if (!alternatives)
        return alternatives.error();
    const auto minimum = arguments.number(QStringLiteral("--min-confidence"), 0, 1);
    if (!minimum)
        return minimum.error();
    const auto limit = arguments.number(QStringLiteral("--limit"), 0, 1e9);
    if (!limit)
        return limit.error();
    options.format = *format;
    options.file = arguments.value(QStringLiteral("-o"));
    if (options.file.isEmpty())
        options.file = QStringLiteral("-");
    options.alternatives = static_cast<int>(alternatives->value_or(options.alternatives));
    options.preferences.minimumConfidence =
        minimum->value_or(options.preferences.minimumConfidence);
    options.preferences.avoidAuditColumns = !arguments.has(QStringLiteral("--audit"));
    options.keepRows = !arguments.has(QStringLiteral("--inner"));
    options.softDeletes = !arguments.has(QStringLiteral("--deleted"));
    if (*limit)
        options.limit = **limit > 0 ? std::optional(static_cast<int>(**limit)) : std::nullopt;
    return options;
}

/// The words behind the database; a workspace may stand for it, then all of them.
struct AskedTables
{
    Arguments database;
    QStringList names;
};

Result<AskedTables> askedTables(const Arguments& arguments)
{
    const QStringList& words = arguments.positional();
    const bool isWorkspaceAlone = arguments.has(QStringLiteral("--workspace")) &&
                                  !words.isEmpty() && !QFileInfo::exists(words.first()) &&
                                  !words.first().contains(QLatin1String("://"));
    AskedTables asked{isWorkspaceAlone ? arguments.withoutWords() : arguments.withFirstWordOnly(),
                      isWorkspaceAlone ? words : words.mid(1)};
    if (asked.names.size() < 2 || asked.names.size() > mostJoinedTables)
        return Error{QStringLiteral("Name the database and two to %1 tables: cadastre join "
                                    "DATABASE A B.")
                         .arg(mostJoinedTables),
                     {}};
    return asked;
}

Result<std::vector<TableId>> tablesNamed(const Catalog& catalog, const QStringList& names)
{
    std::vector<TableId> tables;
    for (const QString& name : names) {
        const Result<ObjectRef> object = catalog.resolve(name);
        if (!object)
            return object.error();
        const auto table = tableOf(catalog, *object);
        if (!table)
            return Error{QStringLiteral("%1 is no table or view.").arg(name), {}};
        tables.push_back(*table);
    }
    return tables;
}

Result<JoinFactsPointer> joinFactsOf(const OpenedDatabase& database,
                                     const JoinCommandOptions& options)
{
    const Result<RelationsEvidence> evidence = readRelationsEvidence({}, database);
    if (!evidence)
        return evidence.error();
    // weaker ones, too: to say from which confidence on there would be a path
    const double minimum = std::min(0.1, options.preferences.minimumConfidence);
    const auto relationships = std::make_shared<const Relationships>(allRelationships(
        *database.catalog, database.decisions, evidence->inferenceOptions(minimum)));
    return makeJoinFacts(database.catalog, relationships, std::atomic_bool(false));
}

Result<ExitStatus> printJoins(const Arguments& arguments, Timings& timings)
{
    const Result<JoinCommandOptions> options = joinOptionsOf(arguments);
    if (!options)
        return options.error();
    const Result<AskedTables> asked = askedTables(arguments);
    if (!asked)
        return asked.error();
    const Result<OpenedDatabase> database = openDatabase(
        asked->database,
        {CatalogKind::Schemas, CatalogKind::Tables, CatalogKind::Columns, CatalogKind::Constraints},
        timings);
    if (!database)
        return database.error();
    const auto tables = tablesNamed(*database->catalog, asked->names);
    if (!tables)
        return tables.error();
    const Result<JoinFactsPointer> facts = joinFactsOf(*database, *options);
    if (!facts)
        return facts.error();
    timings.finish(QStringLiteral("relations"));
    const PathQuestion question{*tables, options->preferences, options->alternatives};
    const PathAnswer answer = findPaths((*facts)->graph, question, std::atomic_bool(false));
    timings.finish(QStringLiteral("paths"));
    const PathExport paths{
        **facts, question, answer, {options->keepRows, {}, options->limit}, options->softDeletes};
    const QByteArray text = options->format == JoinFormat::Text  ? pathsText(paths)
                            : options->format == JoinFormat::Sql ? pathsSql(paths)
                                                                 : pathsJson(paths);
    const Result<Nothing> written = writeOutput(options->file, text);
    if (!written)
        return written.error();
    return answer.paths.empty() ? ExitStatus::Findings : ExitStatus::Done;
}

} // namespace

CliCommand joinCommand()
{
    CliCommand command;
    command.name = QStringLiteral("join");
    command.synopsis = QStringLiteral(
        "join DATABASE A B [C..] [--format text|sql|json] [--alternatives N] [--min-confidence X] "
        "[--audit] [--inner] [--deleted] [--limit N]");
    command.summary = QStringLiteral("finds how tables join; exit status 1 where they do not");
    command.help = optionsHelp(joinOptionSpecs());
    command.run = [](const QStringList& words) {
        return runTimed(words, joinOptionSpecs(), printJoins);
    };
    return command;
}

} // namespace cadastre

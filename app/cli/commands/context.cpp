// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// cadastre context: what an assistant has to know to write SQL for a database, as compact text.
#include "model/orientation/context.h"
#include "app/cli/boundaries/action.h"
#include "app/cli/console.h"

namespace cadastre {

namespace {

constexpr double smallestBudget = 500; ///< below, hardly a table fits behind the preamble
constexpr double largestBudget = 10'000'000;

const std::vector<OptionSpec>& contextOptionSpecs()
{
    static const std::vector<OptionSpec> specs{
        {QStringLiteral("-o"), QStringLiteral("FILE"),
         QStringLiteral("where to write; default -, standard output")},
        {QStringLiteral("--tables"), QStringLiteral("NAME,..."),
         QStringLiteral("only these tables and views; what they join is told by one line each")},
        {QStringLiteral("--around"), QStringLiteral("TABLE"),
         QStringLiteral("this table and what is near it")},
        {QStringLiteral("--depth"), QStringLiteral("N"),
         QStringLiteral("how many steps are near (1 to 4, default 1)")},
        {QStringLiteral("--budget"), QStringLiteral("TOKENS"),
         QStringLiteral("how long it may get, by a careful estimate (500 and more, default 8000; "
                        "0: no limit)")},
        {QStringLiteral("--values"), QString(),
         QStringLiteral("also which values CHECKs, enums and @values allow; never from rows")},
        {QStringLiteral("--min-confidence"), QStringLiteral("X"),
         QStringLiteral("leave out joins that are less certain (0 to 1, default 0.5)")},
    };
    return specs;
}

/// Split at commas outside of double quotes; empty parts are left out.
QStringList namesIn(const QString& list)
{
    QStringList names;
    QString name;
    bool isQuoted = false;
    for (QChar c : list) {
        if (c == QLatin1Char('"'))
            isQuoted = !isQuoted;
        if (c == QLatin1Char(',') && !isQuoted) {
            names << name.trimmed();
            name.clear();
        } else {
            name += c;
        }
    }
    names << name.trimmed();
    names.removeAll(QString());
    return names;
}

Result<TableId> tableOfName(const Catalog& catalog, const QString& option, const QString& name)
{
    const Result<ObjectRef> found = catalog.resolve(name);
    if (!found)
        return found.error();
    if (found->kind != ObjectKind::Table)
        return Error{QStringLiteral("%1 takes tables and views; %2 is none.").arg(option, name),
                     {}};
    return TableId{found->index};
}

Result<std::vector<TableId>> tablesOf(const Arguments& arguments, const Catalog& catalog)
{
    std::vector<TableId> tables;
    for (const QString& option : {QStringLiteral("--tables"), QStringLiteral("--around")}) {
        const QStringList names = option == QLatin1String("--tables")
                                      ? namesIn(arguments.value(option))
                                      : QStringList(arguments.value(option));
        for (const QString& name : names) {
            if (name.isEmpty())
                continue;
            const Result<TableId> table = tableOfName(catalog, option, name);
            if (!table)
                return table.error();
            tables.push_back(*table);
        }
    }
    return tables;
}

/// All but the tables, which need the catalog.
Result<ContextOptions> contextOptionsOf(const Arguments& arguments)
{
    ContextOptions options;
    const bool isAround = arguments.has(QStringLiteral("--around"));
    const bool hasTables = arguments.has(QStringLiteral("--tables"));
    if (isAround && hasTables)
        return Error{QStringLiteral("Choose one of --tables and --around."), {}};
    if (hasTables && namesIn(arguments.value(QStringLiteral("--tables"))).isEmpty())
        return Error{QStringLiteral("--tables takes names, separated by commas."), {}};
    const auto depth = arguments.number(QStringLiteral("--depth"), 1, 4);
    if (!depth)
        return depth.error();
    if (*depth && !isAround)
        return Error{QStringLiteral("--depth needs --around TABLE."), {}};
    options.depth = isAround ? static_cast<int>(depth->value_or(1)) : 0;
    const auto budget = arguments.number(QStringLiteral("--budget"), 0, largestBudget);
    if (!budget)
        return budget.error();
    if (*budget && **budget > 0 && **budget < smallestBudget)
        return Error{QStringLiteral("--budget takes at least %1 tokens, or 0 for no limit.")
                         .arg(smallestBudget),
                     {}};
    options.budget = static_cast<int>(budget->value_or(options.budget));
    options.values = arguments.has(QStringLiteral("--values"));
    return options;
}

Result<Nothing> writeContext(const Arguments& arguments, Timings& timings)
{
    Result<ContextOptions> options = contextOptionsOf(arguments);
    if (!options)
        return options.error();
    const Result<BoundariesInput> input = boundariesInput(arguments, timings);
    if (!input)
        return input.error();
    Result<std::vector<TableId>> tables = tablesOf(arguments, input->catalog());
    if (!tables)
        return tables.error();
    options->tables = *std::move(tables);
    const CommentedCatalog commented(input->database.catalog, {});
    const Importance importance = tableImportance(
        {input->catalog(), input->relationships, &input->uses, input->minimumConfidence});
    const AssistantContext context =
        assistantContext({.commented = commented,
                          .relationships = input->relationships,
                          .importance = importance,
                          .uses = &input->uses,
                          .ownership = &input->ownership,
                          .minimumConfidence = input->minimumConfidence},
                         *options);
    timings.finish(QStringLiteral("context"));
    const QString file = arguments.value(QStringLiteral("-o"));
    const Result<Nothing> written =
        writeOutput(file.isEmpty() ? QStringLiteral("-") : file, context.text);
    timings.finish(QStringLiteral("write"));
    if (written && context.leftOut > 0)
        printWarning(QStringLiteral("%1 of %2 tables and views did not fit into %3 tokens.")
                         .arg(context.leftOut)
                         .arg(context.full + context.lines + context.leftOut)
                         .arg(options->budget));
    return written;
}

} // namespace

CliCommand contextCommand()
{
    CliCommand command;
    command.name = QStringLiteral("context");
    command.synopsis =
        QStringLiteral("context DATABASE [--tables NAME,... | --around TABLE --depth N] "
                       "[--budget TOKENS] [--values] [--min-confidence X] [-o FILE]");
    command.summary = QStringLiteral("describes tables and joins for an assistant that writes SQL");
    command.help = optionsHelp(contextOptionSpecs());
    command.run = [](const QStringList& words) {
        return runTimed(words, contextOptionSpecs(), writeContext);
    };
    return command;
}

} // namespace cadastre

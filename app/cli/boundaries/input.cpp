// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// From arguments to facts about boundaries; see action.h.
#include "app/cli/boundaries/action.h"
#include "app/cli/console.h"
#include "model/boundaries/import/owner_import.h"
#include "model/boundaries/owner_notes.h"
#include "model/relations/inference.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace cadastre {

namespace {

Result<Nothing> addOwners(const Arguments& arguments, BoundariesInput& input)
{
    const QString path = arguments.value(QStringLiteral("--owners"));
    if (path.isEmpty())
        return Nothing{};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{QStringLiteral("The owners' file %1 cannot be read.").arg(path),
                     file.errorString()};
    Result<OwnerImport> import =
        importOwners(file.readAll(), input.catalog(), input.boundaries, path);
    if (!import)
        return import.error();
    for (const QString& note : import->notes)
        printWarning(note);
    input.boundaries = std::move(import->boundaries);
    return Nothing{};
}

Result<QDate> dayOf(const Arguments& arguments)
{
    const QString text = arguments.value(QStringLiteral("--as-of"));
    if (text.isEmpty())
        return QDateTime::currentDateTimeUtc().date();
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (!day.isValid())
        return Error{QStringLiteral("--as-of takes a day like 2024-12-31, not \"%1\".").arg(text),
                     {}};
    return day;
}

} // namespace

std::vector<OptionSpec> boundariesOptions(const std::vector<OptionSpec>& own)
{
    std::vector<OptionSpec> options = own;
    const OptionSpec shared[] = {
        {QStringLiteral("-o"), QStringLiteral("FILE"),
         QStringLiteral("where to write; default -, standard output")},
        {QStringLiteral("--owners"), QStringLiteral("FILE"),
         QStringLiteral("owners from elsewhere: CSV or TSV of table and owner, lines as in "
                        "CODEOWNERS, or viewpoints of tbls")},
        {QStringLiteral("--min-confidence"), QStringLiteral("X"),
         QStringLiteral("leave out relationships that are less certain (0 to 1, default 0.5)")},
        {QStringLiteral("--as-of"), QStringLiteral("DAY"),
         QStringLiteral("judge allowances and decisions as of this day (default: today, UTC)")},
    };
    options.insert(options.end(), std::begin(shared), std::end(shared));
    return options;
}

Result<BoundariesInput> boundariesInput(const Arguments& arguments, Timings& timings)
{
    const auto minimum = arguments.number(QStringLiteral("--min-confidence"), 0, 1);
    if (!minimum)
        return minimum.error();
    const Result<QDate> day = dayOf(arguments);
    if (!day)
        return day.error();
    Result<OpenedDatabase> database = openDatabase(
        arguments,
        {CatalogKind::Schemas, CatalogKind::Tables, CatalogKind::Columns, CatalogKind::Constraints},
        timings);
    if (!database)
        return database.error();
    BoundariesInput input;
    input.database = *std::move(database);
    input.today = *day;
    input.minimumConfidence = minimum->value_or(input.minimumConfidence);
    input.boundaries = input.database.boundaries;
    if (const Result<Nothing> added = addOwners(arguments, input); !added)
        return added.error();
    if (input.boundaries.entries.empty())
        input.boundaries = withOwnerNotes(input.boundaries, input.catalog());
    input.ownership = ownershipOf(input.catalog(), input.boundaries);
    timings.finish(QStringLiteral("ownership"));
    const std::atomic_bool cancelled = false;
    input.uses = readUses(input.catalog(), cancelled);
    const SqlReading sql = readCatalogSql(input.catalog(), cancelled);
    timings.finish(QStringLiteral("sql"));
    InferenceOptions inference;
    inference.sql = &sql;
    inference.minimumConfidence = input.minimumConfidence;
    input.relationships = allRelationships(input.catalog(), input.database.decisions, inference);
    timings.finish(QStringLiteral("relations"));
    return input;
}

Result<Nothing> requireBoundaries(const BoundariesInput& input)
{
    const auto isOwned = [](BoundaryIndex owner) { return owner >= 0; };
    const bool ownsSomething = std::ranges::any_of(input.ownership.ofTables, isOwned);
    if (ownsSomething)
        return Nothing{};
    if (!input.boundaries.entries.empty() && !input.ownership.ofTables.empty())
        return Error{QStringLiteral("No boundary owns anything in this database: the members of "
                                    "the boundaries name other objects."),
                     input.ownership.problems.empty() ? QString()
                                                      : input.ownership.problems.front().sentence};
    if (!input.boundaries.entries.empty())
        return Nothing{};
    return Error{QStringLiteral("There is no boundary to check against."),
                 QStringLiteral("Draw boundaries in the window and save the workspace, name a "
                                "workspace that has some (--workspace FILE), or take owners from "
                                "elsewhere (--owners FILE).")};
}

Result<QString> boundariesFormat(const Arguments& arguments, const QStringList& known)
{
    QString name = arguments.value(QStringLiteral("--format"));
    if (!name.isEmpty() && !known.contains(name))
        return Error{QStringLiteral("This is written as %1, not as \"%2\".")
                         .arg(known.join(QStringLiteral(", ")), name),
                     {}};
    if (!name.isEmpty())
        return name;
    name = QFileInfo(arguments.value(QStringLiteral("-o"))).suffix().toLower();
    if (name == QLatin1String("md"))
        name = QStringLiteral("markdown");
    if (name == QLatin1String("htm"))
        name = QStringLiteral("html");
    return known.contains(name) ? name : known.front();
}

QString boundariesFile(const Arguments& arguments)
{
    const QString file = arguments.value(QStringLiteral("-o"));
    return file.isEmpty() ? QStringLiteral("-") : file;
}

QString boundariesTitle(const BoundariesInput& input)
{
    const QString name = input.database.workspacePath.isEmpty()
                             ? input.catalog().objects().sources.front().name
                             : QFileInfo(input.database.workspacePath).completeBaseName();
    return QStringLiteral("Who owns what in %1").arg(name);
}

} // namespace cadastre

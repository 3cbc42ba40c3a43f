// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One function per kind of obstacle; see the header.
#include "model/relations/verdict_obstacles.h"

#include "model/relations/cardinality.h"
#include "model/relations/key_types.h"

#include <QLocale>

#include <algorithm>

namespace cadastre {

namespace {

using Obstacles = std::vector<VerdictObstacle>;

/// Below this nobody notices that rows are read.
constexpr double manyRows = 100'000;

QString amount(double count)
{
    return QLocale::c().toString(qRound64(count));
}

QString obstacleColumns(const Catalog& catalog, const std::vector<ColumnId>& columns)
{
    QStringList names;
    for (ColumnId id : columns)
        names << catalog.column(id).name;
    return names.join(QLatin1String(", "));
}

bool isSameSet(std::vector<ColumnId> a, std::vector<ColumnId> b)
{
    std::ranges::sort(a);
    std::ranges::sort(b);
    return a == b;
}

bool isPlainIndex(const Index& index)
{
    return index.valid && index.predicate.isEmpty() &&
           std::ranges::all_of(index.parts, [](const IndexPart& part) {
               return part.column && !part.prefixLength;
           });
}

std::vector<ColumnId> columnsOf(const Index& index)
{
    std::vector<ColumnId> columns;
    for (const IndexPart& part : index.parts)
        columns.push_back(*part.column);
    return columns;
}

/// A foreign key needs a key of exactly the columns that it names.
bool isKey(const Catalog& catalog, TableId table, const std::vector<ColumnId>& columns)
{
    const auto constraints = catalog.constraintsOf(table);
    if (std::ranges::any_of(constraints, [&](const Constraint& constraint) {
            return (constraint.kind == ConstraintKind::PrimaryKey ||
                    constraint.kind == ConstraintKind::Unique) &&
                   isSameSet(constraint.columns, columns);
        }))
        return true;
    return std::ranges::any_of(catalog.indexesOf(table), [&](const Index& index) {
        return index.unique && isPlainIndex(index) && isSameSet(columnsOf(index), columns);
    });
}

void addTypes(const Catalog& catalog, const Relationship& relationship, Obstacles& obstacles)
{
    const KeyTypeJudgement judgement =
        judgeKeyTypes(catalog, relationship.childColumns, relationship.targets.front().columns);
    if (judgement.fit != KeyTypeFit::Declarable)
        obstacles.push_back({ObstacleKind::TypeToChange, judgement.reason});
}

void addParentKey(const Catalog& catalog, const RelationshipTarget& target, Obstacles& obstacles)
{
    if (isKey(catalog, target.table, target.columns))
        return;
    const QString parent = QStringLiteral("%1 (%2)").arg(catalog.displayName(target.table),
                                                         obstacleColumns(catalog, target.columns));
    obstacles.push_back(
        {ObstacleKind::ParentNotUnique,
         areUniqueTogether(catalog, target.table, target.columns)
             ? QStringLiteral("%1 needs a unique key of exactly these columns").arg(parent)
             : QStringLiteral("%1 has no unique key, so its values may repeat").arg(parent)});
}

void addRows(const Verification& verification, Obstacles& obstacles)
{
    const QString looked = verification.complete ? QStringLiteral("of all %1 rows")
                                                 : QStringLiteral("of %1 sampled rows");
    const QString sampled = looked.arg(amount(static_cast<double>(verification.sampledRows)));
    qint64 orphans = 0;
    for (const TargetVerification& target : verification.targets)
        orphans += target.orphans();
    if (orphans > 0)
        obstacles.push_back(
            {ObstacleKind::Orphans, QStringLiteral("%1 %2 point at a parent that does not exist")
                                        .arg(amount(static_cast<double>(orphans)), sampled)});
    for (const SentinelCount& sentinel : verification.sentinels) {
        if (sentinel.rows > 0)
            obstacles.push_back(
                {ObstacleKind::Sentinels,
                 QStringLiteral("%1 %2 hold \"%3\" where a key wants null")
                     .arg(amount(static_cast<double>(sentinel.rows)), sampled, sentinel.value)});
    }
}

/// MariaDB and MySQL make the index with the key.
void addIndex(const Catalog& catalog, const Relationship& relationship, Engine engine,
              Obstacles& obstacles)
{
    if (engine == Engine::MariaDb || engine == Engine::MySql ||
        beginsAnIndex(catalog, relationship.child, relationship.childColumns))
        return;
    obstacles.push_back(
        {ObstacleKind::MissingIndex,
         QStringLiteral(
             "no index of %1 begins with %2: every delete of a parent row would read the "
             "whole table")
             .arg(catalog.displayName(relationship.child),
                  obstacleColumns(catalog, relationship.childColumns))});
}

QString lockSentence(Engine engine)
{
    switch (engine) {
    case Engine::Sqlite:
        return QStringLiteral("SQLite adds no key to a table that exists: it is made anew and %1 "
                              "rows are copied");
    case Engine::PostgreSql:
        return QStringLiteral("about %1 rows are read; declared as not valid and validated "
                              "afterwards, nobody has to wait for it");
    case Engine::MariaDb:
    case Engine::MySql:
        return QStringLiteral("about %1 rows are copied and writes wait meanwhile");
    }
    Q_UNREACHABLE();
}

void addLock(const Catalog& catalog, TableId child, Engine engine, Obstacles& obstacles)
{
    const std::optional<double> rows = catalog.table(child).rowEstimate;
    if (engine == Engine::Sqlite)
        obstacles.push_back(
            {ObstacleKind::RowsToLock,
             lockSentence(engine).arg(rows ? QString(QStringLiteral("about ") + amount(*rows))
                                           : QStringLiteral("all"))});
    else if (rows.value_or(0) >= manyRows)
        obstacles.push_back({ObstacleKind::RowsToLock, lockSentence(engine).arg(amount(*rows))});
}

} // namespace

bool beginsAnIndex(const Catalog& catalog, TableId table, const std::vector<ColumnId>& columns)
{
    const auto beginsWith = [&](const std::vector<ColumnId>& parts) {
        return parts.size() >= columns.size() &&
               isSameSet(
                   {parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(columns.size())},
                   columns);
    };
    const auto constraints = catalog.constraintsOf(table);
    return std::ranges::any_of(catalog.indexesOf(table),
                               [&](const Index& index) {
                                   return isPlainIndex(index) && beginsWith(columnsOf(index));
                               }) ||
           std::ranges::any_of(constraints, [&](const Constraint& constraint) {
               return (constraint.kind == ConstraintKind::PrimaryKey ||
                       constraint.kind == ConstraintKind::Unique) &&
                      beginsWith(constraint.columns);
           });
}

std::vector<VerdictObstacle> verdictObstacles(const Catalog& catalog,
                                              const Relationship& relationship,
                                              const Verification* verification)
{
    const Engine engine = catalog.source(catalog.sourceOf(relationship.child)).engine;
    Obstacles obstacles;
    addTypes(catalog, relationship, obstacles);
    addParentKey(catalog, relationship.targets.front(), obstacles);
    const bool wasLookedAt = verification && !verification->hasFailed();
    if (wasLookedAt)
        addRows(*verification, obstacles);
    addIndex(catalog, relationship, engine, obstacles);
    addLock(catalog, relationship.child, engine, obstacles);
    if (!wasLookedAt)
        obstacles.push_back({ObstacleKind::NotChecked,
                             verification
                                 ? QString(QStringLiteral("the rows could not be checked: ") +
                                           verification->failure)
                                 : QStringLiteral("nobody looked for orphans yet")});
    return obstacles;
}

} // namespace cadastre

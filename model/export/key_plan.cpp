// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Looks at keys, indexes, types and kinds of tables; see the header.
#include "model/export/key_plan.h"

#include "model/relations/key_types.h"

#include <algorithm>

namespace cadastre {

namespace {

/// The columns of an index from the left, up to the first part that is no whole column.
std::vector<ColumnId> leadingColumns(const Index& index)
{
    std::vector<ColumnId> columns;
    for (const IndexPart& part : index.parts) {
        if (!part.column || part.prefixLength)
            break;
        columns.push_back(*part.column);
    }
    return columns;
}

bool isWhole(const Index& index)
{
    return index.valid && index.predicate.isEmpty();
}

/// Keys that a foreign key may refer to, in the engine's own order of columns.
std::vector<std::vector<ColumnId>> uniqueKeysOf(const Catalog& catalog, TableId table)
{
    std::vector<std::vector<ColumnId>> keys;
    for (const Constraint& constraint : catalog.constraintsOf(table)) {
        const bool isKey = constraint.kind == ConstraintKind::PrimaryKey ||
                           constraint.kind == ConstraintKind::Unique;
        if (isKey && !constraint.deferrable)
            keys.push_back(constraint.columns);
    }
    for (const Index& index : catalog.indexesOf(table)) {
        const std::vector<ColumnId> columns = leadingColumns(index);
        const bool isKey = (index.unique || index.primary) && isWhole(index) &&
                           !index.backsConstraint && columns.size() == index.parts.size();
        if (isKey)
            keys.push_back(columns);
    }
    return keys;
}

bool isSameSet(std::vector<ColumnId> a, std::vector<ColumnId> b)
{
    const auto byIndex = [](ColumnId x, ColumnId y) { return x.index < y.index; };
    std::ranges::sort(a, byIndex);
    std::ranges::sort(b, byIndex);
    return a == b;
}

/// Puts the pairs into the order of the parent's key; false when there is no such key.
bool orderByParentKey(const Catalog& catalog, KeyPlan& plan)
{
    for (const std::vector<ColumnId>& key : uniqueKeysOf(catalog, plan.parent)) {
        if (!isSameSet(key, plan.parentColumns))
            continue;
        std::vector<ColumnId> childColumns;
        for (ColumnId id : key) {
            const auto at = std::ranges::find(plan.parentColumns, id) - plan.parentColumns.begin();
            childColumns.push_back(plan.childColumns[static_cast<std::size_t>(at)]);
        }
        plan.childColumns = std::move(childColumns);
        plan.parentColumns = key;
        return true;
    }
    return false;
}

/// InnoDB wants the order of the key; the others look rows up by all columns in any order.
bool startsWith(const std::vector<ColumnId>& leading, const std::vector<ColumnId>& columns,
                bool inOrder)
{
    if (leading.size() < columns.size())
        return false;
    const std::vector<ColumnId> start(
        leading.begin(), leading.begin() + static_cast<std::ptrdiff_t>(columns.size()));
    return inOrder ? start == columns : isSameSet(start, columns);
}

bool hasIndex(const Catalog& catalog, const KeyPlan& plan)
{
    const Engine engine = catalog.source(catalog.sourceOf(plan.child)).engine;
    const bool inOrder = engine == Engine::MariaDb || engine == Engine::MySql;
    const bool isKey =
        std::ranges::any_of(catalog.constraintsOf(plan.child), [&](const Constraint& constraint) {
            return (constraint.kind == ConstraintKind::PrimaryKey ||
                    constraint.kind == ConstraintKind::Unique) &&
                   startsWith(constraint.columns, plan.childColumns, inOrder);
        });
    return isKey || std::ranges::any_of(catalog.indexesOf(plan.child), [&](const Index& index) {
               const bool isLookup =
                   index.method.isEmpty() ||
                   index.method.compare(QLatin1String("btree"), Qt::CaseInsensitive) == 0 ||
                   (index.method.compare(QLatin1String("hash"), Qt::CaseInsensitive) == 0 &&
                    plan.childColumns.size() == 1 && !inOrder);
               return isLookup && isWhole(index) &&
                      startsWith(leadingColumns(index), plan.childColumns, inOrder);
           });
}

bool keepsKeys(const Table& table)
{
    return table.kind == TableKind::Table || table.kind == TableKind::PartitionedTable;
}

/// The storage engine where it is one without foreign keys.
QString enginesWithoutKeys(const Table& table)
{
    for (const Property& property : table.properties) {
        if (property.label == QLatin1String("Engine") &&
            property.value.compare(QLatin1String("InnoDB"), Qt::CaseInsensitive) != 0)
            return property.value;
    }
    return {};
}

/// Why the kind of a table rules keys out; empty when it does not.
QString tableObstacle(const Catalog& catalog, TableId id)
{
    const Table& table = catalog.table(id);
    const QString name = catalog.displayName(id);
    if (!keepsKeys(table))
        return QStringLiteral("%1 is a %2, which has no foreign keys")
            .arg(name, tableKindName(table.kind));
    if (table.undecodableName)
        return QStringLiteral("the name of %1 is not valid in the encoding of its database")
            .arg(name);
    const Engine engine = catalog.source(catalog.sourceOf(id)).engine;
    if (engine != Engine::MariaDb && engine != Engine::MySql)
        return {};
    if (table.kind == TableKind::PartitionedTable)
        return QStringLiteral("%1 is partitioned, and the server keeps no foreign keys of "
                              "partitioned tables")
            .arg(name);
    if (const QString other = enginesWithoutKeys(table); !other.isEmpty())
        return QStringLiteral("%1 has the storage engine %2, and only InnoDB keeps foreign keys")
            .arg(name, other);
    return {};
}

bool isForeignKeyAlready(const Catalog& catalog, const KeyPlan& plan)
{
    return std::ranges::any_of(
        catalog.constraintsOf(plan.child), [&](const Constraint& constraint) {
            if (constraint.kind != ConstraintKind::ForeignKey ||
                constraint.referencedTable != plan.parent ||
                constraint.columns.size() != plan.childColumns.size())
                return false;
            for (std::size_t i = 0; i < plan.childColumns.size(); ++i) {
                const auto at = std::ranges::find(constraint.columns, plan.childColumns[i]) -
                                constraint.columns.begin();
                const auto place = static_cast<std::size_t>(at);
                if (place >= constraint.referencedColumns.size() ||
                    constraint.referencedColumns[place] != plan.parentColumns[i])
                    return false;
            }
            return true;
        });
}

QString parentKeyWords(const Catalog& catalog, const KeyPlan& plan)
{
    QStringList names;
    for (ColumnId id : plan.parentColumns)
        names << quotedKeyPart(catalog.column(id).name);
    return QStringLiteral("%1 (%2)").arg(catalog.displayName(plan.parent),
                                         names.join(QLatin1String(", ")));
}

QString undecodableColumn(const Catalog& catalog, const std::vector<ColumnId>& columns)
{
    for (ColumnId id : columns) {
        if (catalog.column(id).undecodableName)
            return QStringLiteral("the name of %1 is not valid in the encoding of its database")
                .arg(catalog.displayName(id));
    }
    return {};
}

/// Orphans and sentinels that a check with data has counted.
void takeVerification(KeyPlan& plan, const Verification& verification)
{
    if (verification.hasFailed())
        return;
    plan.rowsLookedAt = verification.sampledRows;
    for (const TargetVerification& target : verification.targets)
        plan.rowsInTheWay += target.orphans();
    for (const SentinelCount& sentinel : verification.sentinels)
        plan.rowsInTheWay += sentinel.rows;
}

} // namespace

KeyPlan keyPlan(const Catalog& catalog, const Relationship& relationship,
                const Verification* verification)
{
    const RelationshipTarget& target = relationship.targets.front();
    KeyPlan plan;
    plan.child = relationship.child;
    plan.childColumns = relationship.childColumns;
    plan.parent = target.table;
    plan.parentColumns = target.columns;
    if (verification)
        takeVerification(plan, *verification);
    const auto blockedBy = [&plan](const QString& obstacle) {
        plan.obstacle = obstacle;
        return plan;
    };
    if (catalog.sourceOf(plan.child) != catalog.sourceOf(plan.parent))
        return blockedBy(QStringLiteral("the two tables are in different databases"));
    for (TableId id : {plan.child, plan.parent}) {
        if (const QString obstacle = tableObstacle(catalog, id); !obstacle.isEmpty())
            return blockedBy(obstacle);
    }
    for (const auto* columns : {&plan.childColumns, &plan.parentColumns}) {
        if (const QString obstacle = undecodableColumn(catalog, *columns); !obstacle.isEmpty())
            return blockedBy(obstacle);
    }
    if (isForeignKeyAlready(catalog, plan))
        return blockedBy(QStringLiteral("it is a foreign key already"));
    if (!orderByParentKey(catalog, plan))
        return blockedBy(QStringLiteral("%1 is not unique: it needs a primary key or a unique "
                                        "constraint of exactly these columns first")
                             .arg(parentKeyWords(catalog, plan)));
    const KeyTypeJudgement types = judgeKeyTypes(catalog, plan.childColumns, plan.parentColumns);
    if (types.fit != KeyTypeFit::Declarable)
        return blockedBy(types.reason);
    plan.needsIndex = !hasIndex(catalog, plan);
    return plan;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/postgresql/kinds.h"

#include <algorithm>

namespace cadastre::postgresql {

namespace {

ConstraintKind kindOf(QChar code)
{
    switch (code.unicode()) {
    case 'p':
        return ConstraintKind::PrimaryKey;
    case 'u':
        return ConstraintKind::Unique;
    case 'f':
        return ConstraintKind::ForeignKey;
    case 'c':
        return ConstraintKind::Check;
    case 'x':
        return ConstraintKind::Exclusion;
    default:
        return ConstraintKind::Unknown;
    }
}

ReferentialAction actionOf(const Cell& cell)
{
    switch (cell.bytes().isEmpty() ? 'a' : cell.bytes().front()) {
    case 'r':
        return ReferentialAction::Restrict;
    case 'c':
        return ReferentialAction::Cascade;
    case 'n':
        return ReferentialAction::SetNull;
    case 'd':
        return ReferentialAction::SetDefault;
    default:
        return ReferentialAction::NoAction;
    }
}

QString matchOf(const Cell& cell)
{
    switch (cell.bytes().isEmpty() ? 's' : cell.bytes().front()) {
    case 'f':
        return QStringLiteral("FULL");
    case 'p':
        return QStringLiteral("PARTIAL");
    default:
        return {};
    }
}

/// Constraints of this read that need a second look when all are there.
struct Open
{
    QHash<Oid, Oid> tableOf; ///< table of a constraint
    struct ForeignKey
    {
        int index;
        Oid parent; ///< the constraint of which this is a copy; 0 for none
        Oid referencedTable;
    };
    std::vector<ForeignKey> foreignKeys;
};

void takeReference(Reading& reading, const Row& row, Constraint& constraint)
{
    constraint.onUpdate = actionOf(row[11]);
    constraint.onDelete = actionOf(row[12]);
    constraint.matchType = matchOf(row[13]);
    const auto parent = reading.table(oidOf(row[10]));
    if (!parent)
        return;
    constraint.referencedTable = parent;
    constraint.referencedColumns = reading.columns(*parent, numbersOf(row[15]));
}

void takeProperties(Reading& reading, const Row& row, Constraint& constraint)
{
    if (row[16].boolean() && constraint.kind == ConstraintKind::Check)
        addProperty(constraint, QStringLiteral("Inheritance"), QStringLiteral("NO INHERIT"));
    if (row[9].integer())
        addProperty(constraint, QStringLiteral("Copy of"),
                    QStringLiteral("the partitioned table's constraint"));
    QStringList names;
    for (const ColumnId id : reading.columns(constraint.table, numbersOf(row[17])))
        names << reading.objects.columns[id.index].name;
    addProperty(constraint, QStringLiteral("Set on delete"), names.join(QStringLiteral(", ")));
}

bool needsDefinition(ConstraintKind kind)
{
    return kind == ConstraintKind::Check || kind == ConstraintKind::Exclusion ||
           kind == ConstraintKind::Unknown;
}

void addTableConstraint(Reading& reading, const Row& row, TableId table, Open& open)
{
    Constraint constraint;
    const Oid oid = oidOf(row[0]);
    if (!reading.describe(constraint, catalog::constraints, oid, row[1], 0))
        return;
    const QString code = row[4].text();
    constraint.table = table;
    constraint.kind = kindOf(code.isEmpty() ? QChar() : code.front());
    constraint.columns = reading.columns(table, numbersOf(row[14]));
    constraint.deferrable = row[5].boolean();
    constraint.initiallyDeferred = row[6].boolean();
    constraint.validated = row[7].boolean();
    if (constraint.kind == ConstraintKind::Unknown)
        addProperty(constraint, QStringLiteral("Constraint code"), code);
    takeProperties(reading, row, constraint);
    const auto index = static_cast<int>(reading.objects.constraints.size());
    if (constraint.kind == ConstraintKind::ForeignKey) {
        takeReference(reading, row, constraint);
        open.foreignKeys.push_back({index, oidOf(row[9]), oidOf(row[10])});
    } else if (const Oid madeIndex = oidOf(row[8])) {
        reading.constraintIndexes.push_back(madeIndex);
    }
    if (needsDefinition(constraint.kind))
        reading.pending.constraints.push_back(oid);
    open.tableOf.insert(oid, oidOf(row[2]));
    reading.remember(catalog::constraints, oid, ConstraintId{index});
    reading.objects.constraints.push_back(std::move(constraint));
}

void addRow(Reading& reading, const Row& row, Open& open)
{
    if (const auto table = reading.table(oidOf(row[2]))) {
        addTableConstraint(reading, row, *table, open);
        return;
    }
    const auto domain = reading.userType(oidOf(row[3]));
    if (!domain || row[4].text() != QLatin1String("c"))
        return;
    const Oid oid = oidOf(row[0]);
    reading.domainChecks.insert(oid, {*domain, row[1].text()});
    reading.pending.constraints.push_back(oid);
}

/// A key that points at a partitioned table has an internal copy per partition of that table.
/// Source: PostgreSQL's pg_constraint.conparentid; pg_dump leaves them out as well.
void dropInternalCopies(Reading& reading, const Open& open)
{
    auto& constraints = reading.objects.constraints;
    std::vector<bool> internal(constraints.size(), false);
    for (const Open::ForeignKey& key : open.foreignKeys) {
        const Oid oid = constraints[key.index].identity->objectOid;
        internal[key.index] =
            key.parent && open.tableOf.value(key.parent) == open.tableOf.value(oid);
    }
    if (std::ranges::none_of(internal, [](bool is) { return is; }))
        return;
    std::vector<Constraint> kept;
    for (std::size_t i = 0; i < constraints.size(); ++i) {
        const Oid oid = constraints[i].identity->objectOid;
        if (internal[i]) {
            reading.byOid.remove(oidKey(catalog::constraints, oid));
            reading.scope.countOmitted(QStringLiteral("internal copies of foreign keys"));
            continue;
        }
        reading.remember(catalog::constraints, oid, ConstraintId{static_cast<int>(kept.size())});
        kept.push_back(std::move(constraints[i]));
    }
    constraints = std::move(kept);
}

/// The names of tables that keys point at and that are not in this catalog.
Outcome nameParentsElsewhere(Reading& reading, const Open& open)
{
    std::vector<Oid> elsewhere;
    for (const Open::ForeignKey& key : open.foreignKeys) {
        if (!reading.table(key.referencedTable))
            elsewhere.push_back(key.referencedTable);
    }
    QHash<Oid, QString> names;
    const auto error = reading.ask("relation_names", {arrayOf(elsewhere)}, [&](const Row& row) {
        names.insert(oidOf(row[0]), row[1].text() + QLatin1Char('.') + row[2].text());
    });
    for (const Open::ForeignKey& key : open.foreignKeys)
        reading.objects.constraints[key.index].referencedName = names.value(key.referencedTable);
    return error;
}

} // namespace

Outcome readConstraints(Reading& reading, StepReport& report)
{
    Open open;
    if (const auto error = reading.ask("constraints", {reading.schemaOids}, [&](const Row& row) {
            addRow(reading, row, open);
            report.addObjects(1);
        }))
        return error;
    const auto error = nameParentsElsewhere(reading, open);
    dropInternalCopies(reading, open);
    std::ranges::sort(reading.constraintIndexes);
    return error;
}

} // namespace cadastre::postgresql

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Tables, views and columns as facts.
#include "model/describe/facts.h"

#include <QLocale>

namespace cadastre {

namespace {

QString rowsText(double rows)
{
    return QStringLiteral("≈ ") + QLocale::c().toString(qRound64(rows));
}

void describeTableFacts(const DescribeInput& input, ObjectDescription& description)
{
    const Catalog& catalog = input.catalog;
    const Table& table = catalog.table({input.object.index});
    Facts facts(QStringLiteral("Facts"));
    facts.link(QStringLiteral("Schema"), catalog.schema(table.schema).name, table.schema);
    facts.text(QStringLiteral("Kind"), table.kind == TableKind::Unknown
                                           ? QStringLiteral("unknown (%1)").arg(table.kindCode)
                                           : QString());
    if (table.rowEstimate)
        facts.text(QStringLiteral("Rows"), rowsText(*table.rowEstimate));
    if (table.sizeBytes)
        facts.text(QStringLiteral("Size"), QLocale::c().formattedDataSize(*table.sizeBytes));
    if (table.partitionOf)
        facts.link(QStringLiteral("Partition of"), catalog.displayName(*table.partitionOf),
                   ObjectRef(*table.partitionOf));
    facts.code(QStringLiteral("Partition bound"), table.partitionBound);
    facts.code(QStringLiteral("Partitioned by"), table.partitionKey);
    for (TableId parent : table.inherits)
        facts.link(QStringLiteral("Inherits"), catalog.displayName(parent), ObjectRef(parent));
    facts.text(QStringLiteral("Foreign server"), table.foreignServer);
    facts.text(QStringLiteral("Module"), table.virtualModule);
    facts.text(QStringLiteral("Collation"), table.collation);
    facts.text(QStringLiteral("Character set"), table.characterSet);
    facts.flag(QStringLiteral("System-versioned"), table.systemVersioned);
    facts.flag(QStringLiteral("Row-level security"), table.rowSecurity);
    addCommonFacts(input, facts);
    std::move(facts).addTo(description);
}

void describeColumns(const DescribeInput& input, ObjectDescription& description)
{
    const TableId table{input.object.index};
    Facts facts(QStringLiteral("Columns"));
    const auto columns = input.catalog.columnsOf(table);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const ColumnId id{input.catalog.firstColumn(table).index + static_cast<int>(i)};
        facts.named(columns[i].name, columnSummary(input.catalog, id), ObjectRef(id));
    }
    std::move(facts).addTo(description);
}

void describeConstraintsAndIndexes(const DescribeInput& input, ObjectDescription& description)
{
    const Catalog& catalog = input.catalog;
    const TableId table{input.object.index};
    Facts constraints(QStringLiteral("Keys and constraints"));
    const auto keys = catalog.constraintsOf(table);
    for (std::size_t i = 0; i < keys.size(); ++i)
        constraints.link(keys[i].name, constraintSummary(catalog, keys[i]),
                         ConstraintId{catalog.firstConstraint(table).index + static_cast<int>(i)});
    std::move(constraints).addTo(description);
    Facts facts(QStringLiteral("Indexes"));
    const auto indexes = catalog.indexesOf(table);
    for (std::size_t i = 0; i < indexes.size(); ++i)
        facts.link(indexes[i].name, indexSummary(catalog, indexes[i]),
                   IndexId{catalog.firstIndex(table).index + static_cast<int>(i)});
    std::move(facts).addTo(description);
}

void describePartitions(const DescribeInput& input, ObjectDescription& description)
{
    const TableId table{input.object.index};
    Facts partitions(QStringLiteral("Partitions"));
    Facts heirs(QStringLiteral("Inherited by"));
    const auto& tables = input.catalog.objects().tables;
    for (int i = 0; i < static_cast<int>(tables.size()); ++i) {
        const TableId other{i};
        const QString name = input.catalog.displayName(other);
        if (tables[i].partitionOf == table)
            partitions.link(tables[i].partitionBound, name, ObjectRef(other));
        else if (std::ranges::count(tables[i].inherits, table) > 0)
            heirs.link({}, name, ObjectRef(other));
    }
    std::move(partitions).addTo(description);
    std::move(heirs).addTo(description);
}

void describeOthers(const DescribeInput& input, ObjectDescription& description)
{
    Facts facts(QStringLiteral("Also belonging to it"));
    for (OtherId id : othersAbout(input.catalog, input.object))
        facts.link(input.catalog.other(id).kindName, input.catalog.other(id).name, ObjectRef(id));
    std::move(facts).addTo(description);
}

void describeViewText(const DescribeInput& input, ObjectDescription& description)
{
    Facts facts(QStringLiteral("Definition"));
    facts.code({}, input.catalog.table({input.object.index}).viewDefinition);
    std::move(facts).addTo(description);
}

QString identityText(Identity identity)
{
    switch (identity) {
    case Identity::No:
        return {};
    case Identity::Always:
        return QStringLiteral("generated always");
    case Identity::ByDefault:
        return QStringLiteral("generated by default");
    case Identity::AutoIncrement:
        return QStringLiteral("auto-increment");
    }
    Q_UNREACHABLE();
}

bool isIn(ColumnId id, const std::vector<ColumnId>& columns)
{
    return std::ranges::find(columns, id) != columns.end();
}

void describeKeysOfColumn(const DescribeInput& input, ObjectDescription& description)
{
    const Catalog& catalog = input.catalog;
    const ColumnId id{input.object.index};
    const TableId table = catalog.column(id).table;
    Facts keys(QStringLiteral("Keys and constraints"));
    int index = catalog.firstConstraint(table).index;
    for (const Constraint& constraint : catalog.constraintsOf(table)) {
        if (isIn(id, constraint.columns))
            keys.link(constraint.name, constraintSummary(catalog, constraint), ConstraintId{index});
        ++index;
    }
    std::move(keys).addTo(description);
    Facts facts(QStringLiteral("Indexes"));
    index = catalog.firstIndex(table).index;
    for (const Index& one : catalog.indexesOf(table)) {
        const bool uses = std::ranges::any_of(
            one.parts, [id](const IndexPart& part) { return part.column == id; });
        if (uses || isIn(id, one.included))
            facts.link(one.name, indexSummary(catalog, one), IndexId{index});
        ++index;
    }
    std::move(facts).addTo(description);
}

bool isPrimary(const Catalog& catalog, ColumnId id)
{
    const Constraint* key = catalog.primaryKeyOf(catalog.column(id).table);
    return key && isIn(id, key->columns);
}

} // namespace

QString columnSummary(const Catalog& catalog, ColumnId id)
{
    const Column& column = catalog.column(id);
    QStringList parts{column.type.isEmpty() ? QStringLiteral("no type") : column.type};
    if (!column.nullable)
        parts << QStringLiteral("not null");
    if (isPrimary(catalog, id))
        parts << QStringLiteral("primary key");
    if (column.columnIdentity != Identity::No)
        parts << identityText(column.columnIdentity);
    if (column.generated != Generated::No)
        parts << QString(QStringLiteral("generated as ") + column.generationExpression);
    if (column.defaultExpression)
        parts << QString(QStringLiteral("default ") + *column.defaultExpression);
    if (column.hidden)
        parts << QStringLiteral("hidden");
    return parts.join(QLatin1String(", "));
}

void describeTable(const DescribeInput& input, ObjectDescription& description)
{
    describeTableFacts(input, description);
    describeColumns(input, description);
    describeRelationships(input, description);
    describeDeletes(input, description);
    describeActors(input, description);
    describeConstraintsAndIndexes(input, description);
    describePartitions(input, description);
    describeOthers(input, description);
    describeViewText(input, description);
}

void describeColumn(const DescribeInput& input, ObjectDescription& description)
{
    const Catalog& catalog = input.catalog;
    const ColumnId id{input.object.index};
    const Column& column = catalog.column(id);
    Facts facts(QStringLiteral("Facts"));
    facts.link(QStringLiteral("Table"), catalog.displayName(column.table), ObjectRef(column.table));
    facts.link(QStringLiteral("Type"),
               column.type.isEmpty() ? QStringLiteral("no type") : column.type,
               column.userType ? std::optional<ObjectRef>(*column.userType) : std::nullopt);
    facts.text(QStringLiteral("Null"),
               column.nullable ? QStringLiteral("allowed") : QStringLiteral("not allowed"));
    facts.flag(QStringLiteral("Primary key"), isPrimary(catalog, id));
    facts.code(QStringLiteral("Default"), column.defaultExpression.value_or(QString()));
    facts.code(QStringLiteral("Generated as"), column.generationExpression);
    if (column.generated != Generated::No)
        facts.text(QStringLiteral("Kept"), column.generated == Generated::Stored
                                               ? QStringLiteral("stored")
                                               : QStringLiteral("computed when read"));
    facts.text(QStringLiteral("Identity"), identityText(column.columnIdentity));
    facts.text(QStringLiteral("Collation"), column.collation);
    facts.text(QStringLiteral("Character set"), column.characterSet);
    facts.flag(QStringLiteral("Hidden"), column.hidden);
    facts.text(QStringLiteral("Position"), QString::number(column.position));
    addCommonFacts(input, facts);
    std::move(facts).addTo(description);
    describeRelationships(input, description);
    describeReasons(input, description);
    describeActors(input, description);
    describeKeysOfColumn(input, description);
    describeOthers(input, description);
}

} // namespace cadastre

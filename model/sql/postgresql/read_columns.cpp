// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/postgresql/kinds.h"

#include "model/dialect/masking.h"

#include <algorithm>

namespace cadastre::postgresql {

namespace {

constexpr std::size_t usualColumnCount = 16;

struct AttributeUse
{
    TypeId type;
    int number;
    QString name;
    TypeUse use;
};

/// What is known of columns before the texts of their types are.
struct ColumnUses
{
    std::vector<TypeUse> types; ///< parallel to the columns
    std::vector<AttributeUse> attributes;
};

Generated generatedOf(const Cell& cell)
{
    if (cell.bytes().isEmpty())
        return Generated::No;
    return cell.bytes().front() == 's' ? Generated::Stored : Generated::Virtual;
}

Identity identityOf(const Cell& cell)
{
    if (cell.bytes().isEmpty())
        return Identity::No;
    return cell.bytes().front() == 'a' ? Identity::Always : Identity::ByDefault;
}

TypeUse typeOf(const Row& row)
{
    return {oidOf(row[3]), static_cast<int>(row[4].integer())};
}

void rememberNumber(Reading& reading, TableId table, int number)
{
    std::vector<int>& numbers = reading.columnByNumber[table.index];
    if (numbers.size() <= static_cast<std::size_t>(number))
        numbers.resize(static_cast<std::size_t>(number) + 1, -1);
    numbers[static_cast<std::size_t>(number)] = static_cast<int>(reading.objects.columns.size());
}

void addColumn(Reading& reading, const Row& row, TableId table, ColumnUses& uses)
{
    const Oid relation = oidOf(row[0]);
    Column& column = reading.objects.columns.emplace_back();
    column.name = row[2].text();
    column.undecodableName = !row[2].isDecodable();
    column.table = table;
    column.position = static_cast<int>(row[1].integer());
    column.identity =
        ServerIdentity{reading.databaseOid, catalog::relations, relation, column.position};
    column.nullable = !row[5].boolean();
    column.columnIdentity = identityOf(row[6]);
    column.generated = generatedOf(row[7]);
    if (!row[10].isNull())
        column.defaultExpression = maskedSql(row[10].text());
    if (column.generated != Generated::No)
        reading.pending.generatedTables.push_back(relation);
    uses.types.push_back(typeOf(row));
    reading.columnCollations.push_back(oidOf(row[8]));
}

void addRow(Reading& reading, const Row& row, ColumnUses& uses)
{
    const Oid relation = oidOf(row[0]);
    const auto number = static_cast<int>(row[1].integer());
    if (const auto table = reading.table(relation)) {
        rememberNumber(reading, *table, number);
        addColumn(reading, row, *table, uses);
        return;
    }
    const auto composite = reading.compositeTypes.constFind(relation);
    if (composite == reading.compositeTypes.constEnd())
        return;
    const QString name = row[2].text();
    reading.attributeNames.insert(oidKey(relation, static_cast<Oid>(number)), name);
    uses.attributes.push_back({*composite, number, name, typeOf(row)});
}

Outcome readTypeTexts(Reading& reading, const ColumnUses& uses)
{
    std::vector<TypeUse> all = uses.types;
    for (const AttributeUse& attribute : uses.attributes)
        all.push_back(attribute.use);
    return reading.readTypeNames(all);
}

void takeTypes(Reading& reading, const ColumnUses& uses)
{
    for (std::size_t i = 0; i < reading.objects.columns.size(); ++i) {
        const TypeName name = reading.typeNames.value(uses.types[i]);
        reading.objects.columns[i].type = name.text;
        reading.objects.columns[i].userType = reading.userType(name.element);
    }
    for (const AttributeUse& attribute : uses.attributes) {
        reading.objects.types[attribute.type.index].attributes.push_back(
            {attribute.name, reading.typeText(attribute.use)});
    }
}

/// Collations that differ from what the column's type brings.
Outcome readCollationTexts(Reading& reading, const ColumnUses& uses)
{
    std::vector<std::size_t> differing;
    std::vector<Oid> collations;
    for (std::size_t i = 0; i < uses.types.size(); ++i) {
        const Oid collation = reading.columnCollations[i];
        if (collation && collation != reading.typeNames.value(uses.types[i]).collation) {
            differing.push_back(i);
            collations.push_back(collation);
        }
    }
    const auto error = reading.readCollationNames(collations);
    for (const std::size_t i : differing) {
        reading.objects.columns[i].collation =
            reading.collationNames.value(reading.columnCollations[i]);
    }
    return error;
}

void makeUnique(std::vector<Oid>& oids)
{
    std::ranges::sort(oids);
    oids.erase(std::ranges::unique(oids).begin(), oids.end());
}

} // namespace

Outcome readColumns(Reading& reading, StepReport& report)
{
    ColumnUses uses;
    reading.objects.columns.reserve(reading.objects.tables.size() * usualColumnCount);
    if (const auto error = reading.ask("columns", {reading.schemaOids}, [&](const Row& row) {
            addRow(reading, row, uses);
            report.addObjects(1);
        }))
        return error;
    makeUnique(reading.pending.generatedTables);
    std::ranges::sort(uses.attributes, {}, &AttributeUse::number);
    if (const auto error = readTypeTexts(reading, uses))
        return error;
    takeTypes(reading, uses);
    return readCollationTexts(reading, uses);
}

} // namespace cadastre::postgresql

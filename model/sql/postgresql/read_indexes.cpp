// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/postgresql/kinds.h"

#include <algorithm>

namespace cadastre::postgresql {

namespace {

constexpr int descendingBit = 1;
constexpr int nullsFirstBit = 2;

using OperatorClasses = QHash<Oid, QString>;

/// Parts whose collation differs from their column's, to be named when the names are known.
struct CollationUse
{
    int index;
    std::size_t part;
    Oid collation;
};

struct Lists
{
    std::vector<int> keys;
    std::vector<Oid> collations;
    std::vector<Oid> operatorClasses;
    std::vector<int> options;
};

IndexPart partOf(Reading& reading, TableId table, const Lists& lists, std::size_t i,
                 const OperatorClasses& operatorClasses)
{
    IndexPart part;
    part.column = reading.column(table, lists.keys[i]);
    if (i < lists.operatorClasses.size())
        part.operatorClass = operatorClasses.value(lists.operatorClasses[i]);
    const int option = i < lists.options.size() ? lists.options[i] : 0;
    part.descending = option & descendingBit;
    part.nullsFirst = option & nullsFirstBit;
    return part;
}

void takeParts(Reading& reading, const Row& row, Index& index, std::vector<CollationUse>& uses,
               const OperatorClasses& operatorClasses)
{
    const Lists lists{numbersOf(row[8]), oidsOf(row[9]), oidsOf(row[10]), numbersOf(row[11])};
    const auto keyCount = static_cast<std::size_t>(row[7].integer());
    for (std::size_t i = 0; i < lists.keys.size(); ++i) {
        if (i >= keyCount) {
            if (const auto column = reading.column(index.table, lists.keys[i]))
                index.included.push_back(*column);
            continue;
        }
        index.parts.push_back(partOf(reading, index.table, lists, i, operatorClasses));
        const auto column = index.parts.back().column;
        const Oid collation = i < lists.collations.size() ? lists.collations[i] : 0;
        if (column && collation && collation != reading.columnCollations[column->index])
            uses.push_back({static_cast<int>(reading.objects.indexes.size()), i, collation});
    }
}

void takeProperties(Index& index, const Row& row)
{
    addProperty(index, QStringLiteral("Options"), row[14].text());
    addProperty(index, QStringLiteral("Tablespace"), row[15].text());
    if (row[16].boolean())
        addProperty(index, QStringLiteral("Replica identity"), QStringLiteral("yes"));
    if (row[17].boolean())
        addProperty(index, QStringLiteral("Clustered on"), QStringLiteral("yes"));
    if (row[18].boolean())
        addProperty(index, QStringLiteral("NULLs"), QStringLiteral("NULLS NOT DISTINCT"));
}

void addIndex(Reading& reading, const Row& row, std::vector<CollationUse>& uses,
              const OperatorClasses& operatorClasses)
{
    Index index;
    const Oid oid = oidOf(row[0]);
    const auto table = reading.table(oidOf(row[1]));
    if (!table || !reading.describe(index, catalog::relations, oid, row[2], 0))
        return;
    index.table = *table;
    index.method = row[3].text();
    index.unique = row[4].boolean();
    index.primary = row[5].boolean();
    index.valid = row[6].boolean();
    index.backsConstraint = std::ranges::binary_search(reading.constraintIndexes, oid);
    takeParts(reading, row, index, uses, operatorClasses);
    takeProperties(index, row);
    if (row[12].boolean() || row[13].boolean())
        reading.pending.indexes.push_back(oid);
    reading.remember(catalog::relations, oid,
                     IndexId{static_cast<int>(reading.objects.indexes.size())});
    reading.objects.indexes.push_back(std::move(index));
}

Outcome nameCollations(Reading& reading, const std::vector<CollationUse>& uses)
{
    std::vector<Oid> collations;
    for (const CollationUse& use : uses)
        collations.push_back(use.collation);
    const auto error = reading.readCollationNames(collations);
    for (const CollationUse& use : uses) {
        reading.objects.indexes[use.index].parts[use.part].collation =
            reading.collationNames.value(use.collation);
    }
    return error;
}

} // namespace

Outcome readIndexes(Reading& reading, StepReport& report)
{
    OperatorClasses operatorClasses;
    if (const auto error = reading.ask("operator_classes", {}, [&](const Row& row) {
            operatorClasses.insert(oidOf(row[0]), row[1].text());
        }))
        return error;
    std::vector<CollationUse> uses;
    if (const auto error = reading.ask("indexes", {reading.schemaOids}, [&](const Row& row) {
            addIndex(reading, row, uses, operatorClasses);
            report.addObjects(1);
        }))
        return error;
    return nameCollations(reading, uses);
}

} // namespace cadastre::postgresql

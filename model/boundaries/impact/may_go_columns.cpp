// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Columns that may go: those of tables of which every user's columns are known.
#include "model/boundaries/impact/may_go_parts.h"
#include "model/boundaries/uses/mentioned_words.h"

#include <algorithm>

namespace cadastre {

namespace {

void mark(const std::vector<ColumnId>& columns, std::vector<bool>& used)
{
    for (ColumnId column : columns)
        used[std::size_t(column.index)] = true;
}

/// Marks the columns of a table whose names stand among the words.
void markMentioned(const Catalog& catalog, TableId table, const MentionedWords& words,
                   std::vector<bool>& used)
{
    if (words.isEmpty())
        return;
    const int first = catalog.firstColumn(table).index;
    const auto columns = catalog.columnsOf(table);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (words.mayMention(columns[i].name))
            used[std::size_t(first) + i] = true;
    }
}

/// Expressions that belong to a table: of checks, indexes, generated columns, partitions.
MentionedWords expressionsOf(const Catalog& catalog, TableId id)
{
    MentionedWords words;
    words.add(catalog.table(id).partitionKey);
    for (const Constraint& constraint : catalog.constraintsOf(id))
        words.add(constraint.expression);
    for (const Index& index : catalog.indexesOf(id)) {
        words.add(index.predicate);
        for (const IndexPart& part : index.parts)
            words.add(part.expression);
    }
    for (const Column& column : catalog.columnsOf(id))
        words.add(column.generationExpression);
    return words;
}

} // namespace

void markColumnsOfStructure(const Catalog& catalog, std::vector<bool>& used)
{
    const CatalogObjects& objects = catalog.objects();
    for (const Constraint& constraint : objects.constraints) {
        mark(constraint.columns, used);
        mark(constraint.referencedColumns, used);
    }
    for (const Index& index : objects.indexes) {
        mark(index.included, used);
        for (const IndexPart& part : index.parts) {
            if (part.column)
                used[std::size_t(part.column->index)] = true;
        }
    }
    std::vector<MentionedWords> words;
    for (std::size_t i = 0; i < objects.tables.size(); ++i)
        words.push_back(expressionsOf(catalog, TableId{static_cast<int>(i)}));
    for (std::size_t i = 0; i < objects.triggers.size(); ++i)
        addTriggerWords(catalog, TriggerId{static_cast<int>(i)},
                        words[std::size_t(objects.triggers[i].table.index)]);
    for (const OtherObject& other : objects.others) {
        if (other.about && other.about->kind == ObjectKind::Table)
            addProgramWords(other, words[std::size_t(other.about->index)]);
    }
    for (std::size_t i = 0; i < words.size(); ++i)
        markMentioned(catalog, TableId{static_cast<int>(i)}, words[i], used);
}

void addMayGoColumns(const MayGoFacts& facts, TableId id, std::vector<MayGo>& found)
{
    const Catalog& catalog = facts.facts.catalog;
    const Table& table = catalog.table(id);
    const bool isPlain =
        table.kind == TableKind::Table || table.kind == TableKind::PartitionedTable;
    if (!isPlain || facts.foreignRole[std::size_t(id.index)])
        return;
    const UseReading& uses = facts.facts.uses;
    const std::vector<int> users = uses.usersOf(id);
    const bool isKnown = std::ranges::all_of(users, [&](int position) {
        const ObjectUse& use = uses.uses[std::size_t(position)];
        return use.columnsKnown && uses.unknownOf(use.user) == nullptr;
    });
    if (!isKnown)
        return;
    const int first = catalog.firstColumn(id).index;
    const auto columns = catalog.columnsOf(id);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const ColumnId column{first + static_cast<int>(i)};
        if (facts.usedColumns[std::size_t(column.index)] || facts.isKept(column))
            continue;
        found.push_back({column,
                         QStringLiteral("No key, check, index, view, routine, trigger, rule, "
                                        "policy or likely reference uses it."),
                         facts.unknownOf(id)});
    }
}

} // namespace cadastre

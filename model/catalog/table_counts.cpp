// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/catalog/table_counts.h"

#include "model/relations/count_text.h"

#include <algorithm>

namespace cadastre {

namespace {

void countTable(const Catalog& catalog, TableId table, TableCounts& counts)
{
    const auto columns = static_cast<qint64>(catalog.columnsOf(table).size());
    switch (countedAs(catalog, table)) {
    case CountedAs::Table:
        ++counts.tables;
        counts.columns += columns;
        return;
    case CountedAs::View:
        ++counts.views;
        counts.columns += columns;
        return;
    case CountedAs::Partition:
        ++counts.partitions;
        break;
    case CountedAs::Internal:
        ++counts.internal;
        break;
    }
    counts.columnsApart += columns;
}

bool isOf(const Catalog& catalog, TableId table, std::optional<SourceId> source)
{
    return !source || catalog.sourceOf(table) == *source;
}

int copiesIn(const Catalog& catalog, const TableFamily& family)
{
    return static_cast<int>(std::ranges::count_if(family.members, [&](const FamilyMember& member) {
        return countedAs(catalog, member.table) == CountedAs::Table;
    }));
}

std::vector<TableFamily> familiesOf(const Catalog& catalog,
                                    const std::vector<TableId>& representatives)
{
    std::vector<bool> asked(catalog.objects().tables.size());
    for (const TableId table : representatives)
        asked[static_cast<std::size_t>(table.index)] = true;
    std::vector<TableFamily> families = tableFamilies(catalog);
    std::erase_if(families, [&](const TableFamily& family) {
        return !asked[static_cast<std::size_t>(family.representative.index)];
    });
    return families;
}

QString tableNoun(qint64 count)
{
    return countedNoun(count, QStringLiteral("table"), QStringLiteral("tables"));
}

} // namespace

CountedAs countedAs(const Catalog& catalog, TableId id)
{
    const Table& table = catalog.table(id);
    if (table.system || !table.extension.isEmpty() || catalog.schema(table.schema).system ||
        table.kind == TableKind::ShadowTable)
        return CountedAs::Internal;
    if (table.partitionOf)
        return CountedAs::Partition;
    return isView(table) ? CountedAs::View : CountedAs::Table;
}

TableCounts countTables(const Catalog& catalog, std::optional<SourceId> source)
{
    TableCounts counts;
    for (int i = 0; i < static_cast<int>(catalog.objects().tables.size()); ++i) {
        if (isOf(catalog, TableId{i}, source))
            countTable(catalog, TableId{i}, counts);
    }
    return counts;
}

TableCounts countTables(const Catalog& catalog, SchemaId schema)
{
    TableCounts counts;
    const int first = catalog.firstTable(schema).index;
    const int count = static_cast<int>(catalog.tablesOf(schema).size());
    for (int i = first; i < first + count; ++i)
        countTable(catalog, TableId{i}, counts);
    return counts;
}

int countCopies(const Catalog& catalog, std::optional<SourceId> source)
{
    int copies = 0;
    for (const TableFamily& family : tableFamilies(catalog)) {
        copies +=
            static_cast<int>(std::ranges::count_if(family.members, [&](const FamilyMember& member) {
                return countedAs(catalog, member.table) == CountedAs::Table &&
                       isOf(catalog, member.table, source);
            }));
    }
    return copies;
}

TableCounts countTables(const Catalog& catalog, const std::vector<TableId>& tables)
{
    TableCounts counts;
    for (const TableId table : tables)
        countTable(catalog, table, counts);
    return counts;
}

int countCopies(const Catalog& catalog, const std::vector<TableId>& representatives)
{
    int copies = 0;
    for (const TableFamily& family : familiesOf(catalog, representatives))
        copies += copiesIn(catalog, family);
    return copies;
}

QString stacksText(const Catalog& catalog, const std::vector<TableId>& representatives)
{
    TableCounts counts = countTables(catalog, representatives);
    QStringList stacks;
    for (const TableFamily& family : familiesOf(catalog, representatives)) {
        const int copies = copiesIn(catalog, family);
        counts.tables += copies;
        if (copies > 0)
            stacks << stackText(catalog, family);
    }
    return stacks.isEmpty() ? tablesText(counts)
                            : QStringLiteral("%1 (%2)").arg(tablesText(counts),
                                                            stacks.join(QStringLiteral(", ")));
}

QString stackText(const Catalog& catalog, const TableFamily& family)
{
    const QString own = catalog.displayName(family.representative);
    QStringList names{own};
    bool years = !family.members.empty();
    for (const FamilyMember& member : family.members) {
        years = years && member.rule == TableFamilyRule::Year;
        if (countedAs(catalog, member.table) == CountedAs::Table)
            names << catalog.displayName(member.table);
    }
    if (names.size() == 1)
        return own;
    const auto copies = static_cast<qint64>(names.size()) - 1;
    std::ranges::sort(names);
    qsizetype same = 0;
    while (same < std::min(names.front().size(), names.back().size()) &&
           names.front()[same] == names.back()[same])
        ++same;
    while (same > 0 && names.front()[same - 1].isDigit())
        --same; // whole numbers: 2017 to 2020
    const QString last = names.back().mid(same);
    if (!years || same == 0 || last.isEmpty())
        return QStringLiteral("%1 and %2")
            .arg(own, countedNoun(copies, QStringLiteral("copy"), QStringLiteral("copies")));
    return QStringLiteral("%1 to %2").arg(names.front(), last);
}

QString tablesAndCopiesText(const TableCounts& counts)
{
    return counts.copies == 0 ? tablesText(counts)
                              : QString(QStringLiteral("%1; %2 more folded")
                                            .arg(tablesText(counts), groupedDigits(counts.copies)));
}

QString tablesText(const TableCounts& counts)
{
    QStringList parts;
    if (counts.tables > 0)
        parts << tableNoun(counts.tables);
    if (counts.views > 0)
        parts << countedNoun(counts.views, QStringLiteral("view"), QStringLiteral("views"));
    return parts.isEmpty() ? QStringLiteral("no tables") : parts.join(QStringLiteral(", "));
}

QString tablesApartText(const TableCounts& counts)
{
    QStringList sentences;
    if (counts.copies > 0)
        sentences << QStringLiteral("%1 of the tables %2 folded under another one (years, "
                                    "backups).")
                         .arg(groupedDigits(counts.copies),
                              counts.copies == 1 ? QStringLiteral("is") : QStringLiteral("are"));
    QStringList apart;
    if (counts.partitions > 0)
        apart << countedNoun(counts.partitions, QStringLiteral("partition"),
                             QStringLiteral("partitions"));
    if (counts.internal > 0)
        apart << countedNoun(counts.internal, QStringLiteral("internal table"),
                             QStringLiteral("internal tables"));
    if (!apart.isEmpty())
        sentences << QStringLiteral("Counted apart: %1, with %2.")
                         .arg(apart.join(QStringLiteral(" and ")),
                              countedNoun(counts.columnsApart, QStringLiteral("column"),
                                          QStringLiteral("columns")));
    return sentences.join(QLatin1Char(' '));
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/graph_rows.h"

#include "model/catalog/column_families.h"
#include "model/notes/comment_text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace cadastre {

namespace {

constexpr qsizetype longestType = 24;

RowMarks marksOf(const Column& column, ColumnId id, const ColumnFacts& facts)
{
    RowMarks marks;
    marks.primaryKey = facts.primary.contains(id);
    marks.foreignKey = facts.foreign.contains(id);
    marks.unique = facts.unique.contains(id);
    marks.notNull = !column.nullable;
    marks.generated = column.generated != Generated::No;
    marks.indexed = facts.indexed.contains(id);
    return marks;
}

QString commonType(const Catalog& catalog, const std::vector<ColumnId>& columns)
{
    const QString& type = catalog.column(columns.front()).type;
    const bool common = std::all_of(columns.begin(), columns.end(),
                                    [&](ColumnId id) { return catalog.column(id).type == type; });
    return common ? shortTypeText(type) : QString();
}

DiagramRow rowOf(const Catalog& catalog, const ColumnEntry& entry, const ColumnFacts& facts)
{
    DiagramRow row;
    row.columns = entry.columns;
    row.text = visibleName(entry.name);
    if (entry.kind == ColumnFamilyKind::Single) {
        const Column& column = catalog.column(entry.columns.front());
        row.type = shortTypeText(column.type);
        row.meant = meantName(column);
        row.marks = marksOf(column, entry.columns.front(), facts);
        return row;
    }
    row.kind = entry.kind == ColumnFamilyKind::More ? RowKind::More : RowKind::Family;
    row.type = commonType(catalog, entry.columns);
    return row;
}

QSet<ColumnId> columnsAlwaysShown(const Catalog& catalog, TableId table, const ColumnFacts& facts)
{
    QSet<ColumnId> shown;
    const int first = catalog.firstColumn(table).index;
    const int count = static_cast<int>(catalog.columnsOf(table).size());
    for (int i = first; i < first + count; ++i) {
        const ColumnId id{i};
        if (facts.primary.contains(id) || facts.foreign.contains(id) ||
            facts.related.contains(id) || facts.unique.contains(id))
            shown.insert(id);
    }
    return shown;
}

bool actsOnItsOwn(const Catalog& catalog, TableId table)
{
    const auto columns = catalog.columnsOf(table);
    const auto constraints = catalog.constraintsOf(table);
    return !catalog.triggersOf(table).empty() ||
           std::any_of(columns.begin(), columns.end(),
                       [](const Column& c) { return c.generated != Generated::No; }) ||
           std::any_of(constraints.begin(), constraints.end(),
                       [](const Constraint& c) { return c.kind == ConstraintKind::Check; });
}

QString subtitleOf(const Table& table)
{
    QStringList parts;
    if (table.kind == TableKind::Unknown && !table.kindCode.isEmpty())
        parts << table.kindCode;
    else if (table.kind != TableKind::Table || !table.rowEstimate || *table.rowEstimate < 0)
        parts << tableKindName(table.kind);
    if (table.rowEstimate && *table.rowEstimate >= 0)
        parts << rowEstimateText(*table.rowEstimate);
    return parts.join(QStringLiteral(" · "));
}

QString withUnit(double value, QLatin1String unit)
{
    const int digits = value < 9.95 ? 1 : 0;
    QString number = QString::number(value, 'f', digits);
    if (number.endsWith(QLatin1String(".0")))
        number.chop(2);
    return number % QChar(0x00A0) % unit;
}

void addKeys(const Catalog& catalog, TableId table, ColumnFacts& facts)
{
    for (const Constraint& constraint : catalog.constraintsOf(table)) {
        const auto& columns = constraint.columns;
        if (constraint.kind == ConstraintKind::Unique && columns.size() == 1)
            facts.unique.insert(columns.front());
        for (const ColumnId column : columns) {
            if (constraint.kind == ConstraintKind::PrimaryKey)
                facts.primary.insert(column);
            else if (constraint.kind == ConstraintKind::ForeignKey)
                facts.foreign.insert(column);
        }
    }
    for (const Index& index : catalog.indexesOf(table)) {
        if (index.parts.empty() || !index.parts.front().column)
            continue;
        facts.indexed.insert(*index.parts.front().column);
        if (index.unique && !index.primary && index.parts.size() == 1 && index.predicate.isEmpty())
            facts.unique.insert(*index.parts.front().column);
    }
}

} // namespace

ColumnFacts columnFacts(const Catalog& catalog, const std::vector<TableId>& tables,
                        const std::vector<Relationship>& relationships,
                        const RelationshipFilter& filter)
{
    ColumnFacts facts;
    std::vector<bool> isAsked(catalog.objects().tables.size());
    for (const TableId table : tables) {
        isAsked[std::size_t(table.index)] = true;
        addKeys(catalog, table, facts);
    }
    const auto relate = [&](ColumnId id) {
        if (isAsked[std::size_t(catalog.column(id).table.index)])
            facts.related.insert(id);
    };
    for (const Relationship& relationship : relationships) {
        if (!passes(filter, relationship.origin, relationship.confidence))
            continue;
        if (relationship.typeColumn)
            relate(*relationship.typeColumn);
        std::ranges::for_each(relationship.childColumns, relate);
        for (const RelationshipTarget& target : relationship.targets)
            std::ranges::for_each(target.columns, relate);
    }
    return facts;
}

QString meantName(const ObjectBase& object)
{
    static const QString tag = QStringLiteral("called");
    if (!object.comment.text.contains(QLatin1String("@called")))
        return {};
    const QString name = noteValue(object.comment.text, tag).value_or(QString());
    return name == object.name ? QString() : visibleName(name);
}

DiagramNode tableNode(const Catalog& catalog, TableId id, const ColumnFacts& facts,
                      bool foldWideTable)
{
    const Table& table = catalog.table(id);
    DiagramNode node;
    node.table = id;
    node.title = visibleName(table.name);
    node.meant = meantName(table);
    node.subtitle = subtitleOf(table);
    const bool fold =
        foldWideTable && static_cast<int>(catalog.columnsOf(id).size()) > columnsShownUnfolded;
    const std::vector<ColumnEntry> entries =
        fold ? foldColumns(catalog, id, columnsAlwaysShown(catalog, id, facts))
             : unfoldedColumns(catalog, id);
    node.rows.reserve(entries.size());
    for (const ColumnEntry& entry : entries) {
        node.rows.push_back(rowOf(catalog, entry, facts));
        node.folded = node.folded || entry.kind != ColumnFamilyKind::Single;
    }
    node.actsOnItsOwn = actsOnItsOwn(catalog, id);
    node.warning = table.broken ? table.broken : table.notRead;
    return node;
}

QString visibleName(const QString& name)
{
    const bool plain = std::none_of(name.begin(), name.end(), [](QChar c) {
        return c.unicode() < 0x20 || c.unicode() == 0x7f || c.unicode() == 0x2028 ||
               c.unicode() == 0x2029;
    });
    if (plain)
        return name;
    QString visible;
    for (QChar c : name) {
        if (c.unicode() < 0x20)
            visible += QChar(static_cast<ushort>(0x2400 + c.unicode()));
        else if (c.unicode() == 0x7f)
            visible += QChar(0x2421);
        else if (c.unicode() == 0x2028 || c.unicode() == 0x2029)
            visible += QChar(0x2424);
        else
            visible += c;
    }
    return visible;
}

QString shortTypeText(const QString& type)
{
    struct Short
    {
        QLatin1String full;
        QLatin1String brief;
    };
    static constexpr std::array shorts{
        Short{QLatin1String("character varying"), QLatin1String("varchar")},
        Short{QLatin1String("character("), QLatin1String("char(")},
        Short{QLatin1String("timestamp with time zone"), QLatin1String("timestamptz")},
        Short{QLatin1String("timestamp without time zone"), QLatin1String("timestamp")},
        Short{QLatin1String("time with time zone"), QLatin1String("timetz")},
        Short{QLatin1String("time without time zone"), QLatin1String("time")},
    };
    QString text = visibleName(type);
    for (const Short& candidate : shorts) {
        if (text.startsWith(candidate.full)) {
            text.replace(0, candidate.full.size(), candidate.brief);
            break;
        }
    }
    if (text.size() > longestType)
        text = text.left(longestType - 1) % QChar(0x2026);
    return text;
}

QString rowEstimateText(double rows)
{
    if (rows < 0.5)
        return QStringLiteral("no rows");
    if (rows < 1.5)
        return QStringLiteral("≈ 1 row");
    QString count;
    if (rows < 9999.5)
        count = QString::number(std::round(rows), 'f', 0);
    else if (rows < 999.5e3)
        count = withUnit(rows / 1e3, QLatin1String("k"));
    else if (rows < 999.5e6)
        count = withUnit(rows / 1e6, QLatin1String("M"));
    else
        count = withUnit(rows / 1e9, QLatin1String("G"));
    return QStringLiteral("≈ %1 rows").arg(count);
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Tables, views and the order of their columns; databases as a whole.
#include "model/diff/comparison.h"

#include <algorithm>

namespace cadastre {

namespace {

QString kindText(const Table& table)
{
    return table.kind == TableKind::Unknown ? table.kindCode : tableKindName(table.kind);
}

QString tableNames(const Catalog& catalog, const std::vector<TableId>& tables)
{
    QStringList names;
    for (const TableId table : tables)
        names << catalog.table(table).name;
    names.sort();
    return names.join(QStringLiteral(", "));
}

QString tableNamesNow(const Comparison& all, const std::vector<TableId>& tables)
{
    QStringList names;
    for (const TableId table : tables)
        names << all.nameNow(ObjectRef(table));
    names.sort();
    return names.join(QStringLiteral(", "));
}

QString estimateText(std::optional<double> value)
{
    return value ? QString::number(*value, 'f', 0) : QString();
}

QString estimateText(std::optional<qint64> value)
{
    return value ? QString::number(*value) : QString();
}

void comparePartition(const Comparison& all, const Table& old, const Table& now, PropertyList& list)
{
    const auto area = DifferenceArea::Tables;
    const QString before = old.partitionOf ? all.nameNow(ObjectRef(*old.partitionOf)) : QString();
    const QString after = now.partitionOf ? all.after.table(*now.partitionOf).name : QString();
    list.text(area, QStringLiteral("partition of"), before, after);
    list.text(area, QStringLiteral("partition bound"), old.partitionBound, now.partitionBound);
    list.text(area, QStringLiteral("partition key"), old.partitionKey, now.partitionKey);
    if (tableNamesNow(all, old.inherits) != tableNames(all.after, now.inherits))
        list.text(area, QStringLiteral("inherits"), tableNames(all.before, old.inherits),
                  tableNames(all.after, now.inherits));
}

/// Of one engine, and of facts that only the server's own words tell.
void compareDialect(const Comparison& all, const Table& old, const Table& now, PropertyList& list)
{
    const auto area = DifferenceArea::Tables;
    comparePartition(all, old, now, list);
    list.text(area, QStringLiteral("foreign server"), old.foreignServer, now.foreignServer);
    list.text(area, QStringLiteral("module"), old.virtualModule, now.virtualModule);
    list.text(area, QStringLiteral("collation"), old.collation, now.collation,
              ChangeSeverity::Notable,
              QT_TRANSLATE_NOOP("cadastre::Difference", "text may sort and compare differently"));
    list.text(area, QStringLiteral("character set"), old.characterSet, now.characterSet);
    list.flag(area, QStringLiteral("system versioned"), old.systemVersioned, now.systemVersioned);
    list.flag(DifferenceArea::Policies, QStringLiteral("row security"), old.rowSecurity,
              now.rowSecurity, ChangeSeverity::Breaking, ChangeSeverity::Notable);
}

void compareView(const Comparison& all, TableId before, const Table& old, const Table& now,
                 PropertyList& list)
{
    if (old.broken != now.broken)
        list.add({DifferenceArea::Views, QStringLiteral("broken"), old.broken.value_or(QString()),
                  now.broken.value_or(QString()),
                  now.broken ? ChangeSeverity::Breaking : ChangeSeverity::Notable,
                  now.broken
                      ? QStringLiteral(QT_TRANSLATE_NOOP(
                            "cadastre::Difference", "the server cannot resolve the view any more"))
                      : QStringLiteral(QT_TRANSLATE_NOOP(
                            "cadastre::Difference", "the server can resolve the view again"))});
    if (!isView(old) && !isView(now))
        return;
    if (!all.pairing.speakTheSame(before)) {
        all.states.noteEngines(before, QStringLiteral("definitions of views"),
                               QStringLiteral("the engines write them in words of their own"));
        return;
    }
    const QString text = all.pairing.withNewSchemaNames(old.viewDefinition);
    if (text == now.viewDefinition || !all.states.canCompare(before, CatalogKind::Views))
        return;
    list.statement(
        DifferenceArea::Views, QStringLiteral("definition"), old.viewDefinition, now.viewDefinition,
        ChangeSeverity::Notable,
        QT_TRANSLATE_NOOP("cadastre::Difference", "readers may get other rows or values"));
}

} // namespace

void compareTables(const Comparison& all, TableId before, TableId after, PropertyList& list)
{
    const Table& old = all.before.table(before);
    const Table& now = all.after.table(after);
    if (old.notRead || now.notRead)
        all.states.noteObject(all.after.displayName(after),
                              now.notRead ? *now.notRead : *old.notRead);
    if (kindText(old) != kindText(now) &&
        (isView(old) || isView(now) || all.pairing.speakTheSame(before)))
        list.text(DifferenceArea::Tables, QStringLiteral("kind"), kindText(old), kindText(now),
                  isView(old) != isView(now) ? ChangeSeverity::Breaking : ChangeSeverity::Notable);
    if (all.pairing.speakTheSame(before))
        compareDialect(all, old, now, list);
    compareView(all, before, old, now, list);
    compareColumnOrder(all, before, after, list);
    compareBase(all, before, after, DifferenceArea::Tables, list);
    list.text(DifferenceArea::Statistics, QStringLiteral("estimated rows"),
              estimateText(old.rowEstimate), estimateText(now.rowEstimate),
              ChangeSeverity::Harmless);
    list.text(DifferenceArea::Statistics, QStringLiteral("estimated bytes"),
              estimateText(old.sizeBytes), estimateText(now.sizeBytes), ChangeSeverity::Harmless);
}

/// Only of columns that are on both sides: others are reported themselves.
void compareColumnOrder(const Comparison& all, TableId before, TableId after, PropertyList& list)
{
    std::vector<int> places;
    int index = all.before.firstColumn(before).index;
    const int count = static_cast<int>(all.before.columnsOf(before).size());
    for (int i = 0; i < count; ++i, ++index) {
        const auto now = all.pairing.afterOf(ColumnId{index});
        if (now && all.after.column({now->index}).table == after)
            places.push_back(now->index);
    }
    if (std::ranges::is_sorted(places))
        return;
    const auto names = [&](const std::vector<int>& columns) {
        QStringList texts;
        for (const int column : columns)
            texts << quotedKeyPart(all.after.column({column}).name);
        return texts.join(QStringLiteral(", "));
    };
    std::vector<int> sorted = places;
    std::ranges::sort(sorted);
    list.text(DifferenceArea::Order, QStringLiteral("column order"), names(places), names(sorted),
              ChangeSeverity::Notable,
              QT_TRANSLATE_NOOP("cadastre::Difference",
                                "readers that take columns by position get others"));
}

void compareSources(const Comparison& all, SourceId before, SourceId after, PropertyList& list)
{
    const Source& old = all.before.source(before);
    const Source& now = all.after.source(after);
    list.text(DifferenceArea::Versions, QStringLiteral("server version"), old.serverVersion,
              now.serverVersion);
    if (old.comment.text != now.comment.text &&
        all.states.canCompare(before, CatalogKind::Comments))
        list.text(DifferenceArea::Comments, QStringLiteral("comment"), old.comment.text,
                  now.comment.text, ChangeSeverity::Harmless);
    if (old.engine != now.engine) {
        all.states.noteEngines(before, QStringLiteral("checks"),
                               QStringLiteral("the engines write them in words of their own"));
        all.states.noteEngines(before, QStringLiteral("owners, roles and rights"),
                               QStringLiteral("they mean something else on the other engine"));
        return;
    }
    list.text(DifferenceArea::Databases, QStringLiteral("encoding"), old.encoding, now.encoding);
    if (all.pairing.withNewSchemaNames(old.defaultSchema + QLatin1Char('.')) !=
        QString(now.defaultSchema + QLatin1Char('.')))
        list.text(DifferenceArea::Databases, QStringLiteral("default schema"), old.defaultSchema,
                  now.defaultSchema);
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/change_marks.h"

#include "model/catalog/containment.h"

namespace cadastre {

namespace {

constexpr qsizetype namedChanges = 4; ///< in a tool tip; more are counted

/// The table that shows a change: its own, or the one that what went stood in.
std::optional<TableId> markedTable(const Catalog& after, const ObjectChange& change)
{
    if (change.after)
        return tableHolding(after, *change.after);
    if (change.key.parts.size() < 3)
        return std::nullopt;
    const auto table =
        after.find({change.key.source, KeyKind::Table, change.key.parts.first(2), {}});
    return table ? std::optional(TableId{table->index}) : std::nullopt;
}

QString changeWords(const ObjectChange& change)
{
    const QString name = change.kind == ObjectKind::Table
                             ? change.kindName
                             : QString(change.kindName + u' ' + change.key.parts.last());
    QStringList properties;
    for (const PropertyChange& property : change.properties)
        properties << property.property;
    const QString what = change.sign == ChangeSign::Altered && !properties.isEmpty()
                             ? properties.join(QStringLiteral(", "))
                             : changeSignName(change.sign);
    return QStringLiteral("%1 (%2)").arg(name,
                                         change.isRenamed() ? QStringLiteral("renamed") : what);
}

QString markText(const QStringList& changes)
{
    QString text =
        QStringLiteral("Changed: ") + changes.mid(0, namedChanges).join(QStringLiteral("; "));
    if (changes.size() > namedChanges)
        text += QStringLiteral("; %1 more").arg(changes.size() - namedChanges);
    return text;
}

} // namespace

std::shared_ptr<const ChangeMarks> changeMarks(const std::shared_ptr<const Catalog>& after,
                                               const CatalogDifference& difference)
{
    auto marks = std::make_shared<ChangeMarks>();
    marks->catalog = after;
    QHash<TableId, QStringList> words;
    for (const ObjectChange& change : difference.changes) {
        const auto table = markedTable(*after, change);
        if (!table)
            continue;
        if (change.kind == ObjectKind::Table && change.sign == ChangeSign::Added)
            marks->tables[*table] = {true, QStringLiteral("New since it was read before")};
        else
            words[*table] << changeWords(change);
    }
    for (auto [table, changes] : words.asKeyValueRange()) {
        if (!marks->tables.contains(table))
            marks->tables.insert(table, {false, markText(changes)});
    }
    return marks;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What objects of every kind have in common, and the dispatch to what they have not.
#include "model/diff/comparison.h"

namespace cadastre {

namespace {

QString joinedNames(const Catalog& catalog, const std::vector<ColumnId>& columns)
{
    QStringList names;
    for (const ColumnId column : columns)
        names << catalog.column(column).name;
    return names.join(QStringLiteral(", "));
}

/// What only some engines or kinds have, by label.
void compareLabelled(const std::vector<Property>& before, const std::vector<Property>& after,
                     DifferenceArea area, PropertyList& list)
{
    if (before == after)
        return;
    QMap<QString, std::pair<QStringList, QStringList>> byLabel;
    for (const Property& property : before)
        byLabel[property.label].first << property.value;
    for (const Property& property : after)
        byLabel[property.label].second << property.value;
    for (auto [label, values] : byLabel.asKeyValueRange()) {
        const bool isComment = label.startsWith(QLatin1String("Comment on "));
        list.text(isComment ? DifferenceArea::Comments : area, label.toLower(),
                  values.first.join(QStringLiteral(", ")), values.second.join(QStringLiteral(", ")),
                  isComment ? ChangeSeverity::Harmless : ChangeSeverity::Notable);
    }
}

} // namespace

QString Comparison::nameNow(ObjectRef old) const
{
    const auto now = pairing.afterOf(old);
    return now ? after.base(*now).name : before.base(old).name;
}

QString Comparison::nameNow(const std::vector<ColumnId>& columns) const
{
    QStringList names;
    for (const ColumnId column : columns)
        names << nameNow(ObjectRef(column));
    return names.join(QStringLiteral(", "));
}

QString Comparison::namesBefore(const std::vector<ColumnId>& columns) const
{
    return joinedNames(before, columns);
}

QString Comparison::namesAfter(const std::vector<ColumnId>& columns) const
{
    return joinedNames(after, columns);
}

void compareColumnLists(const Comparison& all, const QString& property, DifferenceArea area,
                        const std::vector<ColumnId>& before, const std::vector<ColumnId>& after,
                        PropertyList& list)
{
    if (all.nameNow(before) != all.namesAfter(after))
        list.text(area, property, all.namesBefore(before), all.namesAfter(after));
}

void compareBase(const Comparison& all, ObjectRef before, ObjectRef after, DifferenceArea area,
                 PropertyList& list)
{
    const ObjectBase& old = all.before.base(before);
    const ObjectBase& now = all.after.base(after);
    // schemas are named and commented by the servers themselves: "standard public schema"
    const bool isTheirs = before.kind == ObjectKind::Schema && !all.pairing.speakTheSame(before);
    if (old.comment.text != now.comment.text && !isTheirs &&
        all.states.canCompare(before, CatalogKind::Comments))
        list.text(DifferenceArea::Comments, QStringLiteral("comment"), old.comment.text,
                  now.comment.text, ChangeSeverity::Harmless);
    if (!all.pairing.speakTheSame(before))
        return;
    list.text(DifferenceArea::Owners, QStringLiteral("owner"), old.owner, now.owner);
    list.text(area, QStringLiteral("extension"), old.extension, now.extension);
    compareLabelled(old.properties, now.properties, area, list);
}

std::vector<PropertyChange> compareObjects(const Comparison& all, ObjectRef before, ObjectRef after)
{
    PropertyList list;
    switch (before.kind) {
    case ObjectKind::Source:
        compareSources(all, {before.index}, {after.index}, list);
        break;
    case ObjectKind::Schema:
        compareBase(all, before, after, DifferenceArea::Schemas, list);
        break;
    case ObjectKind::Table:
        compareTables(all, {before.index}, {after.index}, list);
        break;
    case ObjectKind::Column:
        compareColumns(all, {before.index}, {after.index}, list);
        break;
    case ObjectKind::Constraint:
        compareConstraints(all, {before.index}, {after.index}, list);
        break;
    case ObjectKind::Index:
        compareIndexes(all, {before.index}, {after.index}, list);
        break;
    case ObjectKind::Trigger:
        compareTriggers(all, {before.index}, {after.index}, list);
        break;
    case ObjectKind::Routine:
        compareRoutines(all, {before.index}, {after.index}, list);
        break;
    case ObjectKind::Type:
        compareTypes(all, {before.index}, {after.index}, list);
        break;
    case ObjectKind::Role:
        compareRoles(all, {before.index}, {after.index}, list);
        break;
    case ObjectKind::Other:
        compareOthers(all, {before.index}, {after.index}, list);
        break;
    }
    return list.take();
}

} // namespace cadastre

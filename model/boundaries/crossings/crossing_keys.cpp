// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Declared foreign keys that lead into another boundary, and those of them that change rows across
// it. Relationships that nobody declared live in crossing_logical.cpp.
#include "model/boundaries/crossings/crossing_search.h"

namespace cadastre {

namespace {

/// "ON DELETE CASCADE, ON UPDATE SET NULL": the actions that change rows.
QString cascadeText(const Constraint& key)
{
    QStringList actions;
    const auto add = [&](const QString& event, ReferentialAction action) {
        if (action != ReferentialAction::NoAction && action != ReferentialAction::Restrict)
            actions << QString(event + referentialActionName(action));
    };
    add(QStringLiteral("ON DELETE "), key.onDelete);
    add(QStringLiteral("ON UPDATE "), key.onUpdate);
    return actions.join(QLatin1String(", "));
}

/// SQLite's keys mostly have no name; their columns say which one is meant.
QString columnsText(const CrossingSearch& search, const Constraint& key)
{
    QStringList names;
    for (const ColumnId column : key.columns)
        names << search.catalog().column(column).name;
    return names.join(QStringLiteral(", "));
}

QString keySentence(const CrossingSearch& search, ConstraintId id, TableId parent)
{
    const Constraint& key = search.catalog().constraint(id);
    if (key.name.isEmpty())
        return QStringLiteral("The foreign key on %1 couples %2 of %3 to %4 of %5.")
            .arg(columnsText(search, key), search.name(key.table), search.boundaryName(key.table),
                 search.name(parent), search.boundaryName(parent));
    return QStringLiteral("%1 couples %2 to %3 of %4.")
        .arg(search.subject(id), search.name(key.table), search.name(parent),
             search.boundaryName(parent));
}

QString cascadeSentence(const CrossingSearch& search, ConstraintId id, TableId parent)
{
    const Constraint& key = search.catalog().constraint(id);
    return QStringLiteral("Who deletes or changes rows of %1 of %2 also changes rows of %3 of %4 "
                          "(%5 of %6).")
        .arg(search.name(parent), search.boundaryName(parent), search.name(key.table),
             search.boundaryName(key.table), cascadeText(key),
             key.name.isEmpty()
                 ? QString(QStringLiteral("the foreign key on ") + columnsText(search, key))
                 : search.name(id));
}

} // namespace

void findForeignKeyCrossings(CrossingSearch& search)
{
    const auto& relationships = search.facts().relationships;
    for (std::size_t i = 0; i < relationships.size(); ++i) {
        const Relationship& relationship = relationships[i];
        if (!relationship.constraint || relationship.targets.empty())
            continue;
        const ConstraintId id = *relationship.constraint;
        const RelationshipTarget& target = relationship.targets.front();
        if (!target.isResolved() || !search.crosses(id, target.table))
            continue;
        Crossing crossing = search.crossing({CrossingKind::ForeignKey, id, target.table});
        crossing.columns = target.columns;
        std::ranges::sort(crossing.columns);
        crossing.columnsKnown = true;
        crossing.relationship = static_cast<int>(i);
        crossing.sentence = keySentence(search, id, target.table);
        if (cascades(search.catalog().constraint(id))) {
            Crossing cascade = crossing;
            cascade.kind = CrossingKind::Cascade;
            cascade.sentence = cascadeSentence(search, id, target.table);
            search.add(std::move(cascade));
        }
        search.add(std::move(crossing));
    }
}

} // namespace cadastre

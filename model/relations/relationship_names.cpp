// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/relations/relationship_names.h"

namespace cadastre {

QString columnNamesText(const Catalog& catalog, std::span<const ColumnId> columns)
{
    QStringList names;
    for (ColumnId id : columns)
        names << catalog.column(id).name;
    return names.join(QStringLiteral(", "));
}

QString endText(const Catalog& catalog, TableId table, std::span<const ColumnId> columns)
{
    const QString names = columnNamesText(catalog, columns);
    const QString tableName = catalog.displayName(table);
    if (columns.size() == 1)
        return QString(tableName % QLatin1Char('.') % names);
    return QString(tableName % QStringLiteral(".(") % names % QLatin1Char(')'));
}

QString targetText(const Catalog& catalog, const RelationshipTarget& target)
{
    if (!target.isResolved() && target.typeValue.isEmpty())
        return QStringLiteral("a table that is not known yet");
    if (!target.isResolved())
        return QStringLiteral("“%1” (no such table)").arg(target.typeValue);
    return endText(catalog, target.table, target.columns);
}

QString targetsText(const Catalog& catalog, const Relationship& relationship)
{
    const auto& targets = relationship.targets;
    if (targets.empty())
        return relationship.typeColumn ? QStringLiteral("a table chosen by %1")
                                             .arg(catalog.column(*relationship.typeColumn).name)
                                       : QStringLiteral("an unknown table");
    const bool isOpen = targets.size() == 1 && !targets.front().isResolved() &&
                        targets.front().typeValue.isEmpty();
    if (isOpen && relationship.typeColumn)
        return QStringLiteral("a table chosen by %1")
            .arg(catalog.column(*relationship.typeColumn).name);
    if (targets.size() == 1)
        return targetText(catalog, targets.front());
    if (targets.size() == 2)
        return QStringLiteral("%1 or %2")
            .arg(targetText(catalog, targets[0]), targetText(catalog, targets[1]));
    const QString count = QStringLiteral("%1 tables").arg(targets.size());
    if (!relationship.typeColumn)
        return count;
    return QStringLiteral("%1, chosen by %2")
        .arg(count, catalog.column(*relationship.typeColumn).name);
}

QString arrowText(const Catalog& catalog, const Relationship& relationship)
{
    return QStringLiteral("%1 → %2").arg(
        endText(catalog, relationship.child, relationship.childColumns),
        targetsText(catalog, relationship));
}

} // namespace cadastre

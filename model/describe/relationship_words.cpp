// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// See the header.
#include "model/describe/relationship_words.h"

#include "model/relations/delete_effects.h"

#include <algorithm>

namespace cadastre {

namespace {

QString tableAndColumns(const Catalog& catalog, TableId table, const std::vector<ColumnId>& columns)
{
    return QStringLiteral("%1 (%2)").arg(catalog.displayName(table), columnList(catalog, columns));
}

/// ", when kind is Post": what chooses this target; empty without.
QString choice(const Catalog& catalog, const Relationship& relationship,
               const RelationshipTarget& target)
{
    if (!relationship.typeColumn || target.typeValue.isEmpty())
        return {};
    return QStringLiteral(", when %1 is %2")
        .arg(catalog.column(*relationship.typeColumn).name, target.typeValue);
}

/// ", as a kind of it", ", exclusive with others here": what the pair is to its tables.
QString nature(const Relationship& relationship)
{
    QString text;
    if (relationship.subtype)
        text += QStringLiteral(", as a kind of it");
    if (relationship.arc)
        text += QStringLiteral(", exclusive with others here");
    return text;
}

/// ", on delete cascade" or ", inferred (84 %)".
QString standing(const Catalog& catalog, const Relationship& relationship, bool fromParent)
{
    if (!relationship.constraint) {
        const QString sure = howSure(relationship);
        return sure.isEmpty() ? QString() : QString(QStringLiteral(", ") + sure);
    }
    const Constraint& key = catalog.constraint(*relationship.constraint);
    if (!fromParent)
        return referentialActions(key);
    QString text = QStringLiteral(", ") + deleteRuleSentence(catalog, key);
    if (key.onUpdate != ReferentialAction::NoAction)
        text += QStringLiteral(", on update ") + referentialActionName(key.onUpdate).toLower();
    return text;
}

} // namespace

QString howSure(const Relationship& relationship)
{
    switch (relationship.origin) {
    case RelationshipOrigin::Declared:
        return {};
    case RelationshipOrigin::Inferred:
        return QStringLiteral("inferred (%1 %)")
            .arg(std::min(99, qRound(relationship.confidence * 100))); // a guess is never certain
    case RelationshipOrigin::Confirmed:
        return QStringLiteral("confirmed");
    case RelationshipOrigin::Added:
        return QStringLiteral("added by a person");
    case RelationshipOrigin::Rejected:
        return QStringLiteral("rejected");
    }
    Q_UNREACHABLE();
}

QString targetWords(const Catalog& catalog, const RelationshipTarget& target)
{
    if (target.isResolved())
        return tableAndColumns(catalog, target.table, target.columns);
    if (target.typeValue.isEmpty())
        return QStringLiteral("a table that is not known yet");
    return QStringLiteral("no table for %1").arg(target.typeValue);
}

QString parentWords(const Catalog& catalog, const Relationship& relationship,
                    const RelationshipTarget& target)
{
    if (!target.isResolved())
        return targetWords(catalog, target) + standing(catalog, relationship, false);
    const QString many = relationship.parentEnd == Cardinality::ExactlyOne
                             ? QStringLiteral("exactly one")
                             : QStringLiteral("none or one");
    return QString(targetWords(catalog, target) + choice(catalog, relationship, target) +
                   QStringLiteral(", ") + many + nature(relationship) +
                   standing(catalog, relationship, false));
}

QString childWords(const Catalog& catalog, const Relationship& relationship,
                   const RelationshipTarget& target)
{
    const QString many = relationship.childEnd == Cardinality::ZeroOrOne
                             ? QStringLiteral("at most one")
                             : QStringLiteral("any number");
    return QString(tableAndColumns(catalog, relationship.child, relationship.childColumns) +
                   choice(catalog, relationship, target) + QStringLiteral(", ") + many +
                   nature(relationship) + standing(catalog, relationship, true));
}

} // namespace cadastre

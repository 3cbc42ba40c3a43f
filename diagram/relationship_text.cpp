// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/relationship_text.h"

#include "diagram/region_facts.h"

#include "diagram/graph_rows.h"

#include <algorithm>
#include <cmath>

namespace cadastre {

namespace {

constexpr std::size_t mostListed = 8; ///< targets and evidence; more are counted

QString endTitle(const Catalog& catalog, TableId table, const std::vector<ColumnId>& columns)
{
    QStringList names;
    for (ColumnId id : columns)
        names << catalog.column(id).name;
    const QString name = catalog.table(table).name;
    if (names.isEmpty())
        return visibleName(name);
    const QString list = names.join(QStringLiteral(", "));
    if (names.size() == 1)
        return visibleName(name % QLatin1Char('.') % list);
    return visibleName(name % QStringLiteral(" (") % list % QLatin1Char(')'));
}

QString targetTitle(const Catalog& catalog, const RelationshipTarget& target)
{
    if (target.isResolved())
        return endTitle(catalog, target.table, target.columns);
    if (target.typeValue.isEmpty())
        return QStringLiteral("a table that is not known yet");
    return QStringLiteral("no table for \"%1\"").arg(visibleName(target.typeValue));
}

void addRemainder(QStringList& lines, std::size_t count)
{
    if (count > mostListed)
        lines << QStringLiteral("  … and %1 more").arg(count - mostListed);
}

void addConstraint(QStringList& lines, const Constraint& constraint)
{
    lines << QStringLiteral("on delete %1, on update %2")
                 .arg(referentialActionName(constraint.onDelete).toLower(),
                      referentialActionName(constraint.onUpdate).toLower());
    if (!constraint.enforced)
        lines << QStringLiteral("not enforced: the server does not check it");
    else if (!constraint.validated)
        lines << QStringLiteral("not validated: older rows may break it");
}

void addEvidence(QStringList& lines, const std::vector<Evidence>& evidence)
{
    for (const bool against : {false, true}) {
        std::size_t count = 0;
        for (const Evidence& reason : evidence) {
            if ((reason.weight < 0) != against || reason.sentence.isEmpty())
                continue;
            if (++count == 1)
                lines << (against ? QStringLiteral("Against:") : QStringLiteral("Because:"));
            if (count <= mostListed)
                lines << QString(QStringLiteral("  • ") + visibleName(reason.sentence));
        }
        addRemainder(lines, count);
    }
}

void addTargets(QStringList& lines, const Catalog& catalog, const Relationship& relationship)
{
    if (!relationship.typeColumn)
        return;
    lines << QStringLiteral("%1 chooses the table:")
                 .arg(visibleName(catalog.column(*relationship.typeColumn).name));
    for (std::size_t i = 0; i < std::min(relationship.targets.size(), mostListed); ++i) {
        const RelationshipTarget& target = relationship.targets[i];
        QString line = QStringLiteral("  • ");
        if (!target.typeValue.isEmpty() && target.isResolved())
            line += visibleName(target.typeValue) + QStringLiteral(": ");
        lines << QString(line + targetTitle(catalog, target));
    }
    addRemainder(lines, relationship.targets.size());
}

void addAlternatives(QStringList& lines, const Catalog& catalog, const Relationship& relationship)
{
    if (relationship.alternatives.empty())
        return;
    lines << QStringLiteral("Or:");
    for (std::size_t i = 0; i < std::min(relationship.alternatives.size(), mostListed); ++i) {
        const RelationshipAlternative& other = relationship.alternatives[i];
        lines << QStringLiteral("  • %1, %2")
                     .arg(targetTitle(catalog, other.target), confidenceText(other.confidence));
    }
    addRemainder(lines, relationship.alternatives.size());
}

} // namespace

QString relationshipTitle(const Catalog& catalog, const Relationship& relationship,
                          const RelationshipTarget& target)
{
    return endTitle(catalog, relationship.child, relationship.childColumns) %
           QStringLiteral(" → ") % targetTitle(catalog, target);
}

QString confidenceText(double confidence)
{
    const int percent = static_cast<int>(std::lround(confidence * 100));
    return QStringLiteral("%1\u00a0%").arg(confidence < 1 ? std::min(percent, 99) : percent);
}

QString originText(const Catalog& catalog, const Relationship& relationship)
{
    switch (relationship.origin) {
    case RelationshipOrigin::Declared: {
        const QString name =
            relationship.constraint ? catalog.constraint(*relationship.constraint).name : QString();
        return name.isEmpty() ? QStringLiteral("declared")
                              : QString(QStringLiteral("declared by ") + visibleName(name));
    }
    case RelationshipOrigin::Inferred:
        return QString(QStringLiteral("inferred, ") + confidenceText(relationship.confidence));
    case RelationshipOrigin::Confirmed:
        return QStringLiteral("confirmed");
    case RelationshipOrigin::Added:
        return QStringLiteral("added by hand");
    case RelationshipOrigin::Rejected:
        return QStringLiteral("rejected");
    }
    Q_UNREACHABLE();
}

QString edgeText(const DiagramGraph& graph, int edge)
{
    const DiagramEdge& facts = graph.edges[edge];
    QString text = facts.title;
    if (facts.relationship >= 0)
        text += QStringLiteral(" — ") %
                originText(*graph.catalog, (*graph.relationships)[facts.relationship]);
    const QString crossing = crossingText(graph, edge);
    return crossing.isEmpty() ? text : QString(text % u'\n' % crossing);
}

QString relationshipText(const Catalog& catalog, const Relationship& relationship, int target)
{
    QStringList lines;
    const QString origin = originText(catalog, relationship);
    const bool isTarget = target >= 0 && target < static_cast<int>(relationship.targets.size());
    lines << (isTarget
                  ? QString(relationshipTitle(catalog, relationship, relationship.targets[target]) %
                            QStringLiteral(" — ") % origin)
                  : origin);
    if (relationship.constraint)
        addConstraint(lines, catalog.constraint(*relationship.constraint));
    if (relationship.subtype)
        lines << QStringLiteral("same key: each row is a kind of row of the other table");
    if (relationship.arc)
        lines << QStringLiteral("one of several alternatives: exactly one is set in each row");
    if (relationship.origin != RelationshipOrigin::Declared)
        addEvidence(lines, relationship.evidence);
    addTargets(lines, catalog, relationship);
    addAlternatives(lines, catalog, relationship);
    if (!relationship.reason.isEmpty())
        lines << QString(QStringLiteral("Decided: ") + relationship.reason);
    return lines.join(u'\n');
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Finds the references of excluding columns and numbers them; see the header.
#include "model/relations/structure/exclusive_arcs.h"

#include <QHash>

#include <algorithm>

namespace cadastre {

namespace {

/// A column that a check counts among alternatives is a reference more often than others.
constexpr double exclusiveArcWeight = 1.2;

QString arcSentence(const Catalog& catalog, const std::vector<ColumnId>& columns)
{
    QStringList names;
    for (ColumnId id : columns)
        names << QString(QLatin1Char('`') + catalog.column(id).name + QLatin1Char('`'));
    return QStringLiteral("a check says that exactly one of %1 is set")
        .arg(names.join(QStringLiteral(", ")));
}

/// The best relationship of each column that may take part, by index.
QHash<ColumnId, std::size_t> referenceOfColumn(const std::vector<Relationship>& relationships)
{
    QHash<ColumnId, std::size_t> best;
    for (std::size_t i = 0; i < relationships.size(); ++i) {
        const Relationship& relationship = relationships[i];
        if (relationship.origin == RelationshipOrigin::Rejected || relationship.typeColumn ||
            relationship.childColumns.size() != 1)
            continue;
        const ColumnId column = relationship.childColumns.front();
        const auto known = best.constFind(column);
        if (known == best.constEnd() || relationships[*known].confidence < relationship.confidence)
            best.insert(column, i);
    }
    return best;
}

} // namespace

std::vector<ExclusiveArc> markExclusiveArcs(const Catalog& catalog,
                                            const std::vector<std::vector<ColumnId>>& sets,
                                            std::vector<Relationship>& relationships)
{
    std::vector<ExclusiveArc> arcs;
    if (sets.empty())
        return arcs;
    const QHash<ColumnId, std::size_t> references = referenceOfColumn(relationships);
    for (const std::vector<ColumnId>& set : sets) {
        ExclusiveArc arc{static_cast<int>(arcs.size()), {}, set, {}, {}};
        for (ColumnId column : set) {
            const auto found = references.constFind(column);
            if (found != references.constEnd() && !relationships[*found].arc)
                arc.references.push_back(*found);
        }
        if (arc.references.size() < 2)
            continue;
        arc.child = catalog.column(set.front()).table;
        arc.sentence = arcSentence(catalog, set);
        for (std::size_t index : arc.references) {
            Relationship& relationship = relationships[index];
            const bool isGuess = relationship.origin == RelationshipOrigin::Inferred;
            relationship.arc = arc.number;
            relationship.evidence.push_back({QStringLiteral("exclusive-arc"),
                                             isGuess ? exclusiveArcWeight : 0.0, arc.sentence});
        }
        arcs.push_back(std::move(arc));
    }
    return arcs;
}

} // namespace cadastre

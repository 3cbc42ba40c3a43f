// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What finders ask; see the header.
#include "model/boundaries/crossings/crossing_search.h"

#include "model/boundaries/crossings/crossing_places.h"
#include "model/catalog/kind_words.h"

namespace cadastre {

namespace {

QString withCapital(QString word)
{
    if (!word.isEmpty())
        word[0] = word.at(0).toUpper();
    return word;
}

bool isPublishedExposure(Exposure exposure)
{
    return exposure == Exposure::Contract || exposure == Exposure::Replica;
}

} // namespace

bool isSharedBoundary(const Boundaries& boundaries, const QString& name)
{
    const auto own = boundaries.entries.find(name);
    if (own == boundaries.entries.end())
        return false;
    if (own->second.kind == BoundaryKind::Shared)
        return true;
    const auto around = boundaries.entries.find(own->second.parent);
    return around != boundaries.entries.end() && around->second.kind == BoundaryKind::Shared;
}

bool countsAsRelationship(const Relationship& relationship, double minimumConfidence)
{
    return relationship.origin != RelationshipOrigin::Rejected &&
           (relationship.origin != RelationshipOrigin::Inferred ||
            relationship.confidence >= minimumConfidence);
}

bool cascades(const Constraint& key)
{
    const auto changesRows = [](ReferentialAction action) {
        return action == ReferentialAction::Cascade || action == ReferentialAction::SetNull ||
               action == ReferentialAction::SetDefault;
    };
    return changesRows(key.onDelete) || changesRows(key.onUpdate);
}

CrossingSearch::CrossingSearch(const BoundaryFacts& facts)
    : m_facts(facts)
{
    const std::vector<QString>& names = facts.ownership.names;
    for (const QString& name : names)
        m_shared.push_back(isSharedBoundary(facts.boundaries, name));
    m_teams.resize(names.size() * names.size());
}

bool CrossingSearch::crosses(ObjectRef from, ObjectRef into) const
{
    const auto here = m_facts.ownership.boundaryOf(catalog(), from);
    const auto there = m_facts.ownership.boundaryOf(catalog(), into);
    return here && there && *here != *there;
}

bool CrossingSearch::isPublished(ObjectRef object) const
{
    const Ownership& ownership = m_facts.ownership;
    const auto boundary = ownership.boundaryOf(catalog(), object);
    if (boundary && m_shared[static_cast<std::size_t>(*boundary)])
        return true;
    const auto index = static_cast<std::size_t>(object.index);
    if (object.kind == ObjectKind::Table)
        return isPublishedExposure(ownership.exposures[index].exposure);
    return object.kind == ObjectKind::Routine &&
           isPublishedExposure(ownership.routineExposures[index]);
}

const QString& CrossingSearch::boundaryName(ObjectRef object) const
{
    const auto boundary = m_facts.ownership.boundaryOf(catalog(), object);
    Q_ASSERT(boundary);
    return m_facts.ownership.names[static_cast<std::size_t>(*boundary)];
}

QString CrossingSearch::subject(ObjectRef object) const
{
    return QString(withCapital(objectKindName(catalog(), object)) + QLatin1Char(' ') +
                   name(object) + QStringLiteral(" of ") + boundaryName(object));
}

bool CrossingSearch::areOneTeam(BoundaryIndex first, BoundaryIndex second)
{
    const std::vector<QString>& names = m_facts.ownership.names;
    const auto a = static_cast<std::size_t>(first);
    const auto b = static_cast<std::size_t>(second);
    int& answer = m_teams[a * names.size() + b];
    if (answer == 0)
        answer = areOfOneTeam(m_facts.boundaries, names[a], names[b]) ? 1 : -1;
    return answer == 1;
}

Crossing CrossingSearch::crossing(const BareCrossing& ends)
{
    Crossing crossing;
    crossing.kind = ends.kind;
    crossing.from = ends.from;
    crossing.into = ends.into;
    crossing.fromBoundary = *m_facts.ownership.boundaryOf(catalog(), ends.from);
    crossing.intoBoundary = *m_facts.ownership.boundaryOf(catalog(), ends.into);
    crossing.sameDatabase = areInOneDatabase(catalog(), ends.from, ends.into);
    crossing.sameServer = areOnOneServer(catalog(), ends.from, ends.into);
    crossing.sameTeam = areOneTeam(crossing.fromBoundary, crossing.intoBoundary);
    return crossing;
}

} // namespace cadastre

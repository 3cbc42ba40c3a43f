// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Catalogs with programs, their uses and boundaries in one, for tests of what changes mean.
#pragma once

#include "model/boundaries/impact/impact.h"
#include "model/boundaries/impact/impact_words.h"
#include "tests/support/owned_catalog.h"

namespace cadastre::test {

/// What BoundaryFacts point at, kept together.
class ImpactFixture
{
public:
    ImpactFixture(Catalog catalog, Boundaries boundaries)
        : m_catalog(std::move(catalog))
        , m_boundaries(std::move(boundaries))
        , m_relationships(declaredRelationships(m_catalog))
        , m_uses(readUses(m_catalog, m_cancelled))
        , m_ownership(ownershipOf(m_catalog, m_boundaries))
    {
    }

    [[nodiscard]] const Catalog& catalog() const { return m_catalog; }
    [[nodiscard]] const Boundaries& boundaries() const { return m_boundaries; }
    [[nodiscard]] const Ownership& ownership() const { return m_ownership; }
    std::vector<Relationship>& relationships() { return m_relationships; }
    [[nodiscard]] BoundaryFacts facts() const
    {
        return {m_catalog, m_relationships, m_uses, m_boundaries, m_ownership};
    }

    /// An object that a person would name so, or the first routine of that name; must be there.
    [[nodiscard]] ObjectRef object(const QString& name) const
    {
        const auto& routines = m_catalog.objects().routines;
        for (std::size_t i = 0; i < routines.size(); ++i) {
            if (routines[i].name == name)
                return RoutineId{static_cast<int>(i)};
        }
        const Result<ObjectRef> found = m_catalog.resolve(name);
        if (!found)
            qFatal("%s", qPrintable(found.error().message));
        return *found;
    }

    [[nodiscard]] Impact impact(const QString& name) const
    {
        return impactOf(facts(), object(name));
    }

private:
    std::atomic_bool m_cancelled = false;
    Catalog m_catalog;
    Boundaries m_boundaries;
    std::vector<Relationship> m_relationships;
    UseReading m_uses;
    Ownership m_ownership;
};

/// "1 view v reads table t (billing, outside)", nearest first; a `?` behind it: not certain.
inline QStringList impactTexts(const ImpactFixture& fixture, const Impact& impact)
{
    QStringList texts;
    for (const ImpactEntry& entry : impact.entries) {
        const QString owner = entry.boundary
                                  ? fixture.ownership().names[std::size_t(*entry.boundary)]
                                  : QStringLiteral("nobody");
        QString text = QStringLiteral("%1 %2 %3 %4 (%5%6)")
                           .arg(QString::number(entry.distance),
                                impactSubject(fixture.catalog(), entry.object),
                                impactReasonWords(entry.reason),
                                impactSubject(fixture.catalog(), entry.through), owner,
                                entry.outside ? QStringLiteral(", outside") : QString());
        texts << (entry.certain ? text : QString(text + QLatin1Char('?')));
    }
    return texts;
}

} // namespace cadastre::test

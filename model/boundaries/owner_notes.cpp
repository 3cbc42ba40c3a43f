// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Collects owners; see the header.
#include "model/boundaries/owner_notes.h"

#include "model/boundaries/boundary_notes.h"

#include <QSet>

namespace cadastre {

namespace {

class OwnerCollector
{
public:
    explicit OwnerCollector(Boundaries& boundaries)
        : m_boundaries(boundaries)
    {
        for (const auto& [name, boundary] : boundaries.entries) {
            m_known.insert(name.toCaseFolded());
            m_known.insert(boundary.owner.toCaseFolded());
        }
    }

    void take(const Comment& comment)
    {
        if (comment.isEmpty() || comment.undecodable)
            return;
        const QString owner = boundaryNotesOf(comment.text).owner.simplified();
        if (owner.isEmpty() || m_known.contains(owner.toCaseFolded()))
            return;
        m_known.insert(owner.toCaseFolded());
        m_boundaries.entries[owner].owner = owner;
    }

private:
    Boundaries& m_boundaries;
    QSet<QString> m_known;
};

} // namespace

Boundaries withOwnerNotes(const Boundaries& boundaries, const Catalog& catalog)
{
    Boundaries result = boundaries;
    OwnerCollector collector(result);
    for (const Schema& schema : catalog.objects().schemas)
        collector.take(schema.comment);
    for (const Table& table : catalog.objects().tables)
        collector.take(table.comment);
    return result;
}

} // namespace cadastre

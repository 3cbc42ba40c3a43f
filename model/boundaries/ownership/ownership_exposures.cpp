// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What objects are to those outside: the document's exposures over notes; see the header.
#include "model/boundaries/ownership/member_keys.h"
#include "model/boundaries/ownership/ownership_parts.h"
#include "model/boundaries/ownership/ownership_words.h"

namespace cadastre {

namespace {

QString exposureInWords(const ExposureEntry& entry)
{
    const QString detail = entry.exposure == Exposure::Contract ? entry.version : entry.replicaOf;
    return detail.isEmpty() ? exposureName(entry.exposure)
                            : QString(exposureName(entry.exposure) + QLatin1Char(' ') + detail);
}

class ExposureFinder
{
public:
    ExposureFinder(const Catalog& catalog, Ownership& ownership)
        : m_catalog(catalog)
        , m_ownership(ownership)
    {
        m_ownership.exposures.resize(catalog.objects().tables.size());
        m_ownership.routineExposures.resize(catalog.objects().routines.size());
    }

    void readNotes(const NotesByObject& notes)
    {
        for (auto it = notes.begin(); it != notes.end(); ++it) {
            const QStringList& ignored = it.value().ignored;
            for (const QString& note : ignored)
                m_ownership.problems.push_back(contradictingNote(
                    m_catalog, {}, note, it.key(),
                    QStringLiteral("another note before it says something else, and that counts")));
            if (it.value().exposure)
                set(it.key(), *it.value().exposure);
        }
    }

    void readEntry(const ObjectKey& key, const ExposureEntry& entry, const NotesByObject& notes)
    {
        const auto object = findMemberKey(m_catalog, key);
        const bool fits =
            object && (object->kind == ObjectKind::Table || object->kind == ObjectKind::Routine);
        if (!fits) {
            m_ownership.problems.push_back(missingEntry(
                m_catalog, QStringLiteral("An exposure (%1)").arg(exposureInWords(entry)),
                key.toString(), key));
            return;
        }
        set(*object, entry);
        const auto note = notes.constFind(*object);
        if (note != notes.constEnd() && note->exposure &&
            exposuresContradict(*note->exposure, entry))
            m_ownership.problems.push_back(contradictingNote(
                m_catalog, {}, QString(QLatin1Char('@') + exposureInWords(*note->exposure)),
                *object,
                QStringLiteral("the boundaries have it as %1, and that counts")
                    .arg(exposureInWords(entry))));
    }

private:
    void set(ObjectRef object, const ExposureEntry& entry)
    {
        if (object.kind == ObjectKind::Table)
            m_ownership.exposures[object.index] = entry;
        else if (object.kind == ObjectKind::Routine)
            m_ownership.routineExposures[object.index] = entry.exposure;
    }

    const Catalog& m_catalog;
    Ownership& m_ownership;
};

} // namespace

void findExposures(const Catalog& catalog, const Boundaries& boundaries, const NotesByObject& notes,
                   Ownership& ownership)
{
    ExposureFinder finder(catalog, ownership);
    finder.readNotes(notes);
    for (const auto& [key, entry] : boundaries.exposures)
        finder.readEntry(key, entry, notes);
}

void findMissingEntries(const Catalog& catalog, const Boundaries& boundaries, Ownership& ownership)
{
    const auto look = [&](const ObjectKey& key, const QString& what, const QString& member) {
        if (!findMemberKey(catalog, key))
            ownership.problems.push_back(missingEntry(catalog, what, member, key));
    };
    for (const auto& [name, flow] : boundaries.flows) {
        for (const ObjectKey& table : flow.tables)
            look(table, QStringLiteral("Flow %1").arg(name), table.toString());
    }
    for (const auto& [key, decision] : boundaries.decisions) {
        for (const ObjectKey* end : {&key.from, &key.into})
            look(*end, QStringLiteral("A decision"), crossingKeyText(key));
    }
    for (const auto& [key, rule] : boundaries.rules) {
        for (const QString* end : {&key.from, &key.to}) {
            if (*end != QLatin1String("*") && !boundaries.entries.contains(*end))
                ownership.problems.push_back(
                    {OwnershipProblemKind::RuleUnmatched, *end,
                     QString(key.from + QLatin1String(" -> ") + key.to), std::nullopt,
                     QStringLiteral("A rule from %1 into %2 names %3, which is no boundary. "
                                    "Correct it or take it out.")
                         .arg(key.from, key.to, *end)});
        }
    }
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What notes say of owners and exposure, and edits that make them say it; see the header.
#include "model/boundaries/boundary_notes.h"

#include "model/boundaries/ownership/member_keys.h"
#include "model/boundaries/ownership/ownership_parts.h"
#include "model/notes/tag_lines.h"

#include <algorithm>

namespace cadastre {

namespace {

/// Absent for a line that says nothing of exposure.
std::optional<ExposureEntry> exposureNoted(const TagLine& line)
{
    const auto exposure = exposureFromName(line.name);
    if (!exposure)
        return std::nullopt;
    ExposureEntry entry{*exposure, {}, {}};
    if (*exposure == Exposure::Contract)
        entry.version = line.value;
    else if (*exposure == Exposure::Replica)
        entry.replicaOf = line.value;
    return entry;
}

QString writtenTagLine(const TagLine& line)
{
    const QString name = QLatin1Char('@') + line.name;
    return line.value.isEmpty() ? name : QString(name + QLatin1Char(' ') + line.value);
}

/// Writes what a document says into comments, one after another.
class NoteWriter
{
public:
    NoteWriter(const Catalog& catalog, const Boundaries& boundaries, const Ownership& ownership)
        : m_ownership(ownership)
        , m_owners(boundaries)
    {
        for (const auto& [name, boundary] : boundaries.entries)
            m_ownerNames.push_back(ownerNameFor(name, boundary));
        for (const auto& [key, entry] : boundaries.exposures) {
            const auto object = findMemberKey(catalog, key);
            if (object && object->kind == ObjectKind::Table)
                m_exposed.insert({object->index});
        }
    }

    /// The comment of a table as it should be.
    [[nodiscard]] QString written(TableId table, const QString& comment) const
    {
        return withExposureNote(table, withOwnerNote(table, comment));
    }

private:
    /// The team where that names this boundary.
    [[nodiscard]] QString ownerNameFor(const QString& name, const Boundary& boundary) const
    {
        const QString team = boundary.owner.trimmed();
        const bool isOneLine = std::ranges::none_of(
            team, [](QChar c) { return c.category() == QChar::Other_Control; });
        const auto named = m_owners.boundariesOf(team);
        const bool isClear = !team.isEmpty() && isOneLine && named.size() == 1 &&
                             named.front() == m_ownership.indexOf(name);
        return isClear ? team : name;
    }

    [[nodiscard]] QString withOwnerNote(TableId table, const QString& comment) const
    {
        const BoundaryIndex owner = m_ownership.ofTables[table.index];
        const OwnedBy reason = m_ownership.tableReasons[table.index];
        if (owner < 0 || (reason != OwnedBy::Object && reason != OwnedBy::Pattern))
            return comment;
        const QString noted = boundaryNotesOf(comment).owner;
        if (m_owners.boundariesOf(noted) == std::vector<BoundaryIndex>{owner})
            return comment;
        return withTagValue(comment, QStringLiteral("owner"), m_ownerNames[owner]);
    }

    [[nodiscard]] QString withExposureNote(TableId table, const QString& comment) const
    {
        const ExposureEntry& entry = m_ownership.exposures[table.index];
        const auto noted = boundaryNotesOf(comment).exposure;
        const bool isSaid =
            noted ? !exposuresContradict(*noted, entry) && !exposureAdds(entry, *noted)
                  : !m_exposed.contains(table);
        if (isSaid)
            return comment;
        const QString name = exposureName(entry.exposure);
        const QString value =
            entry.exposure == Exposure::Contract ? entry.version : entry.replicaOf;
        for (const TagLine& line : tagLinesOf(comment)) {
            if (exposureFromName(line.name))
                return withTagReplaced(comment, line, name, value);
        }
        return withTagValue(comment, name, value);
    }

    /// Whether an entry says more than a note.
    static bool exposureAdds(const ExposureEntry& entry, const ExposureEntry& noted)
    {
        return (noted.version.isEmpty() && !entry.version.isEmpty()) ||
               (noted.replicaOf.isEmpty() && !entry.replicaOf.isEmpty());
    }

    const Ownership& m_ownership;
    OwnerNames m_owners;
    std::vector<QString> m_ownerNames; ///< as notes say it, by boundary
    std::set<TableId> m_exposed;       ///< in the document
};

} // namespace

BoundaryNotes boundaryNotesOf(const QString& comment)
{
    BoundaryNotes notes;
    for (const TagLine& line : tagLinesOf(comment)) {
        if (line.name == QLatin1String("owner") && !line.value.isEmpty()) {
            if (notes.owner.isEmpty())
                notes.owner = line.value;
            else if (line.value != notes.owner)
                notes.ignored << writtenTagLine(line);
        } else if (const auto exposure = exposureNoted(line)) {
            if (!notes.exposure)
                notes.exposure = exposure;
            else if (*exposure != *notes.exposure)
                notes.ignored << writtenTagLine(line);
        }
    }
    return notes;
}

bool exposuresContradict(const ExposureEntry& first, const ExposureEntry& second)
{
    const auto differ = [](const QString& a, const QString& b) {
        return !a.isEmpty() && !b.isEmpty() && a != b;
    };
    return first.exposure != second.exposure || differ(first.version, second.version) ||
           differ(first.replicaOf, second.replicaOf);
}

std::vector<CommentEdit> boundaryNoteEdits(const Catalog& catalog, const Boundaries& boundaries,
                                           const Ownership& ownership)
{
    const NoteWriter writer(catalog, boundaries, ownership);
    std::vector<CommentEdit> edits;
    const auto& tables = catalog.objects().tables;
    for (int i = 0; i < static_cast<int>(tables.size()); ++i) {
        const Comment& comment = tables[i].comment;
        if (comment.undecodable || tables[i].undecodableName || tables[i].system)
            continue;
        const QString after = writer.written(TableId{i}, comment.text);
        if (after != comment.text)
            edits.push_back({catalog.keyOf(TableId{i}), comment.text, after});
    }
    std::ranges::sort(edits, {}, &CommentEdit::key);
    return edits;
}

} // namespace cadastre

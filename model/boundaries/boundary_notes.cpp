// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What notes say of owners and exposure; see the header.
#include "model/boundaries/boundary_notes.h"

#include "model/notes/tag_lines.h"

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

} // namespace cadastre

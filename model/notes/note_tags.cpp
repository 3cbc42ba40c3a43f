// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The known tags, as the comment format lists them; see the header. The values of lists and
// references are in note_values.
#include "model/notes/note_tags.h"

#include <algorithm>
#include <array>

namespace cadastre {

namespace {

NoteTag anyTag(const char* name, NoteField field, bool isOnce, bool isValueNeeded)
{
    return {QLatin1String(name), field, isOnce, isValueNeeded, true, true};
}

NoteTag tableTag(const char* name, NoteField field, bool isOnce, bool isValueNeeded)
{
    return {QLatin1String(name), field, isOnce, isValueNeeded, true, false};
}

NoteTag columnTag(const char* name, NoteField field, bool isOnce, bool isValueNeeded)
{
    return {QLatin1String(name), field, isOnce, isValueNeeded, false, true};
}

} // namespace

std::span<const NoteTag> knownNoteTags()
{
    constexpr bool once = true;
    constexpr bool addsUp = false;
    constexpr bool needsValue = true;
    constexpr bool saysItAlone = false;
    static const std::array tags{
        anyTag("convention", NoteField::Convention, once, needsValue),
        columnTag("values", NoteField::Values, addsUp, needsValue),
        columnTag("references", NoteField::Reference, addsUp, needsValue),
        anyTag("called", NoteField::Name, once, needsValue),
        anyTag("deprecated", NoteField::Text, once, saysItAlone),
        columnTag("null", NoteField::Text, once, needsValue),
        columnTag("unit", NoteField::Text, once, needsValue),
        columnTag("format", NoteField::Formats, once, needsValue),
        columnTag("sentinel", NoteField::Values, addsUp, needsValue),
        tableTag("owner", NoteField::Owner, once, needsValue),
        anyTag("keep", NoteField::Text, once, saysItAlone),
        anyTag("pii", NoteField::Kind, addsUp, needsValue),
        anyTag("see", NoteField::Url, addsUp, needsValue),
        tableTag("contract", NoteField::Version, once, saysItAlone),
        tableTag("private", NoteField::None, once, saysItAlone),
        tableTag("replica", NoteField::Source, once, saysItAlone),
    };
    return tags;
}

const NoteTag* noteTag(QStringView name)
{
    const auto tags = knownNoteTags();
    const auto found =
        std::ranges::find_if(tags, [&](const NoteTag& tag) { return name == tag.name; });
    return found == tags.end() ? nullptr : &*found;
}

} // namespace cadastre

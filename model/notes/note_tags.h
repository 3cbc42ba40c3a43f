// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The tags that notes are made of: what each is for, whether it may stand once or often, and what
// its value is, for typed fields, completion and checks. The text around them is in comment_text.
#pragma once

#include <QStringList>

#include <optional>
#include <span>
#include <vector>

namespace cadastre {

/// What the value of a tag is, and so how it is typed and completed.
enum class NoteField : std::uint8_t {
    None,       ///< the tag alone says it: @private
    Text,       ///< free words
    Owner,      ///< a team: boundaries and owners that exist
    Convention, ///< a name of the workspace's list
    Name,       ///< what an object should be called
    Version,    ///< v1; may be missing
    Source,     ///< where a replica comes from
    Values,     ///< V=MEANING, ...
    Formats,    ///< FMT | FMT
    Reference,  ///< [schema.]table(col[, col]) [when column='value']
    Kind,       ///< of personal data: email, name, ...
    Url,
};

struct NoteTag
{
    QLatin1String name; ///< without the @
    NoteField field = NoteField::Text;
    bool once = false;       ///< twice is a finding, the first counts
    bool needsValue = false; ///< without a value it says nothing
    bool forTables = true;   ///< makes sense on tables and views
    bool forColumns = true;  ///< makes sense on columns
};

/// In the order in which people are offered them; sorted by use, not by name.
std::span<const NoteTag> knownNoteTags();
/// Letter case counts, as in the text.
const NoteTag* noteTag(QStringView name);

struct ValueMeaning
{
    QString value;
    QString meaning; ///< empty where only the value stands
    bool operator==(const ValueMeaning&) const = default;
};

/// The list of @values and @sentinel: commas and = are escaped with a backslash, \n is a newline.
std::vector<ValueMeaning> parseValueList(QStringView list);
QString printValueList(const std::vector<ValueMeaning>& values);
/// The formats of @format, between bars.
QStringList parseFormatList(QStringView list);
QString printFormatList(const QStringList& formats);

/// What a @references note says: `[schema.]table(col[, col]) [when column='value']`.
struct NoteReference
{
    QStringList table;   ///< one or two parts
    QStringList columns; ///< of the parent; empty: its key
    QString whenColumn;  ///< of the child's table; empty for always
    QString whenValue;
    bool operator==(const NoteReference&) const = default;
};
std::optional<NoteReference> parseNoteReference(QStringView value);
QString printNoteReference(const NoteReference& reference);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/notes/note_suggestion.h"

#include "model/notes/comment_text.h"
#include "model/notes/note_tags.h"

namespace cadastre {

namespace {

bool saysSuggestion(const QString& text, const QString& line)
{
    const std::vector<TagLine> suggested = tagLinesOf(line);
    if (suggested.empty() || hasTagLine(text, line))
        return true;
    const NoteTag* tag = noteTag(suggested.front().name);
    const bool standsAlone = tag != nullptr && tag->field == NoteField::Reference;
    return !standsAlone && noteValue(text, suggested.front().name).has_value();
}

} // namespace

QStringList missingNotes(const QString& text, const QString& suggestion)
{
    QStringList missing;
    for (const QString& line : suggestion.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        if (!saysSuggestion(text, line))
            missing << line;
    }
    return missing;
}

QString withMissingNotes(const QString& text, const QString& suggestion)
{
    QString whole = text;
    for (const QString& line : missingNotes(text, suggestion))
        whole = withTagLine(whole, line);
    return whole;
}

} // namespace cadastre

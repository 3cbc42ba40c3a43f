// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/boundaries/uses/mentioned_words.h"

#include <algorithm>

namespace cadastre {

namespace {

bool isMentionPart(QChar character)
{
    return character.isLetterOrNumber() || character == QLatin1Char('_');
}

/// Runs of letters, digits and underscores, in lower case.
QStringList mentionWords(const QString& text)
{
    QStringList words;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at;
        while (end < text.size() && isMentionPart(text[end]))
            ++end;
        if (end > at)
            words << text.mid(at, end - at).toLower();
        at = std::max(end, at + 1);
    }
    return words;
}

} // namespace

void MentionedWords::add(const QString& text)
{
    for (const QString& word : mentionWords(text))
        m_words.insert(word);
}

bool MentionedWords::mayMention(const QString& name) const
{
    const QStringList words = mentionWords(name);
    return std::ranges::all_of(words,
                               [this](const QString& word) { return m_words.contains(word); });
}

void addTriggerWords(const Catalog& catalog, TriggerId id, MentionedWords& words)
{
    const Trigger& trigger = catalog.trigger(id);
    for (const QString* text :
         {&trigger.events, &trigger.condition, &trigger.body, &trigger.definition})
        words.add(*text);
    if (!trigger.routine)
        return;
    const Routine& routine = catalog.routine(*trigger.routine);
    words.add(routine.body);
    words.add(routine.definition);
}

void addProgramWords(const OtherObject& program, MentionedWords& words)
{
    words.add(program.definition);
    for (const Property& property : program.properties)
        words.add(property.value);
}

} // namespace cadastre

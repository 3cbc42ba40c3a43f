// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The words of a text of SQL without case: whether a name may stand in it. More words than names,
// strings and comments included, so that only "not mentioned" is certain.
#pragma once

#include "model/catalog/catalog.h"

#include <QSet>

namespace cadastre {

class MentionedWords
{
public:
    void add(const QString& text);
    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    /// Whether every word of the name stands in the texts.
    [[nodiscard]] bool mayMention(const QString& name) const;

private:
    QSet<QString> m_words;
};

/// Everything that a trigger says of the rows of its table, with the text of its routine.
void addTriggerWords(const Catalog& catalog, TriggerId trigger, MentionedWords& words);
/// The same of a policy or rule.
void addProgramWords(const OtherObject& program, MentionedWords& words);

} // namespace cadastre

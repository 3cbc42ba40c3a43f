// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Takes words apart that are written as one (`businessentityid`, `tipomaterialegislativa`): with
// the words of the schema's own tables and columns as the dictionary. Nothing is taken apart
// without it.
#pragma once

#include <QSet>
#include <QStringList>

namespace cadastre {

/// Words that stand alone somewhere: what glued words are made of.
struct WordDictionary
{
    QSet<QString> words; ///< case-folded, as written and without a plural s

    void add(const QString& word);
    /// As written, in the plural or in the singular.
    [[nodiscard]] bool knows(const QString& word) const;
};

/// The parts of a column's word in order: identifier endings, then the longest word of a table at
/// either end. The word itself where it cannot be taken apart.
QStringList splitColumnWord(const QString& word, const WordDictionary& tableWords);

/// The parts of a table's word in order, all of them words of columns but one of four letters or
/// more. A word that columns use as it is stays whole.
QStringList splitTableWord(const QString& word, const WordDictionary& columnWords);

} // namespace cadastre

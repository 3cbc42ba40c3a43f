// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Where a comment says in plain words that something refers to something: "FK to x.y", "references
// x", "siehe x.y". Whether there is an x is not known here.
#pragma once

#include "model/relations/sql/comment_names.h"

namespace cadastre {

/// How sure the words are that a reference is meant.
enum class PhraseStrength : std::uint8_t {
    ForeignKey, ///< "FK", "foreign key" and their translations
    Reference,  ///< "references", "refers to": of a plain name, if there is such a table
    Hint,       ///< "see", "->", "id of": only of `table.column`
};

struct ReferencePhrase
{
    PhraseStrength strength = PhraseStrength::Hint;
    WrittenName name;
    QString phrase; ///< from the words to the end of the name
};

/// In the order of the text. A name may stand in several of them.
std::vector<ReferencePhrase> referencePhrases(const QString& words);

} // namespace cadastre

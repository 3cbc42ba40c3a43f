// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Where the members of a JSON object stand in its text. Only for text that a JSON parser has
// accepted: this finds ends, it does not check.
#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace cadastre {

struct MemberSpan
{
    QByteArray name;  ///< unescaped, UTF-8
    QByteArray value; ///< raw text without surrounding white space
    qsizetype offset; ///< of the name's quote in the text
};

/// The members of the object that the text is, in file order; absent when it is no object.
std::optional<std::vector<MemberSpan>> memberSpans(const QByteArray& object);

} // namespace cadastre

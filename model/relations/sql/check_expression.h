// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The expression of a CHECK constraint as a small tree, the same for all engines. What it says of
// columns is told by check_lists.
#pragma once

#include "model/catalog/source.h"

#include <vector>

namespace cadastre {

enum class CheckTermKind : std::uint8_t {
    Other,  ///< anything else; its parts are lost
    Column, ///< `text` is the name
    Literal,
    Null,
    IsNull, ///< one part
    IsNotNull,
    And,
    Or,
    Equals,
    Differs, ///< also XOR
    In,      ///< the first part is one of the others
    Sum,
    Call, ///< `text` is the name in lower case
    Case, ///< condition, value, ..., then the value of ELSE where there is one
    List, ///< (a, b) or ARRAY[a, b]
};

/// Casts and collations are left out.
struct CheckTerm
{
    CheckTermKind kind = CheckTermKind::Other;
    QString text;
    std::vector<CheckTerm> parts;

    [[nodiscard]] bool is(CheckTermKind wanted) const { return kind == wanted; }
};

/// Reads an expression, with or without CHECK ( ) around it. What cannot be read is Other.
CheckTerm parseCheck(const QString& expression, Engine engine);

} // namespace cadastre

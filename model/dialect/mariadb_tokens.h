// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Takes MariaDB and MySQL SQL text apart into words, names, strings, numbers and symbols. Comments
// are left out, except /*! .. */ and /*M! .. */, whose inside the server runs. No grammar here.
#pragma once

#include "model/dialect/mariadb.h"

#include <QString>

#include <span>
#include <vector>

namespace cadastre::mariadb {

enum class TokenKind : std::uint8_t {
    Word,       ///< bare: keyword or unquoted name
    QuotedName, ///< `name`, or "name" where double quotes quote names
    String,
    Number,
    Variable, ///< @name, @@name
    Symbol,   ///< one character, or := and the like
    Broken,   ///< a quote or comment that never ends: everything after it is unknown
};

struct Token
{
    TokenKind kind = TokenKind::Symbol;
    QString text; ///< quotes taken off and unescaped

    bool operator==(const Token&) const = default;
    /// Whether it is this bare word; `upperCaseWord` in upper case, compared without case.
    [[nodiscard]] bool isWord(QLatin1String upperCaseWord) const;
    /// As isWord(), for any of several.
    [[nodiscard]] bool isOneOf(std::span<const char* const> upperCaseWords) const;
    [[nodiscard]] bool isSymbol(char symbol) const;
    /// A quoted name or a bare word.
    [[nodiscard]] bool canBeName() const;
};

struct SqlMode
{
    BackslashMode backslashes = BackslashMode::Escapes;
    bool ansiQuotes = false; ///< "x" is a name, not a string

    bool operator==(const SqlMode&) const = default;
    /// From the text of sql_mode: ANSI_QUOTES and NO_BACKSLASH_ESCAPES are looked for.
    static SqlMode fromText(const QString& text);
};

/// The tokens in order. Never fails: what cannot be read ends in one Broken token.
std::vector<Token> tokenize(const QString& sql, SqlMode mode = {});

} // namespace cadastre::mariadb

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The places of words, names, strings and symbols in a statement that the server itself wrote (SHOW
// CREATE ..), as bytes, so that what is not touched can be sent back exactly. What the tokens mean
// is elsewhere; mariadb_tokens reads statements of people.
#pragma once

#include "model/dialect/mariadb.h"

#include <QByteArray>

#include <vector>

namespace cadastre::mariadb {

enum class SpanKind : std::uint8_t {
    Word,       ///< bare; also numbers
    QuotedName, ///< `name`
    String,     ///< '..' or "..", without a character set before it
    Symbol,     ///< one byte; the marks of /*! .. */ are no tokens, what stands inside is
};

struct Span
{
    SpanKind kind = SpanKind::Symbol;
    qsizetype start = 0;
    qsizetype end = 0; ///< behind the last byte
    int depth = 0;     ///< open parentheses before it; a closing one has the depth of its opening

    bool operator==(const Span&) const = default;
};

/// The tokens in order, offsets in bytes of UTF-8 (or of whatever the server sent: only ASCII is
/// looked at). Fails for a quote, comment or parenthesis that never ends.
Result<std::vector<Span>> spansOf(const QByteArray& sql, BackslashMode mode);

/// UTF-8 as text; a U+FEFF in front is a character of it, not a mark to be dropped.
QString textOf(const QByteArray& utf8);
/// Whether the span is this bare word, in any case.
bool isWord(const QByteArray& sql, const Span& span, const char* word);
bool isSymbol(const QByteArray& sql, const Span& span, char symbol);
/// The text of a QuotedName or String with its quotes and escapes taken off, as bytes.
QByteArray unquoted(const QByteArray& sql, const Span& span, BackslashMode mode);

} // namespace cadastre::mariadb

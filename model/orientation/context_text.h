// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The words of a context for an assistant: how names, data and tokens are written and counted.
// Which lines there are is decided in context.
#pragma once

#include "model/catalog/catalog.h"

namespace cadastre {

/// Tokens that a text costs at most: every three letters or digits in a row, every other visible
/// ASCII character, every line end and every byte of other characters count one. Real tokenizers
/// need about two thirds of it for SQL and English.
int estimatedTokens(QByteArrayView text);

/// Whether it has control, direction or line separating characters, or halves of surrogates.
bool hasActingCharacters(const QString& text);

/// Data in double quotes on one line: `\"`, `\\`, and every control, direction and line separating
/// character as `\u{..}`; behind `longest` characters "… [+N characters]".
QString quotedData(const QString& text, int longest = 400);

/// A name as a statement of that engine writes it, on one line. What cannot be written, or has
/// characters that act, is quoted data behind the word `unwritable`.
QString contextName(Engine engine, const QString& name);
/// A table with its schema where that is not the default one.
QString contextName(const Catalog& catalog, TableId table);

/// A type on one line; the values of MariaDB's ENUM and SET only when wanted.
QString contextType(const Column& column, bool withValues);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Names and literals as PostgreSQL 15 writes them, as pure functions on text. Statements that are
// made of them live beside what makes them.
#pragma once

#include <QString>

#include <optional>

namespace cadastre::postgresql {

/// Whether a name must stand in double quotes: it is empty, not `[a-z_][a-z0-9_]*`, or a keyword
/// that is not unreserved.
/// Source: quote_identifier() in PostgreSQL's ruleutils.c.
bool needsQuotes(const QString& name);

/// A name as it stands in SQL: as it is, or in double quotes with `"` doubled. Absent for names
/// that PostgreSQL cannot have: with NUL or a lone surrogate.
std::optional<QString> quotedIdentifier(const QString& name);

/// A text literal: `'..'` with quotes doubled where the text has neither backslash nor control
/// character, else `E'..'` with them escaped. Means the same whatever standard_conforming_strings
/// is. Absent for text with NUL or a lone surrogate.
std::optional<QString> quotedLiteral(const QString& text);

/// `schema.name`, both quoted where needed; the name alone where the schema is empty.
std::optional<QString> qualifiedName(const QString& schema, const QString& name);

} // namespace cadastre::postgresql

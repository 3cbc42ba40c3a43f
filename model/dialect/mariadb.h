// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Names and literals as MariaDB and MySQL write them, as pure functions. Qt's own quoting is wrong
// for these engines (it does not double backticks), so nothing of it is used. No statements here.
#pragma once

#include "model/result.h"

#include <QStringList>

namespace cadastre::mariadb {

/// Whether a backslash in a string literal escapes the next character (the default) or stands for
/// itself (sql_mode NO_BACKSLASH_ESCAPES).
enum class BackslashMode : std::uint8_t { Escapes, Plain };

/// `name` in backticks, a backtick doubled. Fails for the empty name, for NUL, for lone surrogates
/// and for more than 64 characters, which no server accepts.
/// Source: MariaDB "Identifier Names", MySQL "Schema Object Names".
Result<QString> quotedIdentifier(const QString& name);

/// Parts quoted one by one and joined by dots: `db`.`table`.
Result<QString> quotedPath(const QStringList& parts);

/// 'text' as a string literal that reads back as exactly this text. Fails for NUL where backslashes
/// are plain (nothing can write it) and for lone surrogates.
Result<QString> quotedLiteral(const QString& text, BackslashMode mode);

/// The account of a GRANT's grantee column, `'u'@'host'` or `u@host`, as people read it: u@host; a
/// role (empty host) by its name alone.
QString accountName(const QString& grantee);

} // namespace cadastre::mariadb

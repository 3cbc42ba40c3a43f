// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// PostgreSQL's own parser (libpg_query), from text to JSON; the only place that knows it. What the
// trees mean is not known here.
#pragma once

#include "model/result.h"

#include <QJsonArray>
#include <QStringList>

namespace cadastre {

/// The parsed statements of a script: `{"stmt":{"SelectStmt":{..}}, ..}` each. Fails with one
/// sentence: the parser's own words, or that the text is too long or nested too deeply.
Result<QJsonArray> parsePostgreSql(const QString& script);

/// The parsed body of one CREATE FUNCTION or DO statement in PL/pgSQL: `{"PLpgSQL_function":..}`.
/// Fails as above.
Result<QJsonArray> parsePlpgsql(const QString& statement);

/// The statements of a script of which some may not parse, without their semicolons.
QStringList splitPostgreSql(const QString& script);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The SQL inside a body in PL/pgSQL. PostgreSQL's own parser finds it; where that one, which knows
// no catalog, gives up (cursors, composite variables), the body's statements are told apart by
// their words. The queries themselves are not parsed here.
#pragma once

#include <QStringList>

namespace cadastre {

struct PlpgsqlBody
{
    QStringList queries;       ///< statements; expressions only where they hold a query
    QList<QStringList> calls;  ///< names of functions in the other expressions, keywords among them
    int dynamicStatements = 0; ///< EXECUTE and its like
};

/// Of one CREATE FUNCTION or DO statement, whose body is `body`.
PlpgsqlBody readPlpgsqlBody(const QString& statement, const QString& body);

/// The statement that an expression of PL/pgSQL stands for, as far as it holds a query: itself, or
/// `select` and the expression or assignment. Empty when it holds none.
QString plpgsqlQuery(const QString& text);

/// Adds the query in an expression, or else the functions that it calls.
void addPlpgsqlExpression(const QString& text, PlpgsqlBody& body);

/// By words alone: what readPlpgsqlBody() does where the parser gives up.
PlpgsqlBody scanPlpgsqlBody(const QString& body);

} // namespace cadastre

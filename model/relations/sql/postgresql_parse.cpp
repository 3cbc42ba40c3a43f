// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/relations/sql/postgresql_parse.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <pg_query.h>

#include <memory>

namespace cadastre {

namespace {

constexpr qsizetype longestParserText = 256 * 1024;
constexpr int mostParserOperators = 8000;

Error notParsed(const PgQueryError& error)
{
    return {QStringLiteral("PostgreSQL's parser says: %1.").arg(QString::fromUtf8(error.message)),
            {}};
}

/// Runs of operator characters. The parser is a function that calls itself for each operator of a
/// chain (`a || b || c`): text with too many of them would end the program.
int operatorCount(const QString& text)
{
    static const QString operators = QStringLiteral("+-*/%^&|<>=~!@#?:[");
    int count = 0;
    bool inOperator = false;
    for (QChar character : text) {
        const bool isOperator = operators.contains(character);
        count += isOperator && !inOperator ? 1 : 0;
        inOperator = isOperator;
    }
    return count;
}

Result<QByteArray> readableText(const QString& text)
{
    if (text.size() > longestParserText)
        return Error{QStringLiteral("It is longer than 256 KiB."), {}};
    if (text.contains(QChar(u'\0')))
        return Error{QStringLiteral("It contains a NUL character."), {}};
    if (operatorCount(text) > mostParserOperators)
        return Error{QStringLiteral("It has more than 8,000 operators."), {}};
    return text.toUtf8();
}

Result<QJsonDocument> documentOf(const char* json)
{
    QJsonParseError error;
    QJsonDocument document = QJsonDocument::fromJson(QByteArray(json), &error);
    if (error.error == QJsonParseError::DeepNesting)
        return Error{QStringLiteral("It is nested too deeply."), {}};
    if (document.isNull())
        return Error{QStringLiteral("Its parse tree is damaged."), error.errorString()};
    return document;
}

} // namespace

Result<QJsonArray> parsePostgreSql(const QString& script)
{
    const Result<QByteArray> text = readableText(script);
    if (!text)
        return text.error();
    const PgQueryParseResult result = pg_query_parse(text->constData());
    const auto free = [](const PgQueryParseResult* held) { pg_query_free_parse_result(*held); };
    const std::unique_ptr<const PgQueryParseResult, decltype(free)> holder(&result, free);
    if (result.error != nullptr)
        return notParsed(*result.error);
    const Result<QJsonDocument> document = documentOf(result.parse_tree);
    if (!document)
        return document.error();
    return document->object().value(QLatin1String("stmts")).toArray();
}

Result<QJsonArray> parsePlpgsql(const QString& statement)
{
    const Result<QByteArray> text = readableText(statement);
    if (!text)
        return text.error();
    const PgQueryPlpgsqlParseResult result = pg_query_parse_plpgsql(text->constData());
    const auto free = [](const PgQueryPlpgsqlParseResult* held) {
        pg_query_free_plpgsql_parse_result(*held);
    };
    const std::unique_ptr<const PgQueryPlpgsqlParseResult, decltype(free)> holder(&result, free);
    if (result.error != nullptr)
        return notParsed(*result.error);
    const Result<QJsonDocument> document = documentOf(result.plpgsql_funcs);
    if (!document)
        return document.error();
    return document->array();
}

QStringList splitPostgreSql(const QString& script)
{
    const QByteArray text = QString(script).remove(QChar(u'\0')).toUtf8();
    const PgQuerySplitResult result = pg_query_split_with_scanner(text.constData());
    const auto free = [](const PgQuerySplitResult* held) { pg_query_free_split_result(*held); };
    const std::unique_ptr<const PgQuerySplitResult, decltype(free)> holder(&result, free);
    QStringList statements;
    for (int i = 0; result.error == nullptr && i < result.n_stmts; ++i) {
        const PgQuerySplitStmt& part = *result.stmts[i];
        statements << QString::fromUtf8(text.mid(part.stmt_location, part.stmt_len));
    }
    return statements;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/relations/sql/plpgsql_body.h"

#include "model/relations/sql/postgresql_parse.h"

#include <QJsonObject>
#include <QRegularExpression>

namespace cadastre {

namespace {

/// Walks over the parser's tree for expressions.
class PlpgsqlTreeReader
{
public:
    PlpgsqlBody read(const QJsonValue& tree)
    {
        walk(tree);
        return std::move(m_found);
    }

private:
    void walk(const QJsonValue& value)
    {
        for (const QJsonValue& element : value.toArray())
            walk(element);
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            walkField(it.key(), it.value());
    }

    void walkField(const QString& name, const QJsonValue& value)
    {
        const bool makesText = name == QLatin1String("PLpgSQL_stmt_dynexecute") ||
                               name == QLatin1String("PLpgSQL_stmt_dynfors") ||
                               name == QLatin1String("dynquery");
        m_found.dynamicStatements += makesText ? 1 : 0;
        if (name == QLatin1String("PLpgSQL_expr"))
            addExpression(value.toObject().value(QLatin1String("query")).toString());
        else
            walk(value);
    }

    void addExpression(const QString& text)
    {
        const QString query = plpgsqlQuery(text);
        if (!query.isEmpty())
            m_found.queries << query;
    }

    PlpgsqlBody m_found;
};

} // namespace

/// An assignment becomes a comparison: it makes both sides equal.
QString plpgsqlQuery(const QString& text)
{
    static const QRegularExpression holdsQuery(QStringLiteral("\\b(select|from|with)\\b"),
                                               QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression query(
        QStringLiteral("^\\s*(select|with|values|insert|update|delete|merge)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression assignment(
        QStringLiteral("^(\\s*[\\w.\"$]+(\\s*\\[[^\\]]*\\])*\\s*):="));
    if (text.contains(query))
        return text;
    if (!text.contains(holdsQuery))
        return {};
    QString comparison = text;
    comparison.replace(assignment, QStringLiteral("\\1 ="));
    return QStringLiteral("select ") + comparison;
}

PlpgsqlBody readPlpgsqlBody(const QString& statement, const QString& body)
{
    const Result<QJsonArray> tree = parsePlpgsql(statement);
    return tree ? PlpgsqlTreeReader().read(*tree) : scanPlpgsqlBody(body);
}

} // namespace cadastre

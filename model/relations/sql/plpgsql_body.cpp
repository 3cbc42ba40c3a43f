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
            addPlpgsqlExpression(value.toObject().value(QLatin1String("query")).toString(),
                                 m_found);
        else
            walk(value);
    }

    PlpgsqlBody m_found;
};

/// The functions that an expression calls, by its words alone; keywords are among them.
QList<QStringList> plpgsqlCalls(const QString& text)
{
    static const QRegularExpression strings(QStringLiteral("'(?:[^']|'')*'"));
    static const QRegularExpression call(QStringLiteral(
        R"re(((?:(?:"(?:[^"]|"")+"|[\w$]+)\s*\.\s*)*(?:"(?:[^"]|"")+"|[\w$]+))\s*\()re"));
    static const QRegularExpression part(QStringLiteral(R"re("((?:[^"]|"")+)"|([\w$]+))re"));
    QList<QStringList> calls;
    if (!text.contains(QLatin1Char('(')))
        return calls;
    const QString words = QString(text).replace(strings, QStringLiteral("''"));
    for (auto found = call.globalMatch(words); found.hasNext();) {
        QStringList name;
        for (auto parts = part.globalMatch(found.next().captured(1)); parts.hasNext();) {
            const QRegularExpressionMatch one = parts.next();
            name << (one.captured(1).isEmpty()
                         ? one.captured(2).toLower()
                         : one.captured(1).replace(QLatin1String("\"\""), QLatin1String("\"")));
        }
        calls << name;
    }
    return calls;
}

} // namespace

/// An assignment becomes a comparison: it makes both sides equal.
QString plpgsqlQuery(const QString& text)
{
    static const QRegularExpression holdsQuery(QStringLiteral("\\b(select|from|with)\\b"),
                                               QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression query(
        QStringLiteral("^\\s*(select|with|values|insert|update|delete|merge|call|truncate|copy|"
                       "lock\\s|refresh\\s+materialized|create\\s.*table)\\b"),
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

void addPlpgsqlExpression(const QString& text, PlpgsqlBody& body)
{
    const QString query = plpgsqlQuery(text);
    if (query.isEmpty())
        body.calls << plpgsqlCalls(text);
    else
        body.queries << query;
}

PlpgsqlBody readPlpgsqlBody(const QString& statement, const QString& body)
{
    const Result<QJsonArray> tree = parsePlpgsql(statement);
    return tree ? PlpgsqlTreeReader().read(*tree) : scanPlpgsqlBody(body);
}

} // namespace cadastre

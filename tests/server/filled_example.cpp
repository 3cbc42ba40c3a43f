// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One example for every place; see the header.
#include "tests/server/filled_example.h"

#include "model/sql/verify/sql_template.h"

#include <QRegularExpression>

namespace cadastre::test {

namespace {

TemplateValues exampleValues(const QString& table)
{
    const QString number = QStringLiteral("1");
    const QString typeText = QStringLiteral("'a'");
    return {
        {"any_null", QStringLiteral("g.k1 IS NULL")},
        {"child", table},
        {"child_values", number},
        {"from", number},
        {"is_other_type", QStringLiteral("g.type_value NOT IN ('a')")},
        {"is_sentinel", QStringLiteral("g.k1 = 0")},
        {"key", QStringLiteral("c.id")},
        {"keys", QStringLiteral("k1")},
        {"limit", number},
        {"most_orphans", number},
        {"most_sentinels", number},
        {"order", QStringLiteral("c.id")},
        {"parent", QStringLiteral("(SELECT 1 AS id)")},
        {"parent_limit", number},
        {"parent_values", QStringLiteral("p.id")},
        {"percent", number},
        {"read_keys", QStringLiteral("r.v1")},
        {"read_names", QStringLiteral("v1")},
        {"read_values", QStringLiteral("p.id AS v1")},
        {"rows", QStringLiteral("SELECT 'a' AS type_value, 1 AS k1")},
        {"seed", number},
        {"table", table},
        {"targets", QStringLiteral("SELECT type_value, k1, 'found' AS state FROM picked")},
        {"to", number},
        {"type", typeText},
        {"type_value", typeText},
    };
}

} // namespace

bool hasPlaces(const QByteArray& sql)
{
    static const QRegularExpression place(QStringLiteral("(?<!')\\{[a-z_]+\\}"));
    return place.match(QString::fromUtf8(sql)).hasMatch();
}

QByteArray filledExample(const QByteArray& sql, const QString& table)
{
    if (!hasPlaces(sql))
        return sql;
    const TemplateValues values = exampleValues(table);
    const QByteArray filled = filledTemplate(sql, values);
    if (!filled.contains("FROM picked") || filled.startsWith("WITH picked"))
        return filled;
    return filledTemplate("WITH picked AS ({rows}) ", values) + filled;
}

} // namespace cadastre::test

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Conversions per engine; see the header. The child is converted, never the parent, as long as the
// parent's type allows it.
#include "model/dialect/value_lookup.h"

namespace cadastre {

namespace {

bool isNumberFamily(ValueFamily family)
{
    return family == ValueFamily::Integer || family == ValueFamily::Number;
}

ValueLookup asTheyAre(const ComparedValue& child, const ComparedValue& parent)
{
    return {child.expression, parent.expression, true};
}

ValueLookup withChild(const QString& child, const ComparedValue& parent)
{
    return {child, parent.expression, true};
}

QString postgresText(const QString& expression)
{
    return QStringLiteral("CAST(%1 AS text)").arg(expression);
}

/// The text as another type where it matches the pattern, else null.
QString postgresReadAs(const QString& expression, const QString& pattern, const QString& type)
{
    return QStringLiteral("CASE WHEN %1 ~ '%2' THEN CAST(%1 AS %3) END")
        .arg(postgresText(expression), pattern, type);
}

QString postgresCollated(const QString& text, const ComparedValue& parent)
{
    const QString collation =
        parent.collation.isEmpty() ? QStringLiteral("pg_catalog.\"default\"") : parent.collation;
    return QStringLiteral("%1 COLLATE %2").arg(text, collation);
}

/// citext and name keep their own idea of equality, and their own index.
ValueLookup postgresTextLookup(const ComparedValue& child, const ComparedValue& parent)
{
    const QString type = baseTypeName(parent.type);
    const QString text = postgresText(child.expression);
    if (type == QLatin1String("citext") || type == QLatin1String("name"))
        return {text, postgresText(parent.expression), false};
    const bool isPadded = type == QLatin1String("character") || type == QLatin1String("bpchar");
    const QString value = isPadded ? QStringLiteral("CAST(%1 AS bpchar)").arg(text) : text;
    return withChild(postgresCollated(value, parent), parent);
}

std::optional<ValueLookup> postgresLookup(const ComparedValue& child, const ComparedValue& parent)
{
    const ValueFamily from = valueFamily(Engine::PostgreSql, child.type);
    const ValueFamily to = valueFamily(Engine::PostgreSql, parent.type);
    const bool isSameType = child.type == parent.type;
    if (child.isUserType || parent.isUserType || to == ValueFamily::Other ||
        from == ValueFamily::Other) {
        if (isSameType)
            return asTheyAre(child, parent);
        return ValueLookup{postgresText(child.expression), postgresText(parent.expression), false};
    }
    if (to == ValueFamily::Text)
        return postgresTextLookup(child, parent);
    if (from == to && (from != ValueFamily::Number || isSameType))
        return asTheyAre(child, parent);
    if (isNumberFamily(from) && to == ValueFamily::Number)
        return withChild(
            QStringLiteral("CAST(%1 AS %2)").arg(child.expression, baseTypeName(parent.type)),
            parent);
    if (from == ValueFamily::Number && to == ValueFamily::Integer)
        return withChild(
            QStringLiteral(
                "CASE WHEN %1 = trunc(%1) AND abs(%1) < 9e18 THEN CAST(%1 AS bigint) END")
                .arg(QStringLiteral("CAST(%1 AS numeric)").arg(child.expression)),
            parent);
    if (from != ValueFamily::Text)
        return std::nullopt;
    if (to == ValueFamily::Integer)
        return withChild(postgresReadAs(child.expression, QStringLiteral("^-?[0-9]{1,18}$"),
                                        QStringLiteral("bigint")),
                         parent);
    if (to == ValueFamily::Number)
        return withChild(postgresReadAs(child.expression,
                                        QStringLiteral("^-?[0-9]{1,18}([.][0-9]{1,18})?$"),
                                        QStringLiteral("numeric")),
                         parent);
    if (to == ValueFamily::Uuid)
        return withChild(
            postgresReadAs(child.expression,
                           QStringLiteral("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"),
                           QStringLiteral("uuid")),
            parent);
    return ValueLookup{postgresText(child.expression), postgresText(parent.expression), false};
}

/// Text in the parent's character set and collation: mixed ones are refused, or make the index
/// useless.
QString mariaDbTextFor(const QString& expression, const ComparedValue& parent)
{
    if (parent.characterSet.isEmpty() || parent.collation.isEmpty())
        return QStringLiteral("CONVERT(%1 USING utf8mb4)").arg(expression);
    return QStringLiteral("CONVERT(%1 USING %2) COLLATE %3")
        .arg(expression, parent.characterSet, parent.collation);
}

QString mariaDbReadAs(const QString& expression, const QString& pattern, const QString& type)
{
    return QStringLiteral("CASE WHEN %1 REGEXP '%2' THEN CAST(%1 AS %3) END")
        .arg(QStringLiteral("CONVERT(%1 USING utf8mb4)").arg(expression), pattern, type);
}

std::optional<ValueLookup> mariaDbLookup(const ComparedValue& child, const ComparedValue& parent)
{
    const ValueFamily from = valueFamily(Engine::MariaDb, child.type);
    const ValueFamily to = valueFamily(Engine::MariaDb, parent.type);
    if (to == ValueFamily::Text)
        return withChild(mariaDbTextFor(child.expression, parent), parent);
    const bool isSame = from == to && (from != ValueFamily::Other || child.type == parent.type);
    if (isSame || (isNumberFamily(from) && isNumberFamily(to)))
        return asTheyAre(child, parent);
    if (from == ValueFamily::Other || to == ValueFamily::Other)
        return ValueLookup{exactText(Engine::MariaDb, child.expression),
                           exactText(Engine::MariaDb, parent.expression), false};
    if (from != ValueFamily::Text)
        return to == ValueFamily::Binary ? std::optional(asTheyAre(child, parent)) : std::nullopt;
    if (to == ValueFamily::Integer)
        return withChild(mariaDbReadAs(child.expression, QStringLiteral("^-?[0-9]{1,18}$"),
                                       QStringLiteral("SIGNED")),
                         parent);
    if (to == ValueFamily::Number)
        return withChild(mariaDbReadAs(child.expression,
                                       QStringLiteral("^-?[0-9]{1,18}([.][0-9]{1,18})?$"),
                                       QStringLiteral("DECIMAL(38,18)")),
                         parent);
    if (to == ValueFamily::Uuid)
        return withChild(
            mariaDbReadAs(child.expression,
                          QStringLiteral("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"),
                          QStringLiteral("UUID")),
            parent);
    return asTheyAre(child, parent);
}

/// As a foreign key would: the parent's affinity is applied to the child's value.
ValueLookup sqliteLookup(const ComparedValue& child, const ComparedValue& parent)
{
    const bool isForText = valueFamily(Engine::Sqlite, parent.type) == ValueFamily::Text;
    if (isForText && valueFamily(Engine::Sqlite, child.type) != ValueFamily::Text)
        return withChild(QStringLiteral("CAST(%1 AS TEXT)").arg(child.expression), parent);
    return asTheyAre(child, parent);
}

} // namespace

std::optional<ValueLookup> valueLookup(Engine engine, const ComparedValue& child,
                                       const ComparedValue& parent)
{
    switch (engine) {
    case Engine::Sqlite:
        return sqliteLookup(child, parent);
    case Engine::PostgreSql:
        return postgresLookup(child, parent);
    case Engine::MariaDb:
    case Engine::MySql:
        return mariaDbLookup(child, parent);
    }
    Q_UNREACHABLE();
}

QString exactText(Engine engine, const QString& expression)
{
    switch (engine) {
    case Engine::Sqlite:
        return QStringLiteral("CAST(%1 AS TEXT)").arg(expression);
    case Engine::PostgreSql:
        return QStringLiteral("CAST(%1 AS text) COLLATE pg_catalog.\"C\"").arg(expression);
    case Engine::MariaDb:
    case Engine::MySql:
        return QStringLiteral("CONVERT(%1 USING utf8mb4) COLLATE utf8mb4_bin").arg(expression);
    }
    Q_UNREACHABLE();
}

QString exactTextOrEmpty(Engine engine, const QString& expression)
{
    return QStringLiteral("COALESCE(%1, '')").arg(exactText(engine, expression));
}

QString anyIsNull(const QStringList& expressions)
{
    QStringList conditions;
    for (const QString& expression : expressions)
        conditions << QString(expression + QStringLiteral(" IS NULL"));
    return conditions.join(QStringLiteral(" OR "));
}

QString allAmong(Engine engine, const QStringList& expressions, const QString& literals)
{
    QStringList conditions;
    for (const QString& expression : expressions)
        conditions << QStringLiteral("%1 IN (%2)").arg(exactText(engine, expression), literals);
    return conditions.join(QStringLiteral(" AND "));
}

QString noneOf(const QString& expression, const QStringList& literals)
{
    if (literals.isEmpty())
        return QStringLiteral("1 = 1");
    return QStringLiteral("%1 NOT IN (%2)").arg(expression, literals.join(QStringLiteral(", ")));
}

QString aliasedList(const QStringList& expressions, const QString& prefix)
{
    QStringList items;
    for (const QString& expression : expressions)
        items << QString(expression + QStringLiteral(" AS ") + prefix +
                         QString::number(items.size() + 1));
    return items.join(QStringLiteral(", "));
}

QString numberedList(qsizetype count, const QString& prefix, const QString& qualifier)
{
    QStringList items;
    for (qsizetype i = 1; i <= count; ++i)
        items << QString((qualifier.isEmpty() ? QString() : QString(qualifier + QLatin1Char('.'))) +
                         prefix + QString::number(i));
    return items.join(QStringLiteral(", "));
}

QString descendingList(const QStringList& expressions)
{
    QStringList items;
    for (const QString& expression : expressions)
        items << QString(expression + QStringLiteral(" DESC"));
    return items.join(QStringLiteral(", "));
}

QString unionOfAll(const QStringList& selects)
{
    return selects.join(QStringLiteral("\nUNION ALL\n"));
}

} // namespace cadastre

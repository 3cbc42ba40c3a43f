// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/dialect/sqlite_statements.h"

namespace cadastre {

namespace {

QString inMain(const QString& name)
{
    return QStringLiteral("main.") + sqliteQuotedName(name);
}

QStringList quoted(const QStringList& names)
{
    QStringList result;
    for (const QString& name : names)
        result << sqliteQuotedName(name);
    return result;
}

} // namespace

QString sqliteQuotedName(const QString& name)
{
    QString escaped = name;
    escaped.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QLatin1Char('"') + escaped + QLatin1Char('"');
}

QString sqliteSelectAll(const QString& view)
{
    return QStringLiteral("SELECT * FROM ") + inMain(view);
}

QString sqliteInsertNulls(const QString& table, const QStringList& columns)
{
    const QStringList nulls(columns.size(), QStringLiteral("NULL"));
    return QStringLiteral("INSERT INTO ") + inMain(table) + QStringLiteral(" (") +
           quoted(columns).join(QStringLiteral(", ")) + QStringLiteral(") VALUES (") +
           nulls.join(QStringLiteral(", ")) + QLatin1Char(')');
}

QString sqliteUpdateAll(const QString& table, const QStringList& columns)
{
    QStringList assignments;
    for (const QString& column : quoted(columns))
        assignments << column + QStringLiteral(" = NULL");
    return QStringLiteral("UPDATE ") + inMain(table) + QStringLiteral(" SET ") +
           assignments.join(QStringLiteral(", "));
}

QString sqliteDeleteAll(const QString& table)
{
    return QStringLiteral("DELETE FROM ") + inMain(table);
}

} // namespace cadastre

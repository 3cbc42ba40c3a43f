// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Chooses the engine's rule; see the header.
#include "model/dialect/quoting.h"

#include "model/dialect/mariadb.h"
#include "model/dialect/postgresql.h"
#include "model/dialect/sqlite_statements.h"

namespace cadastre {

namespace {

bool isWritable(const QString& text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isNull())
            return false;
        const bool isPair =
            text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (isPair)
            ++i;
        else if (text[i].isSurrogate())
            return false;
    }
    return true;
}

Error unwritable(const QString& what, Engine engine)
{
    return {QStringLiteral("%1 has a %2 that cannot be written in SQL: it is empty, or contains "
                           "NUL or half of a character.")
                .arg(engineName(engine), what),
            {}};
}

Result<QString> orError(const std::optional<QString>& quoted, const QString& what, Engine engine)
{
    if (!quoted)
        return unwritable(what, engine);
    return *quoted;
}

} // namespace

Result<QString> quotedIdentifier(Engine engine, const QString& name)
{
    const QString what = QStringLiteral("name");
    if (!isWritable(name) || (name.isEmpty() && engine != Engine::Sqlite))
        return unwritable(what, engine);
    switch (engine) {
    case Engine::Sqlite:
        return sqliteQuotedName(name);
    case Engine::PostgreSql:
        return orError(postgresql::quotedIdentifier(name), what, engine);
    case Engine::MariaDb:
    case Engine::MySql:
        return mariadb::quotedIdentifier(name);
    }
    Q_UNREACHABLE();
}

Result<QString> quotedPath(Engine engine, const QStringList& names)
{
    QStringList quoted;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const bool isLeftOut = names[i].isEmpty() && quoted.isEmpty() && i + 1 < names.size();
        if (isLeftOut)
            continue;
        const Result<QString> part = quotedIdentifier(engine, names[i]);
        if (!part)
            return part;
        quoted << *part;
    }
    return quoted.join(QLatin1Char('.'));
}

Result<QString> quotedLiteral(Engine engine, const QString& text)
{
    const QString what = QStringLiteral("text");
    if (!isWritable(text))
        return unwritable(what, engine);
    switch (engine) {
    case Engine::Sqlite: {
        QString doubled = text;
        doubled.replace(QLatin1Char('\''), QLatin1String("''"));
        return QString(QLatin1Char('\'') + doubled + QLatin1Char('\''));
    }
    case Engine::PostgreSql:
        return orError(postgresql::quotedLiteral(text), what, engine);
    case Engine::MariaDb:
    case Engine::MySql:
        return mariadb::quotedLiteral(text, mariadb::BackslashMode::Escapes);
    }
    Q_UNREACHABLE();
}

} // namespace cadastre

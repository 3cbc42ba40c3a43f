// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Records what a read sends (the debug messages of the category cadastre.sql) and replays it.
#include "tests/bench/floor.h"

#include "model/sql/source_reader.h"
#include "model/sql/sql_log.h"
#include "tests/bench/bench.h"

namespace cadastre::bench {

namespace {

/// MariaDB's placeholders: `?`, which no text of ours has inside quotes.
QByteArray withQuestionMarks(const QByteArray& sql, const QStringList& parameters)
{
    QByteArray text;
    qsizetype next = 0;
    for (char c : sql) {
        if (c == '?' && next < parameters.size())
            text += '\'' +
                    QString(parameters[next++])
                        .replace(QLatin1Char('\''), QLatin1String("''"))
                        .toUtf8() +
                    '\'';
        else
            text += c;
    }
    return text;
}

/// The statements with their parameters written into the text.
QByteArray recordedScript(const DatabaseAddress& address)
{
    QByteArray script;
    const SqlRecorder recorder([&script](const QByteArray& sql, const QStringList& parameters) {
        QByteArray text = sql.trimmed();
        for (qsizetype i = parameters.size(); i > 0; --i) {
            QString value = parameters[i - 1];
            value.replace(QLatin1Char('\''), QLatin1String("''"));
            const QByteArray literal = '\'' + value.toUtf8() + '\'';
            const QByteArray placeholder = '$' + QByteArray::number(i);
            text.replace(placeholder, literal);
        }
        if (!sql.contains("$1"))
            text = withQuestionMarks(text, parameters);
        if (!text.endsWith(';'))
            text += ';';
        script += text + '\n';
    });
    ReadControl control;
    const Result<ReadResult> result = readSource(address, {}, {}, control);
    return result ? script : QByteArray();
}

} // namespace

std::optional<double> clientMilliseconds(const LoadedDatabase& database)
{
    if (database.engine == Engine::Sqlite)
        return std::nullopt;
    const QByteArray script = recordedScript(database.address);
    const bool postgres = database.engine == Engine::PostgreSql;
    const QString program = postgres ? QStringLiteral("psql") : QStringLiteral("mariadb");
    const QStringList arguments =
        postgres ? QStringList{QStringLiteral("-qXAt"), QStringLiteral("-d"), database.address.url}
                 : mariadbArguments(database.address)
                       << QStringLiteral("--quick") << QStringLiteral("--force");
    return fastest(3, [&] {
        if (const auto problem = runClient(program, arguments, script))
            print(*problem);
    });
}

std::optional<double> dumpMilliseconds(const LoadedDatabase& database)
{
    if (database.engine != Engine::PostgreSql)
        return std::nullopt;
    return fastest(1, [&] {
        const QStringList arguments{QStringLiteral("--schema-only"), QStringLiteral("-d"),
                                    database.address.url};
        if (const auto problem = runClient(QStringLiteral("pg_dump"), arguments, {}))
            print(*problem);
    });
}

} // namespace cadastre::bench

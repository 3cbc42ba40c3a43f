// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "tests/server/server_fixture.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <atomic>

namespace cadastre::test {

namespace {

QStringList schemesOf(Engine engine)
{
    if (engine == Engine::PostgreSql)
        return {QStringLiteral("postgresql://"), QStringLiteral("postgres://")};
    return {QStringLiteral("mariadb://"), QStringLiteral("mysql://")};
}

QString replaced(const QString& url, const QString& pattern, const QString& replacement)
{
    QString result = url;
    return result.replace(QRegularExpression(pattern), replacement);
}

} // namespace

Result<QString> serverUrl(Engine engine)
{
    const QString servers = qEnvironmentVariable("CADASTRE_TEST_SERVERS");
    const QStringList schemes = schemesOf(engine);
    for (const QString& url : servers.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        for (const QString& scheme : schemes) {
            if (url.trimmed().startsWith(scheme))
                return url.trimmed();
        }
    }
    return Error{QStringLiteral("No %1 test server: run this through tests/server/with_servers, or "
                                "set CADASTRE_TEST_SERVERS to URLs of servers.")
                     .arg(engineName(engine)),
                 servers};
}

QString urlWithDatabase(const QString& url, const QString& database)
{
    return replaced(url, QStringLiteral("^([a-z]+://[^/?]*)(/[^?]*)?"),
                    QStringLiteral("\\1/") + database);
}

QString urlWithUser(const QString& url, const QString& user)
{
    return replaced(url, QStringLiteral("^([a-z]+://)([^@/?]*@)?"),
                    QStringLiteral("\\1") + user + QLatin1Char('@'));
}

QString uniqueDatabaseName(const QString& stem)
{
    static std::atomic_int number = 0;
    return QStringLiteral("cadastre_%1_%2_%3")
        .arg(stem)
        .arg(QCoreApplication::applicationPid())
        .arg(++number);
}

} // namespace cadastre::test

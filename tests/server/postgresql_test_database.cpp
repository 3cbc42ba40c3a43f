// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "tests/server/postgresql_test_database.h"

#include <QDebug>

#include <libpq-fe.h>

namespace cadastre::test {

PostgresSession::PostgresSession(const QString& url)
    : m_connection(PQconnectdb(url.toUtf8().constData()))
{
    PQsetNoticeProcessor(
        m_connection, [](void*, const char*) {}, nullptr);
}

PostgresSession::~PostgresSession()
{
    PQfinish(m_connection);
}

QString PostgresSession::execute(const QByteArray& script)
{
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(
        PQexec(m_connection, script.constData()), &PQclear);
    const ExecStatusType status = PQresultStatus(result.get());
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY)
        return {};
    return QString::fromUtf8(PQerrorMessage(m_connection));
}

QStringList PostgresSession::column(const QByteArray& sql)
{
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(
        PQexec(m_connection, sql.constData()), &PQclear);
    if (PQresultStatus(result.get()) != PGRES_TUPLES_OK)
        qWarning() << sql << PQerrorMessage(m_connection);
    QStringList values;
    for (int row = 0; row < PQntuples(result.get()); ++row)
        values << QString::fromUtf8(PQgetvalue(result.get(), row, 0));
    return values;
}

QString PostgresSession::value(const QByteArray& sql)
{
    return column(sql).value(0);
}

PostgresTestDatabase::PostgresTestDatabase(const QString& stem, const QByteArray& options)
    : m_name(uniqueDatabaseName(stem))
{
    const Result<QString> server = serverUrl(Engine::PostgreSql);
    if (!server) {
        m_error = server.error().message;
        return;
    }
    m_serverUrl = *server;
    PostgresSession admin(m_serverUrl);
    m_error =
        admin.execute("CREATE DATABASE " + m_name.toLatin1() + " TEMPLATE template0 " + options);
    m_session = std::make_unique<PostgresSession>(url());
}

PostgresTestDatabase::~PostgresTestDatabase()
{
    m_session.reset();
    if (m_serverUrl.isEmpty())
        return;
    PostgresSession admin(m_serverUrl);
    const QString failure =
        admin.execute("DROP DATABASE IF EXISTS " + m_name.toLatin1() + " WITH (FORCE)");
    if (!failure.isEmpty())
        qWarning() << failure;
}

QString PostgresTestDatabase::url() const
{
    return urlWithDatabase(m_serverUrl, m_name);
}

} // namespace cadastre::test

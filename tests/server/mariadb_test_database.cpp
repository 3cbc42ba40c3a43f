// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "tests/server/mariadb_test_database.h"

#include "model/sql/connection.h"

#include <QDebug>
#include <QUrl>

#include <mysql.h>

namespace cadastre::test {

namespace {

/// Reads all answers of a script; the error of the first statement that failed.
QString finish(MYSQL* connection)
{
    while (true) {
        mysql_free_result(mysql_store_result(connection));
        if (mysql_errno(connection) != 0)
            return QString::fromUtf8(mysql_error(connection));
        const int next = mysql_next_result(connection);
        if (next > 0)
            return QString::fromUtf8(mysql_error(connection));
        if (next < 0)
            return {};
    }
}

} // namespace

MariaDbSession::MariaDbSession(const QString& url)
    : m_connection(mysql_init(nullptr))
{
    const QUrl parts(url);
    const QByteArray database = parts.path().mid(1).toUtf8();
    mysql_optionsv(m_connection, MYSQL_SET_CHARSET_NAME, "utf8mb4");
    if (!mysql_real_connect(
            m_connection, parts.host().toUtf8().constData(), parts.userName().toUtf8().constData(),
            parts.password().toUtf8().constData(),
            database.isEmpty() ? nullptr : database.constData(),
            static_cast<unsigned int>(parts.port(0)), nullptr, CLIENT_MULTI_STATEMENTS))
        qWarning() << url << mysql_error(m_connection);
}

MariaDbSession::~MariaDbSession()
{
    mysql_close(m_connection);
}

QString MariaDbSession::execute(const QByteArray& script)
{
    if (mysql_real_query(m_connection, script.constData(),
                         static_cast<unsigned long>(script.size())) != 0)
        return QString::fromUtf8(mysql_error(m_connection));
    return finish(m_connection);
}

void MariaDbSession::send(const QByteArray& script)
{
    mysql_send_query(m_connection, script.constData(), static_cast<unsigned long>(script.size()));
}

QStringList MariaDbSession::cells(const QByteArray& sql, unsigned int column)
{
    QStringList values;
    if (mysql_real_query(m_connection, sql.constData(), static_cast<unsigned long>(sql.size())) !=
        0) {
        qWarning() << sql << mysql_error(m_connection);
        return values;
    }
    MYSQL_RES* result = mysql_store_result(m_connection);
    while (MYSQL_ROW row = result ? mysql_fetch_row(result) : nullptr)
        values << cadastre::Cell(QByteArrayView(row[column] ? row[column] : "")).text();
    mysql_free_result(result);
    return values;
}

MariaDbTestDatabase::MariaDbTestDatabase(const QString& stem, const QByteArray& options)
    : m_name(uniqueDatabaseName(stem))
{
    const Result<QString> server = test::serverUrl(Engine::MariaDb);
    if (!server) {
        m_error = server.error().message;
        return;
    }
    m_serverUrl = *server;
    MariaDbSession admin(m_serverUrl);
    m_error = admin.execute("CREATE DATABASE `" + m_name.toUtf8() + "` " + options);
    m_session = std::make_unique<MariaDbSession>(url());
}

MariaDbTestDatabase::~MariaDbTestDatabase()
{
    m_session.reset();
    if (m_serverUrl.isEmpty())
        return;
    MariaDbSession admin(m_serverUrl);
    const QString failure = admin.execute("DROP DATABASE IF EXISTS `" + m_name.toUtf8() + "`");
    if (!failure.isEmpty())
        qWarning() << failure;
}

QString MariaDbTestDatabase::url() const
{
    return urlWithDatabase(m_serverUrl, m_name);
}

Result<ReadResult> readUrl(const QString& url, const QString& password, const ReadOptions& options)
{
    const Result<DatabaseAddress> address = parseDatabaseAddress(url);
    if (!address)
        return address.error();
    ReadControl control;
    return readSource(*address, password, options, control);
}

Catalog catalogOf(const QString& url, const ReadOptions& options)
{
    const Result<ReadResult> read = readUrl(url, {}, options);
    if (!read) {
        qWarning() << read.error().message << read.error().detail;
        return Catalog();
    }
    return mergeSources({read->catalog});
}

} // namespace cadastre::test

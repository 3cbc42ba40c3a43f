// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// PostgresTestDatabase: a PostgreSQL database of a test's own on the test server, made by the
// constructor and dropped by the destructor, and a plain connection to prepare it with.
#pragma once

#include "tests/server/server_fixture.h"

#include <QByteArray>
#include <QStringList>

#include <memory>
#include <vector>

struct pg_conn;

namespace cadastre::test {

/// A writing connection for tests, without any of the program's own code in it.
class PostgresSession
{
public:
    explicit PostgresSession(const QString& url);
    ~PostgresSession();
    PostgresSession(const PostgresSession&) = delete;
    PostgresSession& operator=(const PostgresSession&) = delete;

    /// Empty, or the server's words. Several statements, separated by semicolons, are allowed.
    QString execute(const QByteArray& script);
    /// First column of all rows; an error is printed and gives no rows.
    QStringList column(const QByteArray& sql);
    /// First value, or empty.
    QString value(const QByteArray& sql);

private:
    pg_conn* m_connection = nullptr;
};

class PostgresTestDatabase
{
public:
    /// `options` follow CREATE DATABASE name, as SQL.
    explicit PostgresTestDatabase(const QString& stem, const QByteArray& options = {});
    ~PostgresTestDatabase();
    PostgresTestDatabase(const PostgresTestDatabase&) = delete;
    PostgresTestDatabase& operator=(const PostgresTestDatabase&) = delete;

    /// Why there is no database; empty when there is one. To be checked in init().
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QString url() const;
    [[nodiscard]] QString urlFor(const QString& user) const { return urlWithUser(url(), user); }
    QString execute(const QByteArray& script) { return m_session->execute(script); }
    PostgresSession& session() { return *m_session; }

private:
    QString m_serverUrl;
    QString m_name;
    QString m_error;
    std::unique_ptr<PostgresSession> m_session;
};

} // namespace cadastre::test

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// MariaDbTestDatabase: a database of a test's own on the MariaDB or MySQL test server, made by the
// constructor and dropped by the destructor, a plain connection to prepare it with, and reading it.
#pragma once

#include "model/catalog/catalog.h"
#include "model/sql/source_reader.h"
#include "tests/server/server_fixture.h"

#include <QByteArray>
#include <QStringList>

#include <memory>

struct st_mysql;

namespace cadastre::test {

/// A writing connection for tests, without any of the program's own code in it.
class MariaDbSession
{
public:
    explicit MariaDbSession(const QString& url);
    ~MariaDbSession();
    MariaDbSession(const MariaDbSession&) = delete;
    MariaDbSession& operator=(const MariaDbSession&) = delete;

    /// Empty, or the server's words. Several statements, separated by semicolons, are allowed.
    QString execute(const QByteArray& script);
    /// Sends statements without waiting for them to end.
    void send(const QByteArray& script);
    /// First column of all rows; an error is printed and gives no rows.
    QStringList column(const QByteArray& sql) { return cells(sql, 0); }
    /// As column(): that of SHOW CREATE with the definition.
    QStringList secondColumn(const QByteArray& sql) { return cells(sql, 1); }
    QString value(const QByteArray& sql) { return column(sql).value(0); }

    QStringList cells(const QByteArray& sql, unsigned int column);

private:
    st_mysql* m_connection = nullptr;
};

class MariaDbTestDatabase
{
public:
    /// `options` follow CREATE DATABASE name, as SQL.
    explicit MariaDbTestDatabase(const QString& stem, const QByteArray& options = {});
    ~MariaDbTestDatabase();
    MariaDbTestDatabase(const MariaDbTestDatabase&) = delete;
    MariaDbTestDatabase& operator=(const MariaDbTestDatabase&) = delete;

    /// Why there is no database; empty when there is one. To be checked first.
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QString url() const;
    /// The server's URL without a database.
    [[nodiscard]] QString serverUrl() const { return m_serverUrl; }
    QString execute(const QByteArray& script) { return m_session->execute(script); }
    MariaDbSession& session() { return *m_session; }

private:
    QString m_serverUrl;
    QString m_name;
    QString m_error;
    std::unique_ptr<MariaDbSession> m_session;
};

/// Reads what a URL names, with the program's own reader.
Result<ReadResult> readUrl(const QString& url, const QString& password = {},
                           const ReadOptions& options = {});
/// As readUrl(), as a catalog; an error is printed and gives an empty catalog.
Catalog catalogOf(const QString& url, const ReadOptions& options = {});

} // namespace cadastre::test

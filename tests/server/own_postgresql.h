// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// OwnPostgres: a PostgreSQL server of a test's own, for tests that kill it or make it a standby.
// The shared one of with_servers is everybody's.
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace cadastre::test {

class OwnPostgres
{
public:
    /// Makes a cluster and starts its server; error() says what went wrong.
    OwnPostgres();
    ~OwnPostgres();
    OwnPostgres(const OwnPostgres&) = delete;
    OwnPostgres& operator=(const OwnPostgres&) = delete;

    [[nodiscard]] QString error() const { return m_error; }
    /// Of the database `postgres`, as the superuser `cadastre`, in clear text.
    [[nodiscard]] QString url() const;
    /// As after a restart of its machine; error() says whether it started.
    void start();
    void stop();
    /// A process of the server whose death makes it end every session and recover as after a crash.
    int vitalProcess();
    /// Waits until sessions are possible; false after half a minute.
    bool awaitReady();
    /// Starts again as a standby of nobody, which can be read and not written.
    bool becomeStandby();

private:
    QStringList asItsUser(const QString& program, const QStringList& arguments) const;
    void run(const QString& program, const QStringList& arguments);

    QTemporaryDir m_folder;
    QString m_programs; ///< folder of the server's programs
    QString m_error;
    int m_port = 0;
    QProcess m_server;
};

} // namespace cadastre::test

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A database of its own with one of every kind of object (postgresql_everything.sql), under owners
// whose names begin with a stem, so that two tests do not share roles.
#pragma once

#include "tests/server/postgresql_test_database.h"
#include "tests/server/sample_scripts.h"

#include <QByteArray>

namespace cadastre::test {

class EverythingDatabase
{
public:
    explicit EverythingDatabase(const QByteArray& stem)
        : m_stem("cadastre_" + stem)
        , m_database(std::make_unique<PostgresTestDatabase>(QString::fromLatin1(stem)))
        , m_error(m_database->error())
    {
        if (!m_error.isEmpty())
            return;
        for (const char* end : {"_owner", "_reader"})
            m_database->execute("CREATE ROLE " + m_stem + end + " LOGIN");
        QByteArray script = contentOf(
            QStringLiteral(CADASTRE_SOURCE_DIR "/tests/server/postgresql_everything.sql"));
        m_error = m_database->execute(script.replace("cadastre_everything", m_stem));
    }

    ~EverythingDatabase()
    {
        m_database->execute("DROP SUBSCRIPTION changes");
        m_database.reset();
        if (const Result<QString> server = serverUrl(Engine::PostgreSql)) {
            PostgresSession admin(*server);
            for (const char* end : {"_owner", "_reader"})
                admin.execute("DROP ROLE " + m_stem + end);
        }
    }
    EverythingDatabase(const EverythingDatabase&) = delete;
    EverythingDatabase& operator=(const EverythingDatabase&) = delete;

    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] QString owner() const { return QString::fromLatin1(m_stem + "_owner"); }
    [[nodiscard]] QString reader() const { return QString::fromLatin1(m_stem + "_reader"); }
    PostgresTestDatabase& database() { return *m_database; }

private:
    QByteArray m_stem;
    std::unique_ptr<PostgresTestDatabase> m_database;
    QString m_error;
};

} // namespace cadastre::test

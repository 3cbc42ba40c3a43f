// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One read-only connection to an SQLite file. Qt opens and closes it; statements run on its native
// handle, because only there text comes as bytes, can be interrupted, and can be compiled without
// being run.
#pragma once

#include "model/sql/sqlite/sqlite_file.h"

struct sqlite3;
struct sqlite3_stmt;

namespace cadastre {

/// What a compiled statement would touch, as SQLite's authorizer tells it.
struct SqliteAccess
{
    enum class Kind : std::uint8_t { Read, Insert, Update, Delete };

    Kind kind = Kind::Read;
    QString table;
    QString column; ///< empty for the table as a whole
    QString by;     ///< innermost view, trigger or named subquery; empty for the statement itself
};

class SqliteConnection : public Connection
{
public:
    /// Opens the file and begins a deferred transaction whose snapshot everything is read from.
    static Result<std::unique_ptr<SqliteConnection>> open(const QString& path, SqliteOpenMode mode,
                                                          int busyTimeoutMs);
    ~SqliteConnection() override;

    std::optional<SqlError> run(const QByteArray& sql, const QStringList& parameters,
                                const RowHandler& handler) override;
    CancelFunction canceller() override;
    [[nodiscard]] Engine engine() const override { return Engine::Sqlite; }
    [[nodiscard]] int versionNumber() const override;
    [[nodiscard]] QString versionText() const override;
    [[nodiscard]] QString transportSecurity() const override { return QStringLiteral("local"); }
    [[nodiscard]] int statementCount() const override { return m_statementCount; }

    [[nodiscard]] QString encoding() const { return m_encoding; }
    /// Asked every few thousand steps of a running statement whether to stop it; it then fails as
    /// cancelled. Called on the thread that runs the statement.
    void setInterruption(std::function<bool()> shouldStop);
    /// Compiles a statement, never runs it, and adds what it would touch. Not counted as a
    /// statement.
    std::optional<SqlError> explain(const QString& sql, std::vector<SqliteAccess>& accesses);
    /// The text of resources/sql/sqlite that fits this library.
    [[nodiscard]] QByteArray text(const char* name) const;

private:
    SqliteConnection() = default;
    Result<Nothing> openFile(const QString& path, SqliteOpenMode mode, int busyTimeoutMs);
    Result<Nothing> beginSnapshot(const QString& path, SqliteOpenMode mode);
    std::optional<SqlError> leaveOutMalformedObjects();
    [[nodiscard]] SqlError lastError() const;
    std::optional<SqlError> stepAll(sqlite3_stmt* statement, const RowHandler& handler);

    QString m_connectionName;
    sqlite3* m_handle = nullptr;
    QString m_encoding;
    std::function<bool()> m_shouldStop;
    int m_statementCount = 0;
};

} // namespace cadastre

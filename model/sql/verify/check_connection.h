// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// CheckConnection: the read-only connection on which rows are looked at, whatever the engine, with
// a timeout for each statement and a text per dialect. What is asked lives beside this file.
#pragma once

#include "model/sql/server_cancel.h"
#include "model/sql/sqlite/sqlite_file.h"
#include "model/sql/verify/sql_template.h"

#include <QDeadlineTimer>

namespace cadastre {

class CheckConnection
{
public:
    /// Connects as the readers do. The connection stops when `control` is cancelled.
    static Result<std::unique_ptr<CheckConnection>> open(const DatabaseAddress& address,
                                                         const QString& password,
                                                         const ReadOptions& options,
                                                         ReadControl& control);
    ~CheckConnection();
    Q_DISABLE_COPY_MOVE(CheckConnection)

    [[nodiscard]] Engine engine() const { return m_connection->engine(); }
    /// Runs the text of that name with its places filled in.
    [[nodiscard]] std::optional<SqlError> ask(const char* name, const TemplateValues& values,
                                              const RowHandler& handler);
    /// Runs the text of that name, which has no places, with bound parameters.
    [[nodiscard]] std::optional<SqlError> askBound(const char* name, const QStringList& parameters,
                                                   const RowHandler& handler);
    /// A part of a statement.
    [[nodiscard]] QString part(const char* name, const TemplateValues& values) const;
    /// Whether an SQLite file that is read without locks was changed by somebody meanwhile.
    [[nodiscard]] bool changedMeanwhile() const;
    [[nodiscard]] int statementCount() const { return m_connection->statementCount(); }

private:
    CheckConnection(const DatabaseAddress& address, const ReadOptions& options,
                    ReadControl& control);
    Result<Nothing> connect(const QString& password);
    Result<Nothing> connectSqlite();
    std::optional<SqlError> run(const QByteArray& sql, const QStringList& parameters,
                                const RowHandler& handler);
    [[nodiscard]] QByteArray text(const char* name) const;

    DatabaseAddress m_address;
    ReadOptions m_options;
    ReadControl& m_control;
    std::optional<SqliteFileState> m_fileState;
    QDeadlineTimer m_deadline; ///< of the running statement, for SQLite
    std::unique_ptr<Connection> m_connection;
    std::optional<ServerCancel> m_cancel;
};

} // namespace cadastre

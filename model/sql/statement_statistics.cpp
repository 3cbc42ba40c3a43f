// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/statement_statistics.h"

#include "model/dialect/masking.h"
#include "model/sql/kind_reader.h"
#include "model/sql/mariadb/mariadb_connection.h"
#include "model/sql/mariadb/mariadb_options.h"
#include "model/sql/postgresql/postgresql_connection.h"
#include "model/sql/server_cancel.h"
#include "model/sql/sql_texts.h"

namespace cadastre {

namespace {

Error noStatistics(const DatabaseAddress& address, const QString& why, const QString& detail = {})
{
    return {QStringLiteral("%1 gives no statement statistics: %2.").arg(address.displayText(), why),
            detail};
}

/// The sentence for a statement that failed; a lost connection or a cancel is nobody's right.
Error failedStatistics(const DatabaseAddress& address, const SqlError& error)
{
    if (endsRead(error))
        return readError(error, address.displayText());
    return noStatistics(address, notReadReason(error), error.message);
}

SqlText countedStatement(const QString& text, const QString& schema)
{
    SqlText statement;
    statement.text = maskedSql(text);
    statement.place = SqlPlace::Statistics;
    statement.placeName = QStringLiteral("statement statistics");
    statement.defaultSchema = schema;
    return statement;
}

/// SQLSTATE 55000: the extension is there, its library was not loaded at the server's start.
constexpr auto notLoaded = "55000";
/// SQLSTATE 22021 and 22P05: the extension gives the statements of all databases in the encoding of
/// this one, and fails as a whole where one has no such form.
constexpr auto notInEncoding = "22021";
constexpr auto notTranslatable = "22P05";

QString unreadableReason(const SqlError& error)
{
    if (error.code == QLatin1String(notLoaded))
        return QStringLiteral("pg_stat_statements is not among the server's "
                              "shared_preload_libraries");
    if (error.code == QLatin1String(notInEncoding) || error.code == QLatin1String(notTranslatable))
        return QStringLiteral("pg_stat_statements holds a statement of a database with another "
                              "encoding that is no text in this one; an administrator can empty "
                              "it with pg_stat_statements_reset()");
    return {};
}

class PostgreSqlStatistics
{
public:
    PostgreSqlStatistics(PostgresConnection& connection, const DatabaseAddress& address)
        : m_connection(connection)
        , m_address(address)
    {
    }

    Result<std::vector<SqlText>> read()
    {
        bool installed = false;
        if (const auto error =
                ask("statement_statistics_path", [&](const Row&) { installed = true; }))
            return failedStatistics(m_address, *error);
        if (!installed)
            return noStatistics(m_address, QStringLiteral("the extension pg_stat_statements is not "
                                                          "installed in this database"));
        if (const auto error = ask("statement_statistics", [&](const Row& row) { take(row); })) {
            const QString reason = unreadableReason(*error);
            return reason.isEmpty() ? failedStatistics(m_address, *error)
                                    : noStatistics(m_address, reason, error->message);
        }
        if (m_statements.empty() && m_hidden)
            return noStatistics(m_address,
                                QStringLiteral("this user may not see the statements of "
                                               "others; the role pg_read_all_stats may"));
        return std::move(m_statements);
    }

private:
    std::optional<SqlError> ask(const char* name, const RowHandler& handler)
    {
        const QByteArray text = sqlText(QStringLiteral("postgresql"), QLatin1String(name),
                                        m_connection.versionNumber());
        return m_connection.run(text, {}, handler);
    }

    void take(const Row& row)
    {
        const QString text = row[0].text();
        if (text == QLatin1String("<insufficient privilege>"))
            m_hidden = true;
        else
            m_statements.push_back(countedStatement(text, {}));
    }

    PostgresConnection& m_connection;
    const DatabaseAddress& m_address;
    bool m_hidden = false;
    std::vector<SqlText> m_statements;
};

Result<std::vector<SqlText>> readMariaDbStatistics(MariaDbConnection& connection,
                                                   const DatabaseAddress& address)
{
    bool enabled = false;
    const auto takeState = [&](const Row& row) { enabled = row[0].boolean(); };
    if (const auto error =
            connection.run(connection.text("statement_statistics_state"), {}, takeState))
        return failedStatistics(address, *error);
    if (!enabled)
        return noStatistics(address, QStringLiteral("the server runs without performance_schema"));
    std::vector<SqlText> statements;
    const auto take = [&](const Row& row) {
        statements.push_back(countedStatement(row[0].text(), row[1].text()));
    };
    if (const auto error = connection.run(connection.text("statement_statistics"),
                                          {address.database, address.database}, take))
        return failedStatistics(address, *error);
    return statements;
}

Result<std::vector<SqlText>> mariaDbStatistics(const DatabaseAddress& address,
                                               const QString& password, const ReadOptions& options,
                                               ReadControl& control)
{
    const Result<MariaDbOptions> connectOptions =
        mariaDbOptions(address, password, options, &control);
    if (!connectOptions)
        return connectOptions.error();
    const auto connection = MariaDbConnection::open(*connectOptions);
    if (!connection)
        return connection.error();
    const ServerCancel cancel(control, **connection);
    return readMariaDbStatistics(**connection, address);
}

Result<std::vector<SqlText>> postgresqlStatistics(const DatabaseAddress& address,
                                                  const QString& password,
                                                  const ReadOptions& options, ReadControl& control)
{
    const auto connection = PostgresConnection::open(address, password, options, control);
    if (!connection)
        return connection.error();
    const ServerCancel cancel(control, **connection);
    return PostgreSqlStatistics(**connection, address).read();
}

} // namespace

Result<std::vector<SqlText>> readStatementStatistics(const DatabaseAddress& address,
                                                     const QString& password,
                                                     const ReadOptions& options,
                                                     ReadControl& control)
{
    switch (address.kind) {
    case AddressKind::PostgreSql:
        return postgresqlStatistics(address, password, options, control);
    case AddressKind::MariaDb:
        return mariaDbStatistics(address, password, options, control);
    case AddressKind::Sqlite:
    case AddressKind::Snapshot:
    case AddressKind::Workspace:
        break;
    }
    return noStatistics(address, QStringLiteral("only servers count statements, files do not"));
}

} // namespace cadastre

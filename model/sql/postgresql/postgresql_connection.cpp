// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/postgresql/postgresql_connection.h"

#include "model/sql/postgresql/postgresql_error.h"
#include "model/sql/sql_log.h"

#include <QDeadlineTimer>

#include <libpq-fe.h>

#include <poll.h>

#include <algorithm>
#include <array>
#include <thread>

namespace cadastre {

namespace {

constexpr int sliceMs = 50; ///< how long a wait lasts before a cancel is noticed

/// Waits until the socket is readable (or writable) or a slice is over.
void awaitSocket(pg_conn* connection, short events)
{
    pollfd descriptor{PQsocket(connection), events, 0};
    poll(&descriptor, 1, sliceMs);
}

class PgRow : public Row
{
public:
    PgRow(const pg_result* result, int row)
        : m_result(result)
        , m_row(row)
        , m_size(PQnfields(result))
    {
    }
    [[nodiscard]] int size() const override { return m_size; }
    [[nodiscard]] Cell cell(int column) const override
    {
        if (PQgetisnull(m_result, m_row, column))
            return Cell();
        return Cell(QByteArrayView(PQgetvalue(m_result, m_row, column),
                                   PQgetlength(m_result, m_row, column)));
    }
    void next() { ++m_row; }

private:
    const pg_result* m_result;
    int m_row;
    int m_size;
};

} // namespace

void PgConnDeleter::operator()(pg_conn* connection) const
{
    PQfinish(connection);
}

void PgResultDeleter::operator()(pg_result* result) const
{
    PQclear(result);
}

PostgresConnection::PostgresConnection(PgConn connection)
    : m_connection(std::move(connection))
    , m_cancelAsked(std::make_shared<std::atomic_bool>(false))
{
}

std::optional<SqlError> PostgresConnection::run(const QByteArray& sql,
                                                const QStringList& parameters,
                                                const RowHandler& handler)
{
    if (auto error = send(sql, parameters))
        return error;
    PgResult result;
    if (auto error = receive(result))
        return error;
    const int rows = handler ? PQntuples(result.get()) : 0;
    PgRow row(result.get(), 0);
    for (int i = 0; i < rows; ++i, row.next())
        handler(row);
    return std::nullopt;
}

std::optional<SqlError> PostgresConnection::send(const QByteArray& sql,
                                                 const QStringList& parameters)
{
    if (*m_cancelAsked)
        return SqlError{SqlFailure::Cancelled, {}, {}};
    std::vector<QByteArray> texts;
    std::vector<const char*> values;
    for (const QString& parameter : parameters)
        texts.push_back(parameter.toUtf8());
    for (const QByteArray& text : texts)
        values.push_back(text.constData());
    ++m_statementCount;
    recordStatement(sql, parameters);
    if (PQsendQueryParams(m_connection.get(), sql.constData(), static_cast<int>(values.size()),
                          nullptr, values.data(), nullptr, nullptr, 0))
        return std::nullopt;
    return errorOf(nullptr);
}

std::optional<SqlError> PostgresConnection::receive(PgResult& result)
{
    if (auto error = awaitResult())
        return error;
    result.reset(PQgetResult(m_connection.get()));
    const ExecStatusType status = PQresultStatus(result.get());
    std::optional<SqlError> error;
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
        error = errorOf(result.get());
    if (auto lost = awaitResult())
        return lost;
    while (PgResult rest{PQgetResult(m_connection.get())})
        ;
    return error;
}

/// Until a result can be taken without blocking. A cancel is sent from a thread of its own, since
/// PQcancel connects anew and may hang with the server.
std::optional<SqlError> PostgresConnection::awaitResult()
{
    std::optional<QDeadlineTimer> grace;
    const QDeadlineTimer answer = m_answerTimeoutMs > 0 ? QDeadlineTimer(m_answerTimeoutMs)
                                                        : QDeadlineTimer(QDeadlineTimer::Forever);
    while (PQisBusy(m_connection.get())) {
        if (answer.hasExpired())
            return SqlError{
                SqlFailure::ConnectionLost,
                {},
                QStringLiteral("no answer within %1 seconds").arg(m_answerTimeoutMs / 1000)};
        const bool hasUnsent = PQflush(m_connection.get()) == 1;
        awaitSocket(m_connection.get(), hasUnsent ? POLLIN | POLLOUT : POLLIN);
        if (!PQconsumeInput(m_connection.get()))
            return errorOf(nullptr);
        if (*m_cancelAsked && !grace) {
            grace = QDeadlineTimer(m_cancelGraceMs);
            std::thread([cancel = PQgetCancel(m_connection.get())] {
                std::array<char, 256> message{};
                PQcancel(cancel, message.data(), static_cast<int>(message.size()));
                PQfreeCancel(cancel);
            }).detach();
        }
        if (grace && grace->hasExpired())
            return SqlError{SqlFailure::Cancelled, {}, {}};
    }
    return std::nullopt;
}

CancelFunction PostgresConnection::canceller()
{
    return [asked = m_cancelAsked] { *asked = true; };
}

SqlError PostgresConnection::errorOf(const pg_result* result) const
{
    return statementError(result, m_connection.get(), *m_cancelAsked);
}

void PostgresConnection::takeBytesAsTheyAre(bool asTheyAre)
{
    const bool unconverted = asTheyAre || serverEncoding() == QLatin1String("SQL_ASCII");
    const QString encoding = unconverted ? QStringLiteral("SQL_ASCII") : QStringLiteral("UTF8");
    if (parameterStatus("client_encoding") != encoding)
        PQsetClientEncoding(m_connection.get(), encoding.toLatin1().constData());
}

int PostgresConnection::versionNumber() const
{
    // 150018 is 15.18: from 10 on there are two parts
    const int number = PQserverVersion(m_connection.get());
    return number / 10000 * 10000 + number % 10000 * 100;
}

QString PostgresConnection::versionText() const
{
    return parameterStatus("server_version");
}

QString PostgresConnection::serverEncoding() const
{
    return parameterStatus("server_encoding");
}

QString PostgresConnection::transportSecurity() const
{
    if (PQsslInUse(m_connection.get()))
        return QString::fromUtf8(PQsslAttribute(m_connection.get(), "protocol"));
    if (PQhost(m_connection.get()) && PQhost(m_connection.get())[0] == '/')
        return QStringLiteral("local");
    return {};
}

QString PostgresConnection::parameterStatus(const char* name) const
{
    return QString::fromUtf8(PQparameterStatus(m_connection.get(), name));
}

} // namespace cadastre

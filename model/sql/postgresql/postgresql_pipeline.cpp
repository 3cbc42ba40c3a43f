// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Many statements in one round trip: libpq's pipeline mode, in which every statement still is a
// message of its own, so that the server refuses text that holds two.
#include "model/sql/postgresql/postgresql_connection.h"
#include "model/sql/sql_log.h"

#include <libpq-fe.h>

namespace cadastre {

TogetherOutcome PostgresConnection::runTogether(const std::vector<QByteArray>& statements)
{
    if (*m_cancelAsked)
        return {0, SqlError{SqlFailure::Cancelled, {}, {}}};
    // not blocking: with much to send, the server's answers must be taken meanwhile
    PQsetnonblocking(m_connection.get(), 1);
    TogetherOutcome outcome;
    outcome.error = sendTogether(statements);
    if (!outcome.error)
        outcome = receiveTogether(statements.size());
    PQexitPipelineMode(m_connection.get());
    PQsetnonblocking(m_connection.get(), 0);
    return outcome;
}

std::optional<SqlError> PostgresConnection::sendTogether(const std::vector<QByteArray>& statements)
{
    if (!PQenterPipelineMode(m_connection.get()))
        return errorOf(nullptr);
    for (const QByteArray& statement : statements) {
        ++m_statementCount;
        recordStatement(statement, {});
        if (!PQsendQueryParams(m_connection.get(), statement.constData(), 0, nullptr, nullptr,
                               nullptr, nullptr, 0))
            return errorOf(nullptr);
    }
    if (!PQpipelineSync(m_connection.get()))
        return errorOf(nullptr);
    return std::nullopt;
}

std::optional<SqlError> PostgresConnection::receiveOne(PgResult& result)
{
    if (auto error = awaitResult())
        return error;
    result.reset(PQgetResult(m_connection.get()));
    return std::nullopt;
}

TogetherOutcome PostgresConnection::receiveTogether(std::size_t count)
{
    TogetherOutcome outcome;
    PgResult result;
    for (std::size_t i = 0; i < count; ++i) {
        if (auto lost = receiveOne(result))
            return {outcome.done, lost};
        const ExecStatusType status = PQresultStatus(result.get());
        if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
            ++outcome.done;
        else if (!outcome.error)
            outcome.error = errorOf(result.get());
        if (PQstatus(m_connection.get()) == CONNECTION_BAD)
            return {outcome.done, errorOf(result.get())};
        if (auto lost = receiveOne(result)) // the end of this statement's answers
            return {outcome.done, lost};
    }
    if (auto lost = receiveOne(result); lost || PQresultStatus(result.get()) != PGRES_PIPELINE_SYNC)
        return {outcome.done, lost ? lost : errorOf(result.get())};
    return outcome;
}

bool PostgresConnection::isInSoundTransaction() const
{
    return PQtransactionStatus(m_connection.get()) == PQTRANS_INTRANS;
}

QString PostgresConnection::serverPlace() const
{
    const QString host = QString::fromUtf8(PQhost(m_connection.get()));
    if (host.startsWith(QLatin1Char('/')) || host.startsWith(QLatin1Char('@')))
        return QStringLiteral("this machine");
    return host + QLatin1Char(':') + QString::fromUtf8(PQport(m_connection.get()));
}

} // namespace cadastre

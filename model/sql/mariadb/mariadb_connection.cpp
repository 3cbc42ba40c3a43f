// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/mariadb/mariadb_connection.h"

#include "model/sql/mariadb/mariadb_errors.h"
#include "model/sql/sql_log.h"
#include "model/sql/sql_texts.h"

#include <QRegularExpression>

#include <mutex>
#include <thread>

namespace cadastre {

namespace {

constexpr int longestCancelMs = 3000;

void ignoreRow(const Row&) {}

QString secondsText(int milliseconds)
{
    return QString::number(std::max(1, (milliseconds + 999) / 1000));
}

Error sessionError(const SqlError& error, const MariaDbOptions& options)
{
    return {QStringLiteral("The session at %1 could not be made read-only, so nothing was read.")
                .arg(options.displayText),
            error.code + QStringLiteral(": ") + error.message};
}

Error writingError(const SqlError& error, const MariaDbOptions& options)
{
    return {QStringLiteral("The session at %1 could not be prepared for writing, so nothing was "
                           "written.")
                .arg(options.displayText),
            error.code + QStringLiteral(": ") + error.message};
}

} // namespace

/// Kills the statement of a connection from a second one, on a thread of its own. Outlives the
/// connection where somebody still holds the function; then it does nothing.
class MariaDbConnection::Canceller
{
public:
    Canceller(const MariaDbOptions& options, MariaDbHandle* handle, QByteArray killText)
        : m_options(options)
        , m_handle(handle)
        , m_threadId(handle->threadId())
        , m_killText(std::move(killText))
    {
        m_options.isCancelled = {}; // this is what cancels
        m_options.connectTimeoutMs = m_options.statementTimeoutMs =
            std::min(longestCancelMs, m_options.connectTimeoutMs);
    }

    void cancel()
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed || m_running)
            return;
        if (m_thread.joinable())
            m_thread.join();
        m_running = true;
        m_thread = std::thread([this] { kill(); });
    }

    /// Waits for a cancel under way: the connection's number must not be another's by then.
    void close()
    {
        std::thread thread;
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
            thread = std::move(m_thread);
        }
        if (thread.joinable())
            thread.join();
        m_options.password.fill('\0');
    }

private:
    void kill()
    {
        if (const auto handle = MariaDbHandle::connect(m_options)) {
            // a statement that ended meanwhile is no error
            (void)(*handle)->run(m_killText, {QString::number(m_threadId)}, ignoreRow);
        } else {
            m_handle->hangUp(); // who does not answer a new connection answers no old one either
        }
        const std::lock_guard lock(m_mutex);
        m_running = false;
    }

    MariaDbOptions m_options;
    MariaDbHandle* m_handle; ///< outlives the thread: close() waits for it
    unsigned long m_threadId;
    QByteArray m_killText;
    std::mutex m_mutex;
    std::thread m_thread;
    bool m_running = false;
    bool m_closed = false;
};

MariaDbConnection::MariaDbConnection(const MariaDbOptions& options,
                                     std::unique_ptr<MariaDbHandle> handle)
    : m_options(options)
    , m_handle(std::move(handle))
    , m_versionText(m_handle->versionText())
{
    m_canceller = std::make_shared<Canceller>(m_options, m_handle.get(), text("kill_query"));
}

MariaDbConnection::~MariaDbConnection()
{
    m_canceller->close();
    m_options.password.fill('\0');
}

Result<std::unique_ptr<MariaDbConnection>> MariaDbConnection::open(const MariaDbOptions& options)
{
    Result<std::unique_ptr<MariaDbConnection>> connection = openChecked(options);
    if (!connection)
        return connection;
    if (const Result<Nothing> prepared = (*connection)->prepareSession(); !prepared)
        return prepared.error();
    return connection;
}

Result<std::unique_ptr<MariaDbConnection>>
MariaDbConnection::openForWriting(const MariaDbOptions& options)
{
    Result<std::unique_ptr<MariaDbConnection>> connection = openChecked(options);
    if (!connection)
        return connection;
    if (const Result<Nothing> prepared = (*connection)->prepareWritingSession(); !prepared)
        return prepared.error();
    return connection;
}

Result<std::unique_ptr<MariaDbConnection>>
MariaDbConnection::openChecked(const MariaDbOptions& options)
{
    if (options.ssh.isUsed() && !options.tunnel) {
        return throughTunnel(options.ssh, options.isCancelled, options.connectTimeoutMs,
                             [&](const std::shared_ptr<SshTunnel>& tunnel) {
                                 MariaDbOptions through = options;
                                 through.tunnel = tunnel;
                                 return openChecked(through);
                             });
    }
    Result<std::unique_ptr<MariaDbHandle>> handle = MariaDbHandle::connect(options);
    if (!handle)
        return handle.error();
    std::unique_ptr<MariaDbConnection> connection(
        new MariaDbConnection(options, std::move(*handle)));
    if (const Result<Nothing> checked = connection->checkProtection(); !checked)
        return checked.error();
    return connection;
}

Result<Nothing> MariaDbConnection::checkProtection()
{
    const QString tls = m_handle->tlsVersion();
    m_transportSecurity = tls.isEmpty() && m_handle->isUnixSocket() ? QStringLiteral("local") : tls;
    const bool chosenClearText = m_options.tls == TlsDemand::Off;
    const bool mustEncrypt = m_options.wantsEncryption() || !m_handle->isLocal();
    if (tls.isEmpty() && mustEncrypt && !chosenClearText)
        return mariaDbNoTlsError(m_options);
    if (!m_handle->verifiesAsAsked()) {
        return Error{QStringLiteral("An option file checks the certificate of the server in "
                                    "another way than the address of %1 asks for; change one of "
                                    "the two.")
                         .arg(m_options.displayText),
                     {}};
    }
    return ok();
}

Result<Nothing> MariaDbConnection::prepareSession()
{
    const QByteArray settings = text("session");
    if (const auto error =
            run(settings,
                {secondsText(m_options.lockTimeoutMs), secondsText(m_options.statementTimeoutMs)},
                ignoreRow))
        return sessionError(*error, m_options);
    const QByteArray readOnly = text("read_only");
    if (const auto error = run(readOnly, {}, ignoreRow))
        return sessionError(*error, m_options);
    return ok();
}

Result<Nothing> MariaDbConnection::prepareWritingSession()
{
    const QString lockSeconds = secondsText(m_options.lockTimeoutMs);
    if (const auto error = run(text("write_session"), {lockSeconds}, ignoreRow))
        return writingError(*error, m_options);
    if (const auto error = run(text("write_access"), {}, ignoreRow))
        return writingError(*error, m_options);
    // old servers have no such setting of a session; columns that need it are refused then
    (void)run(text("write_timestamps"), {}, ignoreRow);
    return ok();
}

std::optional<SqlError> MariaDbConnection::run(const QByteArray& sql, const QStringList& parameters,
                                               const RowHandler& handler)
{
    ++m_statementCount;
    recordStatement(sql, parameters);
    return m_handle->run(sql, parameters, handler);
}

CancelFunction MariaDbConnection::canceller()
{
    return [canceller = m_canceller] { canceller->cancel(); };
}

Engine MariaDbConnection::engine() const
{
    return mariaDbEngine(m_versionText);
}

int MariaDbConnection::versionNumber() const
{
    return mariaDbVersionNumber(m_versionText);
}

QByteArray MariaDbConnection::text(const char* name) const
{
    return mariaDbText(engine(), versionNumber(), QString::fromLatin1(name));
}

QByteArray mariaDbText(Engine engine, int versionNumber, const QString& name)
{
    const QString own = QStringLiteral("mysql");
    if (engine == Engine::MySql && !sqlTextFile(own, name, versionNumber).isEmpty())
        return sqlText(own, name, versionNumber);
    // what both have in common is as old as the oldest MariaDB that is read
    return sqlText(QStringLiteral("mariadb"), name, engine == Engine::MySql ? 0 : versionNumber);
}

int mariaDbVersionNumber(const QString& versionText)
{
    static const QRegularExpression numbers(
        QStringLiteral("^(?:5\\.5\\.5-)?(\\d+)\\.(\\d+)\\.(\\d+)"));
    const QRegularExpressionMatch match = numbers.match(versionText);
    return match.captured(1).toInt() * 10000 + match.captured(2).toInt() * 100 +
           match.captured(3).toInt();
}

Engine mariaDbEngine(const QString& versionText)
{
    return versionText.contains(QLatin1String("MariaDB"), Qt::CaseInsensitive) ? Engine::MariaDb
                                                                               : Engine::MySql;
}

} // namespace cadastre

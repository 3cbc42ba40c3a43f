// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/sqlite/sqlite_connection.h"

#include "model/sql/sql_log.h"
#include "model/sql/sql_texts.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>
#include <QUuid>
#include <QVariant>

#include <sqlite3.h>

namespace cadastre {

namespace {

struct StatementDeleter
{
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, StatementDeleter>;

class SqliteRow : public Row
{
public:
    explicit SqliteRow(sqlite3_stmt* statement)
        : m_statement(statement)
    {
    }
    [[nodiscard]] int size() const override { return sqlite3_column_count(m_statement); }
    [[nodiscard]] Cell cell(int column) const override
    {
        const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
        if (!bytes)
            return {};
        return Cell(QByteArrayView(bytes, sqlite3_column_bytes(m_statement, column)));
    }

private:
    sqlite3_stmt* m_statement;
};

SqlFailure failureOf(int code, const QString& message)
{
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return SqlFailure::LockTimeout;
    case SQLITE_INTERRUPT:
        return SqlFailure::Cancelled;
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_READONLY:
        return SqlFailure::PermissionDenied;
    default:
        break;
    }
    if (message.contains(QLatin1String("syntax error")))
        return SqlFailure::Syntax;
    return message.startsWith(QLatin1String("no such")) ? SqlFailure::MissingObject
                                                        : SqlFailure::Other;
}

sqlite3* nativeHandle(const QSqlDatabase& database)
{
    const QVariant handle = database.driver()->handle();
    Q_ASSERT(qstrcmp(handle.typeName(), "sqlite3*") == 0);
    return *static_cast<sqlite3* const*>(handle.constData());
}

/// What SQLite opens: the path, or its manner of naming a file with options.
QString openedName(const QString& path, SqliteOpenMode mode)
{
    if (mode == SqliteOpenMode::ReadOnly)
        return path;
    const QString options = mode == SqliteOpenMode::Immutable
                                ? QStringLiteral("?immutable=1")
                                : QStringLiteral("?mode=ro&vfs=unix-none");
    return QStringLiteral("file:") + QString::fromLatin1(QUrl::toPercentEncoding(path, "/")) +
           options;
}

bool isMalformedSchema(const SqlError& error)
{
    return error.message.startsWith(QLatin1String("malformed database schema"));
}

std::optional<SqliteAccess::Kind> accessKind(int action)
{
    switch (action) {
    case SQLITE_READ:
        return SqliteAccess::Kind::Read;
    case SQLITE_INSERT:
        return SqliteAccess::Kind::Insert;
    case SQLITE_UPDATE:
        return SqliteAccess::Kind::Update;
    case SQLITE_DELETE:
        return SqliteAccess::Kind::Delete;
    default:
        return std::nullopt;
    }
}

int collectAccess(void* list, int action, const char* table, const char* column, const char*,
                  const char* by)
{
    const auto kind = accessKind(action);
    if (!kind)
        return SQLITE_OK;
    auto& accesses = *static_cast<std::vector<SqliteAccess>*>(list);
    const bool hasColumn = action == SQLITE_READ || action == SQLITE_UPDATE;
    accesses.push_back({*kind, QString::fromUtf8(table),
                        hasColumn ? QString::fromUtf8(column) : QString(), QString::fromUtf8(by)});
    return SQLITE_OK;
}

} // namespace

Result<std::unique_ptr<SqliteConnection>>
SqliteConnection::open(const QString& path, SqliteOpenMode mode, int busyTimeoutMs)
{
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection);
    if (auto opened = connection->openFile(path, mode, busyTimeoutMs); !opened)
        return opened.error();
    if (auto begun = connection->beginSnapshot(path, mode); !begun)
        return begun.error();
    return connection;
}

Result<Nothing> SqliteConnection::openFile(const QString& path, SqliteOpenMode mode,
                                           int busyTimeoutMs)
{
    m_connectionName = QStringLiteral("cadastre-") + QUuid::createUuid().toString();
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connectionName);
    if (!database.isValid())
        return Error{QStringLiteral("Qt's driver for SQLite is not installed (libqt6sql6-sqlite)."),
                     {}};
    QString options =
        QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeoutMs);
    if (mode != SqliteOpenMode::ReadOnly)
        options += QStringLiteral(";QSQLITE_OPEN_URI");
    database.setConnectOptions(options);
    database.setDatabaseName(openedName(path, mode));
    if (!database.open()) {
        const QSqlError error = database.lastError();
        return sqliteFileError(path, error.nativeErrorCode().toInt(), error.driverText());
    }
    m_handle = nativeHandle(database);
    sqlite3_extended_result_codes(m_handle, 1);
    return ok();
}

/// The encoding is asked for because the answer needs the whole schema to be parsed: what is wrong
/// with the file shows here.
Result<Nothing> SqliteConnection::beginSnapshot(const QString& path, SqliteOpenMode mode)
{
    std::vector<const char*> names{"query_only", "begin", "encoding"};
    if (mode == SqliteOpenMode::Unlocked)
        names.insert(names.begin(), "exclusive");
    std::optional<SqlError> error;
    for (std::size_t i = 0; i < names.size() && !error; ++i)
        error = run(text(names[i]), {}, [this](const Row& row) { m_encoding = row[0].text(); });
    if (error && isMalformedSchema(*error))
        error = leaveOutMalformedObjects();
    if (error)
        return sqliteFileError(path, error->code.toInt(), error->message);
    return ok();
}

/// SQLite refuses a whole file for one object whose text it cannot parse, unless the schema counts
/// as writable. Nothing becomes writable by that: the file is open read-only.
std::optional<SqlError> SqliteConnection::leaveOutMalformedObjects()
{
    if (auto error = run(text("leave_out_malformed"), {}, {}))
        return error;
    return run(text("encoding"), {}, [this](const Row& row) { m_encoding = row[0].text(); });
}

SqliteConnection::~SqliteConnection()
{
    if (m_handle)
        sqlite3_progress_handler(m_handle, 0, nullptr, nullptr);
    if (m_handle)
        sqlite3_exec(m_handle, text("end").constData(), nullptr, nullptr, nullptr);
    QSqlDatabase::removeDatabase(m_connectionName);
}

QByteArray SqliteConnection::text(const char* name) const
{
    return sqlText(QStringLiteral("sqlite"), QString::fromLatin1(name), versionNumber());
}

SqlError SqliteConnection::lastError() const
{
    const int code = sqlite3_extended_errcode(m_handle);
    const QString message = QString::fromUtf8(sqlite3_errmsg(m_handle));
    return {failureOf(code, message), QString::number(code), message};
}

std::optional<SqlError> SqliteConnection::run(const QByteArray& sql, const QStringList& parameters,
                                              const RowHandler& handler)
{
    recordStatement(sql, parameters);
    ++m_statementCount;
    sqlite3_stmt* raw = nullptr;
    const int prepared =
        sqlite3_prepare_v2(m_handle, sql.constData(), static_cast<int>(sql.size()), &raw, nullptr);
    const Statement statement(raw);
    if (prepared != SQLITE_OK)
        return lastError();
    for (int i = 0; i < parameters.size(); ++i) {
        const QByteArray value = parameters.at(i).toUtf8();
        if (sqlite3_bind_text(raw, i + 1, value.constData(), static_cast<int>(value.size()),
                              SQLITE_TRANSIENT) != SQLITE_OK)
            return lastError();
    }
    return stepAll(raw, handler);
}

std::optional<SqlError> SqliteConnection::stepAll(sqlite3_stmt* statement,
                                                  const RowHandler& handler)
{
    const SqliteRow row(statement);
    while (true) {
        const int result = sqlite3_step(statement);
        if (result == SQLITE_DONE)
            return std::nullopt;
        if (result != SQLITE_ROW)
            return lastError();
        if (handler)
            handler(row);
    }
}

std::optional<SqlError> SqliteConnection::explain(const QString& sql,
                                                  std::vector<SqliteAccess>& accesses)
{
    sqlite3_set_authorizer(m_handle, collectAccess, &accesses);
    const QByteArray bytes = sql.toUtf8();
    sqlite3_stmt* raw = nullptr;
    const int prepared = sqlite3_prepare_v2(m_handle, bytes.constData(),
                                            static_cast<int>(bytes.size()), &raw, nullptr);
    const Statement statement(raw);
    std::optional<SqlError> error;
    if (prepared != SQLITE_OK)
        error = lastError();
    sqlite3_set_authorizer(m_handle, nullptr, nullptr);
    return error;
}

void SqliteConnection::setInterruption(std::function<bool()> shouldStop)
{
    constexpr int steps = 4000;
    m_shouldStop = std::move(shouldStop);
    const auto ask = [](void* question) {
        const auto& stops = *static_cast<std::function<bool()>*>(question);
        return stops && stops() ? 1 : 0;
    };
    sqlite3_progress_handler(m_handle, steps, ask, &m_shouldStop);
}

CancelFunction SqliteConnection::canceller()
{
    return [handle = m_handle] { sqlite3_interrupt(handle); };
}

int SqliteConnection::versionNumber() const
{
    const int number = sqlite3_libversion_number(); // 3 040 001
    return number / 1000000 * 10000 + number / 1000 % 1000 * 100 + number % 1000;
}

QString SqliteConnection::versionText() const
{
    return QString::fromLatin1(sqlite3_libversion());
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/mariadb/mariadb_handle.h"

#include "model/sql/mariadb/mariadb_errors.h"
#include "model/sql/mariadb/mariadb_greeting.h"
#include "model/sql/mariadb/mariadb_statement.h"

#include <QDeadlineTimer>

#include <mysql.h>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

namespace cadastre {

namespace {

void setText(MYSQL* mysql, mysql_option option, const QByteArray& value)
{
    if (!value.isEmpty())
        mysql_optionsv(mysql, option, value.constData());
}

const char* orNull(const QByteArray& text)
{
    return text.isEmpty() ? nullptr : text.constData();
}

constexpr int connectSliceMs = 50; ///< how long a wait lasts before a cancel is noticed
constexpr int peerGoneMs = 45000;

/// Until the library can go on, time is up or nobody waits any more; what it waited for.
int awaitLibrary(MYSQL* mysql, int wanted, const QDeadlineTimer& deadline,
                 const std::function<bool()>& isCancelled)
{
    pollfd descriptor{mysql_get_socket(mysql), 0, 0};
    if (wanted & MYSQL_WAIT_READ)
        descriptor.events |= POLLIN;
    if (wanted & MYSQL_WAIT_WRITE)
        descriptor.events |= POLLOUT;
    if (wanted & MYSQL_WAIT_EXCEPT)
        descriptor.events |= POLLPRI;
    while (!deadline.hasExpired() && !(isCancelled && isCancelled())) {
        if (poll(&descriptor, 1, connectSliceMs) <= 0)
            continue;
        int ready = 0;
        if (descriptor.revents & (POLLIN | POLLERR | POLLHUP))
            ready |= MYSQL_WAIT_READ;
        if (descriptor.revents & (POLLOUT | POLLERR | POLLHUP))
            ready |= MYSQL_WAIT_WRITE;
        return ready & wanted ? ready & wanted : wanted;
    }
    return MYSQL_WAIT_TIMEOUT;
}

unsigned int seconds(int milliseconds)
{
    return static_cast<unsigned int>(std::max(1, (milliseconds + 999) / 1000));
}

class TextRow : public Row
{
public:
    TextRow(MYSQL_ROW row, const unsigned long* lengths, int size)
        : m_row(row)
        , m_lengths(lengths)
        , m_size(size)
    {
    }
    int size() const override { return m_size; }
    Cell cell(int column) const override
    {
        const char* bytes = m_row[column];
        return bytes ? Cell(QByteArrayView(bytes, static_cast<qsizetype>(m_lengths[column])))
                     : Cell();
    }

private:
    MYSQL_ROW m_row;
    const unsigned long* m_lengths;
    int m_size;
};

} // namespace

MariaDbHandle::MariaDbHandle(const MariaDbOptions& options)
    : m_options(options)
{
    static const int libraryStarted = mysql_library_init(0, nullptr, nullptr);
    Q_UNUSED(libraryStarted);
    m_mysql = mysql_init(nullptr);
}

MariaDbHandle::~MariaDbHandle()
{
    mysql_close(m_mysql);
    m_options.password.fill('\0');
}

void MariaDbHandle::setOptions()
{
    const unsigned int connectSeconds = seconds(m_options.connectTimeoutMs);
    const unsigned int answerSeconds = seconds(m_options.statementTimeoutMs) + 30;
    mysql_optionsv(m_mysql, MYSQL_OPT_NONBLOCK, nullptr);
    mysql_optionsv(m_mysql, MYSQL_OPT_CONNECT_TIMEOUT, &connectSeconds);
    mysql_optionsv(m_mysql, MYSQL_OPT_READ_TIMEOUT, &answerSeconds);
    mysql_optionsv(m_mysql, MYSQL_OPT_WRITE_TIMEOUT, &answerSeconds);
    mysql_optionsv(m_mysql, MYSQL_SET_CHARSET_NAME, "utf8mb4");
    const unsigned int noLocalFiles = 0;
    mysql_optionsv(m_mysql, MYSQL_OPT_LOCAL_INFILE, &noLocalFiles);
    mysql_optionsv(m_mysql, MYSQL_OPT_CONNECT_ATTR_ADD, "program_name", "cadastre");
    const QByteArray group = m_options.optionGroup.isEmpty() ? "cadastre" : m_options.optionGroup;
    mysql_optionsv(m_mysql, MYSQL_READ_DEFAULT_GROUP, group.constData());
    setText(m_mysql, MYSQL_OPT_SSL_CA, m_options.sslCa);
    setText(m_mysql, MYSQL_OPT_SSL_CAPATH, m_options.sslCapath);
    setText(m_mysql, MYSQL_OPT_SSL_CERT, m_options.sslCert);
    setText(m_mysql, MYSQL_OPT_SSL_KEY, m_options.sslKey);
    setText(m_mysql, MYSQL_OPT_SSL_CIPHER, m_options.sslCipher);
    const my_bool encrypt = m_options.wantsEncryption();
    const my_bool verify = m_options.wantsHostCheck();
    if (encrypt)
        mysql_optionsv(m_mysql, MYSQL_OPT_SSL_ENFORCE, &encrypt);
    if (verify)
        mysql_optionsv(m_mysql, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &verify);
    // the library takes the socket for "localhost" even where a port is named
    const unsigned int tcp = MYSQL_PROTOCOL_TCP;
    if (m_options.tunnel || (m_options.socket.isEmpty() && m_options.port != 0))
        mysql_optionsv(m_mysql, MYSQL_OPT_PROTOCOL, &tcp);
}

Result<std::unique_ptr<MariaDbHandle>> MariaDbHandle::connect(const MariaDbOptions& options)
{
    std::unique_ptr<MariaDbHandle> handle(new MariaDbHandle(options));
    if (!handle->m_mysql)
        return Error{QStringLiteral("There is not enough memory for a connection."), {}};
    if (options.wantsEncryption() && !options.connectHost().isEmpty() &&
        offersTls(options.connectHost(), options.connectPort(), options.connectTimeoutMs) == false)
        return mariaDbNoTlsError(options);
    handle->setOptions();
    MYSQL* mysql = handle->m_mysql;
    if (!handle->connectInTime()) {
        if (options.isCancelled && options.isCancelled())
            return Error{QStringLiteral("Connecting was cancelled."), {}, ErrorKind::Cancelled};
        return mariaDbConnectError(mysql_errno(mysql), QString::fromUtf8(mysql_error(mysql)),
                                   options);
    }
    handle->watchPeer();
    // an option file could have switched it on
    mysql_set_server_option(mysql, MYSQL_OPTION_MULTI_STATEMENTS_OFF);
    return handle;
}

bool MariaDbHandle::connectInTime()
{
    const QDeadlineTimer deadline(m_options.connectTimeoutMs);
    const QByteArray host = m_options.connectHost();
    const QByteArray socket = m_options.tunnel ? QByteArray() : m_options.socket;
    MYSQL* connected = nullptr;
    int waits = mysql_real_connect_start(&connected, m_mysql, orNull(host), orNull(m_options.user),
                                         orNull(m_options.password), orNull(m_options.database),
                                         m_options.connectPort(), orNull(socket), 0);
    while (waits != 0) {
        const int ready = awaitLibrary(m_mysql, waits, deadline, m_options.isCancelled);
        waits = mysql_real_connect_cont(&connected, m_mysql, ready);
    }
    return connected != nullptr;
}

void MariaDbHandle::watchPeer()
{
    if (isUnixSocket())
        return;
    const int descriptor = mysql_get_socket(m_mysql);
    const auto set = [descriptor](int level, int name, int value) {
        setsockopt(descriptor, level, name, &value, sizeof value);
    };
    set(SOL_SOCKET, SO_KEEPALIVE, 1);
    set(IPPROTO_TCP, TCP_KEEPIDLE, 30);
    set(IPPROTO_TCP, TCP_KEEPINTVL, 10);
    set(IPPROTO_TCP, TCP_KEEPCNT, 3);
    set(IPPROTO_TCP, TCP_USER_TIMEOUT, peerGoneMs);
}

void MariaDbHandle::hangUp()
{
    shutdown(mysql_get_socket(m_mysql), SHUT_RDWR);
}

std::optional<SqlError> MariaDbHandle::run(const QByteArray& sql, const QStringList& parameters,
                                           const RowHandler& handler)
{
    m_warningCount = 0;
    return parameters.isEmpty() ? runPlain(sql, handler) : runPrepared(sql, parameters, handler);
}

std::optional<SqlError> MariaDbHandle::runPlain(const QByteArray& sql, const RowHandler& handler)
{
    if (mysql_real_query(m_mysql, sql.constData(), static_cast<unsigned long>(sql.size())) != 0)
        return lastError();
    const std::unique_ptr<MYSQL_RES, decltype(&mysql_free_result)> result(mysql_use_result(m_mysql),
                                                                          &mysql_free_result);
    if (!result && mysql_field_count(m_mysql) > 0)
        return lastError();
    if (result) {
        const int size = static_cast<int>(mysql_num_fields(result.get()));
        while (MYSQL_ROW row = mysql_fetch_row(result.get()))
            handler(TextRow(row, mysql_fetch_lengths(result.get()), size));
        if (mysql_errno(m_mysql) != 0)
            return lastError();
    }
    m_warningCount = mysql_warning_count(m_mysql);
    return std::nullopt;
}

std::optional<SqlError> MariaDbHandle::runPrepared(const QByteArray& sql,
                                                   const QStringList& parameters,
                                                   const RowHandler& handler)
{
    MariaDbStatement statement(m_mysql);
    if (!statement.run(sql, parameters, handler)) {
        // a connection that is lost between two rows is known to the connection only
        return statement.errorNumber() != 0 ? error(statement.errorNumber(), statement.errorWords())
                                            : lastError();
    }
    m_warningCount = mysql_warning_count(m_mysql);
    return std::nullopt;
}

unsigned long MariaDbHandle::threadId() const
{
    return mysql_thread_id(m_mysql);
}

QString MariaDbHandle::versionText() const
{
    return QString::fromUtf8(mysql_get_server_info(m_mysql));
}

QString MariaDbHandle::tlsVersion() const
{
    const char* cipher = mysql_get_ssl_cipher(m_mysql);
    if (!cipher || !*cipher)
        return {};
    const char* version = nullptr;
    mariadb_get_infov(m_mysql, MARIADB_CONNECTION_TLS_VERSION, &version);
    return version ? QString::fromUtf8(version) : QString::fromUtf8(cipher);
}

bool MariaDbHandle::isUnixSocket() const
{
    const char* socket = nullptr;
    mariadb_get_infov(m_mysql, MARIADB_CONNECTION_UNIX_SOCKET, &socket);
    return socket && *socket;
}

bool MariaDbHandle::isLocal() const
{
    if (m_options.ssh.isUsed()) // local to the other end, too
        return m_options.isLocal() || m_options.isPlaceUnknown();
    if (isUnixSocket())
        return true;
    const char* host = nullptr;
    mariadb_get_infov(m_mysql, MARIADB_CONNECTION_HOST, &host);
    MariaDbOptions effective;
    effective.host = host;
    return effective.isLocal();
}

bool MariaDbHandle::verifiesAsAsked() const
{
    my_bool verifies = 0;
    mysql_get_optionv(m_mysql, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &verifies);
    if (m_options.wantsHostCheck() && !verifies)
        return false;
    const auto isKept = [this](mysql_option option, const QByteArray& asked) {
        const char* effective = nullptr;
        mysql_get_optionv(m_mysql, option, &effective);
        return asked.isEmpty() || asked == QByteArray(effective);
    };
    return isKept(MYSQL_OPT_SSL_CA, m_options.sslCa) &&
           isKept(MYSQL_OPT_SSL_CAPATH, m_options.sslCapath);
}

SqlError MariaDbHandle::error(unsigned int number, const char* words) const
{
    return {mariaDbFailure(number), QString::number(number),
            withoutPassword(QString::fromUtf8(words), m_options.password)};
}

SqlError MariaDbHandle::lastError() const
{
    return error(mysql_errno(m_mysql), mysql_error(m_mysql));
}

} // namespace cadastre

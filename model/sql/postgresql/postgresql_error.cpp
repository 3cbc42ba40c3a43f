// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/postgresql/postgresql_error.h"

#include <QHash>
#include <QRegularExpression>

#include <libpq-fe.h>

#include <array>

namespace cadastre {

namespace {

struct Place
{
    QString host;
    QString port;
    QString user;
    QString database;

    explicit Place(const pg_conn* connection)
        : host(QString::fromUtf8(PQhost(connection)))
        , port(QString::fromUtf8(PQport(connection)))
        , user(QString::fromUtf8(PQuser(connection)))
        , database(QString::fromUtf8(PQdb(connection)))
    {
    }

    [[nodiscard]] QString server() const
    {
        if (host.startsWith(QLatin1Char('/')))
            return QStringLiteral("the socket %1/.s.PGSQL.%2").arg(host, port);
        return host + QLatin1Char(':') + port;
    }
};

/// A piece of libpq's own words and the sentence for it; %1 server, %2 user, %3 database, %4 host.
struct Wording
{
    const char* words;
    const char* sentence;
};

constexpr std::array wordings{
    Wording{"could not translate host name",
            "The host %4 is not known: check its spelling and the network."},
    Wording{"Connection refused",
            "Nobody answers at %1: check host and port, and whether the server runs."},
    Wording{"No such file or directory",
            "There is no server at %1: check the folder, and whether the server runs."},
    Wording{"server does not support SSL",
            "%1 refuses TLS, which is required for other machines: add sslmode=prefer or "
            "sslmode=disable to the address to connect in clear text."},
    Wording{"certificate verify failed",
            "The certificate of %1 could not be verified: check sslrootcert and sslmode."},
    Wording{"does not match host name",
            "The certificate of %1 belongs to another host: check the host and sslmode."},
    Wording{"root certificate file",
            "The root certificate for %1 could not be read: check sslrootcert and sslmode."},
    Wording{"received invalid response to SSL negotiation",
            "What answers at %1 is no PostgreSQL server: check host and port."},
    Wording{"expected authentication request from server",
            "What answers at %1 is no PostgreSQL server: check host and port."},
    Wording{"definition of service", "The service of the address is not in the service file: check "
                                     "its name and ~/.pg_service.conf."},
};

/// The same for what the server itself says, by SQLSTATE.
constexpr std::array states{
    Wording{"3D000", "The database %3 does not exist on %1: check its name."},
    Wording{"42501", "The user %2 may not connect to the database %3 on %1: ask for CONNECT."},
    Wording{"53300", "%1 has no connection left: try again later, or close other programs."},
    Wording{"57P03", "%1 is starting or stopping: try again in a moment."},
    Wording{"55000", "The database %3 on %1 accepts no connections."},
};

QString filled(const char* sentence, const Place& place)
{
    QString text = QString::fromLatin1(sentence);
    text.replace(QLatin1String("%2"), QStringLiteral("\"%1\"").arg(place.user));
    text.replace(QLatin1String("%3"), QStringLiteral("\"%1\"").arg(place.database));
    text.replace(QLatin1String("%4"), QStringLiteral("\"%1\"").arg(place.host));
    text.replace(QLatin1String("%1"), place.server());
    return text;
}

QString stateIn(const QString& message)
{
    static const QRegularExpression state(QStringLiteral("[A-Z]+: +([0-9A-Z]{5}): "));
    return state.match(message).captured(1);
}

QString refusedSentence(const Place& place, const QString& message)
{
    if (message.contains(QLatin1String("does not exist"))) {
        return QStringLiteral("The user \"%1\" does not exist on %2: check the name.")
            .arg(place.user, place.server());
    }
    const bool clear = message.contains(QLatin1String("no encryption")) ||
                       message.contains(QLatin1String("SSL off"));
    return QStringLiteral("%1 does not let the user \"%2\" into the database \"%3\" from this "
                          "machine %4: its pg_hba.conf decides.")
        .arg(place.server(), place.user, place.database,
             clear ? QStringLiteral("without TLS") : QStringLiteral("with TLS"));
}

QString connectSentence(const Place& place, const QString& message)
{
    const QString state = stateIn(message);
    if (state == QLatin1String("28000"))
        return refusedSentence(place, message);
    for (const Wording& known : states) {
        if (state == QLatin1String(known.words))
            return filled(known.sentence, place);
    }
    for (const Wording& known : wordings) {
        if (message.contains(QLatin1String(known.words)))
            return filled(known.sentence, place);
    }
    return QStringLiteral("No connection to %1 as \"%2\": %3")
        .arg(place.server(), place.user, message.section(QLatin1Char('\n'), 0, 0));
}

} // namespace

SqlFailure failureOfState(const QString& sqlState)
{
    static const QHash<QString, SqlFailure> states{
        {QStringLiteral("42501"), SqlFailure::PermissionDenied},
        {QStringLiteral("55P03"), SqlFailure::LockTimeout},
        {QStringLiteral("40P01"), SqlFailure::LockTimeout},
        {QStringLiteral("57014"), SqlFailure::StatementTimeout},
        {QStringLiteral("57P01"), SqlFailure::ConnectionLost},
        {QStringLiteral("57P02"), SqlFailure::ConnectionLost},
        {QStringLiteral("57P03"), SqlFailure::ConnectionLost},
        {QStringLiteral("57P05"), SqlFailure::ConnectionLost},
        {QStringLiteral("25P03"), SqlFailure::ConnectionLost},
        {QStringLiteral("42P01"), SqlFailure::MissingObject},
        {QStringLiteral("42704"), SqlFailure::MissingObject},
        {QStringLiteral("3F000"), SqlFailure::MissingObject},
        {QStringLiteral("XX000"), SqlFailure::MissingObject},
        {QStringLiteral("42601"), SqlFailure::Syntax},
        {QStringLiteral("42703"), SqlFailure::Syntax},
        {QStringLiteral("42883"), SqlFailure::Syntax},
    };
    if (sqlState.startsWith(QLatin1String("08")))
        return SqlFailure::ConnectionLost;
    return states.value(sqlState, SqlFailure::Other);
}

SqlError statementError(const pg_result* result, const pg_conn* connection, bool cancelAsked)
{
    SqlError error;
    error.code = QString::fromLatin1(PQresultErrorField(result, PG_DIAG_SQLSTATE));
    error.message = QString::fromUtf8(PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY));
    if (error.message.isEmpty())
        error.message = QString::fromUtf8(PQerrorMessage(connection)).trimmed();
    error.failure = failureOfState(error.code);
    if (PQstatus(connection) == CONNECTION_BAD)
        error.failure = SqlFailure::ConnectionLost;
    if (cancelAsked && error.failure == SqlFailure::StatementTimeout)
        error.failure = SqlFailure::Cancelled;
    return error;
}

Error connectError(const pg_conn* connection, const QString& password)
{
    const Place place(connection);
    const QString message =
        withoutPassword(QString::fromUtf8(PQerrorMessage(connection)).trimmed(), password);
    if (PQconnectionNeedsPassword(connection)) {
        return {QStringLiteral("%1 wants a password for the user \"%2\".")
                    .arg(place.server(), place.user),
                message, ErrorKind::PasswordNeeded};
    }
    if (stateIn(message) == QLatin1String("28P01")) {
        return {QStringLiteral("%1 does not accept this password for the user \"%2\": check both.")
                    .arg(place.server(), place.user),
                message, ErrorKind::PasswordNeeded};
    }
    return {connectSentence(place, message), message};
}

Error connectTimeoutError(const pg_conn* connection, int timeoutMs)
{
    return {QStringLiteral("%1 did not answer within %2 s: check host, port and network.")
                .arg(Place(connection).server())
                .arg(timeoutMs / 1000.0),
            {}};
}

QString withoutPassword(const QString& text, const QString& password)
{
    QString result = text;
    return password.isEmpty() ? result : result.replace(password, QStringLiteral("***"));
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/mariadb/mariadb_errors.h"

namespace cadastre {

namespace {

bool saysTls(const QString& words)
{
    return words.contains(QLatin1String("SSL")) || words.contains(QLatin1String("TLS")) ||
           words.contains(QLatin1String("certificate"), Qt::CaseInsensitive);
}

Error tlsError(const QString& words, const MariaDbOptions& options)
{
    const QString where = options.displayText;
    if (words.contains(QLatin1String("not support SSL")))
        return mariaDbNoTlsError(options);
    if (options.wantsVerification()) {
        return {
            QStringLiteral("The certificate of %1 could not be verified; check ssl-ca, and with "
                           "ssl-mode=verify-identity the host name.")
                .arg(where),
            words};
    }
    return {QStringLiteral("No TLS connection to %1 could be made: the server refused it or its "
                           "settings do not fit.")
                .arg(where),
            words};
}

QString unreachable(unsigned int number, const MariaDbOptions& options)
{
    const QString where = options.displayText;
    switch (number) {
    case 2005:
        return QStringLiteral("The host of %1 is not known; check its name.").arg(where);
    case 2002:
    case 2003:
        return QStringLiteral("No server answers at %1; check host, port or socket, and whether "
                              "the server runs.")
            .arg(where);
    case 1040:
    case 1203:
    case 1226:
        return QStringLiteral("The server of %1 takes no more connections; try again later.")
            .arg(where);
    case 1129:
    case 1130:
        return QStringLiteral("The server of %1 does not accept connections from this machine.")
            .arg(where);
    case 2006:
    case 2013:
        return QStringLiteral("The server of %1 closed the connection while it was being made; is "
                              "this a MariaDB or MySQL server?")
            .arg(where);
    default:
        return QStringLiteral("No connection to %1 could be made.").arg(where);
    }
}

} // namespace

SqlFailure mariaDbFailure(unsigned int number)
{
    switch (number) {
    case 1044: // database
    case 1045: // login
    case 1142: // table
    case 1143: // column
    case 1227: // privilege
    case 1345: // view's tables
    case 1370: // routine
    case 1698: // socket login
        return SqlFailure::PermissionDenied;
    case 1205:
    case 1213:
    case 1684: // definition being modified
    case 3572: // NOWAIT
        return SqlFailure::LockTimeout;
    case 1317:
        return SqlFailure::Cancelled;
    case 1969:
    case 3024:
        return SqlFailure::StatementTimeout;
    case 1053: // shutdown
    case 1927: // killed
    case 2006:
    case 2013:
    case 2055:
    case 4031: // idle too long
        return SqlFailure::ConnectionLost;
    case 1049: // database
    case 1051:
    case 1109: // I_S table of another version
    case 1146:
    case 1356: // view
    case 1449: // definer
        return SqlFailure::MissingObject;
    case 1054:
    case 1064:
    case 1193: // variable
        return SqlFailure::Syntax;
    default:
        return SqlFailure::Other;
    }
}

QString withoutPassword(const QString& words, const QByteArray& password)
{
    if (password.isEmpty())
        return words;
    QString clean = words;
    return clean.replace(QString::fromUtf8(password), QStringLiteral("***"));
}

Error mariaDbNoTlsError(const MariaDbOptions& options)
{
    return {
        QStringLiteral("The server of %1 offers no TLS; add ssl-mode=disabled to the address if "
                       "clear text is acceptable on this network.")
            .arg(options.displayText),
        {}};
}

Error mariaDbConnectError(unsigned int number, const QString& words, const MariaDbOptions& options)
{
    const QString detail =
        QStringLiteral("%1: %2").arg(number).arg(withoutPassword(words, options.password));
    const QString where = options.displayText;
    switch (number) {
    case 1044:
        return {QStringLiteral("The user of %1 may not use this database.").arg(where), detail};
    case 1045:
    case 1698:
        return {QStringLiteral("The server of %1 did not accept user and password.").arg(where),
                detail, ErrorKind::PasswordNeeded};
    case 1049:
        return {QStringLiteral("The database of %1 does not exist on this server; check its name.")
                    .arg(where),
                detail};
    case 2026:
        return tlsError(words, options);
    default:
        break;
    }
    // a TLS failure in the middle of the handshake comes as "lost connection"
    if (options.wantsEncryption() && saysTls(words))
        return tlsError(words, options);
    return {unreachable(number, options), detail};
}

} // namespace cadastre

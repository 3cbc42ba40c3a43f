// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/database_address.h"

#include "model/dialect/masking.h"
#include "model/sql/database_file.h"
#include "model/sql/server_url.h"
#include "model/sql/ssh/ssh_host.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace cadastre {

namespace {

Error passwordRefused(bool isPostgreSql)
{
    const QString file = isPostgreSql ? QStringLiteral("the password file ~/.pgpass")
                                      : QStringLiteral("the option file ~/.my.cnf");
    const QString variable =
        isPostgreSql ? QStringLiteral("PGPASSWORD") : QStringLiteral("MYSQL_PWD");
    return {QStringLiteral("The address contains a password, which other people of this machine "
                           "and the shell's history would see: take it out, and put it into %1, "
                           "into the variable %2, or into the connection dialog of the window.")
                .arg(file, variable),
            {}};
}

Result<DatabaseAddress> parseServer(const QString& text, bool isPostgreSql)
{
    const AddressThroughSsh parts = splitSshHost(text);
    if (containsPassword(parts.address))
        return passwordRefused(isPostgreSql);
    Result<DatabaseAddress> address =
        isPostgreSql ? parsePostgreSqlUrl(parts.address) : parseMariaDbUrl(parts.address);
    return address ? throughSsh(*std::move(address), parts.sshHost) : address;
}

Result<DatabaseAddress> parseFile(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    const Result<AddressKind> kind = databaseFileKind(absolute);
    if (!kind)
        return kind.error();
    DatabaseAddress address;
    address.kind = *kind;
    address.path = absolute;
    return address;
}

Result<DatabaseAddress> parseSqlitePath(const QString& path)
{
    if (path.isEmpty())
        return Error{QStringLiteral("After sqlite: the path of a file is missing."), {}};
    const Result<DatabaseAddress> address = parseFile(path);
    if (address && address->kind != AddressKind::Sqlite)
        return Error{QStringLiteral("%1 is not an SQLite database, but a file of Cadastre: give "
                                    "its path without sqlite:.")
                         .arg(address->path),
                     {}};
    return address;
}

/// The scheme of `scheme://..` or of a known `scheme:`; empty for a path.
QString unknownScheme(const QString& text)
{
    static const QRegularExpression scheme(
        QStringLiteral("^([A-Za-z][A-Za-z0-9+.-]*)://|^(postgresql|postgres|mariadb|mysql):"));
    const QRegularExpressionMatch match = scheme.match(text);
    return match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
}

/// A URL with a slip of the pen, a driver's URL, or `host=.. password=..`.
bool mayHoldPassword(const QString& text)
{
    const bool isLikeUrl = text.contains(QLatin1String("://")) && text.contains(QLatin1Char('@'));
    return isLikeUrl || maskedOptions(text) != text;
}

} // namespace

QString DatabaseAddress::displayText() const
{
    if (!sshHost.isEmpty())
        return QStringLiteral("%1 (ssh %2)").arg(url, sshHost);
    return url.isEmpty() ? path : url;
}

QString DatabaseAddress::suggestedSourceName() const
{
    QString base = database.isEmpty() ? host.section(QLatin1Char('/'), -1) : database;
    if (!path.isEmpty()) {
        base = QFileInfo(path).fileName();
        static const QRegularExpression endings(QStringLiteral("(\\.catalog)?\\.[^.]*$"));
        if (base.lastIndexOf(QLatin1Char('.')) > 0)
            base.remove(endings);
    }
    static const QRegularExpression others(QStringLiteral("[^a-z0-9_-]+"));
    QString name = base.toLower().replace(others, QStringLiteral("_"));
    static const QRegularExpression edges(QStringLiteral("^_+|_+$"));
    if (name.remove(edges).isEmpty())
        name = QStringLiteral("database");
    return name;
}

Result<DatabaseAddress> throughSsh(DatabaseAddress address, const QString& sshHost)
{
    if (sshHost.isEmpty())
        return address;
    if (address.url.isEmpty())
        return Error{QStringLiteral("%1 is a file: only servers are reached through SSH.")
                         .arg(address.displayText()),
                     {}};
    if (const Result<Nothing> checked = checkSshHost(sshHost); !checked)
        return checked.error();
    address.sshHost = sshHost;
    return address;
}

Result<DatabaseAddress> parseDatabaseAddress(const QString& text)
{
    if (text.trimmed().isEmpty())
        return Error{QStringLiteral("No database was named: give a file or a URL."), {}};
    if (isPostgreSqlUrl(text) || isMariaDbUrl(text))
        return parseServer(text, isPostgreSqlUrl(text));
    static const QString sqliteScheme = QStringLiteral("sqlite:");
    if (text.startsWith(sqliteScheme, Qt::CaseInsensitive))
        return parseSqlitePath(text.mid(sqliteScheme.size()));
    if (const QString scheme = unknownScheme(text); !scheme.isEmpty() && !QFileInfo::exists(text)) {
        return Error{
            QStringLiteral("An address that begins with %1: is not known: use "
                           "postgresql://user@host/database, mariadb://user@host/database, "
                           "sqlite:PATH or the path of a file.")
                .arg(scheme),
            {}};
    }
    if (mayHoldPassword(text) && !QFileInfo::exists(text))
        return Error{QStringLiteral("What was given is neither a file nor an address that is "
                                    "known, and it is not repeated here because it seems to hold "
                                    "a password: use postgresql://user@host/database, "
                                    "mariadb://user@host/database or the path of a file."),
                     {}};
    return parseFile(text);
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/server_url.h"

#include <QRegularExpression>

#include <libpq-fe.h>

namespace cadastre {

namespace {

Error urlError(const QString& sentence, const QString& detail = {})
{
    return {sentence, detail};
}

bool startsWithScheme(const QString& text, const QStringList& schemes)
{
    return std::ranges::any_of(schemes, [&text](const QString& scheme) {
        return text.startsWith(scheme + QStringLiteral("://"), Qt::CaseInsensitive);
    });
}

struct ConninfoDeleter
{
    void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};

void setHost(DatabaseAddress& address, const QString& host)
{
    if (host.startsWith(QLatin1Char('/')) || host.startsWith(QLatin1Char('@')))
        address.socket = host;
    address.host = host;
}

/// One option of libpq into its field; multi-host URLs show their first host and port.
void takeOption(DatabaseAddress& address, const QString& keyword, const QString& value)
{
    const QString first = value.section(QLatin1Char(','), 0, 0);
    if (keyword == QLatin1String("host"))
        setHost(address, first);
    else if (keyword == QLatin1String("port"))
        address.port = first.toInt();
    else if (keyword == QLatin1String("user"))
        address.user = value;
    else if (keyword == QLatin1String("dbname"))
        address.database = value;
    else
        address.options.append({keyword, value});
    if (keyword == QLatin1String("hostaddr") && address.host.isEmpty())
        address.host = first;
}

/// Fills socket and database from `/path/of.sock/database`; only the database without a socket.
void takeSocketPath(DatabaseAddress& address, const QString& path)
{
    static const QRegularExpression socketEnding(QStringLiteral("\\.sock(et)?$"));
    const QString inner = path.mid(1);
    if (socketEnding.match(inner).hasMatch()) {
        address.socket = path;
        return;
    }
    const qsizetype slash = inner.lastIndexOf(QLatin1Char('/'));
    if (slash > 0)
        address.socket = percentDecoded(path.left(slash + 1));
    address.database = percentDecoded(inner.mid(slash + 1));
}

std::optional<Error> takePort(DatabaseAddress& address, const QString& text)
{
    bool isNumber = false;
    address.port = text.toInt(&isNumber);
    if (isNumber && address.port > 0 && address.port < 65536)
        return std::nullopt;
    return urlError(QStringLiteral("The port of the address is not a number between 1 and 65535."));
}

/// `host`, `host:port`, `[::1]:port`, or a percent-encoded socket path.
std::optional<Error> takeHostAndPort(DatabaseAddress& address, const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^(\\[[^\\]]*\\]|[^:\\[\\]]*)(?::(.*))?$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return urlError(QStringLiteral("The host of the address is written wrong: an IPv6 address "
                                       "stands in brackets, as in mariadb://[::1]:3306/shop."));
    QString host = percentDecoded(match.captured(1));
    if (host.startsWith(QLatin1Char('[')))
        host = host.mid(1, host.size() - 2);
    if (host.startsWith(QLatin1Char('/')))
        address.socket = host;
    else
        address.host = host;
    if (match.captured(2).isEmpty())
        return std::nullopt;
    return takePort(address, match.captured(2));
}

std::optional<Error> takeParameters(DatabaseAddress& address, const QString& query)
{
    const QStringList known = mariaDbParameters();
    const QStringList parameters = query.split(QLatin1Char('&'), Qt::SkipEmptyParts);
    for (const QString& parameter : parameters) {
        const QString name = percentDecoded(parameter.section(QLatin1Char('='), 0, 0));
        if (!known.contains(name)) {
            return urlError(QStringLiteral("The address has the parameter \"%1\", which is not "
                                           "known: it takes %2.")
                                .arg(name, known.join(QStringLiteral(", "))));
        }
        address.options.append({name, percentDecoded(parameter.section(QLatin1Char('='), 1))});
    }
    return std::nullopt;
}

} // namespace

QString percentDecoded(const QString& part)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(part.toUtf8()));
}

bool isPostgreSqlUrl(const QString& text)
{
    return startsWithScheme(text, {QStringLiteral("postgresql"), QStringLiteral("postgres")});
}

bool isMariaDbUrl(const QString& text)
{
    return startsWithScheme(text, {QStringLiteral("mariadb"), QStringLiteral("mysql")});
}

QStringList mariaDbParameters()
{
    return {QStringLiteral("defaults-group"), QStringLiteral("ssl-ca"),
            QStringLiteral("ssl-capath"),     QStringLiteral("ssl-cert"),
            QStringLiteral("ssl-cipher"),     QStringLiteral("ssl-key"),
            QStringLiteral("ssl-mode")};
}

Result<DatabaseAddress> parsePostgreSqlUrl(const QString& url)
{
    // libpq knows its schemes in lower case only
    const qsizetype schemeEnd = url.indexOf(QLatin1String("://"));
    const QString normal = url.left(schemeEnd).toLower() + url.mid(schemeEnd);
    char* message = nullptr;
    const std::unique_ptr<PQconninfoOption, ConninfoDeleter> options(
        PQconninfoParse(normal.toUtf8().constData(), &message));
    if (!options) {
        const QString detail = QString::fromUtf8(message).trimmed();
        PQfreemem(message);
        return urlError(QStringLiteral("The address is not a URL that PostgreSQL's library "
                                       "understands: postgresql://user@host:5432/database."),
                        detail);
    }
    DatabaseAddress address;
    address.kind = AddressKind::PostgreSql;
    address.url = normal;
    for (const PQconninfoOption* option = options.get(); option->keyword; ++option) {
        if (option->val && *option->val) {
            takeOption(address, QString::fromUtf8(option->keyword), QString::fromUtf8(option->val));
        }
    }
    return address;
}

Result<DatabaseAddress> parseMariaDbUrl(const QString& url)
{
    DatabaseAddress address;
    address.kind = AddressKind::MariaDb;
    address.url = url;
    QString rest = url.mid(url.indexOf(QLatin1String("://")) + 3);
    if (const qsizetype question = rest.indexOf(QLatin1Char('?')); question >= 0) {
        if (auto error = takeParameters(address, rest.mid(question + 1)))
            return *error;
        rest.truncate(question);
    }
    const qsizetype slash = rest.indexOf(QLatin1Char('/'));
    QString authority = rest.left(slash);
    const QString path = slash >= 0 ? rest.mid(slash) : QString();
    if (const qsizetype at = authority.lastIndexOf(QLatin1Char('@')); at >= 0) {
        address.user = percentDecoded(authority.left(at).section(QLatin1Char(':'), 0, 0));
        authority = authority.mid(at + 1);
    }
    if (authority.isEmpty()) {
        takeSocketPath(address, path);
        return address;
    }
    if (auto error = takeHostAndPort(address, authority))
        return *error;
    address.database = percentDecoded(path.mid(1));
    if (address.database.contains(QLatin1Char('/')) && !path.contains(QLatin1String("%2F")))
        return urlError(QStringLiteral("The address names more than one database after the host: "
                                       "mariadb://user@host/database has one."));
    return address;
}

} // namespace cadastre

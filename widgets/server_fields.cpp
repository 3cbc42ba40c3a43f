// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/server_fields.h"

#include <QStringList>
#include <QUrl>

#include <array>

namespace cadastre {

namespace {

struct TlsWord
{
    TlsChoice choice;
    const char* postgreSql; ///< value of sslmode
    const char* mariaDb;    ///< value of ssl-mode
};

constexpr std::array tlsWords{
    TlsWord{TlsChoice::Required, "require", "required"},
    TlsWord{TlsChoice::VerifyCa, "verify-ca", "verify-ca"},
    TlsWord{TlsChoice::VerifyFull, "verify-full", "verify-identity"},
    TlsWord{TlsChoice::ClearText, "disable", "disabled"},
};

QString tlsName(ServerEngine engine)
{
    return engine == ServerEngine::PostgreSql ? QStringLiteral("sslmode")
                                              : QStringLiteral("ssl-mode");
}

QString caName(ServerEngine engine)
{
    return engine == ServerEngine::PostgreSql ? QStringLiteral("sslrootcert")
                                              : QStringLiteral("ssl-ca");
}

QString serviceName(ServerEngine engine)
{
    return engine == ServerEngine::PostgreSql ? QStringLiteral("service")
                                              : QStringLiteral("defaults-group");
}

QString encoded(const QString& text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString tlsValue(const ServerFields& fields)
{
    for (const TlsWord& word : tlsWords) {
        if (word.choice == fields.tls)
            return QLatin1String(fields.engine == ServerEngine::PostgreSql ? word.postgreSql
                                                                           : word.mariaDb);
    }
    return {};
}

QString query(const ServerFields& fields)
{
    QStringList parts;
    const auto add = [&parts](const QString& name, const QString& value) {
        if (!value.isEmpty())
            parts << name + QLatin1Char('=') + encoded(value);
    };
    add(tlsName(fields.engine), tlsValue(fields));
    add(caName(fields.engine), fields.caFile);
    add(serviceName(fields.engine), fields.service);
    for (const auto& [name, value] : fields.otherParameters)
        add(name, value);
    return parts.isEmpty() ? QString() : QLatin1Char('?') + parts.join(QLatin1Char('&'));
}

QString hostPart(const QString& host)
{
    if (host.contains(QLatin1Char(':')) && !host.startsWith(QLatin1Char('/')))
        return QLatin1Char('[') + host + QLatin1Char(']');
    return encoded(host);
}

} // namespace

int defaultPort(ServerEngine engine)
{
    return engine == ServerEngine::PostgreSql ? 5432 : 3306;
}

QString serverUrl(const ServerFields& fields)
{
    QString url = fields.engine == ServerEngine::PostgreSql ? QStringLiteral("postgresql://")
                                                            : QStringLiteral("mariadb://");
    if (!fields.user.isEmpty())
        url += encoded(fields.user) + QLatin1Char('@');
    url += hostPart(fields.host);
    if (fields.port > 0 && !fields.host.isEmpty())
        url += QLatin1Char(':') + QString::number(fields.port);
    return url + QLatin1Char('/') + encoded(fields.database) + query(fields);
}

QString serverAddress(const ServerFields& fields)
{
    const QString url = serverUrl(fields);
    return fields.sshHost.isEmpty() ? url : QStringLiteral("%1 (ssh %2)").arg(url, fields.sshHost);
}

void takeParameters(ServerFields& fields, const QList<std::pair<QString, QString>>& parameters)
{
    for (const auto& [name, value] : parameters) {
        if (name == caName(fields.engine)) {
            fields.caFile = value;
        } else if (name == serviceName(fields.engine)) {
            fields.service = value;
        } else if (name != tlsName(fields.engine)) {
            fields.otherParameters.append({name, value});
        } else {
            const QString word = value.toLower().replace(QLatin1Char('_'), QLatin1Char('-'));
            for (const TlsWord& known : tlsWords) {
                if (word == QLatin1String(known.postgreSql) || word == QLatin1String(known.mariaDb))
                    fields.tls = known.choice;
            }
        }
    }
}

} // namespace cadastre

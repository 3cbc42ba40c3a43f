// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/postgresql/connection_settings.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QRegularExpression>

#include <libpq-fe.h>

#include <algorithm>
#include <memory>

namespace cadastre {

namespace {

using Options = QHash<QString, QString>;

struct ConninfoDeleter
{
    void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};

Options optionsOfUrl(const QString& url)
{
    const std::unique_ptr<PQconninfoOption, ConninfoDeleter> parsed(
        PQconninfoParse(url.toUtf8().constData(), nullptr));
    Options options;
    for (auto* option = parsed.get(); option && option->keyword; ++option) {
        if (option->val && *option->val)
            options.insert(QString::fromUtf8(option->keyword), QString::fromUtf8(option->val));
    }
    return options;
}

/// One section of a service file, as libpq reads it.
/// Source: PostgreSQL documentation, "The Connection Service File".
Options sectionOf(const QString& file, const QString& service)
{
    Options options;
    QFile text(file);
    if (!text.open(QIODevice::ReadOnly))
        return options;
    bool inside = false;
    while (!text.atEnd()) {
        const QString line = QString::fromUtf8(text.readLine()).trimmed();
        if (line.startsWith(QLatin1Char('[')))
            inside = line == QLatin1Char('[') + service + QLatin1Char(']');
        else if (inside && !line.startsWith(QLatin1Char('#')) && line.contains(QLatin1Char('=')))
            options.insert(line.section(QLatin1Char('='), 0, 0).trimmed(),
                           line.section(QLatin1Char('='), 1).trimmed());
    }
    return options;
}

Options optionsOfService(const QString& service)
{
    if (service.isEmpty())
        return {};
    const QString own = qEnvironmentVariable(
        "PGSERVICEFILE", QDir::homePath() + QStringLiteral("/.pg_service.conf"));
    const Options options = sectionOf(own, service);
    if (!options.isEmpty())
        return options;
    const QString shared =
        qEnvironmentVariable("PGSYSCONFDIR", QStringLiteral("/etc/postgresql-common"));
    return sectionOf(shared + QStringLiteral("/pg_service.conf"), service);
}

/// What libpq will use for a keyword: URL, then service, then environment.
QString effective(const QString& keyword, const char* variable, const Options& url,
                  const Options& service)
{
    if (url.contains(keyword))
        return url.value(keyword);
    if (service.contains(keyword))
        return service.value(keyword);
    return qEnvironmentVariable(variable);
}

/// Of hosts and addresses side by side libpq connects to the address, and only checks the name.
bool areAllLocal(const QString& hosts, const QString& addresses)
{
    const QStringList names = hosts.split(QLatin1Char(','));
    const QStringList numbers = addresses.split(QLatin1Char(','));
    for (qsizetype i = 0; i < std::max(names.size(), numbers.size()); ++i) {
        const QString number = numbers.value(i);
        if (!isLocalHost(number.isEmpty() ? names.value(i) : number))
            return false;
    }
    return true;
}

bool requiresTls(const QString& url)
{
    const Options said = optionsOfUrl(url);
    const Options service =
        optionsOfService(said.value(QStringLiteral("service"), qEnvironmentVariable("PGSERVICE")));
    if (!effective(QStringLiteral("sslmode"), "PGSSLMODE", said, service).isEmpty())
        return false;
    return !areAllLocal(effective(QStringLiteral("host"), "PGHOST", said, service),
                        effective(QStringLiteral("hostaddr"), "PGHOSTADDR", said, service));
}

} // namespace

QByteArray ConnectionSettings::value(const QByteArray& keyword) const
{
    QByteArray found;
    for (const auto& [name, value] : parameters) {
        if (name == keyword)
            found = value;
    }
    return found;
}

Result<SshWay> sshWayOf(const QString& url, const QString& sshHost)
{
    const Options said = optionsOfUrl(url);
    const Options service =
        optionsOfService(said.value(QStringLiteral("service"), qEnvironmentVariable("PGSERVICE")));
    const QString host = effective(QStringLiteral("host"), "PGHOST", said, service);
    const QString number = effective(QStringLiteral("hostaddr"), "PGHOSTADDR", said, service);
    const QString port = effective(QStringLiteral("port"), "PGPORT", said, service);
    if (QString(host + number + port).contains(QLatin1Char(',')))
        return Error{QStringLiteral("The address names several hosts, and the way through SSH "
                                    "leads to one: name the one to read."),
                     {}};
    SshWay way{sshHost, number.isEmpty() ? host : number, port.isEmpty() ? 5432 : port.toInt(), {}};
    if (way.host.startsWith(QLatin1Char('/')))
        way.socket = QStringLiteral("%1/.s.PGSQL.%2").arg(way.host).arg(way.port);
    return way;
}

ConnectionSettings connectionSettings(const QString& url, const QString& password, int tunnelPort)
{
    ConnectionSettings settings;
    auto& parameters = settings.parameters;
    if (requiresTls(url))
        parameters.emplace_back("sslmode", "require");
    parameters.emplace_back("keepalives_idle", "30");
    parameters.emplace_back("keepalives_interval", "10");
    parameters.emplace_back("keepalives_count", "3");
    parameters.emplace_back("tcp_user_timeout", "45000");
    parameters.emplace_back("dbname", url.toUtf8());
    if (tunnelPort != 0) {
        const QString host = optionsOfUrl(url).value(QStringLiteral("host"));
        if (host.isEmpty() || host.startsWith(QLatin1Char('/')))
            parameters.emplace_back("host", "localhost");
        parameters.emplace_back("hostaddr", "127.0.0.1");
        parameters.emplace_back("port", QByteArray::number(tunnelPort));
    }
    if (!password.isEmpty())
        parameters.emplace_back("password", password.toUtf8());
    parameters.emplace_back("application_name", "cadastre");
    parameters.emplace_back("client_encoding", "UTF8");
    return settings;
}

bool isLocalHost(const QString& host)
{
    static const QRegularExpression loopback(QStringLiteral("^127(\\.[0-9]{1,3}){3}$"));
    return host.isEmpty() || host.startsWith(QLatin1Char('/')) ||
           host.startsWith(QLatin1Char('@')) || loopback.match(host).hasMatch() ||
           host == QLatin1String("::1") ||
           host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0;
}

} // namespace cadastre

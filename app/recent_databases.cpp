// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/recent_databases.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace cadastre {

namespace {

struct RecentWords
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::RecentDatabases)
};

QString withTilde(const QString& folder)
{
    const QString home = QDir::homePath();
    if (folder == home || folder.startsWith(home + QLatin1Char('/')))
        return QLatin1Char('~') + folder.mid(home.size());
    return folder;
}

QString fileIcon(const QString& name)
{
    if (name.endsWith(QLatin1String(".cadastre")))
        return QStringLiteral("workspace");
    return name.endsWith(QLatin1String(".json")) ? QStringLiteral("file")
                                                 : QStringLiteral("database");
}

RecentEntry serverEntry(const QString& url)
{
    const auto address = parseDatabaseAddress(url);
    if (!address)
        return {url, url, {}, QStringLiteral("server")};
    QString place = address->host.isEmpty() ? address->socket : address->host;
    if (!address->user.isEmpty())
        place = address->user + QLatin1Char('@') + place;
    if (!address->sshHost.isEmpty())
        place += RecentWords::tr(" through %1").arg(address->sshHost);
    return {url, databaseTitle(*address), place, QStringLiteral("server")};
}

QString engineName(const DatabaseAddress& address)
{
    if (address.kind == AddressKind::PostgreSql)
        return QStringLiteral("PostgreSQL");
    return address.url.startsWith(QLatin1String("mysql")) ? QStringLiteral("MySQL")
                                                          : QStringLiteral("MariaDB");
}

} // namespace

QString databaseTitle(const DatabaseAddress& address)
{
    if (address.url.isEmpty())
        return QFileInfo(address.path).fileName();
    QString host = address.host.isEmpty() ? address.socket : address.host;
    if (host.isEmpty())
        host = RecentWords::tr("this computer");
    if (address.database.isEmpty())
        return RecentWords::tr("%1 (%2)").arg(host, engineName(address));
    return RecentWords::tr("%1 on %2 (%3)").arg(address.database, host, engineName(address));
}

RecentEntry recentEntry(const QString& address)
{
    if (address.contains(QLatin1String("://")))
        return serverEntry(address);
    const QFileInfo file(address);
    return {address, file.fileName(), withTilde(file.path()), fileIcon(file.fileName())};
}

QString recentAddress(const DatabaseAddress& address)
{
    return address.displayText();
}

std::vector<RecentEntry> recentEntries(const QStringList& addresses, const QStringList& pinned)
{
    std::vector<RecentEntry> entries;
    for (const QString& address : addresses) {
        entries.push_back(recentEntry(address));
        entries.back().pinned = pinned.contains(address);
    }
    std::ranges::stable_partition(entries, &RecentEntry::pinned);
    return entries;
}

} // namespace cadastre

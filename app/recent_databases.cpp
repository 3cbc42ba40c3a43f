// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/recent_databases.h"

#include <QDir>
#include <QFileInfo>

namespace cadastre {

namespace {

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
    const QString title = address->database.isEmpty() ? address->host : address->database;
    return {url, title.isEmpty() ? url : title, place, QStringLiteral("server")};
}

} // namespace

RecentEntry recentEntry(const QString& address)
{
    if (address.contains(QLatin1String("://")))
        return serverEntry(address);
    const QFileInfo file(address);
    return {address, file.fileName(), withTilde(file.path()), fileIcon(file.fileName())};
}

QString recentAddress(const DatabaseAddress& address)
{
    return address.url.isEmpty() ? address.path : address.url;
}

std::vector<RecentEntry> recentEntries(const QStringList& addresses)
{
    std::vector<RecentEntry> entries;
    for (const QString& address : addresses)
        entries.push_back(recentEntry(address));
    return entries;
}

} // namespace cadastre

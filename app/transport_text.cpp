// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/transport_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace cadastre {

namespace {

QString text(const char* source)
{
    return QCoreApplication::translate("cadastre::transportText", source);
}

QString option(const DatabaseAddress& address, const QString& name)
{
    const auto found = std::find_if(address.options.begin(), address.options.end(),
                                    [&](const auto& entry) { return entry.first == name; });
    return found == address.options.end() ? QString() : found->second.toLower();
}

bool isVerified(const DatabaseAddress& address)
{
    if (address.kind == AddressKind::PostgreSql)
        return option(address, QStringLiteral("sslmode")).startsWith(QLatin1String("verify"));
    return option(address, QStringLiteral("ssl-mode")).startsWith(QLatin1String("verify"));
}

/// "TLSv1.3" as people write it.
QString tlsName(QString version)
{
    return version.replace(QLatin1String("TLSv"), QLatin1String("TLS "));
}

/// Nobody on a network can listen to it.
bool isOnThisMachine(const DatabaseAddress& address)
{
    return address.host == QLatin1String("localhost") || address.host == QLatin1String("::1") ||
           address.host.startsWith(QLatin1String("127."));
}

/// The last stretch, from the SSH host to the server, is protected by TLS or inside that host.
TransportText textThroughSsh(const DatabaseAddress& address, const QString& security)
{
    const QString way =
        text(QT_TRANSLATE_NOOP("cadastre::transportText", "SSH through %1")).arg(address.sshHost);
    if (!security.isEmpty())
        return {way + QStringLiteral(", ") + tlsName(security), false};
    if (address.host.isEmpty() || isOnThisMachine(address))
        return {way, false};
    return {way + text(QT_TRANSLATE_NOOP("cadastre::transportText",
                                         ", from there on clear text, not protected")),
            true};
}

} // namespace

TransportText transportText(const DatabaseAddress& address, const QString& security)
{
    if (!address.sshHost.isEmpty())
        return textThroughSsh(address, security);
    if (security == QLatin1String("local"))
        return {text(QT_TRANSLATE_NOOP("cadastre::transportText", "local")), false};
    const bool near = isOnThisMachine(address);
    if (security.isEmpty() && near)
        return {
            text(QT_TRANSLATE_NOOP("cadastre::transportText", "clear text, inside this machine")),
            false};
    if (security.isEmpty())
        return {text(QT_TRANSLATE_NOOP("cadastre::transportText", "clear text, not protected")),
                true};
    if (isVerified(address))
        return {text(QT_TRANSLATE_NOOP("cadastre::transportText", "%1, certificate verified"))
                    .arg(tlsName(security)),
                false};
    return {text(QT_TRANSLATE_NOOP("cadastre::transportText", "%1, certificate not verified"))
                .arg(tlsName(security)),
            !near};
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What was open lately, and which of it is pinned.
#include "app/settings.h"

namespace cadastre {

namespace {

constexpr QLatin1String recentKey("recent/addresses");
constexpr QLatin1String pinnedKey("recent/pinned");

} // namespace

QStringList Settings::recent() const
{
    return m_settings.value(recentKey).toStringList();
}

void Settings::addRecent(const QString& address)
{
    QStringList addresses = recent();
    addresses.removeAll(address);
    addresses.prepend(address);
    const QStringList kept = pinned();
    for (qsizetype i = addresses.size() - 1; i > 0 && addresses.size() > recentLimit; --i) {
        if (!kept.contains(addresses[i]))
            addresses.removeAt(i);
    }
    m_settings.setValue(recentKey, addresses);
    keepPrivate();
}

void Settings::removeRecent(const QString& address)
{
    QStringList addresses = recent();
    addresses.removeAll(address);
    m_settings.setValue(recentKey, addresses);
    setPinned(address, false);
}

QStringList Settings::pinned() const
{
    return m_settings.value(pinnedKey).toStringList();
}

void Settings::setPinned(const QString& address, bool pin)
{
    QStringList addresses = pinned();
    addresses.removeAll(address);
    if (pin)
        addresses.append(address);
    m_settings.setValue(pinnedKey, addresses);
    keepPrivate();
}

} // namespace cadastre

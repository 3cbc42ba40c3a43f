// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the window remembers of the palette's use: a list of databases, the latest first, each with
// its own short list. What the lines mean is known to palette_use.h.
#include "app/settings.h"

namespace cadastre {

namespace {

constexpr QLatin1String paletteKey("palette/used");

} // namespace

QStringList Settings::paletteUse(const QString& location) const
{
    for (const QVariant& entry : m_settings.value(paletteKey).toList()) {
        const QStringList place = entry.toStringList();
        if (place.value(0) == location)
            return place.mid(1);
    }
    return {};
}

void Settings::setPaletteUse(const QString& location, const QStringList& lines)
{
    QVariantList places = m_settings.value(paletteKey).toList();
    places.removeIf(
        [&](const QVariant& entry) { return entry.toStringList().value(0) == location; });
    places.prepend(QStringList{location} + lines);
    m_settings.setValue(paletteKey, places.mid(0, paletteDatabases));
    keepPrivate();
}

} // namespace cadastre

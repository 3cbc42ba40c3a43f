// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Settings of what lies on the diagram.
#include "app/settings.h"

namespace cadastre {

namespace {

constexpr QLatin1String minimapKey("view/minimap");

} // namespace

bool Settings::showsMinimap() const
{
    return m_settings.value(minimapKey, true).toBool();
}

void Settings::setShowsMinimap(bool shown)
{
    m_settings.setValue(minimapKey, shown);
    keepPrivate();
}

} // namespace cadastre

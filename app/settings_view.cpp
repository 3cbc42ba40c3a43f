// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Settings of what lies on the diagram.
#include "app/settings.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr QLatin1String minimapKey("view/minimap");
constexpr QLatin1String lineLegendKey("view/lineLegendFolded");
constexpr QLatin1String lensLegendKey("view/lensLegendFolded");
constexpr QLatin1String textScaleKey("view/textScale");
constexpr double leastTextScale = 0.5;
constexpr double mostTextScale = 3;

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

std::optional<bool> Settings::foldsLineLegend() const
{
    const QVariant folded = m_settings.value(lineLegendKey);
    return folded.isValid() ? std::optional(folded.toBool()) : std::nullopt;
}

void Settings::setFoldsLineLegend(bool folded)
{
    m_settings.setValue(lineLegendKey, folded);
    keepPrivate();
}

double Settings::diagramTextScale() const
{
    const double scale = m_settings.value(textScaleKey, 1.0).toDouble();
    return scale > 0 ? std::clamp(scale, leastTextScale, mostTextScale) : 1.0;
}

void Settings::setDiagramTextScale(double scale)
{
    m_settings.setValue(textScaleKey, std::clamp(scale, leastTextScale, mostTextScale));
    keepPrivate();
}

bool Settings::foldsLensLegend() const
{
    return m_settings.value(lensLegendKey, false).toBool();
}

void Settings::setFoldsLensLegend(bool folded)
{
    m_settings.setValue(lensLegendKey, folded);
    keepPrivate();
}

} // namespace cadastre

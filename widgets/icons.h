// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Our icons: one SVG each in resources/icons, drawn in the colour of the text they stand beside, so
// that they read in light and dark. Which object has which icon is decided in object_icons.h.
#pragma once

#include <QColor>
#include <QIcon>

namespace cadastre {

/// What an icon's colour says; never the only carrier of a meaning.
enum class IconTone : std::uint8_t { Text, Accent, Warning, Error, Success };

/// The icon `resources/icons/NAME.svg`, recoloured to the palette whenever it is painted, sharp at
/// any size. A null icon when there is none of that name.
QIcon themedIcon(const QString& name, IconTone tone = IconTone::Text);

/// The colour of a tone on the application's current palette.
QColor toneColor(IconTone tone);

/// A quieter colour for secondary text on the current palette; still at least 4.5:1 on the base.
QColor mutedTextColor();

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Fonts of the diagram, shared by whoever measures and whoever paints. Needs a QGuiApplication (any
// platform). Where things are in a box is BoxShape's; nothing is painted here.
#pragma once

#include "diagram/boxes.h"

#include <QFont>
#include <QString>

#include <cstdint>

namespace cadastre {

/// The kinds of text in a picture; each has one font, in scene pixels at 100 %.
enum class TextStyle : std::uint8_t {
    Title,
    Subtitle,
    Column,
    KeyColumn,
    Type,
    Group,
    Count,
    Legend,
    LegendTitle
};
inline constexpr int textStyleCount = 9;

/// The font of a style; unhinted, so that widths grow linearly with the scale.
QFont diagramFont(TextStyle style);
/// Font families in order of preference, for CSS: `Inter, "Noto Sans", ..., sans-serif`.
QString diagramFontFamiliesCss();
/// Font size of a style, scene pixels at 100 %.
int textPixelSize(TextStyle style);
/// Width of a text in scene pixels at 100 %; never smaller than what is painted.
double textWidth(QStringView text, TextStyle style);
/// The text, or its beginning with an ellipsis where it is wider than `maxWidth` (scene pixels at
/// 100 %). On one line: control characters become visible signs.
QString elidedText(const QString& text, TextStyle style, double maxWidth);
/// Control characters as visible signs, so that a text stays on its line.
QString onOneLine(QString text);
/// How the diagram's boxes are measured: these fonts, room for the sign of the kind before the
/// title and for the nullable sign after the type. What everybody passes to buildGraph().
BoxMetrics diagramBoxMetrics();

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/svg_styles.h"

#include "diagram/fonts.h"
#include "diagram/svg_writer.h"

#include <array>

namespace cadastre {

namespace {

constexpr std::array<const char*, textStyleCount> svgStyleClasses{
    "title", "subtitle", "column", "key-column",  "type",
    "group", "count",    "legend", "legend-title"};

QByteArray svgInkName(int ink, bool faded)
{
    return (faded ? "--faded" : "--ink") + QByteArray::number(ink);
}

QByteArray svgInks(const Theme& theme)
{
    QByteArray rules;
    for (int i = 0; i < inkCount; ++i) {
        const auto ink = static_cast<Ink>(i);
        for (const bool faded : {false, true})
            rules += svgInkName(i, faded) + ':' + theme.color(ink, faded).name().toLatin1() + ';';
    }
    return rules;
}

} // namespace

QByteArray svgTextClass(TextStyle style)
{
    return svgStyleClasses[static_cast<std::size_t>(style)];
}

QByteArray svgTextStyles(const QByteArray& scope)
{
    // Names of any script stay in their place: they are isolated from the text around them.
    QByteArray rules = scope + "text{direction:ltr;unicode-bidi:isolate;white-space:pre}";
    for (int i = 0; i < textStyleCount; ++i) {
        const auto style = static_cast<TextStyle>(i);
        rules += scope + "." + svgTextClass(style) +
                 "{font-size:" + QByteArray::number(textPixelSize(style)) +
                 "px;font-weight:" + (diagramFont(style).weight() > QFont::Normal ? "600" : "400") +
                 "}";
    }
    return rules;
}

QByteArray svgInkVariable(Ink ink, bool faded)
{
    return "var(" + svgInkName(static_cast<int>(ink), faded) + ')';
}

QByteArray svgPageStyles()
{
    return ".diagram{" + svgInks(Theme::light()) +
           "}@media screen and (prefers-color-scheme:dark){.diagram{" + svgInks(Theme::dark()) +
           "}}" + svgTextStyles(".diagram ");
}

} // namespace cadastre

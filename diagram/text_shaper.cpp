// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/text_shaper.h"

#include <QFontMetricsF>
#include <QTextLayout>

namespace cadastre {

namespace {

/// Texts kept; about a kilobyte each.
constexpr int maxCachedTexts = 12000;

} // namespace

TextShaper::TextShaper()
{
    for (int i = 0; i < textStyleCount; ++i) {
        m_fonts[i] = diagramFont(static_cast<TextStyle>(i));
        m_capHeights[i] = QFontMetricsF(m_fonts[i]).capHeight();
    }
}

double TextShaper::capHeight(TextStyle style) const
{
    return m_capHeights[static_cast<std::size_t>(style)];
}

const ShapedText& TextShaper::shaped(const QString& text, TextStyle style, double maxWidth)
{
    const Key whole{text, style, 0};
    auto found = m_cache.constFind(whole);
    const ShapedText& full = found != m_cache.cend() ? *found : insert(whole, shape(text, style));
    // Half a pixel of rounding is no reason for an ellipsis.
    if (full.width <= maxWidth + 0.5)
        return full;
    const Key cut{text, style, qMax(1, int(maxWidth))};
    found = m_cache.constFind(cut);
    if (found != m_cache.cend())
        return *found;
    ShapedText elided = shape(elidedText(text, style, maxWidth), style);
    elided.elided = true;
    return insert(cut, std::move(elided));
}

const ShapedText& TextShaper::insert(const Key& key, ShapedText shaped)
{
    if (m_cache.size() >= maxCachedTexts)
        m_cache.clear();
    return *m_cache.insert(key, std::move(shaped));
}

ShapedText TextShaper::shape(const QString& text, TextStyle style) const
{
    QTextLayout layout(onOneLine(text), m_fonts[static_cast<std::size_t>(style)]);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    // A name keeps its place in the box, whatever script it is written in.
    option.setTextDirection(Qt::LeftToRight);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    layout.endLayout();
    ShapedText result;
    if (!line.isValid())
        return result;
    line.setPosition({0, -line.ascent()});
    result.runs = layout.glyphRuns();
    result.width = line.naturalTextWidth();
    return result;
}

} // namespace cadastre

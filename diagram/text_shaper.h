// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// TextShaper: texts of the diagram as glyph runs, shaped once and kept. Belongs to one thread,
// because fonts do.
#pragma once

#include "diagram/fonts.h"

#include <QGlyphRun>
#include <QHash>
#include <QList>

#include <array>
#include <memory>

class QPainter;

namespace cadastre {

struct ShapedText
{
    QList<QGlyphRun> runs; ///< origin: left end of the base line
    double width = 0;      ///< scene pixels at 100 %
    bool elided = false;
};

class TextShaper
{
public:
    TextShaper();

    /// The text in its style, elided at the right where it is wider than `maxWidth` (scene pixels
    /// at 100 %). One line; control characters are shown as signs. The reference is valid until the
    /// next call.
    const ShapedText& shaped(const QString& text, TextStyle style, double maxWidth);
    /// Height of the capital letters of a style, for centring.
    [[nodiscard]] double capHeight(TextStyle style) const;

private:
    struct Key
    {
        QString text;
        TextStyle style;
        int maxWidth; ///< 0 when it fits

        bool operator==(const Key&) const = default;
        friend size_t qHash(const Key& key, size_t seed)
        {
            return qHashMulti(seed, key.text, int(key.style), key.maxWidth);
        }
    };
    const ShapedText& insert(const Key& key, ShapedText shaped);
    [[nodiscard]] ShapedText shape(const QString& text, TextStyle style) const;

    QHash<Key, ShapedText> m_cache;
    std::array<QFont, textStyleCount> m_fonts;
    std::array<double, textStyleCount> m_capHeights{};
};

} // namespace cadastre

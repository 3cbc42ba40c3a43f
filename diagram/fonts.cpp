// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/fonts.h"

#include <QFontMetricsF>

#include <array>

namespace cadastre {

namespace {

struct StyleFont
{
    int pixelSize;
    QFont::Weight weight;
};

StyleFont styleFont(TextStyle style)
{
    switch (style) {
    case TextStyle::Title:
        return {14, QFont::DemiBold};
    case TextStyle::Subtitle:
        return {11, QFont::Normal};
    case TextStyle::Column:
        return {12, QFont::Normal};
    case TextStyle::KeyColumn:
        return {12, QFont::DemiBold};
    case TextStyle::Type:
        return {11, QFont::Normal};
    case TextStyle::Group:
        return {18, QFont::DemiBold};
    case TextStyle::Count:
        return {11, QFont::DemiBold};
    case TextStyle::Legend:
        return {12, QFont::Normal};
    case TextStyle::LegendTitle:
        return {16, QFont::DemiBold};
    }
    Q_UNREACHABLE();
}

const QStringList& families()
{
    static const QStringList names{QStringLiteral("Inter"),       QStringLiteral("Noto Sans"),
                                   QStringLiteral("Segoe UI"),    QStringLiteral("Helvetica Neue"),
                                   QStringLiteral("DejaVu Sans"), QStringLiteral("sans-serif")};
    return names;
}

constexpr int firstAscii = 0x20;
constexpr int asciiCount = 0x7f - firstAscii;
using AsciiAdvances = std::array<double, asciiCount>;

/// Advances of the printable ASCII characters. Adding them leaves out kerning, which hardly ever
/// makes text wider, and is fifty times faster than shaping.
AsciiAdvances measuredAdvances(TextStyle style)
{
    const QFontMetricsF metrics(diagramFont(style));
    AsciiAdvances result{};
    for (int i = 0; i < asciiCount; ++i)
        result[i] = metrics.horizontalAdvance(QChar(firstAscii + i));
    return result;
}

const AsciiAdvances& advances(TextStyle style)
{
    static const auto all = [] {
        std::array<AsciiAdvances, textStyleCount> result;
        for (int i = 0; i < textStyleCount; ++i)
            result[i] = measuredAdvances(static_cast<TextStyle>(i));
        return result;
    }();
    return all[static_cast<std::size_t>(style)];
}

} // namespace

QFont diagramFont(TextStyle style)
{
    const auto [pixelSize, weight] = styleFont(style);
    QFont font;
    font.setFamilies(families());
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(pixelSize);
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QString diagramFontFamiliesCss()
{
    return QStringLiteral("Inter, 'Noto Sans', 'Segoe UI', 'Helvetica Neue', 'DejaVu Sans', "
                          "sans-serif");
}

int textPixelSize(TextStyle style)
{
    return styleFont(style).pixelSize;
}

double textWidth(QStringView text, TextStyle style)
{
    const AsciiAdvances& ascii = advances(style);
    double sum = 0;
    for (const QChar character : text) {
        const int index = character.unicode() - firstAscii;
        if (index < 0 || index >= asciiCount)
            return QFontMetricsF(diagramFont(style)).horizontalAdvance(text.toString());
        sum += ascii[index];
    }
    return sum;
}

QString onOneLine(QString text)
{
    for (QChar& character : text) {
        if (character.unicode() < 0x20)
            character = QChar(0x2400 + character.unicode());
        else if (character.unicode() == 0x7f)
            character = QChar(0x2421);
    }
    return text;
}

QString elidedText(const QString& text, TextStyle style, double maxWidth)
{
    const QString line = onOneLine(text);
    // Half a pixel of rounding is no reason for an ellipsis.
    if (textWidth(line, style) <= maxWidth + 0.5)
        return line;
    // Tables of one module share their beginning: what tells them apart is at the end.
    const Qt::TextElideMode mode = style == TextStyle::Title ? Qt::ElideMiddle : Qt::ElideRight;
    return QFontMetricsF(diagramFont(style)).elidedText(line, mode, maxWidth);
}

BoxMetrics diagramBoxMetrics()
{
    BoxMetrics metrics;
    metrics.shape.headerHeight = 42;
    metrics.shape.rowHeight = 22;
    metrics.shape.bottomPadding = 6;
    metrics.shape.marksWidth = 30;
    metrics.shape.maximumWidth = 340;
    const double kindSign = 24;
    const double nullableSign = 12;
    metrics.titleWidth = [=](const QString& text) {
        return kindSign + textWidth(text, TextStyle::Title);
    };
    metrics.subtitleWidth = [=](const QString& text) {
        return kindSign + textWidth(text, TextStyle::Subtitle);
    };
    metrics.rowWidth = [=](const QString& text) {
        return nullableSign / 2 + textWidth(text, TextStyle::KeyColumn);
    };
    return metrics;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/theme.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace cadastre {

namespace {

/// Part of the background in what is faded.
constexpr double fading = 0.68;

QColor mixed(const QColor& color, const QColor& into, double part)
{
    const auto mix = [part](double a, double b) { return float(a * (1 - part) + b * part); };
    return QColor::fromRgbF(mix(color.redF(), into.redF()), mix(color.greenF(), into.greenF()),
                            mix(color.blueF(), into.blueF()));
}

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

template <std::size_t N>
void setRange(std::array<QColor, N>& colors, Ink first, std::initializer_list<QRgb> values)
{
    std::copy(values.begin(), values.end(), colors.begin() + static_cast<int>(first));
}

} // namespace

Ink categoryInk(int index)
{
    return static_cast<Ink>(static_cast<int>(Ink::Category0) + index % categoryCount);
}

Ink rampInk(int step)
{
    return static_cast<Ink>(static_cast<int>(Ink::Ramp0) + std::clamp(step, 0, rampCount - 1));
}

Theme::Theme(const Colors& colors)
    : m_colors(colors)
{
    const QColor background = color(Ink::Background);
    std::transform(m_colors.begin(), m_colors.end(), m_faded.begin(),
                   [&](const QColor& c) { return mixed(c, background, fading); });
}

Theme::Colors Theme::lightColors()
{
    Colors colors;
    setRange(colors, Ink::Background,
             {0xfff6f7f9, 0xffffffff, 0xffeef1f5, 0xffcfd6e0, 0xff8793a6, 0xff18202d,
              0xff4f5a6c, 0xffa16207, 0xff3d63a8, 0xff0b7a70, 0xffd9f0ed, 0xffc2410c,
              0xffb42318, 0xff6d4fc4, 0xff5b687b, 0xffa58fc9, 0xffb4bfce, 0xffedf1f6,
              0xffd3dbe6, 0xff4b5a70, 0xffffffff, 0xff6a7688, 0xff758091, 0xff818b99});
    setRange(colors, Ink::Category0,
             {0xffdbe8fb, 0xffd8f0e2, 0xfffbe9cf, 0xfff8dcE0, 0xffe6dff8, 0xffd3eef3, 0xfff3f0c9,
              0xfff6dcf0, 0xffe3e6ea, 0xffe0efcb});
    setRange(colors, Ink::Ramp0, {0xfff1f4f8, 0xffdfecf5, 0xffcbe3ef, 0xffb8dbe9, 0xffb0d9e8});
    return colors;
}

Theme::Colors Theme::darkColors()
{
    Colors colors;
    setRange(colors, Ink::Background,
             {0xff12151a, 0xff1b2027, 0xff262c36, 0xff38414e, 0xff6f7c90, 0xffe7ebf1,
              0xffacb7c7, 0xffe3b341, 0xff8ab4f8, 0xff3fd0bd, 0xff17403c, 0xfffb923c,
              0xffff8a80, 0xffb79cf5, 0xff8a98ae, 0xff7d69a8, 0xff3d4857, 0xff181d24,
              0xff2b333f, 0xffa9b6c8, 0xff222831, 0xff788498, 0xff6a7586, 0xff5f6978});
    setRange(colors, Ink::Category0,
             {0xff233a5e, 0xff1d4433, 0xff4f3a19, 0xff552b33, 0xff3b3163, 0xff1a464f, 0xff45431b,
              0xff4d2a4a, 0xff363d47, 0xff344820});
    setRange(colors, Ink::Ramp0, {0xff222831, 0xff20323d, 0xff1f3c49, 0xff1e4757, 0xff1c4c5e});
    return colors;
}

const Theme& Theme::light()
{
    static const Theme theme(lightColors());
    return theme;
}

const Theme& Theme::dark()
{
    static const Theme theme(darkColors());
    return theme;
}

double contrastRatio(const QColor& first, const QColor& second)
{
    const double a = luminance(first);
    const double b = luminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace cadastre

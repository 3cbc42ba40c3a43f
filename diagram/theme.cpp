// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/theme.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <map>
#include <memory>
#include <mutex>

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

Ink boundaryInk(int color)
{
    return static_cast<Ink>(static_cast<int>(Ink::Boundary0) + color % categoryCount);
}

Ink boundaryFillInk(int color)
{
    return static_cast<Ink>(static_cast<int>(Ink::BoundaryFill0) + color % categoryCount);
}

Ink boundarySoftInk(int color)
{
    return static_cast<Ink>(static_cast<int>(Ink::BoundarySoft0) + color % categoryCount);
}

void Theme::mixBoundaries(Colors& colors, double fill, double soft)
{
    const QColor background = colors[static_cast<int>(Ink::Background)];
    for (int i = 0; i < categoryCount; ++i) {
        const QColor& strong = colors[static_cast<int>(boundaryInk(i))];
        colors[static_cast<int>(boundaryFillInk(i))] = mixed(background, strong, fill);
        colors[static_cast<int>(boundarySoftInk(i))] = mixed(background, strong, soft);
    }
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
             {0xfff6f7f9, 0xffffffff, 0xffeef1f5, 0xffcfd6e0, 0xff7b879a, 0xff18202d,
              0xff4f5a6c, 0xffa16207, 0xff3d63a8, 0xff0b7a70, 0xffd9f0ed, 0xffc2410c,
              0xffb42318, 0xff6d4fc4, 0xff5b687b, 0xff8f78b8, 0xff7e8b9e, 0xffedf1f6,
              0xffd3dbe6, 0xff4b5a70, 0xffffffff, 0xff6a7688, 0xff758091, 0xff818b99});
    setRange(colors, Ink::Category0,
             {0xffdbe8fb, 0xffd8f0e2, 0xfffbe9cf, 0xfff8dcE0, 0xffe6dff8, 0xffd3eef3, 0xfff3f0c9,
              0xfff6dcf0, 0xffe3e6ea, 0xffe0efcb});
    setRange(colors, Ink::Ramp0, {0xfff1f4f8, 0xffdfecf5, 0xffcbe3ef, 0xffb8dbe9, 0xffb0d9e8});
    // Far apart for every kind of colour vision: see tst_theme.
    setRange(colors, Ink::Boundary0,
             {0xff617dfd, 0xff179979, 0xff6b3d04, 0xff631537, 0xff4c0be0, 0xff007e9a, 0xff9d8613,
              0xff6c0183, 0xff505660, 0xff6b6b17});
    mixBoundaries(colors, 0.17, 0.045);
    return colors;
}

Theme::Colors Theme::darkColors()
{
    Colors colors;
    setRange(colors, Ink::Background,
             {0xff12151a, 0xff262d38, 0xff333c4a, 0xff4a5567, 0xff6f7c90, 0xffe7ebf1,
              0xffbcc6d3, 0xffe3b341, 0xff8ab4f8, 0xff3fd0bd, 0xff17403c, 0xfffb923c,
              0xffff8a80, 0xffb79cf5, 0xff8a98ae, 0xff7d69a8, 0xff606c7d, 0xff181d24,
              0xff2b333f, 0xffa9b6c8, 0xff222831, 0xff788498, 0xff6a7586, 0xff5f6978});
    setRange(colors, Ink::Category0,
             {0xff233a5e, 0xff1d4433, 0xff4f3a19, 0xff552b33, 0xff3b3163, 0xff1a464f, 0xff45431b,
              0xff4d2a4a, 0xff363d47, 0xff344820});
    setRange(colors, Ink::Ramp0, {0xff1e2124, 0xff1f2e38, 0xff1e3b4b, 0xff1e4a5d, 0xff1d586e});
    setRange(colors, Ink::Boundary0,
             {0xff3871fb, 0xffa4fdb1, 0xffd3860c, 0xffb65d4a, 0xff8868ae, 0xff94e7ff, 0xffdfd011,
              0xffe08cf9, 0xff8e97a1, 0xff92c99b});
    mixBoundaries(colors, 0.2, 0.05);
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

const Theme& Theme::of(bool dark, QRgb accent)
{
    if (accent == 0)
        return of(dark);
    static std::mutex mutex;
    static std::map<std::pair<bool, QRgb>, std::unique_ptr<const Theme>> themes;
    const std::scoped_lock lock(mutex);
    std::unique_ptr<const Theme>& theme = themes[{dark, accent}];
    if (!theme) {
        Colors colors = dark ? darkColors() : lightColors();
        const auto at = [&](Ink ink) -> QColor& { return colors[static_cast<std::size_t>(ink)]; };
        at(Ink::Accent) = readableColor(QColor(accent),
                                        {at(Ink::Background), at(Ink::Box), at(Ink::Header)}, 4.5);
        at(Ink::AccentSoft) = mixed(at(Ink::Box), at(Ink::Accent), dark ? 0.22 : 0.16);
        theme.reset(new Theme(colors));
    }
    return *theme;
}

QColor readableColor(const QColor& color, const std::vector<QColor>& backgrounds, double contrast)
{
    const auto worst = [&](const QColor& candidate) {
        double ratio = 21;
        for (const QColor& background : backgrounds)
            ratio = std::min(ratio, contrastRatio(candidate, background));
        return ratio;
    };
    constexpr int steps = 40;
    const QColor end = worst(Qt::white) > worst(Qt::black) ? Qt::white : Qt::black;
    for (int step = 0; step < steps; ++step) {
        const QColor candidate = mixed(color, end, double(step) / steps);
        if (worst(candidate) >= contrast)
            return candidate;
    }
    return end;
}

QColor seenColor(const QColor& color, ColorVision vision)
{
    using Matrix = std::array<double, 9>;
    constexpr Matrix protan{0.152286, 1.052583,  -0.204868, 0.114503, 0.786281,
                            0.099216, -0.003882, -0.048116, 1.051998};
    constexpr Matrix deutan{0.367322, 0.860646,  -0.227968, 0.280085, 0.672501,
                            0.047413, -0.011820, 0.042940,  0.968881};
    if (vision == ColorVision::Normal)
        return color;
    const Matrix& matrix = vision == ColorVision::Protan ? protan : deutan;
    const std::array<double, 3> in{linear(color.redF()), linear(color.greenF()),
                                   linear(color.blueF())};
    std::array<float, 3> out{};
    for (std::size_t row = 0; row < 3; ++row) {
        double value = 0;
        for (std::size_t i = 0; i < 3; ++i)
            value += matrix[3 * row + i] * in[i];
        value = std::clamp(value, 0.0, 1.0);
        out[row] =
            float(value <= 0.0031308 ? 12.92 * value : 1.055 * std::pow(value, 1 / 2.4) - 0.055);
    }
    return QColor::fromRgbF(out[0], out[1], out[2]);
}

double colorDistance(const QColor& first, const QColor& second)
{
    const auto lab = [](const QColor& color) {
        const double r = linear(color.redF());
        const double g = linear(color.greenF());
        const double b = linear(color.blueF());
        const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        return std::array{0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                          1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                          0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
    };
    const auto a = lab(first);
    const auto b = lab(second);
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

double contrastRatio(const QColor& first, const QColor& second)
{
    const double a = luminance(first);
    const double b = luminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace cadastre

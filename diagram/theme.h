// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Theme: what the inks of a draw list look like in light and in dark. Which thing gets which ink is
// the draw list's and the lenses' matter. No colour carries a meaning alone: signs and words do.
#pragma once

#include <QColor>

#include <array>
#include <cstdint>
#include <vector>

namespace cadastre {

/// Roles of colour in a picture.
enum class Ink : std::uint8_t {
    Background,
    Box,
    Header,
    Border,
    StrongBorder,
    Text,
    DimText,
    KeySign,
    ForeignSign,
    Accent,
    AccentSoft,
    Hit,
    Warning,
    Badge,
    Edge,
    ViewEdge,
    Ribbon,
    RegionFill,
    RegionBorder,
    RegionText,
    Pill,
    EdgeLikely, ///< lines of relationships that are less and less certain
    EdgePossible,
    EdgeWeak,
    Category0, ///< the first of categoryCount soft fills for things of different kinds
    CategoryLast = Category0 + 9,
    Ramp0, ///< the first of rampCount soft fills from little to much
    RampLast = Ramp0 + 4,
    Boundary0, ///< the first of categoryCount strong colours for frames of boundaries
    BoundaryLast = Boundary0 + 9,
    BoundaryFill0, ///< the same, soft: headers of tables, regions on the map
    BoundaryFillLast = BoundaryFill0 + 9,
    BoundarySoft0, ///< the same, hardly there: behind tables
    BoundarySoftLast = BoundarySoft0 + 9,
};
inline constexpr int categoryCount = 10;
inline constexpr int rampCount = 5;
inline constexpr int inkCount = static_cast<int>(Ink::BoundarySoftLast) + 1;

/// A soft fill for the index-th kind; repeats after categoryCount.
Ink categoryInk(int index);
/// Frame, fill and softer fill of a boundary's region, by its colour; repeat after categoryCount.
Ink boundaryInk(int color);
Ink boundaryFillInk(int color);
Ink boundarySoftInk(int color);
/// A soft fill for a step 0..rampCount-1 from little to much.
Ink rampInk(int step);

class Theme
{
public:
    static const Theme& light();
    static const Theme& dark();
    static const Theme& of(bool dark) { return dark ? Theme::dark() : Theme::light(); }
    /// The same with the desktop's accent (opaque; 0: our own) where something is selected, moved
    /// so far that it reads. Lives as long as the program; any thread.
    static const Theme& of(bool dark, QRgb accent);

    [[nodiscard]] QColor color(Ink ink) const { return m_colors[static_cast<int>(ink)]; }
    /// The same ink, mixed into the background: what is out of focus.
    [[nodiscard]] QColor faded(Ink ink) const { return m_faded[static_cast<int>(ink)]; }
    [[nodiscard]] QColor color(Ink ink, bool isFaded) const
    {
        return isFaded ? faded(ink) : color(ink);
    }

private:
    using Colors = std::array<QColor, inkCount>;
    explicit Theme(const Colors& colors);
    /// Fills of boundaries are their strong colour, mixed into the background.
    static void mixBoundaries(Colors& colors, double fill, double soft);
    static Colors lightColors();
    static Colors darkColors();

    Colors m_colors;
    Colors m_faded;
};

/// `color`, made darker or lighter as little as needed to have this contrast to all `backgrounds`;
/// where none has, black or white, whichever is better.
QColor readableColor(const QColor& color, const std::vector<QColor>& backgrounds, double contrast);

/// What a person without red (protan) or green (deutan) cones sees, after G. M. Machado et al., "A
/// Physiologically-based Model for Simulation of Color Vision Deficiency", 2009.
enum class ColorVision : std::uint8_t { Normal, Protan, Deutan };
QColor seenColor(const QColor& color, ColorVision vision);
/// How different two colours look: their distance in the OKLab space (B. Ottosson, 2020); black and
/// white are 1 apart.
double colorDistance(const QColor& first, const QColor& second);

/// Contrast of two opaque colours, 1 to 21 (WCAG 2.1, relative luminance).
double contrastRatio(const QColor& first, const QColor& second);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// DrawList: one frame as plain structs, in painting order. Levels of detail and what is out of view
// are decided here; raster and vector back ends only paint. No fonts, no pixels.
#pragma once

#include "diagram/comment_marks.h"
#include "diagram/emphasis_map.h"
#include "diagram/fonts.h"
#include "diagram/line_look.h"
#include "diagram/sign.h"

namespace cadastre {

struct ChangeMarks;

/// How much of a table is shown, by scale.
enum class DetailLevel : std::uint8_t {
    Regions, ///< below 0.03: groups with names of screen size
    Blocks,  ///< below 0.10: filled rectangles
    Titles,  ///< below 0.40: box and title
    Rows,    ///< everything
};
DetailLevel detailLevelAt(double scale);

enum class BoxLook : std::uint8_t {
    TableFrame,
    ViewFrame,         ///< dashed border
    MaterializedFrame, ///< double border
    HeaderBand,        ///< upper corners rounded
    RowBand,           ///< behind one row
    Block,             ///< no border
    Region,            ///< soft, rounded
    BoundaryRegion,    ///< the same with a strong border
    ModuleRegion,      ///< the same with a thin strong border
    UnownedRegion,     ///< the same with a dashed border
    ContractFrame,     ///< bold, with a second line around
    ReplicaFrame,      ///< long dashes
    Card,              ///< behind several lines of a label
    SelectionRing,
    HoverRing,
    HitRing,
    Pill,
    Swatch,    ///< of a legend
    Separator, ///< a thin line as tall as the rectangle
};

struct DrawBox
{
    QRectF rect; ///< scene pixels
    BoxLook look = BoxLook::TableFrame;
    Ink fill = Ink::Box;
    Ink border = Ink::Border;
};

struct DrawText
{
    QRectF rect; ///< scene pixels; text is centred vertically and elided to the width
    QString text;
    TextStyle style = TextStyle::Column;
    Ink ink = Ink::Text;
    Qt::AlignmentFlag align = Qt::AlignLeft;
    double size = 0; ///< font size in scene pixels
};

struct DrawSign
{
    QPointF center;
    double size = 12; ///< scene pixels
    Sign sign = Sign::Table;
    Ink ink = Ink::DimText;
    bool faded = false;
};

enum class LineEnd : std::uint8_t {
    None,
    ZeroOrOne,
    ExactlyOne,
    ZeroOrMany,
    OneOrMany,
    Arrow,    ///< a view reads this
    Triangle, ///< inherits from this
};

struct DrawLine
{
    std::uint32_t firstPoint = 0; ///< index into DrawList::points
    std::uint32_t pointCount = 0;
    LineLook look = LineLook::Relationship;
    Ink ink = Ink::Edge;
    double width = 1; ///< screen pixels
    LineEnd from = LineEnd::None;
    LineEnd to = LineEnd::None;
    bool faded = false;
    int edge = -1; ///< index into the graph's edges; -1 for ribbons
};

enum class SpanKind : std::uint8_t { Group, Lines, Node, Labels, Legend };

/// What is painted together: boxes, then lines, signs and texts of the ranges.
struct DrawSpan
{
    struct Range
    {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };
    SpanKind kind = SpanKind::Lines;
    int object = -1; ///< node or group
    bool faded = false;
    Range boxes;
    Range lines;
    Range signs;
    Range texts;
};

struct DrawList
{
    DetailLevel level = DetailLevel::Rows;
    double scale = 1; ///< screen pixels per scene pixel
    QRectF view;      ///< scene pixels
    std::vector<DrawBox> boxes;
    std::vector<DrawText> texts;
    std::vector<DrawSign> signs;
    std::vector<DrawLine> lines;
    std::vector<QPointF> points;
    std::vector<DrawSpan> spans; ///< painting order
};

struct DrawOptions
{
    QRectF view; ///< scene pixels
    double scale = 1;
    bool showViewDependencies = true;
    /// Every row and every line of what is in view, whatever the scale: pictures as files.
    bool everything = false;
    /// Instead of the one of the scale.
    std::optional<DetailLevel> level;
    /// What is staged, and which name stands first; null, or of another catalog: as the graph
    /// knows.
    std::shared_ptr<const CommentMarks> comments = nullptr;
    /// What a comparison found in tables; null, or of another catalog: nothing.
    std::shared_ptr<const ChangeMarks> changes = nullptr;
};

DrawList buildDrawList(const DiagramScene& scene, const EmphasisMap& emphasis,
                       const DrawOptions& options);

/// Whether lines between groups are drawn as ribbons, not one by one.
bool bundlesLines(const DiagramScene& scene, DetailLevel level);
/// Whether an edge has a line of its own where its ends are in view and nothing is in focus.
bool hasLine(const DiagramScene& scene, DetailLevel level, int edge, bool showViewDependencies);

/// One line per item, in painting order, whole pixels: what golden tests compare.
QString drawListText(const DrawList& list);

} // namespace cadastre

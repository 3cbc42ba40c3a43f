// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// DrawBuilder: appends items to a draw list, span by span. Its functions are spread over a file per
// layer: regions and ribbons, lines, nodes.
#pragma once

#include "diagram/draw_list.h"

#include <cmath>
#include <span>

namespace cadastre {

struct GroupName;

/// The way of a ribbon: a quadratic curve.
struct RibbonCurve
{
    QPointF start;
    QPointF control;
    QPointF end;

    [[nodiscard]] QPointF middle() const { return (start + 2 * control + end) / 4; }
    [[nodiscard]] double span() const
    {
        return std::hypot(end.x() - start.x(), end.y() - start.y());
    }
};

class DrawBuilder
{
public:
    DrawBuilder(const DiagramScene& scene, const EmphasisMap& emphasis, const DrawOptions& options);

    [[nodiscard]] DrawList build() &&;
    /// Only where names of groups stand, see group_names.h.
    [[nodiscard]] std::vector<GroupName> groupNames() &&;

private:
    struct RegionLabel
    {
        int group;
        QRectF rect;
        QRectF undecided = {}; ///< the number of what is undecided; empty where it is not shown
    };

    // draw_regions.cpp
    [[nodiscard]] bool isLeftOut(int group) const;
    void addRegions();
    void addRegionLabels();
    void placeRegionLabels();
    void addRegionLabel(const RegionLabel& label);
    [[nodiscard]] QRectF regionLabelRect(int group) const;
    [[nodiscard]] double regionNameSize(int group) const;
    QRectF takeLabelPlaceNear(int group, QRectF rect);
    bool takeLabelPlace(const QRectF& rect);
    // draw_boundaries.cpp
    struct CardLine
    {
        QString text;
        TextStyle style;
        Ink ink;
        double size; ///< screen pixels
        std::optional<Sign> sign;
    };
    void addBoundaryRegion(int group);
    [[nodiscard]] std::vector<CardLine> cardLines(int group) const;
    [[nodiscard]] QRectF cardRect(int group) const;
    void addCard(const RegionLabel& label);
    [[nodiscard]] QRectF undecidedRect(const RegionLabel& label);
    void addUndecided(const RegionLabel& label);
    void addFrameTitle(const RegionLabel& label);
    [[nodiscard]] QString regionTitle(int group) const;
    // draw_ribbons.cpp
    void addRibbons();
    [[nodiscard]] std::vector<Ribbon> shownRibbons() const;
    void addStrands(const Ribbon& ribbon, const RibbonCurve& curve, double strongest, bool split);
    void addRibbonCounts();
    void addRibbonCount(QPointF middle, const Ribbon& ribbon);
    // draw_lines.cpp
    void addLines();
    void addHighlightedLines();
    void addLine(int edge, bool highlighted);
    void addEnds(DrawLine& line, const DiagramEdge& facts) const;
    void pushLine(DrawLine line, std::span<const QPointF> points);
    [[nodiscard]] bool showsLine(int edge) const;
    [[nodiscard]] bool bundles() const;
    // draw_line_signs.cpp
    void addLineSigns(const DrawLine& line, const DiagramEdge& facts, const EdgeRoute& route);
    void addLineSign(const DrawLine& line, QPointF at, Sign sign);
    void addGate(const DrawLine& line, const DiagramEdge& facts, const EdgeRoute& route);
    [[nodiscard]] std::optional<QPointF> freeSignPlace(const std::vector<QPointF>& places) const;
    void addFan(const DrawLine& line, const DiagramEdge& facts, const EdgeRoute& route);
    void addArcs();
    void addArcsOf(int node);
    // draw_nodes.cpp
    void addNodes(bool faded);
    void addNode(int node);
    void addBlock(int node);
    void addTitleBox(int node);
    void addWrappedTitle(const QRectF& rect, const QString& title, const QString& badge);
    void addTitleLines(const QRectF& inside, const QStringList& lines, double size,
                       const QString& badge);
    void addRings(int node);
    void addFrame(int node);
    void addHeader(int node);
    void addSubtitle(int node, const QRectF& header, const QString& badge);
    double addExposure(int node, double right, double middle);
    void addRows(int node);
    void addRow(int node, int row);
    void addRowTexts(const DiagramNode& node, const DiagramRow& row, const QRectF& rect);
    // draw_names.cpp
    struct TwoNames
    {
        QString first;
        QString second; ///< quietly behind it; empty for none
    };
    [[nodiscard]] TwoNames namesOf(const DiagramNode& node) const;
    [[nodiscard]] TwoNames namesOf(const DiagramRow& row) const;
    [[nodiscard]] bool isStaged(ObjectRef object) const;
    [[nodiscard]] bool isTouched(const DiagramNode& node) const;
    /// Of what a comparison found in a table.
    [[nodiscard]] std::optional<Sign> changeSignOf(const DiagramNode& node) const;

    void beginSpan(SpanKind kind, int object, bool faded);
    void endSpan();
    void addText(const QRectF& rect, const QString& text, TextStyle style, Ink ink,
                 Qt::AlignmentFlag align = Qt::AlignLeft, double size = 0);
    [[nodiscard]] double onScreen(double screenPixels) const { return screenPixels / m_list.scale; }
    [[nodiscard]] const DiagramGraph& graph() const { return m_scene.graph(); }
    [[nodiscard]] const QRectF& rectOf(int node) const { return m_scene.layout().nodes[node]; }

    const DiagramScene& m_scene;
    const EmphasisMap& m_emphasis;
    const DrawOptions& m_options;
    const CommentMarks* m_comments; ///< null where nothing is known about this graph's catalog
    DrawList m_list;
    std::vector<int> m_visible; ///< nodes
    std::vector<char> m_isVisible;
    std::vector<RegionLabel> m_regionLabels;
    std::vector<QRectF> m_labelPlaces;                      ///< taken
    std::vector<std::pair<QPointF, Ribbon>> m_ribbonCounts; ///< above everything but names
    std::vector<QPointF> m_fans;       ///< where lines of polymorphic references part already
    std::vector<QPointF> m_signPlaces; ///< taken by signs on lines
};

/// About as wide as a text of this many characters and size is; for places, not for painting.
inline double roughTextWidth(qsizetype characters, double size)
{
    return double(characters) * size * 0.6;
}

/// Not less than the width of a text in bold, whatever its letters are; the same with every font.
inline double boldTextWidth(QStringView text, double size)
{
    double width = 0;
    for (const QChar character : text) {
        if (character.unicode() >= 0x1100)
            width += 1.05; // scripts with square characters
        else if (QStringView(u"mwMW@%").contains(character))
            width += 0.96;
        else if (QStringView(u"ijlI.,:;|!'() ").contains(character))
            width += 0.4;
        else
            width += character.isUpper() ? 0.76 : 0.66;
    }
    return width * size;
}

} // namespace cadastre

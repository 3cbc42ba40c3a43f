// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the canvas keeps between events. Private to the files of the canvas.
#pragma once

#include "diagram/emphasis_map.h"
#include "diagram/frame_worker.h"
#include "diagram/group_names.h"
#include "diagram/hit_test.h"
#include "diagram/line_legend.h"

#include <QBasicTimer>
#include <QSet>
#include <QThreadPool>

#include <array>

namespace cadastre {

class CommentedCatalog;

/// What the pressed mouse button does.
enum class DragKind : std::uint8_t { None, Click, Pan, Table, Link, Band };

struct CanvasDrag
{
    DragKind kind = DragKind::None;
    QPointF pressed;                 ///< widget pixels
    QPointF last;                    ///< widget pixels
    std::optional<Hit> hit;          ///< what was under the pressed button
    std::optional<int> name;         ///< of a group, and then no hit
    Qt::KeyboardModifiers modifiers; ///< when it was pressed
    /// Nodes that are dragged, and where each was: scene pixels.
    std::vector<std::pair<int, QPointF>> tables;
    std::optional<int> region; ///< group of another boundary over which they are
    QString dropHint;
    bool middleButton = false;
};

/// A relationship that is being drawn by hand.
struct CanvasLink
{
    ColumnId child;
    std::vector<ColumnId> likely;   ///< keys whose type fits, ascending
    std::optional<ColumnId> target; ///< where it would end now
    QPointF position;               ///< of the mouse; widget pixels
    bool follows = false;           ///< without a pressed button: a second click ends it
    QBasicTimer scrollTimer;        ///< while the mouse is at an edge
};

struct CanvasState
{
    std::shared_ptr<DiagramScene> scene = std::make_shared<DiagramScene>();
    std::shared_ptr<const EmphasisMap> emphasisMap = std::make_shared<const EmphasisMap>();
    Emphasis emphasis;
    /// Under the mouse; becomes emphasis.hovered after a moment.
    std::optional<ObjectRef> hovered;
    std::optional<int> hoveredRelationship; ///< the same for lines
    QBasicTimer hoverTimer;

    ViewTransform view;
    double textScale = 1; ///< of what is looked for
    bool fitted = false;  ///< everything was fitted, and nothing else has been brought into view

    QString lensName;
    std::shared_ptr<const CommentedCatalog> commented; ///< for lenses about comments
    QString emptyText;
    bool dark = false;
    QRgb accent = 0; ///< the desktop's; 0 for our own
    bool showViewDependencies = true;
    std::shared_ptr<const CommentMarks> comments;
    std::shared_ptr<const ChangeMarks> changes;
    RelationshipFilter filter;
    TableChoice choice;          ///< what is hidden
    bool selectingArea = false;  ///< dragging over empty space spans a band
    LineLegend lineLegend;       ///< of the scene under the filter
    bool legendFolded = false;   ///< by a person
    bool legendHeldOpen = false; ///< by a person, though it covers much
    bool legendYields = false;   ///< to what was asked for
    bool legendFoldedNow = false;
    QSizeF legendSize;    ///< where it is open
    bool drawing = false; ///< relationships are drawn by hand
    bool showFocusFrame = false;
    int top = 0;                       ///< in the window
    std::optional<TableId> current;    ///< where keys are while they choose
    bool choosing = false;             ///< keys go on without choosing, until Escape
    bool tabLeaves = false;            ///< Escape was pressed where nothing was selected
    std::optional<TableId> strayed;    ///< from which an arrow led to what is not related
    std::vector<GroupName> groupNames; ///< of the frame below
    quint64 groupNamesOf = 0;          ///< a wantedFrame

    Placements remembered;
    QSet<ObjectKey> pinned;
    CanvasDrag drag;
    /// Nodes that keys are moving, and where each was: scene pixels.
    std::vector<std::pair<int, QPointF>> nudged;
    CanvasLink link; ///< while drag.kind is Link

    QThreadPool routing; ///< its end waits for what runs
    quint64 routingNumber = 0;

    RasterPainter painter;
    FrameWorker worker;
    Frame frame;
    quint64 wantedFrame = 1; ///< number of the frame that should be on screen
    quint64 requestedFrame = 0;
    std::array<double, 4> lastMilliseconds{}; ///< per level of detail

    [[nodiscard]] const Theme& theme() const { return Theme::of(dark, accent); }
    /// Several tables are chosen, or are being chosen by keys.
    [[nodiscard]] bool isChoosing() const { return choosing || !emphasis.tables.empty(); }
    void endChoosing()
    {
        choosing = false;
        current.reset();
        strayed.reset();
    }

    /// The scene to be changed: a copy where a painting thread still holds this one.
    DiagramScene& changeableScene()
    {
        if (scene.use_count() > 1)
            scene = std::make_shared<DiagramScene>(*scene);
        return *scene;
    }
};

/// Plain text, whatever a comment contains.
QString toolTipHtml(const QString& text);
/// The same relationship, by decisionKeys(), in another graph.
std::optional<int> sameRelationship(const DiagramGraph& before, std::optional<int> relationship,
                                    const DiagramGraph& after);

/// Parallel to the nodes; empty for none.
std::vector<char> hiddenNodes(const TableChoice& choice, const DiagramGraph& graph);

/// What the chosen lens makes of a graph; an unknown name is the first lens.
std::shared_ptr<const LensResult> lensOf(const CanvasState& state, const DiagramGraph& graph);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Canvas: the widget that shows a diagram and takes mouse, touchpad and keys. It paints frames from
// the draw list and never lays out, reads or changes a document: moves are signals.
#pragma once

#include "diagram/canvas_signals.h"
#include "diagram/emphasis.h"
#include "diagram/layout.h"
#include "diagram/relationship_filter.h"
#include "model/workspace/table_choice.h"

#include <QImage>

#include <functional>
#include <memory>

class QHelpEvent;

namespace cadastre {

class CommentedCatalog;
struct ChangeMarks;
struct CommentMarks;
struct LensResult;

struct CanvasDrag;
struct CanvasState;
class DiagramScene;
class ViewTransform;

class Canvas : public CanvasSignals
{
    Q_OBJECT

public:
    explicit Canvas(QWidget* parent = nullptr);
    ~Canvas() override;

    /// Shows another diagram. Selection and hover are kept where their objects (by key) are still
    /// there; the view is kept when `keepView`, else everything is fitted.
    void setDiagram(std::shared_ptr<const DiagramGraph> graph, DiagramLayout layout,
                    bool keepView = false);
    /// The same with what takes time done before, on any thread. The canvas takes the scene over.
    void setScene(std::shared_ptr<DiagramScene> scene, bool keepView = false);
    void clear();
    void setEmptyText(const QString& text);

    /// `accent` is the desktop's colour of what is selected; 0 for our own.
    void setDark(bool dark, QRgb accent = 0);
    /// By name; an unknown name is the first lens.
    void setLens(const QString& name);
    [[nodiscard]] QString lens() const;
    /// What colours the picture now; null where nothing is shown.
    [[nodiscard]] const LensResult* lensResult() const;
    /// The comments with what is staged, for lenses about them; null for none.
    void setCommented(std::shared_ptr<const CommentedCatalog> commented);
    void setShowViewDependencies(bool show);
    [[nodiscard]] bool showsViewDependencies() const;
    /// What is staged and which names stand first; only painted where it is of the shown catalog.
    void setComments(std::shared_ptr<const CommentMarks> comments);
    /// What a comparison found in tables; only painted where it is of the shown catalog.
    void setChanges(std::shared_ptr<const ChangeMarks> changes);

    /// Which relationships are shown, hit and walked; never lays out and never routes. A selected
    /// one is shown whatever the filter says.
    void setRelationshipFilter(const RelationshipFilter& filter);
    [[nodiscard]] const RelationshipFilter& relationshipFilter() const;

    /// Selects without emitting selectionChanged. Another object than before means that no
    /// relationship is selected any more.
    void select(std::optional<ObjectRef> object);
    [[nodiscard]] std::optional<ObjectRef> selected() const;
    /// Relationships are indexes into graph()->relationships; a new diagram keeps what it finds by
    /// decisionKeys(). Selects without emitting anything. The selected table stays where the
    /// relationship is one of its own, else nothing else is selected.
    void selectRelationship(std::optional<int> relationship);
    [[nodiscard]] std::optional<int> selectedRelationship() const;
    /// Several tables at once, ringed; those that are not in the picture are left out. One is
    /// select() of it, none clears. Emits nothing. While there are several, selected() is absent.
    void selectTables(const std::vector<TableId>& tables);
    [[nodiscard]] bool isTableSelected(TableId table) const;
    /// Who owns a table, in words; empty where no boundaries are drawn.
    [[nodiscard]] QString ownershipOfTable(TableId table) const;
    /// By id: those of a multiple selection, else the table of selected().
    [[nodiscard]] std::vector<TableId> selectedTables() const;
    /// The line and both tables are seen, smaller where they would not fit.
    void ensureRelationshipVisible(int relationship);
    /// Shown relationships of a table, in the order in which keys walk them.
    [[nodiscard]] std::vector<int> relationshipsOf(ObjectRef table) const;
    /// The relationship whose line is under a point; of several upon each other the selected one.
    [[nodiscard]] std::optional<int> relationshipAt(QPoint position) const;
    /// Around its lines on the widget; empty when it has none in the picture.
    [[nodiscard]] QRect relationshipRect(int relationship) const;

    /// In this mode dragging from a column draws a relationship to another column, or to the key of
    /// a table; Alt or Ctrl while dragging does the same without the mode.
    void setDrawingRelationship(bool drawing);
    [[nodiscard]] bool isDrawingRelationship() const;

    /// What a person hid: it keeps its place and is neither drawn, hit nor walked. Never lays out;
    /// a fitted view fits again. Of several selected tables those that are hidden are dropped.
    void setTableChoice(const TableChoice& choice);
    [[nodiscard]] const TableChoice& tableChoice() const;
    /// In the picture, but hidden.
    [[nodiscard]] bool isHidden(ObjectRef object) const;
    [[nodiscard]] std::vector<TableId> hiddenTables() const;
    /// Around all that is shown, scene pixels; empty without a picture.
    [[nodiscard]] QRectF shownBounds() const;
    /// All of it made small, see overview.h.
    [[nodiscard]] QImage overview(QSize size, double pixelRatio) const;

    /// In this mode dragging over empty space chooses tables, once, instead of moving the picture;
    /// Shift while dragging does the same without the mode.
    void setSelectingArea(bool selecting);
    [[nodiscard]] bool isSelectingArea() const;
    /// Where keys are while they choose several tables: framed, not always chosen.
    [[nodiscard]] std::optional<TableId> currentTable() const;
    /// What keys do now, in one line; empty where there is nothing to tell.
    [[nodiscard]] QString keysHint() const;

    void setHits(std::vector<ObjectRef> hits); ///< of a search: ringed
    void setFaded(std::vector<ObjectRef> faded);
    /// How tables join: they and the lines between them stand out until a path of no table is
    /// set, or another diagram.
    void setPath(const PathEmphasis& path);
    [[nodiscard]] const PathEmphasis& path() const;

    /// The innermost group (index into graph()->groups) under a point; absent beside all of them
    /// and where the picture is one group. boundaryRegionOf() says whose it is.
    [[nodiscard]] std::optional<int> groupAt(QPoint position) const;
    /// The group whose name is painted at a point.
    [[nodiscard]] std::optional<int> groupNameAt(QPoint position) const;
    /// Also those of the groups inside it; without what is hidden, by id.
    [[nodiscard]] std::vector<TableId> tablesOfGroup(int group) const;
    /// Around a group on the widget.
    [[nodiscard]] QRect groupRect(int group) const;
    /// Shows a group as large as it fits.
    void showGroup(int group);
    /// Beside the pointer while tables are dragged over another region: an answer to
    /// regionHovered(), forgotten with it.
    void setDropHint(const QString& text);

    /// Nothing where all of it is seen beside legends and minimap, else as centerOn().
    void ensureVisible(ObjectRef object);
    /// In the middle, or beside what lies there; readable. Of what does not fit, the beginning.
    void centerOn(ObjectRef object);
    /// Shows everything, also in another size, until the view is changed.
    void fit();
    [[nodiscard]] bool isFitted() const;
    /// Around what is selected, else where a table is.
    void zoomTo100();
    void zoomIn();
    void zoomOut();
    /// How large what is looked for is shown, and what 100 % is; the view follows.
    void setTextScale(double textScale);
    [[nodiscard]] double textScale() const;
    [[nodiscard]] double scale() const;    ///< screen pixels per scene pixel
    [[nodiscard]] QRectF viewRect() const; ///< of the scene
    /// Shows this part of the scene, as large as it fits.
    void showRect(const QRectF& sceneRect);

    /// Puts tables at places (undo and redo of a move); emits nothing.
    void placeTable(TableId table, QPointF topLeft);
    void placeTables(const std::vector<std::pair<TableId, QPointF>>& topLefts);
    /// placements() keeps its pins and tables that are not shown; later pins are forgotten.
    void setRemembered(Placements placements);
    [[nodiscard]] Placements placements() const;
    /// Null when nothing is shown.
    [[nodiscard]] const DiagramGraph* graph() const;
    [[nodiscard]] const DiagramLayout& diagramLayout() const;

    /// What is under a point of the widget; absent over empty space.
    [[nodiscard]] std::optional<ObjectRef> objectAt(QPoint position) const;
    /// Tables in view, top to bottom, then left to right.
    [[nodiscard]] std::vector<ObjectRef> visibleObjects() const;
    /// Where an object is in the scene; empty when it is not in the picture.
    [[nodiscard]] QRectF sceneRect(ObjectRef object) const;
    /// The same on the widget.
    [[nodiscard]] QRect widgetRect(ObjectRef object) const;

    /// Of the sheet that says what lines mean, on the widget; empty while there is none.
    [[nodiscard]] QRectF lineLegendRect() const;
    /// What a person chose before; absent: open where there is room.
    void setLineLegendFolded(std::optional<bool> folded);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void timerEvent(QTimerEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void settleRoutes();
    void setUpFrames();
    void paintPicture(QPainter& painter);
    void repaintPicture();
    // canvas_view.cpp
    void setView(const ViewTransform& view);
    void zoomAt(QPointF position, double factor);
    void panBy(QPointF pixels);
    void bringIntoView(const QRectF& sceneRect);
    void fitBeside(const QRectF& sceneRect, const std::function<bool(const ViewTransform&)>& hides);
    [[nodiscard]] QRectF roomFor(QSizeF size);
    bool foldSheets();
    [[nodiscard]] std::vector<QRectF> sheets() const;
    // canvas_events.cpp
    void setHovered(std::optional<ObjectRef> object);
    void applyEmphasis();
    void selectAndTell(std::optional<ObjectRef> object);
    void startDrag();
    // canvas_keys.cpp
    bool arrowKey(const QKeyEvent& event);
    bool viewKey(const QKeyEvent& event);
    void walk(QPointF direction);
    void walkTo(ObjectRef table);
    void walkToFarthest(bool first);
    bool walkByTab(bool forward);
    bool escape();
    // canvas_choosing.cpp
    void chooseToward(QPointF direction, bool takes);
    void goOnChoosing(TableId current);
    void toggleCurrent();
    void paintCurrent(QPainter& painter);
    [[nodiscard]] std::optional<ObjectRef> otherEnd(int relationship) const;
    // canvas_nudging.cpp
    bool nudge(QPointF direction);
    void finishNudge();
    void showToolTip(const QHelpEvent& event);
    void selectClicked(const CanvasDrag& drag);
    void resetCursor();
    // canvas_selection.cpp
    void keepSelectedTables();
    void dropHiddenSelection();
    void selectTablesAndTell(std::vector<TableId> tables);
    void tellIfTablesChanged(const std::vector<TableId>& before);
    [[nodiscard]] bool isOneOfSeveral(std::optional<ObjectRef> object) const;
    void toggleTable(TableId table);
    void selectAllTables();
    void releaseBand(const CanvasDrag& drag, QPointF position);
    void paintBand(QPainter& painter);
    // canvas_regions.cpp
    void moveDraggedTables(QPointF position);
    void releaseTables(const CanvasDrag& drag);
    void tellMoved(const std::vector<std::pair<int, QPointF>>& before);
    bool cancelTableDrag();
    void putTablesBack(const CanvasDrag& drag);
    void hoverRegion(std::optional<int> group);
    [[nodiscard]] std::vector<TableId> draggedTables() const;
    [[nodiscard]] std::optional<int> regionForDrop(QPointF position) const;
    [[nodiscard]] std::optional<int> regionTitleAt(QPoint position) const;
    bool activateRegion(QPoint position);
    void chooseGroup(int group, bool adds);
    bool openRegionMenu(const QContextMenuEvent& event);
    void paintDropTarget(QPainter& painter);
    void explainLines();
    void fitLineLegend();
    [[nodiscard]] bool isLegendInTheWay() const;
    void paintLineLegend(QPainter& painter);
    void toggleLineLegend();
    // canvas_relationships.cpp
    void hoverAt(QPointF position);
    [[nodiscard]] bool hasRelationship(int relationship) const;
    void setHoveredRelationship(std::optional<int> relationship);
    void selectRelationshipAndTell(std::optional<int> relationship);
    [[nodiscard]] std::vector<int> edgesAt(QPointF position) const;
    [[nodiscard]] std::optional<int> nextRelationshipAt(QPointF position) const;
    [[nodiscard]] QString lineText(QPointF position) const;
    bool relationshipKey(const QKeyEvent& event);
    bool walkRelationships(bool forward);
    void walkToEnd(bool left);
    void walkAcross();
    bool startLink(QPointF position, bool explains);
    void moveLink(QPointF position);
    void releaseLink(QPointF position);
    void finishLink(QPointF position);
    bool cancelLink();
    void scrollLink();
    void paintLink(QPainter& painter);
    void showHint(const QString& text);

    std::unique_ptr<CanvasState> m_state;
};

} // namespace cadastre

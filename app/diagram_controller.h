// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// DiagramController: decides what the canvas shows (everything, a neighbourhood), keeps where
// tables were put, and makes their moves undoable. Pictures are made by diagram_maker.h.
#pragma once

#include "app/diagram_maker.h"
#include "app/open_sources.h"

#include <QPointF>
#include <QRectF>
#include <QSet>

class QUndoStack;

namespace cadastre {

class Canvas;

class DiagramController : public QObject
{
    Q_OBJECT
public:
    DiagramController(Canvas* canvas, QUndoStack* undoStack, QObject* parent = nullptr);

    void setFacts(const CatalogFacts& facts, FactsChange change);
    /// Other relationships of the same catalog: tables, selection and view stay.
    void setRelationships(const CatalogFacts& facts);
    [[nodiscard]] const CatalogFacts& facts() const { return m_facts; }

    [[nodiscard]] const DiagramView& view() const { return m_view; }
    void showAll();
    void focusOn(ObjectRef object);
    void setDepth(int depth);
    /// The view before this one; everything when there was none.
    void goBack();
    /// Lays everything out anew, also what a person placed.
    void tidy();
    void cancel();

    /// Whether a wide table's columns are folded; absent where there is nothing to fold.
    [[nodiscard]] std::optional<bool> isFolded(ObjectRef object) const;
    /// Folds the columns of a wide table into families, or shows all of them.
    void toggleUnfolded(const ObjectKey& table);

    /// Which relationships are drawn; no table moves. Neighbourhoods that are opened later follow
    /// those that are shown.
    void setRelationshipFilter(const RelationshipFilter& filter);
    /// Who owns what; null for nobody's drawing. `regroup`: places follow the new groups.
    void setBoundaries(std::shared_ptr<const BoundaryPicture> boundaries, bool regroup);
    /// Selects the child table and the line, and shows both tables.
    void revealRelationship(const Relationship& relationship);
    /// Which of the newest facts' relationships a line of the canvas is.
    [[nodiscard]] std::optional<int> relationshipFromCanvas(int line) const;

    /// Several tables of the newest facts; those that are not shown are left out.
    void selectTables(const std::vector<TableId>& tables);
    /// Selects these and brings all of them into view, smaller where they would not fit.
    void revealTables(const std::vector<TableId>& tables);
    /// Another picture is being made: what is shown now is shown again when it is there.
    [[nodiscard]] bool isMakingPicture() const { return m_maker.isRunning(); }
    /// Shows the region of a boundary, where it is in the picture.
    void revealBoundary(BoundaryIndex boundary);
    /// The boundary of the newest check under this name that an index of the picture is.
    [[nodiscard]] QString boundaryNameOf(BoundaryIndex boundary) const;
    /// Tables of the canvas as those of the newest facts.
    [[nodiscard]] std::vector<TableId> tablesFromCanvas(const std::vector<TableId>& tables) const;
    /// Selects in the canvas and says so.
    void select(std::optional<ObjectRef> object);
    /// Selects and shows the object; leaves a neighbourhood that does not have it.
    void reveal(ObjectRef object);
    [[nodiscard]] std::optional<ObjectRef> selected() const;

    /// The object of the newest facts that something of the canvas is: until the next picture is
    /// there, the canvas shows an older catalog, whose ids mean nothing in this one.
    [[nodiscard]] std::optional<ObjectRef> fromCanvas(std::optional<ObjectRef> object) const;

    /// Where the tables of the whole picture are.
    [[nodiscard]] const Placements& placements() const { return m_placements; }
    /// Places of a workspace file, used by the next picture.
    void setPlacements(const Placements& placements) { m_placements = placements; }

Q_SIGNALS:
    void started();
    void ended();
    void pictureShown(const cadastre::DiagramPicture& picture);
    void selectionChanged(std::optional<cadastre::ObjectRef> object);
    void placementsChanged();
    void commandSkipped(const cadastre::Error& error);

private:
    /// What is kept apart: the whole picture, what one boundary may see of it, neighbourhoods.
    struct PlacesKey
    {
        DiagramView view;
        QString seenBy; ///< name of a boundary; empty: everything is shown

        bool operator==(const PlacesKey&) const = default;
    };

    void startPicture(LayoutReason reason, bool keepView);
    void showPicture(const DiagramPicture& picture);
    void showView(const DiagramView& view);
    void connectCanvas();
    [[nodiscard]] bool isCanvasCurrent() const;
    void selectInCanvas(std::optional<ObjectRef> object);
    void takeSelection(std::optional<ObjectRef> object);
    void takeMove(TableId table, QPointF from, QPointF to);
    Result<Nothing> shiftTable(const PlacesKey& places, const ObjectKey& table, QPointF delta);
    void forgetDocument();
    void followRenames();
    void keepPlacements();
    [[nodiscard]] PlacesKey placesKey() const;
    [[nodiscard]] PlacesKey placesKeyOfCanvas() const;
    [[nodiscard]] Placements& placementsOf(const PlacesKey& key);
    [[nodiscard]] GraphOptions graphOptions() const;
    [[nodiscard]] bool isShown(ObjectRef object) const;

    Canvas* m_canvas;
    QUndoStack* m_undoStack;
    DiagramMaker m_maker;
    CatalogFacts m_facts = noFacts();
    RelationshipFilter m_filter;
    DiagramView m_view;
    std::vector<DiagramView> m_history;
    Placements m_placements;
    std::vector<std::pair<PlacesKey, Placements>> m_partPlacements;
    std::shared_ptr<const BoundaryPicture> m_boundaries;
    QSet<ObjectKey> m_unfolded;
    QRectF m_rectOfAll; ///< what was in view before a neighbourhood; empty: everything fitted
    std::optional<ObjectKey> m_selected;
    std::optional<ObjectKey> m_revealLater;      ///< when the picture that is being made is there
    LayoutReason m_reason = LayoutReason::First; ///< of the picture that was asked for last
    bool m_keepView = false;
};

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// DiagramController: decides what the canvas shows (everything, a neighbourhood, a saved view),
// keeps where tables were put and where a person was, and makes moves undoable. Pictures are made
// by diagram_maker.h.
#pragma once

#include "app/diagram_maker.h"
#include "app/open_sources.h"
#include "model/workspace/command.h"
#include "model/workspace/view_history.h"

#include <QElapsedTimer>
#include <QPointF>
#include <QRectF>
#include <QSet>

class QUndoStack;

namespace cadastre {

class Canvas;
struct MovedTable;

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
    /// Where a person was before, as in a browser: what was shown, selected and in view; everything
    /// where there was nothing before a neighbourhood.
    void goBack();
    void goForward();
    [[nodiscard]] bool canGoBack() const { return m_history.canGoBack() || m_view.focus; }
    [[nodiscard]] bool canGoForward() const { return m_history.canGoForward(); }
    [[nodiscard]] const ViewHistory& history() const { return m_history; }
    /// Where a person is now.
    [[nodiscard]] ViewPlace place() const;
    /// Goes there; what is hidden is not changed.
    void showPlace(const ViewPlace& place);
    /// Where the tables of a saved view stand, before it is shown.
    void setPlacesOfView(const DiagramView& view, const Placements& places);
    /// What is shown now is this saved view; nothing moves.
    void adoptView(const QString& name);
    /// The open view has another name now.
    void renameView(const QString& from, const QString& to);

    /// What a person hid. A neighbourhood shows what is near, whatever is isolated; an isolation
    /// none of whose tables is there shows everything.
    void setTableChoice(const TableChoice& choice);
    [[nodiscard]] const TableChoice& tableChoice() const { return m_choice; }
    /// As it is shown: see setTableChoice().
    [[nodiscard]] TableChoice shownChoice() const;
    /// Puts tables of the picture elsewhere, as one step to be undone.
    void moveTables(const std::vector<MovedTable>& moves);

    /// Lays everything out anew, also what a person placed; a step to be undone.
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
    /// The same by a person, in a list: nothing moves, and everybody is told.
    void chooseTables(const std::vector<TableId>& tables);
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
    /// The same, in the middle.
    void revealInMiddle(ObjectRef object);
    [[nodiscard]] std::optional<ObjectRef> selected() const;

    /// The object of the newest facts that something of the canvas is: until the next picture is
    /// there, the canvas shows an older catalog, whose ids mean nothing in this one.
    [[nodiscard]] std::optional<ObjectRef> fromCanvas(std::optional<ObjectRef> object) const;

    /// Where the tables of the whole picture are.
    [[nodiscard]] const Placements& placements() const { return m_placements; }
    /// Places of a workspace file, used by the next picture.
    void setPlacements(const Placements& placements) { m_placements = placements; }
    /// Those of an earlier run, read with the next picture.
    void setKeptPlaces(const KeptPlacesFile& file) { m_kept = file; }
    /// Where tables that somebody owns were before.
    [[nodiscard]] const TableHomes& homes() const { return m_homes; }

Q_SIGNALS:
    void started();
    void ended();
    void pictureShown(const cadastre::DiagramPicture& picture);
    void selectionChanged(std::optional<cadastre::ObjectRef> object);
    void placementsChanged();
    void commandSkipped(const cadastre::Error& error);
    /// Where one can go back or forward to.
    void historyChanged();
    /// Back or forward leads into or out of a saved view: showPlace() once what it hides is hidden.
    void viewWanted(const cadastre::ViewPlace& place);
    /// This was looked for and is hidden; it is selected, but not seen.
    void hiddenRevealed(cadastre::ObjectRef object);

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
    void connectHistory();
    void applyChoice();
    void arrive(const ViewPlace& place);
    void goTo(const ViewPlace& place);
    [[nodiscard]] bool isThere(const ViewPlace& place) const;
    /// Remembers where a person is; `found`: by looking for it, perhaps only in passing.
    void remember(bool found = false);
    void selectPlace(const ViewPlace& place);
    using Shift = std::pair<ObjectKey, QPointF>; ///< a table, and by how much
    Result<Nothing> shiftTables(const PlacesKey& places, const std::vector<Shift>& shifts,
                                double direction);
    Result<Nothing> restorePlaces(const PlacesKey& places, const Placements& before);
    void pushCommand(Command command, bool alreadyDone);
    void forgetDocument();
    void followRenames();
    void keepPlacements();
    void takePlaces(const DiagramRequest& request);
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
    ViewHistory m_history;
    std::optional<ViewPlace> m_placeLater; ///< when its picture is there
    TableChoice m_choice;
    QElapsedTimer m_found; ///< since something was looked for and found last
    Placements m_placements;
    TableHomes m_homes;
    KeptPlacesFile m_kept; ///< until a picture took it
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

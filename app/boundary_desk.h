// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// BoundaryDesk: boundaries in the main window: the flow, its panels, dialogs, menus and what the
// diagram tells. Knows the window's parts by pointers; decides nothing about boundaries itself.
#pragma once

#include "app/boundary_actions.h"
#include "app/boundary_dialogs.h"
#include "app/diagram_controller.h"

class QDockWidget;
class QMainWindow;
class QMenu;

namespace cadastre {

class BoundaryPanel;
class Canvas;
class CrossingsPanel;
struct FactSection;

class BoundaryDesk : public QObject
{
    Q_OBJECT
public:
    BoundaryDesk(QMainWindow* window, OpenSources* sources, QUndoStack* undoStack,
                 Settings* settings, DiagramController* diagram, Canvas* canvas);

    /// Docks beside these, as tabs.
    void setUpDocks(QDockWidget* left, QDockWidget* right, QMenu* panelsMenu);
    void setDocksShown(bool shown);
    /// Makes the panels, after the window's first paint.
    void fillPanels();
    void fillMenu(QMenu* menu);

    void takeFacts(FactsChange change);
    /// Entries for tables in a context menu of the diagram or the tree.
    void fillTableMenu(QMenu* menu, const std::vector<TableId>& tables);
    /// What the inspector says of an object; no rows where nobody drew boundaries.
    [[nodiscard]] FactSection inspectorSection(ObjectRef object) const;

    [[nodiscard]] BoundaryFlow* flow() const { return m_flow; }
    [[nodiscard]] BoundaryDialogs* dialogs() const { return m_dialogs; }
    [[nodiscard]] const BoundaryActions& actions() const { return m_actions; }
    [[nodiscard]] BoundaryPanel* panel() const { return m_panel; }
    [[nodiscard]] CrossingsPanel* crossings() const { return m_crossings; }
    /// What is selected in the diagram: several tables, or that of one object.
    [[nodiscard]] std::vector<TableId> selectedTables() const;

Q_SIGNALS:
    void message(const cadastre::Message& message);
    /// A menu about one boundary is being filled: others add what they do with it.
    void boundaryMenuFilled(QMenu* menu, const QString& boundary);
    void started(const QString& what);
    void ended();
    /// The inspector has something else to say.
    void factsChanged();

private:
    void connectFlow();
    void connectActions();
    void connectCanvas();
    void connectPanel();
    void connectCrossings();
    void updateActions();
    void fillAssignMenu(QMenu* menu, const std::vector<TableId>& tables);
    void fillSeenByMenu(QMenu* menu);
    void fillBoundaryMenu(QMenu* menu, const QString& boundary);
    void openRegionMenu(std::optional<BoundaryIndex> boundary, QPoint globalPosition);
    void openPanelMenu(const std::vector<TableId>& tables, const QStringList& boundaries,
                       QPoint globalPosition);
    void showWhatIf(const std::vector<TableId>& tables, std::optional<BoundaryIndex> boundary);
    void takeDrop(const std::vector<TableId>& tables, std::optional<BoundaryIndex> boundary);
    void showCrossing(const Crossing& crossing);
    void editBoundary(const QString& boundary);
    void showCrossingsOf(const QString& from, const QString& into);
    void removeBoundary(const QString& boundary);
    void makePrivate(const std::vector<TableId>& tables);
    void impactOfSelected();
    void raise(QDockWidget* dock);

    QMainWindow* m_window;
    OpenSources* m_sources;
    DiagramController* m_diagram;
    Canvas* m_canvas;
    BoundaryActions m_actions;
    BoundaryFlow* m_flow;
    BoundaryDialogs* m_dialogs;
    QDockWidget* m_boundaryDock = nullptr;
    QDockWidget* m_crossingsDock = nullptr;
    BoundaryPanel* m_panel = nullptr;      ///< made after the first paint
    CrossingsPanel* m_crossings = nullptr; ///< made after the first paint
    /// Shown again when the picture that is being made is there; of this check.
    std::optional<std::pair<BoundaryStatePointer, Crossing>> m_crossingLater;
};

/// "Crossings of orders: 7 → 3 (resolves 4)"; `what` is moved.
QString whatIfText(const QString& what, const CrossingDelta& delta);

} // namespace cadastre

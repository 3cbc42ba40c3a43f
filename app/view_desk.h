// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// ViewDesk: hiding, isolating and arranging tables, and saved views in the main window: actions,
// the strip that says what is hidden, the panel of views. What they change is in view_flow.h.
#pragma once

#include "app/desk.h"
#include "app/view_flow.h"

namespace cadastre {

class HiddenStrip;
class ViewPanel;

struct ViewActions
{
    explicit ViewActions(QMainWindow* window);

    QAction* hide;
    QAction* isolate;
    QAction* isolateNear;
    QAction* showAll;
    QAction* showMatching;
    QAction* save;
    QAction* update;
    QAction* selectArea;
    QAction* alignLeft;
    QAction* alignTop;
    QAction* arrange;
};

class ViewDesk : public Desk
{
    Q_OBJECT
public:
    ViewDesk(const DeskParts& parts, QObject* parent);

    void fillMenus(const WindowMenus& menus) override;
    void setUpDocks(const DeskDocks& docks) override;
    [[nodiscard]] std::vector<QDockWidget*> docks() const override;
    void fillPanels(const DeskPanels& panels) override;
    void takeFacts(FactsChange change) override;
    void takePicture(const DiagramPicture& picture) override;
    void takeSelection(std::optional<ObjectRef> object) override;
    void fillObjectMenu(QMenu* menu, ObjectRef object) override;
    void fillTablesMenu(QMenu* menu, const std::vector<TableId>& tables) override;
    void fillCanvasMenu(QMenu* menu) override;
    [[nodiscard]] std::vector<PaletteEntry> paletteEntries() const override;
    void leave() override;

    [[nodiscard]] ViewFlow* flow() const { return m_flow; }
    [[nodiscard]] const ViewActions& actions() const { return m_actions; }
    /// Null before the window's first paint.
    [[nodiscard]] ViewPanel* panel() const { return m_panel; }
    [[nodiscard]] HiddenStrip* strip() const { return m_strip; }
    [[nodiscard]] QDockWidget* dock() const { return m_dock; }
    /// Asks for a name and saves what is shown under it.
    void askName();
    /// Asks for a query and shows only what matches it.
    void askQuery();
    void showPanel();

private:
    void connectActions();
    void connectFlow();
    void connectPanel();
    void connectStrip();
    void showChanged();
    void showHidden();
    [[nodiscard]] QString whatIsHidden() const;
    void enableActions();
    void fillGoMenu();
    void applyLook(const ViewLook& look);
    void tell(const QString& text);
    void hideSelected();
    void isolateSelected(bool withNeighbours);
    void arrangeSelected(int how);
    [[nodiscard]] std::vector<TableId> selectedTables() const;
    [[nodiscard]] QString suggestedName() const;

    DeskParts m_parts;
    ViewActions m_actions;
    ViewFlow* m_flow;
    HiddenStrip* m_strip;
    ReviewPanel* m_review = nullptr;
    ViewPanel* m_panel = nullptr;
    QDockWidget* m_dock = nullptr;
    QMenu* m_views = nullptr;            ///< below "Go"
    std::vector<ObjectKey> m_hiddenKeys; ///< as they are listed
    std::optional<ObjectKey> m_missed;   ///< hidden, and looked for
};

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// OrientationDesk: where to begin in a database: the panel "Start here", the page about it, and the
// context for an assistant. Works them out off the UI thread whenever something changed.
#pragma once

#include "app/desk.h"
#include "app/newest_job.h"
#include "app/orientation_actions.h"
#include "app/orientation_job.h"

#include <QPointer>
#include <QSet>

class QTimer;

namespace cadastre {

class OrientationPanel;
class OverviewDialog;

class OrientationDesk : public Desk
{
    Q_OBJECT
public:
    OrientationDesk(const DeskParts& parts, QObject* parent);

    void fillMenus(const WindowMenus& menus) override;
    void setUpDocks(const DeskDocks& docks) override;
    [[nodiscard]] std::vector<QDockWidget*> docks() const override;
    void fillPanels(const DeskPanels& panels) override;
    void takeFacts(FactsChange change) override;
    void takeRelationships() override;
    void takePicture(const DiagramPicture& picture) override;
    void fillObjectMenu(QMenu* menu, ObjectRef object) override;
    void fillTablesMenu(QMenu* menu, const std::vector<TableId>& tables) override;
    void fillCanvasMenu(QMenu* menu) override;
    [[nodiscard]] std::vector<PaletteEntry> paletteEntries() const override;
    void leave() override;

    /// Shows the panel and gives it the keyboard.
    void showPanel();
    void showAbout();
    /// Puts a context on the clipboard; of everything when there are no tables.
    void copyContext(const std::vector<TableId>& tables, int depth);
    /// What the action copies: selected tables, one with what is around it, what is shown.
    void copyContextOfChoice();

    [[nodiscard]] const OrientationActions& actions() const { return m_actions; }
    [[nodiscard]] OrientationPanel* panel() const { return m_panel; }
    [[nodiscard]] QDockWidget* dock() const { return m_dock; }
    /// Null while it is not open.
    [[nodiscard]] OverviewDialog* dialog() const;
    [[nodiscard]] const OrientationStatePointer& state() const { return m_state; }
    /// Whether the state is of the newest catalog.
    [[nodiscard]] bool isCurrent() const;
    [[nodiscard]] bool isBusy() const;

Q_SIGNALS:
    void stateChanged();
    void contextCopied();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectActions();
    void refreshSoon();
    void refresh();
    void takeState(OrientationStatePointer state);
    void showState();
    void takeGroups(const DiagramPicture& picture);
    void showDock();
    void goOn(int steps);
    void show(TableId table);
    void readSeen();
    void sayCopied(const AssistantContext& context, const std::vector<TableId>& tables);
    [[nodiscard]] OrientationRequest request() const;
    [[nodiscard]] QString location() const;

    DeskParts m_parts;
    OrientationActions m_actions;
    QTimer* m_pause;
    std::vector<TableGroup> m_drawn; ///< of the newest picture of everything
    QDockWidget* m_dock = nullptr;
    QDockWidget* m_beside = nullptr;     ///< the catalog, above it
    OrientationPanel* m_panel = nullptr; ///< made after the first paint
    QPointer<OverviewDialog> m_dialog;
    OrientationStatePointer m_state = std::make_shared<const OrientationState>();
    QSet<ObjectKey> m_seen;    ///< tables of the open database
    bool m_offerPanel = false; ///< when the next picture is there
    NewestJob<OrientationStatePointer> m_job;
    NewestJob<AssistantContext> m_contextJob;
};

} // namespace cadastre

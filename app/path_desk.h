// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// PathDesk: how tables join, in the main window: the panel, its shortcut and context menus, the
// search off the UI thread, and the chosen way in the diagram for as long as the panel is seen.
#pragma once

#include "app/desk.h"
#include "app/newest_job.h"
#include "model/paths/find_paths.h"
#include "model/paths/join_facts.h"

class QAction;

namespace cadastre {

class PathPanel;

class PathDesk : public Desk
{
    Q_OBJECT
public:
    PathDesk(const DeskParts& parts, QObject* parent);

    void fillMenus(const WindowMenus& menus) override;
    void setUpDocks(const DeskDocks& docks) override;
    [[nodiscard]] std::vector<QDockWidget*> docks() const override;
    void fillPanels(const DeskPanels& panels) override;
    void takeFacts(FactsChange change) override;
    void takeRelationships() override;
    void takePicture(const DiagramPicture& picture) override;
    void takeSelection(std::optional<ObjectRef> object) override;
    void fillObjectMenu(QMenu* menu, ObjectRef object) override;
    void fillTablesMenu(QMenu* menu, const std::vector<TableId>& tables) override;
    void leave() override;

    /// Opens the panel; with tables it asks how they join, or from where.
    void open(const std::vector<TableId>& tables);

    [[nodiscard]] QAction* action() const { return m_action; }
    /// Null before the first paint.
    [[nodiscard]] PathPanel* panel() const { return m_panel; }
    [[nodiscard]] QDockWidget* dock() const { return m_dock; }
    [[nodiscard]] bool isBusy() const { return m_job.isRunning(); }

private:
    struct Found
    {
        JoinFactsPointer facts; ///< null when cancelled
        PathAnswer answer;
    };
    /// What was seen before a way was shown.
    struct SeenBefore
    {
        std::vector<TableId> tables;
        QRectF view;
    };

    void openForSelection();
    void find(const PathQuestion& question);
    void take(Found found);
    void showPath();
    void hidePath();
    /// Until a way is chosen again; what is seen stays.
    void dismissPath(bool keepsSelection);
    [[nodiscard]] bool isSeen() const;

    DeskParts m_parts;
    QAction* m_action;
    QDockWidget* m_dock = nullptr;
    PathPanel* m_panel = nullptr;
    JoinFactsPointer m_facts; ///< of the newest catalog and relationships, or null
    std::optional<SeenBefore> m_before;
    bool m_dockSeen = false;
    bool m_dismissed = false;
    bool m_showing = false; ///< what is selected now belongs to the way
    NewestJob<Found> m_job;
};

} // namespace cadastre

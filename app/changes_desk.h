// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// ChangesDesk: what changed, in the main window: the message after a refresh, the panel, the marks
// in the diagram, and snapshots to compare with later. What is compared lives in changes_flow.h.
#pragma once

#include "app/changes_flow.h"
#include "app/desk.h"
#include "app/open_flow.h"
#include "app/own_writes.h"

class QAction;

namespace cadastre {

class ChangesPanel;

class ChangesDesk : public Desk
{
    Q_OBJECT
public:
    explicit ChangesDesk(const DeskParts& parts, QObject* parent = nullptr);

    void fillMenus(const WindowMenus& menus) override;
    void setUpDocks(const DeskDocks& docks) override;
    [[nodiscard]] std::vector<QDockWidget*> docks() const override;
    void fillPanels(const DeskPanels& panels) override;
    void takeFacts(FactsChange change) override;
    bool answer(MessageTopic topic, bool other) override;
    void cancel() override;
    void leave() override;

    /// Opens the panel with the list in focus.
    void showPanel();
    /// Asks for a snapshot or a database file to compare with.
    void chooseOther();
    void saveSnapshot();

    [[nodiscard]] ChangesFlow* flow() const { return m_flow; }
    [[nodiscard]] ChangesPanel* panel() const { return m_panel; }
    [[nodiscard]] QDockWidget* dock() const { return m_dock; }
    /// Asks for passwords of what is compared with.
    [[nodiscard]] OpenFlow* openFlow() const { return m_openFlow; }
    [[nodiscard]] QMenu* recentMenu() const { return m_recent; }
    [[nodiscard]] QAction* showAction() const { return m_showAction; }
    [[nodiscard]] QAction* compareAction() const { return m_compareAction; }
    [[nodiscard]] QAction* snapshotAction() const { return m_snapshotAction; }

private:
    QAction* makeAction(const char* icon, const QString& text, const char* shortcut,
                        const QString& hint);
    void takeChanges(ChangesReason reason);
    void tell(ChangesReason reason);
    void showMarks();
    void showBusy();
    void dismiss();
    void fillRecentMenu(QMenu* menu);
    void compareWithAddress(const QString& text);
    void compareWithRequest(const SourceRequest& request);
    void tellProblem(const Error& error);
    void showGone(int change);
    void askForget();
    void writeSnapshot(const QString& path);

    DeskParts m_parts;
    ChangesFlow* m_flow;
    OpenFlow* m_openFlow; ///< whose database is read and compared, not opened
    QMenu* m_recent = nullptr;
    SourceRequest m_asked; ///< that is being compared with
    QAction* m_showAction;
    QAction* m_compareAction;
    QAction* m_snapshotAction;
    QDockWidget* m_dock = nullptr;
    ChangesPanel* m_panel = nullptr; ///< made after the first paint
    NewestJob<Result<Nothing>> m_snapshotJob;
    OwnWrites m_own;
    CatalogDifference m_news; ///< of the state: what others changed
    bool m_isReading = false; ///< another database, which the activity bar shows
};

} // namespace cadastre

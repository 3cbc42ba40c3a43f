// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// WalkDesk: how people move and choose in the main window beyond the canvas itself: what keys do
// now in the status bar, the way back from a panel, the frame of the focus, several tables chosen
// in the tree, menus of groups, and whether legends are folded.
#pragma once

#include "app/desk.h"

namespace cadastre {

class FocusRing;
class LensLegend;

class WalkDesk : public Desk
{
    Q_OBJECT
public:
    WalkDesk(const DeskParts& parts, QObject* parent);

    void fillMenus(const WindowMenus& menus) override;
    void fillPanels(const DeskPanels& panels) override;
    void leave() override;

    [[nodiscard]] FocusRing* ring() const { return m_ring; }

protected:
    /// Of docks and the lists in them: Escape, where nobody else takes it.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectCanvas();
    void connectLegends();
    void showKeys();
    QAction* textAction(const QString& text, const char* keys, double step);
    void setTextScale(double scale);
    void takeFocus(QWidget* now);
    void openGroupMenu(int group, QPoint globalPosition);
    void openTablesMenu(const std::vector<TableId>& tables, QPoint globalPosition);
    void addGroupEntries(QMenu* menu, int group);
    void addTablesEntries(QMenu* menu, const std::vector<TableId>& tables);
    void fillBoundaryMenu(QMenu* menu, const QString& boundary);

    DeskParts m_parts;
    FocusRing* m_ring;
    std::vector<QAction*> m_textActions; ///< larger, smaller, usual
    CatalogPanel* m_tree = nullptr;
    QString m_keys; ///< in the status bar
};

} // namespace cadastre

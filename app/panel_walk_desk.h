// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// PanelWalkDesk: from panel to panel by keys, because Tab walks within: in the diagram it goes from
// table to table.
#pragma once

#include "app/desk.h"

namespace cadastre {

class PanelWalkDesk : public Desk
{
    Q_OBJECT
public:
    PanelWalkDesk(const DeskParts& parts, QObject* parent);

    void fillMenus(const WindowMenus& menus) override;
    void fillPanels(const DeskPanels& panels) override;
    [[nodiscard]] QAction* next() const { return m_next; }
    [[nodiscard]] QAction* previous() const { return m_previous; }

private:
    void walk(bool forward);
    [[nodiscard]] std::vector<QWidget*> stops() const;

    MainWindow* m_window;
    QAction* m_next;
    QAction* m_previous;
    QMenu* m_panels = nullptr; ///< lists all of them
};

} // namespace cadastre

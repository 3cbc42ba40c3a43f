// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// RecentDesk: what was open lately, on the start page and under File > Open recent: pinned ones
// first, files that are gone marked. The list itself is kept by the settings.
#pragma once

#include "app/desk.h"
#include "app/newest_job.h"
#include "widgets/recent_entry.h"

namespace cadastre {

class RecentDesk : public Desk
{
    Q_OBJECT
public:
    RecentDesk(const DeskParts& parts, QObject* parent);

    void fillMenus(const WindowMenus& menus) override;
    void takeFacts(FactsChange change) override;
    [[nodiscard]] std::vector<PaletteEntry> paletteEntries() const override;
    void leave() override;

    [[nodiscard]] QMenu* menu() const { return m_menu; }
    [[nodiscard]] const std::vector<RecentEntry>& entries() const { return m_entries; }

private:
    void refresh();
    void show(std::vector<RecentEntry> entries);
    void fillMenu();
    void open(const QString& address);

    MainWindow* m_window;
    Settings* m_settings;
    QMenu* m_menu;
    NewestJob<std::vector<RecentEntry>> m_job; ///< looks which files are there
    std::vector<RecentEntry> m_entries;
};

} // namespace cadastre

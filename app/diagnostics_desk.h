// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Help > Diagnostics: keeps the last messages in memory and shows what a report needs. Nothing is
// sent anywhere.
#pragma once

#include "app/desk.h"
#include "app/diagnostics.h"

#include <deque>

namespace cadastre {

class DiagnosticsDesk : public Desk
{
    Q_OBJECT
public:
    DiagnosticsDesk(const DeskParts& parts, QObject* parent);

    void fillMenus(const WindowMenus& menus) override;
    [[nodiscard]] Diagnostics diagnostics() const;

private:
    void keep(const Message& message);
    void show();

    MainWindow* m_window;
    OpenSources* m_sources;
    QAction* m_show;
    std::deque<DiagnosticMessage> m_messages;
};

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The manual in the window: F1 opens it at the chapter of the panel that has the focus.
#pragma once

#include "app/desk.h"

#include <QPointer>

namespace cadastre {

class ManualDialog;

/// Property of a widget: the chapter for it and for everything inside.
inline constexpr char helpChapterProperty[] = "helpChapter";

class ManualDesk : public Desk
{
    Q_OBJECT
public:
    ManualDesk(const DeskParts& parts, QObject* parent);

    void fillMenus(const WindowMenus& menus) override;
    [[nodiscard]] std::vector<PaletteEntry> paletteEntries() const override;

    void open(const QString& chapter);
    /// Null while it is closed.
    [[nodiscard]] ManualDialog* dialog() const;

private:
    MainWindow* m_window;
    QAction* m_manual;
    std::function<void(const QString& chapter)> m_open;
    QPointer<ManualDialog> m_dialog;
};

/// Of the widget or of what it lies in; "index" where nothing says.
QString helpChapterOf(const QWidget* widget);

} // namespace cadastre

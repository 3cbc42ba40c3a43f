// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Letters behind Alt: which ones a window has given away, which one is left for a button, and why
// one of a panel behind another tab is never meant. Menus and texts themselves live elsewhere.
#pragma once

#include <QObject>
#include <QString>

class QWidget;

namespace cadastre {

/// In a dock that another tab hides: Qt keeps it visible and puts it outside of the window.
bool isBehindTab(const QWidget* widget);

/// The letters of the menu bar and of what can be seen in this window, in upper case; those below
/// `except` do not count.
QString takenMnemonics(const QWidget* window, const QWidget* except);

/// The text with its own letter where that is free, else with the first free one of its words,
/// else with none. What it takes is added to `taken`.
QString withFreeMnemonic(const QString& text, QString& taken);

/// Installed on the application: the letter of a widget behind a tab does what the widget that can
/// be seen says, or nothing.
class SeenMnemonics : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace cadastre

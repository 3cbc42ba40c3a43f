// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Windows and dialogs that are never larger than their screen: they are shown smaller, and what
// does not fit scrolls while the buttons below it stay. Docks are fit_desk's.
#pragma once

#include <QObject>
#include <QSize>

class QDialog;

namespace cadastre {

/// What a window without its frame may take of its screen, in logical pixels.
QSize roomOnScreen(const QWidget* window);

/// Makes it as large as the screen has room for, and moves it there; leaves those alone that are
/// maximised or fit already.
void fitToScreen(QWidget* window);

/// Where a dialog cannot be made small enough: everything but its row of buttons scrolls.
void letDialogScroll(QDialog* dialog);

/// Fits every dialog of the program before it is shown.
class DialogFitter : public QObject
{
    Q_OBJECT
public:
    /// Watches the application.
    explicit DialogFitter(QObject* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace cadastre

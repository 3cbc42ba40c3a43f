// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/menu_desk.h"

#include "app/main_window.h"
#include "widgets/mnemonics.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QMenu>
#include <QMenuBar>

namespace cadastre {

namespace {

constexpr const char* knownProperty = "cadastreMenuKnown";
constexpr const char* ownTipProperty = "cadastreTipIsText";

void spreadMnemonics(const QList<QAction*>& actions)
{
    QStringList texts;
    for (const QAction* action : actions)
        texts << (action->isSeparator() || !action->isVisible() ? QString() : action->text());
    const QStringList unique = withUniqueMnemonics(texts);
    for (qsizetype i = 0; i < actions.size(); ++i) {
        if (!texts[i].isEmpty() && texts[i] != unique[i])
            actions[i]->setText(unique[i]);
    }
}

void adopt(QMenu* menu)
{
    if (menu->property(knownProperty).toBool())
        return;
    menu->setProperty(knownProperty, true);
    QObject::connect(menu, &QMenu::aboutToShow, menu, [menu] { tidyMenu(menu); });
}

} // namespace

void tidyMenu(QMenu* menu)
{
    menu->setToolTipsVisible(true);
    spreadMnemonics(menu->actions());
}

void teachShortcut(QAction* action)
{
    if (action->shortcuts().isEmpty())
        return;
    const QString keys = action->shortcuts().constFirst().toString(QKeySequence::NativeText);
    const QString text = withoutMnemonic(action->text()).remove(QStringLiteral("…"));
    if (action->toolTip() == text)
        action->setProperty(ownTipProperty, true);
    // names of undo change, and their tool tips with them
    const bool follows = action->property(ownTipProperty).toBool();
    const QString tip = follows ? text : action->toolTip();
    if (!keys.isEmpty() && (follows || !tip.contains(keys)))
        action->setToolTip(QStringLiteral("%1 (%2)").arg(tip, keys));
}

MenuDesk::MenuDesk(const DeskParts& parts, QObject* parent)
    : Desk(parent)
    , m_window(parts.window)
{
    qApp->installEventFilter(this);
    connect(m_window, &MainWindow::firstPainted, this, &MenuDesk::takeActions);
}

bool MenuDesk::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Polish) {
        if (auto* menu = qobject_cast<QMenu*>(watched))
            adopt(menu);
    }
    return Desk::eventFilter(watched, event);
}

/// All desks have made theirs by now.
void MenuDesk::takeActions()
{
    spreadMnemonics(m_window->menuBar()->actions());
    const QList<QMenu*> menus = m_window->menuBar()->findChildren<QMenu*>();
    for (QMenu* menu : menus) {
        adopt(menu);
        tidyMenu(menu);
    }
    const QList<QAction*> actions = m_window->QWidget::actions();
    for (QAction* action : actions) {
        teachShortcut(action);
        connect(action, &QAction::changed, action, [action] { teachShortcut(action); });
    }
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/seen_mnemonics.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QDockWidget>
#include <QGroupBox>
#include <QLabel>
#include <QMainWindow>
#include <QMenuBar>
#include <QShortcutEvent>

#include <algorithm>

namespace cadastre {

namespace {

QString mnemonicText(const QWidget* widget)
{
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
        return button->text();
    if (const auto* label = qobject_cast<const QLabel*>(widget))
        return label->buddy() == nullptr ? QString() : label->text();
    if (const auto* box = qobject_cast<const QGroupBox*>(widget))
        return box->title();
    return {};
}

/// Where the letter of a text stands, behind its ampersand; -1 for none.
qsizetype letterPlace(const QString& text)
{
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (text[i] != u'&')
            continue;
        if (text[i + 1] != u'&')
            return i + 1;
        ++i;
    }
    return -1;
}

bool canBeMeant(const QWidget* widget)
{
    return widget->isVisible() && widget->isEnabled() && !isBehindTab(widget);
}

/// What can be seen of a window and has this letter.
std::vector<QWidget*> seenOwners(const QWidget* window, const QKeySequence& key)
{
    std::vector<QWidget*> owners;
    const QList<QWidget*> all = window->findChildren<QWidget*>();
    for (QWidget* each : all) {
        const QString text = mnemonicText(each);
        if (text.contains(u'&') && each->window() == window && canBeMeant(each) &&
            QKeySequence::mnemonic(text) == key)
            owners.push_back(each);
    }
    return owners;
}

QMenuBar* menuBarOf(const QWidget* window)
{
    const auto* main = qobject_cast<const QMainWindow*>(window);
    return main == nullptr ? nullptr : qobject_cast<QMenuBar*>(main->menuWidget());
}

QAction* menuOf(const QWidget* window, const QKeySequence& key)
{
    const QMenuBar* bar = menuBarOf(window);
    const QList<QAction*> actions = bar == nullptr ? QList<QAction*>() : bar->actions();
    const auto found = std::ranges::find_if(actions, [&](const QAction* action) {
        return action->isVisible() && action->isEnabled() &&
               QKeySequence::mnemonic(action->text()) == key;
    });
    return found == actions.end() ? nullptr : *found;
}

void activate(QWidget* owner)
{
    if (auto* button = qobject_cast<QAbstractButton*>(owner)) {
        if (button->focusPolicy() != Qt::NoFocus)
            button->setFocus(Qt::ShortcutFocusReason);
        button->animateClick();
    } else if (const auto* label = qobject_cast<QLabel*>(owner)) {
        label->buddy()->setFocus(Qt::ShortcutFocusReason);
    } else {
        owner->setFocus(Qt::ShortcutFocusReason);
    }
}

} // namespace

bool isBehindTab(const QWidget* widget)
{
    for (const QWidget* each = widget; each != nullptr; each = each->parentWidget()) {
        const auto* dock = qobject_cast<const QDockWidget*>(each);
        if (dock == nullptr || dock->isFloating())
            continue;
        return dock->geometry().right() < 0 || dock->geometry().bottom() < 0;
    }
    return false;
}

QString takenMnemonics(const QWidget* window, const QWidget* except)
{
    QString taken;
    const auto take = [&taken](const QString& text) {
        const qsizetype place = letterPlace(text);
        if (place >= 0)
            taken += text[place].toUpper();
    };
    if (const QMenuBar* bar = menuBarOf(window)) {
        const QList<QAction*> actions = bar->actions();
        for (const QAction* action : actions)
            take(action->text());
    }
    const QList<QWidget*> all = window->findChildren<QWidget*>();
    for (const QWidget* each : all) {
        const QString text = mnemonicText(each);
        if (text.contains(u'&') && each->window() == window && !except->isAncestorOf(each) &&
            canBeMeant(each))
            take(text);
    }
    return taken;
}

QString withFreeMnemonic(const QString& text, QString& taken)
{
    const qsizetype own = letterPlace(text);
    const QString plain = own < 0 ? text : QString(text.left(own - 1) + text.mid(own));
    const auto isFree = [&](qsizetype at) {
        return at >= 0 && at < plain.size() && plain[at].isLetterOrNumber() &&
               !taken.contains(plain[at].toUpper());
    };
    qsizetype place = isFree(own - 1) ? own - 1 : -1;
    for (qsizetype at = 0; at < plain.size() && place < 0; ++at) {
        const bool beginsWord = at == 0 || plain[at - 1].isSpace();
        place = beginsWord && isFree(at) ? at : -1;
    }
    for (qsizetype at = 0; at < plain.size() && place < 0; ++at)
        place = isFree(at) ? at : -1;
    if (place < 0)
        return plain;
    taken += plain[place].toUpper();
    return QString(plain.left(place) + u'&' + plain.mid(place));
}

bool SeenMnemonics::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::Shortcut || !watched->isWidgetType())
        return false;
    auto* widget = static_cast<QWidget*>(watched);
    const auto* shortcut = static_cast<QShortcutEvent*>(event);
    const QKeySequence key = shortcut->key();
    const bool isLetter = QKeySequence::mnemonic(mnemonicText(widget)) == key && !key.isEmpty();
    const bool isHidden = isBehindTab(widget);
    if (!isLetter || (!isHidden && !shortcut->isAmbiguous()))
        return false;
    QAction* menu = menuOf(widget->window(), key);
    const std::vector<QWidget*> owners = seenOwners(widget->window(), key);
    if (!isHidden && (owners.size() > 1 || menu != nullptr))
        return false; // a person goes from one to the other, as everywhere
    if (owners.size() == 1 && menu == nullptr)
        activate(owners.front());
    else if (!owners.empty())
        owners.front()->setFocus(Qt::ShortcutFocusReason);
    else if (menu != nullptr)
        menuBarOf(widget->window())->setActiveAction(menu);
    return true;
}

} // namespace cadastre

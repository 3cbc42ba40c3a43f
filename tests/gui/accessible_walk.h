// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Walks a window as assistive technology and as a person with a keyboard meet it, and lists what is
// wrong. For the window tests; each complaint is one line that says where.
#pragma once

#include "widgets/mnemonics.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRadioButton>
#include <QScrollBar>
#include <QSet>
#include <QTabBar>
#include <QTest>
#include <QTextEdit>
#include <QToolBar>
#include <QWidget>

namespace cadastre::reach {

/// "CatalogPanel/QLineEdit": the named ancestors and the class.
inline QString placeOf(const QWidget* widget)
{
    QStringList parts;
    for (const QWidget* each = widget; each != nullptr; each = each->parentWidget()) {
        QString part = QString::fromLatin1(each->metaObject()->className());
        part.remove(QStringLiteral("cadastre::"));
        if (!each->objectName().isEmpty())
            part += QStringLiteral("#") + each->objectName();
        if (auto* button = qobject_cast<const QAbstractButton*>(each))
            part += QStringLiteral("(") + button->text() + QStringLiteral(")");
        parts.prepend(part);
    }
    return parts.mid(std::max<qsizetype>(0, parts.size() - 4)).join(u'/');
}

inline bool isInteractive(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::Button:
    case QAccessible::ButtonMenu:
    case QAccessible::ButtonDropDown:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::List:
    case QAccessible::Tree:
    case QAccessible::Table:
    case QAccessible::PageTab:
        return true;
    default:
        return false;
    }
}

/// Qt's own parts of a widget, which it names and walks itself.
inline bool isInner(const QWidget* widget)
{
    for (const QWidget* each = widget->parentWidget(); each != nullptr;
         each = each->parentWidget()) {
        if (qobject_cast<const QComboBox*>(each) != nullptr ||
            qobject_cast<const QAbstractSpinBox*>(each) != nullptr ||
            qobject_cast<const QAbstractItemView*>(each) != nullptr)
            return true;
        if (qobject_cast<const QLineEdit*>(each) != nullptr)
            return true;
    }
    return widget->objectName().startsWith(QLatin1String("qt_")) ||
           qobject_cast<const QScrollBar*>(widget) != nullptr;
}

/// What the role of a focusable widget may be; NoRole where anything interactive will do.
inline QAccessible::Role expectedRole(const QWidget* widget)
{
    if (qobject_cast<const QLineEdit*>(widget) != nullptr)
        return QAccessible::EditableText;
    if (qobject_cast<const QComboBox*>(widget) != nullptr)
        return QAccessible::ComboBox;
    if (qobject_cast<const QTabBar*>(widget) != nullptr)
        return QAccessible::PageTabList;
    if (widget->inherits("cadastre::Canvas"))
        return QAccessible::List;
    return QAccessible::NoRole;
}

inline QWidget* containerOf(const QWidget* widget)
{
    for (QWidget* each = widget->parentWidget(); each != nullptr; each = each->parentWidget()) {
        if (each->isWindow() || qobject_cast<QDockWidget*>(each) != nullptr ||
            qobject_cast<QToolBar*>(each) != nullptr)
            return each;
    }
    return nullptr;
}

/// Names, roles and duplicates of everything visible below `root`.
inline QStringList accessibleComplaints(QWidget* root)
{
    QStringList complaints;
    QHash<QString, QString> seen;
    QList<QWidget*> widgets = root->findChildren<QWidget*>();
    widgets.prepend(root);
    for (QWidget* widget : widgets) {
        if (!widget->isVisible() || isInner(widget) || widget->window() != root->window())
            continue;
        QAccessibleInterface* one = QAccessible::queryAccessibleInterface(widget);
        if (one == nullptr) {
            if (widget->focusPolicy() & Qt::TabFocus)
                complaints << QStringLiteral("nothing accessible: %1").arg(placeOf(widget));
            continue;
        }
        const QString name = one->text(QAccessible::Name).simplified();
        const bool focusable = (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isEnabled() &&
                               widget->focusProxy() == nullptr;
        if (!isInteractive(one->role()) && !focusable)
            continue;
        if (name.isEmpty() && one->role() != QAccessible::PageTabList)
            complaints << QStringLiteral("no name: %1").arg(placeOf(widget));
        const QAccessible::Role expected = expectedRole(widget);
        if (expected != QAccessible::NoRole && one->role() != expected)
            complaints << QStringLiteral("role %1 instead of %2: %3")
                              .arg(one->role())
                              .arg(expected)
                              .arg(placeOf(widget));
        const QSet<QAccessible::Role> noRoles{QAccessible::NoRole, QAccessible::Client,
                                              QAccessible::Border, QAccessible::Pane,
                                              QAccessible::Grouping};
        if (focusable && noRoles.contains(one->role()))
            complaints << QStringLiteral("focusable with role %1: %2")
                              .arg(one->role())
                              .arg(placeOf(widget));
        if (name.isEmpty())
            continue;
        const QString key = QStringLiteral("%1 \"%2\" in %3")
                                .arg(QString::number(one->role()), name,
                                     QString::number(quintptr(containerOf(widget))));
        if (seen.contains(key))
            complaints << QStringLiteral("\"%1\" twice: %2 and %3")
                              .arg(name, placeOf(widget), seen.value(key));
        seen.insert(key, placeOf(widget));
    }
    return complaints;
}

/// Of buttons that exclude each other Tab reaches the pressed one only.
inline bool isReachedByArrows(const QWidget* widget)
{
    auto* radio = qobject_cast<const QRadioButton*>(widget);
    return radio != nullptr && radio->autoExclusive() && !radio->isChecked();
}

/// Widgets that Tab should reach and does not when pressed until it comes round; and those that
/// keep it.
inline QStringList tabComplaints(QWidget* window)
{
    QStringList complaints;
    QSet<QWidget*> wanted;
    const QList<QWidget*> widgets = window->findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
        if (widget->isVisible() && widget->isEnabled() &&
            (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus &&
            widget->focusProxy() == nullptr && !isInner(widget) && widget->window() == window &&
            !isReachedByArrows(widget))
            wanted.insert(widget);
    }
    if (wanted.isEmpty())
        return complaints;
    QWidget* start = QApplication::focusWidget();
    if (start == nullptr || start->window() != window) {
        start = *wanted.cbegin();
        start->setFocus(Qt::TabFocusReason);
    }
    bool left = false;
    int kept = 0;
    for (int presses = 0; presses < 1000 && !wanted.isEmpty(); ++presses) {
        QWidget* focus = QApplication::focusWidget();
        if (focus == nullptr || focus->window() != window)
            break;
        if (left && focus == start)
            break;
        wanted.remove(focus);
        QTest::keyClick(focus, Qt::Key_Tab);
        kept = QApplication::focusWidget() == focus ? kept + 1 : 0;
        // the diagram walks relationships around and around, until Escape lets go of them
        if (kept > 2 && focus->inherits("cadastre::Canvas")) {
            for (int step = 0; step < 3; ++step) // the line, the table, the diagram
                QTest::keyClick(focus, Qt::Key_Escape);
        }
        if (kept > 400) {
            complaints << QStringLiteral("keeps Tab: %1").arg(placeOf(focus));
            break;
        }
        left = left || kept == 0;
    }
    for (QWidget* widget : std::as_const(wanted)) {
        if (widget->isVisible() && widget->isEnabled())
            complaints << QStringLiteral("Tab never reaches %1").arg(placeOf(widget));
    }
    return complaints;
}

/// Letters that are twice in one dialog or panel.
inline QStringList mnemonicComplaints(QWidget* root)
{
    QStringList complaints;
    QHash<QChar, QString> seen;
    const QList<QWidget*> widgets = root->findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
        QStringList texts;
        if (auto* button = qobject_cast<QAbstractButton*>(widget))
            texts << button->text();
        else if (auto* label = qobject_cast<QLabel*>(widget); label && label->buddy() != nullptr)
            texts << label->text();
        else if (auto* tabs = qobject_cast<QTabBar*>(widget))
            for (int i = 0; i < tabs->count(); ++i)
                texts << tabs->tabText(i);
        if (!widget->isVisible() || widget->window() != root->window())
            continue;
        for (const QString& text : std::as_const(texts)) {
            const QChar letter = mnemonicOf(text);
            if (letter.isNull())
                continue;
            if (seen.contains(letter))
                complaints << QStringLiteral("Alt+%1 twice: \"%2\" and \"%3\" in %4")
                                  .arg(letter)
                                  .arg(seen.value(letter), text, placeOf(root));
            seen.insert(letter, text);
        }
    }
    return complaints;
}

inline QStringList menuComplaints(const QMenu* menu)
{
    QStringList complaints;
    QHash<QChar, QString> seen;
    const QList<QAction*> actions = menu->actions();
    for (const QAction* action : actions) {
        if (action->menu() != nullptr)
            complaints << menuComplaints(action->menu());
        const QChar letter = mnemonicOf(action->text());
        if (action->isSeparator() || !action->isVisible() || letter.isNull())
            continue;
        if (seen.contains(letter))
            complaints << QStringLiteral("Alt, %1 twice in \"%2\": %3 and %4")
                              .arg(letter)
                              .arg(menu->title(), seen.value(letter), action->text());
        seen.insert(letter, action->text());
    }
    return complaints;
}

} // namespace cadastre::reach

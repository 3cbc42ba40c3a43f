// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/dock_tabs.h"

#include "widgets/icons.h"

#include <QApplication>
#include <QDockWidget>
#include <QEvent>
#include <QMainWindow>
#include <QPointer>
#include <QProxyStyle>
#include <QStyleOptionTab>
#include <QTabBar>
#include <QTimer>

#include <algorithm>
#include <array>
#include <utility>

namespace cadastre {

namespace {

constexpr QSize tabIcon(16, 16);

QIcon dockIcon(const QString& name)
{
    static constexpr std::array<std::pair<QLatin1String, QLatin1String>, 11> icons{{
        {QLatin1String("catalogDock"), QLatin1String("database")},
        {QLatin1String("boundariesDock"), QLatin1String("boundary")},
        {QLatin1String("worklistDock"), QLatin1String("comment")},
        {QLatin1String("viewsDock"), QLatin1String("saved-view")},
        {QLatin1String("startHereDock"), QLatin1String("hint")},
        {QLatin1String("inspectorDock"), QLatin1String("info")},
        {QLatin1String("relationshipsDock"), QLatin1String("relationships")},
        {QLatin1String("crossingsDock"), QLatin1String("crossing")},
        {QLatin1String("pathDock"), QLatin1String("path")},
        {QLatin1String("changesDock"), QLatin1String("refresh")},
        {QLatin1String("pendingDock"), QLatin1String("pending")},
    }};
    const auto found =
        std::ranges::find(icons, name, [](const auto& one) { return QString(one.first); });
    return themedIcon(found == icons.end() ? QStringLiteral("legend") : QString(found->second));
}

/// Where the bar has no room for all texts, the tab in front is its words, and the others are
/// icons.
class DockTabStyle : public QProxyStyle
{
public:
    using QProxyStyle::QProxyStyle;

    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption* option,
                                         const QSize& size, const QWidget* widget) const override
    {
        QSize needed = QProxyStyle::sizeFromContents(type, option, size, widget);
        const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
        const auto* bar = qobject_cast<const QTabBar*>(widget);
        if (type != CT_TabBarTab || tab == nullptr || bar == nullptr)
            return needed;
        const int text = tab->fontMetrics.horizontalAdvance(tab->text);
        if (hasRoom(*bar, tab->fontMetrics, needed.width() - text))
            return needed;
        const int left = bar->width() - (bar->count() - 1) * iconWidth;
        if (!tab->state.testFlag(State_Selected))
            needed.setWidth(iconWidth);
        else if (needed.width() > left)
            needed.setWidth(text + wordsMargin);
        return needed;
    }

    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override
    {
        const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
        const auto* bar = qobject_cast<const QTabBar*>(widget);
        if (element != CE_TabBarTabLabel || tab == nullptr || bar == nullptr) {
            QProxyStyle::drawControl(element, option, painter, widget);
            return;
        }
        const bool selected = tab->state.testFlag(State_Selected);
        if (!selected && tab->rect.width() <= iconWidth) {
            tab->icon.paint(painter,
                            alignedRect(tab->direction, Qt::AlignCenter, tabIcon, tab->rect));
            return;
        }
        QStyleOptionTab words(*tab);
        const QString whole = selected ? bar->tabText(bar->currentIndex()) : tab->text;
        const int room = tab->rect.width() - tab->fontMetrics.horizontalAdvance(whole);
        if (selected && room < wordsMargin + tabIcon.width()) { // the words instead of the icon
            words.icon = QIcon();
            words.text = tab->fontMetrics.elidedText(whole, Qt::ElideRight,
                                                     tab->rect.width() - wordsMargin / 2);
        }
        QProxyStyle::drawControl(element, &words, painter, widget);
    }

private:
    static constexpr int iconWidth = 28;   ///< of a tab that is its icon
    static constexpr int wordsMargin = 20; ///< around words without an icon

    /// For all texts, each with what is around it.
    static bool hasRoom(const QTabBar& bar, const QFontMetrics& metrics, int around)
    {
        int needed = 0;
        for (int i = 0; i < bar.count(); ++i)
            needed += metrics.horizontalAdvance(bar.tabText(i)) + around;
        return needed <= bar.width();
    }
};

/// One for all windows: it outlives the tab bars that it draws.
QStyle* dockTabStyle()
{
    static QPointer<DockTabStyle> style;
    static QString baseName;
    const QString name = QApplication::style()->name();
    if (style.isNull() || baseName != name) {
        style = new DockTabStyle(name);
        style->setParent(QCoreApplication::instance());
        baseName = name;
    }
    return style;
}

} // namespace

QList<QTabBar*> dockTabBars(const QMainWindow* window)
{
    return window->findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly);
}

void bringToFront(QDockWidget* dock)
{
    dock->show();
    const auto* window = qobject_cast<const QMainWindow*>(dock->parentWidget());
    if (window != nullptr && !dock->isFloating()) {
        // QWidget::raise() does nothing for the newest child of the window, in front or not
        const QList<QTabBar*> bars = dockTabBars(window);
        for (QTabBar* bar : bars) {
            for (int i = 0; i < bar->count(); ++i) {
                if (bar->tabText(i) == dock->windowTitle())
                    bar->setCurrentIndex(i);
            }
        }
    }
    dock->raise();
}

void bringFactsToFront(const QMainWindow* window)
{
    auto* dock = window->findChild<QDockWidget*>(QStringLiteral("inspectorDock"));
    if (dock != nullptr && !dock->isHidden() && !dock->isFloating())
        bringToFront(dock);
}

DockTabs::DockTabs(QMainWindow* window, QObject* parent)
    : QObject(parent)
    , m_window(window)
{
    m_window->installEventFilter(this);
    const QList<QDockWidget*> docks = m_window->findChildren<QDockWidget*>();
    for (QDockWidget* dock : docks) {
        dock->setWindowIcon(dockIcon(dock->objectName()));
        connect(dock, &QDockWidget::visibilityChanged, this, &DockTabs::refreshSoon);
    }
    refresh();
}

void DockTabs::refresh()
{
    m_soon = false;
    const QList<QDockWidget*> docks = m_window->findChildren<QDockWidget*>();
    const QList<QTabBar*> bars = dockTabBars(m_window);
    QStyle* look = dockTabStyle();
    for (QTabBar* bar : bars) {
        if (bar->style() != look) {
            bar->setStyle(look);
            bar->setIconSize(tabIcon);
            bar->installEventFilter(this);
        }
        for (int i = 0; i < bar->count(); ++i) {
            const auto dock = std::ranges::find(docks, bar->tabText(i), &QDockWidget::windowTitle);
            if (dock != docks.end() && bar->tabIcon(i).isNull())
                bar->setTabIcon(i, (*dock)->windowIcon());
        }
    }
}

void DockTabs::refreshSoon()
{
    if (!std::exchange(m_soon, true))
        QTimer::singleShot(0, this, &DockTabs::refresh);
}

bool DockTabs::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::LayoutRequest:
    case QEvent::StyleChange:
    case QEvent::Show:
    case QEvent::Resize:
        refreshSoon();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace cadastre

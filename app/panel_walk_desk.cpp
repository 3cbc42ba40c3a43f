// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/panel_walk_desk.h"

#include "app/desk_frame.h"
#include "app/main_window.h"
#include "diagram/canvas.h"
#include "widgets/search_box.h"
#include "widgets/seen_mnemonics.h"
#include "widgets/start_page.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QMenu>

#include <algorithm>
#include <tuple>

namespace cadastre {

namespace {

bool takesTab(const QWidget* widget)
{
    return (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isVisible() &&
           widget->isEnabled() && widget->focusProxy() == nullptr;
}

/// Where the focus was in it last, else the first place.
QWidget* placeIn(QWidget* stop)
{
    QWidget* last = stop->focusWidget();
    if (last != nullptr && takesTab(last))
        return last;
    if (takesTab(stop))
        return stop;
    for (QWidget* each = stop->nextInFocusChain(); each != stop; each = each->nextInFocusChain()) {
        if (stop->isAncestorOf(each) && takesTab(each))
            return each;
    }
    return nullptr;
}

/// Open, also where another tab is before it.
bool isOpen(const QDockWidget* dock)
{
    return dock->widget() != nullptr && dock->toggleViewAction()->isChecked() &&
           dock->toggleViewAction()->isEnabled();
}

struct PlaceOfDock
{
    bool isLeft;
    int x;
    int y;
};

/// Of docks behind each other, which are outside of the window until they are raised, the one in
/// front says where they are.
PlaceOfDock placeOfDock(const QMainWindow* window, QDockWidget* dock)
{
    PlaceOfDock place{window->dockWidgetArea(dock) == Qt::LeftDockWidgetArea, dock->x(), dock->y()};
    const QList<QDockWidget*> behind = window->tabifiedDockWidgets(dock);
    for (const QDockWidget* other : behind) {
        if (other->x() > place.x) {
            place.x = other->x();
            place.y = other->y();
        }
    }
    return place;
}

} // namespace

PanelWalkDesk::PanelWalkDesk(const DeskParts& parts, QObject* parent)
    : Desk(parent)
    , m_window(parts.window)
    , m_next(makeAction(m_window, "keyboard", tr("&Next panel"), "Ctrl+F6",
                        tr("To the next open panel, or to the diagram")))
    , m_previous(makeAction(m_window, "keyboard", tr("P&revious panel"), "Ctrl+Shift+F6",
                            tr("To the panel before, or to the diagram")))
{
    connect(m_next, &QAction::triggered, this, [this] { walk(true); });
    connect(m_previous, &QAction::triggered, this, [this] { walk(false); });
    qApp->installEventFilter(new SeenMnemonics(this));
}

void PanelWalkDesk::fillMenus(const WindowMenus& menus)
{
    m_panels = menus.panels;
    menus.panels->addActions({m_next, m_previous});
    menus.panels->addSeparator();
}

/// What comes in front has letters of its own.
void PanelWalkDesk::fillPanels(const DeskPanels& /*panels*/)
{
    const QList<QDockWidget*> docks = m_window->findChildren<QDockWidget*>();
    for (const QDockWidget* dock : docks)
        connect(dock, &QDockWidget::visibilityChanged, m_window->messageBar(),
                &MessageBar::renewKeys, Qt::QueuedConnection);
}

/// From left to right, then the search field and what is said above the diagram.
std::vector<QWidget*> PanelWalkDesk::stops() const
{
    std::vector<QWidget*> found;
    const QList<QDockWidget*> docks = m_window->findChildren<QDockWidget*>();
    for (QDockWidget* dock : docks) {
        if (isOpen(dock))
            found.push_back(dock);
    }
    const QList<QAction*> inMenu =
        m_panels->actions(); // raising a dock changes its place as a child
    std::ranges::sort(found, {}, [&, this](QWidget* dock) {
        const PlaceOfDock place = placeOfDock(m_window, qobject_cast<QDockWidget*>(dock));
        return std::tuple(!place.isLeft, place.x, place.y,
                          inMenu.indexOf(qobject_cast<QDockWidget*>(dock)->toggleViewAction()));
    });
    const auto firstRight = std::ranges::find_if(found, [this](QWidget* dock) {
        return m_window->dockWidgetArea(qobject_cast<QDockWidget*>(dock)) != Qt::LeftDockWidgetArea;
    });
    QWidget* centre = m_window->canvas()->isVisible()
                          ? static_cast<QWidget*>(m_window->canvas())
                          : static_cast<QWidget*>(m_window->startPage());
    found.insert(firstRight, centre);
    found.push_back(m_window->searchBox());
    if (m_window->messageBar()->isVisible())
        found.push_back(m_window->messageBar());
    return found;
}

void PanelWalkDesk::walk(bool forward)
{
    const std::vector<QWidget*> all = stops();
    const QWidget* focus = QApplication::focusWidget();
    const auto at = std::ranges::find_if(
        all, [&](const QWidget* stop) { return stop == focus || stop->isAncestorOf(focus); });
    const std::size_t count = all.size();
    std::size_t index = at == all.end() ? (forward ? count - 1 : 0) : std::size_t(at - all.begin());
    for (std::size_t step = 0; step < count; ++step) {
        index = (index + (forward ? 1 : count - 1)) % count;
        if (auto* dock = qobject_cast<QDockWidget*>(all[index]))
            dock->raise();
        if (QWidget* place = placeIn(all[index])) {
            place->setFocus(forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return;
        }
    }
}

} // namespace cadastre

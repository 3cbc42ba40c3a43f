// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/walk_desk.h"

#include "app/boundary_desk.h"
#include "app/main_window.h"
#include "app/view_desk.h"
#include "diagram/canvas.h"
#include "widgets/catalog_panel.h"
#include "widgets/focus_ring.h"
#include "widgets/icons.h"
#include "widgets/lens_legend.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QStatusBar>
#include <QTableView>
#include <QTimer>

namespace cadastre {

namespace {

constexpr double textStep = 1.25;
constexpr int walkNoticeMs = 6000;

} // namespace

WalkDesk::WalkDesk(const DeskParts& parts, QObject* parent)
    : Desk(parent)
    , m_parts(parts)
    , m_ring(new FocusRing(parts.window))
{
    connectCanvas();
    connectLegends();
    m_textActions = {
        textAction(tr("&Larger text in the diagram"), "Ctrl+Alt++", textStep),
        textAction(tr("S&maller text in the diagram"), "Ctrl+Alt+-", 1 / textStep),
        textAction(tr("&Usual text in the diagram"), "Ctrl+Alt+0", 0),
    };
    m_textActions.front()->setShortcuts(
        {QKeySequence(QStringLiteral("Ctrl+Alt++")), QKeySequence(QStringLiteral("Ctrl+Alt+="))});
    m_parts.canvas->setTextScale(m_parts.settings->diagramTextScale());
    QStatusBar* bar = parts.window->statusBar();
    connect(bar, &QStatusBar::messageChanged, this, [this, bar](const QString& text) {
        if (text.isEmpty() && !m_keys.isEmpty()) // a menu's tip is over
            QTimer::singleShot(0, this, [this, bar] {
                if (bar->currentMessage().isEmpty() && !m_keys.isEmpty())
                    bar->showMessage(m_keys);
            });
    });
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget* /*old*/, QWidget* now) { takeFocus(now); });
}

void WalkDesk::connectCanvas()
{
    connect(m_parts.canvas, &Canvas::emphasisChanged, this, &WalkDesk::showKeys);
    connect(m_parts.canvas, &Canvas::selectingAreaChanged, this, &WalkDesk::showKeys);
    connect(m_parts.canvas, &Canvas::groupMenuRequested, this, &WalkDesk::openGroupMenu);
    connect(m_parts.boundaries, &BoundaryDesk::boundaryMenuFilled, this,
            &WalkDesk::fillBoundaryMenu);
    connect(m_parts.canvas, &Canvas::tablesSelectionChanged, this,
            [this](const std::vector<TableId>& tables) {
                if (m_tree != nullptr)
                    m_tree->selectTables(m_parts.diagram->tablesFromCanvas(tables));
            });
}

void WalkDesk::connectLegends()
{
    Canvas* canvas = m_parts.canvas;
    Settings* settings = m_parts.settings;
    canvas->setLineLegendFolded(settings->foldsLineLegend());
    connect(canvas, &Canvas::lineLegendFolded, this,
            [settings](bool folded) { settings->setFoldsLineLegend(folded); });
    auto* legend = canvas->findChild<LensLegend*>();
    legend->setFolded(settings->foldsLensLegend());
    connect(legend, &LensLegend::foldedChanged, this,
            [settings](bool folded) { settings->setFoldsLensLegend(folded); });
    connect(canvas, &Canvas::roomWanted, legend, &LensLegend::giveWay);
}

/// `step` times as large as now; 0 for as usual.
QAction* WalkDesk::textAction(const QString& text, const char* keys, double step)
{
    const QKeySequence sequence(QString::fromLatin1(keys));
    auto* action =
        new QAction(themedIcon(step < 1 ? QStringLiteral("zoom-out") : QStringLiteral("zoom-in")),
                    text, m_parts.window);
    action->setShortcut(sequence);
    action->setStatusTip(
        tr("How large tables are shown that you look for, and what 100 % is; it is remembered"));
    action->setToolTip(QStringLiteral("%1 (%2)").arg(action->statusTip(),
                                                     sequence.toString(QKeySequence::NativeText)));
    m_parts.window->addAction(action);
    connect(action, &QAction::triggered, this, [this, step] {
        setTextScale(step > 0 ? m_parts.settings->diagramTextScale() * step : 1);
    });
    return action;
}

void WalkDesk::setTextScale(double scale)
{
    m_parts.settings->setDiagramTextScale(scale);
    const double kept = m_parts.settings->diagramTextScale();
    m_parts.canvas->setTextScale(kept);
    m_parts.window->statusBar()->showMessage(tr("Text in the diagram: %1 % of the usual size")
                                                 .arg(QLocale().toString(qRound(kept * 100))),
                                             walkNoticeMs);
}

void WalkDesk::fillMenus(const WindowMenus& menus)
{
    QMenu* text = menus.view->addMenu(themedIcon(QStringLiteral("zoom-in")), tr("Te&xt size"));
    for (QAction* action : m_textActions)
        text->addAction(action);
}

void WalkDesk::leave()
{
    qApp->disconnect(this);
    m_parts.canvas->disconnect(this);
    m_parts.boundaries->disconnect(this);
    m_parts.window->statusBar()->disconnect(this);
    Desk::leave();
}

void WalkDesk::fillPanels(const DeskPanels& panels)
{
    m_tree = panels.catalog;
    connect(m_tree, &CatalogPanel::tablesSelected, m_parts.diagram,
            &DiagramController::chooseTables);
    connect(m_tree, &CatalogPanel::tablesMenuRequested, this, &WalkDesk::openTablesMenu);
    QTimer::singleShot(0, this, [this] { // when all docks were made
        const QList<QDockWidget*> docks = m_parts.window->findChildren<QDockWidget*>();
        for (QDockWidget* dock : docks)
            dock->installEventFilter(this);
    });
}

void WalkDesk::showKeys()
{
    const QString keys = m_parts.canvas->keysHint();
    if (keys == m_keys)
        return;
    m_keys = keys;
    QStatusBar* bar = m_parts.window->statusBar();
    keys.isEmpty() ? bar->clearMessage() : bar->showMessage(keys);
}

void WalkDesk::takeFocus(QWidget* now)
{
    // lists take Escape for a letter to be looked for
    auto* list = qobject_cast<QAbstractItemView*>(now);
    if (list == nullptr || qobject_cast<QTableView*>(list) != nullptr)
        return;
    for (QWidget* above = list->parentWidget(); above != nullptr; above = above->parentWidget()) {
        if (qobject_cast<QDockWidget*>(above) == nullptr)
            continue;
        if (above->objectName() == QLatin1String("pathDock"))
            return; // its Escape gives the diagram back as it was before
        list->removeEventFilter(this);
        list->installEventFilter(this);
        return;
    }
}

bool WalkDesk::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return Desk::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() != Qt::Key_Escape || key->modifiers() != Qt::NoModifier ||
        !m_parts.canvas->isVisible())
        return Desk::eventFilter(watched, event);
    m_parts.window->activateWindow(); // where the dock floats
    m_parts.canvas->setFocus(Qt::TabFocusReason);
    return true;
}

void WalkDesk::openGroupMenu(int group, QPoint globalPosition)
{
    auto* menu = new QMenu(m_parts.window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addGroupEntries(menu, group);
    menu->addSeparator();
    addTablesEntries(menu, m_parts.diagram->tablesFromCanvas(m_parts.canvas->tablesOfGroup(group)));
    menu->popup(globalPosition);
}

void WalkDesk::openTablesMenu(const std::vector<TableId>& tables, QPoint globalPosition)
{
    auto* menu = new QMenu(m_parts.window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addTablesEntries(menu, tables);
    menu->popup(globalPosition);
}

/// What can be done with several selected tables, as in the diagram.
void WalkDesk::addTablesEntries(QMenu* menu, const std::vector<TableId>& tables)
{
    m_parts.diagram->chooseTables(tables);
    m_parts.boundaries->fillTableMenu(menu, tables);
    for (Desk* desk : m_parts.window->desks())
        desk->fillTablesMenu(menu, tables);
    menu->addAction(m_parts.actions->exportPicture);
}

void WalkDesk::addGroupEntries(QMenu* menu, int group)
{
    Canvas* canvas = m_parts.canvas;
    const std::vector<TableId> tables =
        m_parts.diagram->tablesFromCanvas(canvas->tablesOfGroup(group));
    menu->addAction(themedIcon(QStringLiteral("select-area")), tr("Select its &tables"), this,
                    [this, tables] {
                        m_parts.diagram->chooseTables(tables);
                        m_parts.canvas->setFocus(Qt::OtherFocusReason);
                    });
    menu->addAction(themedIcon(QStringLiteral("fit")), tr("Show it &large"), canvas,
                    [canvas, group, name = canvas->graph()->groups[std::size_t(group)].name] {
                        const DiagramGraph* now = canvas->graph();
                        if (now != nullptr && std::size_t(group) < now->groups.size() &&
                            now->groups[std::size_t(group)].name == name)
                            canvas->showGroup(group);
                    });
    menu->addAction(themedIcon(QStringLiteral("isolate")), tr("Show &only this group"), this,
                    [this, tables] {
                        if (auto* views = m_parts.window->findChild<ViewDesk*>())
                            views->flow()->isolate(tables);
                        m_parts.canvas->fit();
                        m_parts.canvas->setFocus(Qt::OtherFocusReason);
                    });
    menu->addAction(themedIcon(QStringLiteral("export")), tr("E&xport its diagram…"), this,
                    [this, tables] {
                        m_parts.diagram->chooseTables(tables); // which the dialog offers then
                        m_parts.actions->exportPicture->trigger();
                    });
}

/// Its tables, where its region is in the picture.
void WalkDesk::fillBoundaryMenu(QMenu* menu, const QString& boundary)
{
    const DiagramGraph* graph = m_parts.canvas->graph();
    if (graph == nullptr)
        return;
    for (std::size_t group = 0; group < graph->groups.size(); ++group) {
        const DiagramGroup& facts = graph->groups[group];
        if (facts.kind != GroupKind::Boundary || !facts.boundary ||
            m_parts.diagram->boundaryNameOf(*facts.boundary) != boundary)
            continue;
        menu->addSeparator();
        QMenu own;
        addGroupEntries(&own, static_cast<int>(group));
        QList<QAction*> entries = own.actions();
        entries.removeLast(); // others export it with all that belongs to it
        for (QAction* entry : std::as_const(entries)) {
            entry->setParent(menu);
            menu->addAction(entry);
        }
        return;
    }
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Docks, menus, lists and the palette's entries of views.
#include "app/desk_frame.h"
#include "app/main_window.h"
#include "app/view_desk.h"
#include "diagram/canvas.h"
#include "diagram/graph.h"
#include "model/catalog/table_counts.h"
#include "widgets/hidden_strip.h"
#include "widgets/icons.h"
#include "widgets/mnemonics.h"
#include "widgets/view_panel.h"

#include <QAction>
#include <QBoxLayout>
#include <QDockWidget>
#include <QMenu>
#include <QToolBar>

#include <algorithm>

namespace cadastre {

namespace {

/// What a view shows, in a few words.
QString viewDetail(const SavedView& view)
{
    if (view.focus)
        return ViewDesk::tr("near %1").arg(view.focus->parts.last());
    if (!view.query.isEmpty())
        return view.query;
    if (!view.tables.isolated.empty())
        return ViewDesk::tr("%Ln tables", nullptr, int(view.tables.isolated.size()));
    if (!view.tables.hidden.empty())
        return ViewDesk::tr("all but %Ln tables", nullptr, int(view.tables.hidden.size()));
    return ViewDesk::tr("all tables");
}

} // namespace

void ViewDesk::fillMenus(const WindowMenus& menus)
{
    menus.view->addSeparator();
    menus.view->addActions({m_actions.hide, m_actions.isolate, m_actions.isolateNear,
                            m_actions.showMatching, m_actions.showAll});
    menus.edit->addSeparator();
    menus.edit->addActions(
        {m_actions.selectArea, m_actions.alignLeft, m_actions.alignTop, m_actions.arrange});
    menus.go->addSeparator();
    menus.go->addActions({m_actions.save, m_actions.update});
    m_views = menus.go->addMenu(themedIcon(QStringLiteral("saved-view")), tr("&Views"));
    connect(m_views, &QMenu::aboutToShow, this, &ViewDesk::fillGoMenu);
    fillGoMenu();
    if (auto* bar = m_parts.window->findChild<QToolBar*>(QStringLiteral("toolBar")))
        bar->insertAction(m_parts.actions->viewDependencies, m_actions.selectArea);
}

void ViewDesk::fillGoMenu()
{
    m_views->clear();
    for (const auto& [name, view] : m_flow->document().views) {
        QAction* action =
            m_views->addAction(themedIcon(QStringLiteral("saved-view")), menuName(name), this,
                               [this, chosen = name] { m_flow->open(chosen); });
        action->setToolTip(view.note.toHtmlEscaped());
        action->setCheckable(true);
        action->setChecked(name == m_flow->openView());
    }
    if (m_views->isEmpty())
        m_views->addAction(tr("No saved views yet"))->setEnabled(false);
    m_views->addSeparator();
    m_views->addAction(tr("&Manage views…"), this, &ViewDesk::showPanel);
}

void ViewDesk::setUpDocks(const DeskDocks& docks)
{
    m_dock = addDockBeside(docks.left, m_parts.window, tr("Views"), "viewsDock", docks.panelsMenu);
}

std::vector<QDockWidget*> ViewDesk::docks() const
{
    return {m_dock};
}

void ViewDesk::fillPanels(const DeskPanels& panels)
{
    m_review = panels.review;
    m_panel = new ViewPanel(m_dock);
    m_dock->setWidget(m_panel);
    connectPanel();
    showChanged();
}

void ViewDesk::connectPanel()
{
    connect(m_panel, &ViewPanel::saveRequested, this, &ViewDesk::askName);
    connect(m_panel, &ViewPanel::openRequested, m_flow, &ViewFlow::open, Qt::QueuedConnection);
    connect(m_panel, &ViewPanel::updateRequested, m_flow, &ViewFlow::update);
    connect(m_panel, &ViewPanel::duplicateRequested, m_flow, &ViewFlow::duplicate);
    connect(m_panel, &ViewPanel::deleteRequested, m_flow, &ViewFlow::remove);
    // the list is filled anew, not while its editor closes
    connect(m_panel, &ViewPanel::renameRequested, m_flow, &ViewFlow::rename, Qt::QueuedConnection);
    connect(m_panel, &ViewPanel::noteEdited, m_flow, &ViewFlow::setNote, Qt::QueuedConnection);
    connect(m_panel, &ViewPanel::showAllRequested, m_actions.showAll, &QAction::trigger);
    connect(m_panel, &ViewPanel::showRequested, this, [this](const std::vector<int>& rows) {
        std::vector<ObjectKey> keys;
        for (const int row : rows)
            keys.push_back(m_hiddenKeys[static_cast<std::size_t>(row)]);
        m_flow->show(keys);
    });
}

void ViewDesk::connectStrip()
{
    if (auto* layout = qobject_cast<QBoxLayout*>(m_parts.canvas->parentWidget()->layout()))
        layout->insertWidget(layout->indexOf(m_parts.canvas), m_strip);
    connect(m_strip, &HiddenStrip::showAllRequested, m_actions.showAll, &QAction::trigger);
    connect(m_strip, &HiddenStrip::listRequested, this, [this] {
        showPanel();
        if (m_panel != nullptr)
            m_panel->focusHidden();
    });
    connect(m_strip, &HiddenStrip::showMissedRequested, this, [this] {
        if (!m_missed)
            return;
        const ObjectKey key = *m_missed;
        m_flow->show({key});
        if (const auto object = m_parts.sources->facts().catalog->find(key))
            m_parts.diagram->reveal(*object);
    });
}

void ViewDesk::showPanel()
{
    m_dock->show();
    m_dock->raise();
}

void ViewDesk::takeFacts(FactsChange change)
{
    m_missed.reset();
    m_flow->takeFacts(change);
}

void ViewDesk::takePicture(const DiagramPicture& /*picture*/)
{
    showHidden();
    enableActions();
}

void ViewDesk::takeSelection(std::optional<ObjectRef> object)
{
    const auto table = object ? tableOf(*m_parts.sources->facts().catalog, *object) : std::nullopt;
    if (m_missed && (!table || m_parts.sources->facts().catalog->keyOf(*table) != *m_missed)) {
        m_missed.reset();
        m_strip->showMissed({});
    }
    enableActions();
}

void ViewDesk::enableActions()
{
    const bool open = !m_parts.sources->sources().empty();
    const std::size_t selected = selectedTables().size();
    for (QAction* each : {m_actions.hide, m_actions.isolate, m_actions.isolateNear})
        each->setEnabled(open && selected > 0);
    for (QAction* each : {m_actions.alignLeft, m_actions.alignTop, m_actions.arrange})
        each->setEnabled(open && m_parts.canvas->selectedTables().size() > 1);
    m_actions.showAll->setEnabled(open && !m_flow->document().choice.showsAll());
    m_actions.save->setEnabled(open);
    m_actions.update->setEnabled(open && !m_flow->openView().isEmpty());
    m_actions.showMatching->setEnabled(open);
    m_actions.selectArea->setEnabled(open);
}

void ViewDesk::showChanged()
{
    showHidden();
    enableActions();
    if (m_panel == nullptr)
        return;
    std::vector<ViewEntry> entries;
    for (const auto& [name, view] : m_flow->document().views)
        entries.push_back({name, viewDetail(view), view.note, name == m_flow->openView()});
    m_panel->setViews(entries);
}

/// With what is folded under the hidden tables, which is hidden with them.
QString ViewDesk::whatIsHidden() const
{
    const DiagramGraph* graph = m_parts.canvas->graph();
    const std::vector<TableId> hidden = m_parts.canvas->hiddenTables();
    if (graph == nullptr || hidden.empty())
        return {};
    const bool folded = std::ranges::any_of(graph->nodes, [&](const DiagramNode& node) {
        return node.foldedTables > 0 && m_parts.canvas->isHidden(ObjectRef(node.table));
    });
    return folded ? stacksText(*graph->catalog, hidden)
                  : tablesText(countTables(*graph->catalog, hidden));
}

void ViewDesk::showHidden()
{
    const DiagramGraph* graph = m_parts.canvas->graph();
    m_hiddenKeys.clear();
    QStringList names;
    for (const TableId table : m_parts.canvas->hiddenTables()) {
        m_hiddenKeys.push_back(graph->catalog->keyOf(table));
        names << graph->catalog->displayName(table);
    }
    if (m_missed && std::ranges::find(m_hiddenKeys, *m_missed) == m_hiddenKeys.end()) {
        m_missed.reset();
        m_strip->showMissed({});
    }
    const QString what = whatIsHidden();
    m_strip->showHidden(static_cast<int>(m_hiddenKeys.size()),
                        graph != nullptr ? static_cast<int>(graph->nodes.size()) : 0,
                        !m_parts.canvas->tableChoice().isolated.empty(), m_flow->query(), what);
    if (m_panel != nullptr)
        m_panel->setHidden(names, what);
}

void ViewDesk::fillObjectMenu(QMenu* menu, ObjectRef object)
{
    if (const auto table = tableOf(*m_parts.sources->facts().catalog, object)) {
        menu->addSeparator();
        if (m_parts.canvas->isHidden(ObjectRef(*table))) {
            const ObjectKey key = m_parts.sources->facts().catalog->keyOf(*table);
            menu->addAction(themedIcon(QStringLiteral("show")), tr("&Show again"), m_flow,
                            [this, key] { m_flow->show({key}); });
        } else {
            menu->addAction(m_actions.hide->icon(), tr("&Hide"), m_actions.hide->shortcut(), m_flow,
                            [this, table = *table] {
                                m_parts.diagram->select(std::nullopt);
                                m_flow->hide({table});
                            });
            menu->addAction(m_actions.isolate->icon(), tr("I&solate"),
                            m_actions.isolate->shortcut(), m_flow,
                            [this, table = *table] { m_flow->isolate({table}); });
            menu->addAction(m_actions.isolateNear);
        }
        menu->addSeparator();
    }
}

void ViewDesk::fillTablesMenu(QMenu* menu, const std::vector<TableId>& /*tables*/)
{
    menu->addSeparator();
    menu->addActions({m_actions.hide, m_actions.isolate, m_actions.isolateNear});
    menu->addSeparator();
    menu->addActions({m_actions.alignLeft, m_actions.alignTop, m_actions.arrange});
    menu->addSeparator();
}

void ViewDesk::fillCanvasMenu(QMenu* menu)
{
    menu->addActions({m_actions.selectArea, m_actions.showMatching, m_actions.save});
    if (m_actions.showAll->isEnabled())
        menu->addAction(m_actions.showAll);
    if (!m_flow->document().views.empty()) {
        fillGoMenu();
        menu->addMenu(m_views);
    }
    menu->addSeparator();
}

std::vector<PaletteEntry> ViewDesk::paletteEntries() const
{
    std::vector<PaletteEntry> entries;
    for (const auto& [name, view] : m_flow->document().views) {
        const QString detail =
            view.note.isEmpty() ? viewDetail(view) : view.note.section(u'\n', 0, 0);
        entries.push_back({name, tr("View"), detail, themedIcon(QStringLiteral("saved-view")),
                           [flow = m_flow, chosen = name] { flow->open(chosen); },
                           [flow = m_flow, chosen = name] { flow->preview(chosen); }});
    }
    return entries;
}

} // namespace cadastre

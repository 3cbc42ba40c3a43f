// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How the parts of the main window are connected.
#include "app/boundary_desk.h"
#include "app/comment_desk.h"
#include "app/companion_desk.h"
#include "app/desk.h"
#include "app/dock_tabs.h"
#include "app/help_dialogs.h"
#include "app/main_window.h"
#include "app/recent_databases.h"
#include "app/theme.h"
#include "diagram/canvas.h"
#include "widgets/activity_bar.h"
#include "widgets/catalog_panel.h"
#include "widgets/focus_bar.h"
#include "widgets/inspector_panel.h"
#include "widgets/search_box.h"
#include "widgets/start_page.h"

#include <QAction>
#include <QActionGroup>
#include <QComboBox>
#include <QDockWidget>
#include <QMenu>
#include <QStackedWidget>

namespace cadastre {

void MainWindow::connectPanels()
{
    connect(m_catalogPanel, &CatalogPanel::objectSelected, m_diagram,
            [this](ObjectRef object) { m_diagram->select(object); });
    connect(m_catalogPanel, &CatalogPanel::objectActivated, m_diagram, &DiagramController::reveal);
    connect(m_catalogPanel, &CatalogPanel::focusRequested, m_diagram, &DiagramController::focusOn);
    connect(m_catalogPanel, &CatalogPanel::relateRequested, this, &MainWindow::relateColumn);
    connect(m_catalogPanel, &CatalogPanel::closeRequested, this, &MainWindow::closeSource);
    connect(m_catalogPanel, &CatalogPanel::menuFilled, this, [this](QMenu* menu, ObjectRef object) {
        if (const auto table = tableOf(*m_sources.facts().catalog, object)) {
            menu->addSeparator();
            m_boundaries->fillTableMenu(menu, {*table});
        }
        for (Desk* desk : m_desks)
            desk->fillObjectMenu(menu, object);
    });
    connect(m_inspector, &InspectorPanel::linkActivated, m_diagram, &DiagramController::reveal);
    connect(m_inspector, &InspectorPanel::showRequested, this, [this] {
        if (const auto object = m_diagram->selected())
            m_diagram->reveal(*object);
    });
    connect(m_inspector, &InspectorPanel::focusRequested, this, &MainWindow::focusSelection);
}

void MainWindow::connectFlows()
{
    connect(&m_sources, &OpenSources::started, m_activity, [this](const QString& what) {
        m_messages->clearTopic(MessageTopic::Failed);
        m_activity->begin(tr("Opening %1…").arg(what));
        m_canvas->setEmptyText(tr("Opening %1…").arg(what));
        m_pages->setCurrentIndex(1);
    });
    connect(&m_sources, &OpenSources::progress, m_activity, &ActivityBar::setProgress);
    connect(&m_sources, &OpenSources::ended, this, [this] {
        m_activity->end();
        m_pages->setCurrentIndex(isSomethingOpen() ? 1 : 0);
    });
    connect(&m_sources, &OpenSources::factsChanged, this, &MainWindow::showFacts);
    connect(m_comments->flow(), &CommentFlow::stagedChanged, this, [this] {
        const bool offersToShow = std::ranges::any_of(m_messages->messages(), [](const auto& one) {
            return one.topic == MessageTopic::Comments && !one.action.isEmpty();
        });
        if (offersToShow && m_comments->flow()->staged().edits().empty())
            m_messages->clearTopic(MessageTopic::Comments); // what it tells of is gone
    });
    connect(&m_sources, &OpenSources::failed, this, &MainWindow::showFailed);
    connect(m_activity, &ActivityBar::cancelRequested, this, [this] {
        m_sources.cancel();
        m_diagram->cancel();
    });
    connect(m_openFlow, &OpenFlow::opened, this, [this](const SourceRequest& request) {
        if (!isShownElsewhere(recentAddress(request.address)))
            afterSaving([this, request] {
                auto* companions = findChild<CompanionDesk*>();
                m_openFlow->isOpeningSeveral() ? companions->openAlone(request)
                                               : companions->open(request);
            });
    });
    connect(m_openFlow, &OpenFlow::workspaceChosen, this, &MainWindow::openWorkspace);
    connect(m_openFlow, &OpenFlow::message, this, &MainWindow::showMessage);
    connect(m_exportFlow, &ExportFlow::message, this, &MainWindow::showMessage);
    connect(m_exportFlow, &ExportFlow::started, this,
            [this] { m_activity->begin(tr("Exporting the diagram…")); });
    connect(m_exportFlow, &ExportFlow::ended, m_activity, &ActivityBar::end);
    connect(m_workspaceFlow, &WorkspaceFlow::message, this, &MainWindow::showMessage);
    connect(m_workspaceFlow, &WorkspaceFlow::titleChanged, this, &MainWindow::showTitle);
    connect(m_messages, &MessageBar::actionTriggered, this, &MainWindow::answerMessage);
    connect(m_messages, &MessageBar::otherActionTriggered, this, [this](MessageTopic topic) {
        m_messages->clearTopic(topic);
        if (answerByDesk(topic, true))
            return;
        if (topic == MessageTopic::Recovery)
            m_workspaceFlow->answerRecovery(false);
    });
    connect(m_search, &SearchBox::hitChosen, this, [this](ObjectRef object) {
        m_diagram->reveal(object);
        bringFactsToFront(this);
        m_canvas->setHits({});
        m_canvas->setFocus();
    });
    connect(m_search, &SearchBox::hitPreviewed, m_diagram, &DiagramController::reveal);
    connect(m_searchFlow, &SearchFlow::found, this, [this](const std::vector<SearchHit>& hits) {
        std::vector<ObjectRef> objects;
        for (const SearchHit& hit : hits)
            objects.push_back(hit.object);
        m_canvas->setHits(objects);
    });
}

void MainWindow::connectDiagram()
{
    connect(m_diagram, &DiagramController::started, m_activity,
            [this] { m_activity->begin(tr("Placing the tables…")); });
    connect(m_diagram, &DiagramController::ended, m_activity, &ActivityBar::end);
    connect(m_diagram, &DiagramController::pictureShown, this, &MainWindow::showPicture);
    connect(m_diagram, &DiagramController::selectionChanged, this, &MainWindow::showSelection);
    connect(m_canvas, &Canvas::tablesSelectionChanged, this, [this] {
        if (m_inspector != nullptr && !m_diagram->selected())
            showSeveral();
    });
    connect(m_diagram, &DiagramController::commandSkipped, this, [this](const Error& error) {
        showMessage({MessageTopic::Undo, MessageLevel::Warning, error.message, error.detail, {}});
    });
    connect(&m_undoStack, &QUndoStack::indexChanged, m_workspaceFlow,
            [this, before = 0](int index) mutable {
                // what is staged has journals of its own
                const int crossed = std::min(before, index) - (before == index ? 1 : 0);
                before = index;
                if (dynamic_cast<const StageStep*>(m_undoStack.command(crossed)) == nullptr)
                    m_workspaceFlow->markChanged();
            });
    connect(&m_undoStack, &QUndoStack::indexChanged, this,
            [this](int) { m_messages->clearTopic(MessageTopic::Decided); });
    connect(m_canvas, &Canvas::scaleChanged, this, &MainWindow::showScale);
    connect(m_canvas, &Canvas::contextMenuRequested, this, &MainWindow::openCanvasMenu);
    connect(m_focusBar, &FocusBar::backRequested, m_diagram, &DiagramController::goBack);
    connect(m_focusBar, &FocusBar::forwardRequested, m_diagram, &DiagramController::goForward);
    connect(m_focusBar, &FocusBar::allRequested, m_actions.showAll, &QAction::trigger);
    connect(m_focusBar, &FocusBar::depthChosen, m_diagram, &DiagramController::setDepth);
    connect(m_startPage, &StartPage::sampleRequested, m_openFlow, &OpenFlow::openSample);
    connect(m_startPage, &StartPage::openFileRequested, m_actions.openFile, &QAction::trigger);
    connect(m_startPage, &StartPage::connectRequested, m_actions.connectServer, &QAction::trigger);
    connect(m_startPage, &StartPage::recentChosen, this, &MainWindow::openAddress);
    connect(m_startPage, &StartPage::recentRemoved, this, [this](const QString& address) {
        m_settings.removeRecent(address);
        showRecent();
    });
}

void MainWindow::connectActions()
{
    const auto on = [this](QAction* action, auto slot) {
        connect(action, &QAction::triggered, this, slot);
    };
    on(m_actions.openFile, [this] { m_openFlow->chooseFile(OpenMode::Replace); });
    on(m_actions.connectServer, [this] { m_openFlow->connectToServer(OpenMode::Replace); });
    on(m_actions.openSample, [this] { m_openFlow->openSample(); });
    on(m_actions.addFile, [this] { m_openFlow->chooseFile(OpenMode::Add); });
    on(m_actions.addServer, [this] { m_openFlow->connectToServer(OpenMode::Add); });
    on(m_actions.saveWorkspace, [this] { m_workspaceFlow->save(); });
    on(m_actions.saveWorkspaceAs, [this] { m_workspaceFlow->saveAs(); });
    on(m_actions.closeAll, [this] { closeAll(); });
    on(m_actions.quit, [this] { close(); });
    on(m_actions.refresh, [this] { m_sources.refresh(); });
    on(m_actions.find, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    on(m_actions.filterTree, [this] {
        if (m_catalogDock != nullptr) {
            bringToFront(m_catalogDock);
            m_catalogPanel->focusFilter();
        }
    });
    on(m_actions.copyName, [this] { copySelectedName(); });
    on(m_actions.shortcuts, [this] { showShortcuts(this); });
    on(m_actions.about, [this] { showAbout(this); });
}

void MainWindow::connectViewActions()
{
    const auto on = [this](QAction* action, auto slot) {
        connect(action, &QAction::triggered, this, slot);
    };
    on(m_actions.fit, [this] { m_canvas->fit(); });
    on(m_actions.actualSize, [this] { m_canvas->zoomTo100(); });
    on(m_actions.zoomIn, [this] { m_canvas->zoomIn(); });
    on(m_actions.zoomOut, [this] { m_canvas->zoomOut(); });
    on(m_actions.tidy, [this] { m_diagram->tidy(); });
    on(m_actions.focusSelection, [this] { focusSelection(); });
    on(m_actions.back, [this] { m_diagram->goBack(); });
    on(m_actions.forward, [this] { m_diagram->goForward(); });
    connect(m_diagram, &DiagramController::historyChanged, this, [this] {
        m_actions.back->setEnabled(m_diagram->canGoBack());
        m_actions.forward->setEnabled(m_diagram->canGoForward());
        m_focusBar->showHistory(m_diagram->canGoBack(), m_diagram->canGoForward());
    });
    on(m_actions.showAll, [this] {
        m_boundaries->flow()->setSeenBy({});
        m_diagram->showAll();
    });
    for (int depth = 1; depth <= 4; ++depth) {
        on(m_actions.depths[static_cast<std::size_t>(depth - 1)],
           [this, depth] { m_diagram->setDepth(depth); });
    }
    m_actions.viewDependencies->setChecked(m_settings.showsViewDependencies());
    connect(m_actions.viewDependencies, &QAction::toggled, this, [this](bool shown) {
        m_settings.setShowsViewDependencies(shown);
        m_canvas->setShowViewDependencies(shown);
    });
    connect(m_actions.systemObjects, &QAction::toggled, this, [this](bool shown) {
        if (m_catalogPanel != nullptr)
            m_catalogPanel->setSystemObjectsShown(shown);
    });
    m_actions.themeChoices[static_cast<std::size_t>(m_settings.theme())]->setChecked(true);
    connect(m_actions.themes, &QActionGroup::triggered, this, [this](QAction* action) {
        m_settings.setTheme(static_cast<ThemeChoice>(action->data().toInt()));
        applyTheme(m_settings.theme());
        showTheme();
    });
    connect(m_canvas, &Canvas::lensResultChanged, this, &MainWindow::showLegend);
    connect(m_lenses, &QComboBox::currentIndexChanged, this,
            [this](int index) { showLens(m_lenses->itemData(index).toString()); });
    auto* group = new QActionGroup(this);
    for (int i = 0; i < m_lenses->count(); ++i) {
        QAction* action = m_menus.lenses->addAction(m_lenses->itemText(i));
        action->setCheckable(true);
        action->setChecked(i == m_lenses->currentIndex());
        group->addAction(action);
        connect(action, &QAction::triggered, m_lenses, [this, i] { m_lenses->setCurrentIndex(i); });
    }
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The parts of the main window and how they are connected. What it shows when something changes is
// in main_window_show.cpp.
#include "app/main_window.h"

#include "app/boundary_desk.h"
#include "app/comment_desk.h"
#include "app/data_check_flow.h"
#include "app/desk.h"
#include "app/fit_window.h"
#include "app/recent_databases.h"
#include "app/relation_export_flow.h"
#include "app/relation_summary_flow.h"
#include "app/resource_paths.h"
#include "app/theme.h"
#include "diagram/canvas.h"
#include "diagram/lens.h"
#include "widgets/activity_bar.h"
#include "widgets/catalog_panel.h"
#include "widgets/elided_label.h"
#include "widgets/focus_bar.h"
#include "widgets/icons.h"
#include "widgets/inspector_panel.h"
#include "widgets/lens_legend.h"
#include "widgets/review_panel.h"
#include "widgets/search_box.h"
#include "widgets/start_page.h"

#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

namespace cadastre {

namespace {

constexpr QSize largestFirstSize(1800, 1150);
constexpr int searchWidth = 340;
constexpr int leastSearchWidth = 100;
constexpr int leastLensWidth = 64;

} // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent)
    , m_actions(this, &m_undoStack)
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/cadastre.svg")));
    setAcceptDrops(true);
    applyTheme(m_settings.theme());
    setUpCentre();
    setUpToolBar();
    setUpStatusBar();
    m_menus = fillMenuBar(this, m_actions);
    m_diagram = new DiagramController(m_canvas, &m_undoStack, this);
    m_relations = new RelationFlow(&m_sources, &m_undoStack, this);
    m_boundaries =
        new BoundaryDesk(this, &m_sources, &m_undoStack, &m_settings, m_diagram, m_canvas);
    m_boundaries->fillMenu(m_menus.boundaries);
    m_comments = new CommentDesk(this, &m_sources, &m_undoStack, &m_settings, m_diagram, m_canvas);
    m_comments->fillMenu(m_menus.comments);
    m_checks = new DataCheckFlow(this);
    m_relationExport = new RelationExportFlow(this, &m_settings);
    m_relationSummary = new RelationSummaryFlow(this);
    m_openFlow = new OpenFlow(this, &m_sources, &m_settings);
    m_exportFlow = new ExportFlow(this);
    m_searchFlow = new SearchFlow(m_search, this);
    m_searchFlow->setCatalog(m_sources.facts().catalog);
    m_workspaceFlow = new WorkspaceFlow(this, &m_sources, m_diagram, &m_settings);
    makeDesks();
    connectFlows();
    connectDiagram();
    connectActions();
    connectViewActions();
    connectRelations();
    connectBoundaries();
    connectComments();
    connectChecks();
    resize(largestFirstSize.boundedTo(screen()->availableSize() * 0.9));
    restoreGeometry(m_settings.windowGeometry());
    fitToScreen(this);
    setUpDocks();
    showTheme();
    showRecent();
    showTitle();
}

MainWindow::~MainWindow()
{
    // what may still run hands its results to parts that are about to go
    m_sources.disconnect(this);
    m_diagram->disconnect(this);
    m_relations->disconnect(this);
    m_boundaries->flow()->disconnect();
    m_boundaries->disconnect();
    m_comments->leave();
    for (Desk* desk : m_desks)
        desk->leave();
    m_checks->disconnect(this);
    m_workspaceFlow->disconnect(this);
    m_undoStack.disconnect();
}

void MainWindow::setUpCentre()
{
    auto* centre = new QWidget(this);
    m_messages = new MessageBar(centre);
    m_pages = new QStackedWidget(centre);
    m_activity = new ActivityBar(centre);
    m_startPage = new StartPage(m_pages);
    m_startPage->setSampleAvailable(samplePath().has_value());
    auto* diagramPage = new QWidget(m_pages);
    m_focusBar = new FocusBar(diagramPage);
    m_canvas = new Canvas(diagramPage);
    m_canvas->setAccessibleName(tr("Diagram"));
    m_canvas->setProperty("helpChapter", QStringLiteral("diagram"));
    m_canvas->setShowViewDependencies(m_settings.showsViewDependencies());
    m_legend = new LensLegend(m_canvas);
    m_canvas->installEventFilter(this);
    auto* pageLayout = new QVBoxLayout(diagramPage);
    pageLayout->setContentsMargins(0, 0, 0, 0);
    pageLayout->setSpacing(0);
    pageLayout->addWidget(m_focusBar);
    pageLayout->addWidget(m_canvas, 1);
    m_pages->addWidget(m_startPage);
    m_pages->addWidget(diagramPage);
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_activity);
    setCentralWidget(centre);
}

void MainWindow::setUpToolBar()
{
    m_lenses = new QComboBox(this);
    m_lenses->setAccessibleName(tr("Colours by"));
    m_lenses->setToolTip(tr("What the colours of the diagram say"));
    m_lenses->setFocusPolicy(Qt::StrongFocus);
    m_lenses->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_lenses->setMinimumWidth(leastLensWidth);
    for (const Lens& lens : allLenses())
        m_lenses->addItem(themedIcon(QStringLiteral("lens")), lens.title, lens.name);
    m_lenses->setCurrentIndex(std::max(0, m_lenses->findData(m_canvas->lens())));
    m_search = new SearchBox(this);
    m_search->setMaximumWidth(searchWidth);
    m_search->setMinimumWidth(leastSearchWidth);
    QToolBar* bar = addToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("toolBar"));
    fillToolBar(bar, m_actions, m_lenses, m_search);
}

void MainWindow::setUpStatusBar()
{
    m_counts = new ElidedLabel(this);
    m_transport = new QLabel(this);
    m_scale = new QLabel(this);
    m_scale->setObjectName(QStringLiteral("scale"));
    statusBar()->addWidget(m_counts);
    m_transport->setContentsMargins(0, 0, 16, 0);
    m_counts->setContentsMargins(6, 0, 0, 0);
    statusBar()->addPermanentWidget(m_transport);
    statusBar()->addPermanentWidget(m_scale);
}

void MainWindow::setUpDocks()
{
    m_catalogDock = new QDockWidget(tr("Catalog"), this);
    m_catalogDock->setObjectName(QStringLiteral("catalogDock"));
    m_inspectorDock = new QDockWidget(tr("Inspector"), this);
    m_inspectorDock->setObjectName(QStringLiteral("inspectorDock"));
    addDockWidget(Qt::LeftDockWidgetArea, m_catalogDock);
    addDockWidget(Qt::RightDockWidgetArea, m_inspectorDock);
    m_reviewDock = new QDockWidget(tr("Relationships"), this);
    m_reviewDock->setObjectName(QStringLiteral("relationshipsDock"));
    addDockWidget(Qt::RightDockWidgetArea, m_reviewDock);
    tabifyDockWidget(m_inspectorDock, m_reviewDock);
    m_boundaries->setUpDocks(m_catalogDock, m_reviewDock, m_menus.panels);
    m_comments->setUpDocks(m_catalogDock, m_inspectorDock, m_menus.panels);
    for (Desk* desk : m_desks) {
        desk->setUpDocks({m_catalogDock, m_inspectorDock, m_menus.panels});
        for (QDockWidget* dock : desk->docks())
            dock->hide();
    }
    m_catalogDock->raise();
    m_inspectorDock->raise();
    resizeDocks({m_catalogDock, m_inspectorDock}, {width() * 21 / 100, width() * 26 / 100},
                Qt::Horizontal);
    m_menus.panels->addAction(m_catalogDock->toggleViewAction());
    m_menus.panels->addAction(m_inspectorDock->toggleViewAction());
    m_menus.panels->addAction(m_reviewDock->toggleViewAction());
    m_panelState = m_settings.windowState();
    setPanelsShown(false);
}

void MainWindow::setPanelsShown(bool shown)
{
    if (shown == m_panelsShown)
        return;
    m_panelsShown = shown;
    if (!shown) {
        m_panelState = saveState(windowStateVersion);
        m_catalogDock->hide();
        m_inspectorDock->hide();
        m_reviewDock->hide();
        m_boundaries->setDocksShown(false);
        m_comments->setDocksShown(false);
        for (const Desk* desk : m_desks) {
            for (QDockWidget* dock : desk->docks())
                dock->hide();
        }
        return;
    }
    m_catalogDock->show();
    m_inspectorDock->show();
    m_reviewDock->show();
    m_boundaries->setDocksShown(true);
    m_comments->setDocksShown(true);
    restoreState(m_panelState, windowStateVersion);
}

void MainWindow::fillPanels()
{
    if (m_catalogPanel != nullptr)
        return;
    m_catalogPanel = new CatalogPanel(m_catalogDock);
    m_catalogDock->setWidget(m_catalogPanel);
    m_inspector = new InspectorPanel(m_inspectorDock);
    m_inspectorDock->setWidget(m_inspector);
    m_review = new ReviewPanel(m_reviewDock);
    m_reviewDock->setWidget(m_review);
    m_boundaries->fillPanels();
    m_comments->fillPanels(m_catalogPanel, m_inspector);
    for (Desk* desk : m_desks)
        desk->fillPanels({m_catalogPanel, m_inspector, m_review});
    connectPanels();
    connectReview();
    showReview();
    m_catalogPanel->setCatalog(m_sources.facts().catalog);
    showSelection(m_diagram->selected());
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The parts of the desk and how they are connected.
#include "app/comment_desk.h"

#include "app/comment_bulk_flow.h"
#include "app/convention_filter.h"
#include "app/pending_desk.h"
#include "app/settings.h"
#include "app/worklist_desk.h"
#include "diagram/canvas.h"
#include "diagram/comment_marks.h"
#include "widgets/catalog_panel.h"
#include "widgets/comment_editor.h"
#include "widgets/icons.h"
#include "widgets/inspector_panel.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <QStatusBar>
#include <QToolButton>

namespace cadastre {

CommentDesk::CommentDesk(QMainWindow* window, OpenSources* sources, QUndoStack* undoStack,
                         Settings* settings, DiagramController* diagram, Canvas* canvas)
    : QObject(window)
    , m_window(window)
    , m_sources(sources)
    , m_settings(settings)
    , m_diagram(diagram)
    , m_canvas(canvas)
    , m_actions(window)
    , m_flow(new CommentFlow(sources, undoStack, this))
    , m_pending(new PendingDesk(window, sources, m_flow, m_actions, settings, diagram))
    , m_worklist(new WorklistDesk(window, sources, m_flow, undoStack, m_actions))
    , m_bulk(new CommentBulkFlow(window, m_flow, sources, settings))
    , m_conventionFilter(new ConventionFilter(window, canvas, m_worklist))
    , m_count(new QToolButton(window))
{
    m_count->setObjectName(QStringLiteral("pendingCount"));
    m_count->setAutoRaise(true);
    m_count->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_count->setIcon(themedIcon(QStringLiteral("pending")));
    m_count->hide();
    m_window->statusBar()->addPermanentWidget(m_count);
    // The desks of pending changes, of the worklist and of bulk edits are made here; each gets
    // m_flow and m_actions, and passes its messages on.
    connectFlow();
    connectWorklist();
    connectActions();
    m_bulk->connectActions(m_actions, diagram);
}

void CommentDesk::connectWorklist()
{
    connect(m_worklist, &WorklistDesk::message, this, &CommentDesk::message);
    connect(m_worklist, &WorklistDesk::started, this, &CommentDesk::started);
    connect(m_worklist, &WorklistDesk::ended, this, &CommentDesk::ended);
    connect(m_worklist, &WorklistDesk::objectSelected, m_diagram, &DiagramController::reveal);
    connect(m_worklist, &WorklistDesk::editRequested, this, [this](ObjectRef object) {
        m_diagram->reveal(object);
        editComment(object);
    });
    connect(m_worklist, &WorklistDesk::stateChanged, this, [this] {
        m_canvas->setCommented(
            std::make_shared<const CommentedCatalog>(m_worklist->state()->commented));
        m_conventionFilter->refresh();
        showEditor(); // what is suggested may be another
    });
    connect(m_worklist, &WorklistDesk::conventionWanted, m_conventionFilter,
            &ConventionFilter::show);
    connect(m_diagram, &DiagramController::pictureShown, m_conventionFilter,
            &ConventionFilter::refresh);
    connect(m_worklist, &WorklistDesk::tablesWanted, m_diagram, &DiagramController::revealTables);
    connect(this, &CommentDesk::editFinished, m_worklist, &WorklistDesk::takeFinished);
    connect(m_worklist->conventions(), &ConventionFlow::changed, this, [this] {
        QStringList names;
        for (const auto& [name, convention] : m_worklist->conventions()->document())
            names << name;
        setConventions(names);
    });
}

void CommentDesk::connectFlow()
{
    connect(m_flow, &CommentFlow::message, this, &CommentDesk::message);
    connect(m_flow, &CommentFlow::stagedChanged, this, &CommentDesk::showStaged);
    connect(m_pending, &PendingDesk::aboutToCollect, this, &CommentDesk::commit);
    connect(m_pending, &PendingDesk::message, this, &CommentDesk::message);
    connect(m_pending, &PendingDesk::started, this, &CommentDesk::started);
    connect(m_pending, &PendingDesk::progress, this, &CommentDesk::progress);
    connect(m_pending, &PendingDesk::ended, this, &CommentDesk::ended);
}

void CommentDesk::connectActions()
{
    connect(m_actions.edit, &QAction::triggered, this, &CommentDesk::editWhereFocusIs);
    m_actions.asMeant->setEnabled(true);
    m_actions.asMeant->setChecked(m_settings->showsMeantNames());
    connect(m_actions.asMeant, &QAction::toggled, this, [this](bool shown) {
        m_settings->setShowsMeantNames(shown);
        showNames();
    });
    connect(m_count, &QToolButton::clicked, m_actions.pending, &QAction::trigger);
    connect(m_diagram, &DiagramController::selectionChanged, this, &CommentDesk::updateActions);
}

void CommentDesk::setUpDocks(QDockWidget* left, QDockWidget* right, QMenu* panelsMenu)
{
    m_inspectorDock = right;
    m_pending->setUpDock(panelsMenu);
    m_worklist->setUpDock(left, panelsMenu);
}

void CommentDesk::setDocksShown(bool shown)
{
    if (!shown)
        m_pending->hideDock(); // otherwise as it was: restored with the window's state
    m_worklist->setDockShown(shown);
}

void CommentDesk::fillPanels(CatalogPanel* catalog, InspectorPanel* inspector)
{
    m_catalog = catalog;
    m_inspector = inspector;
    m_pending->fillPanel();
    connect(catalog, &CatalogPanel::menuFilled, this, [this](QMenu* menu, ObjectRef object) {
        if (object.kind == ObjectKind::Source)
            m_pending->fillSourceMenu(menu, object);
    });
    m_worklist->fillPanel();
    connectEditor(m_inspector->comment());
    connect(m_inspector->comment(), &CommentEditor::left, m_canvas,
            qOverload<>(&QWidget::setFocus));
    connect(m_catalog, &CatalogPanel::commentRequested, this, [this](ObjectRef object) {
        m_diagram->select(object);
        editInPlace(object, m_catalog->globalRectOf(object));
    });
    showStaged();
}

void CommentDesk::fillMenu(QMenu* menu)
{
    m_actions.fillMenu(menu);
    updateActions();
}

void CommentDesk::takeFacts(FactsChange change)
{
    commit(); // before its catalog goes
    m_flow->takeFacts(change);
    m_pending->takeFacts(change);
    m_worklist->takeFacts(change);
    if (change == FactsChange::Opened)
        m_conventionFilter->clear();
    makeChoices();
    updateActions();
}

void CommentDesk::takeSelection(std::optional<ObjectRef> object)
{
    Q_UNUSED(object)
    showEditor();
    updateActions();
}

void CommentDesk::fillObjectMenu(QMenu* menu, ObjectRef object)
{
    menu->addAction(m_actions.edit->icon(), m_actions.edit->text(), m_actions.edit->shortcut(),
                    this, [this, object] { editComment(object); });
}

void CommentDesk::editComment(ObjectRef object)
{
    m_diagram->select(object);
    if (m_inspectorDock == nullptr)
        return;
    m_inspectorDock->show();
    m_inspectorDock->raise();
    if (m_inspector == nullptr)
        return;
    m_inspector->showCommentTab();
    m_inspector->comment()->focusWords();
}

void CommentDesk::showStaged()
{
    const std::size_t count = m_flow->staged().edits().size();
    m_count->setText(tr("%Ln pending comments", nullptr, static_cast<int>(count)));
    m_count->setToolTip(m_actions.pending->toolTip());
    m_count->setVisible(count > 0);
    updateActions();
    showNames();
}

void CommentDesk::showNames()
{
    m_names = {std::make_shared<const CommentedCatalog>(m_flow->commented()),
               m_actions.asMeant->isChecked()};
    m_canvas->setComments(commentMarks(m_names));
    if (m_catalog != nullptr)
        m_catalog->setNames(m_names);
    m_pending->setNames(m_names);
    m_worklist->setNames(m_names);
    Q_EMIT namesChanged(m_names);
    Q_EMIT factsChanged();
}

void CommentDesk::updateActions()
{
    m_actions.edit->setEnabled(m_diagram->selected().has_value());
}

} // namespace cadastre

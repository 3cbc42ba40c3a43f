// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the actions of views do; docks, lists and menus are in view_desk_show.cpp.
#include "app/view_desk.h"

#include "app/comment_desk.h"
#include "app/main_window.h"
#include "diagram/arrange.h"
#include "diagram/canvas.h"
#include "widgets/hidden_strip.h"
#include "widgets/review_panel.h"
#include "widgets/view_panel.h"

#include <QAction>
#include <QDockWidget>
#include <QInputDialog>

namespace cadastre {

ViewDesk::ViewDesk(const DeskParts& parts, QObject* parent)
    : Desk(parent)
    , m_parts(parts)
    , m_actions(parts.window)
    , m_flow(new ViewFlow(parts.sources, parts.diagram, parts.canvas, parts.undoStack, this))
    , m_strip(new HiddenStrip(parts.canvas->parentWidget()))
{
    connectActions();
    connectFlow();
    connectStrip();
}

void ViewDesk::leave()
{
    m_flow->disconnect();
    m_parts.canvas->disconnect(this);
    m_parts.diagram->disconnect(this);
    m_parts.diagram->disconnect(m_flow);
    Desk::leave();
}

void ViewDesk::connectActions()
{
    const auto on = [this](QAction* action, auto slot) {
        connect(action, &QAction::triggered, this, slot);
    };
    on(m_actions.hide, [this] { hideSelected(); });
    on(m_actions.isolate, [this] { isolateSelected(false); });
    on(m_actions.isolateNear, [this] { isolateSelected(true); });
    on(m_actions.showAll, [this] { m_flow->showAll(); });
    on(m_actions.showMatching, [this] { askQuery(); });
    on(m_actions.save, [this] { askName(); });
    on(m_actions.update, [this] { m_flow->update(m_flow->openView()); });
    on(m_actions.alignLeft, [this] { arrangeSelected(int(Arrangement::AlignLeft)); });
    on(m_actions.alignTop, [this] { arrangeSelected(int(Arrangement::AlignTop)); });
    on(m_actions.arrange, [this] { arrangeSelected(int(Arrangement::Rows)); });
    connect(m_actions.selectArea, &QAction::toggled, m_parts.canvas, [this](bool selecting) {
        m_parts.canvas->setSelectingArea(selecting);
        m_parts.canvas->setFocus(Qt::OtherFocusReason); // for Escape
    });
    connect(m_parts.canvas, &Canvas::selectingAreaChanged, m_actions.selectArea,
            &QAction::setChecked);
    connect(m_parts.canvas, &Canvas::tablesSelectionChanged, this, [this] { enableActions(); });
    connect(m_parts.diagram, &DiagramController::hiddenRevealed, this, [this](ObjectRef object) {
        const Catalog& catalog = *m_parts.diagram->facts().catalog;
        if (const auto table = tableOf(catalog, object)) {
            m_missed = catalog.keyOf(*table);
            m_strip->showMissed(catalog.displayName(*table));
        }
    });
}

void ViewDesk::connectFlow()
{
    connect(m_flow, &ViewFlow::changed, this, &ViewDesk::showChanged);
    connect(m_flow, &ViewFlow::message, this, &Desk::message);
    connect(m_flow, &ViewFlow::lookWanted, this, &ViewDesk::applyLook);
    connect(m_flow, &ViewFlow::documentChanged, m_parts.workspace, &WorkspaceFlow::markChanged);
    connect(m_parts.comments, &CommentDesk::namesChanged, m_flow, &ViewFlow::setNames);
    connect(m_parts.workspace, &WorkspaceFlow::viewsMerged, m_flow, &ViewFlow::takeMerged);
    connect(m_parts.workspace, &WorkspaceFlow::viewsRecovered, m_flow, &ViewFlow::restore);
}

std::vector<TableId> ViewDesk::selectedTables() const
{
    std::vector<TableId> tables =
        m_parts.diagram->tablesFromCanvas(m_parts.canvas->selectedTables());
    const auto selected = m_parts.diagram->selected();
    const auto table =
        selected ? tableOf(*m_parts.sources->facts().catalog, *selected) : std::nullopt;
    if (tables.empty() && table)
        tables.push_back(*table);
    return tables;
}

void ViewDesk::hideSelected()
{
    const std::vector<TableId> tables = selectedTables();
    m_parts.diagram->select(std::nullopt);
    m_flow->hide(tables);
}

void ViewDesk::isolateSelected(bool withNeighbours)
{
    std::vector<TableId> tables = selectedTables();
    if (withNeighbours) {
        const CatalogFacts& facts = m_parts.sources->facts();
        for (const TableId table : std::vector(tables)) {
            const std::vector<TableId> near =
                focusNeighbourhood(*facts.catalog, *facts.relationships, table, 1,
                                   m_parts.canvas->relationshipFilter());
            tables.insert(tables.end(), near.begin(), near.end());
        }
    }
    m_flow->isolate(tables);
}

void ViewDesk::arrangeSelected(int how)
{
    std::vector<QRectF> boxes;
    const std::vector<TableId> tables = m_parts.canvas->selectedTables();
    for (const TableId table : tables)
        boxes.push_back(m_parts.canvas->sceneRect(table));
    const std::vector<QPointF> places = arranged(boxes, static_cast<Arrangement>(how));
    std::vector<std::pair<TableId, QPointF>> placed;
    std::vector<MovedTable> moves;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        placed.emplace_back(tables[i], places[i]);
        if (boxes[i].topLeft() != places[i])
            moves.push_back({tables[i], boxes[i].topLeft(), places[i]});
    }
    m_parts.canvas->placeTables(placed);
    m_parts.diagram->moveTables(moves);
}

/// The boundary, table or words that the view is about; else a number.
QString ViewDesk::suggestedName() const
{
    const Catalog& catalog = *m_parts.sources->facts().catalog;
    QString name = tr("View");
    if (!m_flow->openView().isEmpty())
        name = m_flow->openView();
    else if (!m_flow->query().isEmpty())
        name = m_flow->query();
    else if (const auto focus = m_parts.diagram->view().focus)
        name = focus->parts.last();
    else if (const auto& isolated = m_flow->document().choice.isolated; isolated.size() == 1)
        name = isolated.begin()->parts.last();
    else if (const auto selected = m_parts.diagram->selected())
        name = catalog.displayName(*selected);
    return freeViewName(m_flow->document().views, viewName(name));
}

void ViewDesk::askName()
{
    auto* dialog = new QInputDialog(m_parts.window);
    dialog->setObjectName(QStringLiteral("viewName"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save this view"));
    dialog->setLabelText(tr("&Name (\"Sales / Refunds\" puts it into a folder):"));
    dialog->setTextValue(suggestedName());
    dialog->setOkButtonText(tr("&Save"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& name) {
        const QString simple = viewName(name);
        const bool known = m_flow->document().views.contains(simple);
        m_flow->save(name);
        if (m_panel != nullptr)
            m_panel->chooseView(simple);
        if (!simple.isEmpty())
            tell(known ? tr("The view %1 is now what is shown. Undo brings back what it was.")
                             .arg(simple)
                       : tr("The view %1 is saved; it is opened from Go > Views.").arg(simple));
    });
    dialog->open();
}

void ViewDesk::askQuery()
{
    auto* dialog = new QInputDialog(m_parts.window);
    dialog->setObjectName(QStringLiteral("viewQuery"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Show only what matches"));
    dialog->setLabelText(tr("&Query (order, comment:none, type:json, in:billing, !audit):"));
    dialog->setTextValue(m_flow->query());
    dialog->setOkButtonText(tr("&Show"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& text) {
        m_parts.canvas->setFocus(Qt::OtherFocusReason); // the next key is about what is shown
        const QString query = text.trimmed();
        const std::vector<TableId> tables = m_flow->tablesOf(query);
        m_parts.window->messageBar()->clearTopic(MessageTopic::Views); // of the query before
        if (query.isEmpty())
            m_flow->showAll();
        else if (tables.empty())
            tell(tr("No table matches %1; nothing was hidden.").arg(query));
        else
            m_flow->isolate(tables, query);
    });
    dialog->open();
}

void ViewDesk::tell(const QString& text)
{
    Q_EMIT message({MessageTopic::Views, MessageLevel::Info, text, {}, {}});
}

void ViewDesk::applyLook(const ViewLook& look)
{
    const RelationshipFilter& now = m_parts.canvas->relationshipFilter();
    if (now.showInferred != look.showsInferred || now.minimumConfidence != look.minimumConfidence) {
        if (m_review != nullptr)
            Q_EMIT m_review->thresholdChanged(look.showsInferred, look.minimumConfidence);
        else
            m_parts.diagram->setRelationshipFilter(
                {look.showsInferred, look.minimumConfidence, look.showsRejected});
    }
    m_parts.actions->rejected->setChecked(look.showsRejected);
    if (m_parts.canvas->lens() != look.lens)
        m_parts.canvas->setLens(look.lens);
}

} // namespace cadastre

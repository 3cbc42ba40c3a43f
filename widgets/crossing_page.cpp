// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The parts of the page and what they show. What a person does in the list is in
// crossing_page_answers.cpp.
#include "widgets/crossing_page.h"

#include "widgets/crossing_delegate.h"
#include "widgets/crossing_detail.h"
#include "widgets/crossing_filter_bar.h"
#include "widgets/crossing_matrix.h"
#include "widgets/crossing_signs.h"
#include "widgets/empty_state.h"
#include "widgets/icons.h"
#include "widgets/muted_text.h"

#include <QHeaderView>
#include <QLabel>
#include <QResizeEvent>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QStackedLayout>
#include <QTreeView>

namespace cadastre {

CrossingPage::CrossingPage(QWidget* parent)
    : QWidget(parent)
    , m_state(noBoundaryState())
    , m_model(new GroupedModel(this))
    , m_matrixModel(new CrossingMatrixModel(this))
    , m_matrixBox(new QWidget(this))
    , m_matrix(new CrossingMatrixView(m_matrixBox))
    , m_legend(new QLabel(m_matrixBox))
    , m_filters(new CrossingFilterBar(this))
    , m_list(new QTreeView(this))
    , m_detail(new CrossingDetail(this))
    , m_empty(new EmptyState(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(m_splitter);
    setUpMatrix();
    setUpList();
    setUpDetail();
    connectList();
    m_splitter->setSizes({210, 270, 420});
    showState();
}

void CrossingPage::setUpMatrix()
{
    m_matrix->setModel(m_matrixModel);
    m_legend->setWordWrap(true);
    m_legend->setTextFormat(Qt::PlainText);
    keepMuted(m_legend);
    auto* layout = new QVBoxLayout(m_matrixBox);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_matrix, 1);
    layout->addWidget(m_legend);
    m_splitter->addWidget(m_matrixBox);
    connect(m_matrix->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &CrossingPage::takeCell);
    connect(m_matrix, &QAbstractItemView::clicked, this, &CrossingPage::takeCell);
    connect(m_matrix, &QAbstractItemView::activated, this, &CrossingPage::focusList);
    connect(m_matrix, &CrossingMatrixView::cleared, this,
            [this] { m_filters->setPair(*m_state, {}, {}); });
    connect(m_matrix->verticalHeader(), &QHeaderView::sectionClicked, this,
            [this](int row) { m_filters->setPair(*m_state, m_matrixModel->fromOf(row), {}); });
    connect(m_matrix->horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int column) {
        m_filters->setPair(*m_state, {}, m_matrixModel->intoOf(column));
    });
}

void CrossingPage::setUpList()
{
    m_list->setObjectName(QStringLiteral("crossingList"));
    m_list->setAccessibleName(tr("Crossings"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CrossingDelegate(m_list));
    m_list->setHeaderHidden(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    m_list->setMinimumHeight(3 * m_list->fontMetrics().lineSpacing());
    m_list->setIndentation(14);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setToolTip(tr("1 to 5 choose a decision, Delete takes it back"));
    m_list->installEventFilter(this);
    auto* box = new QWidget(m_splitter);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_filters);
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    layout->addLayout(m_stack, 1);
    m_splitter->addWidget(box);
    m_splitter->setChildrenCollapsible(false);
}

void CrossingPage::setUpDetail()
{
    m_splitter->addWidget(m_detail);
    connect(m_detail, &CrossingDetail::decided, this,
            [this](const CrossingDecision& decision) { decide(decision); });
    connect(m_detail, &CrossingDetail::takenBack, this, [this] { decide(std::nullopt); });
    connect(m_detail, &CrossingDetail::objectActivated, this, &CrossingPage::objectActivated);
    connect(m_detail, &CrossingDetail::ruleRequested, this, &CrossingPage::requestRule);
}

void CrossingPage::connectList()
{
    connect(m_filters, &CrossingFilterBar::filterChanged, this, &CrossingPage::fillList);
    connect(m_filters, &CrossingFilterBar::pairCleared, m_matrix,
            &QAbstractItemView::clearSelection);
    connect(m_filters, &CrossingFilterBar::leftForList, this, &CrossingPage::focusList);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        m_filters->setPair(*m_state, {}, {});
        m_matrix->clearSelection();
        m_filters->showAll();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &CrossingPage::showSelected);
    connect(m_list, &QWidget::customContextMenuRequested, this, &CrossingPage::openContextMenu);
}

void CrossingPage::setState(BoundaryStatePointer state)
{
    fillFrom(std::move(state));
    const std::vector<CrossingKey> decided = std::exchange(m_decided, {});
    if (!decided.empty() && selectedKeys() != decided)
        showSelected(); // the diagram follows to the next one
}

void CrossingPage::fillFrom(BoundaryStatePointer state)
{
    const QScopedValueRollback filling(m_filling, true);
    const QModelIndex current = m_list->currentIndex();
    const QVariant row = current.data(GroupedModel::RowRole);
    std::optional<CrossingKey> before;
    if (row.isValid())
        before = m_state->check.crossings[static_cast<std::size_t>(row.toInt())].key;
    const int group = current.parent().isValid() ? current.parent().row() : current.row();
    const int place = current.parent().isValid() ? current.row() : -1;
    m_state = std::move(state);
    m_matrixModel->setState(m_state);
    m_legend->setText(crossingSignLegend(m_matrixModel->kindCounts()));
    m_filters->setState(*m_state);
    fillList();
    const auto& crossings = m_state->check.crossings;
    const auto found =
        before ? std::ranges::find(crossings, *before, &JudgedCrossing::key) : crossings.end();
    const QModelIndex again =
        found == crossings.end() ? QModelIndex()
                                 : m_model->indexOfRow(static_cast<int>(found - crossings.begin()));
    if (again.isValid())
        m_list->setCurrentIndex(again);
    else if (current.isValid() || before)
        selectNear(group, place);
    showSelected();
}

void CrossingPage::fillList()
{
    const QScopedValueRollback filling(m_filling, true);
    const BoundaryStatePointer state = m_state;
    const CrossingGrouping grouping = m_filters->grouping();
    m_model->setGroups(
        groupedCrossings(*state, filteredCrossings(*state, m_filters->filter()), grouping),
        [state, grouping](int row, int role) {
            return crossingRowData(*state, row, role, grouping);
        });
    m_list->expandAll();
    showState();
    showSelected();
}

/// There as long as anything is listed: the list keeps its height when a line is chosen.
void CrossingPage::showDetail()
{
    m_detail->setVisible(m_model->rowCount() > 0);
}

void CrossingPage::showState()
{
    const bool drawn = !m_state->boundaries.entries.empty();
    const bool crosses = !m_state->check.crossings.empty();
    const bool listed = m_model->rowCount() > 0;
    m_matrixBox->setVisible(crosses);
    m_filters->setVisible(crosses);
    showDetail();
    m_stack->setCurrentIndex(listed ? 0 : 1);
    if (listed)
        return;
    const QString icon = QStringLiteral("crossing");
    if (m_state->catalog->isEmpty())
        m_empty->setNothingOpen(icon, tr("What goes from one boundary into another will be listed "
                                         "here."));
    else if (!drawn)
        m_empty->setContents(icon, tr("Nothing crosses yet"),
                             tr("Say who owns what in the panel “Boundaries”; what goes from one "
                                "boundary into another is listed here then."));
    else if (!crosses)
        m_empty->setContents(QStringLiteral("check"), tr("Nothing crosses"),
                             tr("No foreign key, view, trigger, routine or right goes from one "
                                "boundary into another."));
    else if (m_filters->filter().onlyToDecide && m_state->check.violations == 0)
        m_empty->setContents(QStringLiteral("check"), tr("Nothing to decide"),
                             nothingToDecideText(m_state->check), tr("Show all"));
    else
        m_empty->setContents(QStringLiteral("search"), tr("No crossing of this kind"),
                             tr("The filter leaves nothing over."), tr("Show all"));
}

void CrossingPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // side by side where the panel lies at the bottom of the window
    const bool wide = width() > height() * 3 / 2;
    m_splitter->setOrientation(wide ? Qt::Horizontal : Qt::Vertical);
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The parts of the panel and what they show. What a person does in it is in
// boundary_panel_actions.cpp.
#include "widgets/boundary_panel.h"

#include "widgets/boundary_form.h"
#include "widgets/boundary_tree_model.h"
#include "widgets/empty_state.h"
#include "widgets/exposure_form.h"
#include "widgets/icons.h"
#include "widgets/quiet_text_delegate.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSet>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>
#include <QTreeView>

namespace cadastre {

BoundaryPanel::BoundaryPanel(QWidget* parent)
    : QWidget(parent)
    , m_state(noBoundaryState())
    , m_model(new BoundaryTreeModel(this))
    , m_head(new QWidget(this))
    , m_filter(new QLineEdit(m_head))
    , m_tree(new QTreeView(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_forms(new QWidget(m_splitter))
    , m_form(new BoundaryForm(m_forms))
    , m_exposure(new ExposureForm(m_forms))
    , m_emptyPage(new QWidget(this))
    , m_empty(new EmptyState(m_emptyPage))
    , m_stack(new QStackedLayout)
{
    setUpHead();
    setUpTree();
    setUpForms();
    setUpEmpty();
    auto* full = new QWidget(this);
    auto* fullLayout = new QVBoxLayout(full);
    fullLayout->setContentsMargins(4, 4, 4, 4);
    fullLayout->setSpacing(4);
    fullLayout->addWidget(m_head);
    fullLayout->addWidget(m_splitter, 1);
    m_stack->addWidget(full);
    m_stack->addWidget(m_emptyPage);
    setLayout(m_stack);
    showState();
}

void BoundaryPanel::setUpHead()
{
    m_filter->setPlaceholderText(tr("Filter boundaries and tables"));
    m_filter->setAccessibleName(tr("Filter of the boundaries"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        const QScopedValueRollback moving(m_moving, true);
        rememberPlace();
        m_model->setFilter(text.trimmed());
        returnToPlace();
        if (!text.trimmed().isEmpty())
            m_tree->expandAll();
    });
    const auto button = [this](const char* icon, const QString& tip, auto slot) {
        auto* made = new QToolButton(m_head);
        made->setIcon(themedIcon(QString::fromLatin1(icon)));
        made->setAutoRaise(true);
        made->setToolTip(tip);
        made->setAccessibleName(tip);
        connect(made, &QToolButton::clicked, this, slot);
        return made;
    };
    auto* row = new QHBoxLayout(m_head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    row->addWidget(m_filter, 1);
    row->addWidget(button("add", tr("Make a boundary of what is selected in the diagram"),
                          [this] { Q_EMIT makeRequested(); }));
    row->addWidget(
        button("question", tr("Suggest boundaries"), [this] { Q_EMIT suggestRequested(); }));
    row->addWidget(
        button("open", tr("Import owners from a file"), [this] { Q_EMIT importRequested(); }));
    m_clean = button("close", tr("Take out what names nothing in the catalog any more"),
                     [this] { openProblemMenu(QCursor::pos()); });
    row->addWidget(m_clean);
}

void BoundaryPanel::setUpTree()
{
    m_tree->setObjectName(QStringLiteral("boundaryTree"));
    m_tree->setAccessibleName(tr("Boundaries"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new QuietTextDelegate(BoundaryTreeModel::QuietTextRole, m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(14);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setDragDropMode(QAbstractItemView::DragDrop);
    m_tree->setDropIndicatorShown(true);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->installEventFilter(this);
    m_splitter->insertWidget(0, m_tree);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({550, 450});
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &BoundaryPanel::showSelected);
    connect(m_tree, &QAbstractItemView::activated, this, &BoundaryPanel::activate);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &BoundaryPanel::openContextMenu);
    connect(m_model, &BoundaryTreeModel::tablesDropped, this, &BoundaryPanel::moveTables);
}

void BoundaryPanel::setUpForms()
{
    m_formStack = new QStackedLayout(m_forms);
    m_formStack->addWidget(m_form);
    m_formStack->addWidget(m_exposure);
    connect(m_form, &BoundaryForm::editRequested, this, &BoundaryPanel::editRequested);
    connect(m_form, &BoundaryForm::renamed, this, [this](const QString& name) {
        m_currentKey = QStringLiteral("0:") % name;
        m_selectedKeys = QStringList{m_currentKey};
    });
    connect(m_exposure, &ExposureForm::editRequested, this, &BoundaryPanel::editRequested);
    connect(m_exposure, &ExposureForm::objectActivated, this, &BoundaryPanel::objectActivated);
}

QPushButton* BoundaryPanel::emptyButton(QWidget* page, const QString& icon, const QString& text,
                                        const QString& toolTip)
{
    auto* button = new QPushButton(themedIcon(icon), text, page);
    button->setToolTip(toolTip);
    page->layout()->addWidget(button);
    page->layout()->setAlignment(button, Qt::AlignHCenter);
    return button;
}

void BoundaryPanel::setUpEmpty()
{
    auto* layout = new QVBoxLayout(m_emptyPage);
    layout->addStretch(1);
    layout->addWidget(m_empty);
    m_suggest = emptyButton(m_emptyPage, QStringLiteral("question"), tr("&Suggest boundaries…"),
                            tr("From schemas, names, owners, rights, uses and relationships; you "
                               "accept all, some or none"));
    m_import = emptyButton(m_emptyPage, QStringLiteral("open"), tr("&Import owners…"),
                           tr("From a CSV of table and owner, patterns as in CODEOWNERS, or "
                              "viewpoints of tbls"));
    m_make = emptyButton(m_emptyPage, QStringLiteral("add"), tr("&Make one from the selection…"),
                         tr("Select tables in the diagram first: Shift + drag, or Ctrl + click"));
    layout->addStretch(3);
    connect(m_suggest, &QPushButton::clicked, this, &BoundaryPanel::suggestRequested);
    connect(m_import, &QPushButton::clicked, this, &BoundaryPanel::importRequested);
    connect(m_make, &QPushButton::clicked, this, &BoundaryPanel::makeRequested);
}

void BoundaryPanel::setState(BoundaryStatePointer state)
{
    const QScopedValueRollback moving(m_moving, true);
    rememberPlace();
    m_state = std::move(state);
    m_model->setState(m_state);
    returnToPlace();
    showState();
    showSelected();
}

void BoundaryPanel::showState()
{
    const bool open = !m_state->catalog->isEmpty();
    const bool drawn = !m_state->boundaries.entries.empty();
    m_stack->setCurrentIndex(drawn ? 0 : 1);
    m_clean->setVisible(!m_state->check.ownership.problems.empty());
    for (QPushButton* button : {m_suggest, m_import, m_make})
        button->setVisible(open);
    if (!open)
        m_empty->setNothingOpen(QStringLiteral("boundary"),
                                tr("Who owns which table will be shown here."));
    else
        m_empty->setContents(QStringLiteral("boundary"), tr("Nobody has said yet who owns what"),
                             tr("A boundary has an owner, publishes contracts and keeps the rest "
                                "private; what crosses it is found and can be decided."));
}

void BoundaryPanel::rememberPlace()
{
    m_openKeys.clear();
    std::function<void(const QModelIndex&)> collect = [&](const QModelIndex& parent) {
        for (int row = 0; row < m_model->rowCount(parent); ++row) {
            const QModelIndex index = m_model->index(row, 0, parent);
            if (!m_tree->isExpanded(index))
                continue;
            m_openKeys << index.data(BoundaryTreeModel::KeyRole).toString();
            collect(index);
        }
    };
    collect({});
    const QModelIndexList selected = m_tree->selectionModel()->selectedIndexes();
    if (selected.isEmpty())
        return;
    if (m_selectedKeys.size() == 1 && m_selectedKeys.first() == m_currentKey &&
        !m_model->indexOfKey(m_currentKey).isValid())
        return; // it has just got another name
    m_selectedKeys.clear();
    for (const QModelIndex& index : selected)
        m_selectedKeys << index.data(BoundaryTreeModel::KeyRole).toString();
    m_currentKey = m_tree->currentIndex().data(BoundaryTreeModel::KeyRole).toString();
}

void BoundaryPanel::returnToPlace()
{
    for (const QString& key : std::as_const(m_openKeys)) {
        if (const QModelIndex index = m_model->indexOfKey(key); index.isValid())
            m_tree->expand(index);
    }
    for (const QString& key : std::as_const(m_selectedKeys)) {
        const QModelIndex index = m_model->indexOfKey(key);
        if (!index.isValid())
            continue;
        m_tree->selectionModel()->select(index, QItemSelectionModel::Select);
        if (key == m_currentKey)
            m_tree->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    }
}

void BoundaryPanel::showSelected()
{
    const std::vector<TableId> tables = selectedTables();
    const QStringList boundaries = selectedBoundaries();
    if (boundaries.size() == 1 && tables.empty()) {
        m_form->showBoundary(m_state, boundaries.first());
        m_formStack->setCurrentWidget(m_form);
    } else {
        m_exposure->showTables(m_state, tables);
        m_formStack->setCurrentWidget(m_exposure);
    }
    m_forms->setVisible(!tables.empty() || boundaries.size() == 1);
    if (!m_moving && !tables.empty())
        Q_EMIT tablesSelected(tables);
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/catalog_panel.h"

#include "widgets/catalog_filter_job.h"
#include "widgets/empty_state.h"
#include "widgets/icons.h"
#include "widgets/quiet_text_delegate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSet>
#include <QStackedLayout>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

namespace cadastre {

namespace {

constexpr int openTablesLimit = 2000;

} // namespace

CatalogPanel::CatalogPanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new CatalogTreeModel(this))
    , m_filter(new QLineEdit(this))
    , m_remark(new QLabel(this))
    , m_view(new QTreeView(this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedLayout)
    , m_filterTimer(new QTimer(this))
    , m_filterJob(new CatalogFilterJob(this))
{
    setUpFilter();
    setUpView();
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(m_filter);
    layout->addWidget(m_remark);
    layout->addLayout(m_stack, 1);
    showState();
}

void CatalogPanel::setUpView()
{
    m_view->setObjectName(QStringLiteral("catalogTree"));
    m_view->setAccessibleName(tr("Catalog"));
    m_view->setModel(m_model);
    auto* delegate = new QuietTextDelegate(CatalogTreeModel::SecondaryTextRole, m_view);
    delegate->setMarkRole(CatalogTreeModel::MarkRole);
    delegate->setNameFirst(true);
    m_view->setItemDelegate(delegate);
    m_view->setHeaderHidden(true);
    m_view->setUniformRowHeights(true);
    m_view->setTextElideMode(Qt::ElideRight);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setExpandsOnDoubleClick(false);
    m_view->setIndentation(16);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &CatalogPanel::tellSelection);
    connect(m_view, &QTreeView::activated, this, [this](const QModelIndex& index) {
        if (const auto object = m_model->objectAt(index))
            Q_EMIT objectActivated(*object);
        else
            m_view->setExpanded(index, !m_view->isExpanded(index));
    });
    connect(m_view, &QWidget::customContextMenuRequested, this, &CatalogPanel::openContextMenu);
    connect(m_empty, &EmptyState::actionTriggered, m_filter, &QLineEdit::clear);
}

void CatalogPanel::setCatalog(std::shared_ptr<const Catalog> catalog)
{
    const bool first = m_model->catalog()->isEmpty();
    const OpenLines open = openLines();
    std::optional<ObjectKey> selected;
    if (const auto object = m_model->objectAt(m_view->currentIndex()))
        selected = m_model->catalog()->keyOf(*object);
    m_model->setCatalog(std::move(catalog));
    filterAnew();
    if (first)
        expandDefault();
    else
        openAgain(open);
    if (selected)
        selectObject(m_model->catalog()->find(*selected));
    showState();
}

void CatalogPanel::setSystemObjectsShown(bool shown)
{
    m_wanted.systemObjects = shown;
    askFilter();
}

void CatalogPanel::setNames(const ObjectNames& names)
{
    m_model->setNames(names);
    m_view->viewport()->update();
    if (CatalogTreeFilter::isFilter(m_wanted.filter) && names.areOf(m_model->catalog().get()))
        askFilter();
}

void CatalogPanel::selectObject(std::optional<ObjectRef> object)
{
    if (m_telling)
        return;
    const QModelIndex index = object ? m_model->indexOf(*object) : QModelIndex();
    const QSignalBlocker blocker(this);
    QItemSelectionModel* selection = m_view->selectionModel();
    if (index == m_view->currentIndex() && selection->selectedRows().size() == (object ? 1 : 0))
        return;
    // whichever keys are held: only clicks and keys in the tree add to what is selected
    selection->setCurrentIndex(index,
                               QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (index.isValid())
        m_view->scrollTo(index);
    else
        selection->clearSelection();
}

QRect CatalogPanel::globalRectOf(ObjectRef object) const
{
    const QModelIndex index = m_model->indexOf(object);
    QRect line = index.isValid() ? m_view->visualRect(index) : QRect();
    if (!line.isValid() || !m_view->viewport()->rect().intersects(line))
        line = m_view->viewport()->rect().adjusted(0, 0, 0, -m_view->viewport()->height() * 3 / 4);
    line.setRight(m_view->viewport()->rect().right());
    return {m_view->viewport()->mapToGlobal(line.topLeft()), line.size()};
}

void CatalogPanel::expandDefault()
{
    const int schemas = static_cast<int>(m_model->catalog()->objects().schemas.size());
    m_view->expandToDepth(schemas <= 4 ? 1 : 0);
    if (schemas <= 1 && m_model->catalog()->objects().tables.size() <= openTablesLimit) {
        const QModelIndex tables =
            m_model->index(0, 0, m_model->index(0, 0, m_model->index(0, 0, QModelIndex())));
        m_view->expand(tables);
    }
}

CatalogPanel::OpenLines CatalogPanel::openLines() const
{
    OpenLines lines;
    collectOpen({}, lines);
    return lines;
}

void CatalogPanel::collectOpen(const QModelIndex& parent, OpenLines& lines) const
{
    const int rows = m_model->rowCount(parent);
    for (int row = 0; row < rows; ++row) {
        const QModelIndex index = m_model->index(row, 0, parent);
        if (!m_view->isExpanded(index))
            continue;
        lines[m_model->lineName(parent)].insert(m_model->lineName(index));
        collectOpen(index, lines);
    }
}

void CatalogPanel::openAgain(const OpenLines& lines, const QModelIndex& parent)
{
    QSet<QString> wanted = lines.value(m_model->lineName(parent));
    const int rows = m_model->rowCount(parent);
    for (int row = 0; row < rows && !wanted.isEmpty(); ++row) {
        const QModelIndex index = m_model->index(row, 0, parent);
        if (!wanted.remove(m_model->lineName(index)))
            continue;
        m_view->expand(index);
        openAgain(lines, index);
    }
}

void CatalogPanel::openContextMenu(const QPoint& position)
{
    QModelIndex index = m_view->indexAt(position);
    if (!index.isValid())
        index = m_view->currentIndex(); // asked for by key
    const auto object = m_model->objectAt(index);
    if (!object)
        return;
    const std::vector<TableId> several = selectedTables();
    if (several.size() > 1 && m_view->selectionModel()->isSelected(index)) {
        Q_EMIT tablesMenuRequested(several, m_view->viewport()->mapToGlobal(position));
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(themedIcon(QStringLiteral("fit")), tr("&Show in the diagram"), this,
                    [this, object] { Q_EMIT objectActivated(*object); });
    if (object->kind == ObjectKind::Table || object->kind == ObjectKind::Column) {
        menu->addAction(themedIcon(QStringLiteral("focus")), tr("&Focus its neighbourhood"), this,
                        [this, object] { Q_EMIT focusRequested(*object); });
    }
    if (object->kind == ObjectKind::Column) {
        menu->addAction(themedIcon(QStringLiteral("foreign-key")), tr("&Relate to…"), this,
                        [this, object] { Q_EMIT relateRequested(ColumnId{object->index}); });
    }
    menu->addAction(themedIcon(QStringLiteral("comment")), tr("&Edit comment…"),
                    QKeySequence(Qt::Key_F2), this,
                    [this, object] { Q_EMIT commentRequested(*object); });
    menu->addAction(themedIcon(QStringLiteral("copy")), tr("&Copy name"), this,
                    [this, object] { copyName(*object); });
    if (isFiltering())
        menu->addAction(themedIcon(QStringLiteral("copy")), tr("Copy these &hits"), this,
                        &CatalogPanel::copyHits);
    Q_EMIT menuFilled(menu, *object);
    if (object->kind == ObjectKind::Source) {
        menu->addSeparator();
        menu->addAction(themedIcon(QStringLiteral("close")), tr("C&lose this database"), this,
                        [this, object] { Q_EMIT closeRequested(*object); });
    }
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

void CatalogPanel::copyName(ObjectRef object) const
{
    QGuiApplication::clipboard()->setText(m_model->catalog()->displayName(object));
}

bool CatalogPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_filter || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
        m_filter->clear();
        return true;
    }
    if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
        m_view->setFocus(Qt::TabFocusReason);
        if (!m_view->currentIndex().isValid())
            m_view->setCurrentIndex(m_model->index(0, 0, {}));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace cadastre

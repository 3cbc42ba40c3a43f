// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/fact_list_page.h"

#include "widgets/empty_state.h"
#include "widgets/icons.h"
#include "widgets/inspector_html.h"
#include "widgets/quiet_text_delegate.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QStackedLayout>
#include <QTextBrowser>
#include <QTreeView>

namespace cadastre {

FactListPage::FactListPage(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_model(new GroupedModel(this))
    , m_filter(new QLineEdit(this))
    , m_list(new QTreeView(this))
    , m_page(new QTextBrowser(this))
    , m_empty(new EmptyState(this))
{
    m_list->setAccessibleName(name);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter of %1").arg(name));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    connect(m_filter, &QLineEdit::textChanged, this, &FactListPage::fill);
    setUpList();
    setUpPage();
    auto* splitter = new QSplitter(Qt::Vertical, this);
    auto* upper = new QWidget(splitter);
    m_stack = new QStackedLayout(upper);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    splitter->addWidget(m_page);
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({600, 400});
    m_buttons = new QHBoxLayout;
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->setSpacing(4);
    layout->addWidget(m_filter);
    layout->addWidget(splitter, 1);
    layout->addLayout(m_buttons);
    connect(m_empty, &EmptyState::actionTriggered, this, &FactListPage::emptyActionTriggered);
    fill();
}

void FactListPage::setUpList()
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new QuietTextDelegate(GroupedModel::QuietTextRole, m_list));
    m_list->setHeaderHidden(true);
    m_list->setUniformRowHeights(true);
    m_list->setIndentation(14);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &FactListPage::showCurrent);
    connect(m_list, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        if (const QVariant row = index.data(GroupedModel::RowRole); row.isValid())
            Q_EMIT rowActivated(row.toInt());
    });
    connect(m_list, &QWidget::customContextMenuRequested, this, [this](const QPoint& position) {
        Q_EMIT menuRequested(m_list->viewport()->mapToGlobal(position));
    });
}

void FactListPage::setUpPage()
{
    m_page->setFrameShape(QFrame::NoFrame);
    m_page->setMinimumHeight(60);
    m_page->setOpenLinks(false);
    m_page->setAccessibleName(tr("Everything about the current line"));
    connect(m_page, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) {
        if (const auto object = objectFromLink(url.toString()))
            Q_EMIT objectActivated(*object);
    });
}

void FactListPage::setContents(FactListContents contents)
{
    const QString before = m_list->currentIndex().data().toString();
    m_contents = std::move(contents);
    fill();
    if (before.isEmpty())
        return;
    const QScopedValueRollback filling(m_filling, true);
    const QModelIndexList found = m_model->match(m_model->index(0, 0), Qt::DisplayRole, before, 1,
                                                 Qt::MatchExactly | Qt::MatchRecursive);
    if (!found.isEmpty())
        m_list->setCurrentIndex(found.first());
}

void FactListPage::setEmpty(const QString& icon, const QString& title, const QString& hint,
                            const QString& action)
{
    m_empty->setContents(icon, title, hint, action);
}

QPushButton* FactListPage::addButton(const QString& icon, const QString& text,
                                     const QString& toolTip, bool needsLine)
{
    auto* button = new QPushButton(themedIcon(icon), text, this);
    button->setToolTip(toolTip);
    button->setMinimumWidth(10);
    button->setEnabled(!needsLine);
    m_buttons->addWidget(button);
    if (needsLine)
        m_lineButtons.push_back(button);
    return button;
}

std::vector<int> FactListPage::selectedRows() const
{
    return m_model->rowsOf(m_list->selectionModel()->selectedIndexes());
}

void FactListPage::fill()
{
    const QScopedValueRollback filling(m_filling, true);
    const QString text = m_filter->text().trimmed();
    std::vector<GroupedModel::Group> groups;
    for (GroupedModel::Group group : m_contents.groups) {
        std::erase_if(group.rows, [&](int row) {
            return !text.isEmpty() && !group.title.contains(text, Qt::CaseInsensitive) &&
                   !m_contents.rowData(row, Qt::DisplayRole)
                        .toString()
                        .contains(text, Qt::CaseInsensitive);
        });
        if (!group.rows.empty())
            groups.push_back(std::move(group));
    }
    m_model->setGroups(std::move(groups), m_contents.rowData);
    m_list->expandAll();
    const bool anything = !m_contents.groups.empty();
    m_filter->setVisible(anything);
    m_page->setVisible(anything);
    m_stack->setCurrentIndex(anything ? 0 : 1);
    showCurrent();
}

void FactListPage::showCurrent()
{
    const std::vector<int> rows = selectedRows();
    for (QPushButton* button : m_lineButtons)
        button->setEnabled(!rows.empty());
    if (rows.size() != 1 || (!m_contents.describe && !m_contents.html)) {
        m_page->clear();
        return;
    }
    m_page->setHtml(m_contents.html ? m_contents.html(rows.front())
                                    : descriptionHtml(m_contents.describe(rows.front())));
    if (!m_filling)
        Q_EMIT rowSelected(rows.front());
}

bool FactListPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
        Q_EMIT removeRequested();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FactListPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_stack != nullptr) {
        const QScopedValueRollback filling(m_filling, true);
        showCurrent();
    }
}

} // namespace cadastre

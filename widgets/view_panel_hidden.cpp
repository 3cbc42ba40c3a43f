// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The lower part of the panel of views: what is hidden, and the ways to show it again.
#include "widgets/view_panel.h"

#include "widgets/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSortFilterProxyModel>
#include <QStringListModel>
#include <QToolButton>
#include <QVBoxLayout>

namespace cadastre {

QWidget* ViewPanel::makeHidden()
{
    m_hiddenPart = new QWidget(this);
    auto* layout = new QVBoxLayout(m_hiddenPart);
    layout->setContentsMargins(6, 6, 6, 6);
    auto* bar = new QWidget(m_hiddenPart);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    m_hiddenTitle = new QLabel(bar);
    m_hiddenTitle->setObjectName(QStringLiteral("hiddenTitle"));
    row->addWidget(m_hiddenTitle, 1);
    connect(addButton(bar, "showHidden", "show", tr("Show"),
                      tr("Show the chosen tables again (Enter)")),
            &QToolButton::clicked, this, &ViewPanel::showSelectedHidden);
    connect(
        addButton(bar, "showAll", "fit", tr("Show all"), tr("Show all tables again (Ctrl+Alt+A)")),
        &QToolButton::clicked, this, &ViewPanel::showAllRequested);
    layout->addWidget(bar);
    m_hiddenFilter = new QLineEdit(m_hiddenPart);
    m_hiddenFilter->setAccessibleName(tr("Filter hidden tables"));
    m_hiddenFilter->setPlaceholderText(tr("Filter"));
    m_hiddenFilter->setClearButtonEnabled(true);
    layout->addWidget(m_hiddenFilter);
    m_hiddenModel = new QStringListModel(this);
    m_hiddenFiltered = new QSortFilterProxyModel(this);
    m_hiddenFiltered->setSourceModel(m_hiddenModel);
    m_hiddenFiltered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    connect(m_hiddenFilter, &QLineEdit::textChanged, m_hiddenFiltered,
            &QSortFilterProxyModel::setFilterFixedString);
    m_hidden = new QListView(m_hiddenPart);
    m_hidden->setAccessibleName(tr("Hidden tables"));
    m_hidden->setModel(m_hiddenFiltered);
    m_hidden->setUniformItemSizes(true);
    m_hidden->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_hidden->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_hidden->installEventFilter(this);
    connect(m_hidden, &QListView::doubleClicked, this, &ViewPanel::showSelectedHidden);
    layout->addWidget(m_hidden, 1);
    return m_hiddenPart;
}

void ViewPanel::setHidden(const QStringList& tables, const QString& what)
{
    if (m_hiddenModel->stringList() != tables)
        m_hiddenModel->setStringList(tables);
    m_hiddenTitle->setText(tables.isEmpty() ? tr("All tables are shown")
                                            : tr("Hidden: %1").arg(what));
    m_hiddenFilter->setVisible(!tables.isEmpty());
    m_hidden->setVisible(!tables.isEmpty());
    for (const char* name : {"showHidden", "showAll"})
        button(name)->setEnabled(!tables.isEmpty());
}

void ViewPanel::focusHidden()
{
    m_hidden->setFocus(Qt::ShortcutFocusReason);
    if (!m_hidden->currentIndex().isValid())
        m_hidden->setCurrentIndex(m_hiddenFiltered->index(0, 0));
}

void ViewPanel::showSelectedHidden()
{
    std::vector<int> rows;
    for (const QModelIndex& index : m_hidden->selectionModel()->selectedRows())
        rows.push_back(m_hiddenFiltered->mapToSource(index).row());
    if (!rows.empty())
        Q_EMIT showRequested(rows);
}

} // namespace cadastre

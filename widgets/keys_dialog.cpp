// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/keys_dialog.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace cadastre {

namespace {

constexpr QSize keysDialogSize(620, 640);

}

KeysDialog::KeysDialog(const std::vector<KeyGroup>& groups, QWidget* parent)
    : QDialog(parent)
    , m_filter(new QLineEdit(this))
    , m_list(new QTreeWidget(this))
{
    setWindowTitle(tr("Keys and gestures"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setPlaceholderText(tr("A key or what it does"));
    auto* label = new QLabel(tr("&Find:"), this);
    label->setBuddy(m_filter);
    m_filter->setAccessibleName(tr("Find a key"));
    m_list->setAccessibleName(windowTitle());
    m_list->setHeaderLabels({tr("Press or do"), tr("What happens")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->header()->setStretchLastSection(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_filter, &QLineEdit::textChanged, this, &KeysDialog::showMatching);
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_filter, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(row);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    fill(groups);
    resize(keysDialogSize);
    m_filter->setFocus();
}

void KeysDialog::fill(const std::vector<KeyGroup>& groups)
{
    for (const KeyGroup& group : groups) {
        if (group.lines.empty())
            continue;
        auto* top = new QTreeWidgetItem(m_list, {group.title});
        top->setFirstColumnSpanned(true);
        QFont bold = m_list->font();
        bold.setBold(true);
        top->setFont(0, bold);
        for (const KeyLine& line : group.lines) {
            auto* item = new QTreeWidgetItem(top, {line.keys, line.meaning});
            item->setToolTip(0, line.keys);
            item->setToolTip(1, line.detail.isEmpty() ? line.meaning : line.detail);
        }
    }
    m_list->expandAll();
    m_list->setItemsExpandable(false);
    if (m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0)->child(0));
    fitColumns();
}

void KeysDialog::showMatching(const QString& words)
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem* group = m_list->topLevelItem(i);
        bool any = false;
        for (int j = 0; j < group->childCount(); ++j) {
            QTreeWidgetItem* line = group->child(j);
            const bool fits = line->text(0).contains(words, Qt::CaseInsensitive) ||
                              line->text(1).contains(words, Qt::CaseInsensitive);
            line->setHidden(!fits);
            any = any || fits;
        }
        group->setHidden(!any);
    }
}

void KeysDialog::fitColumns()
{
    m_list->resizeColumnToContents(0);
    m_list->setColumnWidth(0, std::min(m_list->columnWidth(0) + 16, keysDialogSize.width() / 2));
}

void KeysDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitColumns();
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/naming_styles_tree.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSet>
#include <QTreeWidget>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int tableRole = Qt::UserRole + 1;
constexpr int proposalRole = Qt::UserRole + 2;

} // namespace

NamingStylesTree::NamingStylesTree(QWidget* parent)
    : QWidget(parent)
    , m_sentence(new QLabel(this))
    , m_tree(new QTreeWidget(this))
    , m_convention(new QComboBox(this))
    , m_tag(new QPushButton(this))
{
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_tree->setHeaderLabels({tr("Style and tables"), tr("Example"), tr("Names that agree")});
    m_tree->setUniformRowHeights(true);
    m_tree->setAccessibleName(tr("Tables by the style of their names"));
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::Interactive);
    m_tree->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->resizeSection(1, 220);
    m_convention->setEditable(true);
    m_convention->setInsertPolicy(QComboBox::NoInsert);
    m_convention->setAccessibleName(tr("Convention"));
    m_convention->setMinimumContentsLength(18);
    auto* label = new QLabel(tr("as"), this);
    label->setBuddy(m_convention);
    auto* row = new QHBoxLayout;
    row->addWidget(m_tag);
    row->addWidget(label);
    row->addWidget(m_convention, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_sentence);
    layout->addWidget(m_tree, 1);
    layout->addLayout(row);
    connect(m_tree, &QTreeWidget::itemChanged, this, [this](const QTreeWidgetItem* item) {
        if (m_filling || item->parent() == nullptr)
            return;
        const TableId table{item->data(0, tableRole).toInt()};
        if (item->checkState(0) == Qt::Checked)
            m_checked.insert(table);
        else
            m_checked.remove(table);
        updateButton();
    });
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &NamingStylesTree::propose);
    connect(m_convention, &QComboBox::currentTextChanged, this, &NamingStylesTree::updateButton);
    connect(m_tag, &QPushButton::clicked, this, &NamingStylesTree::tag);
    updateButton();
}

void NamingStylesTree::setView(const ConventionsView& view)
{
    const QScopedValueRollback filling(m_filling, true);
    const bool same = m_view.catalog == view.catalog && m_view.proposals == view.proposals;
    m_view = view;
    m_sentence->setText(view.catalog == nullptr ? tr("No database is open.")
                                                : namingSentence(view.reading));
    const QString typed = m_convention->currentText();
    m_convention->clear();
    for (const ConventionUse& use : view.uses)
        m_convention->addItem(use.name);
    m_convention->setEditText(typed);
    if (same) { // what is checked, open and in view stays
        updateButton();
        return;
    }
    m_tree->clear();
    m_checked.clear();
    for (const ConventionProposal& proposal : view.proposals)
        addProposal(proposal);
    if (m_tree->topLevelItemCount() > 0 && typed.isEmpty())
        m_tree->setCurrentItem(m_tree->topLevelItem(0));
    updateButton();
}

void NamingStylesTree::addProposal(const ConventionProposal& proposal)
{
    const QSet<TableId> untagged(proposal.untagged.begin(), proposal.untagged.end());
    auto* group = new QTreeWidgetItem(m_tree);
    const auto untaggedCount = std::ssize(proposal.untagged);
    const QString count = tr("%Ln tables", nullptr, static_cast<int>(std::ssize(proposal.tables)));
    group->setText(0,
                   untaggedCount == 0
                       ? tr("%1: %2, all with a note").arg(namingStyleName(proposal.style), count)
                       : tr("%1: %2, %3 without a note")
                             .arg(namingStyleName(proposal.style), count,
                                  QLocale().toString(static_cast<qlonglong>(untaggedCount))));
    group->setText(1, proposal.convention.example);
    group->setData(0, proposalRole, proposal.name);
    group->setFlags(group->flags() | Qt::ItemIsUserCheckable | Qt::ItemIsAutoTristate);
    QHash<TableId, const TableNaming*> namings;
    for (const TableNaming& naming : m_view.reading.tables)
        namings.insert(naming.table, &naming);
    for (TableId table : proposal.tables) {
        auto* item = new QTreeWidgetItem(group);
        const TableNaming* naming = namings.value(table);
        const QString name = m_view.catalog->displayName(table);
        item->setText(0, untagged.contains(table) ? name : tr("%1 (has a note)").arg(name));
        item->setText(1, naming->example);
        item->setText(2, QStringLiteral("%1 %").arg(static_cast<int>(naming->share * 100)));
        item->setData(0, tableRole, table.index);
        item->setData(0, proposalRole, proposal.name);
        item->setFlags((item->flags() | Qt::ItemIsUserCheckable) & ~Qt::ItemIsAutoTristate);
        item->setCheckState(0, Qt::Unchecked);
        for (int column : {0, 1})
            item->setToolTip(column, item->text(column).toHtmlEscaped());
    }
}

/// The name that belongs to what is marked.
void NamingStylesTree::propose(const QTreeWidgetItem* item)
{
    if (item != nullptr)
        m_convention->setEditText(item->data(0, proposalRole).toString());
}

std::vector<TableId> NamingStylesTree::checkedTables() const
{
    std::vector<TableId> tables(m_checked.begin(), m_checked.end());
    std::ranges::sort(tables);
    return tables;
}

void NamingStylesTree::updateButton()
{
    const auto count = static_cast<qint64>(m_checked.size());
    m_tag->setText(count == 0
                       ? tr("&Tag checked tables")
                       : tr("&Tag %1").arg(tr("%Ln tables", nullptr, static_cast<int>(count))));
    m_tag->setEnabled(count > 0 && !m_convention->currentText().trimmed().isEmpty());
    m_tag->setToolTip(tr("Stages @convention in the comments of these tables"));
}

void NamingStylesTree::tag()
{
    const QString name = m_convention->currentText().simplified();
    Convention proposed;
    for (const ConventionProposal& proposal : m_view.proposals) {
        if (proposal.name == name)
            proposed = proposal.convention;
    }
    Q_EMIT tagRequested(checkedTables(), name, proposed);
}

} // namespace cadastre

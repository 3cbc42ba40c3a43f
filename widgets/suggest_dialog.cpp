// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/suggest_dialog.h"

#include "model/boundaries/boundary_edits.h"
#include "model/describe/describe.h"
#include "widgets/inspector_html.h"
#include "widgets/plain_sentence.h"
#include "widgets/proposal_model.h"
#include "widgets/quiet_text_delegate.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QTextBrowser>
#include <QTreeView>

namespace cadastre {

SuggestDialog::SuggestDialog(const std::shared_ptr<const Catalog>& catalog,
                             std::vector<ProposedBoundary> proposals, QWidget* parent)
    : QDialog(parent)
    , m_catalog(catalog)
    , m_model(new ProposalModel(catalog, std::move(proposals), this))
    , m_headline(new QLabel(this))
    , m_list(new QTreeView(this))
    , m_page(new QTextBrowser(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Suggested boundaries"));
    m_headline->setWordWrap(true);
    m_headline->setTextFormat(Qt::PlainText);
    setUpList();
    m_page->setFrameShape(QFrame::NoFrame);
    m_page->setOpenLinks(false);
    m_page->setAccessibleName(tr("Why"));
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(m_list);
    splitter->addWidget(m_page);
    splitter->setSizes({620, 320});
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_headline);
    layout->addWidget(splitter, 1);
    setUpButtons();
    connect(m_model, &ProposalModel::checksChanged, this, &SuggestDialog::showCounts);
    showCounts();
    resize(940, 560);
    m_list->setCurrentIndex(m_model->index(0, 0));
    m_list->setFocus();
}

void SuggestDialog::setUpList()
{
    m_list->setObjectName(QStringLiteral("proposals"));
    m_list->setAccessibleName(tr("Proposed boundaries"));
    m_list->setModel(m_model);
    m_list->setHeaderHidden(true);
    m_list->setUniformRowHeights(true);
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new QuietTextDelegate(ProposalModel::QuietTextRole, m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &SuggestDialog::showCurrent);
}

void SuggestDialog::setUpButtons()
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(tr("&Accept what is ticked"), QDialogButtonBox::AcceptRole);
    m_startEmpty = new QPushButton(tr("Start &empty…"), this);
    m_startEmpty->setToolTip(tr("Make a boundary yourself and fill it"));
    QPushButton* cancel = buttons->button(QDialogButtonBox::Cancel);
    auto* all = new QPushButton(tr("Tick a&ll"), this);
    auto* none = new QPushButton(tr("Tick &none"), this);
    connect(all, &QPushButton::clicked, this, [this] { m_model->checkAll(true); });
    connect(none, &QPushButton::clicked, this, [this] { m_model->checkAll(false); });
    connect(m_accept, &QPushButton::clicked, this, &SuggestDialog::take);
    connect(m_startEmpty, &QPushButton::clicked, this, [this] {
        reject();
        Q_EMIT emptyRequested();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* row = new QHBoxLayout;
    row->addWidget(all);
    row->addWidget(none);
    row->addWidget(m_startEmpty);
    row->addWidget(buttons, 1);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    const QList<QWidget*> order{m_list, m_page, all, none, m_startEmpty, m_accept, cancel};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

void SuggestDialog::showCounts()
{
    const int checked = m_model->checkedMembers();
    m_accept->setEnabled(checked > 0);
    if (m_model->rowCount() == 0) {
        m_headline->setText(tr("Nothing in this schema says which tables belong together."));
        return;
    }
    m_headline->setText(
        tr("%1 from schemas, names, owners, rights, uses, comments and relationships; %2 checked. "
           "Names can be changed here (F2), everything else later; it can be undone.")
            .arg(tr("%Ln proposals", nullptr, static_cast<int>(m_model->rowCount())),
                 tr("%Ln tables", nullptr, static_cast<int>(checked))));
}

void SuggestDialog::showCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    const ProposedBoundary* proposal = m_model->proposalAt(current);
    if (proposal == nullptr) {
        m_page->clear();
        return;
    }
    ObjectDescription description;
    FactSection head{proposal->name, {}};
    head.rows.push_back({{}, proposal->reason, {}, {}, {}});
    if (!proposal->owner.isEmpty())
        head.rows.push_back({tr("Owner"), proposal->owner, {}, {}, {}});
    head.rows.push_back(
        {tr("Confidence"), tr("%1 %").arg(qRound(proposal->confidence * 100)), {}, {}, {}});
    if (!proposal->patterns.isEmpty())
        head.rows.push_back(
            {tr("Patterns"), proposal->patterns.join(QStringLiteral(", ")), {}, {}, {}});
    description.sections = {head};
    if (const ProposedMember* member = m_model->memberAt(current)) {
        FactSection why{m_catalog->displayName(member->table), {}};
        for (const BoundaryEvidence& evidence : member->evidence)
            why.rows.push_back({tr("%1 %").arg(qRound(evidence.weight * 100)),
                                plainSentence(evidence.sentence),
                                {},
                                {},
                                {}});
        if (!why.rows.empty())
            description.sections.push_back(why);
    }
    m_page->setHtml(descriptionHtml(description));
}

void SuggestDialog::take()
{
    const std::vector<ProposedBoundary> accepted = m_model->accepted();
    BoundaryEdit edit;
    edit.name = tr("Accept %1")
                    .arg(tr("%Ln proposed boundaries", nullptr, static_cast<int>(accepted.size())));
    edit.catalog = m_catalog;
    edit.apply = [catalog = m_catalog, accepted](const Boundaries& before) -> Result<Boundaries> {
        return withProposals(before, *catalog, accepted);
    };
    Q_EMIT editRequested(edit);
    accept();
}

} // namespace cadastre

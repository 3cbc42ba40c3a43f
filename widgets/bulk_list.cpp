// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/bulk_list.h"

#include "model/notes/comment_merge.h"
#include "widgets/difference_delegate.h"
#include "widgets/difference_html.h"
#include "widgets/icons.h"
#include "widgets/muted_text.h"
#include "widgets/plain_sentence.h"
#include "widgets/remark_strip.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QTextBrowser>
#include <QTreeView>

namespace cadastre {

namespace {

QString headingHtml(const QString& title)
{
    return QStringLiteral("<p style=\"margin:8px 0 2px 0\"><span style=\"color:%1\">%2</span></p>")
        .arg(mutedTextColor().name(), title.toHtmlEscaped());
}

} // namespace

BulkListView::BulkListView(QWidget* parent)
    : QWidget(parent)
    , m_model(new BulkModel(this))
    , m_filter(new BulkFilter(m_model, this))
    , m_remarks(new RemarkStrip(this))
    , m_filterField(new QLineEdit(this))
    , m_shown(new QComboBox(this))
    , m_count(new QLabel(this))
    , m_tickAll(new QPushButton(tr("&Tick all shown"), this))
    , m_tickNone(new QPushButton(tr("&Untick all shown"), this))
    , m_view(new QTreeView(this))
    , m_page(new QTextBrowser(this))
    , m_take(new QPushButton(tr("Take what is t&here"), this))
    , m_both(new QPushButton(tr("&Both together"), this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_remarks);
    setUpFilter(layout);
    setUpView();
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_view);
    splitter->addWidget(createDetail());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({300, 130});
    layout->addWidget(splitter, 1);
    connect(m_model, &BulkModel::ticksChanged, this, &BulkListView::showCounts);
    connect(m_model, &BulkModel::dataChanged, this, &BulkListView::showCurrent);
    showCounts();
    showCurrent();
}

void BulkListView::setUpFilter(QLayout* layout)
{
    m_filterField->setPlaceholderText(tr("Filter by name or text"));
    m_filterField->setClearButtonEnabled(true);
    m_filterField->setAccessibleName(tr("Filter of proposed comments"));
    m_shown->addItems({tr("All"), tr("Ticked"), tr("Left out")});
    m_shown->setAccessibleName(tr("Which lines are shown"));
    m_count->setTextFormat(Qt::PlainText);
    keepMuted(m_count);
    auto* row = new QHBoxLayout;
    row->addWidget(m_filterField, 1);
    row->addWidget(m_shown);
    row->addWidget(m_tickAll);
    row->addWidget(m_tickNone);
    static_cast<QVBoxLayout*>(layout)->addLayout(row);
    static_cast<QVBoxLayout*>(layout)->addWidget(m_count);
    connect(m_filterField, &QLineEdit::textChanged, m_filter, &BulkFilter::setText);
    connect(m_shown, &QComboBox::currentIndexChanged, this,
            [this](int shown) { m_filter->setShown(static_cast<BulkShown>(shown)); });
    connect(m_tickAll, &QPushButton::clicked, this,
            [this] { m_model->tick(m_filter->shownRows(), true); });
    connect(m_tickNone, &QPushButton::clicked, this,
            [this] { m_model->tick(m_filter->shownRows(), false); });
}

void BulkListView::setUpView()
{
    m_view->setObjectName(QStringLiteral("bulkComments"));
    m_view->setAccessibleName(tr("Proposed comments"));
    m_view->setModel(m_filter);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setItemDelegateForColumn(
        BulkModel::ChangeColumn,
        new DifferenceDelegate(BulkModel::PresentRole, BulkModel::AfterRole, m_view));
    m_view->header()->setStretchLastSection(true);
    m_view->header()->resizeSection(BulkModel::ObjectColumn, 250);
    m_view->header()->resizeSection(BulkModel::ChangeColumn, 370);
    m_view->installEventFilter(this);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &BulkListView::showCurrent);
}

QWidget* BulkListView::createDetail()
{
    m_page->setAccessibleName(tr("The whole change"));
    m_page->setOpenLinks(false);
    m_take->setToolTip(tr("Puts what is there in place of the words that are here"));
    m_both->setToolTip(tr("Merges both; what cannot stand together stands one after the other"));
    auto* detail = new QWidget(this);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_take);
    buttons->addWidget(m_both);
    auto* layout = new QVBoxLayout(detail);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_page, 1);
    layout->addLayout(buttons);
    connect(m_take, &QPushButton::clicked, this, &BulkListView::takeThere);
    connect(m_both, &QPushButton::clicked, this, &BulkListView::takeBoth);
    return detail;
}

void BulkListView::setList(std::shared_ptr<const Catalog> catalog, BulkList list)
{
    m_unusable = list.unusableLines;
    m_remarks->setRemarks(
        m_unusable > 0
            ? tr("%1 not usable").arg(tr("%Ln lines", nullptr, static_cast<int>(m_unusable)))
            : tr("Not in the list"),
        list.remarks);
    m_emptyText = tr("Nothing to change.");
    m_model->setProposals(std::move(catalog), std::move(list.proposals));
    if (m_filter->rowCount() > 0)
        m_view->setCurrentIndex(m_filter->index(0, 0));
    showCurrent();
}

void BulkListView::setEmpty(const QString& why)
{
    m_unusable = 0;
    m_remarks->setRemarks({}, {});
    m_model->setProposals(nullptr, {});
    m_emptyText = why;
    showCurrent();
}

QString BulkListView::countText() const
{
    return m_count->text();
}

void BulkListView::showCounts()
{
    const int lines = m_model->rowCount();
    m_count->setText(
        lines == 0 ? QString()
                   : tr("%1 of %2 ticked; %3")
                         .arg(QLocale().toString(static_cast<qlonglong>(m_model->tickedCount())),
                              tr("%Ln comments", nullptr, static_cast<int>(lines)),
                              m_model->possibleCount() < lines
                                  ? tr("%1 cannot be ticked")
                                        .arg(QLocale().toString(static_cast<qlonglong>(
                                            lines - m_model->possibleCount())))
                                  : tr("staged when you say so, nothing is written yet")));
    if (lines > 0 && m_unusable > 0)
        m_count->setText(QString(
            m_count->text() % QStringLiteral("; ") %
            tr("%1 not usable").arg(tr("%Ln lines", nullptr, static_cast<int>(m_unusable)))));
    m_tickAll->setEnabled(lines > 0);
    m_tickNone->setEnabled(lines > 0);
}

int BulkListView::currentRow() const
{
    const QModelIndex current = m_view->currentIndex();
    return current.isValid() ? m_filter->mapToSource(current).row() : -1;
}

QString BulkListView::detailHtml(const BulkProposal& proposal) const
{
    QString html = QStringLiteral("<p style=\"margin:0\"><b>%1</b></p>")
                       .arg(m_model->objectName(currentRow()).toHtmlEscaped());
    if (!proposal.reason.isEmpty())
        html += QStringLiteral("<p style=\"margin:2px 0\">%1</p>")
                    .arg(withVisibleControls(plainSentence(proposal.reason)).toHtmlEscaped());
    if (proposal.kind == BulkKind::BothDiffer && proposal.base)
        html += headingHtml(tr("Both began with")) + plainTextHtml(*proposal.base);
    if (proposal.kind == BulkKind::BothDiffer)
        html += headingHtml(tr("There")) + plainTextHtml(proposal.there.value_or(QString()));
    html += headingHtml(tr("Here, and what it becomes"));
    return QString(html + differenceHtml(proposal.present, proposal.edit.after));
}

void BulkListView::showCurrent()
{
    const int row = currentRow();
    const BulkProposal* proposal = row < 0 ? nullptr : &m_model->proposalAt(row);
    const bool canTake = proposal != nullptr && proposal->kind == BulkKind::BothDiffer &&
                         proposal->there.has_value();
    m_take->setVisible(canTake);
    m_both->setVisible(canTake);
    const QString html = proposal != nullptr ? detailHtml(*proposal)
                         : m_model->rowCount() == 0
                             ? QStringLiteral("<p>%1</p>").arg(m_emptyText.toHtmlEscaped())
                             : QString();
    m_page->setHtml(html);
}

void BulkListView::toggleSelected()
{
    std::vector<int> rows;
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows())
        rows.push_back(m_filter->mapToSource(index).row());
    const int current = currentRow();
    if (current < 0)
        return;
    if (rows.empty())
        rows.push_back(current);
    m_model->tick(rows, !m_model->proposalAt(current).ticked);
}

void BulkListView::takeThere()
{
    const int row = currentRow();
    if (row >= 0)
        m_model->setAfter(row, m_model->proposalAt(row).there.value_or(QString()));
}

void BulkListView::takeBoth()
{
    const int row = currentRow();
    if (row < 0)
        return;
    const BulkProposal& proposal = m_model->proposalAt(row);
    m_model->setAfter(row, mergeComments(proposal.base.value_or(QString()), proposal.present,
                                         proposal.there.value_or(QString()))
                               .text);
}

bool BulkListView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space) {
        toggleSelected();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace cadastre

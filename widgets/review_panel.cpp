// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The parts of the review panel and what they show. What answers do is in review_panel_answers.cpp.
#include "widgets/review_panel.h"

#include "model/relations/verdict.h"
#include "widgets/elided_label.h"
#include "widgets/empty_state.h"
#include "widgets/icons.h"
#include "widgets/review_detail.h"
#include "widgets/review_filter_bar.h"
#include "widgets/threshold_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>

namespace cadastre {

namespace {

/// "Could be declared: ...", with what stands in the way and is not said yet.
QString verdictText(const RelationshipVerdict& verdict)
{
    QString text = ReviewPanel::tr("%1:\n%2").arg(verdictTitle(verdict.verdict), verdict.reason);
    for (const KeyObstacle& obstacle : verdict.obstacles) {
        if (!verdict.reason.contains(obstacle.sentence))
            text += QStringLiteral("\n• ") % obstacle.sentence;
    }
    return text;
}

} // namespace

ReviewPanel::ReviewPanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new ReviewModel(this))
    , m_progress(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_filters(new ReviewFilterBar(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_view(new ReviewView(this))
    , m_detail(new ReviewDetail(this))
    , m_empty(new EmptyState(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->setSpacing(4);
    setUpHead();
    setUpFilters();
    layout->addWidget(m_filters);
    setUpList();
    setUpDetail();
    layout->addWidget(m_splitter, 1);
    applyFilter();
}

void ReviewPanel::setUpHead()
{
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(6);
    m_bar->setAccessibleName(tr("Decided relationships"));
    auto* exports = new QToolButton(this);
    exports->setObjectName(QStringLiteral("exportDecided"));
    exports->setIcon(themedIcon(QStringLiteral("export")));
    exports->setAutoRaise(true);
    exports->setToolTip(tr("Export decided relationships"));
    exports->setAccessibleName(exports->toolTip());
    connect(exports, &QToolButton::clicked, this, &ReviewPanel::exportRequested);
    auto* row = new QHBoxLayout;
    auto* order = new ElidedLabel(this);
    order->setFullText(tr("· Most useful question first"));
    order->setEnabled(false);
    row->addWidget(m_progress);
    row->addWidget(order, 1);
    row->addWidget(exports);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    layout()->addWidget(m_bar);
}

void ReviewPanel::setUpFilters()
{
    connect(m_filters, &ReviewFilterBar::filterChanged, this, &ReviewPanel::takeFilter);
    connect(m_filters, &ReviewFilterBar::leftForList, this, &ReviewPanel::focusList);
    connect(m_filters, &ReviewFilterBar::thresholdChanged, this,
            [this](bool inferred, double least) {
                takeFilter();
                Q_EMIT thresholdChanged(inferred, least);
            });
}

void ReviewPanel::setUpList()
{
    m_view->setModel(m_model);
    auto* list = new QWidget(m_splitter);
    m_stack = new QStackedLayout(list);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    connect(m_view, &ReviewView::answered, this, &ReviewPanel::answer);
    connect(m_view, &QWidget::customContextMenuRequested, this, &ReviewPanel::openContextMenu);
    connect(m_view, &QAbstractItemView::clicked, this, &ReviewPanel::tellSelected);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        showCurrent();
        if (!m_moving)
            tellSelected();
    });
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, &ReviewPanel::rememberPlace);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        m_filters->reset();
        applyFilter();
        Q_EMIT thresholdChanged(m_model->filter().inferred, m_model->filter().minimum);
    });
}

void ReviewPanel::setUpDetail()
{
    m_splitter->addWidget(m_detail);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({500, 500}); // shares: scaled to what there is
    connect(m_detail, &ReviewDetail::answered, this, &ReviewPanel::answer);
    connect(m_detail, &ReviewDetail::objectActivated, this, &ReviewPanel::objectActivated);
    connect(m_detail, &ReviewDetail::alternativeChosen, this, &ReviewPanel::chooseAlternative);
    connect(m_detail, &ReviewDetail::reasonDrafted, this, &ReviewPanel::keepDraft);
    connect(m_detail, &ReviewDetail::reasonEntered, this, &ReviewPanel::takeReason);
}

void ReviewPanel::setFacts(const ReviewFacts& facts)
{
    const QScopedValueRollback moving(m_moving, true);
    const bool sameCatalog = facts.catalog == m_model->facts().catalog;
    rememberPlace();
    if (!sameCatalog) {
        m_place.clear();
        m_drafts.clear();
    }
    const QString before = m_place;
    m_model->setFacts(facts);
    returnToPlace();
    showCounts();
    showState();
    showCurrent();
    if (sameCatalog)
        followAnswer(before);
}

void ReviewPanel::setVerifications(VerificationLookup verifications)
{
    m_verifications = std::move(verifications);
    showCurrent();
}

void ReviewPanel::setThreshold(bool inferred, double minimum)
{
    m_filters->threshold()->setThreshold(inferred, minimum);
    applyFilter();
}

void ReviewPanel::setOrigins(const std::vector<std::pair<int, RelationshipOrigin>>& origins)
{
    const QScopedValueRollback moving(m_moving, true);
    rememberPlace();
    m_model->setOrigins(origins);
    returnToPlace();
    showCounts();
    showState();
    showCurrent();
}

void ReviewPanel::applyFilter()
{
    const QScopedValueRollback moving(m_moving, true);
    rememberPlace();
    m_model->setFilter(m_filters->filter());
    returnToPlace();
    showCounts();
    showState();
    showCurrent();
}

void ReviewPanel::rememberPlace()
{
    if (m_view->currentIndex().isValid())
        m_place = m_model->keyOf(m_view->currentIndex());
    m_openGroups.clear();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (m_view->isExpanded(index))
            m_openGroups << m_model->keyOf(index);
    }
}

void ReviewPanel::returnToPlace()
{
    const QSet<QString> open(m_openGroups.cbegin(), m_openGroups.cend());
    for (int row = 0; row < m_model->rowCount() && !open.isEmpty(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (m_model->isGroup(index) && open.contains(m_model->keyOf(index)))
            m_view->setExpanded(index, true);
    }
    QModelIndex place = m_model->indexOf(m_place);
    if (!place.isValid())
        place = m_view->currentIndex();
    if (!place.isValid())
        place = m_model->index(0, 0);
    setCurrent(place);
}

void ReviewPanel::setCurrent(const QModelIndex& index)
{
    if (index == m_view->currentIndex())
        return;
    m_view->setCurrentIndex(index);
    if (index.isValid())
        m_view->scrollTo(index);
}

QString ReviewPanel::progressText() const
{
    return m_progress->text();
}

void ReviewPanel::showCounts()
{
    const QLocale locale;
    const ReviewCounts& counts = m_model->counts();
    m_progress->setText(counts.all() == 0 ? tr("Nothing to decide")
                                          : tr("%1 of %2 decided")
                                                .arg(locale.toString(counts.decided()),
                                                     locale.toString(counts.all())));
    QString tip = tr("%1 confirmed, %2 rejected, %3 added by hand, %4 to decide, %5 declared")
                      .arg(locale.toString(counts.confirmed), locale.toString(counts.rejected),
                           locale.toString(counts.added), locale.toString(counts.toDecide),
                           locale.toString(counts.declared));
    if (counts.weaker > 0)
        tip += tr("\n%1 weaker ones are below the threshold").arg(locale.toString(counts.weaker));
    m_progress->setToolTip(tip);
    m_bar->setRange(0, std::max(1, counts.all()));
    m_bar->setValue(counts.decided());
    m_filters->setCounts(m_model->listedCounts());
}

void ReviewPanel::showState()
{
    const bool open = !m_model->facts().catalog->isEmpty();
    const bool listed = m_model->rowCount() > 0;
    m_filters->setEnabled(open);
    m_bar->setVisible(open);
    m_detail->setVisible(open && listed);
    m_stack->setCurrentIndex(listed ? 0 : 1);
    if (!listed)
        showEmpty();
}

void ReviewPanel::showCurrent()
{
    const Relationship* relationship = currentRelationship();
    if (relationship == nullptr) {
        m_detail->showNothing();
        return;
    }
    const QModelIndex index = m_view->currentIndex();
    RelationshipPage page;
    page.origin = static_cast<RelationshipOrigin>(index.data(ReviewModel::OriginRole).toInt());
    page.draft = m_drafts.value(m_model->keyOf(index));
    page.members = static_cast<int>(m_model->membersOf(index).size());
    Relationship judged = *relationship;
    judged.origin = page.origin;
    const std::optional<Verification> checked =
        m_verifications ? m_verifications(*relationship) : std::nullopt;
    page.check = checked ? &*checked : nullptr;
    page.verdict = verdictText(judgeRelationship(*m_model->facts().catalog, judged, page.check));
    m_detail->showRelationship(*m_model->facts().catalog, *relationship, page);
}

const Relationship* ReviewPanel::currentRelationship() const
{
    const std::vector<int> members = m_model->membersOf(m_view->currentIndex());
    return members.empty() ? nullptr : &m_model->relationship(members.front());
}

void ReviewPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showCurrent();
}

} // namespace cadastre

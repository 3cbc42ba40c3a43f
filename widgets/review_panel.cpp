// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The parts of the review panel and what they show. What answers do is in review_panel_answers.cpp.
#include "widgets/review_panel.h"

#include "model/relations/verdict.h"
#include "widgets/empty_state.h"
#include "widgets/icons.h"
#include "widgets/review_detail.h"
#include "widgets/threshold_bar.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QStackedLayout>
#include <QTimer>
#include <QToolButton>

namespace cadastre {

namespace {

constexpr int reviewFilterDelayMs = 120;
constexpr int allStates = -1;

/// "Could be declared: ...", with what stands in the way.
QString verdictText(const RelationshipVerdict& verdict)
{
    QString text = ReviewPanel::tr("%1. %2").arg(verdictTitle(verdict.verdict), verdict.reason);
    for (const KeyObstacle& obstacle : verdict.obstacles)
        text += QStringLiteral("\n• ") % obstacle.sentence;
    return text;
}

struct StateChoice
{
    int state; ///< RelationshipOrigin, or allStates
    QString text;
    int count;
};

std::vector<StateChoice> stateChoices(const ReviewCounts& counts)
{
    const auto value = [](RelationshipOrigin origin) { return static_cast<int>(origin); };
    return {
        {value(RelationshipOrigin::Inferred), ReviewPanel::tr("To decide"), counts.toDecide},
        {value(RelationshipOrigin::Confirmed), ReviewPanel::tr("Confirmed"), counts.confirmed},
        {value(RelationshipOrigin::Added), ReviewPanel::tr("Added by hand"), counts.added},
        {value(RelationshipOrigin::Rejected), ReviewPanel::tr("Rejected"), counts.rejected},
        {value(RelationshipOrigin::Declared), ReviewPanel::tr("Declared"), counts.declared},
        {allStates, ReviewPanel::tr("All"), counts.all() + counts.declared},
    };
}

} // namespace

ReviewPanel::ReviewPanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new ReviewModel(this))
    , m_progress(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_threshold(new ThresholdBar(this))
    , m_text(new QLineEdit(this))
    , m_states(new QComboBox(this))
    , m_verdicts(new QComboBox(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_view(new ReviewView(this))
    , m_detail(new ReviewDetail(this))
    , m_empty(new EmptyState(this))
    , m_filterTimer(new QTimer(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->setSpacing(4);
    setUpHead();
    layout->addWidget(m_threshold);
    setUpFilters();
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
    row->addWidget(m_progress, 1);
    row->addWidget(exports);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    layout()->addWidget(m_bar);
    connect(m_threshold, &ThresholdBar::thresholdChanged, this,
            [this](bool inferred, double least) {
                applyFilter();
                Q_EMIT thresholdChanged(inferred, least);
            });
}

void ReviewPanel::setUpFilters()
{
    m_text->setPlaceholderText(tr("Filter"));
    m_text->setAccessibleName(tr("Filter of the relationships"));
    m_text->setToolTip(tr("Letters of a table or column at either end. Down arrow goes to the "
                          "list."));
    m_text->setClearButtonEnabled(true);
    m_text->setAcceptDrops(false); // files that are dropped here are for the window
    m_text->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_text->installEventFilter(this);
    m_states->setAccessibleName(tr("State of the listed relationships"));
    m_states->setToolTip(tr("Which relationships are listed"));
    m_states->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const StateChoice& choice : stateChoices({}))
        m_states->addItem(choice.text, choice.state);
    m_filterTimer->setSingleShot(true);
    m_filterTimer->setInterval(reviewFilterDelayMs);
    connect(m_text, &QLineEdit::textChanged, m_filterTimer, qOverload<>(&QTimer::start));
    connect(m_filterTimer, &QTimer::timeout, this, &ReviewPanel::applyFilter);
    connect(m_states, &QComboBox::currentIndexChanged, this, &ReviewPanel::applyFilter);
    m_verdicts->setAccessibleName(tr("Verdict on the listed relationships"));
    m_verdicts->setToolTip(tr("What the listed relationships are worth to the server"));
    m_verdicts->setMinimumContentsLength(8);
    m_verdicts->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_verdicts->addItem(tr("Any verdict"));
    for (const Verdict verdict : allVerdicts)
        m_verdicts->addItem(verdictTitle(verdict), static_cast<int>(verdict));
    connect(m_verdicts, &QComboBox::currentIndexChanged, this, &ReviewPanel::applyFilter);
    auto* row = new QHBoxLayout;
    row->addWidget(m_states);
    row->addWidget(m_verdicts, 1);
    layout()->addWidget(m_text);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
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
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        showCurrent();
        if (!m_moving)
            tellSelected();
    });
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, &ReviewPanel::rememberPlace);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (!m_threshold->showsInferred())
            m_threshold->setThreshold(true, m_threshold->minimum());
        m_text->clear();
        m_states->setCurrentIndex(0);
        m_verdicts->setCurrentIndex(0);
        applyFilter();
        Q_EMIT thresholdChanged(m_threshold->showsInferred(), m_threshold->minimum());
    });
}

void ReviewPanel::setUpDetail()
{
    m_splitter->addWidget(m_detail);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    connect(m_detail, &ReviewDetail::answered, this, &ReviewPanel::answer);
    connect(m_detail, &ReviewDetail::objectActivated, this, &ReviewPanel::objectActivated);
    connect(m_detail, &ReviewDetail::alternativeChosen, this, &ReviewPanel::chooseAlternative);
    connect(m_detail, &ReviewDetail::reasonEntered, this, &ReviewPanel::takeReason);
}

void ReviewPanel::setFacts(const ReviewFacts& facts)
{
    const QScopedValueRollback moving(m_moving, true);
    const bool sameCatalog = facts.catalog == m_model->facts().catalog;
    rememberPlace();
    if (!sameCatalog)
        m_place.clear();
    m_model->setFacts(facts);
    returnToPlace();
    showCounts();
    showState();
    showCurrent();
}

void ReviewPanel::setThreshold(bool inferred, double minimum)
{
    m_threshold->setThreshold(inferred, minimum);
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
    m_filterTimer->stop();
    const QScopedValueRollback moving(m_moving, true);
    ReviewFilter filter;
    const int state = m_states->currentData().toInt();
    filter.state =
        state == allStates ? std::nullopt : std::optional(static_cast<RelationshipOrigin>(state));
    const QVariant verdict = m_verdicts->currentData();
    if (verdict.isValid())
        filter.verdict = static_cast<Verdict>(verdict.toInt());
    filter.text = m_text->text().trimmed();
    filter.inferred = m_threshold->showsInferred();
    filter.minimum = m_threshold->minimum();
    rememberPlace();
    m_model->setFilter(filter);
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
    int row = 0;
    for (const StateChoice& choice : stateChoices(counts))
        m_states->setItemText(row++, tr("%1 (%2)").arg(choice.text, locale.toString(choice.count)));
}

void ReviewPanel::showState()
{
    const bool open = !m_model->facts().catalog->isEmpty();
    const ReviewFilter& filter = m_model->filter();
    const ReviewCounts& counts = m_model->counts();
    for (QWidget* each : {static_cast<QWidget*>(m_text), static_cast<QWidget*>(m_states),
                          static_cast<QWidget*>(m_verdicts), static_cast<QWidget*>(m_threshold)})
        each->setEnabled(open);
    m_bar->setVisible(open);
    m_detail->setVisible(open && m_model->rowCount() > 0);
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    if (m_model->rowCount() > 0)
        return;
    const bool toDecide = filter.state == RelationshipOrigin::Inferred;
    if (!open)
        m_empty->setContents(QStringLiteral("relationships"), tr("No database is open"),
                             tr("Relationships that nobody declared will be listed here."));
    else if (!filter.text.isEmpty())
        m_empty->setContents(QStringLiteral("search"), tr("Nothing fits “%1”").arg(filter.text),
                             tr("The filter looks at the tables and columns of both ends."),
                             tr("Clear the filter"));
    else if (filter.verdict)
        m_empty->setContents(QStringLiteral("relationships"),
                             tr("None of “%1”").arg(verdictTitle(*filter.verdict)),
                             tr("Choose another verdict or state above."), tr("Show all verdicts"));
    else if (toDecide && !filter.inferred)
        m_empty->setContents(QStringLiteral("relationships"),
                             tr("Inferred relationships are switched off"),
                             tr("The database is shown as it was declared."), tr("Show them"));
    else if (toDecide && counts.decided() > 0)
        m_empty->setContents(QStringLiteral("check"), tr("Everything is decided"),
                             tr("A lower threshold lists weaker guesses."));
    else if (toDecide)
        m_empty->setContents(
            QStringLiteral("check"), tr("There is nothing to decide"),
            counts.weaker > 0
                ? tr("%n guesses are less probable than the threshold.", nullptr, counts.weaker)
                : tr("Every relationship that could be found is declared. You can add others: "
                     "“Relate to…” in the menu of a column."));
    else
        m_empty->setContents(QStringLiteral("relationships"), tr("None of this kind"),
                             tr("Choose another state above."), tr("Show what is to decide"));
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
    page.members = static_cast<int>(m_model->membersOf(index).size());
    Relationship judged = *relationship;
    judged.origin = page.origin;
    page.verdict = verdictText(judgeRelationship(*m_model->facts().catalog, judged));
    m_detail->showRelationship(*m_model->facts().catalog, *relationship, page);
}

void ReviewPanel::tellSelected()
{
    if (const Relationship* relationship = currentRelationship())
        Q_EMIT relationshipSelected(*relationship);
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

bool ReviewPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_text || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape && !m_text->text().isEmpty()) {
        m_text->clear();
        return true;
    }
    if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
        focusList();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace cadastre

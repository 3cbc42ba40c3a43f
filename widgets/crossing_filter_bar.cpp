// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/crossing_filter_bar.h"

#include "widgets/crossing_signs.h"
#include "widgets/icons.h"

#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QTimer>
#include <QToolButton>

namespace cadastre {

namespace {

constexpr int filterRestMs = 150;
constexpr int toDecideData = -1;
constexpr int everythingData = -2;

void chooseData(QComboBox* box, const QVariant& data)
{
    box->setCurrentIndex(std::max(0, box->findData(data)));
}

} // namespace

CrossingFilterBar::CrossingFilterBar(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
    , m_states(new QComboBox(this))
    , m_kinds(new QComboBox(this))
    , m_groupings(new QComboBox(this))
    , m_pair(new QToolButton(this))
    , m_delay(new QTimer(this))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(4);
    setUpText();
    setUpChoices();
    grid->addWidget(m_text, 0, 0);
    grid->addWidget(m_groupings, 0, 1);
    grid->addWidget(m_states, 1, 0);
    grid->addWidget(m_kinds, 1, 1);
    grid->addWidget(m_pair, 2, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    setTabOrder(m_text, m_groupings); // as the eye goes
    setTabOrder(m_groupings, m_states);
    setTabOrder(m_states, m_kinds);
    setTabOrder(m_kinds, m_pair);
    fillStates(*noBoundaryState());
    fillKinds(*noBoundaryState());
}

void CrossingFilterBar::setUpText()
{
    m_text->setPlaceholderText(tr("Filter by name"));
    m_text->setAccessibleName(tr("Filter of the crossings"));
    m_text->setClearButtonEnabled(true);
    m_text->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_text->installEventFilter(this);
    m_delay->setSingleShot(true);
    m_delay->setInterval(filterRestMs);
    connect(m_text, &QLineEdit::textChanged, m_delay, qOverload<>(&QTimer::start));
    connect(m_delay, &QTimer::timeout, this, &CrossingFilterBar::filterChanged);
}

void CrossingFilterBar::setUpChoices()
{
    m_states->setAccessibleName(tr("State"));
    m_kinds->setAccessibleName(tr("Kind"));
    m_groupings->setAccessibleName(tr("Grouping"));
    m_groupings->setToolTip(tr("What the headings of the list are"));
    m_groupings->addItem(tr("By pair"), static_cast<int>(CrossingGrouping::Pair));
    m_groupings->addItem(tr("By kind"), static_cast<int>(CrossingGrouping::Kind));
    m_groupings->addItem(tr("By state"), static_cast<int>(CrossingGrouping::State));
    m_groupings->addItem(tr("By object"), static_cast<int>(CrossingGrouping::Object));
    for (QComboBox* box : {m_states, m_kinds, m_groupings}) {
        box->setMinimumWidth(40);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        connect(box, &QComboBox::currentIndexChanged, this, &CrossingFilterBar::filterChanged);
    }
    m_pair->setAutoRaise(true);
    m_pair->setIcon(themedIcon(QStringLiteral("close")));
    m_pair->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_pair->setToolTip(tr("List all pairs again"));
    m_pair->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_pair->hide();
    connect(m_pair, &QToolButton::clicked, this, [this] {
        setPair(*noBoundaryState(), {}, {});
        Q_EMIT pairCleared();
    });
}

CrossingFilter CrossingFilterBar::filter() const
{
    CrossingFilter filter;
    const int state = m_states->currentData().toInt();
    filter.onlyToDecide = state == toDecideData;
    if (state >= 0)
        filter.state = static_cast<CrossingState>(state);
    if (const int kind = m_kinds->currentData().toInt(); kind >= 0)
        filter.kind = static_cast<CrossingKind>(kind);
    filter.from = m_from;
    filter.into = m_into;
    filter.text = m_text->text().trimmed();
    return filter;
}

CrossingGrouping CrossingFilterBar::grouping() const
{
    return static_cast<CrossingGrouping>(m_groupings->currentData().toInt());
}

void CrossingFilterBar::setState(const BoundaryState& state)
{
    if (m_from)
        m_from = state.check.ownership.indexOf(m_fromName);
    if (m_into)
        m_into = state.check.ownership.indexOf(m_intoName);
    m_pair->setVisible(m_from || m_into);
    fillStates(state);
    fillKinds(state);
}

void CrossingFilterBar::fillStates(const BoundaryState& state)
{
    const QSignalBlocker blocker(m_states);
    const QLocale locale;
    const QVariant before = m_states->count() > 0 ? m_states->currentData() : toDecideData;
    m_states->clear();
    m_states->addItem(themedIcon(QStringLiteral("question")),
                      tr("Need a decision (%1)").arg(locale.toString(state.check.violations)),
                      toDecideData);
    m_states->addItem(
        tr("Everything (%1)")
            .arg(locale.toString(static_cast<qlonglong>(state.check.crossings.size()))),
        everythingData);
    const std::vector<int> counts = crossingStateCounts(state.check);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const auto each = static_cast<CrossingState>(i);
        if (counts[i] > 0)
            m_states->addItem(
                crossingStateIcon(each),
                QStringLiteral("%1 (%2)").arg(crossingStateTitle(each), locale.toString(counts[i])),
                static_cast<int>(i));
    }
    chooseData(m_states, before);
}

void CrossingFilterBar::fillKinds(const BoundaryState& state)
{
    const QSignalBlocker blocker(m_kinds);
    const QVariant before = m_kinds->count() > 0 ? m_kinds->currentData() : everythingData;
    std::vector<int> counts(crossingKindCount, 0);
    for (const JudgedCrossing& judged : state.check.crossings)
        ++counts[static_cast<std::size_t>(judged.crossing.kind)];
    m_kinds->clear();
    m_kinds->addItem(tr("Every kind"), everythingData);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const auto kind = static_cast<CrossingKind>(i);
        if (counts[i] > 0)
            m_kinds->addItem(QStringLiteral("%1  %2 (%3)")
                                 .arg(crossingKindSign(kind), crossingKindTitle(kind),
                                      QLocale().toString(counts[i])),
                             static_cast<int>(i));
    }
    chooseData(m_kinds, before);
}

void CrossingFilterBar::setPair(const BoundaryState& state, std::optional<BoundaryIndex> from,
                                std::optional<BoundaryIndex> into)
{
    if (from == m_from && into == m_into)
        return;
    m_from = from;
    m_into = into;
    m_fromName = from ? state.nameOf(*from) : QString();
    m_intoName = into ? state.nameOf(*into) : QString();
    m_pair->setVisible(from || into);
    if (from || into) {
        const QString any = tr("anybody");
        m_pair->setText((from ? m_fromName : any) % QStringLiteral(" → ") %
                        (into ? m_intoName : any));
    }
    Q_EMIT filterChanged();
}

void CrossingFilterBar::showAll()
{
    {
        const QSignalBlocker states(m_states);
        const QSignalBlocker kinds(m_kinds);
        const QSignalBlocker text(m_text);
        chooseData(m_states, everythingData);
        chooseData(m_kinds, everythingData);
        m_text->clear();
    }
    Q_EMIT filterChanged();
}

bool CrossingFilterBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            Q_EMIT leftForList();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/review_filter_bar.h"

#include "widgets/icons.h"
#include "widgets/threshold_bar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QTimer>

#include <cmath>

namespace cadastre {

namespace {

constexpr int typingDelayMs = 120;
constexpr int allStates = -1;

struct StateChoice
{
    int state; ///< RelationshipOrigin, or allStates
    QString text;
    int count;
};

std::vector<StateChoice> stateChoices(const ReviewCounts& counts)
{
    const auto value = [](RelationshipOrigin origin) { return static_cast<int>(origin); };
    using Bar = ReviewFilterBar;
    return {
        {value(RelationshipOrigin::Inferred), Bar::tr("To decide"), counts.toDecide},
        {value(RelationshipOrigin::Confirmed), Bar::tr("Confirmed"), counts.confirmed},
        {value(RelationshipOrigin::Added), Bar::tr("Added by hand"), counts.added},
        {value(RelationshipOrigin::Rejected), Bar::tr("Rejected"), counts.rejected},
        {value(RelationshipOrigin::Declared), Bar::tr("Declared"), counts.declared},
        {allStates, Bar::tr("All"), counts.all() + counts.declared},
    };
}

} // namespace

ReviewFilterBar::ReviewFilterBar(QWidget* parent)
    : QWidget(parent)
    , m_threshold(new ThresholdBar(this))
    , m_text(new QLineEdit(this))
    , m_states(new QComboBox(this))
    , m_verdicts(new QComboBox(this))
    , m_delay(new QTimer(this))
{
    setUpText();
    setUpChoices();
    auto* row = new QHBoxLayout;
    row->addWidget(m_states);
    row->addWidget(m_verdicts, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_threshold);
    layout->addWidget(m_text);
    layout->addLayout(row);
    m_delay->setSingleShot(true);
    m_delay->setInterval(typingDelayMs);
    connect(m_delay, &QTimer::timeout, this, &ReviewFilterBar::filterChanged);
    connect(m_threshold, &ThresholdBar::thresholdChanged, this, &ReviewFilterBar::thresholdChanged);
}

void ReviewFilterBar::setUpText()
{
    m_text->setPlaceholderText(tr("Filter tables and columns"));
    m_text->setAccessibleName(tr("Filter of the relationships"));
    m_text->setToolTip(tr("Letters of a table or column at either end. Down arrow goes to the "
                          "list."));
    m_text->setClearButtonEnabled(true);
    m_text->setAcceptDrops(false); // files that are dropped here are for the window
    m_text->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_text->installEventFilter(this);
    connect(m_text, &QLineEdit::textChanged, m_delay, qOverload<>(&QTimer::start));
}

void ReviewFilterBar::setUpChoices()
{
    m_states->setAccessibleName(tr("State of the listed relationships"));
    m_states->setToolTip(tr("Which relationships are listed"));
    m_states->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const StateChoice& choice : stateChoices({}))
        m_states->addItem(choice.text, choice.state);
    m_verdicts->setAccessibleName(tr("Verdict on the listed relationships"));
    m_verdicts->setToolTip(tr("What the listed relationships are worth to the server"));
    m_verdicts->setMinimumContentsLength(8);
    m_verdicts->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_verdicts->addItem(tr("Any verdict"));
    for (const Verdict verdict : allVerdicts)
        m_verdicts->addItem(verdictTitle(verdict), static_cast<int>(verdict));
    for (QComboBox* choice : {m_states, m_verdicts}) {
        choice->setMinimumWidth(60); // narrow docks cut their texts, with an ellipsis
        connect(choice, &QComboBox::currentIndexChanged, this, &ReviewFilterBar::filterChanged);
    }
}

ReviewFilter ReviewFilterBar::filter() const
{
    ReviewFilter filter;
    const int state = m_states->currentData().toInt();
    filter.state =
        state == allStates ? std::nullopt : std::optional(static_cast<RelationshipOrigin>(state));
    if (const QVariant verdict = m_verdicts->currentData(); verdict.isValid())
        filter.verdict = static_cast<Verdict>(verdict.toInt());
    filter.text = m_text->text().trimmed();
    filter.inferred = m_threshold->showsInferred();
    filter.minimum = m_threshold->minimum();
    return filter;
}

void ReviewFilterBar::setCounts(const ReviewCounts& counts)
{
    int row = 0;
    for (const StateChoice& choice : stateChoices(counts)) {
        m_states->setItemText(row++,
                              tr("%1 (%2)").arg(choice.text, QLocale().toString(choice.count)));
    }
}

void ReviewFilterBar::reset()
{
    const QSignalBlocker blocker(this);
    m_threshold->setThreshold(true, m_threshold->minimum());
    m_text->clear();
    m_states->setCurrentIndex(0);
    m_verdicts->setCurrentIndex(0);
    m_delay->stop();
}

void ReviewFilterBar::admit(RelationshipOrigin origin, double confidence)
{
    const QSignalBlocker blocker(this);
    m_text->clear();
    m_delay->stop();
    m_verdicts->setCurrentIndex(0);
    m_states->setCurrentIndex(std::max(0, m_states->findData(static_cast<int>(origin))));
    if (origin != RelationshipOrigin::Inferred)
        return;
    constexpr int stepsOfSlider = 20;
    const double step = std::floor(confidence * stepsOfSlider) / stepsOfSlider;
    m_threshold->setThreshold(true, std::min(m_threshold->minimum(), step));
}

bool ReviewFilterBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_text || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape && !m_text->text().isEmpty()) {
        m_text->clear();
        return true;
    }
    if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
        Q_EMIT leftForList();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace cadastre

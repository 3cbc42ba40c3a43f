// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/crossing_detail.h"

#include "widgets/boundary_facts_text.h"
#include "widgets/crossing_signs.h"
#include "widgets/icons.h"
#include "widgets/inspector_html.h"
#include "widgets/panel_scroller.h"
#include "widgets/until_field.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTextBrowser>

#include <algorithm>

namespace cadastre {

CrossingDetail::CrossingDetail(QWidget* parent)
    : QWidget(parent)
    , m_page(new QTextBrowser(this))
    , m_cost(new QLabel(this))
    , m_reason(new QLineEdit(this))
    , m_until(new UntilField(this))
    , m_decide(new QPushButton(themedIcon(QStringLiteral("check")), tr("&Decide"), this))
    , m_takeBack(new QPushButton(themedIcon(QStringLiteral("undo")), tr("Take &back"), this))
    , m_rule(new QPushButton(tr("By a r&ule…"), this))
{
    auto* contents = new QWidget;
    auto* inner = new QVBoxLayout(contents);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(4);
    setUpPage();
    inner->addWidget(m_page, 1);
    setUpChoices();
    inner->addLayout(m_grid);
    inner->addWidget(m_cost);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    auto* scroller = new PanelScroller(contents, this); // reason and buttons stay in sight
    scroller->setAccessibleName(tr("The crossing and its decision"));
    layout->addWidget(scroller, 1);
    auto* why = new QHBoxLayout;
    why->addWidget(m_reason, 1);
    why->addWidget(m_until);
    layout->addLayout(why);
    setUpButtons();
    setUpTabOrder();
    showNothing();
}

void CrossingDetail::setUpPage()
{
    m_page->setFrameShape(QFrame::NoFrame);
    m_page->setMinimumHeight(60);
    m_page->setOpenLinks(false);
    m_page->setAccessibleName(tr("Facts of the crossing"));
    connect(m_page, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) {
        if (const auto object = objectFromLink(url.toString()))
            Q_EMIT objectActivated(*object);
    });
}

void CrossingDetail::setUpChoices()
{
    m_grid = new QGridLayout;
    m_grid->setSpacing(2);
    for (int i = 0; i < crossingChoiceCount; ++i) {
        const auto choice = static_cast<CrossingChoice>(i);
        auto* button = new QRadioButton(crossingChoiceTitle(choice), this);
        button->setToolTip(QStringLiteral("%1 (%2)").arg(crossingChoiceCost(choice)).arg(i + 1));
        button->setAccessibleDescription(crossingChoiceCost(choice));
        connect(button, &QRadioButton::toggled, this, &CrossingDetail::showCost);
        button->setMinimumWidth(10); // narrow panels have one column
        m_choices[static_cast<std::size_t>(i)] = button;
    }
    placeChoices(1);
    m_cost->setWordWrap(true);
    m_cost->setTextFormat(Qt::PlainText);
    m_cost->setMinimumHeight(3 * m_cost->fontMetrics().lineSpacing());
    m_cost->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_reason->setPlaceholderText(tr("Why (required)"));
    m_reason->setToolTip(tr("Found again when somebody asks why (Enter decides)"));
    m_reason->setMinimumWidth(60);
    m_reason->setAccessibleName(tr("Reason of the decision"));
    m_reason->setClearButtonEnabled(true);
    connect(m_reason, &QLineEdit::returnPressed, this, &CrossingDetail::decide);
    connect(m_reason, &QLineEdit::textChanged, this, &CrossingDetail::updateDecide);
}

void CrossingDetail::placeChoices(int columns)
{
    if (std::exchange(m_columns, columns) == columns)
        return;
    for (int i = 0; i < crossingChoiceCount; ++i)
        m_grid->addWidget(m_choices[static_cast<std::size_t>(i)], i / columns, i % columns);
}

void CrossingDetail::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    int widest = 0;
    for (const QRadioButton* button : m_choices)
        widest = std::max(widest, button->sizeHint().width());
    placeChoices(width() >= 2 * widest + m_grid->spacing() ? 2 : 1);
}

/// As the eye goes: facts, choices, why, buttons.
void CrossingDetail::setUpTabOrder()
{
    QWidget* before = m_page;
    for (QRadioButton* button : m_choices) {
        setTabOrder(before, button);
        before = button;
    }
    QList<QWidget*> rest{m_reason};
    const QList<QWidget*> inUntil = m_until->findChildren<QWidget*>();
    for (QWidget* part : inUntil) {
        if ((part->focusPolicy() & Qt::TabFocus) != 0)
            rest.append(part);
    }
    rest << m_decide << m_takeBack << m_rule;
    for (QWidget* next : std::as_const(rest)) {
        setTabOrder(before, next);
        before = next;
    }
}

void CrossingDetail::setUpButtons()
{
    m_takeBack->setToolTip(tr("It is to be decided again (Delete)"));
    m_rule->setToolTip(tr("Allow or forbid every crossing of this kind between these two"));
    updateDecide();
    connect(m_decide, &QPushButton::clicked, this, &CrossingDetail::decide);
    connect(m_takeBack, &QPushButton::clicked, this, &CrossingDetail::takenBack);
    connect(m_rule, &QPushButton::clicked, this, &CrossingDetail::ruleRequested);
    auto* row = new QHBoxLayout;
    for (QPushButton* button : {m_decide, m_takeBack, m_rule}) {
        button->setMinimumWidth(10);
        row->addWidget(button);
    }
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void CrossingDetail::showCrossings(const BoundaryState& state, const std::vector<int>& crossings)
{
    if (crossings.empty()) {
        showNothing();
        return;
    }
    setEnabled(true);
    m_description = describeCrossings(state, crossings);
    m_page->setHtml(descriptionHtml(m_description));
    std::vector<CrossingKey> keys;
    const auto& all = state.check.crossings;
    const auto& first = all[static_cast<std::size_t>(crossings.front())].decision;
    bool alike = true;
    bool anyDecided = false;
    for (const int position : crossings) {
        const JudgedCrossing& judged = all[static_cast<std::size_t>(position)];
        keys.push_back(judged.key);
        alike = alike && judged.decision == first;
        anyDecided = anyDecided || judged.decision.has_value();
    }
    m_takeBack->setEnabled(anyDecided);
    if (keys == m_shown && !(alike && first))
        return; // what a person has begun to write stays
    m_shown = keys;
    const CrossingDecision decision = alike && first ? *first : CrossingDecision{};
    m_choices[static_cast<std::size_t>(decision.choice)]->setChecked(true);
    m_reason->setText(decision.reason);
    m_until->setUntil(decision.until);
    showCost();
}

void CrossingDetail::showNothing()
{
    m_description = {};
    m_shown.clear();
    m_page->clear();
    m_reason->clear();
    m_choices.front()->setChecked(true);
    showCost();
    setEnabled(false);
}

void CrossingDetail::choose(CrossingChoice choice)
{
    choiceButton(choice)->setChecked(true);
    m_reason->setFocus(Qt::ShortcutFocusReason);
    m_reason->selectAll();
}

QRadioButton* CrossingDetail::choiceButton(CrossingChoice choice) const
{
    return m_choices[static_cast<std::size_t>(choice)];
}

std::optional<CrossingChoice> CrossingDetail::chosen() const
{
    for (int i = 0; i < crossingChoiceCount; ++i) {
        const auto choice = static_cast<CrossingChoice>(i);
        if (choiceButton(choice)->isChecked())
            return choice;
    }
    return std::nullopt;
}

void CrossingDetail::showCost()
{
    if (const auto choice = chosen())
        m_cost->setText(crossingChoiceCost(*choice));
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, mutedTextColor());
    m_cost->setPalette(quiet);
}

void CrossingDetail::updateDecide()
{
    const bool explained = !m_reason->text().trimmed().isEmpty();
    m_decide->setEnabled(explained);
    m_decide->setToolTip(explained ? tr("Keep this decision with its reason (Enter in the reason)")
                                   : tr("Say why first: somebody will ask"));
}

void CrossingDetail::decide()
{
    const auto choice = chosen();
    if (choice && isEnabled() && m_decide->isEnabled())
        Q_EMIT decided({*choice, m_reason->text().trimmed(), m_until->until()});
}

void CrossingDetail::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_decide != nullptr) {
        m_page->setHtml(descriptionHtml(m_description));
        showCost();
    }
}

} // namespace cadastre

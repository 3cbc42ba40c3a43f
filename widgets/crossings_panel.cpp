// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The parts of the panel and its summary. What its lists of findings, flows and rules say is in
// crossings_panel_lists.cpp.
#include "widgets/crossings_panel.h"

#include "widgets/baseline_dialog.h"
#include "widgets/crossing_page.h"
#include "widgets/elided_label.h"
#include "widgets/fact_list_page.h"
#include "widgets/icons.h"
#include "widgets/muted_text.h"
#include "widgets/rule_dialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>

namespace cadastre {

CrossingsPanel::CrossingsPanel(QWidget* parent)
    : QWidget(parent)
    , m_state(noBoundaryState())
    , m_summary(new QLabel(this))
    , m_verdicts(new ElidedLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_crossings(new CrossingPage(m_tabs))
    , m_findings(new FactListPage(tr("Findings"), m_tabs))
    , m_flows(new FactListPage(tr("Flows"), m_tabs))
    , m_rules(new FactListPage(tr("Rules"), m_tabs))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->setSpacing(4);
    setUpHead();
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_crossings, tr("Crossings"));
    m_tabs->addTab(m_findings, tr("Findings"));
    m_tabs->addTab(m_flows, tr("Flows"));
    m_tabs->addTab(m_rules, tr("Rules"));
    layout->addWidget(m_tabs, 1);
    connectCrossings();
    setUpFindings();
    setUpFlows();
    setUpRules();
    setState(m_state);
}

void CrossingsPanel::setUpHead()
{
    keepMuted(m_verdicts);
    m_summary->setTextFormat(Qt::PlainText);
    const auto button = [this](const char* icon, const QString& tip, auto slot) {
        auto* made = new QToolButton(this);
        made->setIcon(themedIcon(QString::fromLatin1(icon)));
        made->setAutoRaise(true);
        made->setToolTip(tip);
        made->setAccessibleName(tip);
        connect(made, &QToolButton::clicked, this, slot);
        return made;
    };
    auto* row = new QHBoxLayout;
    row->addWidget(m_summary, 1);
    QToolButton* baseline =
        button("save", tr("Write or shrink the baseline"), [this] { askBaseline(); });
    QToolButton* report =
        button("export", tr("Export the report"), [this] { Q_EMIT reportRequested(); });
    row->addWidget(baseline);
    row->addWidget(report);
    // before the tabs, as the eye goes
    setTabOrder(baseline, report);
    setTabOrder(report, m_tabs);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    layout()->addWidget(m_verdicts);
}

void CrossingsPanel::connectCrossings()
{
    connect(m_crossings, &CrossingPage::editRequested, this, &CrossingsPanel::editRequested);
    connect(m_crossings, &CrossingPage::crossingSelected, this, &CrossingsPanel::crossingSelected);
    connect(m_crossings, &CrossingPage::objectActivated, this, &CrossingsPanel::objectActivated);
    connect(m_crossings, &CrossingPage::draftRequested, this, &CrossingsPanel::draftRequested);
    connect(m_crossings, &CrossingPage::impactRequested, this, &CrossingsPanel::impactRequested);
    connect(m_crossings, &CrossingPage::ruleRequested, this, &CrossingsPanel::askRule);
}

void CrossingsPanel::setState(BoundaryStatePointer state)
{
    m_state = std::move(state);
    m_crossings->setState(m_state);
    fillFindings();
    fillFlows();
    fillRules();
    showSummary();
}

void CrossingsPanel::showSummary()
{
    const QLocale locale;
    const BoundaryCheck& check = m_state->check;
    const bool drawn = !m_state->boundaries.entries.empty();
    QString text =
        !drawn ? tr("No boundaries yet")
               : QString(tr("%Ln crossings", nullptr, static_cast<int>(check.crossings.size())) %
                         QStringLiteral(" · ") %
                         tr("%1 to decide").arg(locale.toString(check.violations)));
    m_summary->setText(text);
    QStringList sentences;
    for (const PlacedVerdictCount& verdict : m_state->verdicts)
        sentences << verdict.sentence;
    QStringList shorts;
    for (const PlacedVerdictCount& verdict : m_state->verdicts)
        shorts << locale.toString(verdict.count) % QLatin1Char(' ') %
                      placedVerdictTitle(verdict.verdict).toLower();
    m_verdicts->setFullText(shorts.join(QStringLiteral(" · ")));
    m_verdicts->setVisible(drawn && !shorts.isEmpty());
    m_summary->setToolTip(sentences.join(QLatin1Char('\n')));
    const auto numbered = [&locale](const QString& title, std::size_t count) {
        return count == 0 ? title
                          : QStringLiteral("%1 (%2)").arg(
                                title, locale.toString(static_cast<qlonglong>(count)));
    };
    m_tabs->setTabText(1, numbered(tr("Findings"), check.findings.size()));
    m_tabs->setTabText(2, numbered(tr("Flows"), m_state->boundaries.flows.size()));
    m_tabs->setTabText(3, numbered(tr("Rules"), m_state->boundaries.rules.size()));
}

QString CrossingsPanel::summaryText() const
{
    return m_summary->text();
}

void CrossingsPanel::askRule(const RuleKey& key)
{
    auto* dialog = new RuleDialog(m_state->boundaries, this);
    const auto known = m_state->boundaries.rules.find(key);
    const bool existing = known != m_state->boundaries.rules.end();
    dialog->setRule(key, existing ? known->second : Rule{}, existing);
    connect(dialog, &RuleDialog::editRequested, this, &CrossingsPanel::editRequested);
    dialog->open();
}

void CrossingsPanel::askNewRule()
{
    RuleKey key = m_crossings->chosenPair();
    if (m_state->boundaries.rules.contains(key))
        key = {}; // that one is to be edited, not made
    askRule(key);
}

void CrossingsPanel::askBaseline()
{
    auto* dialog = new BaselineDialog(*m_state, this);
    connect(dialog, &BaselineDialog::editRequested, this, &CrossingsPanel::editRequested);
    dialog->open();
}

void CrossingsPanel::showCrossings()
{
    m_tabs->setCurrentWidget(m_crossings);
    m_crossings->focusList();
}

void CrossingsPanel::showFindings()
{
    m_tabs->setCurrentWidget(m_findings);
    m_findings->list()->setFocus();
}

} // namespace cadastre

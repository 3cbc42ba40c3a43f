// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The panel of crossings: a summary of the check, and pages of crossings, findings, flows and
// rules. It shows values and says what a person wants changed.
#pragma once

#include "widgets/boundary_state.h"

#include <QWidget>

class QLabel;
class QTabWidget;

namespace cadastre {

class CrossingPage;
class ElidedLabel;
class FactListPage;

class CrossingsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit CrossingsPanel(QWidget* parent = nullptr);

    void setState(BoundaryStatePointer state);
    /// Asks for a rule, filled with this.
    void askRule(const RuleKey& key);
    /// Asks for a rule of the pair that is chosen in the matrix or the list, if there is one.
    void askNewRule();
    /// Shows what writing the baseline would change, and asks.
    void askBaseline();
    void showCrossings();
    void showFindings();

    [[nodiscard]] CrossingPage* crossings() const { return m_crossings; }
    [[nodiscard]] FactListPage* findings() const { return m_findings; }
    [[nodiscard]] FactListPage* flows() const { return m_flows; }
    [[nodiscard]] FactListPage* rules() const { return m_rules; }
    [[nodiscard]] QTabWidget* tabs() const { return m_tabs; }
    [[nodiscard]] QString summaryText() const;

Q_SIGNALS:
    void editRequested(const cadastre::BoundaryEdit& edit);
    void crossingSelected(const cadastre::Crossing& crossing);
    void objectActivated(cadastre::ObjectRef object);
    void draftRequested(cadastre::TableId table);
    void impactRequested(cadastre::ObjectRef object);
    void reportRequested();
    /// A new flow, from what is selected in the diagram.
    void flowRequested();
    void flowSelected(const std::vector<cadastre::TableId>& tables);

private:
    void setUpHead();
    void connectCrossings();
    void setUpFindings();
    void setUpFlows();
    void setUpRules();
    void showSummary();
    void fillFindings();
    void fillFlows();
    void fillRules();
    void editRule(int row);
    void removeRules();
    void removeFlows();
    [[nodiscard]] RuleKey ruleAt(int row) const;

    BoundaryStatePointer m_state;
    QLabel* m_summary;
    ElidedLabel* m_verdicts;
    QTabWidget* m_tabs;
    CrossingPage* m_crossings;
    FactListPage* m_findings;
    FactListPage* m_flows;
    FactListPage* m_rules;
};

} // namespace cadastre

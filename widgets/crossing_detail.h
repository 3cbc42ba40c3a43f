// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The form below the list of crossings: the facts at hand, the five choices with what each costs,
// a reason and a day. Says what a person decided; changes nothing.
#pragma once

#include "model/describe/describe.h"
#include "widgets/boundary_state.h"

#include <QWidget>

#include <array>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QTextBrowser;

namespace cadastre {

class UntilField;

class CrossingDetail : public QWidget
{
    Q_OBJECT
public:
    explicit CrossingDetail(QWidget* parent = nullptr);

    /// The facts of these, and the decision where they have one in common.
    void showCrossings(const BoundaryState& state, const std::vector<int>& crossings);
    void showNothing();
    /// A person pressed the key of a choice: it is chosen, the reason is next.
    void choose(CrossingChoice choice);

    [[nodiscard]] QRadioButton* choiceButton(CrossingChoice choice) const;
    [[nodiscard]] QLineEdit* reasonField() const { return m_reason; }
    [[nodiscard]] UntilField* untilField() const { return m_until; }
    [[nodiscard]] QPushButton* decideButton() const { return m_decide; }
    [[nodiscard]] QPushButton* takeBackButton() const { return m_takeBack; }
    [[nodiscard]] QTextBrowser* page() const { return m_page; }

Q_SIGNALS:
    void decided(const cadastre::CrossingDecision& decision);
    void takenBack();
    void objectActivated(cadastre::ObjectRef object);
    /// "Allow by a rule" for what is shown.
    void ruleRequested();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void setUpPage();
    void setUpChoices();
    void setUpButtons();
    void setUpTabOrder();
    void placeChoices(int columns);
    void decide();
    void showCost();
    void updateDecide();
    [[nodiscard]] std::optional<CrossingChoice> chosen() const;

    QTextBrowser* m_page;
    QGridLayout* m_grid = nullptr;
    int m_columns = 0;
    std::array<QRadioButton*, 5> m_choices{};
    QLabel* m_cost;
    QLineEdit* m_reason;
    UntilField* m_until;
    QPushButton* m_decide;
    QPushButton* m_takeBack;
    QPushButton* m_rule;
    ObjectDescription m_description;
    std::vector<CrossingKey> m_shown; ///< whose form is filled
};

} // namespace cadastre

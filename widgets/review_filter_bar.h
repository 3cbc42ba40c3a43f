// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The fields above the review list: letters, state, verdict, and the threshold. What passes is
// decided in review_filter.h.
#pragma once

#include "widgets/review_filter.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QTimer;

namespace cadastre {

class ThresholdBar;

class ReviewFilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit ReviewFilterBar(QWidget* parent = nullptr);

    [[nodiscard]] ReviewFilter filter() const;
    /// How many there are of each state, as the threshold has it.
    void setCounts(const ReviewCounts& counts);
    /// Back to what is to decide, of any name and verdict; inferred ones on.
    void reset();
    /// Changes the fields as far as needed for this relationship to pass. Emits nothing.
    void admit(RelationshipOrigin origin, double confidence);

    [[nodiscard]] ThresholdBar* threshold() const { return m_threshold; }
    [[nodiscard]] QLineEdit* textField() const { return m_text; }
    [[nodiscard]] QComboBox* stateChoice() const { return m_states; }
    [[nodiscard]] QComboBox* verdictChoice() const { return m_verdicts; }

Q_SIGNALS:
    void filterChanged();
    void thresholdChanged(bool inferred, double minimum);
    /// Enter or Down in the field.
    void leftForList();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setUpText();
    void setUpChoices();

    ThresholdBar* m_threshold;
    QLineEdit* m_text;
    QComboBox* m_states;
    QComboBox* m_verdicts;
    QTimer* m_delay;
};

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The fields above the list of crossings: letters, state, kind, grouping, and the pair that was
// chosen in the matrix. What passes is decided in crossing_filter.h.
#pragma once

#include "widgets/crossing_filter.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QTimer;
class QToolButton;

namespace cadastre {

class CrossingFilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit CrossingFilterBar(QWidget* parent = nullptr);

    [[nodiscard]] CrossingFilter filter() const;
    [[nodiscard]] CrossingGrouping grouping() const;
    /// The choices with their counts; what is chosen stays. Emits nothing.
    void setState(const BoundaryState& state);
    /// Only this pair; absent ends mean any. Emits filterChanged() where it is another one.
    void setPair(const BoundaryState& state, std::optional<BoundaryIndex> from,
                 std::optional<BoundaryIndex> into);
    /// Everything that is not to be decided, too. Emits filterChanged().
    void showAll();

    [[nodiscard]] QLineEdit* textField() const { return m_text; }
    [[nodiscard]] QComboBox* stateChoice() const { return m_states; }
    [[nodiscard]] QComboBox* kindChoice() const { return m_kinds; }
    [[nodiscard]] QComboBox* groupingChoice() const { return m_groupings; }

Q_SIGNALS:
    void filterChanged();
    /// The pair was taken away here.
    void pairCleared();
    /// Enter or Down in the field.
    void leftForList();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setUpText();
    void setUpChoices();
    void fillStates(const BoundaryState& state);
    void fillKinds(const BoundaryState& state);

    QLineEdit* m_text;
    QComboBox* m_states;
    QComboBox* m_kinds;
    QComboBox* m_groupings;
    QToolButton* m_pair;
    QTimer* m_delay;
    std::optional<BoundaryIndex> m_from;
    std::optional<BoundaryIndex> m_into;
    QString m_fromName; ///< of m_from: indexes are others in the next check
    QString m_intoName;
};

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Asks for a rule between two boundaries: from, into, which kind, allowed or forbidden, why, until
// when.
#pragma once

#include "widgets/boundary_state.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace cadastre {

class UntilField;

class RuleDialog : public QDialog
{
    Q_OBJECT
public:
    /// `boundaries`: whose names are offered beside "any".
    explicit RuleDialog(const Boundaries& boundaries, QWidget* parent = nullptr);

    /// Fills the form; `existing`: it is in the document and is changed. An empty name of the key
    /// is still to be chosen.
    void setRule(const RuleKey& key, const Rule& rule, bool existing);
    [[nodiscard]] RuleKey key() const;
    [[nodiscard]] Rule rule() const;

    [[nodiscard]] QComboBox* fromChoice() const { return m_from; }
    [[nodiscard]] QComboBox* intoChoice() const { return m_into; }
    [[nodiscard]] QComboBox* kindChoice() const { return m_kind; }
    [[nodiscard]] QRadioButton* forbidButton() const { return m_forbid; }
    [[nodiscard]] QLineEdit* reasonField() const { return m_reason; }
    [[nodiscard]] QPushButton* setButton() const { return m_set; }
    /// What is missing; empty when the rule can be set.
    [[nodiscard]] QString hintText() const;

Q_SIGNALS:
    void editRequested(const cadastre::BoundaryEdit& edit);

private:
    void setUpForm();
    void take();
    void showHint();

    QComboBox* m_from;
    QComboBox* m_into;
    QComboBox* m_kind;
    QRadioButton* m_allow;
    QRadioButton* m_forbid;
    QLineEdit* m_reason;
    UntilField* m_until;
    QLabel* m_hint;
    QPushButton* m_set = nullptr;
    std::optional<RuleKey> m_before;
};

} // namespace cadastre

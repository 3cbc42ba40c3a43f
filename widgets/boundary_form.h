// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The form of one boundary: name, kind, owner, who deploys, who is called, around which module,
// colour, note, roles, members. Each finished field is one change that can be undone.
#pragma once

#include "widgets/boundary_state.h"

#include <QTabWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;

namespace cadastre {

class MemberList;

class BoundaryForm : public QTabWidget
{
    Q_OBJECT
public:
    explicit BoundaryForm(QWidget* parent = nullptr);

    void showBoundary(BoundaryStatePointer state, const QString& name);
    [[nodiscard]] const QString& shownBoundary() const { return m_shown; }
    void focusName();

    [[nodiscard]] QLineEdit* nameField() const { return m_name; }
    [[nodiscard]] QLineEdit* ownerField() const { return m_owner; }
    [[nodiscard]] QComboBox* kindChoice() const { return m_kind; }
    [[nodiscard]] QComboBox* colorChoice() const { return m_color; }
    [[nodiscard]] QComboBox* parentChoice() const { return m_parent; }
    [[nodiscard]] MemberList* members() const { return m_members; }

Q_SIGNALS:
    void editRequested(const cadastre::BoundaryEdit& edit);
    /// The name is about to be changed; before the edit.
    void renamed(const QString& name);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setUpFields(QFormLayout* form);
    void setUpChoices(QFormLayout* form);
    void fillParents();
    void fillColors();
    void takeFields();
    void takeName();
    void tell(const Boundary& after);
    [[nodiscard]] Boundary entered() const;

    BoundaryStatePointer m_state;
    QString m_shown;
    Boundary m_boundary;
    QLineEdit* m_name;
    QComboBox* m_kind;
    QLineEdit* m_owner;
    QLineEdit* m_deployer;
    QLineEdit* m_contact;
    QComboBox* m_parent;
    QComboBox* m_color;
    QLineEdit* m_roles;
    QPlainTextEdit* m_note;
    MemberList* m_members;
    bool m_filling = false;
};

} // namespace cadastre

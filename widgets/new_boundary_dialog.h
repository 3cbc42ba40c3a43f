// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The dialog that makes a boundary: what it is called and who looks after it, in one step. What
// becomes of the answer lives in app/.
#pragma once

#include <QDialog>

class QLineEdit;

namespace cadastre {

class NewBoundaryDialog : public QDialog
{
    Q_OBJECT
public:
    /// `what` says whose boundary it is; `owners` are offered while the owner is typed.
    NewBoundaryDialog(const QString& what, const QString& proposedName, const QStringList& owners,
                      QWidget* parent);

    [[nodiscard]] QLineEdit* nameField() const { return m_name; }
    [[nodiscard]] QLineEdit* ownerField() const { return m_owner; }

Q_SIGNALS:
    /// Accepted; the name is not empty, the owner may be.
    void chosen(const QString& name, const QString& owner);

private:
    QLineEdit* m_name;
    QLineEdit* m_owner;
};

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What writing the baseline would change: which crossings it records, which it lets go; it is
// written only when a person says so.
#pragma once

#include "widgets/boundary_state.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace cadastre {

class BaselineDialog : public QDialog
{
    Q_OBJECT
public:
    explicit BaselineDialog(const BoundaryState& state, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;
    [[nodiscard]] QPushButton* writeButton() const { return m_write; }
    [[nodiscard]] QPushButton* removeButton() const { return m_remove; }

Q_SIGNALS:
    void editRequested(const cadastre::BoundaryEdit& edit);

private:
    void write(const std::optional<std::set<CrossingKey>>& baseline, const QString& name);

    QPlainTextEdit* m_list;
    QPushButton* m_write = nullptr;
    QPushButton* m_remove = nullptr;
    QString m_headline;
};

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A day until which something holds, or for good: a check box with a date field beside it.
#pragma once

#include <QDate>
#include <QWidget>

#include <optional>

class QCheckBox;
class QDateEdit;

namespace cadastre {

class UntilField : public QWidget
{
    Q_OBJECT
public:
    explicit UntilField(QWidget* parent = nullptr);

    /// Absent: for good.
    void setUntil(std::optional<QDate> until);
    [[nodiscard]] std::optional<QDate> until() const;

    [[nodiscard]] QCheckBox* box() const { return m_box; }
    [[nodiscard]] QDateEdit* dateField() const { return m_date; }

private:
    QCheckBox* m_box;
    QDateEdit* m_date;
};

} // namespace cadastre

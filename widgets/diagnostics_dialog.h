// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Shows a text to be copied into a report, without or, when ticked, with names. What the texts are
// is the caller's.
#pragma once

#include <QDialog>

class QCheckBox;
class QPlainTextEdit;

namespace cadastre {

class DiagnosticsDialog : public QDialog
{
    Q_OBJECT
public:
    DiagnosticsDialog(const QString& withoutNames, const QString& withNames,
                      QWidget* parent = nullptr);

    [[nodiscard]] QString shownText() const;

private:
    void showText();

    QString m_withoutNames;
    QString m_withNames;
    QPlainTextEdit* m_text;
    QCheckBox* m_names;
};

} // namespace cadastre

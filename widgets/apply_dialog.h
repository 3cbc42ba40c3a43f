// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The last question before comments are sent: where to, how many, what to think of; on production
// the database's name has to be typed.
#pragma once

#include "widgets/pending_state.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace cadastre {

/// How a person wants them sent.
struct ApplyChoice
{
    bool allOrNothing = false;
    bool allowCopy = false;

    bool operator==(const ApplyChoice&) const = default;
};

struct ApplyQuestion
{
    PendingSource source; ///< with the rows that would be sent, planned
    bool mayCopy = false; ///< MariaDB and MySQL: a table could have to be rebuilt
    int allOrNothingLimit = 0;
    bool undo = false; ///< an applied batch is taken back

    bool operator==(const ApplyQuestion&) const = default;
};

class ApplyDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ApplyDialog(const ApplyQuestion& question, QWidget* parent = nullptr);

    [[nodiscard]] ApplyChoice choice() const;
    [[nodiscard]] QPushButton* applyButton() const { return m_apply; }
    [[nodiscard]] QLineEdit* nameField() const { return m_name; }
    [[nodiscard]] QCheckBox* allOrNothingBox() const { return m_allOrNothing; }
    [[nodiscard]] QCheckBox* allowCopyBox() const { return m_allowCopy; }
    /// The names of what would be sent.
    [[nodiscard]] QListWidget* nameList() const { return m_names; }
    /// Everything that is to be read in it, without the buttons.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void applyChosen(const cadastre::ApplyChoice& choice);

private:
    void setUpTexts(const ApplyQuestion& question);
    void setUpNames(const PendingSource& source);
    void setUpChoices(const ApplyQuestion& question);
    void setUpConfirmation(const PendingSource& source);
    void setUpButtons();
    void updateButton();
    QLabel* addText(const QString& text);

    QLineEdit* m_name;
    QCheckBox* m_allOrNothing;
    QCheckBox* m_allowCopy;
    QPushButton* m_apply = nullptr;
    QListWidget* m_names;
    std::size_t m_count = 0;
    std::size_t m_copies = 0; ///< of m_count: only where a copy of the table is agreed to
    bool m_undo = false;
    QString m_wanted; ///< what has to be typed; empty for nothing
    QStringList m_texts;
};

/// What has to be typed on production: the database's name, or the file's.
QString confirmationName(const PendingSource& source);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Asks where a column points: a search over keys and columns, what inference has considered first.
#pragma once

#include "model/relations/target_choices.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace cadastre {

class ElidedLabel;
class TargetChoiceModel;

class TargetChooser : public QDialog
{
    Q_OBJECT
public:
    /// `relationship` needs child columns only; its alternatives are offered first.
    TargetChooser(std::shared_ptr<const Catalog> catalog, Relationship relationship,
                  QWidget* parent = nullptr);

    /// Also names that people gave by notes are found; of the same catalog.
    void setNames(const ObjectNames& names);
    void setReason(const QString& reason);
    /// How many columns of this name are asked for at once.
    void setCount(int count);

    [[nodiscard]] QLineEdit* searchField() const { return m_search; }
    [[nodiscard]] QListView* list() const { return m_list; }
    [[nodiscard]] QLineEdit* reasonField() const { return m_reason; }

Q_SIGNALS:
    void chosen(const cadastre::RelationshipTarget& target, const QString& reason);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setUpList();
    void search();
    void choose();

    std::shared_ptr<const Catalog> m_catalog;
    ObjectNames m_names;
    Relationship m_relationship;
    TargetChoiceModel* m_model;
    ElidedLabel* m_question;
    QLineEdit* m_search;
    QListView* m_list;
    QLineEdit* m_reason;
    QLabel* m_note;
    QPushButton* m_ok = nullptr;
};

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The members of a boundary as a list that can be edited: object keys and patterns, each with what
// it matches, and a line to add one with a live count.
#pragma once

#include "model/catalog/catalog.h"

#include <QStringList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace cadastre {

class MemberList : public QWidget
{
    Q_OBJECT
public:
    explicit MemberList(QWidget* parent = nullptr);

    void setMembers(std::shared_ptr<const Catalog> catalog, const QStringList& members);

    [[nodiscard]] QLineEdit* field() const { return m_field; }
    [[nodiscard]] QListWidget* list() const { return m_list; }
    [[nodiscard]] QString countText() const;

Q_SIGNALS:
    /// Sorted, each once.
    void membersEdited(const QStringList& members);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void add();
    void removeSelected();
    void editCurrent();
    void showCount();
    void tell(QStringList members);

    std::shared_ptr<const Catalog> m_catalog;
    QStringList m_members;
    QString m_edited; ///< the member that the field replaces; empty: adds one
    QListWidget* m_list;
    QLineEdit* m_field;
    QLabel* m_count;
    QPushButton* m_add;
};

} // namespace cadastre

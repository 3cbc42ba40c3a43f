// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// ConventionForm: the workspace's list of naming conventions with name, meaning, period and
// example, and how many objects say that they follow each.
#pragma once

#include "widgets/conventions_view.h"

#include <QWidget>

#include <array>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace cadastre {

class ConventionForm : public QWidget
{
    Q_OBJECT
public:
    explicit ConventionForm(QWidget* parent = nullptr);

    /// What is being typed into the fields stays.
    void setView(const ConventionsView& view);
    void selectConvention(const QString& name);
    [[nodiscard]] QString selectedConvention() const;
    /// Takes over what is typed and not handed out yet.
    void commit();

    [[nodiscard]] QTreeWidget* list() const { return m_list; }
    [[nodiscard]] QLineEdit* nameField() const { return m_name; }
    [[nodiscard]] QLineEdit* meaningField() const { return m_meaning; }
    [[nodiscard]] QLineEdit* periodField() const { return m_period; }
    [[nodiscard]] QLineEdit* exampleField() const { return m_example; }
    [[nodiscard]] QPushButton* addButton() const { return m_add; }
    [[nodiscard]] QPushButton* removeButton() const { return m_remove; }
    [[nodiscard]] QPushButton* showButton() const { return m_show; }

Q_SIGNALS:
    void edited(const cadastre::Conventions& after);
    /// Under another name; `after` has it already. Notes may follow.
    void renamed(const QString& from, const QString& to, const cadastre::Conventions& after);
    /// Its tables are to stand out in the diagram.
    void showRequested(const QString& name);

private:
    struct Field
    {
        QLineEdit* edit;
        QString value;
    };

    void setUpFields();
    void showSelected();
    [[nodiscard]] std::array<Field, 4> fieldsOf(const QString& name,
                                                const Convention& convention) const;
    /// Something that is not handed out yet.
    [[nodiscard]] bool hasTyped() const;
    void showHints();
    void add();
    void remove();

    QTreeWidget* m_list;
    QLineEdit* m_name;
    QLineEdit* m_meaning;
    QLineEdit* m_period;
    QLineEdit* m_example;
    QPushButton* m_add;
    QLabel* m_none; ///< over an empty list
    QPushButton* m_remove;
    QPushButton* m_show;
    Conventions m_conventions;
    std::vector<ConventionUse> m_uses;
    QString m_shown;     ///< whose fields are shown
    Convention m_filled; ///< what they were filled with, or handed out last
    bool m_filling = false;
};

/// "5 tables, 2 columns"; "not used" for none.
QString conventionUseText(const ConventionUse& use);

} // namespace cadastre

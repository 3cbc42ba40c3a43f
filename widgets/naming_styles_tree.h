// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// NamingStylesTree: which tables are written in which style, to be checked and tagged with a
// convention at once.
#pragma once

#include "widgets/conventions_view.h"

#include <QSet>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace cadastre {

class NamingStylesTree : public QWidget
{
    Q_OBJECT
public:
    explicit NamingStylesTree(QWidget* parent = nullptr);

    void setView(const ConventionsView& view);
    [[nodiscard]] std::vector<TableId> checkedTables() const;

    [[nodiscard]] QTreeWidget* tree() const { return m_tree; }
    [[nodiscard]] QComboBox* conventionField() const { return m_convention; }
    [[nodiscard]] QPushButton* tagButton() const { return m_tag; }

Q_SIGNALS:
    /// These tables, of the catalog of the view, follow this convention; `proposed` is what the
    /// list may say of it.
    void tagRequested(const std::vector<cadastre::TableId>& tables, const QString& convention,
                      const cadastre::Convention& proposed);

private:
    void addProposal(const ConventionProposal& proposal);
    void updateButton();
    void propose(const QTreeWidgetItem* item);
    void tag();

    ConventionsView m_view;
    QSet<TableId> m_checked;
    QLabel* m_sentence;
    QTreeWidget* m_tree;
    QComboBox* m_convention;
    QPushButton* m_tag;
    bool m_filling = false;
};

} // namespace cadastre

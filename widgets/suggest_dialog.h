// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The proposed boundaries of a schema that nobody has drawn: ranked, explained, to be accepted as a
// whole, in part, under other names, or not at all.
#pragma once

#include "model/boundaries/suggest.h"
#include "widgets/boundary_state.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTextBrowser;
class QTreeView;

namespace cadastre {

class ProposalModel;

class SuggestDialog : public QDialog
{
    Q_OBJECT
public:
    SuggestDialog(const std::shared_ptr<const Catalog>& catalog,
                  std::vector<ProposedBoundary> proposals, QWidget* parent = nullptr);

    [[nodiscard]] ProposalModel* model() const { return m_model; }
    [[nodiscard]] QTreeView* list() const { return m_list; }
    [[nodiscard]] QPushButton* acceptButton() const { return m_accept; }
    [[nodiscard]] QPushButton* emptyButton() const { return m_startEmpty; }
    [[nodiscard]] QTextBrowser* page() const { return m_page; }

Q_SIGNALS:
    void editRequested(const cadastre::BoundaryEdit& edit);
    /// Start with a boundary that has nothing in it.
    void emptyRequested();

private:
    void setUpList();
    void setUpButtons();
    void showCurrent();
    void showCounts();
    void take();

    std::shared_ptr<const Catalog> m_catalog;
    ProposalModel* m_model;
    QLabel* m_headline;
    QTreeView* m_list;
    QTextBrowser* m_page;
    QPushButton* m_accept = nullptr;
    QPushButton* m_startEmpty = nullptr;
};

} // namespace cadastre

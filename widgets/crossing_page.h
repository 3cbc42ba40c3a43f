// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The page of crossings: matrix above, list with its filters, and the form that decides. Shows
// values and says what a person decided; it changes no document.
#pragma once

#include "widgets/boundary_state.h"
#include "widgets/crossing_filter.h"

#include <QWidget>

class QLabel;
class QSplitter;
class QStackedLayout;
class QTreeView;

namespace cadastre {

class CrossingDetail;
class CrossingFilterBar;
class CrossingMatrixModel;
class CrossingMatrixView;
class EmptyState;

class CrossingPage : public QWidget
{
    Q_OBJECT
public:
    explicit CrossingPage(QWidget* parent = nullptr);

    /// Another check: filter, headings that are closed and the current line stay.
    void setState(BoundaryStatePointer state);
    /// Lists everything between these and takes the keys.
    void showPair(const QString& from, const QString& into);
    /// Lists everything that an object takes part in.
    void showObject(ObjectRef object);
    void focusList();

    [[nodiscard]] GroupedModel* model() const { return m_model; }
    [[nodiscard]] QTreeView* list() const { return m_list; }
    [[nodiscard]] CrossingMatrixModel* matrixModel() const { return m_matrixModel; }
    [[nodiscard]] CrossingMatrixView* matrix() const { return m_matrix; }
    [[nodiscard]] CrossingFilterBar* filters() const { return m_filters; }
    [[nodiscard]] CrossingDetail* detail() const { return m_detail; }
    /// Positions in the check's crossings of the lines that are selected.
    [[nodiscard]] std::vector<int> selectedCrossings() const;
    /// Of the matrix, else of what is selected in the list; empty names for what is not chosen.
    [[nodiscard]] RuleKey chosenPair() const;

Q_SIGNALS:
    void editRequested(const cadastre::BoundaryEdit& edit);
    /// A person walks the list.
    void crossingSelected(const cadastre::Crossing& crossing);
    void objectActivated(cadastre::ObjectRef object);
    /// A rule for these ends and this kind.
    void ruleRequested(const cadastre::RuleKey& key);
    /// "Draft a contract" of a table that is read.
    void draftRequested(cadastre::TableId table);
    void impactRequested(cadastre::ObjectRef object);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setUpMatrix();
    void setUpList();
    void setUpDetail();
    void connectList();
    void fillFrom(BoundaryStatePointer state);
    void fillList();
    void showDetail();
    void showState();
    void showEmpty();
    void showSelected();
    void takeCell(const QModelIndex& cell);
    void decide(const std::optional<CrossingDecision>& decision);
    void selectNear(int group, int row);
    void requestRule();
    bool listKey(int key);
    void openContextMenu(const QPoint& position);
    [[nodiscard]] std::vector<CrossingKey> selectedKeys() const;

    BoundaryStatePointer m_state;
    GroupedModel* m_model;
    CrossingMatrixModel* m_matrixModel;
    QWidget* m_matrixBox;
    CrossingMatrixView* m_matrix;
    QLabel* m_legend;
    CrossingFilterBar* m_filters;
    QTreeView* m_list;
    CrossingDetail* m_detail;
    EmptyState* m_empty;
    QStackedLayout* m_stack = nullptr;
    QSplitter* m_splitter;
    std::vector<CrossingKey> m_decided; ///< what follows them in the list is shown, too
    bool m_filling = false;
};

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// WorklistPanel: what to document next, with reasons, and how much is documented. Arrow keys show
// an object, Enter edits its comment; the list moves on by itself.
#pragma once

#include "widgets/worklist_model.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;
class QTimer;
class QToolButton;

namespace cadastre {

class CoverageBars;
class EmptyState;

class WorklistPanel : public QWidget
{
    Q_OBJECT
public:
    explicit WorklistPanel(QWidget* parent = nullptr);

    /// Other entries: what was current stays, or its place.
    void setState(const WorklistStatePointer& state);
    /// A newer list is being made.
    void setBusy(bool busy);
    /// Makes the entry behind that of this object current, or the first one; absent at the end.
    std::optional<ObjectRef> goToNextAfter(const std::optional<ObjectKey>& key);
    [[nodiscard]] std::optional<ObjectRef> currentObject() const;
    void focusList();

    [[nodiscard]] QListView* list() const { return m_list; }
    [[nodiscard]] WorklistModel* model() const { return m_model; }
    [[nodiscard]] CoverageBars* coverage() const { return m_coverage; }
    [[nodiscard]] QLineEdit* filterField() const { return m_text; }
    [[nodiscard]] QComboBox* kinds() const { return m_kinds; }
    [[nodiscard]] QPushButton* editButton() const { return m_edit; }

Q_SIGNALS:
    /// An entry became current: to be shown in diagram and inspector.
    void objectSelected(cadastre::ObjectRef object);
    /// Its comment is to be edited.
    void editRequested(cadastre::ObjectRef object);
    /// Rows are to be looked at: which values occur that comments do not explain.
    void valueCheckRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setUpFilter();
    void setUpList();
    void applyFilter();
    void showKinds();
    void showSummary();
    void showCoverage();
    void setCurrentRow(int row);
    void editCurrent();

    WorklistModel* m_model;
    QLineEdit* m_text;
    QComboBox* m_kinds;
    QTimer* m_delay;
    QLabel* m_summary;
    QStackedWidget* m_pages;
    QListView* m_list;
    EmptyState* m_empty;
    QPushButton* m_edit;
    QPushButton* m_next;
    QToolButton* m_checkValues;
    CoverageBars* m_coverage;
    bool m_filling = false;
    bool m_busy = false;
};

} // namespace cadastre

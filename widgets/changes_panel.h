// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// ChangesPanel: what changed since an earlier reading, or beside another database: a tree of
// objects with what it means, before and after of the current one. Enter shows it in the diagram.
#pragma once

#include "widgets/changes_state.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeView;

namespace cadastre {

class FactListPage;

class ChangesPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ChangesPanel(QWidget* parent = nullptr);

    void setState(const ChangesStatePointer& state);
    [[nodiscard]] const ChangesStatePointer& state() const { return m_state; }
    /// Something is being read or compared; what is shown stays meanwhile.
    void setBusy(bool busy);
    /// Why the comparison that was asked for last did not come about; empty for none.
    void setProblem(const QString& problem);
    /// What can be compared with, by title; "another database" comes behind them by itself, and
    /// where there is anything to forget, that.
    void setBaselines(const QStringList& titles, int current, bool canForget = false);
    void focusList();

    [[nodiscard]] FactListPage* page() const { return m_page; }
    [[nodiscard]] QTreeView* list() const;
    [[nodiscard]] QComboBox* baselines() const { return m_baselines; }
    [[nodiscard]] QComboBox* groupings() const { return m_groupings; }
    [[nodiscard]] QLabel* summary() const { return m_summary; }
    [[nodiscard]] QPushButton* showButton() const { return m_show; }
    [[nodiscard]] QPushButton* takeOverButton() const { return m_takeOver; }
    [[nodiscard]] QPushButton* notTheSameButton() const { return m_notTheSame; }
    [[nodiscard]] QPushButton* copyButton() const { return m_copy; }
    [[nodiscard]] QPushButton* dismissButton() const { return m_dismiss; }

Q_SIGNALS:
    /// To be shown in diagram and inspector; of the catalog after the changes.
    void objectActivated(cadastre::ObjectRef object);
    /// To be shown, but it is not there any more, nor what it was in: an index of the changes.
    void goneActivated(int change);
    void baselineChosen(int index);
    void otherBaselineRequested();
    /// Earlier states that are kept are not wanted any more.
    void forgetRequested();
    /// What hangs on the old name is to follow to the new one.
    void takeOverRequested(const cadastre::ObjectKey& before, const cadastre::ObjectKey& after);
    /// The two are different objects.
    void notTheSameRequested(const cadastre::ObjectKey& before, const cadastre::ObjectKey& after);
    void copyRequested();
    /// The changes are known: marks in the diagram go.
    void dismissRequested();

private:
    void setUpBar();
    void setUpPage();
    void fill();
    void showSummary();
    void showEmpty();
    void showRename();
    void activate(int row);
    [[nodiscard]] const ObjectChange* current() const;

    ChangesStatePointer m_state = std::make_shared<const ChangesState>();
    QComboBox* m_baselines;
    QComboBox* m_groupings;
    QLabel* m_summary;
    QLabel* m_notCompared;
    QWidget* m_rename;
    QLabel* m_renameText;
    QPushButton* m_takeOver;
    QPushButton* m_notTheSame;
    FactListPage* m_page;
    QPushButton* m_show = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_dismiss = nullptr;
    QString m_problem;
    bool m_busy = false;
};

} // namespace cadastre

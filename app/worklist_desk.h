// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// WorklistDesk: what to document next in the main window: works the list out off the UI thread
// whenever something changed, leads from one entry to the next, and shows the conventions.
#pragma once

#include "app/comment_actions.h"
#include "app/convention_flow.h"
#include "app/value_check_flow.h"
#include "model/notes/object_names.h"
#include "widgets/worklist_state.h"

#include <QPointer>

class QDockWidget;
class QMainWindow;
class QTimer;

namespace cadastre {

class ConventionsDialog;
class WorklistPanel;

class WorklistDesk : public QObject
{
    Q_OBJECT
public:
    WorklistDesk(QMainWindow* window, OpenSources* sources, CommentFlow* comments,
                 QUndoStack* undoStack, const CommentActions& actions);

    /// A tab beside `beside`.
    void setUpDock(QDockWidget* beside, QMenu* panelsMenu);
    void setDockShown(bool shown);
    /// Makes the panel, after the window's first paint.
    void fillPanel();
    void takeFacts(FactsChange change);
    /// By which names objects are listed.
    void setNames(const ObjectNames& names);
    /// Weaker inferred relationships are none.
    void setMinimumConfidence(double minimum);
    /// Who edited this object's comment is done with it: goes on when the list led there.
    void takeFinished(ObjectRef object);
    /// Goes to the next entry and opens its comment.
    void goToNext();
    void showConventions();

    /// Asks, then looks at rows: which values occur that @values does not explain.
    void askValueCheck();

    [[nodiscard]] ValueCheckFlow* values() const { return m_values; }
    [[nodiscard]] ConventionFlow* conventions() const { return m_conventions; }
    [[nodiscard]] WorklistPanel* panel() const { return m_panel; }
    [[nodiscard]] QDockWidget* dock() const { return m_dock; }
    /// Null while it is not open.
    [[nodiscard]] ConventionsDialog* conventionsDialog() const;
    [[nodiscard]] const WorklistStatePointer& state() const { return m_state; }
    /// The tables of one group of the coverage; none while the list is of an older catalog.
    [[nodiscard]] std::vector<TableId> tablesOf(CoverageBy by, const QString& name) const;
    /// Notes to begin this object's comment with; empty where the list has none, or is of an older
    /// catalog.
    [[nodiscard]] QString draftOf(ObjectRef object) const;
    /// Whether the list is of the newest catalog.
    [[nodiscard]] bool isCurrent() const;
    /// Whether a newer list is being made, or will be soon.
    [[nodiscard]] bool isBusy() const;

Q_SIGNALS:
    /// To be shown in diagram and inspector.
    void objectSelected(cadastre::ObjectRef object);
    /// Its comment is to be edited.
    void editRequested(cadastre::ObjectRef object);
    /// Tables of a group of the coverage, to be shown in the diagram.
    void tablesWanted(const std::vector<cadastre::TableId>& tables);
    /// The tables of a convention are to stand out; the name is empty for those of none.
    void conventionWanted(const QString& name);
    void stateChanged();
    void message(const cadastre::Message& message);
    void started(const QString& what);
    void ended();

private:
    void connectValues();
    void refreshSoon();
    void refresh();
    void takeState(WorklistStatePointer state);
    void showDialogState();
    void edit(ObjectRef object);
    void showGroup(CoverageBy by, const QString& name);

    QMainWindow* m_window;
    OpenSources* m_sources;
    CommentFlow* m_comments;
    CommentActions m_actions;
    ConventionFlow* m_conventions;
    ValueCheckFlow* m_values;
    QTimer* m_pause;
    QDockWidget* m_dock = nullptr;
    WorklistPanel* m_panel = nullptr; ///< made after the first paint
    QPointer<ConventionsDialog> m_dialog;
    WorklistStatePointer m_state = std::make_shared<const WorklistState>();
    std::optional<ObjectKey> m_ledTo; ///< which comment the list opened last
    double m_minimumConfidence = 0.5;
    NewestJob<WorklistStatePointer> m_job;
};

} // namespace cadastre

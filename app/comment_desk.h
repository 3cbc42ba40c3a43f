// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// CommentDesk: comments in the main window: what is staged, its editor, marks and counts, and the
// desks of what is pending, what is to be documented and what is done to many at once. Decides
// nothing about comments itself.
#pragma once

#include "app/comment_actions.h"
#include "app/comment_choices.h"
#include "app/comment_flow.h"
#include "app/diagram_controller.h"
#include "model/describe/describe.h"
#include "model/notes/object_names.h"

#include <QPointer>

class QDockWidget;
class QMainWindow;
class QToolButton;

namespace cadastre {

class Canvas;
class CatalogPanel;
class CommentBulkFlow;
class CommentEditor;
class CommentPopup;
class ConventionFilter;
class InspectorPanel;
class PendingDesk;
class WorklistDesk;
class Settings;

class CommentDesk : public QObject
{
    Q_OBJECT
public:
    CommentDesk(QMainWindow* window, OpenSources* sources, QUndoStack* undoStack,
                Settings* settings, DiagramController* diagram, Canvas* canvas);

    /// Docks beside these, as tabs.
    void setUpDocks(QDockWidget* left, QDockWidget* right, QMenu* panelsMenu);
    void setDocksShown(bool shown);
    /// Makes the panels, after the window's first paint.
    void fillPanels(CatalogPanel* catalog, InspectorPanel* inspector);
    void fillMenu(QMenu* menu);

    void takeFacts(FactsChange change);
    /// Another object is selected, or what is known of it changed.
    void takeSelection(std::optional<ObjectRef> object);
    /// What is staged, and the name that is meant, in what the inspector says of an object of the
    /// newest facts.
    void describe(ObjectDescription& description, ObjectRef object) const;
    /// Entries for an object in a context menu of the diagram or the tree.
    void fillObjectMenu(QMenu* menu, ObjectRef object);
    /// Selects the object and opens the editor of its comment, ready to type.
    void editComment(ObjectRef object);
    /// The same in place, beside this rectangle of the screen.
    void editInPlace(ObjectRef object, const QRect& beside);
    /// What was typed and not staged yet is staged: before something ends or closes.
    void commit();
    /// The window goes: what was typed is staged, and nothing is listened to any more.
    void leave();
    /// Of which objects what was typed could not be kept; the window should not close unasked.
    [[nodiscard]] QStringList notKept() const;
    /// Names of the workspace's list, for completion.
    void setConventions(const QStringList& names);

    /// By which names objects are shown, with what is staged.
    [[nodiscard]] const ObjectNames& names() const { return m_names; }
    [[nodiscard]] CommentFlow* flow() const { return m_flow; }
    [[nodiscard]] PendingDesk* pending() const { return m_pending; }
    [[nodiscard]] ConventionFilter* conventionFilter() const { return m_conventionFilter; }
    [[nodiscard]] WorklistDesk* worklist() const { return m_worklist; }
    [[nodiscard]] const CommentActions& actions() const { return m_actions; }

Q_SIGNALS:
    /// The comment of this object is staged and its editor was left.
    void editFinished(cadastre::ObjectRef object);
    void message(const cadastre::Message& message);
    void started(const QString& what);
    void progress(const QString& text, int done, int total);
    void ended();
    /// Inspector, tree and diagram have something else to say.
    void factsChanged();
    void namesChanged(const cadastre::ObjectNames& names);

private:
    void connectFlow();
    void connectWorklist();
    void connectActions();
    void connectEditor(const CommentEditor* editor);
    void editWhereFocusIs();
    [[nodiscard]] std::vector<CommentEditor*> editors() const;
    void takeEdited(const ObjectKey& key, const QString& text, int session);
    void makeChoices();
    void showStaged();
    void showNames();
    void showEditor();
    void updateActions();
    [[nodiscard]] CommentView viewOf(ObjectRef object) const;

    QMainWindow* m_window;
    OpenSources* m_sources;
    Settings* m_settings;
    DiagramController* m_diagram;
    Canvas* m_canvas;
    CommentActions m_actions;
    CommentFlow* m_flow;
    PendingDesk* m_pending;
    WorklistDesk* m_worklist;
    CommentBulkFlow* m_bulk;
    ConventionFilter* m_conventionFilter;
    NewestJob<CommentChoices> m_choicesJob;
    CommentChoices m_choices;
    ObjectNames m_names;
    QStringList m_conventions;
    QHash<ObjectKey, QString> m_unkept; ///< typed, but not on disk: shown again in the editor
    QString m_unkeptReason;
    QPointer<CommentPopup> m_popup;
    QDockWidget* m_inspectorDock = nullptr;
    QToolButton* m_count = nullptr;        ///< in the status bar
    CatalogPanel* m_catalog = nullptr;     ///< made after the first paint
    InspectorPanel* m_inspector = nullptr; ///< made after the first paint
};

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// PendingDesk: what is pending in the main window: the panel, the last question, conflicts,
// reports, batches that can be taken back, marks of sources. What is sent and when is ApplyFlow's.
#pragma once

#include "app/apply_flow.h"
#include "app/comment_actions.h"
#include "app/diagram_controller.h"
#include "app/migration_flow.h"
#include "model/notes/object_names.h"
#include "widgets/audit_dialog.h"
#include "widgets/conflict_dialog.h"

class QDockWidget;
class QMainWindow;
class QTimer;

namespace cadastre {

class PendingPanel;
class Settings;
class WorkspaceFlow;

class PendingDesk : public QObject
{
    Q_OBJECT
public:
    PendingDesk(QMainWindow* window, OpenSources* sources, CommentFlow* comments,
                const CommentActions& actions, Settings* settings, DiagramController* diagram);

    /// Where marks are kept, and sidecars of servers lie.
    void setWorkspace(WorkspaceFlow* workspace);
    /// The dock below the diagram, and the bar of marks above it.
    void setUpDock(QMenu* panelsMenu);
    void hideDock();
    /// Makes the panel, after the window's first paint.
    void fillPanel();
    void takeFacts(FactsChange change);
    /// By which names objects are listed.
    void setNames(const ObjectNames& names);
    /// Entries of a source in a context menu: its marks.
    void fillSourceMenu(QMenu* menu, ObjectRef source);

    /// Whether the window has to stay because something is being written: then a person is asked,
    /// and `close` is called when it has ended.
    bool holdsClose(const std::function<void()>& close);
    /// Comments that the source's engine cannot store are kept in this file from now on.
    void placeSidecar(const QString& source, const QString& path);
    void showPanel();
    void showReport();
    /// Stops what is being written.
    void cancel();

    [[nodiscard]] ApplyFlow* flow() const { return m_flow; }
    [[nodiscard]] PendingPanel* panel() const { return m_panel; }
    [[nodiscard]] QDockWidget* dock() const { return m_dock; }
    [[nodiscard]] MarkBar* markBar() const { return m_markBar; }
    [[nodiscard]] ApplyDialog* applyDialog() const { return m_applyDialog; }
    [[nodiscard]] ConflictDialog* conflictDialog() const { return m_conflictDialog; }
    [[nodiscard]] AuditDialog* auditDialog() const { return m_auditDialog; }
    [[nodiscard]] MigrationFlow* migrations() const { return m_migrations; }

Q_SIGNALS:
    /// What is staged is about to be shown or sent: what is still being typed belongs to it.
    void aboutToCollect();
    void message(const cadastre::Message& message);
    void started(const QString& what);
    void progress(const QString& text, int done, int total);
    void ended();

private:
    struct Request
    {
        QString source;
        std::vector<ObjectKey> keys;
    };
    /// A batch whose undoing is staged.
    struct Undoing
    {
        QString batch;
        QString source;
        std::vector<CommentEdit> edits;
    };

    void connectFlow();
    void connectActions();
    void connectPanel();
    void showState();
    void planShown();
    void updateActions();
    void updateMarks();
    void takeReport(const ApplyReport& report);
    void tellPending();
    void tell(MessageLevel level, const QString& text, const QString& detail = {});
    void take(const Result<Nothing>& result);

    void requestApply(const QString& source, const std::vector<ObjectKey>& keys);
    void askApply(const Request& request);
    void apply(const QString& source, const std::vector<ObjectKey>& keys,
               const ApplyChoice& choice);
    [[nodiscard]] QString undoneBy(const QString& source, const std::vector<ObjectKey>& keys) const;
    void discard(const std::vector<ObjectKey>& keys);
    void solveConflicts(const QString& source, const ObjectKey& first);
    void chooseBatch();
    void showBatches(const Result<std::vector<AuditBatch>>& batches, const QString& place);
    void undoBatch(const AuditBatch& batch);
    void rememberMarks();
    [[nodiscard]] SourceMarks marksOf(const QString& source) const;
    void setMarks(const QString& source, const SourceMarks& marks);
    void askPatterns();
    void chooseSidecar(const QString& source);

    QMainWindow* m_window;
    OpenSources* m_sources;
    CommentFlow* m_comments;
    const CommentActions& m_actions;
    Settings* m_settings;
    DiagramController* m_diagram;
    WorkspaceFlow* m_workspace = nullptr;
    ApplyFlow* m_flow;
    MigrationFlow* m_migrations;
    NewestJob<Result<std::vector<AuditBatch>>> m_auditJob;
    QDockWidget* m_dock = nullptr;
    PendingPanel* m_panel = nullptr; ///< made after the first paint
    MarkBar* m_markBar = nullptr;
    QTimer* m_planTimer;
    QTimer* m_showTimer;
    QPointer<ApplyDialog> m_applyDialog;
    QPointer<ConflictDialog> m_conflictDialog;
    QPointer<AuditDialog> m_auditDialog;
    std::optional<Request> m_askLater; ///< when it is planned
    std::optional<Undoing> m_undoing;
};

} // namespace cadastre

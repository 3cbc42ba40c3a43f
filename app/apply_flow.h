// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// ApplyFlow: staged comments on their way into databases: what would be sent, sending it, what came
// of it, and what is found out later about what nobody knows. What is staged is CommentFlow's; what
// is shown of it, the desk's.
#pragma once

#include "app/comment_flow.h"
#include "app/newest_job.h"
#include "app/source_marks.h"
#include "model/sql/write/write_session.h"
#include "widgets/apply_dialog.h"
#include "widgets/apply_report.h"
#include "widgets/mark_bar.h"

class QTimer;

namespace cadastre {

class AuditBook;

class ApplyFlow : public QObject
{
    Q_OBJECT
public:
    ApplyFlow(OpenSources* sources, CommentFlow* comments, QObject* parent = nullptr);
    /// Stops what is being written and waits for it; the audit trail has what came of it.
    ~ApplyFlow() override;

    /// What a person marked about a source, by its name; and which names mean production.
    void setMarks(std::function<SourceMarks(const QString& source)> marks);
    void setProductionPatterns(const QStringList& patterns);

    [[nodiscard]] PendingState state() const;
    /// state() of one source, open or not staged; absent when it is not open.
    [[nodiscard]] std::optional<PendingSource> pendingSource(const QString& source) const;
    /// The same with these of its edits only.
    [[nodiscard]] std::optional<PendingSource>
    pendingSource(const QString& source, const std::vector<ObjectKey>& keys) const;
    [[nodiscard]] std::vector<MarkedSource> markedSources() const;
    [[nodiscard]] const LoadedSource* openSource(const QString& name) const;

    /// Asks for the exact SQL of everything that is staged, in the background; planned() follows.
    void plan();
    /// Sends these edits of a source as they are staged now. `undoes`: the batch of the audit trail
    /// that they take back. Fails, with one sentence, before anything is begun.
    Result<Nothing> apply(const QString& source, const std::vector<ObjectKey>& keys,
                          const ApplyChoice& choice, const QString& undoes = {});
    /// Stops after what is being sent now; the report says what came of each.
    void cancel();
    /// Something is being written, or found out about what was.
    [[nodiscard]] bool isWriting() const { return m_session.isWriting(); }
    /// The audit trail is being read for what nobody knows.
    [[nodiscard]] bool isLookingBack() const { return m_auditJob.isRunning(); }
    [[nodiscard]] bool isPlanning() const { return !m_planning.isEmpty(); }
    [[nodiscard]] const std::optional<ApplyReport>& lastReport() const { return m_report; }

    /// The sources have other facts: looks up what nobody knew.
    void takeFacts(FactsChange change);

Q_SIGNALS:
    /// state() is another.
    void stateChanged();
    /// All that can be planned is.
    void planned();
    void started(const QString& what);
    void progress(const QString& text, int done, int total);
    void ended();
    void reported(const cadastre::ApplyReport& report);
    void message(const cadastre::Message& message);

private:
    struct SourcePlan
    {
        std::optional<WriteTarget> target;
        std::map<ObjectKey, PlannedComment> comments;
        QString problem;
    };
    /// Writes of a batch of which nobody knows whether they went through.
    struct UnknownBatch
    {
        QString source;
        QString batch; ///< id in the audit trail; empty where it is not known
        QString auditPath;
        std::vector<CommentEdit> edits;
        bool interrupted = false; ///< the program ended meanwhile
    };
    struct Running
    {
        QString source;
        WriteTarget target;
        std::shared_ptr<AuditBook> book;
        std::vector<CommentEdit> edits;
        std::vector<CommentWrite> collected; ///< outcomes that CommentFlow is to be told
        QSet<ObjectKey> known;               ///< whose outcomes came already
        bool undo = false;
        bool interrupted = false; ///< of a resolve
    };

    void planNext();
    void planOffline(const LoadedSource& source, const std::vector<CommentEdit>& edits);
    void takePlan(const Result<CommentPlan>& plan);
    void takeSettled(const std::vector<CommentWrite>& writes);
    void takeCollected();
    void takeWritten(const Result<CommentWriteReport>& result);
    void takeResolved(const Result<CommentWriteReport>& result);
    void keepResults(const std::vector<CommentWrite>& writes);
    void end(const ApplyReport& report);
    void refreshLater(const QString& source);
    void lookIntoAudit();
    void takeUnknown(std::vector<UnknownBatch> unknown);
    void resolveNext();
    [[nodiscard]] std::vector<CommentEdit> stagedOf(const QString& source) const;
    [[nodiscard]] CommentWriteRequest requestFor(const LoadedSource& source,
                                                 std::vector<CommentEdit> edits) const;
    [[nodiscard]] PendingSource sourceOf(const LoadedSource& loaded) const;
    [[nodiscard]] QString productionReason(const LoadedSource& source,
                                           const std::optional<WriteTarget>& target) const;
    [[nodiscard]] static WriteTarget targetFromAddress(const LoadedSource& source);

    OpenSources* m_sources;
    CommentFlow* m_comments;
    std::function<SourceMarks(const QString&)> m_marks;
    QStringList m_patterns;
    WriteSession m_session;
    NewestJob<std::vector<UnknownBatch>> m_auditJob;
    std::map<QString, SourcePlan> m_plans; ///< by source
    std::vector<QString> m_planQueue;
    QString m_planning; ///< the source that is being asked; empty for none
    bool m_planLater = false;
    std::map<ObjectKey, CommentWrite> m_results;
    std::optional<Running> m_running;
    std::vector<UnknownBatch> m_unknown;
    std::size_t m_resolving = 0; ///< batches of m_unknown that are still to be asked for
    QStringList m_refreshLater;
    std::optional<ApplyReport> m_report;
    QTimer* m_takeTimer;
};

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// CommentFlow: what is staged for the sources that are open: one journal per source, on disk before
// anybody sees it as staged; each change a step of the undo stack; checked against every new
// reading. Sending it is ApplyFlow's.
#pragma once

#include "app/comment_journals.h"
#include "app/open_sources.h"
#include "model/notes/comment_write.h"
#include "model/notes/commented_catalog.h"
#include "model/notes/edit_journal.h"
#include "widgets/message_bar.h"

#include <QUndoCommand>

#include <functional>

class QUndoStack;

namespace cadastre {

/// One step of the undo stack about what is staged. Never touches a database.
class StageStep : public QUndoCommand
{
public:
    struct Change
    {
        ObjectKey key;
        std::optional<CommentEdit> from;
        std::optional<CommentEdit> to;
        int written = 0; ///< how often the object had left the stage for good
    };
    using Run = std::function<void(const StageStep& step, bool forward)>;

    /// The changes are made already: pushing does not make them again. Steps of one `session` (not
    /// 0) about one object become one step.
    StageStep(const QString& name, std::vector<Change> changes, int session, Run run);

    [[nodiscard]] const std::vector<Change>& changes() const { return m_changes; }
    void redo() override;
    void undo() override;
    [[nodiscard]] int id() const override { return m_session == 0 ? -1 : stepId; }
    bool mergeWith(const QUndoCommand* other) override;

private:
    static constexpr int stepId = 0xC0;

    std::vector<Change> m_changes;
    int m_session;
    Run m_run;
    bool m_skipFirstRedo = true;
};

class CommentFlow : public QObject
{
    Q_OBJECT
public:
    CommentFlow(OpenSources* sources, QUndoStack* undoStack, QObject* parent = nullptr);
    ~CommentFlow() override;

    /// The catalog that is open with what is staged; never of an older catalog.
    [[nodiscard]] const CommentedCatalog& commented() const { return m_commented; }
    [[nodiscard]] const StagedEdits& staged() const { return m_commented.staged(); }
    /// Whether it was staged already when its source was opened, and not edited since.
    [[nodiscard]] bool isFromEarlier(const CommentEdit& edit) const;
    /// Why edits of this source cannot be kept (another Cadastre has them open, a full disk);
    /// empty where they can.
    [[nodiscard]] QString cannotStage(SourceId source) const;

    /// Whether the source is a snapshot: nothing can be written there, edits can only become a
    /// migration.
    [[nodiscard]] bool isSnapshot(SourceId source) const;
    /// Why this object's comment cannot be edited here; empty where it can.
    [[nodiscard]] QString cannotEdit(ObjectRef object) const;

    /// Stages what the object's comment shall be: one step to be undone; steps of one `session`
    /// (not 0: somebody is typing) are one. Fails with one sentence when it is not on disk, and
    /// then nothing changed.
    Result<Nothing> edit(ObjectRef object, const QString& after, int session = 0);
    /// The same of an object whose catalog may be on its way out.
    Result<Nothing> edit(const ObjectKey& key, const QString& after, int session = 0);
    /// Several at once, as one step under this name ("Replace in 12 comments").
    Result<Nothing> stage(const std::vector<CommentEdit>& edits, const QString& name);
    /// Takes these off the stage: one step to be undone.
    Result<Nothing> discard(const std::vector<ObjectKey>& keys);
    /// A conflict was solved: the edit now begins at what the database holds, and says `after`.
    Result<Nothing> rebase(const ObjectKey& key, const QString& theirs, const QString& after);
    /// Written and unchanged ones leave the stage (no step to be undone); others stay.
    void takeResults(std::span<const CommentWrite> writes);

    /// The sources have other facts: edits follow renames; journals of sources that closed close.
    void takeFacts(FactsChange change);

Q_SIGNALS:
    /// What is staged, or the catalog below it, is another.
    void stagedChanged();
    void message(const cadastre::Message& message);

private:
    Result<Nothing> change(const std::vector<StageChange>& changes, const QString& name,
                           int session = 0);
    void runStep(const StageStep& step, bool forward);
    void rebuild();
    void noteEarlier(const std::vector<CommentJournals::Opened>& opened);
    void followRenames();
    void followIdentities();
    void dropSettled();
    void sayWhatIsStaged(const std::vector<CommentJournals::Opened>& opened);
    void sayWhatNeedsCare();
    void tell(MessageLevel level, const QString& text, const QString& detail = {});
    void tellNews();
    [[nodiscard]] ObjectKey presentKey(ObjectKey key) const;
    [[nodiscard]] QString shownName(const ObjectKey& key) const;

    CommentJournals m_journals;
    OpenSources* m_sources;
    QUndoStack* m_undoStack;
    CommentedCatalog m_commented;
    QHash<ObjectKey, int> m_written;            ///< how often each left the stage for good
    QHash<ObjectKey, ObjectKey> m_renamed;      ///< since the sources were opened
    QHash<ObjectKey, QString> m_earlier;        ///< staged when the source was opened
    std::optional<std::vector<Message>> m_news; ///< collected while a reading is taken in
    std::size_t m_needCare = 0; ///< edits that were not Current when it was said last
};

} // namespace cadastre

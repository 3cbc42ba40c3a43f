// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// CommentFlow: what is staged for the sources that are open: one journal per source, on disk before
// anybody sees it as staged; each change a step of the undo stack; checked against every new
// reading. Sending it is ApplyFlow's.
#pragma once

#include "app/open_sources.h"
#include "model/notes/comment_write.h"
#include "model/notes/commented_catalog.h"
#include "model/notes/edit_journal.h"
#include "widgets/message_bar.h"

class QUndoStack;

namespace cadastre {

class CommentFlow : public QObject
{
    Q_OBJECT
public:
    CommentFlow(OpenSources* sources, QUndoStack* undoStack, QObject* parent = nullptr);
    ~CommentFlow() override;

    /// The catalog that is open with what is staged; never of an older catalog.
    [[nodiscard]] const CommentedCatalog& commented() const { return m_commented; }
    [[nodiscard]] const StagedEdits& staged() const { return m_commented.staged(); }
    /// Why edits of this source cannot be kept (another Cadastre has them open, a full disk);
    /// empty where they can.
    [[nodiscard]] QString cannotStage(SourceId source) const;

    /// Stages what the object's comment shall be: one step to be undone.
    void edit(ObjectRef object, const QString& after);
    /// Several at once, as one step under this name ("Replace in 12 comments").
    void stage(const std::vector<CommentEdit>& edits, const QString& name);
    /// Takes these off the stage: one step to be undone.
    void discard(const std::vector<ObjectKey>& keys);
    /// A conflict was solved: the edit now begins at what the database holds, and says `after`.
    void rebase(const ObjectKey& key, const QString& theirs, const QString& after);
    /// Written and unchanged ones leave the stage (no step to be undone); others stay.
    void takeResults(std::span<const CommentWrite> writes);

    /// The sources have other facts: edits follow renames; journals of sources that closed close.
    void takeFacts(FactsChange change);

Q_SIGNALS:
    /// What is staged, or the catalog below it, is another.
    void stagedChanged();
    void message(const cadastre::Message& message);

private:
    class Journals;
    std::unique_ptr<Journals> m_journals;
    OpenSources* m_sources;
    QUndoStack* m_undoStack;
    CommentedCatalog m_commented;
};

} // namespace cadastre

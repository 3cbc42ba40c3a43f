// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// RelationFlow: what a person decides about relationships, from the answer to the undo stack, the
// inference that runs again, and the decisions to be saved. Panels and menus live in the window.
#pragma once

#include "app/newest_job.h"
#include "app/open_sources.h"
#include "model/relations/decided_origins.h"
#include "model/workspace/decision_commands.h"
#include "widgets/message_bar.h"

class QUndoStack;

namespace cadastre {

class RelationFlow : public QObject
{
    Q_OBJECT
public:
    /// Looks at relationships once more after inference, e.g. for what checks with data have said.
    using Finish =
        std::function<std::vector<Relationship>(const Catalog&, std::vector<Relationship>)>;

    RelationFlow(OpenSources* sources, QUndoStack* undoStack, QObject* parent = nullptr);

    [[nodiscard]] const Decisions& decisions() const { return m_decisions; }
    [[nodiscard]] bool isInferring() const { return m_job.isRunning(); }
    void setFinish(Finish finish) { m_finish = std::move(finish); }

    /// The sources have other facts: decisions follow renames, or are those of what was opened.
    void takeFacts(FactsChange change);
    /// What others wrote into the workspace file while this one was open.
    void takeMerged(const Decisions& written, const Decisions& merged);
    /// Decisions that were not saved take the place of those that are, as a step to be undone.
    void restore(const Decisions& decisions);
    /// Finds the relationships once more, e.g. after a check with data.
    void inferAgain();

    void decide(const std::vector<Relationship>& relationships, DecisionKind kind,
                const QString& reason);
    void undecide(const std::vector<Relationship>& relationships);
    /// All of them point at `target`, as one step to be undone.
    void chooseTarget(const std::vector<Relationship>& proposals, const RelationshipTarget& target,
                      const QString& reason);
    void draw(const DrawnRelationship& drawn, const QString& reason);
    void editReason(const std::vector<Relationship>& relationships, const QString& reason);

Q_SIGNALS:
    /// A decision was made, undone or merged; relationships that are known change at once.
    void originsChanged(const std::vector<cadastre::DecidedOrigin>& origins);
    /// Undo or redo has changed these, which are known.
    void revisited(const std::vector<cadastre::Relationship>& relationships);
    /// The decisions are worth saving.
    void decisionsChanged();
    void message(const cadastre::Message& message);

private:
    void push(Command command);
    void pushAll(const QString& name, std::vector<Command> steps);
    std::vector<DecidedOrigin> takeChange();
    void revisit(const std::vector<DecidedOrigin>& origins);
    void tell(MessageLevel level, const QString& text, const QString& detail = {});
    [[nodiscard]] IsAlive isAlive() const;
    [[nodiscard]] const Catalog& catalog() const { return *m_sources->facts().catalog; }

    OpenSources* m_sources;
    QUndoStack* m_undoStack;
    NewestJob<std::shared_ptr<const std::vector<Relationship>>> m_job;
    Decisions m_decisions;                    ///< the document that commands change
    Decisions m_told;                         ///< as it was when it was told last
    std::shared_ptr<const Catalog> m_catalog; ///< whose names the decisions have
    Finish m_finish;
    bool m_pushing = false; ///< a step runs for the first time
};

} // namespace cadastre

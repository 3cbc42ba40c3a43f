// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The steps of the undo stack about what is staged, and what of a step still fits when it is undone
// or redone later.
#include "app/comment_flow.h"

#include <QUndoStack>

namespace cadastre {

StageStep::StageStep(const QString& name, std::vector<Change> changes, int session, Run run)
    : QUndoCommand(name)
    , m_changes(std::move(changes))
    , m_session(session)
    , m_run(std::move(run))
{
}

void StageStep::redo()
{
    if (!std::exchange(m_skipFirstRedo, false))
        m_run(*this, true);
}

void StageStep::undo()
{
    m_run(*this, false);
}

bool StageStep::mergeWith(const QUndoCommand* other)
{
    const auto* next = dynamic_cast<const StageStep*>(other);
    const bool same = next != nullptr && next->m_session == m_session && m_changes.size() == 1 &&
                      next->m_changes.size() == 1;
    if (!same)
        return false;
    Change& mine = m_changes.front();
    const Change& theirs = next->m_changes.front();
    if (theirs.key != mine.key || theirs.from != mine.to || theirs.written != mine.written)
        return false;
    mine.to = theirs.to;
    setObsolete(mine.to == mine.from);
    return true;
}

namespace {

std::optional<CommentEdit> asOptional(const CommentEdit* edit)
{
    return edit ? std::optional(*edit) : std::nullopt;
}

/// Renames change keys and readings change identities; words are what an edit is.
bool saysTheSame(const std::optional<CommentEdit>& left, const std::optional<CommentEdit>& right)
{
    if (!left || !right)
        return left.has_value() == right.has_value();
    return left->before == right->before && left->after == right->after;
}

} // namespace

Result<Nothing> CommentFlow::change(const std::vector<StageChange>& changes, const QString& name,
                                    int session)
{
    std::vector<StageChange> needed;
    std::vector<StageStep::Change> steps;
    for (const StageChange& change : changes) {
        const auto from = asOptional(staged().find(change.key));
        if (saysTheSame(from, change.edit) && from == change.edit)
            continue;
        needed.push_back(change);
        steps.push_back({change.key, from, change.edit, m_written.value(change.key)});
    }
    if (needed.empty())
        return ok();
    const Result<Nothing> kept = m_journals.change(needed);
    rebuild();
    if (!kept) {
        tell(MessageLevel::Error, kept.error().message, kept.error().detail);
        return kept;
    }
    m_undoStack->push(
        new StageStep(name, std::move(steps), session, [this](const StageStep& step, bool forward) {
            runStep(step, forward);
        })); // it owns it
    return ok();
}

void CommentFlow::runStep(const StageStep& step, bool forward)
{
    std::vector<StageChange> changes;
    QStringList skipped;
    for (const StageStep::Change& each : step.changes()) {
        const ObjectKey key = presentKey(each.key);
        const auto now = asOptional(staged().find(key));
        const bool leftForGood = m_written.value(key) != each.written;
        if (leftForGood || !saysTheSame(now, forward ? each.from : each.to)) {
            skipped << shownName(key);
            continue;
        }
        std::optional<CommentEdit> wanted = forward ? each.to : each.from;
        if (wanted)
            wanted->key = key;
        changes.push_back({key, wanted});
    }
    const Result<Nothing> kept = m_journals.change(changes);
    rebuild();
    if (!kept)
        tell(MessageLevel::Error, kept.error().message, kept.error().detail);
    else if (!skipped.isEmpty())
        tell(
            MessageLevel::Warning,
            skipped.size() == 1
                ? tr("The comment of %1 was written or left the stage meanwhile: this step is "
                     "skipped. What was written is taken back by Comments > Undo an applied batch.")
                      .arg(skipped.first())
                : tr("%1 were written or left the stage meanwhile and are skipped. What was "
                     "written is taken back by Comments > Undo an applied batch.")
                      .arg(tr("%Ln comments", nullptr, static_cast<int>(skipped.size()))),
            skipped.size() == 1 ? QString() : skipped.join(QLatin1Char('\n')));
}

} // namespace cadastre

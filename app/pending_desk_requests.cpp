// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the buttons of the panel do: the last question, discarding, conflicts.
#include "app/pending_desk.h"
#include "widgets/conflict_dialog.h"
#include "widgets/pending_panel.h"

#include <algorithm>

namespace cadastre {

namespace {

bool isPlanned(const PendingRow& row)
{
    return row.planned.has_value();
}

CommentConflict conflictOf(const PendingRow& row)
{
    CommentConflict conflict{row.edit.key,
                             QString(row.kind % QLatin1Char(' ') % row.name),
                             {},
                             seenBefore(row),
                             row.edit.after,
                             theirsOf(row)};
    conflict.baseIsCreateText = replacesCreateText(row);
    if (row.state == StageState::Replaced)
        conflict.note = PendingDesk::tr("Another object has this name now: look at it before you "
                                        "give it this comment.");
    return conflict;
}

} // namespace

void PendingDesk::requestApply(const QString& source, const std::vector<ObjectKey>& keys)
{
    const auto pending = m_flow->pendingSource(source, keys);
    if (!pending)
        return;
    if (std::ranges::all_of(pending->rows, isPlanned)) {
        askApply({source, keys});
        return;
    }
    m_askLater = Request{source, keys}; // nothing is sent that was not shown
    m_flow->plan();
}

void PendingDesk::askApply(const Request& request)
{
    auto pending = m_flow->pendingSource(request.source, request.keys);
    if (!pending)
        return;
    if (!pending->planProblem.isEmpty()) {
        tell(MessageLevel::Error, pending->planProblem);
        return;
    }
    std::erase_if(pending->rows,
                  [](const PendingRow& row) { return !isPlanned(row) || !canBeSent(row); });
    if (pending->rows.empty()) {
        tell(MessageLevel::Warning,
             tr("Nothing of what is ticked can be sent; the reason stands with each."));
        return;
    }
    std::vector<ObjectKey> keys;
    std::vector<ObjectKey> light; ///< without a copy of a table
    for (const PendingRow& row : pending->rows) {
        keys.push_back(row.edit.key);
        if (!needsCopy(row))
            light.push_back(row.edit.key);
    }
    const LoadedSource* source = m_flow->openSource(request.source);
    ApplyQuestion question;
    question.source = *pending;
    question.mayCopy = source->request.address.kind == AddressKind::MariaDb;
    question.allOrNothingLimit = allOrNothingLimit;
    question.undo = !undoneBy(request.source, keys).isEmpty();
    m_applyDialog = new ApplyDialog(question, m_window);
    connect(m_applyDialog, &ApplyDialog::applyChosen, this,
            [this, name = request.source, keys, light](const ApplyChoice& choice) {
                apply(name, choice.allowCopy ? keys : light, choice);
            });
    m_applyDialog->open();
}

void PendingDesk::apply(const QString& source, const std::vector<ObjectKey>& keys,
                        const ApplyChoice& choice)
{
    take(m_flow->apply(source, keys, choice, undoneBy(source, keys)));
}

/// The batch that these take back: all of them are staged as its undoing says.
QString PendingDesk::undoneBy(const QString& source, const std::vector<ObjectKey>& keys) const
{
    if (!m_undoing || m_undoing->source != source)
        return {};
    const bool all = std::ranges::all_of(keys, [this](const ObjectKey& key) {
        const auto wanted = std::ranges::find(m_undoing->edits, key, &CommentEdit::key);
        const CommentEdit* edit = m_comments->staged().find(key);
        return wanted != m_undoing->edits.end() && edit != nullptr &&
               edit->before == wanted->before && edit->after == wanted->after;
    });
    return all ? m_undoing->batch : QString();
}

void PendingDesk::discard(const std::vector<ObjectKey>& keys)
{
    if (!keys.empty())
        take(m_comments->discard(keys));
}

void PendingDesk::solveConflicts(const QString& source, const ObjectKey& first)
{
    const auto pending = m_flow->pendingSource(source);
    if (!pending)
        return;
    std::vector<CommentConflict> conflicts;
    for (const PendingRow& row : pending->rows) {
        if (isInConflict(row))
            conflicts.push_back(conflictOf(row));
    }
    if (conflicts.empty())
        return;
    m_conflictDialog = new ConflictDialog(m_window);
    m_conflictDialog->setConflicts(std::move(conflicts), first);
    connect(m_conflictDialog, &ConflictDialog::solved, this,
            [this](const ObjectKey& key, const QString& theirs, const QString& after) {
                take(m_comments->rebase(key, theirs, after));
            });
    connect(m_conflictDialog, &QDialog::finished, m_flow, &ApplyFlow::plan);
    m_conflictDialog->open();
}

} // namespace cadastre

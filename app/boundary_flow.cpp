// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/boundary_flow.h"

#include "app/undo_command.h"
#include "app/workspace_recovery.h"
#include "model/workspace/boundary_changes.h"
#include "model/workspace/boundary_commands.h"
#include "model/workspace/boundary_refresh.h"

#include <QUndoStack>

namespace cadastre {

BoundaryFlow::BoundaryFlow(OpenSources* sources, QUndoStack* undoStack, QObject* parent)
    : QObject(parent)
    , m_sources(sources)
    , m_undoStack(undoStack)
    , m_state(noBoundaryState())
{
}

void BoundaryFlow::setSeenBy(const QString& boundary)
{
    if (boundary == m_seenBy)
        return;
    m_seenBy = boundary;
    check();
}

void BoundaryFlow::setMinimumConfidence(double minimum)
{
    if (minimum == m_minimumConfidence)
        return;
    m_minimumConfidence = minimum;
    check();
}

void BoundaryFlow::takeFacts(FactsChange change)
{
    m_job.cancel();
    if (change == FactsChange::Opened) {
        m_boundaries = m_sources->boundaries();
        m_seenBy.clear();
    } else if (change == FactsChange::Refreshed && !m_sources->facts().renamed.isEmpty()) {
        const BoundaryRefresh refresh =
            refreshedBoundaries(m_boundaries, m_sources->facts().renamed);
        const bool renamed = refresh.boundaries != m_boundaries;
        m_boundaries = refresh.boundaries;
        if (!refresh.sentences.isEmpty())
            tell(MessageLevel::Info, refresh.sentences.first(),
                 refresh.sentences.mid(1).join(QLatin1Char('\n')));
        if (renamed)
            Q_EMIT documentChanged();
    }
    m_told = m_boundaries;
    m_picture = m_sources->facts().boundaries; // the diagram has it from there
    m_sources->setBoundaries(m_boundaries);
    check();
}

void BoundaryFlow::takeRelationships()
{
    check();
}

void BoundaryFlow::takeMerged(const Boundaries& written, const Boundaries& merged)
{
    const int changed = changedBoundaryEntries(written, merged);
    if (changed == 0)
        return;
    applyBoundaryChanges(m_boundaries, boundaryChanges(written, merged));
    takeChange();
    tell(MessageLevel::Info,
         tr("Taken over from the workspace file: %1 of somebody else.")
             .arg(tr("%Ln changes of boundaries", nullptr, static_cast<int>(changed))));
}

void BoundaryFlow::restore(const Boundaries& boundaries)
{
    push(changeBoundaries(m_boundaries, boundaries, tr("Restore unsaved boundaries")));
}

void BoundaryFlow::edit(const BoundaryEdit& edit)
{
    if (edit.catalog && edit.catalog != m_sources->facts().catalog) {
        tell(MessageLevel::Warning,
             tr("The database was read again meanwhile: please repeat the last step."));
        return;
    }
    const Result<Boundaries> after = edit.apply(m_boundaries);
    if (!after) {
        tell(MessageLevel::Warning, after.error().message, after.error().detail);
        return;
    }
    if (*after == m_boundaries)
        return;
    const QString name = edit.name.isEmpty() ? boundaryChangeName(m_boundaries, *after) : edit.name;
    const auto isAlive = [this](const ObjectKey& key) {
        return m_sources->facts().catalog->find(key).has_value();
    };
    push(changeBoundaries(m_boundaries, *after, name, isAlive));
}

void BoundaryFlow::push(const Command& command)
{
    Command told = toldCommand(command, [this] { takeChange(); });
    m_undoStack->push(new UndoCommand(std::move(told), false, [this](const Error& error) {
        tell(MessageLevel::Warning, error.message, error.detail);
    })); // the stack owns it
}

void BoundaryFlow::takeChange()
{
    if (m_told == m_boundaries)
        return;
    m_told = m_boundaries;
    m_sources->setBoundaries(m_boundaries);
    if (!m_seenBy.isEmpty() && !m_boundaries.entries.contains(m_seenBy))
        m_seenBy.clear();
    Q_EMIT documentChanged();
    check();
}

void BoundaryFlow::check()
{
    const CatalogFacts& facts = m_sources->facts();
    if (facts.catalog->isEmpty()) {
        m_job.cancel();
        takeChecked({noBoundaryState(), nullptr});
        return;
    }
    m_job.start([request = BoundaryCheckRequest{facts, m_boundaries, m_minimumConfidence,
                                                QDate::currentDate(), m_seenBy}](
                    const std::atomic_bool&) { return checkForWindow(request); },
                [this](const BoundaryChecked& checked) { takeChecked(checked); });
}

void BoundaryFlow::takeChecked(const BoundaryChecked& result)
{
    m_state = result.state;
    const std::shared_ptr<const BoundaryPicture> before = std::exchange(m_picture, result.picture);
    const bool same = (before == nullptr) == (m_picture == nullptr) &&
                      (before == nullptr || *before == *m_picture);
    if (!same)
        Q_EMIT pictureChanged(m_picture, !sameMembership(before.get(), m_picture.get()));
    Q_EMIT checked(m_state);
}

void BoundaryFlow::tell(MessageLevel level, const QString& text, const QString& detail)
{
    Q_EMIT message({MessageTopic::Boundaries, level, text, detail, {}});
}

} // namespace cadastre

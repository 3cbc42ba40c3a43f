// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/relation_flow.h"

#include "app/undo_command.h"
#include "model/relations/relationship_names.h"
#include "model/workspace/decision_refresh.h"

#include <QScopedValueRollback>
#include <QUndoStack>

namespace cadastre {

namespace {

QString decidedCount(const std::vector<Command>& steps)
{
    return RelationFlow::tr("%Ln relationships", nullptr, static_cast<int>(steps.size()));
}

/// Runs them all; fails only where every one does.
Result<Nothing> runAll(const std::vector<std::function<Result<Nothing>()>>& runs)
{
    std::optional<Error> failure;
    bool anyDone = false;
    for (const auto& run : runs) {
        const Result<Nothing> result = run();
        anyDone = anyDone || result;
        if (!result)
            failure = result.error();
    }
    if (!anyDone && failure)
        return *failure;
    return ok();
}

/// Several commands as one that is undone at once, the last first.
Command together(const QString& name, std::vector<Command> steps)
{
    std::vector<std::function<Result<Nothing>()>> forward;
    std::vector<std::function<Result<Nothing>()>> backward;
    for (Command& step : steps) {
        forward.push_back(std::move(step.forward));
        backward.insert(backward.begin(), std::move(step.backward));
    }
    return {name, [forward] { return runAll(forward); }, [backward] { return runAll(backward); }};
}

} // namespace

RelationFlow::RelationFlow(OpenSources* sources, QUndoStack* undoStack, QObject* parent)
    : QObject(parent)
    , m_sources(sources)
    , m_undoStack(undoStack)
    , m_catalog(sources->facts().catalog)
{
}

void RelationFlow::takeFacts(FactsChange change)
{
    m_job.cancel();
    const CatalogFacts& facts = m_sources->facts();
    const std::shared_ptr<const Catalog> before = std::exchange(m_catalog, facts.catalog);
    if (change == FactsChange::Opened) {
        m_decisions = m_sources->decisions();
    } else if (change == FactsChange::Refreshed) {
        const DecisionRefresh refresh =
            refreshedDecisions(m_decisions, *before, *facts.catalog, facts.renamed);
        const bool renamed = m_decisions != refresh.rekeyed.decisions;
        m_decisions = refresh.rekeyed.decisions;
        const QStringList sentences = refreshSentences(refresh);
        if (!sentences.isEmpty())
            tell(refresh.missing.empty() ? MessageLevel::Info : MessageLevel::Warning,
                 sentences.first(), sentences.mid(1).join(QLatin1Char('\n')));
        if (renamed)
            Q_EMIT decisionsChanged();
    }
    m_told = m_decisions;
    m_sources->setDecisions(m_decisions);
    if (facts.decisions != m_decisions || m_finish)
        inferAgain();
}

void RelationFlow::takeMerged(const Decisions& written, const Decisions& merged)
{
    const auto changes = changedDecisions(written, merged);
    if (changes.empty())
        return;
    for (const auto& [key, decision] : changes) {
        if (decision)
            m_decisions.entries[key] = *decision;
        else
            m_decisions.entries.erase(key);
    }
    takeChange();
    tell(MessageLevel::Info,
         tr("Taken over from the workspace file: %1 of somebody else.")
             .arg(tr("%Ln decisions", nullptr, static_cast<int>(changes.size()))));
}

void RelationFlow::restore(const Decisions& decisions)
{
    const auto become = [this](const Decisions& wanted) {
        return [this, wanted] {
            m_decisions = wanted;
            return ok();
        };
    };
    push({tr("Restore unsaved decisions"), become(decisions), become(m_decisions)});
}

void RelationFlow::inferAgain()
{
    if (m_catalog->isEmpty())
        return;
    const auto deliver = [this, decisions = m_decisions](
                             std::shared_ptr<const std::vector<Relationship>> relationships) {
        if (m_finish)
            relationships = std::make_shared<const std::vector<Relationship>>(
                m_finish(catalog(), *relationships));
        m_sources->setRelationships(std::move(relationships), decisions);
    };
    m_job.start([facts = m_sources->facts(), decisions = m_decisions](
                    const std::atomic_bool&) { return relationshipsAfter(facts, decisions); },
                deliver);
}

void RelationFlow::decide(const std::vector<Relationship>& relationships, DecisionKind kind,
                          const QString& reason)
{
    if (!relationships.empty())
        push(decideRelationships(m_decisions, catalog(), relationships, kind, reason, isAlive()));
}

void RelationFlow::undecide(const std::vector<Relationship>& relationships)
{
    if (!relationships.empty())
        push(undecideRelationships(m_decisions, catalog(), relationships, isAlive()));
}

void RelationFlow::chooseTarget(const std::vector<Relationship>& proposals,
                                const RelationshipTarget& target, const QString& reason)
{
    std::vector<Command> steps;
    for (const Relationship& proposal : proposals)
        steps.push_back(
            chooseOtherTarget(m_decisions, catalog(), proposal, target, reason, isAlive()));
    pushAll(tr("Choose %1 for %2")
                .arg(endText(catalog(), target.table, target.columns), decidedCount(steps)),
            std::move(steps));
}

void RelationFlow::draw(const DrawnRelationship& drawn, const QString& reason)
{
    Result<Command> command = addRelationship(m_decisions, catalog(), drawn, reason, isAlive());
    if (!command) {
        tell(MessageLevel::Warning, command.error().message, command.error().detail);
        return;
    }
    push(*std::move(command));
}

void RelationFlow::editReason(const std::vector<Relationship>& relationships, const QString& reason)
{
    std::vector<Command> steps;
    for (const Relationship& relationship : relationships)
        steps.push_back(
            editDecisionReason(m_decisions, catalog(), relationship, reason, isAlive()));
    pushAll(tr("Change the reason of %1").arg(decidedCount(steps)), std::move(steps));
}

void RelationFlow::pushAll(const QString& name, std::vector<Command> steps)
{
    if (steps.empty())
        return;
    push(steps.size() == 1 ? std::move(steps.front()) : together(name, std::move(steps)));
}

IsAlive RelationFlow::isAlive() const
{
    return [this](const ObjectKey& key) { return catalog().find(key).has_value(); };
}

void RelationFlow::push(Command command)
{
    const auto told = [this](const std::function<Result<Nothing>()>& step) {
        return [this, step] {
            Result<Nothing> result = step();
            const auto origins = takeChange();
            if (!m_pushing)
                revisit(origins);
            return result;
        };
    };
    command.forward = told(command.forward);
    command.backward = told(command.backward);
    const QScopedValueRollback pushing(m_pushing, true);
    m_undoStack->push(new UndoCommand(std::move(command), false, [this](const Error& error) {
        tell(MessageLevel::Warning, error.message, error.detail);
    })); // the stack owns it
}

void RelationFlow::revisit(const std::vector<DecidedOrigin>& origins)
{
    std::vector<Relationship> relationships;
    for (const auto& [place, origin] : origins)
        relationships.push_back(
            (*m_sources->facts().relationships)[static_cast<std::size_t>(place)]);
    if (!relationships.empty())
        Q_EMIT revisited(relationships);
}

std::vector<DecidedOrigin> RelationFlow::takeChange()
{
    if (m_told == m_decisions)
        return {};
    auto origins =
        decidedOrigins(catalog(), *m_sources->facts().relationships, m_told, m_decisions);
    m_told = m_decisions;
    m_sources->setDecisions(m_decisions);
    Q_EMIT originsChanged(origins);
    Q_EMIT decisionsChanged();
    inferAgain();
    return origins;
}

void RelationFlow::tell(MessageLevel level, const QString& text, const QString& detail)
{
    Q_EMIT message({MessageTopic::Relationships, level, text, detail, {}});
}

} // namespace cadastre

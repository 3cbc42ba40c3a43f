// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The exact SQL of what is staged, asked for source by source in the background.
#include "app/apply_flow.h"
#include "app/offline_plan.h"

namespace cadastre {

void ApplyFlow::plan()
{
    if (isWriting()) {
        m_planLater = true;
        return;
    }
    m_planQueue.clear();
    for (const LoadedSource& source : m_sources->sources()) {
        if (!stagedOf(source.request.name).empty())
            m_planQueue.push_back(source.request.name);
    }
    planNext();
}

void ApplyFlow::planNext()
{
    m_planning.clear();
    while (!m_planQueue.empty()) {
        const QString name = m_planQueue.front();
        m_planQueue.erase(m_planQueue.begin());
        const LoadedSource* source = openSource(name);
        std::vector<CommentEdit> edits = stagedOf(name);
        if (source == nullptr || edits.empty())
            continue;
        if (source->request.address.kind == AddressKind::Snapshot) {
            planOffline(*source, edits);
            continue;
        }
        m_planning = name;
        if (m_session.startPlan(source->request.address, source->request.password,
                                requestFor(*source, std::move(edits))))
            break;
        m_planning.clear();
    }
    Q_EMIT stateChanged();
    if (m_planning.isEmpty())
        Q_EMIT planned();
}

void ApplyFlow::planOffline(const LoadedSource& source, const std::vector<CommentEdit>& edits)
{
    const CommentWriteRequest request = requestFor(source, edits);
    SourcePlan plan;
    for (const PlannedComment& comment : offlinePlan(*request.catalog, request.source, edits))
        plan.comments[comment.edit.key] = comment;
    m_plans[source.request.name] = std::move(plan);
}

void ApplyFlow::takePlan(const Result<CommentPlan>& plan)
{
    SourcePlan taken;
    if (plan) {
        taken.target = plan->target;
        for (const PlannedComment& comment : plan->comments)
            taken.comments[comment.edit.key] = comment;
    } else {
        taken.problem = plan.error().message;
    }
    m_plans[m_planning] = std::move(taken);
    planNext();
}

} // namespace cadastre

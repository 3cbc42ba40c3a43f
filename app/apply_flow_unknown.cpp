// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What nobody knows after a lost connection or a program that ended: found in the audit trail when
// a database is opened, asked for whenever it can be reached, said as unknown until then.
#include "app/apply_flow.h"
#include "app/audit_book.h"
#include "model/relations/count_text.h"

#include <QDateTime>
#include <QLocale>
#include <QTimer>

#include <algorithm>

namespace cadastre {

namespace {

struct AuditPlace
{
    QString source;
    QString path;
};

bool isOpenEnd(const AuditedWrite& write)
{
    return !write.result || write.result->outcome == WriteOutcome::Unknown;
}

} // namespace

void ApplyFlow::takeFacts(FactsChange change)
{
    if (change == FactsChange::Opened) {
        m_plans.clear();
        m_results.clear();
        m_unknown.clear();
        m_resolving = 0;
        m_report.reset();
    }
    std::erase_if(m_plans, [this](const auto& plan) { return openSource(plan.first) == nullptr; });
    std::erase_if(m_unknown, [this](const UnknownBatch& unknown) {
        return openSource(unknown.source) == nullptr;
    });
    m_resolving = std::min(m_resolving, m_unknown.size());
    Q_EMIT stateChanged();
    if (change == FactsChange::Opened || change == FactsChange::Added) {
        lookIntoAudit();
    } else if (!isWriting()) {
        m_resolving = m_unknown.size();
        resolveNext();
    }
}

void ApplyFlow::lookIntoAudit()
{
    std::vector<AuditPlace> places;
    const Catalog& catalog = *m_comments->commented().catalog();
    for (int i = 0; i < static_cast<int>(m_sources->sources().size()); ++i) {
        const LoadedSource& source = m_sources->sources()[static_cast<std::size_t>(i)];
        // where another program has the journal, it may be the one that is sending
        const bool mine = i < static_cast<int>(catalog.objects().sources.size()) &&
                          m_comments->cannotStage(SourceId{i}).isEmpty();
        if (mine && source.request.address.kind != AddressKind::Snapshot)
            places.push_back({source.request.name, auditPathOf(source.request.address)});
    }
    m_auditJob.start(
        [places](const std::atomic_bool& cancelled) {
            std::vector<UnknownBatch> found;
            for (const AuditPlace& place : places) {
                if (cancelled)
                    break;
                const auto batches = readAuditOf(place.path, place.source);
                if (!batches)
                    continue; // said when somebody wants to see it
                for (const AuditBatch& batch : *batches) {
                    UnknownBatch unknown{place.source, batch.id, place.path, {}, false};
                    for (const AuditedWrite& write : batch.writes) {
                        if (!isOpenEnd(write))
                            continue;
                        unknown.edits.push_back(write.planned.edit);
                        unknown.interrupted = unknown.interrupted || !write.result;
                    }
                    if (!unknown.edits.empty())
                        found.push_back(unknown);
                }
            }
            return found;
        },
        [this](std::vector<UnknownBatch> found) { takeUnknown(std::move(found)); });
}

void ApplyFlow::takeUnknown(std::vector<UnknownBatch> unknown)
{
    const QString running = m_running ? m_running->book->batch() : QString();
    for (UnknownBatch& batch : unknown) {
        const bool known = batch.batch == running ||
                           std::ranges::any_of(m_unknown, [&](const UnknownBatch& other) {
                               return other.batch == batch.batch;
                           });
        if (known)
            continue;
        for (const CommentEdit& edit : batch.edits)
            m_results[edit.key] = {
                edit, WriteOutcome::Unknown, tr("Its sending was cut off."), {}, {}, {}};
        m_unknown.push_back(std::move(batch));
    }
    if (m_unknown.empty() || isWriting())
        return;
    m_resolving = m_unknown.size();
    Q_EMIT stateChanged();
    resolveNext();
}

void ApplyFlow::resolveNext()
{
    while (m_resolving > 0 && !isWriting()) {
        const UnknownBatch& unknown = m_unknown[--m_resolving];
        const LoadedSource* source = openSource(unknown.source);
        if (source == nullptr)
            continue;
        const auto pending = sourceOf(*source);
        Running running{unknown.source, pending.target,     nullptr, unknown.edits, {}, {},
                        false,          unknown.interrupted};
        running.book = std::make_shared<AuditBook>(unknown.auditPath, unknown.batch);
        CommentWriteRequest request = requestFor(*source, unknown.edits);
        request.onResults = [book = running.book](std::span<const CommentWrite> writes) {
            std::vector<CommentWrite> known;
            std::ranges::copy_if(writes, std::back_inserter(known), [](const CommentWrite& write) {
                return write.outcome != WriteOutcome::Unknown;
            });
            if (!book->batch().isEmpty())
                book->results(known);
        };
        m_planLater = m_planLater || isPlanning();
        m_planning.clear();
        m_running = std::move(running);
        if (!m_session.startResolve(source->request.address, source->request.password, request)) {
            m_running.reset();
            return;
        }
        Q_EMIT started(tr("Asking %1 what came of comments").arg(unknown.source));
        Q_EMIT stateChanged();
    }
}

void ApplyFlow::takeResolved(const Result<CommentWriteReport>& result)
{
    ApplyReport report;
    report.source = m_running->source;
    report.target = m_running->target;
    report.afterwards = true;
    report.time =
        QLocale::c().toString(QDateTime::currentDateTime(), QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    const std::size_t at = m_resolving;
    if (!result) { // stays unknown until it can be reached
        m_running.reset();
        m_takeTimer->stop();
        Q_EMIT ended();
        Q_EMIT stateChanged();
        resolveNext();
        return;
    }
    report.writes = result->writes;
    takeSettled(result->writes);
    takeCollected();
    std::vector<CommentEdit> still;
    for (const CommentWrite& write : result->writes) {
        if (write.outcome == WriteOutcome::Unknown)
            still.push_back(write.edit);
    }
    if (still.empty())
        m_unknown.erase(m_unknown.begin() + static_cast<std::ptrdiff_t>(at));
    else
        m_unknown[at].edits = still;
    end(report);
    resolveNext();
}

} // namespace cadastre

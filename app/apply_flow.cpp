// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Sending. What would be sent is in apply_flow_plan.cpp, what is found out later is in
// apply_flow_unknown.cpp, what is shown in apply_flow_state.cpp.
#include "app/apply_flow.h"

#include "app/audit_book.h"
#include "model/workspace/production_name.h"

#include <QDateTime>
#include <QLocale>
#include <QTimer>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int takeEveryMs = 200; ///< outcomes may come one by one, thousands of them

QString writingText(const QString& source)
{
    return ApplyFlow::tr("Writing comments to %1").arg(source);
}

} // namespace

ApplyFlow::ApplyFlow(OpenSources* sources, CommentFlow* comments, QObject* parent)
    : QObject(parent)
    , m_sources(sources)
    , m_comments(comments)
    , m_patterns(defaultProductionPatterns())
    , m_takeTimer(new QTimer(this))
{
    m_takeTimer->setSingleShot(true);
    m_takeTimer->setInterval(takeEveryMs);
    connect(m_takeTimer, &QTimer::timeout, this, &ApplyFlow::takeCollected);
    connect(m_comments, &CommentFlow::stagedChanged, this, &ApplyFlow::stateChanged);
    connect(&m_session, &WriteSession::planFinished, this, &ApplyFlow::takePlan);
    connect(&m_session, &WriteSession::settled, this, &ApplyFlow::takeSettled);
    connect(&m_session, &WriteSession::writeFinished, this, &ApplyFlow::takeWritten);
    connect(&m_session, &WriteSession::resolveFinished, this, &ApplyFlow::takeResolved);
    connect(&m_session, &WriteSession::progress, this, [this](int done, int total) {
        if (m_running)
            Q_EMIT progress(writingText(m_running->source), done, total);
    });
    connect(m_sources, &OpenSources::ended, this, [this] {
        const QStringList later = std::exchange(m_refreshLater, {});
        for (const QString& source : later)
            refreshLater(source);
    });
}

ApplyFlow::~ApplyFlow()
{
    m_session.disconnect(this);
}

void ApplyFlow::setMarks(std::function<SourceMarks(const QString&)> marks)
{
    m_marks = std::move(marks);
}

void ApplyFlow::setProductionPatterns(const QStringList& patterns)
{
    m_patterns = patterns;
    Q_EMIT stateChanged();
}

std::vector<CommentEdit> ApplyFlow::stagedOf(const QString& source) const
{
    std::vector<CommentEdit> edits;
    for (const auto& [key, edit] : m_comments->staged().edits()) {
        if (key.source == source)
            edits.push_back(edit);
    }
    return edits;
}

CommentWriteRequest ApplyFlow::requestFor(const LoadedSource& source,
                                          std::vector<CommentEdit> edits) const
{
    CommentWriteRequest request;
    request.catalog = m_comments->commented().catalog();
    for (int i = 0; i < static_cast<int>(request.catalog->objects().sources.size()); ++i) {
        if (request.catalog->source(SourceId{i}).name == source.request.name)
            request.source = SourceId{i};
    }
    request.edits = std::move(edits);
    request.sidecarPath = m_sources->sidecarPath(source.request);
    request.connectTimeoutMs = source.request.options.connectTimeoutMs;
    request.lockTimeoutMs = source.request.options.lockTimeoutMs;
    return request;
}

Result<Nothing> ApplyFlow::apply(const QString& source, const std::vector<ObjectKey>& keys,
                                 const ApplyChoice& choice, const QString& undoes)
{
    const LoadedSource* loaded = openSource(source);
    if (loaded == nullptr)
        return Error{tr("%1 is not open any more.").arg(source), {}};
    if (isWriting())
        return Error{tr("Comments are being written: wait until that has ended."), {}};
    const std::optional<PendingSource> pending = pendingSource(source);
    if (!pending || keys.empty())
        return Error{tr("Nothing is staged for %1 any more.").arg(source), {}};
    if (pending->readOnly)
        return Error{tr("%1 is marked as read only: its comments can be exported as a migration.")
                         .arg(source),
                     {}};
    std::vector<CommentEdit> edits;
    for (const ObjectKey& key : keys) {
        if (const CommentEdit* edit = m_comments->staged().find(key);
            edit != nullptr && key.source == source)
            edits.push_back(*edit);
    }
    Running running{source, pending->target, nullptr, edits, {}, {}, !undoes.isEmpty(), false};
    running.book = std::make_shared<AuditBook>(auditPathOf(loaded->request.address),
                                               pending->target, source, undoes);
    CommentWriteRequest request = requestFor(*loaded, edits);
    request.allOrNothing = choice.allOrNothing;
    request.allowCopy = choice.allowCopy;
    request.onSending = [book = running.book](std::span<const PlannedComment> comments) {
        return book->sending(comments);
    };
    request.onResults = [book = running.book](std::span<const CommentWrite> writes) {
        book->results(writes);
    };
    m_planLater = m_planLater || isPlanning();
    m_planning.clear();
    m_running = std::move(running);
    if (!m_session.startWrite(loaded->request.address, loaded->request.password, request)) {
        m_running.reset();
        return Error{tr("Comments are being written: wait until that has ended."), {}};
    }
    Q_EMIT started(writingText(source));
    Q_EMIT stateChanged();
    return ok();
}

void ApplyFlow::cancel()
{
    if (isWriting())
        m_session.cancel();
}

void ApplyFlow::takeSettled(const std::vector<CommentWrite>& writes)
{
    if (!m_running)
        return;
    for (const CommentWrite& write : writes) {
        if (m_running->known.contains(write.edit.key))
            continue;
        m_running->known.insert(write.edit.key);
        m_running->collected.push_back(write);
    }
    if (!m_takeTimer->isActive())
        m_takeTimer->start();
}

void ApplyFlow::takeCollected()
{
    if (!m_running || m_running->collected.empty())
        return;
    const std::vector<CommentWrite> writes = std::exchange(m_running->collected, {});
    keepResults(writes);
    std::vector<CommentWrite> sent;
    for (const CommentWrite& write : writes) {
        const CommentEdit* edit = m_comments->staged().find(write.edit.key);
        if (edit == nullptr || edit->before == write.edit.before)
            sent.push_back(write); // another text was seen since: that edit stands for itself
    }
    m_comments->takeResults(sent);
}

void ApplyFlow::keepResults(const std::vector<CommentWrite>& writes)
{
    for (const CommentWrite& write : writes) {
        if (write.outcome == WriteOutcome::Written || write.outcome == WriteOutcome::Unchanged)
            m_results.erase(write.edit.key);
        else
            m_results[write.edit.key] = write;
    }
}

void ApplyFlow::takeWritten(const Result<CommentWriteReport>& result)
{
    ApplyReport report;
    report.source = m_running->source;
    report.target = m_running->target;
    report.undo = m_running->undo;
    report.time =
        QLocale::c().toString(QDateTime::currentDateTime(), QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    if (result) {
        report.writes = result->writes;
        report.warnings = result->warnings;
        takeSettled(result->writes);
        takeCollected();
    } else {
        report.failure = result.error().message;
        for (const CommentEdit& edit : m_running->edits)
            report.writes.push_back({edit, WriteOutcome::NotTried, {}, {}, {}, {}});
    }
    if (const QString problem = m_running->book->problem(); !problem.isEmpty())
        report.warnings << tr("The audit trail is not complete: %1").arg(problem);
    UnknownBatch unknown{
        report.source, m_running->book->batch(), m_running->book->path(), {}, false};
    for (const CommentWrite& write : report.writes) {
        if (write.outcome == WriteOutcome::Unknown)
            unknown.edits.push_back(write.edit);
    }
    if (!unknown.edits.empty())
        m_unknown.push_back(unknown);
    const bool wrote = result.has_value();
    end(report);
    if (wrote)
        refreshLater(report.source);
}

void ApplyFlow::end(const ApplyReport& report)
{
    m_running.reset();
    m_takeTimer->stop();
    m_report = report;
    Q_EMIT ended();
    Q_EMIT stateChanged();
    Q_EMIT reported(report);
    if (std::exchange(m_planLater, false))
        plan();
}

void ApplyFlow::refreshLater(const QString& source)
{
    if (m_sources->isBusy())
        m_refreshLater << source;
    else if (openSource(source) != nullptr)
        m_sources->refresh(source);
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/kind_reader.h"

#include <QElapsedTimer>

#include <algorithm>
#include <array>

namespace cadastre {

namespace {

constexpr qint64 progressStep = 500;

constexpr std::array severity{ReadState::EngineHasNone, ReadState::Read, ReadState::PartlyRead,
                              ReadState::NotRead};

auto rankOf(ReadState state)
{
    return std::ranges::find(severity, state) - severity.begin();
}

/// Two steps of one kind: the parts that were read stay read, so "not read" beside "read" is
/// "partly read".
KindReport joined(KindReport first, const KindReport& second)
{
    const bool mixed = first.state != second.state && first.state != ReadState::EngineHasNone &&
                       second.state != ReadState::EngineHasNone;
    if (mixed)
        first.state = ReadState::PartlyRead;
    else if (rankOf(second.state) > rankOf(first.state))
        first.state = second.state;
    if (first.reason.isEmpty())
        first.reason = second.reason;
    first.missingObjects.insert(first.missingObjects.end(), second.missingObjects.begin(),
                                second.missingObjects.end());
    std::ranges::sort(first.missingObjects);
    return first;
}

void addReport(StepsOutcome& outcome, const KindReport& report, double milliseconds)
{
    const auto known = std::ranges::find(outcome.kinds, report.kind, &KindReport::kind);
    const auto position = known - outcome.kinds.begin();
    if (known == outcome.kinds.end()) {
        outcome.kinds.push_back(report);
        outcome.timings.push_back({catalogKindName(report.kind), milliseconds});
        return;
    }
    *known = joined(*known, report);
    outcome.timings[static_cast<std::size_t>(position)].milliseconds += milliseconds;
}

QString missingSentence(std::size_t count)
{
    return count == 1 ? QStringLiteral("One object could not be read.")
                      : QStringLiteral("%1 objects could not be read.").arg(count);
}

SqlError cancelledError()
{
    return {SqlFailure::Cancelled, {}, {}};
}

/// Runs one step between its hooks; an error returned here ends the read.
std::optional<SqlError> runStep(const KindStep& step, StepReport& report, const StepHooks& hooks)
{
    if (hooks.before) {
        if (auto error = hooks.before())
            return error;
    }
    const std::optional<SqlError> error = step.run(report);
    if (error && (step.essential || endsRead(*error)))
        return error;
    if (error)
        report.setNotRead(notReadReason(*error));
    if (hooks.after)
        return hooks.after(error.has_value());
    return std::nullopt;
}

} // namespace

StepReport::StepReport(ReadControl& control, ReadProgress progress)
    : m_control(control)
    , m_progress(progress)
{
    m_report.kind = progress.phase;
    if (m_control.onProgress)
        m_control.onProgress(m_progress);
}

void StepReport::addMissing(const QString& object, const QString& reason)
{
    m_report.missingObjects.push_back(object + QStringLiteral(" \u2014 ") + reason);
    if (m_report.state == ReadState::Read)
        m_report.state = ReadState::PartlyRead;
}

void StepReport::setPartlyRead(const QString& reason)
{
    m_report.state = ReadState::PartlyRead;
    m_report.reason = reason;
}

void StepReport::setNotRead(const QString& reason)
{
    m_report.state = ReadState::NotRead;
    m_report.reason = reason;
}

void StepReport::setEngineHasNone()
{
    m_report.state = ReadState::EngineHasNone;
}

void StepReport::addObjects(qint64 count)
{
    m_progress.objects += count;
    if (m_progress.objects - m_told < progressStep || !m_control.onProgress)
        return;
    m_told = m_progress.objects;
    m_control.onProgress(m_progress);
}

KindReport StepReport::report() const
{
    KindReport report = m_report;
    std::ranges::sort(report.missingObjects);
    return report;
}

Result<StepsOutcome> runKindSteps(const std::vector<KindStep>& steps, ReadControl& control,
                                  const QString& sourceText, const StepHooks& hooks)
{
    StepsOutcome outcome;
    ReadProgress progress;
    progress.phaseCount = static_cast<int>(steps.size());
    for (const KindStep& step : steps) {
        if (control.isCancelled())
            return readError(cancelledError(), sourceText);
        progress.phase = step.kind;
        ++progress.phaseNumber;
        QElapsedTimer timer;
        timer.start();
        StepReport report(control, progress);
        if (const auto error = runStep(step, report, hooks)) {
            const bool wasCancelled = control.isCancelled();
            return readError(wasCancelled ? cancelledError() : *error, sourceText);
        }
        addReport(outcome, report.report(), static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    if (control.isCancelled())
        return readError(cancelledError(), sourceText);
    for (KindReport& report : outcome.kinds) {
        if (report.state == ReadState::PartlyRead && report.reason.isEmpty())
            report.reason = missingSentence(report.missingObjects.size());
    }
    return outcome;
}

std::vector<KindReport> completeKindReports(std::vector<KindReport> reports)
{
    for (int i = 0; i <= static_cast<int>(CatalogKind::Unknown); ++i) {
        const auto kind = static_cast<CatalogKind>(i);
        if (std::ranges::find(reports, kind, &KindReport::kind) == reports.end())
            reports.push_back({kind, ReadState::EngineHasNone, {}, {}});
    }
    std::ranges::sort(reports, {}, &KindReport::kind);
    return reports;
}

Error readError(const SqlError& error, const QString& sourceText)
{
    switch (error.failure) {
    case SqlFailure::Cancelled:
        return {
            QStringLiteral("Reading %1 was cancelled.").arg(sourceText), {}, ErrorKind::Cancelled};
    case SqlFailure::ConnectionLost:
        return {QStringLiteral("The connection to %1 was lost while reading; what was shown before "
                               "stays, read again when the server is back.")
                    .arg(sourceText),
                error.message};
    default:
        return {QStringLiteral("%1 could not be read: %2").arg(sourceText, notReadReason(error)),
                error.code};
    }
}

QString notReadReason(const SqlError& error)
{
    const QString words = error.message.trimmed();
    switch (error.failure) {
    case SqlFailure::PermissionDenied:
        return QStringLiteral("permission denied (%1)").arg(words);
    case SqlFailure::LockTimeout:
        return QStringLiteral("locked by another session (%1)").arg(words);
    case SqlFailure::StatementTimeout:
        return QStringLiteral("the server took too long (%1)").arg(words);
    case SqlFailure::MissingObject:
        return QStringLiteral("something it needs is missing (%1)").arg(words);
    case SqlFailure::Syntax:
        return QStringLiteral("this server version does not know the question (%1)").arg(words);
    case SqlFailure::Cancelled:
        return QStringLiteral("cancelled");
    case SqlFailure::ConnectionLost:
        return QStringLiteral("the connection was lost (%1)").arg(words);
    case SqlFailure::Other:
        break;
    }
    return words.isEmpty() ? QStringLiteral("unknown error %1").arg(error.code) : words;
}

} // namespace cadastre

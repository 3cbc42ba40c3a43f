// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/write/write_ledger.h"

namespace cadastre {

Settlement refusedFor(const QString& reason)
{
    Settlement settlement;
    settlement.outcome = WriteOutcome::Refused;
    settlement.reason = reason;
    return settlement;
}

Settlement foundAfterwards(const CommentEdit& edit, const QString& text)
{
    if (text == edit.after)
        return {WriteOutcome::Written};
    if (text == edit.before)
        return {WriteOutcome::NotTried,
                QStringLiteral("It did not reach the database; it can be applied again.")};
    return {WriteOutcome::Conflict, QStringLiteral("Somebody changed it meanwhile."), text};
}

WriteLedger::WriteLedger(const CommentWriteRequest& request)
    : m_request(request)
    , m_settled(request.edits.size(), false)
{
    m_report.writes.reserve(request.edits.size());
    for (const CommentEdit& edit : request.edits)
        m_report.writes.push_back({edit, WriteOutcome::NotTried, {}, {}, std::nullopt, {}});
}

bool WriteLedger::announce(std::span<const std::size_t> edits,
                           std::span<const PlannedComment> planned)
{
    Q_ASSERT(edits.size() == planned.size());
    const Result<Nothing> allowed =
        m_request.onSending && !planned.empty() ? m_request.onSending(planned) : ok();
    for (std::size_t i = 0; i < edits.size(); ++i) {
        if (allowed)
            m_report.writes[edits[i]].sql = planned[i].sql;
        else
            settle(edits[i], {WriteOutcome::NotTried, allowed.error().message});
    }
    return allowed.has_value();
}

void WriteLedger::settle(std::size_t edit, Settlement settlement)
{
    if (m_settled[edit])
        return;
    CommentWrite& write = m_report.writes[edit];
    write.outcome = settlement.outcome;
    write.reason = std::move(settlement.reason);
    write.theirs = std::move(settlement.theirs);
    write.whoCould = std::move(settlement.whoCould);
    m_settled[edit] = true;
    m_untold.push_back(edit);
}

void WriteLedger::adopt(std::size_t edit, const CommentWrite& write)
{
    Q_ASSERT(!m_settled[edit]);
    m_report.writes[edit] = write;
    m_settled[edit] = true;
    ++m_told;
}

void WriteLedger::tell()
{
    if (m_untold.empty())
        return;
    std::vector<CommentWrite> writes;
    writes.reserve(m_untold.size());
    for (const std::size_t edit : m_untold)
        writes.push_back(m_report.writes[edit]);
    m_untold.clear();
    m_told += static_cast<int>(writes.size());
    if (m_request.onResults)
        m_request.onResults(writes);
    if (m_request.onProgress)
        m_request.onProgress(m_told, static_cast<int>(m_settled.size()));
}

void WriteLedger::warn(const QString& sentence)
{
    if (!m_report.warnings.contains(sentence))
        m_report.warnings << sentence;
}

CommentWriteReport WriteLedger::finish(const QString& reasonOfRest)
{
    for (std::size_t edit = 0; edit < m_settled.size(); ++edit)
        settle(edit, {WriteOutcome::NotTried, reasonOfRest});
    tell();
    return std::move(m_report);
}

} // namespace cadastre

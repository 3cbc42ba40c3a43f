// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// WriteLedger: what has become of the edits of one request so far. Every writer keeps it, so that
// each edit ends with exactly one outcome and is told once, whatever goes wrong meanwhile.
#pragma once

#include "model/sql/write/write_comments.h"

namespace cadastre {

struct Settlement
{
    WriteOutcome outcome = WriteOutcome::NotTried;
    QString reason = {};
    std::optional<QString> theirs = std::nullopt;
    QString whoCould = {};
};

/// Refused, for this reason.
Settlement refusedFor(const QString& reason);

/// The outcome of an edit that was sent to a database that now holds `text`: written, not tried, or
/// a conflict.
Settlement foundAfterwards(const CommentEdit& edit, const QString& text);

class WriteLedger
{
public:
    /// The request lives longer than the ledger.
    explicit WriteLedger(const CommentWriteRequest& request);

    /// Asks onSending whether these may be sent; their SQL is in their reports from then on. False:
    /// they may not, and are settled as not tried. `edits` are indexes into the request's edits,
    /// parallel to `planned`.
    bool announce(std::span<const std::size_t> edits, std::span<const PlannedComment> planned);
    /// An edit that is settled already stays as it is.
    void settle(std::size_t edit, Settlement settlement);
    /// Takes over an outcome that was told already.
    void adopt(std::size_t edit, const CommentWrite& write);
    [[nodiscard]] bool isSettled(std::size_t edit) const { return m_settled[edit]; }
    /// Tells onResults and onProgress what was settled since the last time.
    void tell();
    [[nodiscard]] int toldCount() const { return m_told; }
    void warn(const QString& sentence);
    /// Settles the rest as not tried, for this reason, tells it, and gives the report.
    CommentWriteReport finish(const QString& reasonOfRest);

private:
    const CommentWriteRequest& m_request;
    CommentWriteReport m_report;
    std::vector<bool> m_settled;
    std::vector<std::size_t> m_untold;
    int m_told = 0;
};

} // namespace cadastre

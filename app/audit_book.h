// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// AuditBook: one batch being written into the audit trail, on the thread that writes comments: what
// is about to be sent is on disk before it is sent, what came of it right after.
#pragma once

#include "model/notes/audit_trail.h"
#include "model/sql/database_address.h"

#include <QSet>

namespace cadastre {

class AuditBook
{
public:
    /// Of a new batch; `undoes` is the batch that it takes back, or empty. Nothing is opened yet.
    AuditBook(QString path, WriteTarget target, QString source, QString undoes);
    /// Of a batch that is in the file: what became known of it later.
    AuditBook(QString path, QString batch);

    /// Opens the file and begins the batch at the first call. Fails when it is not on disk.
    Result<Nothing> sending(std::span<const PlannedComment> comments);
    /// Outcomes of what was sent; others are no matter of the file.
    void results(std::span<const CommentWrite> writes);

    [[nodiscard]] const QString& path() const { return m_path; }
    /// Its id in the file; empty where nothing was sent.
    [[nodiscard]] const QString& batch() const { return m_batch; }
    /// What could not be kept, as a sentence; empty where all is in the file.
    [[nodiscard]] const QString& problem() const { return m_problem; }

private:
    Result<Nothing> open();

    QString m_path;
    WriteTarget m_target;
    QString m_source;
    QString m_undoes;
    QString m_batch;
    bool m_isKnown = false; ///< all of the batch were sent before
    std::unique_ptr<AuditTrail> m_trail;
    QSet<ObjectKey> m_sent;
    QString m_problem;
};

/// The audit trail of a database: in the local data folder, by what identifies it.
QString auditPathOf(const DatabaseAddress& address);

/// The batches of a file under the source's present name.
Result<std::vector<AuditBatch>> readAuditOf(const QString& path, const QString& source);

} // namespace cadastre

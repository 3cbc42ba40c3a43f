// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The audit trail: an append-only file of batches, each with what was about to be sent and what
// came of it (time, object, before, after, SQL, result), on disk before anything is sent. It is
// also the undo journal of engines whose DDL commits at once.
#pragma once

#include "model/notes/comment_write.h"

#include <span>

namespace cadastre {

struct AuditedWrite
{
    PlannedComment planned;
    /// Absent: nothing is known of it, the program or connection ended meanwhile.
    std::optional<CommentWrite> result;

    bool operator==(const AuditedWrite&) const = default;
};

struct AuditBatch
{
    QString id;      ///< unique in the file
    QString started; ///< ISO 8601 UTC
    WriteTarget target;
    QString source; ///< name in object keys
    QString undoes; ///< id of the batch that this one takes back; empty for none
    std::vector<AuditedWrite> writes;

    bool operator==(const AuditBatch&) const = default;
};

class AuditTrail
{
public:
    /// Opens or creates the file (0600). Several programs may append; each line is whole or left
    /// out.
    static Result<std::unique_ptr<AuditTrail>> open(const QString& path);
    ~AuditTrail();

    /// Begins a batch; `started` is the caller's clock.
    Result<QString> begin(const WriteTarget& target, const QString& source, const QString& started,
                          const QString& undoes = {});
    /// On disk when it returns.
    Result<Nothing> sending(const QString& batch, std::span<const PlannedComment> comments);
    Result<Nothing> results(const QString& batch, std::span<const CommentWrite> writes);

private:
    struct Data;
    explicit AuditTrail(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

/// All batches of a file, oldest first; torn lines are left out.
Result<std::vector<AuditBatch>> readAuditTrail(const QString& path);

/// What takes a batch back: of everything that was written, from after to before.
std::vector<CommentEdit> undoOf(const AuditBatch& batch);

QString auditTrailPath(const QString& dataFolder, const QString& sourceName,
                       const QString& location);

} // namespace cadastre

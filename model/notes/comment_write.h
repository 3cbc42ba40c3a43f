// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What comes of sending comments to a database: a plan with the exact SQL, and one outcome of seven
// for each edit. Values only; sending is in model/sql/write, the sidecar in model/notes/sidecar.
#pragma once

#include "model/notes/comment_home.h"
#include "model/notes/staged_edits.h"

namespace cadastre {

enum class WriteOutcome : std::uint8_t {
    Written,   ///< and read back, byte for byte
    Unchanged, ///< the database held the text already
    Conflict,  ///< it holds a text that is neither before nor after; nothing was written
    Refused,   ///< right, length, encoding, or an object that cannot take it
    Busy,      ///< somebody holds the object; nothing was waited for
    NotTried,  ///< stopped before it
    Unknown,   ///< the connection was lost while it was being committed
};

/// "written", "not tried", ...: for reports and the audit trail.
QString writeOutcomeName(WriteOutcome outcome);

struct PlannedComment
{
    CommentEdit edit;
    CommentPlace place = CommentPlace::Database;
    QString sql;          ///< exactly what will be sent; for the sidecar its new statement
    QString undoSql;      ///< what takes it back
    QString refusal;      ///< why it cannot be sent; empty where it can
    QStringList warnings; ///< "Belongs to extension x: pg_dump does not carry it."
    /// The refusal holds only until a person agrees to a copy of the table.
    bool needsCopy = false;

    bool operator==(const PlannedComment&) const = default;
};

struct CommentWrite
{
    CommentEdit edit;
    WriteOutcome outcome = WriteOutcome::NotTried;
    QString reason;                ///< one sentence; empty for written and unchanged
    QString sql;                   ///< what was sent; empty where nothing was
    std::optional<QString> theirs; ///< conflict: what is there instead
    QString whoCould;              ///< refused for a missing right: who has it

    bool operator==(const CommentWrite&) const = default;
};

struct CommentWriteReport
{
    std::vector<CommentWrite> writes; ///< parallel to the request's edits
    QStringList warnings;             ///< of the whole: "Other programs could not be excluded: ..."

    bool operator==(const CommentWriteReport&) const = default;
};

/// Which server and database is written to, and as whom.
struct WriteTarget
{
    QString server; ///< "db.example.org:5432", "this machine", or a file
    QString database;
    QString role;          ///< as the server says: current_user
    QString engine;        ///< "PostgreSQL 15.18"
    bool readOnly = false; ///< the server or session refuses writes (a standby, read_only)

    bool operator==(const WriteTarget&) const = default;
};

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// An SQLite database as files: its journals beside it, how it must be opened so that reading leaves
// no trace, and what is wrong with it, in sentences. Formats: https://sqlite.org/fileformat.html
#pragma once

#include "model/sql/connection.h"

#include <QDateTime>

namespace cadastre {

struct SqliteFileState
{
    qint64 size = 0;
    QDateTime modified;
    bool usesWal = false;
    qint64 walSize = 0; ///< 0 also when there is none
    bool sharedMemoryExists = false;
    bool folderWritable = true;

    bool operator==(const SqliteFileState&) const = default;
};

enum class SqliteOpenMode : std::uint8_t {
    ReadOnly,
    /// `immutable=1`: no locks, nothing written beside the file. Size and modification time have to
    /// be compared before and after.
    Immutable,
    /// Without locks, the index of `-wal` in memory; to be compared as for Immutable.
    Unlocked,
};

/// The state of the file, or why it cannot be read at all (also: shorter than its header says).
Result<SqliteFileState> sqliteFileState(const QString& path);

/// Immutable for a WAL database without pending changes: nobody has it open, and opening it in any
/// other manner creates `-wal` and `-shm`, or fails where the folder cannot be written. Unlocked
/// for pending changes that nobody has open in a folder that cannot be written.
SqliteOpenMode sqliteOpenMode(const SqliteFileState& state);

/// Whether a file that was read without locks is another one than before reading.
bool sqliteFileChanged(const QString& path, const SqliteFileState& before);

/// Removes the `-shm` that our own reading of pending WAL changes has made (`before` had none),
/// unless another program has opened the database meanwhile.
void removeSharedMemoryWeMade(const QString& path, const SqliteFileState& before);

/// One sentence for an error of SQLite about the file as a whole. `extendedCode` is SQLite's.
Error sqliteFileError(const QString& path, int extendedCode, const QString& message);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/sqlite/sqlite_file.h"

#include "model/sql/database_file.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <bit>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace cadastre {

namespace {

// https://sqlite.org/fileformat.html#the_database_header
constexpr qsizetype headerSize = 100;
constexpr qsizetype pageSizeOffset = 16;
constexpr qsizetype readVersionOffset = 19;
constexpr qsizetype changeCounterOffset = 24;
constexpr qsizetype pageCountOffset = 28;
constexpr qsizetype versionValidForOffset = 92;
constexpr char walVersion = 2;
// https://sqlite.org/src/file/src/os.h
constexpr off_t pendingByte = 0x40000000;
constexpr off_t lockBytes = 512;

/// SQLite keeps its own files beside the database that a link leads to, not beside the link.
QString realPath(const QString& path)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    return real.isEmpty() ? path : real;
}

QString walPath(const QString& path)
{
    return realPath(path) + QStringLiteral("-wal");
}

QString sharedMemoryPath(const QString& path)
{
    return realPath(path) + QStringLiteral("-shm");
}

quint32 number(const QByteArray& header, qsizetype offset)
{
    return qFromBigEndian<quint32>(header.constData() + offset);
}

/// The bytes that the header promises; 0 when it makes no valid promise.
qint64 promisedSize(const QByteArray& header)
{
    if (number(header, changeCounterOffset) != number(header, versionValidForOffset))
        return 0;
    const auto stored = qFromBigEndian<quint16>(header.constData() + pageSizeOffset);
    const qint64 pageSize = stored == 1 ? 65536 : stored;
    const bool isValid = std::has_single_bit(static_cast<quint64>(pageSize)) && pageSize >= 512;
    return isValid ? pageSize * number(header, pageCountOffset) : 0;
}

Error cutOff(const QString& path, qint64 size, qint64 promised)
{
    return {QStringLiteral("%1 is cut off: it has %2 bytes where its header says %3; restore it "
                           "from a copy.")
                .arg(path)
                .arg(size)
                .arg(promised),
            {}};
}

/// Whether an exclusive lock, which SQLite takes before it removes these files, was to be had.
bool lockExclusively(int file)
{
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = pendingByte;
    lock.l_len = lockBytes;
    return ::fcntl(file, F_SETLK, &lock) == 0;
}

QString damagedSentence()
{
    return QStringLiteral("%1 is damaged (%2): restore it from a copy, or save what is left with "
                          "the .recover command of sqlite3.");
}

QString sentenceFor(int extendedCode)
{
    switch (extendedCode) {
    case SQLITE_READONLY_ROLLBACK:
    case SQLITE_BUSY_RECOVERY:
        return QStringLiteral("%1 was left in the middle of a change (%2): open it once with the "
                              "program that wrote it, which finishes or takes back the change; "
                              "Cadastre never writes to it.");
    case SQLITE_READONLY_CANTINIT:
    case SQLITE_READONLY_RECOVERY:
    case SQLITE_READONLY_DIRECTORY:
    case SQLITE_READONLY_CANTLOCK:
        return QStringLiteral("%1 has changes in its -wal file that cannot be read here (%2): copy "
                              "the database with its -wal file into a folder that you can write.");
    default:
        break;
    }
    switch (extendedCode & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return QStringLiteral("%1 is locked by another program that is writing to it (%2): try "
                              "again when it has finished.");
    case SQLITE_NOTADB:
        return QStringLiteral("%1 is not an SQLite database, or it is encrypted (%2).");
    case SQLITE_CORRUPT:
        return damagedSentence();
    case SQLITE_CANTOPEN:
        return QStringLiteral("%1 cannot be opened (%2): check that you may read the file and the "
                              "files beside it.");
    default:
        return QStringLiteral("%1 cannot be read: %2.");
    }
}

} // namespace

Result<SqliteFileState> sqliteFileState(const QString& path)
{
    const Result<AddressKind> kind = databaseFileKind(path);
    if (!kind)
        return kind.error();
    QFile file(path);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const QByteArray header = isOpen ? file.read(headerSize) : QByteArray();
    const QFileInfo info(path);
    if (header.size() < headerSize)
        return cutOff(path, info.size(), headerSize);
    SqliteFileState state;
    state.size = info.size();
    state.modified = info.lastModified();
    state.usesWal = header.at(readVersionOffset) == walVersion;
    state.walSize = QFileInfo(walPath(path)).size();
    state.sharedMemoryExists = QFileInfo::exists(sharedMemoryPath(path));
    // the effective user's right, which QFileInfo does not ask for
    const QString folder = QFileInfo(realPath(path)).absolutePath();
    state.folderWritable =
        ::faccessat(AT_FDCWD, QFile::encodeName(folder).constData(), W_OK, AT_EACCESS) == 0;
    const bool isAtRest = state.walSize == 0;
    if (const qint64 promised = promisedSize(header); isAtRest && promised > state.size)
        return cutOff(path, state.size, promised);
    return state;
}

SqliteOpenMode sqliteOpenMode(const SqliteFileState& state)
{
    if (!state.usesWal)
        return SqliteOpenMode::ReadOnly;
    if (state.walSize == 0)
        return SqliteOpenMode::Immutable;
    return state.sharedMemoryExists || state.folderWritable ? SqliteOpenMode::ReadOnly
                                                            : SqliteOpenMode::Unlocked;
}

bool sqliteFileChanged(const QString& path, const SqliteFileState& before)
{
    const SqliteOpenMode mode = sqliteOpenMode(before);
    if (mode == SqliteOpenMode::ReadOnly)
        return false;
    const QFileInfo info(path);
    const bool walChanged =
        mode == SqliteOpenMode::Unlocked && QFileInfo(walPath(path)).size() != before.walSize;
    return walChanged || info.size() != before.size || info.lastModified() != before.modified;
}

void removeSharedMemoryWeMade(const QString& path, const SqliteFileState& before)
{
    const QString made = sharedMemoryPath(path);
    if (!before.usesWal || before.sharedMemoryExists || !QFileInfo::exists(made))
        return;
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC);
    if (file < 0)
        return;
    if (lockExclusively(file))
        QFile::remove(made);
    ::close(file);
}

Error sqliteFileError(const QString& path, int extendedCode, const QString& message)
{
    return {sentenceFor(extendedCode).arg(path, message),
            QStringLiteral("SQLite %1").arg(extendedCode)};
}

} // namespace cadastre

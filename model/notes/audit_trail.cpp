// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Whole lines, appended under a lock and synced; a line that a crash cut off is closed by whoever
// appends next, so that it never swallows another one.
#include "model/notes/audit_trail_lines.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QUuid>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace cadastre {

namespace {

constexpr mode_t auditFileMode = 0600;

QString auditFailureReason()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

/// Holds the file against other programs that append to it.
class AuditAppendLock
{
public:
    explicit AuditAppendLock(int file)
        : m_file(file)
    {
        while (::flock(m_file, LOCK_EX) != 0 && errno == EINTR)
            ;
    }
    ~AuditAppendLock() { ::flock(m_file, LOCK_UN); }
    Q_DISABLE_COPY_MOVE(AuditAppendLock)

private:
    int m_file;
};

bool writeAuditBytes(int file, const QByteArray& bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t written =
            ::write(file, bytes.constData() + done, static_cast<std::size_t>(bytes.size() - done));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        done += written;
    }
    return true;
}

/// Whether the last line of a file of this size was cut off.
bool auditEndsTorn(int file, off_t size)
{
    char last = '\n';
    return size > 0 && ::pread(file, &last, 1, size - 1) == 1 && last != '\n';
}

bool syncAuditFolder(const QString& path)
{
    const int folder = ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(),
                              O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = folder >= 0 && ::fsync(folder) == 0;
    if (folder >= 0)
        ::close(folder);
    return synced;
}

} // namespace

struct AuditTrail::Data
{
    QString path;
    int file = -1;
    QHash<QString, QSet<ObjectKey>> announced; ///< by batch

    Data() = default;
    ~Data()
    {
        if (file >= 0)
            ::close(file);
    }
    Q_DISABLE_COPY_MOVE(Data)

    Result<Nothing> append(const QByteArray& lines) const
    {
        const AuditAppendLock lock(file);
        struct stat state = {};
        const bool known = ::fstat(file, &state) == 0;
        const QByteArray bytes = known && auditEndsTorn(file, state.st_size) ? '\n' + lines : lines;
        if (known && writeAuditBytes(file, bytes) && ::fsync(file) == 0)
            return ok();
        const Error error{QStringLiteral("The audit trail %1 cannot be written: %2.")
                              .arg(path, auditFailureReason()),
                          {}};
        if (known && ::ftruncate(file, state.st_size) != 0)
            return Error{error.message, auditFailureReason()};
        return error;
    }
};

AuditTrail::AuditTrail(std::unique_ptr<Data> data)
    : m_data(std::move(data))
{
}

AuditTrail::~AuditTrail() = default;

Result<std::unique_ptr<AuditTrail>> AuditTrail::open(const QString& path)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return Error{QStringLiteral("The folder of %1 cannot be made.").arg(path), {}};
    auto data = std::make_unique<Data>();
    data->path = path;
    data->file = ::open(QFile::encodeName(path).constData(),
                        O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, auditFileMode);
    if (data->file < 0 || ::fchmod(data->file, auditFileMode) != 0 || !syncAuditFolder(path))
        return Error{QStringLiteral("The audit trail %1 cannot be opened: %2.")
                         .arg(path, auditFailureReason()),
                     {}};
    return std::unique_ptr<AuditTrail>(new AuditTrail(std::move(data)));
}

Result<QString> AuditTrail::begin(const WriteTarget& target, const QString& source,
                                  const QString& started, const QString& undoes)
{
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const Result<Nothing> kept =
        m_data->append(auditBeginLine({id, started, target, source, undoes, {}}));
    if (!kept)
        return kept.error();
    return id;
}

Result<Nothing> AuditTrail::sending(const QString& batch, std::span<const PlannedComment> comments)
{
    QByteArray lines;
    for (const PlannedComment& comment : comments)
        lines += auditSendingLine(batch, comment);
    const Result<Nothing> kept = m_data->append(lines);
    if (kept) {
        for (const PlannedComment& comment : comments)
            m_data->announced[batch].insert(comment.edit.key);
    }
    return kept;
}

Result<Nothing> AuditTrail::results(const QString& batch, std::span<const CommentWrite> writes)
{
    QByteArray lines;
    for (const CommentWrite& write : writes)
        lines +=
            auditResultLine(batch, write, m_data->announced.value(batch).contains(write.edit.key));
    return m_data->append(lines);
}

Result<std::vector<AuditBatch>> readAuditTrail(const QString& path)
{
    QFile file(path);
    if (!file.exists())
        return std::vector<AuditBatch>();
    if (!file.open(QIODevice::ReadOnly))
        return Error{
            QStringLiteral("The audit trail %1 cannot be read: %2.").arg(path, file.errorString()),
            {}};
    AuditGathering gathering;
    while (!file.atEnd())
        gathering.take(file.readLine());
    return gathering.finish();
}

std::vector<CommentEdit> undoOf(const AuditBatch& batch)
{
    std::vector<CommentEdit> edits;
    for (const AuditedWrite& write : batch.writes) {
        const CommentEdit& edit = write.planned.edit;
        if (write.result && write.result->outcome == WriteOutcome::Written)
            edits.push_back({edit.key, edit.after, edit.before, edit.identity});
    }
    return edits;
}

QString auditTrailPath(const QString& dataFolder, const QString& sourceName,
                       const QString& location)
{
    const QByteArray hash =
        QCryptographicHash::hash(location.toUtf8(), QCryptographicHash::Sha256).toHex().first(16);
    return QString(dataFolder + QStringLiteral("/audit/") + sourceName + QLatin1Char('-') +
                   QString::fromLatin1(hash) + QStringLiteral(".jsonl"));
}

} // namespace cadastre

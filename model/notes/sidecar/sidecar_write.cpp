// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Changing a sidecar: lock, compare, replace, read back; see sidecar.h.
#include "model/notes/sidecar/sidecar.h"
#include "model/notes/sidecar/sidecar_bytes.h"
#include "model/notes/sidecar/sidecar_file.h"
#include "model/notes/sidecar/sidecar_lock.h"
#include "model/replace_file.h"

#include <QFileInfo>

namespace cadastre {

namespace {

constexpr int sidecarLockTimeoutMs = 5000;
/// Somebody else may replace the file while we work, without any lock.
constexpr int sidecarAttempts = 5;

Error elsewhere(const QString& path, const QString& reason)
{
    return {QStringLiteral("%1 cannot be written: %2. Make the folder writable, or choose another "
                           "place for these comments.")
                .arg(path, reason),
            {}};
}

class SidecarWriter
{
public:
    SidecarWriter(QString path, const Catalog& catalog, SourceId source,
                  std::span<const CommentEdit> edits)
        : m_path(std::move(path))
        , m_catalog(catalog)
        , m_source(source)
    {
        for (const CommentEdit& edit : edits)
            m_writes.push_back({edit, WriteOutcome::NotTried, {}, {}, {}, {}});
    }

    std::vector<CommentWrite> write();

private:
    bool attempt();
    void decide(CommentWrite& write, SidecarFile& file) const;
    void readBack();
    void endAll(WriteOutcome outcome, const QString& reason);

    QString m_path;
    const Catalog& m_catalog;
    SourceId m_source;
    std::vector<CommentWrite> m_writes;
};

/// What the program shows where the file says nothing: a comment in SQLite's DDL.
QString textInDdl(const Catalog& catalog, ObjectRef object)
{
    const Comment& comment = catalog.base(object).comment;
    return comment.origin == CommentOrigin::Ddl ? comment.text : QString();
}

void refuse(CommentWrite& write, const QString& reason)
{
    write.outcome = WriteOutcome::Refused;
    write.reason = reason;
}

std::vector<CommentWrite> SidecarWriter::write()
{
    const QFileInfo folder(QFileInfo(m_path).absolutePath());
    if (!folder.isDir() || !folder.isWritable()) {
        const Error error =
            elsewhere(m_path, folder.isDir() ? QStringLiteral("its folder is read-only")
                                             : QStringLiteral("its folder is not there"));
        endAll(WriteOutcome::Refused, error.message);
        return m_writes;
    }
    SidecarLock lock(m_path);
    const Result<bool> locked = lock.take(sidecarLockTimeoutMs);
    if (!locked) {
        endAll(WriteOutcome::Refused, elsewhere(m_path, locked.error().message).message);
        return m_writes;
    }
    if (!*locked) {
        endAll(WriteOutcome::Busy, QStringLiteral("Another program is writing %1.").arg(m_path));
        return m_writes;
    }
    for (int i = 0; i < sidecarAttempts; ++i) {
        if (attempt())
            return m_writes;
    }
    endAll(WriteOutcome::Busy, QStringLiteral("%1 is being changed all the time.").arg(m_path));
    return m_writes;
}

/// False when the file changed meanwhile: what was decided does not count.
bool SidecarWriter::attempt()
{
    const Result<QByteArray> bytes = sidecarBytes(m_path);
    if (!bytes) {
        endAll(WriteOutcome::Refused, bytes.error().message);
        return true;
    }
    Result<SidecarFile> file = SidecarFile::parse(m_path, *bytes, m_catalog, m_source);
    if (!file) {
        endAll(WriteOutcome::Refused, file.error().message);
        return true;
    }
    for (CommentWrite& write : m_writes)
        decide(write, *file);
    const QByteArray after = file->bytes();
    if (after == *bytes)
        return true;
    const Result<QByteArray> now = sidecarBytes(m_path);
    if (!now || *now != *bytes)
        return false;
    if (const Result<Nothing> replaced = replaceFile(m_path, after); !replaced) {
        for (CommentWrite& write : m_writes) {
            if (write.outcome == WriteOutcome::Written)
                refuse(write, QString(replaced.error().message +
                                      QLatin1String(" Free some room, or choose another place for "
                                                    "these comments.")));
        }
        return true;
    }
    readBack();
    return true;
}

void SidecarWriter::decide(CommentWrite& write, SidecarFile& file) const
{
    write = {write.edit, WriteOutcome::NotTried, {}, {}, {}, {}};
    const CommentEdit& edit = write.edit;
    const PlannedComment planned = planSidecar(m_catalog, edit);
    if (!planned.refusal.isEmpty())
        return refuse(write, planned.refusal);
    const std::optional<ObjectRef> object = m_catalog.find(edit.key);
    const ObjectKey key = m_catalog.keyOf(*object);
    const QString held = file.comment(key).value_or(QString());
    const QString shown = held.isEmpty() ? textInDdl(m_catalog, *object) : held;
    const bool isShown = edit.before == shown && !shown.isEmpty();
    if (edit.after == held || (isShown && edit.after == shown)) {
        write.outcome = WriteOutcome::Unchanged;
    } else if (edit.before != held && !isShown) {
        write.outcome = WriteOutcome::Conflict;
        write.reason = QStringLiteral("The file holds another comment than the one that was seen.");
        write.theirs = held;
    } else if (const auto changed = file.change(m_catalog, key, edit.after); !changed) {
        refuse(write, changed.error().message);
    } else {
        write.outcome = WriteOutcome::Written;
        write.sql = planned.sql;
    }
}

void SidecarWriter::readBack()
{
    const auto comments = sidecarComments(m_path, m_catalog, m_source);
    for (CommentWrite& write : m_writes) {
        if (write.outcome != WriteOutcome::Written)
            continue;
        if (!comments) {
            write.outcome = WriteOutcome::Unknown;
            write.reason = comments.error().message;
            continue;
        }
        const auto found = comments->find(m_catalog.keyOf(*m_catalog.find(write.edit.key)));
        const QString held = found == comments->end() ? QString() : found->second;
        if (held == write.edit.after)
            continue;
        write.outcome = WriteOutcome::Conflict;
        write.reason = QStringLiteral("The file was changed by another program meanwhile.");
        write.theirs = held;
    }
}

void SidecarWriter::endAll(WriteOutcome outcome, const QString& reason)
{
    for (CommentWrite& write : m_writes)
        write = {write.edit, outcome, reason, {}, {}, {}};
}

} // namespace

std::vector<CommentWrite> writeSidecar(const QString& path, const Catalog& catalog, SourceId source,
                                       std::span<const CommentEdit> edits)
{
    return edits.empty() ? std::vector<CommentWrite>{}
                         : SidecarWriter(path, catalog, source, edits).write();
}

PlannedComment planSidecar(const Catalog& catalog, const CommentEdit& edit)
{
    PlannedComment planned{edit, CommentPlace::Sidecar, {}, {}, {}, {}};
    const std::optional<ObjectRef> object = catalog.find(edit.key);
    if (!object) {
        planned.refusal = QStringLiteral("There is no %1 any more.").arg(edit.key.toString());
        return planned;
    }
    const CommentHome home = commentHomeOf(catalog, *object);
    const std::optional<CommentTarget> target = commentTarget(catalog, *object);
    if (home.place != CommentPlace::Sidecar || !target) {
        planned.refusal = home.place == CommentPlace::Sidecar
                              ? QStringLiteral("No statement can name this object.")
                              : home.sentence;
        return planned;
    }
    const auto statement = printCommentStatement({*target, std::nullopt, edit.after, 0, 0});
    const auto undo = printCommentStatement({*target, std::nullopt, edit.before, 0, 0});
    if (!statement) {
        planned.refusal = statement.error().message;
        return planned;
    }
    planned.sql = statement->chopped(1);
    planned.undoSql = undo ? undo->chopped(1) : QString();
    return planned;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Lines of JSON, each with the length of its content in front, so that a torn line is told from a
// whole one: `LENGTH {"stage":{"key":..,"before":..,"after":..}}` or `LENGTH {"drop":KEY}`.
#include "model/notes/edit_journal.h"

#include "model/json_text.h"
#include "model/replace_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <unistd.h>

namespace cadastre {

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

QByteArray framed(const QByteArray& content)
{
    return QByteArray::number(content.size()) + ' ' + content + '\n';
}

QByteArray stageLine(const CommentEdit& edit)
{
    return framed("{\"stage\":{\"key\":" + jsonString(edit.key.toString()) + ",\"before\":" +
                  jsonString(edit.before) + ",\"after\":" + jsonString(edit.after) + "}}");
}

QByteArray dropLine(const ObjectKey& key)
{
    return framed("{\"drop\":" + jsonString(key.toString()) + '}');
}

/// The content of a whole line; absent for a torn one.
std::optional<QByteArray> unframed(const QByteArray& line)
{
    const qsizetype space = line.indexOf(' ');
    if (space <= 0 || !line.endsWith('\n'))
        return std::nullopt;
    const QByteArray content = line.mid(space + 1).chopped(1);
    return line.first(space).toLongLong() == content.size() ? std::optional(content) : std::nullopt;
}

bool apply(StagedEdits& edits, const QByteArray& content)
{
    const QJsonObject object = QJsonDocument::fromJson(content).object();
    const QJsonObject stage = object.value(QLatin1String("stage")).toObject();
    const bool isDrop = object.contains(QLatin1String("drop"));
    const auto key = ObjectKey::fromString(
        (isDrop ? object.value(QLatin1String("drop")) : stage.value(QLatin1String("key")))
            .toString());
    if (!key)
        return false;
    if (isDrop)
        edits.drop(*key);
    else
        edits.stage({*key, stage.value(QLatin1String("before")).toString(),
                     stage.value(QLatin1String("after")).toString()});
    return true;
}

Error notKept(const QString& path, const QString& reason)
{
    return {
        QStringLiteral("The edit could not be kept in %1: %2. It is not staged.").arg(path, reason),
        {}};
}

} // namespace

EditJournal::EditJournal(const QString& path)
    : m_lock(path + QStringLiteral(".lock"))
    , m_file(path)
{
    m_lock.setStaleLockTime(0); // only a dead owner's lock may be broken, never an old one
}

Result<std::unique_ptr<EditJournal>> EditJournal::open(const QString& path)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return Error{QStringLiteral("The folder of %1 cannot be made.").arg(path), {}};
    std::unique_ptr<EditJournal> journal(new EditJournal(path));
    if (!journal->m_lock.tryLock())
        return Error{
            QStringLiteral("The staged edits in %1 are open in another Cadastre.").arg(path), {}};
    const bool opened = journal->m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered) &&
                        journal->m_file.setPermissions(ownerOnly);
    if (!opened)
        return Error{
            QStringLiteral("%1 cannot be opened: %2.").arg(path, journal->m_file.errorString()),
            {}};
    if (const Result<Nothing> recovered = journal->recover(); !recovered)
        return recovered.error();
    return journal;
}

Result<Nothing> EditJournal::recover()
{
    qint64 good = 0;
    int number = 0;
    while (!m_file.atEnd()) {
        const QByteArray line = m_file.readLine();
        ++number;
        const auto content = unframed(line);
        const bool isTorn = !content && m_file.atEnd();
        if (isTorn)
            break;
        if (!content || !apply(m_edits, *content))
            return Error{QStringLiteral("%1 cannot be read in line %2; move the file away to begin "
                                        "with no staged edits.")
                             .arg(m_file.fileName())
                             .arg(number),
                         {}};
        good = m_file.pos();
    }
    if (m_file.size() != good && !m_file.resize(good))
        return Error{QStringLiteral("%1 cannot be written: %2.")
                         .arg(m_file.fileName(), m_file.errorString()),
                     {}};
    return ok();
}

Result<Nothing> EditJournal::append(const QByteArray& line)
{
    const qint64 end = m_file.size();
    const bool kept =
        m_file.seek(end) && m_file.write(line) == line.size() && ::fsync(m_file.handle()) == 0;
    if (kept)
        return ok();
    const QString reason = m_file.errorString();
    m_file.resize(end);
    return notKept(m_file.fileName(), reason);
}

Result<Nothing> EditJournal::stage(const CommentEdit& edit)
{
    const Result<Nothing> kept = append(stageLine(edit));
    if (kept)
        m_edits.stage(edit);
    return kept;
}

Result<Nothing> EditJournal::drop(const ObjectKey& key)
{
    const Result<Nothing> kept = append(dropLine(key));
    if (kept)
        m_edits.drop(key);
    return kept;
}

Result<Nothing> EditJournal::compact()
{
    QByteArray lines;
    for (const auto& [key, edit] : m_edits.edits())
        lines += stageLine(edit);
    const Result<Nothing> replaced = replaceFile(m_file.fileName(), lines, FileAccess::OwnerOnly);
    if (!replaced)
        return replaced;
    m_file.close();
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return notKept(m_file.fileName(), m_file.errorString());
    return ok();
}

QString editJournalPath(const QString& dataFolder, const QString& sourceName,
                        const QString& location)
{
    const QByteArray hash =
        QCryptographicHash::hash(location.toUtf8(), QCryptographicHash::Sha256).toHex().first(16);
    return dataFolder + QStringLiteral("/staged/") + sourceName + QLatin1Char('-') +
           QString::fromLatin1(hash) + QStringLiteral(".journal");
}

} // namespace cadastre

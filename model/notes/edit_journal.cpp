// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Lines of JSON, each with the length of its content in front, so that a torn line is told from a
// whole one: `LENGTH {"stage":{"key":..,"before":..,"after":..,"identity":[..]}}` (identity only
// where the server has one), the same as "set" where `before` counts too, or `LENGTH {"drop":KEY}`.
#include "model/notes/edit_journal.h"

#include "model/json_text.h"
#include "model/replace_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
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

constexpr qint64 largeJournal = 256 * 1024;

QByteArray identityText(const std::optional<ServerIdentity>& identity)
{
    if (!identity)
        return {};
    return ",\"identity\":[" + QByteArray::number(identity->databaseOid) + ',' +
           QByteArray::number(identity->classOid) + ',' + QByteArray::number(identity->objectOid) +
           ',' + QByteArray::number(identity->subId) + ']';
}

QByteArray editLine(const QByteArray& verb, const CommentEdit& edit)
{
    return framed("{\"" + verb + "\":{\"key\":" + jsonString(edit.key.toString()) +
                  ",\"before\":" + jsonString(edit.before) +
                  ",\"after\":" + jsonString(edit.after) + identityText(edit.identity) + "}}");
}

QByteArray stageLine(const CommentEdit& edit)
{
    return editLine("stage", edit);
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

std::optional<ServerIdentity> identityOf(const QJsonArray& numbers)
{
    if (numbers.size() != 4)
        return std::nullopt;
    const auto oid = [&](int i) { return static_cast<std::uint32_t>(numbers.at(i).toDouble()); };
    return ServerIdentity{oid(0), oid(1), oid(2), numbers.at(3).toInt()};
}

std::optional<CommentEdit> editOf(const QJsonObject& fields)
{
    const auto key = ObjectKey::fromString(fields.value(QLatin1String("key")).toString());
    if (!key)
        return std::nullopt;
    return CommentEdit{*key, fields.value(QLatin1String("before")).toString(),
                       fields.value(QLatin1String("after")).toString(),
                       identityOf(fields.value(QLatin1String("identity")).toArray())};
}

bool apply(StagedEdits& edits, const QByteArray& content)
{
    const QJsonObject line = QJsonDocument::fromJson(content).object();
    if (line.contains(QLatin1String("drop"))) {
        const auto key = ObjectKey::fromString(line.value(QLatin1String("drop")).toString());
        if (key)
            edits.drop(*key);
        return key.has_value();
    }
    const bool exactly = line.contains(QLatin1String("set"));
    const auto edit = editOf(line.value(QLatin1String(exactly ? "set" : "stage")).toObject());
    if (edit && exactly)
        edits.set(edit->key, *edit);
    else if (edit)
        edits.stage(*edit);
    return edit.has_value();
}

/// Where the last whole line ends; what follows was torn by a crash.
Result<qint64> readLines(QFile& file, StagedEdits& edits)
{
    qint64 good = 0;
    int number = 0;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        ++number;
        const auto content = unframed(line);
        const bool isTorn = !content && file.atEnd();
        if (isTorn)
            break;
        if (!content || !apply(edits, *content))
            return Error{QStringLiteral("%1 cannot be read in line %2; move the file away to begin "
                                        "with no staged edits.")
                             .arg(file.fileName())
                             .arg(number),
                         {}};
        good = file.pos();
    }
    return good;
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

EditJournal::~EditJournal()
{
    if (m_isOurs && m_edits.edits().empty())
        m_file.remove();
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
    journal->m_isOurs = true;
    return journal;
}

Result<StagedEdits> EditJournal::read(const QString& path)
{
    QFile file(path);
    StagedEdits edits;
    if (!file.exists())
        return edits;
    if (!file.open(QIODevice::ReadOnly))
        return Error{QStringLiteral("%1 cannot be opened: %2.").arg(path, file.errorString()), {}};
    if (const Result<qint64> good = readLines(file, edits); !good)
        return good.error();
    return edits;
}

Result<Nothing> EditJournal::recover()
{
    const Result<qint64> good = readLines(m_file, m_edits);
    if (!good)
        return good.error();
    if (m_file.size() != *good && !m_file.resize(*good))
        return Error{QStringLiteral("%1 cannot be written: %2.")
                         .arg(m_file.fileName(), m_file.errorString()),
                     {}};
    return compactWhenLarge();
}

/// Typing stages again and again: a large file that holds little is made small when it is opened.
Result<Nothing> EditJournal::compactWhenLarge()
{
    if (m_file.size() < largeJournal)
        return ok();
    qint64 needed = 0;
    for (const auto& [key, edit] : m_edits.edits())
        needed += edit.before.size() + edit.after.size() + 200;
    return needed * 4 < m_file.size() ? compact() : ok();
}

Result<Nothing> EditJournal::append(const QByteArray& lines)
{
    const qint64 end = m_file.size();
    const bool kept =
        m_file.seek(end) && m_file.write(lines) == lines.size() && ::fsync(m_file.handle()) == 0;
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

Result<Nothing> EditJournal::change(std::span<const StageChange> changes)
{
    QByteArray lines;
    for (const StageChange& each : changes) // what comes first: a torn end loses no words
        lines += each.edit ? editLine("set", *each.edit) : QByteArray();
    for (const StageChange& each : changes)
        lines += each.edit ? QByteArray() : dropLine(each.key);
    if (lines.isEmpty())
        return ok();
    const Result<Nothing> kept = append(lines);
    if (kept) {
        for (const StageChange& each : changes)
            m_edits.set(each.key, each.edit);
    }
    return kept;
}

Result<Nothing> EditJournal::renameSource(const QString& name)
{
    std::vector<StageChange> changes;
    for (const auto& [key, edit] : m_edits.edits()) {
        if (key.source == name)
            continue;
        CommentEdit moved = edit;
        moved.key.source = name;
        changes.push_back({key, std::nullopt});
        if (!m_edits.find(moved.key))
            changes.push_back({moved.key, moved});
    }
    return change(changes);
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

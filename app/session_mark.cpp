// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/session_mark.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace cadastre {

namespace {

constexpr qint64 longestMark = 1 << 20;

QString marksFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) +
           QStringLiteral("/sessions");
}

/// When a process was started, in ticks: a number is given to another one after some time.
/// Source: proc(5), field 22 of /proc/PID/stat.
QString startOf(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = file.readAll();
    return QString::fromLatin1(text.mid(text.lastIndexOf(')') + 2).split(' ').value(19));
}

QString claimOf(const QString& mark)
{
    return mark + QStringLiteral(".asked");
}

/// Whether another program that runs asks about a mark.
bool isAskedElsewhere(const QString& mark)
{
    QFile file(claimOf(mark));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QList<QByteArray> parts = file.read(100).trimmed().split(' ');
    const qint64 process = parts.value(0).toLongLong();
    const QString start = QString::fromLatin1(parts.value(1));
    return process != QCoreApplication::applicationPid() && !start.isEmpty() &&
           startOf(process) == start;
}

bool isOfSameThings(const SessionState& a, const SessionState& b)
{
    return a.workspace == b.workspace && a.addresses == b.addresses;
}

std::optional<EndedSession> readMark(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject mark = QJsonDocument::fromJson(file.read(longestMark)).object();
    const qint64 process = mark[QLatin1String("process")].toInteger();
    const QString start = mark[QLatin1String("start")].toString();
    if (start.isEmpty() || startOf(process) == start)
        return std::nullopt; // it runs, or is none
    EndedSession ended;
    ended.file = path;
    ended.started = QDateTime::fromString(mark[QLatin1String("started")].toString(), Qt::ISODate);
    ended.lastWritten = QFileInfo(path).lastModified();
    ended.afterCrash = mark[QLatin1String("afterCrash")].toBool();
    ended.state.workspace = mark[QLatin1String("workspace")].toString();
    for (const QJsonValue address : mark[QLatin1String("addresses")].toArray())
        ended.state.addresses << address.toString();
    ended.state.selected = mark[QLatin1String("selected")].toString();
    ended.state.focus = mark[QLatin1String("focus")].toString();
    ended.state.depth = mark[QLatin1String("depth")].toInt();
    ended.state.panels =
        QByteArray::fromBase64(mark[QLatin1String("panels")].toString().toLatin1());
    return ended;
}

} // namespace

bool EndedSession::isRepeated() const
{
    return afterCrash;
}

SessionMark::SessionMark()
    : m_started(QDateTime::currentDateTime())
{
    static int count = 0;
    m_file = QStringLiteral("%1/%2-%3.json")
                 .arg(marksFolder())
                 .arg(QCoreApplication::applicationPid())
                 .arg(++count);
}

SessionMark::~SessionMark()
{
    QFile::remove(m_file);
}

void SessionMark::setAfterCrash(bool afterCrash)
{
    m_afterCrash = afterCrash;
    m_written = {};
}

void SessionMark::write(const SessionState& state)
{
    if (state == m_written)
        return;
    m_written = state;
    if (state.isEmpty()) {
        QFile::remove(m_file);
        return;
    }
    QDir().mkpath(marksFolder());
    const qint64 process = QCoreApplication::applicationPid();
    const QJsonObject mark{
        {QStringLiteral("process"), process},
        {QStringLiteral("start"), startOf(process)},
        {QStringLiteral("started"), m_started.toString(Qt::ISODate)},
        {QStringLiteral("afterCrash"), m_afterCrash},
        {QStringLiteral("workspace"), state.workspace},
        {QStringLiteral("addresses"), QJsonArray::fromStringList(state.addresses)},
        {QStringLiteral("selected"), state.selected},
        {QStringLiteral("focus"), state.focus},
        {QStringLiteral("depth"), state.depth},
        {QStringLiteral("panels"), QString::fromLatin1(state.panels.toBase64())},
    };
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly))
        return; // then there is nothing to offer, and nothing is lost
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(QJsonDocument(mark).toJson());
    file.commit();
}

std::optional<EndedSession> SessionMark::findEnded()
{
    std::vector<EndedSession> found;
    const QDir folder(marksFolder());
    for (const QString& name : folder.entryList({QStringLiteral("*.json")}, QDir::Files)) {
        const QString path = folder.filePath(name);
        if (auto ended = readMark(path); ended && !isAskedElsewhere(path))
            found.push_back(*std::move(ended));
    }
    if (found.empty())
        return std::nullopt;
    const EndedSession newest =
        *std::ranges::max_element(found, std::less(), &EndedSession::lastWritten);
    for (const EndedSession& each : found) {
        if (each.file != newest.file && isOfSameThings(each.state, newest.state))
            forget(each);
    }
    return newest;
}

bool SessionMark::claim(const EndedSession& session)
{
    if (isAskedElsewhere(session.file))
        return false;
    const QString path = claimOf(session.file);
    QFile::remove(path); // of this program, or of one that ended
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return !file.exists(); // a folder that takes no files: asked twice rather than never
    const qint64 process = QCoreApplication::applicationPid();
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(QByteArray::number(process) + ' ' + startOf(process).toLatin1());
    return true;
}

void SessionMark::forget(const EndedSession& session)
{
    QFile::remove(session.file);
    QFile::remove(claimOf(session.file));
}

} // namespace cadastre

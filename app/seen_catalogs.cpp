// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/seen_catalogs.h"

#include "app/comment_journals.h"
#include "model/catalog/snapshot.h"
#include "model/replace_file.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>

#include <algorithm>

namespace cadastre {

namespace {

constexpr std::size_t alwaysKept = 4;
/// Fast: a catalog of 10,000 tables takes a tenth of a second.
constexpr int compressionLevel = 1;

QString timeFormat()
{
    return QStringLiteral("yyyyMMdd'T'HHmmss'Z'");
}

QString ending()
{
    return QStringLiteral(".catalog");
}

QString pathOf(const QString& folder, const QDateTime& time)
{
    return folder + QLatin1Char('/') + time.toUTC().toString(timeFormat()) + ending();
}

} // namespace

QString seenFolder(const DatabaseAddress& address)
{
    const QByteArray hash =
        QCryptographicHash::hash(stageLocation(address).toUtf8(), QCryptographicHash::Sha256)
            .toHex()
            .first(16);
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) +
           QStringLiteral("/seen/") + QString::fromLatin1(hash);
}

std::vector<QDateTime> seenTimes(const QString& folder)
{
    std::vector<QDateTime> times;
    for (QString name : QDir(folder).entryList({QLatin1Char('*') + ending()}, QDir::Files)) {
        name.chop(ending().size());
        QDateTime time = QDateTime::fromString(name, timeFormat());
        time.setTimeSpec(Qt::UTC);
        if (time.isValid())
            times.push_back(time);
    }
    std::ranges::sort(times, std::greater<>());
    return times;
}

Result<SourceCatalog> readSeen(const QString& folder, const QDateTime& time)
{
    const QString path = pathOf(folder, time);
    QFile file(path);
    const QString sentence =
        QStringLiteral("What the database looked like then cannot be read any more.");
    if (!file.open(QIODevice::ReadOnly))
        return Error{sentence, file.errorString()};
    QByteArray text = qUncompress(file.readAll());
    QBuffer buffer(&text);
    if (text.isEmpty() || !buffer.open(QIODevice::ReadOnly))
        return Error{sentence, path};
    return readSnapshot(buffer, path);
}

Result<Nothing> keepSeen(const QString& folder, const SourceCatalog& catalog, const QDateTime& now)
{
    constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (!QDir().mkpath(folder) || !QFile::setPermissions(folder, ownerOnly))
        return Error{QStringLiteral("The folder %1 cannot be used.").arg(folder), {}};
    const auto kept =
        replaceFile(pathOf(folder, now), qCompress(snapshotText(catalog), compressionLevel),
                    FileAccess::OwnerOnly);
    if (!kept)
        return kept;
    for (const QDateTime& time : superfluousTimes(seenTimes(folder)))
        QFile::remove(pathOf(folder, time));
    return ok();
}

void keepSeenAgain(const QString& folder, const QDateTime& time, const QDateTime& now)
{
    QFile::rename(pathOf(folder, time), pathOf(folder, now));
}

void forgetEarlier(const QString& folder)
{
    const std::vector<QDateTime> times = seenTimes(folder);
    for (std::size_t i = 1; i < times.size(); ++i)
        QFile::remove(pathOf(folder, times[i]));
}

std::vector<QDateTime> superfluousTimes(const std::vector<QDateTime>& times)
{
    std::vector<QDateTime> superfluous;
    std::size_t kept = 0;
    QDate day;
    for (const QDateTime& time : times) {
        const QDate its = time.toLocalTime().date();
        const bool isLastOfItsDay = its != day;
        day = its;
        if (kept < alwaysKept || (isLastOfItsDay && kept < seenLimit))
            ++kept;
        else
            superfluous.push_back(time);
    }
    return superfluous;
}

std::optional<QDateTime> seenAt(const std::vector<QDateTime>& times, const QDateTime& time)
{
    if (times.empty())
        return std::nullopt;
    const auto found =
        std::ranges::find_if(times, [&](const QDateTime& one) { return one <= time; });
    return found == times.end() ? times.back() : *found;
}

} // namespace cadastre

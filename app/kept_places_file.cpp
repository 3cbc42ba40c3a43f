// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/kept_places_file.h"

#include "app/comment_journals.h"
#include "model/replace_file.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace cadastre {

namespace {

/// Fast: the places of 10,000 tables take some hundredths of a second.
constexpr int placesCompression = 1;

QString placesEnding()
{
    return QStringLiteral(".places");
}

void forgetOldest(const QDir& folder)
{
    const QStringList names = folder.entryList({QLatin1Char('*') + placesEnding()}, QDir::Files,
                                               QDir::Time); // newest first
    for (qsizetype i = mostKeptPlaces; i < names.size(); ++i)
        QFile::remove(folder.filePath(names[i]));
}

} // namespace

QString keptPlacesPath(const std::vector<LoadedSource>& sources)
{
    if (sources.empty())
        return {};
    QStringList locations;
    for (const LoadedSource& source : sources)
        locations << stageLocation(source.request.address);
    locations.sort();
    const QByteArray hash = QCryptographicHash::hash(locations.join(QLatin1Char('\n')).toUtf8(),
                                                     QCryptographicHash::Sha256)
                                .toHex()
                                .first(16);
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) +
           QStringLiteral("/places/") + QString::fromLatin1(hash) + placesEnding();
}

std::optional<KeptPlaces> readKeptPlaces(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return keptPlacesFromText(qUncompress(file.readAll()));
}

Result<Nothing> writeKeptPlaces(const QString& path, const KeptPlaces& kept)
{
    const QDir folder = QFileInfo(path).dir();
    constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (!folder.mkpath(QStringLiteral(".")) || !QFile::setPermissions(folder.path(), ownerOnly))
        return Error{
            QCoreApplication::translate("cadastre::KeptPlaces", "The folder %1 cannot be used.")
                .arg(folder.path()),
            {}};
    const auto written = replaceFile(path, qCompress(keptPlacesText(kept), placesCompression),
                                     FileAccess::OwnerOnly);
    if (written)
        forgetOldest(folder);
    return written;
}

} // namespace cadastre

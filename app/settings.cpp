// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/settings.h"

#include "diagram/relationship_filter.h"
#include "model/workspace/production_name.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace cadastre {

namespace {

constexpr QLatin1String geometryKey("window/geometry");
constexpr QLatin1String stateKey("window/state");
constexpr QLatin1String themeKey("window/theme");
constexpr QLatin1String recentKey("recent/addresses");
constexpr QLatin1String dependenciesKey("view/dependencies");
constexpr QLatin1String meantNamesKey("view/meantNames");
constexpr QLatin1String inferredKey("view/inferred");
constexpr QLatin1String leastConfidenceKey("view/leastConfidence");
constexpr QLatin1String folderKey("files/folder");
constexpr QLatin1String productionKey("comments/productionNames");
constexpr QLatin1String migrationTemplateKey("comments/migrationTemplate");
constexpr QLatin1String migrationFolderKey("comments/migrationFolder");
constexpr QLatin1String sidecarsKey("comments/files");
constexpr QLatin1String marksKey("comments/marks");
constexpr QLatin1String offersStartKey("startHere/offered");
constexpr QLatin1String knownKey("startHere/known");
constexpr QLatin1String seenKey("startHere/seen");
constexpr QLatin1String readOnlyWord("readOnly");
constexpr QLatin1String productionWord("production");

constexpr auto privateFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

/// Makes the file before QSettings does, so that nobody else can ever read it.
QString privateSettingsPath()
{
    const QString path = settingsPath();
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (!file.exists() && file.open(QIODevice::NewOnly, privateFile))
        file.close();
    return path;
}

/// A place as a name in the file: what it is need not stand there once more.
QString placeName(const QString& location)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(location.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}

} // namespace

bool Settings::offersStartHere() const
{
    return m_settings.value(offersStartKey, true).toBool();
}

void Settings::setOffersStartHere(bool offers)
{
    m_settings.setValue(offersStartKey, offers);
    keepPrivate();
}

bool Settings::isKnown(const QString& location) const
{
    return m_settings.value(knownKey).toStringList().contains(placeName(location));
}

void Settings::setKnown(const QString& location)
{
    QStringList known = m_settings.value(knownKey).toStringList();
    known.removeAll(placeName(location));
    known.prepend(placeName(location));
    for (const QString& forgotten : known.mid(knownLimit))
        m_settings.remove(QString(seenKey + QLatin1Char('/') + forgotten));
    m_settings.setValue(knownKey, known.mid(0, knownLimit));
    keepPrivate();
}

QStringList Settings::seenAt(const QString& location) const
{
    return m_settings.value(QString(seenKey + QLatin1Char('/') + placeName(location)))
        .toStringList();
}

void Settings::setSeenAt(const QString& location, const QStringList& keys)
{
    m_settings.setValue(QString(seenKey + QLatin1Char('/') + placeName(location)), keys);
    keepPrivate();
}

QString settingsPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
           QStringLiteral("/window.ini");
}

Settings::Settings()
    : m_settings(privateSettingsPath(), QSettings::IniFormat)
{
}

void Settings::keepPrivate()
{
    m_settings.sync();
    QFile::setPermissions(m_settings.fileName(), privateFile);
}

QByteArray Settings::windowGeometry() const
{
    return m_settings.value(geometryKey).toByteArray();
}

QByteArray Settings::windowState() const
{
    return m_settings.value(stateKey).toByteArray();
}

void Settings::setWindow(const QByteArray& geometry, const QByteArray& state)
{
    m_settings.setValue(geometryKey, geometry);
    m_settings.setValue(stateKey, state);
    keepPrivate();
}

ThemeChoice Settings::theme() const
{
    const QString word = m_settings.value(themeKey).toString();
    if (word == QLatin1String("light"))
        return ThemeChoice::Light;
    return word == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::System;
}

void Settings::setTheme(ThemeChoice choice)
{
    const QString word = choice == ThemeChoice::Light  ? QStringLiteral("light")
                         : choice == ThemeChoice::Dark ? QStringLiteral("dark")
                                                       : QStringLiteral("system");
    m_settings.setValue(themeKey, word);
    keepPrivate();
}

QStringList Settings::recent() const
{
    return m_settings.value(recentKey).toStringList();
}

void Settings::addRecent(const QString& address)
{
    QStringList addresses = recent();
    addresses.removeAll(address);
    addresses.prepend(address);
    m_settings.setValue(recentKey, addresses.mid(0, recentLimit));
    keepPrivate();
}

void Settings::removeRecent(const QString& address)
{
    QStringList addresses = recent();
    addresses.removeAll(address);
    m_settings.setValue(recentKey, addresses);
    keepPrivate();
}

bool Settings::showsViewDependencies() const
{
    return m_settings.value(dependenciesKey, true).toBool();
}

void Settings::setShowsViewDependencies(bool shown)
{
    m_settings.setValue(dependenciesKey, shown);
    keepPrivate();
}

bool Settings::showsMeantNames() const
{
    return m_settings.value(meantNamesKey, false).toBool();
}

void Settings::setShowsMeantNames(bool shown)
{
    m_settings.setValue(meantNamesKey, shown);
    keepPrivate();
}

bool Settings::showsInferred() const
{
    return m_settings.value(inferredKey, true).toBool();
}

void Settings::setShowsInferred(bool shown)
{
    m_settings.setValue(inferredKey, shown);
    keepPrivate();
}

double Settings::leastConfidence() const
{
    return std::clamp(m_settings.value(leastConfidenceKey, 0.5).toDouble(), leastDrawnConfidence,
                      1.0);
}

void Settings::setLeastConfidence(double least)
{
    m_settings.setValue(leastConfidenceKey, least);
    keepPrivate();
}

QString Settings::folder() const
{
    return m_settings.value(folderKey, QDir::homePath()).toString();
}

void Settings::setFolder(const QString& folder)
{
    m_settings.setValue(folderKey, folder);
    keepPrivate();
}

QStringList Settings::productionPatterns() const
{
    return m_settings.contains(productionKey) ? m_settings.value(productionKey).toStringList()
                                              : defaultProductionPatterns();
}

void Settings::setProductionPatterns(const QStringList& patterns)
{
    m_settings.setValue(productionKey, patterns);
    keepPrivate();
}

QString Settings::migrationTemplate() const
{
    return m_settings.value(migrationTemplateKey).toString();
}

QString Settings::migrationFolder() const
{
    return m_settings.value(migrationFolderKey, folder()).toString();
}

void Settings::setMigration(const QString& templateName, const QString& folder)
{
    m_settings.setValue(migrationTemplateKey, templateName);
    m_settings.setValue(migrationFolderKey, folder);
    keepPrivate();
}

SourceMarks Settings::marksAt(const QString& location) const
{
    const QStringList words = m_settings.value(marksKey).toMap().value(location).toStringList();
    return {words.contains(readOnlyWord), words.contains(productionWord)};
}

void Settings::setMarksAt(const QString& location, const SourceMarks& marks)
{
    if (marks == marksAt(location))
        return;
    QVariantMap places = m_settings.value(marksKey).toMap();
    QStringList words;
    if (marks.readOnly)
        words << readOnlyWord;
    if (marks.production)
        words << productionWord;
    if (words.isEmpty())
        places.remove(location);
    else
        places.insert(location, words);
    m_settings.setValue(marksKey, places);
    keepPrivate();
}

QString Settings::sidecarPlace(const QString& location) const
{
    return m_settings.value(sidecarsKey).toMap().value(location).toString();
}

void Settings::setSidecarPlace(const QString& location, const QString& path)
{
    QVariantMap places = m_settings.value(sidecarsKey).toMap();
    if (path.isEmpty())
        places.remove(location);
    else
        places.insert(location, path);
    m_settings.setValue(sidecarsKey, places);
    keepPrivate();
}

} // namespace cadastre

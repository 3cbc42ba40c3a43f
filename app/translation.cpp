// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/translation.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QStandardPaths>
#include <QTranslator>

#include <algorithm>

namespace cadastre {

namespace {

bool installFrom(const QStringList& folders, const QString& name, const QLocale& locale)
{
    auto* translator = new QTranslator(QCoreApplication::instance());
    const bool loaded = std::ranges::any_of(folders, [&](const QString& folder) {
        return translator->load(locale, name, QStringLiteral("_"), folder);
    });
    if (loaded && QCoreApplication::installTranslator(translator))
        return true;
    delete translator;
    return false;
}

} // namespace

QStringList translationFolders()
{
    const QString folder = QStringLiteral("cadastre/translations");
    QStringList folders{QDir::cleanPath(QCoreApplication::applicationDirPath() +
                                        QStringLiteral("/../share/") + folder)};
    folders << QStandardPaths::locateAll(QStandardPaths::GenericDataLocation, folder,
                                         QStandardPaths::LocateDirectory);
    folders.removeDuplicates();
    return folders;
}

bool installTranslations(const QLocale& locale)
{
    if (!installFrom(translationFolders(), QStringLiteral("cadastre"), locale))
        return false; // Qt's own buttons in one language and ours in another help nobody
    installFrom({QLibraryInfo::path(QLibraryInfo::TranslationsPath)}, QStringLiteral("qtbase"),
                locale);
    return true;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Build trees and installations have the same shape: bin/ beside share/cadastre/.
#include "app/resource_paths.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace cadastre {

std::optional<QString> samplePath()
{
    const QString file = QStringLiteral("sample.sqlite");
    const QString beside = QDir::cleanPath(QCoreApplication::applicationDirPath() +
                                           QStringLiteral("/../share/cadastre/") + file);
    if (QFileInfo::exists(beside))
        return beside;
    const QString installed = QStandardPaths::locate(QStandardPaths::GenericDataLocation,
                                                     QStringLiteral("cadastre/") + file);
    return installed.isEmpty() ? std::nullopt : std::optional(installed);
}

} // namespace cadastre

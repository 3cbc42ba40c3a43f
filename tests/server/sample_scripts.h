// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The scripts of the bundled sample, for tests that load it into a server.
#pragma once

#include <QDir>
#include <QFile>
#include <QStringList>

namespace cadastre::test {

inline QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// In the order in which they are loaded; without optional/.
inline QStringList scriptsOf(const char* engine)
{
    const QDir folder(QStringLiteral(CADASTRE_SOURCE_DIR "/resources/sample/") +
                      QLatin1String(engine));
    QStringList paths;
    for (const QString& name : folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name))
        paths << folder.filePath(name);
    return paths;
}

} // namespace cadastre::test

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/manual_chapters.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace cadastre {

namespace {

ManualChapter readChapter(const QString& path)
{
    ManualChapter chapter;
    chapter.name = QFileInfo(path).completeBaseName();
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        chapter.markdown = QString::fromUtf8(file.readAll());
    chapter.title = chapter.markdown.section(QLatin1Char('\n'), 0, 0).remove(QLatin1Char('#'));
    chapter.title = chapter.title.trimmed();
    return chapter;
}

} // namespace

std::vector<ManualChapter> manualChapters()
{
    std::vector<ManualChapter> chapters;
    const QDir folder(QStringLiteral(":/help"));
    for (const QString& name : folder.entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name))
        chapters.push_back(readChapter(folder.filePath(name)));
    std::ranges::stable_sort(chapters, {}, [](const ManualChapter& chapter) {
        return std::pair(chapter.name != QLatin1String("index"), chapter.title.toLower());
    });
    return chapters;
}

} // namespace cadastre

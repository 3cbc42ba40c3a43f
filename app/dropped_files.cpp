// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/dropped_files.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace cadastre {

namespace {

struct DropWords
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::DroppedFiles)
};

bool isWorkspace(const QString& path)
{
    return path.endsWith(QLatin1String(".cadastre"), Qt::CaseInsensitive);
}

} // namespace

DroppedFiles droppedFiles(const QMimeData& data, bool somethingOpen)
{
    DroppedFiles dropped;
    const QList<QUrl> urls = data.urls();
    for (const QUrl& url : urls) {
        if (url.isLocalFile())
            dropped.paths << url.toLocalFile();
    }
    if (dropped.paths.isEmpty())
        return dropped;
    const auto workspace = std::ranges::find_if(dropped.paths, isWorkspace);
    if (workspace != dropped.paths.end()) {
        dropped.paths = {*workspace};
        dropped.sentence =
            somethingOpen ? DropWords::tr("Drop to open the workspace %1 in place of what is open")
                          : DropWords::tr("Drop to open the workspace %1");
    } else if (somethingOpen) {
        dropped.mode = OpenMode::Add;
        dropped.sentence = dropped.paths.size() == 1
                               ? DropWords::tr("Drop to add %1 to what is open")
                               : DropWords::tr("Drop to add %n files to what is open", nullptr,
                                               static_cast<int>(dropped.paths.size()));
    } else {
        dropped.sentence = dropped.paths.size() == 1
                               ? DropWords::tr("Drop to open %1")
                               : DropWords::tr("Drop to open %n files side by side", nullptr,
                                               static_cast<int>(dropped.paths.size()));
    }
    if (dropped.paths.size() == 1)
        dropped.sentence = dropped.sentence.arg(QFileInfo(dropped.paths.first()).fileName());
    return dropped;
}

} // namespace cadastre

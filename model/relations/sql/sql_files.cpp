// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/relations/sql/sql_files.h"

#include <QDirIterator>
#include <QFile>
#include <QStringDecoder>

#include <algorithm>

namespace cadastre {

namespace {

QStringList sqlFilesBelow(const QString& folder)
{
    QDirIterator it(folder, {QStringLiteral("*.sql")}, QDir::Files | QDir::Readable,
                    QDirIterator::Subdirectories);
    const QDir root(folder);
    QStringList paths;
    while (it.hasNext())
        paths << root.relativeFilePath(it.next());
    std::ranges::sort(paths);
    return paths;
}

QString decodedSql(const QByteArray& bytes)
{
    const auto encoding = QStringConverter::encodingForData(bytes);
    QStringDecoder decoder(encoding.value_or(QStringConverter::Utf8),
                           QStringConverter::Flag::Stateless);
    QString text = decoder.decode(bytes);
    return decoder.hasError() ? QString::fromLatin1(bytes) : text;
}

QString mebibytes(qint64 bytes)
{
    return QStringLiteral("%1 MiB").arg(bytes / (1024 * 1024));
}

} // namespace

Result<SqlFiles> readSqlFiles(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error{QStringLiteral("There is no folder %1.").arg(path), {}};
    const QDir root = info.isDir() ? QDir(path) : info.dir();
    const QStringList names = info.isDir() ? sqlFilesBelow(path) : QStringList(info.fileName());
    if (names.isEmpty())
        return Error{QStringLiteral("There is no *.sql file in %1 or below it.").arg(path), {}};
    SqlFiles files;
    qint64 total = 0;
    for (const QString& name : names) {
        QFile file(root.filePath(name));
        const qint64 size = file.size();
        if (size > largestSqlFile) {
            files.skipped.push_back(
                {name,
                 QStringLiteral("The file is larger than %1.").arg(mebibytes(largestSqlFile))});
        } else if (total + size > largestSqlTotal) {
            files.skipped.push_back({name, QStringLiteral("The files before it are %1 together.")
                                               .arg(mebibytes(largestSqlTotal))});
        } else if (!file.open(QIODevice::ReadOnly)) {
            files.skipped.push_back(
                {name, QStringLiteral("The file cannot be read: %1.").arg(file.errorString())});
        } else {
            total += size;
            SqlText text;
            text.text = decodedSql(file.readAll());
            text.placeName = name;
            files.texts.push_back(std::move(text));
        }
    }
    return files;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/sql_texts.h"

#include <QDir>
#include <QFile>

#include <optional>

namespace cadastre {

namespace {

QString folderOf(const QString& dialect)
{
    return QStringLiteral(":/sql/") + dialect;
}

/// The version in `NAME[.MAJOR[.MINOR]].sql` as a version number; 0 without one, absent when the
/// file is not a text of `name`.
std::optional<int> versionOf(const QString& file, const QString& name)
{
    QStringList parts = file.split(QLatin1Char('.'));
    if (parts.size() < 2 || parts.size() > 4 || parts.first() != name)
        return std::nullopt;
    int version = 0;
    for (int i = 1, unit = 10000; i < parts.size() - 1; ++i, unit /= 100) {
        bool isNumber = false;
        version += parts.at(i).toInt(&isNumber) * unit;
        if (!isNumber)
            return std::nullopt;
    }
    return version;
}

} // namespace

QString sqlTextFile(const QString& dialect, const QString& name, int versionNumber)
{
    QString best;
    int bestVersion = -1;
    const QStringList files =
        QDir(folderOf(dialect)).entryList({name + QStringLiteral("*.sql")}, QDir::Files);
    for (const QString& file : files) {
        const std::optional<int> version = versionOf(file, name);
        if (!version || *version > versionNumber || *version <= bestVersion)
            continue;
        best = file;
        bestVersion = *version;
    }
    return best;
}

QByteArray sqlText(const QString& dialect, const QString& name, int versionNumber)
{
    const QString file = sqlTextFile(dialect, name, versionNumber);
    QFile text(folderOf(dialect) + QLatin1Char('/') + file);
    const bool found = !file.isEmpty() && text.open(QIODevice::ReadOnly);
    Q_ASSERT_X(found, "sqlText", qPrintable(dialect + QLatin1Char('/') + name));
    return found ? text.readAll() : QByteArray();
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/database_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <array>
#include <bitset>

namespace cadastre {

namespace {

constexpr int sampleBytes = 65536;
constexpr int randomnessBytes = 4096;
constexpr int smallestPage = 512;

Error fileError(const QString& sentence, const QString& path)
{
    return {sentence.arg(QDir::toNativeSeparators(path)), {}};
}

/// Encrypted SQLite files have no header and look like noise from the first byte, in whole pages.
bool looksEncrypted(const QByteArray& start, qint64 size)
{
    static constexpr std::array<const char*, 5> archives{"\x1f\x8b", "PK", "BZh",
                                                         "\xfd"
                                                         "7zXZ",
                                                         "\x28\xb5\x2f\xfd"};
    const bool isArchive = std::ranges::any_of(
        archives, [&start](const char* magic) { return start.startsWith(magic); });
    if (isArchive || size % smallestPage != 0 || start.size() < 2 * smallestPage)
        return false;
    std::bitset<256> seen;
    const qsizetype looked = std::min<qsizetype>(start.size(), randomnessBytes);
    for (const char c : start.first(looked))
        seen.set(static_cast<unsigned char>(c));
    return seen.count() > 230;
}

std::optional<AddressKind> ownFormat(const QByteArray& start)
{
    if (!start.trimmed().startsWith('{'))
        return std::nullopt;
    static const QRegularExpression format(
        QStringLiteral("\"format\"\\s*:\\s*\"cadastre-(catalog|workspace)\""));
    const QRegularExpressionMatch match = format.match(QString::fromLatin1(start));
    if (!match.hasMatch())
        return std::nullopt;
    return match.captured(1) == QLatin1String("catalog") ? AddressKind::Snapshot
                                                         : AddressKind::Workspace;
}

Result<AddressKind> kindOfContent(const QByteArray& start, qint64 size, const QString& path)
{
    static constexpr QByteArrayView sqliteHeader("SQLite format 3\0", 16);
    if (start.startsWith(sqliteHeader))
        return AddressKind::Sqlite;
    if (const auto own = ownFormat(start))
        return *own;
    if (sqliteHeader.startsWith(start))
        return fileError(QStringLiteral("%1 is cut off: it begins like an SQLite database and ends "
                                        "within the first 16 bytes."),
                         path);
    if (looksEncrypted(start, size))
        return fileError(QStringLiteral("%1 has no SQLite header and looks encrypted: Cadastre "
                                        "reads plain SQLite files only, so decrypt a copy first."),
                         path);
    return fileError(QStringLiteral("%1 is not a database: it is neither an SQLite file nor a "
                                    "snapshot or workspace of Cadastre."),
                     path);
}

} // namespace

Result<AddressKind> databaseFileKind(const QString& path)
{
    const QFileInfo info(path);
    if (info.isSymLink() && !info.exists())
        return fileError(QStringLiteral("%1 is a link to a file that does not exist."), path);
    if (!info.exists())
        return fileError(QStringLiteral("%1 does not exist (and was not created)."), path);
    if (info.isDir())
        return fileError(QStringLiteral("%1 is a folder, not a database file."), path);
    if (!info.isFile())
        return fileError(QStringLiteral("%1 is not a regular file."), path);
    if (info.size() == 0)
        return fileError(QStringLiteral("%1 is empty: there is no database in it."), path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileError(QStringLiteral("%1 cannot be opened: %2.")
                             .arg(QStringLiteral("%1"), file.errorString()),
                         path);
    return kindOfContent(file.read(sampleBytes), info.size(), path);
}

} // namespace cadastre

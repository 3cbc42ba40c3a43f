// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reads lines of a pattern and its owners, as GitHub's CODEOWNERS has them for files: the last
// matching line counts, one without owners takes them away; see owner_import_parts.h.
#include "model/boundaries/import/owner_import_parts.h"

namespace cadastre {

namespace {

/// Words of a line; a blank behind a backslash and blanks in double quotes belong to a word, `#`
/// at the start of one begins a comment.
QStringList ownerLineWords(const QString& line)
{
    QStringList words;
    QString word;
    bool isQuoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == QLatin1Char('#') && word.isEmpty() && !isQuoted)
            break;
        if (c == QLatin1Char('\\') && !isQuoted && i + 1 < line.size()) {
            word += line[++i];
        } else if (c.isSpace() && !isQuoted) {
            if (!word.isEmpty())
                words << word;
            word.clear();
        } else {
            isQuoted = isQuoted != (c == QLatin1Char('"'));
            word += c;
        }
    }
    if (!word.isEmpty())
        words << word;
    return words;
}

QString ownerWithoutSign(const QString& owner)
{
    return owner.startsWith(QLatin1Char('@')) ? owner.sliced(1) : owner;
}

} // namespace

Result<OwnerSheet> readCodeOwners(const QString& text, const QString& fileName)
{
    OwnerSheet sheet;
    sheet.lastCounts = true;
    int line = 0;
    for (const QString& content : text.split(QLatin1Char('\n'))) {
        ++line;
        const QStringList words = ownerLineWords(content);
        if (words.isEmpty())
            continue;
        const QString& pattern = words.first();
        if (pattern.startsWith(QLatin1Char('[')) || pattern.startsWith(QLatin1Char('^')))
            return ownerFileError(
                fileName, line, QStringLiteral("a section, which is not understood; take it out,"));
        if (pattern.startsWith(QLatin1Char('!')))
            return ownerFileError(
                fileName, line,
                QStringLiteral("an exception, which owner files do not have; write the pattern "
                               "without an owner below instead,"));
        const QString owner = ownerWithoutSign(words.value(1));
        sheet.statements.push_back({line, pattern, owner, false});
        if (!owner.isEmpty())
            sheet.described[owner].owner = owner;
        if (words.size() > 2)
            sheet.notes << QStringLiteral("Line %1: %2 has %3 owners; the first one, %4, counts.")
                               .arg(line)
                               .arg(pattern)
                               .arg(words.size() - 1)
                               .arg(owner);
    }
    return sheet;
}

} // namespace cadastre

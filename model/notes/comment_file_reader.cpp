// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Moving through the text, words and names; literals and arguments are in
// comment_file_literals.cpp.
// Source: scan.l and psqlscan.l of PostgreSQL 15 (blanks, names, folding, ends of lines).
#include "model/notes/comment_file_reader.h"

namespace cadastre {

namespace {

bool isNameStart(QChar c)
{
    return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) ||
           (c >= QLatin1Char('A') && c <= QLatin1Char('Z')) || c == QLatin1Char('_') ||
           c.unicode() >= 0x80;
}

bool isNamePart(QChar c)
{
    return isNameStart(c) || (c >= QLatin1Char('0') && c <= QLatin1Char('9')) ||
           c == QLatin1Char('$');
}

bool isLineEnd(QChar c)
{
    return c == QLatin1Char('\n') || c == QLatin1Char('\r');
}

/// Only the letters that SQL folds.
QString foldedName(QStringView name)
{
    QString folded;
    folded.reserve(name.size());
    for (const QChar c : name)
        folded += c >= QLatin1Char('A') && c <= QLatin1Char('Z') ? c.toLower() : c;
    return folded;
}

} // namespace

bool isSqlBlank(QChar character)
{
    return character == QLatin1Char(' ') || (character.unicode() >= 9 && character.unicode() <= 13);
}

QChar CommentFileReader::peek(qsizetype ahead) const
{
    return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar(0);
}

bool CommentFileReader::startsWith(QLatin1String text) const
{
    return m_text.sliced(qMin(m_at, m_text.size())).startsWith(text);
}

bool CommentFileReader::isAtLineStart() const
{
    return m_at == 0 || isLineEnd(m_text[m_at - 1]);
}

void CommentFileReader::skipBlanks()
{
    while (!atEnd() && isSqlBlank(m_text[m_at]))
        ++m_at;
}

QStringView CommentFileReader::takeRestOfLine()
{
    const qsizetype start = m_at;
    while (!atEnd() && !isLineEnd(m_text[m_at]))
        ++m_at;
    return m_text.sliced(start, m_at - start);
}

bool CommentFileReader::acceptLineEnd()
{
    if (peek() == QLatin1Char('\r') && peek(1) == QLatin1Char('\n')) {
        m_at += 2;
        return true;
    }
    if (atEnd() || !isLineEnd(m_text[m_at]))
        return false;
    ++m_at;
    return true;
}

bool CommentFileReader::accept(char character)
{
    skipBlanks();
    if (peek() != QLatin1Char(character))
        return false;
    ++m_at;
    return true;
}

QString CommentFileReader::peekWord() const
{
    qsizetype start = m_at;
    while (start < m_text.size() && isSqlBlank(m_text[start]))
        ++start;
    qsizetype end = start;
    while (end < m_text.size() && (end == start ? isNameStart : isNamePart)(m_text[end]))
        ++end;
    return m_text.sliced(start, end - start).toString().toUpper();
}

bool CommentFileReader::acceptWords(QLatin1String words)
{
    const qsizetype start = m_at;
    for (const QString& word : QString(words).split(QLatin1Char(' '))) {
        if (peekWord() != word) {
            m_at = start;
            return false;
        }
        skipBlanks();
        m_at += word.size();
    }
    return true;
}

Result<QString> CommentFileReader::takeName()
{
    skipBlanks();
    if (peek() == QLatin1Char('"')) {
        const qsizetype start = m_at;
        Result<QString> name = takeQuoted(QLatin1Char('"'), QStringLiteral("name"));
        if (name && name->isEmpty())
            return error(start, QStringLiteral("a name cannot be empty."));
        return name;
    }
    if (!isNameStart(peek()))
        return unexpected(QStringLiteral("a name"));
    const qsizetype start = m_at;
    while (!atEnd() && isNamePart(m_text[m_at]))
        ++m_at;
    const QStringView name = m_text.sliced(start, m_at - start);
    if (name.compare(QLatin1Char('u'), Qt::CaseInsensitive) == 0 &&
        startsWith(QLatin1String("&\"")))
        return error(start, QStringLiteral("names are plain or in \"double quotes\" here, not "
                                           "U&\"...\"."));
    return foldedName(name);
}

Result<QStringList> CommentFileReader::takePath()
{
    QStringList path;
    do {
        const Result<QString> name = takeName();
        if (!name)
            return name.error();
        path << *name;
    } while (accept('.'));
    return path;
}

Error CommentFileReader::unexpected(const QString& wanted) const
{
    if (atEnd())
        return error(QStringLiteral("the file ends where %1 should stand.").arg(wanted));
    if (startsWith(QLatin1String("--")) || startsWith(QLatin1String("/*")))
        return error(QStringLiteral("%1 should stand here; comments go between statements, each "
                                    "behind --.")
                         .arg(wanted));
    const QString word = peekWord();
    return error(QStringLiteral("%1 should stand here, not %2.")
                     .arg(wanted, isSqlBlank(peek()) || word.isEmpty() ? QString(peek()) : word));
}

Error CommentFileReader::error(qsizetype position, const QString& message) const
{
    const Place place = placeOf(position);
    return {QStringLiteral("Line %1, column %2: %3").arg(place.line).arg(place.column).arg(message),
            {}};
}

CommentFileReader::Place CommentFileReader::placeOf(qsizetype position) const
{
    position = qMin(position, m_text.size());
    if (position < m_lineStart) {
        m_lineStart = 0;
        m_line = 1;
    }
    for (qsizetype i = m_lineStart; i < position; ++i) {
        const bool isPair = m_text[i] == QLatin1Char('\r') && i + 1 < m_text.size() &&
                            m_text[i + 1] == QLatin1Char('\n');
        if (isLineEnd(m_text[i]) && !isPair) {
            m_lineStart = i + 1;
            ++m_line;
        }
    }
    int column = 1;
    for (qsizetype i = m_lineStart; i < position; ++i)
        column += m_text[i].isLowSurrogate() ? 0 : 1;
    return {m_line, column};
}

} // namespace cadastre

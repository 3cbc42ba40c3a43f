// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A position in the text of a comment file and the tokens that can stand there: words, names,
// literals, argument lists. Which tokens make a statement is in comment_file_parse.cpp.
#pragma once

#include "model/result.h"

#include <QStringList>

namespace cadastre {

class CommentFileReader
{
public:
    explicit CommentFileReader(QStringView text)
        : m_text(text)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] qsizetype position() const { return m_at; }
    void setPosition(qsizetype position) { m_at = position; }
    [[nodiscard]] QStringView text() const { return m_text; }
    /// 0 at the end and behind it.
    [[nodiscard]] QChar peek(qsizetype ahead = 0) const;
    [[nodiscard]] bool startsWith(QLatin1String text) const;
    [[nodiscard]] bool isAtLineStart() const;

    void skipBlanks(); ///< line ends, too
    /// From here to the end of the line, without it; stands on the line end afterwards.
    QStringView takeRestOfLine();
    /// Steps over one line end (LF, CR LF, CR) if that is next.
    bool acceptLineEnd();
    /// Steps over the character when it is next, behind blanks.
    bool accept(char character);

    /// The unquoted word that is next, behind blanks, in upper case; empty for none. Does not move.
    [[nodiscard]] QString peekWord() const;
    /// Steps over the word, or over several with blanks between them, when they are next.
    bool acceptWords(QLatin1String words);

    /// A name as SQL means it: folded to lower case, or in double quotes.
    Result<QString> takeName();
    /// Names with dots between them.
    Result<QStringList> takePath();
    /// `'..'` or `E'..'`.
    Result<QString> takeLiteral();
    /// What stands in the parentheses that are next, in one form: words in lower case, one blank
    /// where one is needed, none around commas.
    Result<QString> takeArguments();

    /// "Line 3, column 12: MESSAGE", both counted from 1, columns in characters.
    [[nodiscard]] Error error(qsizetype position, const QString& message) const;
    [[nodiscard]] Error error(const QString& message) const { return error(m_at, message); }
    struct Place
    {
        int line = 1;
        int column = 1;
    };
    /// Cheap when asked for growing positions.
    [[nodiscard]] Place placeOf(qsizetype position) const;

private:
    [[nodiscard]] Error unexpected(const QString& wanted) const;
    Result<QString> takeQuoted(QChar quote, const QString& what);
    Result<QString> takeEscaped();
    Result<QString> takeEscape();
    Result<char32_t> takeCodePoint(int digits);
    Result<QString> takeArgumentToken();

    QStringView m_text;
    qsizetype m_at = 0;
    mutable qsizetype m_lineStart = 0; ///< of the line that placeOf() answered last
    mutable int m_line = 1;
};

/// `integer,text` for `INTEGER , text`; fails for what is no list of types.
Result<QString> commentArguments(const QString& written);

/// Any kind of line end or blank that SQL knows.
bool isSqlBlank(QChar character);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Literals and the argument lists of routines; see comment_file_reader.h.
#include "model/notes/comment_file_reader.h"

#include <utility>

namespace cadastre {

namespace {

constexpr char32_t lastCodePoint = 0x10ffff;

bool isNoCharacter(char32_t code)
{
    return code == 0 || code > lastCodePoint || QChar::isSurrogate(code);
}

bool isArgumentWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('$') ||
           c == QLatin1Char('%') || c == QLatin1Char('*') || c.unicode() >= 0x80;
}

bool isOneOfCharacters(QChar c, const char* characters)
{
    return c.unicode() != 0 && QLatin1String(characters).contains(c);
}

/// Whether tokens that met without a blank would be read as one.
bool wantsBlank(const QString& before, const QString& after)
{
    const auto endsWord = [](QChar c) {
        return isArgumentWordPart(c) || c == QLatin1Char('"') || isOneOfCharacters(c, ")]'");
    };
    const auto startsWord = [](QChar c) {
        return isArgumentWordPart(c) || c == QLatin1Char('"') || c == QLatin1Char('\'');
    };
    return !before.isEmpty() && endsWord(before.back()) && startsWord(after.front());
}

} // namespace

/// From the quote that is next to the one that closes it; a doubled one stands for one.
Result<QString> CommentFileReader::takeQuoted(QChar quote, const QString& what)
{
    const qsizetype start = m_at++;
    QString inner;
    while (!atEnd()) {
        const QChar c = m_text[m_at++];
        if (c.isNull())
            return error(m_at - 1, QStringLiteral("a %1 cannot contain NUL.").arg(what));
        if (c != quote) {
            inner += c;
        } else if (peek() == quote) {
            inner += quote;
            ++m_at;
        } else {
            return inner;
        }
    }
    return error(start, QStringLiteral("this %1 is not closed.").arg(what));
}

Result<QString> CommentFileReader::takeLiteral()
{
    skipBlanks();
    if (peek() == QLatin1Char('\''))
        return takeQuoted(QLatin1Char('\''), QStringLiteral("text"));
    const bool isEscaped =
        (peek() == QLatin1Char('E') || peek() == QLatin1Char('e')) && peek(1) == QLatin1Char('\'');
    if (isEscaped)
        return takeEscaped();
    if (peek() == QLatin1Char('$'))
        return error(QStringLiteral("texts stand in '...' or E'...' here, not between dollars."));
    return unexpected(QStringLiteral("a text ('...' or E'...') or NULL"));
}

Result<QString> CommentFileReader::takeEscaped()
{
    const qsizetype start = m_at;
    m_at += 2;
    QString inner;
    while (!atEnd()) {
        const QChar c = peek();
        if (c.isNull())
            return error(QStringLiteral("a text cannot contain NUL."));
        if (c == QLatin1Char('\\')) {
            const Result<QString> character = takeEscape();
            if (!character)
                return character;
            inner += *character;
            continue;
        }
        ++m_at;
        if (c != QLatin1Char('\'')) {
            inner += c;
        } else if (peek() == QLatin1Char('\'')) {
            inner += c;
            ++m_at;
        } else {
            return inner;
        }
    }
    return error(start, QStringLiteral("this text is not closed."));
}

Result<QString> CommentFileReader::takeEscape()
{
    static constexpr std::pair<char, char> plain[]{{'\\', '\\'}, {'\'', '\''}, {'n', '\n'},
                                                   {'r', '\r'},  {'t', '\t'},  {'b', '\b'},
                                                   {'f', '\f'}};
    const qsizetype start = m_at++;
    const QChar c = peek();
    ++m_at;
    for (const auto& [written, meant] : plain) {
        if (c == QLatin1Char(written))
            return QString(QLatin1Char(meant));
    }
    const bool isCode = c == QLatin1Char('u') || c == QLatin1Char('U');
    if (!isCode)
        return error(start, QStringLiteral("the escapes of E'...' are \\\\ \\' \\n \\r \\t \\b \\f "
                                           "\\uXXXX \\UXXXXXXXX."));
    Result<char32_t> code = takeCodePoint(c == QLatin1Char('u') ? 4 : 8);
    if (!code)
        return code.error();
    if (QChar::isHighSurrogate(*code) && startsWith(QLatin1String("\\u"))) {
        m_at += 2;
        const Result<char32_t> low = takeCodePoint(4);
        if (!low)
            return low.error();
        if (QChar::isLowSurrogate(*low))
            code =
                QChar::surrogateToUcs4(static_cast<char16_t>(*code), static_cast<char16_t>(*low));
    }
    if (isNoCharacter(*code))
        return error(start, QStringLiteral("this escape is no character."));
    const char32_t character = *code;
    return QString::fromUcs4(&character, 1);
}

Result<char32_t> CommentFileReader::takeCodePoint(int digits)
{
    bool isNumber = m_at + digits <= m_text.size();
    char32_t code = 0;
    for (int i = 0; isNumber && i < digits; ++i) {
        const qsizetype digit = QLatin1String("0123456789abcdef").indexOf(peek(i).toLower());
        isNumber = digit >= 0;
        code = code * 16 + static_cast<char32_t>(digit);
    }
    if (!isNumber)
        return error(QStringLiteral("%1 digits from 0 to f should stand here.").arg(digits));
    m_at += digits;
    return code;
}

/// One word, quoted name, literal or symbol of a list of types.
Result<QString> CommentFileReader::takeArgumentToken()
{
    const qsizetype start = m_at;
    for (const char quote : {'"', '\''}) {
        if (peek() != QLatin1Char(quote))
            continue;
        const Result<QString> quoted = takeQuoted(QLatin1Char(quote), QStringLiteral("name"));
        return quoted ? m_text.sliced(start, m_at - start).toString() : quoted;
    }
    if (isOneOfCharacters(peek(), ",.[]()")) {
        ++m_at;
        return QString(m_text[start]);
    }
    while (!atEnd() && isArgumentWordPart(m_text[m_at]))
        ++m_at;
    if (m_at == start)
        return unexpected(QStringLiteral("the type of an argument or )"));
    return m_text.sliced(start, m_at - start).toString().toLower();
}

Result<QString> CommentFileReader::takeArguments()
{
    const qsizetype start = m_at;
    if (!accept('('))
        return error(QStringLiteral("a routine needs the types of its arguments in parentheses: "
                                    "f(integer, text)."));
    QString arguments;
    for (int depth = 1;;) {
        skipBlanks();
        if (atEnd())
            return error(start, QStringLiteral("this parenthesis is not closed."));
        const Result<QString> token = takeArgumentToken();
        if (!token)
            return token;
        depth += *token == QLatin1String("(") ? 1 : 0;
        depth -= *token == QLatin1String(")") ? 1 : 0;
        if (depth == 0)
            return arguments;
        if (wantsBlank(arguments, *token))
            arguments += QLatin1Char(' ');
        arguments += *token;
    }
}

Result<QString> commentArguments(const QString& written)
{
    const QString text = QLatin1Char('(') + written + QLatin1Char(')');
    CommentFileReader reader(text);
    Result<QString> arguments = reader.takeArguments();
    if (arguments && !reader.atEnd())
        return reader.error(QStringLiteral("the argument types end here already."));
    return arguments;
}

} // namespace cadastre

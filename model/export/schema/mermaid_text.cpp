// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Escapes of Mermaid's entity relationship diagrams. Source: the lexer erDiagram.jison and the
// preprocessing (comments, directives, `#..;` codes) of Mermaid 10 and 11.
#include "model/export/schema/mermaid.h"

#include "model/export/single_line.h"

#include <QRegularExpression>

namespace cadastre {

namespace {

/// Mermaid's own codes are decoded after its markup was read.
QString mermaidCode(QChar character)
{
    return QStringLiteral("#%1;").arg(character.unicode());
}

/// What is markup to Mermaid, to its Markdown or to the page that it stands on.
bool isMermaidMarkup(QChar character)
{
    static const QString markup = QStringLiteral("\"#<>&~*`\\%");
    return markup.contains(character);
}

/// An underscore inside a word is itself; elsewhere it is emphasis.
bool isBetweenWords(const QString& text, qsizetype at)
{
    const bool joins = at > 0 && at + 1 < text.size() && text[at - 1].isLetterOrNumber() &&
                       text[at + 1].isLetterOrNumber();
    return !joins;
}

} // namespace

QString mermaidText(const QString& text)
{
    const QString line = asSingleLine(text);
    QString escaped;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        const bool isLone =
            c.isSurrogate() &&
            !(c.isHighSurrogate() && i + 1 < line.size() && line[i + 1].isLowSurrogate()) &&
            !(c.isLowSurrogate() && i > 0 && line[i - 1].isHighSurrogate());
        const bool isEmphasis = c == QLatin1Char('_') && isBetweenWords(line, i);
        if (isLone)
            escaped += QChar(QChar::ReplacementCharacter);
        else if (isMermaidMarkup(c) || isEmphasis)
            escaped += mermaidCode(c);
        else
            escaped += c;
    }
    // the lexer looks for a direction anywhere on a line, and for styles with codes in them
    static const QRegularExpression direction(QStringLiteral("(direction\\s+)(TB|BT|RL|LR)"),
                                              QRegularExpression::CaseInsensitiveOption);
    escaped.replace(direction, QStringLiteral("\\1\u2060\\2"));
    static const QRegularExpression style(QStringLiteral("(styl|classDe)(e|f)"),
                                          QRegularExpression::CaseInsensitiveOption);
    if (escaped.contains(QLatin1Char('#')))
        escaped.replace(style, QStringLiteral("\\1\u2060\\2"));
    return escaped.trimmed().isEmpty() ? QStringLiteral("\u2423") : escaped;
}

QString mermaidWord(const QString& text)
{
    static const QString plain = QStringLiteral("-_[]()");
    QString word;
    for (const QChar c : text) {
        const bool isAscii = c.unicode() < 0x80;
        const bool isTaken = isAscii ? c.isLetterOrNumber() || plain.contains(c)
                                     : c.unicode() >= 0xc0 && (c.isLetterOrNumber() || c.isMark());
        word += isTaken ? c : QLatin1Char('_');
    }
    static const QRegularExpression key(QStringLiteral("\\A(PK|FK|UK)(?![A-Za-z0-9_])"),
                                        QRegularExpression::CaseInsensitiveOption);
    const bool begins = !word.isEmpty() && (word.front().isLetter() || word.front() == u'_');
    if (!begins || key.match(word).hasMatch())
        word.prepend(QLatin1Char('_'));
    return word;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "tests/support/random_comments.h"

#include <QStringList>

#include <algorithm>

namespace cadastre::test {

namespace {

/// What breaks out of somebody's quoting, somewhere.
const QStringList& breakers()
{
    static const QStringList pieces{
        QStringLiteral("'"),
        QStringLiteral("''"),
        QStringLiteral("\""),
        QStringLiteral("`"),
        QStringLiteral("\\"),
        QStringLiteral("\\'"),
        QStringLiteral("\\\\'"),
        QStringLiteral("\n"),
        QStringLiteral("\r\n"),
        QStringLiteral("\r"),
        QStringLiteral("\t"),
        QStringLiteral(" "),
        QStringLiteral("$$"),
        QStringLiteral("$q$"),
        QStringLiteral("*/"),
        QStringLiteral("/*!"),
        QStringLiteral("-- "),
        QStringLiteral("#"),
        QStringLiteral(";"),
        QStringLiteral("%"),
        QStringLiteral("%1"),
        QStringLiteral("?"),
        QStringLiteral("$1"),
        QStringLiteral(":x"),
        QStringLiteral("."),
        QStringLiteral("@"),
        QStringLiteral("\\n"),
        QStringLiteral("\\u0041"),
        QStringLiteral("E'"),
        QStringLiteral("U&'"),
        QStringLiteral("'; DROP TABLE hostage; --"),
        QStringLiteral("\"; DROP TABLE hostage; --"),
        QStringLiteral("`; DROP TABLE hostage; -- "),
        QStringLiteral("\\'; DROP TABLE hostage; -- "),
        QStringLiteral(" COMMENT 'x'"),
        QStringLiteral(" IS NULL;"),
        QStringLiteral("-- was: 'x'\n"),
        QStringLiteral("\n-- was: NULL\nCOMMENT ON TABLE hostage IS 'taken';\n"),
        QStringLiteral("<b>&amp;"),
        QStringLiteral("NULL"),
        QString(QChar(0x7f)),
        QString(QChar(0x1)),
        QString(QChar(0x1b)),
        QString(QChar(0xa0)),
        QString(QChar(0x85)),
        QString(QChar(0x2028)),
        QString(QChar(0x202e)),
        QString(QChar(0x200b)),
        QString(QChar(0xfeff)),
        QString(QChar(0xfffe)),
        QString(QChar(0xffff)),
        QString(QChar(0xfffd)),
        QString(QChar(0x2019)),
        QString(QChar(0x2bc)),
        QString(QChar(0x301)),
    };
    return pieces;
}

bool isBasicPlane(const QString& text)
{
    return std::ranges::none_of(text, [](QChar c) { return c.isSurrogate(); });
}

qsizetype codePointsOf(const QString& text)
{
    return text.size() - std::ranges::count_if(text, [](QChar c) { return c.isLowSurrogate(); });
}

QString firstCodePoints(const QString& text, qsizetype count)
{
    qsizetype end = 0;
    for (; count > 0 && end < text.size(); --count)
        end += text[end].isHighSurrogate() ? 2 : 1;
    return text.first(end);
}

} // namespace

QString RandomComments::codePoint(bool basicPlaneOnly)
{
    const char32_t below = basicPlaneOnly ? 0x10000 : 0x110000;
    char32_t code = 0;
    while (code == 0 || (code >= 0xd800 && code < 0xe000))
        code = m_random.bounded(static_cast<quint32>(below));
    return QString::fromUcs4(&code, 1);
}

QString RandomComments::piece(bool basicPlaneOnly)
{
    static const QString letters = QStringLiteral("abcdefghij KLMNOP 0123456789 _,.");
    switch (number(8)) {
    case 0:
    case 1:
    case 2:
        return breakers()[number(static_cast<int>(breakers().size()))];
    case 3:
        return codePoint(basicPlaneOnly);
    case 4: {
        const char32_t latin = 0xa1 + m_random.bounded(0x24f - 0xa1);
        return QString::fromUcs4(&latin, 1);
    }
    default: {
        QString word;
        for (int i = number(9); i >= 0; --i)
            word += letters[number(static_cast<int>(letters.size()))];
        return word;
    }
    }
}

QString RandomComments::text(const RandomTextRules& rules)
{
    const int length = number(rules.longest + 1);
    if (length == 0)
        return rules.mayBeEmpty ? QString() : QStringLiteral("x");
    QString text = textOfLength(length, rules);
    const QString note = QStringLiteral("\n@owner billing\n@values 0=no, 1='yes\\\\'");
    if (number(12) == 0 && codePointsOf(text) + note.size() <= rules.longest)
        text += note;
    return text;
}

QString RandomComments::textOfLength(int codePoints, const RandomTextRules& rules)
{
    QString text;
    qsizetype length = 0;
    while (length < codePoints) {
        const QString next = piece(rules.basicPlaneOnly);
        text += next;
        length += codePointsOf(next);
    }
    return firstCodePoints(text, codePoints);
}

QString RandomComments::name(const RandomNameRules& rules)
{
    const QString number = QStringLiteral("n%1").arg(++m_names);
    QString name;
    for (int tries = this->number(12); tries >= 0; --tries) {
        QString next = piece(rules.basicPlaneOnly);
        if (!rules.newlines)
            next.remove(QLatin1Char('\n')).remove(QLatin1Char('\r'));
        const bool fits = (name + next + number).toUtf8().size() <= rules.longestBytes;
        if (fits && (!rules.basicPlaneOnly || isBasicPlane(next)))
            name += next;
    }
    return name + number;
}

} // namespace cadastre::test

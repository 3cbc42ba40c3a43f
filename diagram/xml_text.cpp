// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/xml_text.h"

#include <cmath>

namespace cadastre {

namespace {

QString escaped(QChar character)
{
    switch (character.unicode()) {
    case u'&':
        return QStringLiteral("&amp;");
    case u'<':
        return QStringLiteral("&lt;");
    case u'>':
        return QStringLiteral("&gt;");
    case u'"':
        return QStringLiteral("&quot;");
    case u'\'':
        return QStringLiteral("&#39;");
    case u'\n':
        return QStringLiteral("&#10;");
    case u'\t':
        return QStringLiteral("&#9;");
    case 0x7f:
        return QString(QChar(0x2421));
    case 0xfffe:
    case 0xffff:
        return QString(QChar::ReplacementCharacter);
    default:
        return QString(character.unicode() < 0x20 ? QChar(0x2400 + character.unicode())
                                                  : character);
    }
}

} // namespace

QByteArray xmlText(const QString& text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar character = text[i];
        if (!character.isSurrogate()) {
            result += escaped(character);
        } else if (character.isHighSurrogate() && i + 1 < text.size() &&
                   text[i + 1].isLowSurrogate()) {
            result += character;
            result += text[++i];
        } else {
            result += QChar(QChar::ReplacementCharacter);
        }
    }
    return result.toUtf8();
}

QByteArray svgNumber(double value)
{
    const double rounded = std::round(value * 100) / 100;
    QByteArray text = QByteArray::number(rounded == 0 ? 0.0 : rounded, 'f', 2);
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text;
}

QByteArray svgPoint(QPointF point)
{
    return svgNumber(point.x()) + ',' + svgNumber(point.y());
}

} // namespace cadastre

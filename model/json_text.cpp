// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Escaping for JSON; see the header.
#include "model/json_text.h"

#include <QString>

namespace cadastre {

namespace {

/// A byte order mark is one that readers would drop where a text begins with it.
bool needsEscape(QChar c)
{
    return c.unicode() < 0x20 || c == QLatin1Char('"') || c == QLatin1Char('\\') ||
           c == QChar::ByteOrderMark;
}

void appendEscaped(QByteArray& out, QChar c)
{
    if (c == QLatin1Char('"'))
        out += "\\\"";
    else if (c == QLatin1Char('\\'))
        out += "\\\\";
    else if (c == QLatin1Char('\n'))
        out += "\\n";
    else if (c == QLatin1Char('\t'))
        out += "\\t";
    else if (c == QLatin1Char('\r'))
        out += "\\r";
    else
        out += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
}

} // namespace

void appendJsonString(QByteArray& out, QStringView text)
{
    out += '"';
    qsizetype start = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool isPair =
            c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (isPair) {
            ++i;
        } else if (needsEscape(c) || c.isSurrogate()) {
            out += text.sliced(start, i - start).toUtf8();
            appendEscaped(out, c);
            start = i + 1;
        }
    }
    out += text.sliced(start).toUtf8();
    out += '"';
}

QByteArray jsonString(QStringView text)
{
    QByteArray result;
    appendJsonString(result, text);
    return result;
}

} // namespace cadastre

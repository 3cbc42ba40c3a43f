// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/shown_text.h"

#include <algorithm>

namespace cadastre {

namespace {

bool isReturnOfPair(const QString& text, qsizetype at)
{
    return text[at] == QLatin1Char('\r') && at + 1 < text.size() &&
           text[at + 1] == QLatin1Char('\n');
}

/// What editors make of a character: lines end in one way there.
QChar shownAs(QChar character)
{
    const bool endsLine = character == QLatin1Char('\r') || character == QChar(0x2029) ||
                          character == QChar(0xfdd0) || character == QChar(0xfdd1);
    return endsLine ? QChar(QLatin1Char('\n')) : character;
}

} // namespace

ShownText::ShownText(const QString& bytes)
    : m_bytes(bytes)
{
    m_shown.reserve(bytes.size());
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (!isReturnOfPair(bytes, i))
            m_shown += shownAs(bytes[i]);
    }
}

qsizetype ShownText::byteAt(qsizetype shownAt) const
{
    qsizetype at = 0;
    for (qsizetype seen = 0; seen < shownAt; ++seen)
        at += isReturnOfPair(m_bytes, at) ? 2 : 1;
    return at;
}

QString ShownText::with(const QString& typed, const QString& lineEnding) const
{
    const qsizetype shorter = std::min(m_shown.size(), typed.size());
    qsizetype head = 0;
    while (head < shorter && m_shown[head] == typed[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head &&
           m_shown[m_shown.size() - 1 - tail] == typed[typed.size() - 1 - tail])
        ++tail;
    QString inserted = typed.mid(head, typed.size() - head - tail);
    if (lineEnding != QLatin1String("\n"))
        inserted.replace(QLatin1Char('\n'), lineEnding);
    const qsizetype from = byteAt(head);
    const qsizetype to = byteAt(m_shown.size() - tail);
    return QString(m_bytes.first(from) + inserted + m_bytes.sliced(to));
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Decoding of one cell: bytes become text, numbers and truth values here and nowhere else.
#include "model/sql/connection.h"

#include <QByteArrayView>

#include <array>

namespace cadastre {

bool Cell::isDecodable() const
{
    return m_bytes.isValidUtf8();
}

QString Cell::text() const
{
    if (!isDecodable())
        return QString::fromLatin1(m_bytes);
    // which takes a U+FEFF in front for a byte order mark, and drops it
    QString text = QString::fromUtf8(m_bytes);
    if (m_bytes.startsWith(QByteArrayView("\xef\xbb\xbf")))
        text.prepend(QChar(QChar::ByteOrderMark));
    return text;
}

std::optional<QString> Cell::optionalText() const
{
    if (m_null)
        return std::nullopt;
    return text();
}

qint64 Cell::integer() const
{
    bool isNumber = false;
    const qint64 value = m_bytes.toLongLong(&isNumber);
    return isNumber ? value : static_cast<qint64>(real());
}

double Cell::real() const
{
    return m_bytes.toDouble();
}

bool Cell::boolean() const
{
    static constexpr std::array words{"t", "true", "1", "y", "yes", "on"};
    return std::ranges::any_of(words, [this](const char* word) {
        return m_bytes.compare(QByteArrayView(word), Qt::CaseInsensitive) == 0;
    });
}

} // namespace cadastre

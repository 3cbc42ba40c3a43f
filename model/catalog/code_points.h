// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Ordering of strings by Unicode code point: the order of every text format.
#pragma once

#include <QStringView>

#include <compare>

namespace cadastre {

/// Unlike QString's own order, which compares UTF-16 units and puts U+FF5E behind U+1F600.
inline std::strong_ordering compareCodePoints(QStringView a, QStringView b)
{
    const qsizetype length = std::min(a.size(), b.size());
    for (qsizetype i = 0; i < length; ++i) {
        const QChar x = a[i];
        const QChar y = b[i];
        if (x != y) {
            if (x.isSurrogate() != y.isSurrogate())
                return y.isSurrogate() ? std::strong_ordering::less : std::strong_ordering::greater;
            return x.unicode() <=> y.unicode();
        }
    }
    return a.size() <=> b.size();
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Escapes; see the header.
#include "model/export/markdown_text.h"

namespace cadastre {

QString markdownText(const QString& text)
{
    static const QString special = QStringLiteral("\\`*_{}[]<>#|~&");
    QString result;
    for (QChar c : text) {
        if (c == QLatin1Char('\n') || c == QLatin1Char('\r')) {
            result += QLatin1Char(' ');
            continue;
        }
        if (special.contains(c))
            result += QLatin1Char('\\');
        result += c;
    }
    return result;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One pass over a text; see the header.
#include "model/sql/verify/sql_template.h"

namespace cadastre {

namespace {

QByteArray withoutComments(const QByteArray& text)
{
    QByteArray kept;
    for (const QByteArray& line : text.split('\n')) {
        if (!line.startsWith("--") && !line.isEmpty())
            kept += line + '\n';
    }
    kept.chop(1);
    return kept;
}

} // namespace

QByteArray filledTemplate(const QByteArray& text, const TemplateValues& values)
{
    const QByteArray source = withoutComments(text);
    QByteArray filled;
    qsizetype at = 0;
    while (true) {
        const qsizetype open = source.indexOf('{', at);
        const qsizetype close = open < 0 ? -1 : source.indexOf('}', open);
        if (close < 0)
            return filled + source.sliced(at);
        const auto value = values.constFind(source.sliced(open + 1, close - open - 1));
        Q_ASSERT_X(value != values.constEnd(), "filledTemplate", source.constData());
        filled += source.sliced(at, open - at);
        if (value != values.constEnd())
            filled += value->toUtf8();
        at = close + 1;
    }
}

} // namespace cadastre

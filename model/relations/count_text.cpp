// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Digits without a locale; see the header.
#include "model/relations/count_text.h"

#include <cmath>

namespace cadastre {

namespace {

QString withOneDecimal(double value)
{
    QString text = QString::number(value, 'f', value < 9.95 ? 1 : 0);
    if (text.endsWith(QLatin1String(".0")))
        text.chop(2);
    return text;
}

} // namespace

QString groupedDigits(qint64 count)
{
    QString digits = QString::number(count);
    const qsizetype first = count < 0 ? 1 : 0;
    for (qsizetype at = digits.size() - 3; at > first; at -= 3)
        digits.insert(at, QLatin1Char(','));
    return digits;
}

QString approximateCount(double count)
{
    if (count >= 0.995e9)
        return withOneDecimal(count / 1e9) + QStringLiteral(" billion");
    if (count >= 0.995e6)
        return withOneDecimal(count / 1e6) + QStringLiteral(" million");
    double unit = 1;
    while (count / unit >= 100)
        unit *= 10;
    return groupedDigits(static_cast<qint64>(std::round(count / unit) * unit));
}

QString countedNoun(qint64 count, const QString& singular, const QString& plural)
{
    return QString(groupedDigits(count) + QLatin1Char(' ') + (count == 1 ? singular : plural));
}

QString percentText(qint64 part, qint64 whole)
{
    if (whole <= 0 || part >= whole)
        return QStringLiteral("100 %");
    const auto tenths = static_cast<qint64>(
        std::floor(1000.0L * static_cast<long double>(part) / static_cast<long double>(whole)));
    if (tenths == 0 && part > 0)
        return QStringLiteral("less than 0.1 %");
    return QStringLiteral("%1.%2 %").arg(tenths / 10).arg(tenths % 10);
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Counts as people read them, the same in every locale: these texts also stand in files.
#pragma once

#include <QString>

namespace cadastre {

/// "10,000"
QString groupedDigits(qint64 count);
/// An estimate with two digits that count: "950", "12,000", "2.1 million", "3.2 billion".
QString approximateCount(double count);
/// "1 row", "12 rows"; thousands grouped.
QString countedNoun(qint64 count, const QString& singular, const QString& plural);
/// "98.7 %", cut, never rounded up: only what is whole is "100 %".
QString percentText(qint64 part, qint64 whole);

} // namespace cadastre

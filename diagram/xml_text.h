// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Text for XML: what comes from a database can hold anything; nothing of it becomes markup.
#pragma once

#include <QByteArray>
#include <QPointF>
#include <QString>

namespace cadastre {

/// Escaped for element content and attributes in double quotes. Characters that XML 1.0 cannot hold
/// become visible signs, lone surrogates the replacement character.
QByteArray xmlText(const QString& text);
/// A number with at most two decimals and no exponent: "12", "0.5".
QByteArray svgNumber(double value);
/// "x,y".
QByteArray svgPoint(QPointF point);

} // namespace cadastre

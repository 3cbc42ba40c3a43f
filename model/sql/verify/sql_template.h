// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Texts of resources/sql with places for names: `{child}`. What is filled in was quoted by
// model/dialect before.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace cadastre {

using TemplateValues = QHash<QByteArray, QString>;

/// The text with every `{name}` replaced by its value, in one pass: what a value contains is never
/// looked at again. Lines that are comments are left out. Asserts that every place has a value.
QByteArray filledTemplate(const QByteArray& text, const TemplateValues& values);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// JSON strings as our own writers print them. Everything else of JSON is either Qt's or the
// writer's.
#pragma once

#include <QByteArray>
#include <QStringView>

namespace cadastre {

/// Appends `text` in double quotes: control characters, quote, backslash and lone surrogates are
/// escaped, everything else is UTF-8.
void appendJsonString(QByteArray& out, QStringView text);

/// The same as a value of its own.
QByteArray jsonString(QStringView text);

} // namespace cadastre

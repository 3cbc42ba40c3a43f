// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Texts with places for names, `{child}`, made into something that a server can prepare. What the
// program itself fills in is tested where it is composed.
#pragma once

#include <QByteArray>
#include <QString>

namespace cadastre::test {

bool hasPlaces(const QByteArray& sql);

/// A text without places as it is; others with every place filled in by an example, as a whole
/// statement where they are only a part of one. `table` stands for a child: FROM takes it.
QByteArray filledExample(const QByteArray& sql, const QString& table);

} // namespace cadastre::test

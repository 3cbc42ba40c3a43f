// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The SQL texts of resources/sql, one file per kind of object and dialect, and which of them fits a
// server's version. No SQL is written or composed here.
#pragma once

#include <QByteArray>
#include <QString>

namespace cadastre {

/// The text of `resources/sql/DIALECT/NAME.sql`, or of the newest `NAME.MAJOR.sql` or
/// `NAME.MAJOR.MINOR.sql` whose version is not above `versionNumber` (major * 10000 + minor * 100 +
/// patch; `tables.12.sql` means from 12 up to the next one). Asserts that there is one; empty when
/// there is none.
QByteArray sqlText(const QString& dialect, const QString& name, int versionNumber);

/// The file name (without folder) that sqlText() takes; empty when there is none.
QString sqlTextFile(const QString& dialect, const QString& name, int versionNumber);

} // namespace cadastre

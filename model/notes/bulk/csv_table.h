// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// CSV (RFC 4180) as rows of fields, with the line that each row begins at; also with semicolons or
// tabs between fields, as spreadsheets of many countries write it. What columns mean is elsewhere.
#pragma once

#include "model/result.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace cadastre {

struct CsvRow
{
    QStringList fields;
    int line = 0; ///< 1-based, where the row begins

    bool operator==(const CsvRow&) const = default;
};

/// UTF-8 with or without byte order mark; LF, CRLF or CR. Rows that are quite empty are left out.
/// What stands between fields is told from the first line. Fails with a sentence that begins with
/// the line: a quote that is not closed, or in the middle of a field; bytes that are no UTF-8.
Result<std::vector<CsvRow>> parseCsv(const QByteArray& data);

} // namespace cadastre

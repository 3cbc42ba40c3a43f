// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/sqlite/sqlite_reader.h"

namespace cadastre {

Result<ReadResult> readSqlite(const DatabaseAddress& address, const QString&, const ReadOptions&,
                              ReadControl&)
{
    return Error{QStringLiteral("%1 cannot be read.").arg(address.displayText()), {}};
}

Result<ConnectionTest> testSqlite(const DatabaseAddress& address, const QString&,
                                  const ReadOptions&, ReadControl&)
{
    return Error{QStringLiteral("%1 cannot be read.").arg(address.displayText()), {}};
}

} // namespace cadastre

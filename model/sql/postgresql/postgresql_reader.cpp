// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/postgresql/postgresql_reader.h"

namespace cadastre {

Result<ReadResult> readPostgreSql(const DatabaseAddress& address, const QString&,
                                  const ReadOptions&, ReadControl&)
{
    return Error{QStringLiteral("%1 cannot be read.").arg(address.displayText()), {}};
}

Result<ConnectionTest> testPostgreSql(const DatabaseAddress& address, const QString&,
                                      const ReadOptions&, ReadControl&)
{
    return Error{QStringLiteral("%1 cannot be read.").arg(address.displayText()), {}};
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/mariadb/mariadb_reader.h"

namespace cadastre {

Result<ReadResult> readMariaDb(const DatabaseAddress& address, const QString&, const ReadOptions&,
                               ReadControl&)
{
    return Error{QStringLiteral("%1 cannot be read.").arg(address.displayText()), {}};
}

Result<ConnectionTest> testMariaDb(const DatabaseAddress& address, const QString&,
                                   const ReadOptions&, ReadControl&)
{
    return Error{QStringLiteral("%1 cannot be read.").arg(address.displayText()), {}};
}

} // namespace cadastre

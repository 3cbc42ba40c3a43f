// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// MariaDB and MySQL cannot be written to yet.
#include "model/sql/write/engine_writer.h"

namespace cadastre {

namespace {

Error notYet(const DatabaseAddress& address)
{
    return {QStringLiteral("Comments of %1 cannot be written: export them as a migration.")
                .arg(address.displayText()),
            {}};
}

} // namespace

EngineWriter mariaDbWriter()
{
    return {[](const DatabaseAddress& address, const QString&, const CommentWriteRequest&,
               ReadControl&) -> Result<CommentWriteReport> { return notYet(address); },
            [](const DatabaseAddress& address, const QString&, const CommentWriteRequest&,
               ReadControl&) -> Result<CommentPlan> { return notYet(address); },
            [](const DatabaseAddress& address, const QString&, const CommentWriteRequest&,
               ReadControl&) -> Result<CommentWriteReport> { return notYet(address); }};
}

} // namespace cadastre

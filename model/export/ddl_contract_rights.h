// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Rights in the words of each engine: accounts as GRANT names them, and what takes a right to read
// away again, exactly as it was given.
#pragma once

#include "model/boundaries/contracts/contract_draft.h"

namespace cadastre {

/// `role`, or 'user'@'host' of MariaDB and MySQL. Fails for names that cannot be written.
Result<QString> grantedAccount(const Catalog& catalog, RoleId role);

/// One statement per right on the table or its columns of the draft's roles; rights that come from
/// a whole database or server are comments, as is everybody's. `table` is quoted. May be empty.
Result<QString> revokeStatements(const Catalog& catalog, const ContractDraft& draft,
                                 const QString& table);

} // namespace cadastre

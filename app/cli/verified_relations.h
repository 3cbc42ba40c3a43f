// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// relations --verify: relationships of the command line's database checked with its data. How they
// are printed lives in the command.
#pragma once

#include "app/cli/opened_database.h"
#include "model/sql/verify/verify.h"

namespace cadastre {

struct VerifiedRelations
{
    /// As given, with the evidence of the check and the targets that it
    /// found (DataTargets::checked); what could not be checked is
    /// as it was.
    std::vector<Relationship> relationships;
    /// Parallel to `relationships`; absent where nothing could be asked (snapshot).
    std::vector<std::optional<Verification>> verifications;
};

/// Checks each relationship on its own source, with the passwords that opening it needed. What
/// cannot be checked (snapshots, a parent in another source, a timeout) is a warning on standard
/// error, never a failure. Fails when a server cannot be reached.
Result<VerifiedRelations> verifyRelations(const OpenedDatabase& database,
                                          std::vector<Relationship> relationships,
                                          const VerifyOptions& options = {});

} // namespace cadastre

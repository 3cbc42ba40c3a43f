// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Edits of the boundaries document as values: the document in, the document out. How they become
// undoable lives in model/workspace/boundary_commands.h.
#pragma once

#include "model/boundaries/ownership/ownership.h"
#include "model/boundaries/suggest.h"

namespace cadastre {

/// The tables belong to `boundary` (made when it is not there) and to no other: by pattern where
/// one of it matches them already and nothing more specific says otherwise, else by key.
Boundaries withTablesIn(const Boundaries& boundaries, const Catalog& catalog,
                        const std::vector<TableId>& tables, const QString& boundary);
/// The tables belong to nobody: their keys are taken out, patterns that match them get exceptions.
Boundaries withTablesOut(const Boundaries& boundaries, const Catalog& catalog,
                         const std::vector<TableId>& tables);
/// Another name everywhere: parents and rules, too. Fails with one sentence when the name is empty,
/// `*`, has line breaks or is taken, and when there is no such boundary.
Result<Boundaries> withBoundaryRenamed(const Boundaries& boundaries, const QString& before,
                                       const QString& after);
/// Without the boundary, its rules and its children's parent; its objects belong to nobody.
Boundaries withoutBoundary(const Boundaries& boundaries, const QString& name);
/// All members, roles, rules and modules of `from` are `into`'s; where `into` says something else,
/// that counts.
Boundaries withBoundariesMerged(const Boundaries& boundaries, const QString& from,
                                const QString& into);
/// Private takes the entry away.
Boundaries withExposure(const Boundaries& boundaries, const std::vector<ObjectKey>& objects,
                        const ExposureEntry& exposure);
/// The same, but an object whose comment says `@contract` or `@replica` gets an entry that says
/// private, which counts more.
Boundaries withExposure(const Boundaries& boundaries, const Catalog& catalog,
                        const std::vector<ObjectKey>& objects, const ExposureEntry& exposure);
/// Accepts proposals: by their patterns where these describe exactly their members, else by keys.
/// Boundaries of the same name get the members on top.
Boundaries withProposals(const Boundaries& boundaries, const Catalog& catalog,
                         const std::vector<ProposedBoundary>& proposals);
/// Without members, exposures, flows' tables and decisions that name nothing in the catalog. What
/// may be there, because its database or kind was not fully read, stays.
Boundaries withoutMissing(const Boundaries& boundaries, const Catalog& catalog);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What was seen of everything that is open: keeps it, and puts earlier states together. Snapshots
// that are open are not kept: they are files already. Blocks: never on the UI thread.
#pragma once

#include "app/catalog_facts.h"
#include "app/seen_catalogs.h"
#include "app/source_loader.h"
#include "model/diff/difference.h"

namespace cadastre {

/// Keeps what was read, as a new state where something of the source changed.
void keepSources(const std::vector<LoadedSource>& sources, const CatalogDifference& difference,
                 const QDateTime& now);

/// Every source as it was at a time; one that was never seen is as it is. `isAnythingKnown` becomes
/// true where one of them was.
SourceParts partsAt(const std::vector<LoadedSource>& sources, const QDateTime& time,
                    bool& isAnythingKnown);

/// When one of them was seen last; absent for never.
std::optional<QDateTime> newestSeen(const std::vector<LoadedSource>& sources);

/// Forgets what is kept of them, but for the newest state of each.
void forgetEarlier(const std::vector<LoadedSource>& sources);

/// Earlier states than that of `now`, newest first.
std::vector<QDateTime> earlierStates(const std::vector<LoadedSource>& sources,
                                     const QDateTime& now);

} // namespace cadastre

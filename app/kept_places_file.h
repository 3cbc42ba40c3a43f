// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Files of KeptPlaces in the local data folder: one per set of databases that is open together, by
// what identifies these, mode 0600; the newest hundred. Blocks: never on the UI thread, but for the
// last time.
#pragma once

#include "app/source_loader.h"
#include "model/result.h"
#include "model/workspace/kept_places.h"

namespace cadastre {

/// At most so many files.
constexpr int mostKeptPlaces = 100;

/// Of what is open together; empty where nothing is.
QString keptPlacesPath(const std::vector<LoadedSource>& sources);

/// Absent where there is none, or none that can be read.
std::optional<KeptPlaces> readKeptPlaces(const QString& path);

/// Replaces the file as a whole, and forgets those that were written longest ago.
Result<Nothing> writeKeptPlaces(const QString& path, const KeptPlaces& kept);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What must hold between the objects of a snapshot before anybody may use them: a file can say
// anything, and ids are used without looking. Lines and fields are checked where they are read.
#pragma once

#include "model/catalog/catalog_objects.h"

#include <array>

namespace cadastre::snapshot {

/// How many objects of each kind the keys of a file announce.
using ObjectCounts = std::array<int, static_cast<std::size_t>(ObjectKind::Other) + 1>;

/// What is wrong when there are others than announced, as of a line with two keys, or of a file
/// that changed while it was read: references count on these numbers.
std::optional<QString> wrongCounts(const CatalogObjects& objects, const ObjectCounts& announced);

/// What is wrong when a key or an index has columns of another table: their place in their own one
/// is how they are found.
std::optional<QString> wrongReferences(const CatalogObjects& objects);

/// A table that is a partition of itself, at any distance.
std::optional<QString> partitionOfItself(const CatalogObjects& objects);

} // namespace cadastre::snapshot

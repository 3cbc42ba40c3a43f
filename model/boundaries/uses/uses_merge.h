// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the server's own dependencies say of one object, and how it is put together with what its
// text says.
#pragma once

#include "model/boundaries/uses/uses_texts.h"

namespace cadastre {

/// What the dependencies say, by user. Of users that are shown at all.
std::map<ObjectRef, UseFacts> catalogUses(const Catalog& catalog);

/// Whether the server's dependencies of this object are whole, so that its text need not be read.
bool catalogKnowsAll(const Catalog& catalog, ObjectRef user, const UseFacts& fromCatalog);

/// Both together, each used object and kind once.
UseFacts mergedUses(const Catalog& catalog, ObjectRef user, const UseFacts& fromCatalog,
                    const TextUses& fromText);

} // namespace cadastre

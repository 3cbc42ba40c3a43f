// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What follows when one object is taken for another of a new name: the keys of everything in it.
#pragma once

#include "model/catalog/catalog.h"

namespace cadastre {

/// New key by old key: the object, and of a table everything in it that is in the new one, too.
QHash<ObjectKey, ObjectKey> renamedWithMembers(const Catalog& before, const Catalog& after,
                                               const ObjectKey& old, const ObjectKey& now);

} // namespace cadastre

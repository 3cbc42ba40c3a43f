// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// `@keep`: whether a comment says that its object must not be dropped, and why. Everything that
// prints a DROP asks here.
#pragma once

#include "model/notes/commented_catalog.h"

#include <optional>

namespace cadastre {

/// Why the object is to be kept; empty where the note gives no reason, absent without the note.
/// Letter case of the tag does not matter: in doubt something is kept.
std::optional<QString> keepReason(const QString& comment);
/// The same of an object: where its comment says so, or what is staged (null, or of another
/// catalog: nothing is) will. A note that is only staged to go still holds.
std::optional<QString> keepReason(const Catalog& catalog, ObjectRef object,
                                  const CommentedCatalog* staged);

} // namespace cadastre

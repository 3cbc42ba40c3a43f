// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The statements of a change's rollout: what has to be dropped first and made again afterwards.
// Text to be copied and reviewed, never executed here.
#pragma once

#include "model/boundaries/impact/impact.h"

namespace cadastre {

/// One script per database that is touched, one after the other, each headed by a comment. The
/// change itself is a comment to be filled in. Fails with a sentence when a name cannot be written.
/// `staged`: what a note that is not written yet wants kept is not dropped either.
Result<QString> rolloutScript(const Catalog& catalog, const Impact& impact,
                              const CommentedCatalog* staged = nullptr);

} // namespace cadastre

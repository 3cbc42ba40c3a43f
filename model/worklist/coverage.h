// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// When a comment documents its object; for coverage, worklist and lens alike. How it is counted by
// groups is in worklist.h.
#pragma once

#include <QString>

namespace cadastre {

/// Whether the comment tells a reader what the object is: by words of people, or by a note that
/// explains. @values, @references, @called, @deprecated, @null, @unit, @format, @sentinel, @pii,
/// @contract, @replica and @see do. @convention, @owner, @private and @keep do not: they say what
/// style, whose and what may be done, not what it means; nor do tags that Cadastre does not know,
/// which are for other programs, nor notes that lack the value that they need.
bool isDocumented(const QString& comment);

} // namespace cadastre

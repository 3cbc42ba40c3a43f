// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// `@keep`: whether a comment says that its object must not be dropped, and why. Everything that
// prints a DROP asks here.
#pragma once

#include <QString>

#include <optional>

namespace cadastre {

/// Why the object is to be kept; empty where the note gives no reason, absent without the note.
/// Letter case of the tag does not matter: in doubt something is kept.
std::optional<QString> keepReason(const QString& comment);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// BoundaryFinding: what somebody should look at in boundaries, contracts and rights, beside single
// crossings: rule, object, severity, sentence, suggestion.
#pragma once

#include "model/boundaries/ownership/ownership.h"

namespace cadastre {

enum class BoundarySeverity : std::uint8_t {
    Note,    ///< worth knowing
    Warning, ///< something does not do what it seems to do
    Unknown, ///< could not be known: no right, not read, not parsed
};

struct BoundaryFinding
{
    QString rule; ///< "contract-leaks-owner", "one-login", ...: the lower-case word in files
    std::optional<ObjectRef> object;
    std::optional<BoundaryIndex> boundary; ///< whose owner has to be asked
    BoundarySeverity severity = BoundarySeverity::Note;
    QString sentence;   ///< a whole one, names the object
    QString suggestion; ///< what to do; a whole sentence; may be empty

    bool operator==(const BoundaryFinding&) const = default;
};

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The conventions of naming that a database has, as people list them in the workspace: what each
// means, when it was followed, an example. Which objects follow one is said by their @convention
// notes.
#pragma once

#include <QString>

#include <map>

namespace cadastre {

struct Convention
{
    QString meaning; ///< "camelCase columns, no foreign keys"
    QString period;  ///< "2014 to 2019", as people write it
    QString example; ///< "orderNotes.createdDate"

    bool operator==(const Convention&) const = default;
};

/// By name, as @convention says it: "legacy-2014".
using Conventions = std::map<QString, Convention>;

} // namespace cadastre

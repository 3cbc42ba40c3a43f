// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Command: one change of a document that can be taken back. The window keeps them on its one undo
// stack; nothing here knows about it, and no command touches a database.
#pragma once

#include "model/catalog/object_key.h"

#include <functional>

namespace cadastre {

/// Whether an object is still there; a command none of whose objects are is skipped.
using IsAlive = std::function<bool(const ObjectKey&)>;

struct Command
{
    QString name; ///< as in the Undo menu: "Move 12 tables"
    /// Applies the change; an error (the object is gone) makes the stack skip it and say so.
    std::function<Result<Nothing>()> forward;
    std::function<Result<Nothing>()> backward;
};

} // namespace cadastre

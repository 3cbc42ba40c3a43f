// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The statement that makes an object, ready to be copied: the server's own text where the catalog
// has it, else put together from its facts and marked so.
#pragma once

#include "model/catalog/catalog.h"

namespace cadastre {

struct Ddl
{
    QString text;               ///< statements with semicolons; empty where there is no statement
    bool reconstructed = false; ///< put together from facts, not the server's own words

    bool operator==(const Ddl&) const = default;
};

/// Of any object; a source has no statement. Fails with a sentence when a name cannot be written.
Result<Ddl> ddlOf(const Catalog& catalog, ObjectRef object);

} // namespace cadastre

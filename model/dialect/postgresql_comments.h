// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// COMMENT ON for every kind of object of a PostgreSQL database that a catalog has, as text. Sending
// it lives in model/sql/write, the comment file in model/notes.
#pragma once

#include "model/catalog/catalog.h"

namespace cadastre::postgresql {

/// What stands between COMMENT ON and IS: `COLUMN shop.orders.id`, `TRIGGER "x y" ON shop.orders`.
/// Always with the schema. Fails with a sentence for kinds that have no comment in the catalog, and
/// for names that no object can have.
Result<QString> commentedObject(const Catalog& catalog, ObjectRef object);

/// The whole statement, `IS NULL` for the empty text. Fails as commentedObject(), and for text that
/// cannot be stored: with NUL or a lone surrogate.
Result<QString> commentStatement(const Catalog& catalog, ObjectRef object, const QString& text);

/// Whether a text is nothing but a list of type names as the server writes them: identifiers,
/// quoted ones, brackets, commas; no literal, comment, operator or second statement.
bool isTypeList(const QString& text);

} // namespace cadastre::postgresql

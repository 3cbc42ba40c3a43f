// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A name typed in full: "orders.id", "shop.orders", `"Invoices"."CreatedAt"`. Only tells whether it
// names an object; finding similar names lives in search.cpp.
#pragma once

#include "model/catalog/catalog.h"

#include <QStringList>

namespace cadastre {

/// The parts of a name of two parts or more, without their quotes ("double", `back` or [square]),
/// outermost first; what stands before a slash is the source. Empty for everything else.
QStringList qualifiedNameParts(QStringView text);

/// How exactly these parts name the object: 0 not at all, 1 but for upper and lower case, 2 as
/// typed. The outermost parts may be missing.
int qualifiedNameMatch(const Catalog& catalog, ObjectRef object, const QStringList& parts);

} // namespace cadastre

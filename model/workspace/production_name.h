// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which hosts and databases are production by their names. A mark in the workspace says it, too;
// what follows from it is elsewhere.
#pragma once

#include <QStringList>

#include <optional>

namespace cadastre {

/// "prod", "production", "live".
QStringList defaultProductionPatterns();

/// The first of `names` that a pattern matches. A pattern without `*` or `?` is compared with each
/// word of a name, letters apart from digits and signs ("shop-prod2" has the words shop and prod,
/// "products" and "olive" have neither); one with them with the whole name. Case does not count.
std::optional<QString> productionName(const QStringList& names, const QStringList& patterns);

} // namespace cadastre

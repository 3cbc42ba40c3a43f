// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What there is to say of a path: its sentence, what its price is made of, and what surprises
// people who join along it.
#pragma once

#include "model/paths/join_path.h"
#include "model/paths/path_prices.h"

namespace cadastre {

/// "orders → payments → refunds: 2 joins, all declared"; branches of a tree behind commas.
QString pathSentence(const Catalog& catalog, const JoinPath& path);

/// Their sum is the path's price.
std::vector<PricePart> pathPriceParts(const JoinGraph& graph, const JoinPath& path,
                                      const PathPreferences& preferences);

/// In the order of the steps, then what concerns the whole.
std::vector<PathNote> pathNotes(const JoinGraph& graph, const JoinPath& path);

/// "orders.customer_id = customers.id", of several columns joined by " and ".
QString stepText(const Catalog& catalog, const JoinStep& step);

/// "0.83"
QString certaintyText(double confidence);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Lineage of views: which of their columns are a base table's column, given unchanged. What follows
// from it for joins is not known here.
#pragma once

#include "model/catalog/catalog.h"

#include <atomic>

namespace cadastre {

/// The base table's column by the view's column, through views on views. Computed columns, and
/// views whose text could not be read, are left out. Stops early when `cancelled`.
QHash<ColumnId, ColumnId> viewColumnSources(const Catalog& catalog,
                                            const std::atomic_bool& cancelled);

} // namespace cadastre

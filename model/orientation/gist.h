// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a database is about in one sentence, made of its most central tables and what people wrote
// about them. Nothing is made up: names and comments, as they are.
#pragma once

#include "model/notes/commented_catalog.h"
#include "model/orientation/importance.h"

namespace cadastre {

/// "A database of products (One row for each article), customers and orders (tmp_orders)." Tables
/// are called what their notes call them; comments are plain text of somebody, one line each, cut.
/// Copies, logs and link tables are no subject. Empty where no table refers to another one.
QString gistOf(const CommentedCatalog& commented, const Importance& importance);

} // namespace cadastre

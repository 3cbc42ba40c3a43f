// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Tables as Markdown for a ticket or a chat: a heading, the comment, a row per column. The
// documentation of a whole schema is in documentation/.
#pragma once

#include "model/catalog/catalog.h"

namespace cadastre {

QString tablesMarkdown(const Catalog& catalog, const std::vector<TableId>& tables);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which columns hold JSON, whatever their engine calls the type: SQLite has none, MariaDB's is
// another name of longtext, and old columns are text by convention. How `type:json` asks lives in
// query_terms.h.
#pragma once

#include "model/notes/object_names.h"

#include <vector>

namespace cadastre {

/// What says that a column holds JSON; the surest that is there.
enum class JsonSign : std::uint8_t {
    None,
    Type,    ///< json, jsonb, a domain over one
    Check,   ///< a CHECK says json_valid(column) or column IS JSON
    Note,    ///< its note @format or @values says JSON
    Comment, ///< its comment begins with the word JSON
};

/// By ColumnId. Of the comments' catalog, with what is staged.
std::vector<JsonSign> jsonSigns(const CommentedCatalog& comments);
/// The columns that an expression of a CHECK takes for JSON, without their quotes: "payload" of
/// `payload IS NULL OR json_valid("payload")`. Text in quotes says nothing.
QStringList jsonColumnsOfCheck(const QString& expression);
/// "JSON by its CHECK"; empty for none and for a type, which says it itself.
QString jsonSignText(JsonSign sign);

} // namespace cadastre

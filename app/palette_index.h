// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Everything that is asked while somebody types into the palette, made ready once per catalog, and
// one question to it. Values only: runs off the UI thread.
#pragma once

#include "model/search/query_completion.h"
#include "model/search/joined_tables.h"
#include "model/search/query_hits.h"

namespace cadastre {

struct PaletteIndex
{
    std::shared_ptr<const SearchIndex> search;
    std::shared_ptr<const QueryIndex> query;
    std::vector<double> importance; ///< by TableId
};
using PaletteIndexPointer = std::shared_ptr<const PaletteIndex>;

PaletteIndexPointer makePaletteIndex(const QueryFacts& facts);

struct PaletteQuestion
{
    QString text;   ///< as typed
    int cursor = 0; ///< in the text
    bool columnsOnly = false;
    std::vector<std::pair<ObjectKey, int>> used; ///< names of objects with their weights
};

struct PaletteAnswer
{
    PaletteIndexPointer index;
    QueryHits hits;
    QueryCompletion completion;
    std::vector<TableId> joined; ///< whose way to join may be what is looked for; or empty
};

/// Of an empty text: what was used lately, then the most important tables.
PaletteAnswer askPalette(const PaletteIndexPointer& index, const PaletteQuestion& question);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Matching of two catalogs: which object of the new one is which of the old one. The one function
// for refresh, positions, decisions, staged edits and comparison.
#pragma once

#include "model/catalog/catalog.h"

namespace cadastre {

enum class MatchReason : std::uint8_t {
    Identity, ///< the server says that it is the same object
    Key,      ///< same name in the same (or matched) parent
    Proposal, ///< nothing says so, but columns or position and type do
};

struct ObjectMatch
{
    ObjectRef before;
    ObjectRef after;
    MatchReason reason = MatchReason::Key;
    /// Same name, another object: it was dropped and made again meanwhile.
    bool identityChanged = false;

    bool operator==(const ObjectMatch&) const = default;
};

/// Every object of the old catalog is in exactly one of kept, renamed and gone; every object of the
/// new one in exactly one of kept, renamed and added. Each sorted by object.
struct CatalogMatch
{
    std::vector<ObjectMatch> kept;    ///< the key is the same
    std::vector<ObjectMatch> renamed; ///< the key changed: its own name, or a parent's
    std::vector<ObjectRef> gone;
    std::vector<ObjectRef> added;

    bool operator==(const CatalogMatch&) const = default;
};

/// Identity first (never across servers: only within sources of one name, engine and database),
/// else name within the matched parent, else a proposal: tables by at least seven tenths common
/// column names, columns by position and type.
CatalogMatch matchCatalogs(const Catalog& before, const Catalog& after);

/// New key by old key of everything that was renamed.
QHash<ObjectKey, ObjectKey> renamedKeys(const Catalog& before, const Catalog& after,
                                        const CatalogMatch& match);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Contracts: what boundaries publish, who reads it, and where it leaks: stars, other owners'
// columns, columns that nobody uses, two versions alive, views that are broken. How a contract
// changed between two catalogs lives in contract_changes.h.
#pragma once

#include "model/boundaries/boundary_finding.h"
#include "model/boundaries/crossings/crossings.h"

namespace cadastre {

/// One published object.
struct Contract
{
    TableId table; ///< mostly a view
    BoundaryIndex boundary = 0;
    QString version;                ///< as stated, else from the name: "v1" of `v_products_v1`
    QString family;                 ///< name without its version: `v_products`
    std::vector<ObjectRef> readers; ///< views, routines, triggers of other boundaries, by object
    std::vector<BoundaryIndex> readingBoundaries; ///< ascending, each once; also by grants
    /// Columns of other owners behind it.
    std::vector<ColumnId> foreignColumns;
    bool superseded = false; ///< a later version of the same family and boundary is published

    bool operator==(const Contract&) const = default;
};

/// By boundary, family, version.
std::vector<Contract> contractsOf(const BoundaryFacts& facts);

/// Rules: contract-star, contract-probable-star, contract-foreign-column, contract-unused-column,
/// contract-old-version-read, contract-old-version-unread, view-broken, view-definer-missing,
/// view-definer-rights (its owner or definer may not read what it reads), view-chain (three or more
/// views behind each other, or through another owner's private view into a third owner's table),
/// replica-differs, replica-missing, foreign-table-differs, definition-unreadable. Warnings first,
/// then by rule and object.
std::vector<BoundaryFinding> contractFindings(const BoundaryFacts& facts);

/// A view that lists the first n columns of one table, all, in order, unrenamed.
struct ProbableStar
{
    TableId view;
    TableId base;
    bool certain = false;        ///< the text says `*` (SQLite)
    std::vector<ColumnId> added; ///< columns of the base table that came later

    bool operator==(const ProbableStar&) const = default;
};
/// By view, for every view of the catalog.
std::vector<ProbableStar> probableStars(const Catalog& catalog, const UseReading& uses);

} // namespace cadastre

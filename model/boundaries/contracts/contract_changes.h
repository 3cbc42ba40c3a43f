// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Contract changes: what became of published objects between two catalogs, and how to change them
// without breaking their readers.
#pragma once

#include "model/boundaries/boundary_finding.h"
#include "model/catalog/match.h"

namespace cadastre {

enum class ContractChangeKind : std::uint8_t {
    Removed, ///< the contract itself
    ColumnRemoved,
    ColumnRenamed,
    TypeChanged,
    OrderChanged,
    NullableNow, ///< a reader that relied on a value may get none
    ColumnAdded, ///< compatible
};

struct ContractChange
{
    ObjectKey contract; ///< as it was called before
    ContractChangeKind kind = ContractChangeKind::Removed;
    QString column; ///< empty for Removed and OrderChanged
    QString before;
    QString after;
    bool compatible = false;
    QString sentence;
    QString advice; ///< expand, migrate, contract

    bool operator==(const ContractChange&) const = default;
};

/// Of everything that was a contract before, by key, kind, column.
std::vector<ContractChange> contractChanges(const Catalog& before, const Catalog& after,
                                            const Boundaries& boundaries);

/// "removed", "column-removed", "column-renamed", "type-changed", "order-changed", "nullable-now",
/// "column-added".
QString contractChangeKindName(ContractChangeKind kind);

} // namespace cadastre

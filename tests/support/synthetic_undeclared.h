// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Large schemas that declare no foreign key, with the list of what refers to what: modules in
// several naming styles, the same names in many modules, decoys, copies, audit tables and
// polymorphic pairs. To measure how inference holds up as a schema grows.
#pragma once

#include "model/catalog/catalog.h"

#include <QSet>

namespace cadastre::test {

struct UndeclaredOptions
{
    int tables = 1000;         ///< copies and audit tables included
    double copyShare = 0.04;   ///< orders_backup_2019, orders_2018
    double auditShare = 0.04;  ///< orders_audit: the same columns beside a key of its own
    double decoyShare = 0.5;   ///< tables with one of external_id, session_id, ...
    double foreignShare = 0.3; ///< references that leave their module
    quint32 seed = 20260301;
};

/// One reference of one column, by ids of the catalog.
struct UndeclaredReference
{
    ColumnId child;
    ColumnId key; ///< of the parent

    bool operator==(const UndeclaredReference&) const = default;
};

struct UndeclaredPair
{
    ColumnId id;
    ColumnId type;

    bool operator==(const UndeclaredPair&) const = default;
};

struct UndeclaredSchema
{
    std::shared_ptr<const Catalog> catalog;  ///< primary keys, but no foreign key
    std::vector<UndeclaredReference> truth;  ///< by child
    std::vector<UndeclaredPair> polymorphic; ///< by id column
    /// Columns of copies and audit tables: what is proposed for them is neither right nor wrong.
    QSet<ColumnId> neutral;
};

/// The same options give the same value on every machine.
UndeclaredSchema syntheticUndeclared(const UndeclaredOptions& options);

} // namespace cadastre::test

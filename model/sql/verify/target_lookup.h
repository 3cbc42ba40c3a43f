// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How the picked values of a child are looked up in one target: by its index, or by reading a
// bounded part of it, with conversions where types differ. Which rows are picked lives in
// row_sample.
#pragma once

#include "model/catalog/catalog.h"
#include "model/relations/relationship.h"
#include "model/sql/verify/check_connection.h"
#include "model/sql/verify/verify.h"

#include <QStringList>

namespace cadastre {

struct TargetLookup
{
    TableId parent;
    QString parentName;       ///< quoted
    QStringList parentValues; ///< of alias `p`
    QStringList childValues;  ///< of alias `g`, parallel
    bool byIndex = true;
    bool neverEqual = false; ///< some pair of types has no equal values
};

Result<TargetLookup> targetLookup(const Catalog& catalog, const Relationship& relationship,
                                  const RelationshipTarget& target);

/// The SELECT that judges the picked rows of this type value. `common` fills the places that all
/// targets share.
QString targetPart(const CheckConnection& connection, const TargetLookup& lookup,
                   const QString& typeLiteral, const VerifyOptions& options, TemplateValues common);

/// Columns as a person reads them: "orders.customer_id", "orders(a, b)".
QString columnsText(const Catalog& catalog, TableId table, const std::vector<ColumnId>& columns);

/// Why no value of the child can be found in the target, which neverEqual says.
QString neverEqualSentence(const Catalog& catalog, const Relationship& relationship,
                           const RelationshipTarget& target);

} // namespace cadastre

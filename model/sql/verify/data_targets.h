// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// DataTargets: the tables that the values of a type column mean, where the relationship was found
// without looking at the data. How the values are read lives in relationship_check.
#pragma once

#include "model/relations/structure/table_names.h"
#include "model/relations/verification.h"

#include <QStringList>

namespace cadastre {

class DataTargets
{
public:
    /// The catalog must outlive it; its names are read when first needed.
    explicit DataTargets(const Catalog& catalog);

    /// The relationship with the type values as the data has them (withTypeValuesOfData), then one
    /// target more, in the order of `values`, per value that means a table with a key and is no
    /// target yet. Open targets (neither value nor table) give way to them. Values that mean no
    /// table are no targets.
    [[nodiscard]] Relationship withValues(Relationship relationship,
                                          const QStringList& values) const;
    /// withVerification(), and the targets of an inferred polymorphic reference that its check
    /// found, parallel to those of the verification. What a person decided keeps its targets.
    [[nodiscard]] Relationship checked(Relationship relationship,
                                       const Verification& verification) const;

private:
    [[nodiscard]] std::optional<RelationshipTarget> targetOf(const Relationship& relationship,
                                                             const QString& value) const;

    const Catalog& m_catalog;
    mutable std::optional<TableNames> m_names;
};

} // namespace cadastre

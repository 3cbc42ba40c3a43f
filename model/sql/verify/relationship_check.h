// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// RelationshipCheck: looks at the data of relationships, one after the other on one connection, and
// remembers how large tables are. What the counts mean lives in model/relations.
#pragma once

#include "model/sql/verify/data_targets.h"
#include "model/sql/verify/row_sample.h"
#include "model/sql/verify/target_lookup.h"

namespace cadastre {

class RelationshipCheck
{
public:
    RelationshipCheck(CheckConnection& connection, const Catalog& catalog,
                      const VerifyOptions& options);

    /// What concerns this relationship only is in the verification; an error ends all checks
    /// (cancelled, connection lost).
    std::optional<SqlError> check(const Relationship& relationship, Verification& verification);
    /// The distinct values of a type column.
    std::optional<SqlError> readTypes(ColumnId typeColumn, TypeValues& values);

private:
    struct Plan
    {
        std::vector<std::optional<TargetLookup>> lookups; ///< absent for unresolved targets
        TemplateValues columns;                           ///< of the rows to pick
        QStringList types;                                ///< literals, parallel to lookups
    };

    std::optional<SqlError> checkNamed(const Relationship& relationship,
                                       Verification& verification);
    [[nodiscard]] Result<Plan> plan(const Relationship& relationship) const;
    [[nodiscard]] QString obstacle(const Relationship& relationship, const Plan& plan) const;
    std::optional<SqlError> parentsAreReadable(const Relationship& relationship, const Plan& plan,
                                               QString& failure);
    std::optional<SqlError> sizeOf(TableId table, TableSize& size);
    std::optional<SqlError> count(const Relationship& relationship, const Plan& plan,
                                  Verification& verification);
    [[nodiscard]] TemplateValues statement(const Relationship& relationship, const Plan& plan,
                                           const RowSample& sample) const;
    [[nodiscard]] std::optional<SqlError> failed(const SqlError& error, QString& failure) const;
    [[nodiscard]] Engine engine() const { return m_connection.engine(); }

    CheckConnection& m_connection;
    const Catalog& m_catalog;
    VerifyOptions m_options;
    DataTargets m_dataTargets;
    QHash<TableId, TableSize> m_sizes;
};

} // namespace cadastre

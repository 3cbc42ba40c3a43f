// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Facts of one object as values for an inspector: titled sections of rows, with links to other
// objects. Everything the catalog knows of the object is in them; how they look lives in widgets/.
#pragma once

#include "model/relations/verdict.h"

#include <optional>
#include <vector>

namespace cadastre {

enum class FactStyle : std::uint8_t {
    Plain,
    Code,    ///< an expression or statement: fixed pitch, may have several lines
    Warning, ///< something is missing, broken or not read
};

struct FactRow
{
    QString label; ///< sentence case; empty for a row that is only its value
    QString value;
    std::optional<ObjectRef> link; ///< the object that the value, or the label, names
    FactStyle style = FactStyle::Plain;
    /// The relationship that the row is about: index into the relationships that were given.
    std::optional<int> relationship = std::nullopt;
    bool namesLink = false; ///< the label is the name of the linked object: "email": "text"

    bool operator==(const FactRow&) const = default;
};

struct FactSection
{
    QString title;
    std::vector<FactRow> rows; ///< never empty

    bool operator==(const FactSection&) const = default;
};

struct ObjectDescription
{
    QString title;                     ///< name as people read it: "billing.invoices"
    QString heading = {};              ///< shown in place of the title where not empty
    QString kind;                      ///< "materialized view", "foreign key", ...
    Comment comment;                   ///< the object's own; also the first section when not empty
    std::vector<FactSection> sections; ///< in reading order, empty ones left out

    bool operator==(const ObjectDescription&) const = default;
};

struct DescribeOptions
{
    /// Of tables, weaker inferred relationships are counted, not listed; of columns all are listed.
    double minimumConfidence = 0.5;
    /// What checks with data said; empty when nothing was checked.
    VerificationLookup verifications = {};
};

/// Everything known of `object`: comment, structure, relationships in both directions, what acts
/// on it, dependencies in both directions, grants, what could not be read.
/// `relationships` are those of the same catalog, of any origin; of rejected ones only a column
/// tells.
ObjectDescription describeObject(const Catalog& catalog,
                                 const std::vector<Relationship>& relationships, ObjectRef object,
                                 const DescribeOptions& options = {});

/// Everything known of one relationship: its two ends, how sure it is and why, what else was
/// considered, what it is worth to the server, what a person decided.
ObjectDescription describeRelationship(const Catalog& catalog,
                                       const std::vector<Relationship>& relationships, int index,
                                       const DescribeOptions& options = {});

} // namespace cadastre

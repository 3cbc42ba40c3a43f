// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Relationships as rows of text, sorted: what every export of relationships prints, whatever its
// format. Formats have a file each.
#pragma once

#include "model/relations/verification.h"

#include <QStringList>

namespace cadastre {

/// What is to be printed.
struct RelationExport
{
    const Catalog& catalog;
    std::vector<Relationship> relationships; ///< any order; rejected ones are never printed
    /// What looking at the data said: parallel to the relationships, or empty.
    std::vector<std::optional<Verification>> verifications = {};

    [[nodiscard]] const Verification* verificationOf(std::size_t relationship) const
    {
        const bool isKnown =
            relationship < verifications.size() && verifications[relationship].has_value();
        return isKnown ? &*verifications[relationship] : nullptr;
    }
};

/// Another target that was considered, as a row has its own.
struct AlternativeRow
{
    QString parentTable;
    QStringList parentColumns;
    double confidence = 0;
    std::vector<Evidence> evidence;
};

/// One target of one relationship. Names are as people read them, quoted as in object keys.
struct RelationRow
{
    QString childTable;
    QStringList childColumns; ///< with the type column last when polymorphic
    QString parentTable;      ///< "?" for a type value without a table
    QStringList parentColumns;
    double confidence = 1;
    RelationshipOrigin origin = RelationshipOrigin::Declared;
    std::vector<Evidence> evidence;
    QString typeValue; ///< polymorphic: the value that chooses this parent
    Cardinality childEnd = Cardinality::ZeroOrMany;
    Cardinality parentEnd = Cardinality::ExactlyOne;
    QString reason; ///< what a person wrote when deciding
    bool polymorphic = false;
    bool subtype = false;   ///< as the relationship's
    std::optional<int> arc; ///< as the relationship's
    std::vector<AlternativeRow> alternatives;
    std::optional<Verification> verification; ///< of the whole relationship
    std::size_t targetNumber = 0;             ///< which target of the verification this is
};

/// Sorted by child table, child columns, confidence descending, parent; code point order. Rejected
/// relationships are left out.
std::vector<RelationRow> relationRows(const RelationExport& relations);

/// Indexes of the relationships that are to be printed, in the order of the rows of their first
/// targets: for formats that have no rows.
std::vector<std::size_t> relationOrder(const RelationExport& relations);

/// "declared", "inferred", "confirmed", "added", "rejected".
QString relationshipOriginName(RelationshipOrigin origin);
/// "confirmed", "inferred 0.93" (at most 0.99), with the reason behind a colon where there is one.
/// One line.
QString relationRemark(const Relationship& relationship);
/// The remark and, of a polymorphic target, when it is meant: "confirmed, when subject_type =
/// 'Post'"; "confirmed, chosen by subject_type" where the value is not known. One line.
QString targetRemark(const Catalog& catalog, const Relationship& relationship,
                     const RelationshipTarget& target);
/// "notes.subject_id → ? (when 'Gone') is left out: ..." of a target that is no table of the
/// child's source. One line.
QString leftOutRemark(const Catalog& catalog, const Relationship& relationship,
                      const RelationshipTarget& target);
/// Whether the target is a table of the child's source.
bool isInOneSource(const Catalog& catalog, const Relationship& relationship,
                   const RelationshipTarget& target);
/// "0..1", "1", "0..n", "1..n".
QString cardinalityText(Cardinality cardinality);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// CrossingKey: the stable name of one crossing from a boundary into another across refreshes,
// sessions and files, and the kinds of crossings. What a crossing means lives in crossings.h.
#pragma once

#include "model/catalog/object_key.h"

namespace cadastre {

/// What crosses from one boundary into another.
enum class CrossingKind : std::uint8_t {
    ForeignKey,   ///< a declared foreign key: the engine couples two owners
    Cascade,      ///< a foreign key whose ON DELETE or ON UPDATE changes rows of the other side
    Logical,      ///< a confirmed, added or inferred relationship
    Read,         ///< a view, trigger, routine, rule or policy reads a private object
    ContractRead, ///< the same through a contract, a replica or a shared boundary
    Write,        ///< a trigger, routine, rule or event writes
    Call,         ///< calls a routine of the other boundary
    WriteGrant,   ///< a role of the one may insert, update, delete or truncate in the other
    ReadGrant,    ///< a role of the one may read private objects of the other
    Type,         ///< uses a type of the other
    Copy,         ///< a subscription, publication or foreign table that copies or forwards
};
inline constexpr int crossingKindCount = 11;

/// What is crossing (the view, trigger, routine, constraint, role, or the child table or column of
/// a relationship), and into what.
struct CrossingKey
{
    CrossingKind kind = CrossingKind::ForeignKey;
    ObjectKey from;
    ObjectKey into;

    auto operator<=>(const CrossingKey&) const = default;
    bool operator==(const CrossingKey&) const = default;
};

size_t qHash(const CrossingKey& key, size_t seed = 0) noexcept;

/// `read shop/view:support.v_customer_360 -> shop/table:ordering.customers`: kind, then object
/// keys.
QString crossingKeyText(const CrossingKey& key);
/// Reads the text form. Fails with a sentence that says what is wrong.
Result<CrossingKey> crossingKeyFromText(QStringView text);

/// "foreign-key", "cascade", "logical", "read", "contract-read", "write", "call", "write-grant",
/// "read-grant", "type", "copy": the word in files and options.
QString crossingKindName(CrossingKind kind);
std::optional<CrossingKind> crossingKindFromName(QStringView name);
/// "Foreign key", "Reads a private object", ...: sentence case, for people.
QString crossingKindTitle(CrossingKind kind);

} // namespace cadastre

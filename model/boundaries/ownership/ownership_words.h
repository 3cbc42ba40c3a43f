// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What ownership says of things that do not fit: each problem with its sentence. Finding them is
// done elsewhere.
#pragma once

#include "model/boundaries/ownership/ownership.h"

namespace cadastre {

OwnershipProblem unreadableMember(const QString& boundary, const QString& member,
                                  const Error& error);
/// A key of something that cannot be owned: a column, a schema, a role.
OwnershipProblem unfitMember(const QString& boundary, const QString& member);
OwnershipProblem missingMember(const Catalog& catalog, const QString& boundary,
                               const QString& member, const ObjectKey& key);
OwnershipProblem unmatchedPattern(const Catalog& catalog, const QString& boundary,
                                  const QString& member, bool exact);

/// A boundary with the member, as written, by which it claims an object.
struct OwnerClaim
{
    QString boundary;
    QString member;

    bool operator==(const OwnerClaim&) const = default;
};
/// The first one gets it.
OwnershipProblem twoOwners(const Catalog& catalog, ObjectRef object, const OwnerClaim& first,
                           const OwnerClaim& second);

/// `what` is "An exposure", "Flow checkout", "A decision".
OwnershipProblem missingEntry(const Catalog& catalog, const QString& what, const QString& member,
                              const ObjectKey& key);
/// One for all comments that say it; `object` is the first of them.
OwnershipProblem unknownOwnerNote(const Catalog& catalog, const QString& value, ObjectRef object,
                                  int count, const QStringList& boundariesOfTeam);
/// `counts` is half a sentence: what counts instead.
OwnershipProblem contradictingNote(const Catalog& catalog, const QString& boundary,
                                   const QString& note, ObjectRef object, const QString& counts);

} // namespace cadastre

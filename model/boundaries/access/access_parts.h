// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The families of findings about access, each in a file of its own (access_*.cpp), and the words
// that they share. accessFindings() puts them together.
#pragma once

#include "model/boundaries/access/access.h"
#include "model/boundaries/access/access_rights.h"

namespace cadastre::access {

/// How many tables a sentence names before it counts the others.
inline constexpr std::size_t namedTablesLimit = 5;

/// What the finders share.
struct AccessReview
{
    const BoundaryFacts& facts;
    const Catalog& catalog;
    const Ownership& ownership;
    AccessRights rights;
    std::vector<BoundaryFinding> findings;

    explicit AccessReview(const BoundaryFacts& boundaryFacts)
        : facts(boundaryFacts)
        , catalog(boundaryFacts.catalog)
        , ownership(boundaryFacts.ownership)
        , rights(boundaryFacts.catalog)
    {
    }

    void add(const char* rule, BoundarySeverity severity, std::optional<ObjectRef> object,
             std::optional<BoundaryIndex> boundary, const QString& sentence,
             const QString& suggestion)
    {
        findings.push_back(
            {QString::fromLatin1(rule), object, boundary, severity, sentence, suggestion});
    }
    [[nodiscard]] std::optional<BoundaryIndex> boundaryOf(TableId table) const
    {
        const BoundaryIndex boundary = ownership.ofTables[table.index];
        return boundary < 0 ? std::nullopt : std::optional(boundary);
    }
};

/// Whether grants were read: grants-not-read, grants-own-only, no-roles, roles-not-mapped.
void findUnreadGrants(AccessReview& review);
/// What each role is and may: one-login, role-is-superuser, owner-elsewhere, role-name-lies,
/// role-unmapped-writes, grant-without-usage, reader-reads-private.
void findRoleFindings(AccessReview& review);
/// Whose the tables of a boundary are: owners-differ.
void findMixedOwners(AccessReview& review);
/// Ways to write beside a role's own grants: public-writes, security-definer-writes,
/// subscription-writes, foreign-table-writes.
void findWritePaths(AccessReview& review);
/// reference-to-other-identity.
void findForeignIdentities(AccessReview& review);

/// Whether name or comment of a role says that it only reads.
bool saysReadOnly(const Role& role);
/// Whether its name says what is mostly for reading (`report_server`), without saying so outright.
bool soundsLikeReading(const Role& role);

/// "1 table", "3 tables".
QString countedTables(std::size_t count);
/// "a, b and c", "a, b, c, d, e and 4 more": by name.
QString namedTables(const Catalog& catalog, const std::vector<TableId>& tables);
/// "a (INSERT), b (UPDATE) and 4 more".
QString writtenTables(const Catalog& catalog, const std::vector<const TableRights*>& tables);
/// "a", "a and b", "a, b and c".
QString joinedWords(const QStringList& words);

} // namespace cadastre::access

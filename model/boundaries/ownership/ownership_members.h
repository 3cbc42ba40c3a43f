// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The members of all boundaries, made ready for asking which of them an object matches. Which one
// wins is decided in ownership.cpp.
#pragma once

#include "model/boundaries/ownership/ownership.h"
#include "model/boundaries/ownership/patterns.h"

namespace cadastre {

/// How specific a member is, for comparing: an object key, a pattern without wildcards, a note in
/// the object's comment, a pattern with wildcards; in that order, within one by characters.
/// Millions tell the kinds apart.
inline constexpr int memberKeyRank = 3'000'000;
inline constexpr int memberExactRank = 2'000'000;
inline constexpr int memberNoteRank = 1'000'000;

struct MemberMatch
{
    BoundaryIndex boundary = 0;
    int member = 0; ///< for memberText()
    int rank = 0;

    bool operator==(const MemberMatch&) const = default;
};

class MemberIndex
{
public:
    /// Members that cannot be read or name nothing become problems.
    MemberIndex(const Catalog& catalog, const Boundaries& boundaries,
                std::vector<OwnershipProblem>& problems);

    /// What matches an object of a schema: the most specific member of each boundary, unless
    /// isExcepted(). By boundary. Fastest when objects of one schema
    /// come one after another.
    [[nodiscard]] const std::vector<MemberMatch>&
    matchesOf(ObjectRef object, std::optional<SchemaId> schema, const ObjectBase& base);
    /// As written.
    [[nodiscard]] const QString& memberText(int member) const { return m_members[member].text; }
    /// Whether a boundary has an exception for the object of the last matchesOf() that is of the
    /// same kind as a rank, or of a more specific one: between patterns the exception wins.
    [[nodiscard]] bool isExcepted(BoundaryIndex boundary, int rank) const;
    /// Boundaries with any exception for that object.
    [[nodiscard]] std::vector<BoundaryIndex> exceptedBy() const;
    /// To be called at the end: patterns that no object matched.
    void addUnmatched(std::vector<OwnershipProblem>& problems) const;

private:
    struct Member
    {
        BoundaryIndex boundary = 0;
        QString text;
        bool exception = false;
        int rank = 0;
        std::optional<NamePattern> pattern; ///< absent for a key
        QChar first;                        ///< of what it matches; null for any
        bool matched = false;
    };
    void addMember(BoundaryIndex boundary, const QString& boundaryName, const QString& text,
                   std::vector<OwnershipProblem>& problems);
    void addKey(Member member, QStringView text, const QString& boundaryName,
                std::vector<OwnershipProblem>& problems);
    void enterSchema(SchemaId schema);
    void addMatch(int member);
    void settleMatches();

    const Catalog& m_catalog;
    const Boundaries& m_boundaries;
    std::vector<Member> m_members;
    QHash<ObjectRef, std::vector<int>> m_byObject;
    QHash<QString, std::vector<int>> m_byName; ///< patterns whose name has no wildcard
    std::vector<int> m_wildcards;
    std::optional<SchemaId> m_schema; ///< that m_ofSchema is about
    std::vector<int> m_ofSchema;      ///< wildcard patterns that match in it
    std::vector<MemberMatch> m_matches;
    std::vector<MemberMatch> m_exceptions;
};

} // namespace cadastre

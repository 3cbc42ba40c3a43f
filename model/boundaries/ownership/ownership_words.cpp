// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Sentences for what does not fit; see the header.
#include "model/boundaries/ownership/ownership_words.h"

#include "model/boundaries/ownership/member_keys.h"

namespace cadastre {

namespace {

QString doubtClause(const QString& doubt)
{
    return doubt.isEmpty() ? QString() : QStringLiteral(", but %1: it may be there").arg(doubt);
}

} // namespace

OwnershipProblem unreadableMember(const QString& boundary, const QString& member,
                                  const Error& error)
{
    return {OwnershipProblemKind::Unreadable, boundary, member, std::nullopt,
            QStringLiteral("A member of boundary %1 cannot be read: %2 Correct it or take it out.")
                .arg(boundary, error.message)};
}

OwnershipProblem unfitMember(const QString& boundary, const QString& member)
{
    return {OwnershipProblemKind::Unreadable, boundary, member, std::nullopt,
            QStringLiteral("Member %1 of boundary %2 can belong to nobody: members are tables, "
                           "views, routines, types and the like. Write a pattern such as "
                           "billing.* for a whole schema, and put roles under roles.")
                .arg(member, boundary)};
}

OwnershipProblem missingMember(const Catalog& catalog, const QString& boundary,
                               const QString& member, const ObjectKey& key)
{
    OwnershipProblem problem{
        OwnershipProblemKind::MemberMissing, boundary, member, std::nullopt, {}};
    if (isAmbiguousMemberKey(catalog, key)) {
        problem.sentence = QStringLiteral("Member %1 of boundary %2 stands in several databases: "
                                          "write the database in front, as in shop/%1.")
                               .arg(member, boundary);
        return problem;
    }
    const QString doubt = doubtOfAbsence(catalog, key);
    problem.sentence =
        QStringLiteral("Member %1 of boundary %2 was not found%3. %4")
            .arg(member, boundary, doubtClause(doubt),
                 doubt.isEmpty() ? QStringLiteral("Take it out, or name what it is called now.")
                                 : QStringLiteral("It is kept."));
    return problem;
}

OwnershipProblem unmatchedPattern(const Catalog& catalog, const QString& boundary,
                                  const QString& member, bool exact)
{
    const QString doubt = doubtOfAbsence(catalog);
    const QString what = exact ? QStringLiteral("There is no object %1 as boundary %2 has it")
                               : QStringLiteral("Pattern %1 of boundary %2 matches nothing");
    return {OwnershipProblemKind::PatternUnmatched, boundary, member, std::nullopt,
            QString(what.arg(member, boundary) + doubtClause(doubt) +
                    QStringLiteral(". Correct it (letter case counts) or take it out."))};
}

OwnershipProblem twoOwners(const Catalog& catalog, ObjectRef object, const OwnerClaim& first,
                           const OwnerClaim& second)
{
    return {OwnershipProblemKind::TwoOwners, first.boundary, first.member, object,
            QStringLiteral("%1 is claimed by %2 (%3) and by %4 (%5), which are equally specific: "
                           "%2 gets it. Name it in one of them, or except it in the other with !.")
                .arg(catalog.displayName(object), first.boundary, first.member, second.boundary,
                     second.member)};
}

OwnershipProblem missingEntry(const Catalog& catalog, const QString& what, const QString& member,
                              const ObjectKey& key)
{
    const QString doubt = isAmbiguousMemberKey(catalog, key)
                              ? QStringLiteral("several databases have it")
                              : doubtOfAbsence(catalog, key);
    return {OwnershipProblemKind::ExposureMissing,
            {},
            member,
            std::nullopt,
            QStringLiteral("%1 names %2, which was not found%3. %4")
                .arg(what, key.toString(), doubtClause(doubt),
                     doubt.isEmpty() ? QStringLiteral("Take it out, or name what it is called now.")
                                     : QStringLiteral("It is kept."))};
}

OwnershipProblem unknownOwnerNote(const Catalog& catalog, const QString& value, ObjectRef object,
                                  int count, const QStringList& boundariesOfTeam)
{
    const QString where =
        count == 1 ? QStringLiteral("in the comment of %1").arg(catalog.displayName(object))
                   : QStringLiteral("in %1 comments, such as that of %2")
                         .arg(count)
                         .arg(catalog.displayName(object));
    const QString why =
        boundariesOfTeam.isEmpty()
            ? QStringLiteral("names no boundary and no owner of one. Add such a boundary, or "
                             "correct the note.")
            : QStringLiteral("is the owner of several boundaries (%1). Name one of them instead.")
                  .arg(boundariesOfTeam.join(QLatin1String(", ")));
    return {OwnershipProblemKind::UnknownOwnerNote,
            {},
            QString(QLatin1String("@owner ") + value),
            object,
            QStringLiteral("@owner %1 %2 %3").arg(value, where, why)};
}

OwnershipProblem contradictingNote(const Catalog& catalog, const QString& boundary,
                                   const QString& note, ObjectRef object, const QString& counts)
{
    return {OwnershipProblemKind::NoteContradicts, boundary, note, object,
            QStringLiteral("The comment of %1 says %2, but %3. Correct one of them.")
                .arg(catalog.displayName(object), note, counts)};
}

} // namespace cadastre

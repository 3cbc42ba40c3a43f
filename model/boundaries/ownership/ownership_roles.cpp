// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Whom roles act for: patterns on their names; see the header.
#include "model/boundaries/ownership/member_keys.h"
#include "model/boundaries/ownership/ownership_parts.h"
#include "model/boundaries/ownership/patterns.h"

#include <algorithm>

namespace cadastre {

namespace {

struct RolePattern
{
    BoundaryIndex boundary = 0;
    QString text; ///< as written
    bool exception = false;
    QString source; ///< empty for every one
    QString name;   ///< with wildcards, unless it is exact
    bool exact = false;
    bool matched = false;
};

/// `svc_*`, `shop/svc_*`, `!svc_x`, or a key `shop/role:svc_billing`.
RolePattern rolePatternFrom(const Catalog& catalog, BoundaryIndex boundary, const QString& text)
{
    RolePattern pattern{boundary, text, false, {}, {}, false, false};
    QStringView rest = QStringView(text).trimmed();
    pattern.exception = rest.startsWith(QLatin1Char('!'));
    if (pattern.exception)
        rest = rest.sliced(1).trimmed();
    const Result<ObjectKey> key =
        isMemberKey(rest) ? ObjectKey::fromString(rest) : Result<ObjectKey>(Error{});
    if (key && key->kind == KeyKind::Role && key->parts.size() == 1) {
        pattern.source = key->source;
        pattern.name = key->parts.first();
        pattern.exact = true;
        return pattern;
    }
    const qsizetype slash = rest.indexOf(QLatin1Char('/'));
    const QStringView head = rest.first(std::max<qsizetype>(slash, 0));
    const bool hasSource = std::ranges::any_of(
        catalog.objects().sources, [&](const Source& source) { return source.name == head; });
    pattern.source = hasSource ? head.toString() : QString();
    pattern.name = (hasSource ? rest.sliced(slash + 1) : rest).toString();
    return pattern;
}

/// An account `svc@10.0.0.%` is also matched by what matches its user.
bool matchesRole(const RolePattern& pattern, const QString& source, const QString& role)
{
    if (!pattern.source.isEmpty() && pattern.source != source)
        return false;
    if (pattern.exact)
        return role == pattern.name;
    if (matchesWildcards(pattern.name, role))
        return true;
    const qsizetype at = role.lastIndexOf(QLatin1Char('@'));
    return at >= 0 && !pattern.name.contains(QLatin1Char('@')) &&
           matchesWildcards(pattern.name, QStringView(role).first(at));
}

std::vector<BoundaryIndex> boundariesOfRole(std::vector<RolePattern>& patterns,
                                            const Ownership& ownership, const QString& source,
                                            const QString& role)
{
    std::vector<BoundaryIndex> matching;
    std::vector<BoundaryIndex> excepting;
    for (RolePattern& pattern : patterns) {
        if (!matchesRole(pattern, source, role))
            continue;
        pattern.matched = true;
        (pattern.exception ? excepting : matching).push_back(pattern.boundary);
    }
    const auto repeated = std::ranges::unique(matching);
    matching.erase(repeated.begin(), repeated.end());
    std::erase_if(matching, [&](BoundaryIndex boundary) {
        return std::ranges::find(excepting, boundary) != excepting.end();
    });
    const std::vector<BoundaryIndex> all = matching;
    std::erase_if(matching, [&](BoundaryIndex outer) {
        return std::ranges::any_of(
            all, [&](BoundaryIndex inner) { return isInsideBoundary(ownership, inner, outer); });
    });
    return matching;
}

bool anySourceMayHaveRoles(const Catalog& catalog)
{
    return std::ranges::any_of(catalog.objects().sources, [](const Source& source) {
        return std::ranges::none_of(source.kinds, [](const KindReport& report) {
            return report.kind == CatalogKind::Roles && report.state == ReadState::EngineHasNone;
        });
    });
}

OwnershipProblem unmatchedRole(const Catalog& catalog, const QString& boundary,
                               const RolePattern& pattern)
{
    QString doubt;
    for (const Source& source : catalog.objects().sources) {
        if (doubt.isEmpty())
            doubt = doubtOfAbsence(catalog, {source.name, KeyKind::Role, {pattern.name}, {}});
    }
    const QString clause =
        doubt.isEmpty() ? doubt : QStringLiteral(", but %1: it may be there").arg(doubt);
    return {OwnershipProblemKind::RoleUnmatched, boundary, pattern.text, std::nullopt,
            QStringLiteral("No role is called %1 as boundary %2 has it%3. Correct it (letter case "
                           "counts) or take it out.")
                .arg(pattern.text, boundary, clause)};
}

} // namespace

void findRoles(const Catalog& catalog, const Boundaries& boundaries, Ownership& ownership)
{
    std::vector<RolePattern> patterns; // by boundary
    for (BoundaryIndex i = 0; const auto& [name, boundary] : boundaries.entries) {
        for (const QString& role : boundary.roles)
            patterns.push_back(rolePatternFrom(catalog, i, role));
        ++i;
    }
    for (const Role& role : catalog.objects().roles)
        ownership.ofRoles.push_back(
            boundariesOfRole(patterns, ownership, catalog.source(role.source).name, role.name));
    if (!anySourceMayHaveRoles(catalog))
        return;
    for (const RolePattern& pattern : patterns) {
        if (!pattern.matched)
            ownership.problems.push_back(
                unmatchedRole(catalog, ownership.names[pattern.boundary], pattern));
    }
}

} // namespace cadastre

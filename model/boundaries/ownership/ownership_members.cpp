// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Compiles members and matches them; see the header.
#include "model/boundaries/ownership/ownership_members.h"

#include "model/boundaries/ownership/member_keys.h"
#include "model/boundaries/ownership/ownership_words.h"

#include <algorithm>

namespace cadastre {

namespace {

bool mayBelongToBoundary(ObjectKind kind)
{
    return kind == ObjectKind::Table || kind == ObjectKind::Routine || kind == ObjectKind::Type ||
           kind == ObjectKind::Other;
}

/// One entry per boundary with the largest rank; of equals the first one.
void keepLargestPerBoundary(std::vector<MemberMatch>& matches)
{
    std::ranges::stable_sort(matches, [](const MemberMatch& a, const MemberMatch& b) {
        return a.boundary != b.boundary ? a.boundary < b.boundary : a.rank > b.rank;
    });
    const auto repeated = std::ranges::unique(matches, {}, &MemberMatch::boundary);
    matches.erase(repeated.begin(), repeated.end());
}

} // namespace

MemberIndex::MemberIndex(const Catalog& catalog, const Boundaries& boundaries,
                         std::vector<OwnershipProblem>& problems)
    : m_catalog(catalog)
    , m_boundaries(boundaries)
{
    BoundaryIndex index = 0;
    for (const auto& [name, boundary] : boundaries.entries) {
        for (const QString& member : boundary.members)
            addMember(index, name, member, problems);
        ++index;
    }
}

void MemberIndex::addMember(BoundaryIndex boundary, const QString& boundaryName,
                            const QString& text, std::vector<OwnershipProblem>& problems)
{
    Member member;
    member.boundary = boundary;
    member.text = text;
    QStringView rest = QStringView(text).trimmed();
    member.exception = rest.startsWith(QLatin1Char('!'));
    if (member.exception)
        rest = rest.sliced(1).trimmed();
    if (isMemberKey(rest))
        return addKey(std::move(member), rest, boundaryName, problems);
    const Result<NamePattern> pattern = NamePattern::fromString(rest);
    if (!pattern) {
        problems.push_back(unreadableMember(boundaryName, text, pattern.error()));
        return;
    }
    member.pattern = *pattern;
    member.first = pattern->firstCharacter();
    member.rank = std::min(pattern->specificity(), memberNoteRank - 1) +
                  (pattern->isExact() ? memberExactRank : 0);
    const int position = static_cast<int>(m_members.size());
    const QString exactName = pattern->exactName();
    if (exactName.isEmpty())
        m_wildcards.push_back(position);
    else
        m_byName[exactName].push_back(position);
    m_members.push_back(std::move(member));
}

void MemberIndex::addKey(Member member, QStringView text, const QString& boundaryName,
                         std::vector<OwnershipProblem>& problems)
{
    const Result<ObjectKey> key = ObjectKey::fromString(text);
    if (!key) {
        problems.push_back(unreadableMember(boundaryName, member.text, key.error()));
        return;
    }
    const auto object = findMemberKey(m_catalog, *key);
    if (!object) {
        problems.push_back(missingMember(m_catalog, boundaryName, member.text, *key));
        return;
    }
    if (!mayBelongToBoundary(object->kind)) {
        problems.push_back(unfitMember(boundaryName, member.text));
        return;
    }
    member.rank = memberKeyRank;
    member.matched = true;
    m_byObject[*object].push_back(static_cast<int>(m_members.size()));
    m_members.push_back(std::move(member));
}

void MemberIndex::enterSchema(SchemaId schema)
{
    if (m_schema == schema)
        return;
    m_schema = schema;
    m_ofSchema.clear();
    const QString& name = m_catalog.schema(schema).name;
    const QString& source = m_catalog.source(m_catalog.schema(schema).source).name;
    for (int member : m_wildcards) {
        if (m_members[member].pattern->matchesPlace(source, name))
            m_ofSchema.push_back(member);
    }
}

void MemberIndex::addMatch(int position)
{
    Member& member = m_members[position];
    member.matched = true;
    (member.exception ? m_exceptions : m_matches)
        .push_back({member.boundary, position, member.rank});
}

const std::vector<MemberMatch>&
MemberIndex::matchesOf(ObjectRef object, std::optional<SchemaId> schema, const ObjectBase& base)
{
    m_matches.clear();
    m_exceptions.clear();
    for (int member : m_byObject.value(object))
        addMatch(member);
    const bool patternsCount = schema && !base.system && base.extension.isEmpty();
    if (patternsCount) {
        enterSchema(*schema);
        if (const auto named = m_byName.constFind(base.name); named != m_byName.constEnd()) {
            const Schema& place = m_catalog.schema(*schema);
            const QString& source = m_catalog.source(place.source).name;
            for (int member : *named) {
                if (m_members[member].pattern->matchesPlace(source, place.name))
                    addMatch(member);
            }
        }
        const QChar first = base.name.isEmpty() ? QChar() : base.name.front();
        for (int member : m_ofSchema) {
            const Member& candidate = m_members[member];
            const bool mayMatch = candidate.first.isNull() || candidate.first == first;
            if (mayMatch && candidate.pattern->matchesName(base.name))
                addMatch(member);
        }
    }
    settleMatches();
    return m_matches;
}

void MemberIndex::settleMatches()
{
    if (m_matches.size() > 1)
        keepLargestPerBoundary(m_matches);
    if (!m_exceptions.empty()) {
        std::erase_if(m_matches, [this](const MemberMatch& match) {
            return isExcepted(match.boundary, match.rank);
        });
    }
}

bool MemberIndex::isExcepted(BoundaryIndex boundary, int rank) const
{
    return std::ranges::any_of(m_exceptions, [&](const MemberMatch& exception) {
        return exception.boundary == boundary &&
               exception.rank / memberNoteRank >= rank / memberNoteRank;
    });
}

std::vector<BoundaryIndex> MemberIndex::exceptedBy() const
{
    std::vector<BoundaryIndex> boundaries;
    for (const MemberMatch& exception : m_exceptions)
        boundaries.push_back(exception.boundary);
    return boundaries;
}

void MemberIndex::addUnmatched(std::vector<OwnershipProblem>& problems) const
{
    for (const Member& member : m_members) {
        if (member.matched)
            continue;
        const auto boundary = std::next(m_boundaries.entries.begin(), member.boundary);
        problems.push_back(
            unmatchedPattern(m_catalog, boundary->first, member.text, member.pattern->isExact()));
    }
}

} // namespace cadastre

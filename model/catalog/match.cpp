// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Matches kind by kind, parents before what stands in them; see the header.
#include "model/catalog/match.h"

#include "model/catalog/containment.h"
#include "model/catalog/similar_tables.h"

#include <algorithm>
#include <array>
#include <map>

namespace cadastre {

namespace {

constexpr int noMatch = -1;
constexpr std::array kindsInOrder{ObjectKind::Source,  ObjectKind::Schema,     ObjectKind::Role,
                                  ObjectKind::Type,    ObjectKind::Routine,    ObjectKind::Table,
                                  ObjectKind::Column,  ObjectKind::Constraint, ObjectKind::Index,
                                  ObjectKind::Trigger, ObjectKind::Other};

/// What tells an object from others of its kind in the same parent.
QString localName(const Catalog& catalog, ObjectRef ref)
{
    const ObjectKey key = catalog.keyOf(ref);
    if (ref.kind == ObjectKind::Source)
        return key.source;
    if (ref.kind == ObjectKind::Other)
        return keyKindName(key.kind) + QLatin1Char(':') + key.parts.join(QChar(0));
    return key.parts.last() + QChar(0) + key.arguments;
}

using NameInParent = std::pair<int, QString>;

class Matcher
{
public:
    Matcher(const Catalog& before, const Catalog& after)
        : m_before(before)
        , m_after(after)
    {
    }

    CatalogMatch run()
    {
        for (ObjectKind kind : kindsInOrder) {
            forwardOf(kind).assign(objectCount(m_before.objects(), kind), noMatch);
            m_taken.assign(objectCount(m_after.objects(), kind), false);
            matchByIdentity(kind);
            matchByName(kind);
            if (kind == ObjectKind::Table)
                proposeTables();
            if (kind == ObjectKind::Column)
                proposeColumns();
            collect(kind);
        }
        const auto byObject = [](const ObjectMatch& a, const ObjectMatch& b) {
            return a.before < b.before;
        };
        std::ranges::sort(m_result.kept, byObject);
        std::ranges::sort(m_result.renamed, byObject);
        std::ranges::sort(m_result.gone);
        std::ranges::sort(m_result.added);
        return std::move(m_result);
    }

private:
    std::vector<int>& forwardOf(ObjectKind kind)
    {
        return m_forward[static_cast<std::size_t>(kind)];
    }

    /// The new parent of an old object; noMatch when the parent is gone.
    int newParentOf(ObjectRef ref)
    {
        const ObjectRef parent = parentOf(m_before, ref);
        return parent == ref ? 0 : forwardOf(parent.kind)[parent.index];
    }

    void take(ObjectRef before, int after, MatchReason reason)
    {
        forwardOf(before.kind)[before.index] = after;
        m_taken[after] = true;
        m_reasons.insert(before, reason);
    }

    /// Identities mean something only within one database of one server.
    [[nodiscard]] bool isSameDatabase(ObjectRef before, ObjectRef after)
    {
        const Source& a = m_before.source(m_before.sourceOf(before));
        const Source& b = m_after.source(m_after.sourceOf(after));
        return a.name == b.name && a.engine == b.engine && a.databaseName == b.databaseName;
    }

    void matchByIdentity(ObjectKind kind)
    {
        std::map<ServerIdentity, int> byIdentity;
        for (int i = 0; i < objectCount(m_after.objects(), kind); ++i) {
            if (const auto& identity = m_after.base({kind, i}).identity)
                byIdentity.emplace(*identity, i);
        }
        for (int i = 0; i < objectCount(m_before.objects(), kind) && !byIdentity.empty(); ++i) {
            const auto& identity = m_before.base({kind, i}).identity;
            const auto found = identity ? byIdentity.find(*identity) : byIdentity.end();
            if (found != byIdentity.end() && !m_taken[found->second] &&
                isSameDatabase({kind, i}, {kind, found->second}))
                take({kind, i}, found->second, MatchReason::Identity);
        }
    }

    void matchByName(ObjectKind kind)
    {
        QHash<NameInParent, QList<int>> byName; // objects may share a key
        for (int i = 0; i < objectCount(m_after.objects(), kind); ++i) {
            const ObjectRef ref(kind, i);
            const ObjectRef parent = parentOf(m_after, ref);
            if (!m_taken[i])
                byName[{parent == ref ? 0 : parent.index, localName(m_after, ref)}].push_back(i);
        }
        for (int i = 0; i < objectCount(m_before.objects(), kind); ++i) {
            const ObjectRef ref(kind, i);
            if (forwardOf(kind)[i] != noMatch)
                continue;
            const auto found = byName.find({newParentOf(ref), localName(m_before, ref)});
            if (found != byName.end() && !found->isEmpty())
                take(ref, found->takeFirst(), MatchReason::Key);
        }
    }

    /// Tables without a match in the same schema: the most similar pair first.
    void proposeTables()
    {
        struct Pair
        {
            double similarity;
            int before;
            int after;
        };
        std::vector<Pair> pairs;
        QHash<int, SimilarTables> newBySchema;
        for (int i = 0; i < objectCount(m_after.objects(), ObjectKind::Table); ++i) {
            if (!m_taken[i])
                newBySchema[m_after.table({i}).schema.index].add(i, columnNamesOf(m_after, {i}));
        }
        for (int i = 0; i < objectCount(m_before.objects(), ObjectKind::Table); ++i) {
            if (forwardOf(ObjectKind::Table)[i] != noMatch)
                continue;
            const auto tables = newBySchema.find(newParentOf({ObjectKind::Table, i}));
            if (tables == newBySchema.end())
                continue;
            for (const auto& [other, score] : tables->similarTo(columnNamesOf(m_before, {i})))
                pairs.push_back({score, i, other});
        }
        std::ranges::stable_sort(pairs, std::greater<>(), &Pair::similarity);
        for (const Pair& pair : pairs) {
            if (forwardOf(ObjectKind::Table)[pair.before] == noMatch && !m_taken[pair.after])
                take({ObjectKind::Table, pair.before}, pair.after, MatchReason::Proposal);
        }
    }

    /// Columns without a match: same position and type in the matched table.
    void proposeColumns()
    {
        for (int i = 0; i < objectCount(m_before.objects(), ObjectKind::Column); ++i) {
            const ObjectRef ref(ObjectKind::Column, i);
            const int table = newParentOf(ref);
            if (forwardOf(ObjectKind::Column)[i] != noMatch || table == noMatch)
                continue;
            const Column& old = m_before.column({i});
            int candidate = m_after.firstColumn({table}).index;
            for (const Column& column : m_after.columnsOf({table})) {
                if (!m_taken[candidate] && column.position == old.position &&
                    column.type == old.type)
                    take(ref, candidate, MatchReason::Proposal);
                ++candidate;
            }
        }
    }

    void collect(ObjectKind kind)
    {
        for (int i = 0; i < objectCount(m_before.objects(), kind); ++i) {
            const ObjectRef ref(kind, i);
            const int found = forwardOf(kind)[i];
            if (found == noMatch) {
                m_result.gone.push_back(ref);
                continue;
            }
            ObjectMatch match{ref, {kind, found}, m_reasons.value(ref), false};
            const auto& oldIdentity = m_before.base(ref).identity;
            const auto& newIdentity = m_after.base(match.after).identity;
            match.identityChanged = oldIdentity && newIdentity && *oldIdentity != *newIdentity;
            const bool isKept = m_before.keyOf(ref) == m_after.keyOf(match.after);
            (isKept ? m_result.kept : m_result.renamed).push_back(match);
        }
        for (int i = 0; i < static_cast<int>(m_taken.size()); ++i) {
            if (!m_taken[i])
                m_result.added.push_back({kind, i});
        }
    }

    const Catalog& m_before;
    const Catalog& m_after;
    std::array<std::vector<int>, static_cast<std::size_t>(ObjectKind::Other) + 1> m_forward;
    std::vector<bool> m_taken; ///< of the kind that is being matched
    QHash<ObjectRef, MatchReason> m_reasons;
    CatalogMatch m_result;
};

} // namespace

CatalogMatch matchCatalogs(const Catalog& before, const Catalog& after)
{
    return Matcher(before, after).run();
}

QHash<ObjectKey, ObjectKey> renamedKeys(const Catalog& before, const Catalog& after,
                                        const CatalogMatch& match)
{
    QHash<ObjectKey, ObjectKey> keys;
    for (const ObjectMatch& renamed : match.renamed)
        keys.insert(before.keyOf(renamed.before), after.keyOf(renamed.after));
    return keys;
}

} // namespace cadastre

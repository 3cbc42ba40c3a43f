// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Follows renames through the boundaries document; see the header.
#include "model/workspace/boundary_refresh.h"

#include "model/boundaries/ownership/member_keys.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr qsizetype renamesSaid = 3;

/// New keys by old ones, whatever kind of table or source the document wrote.
class RenamedObjects
{
public:
    explicit RenamedObjects(const QHash<ObjectKey, ObjectKey>& renamed)
    {
        for (auto it = renamed.begin(); it != renamed.end(); ++it) {
            m_byKey.insert(lookup(it.key()), it.value());
            ObjectKey anywhere = lookup(it.key());
            anywhere.source.clear();
            m_bySourceless[anywhere].push_back(it.value());
        }
    }

    /// Absent when it was not renamed.
    [[nodiscard]] std::optional<ObjectKey> newKey(const ObjectKey& key) const
    {
        if (!key.source.isEmpty()) {
            const auto found = m_byKey.constFind(lookup(key));
            return found == m_byKey.constEnd() ? std::nullopt : std::optional(*found);
        }
        const auto found = m_bySourceless.constFind(lookup(key));
        return found == m_bySourceless.constEnd() || found->size() > 1
                   ? std::nullopt
                   : std::optional(found->front());
    }

private:
    static ObjectKey lookup(ObjectKey key)
    {
        if (key.kind == KeyKind::View || key.kind == KeyKind::MaterializedView ||
            key.kind == KeyKind::ForeignTable)
            key.kind = KeyKind::Table;
        return key;
    }

    QHash<ObjectKey, ObjectKey> m_byKey;
    QHash<ObjectKey, std::vector<ObjectKey>> m_bySourceless;
};

/// Rewrites one document, noting what it did.
class BoundaryRekeying
{
public:
    explicit BoundaryRekeying(const QHash<ObjectKey, ObjectKey>& renamed)
        : m_renamed(renamed)
    {
    }

    BoundaryRefresh refresh(const Boundaries& boundaries)
    {
        BoundaryRefresh result;
        result.boundaries = boundaries;
        for (auto& [name, boundary] : result.boundaries.entries) {
            rekeyTexts(boundary.members);
            rekeyTexts(boundary.roles);
        }
        rekeyMap(result.boundaries.exposures);
        for (auto& [key, entry] : result.boundaries.exposures)
            entry.replicaOf = memberNow(entry.replicaOf);
        rekeyMap(result.boundaries.decisions);
        for (auto& [name, flow] : result.boundaries.flows) {
            for (ObjectKey& table : flow.tables)
                table = now(table);
            std::ranges::sort(flow.tables);
        }
        if (result.boundaries.baseline)
            rekeyBaseline(*result.boundaries.baseline);
        result.sentences = sentences();
        return result;
    }

private:
    [[nodiscard]] ObjectKey newKey(const ObjectKey& key) const
    {
        return m_renamed.newKey(key).value_or(key);
    }
    [[nodiscard]] CrossingKey newKey(const CrossingKey& key) const
    {
        return {key.kind, newKey(key.from), newKey(key.into)};
    }

    void noteFollowed(const ObjectKey& before, const ObjectKey& after)
    {
        if (before != after)
            m_followed.insert(
                QString(before.toString() + QStringLiteral(" is now ") + after.toString()));
    }
    void noteFollowed(const CrossingKey& before, const CrossingKey& after)
    {
        noteFollowed(before.from, after.from);
        noteFollowed(before.into, after.into);
    }

    /// The new key, noted.
    template <typename Key> Key now(const Key& key)
    {
        const Key after = newKey(key);
        noteFollowed(key, after);
        return after;
    }

    /// Patterns stay: they say what they say.
    QString memberNow(const QString& member)
    {
        const bool isException = member.startsWith(QLatin1Char('!'));
        const QString text = isException ? member.sliced(1) : member;
        const Result<ObjectKey> key = ObjectKey::fromString(text);
        if (!isMemberKey(text) || !key)
            return member;
        const ObjectKey renamed = now(*key);
        if (renamed == *key)
            return member;
        return isException ? QString(QLatin1Char('!') + renamed.toString()) : renamed.toString();
    }

    void rekeyTexts(QStringList& members)
    {
        QStringList result;
        for (const QString& member : members)
            result << memberNow(member);
        if (result == members)
            return;
        std::ranges::sort(result);
        result.removeDuplicates();
        members = result;
    }

    /// Entries that stay under the old key, because one that stays has their new key.
    template <typename Key, typename Value>
    [[nodiscard]] std::set<Key> stayingKeys(const std::map<Key, Value>& entries) const
    {
        std::set<Key> staying;
        for (const auto& [key, value] : entries) {
            if (newKey(key) == key)
                staying.insert(key);
        }
        std::size_t known = 0;
        do {
            known = staying.size();
            for (const auto& [key, value] : entries) {
                if (staying.contains(newKey(key)))
                    staying.insert(key);
            }
        } while (staying.size() > known);
        return staying;
    }

    template <typename Key, typename Value> void rekeyMap(std::map<Key, Value>& entries)
    {
        const std::set<Key> staying = stayingKeys(entries);
        std::map<Key, Value> result;
        for (const auto& [key, value] : entries) {
            const Key after = newKey(key);
            if (after != key && staying.contains(key))
                m_clashes << keyName(key);
            const bool moves = !staying.contains(key) && result.emplace(after, value).second;
            if (moves)
                noteFollowed(key, after);
            else
                result.emplace(key, value);
        }
        entries = std::move(result);
    }

    void rekeyBaseline(std::set<CrossingKey>& baseline)
    {
        std::set<CrossingKey> result;
        for (const CrossingKey& key : baseline)
            result.insert(now(key));
        baseline = std::move(result);
    }

    static QString keyName(const ObjectKey& key) { return key.toString(); }
    static QString keyName(const CrossingKey& key) { return crossingKeyText(key); }

    static QString examples(const QStringList& all)
    {
        QString text = all.first(std::min(all.size(), renamesSaid)).join(QLatin1String("; "));
        if (all.size() > renamesSaid)
            text += QStringLiteral("; and %1 more").arg(all.size() - renamesSaid);
        return text;
    }

    [[nodiscard]] QStringList sentences() const
    {
        QStringList result;
        if (!m_followed.empty())
            result << QStringLiteral("The boundaries follow renamed objects: %1.")
                          .arg(examples(QStringList(m_followed.begin(), m_followed.end())));
        if (!m_clashes.isEmpty())
            result << QStringLiteral("What the boundaries say of these stays under the old name, "
                                     "because something else is said under the new one: %1.")
                          .arg(examples(m_clashes));
        return result;
    }

    RenamedObjects m_renamed;
    std::set<QString> m_followed;
    QStringList m_clashes;
};

} // namespace

BoundaryRefresh refreshedBoundaries(const Boundaries& boundaries,
                                    const QHash<ObjectKey, ObjectKey>& renamed)
{
    if (renamed.isEmpty())
        return {boundaries, {}};
    return BoundaryRekeying(renamed).refresh(boundaries);
}

} // namespace cadastre

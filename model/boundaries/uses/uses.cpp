// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Puts the uses of all objects of a catalog together; texts are read in uses_texts.cpp, and meet
// the server's dependencies in uses_merge.cpp.
#include "model/boundaries/uses/uses.h"

#include "model/boundaries/uses/uses_merge.h"

#include <algorithm>
#include <tuple>

namespace cadastre {

namespace {

bool isNotOurs(const ObjectBase& object)
{
    return object.system || !object.extension.isEmpty();
}

class UsesReader
{
public:
    UsesReader(const Catalog& catalog, const std::atomic_bool& cancelled)
        : m_catalog(catalog)
        , m_cancelled(cancelled)
        , m_texts(catalog)
        , m_fromCatalog(catalogUses(catalog))
    {
    }

    UseReading run()
    {
        const CatalogObjects& objects = m_catalog.objects();
        for (std::size_t i = 0; i < objects.tables.size(); ++i) {
            if (isView(objects.tables[i]))
                readUser(TableId{static_cast<int>(i)});
        }
        for (std::size_t i = 0; i < objects.routines.size(); ++i)
            readUser(RoutineId{static_cast<int>(i)});
        for (std::size_t i = 0; i < objects.triggers.size(); ++i)
            readTrigger(TriggerId{static_cast<int>(i)});
        for (std::size_t i = 0; i < objects.others.size(); ++i)
            readUser(OtherId{static_cast<int>(i)});
        for (std::size_t i = 0; i < objects.sources.size(); ++i)
            addUnreadKinds(SourceId{static_cast<int>(i)});
        return finish();
    }

private:
    UseFacts factsOf(ObjectRef user)
    {
        const auto known = m_fromCatalog.find(user);
        const UseFacts fromCatalog = known == m_fromCatalog.end() ? UseFacts{} : known->second;
        TextUses fromText;
        if (!catalogKnowsAll(m_catalog, user, fromCatalog))
            fromText = m_texts.read(user);
        addUnknown(user, fromText.unknown);
        return mergedUses(m_catalog, user, fromCatalog, fromText);
    }

    void addUnknown(ObjectRef user, const QStringList& sentences)
    {
        if (!sentences.isEmpty())
            m_reading.unknown.push_back({user, sentences.join(QLatin1Char(' '))});
        if (!sentences.isEmpty() && user.kind == ObjectKind::Routine)
            m_unknownRoutines.insert(RoutineId{user.index}, sentences.join(QLatin1Char(' ')));
    }

    void readUser(ObjectRef user)
    {
        if (m_cancelled || isNotOurs(m_catalog.base(user)))
            return;
        addAll(user, factsOf(user));
    }

    /// With what its routine does.
    void readTrigger(TriggerId id)
    {
        if (m_cancelled || isNotOurs(m_catalog.trigger(id)))
            return;
        UseFacts facts = factsOf(id);
        if (const auto routine = m_catalog.trigger(id).routine) {
            facts[{*routine, UseKind::Calls}].fromText = false;
            for (int position : usesOf(*routine))
                addUse(facts, m_reading.uses[std::size_t(position)]);
            const QString unknown = m_unknownRoutines.value(*routine);
            if (!unknown.isEmpty())
                addUnknown(id, {unknown});
        }
        addAll(id, facts);
    }

    /// The routine's uses stand together: they were added at once.
    std::vector<int> usesOf(RoutineId routine) const
    {
        std::vector<int> positions;
        const auto range = m_ranges.constFind(routine);
        for (int i = range == m_ranges.constEnd() ? 0 : range->first;
             range != m_ranges.constEnd() && i < range->second; ++i)
            positions.push_back(i);
        return positions;
    }

    static void addUse(UseFacts& facts, const ObjectUse& use)
    {
        const auto [at, isNew] = facts.try_emplace({use.used, use.kind});
        UseFact& fact = at->second;
        fact.columns.insert(use.columns.begin(), use.columns.end());
        fact.columnsKnown = use.columnsKnown && fact.columnsKnown;
        fact.star = fact.star || use.star;
        fact.actions |= use.actions;
        fact.fromText = isNew ? use.fromText : fact.fromText && use.fromText;
    }

    void addAll(ObjectRef user, const UseFacts& facts)
    {
        const int first = static_cast<int>(m_reading.uses.size());
        for (const auto& [key, fact] : facts) {
            const auto& [used, kind] = key;
            const bool counts = used.kind == ObjectKind::Table ||
                                used.kind == ObjectKind::Routine || used.kind == ObjectKind::Type;
            if (!counts || used == user || m_catalog.base(used).system)
                continue;
            ObjectUse use;
            use.user = user;
            use.used = used;
            use.kind = kind;
            use.columns.assign(fact.columns.begin(), fact.columns.end());
            use.columnsKnown = fact.columnsKnown && used.kind == ObjectKind::Table;
            use.star = fact.star;
            use.actions = fact.actions;
            use.fromText = fact.fromText;
            m_reading.uses.push_back(std::move(use));
        }
        if (user.kind == ObjectKind::Routine)
            m_ranges.insert(RoutineId{user.index},
                            {first, static_cast<int>(m_reading.uses.size())});
    }

    /// Kinds of which objects are missing: whatever they use is not known.
    void addUnreadKinds(SourceId source)
    {
        QStringList sentences;
        for (CatalogKind kind : {CatalogKind::Views, CatalogKind::Triggers, CatalogKind::Routines,
                                 CatalogKind::Rules, CatalogKind::Policies, CatalogKind::Events}) {
            const KindReport* report = m_catalog.kindReport(source, kind);
            if (report == nullptr || report->state == ReadState::Read ||
                report->state == ReadState::EngineHasNone)
                continue;
            const QString how = report->state == ReadState::NotRead
                                    ? QStringLiteral("The %1 were not read: %2")
                                    : QStringLiteral("The %1 were read only in part: %2");
            sentences << how.arg(catalogKindName(kind), report->reason);
        }
        addUnknown(source, sentences);
    }

    UseReading finish()
    {
        std::ranges::sort(m_reading.uses, {}, [](const ObjectUse& use) {
            return std::tuple(use.user, use.used, use.kind);
        });
        std::ranges::sort(m_reading.unknown, {}, &UnknownUse::user);
        m_reading.byUsed.resize(m_reading.uses.size());
        for (std::size_t i = 0; i < m_reading.byUsed.size(); ++i)
            m_reading.byUsed[i] = static_cast<int>(i);
        std::ranges::sort(m_reading.byUsed, {}, [this](int position) {
            return std::pair(m_reading.uses[std::size_t(position)].used, position);
        });
        return std::move(m_reading);
    }

    const Catalog& m_catalog;
    const std::atomic_bool& m_cancelled;
    UseTexts m_texts;
    std::map<ObjectRef, UseFacts> m_fromCatalog;
    QHash<RoutineId, std::pair<int, int>> m_ranges; ///< of their uses
    QHash<RoutineId, QString> m_unknownRoutines;
    UseReading m_reading;
};

} // namespace

std::vector<int> UseReading::usesOf(ObjectRef user) const
{
    const auto range = std::ranges::equal_range(uses, user, {}, &ObjectUse::user);
    std::vector<int> positions;
    for (auto it = range.begin(); it != range.end(); ++it)
        positions.push_back(static_cast<int>(it - uses.begin()));
    return positions;
}

std::vector<int> UseReading::usersOf(ObjectRef used) const
{
    const auto usedOf = [this](int position) { return uses[std::size_t(position)].used; };
    const auto range = std::ranges::equal_range(byUsed, used, {}, usedOf);
    return {range.begin(), range.end()};
}

const UnknownUse* UseReading::unknownOf(ObjectRef user) const
{
    const auto found = std::ranges::lower_bound(unknown, user, {}, &UnknownUse::user);
    return found == unknown.end() || found->user != user ? nullptr : &*found;
}

UseReading readUses(const Catalog& catalog, const std::atomic_bool& cancelled)
{
    return UsesReader(catalog, cancelled).run();
}

} // namespace cadastre

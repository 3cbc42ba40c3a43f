// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What views, triggers, routines, rules, policies and events of one boundary read, write and call
// in another. How their texts are read lives in uses.h.
#include "model/boundaries/crossings/crossing_places.h"
#include "model/boundaries/crossings/crossing_search.h"
#include "model/relations/count_text.h"

namespace cadastre {

namespace {

bool isDisabled(const Catalog& catalog, ObjectRef user)
{
    return user.kind == ObjectKind::Trigger && !catalog.trigger({user.index}).enabled;
}

/// A routine that runs with its owner's rights, or a trigger that calls one.
bool runsWithOwnersRights(const Catalog& catalog, ObjectRef user)
{
    if (user.kind == ObjectKind::Trigger) {
        const std::optional<RoutineId> routine = catalog.trigger({user.index}).routine;
        return routine && catalog.routine(*routine).securityDefiner;
    }
    return user.kind == ObjectKind::Routine && catalog.routine({user.index}).securityDefiner;
}

CrossingKind kindOfUse(const CrossingSearch& search, const ObjectUse& use)
{
    if (use.used.kind == ObjectKind::Type)
        return CrossingKind::Type;
    switch (use.kind) {
    case UseKind::Reads:
        return search.isPublished(use.used) ? CrossingKind::ContractRead : CrossingKind::Read;
    case UseKind::Writes:
        return CrossingKind::Write;
    case UseKind::Calls:
        return CrossingKind::Call;
    }
    Q_UNREACHABLE();
}

/// "reads 2 columns of x", "writes x (UPDATE)", "calls x".
QString verbText(const CrossingSearch& search, const ObjectUse& use, CrossingKind kind)
{
    const QString name = search.name(use.used);
    if (kind == CrossingKind::Type)
        return QString(QStringLiteral("uses the type ") + name);
    if (kind == CrossingKind::Call)
        return QString(QStringLiteral("calls ") + name);
    if (kind == CrossingKind::Write)
        return use.actions ? QStringLiteral("writes %1 (%2)").arg(name, privilegesText(use.actions))
                           : QString(QStringLiteral("writes ") + name);
    if (!use.columnsKnown || use.columns.empty())
        return QString(QStringLiteral("reads ") + name);
    return QStringLiteral("reads %1 of %2")
        .arg(countedNoun(static_cast<qint64>(use.columns.size()), QStringLiteral("column"),
                         QStringLiteral("columns")),
             name);
}

/// ", private to ordering", ", a contract of catalogue", " of billing".
QString ownerText(const CrossingSearch& search, const ObjectUse& use, CrossingKind kind)
{
    const QString& boundary = search.boundaryName(use.used);
    if (kind == CrossingKind::Read)
        return QString(QStringLiteral(", private to ") + boundary);
    if (kind != CrossingKind::ContractRead || use.used.kind != ObjectKind::Table)
        return QString(QStringLiteral(" of ") + boundary);
    const auto index = static_cast<std::size_t>(use.used.index);
    switch (search.facts().ownership.exposures[index].exposure) {
    case Exposure::Contract:
        return QString(QStringLiteral(", a contract of ") + boundary);
    case Exposure::Replica:
        return QString(QStringLiteral(", a replica of ") + boundary);
    case Exposure::Private:
        break;
    }
    return QString(QStringLiteral(" of ") + boundary + QStringLiteral(", which is shared"));
}

QString useSentence(const CrossingSearch& search, const ObjectUse& use, const Crossing& crossing)
{
    const Catalog& catalog = search.catalog();
    QString sentence =
        QString(search.subject(use.user) + QLatin1Char(' ') + verbText(search, use, crossing.kind) +
                ownerText(search, use, crossing.kind));
    if (!crossing.sameDatabase)
        sentence += crossing.sameServer
                        ? QStringLiteral(", from database %1 into %2 of one server")
                              .arg(databaseName(catalog, use.user), databaseName(catalog, use.used))
                        : QStringLiteral(", which is in another database");
    if (crossing.kind == CrossingKind::Write && runsWithOwnersRights(catalog, use.user))
        sentence += QStringLiteral(", with the rights of its owner");
    if (crossing.disabled)
        sentence += QStringLiteral("; it is disabled at present");
    return QString(sentence + QLatin1Char('.'));
}

/// Whether the reading is part of changing rows of the same object.
bool isReadOfWritten(const std::vector<ObjectUse>& uses, std::size_t position)
{
    const ObjectUse& use = uses[position];
    if (use.kind != UseKind::Reads)
        return false;
    for (std::size_t i = position + 1; i < uses.size(); ++i) {
        if (uses[i].user != use.user || uses[i].used != use.used)
            return false;
        if (uses[i].kind == UseKind::Writes)
            return uses[i].actions.testAnyFlags(Privilege::Update | Privilege::Delete);
    }
    return false;
}

/// PostgreSQL gives partitions a copy of each trigger of the partitioned table.
bool isPartitionsCopy(const Catalog& catalog, ObjectRef user)
{
    if (user.kind != ObjectKind::Trigger)
        return false;
    const Trigger& trigger = catalog.trigger({user.index});
    const std::optional<TableId> parent = catalog.table(trigger.table).partitionOf;
    return parent && std::ranges::any_of(catalog.triggersOf(*parent), [&](const Trigger& other) {
               return other.name == trigger.name && other.routine == trigger.routine;
           });
}

bool isCopier(const Catalog& catalog, ObjectRef user)
{
    if (user.kind != ObjectKind::Other)
        return false;
    const QString& kind = catalog.other({user.index}).kindName;
    return kind == QLatin1String("publication") || kind == QLatin1String("subscription");
}

} // namespace

OwnUses::OwnUses(const BoundaryFacts& facts)
    : m_catalog(facts.catalog)
    , m_uses(facts.uses.uses)
    , m_runByTriggers(facts.catalog.objects().routines.size())
{
    for (const Trigger& trigger : facts.catalog.objects().triggers) {
        if (trigger.routine)
            m_runByTriggers[static_cast<std::size_t>(trigger.routine->index)] = true;
    }
}

bool OwnUses::contains(std::size_t position) const
{
    const ObjectRef user = m_uses[position].user;
    if (user.kind == ObjectKind::Routine && m_runByTriggers[static_cast<std::size_t>(user.index)])
        return false;
    return !isReadOfWritten(m_uses, position) && !isPartitionsCopy(m_catalog, user) &&
           !isCopier(m_catalog, user);
}

void findUseCrossings(CrossingSearch& search)
{
    const std::vector<ObjectUse>& uses = search.facts().uses.uses;
    const OwnUses ownUses(search.facts());
    for (std::size_t i = 0; i < uses.size(); ++i) {
        const ObjectUse& use = uses[i];
        if (!search.crosses(use.user, use.used) || !ownUses.contains(i))
            continue;
        Crossing crossing = search.crossing({kindOfUse(search, use), use.user, use.used});
        crossing.columns = use.columns;
        crossing.columnsKnown = use.columnsKnown;
        crossing.privileges = use.actions;
        crossing.disabled = isDisabled(search.catalog(), use.user);
        crossing.sentence = useSentence(search, use, crossing);
        search.add(std::move(crossing));
    }
}

} // namespace cadastre

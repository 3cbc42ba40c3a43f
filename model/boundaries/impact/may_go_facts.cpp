// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Who uses what, in the widest sense, and what could not be known.
#include "model/boundaries/access/access.h"
#include "model/boundaries/crossings/crossing_search.h"
#include "model/boundaries/impact/may_go_parts.h"
#include "model/notes/keep_note.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr int mostNamesInSentence = 3;

void markReferences(const BoundaryFacts& facts, MayGoFacts& found)
{
    const Catalog& catalog = facts.catalog;
    for (const Relationship& relationship : facts.relationships) {
        if (!countsAsRelationship(relationship, facts.minimumConfidence))
            continue;
        for (ColumnId column : relationship.childColumns)
            found.usedColumns[std::size_t(column.index)] = true;
        if (relationship.typeColumn)
            found.usedColumns[std::size_t(relationship.typeColumn->index)] = true;
        for (const RelationshipTarget& target : relationship.targets) {
            for (ColumnId column : target.columns)
                found.usedColumns[std::size_t(column.index)] = true;
            if (target.isResolved() && target.table != relationship.child)
                found.referenced[std::size_t(target.table.index)] = true;
        }
    }
    for (const Table& table : catalog.objects().tables) {
        for (TableId parent : table.inherits)
            found.referenced[std::size_t(parent.index)] = true;
    }
    for (const auto& [from, into] : copiedObjects(catalog)) {
        if (into.kind == ObjectKind::Table)
            found.referenced[std::size_t(into.index)] = true;
    }
    for (const Trigger& trigger : catalog.objects().triggers)
        found.hasTriggers[std::size_t(trigger.table.index)] = true;
}

/// Whose role it is, seen from the table.
enum class RoleSide : std::uint8_t { Own, Other, Nobodys };

RoleSide sideOf(const Ownership& ownership, const TableAccess& access)
{
    const std::vector<BoundaryIndex>& boundaries =
        ownership.ofRoles[std::size_t(access.role.index)];
    if (boundaries.empty())
        return RoleSide::Nobodys;
    const BoundaryIndex own = ownership.ofTables[std::size_t(access.table.index)];
    const bool isOwn =
        std::ranges::all_of(boundaries, [own](BoundaryIndex other) { return other == own; });
    return isOwn ? RoleSide::Own : RoleSide::Other;
}

void markRoles(const BoundaryFacts& facts, MayGoFacts& found)
{
    constexpr Privileges using_ = Privileges(Privilege::Select) | Privilege::Insert |
                                  Privilege::Update | Privilege::Delete | Privilege::Truncate;
    for (const TableAccess& access : tableAccess(facts.catalog, facts.ownership)) {
        if (access.owner || access.superuser || !(access.privileges & using_))
            continue;
        const auto table = std::size_t(access.table.index);
        const RoleSide side = sideOf(facts.ownership, access);
        if (side == RoleSide::Other)
            found.foreignRole[table] = true;
        else if (side == RoleSide::Nobodys && found.otherRole[table].isEmpty())
            found.otherRole[table] = facts.catalog.role(access.role).name;
    }
}

void addUnread(const Catalog& catalog, SourceId source, QStringList& sentences)
{
    const KindReport* grants = catalog.kindReport(source, CatalogKind::Grants);
    if (grants != nullptr &&
        (grants->state == ReadState::NotRead || grants->state == ReadState::PartlyRead))
        sentences << QStringLiteral("Not all grants were read: other roles may use it.");
    if (grants != nullptr && grants->state == ReadState::EngineHasNone)
        sentences << QStringLiteral(
            "The engine has no roles: nobody can tell who reads and writes.");
}

/// Names a few of the definitions that are not wholly known.
void addUnknownTexts(const BoundaryFacts& facts, SourceId source, QStringList& sentences)
{
    QStringList names;
    int count = 0;
    for (const UnknownUse& unknown : facts.uses.unknown) {
        if (facts.catalog.sourceOf(unknown.user) != source)
            continue;
        if (unknown.user.kind == ObjectKind::Source) {
            sentences << unknown.why;
            continue;
        }
        if (++count <= mostNamesInSentence)
            names << facts.catalog.displayName(unknown.user);
    }
    if (count == 0)
        return;
    const QString more = count > mostNamesInSentence
                             ? QStringLiteral(" and %1 more").arg(count - mostNamesInSentence)
                             : QString();
    sentences << QStringLiteral("Not wholly read, and may use it: %1%2.")
                     .arg(names.join(QLatin1String(", ")), more);
}

} // namespace

MayGoFacts::MayGoFacts(const BoundaryFacts& boundaryFacts, const CommentedCatalog* stagedComments)
    : facts(boundaryFacts)
    , staged(stagedComments)
    , referenced(facts.catalog.objects().tables.size(), false)
    , hasTriggers(referenced)
    , foreignRole(referenced)
    , otherRole(referenced.size())
    , usedColumns(facts.catalog.objects().columns.size(), false)
{
    markReferences(facts, *this);
    markRoles(facts, *this);
    markColumnsOfStructure(facts.catalog, usedColumns);
    for (const ObjectUse& use : facts.uses.uses) {
        for (ColumnId column : use.columns)
            usedColumns[std::size_t(column.index)] = true;
    }
    for (const QString& name : facts.ownership.names) {
        const auto entry = facts.boundaries.entries.find(outermostBoundary(facts.boundaries, name));
        external.push_back(entry != facts.boundaries.entries.end() &&
                           entry->second.kind == BoundaryKind::External);
    }
    const int sources = static_cast<int>(facts.catalog.objects().sources.size());
    for (int i = 0; i < sources; ++i) {
        QStringList& sentences = unknown.emplace_back(
            QStringLiteral("Programs outside of the database cannot be seen."));
        addUnread(facts.catalog, SourceId{i}, sentences);
        addUnknownTexts(facts, SourceId{i}, sentences);
    }
}

/// Private, somebody's own, and nothing that stands or falls with another object. Where nobody has
/// drawn a boundary, everything is.
bool MayGoFacts::isCandidate(TableId id) const
{
    const BoundaryIndex owner = facts.ownership.ofTables[std::size_t(id.index)];
    if (owner < 0 ? !external.empty() : bool(external[std::size_t(owner)]))
        return false;
    const Table& table = facts.catalog.table(id);
    const bool isPart = table.partitionOf || table.kind == TableKind::ShadowTable;
    return !table.system && table.extension.isEmpty() && !isPart && !table.notRead &&
           facts.ownership.exposures[std::size_t(id.index)].exposure == Exposure::Private &&
           !isKept(id);
}

bool MayGoFacts::isUnused(TableId id) const
{
    const auto at = std::size_t(id.index);
    bool holdsKept = false;
    const int first = facts.catalog.firstColumn(id).index;
    const int end = first + static_cast<int>(facts.catalog.columnsOf(id).size());
    for (int column = first; column < end && !holdsKept; ++column)
        holdsKept = isKept(ColumnId{column});
    return !referenced[at] && !hasTriggers[at] && !foreignRole[at] && !holdsKept &&
           facts.uses.usersOf(id).empty();
}

QStringList MayGoFacts::unknownOf(TableId id) const
{
    QStringList sentences = unknown[std::size_t(facts.catalog.sourceOf(id).index)];
    const QString& role = otherRole[std::size_t(id.index)];
    if (!role.isEmpty())
        sentences << QStringLiteral("Role %1, which acts for no boundary, may use it.").arg(role);
    return sentences;
}

bool MayGoFacts::isKept(ObjectRef object) const
{
    return keepReason(facts.catalog, object, staged).has_value();
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/boundaries/uses/uses_merge.h"

#include <algorithm>

namespace cadastre {

namespace {

Engine engineOfUser(const Catalog& catalog, ObjectRef object)
{
    return catalog.source(catalog.sourceOf(object)).engine;
}

bool isServerWithTexts(Engine engine)
{
    return engine == Engine::MariaDb || engine == Engine::MySql;
}

UseKind useKindOf(DependencyKind kind)
{
    if (kind == DependencyKind::Writes)
        return UseKind::Writes;
    return kind == DependencyKind::Calls ? UseKind::Calls : UseKind::Reads;
}

/// A whole row in a PostgreSQL view is written with a star; columns are not.
bool hasWholeRow(const Catalog& catalog, ObjectRef user)
{
    return user.kind == ObjectKind::Table &&
           catalog.table(TableId{user.index}).viewDefinition.contains(QLatin1String(".*"));
}

/// NEW and OLD of triggers and rules.
bool isOwnRow(const Catalog& catalog, ObjectRef user, ObjectRef used)
{
    if (user.kind == ObjectKind::Trigger)
        return ObjectRef(catalog.trigger(TriggerId{user.index}).table) == used;
    return user.kind == ObjectKind::Other && catalog.other(OtherId{user.index}).about == used;
}

/// Whether the text says something of the object; then the catalog knows of it, too.
bool confirmUsesOf(UseFacts& facts, ObjectRef used)
{
    bool isThere = false;
    for (auto at = facts.lower_bound({used, UseKind::Reads});
         at != facts.end() && at->first.first == used; ++at) {
        at->second.fromText = false;
        isThere = true;
    }
    return isThere;
}

/// What the catalog says where the text says something, too.
void addKnownToBoth(UseFact& fact, const UseFact& fromCatalog, UseKind kind, bool isExact)
{
    if (kind == UseKind::Reads && isExact && fromCatalog.columnsKnown) {
        fact.columns = fromCatalog.columns;
        fact.columnsKnown = true;
    } else {
        fact.columns.insert(fromCatalog.columns.begin(), fromCatalog.columns.end());
    }
    fact.fromText = fact.fromText && fromCatalog.fromText;
}

} // namespace

std::map<ObjectRef, UseFacts> catalogUses(const Catalog& catalog)
{
    std::map<ObjectRef, UseFacts> uses;
    for (const Dependency& dependency : catalog.objects().dependencies) {
        const bool isColumn = dependency.on.kind == ObjectKind::Column;
        const ColumnId column{dependency.on.index};
        const ObjectRef used = isColumn ? ObjectRef(catalog.column(column).table) : dependency.on;
        UseFact& fact = uses[dependency.dependent][{used, useKindOf(dependency.kind)}];
        fact.fromText = isServerWithTexts(engineOfUser(catalog, dependency.dependent));
        fact.columnsKnown = !fact.fromText;
        if (isColumn)
            fact.columns.insert(column);
        if (isColumn && dependency.kind == DependencyKind::Writes)
            fact.actions |= Privilege::Update;
    }
    return uses;
}

bool catalogKnowsAll(const Catalog& catalog, ObjectRef user, const UseFacts& fromCatalog)
{
    return user.kind == ObjectKind::Table && !fromCatalog.empty() &&
           engineOfUser(catalog, user) == Engine::PostgreSql;
}

/// SQLite's authorizer and PostgreSQL's views know columns exactly; rules and routines of
/// PostgreSQL do not say what is read and what is written, and their texts do.
UseFacts mergedUses(const Catalog& catalog, ObjectRef user, const UseFacts& fromCatalog,
                    const TextUses& fromText)
{
    const Engine engine = engineOfUser(catalog, user);
    const bool isExact = engine == Engine::Sqlite || user.kind == ObjectKind::Table;
    const bool textDecides = engine == Engine::PostgreSql && user.kind != ObjectKind::Table;
    UseFacts merged = fromText.facts;
    for (const auto& [key, known] : fromCatalog) {
        const auto& [used, kind] = key;
        const auto said = merged.find(key);
        if (said != merged.end()) {
            if (!textDecides && !isOwnRow(catalog, user, used))
                addKnownToBoth(said->second, known, kind, isExact && !known.fromText);
            said->second.fromText = said->second.fromText && known.fromText;
            continue;
        }
        if (textDecides && fromText.unknown.isEmpty() && confirmUsesOf(merged, used))
            continue;
        if (kind == UseKind::Reads && isOwnRow(catalog, user, used))
            continue;
        const bool isOwn = used.kind == ObjectKind::Table &&
                           fromText.ownTables.contains(catalog.table(TableId{used.index}).name);
        if (!isOwn)
            merged.emplace(key, known);
    }
    for (auto& [key, fact] : merged) {
        if (engine == Engine::PostgreSql && hasWholeRow(catalog, user))
            fact.columnsKnown = false;
    }
    return merged;
}

} // namespace cadastre

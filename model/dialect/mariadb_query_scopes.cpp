// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/dialect/mariadb_query_scopes.h"

#include <algorithm>

namespace cadastre::mariadb {

void QueryScopes::close()
{
    resolvePending();
    if (m_scopes.size() == 1)
        return;
    std::vector<Pending> unresolved = std::move(m_scopes.back().pending);
    m_scopes.pop_back();
    auto& outer = m_scopes.back().pending;
    outer.insert(outer.end(), unresolved.begin(), unresolved.end());
}

void QueryScopes::nextSelect()
{
    resolvePending();
    Scope& scope = m_scopes.back();
    scope.aliases.clear();
    scope.firstSeen.clear();
    scope.lastAlias.clear();
    scope.tableCount = 0;
}

void QueryScopes::nextStatement()
{
    while (m_scopes.size() > 1)
        close();
    resolvePending();
    m_scopes.back() = {};
}

void QueryScopes::addTable(const QString& schema, const QString& name, ReferenceKind kind)
{
    const bool derived = isDerivedName(schema, name);
    Scope& scope = m_scopes.back();
    const Reference reference{schema, name, {}, kind};
    if (!derived && m_found.insert(reference).second)
        scope.firstSeen.push_back(reference);
    scope.aliases.insert(name, {schema, name, derived});
    scope.lastAlias = name;
    ++scope.tableCount;
}

void QueryScopes::addDerivedTable()
{
    Scope& scope = m_scopes.back();
    scope.lastAlias.clear();
    scope.aliases.insert({}, {{}, {}, true});
    ++scope.tableCount;
}

void QueryScopes::nameAlias(const QString& alias)
{
    Scope& scope = m_scopes.back();
    const TableName table = scope.aliases.take(scope.lastAlias);
    scope.aliases.insert(alias, table);
    scope.lastAlias = alias;
}

void QueryScopes::addColumn(const QString& qualifier, const QString& column)
{
    m_scopes.back().pending.push_back({{}, qualifier, column});
}

void QueryScopes::addWrite(const QString& schema, const QString& aliasOrName)
{
    m_scopes.back().pending.push_back({schema, aliasOrName, {}});
}

void QueryScopes::writeOnlyTable()
{
    const Scope& scope = m_scopes.back();
    for (const Reference& reference : scope.firstSeen)
        m_found.erase(reference);
    for (const TableName& table : scope.aliases) {
        if (!table.derived)
            add({table.schema, table.name, {}, ReferenceKind::Writes});
    }
}

std::vector<Reference> QueryScopes::takeAll()
{
    nextStatement();
    return {m_found.begin(), m_found.end()};
}

bool QueryScopes::isDerivedName(const QString& schema, const QString& name) const
{
    if (!schema.isEmpty())
        return false;
    return m_temporaryTables.contains(name) ||
           std::ranges::any_of(
               m_scopes, [&name](const Scope& scope) { return scope.commonTables.contains(name); });
}

void QueryScopes::resolvePending()
{
    Scope& scope = m_scopes.back();
    std::erase_if(scope.pending, [&](const Pending& pending) { return resolve(scope, pending); });
}

bool QueryScopes::resolve(const Scope& scope, const Pending& pending)
{
    if (!pending.schema.isEmpty()) {
        add({pending.schema, pending.qualifier, {}, ReferenceKind::Writes});
        return true;
    }
    const auto table = scope.aliases.constFind(pending.qualifier);
    if (table == scope.aliases.cend())
        return false;
    if (table->derived)
        return true;
    if (pending.column.isEmpty())
        add({table->schema, table->name, {}, ReferenceKind::Writes});
    else
        add({table->schema, table->name, pending.column, ReferenceKind::Reads});
    return true;
}

} // namespace cadastre::mariadb

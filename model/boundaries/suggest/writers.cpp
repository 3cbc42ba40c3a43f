// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// See the header.
#include "model/boundaries/suggest/writers.h"

#include <algorithm>
#include <map>
#include <set>

namespace cadastre::suggest {

namespace {

const Privileges writing =
    Privilege::Insert | Privilege::Update | Privilege::Delete | Privilege::Truncate;

/// Roles by position that were given the right to write, as ids.
std::vector<std::set<RoleId>> grantedWriters(const Catalog& catalog, const Scope& scope)
{
    std::vector<std::set<RoleId>> result(scope.size());
    for (const Grant& grant : catalog.objects().grants) {
        if (grant.object.kind != ObjectKind::Table || !grant.grantee || grant.ownerDefault ||
            !(grant.privileges & writing) || catalog.role(*grant.grantee).superuser)
            continue;
        const int position = scope.positions[grant.object.index];
        if (position >= 0)
            result[position].insert(*grant.grantee);
    }
    return result;
}

} // namespace

Writers writersOf(const Catalog& catalog, const Scope& scope)
{
    std::vector<std::set<RoleId>> writers = grantedWriters(catalog, scope);
    std::map<RoleId, int> counts;
    for (const std::set<RoleId>& ofTable : writers) {
        for (const RoleId role : ofTable)
            ++counts[role];
    }
    Writers result;
    result.groups.assign(scope.size(), -1);
    std::map<std::set<RoleId>, int> numbers;
    for (int i = 0; i < scope.size(); ++i) {
        std::erase_if(writers[i], [&](RoleId role) { return 2 * counts[role] > scope.size(); });
        if (writers[i].empty())
            continue;
        const auto [found, isNew] =
            numbers.emplace(writers[i], static_cast<int>(result.tables.size()));
        if (isNew) {
            QStringList names;
            for (const RoleId role : writers[i])
                names << QString(QLatin1Char('`') + catalog.role(role).name + QLatin1Char('`'));
            names.sort();
            result.names << names.join(QStringLiteral(", "));
            result.tables.emplace_back();
        }
        result.groups[i] = found->second;
        result.tables[found->second].push_back(i);
    }
    return result;
}

} // namespace cadastre::suggest

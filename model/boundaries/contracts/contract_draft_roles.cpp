// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which roles would read the contract in place of the table; see the header.
#include "model/boundaries/contracts/contract_draft_parts.h"
#include "model/boundaries/contracts/remote_options.h"

#include <algorithm>

namespace cadastre {

namespace {

/// Accounts in whose name the readers read: owners of views in PostgreSQL, definers in MariaDB.
QStringList accountsOfReaders(const Catalog& catalog, const ContractDraft& draft)
{
    QStringList accounts;
    for (const ObjectRef reader : draft.readers) {
        const ObjectBase& base = catalog.base(reader);
        const QString definer = propertyValue(base, QLatin1String("Definer"));
        const QString account = definer.isEmpty() ? base.owner : definer;
        if (!account.isEmpty() && !accounts.contains(account))
            accounts << account;
    }
    return accounts;
}

bool actsForOwner(const SelectGrants& grants, RoleId role, BoundaryIndex owner)
{
    return std::ranges::binary_search(grants.boundariesOf(role), owner);
}

bool actsForOthers(const SelectGrants& grants, RoleId role, BoundaryIndex owner)
{
    return std::ranges::any_of(grants.boundariesOf(role),
                               [owner](BoundaryIndex acting) { return acting != owner; });
}

void sayWhatIsUnknown(const Catalog& catalog, RoleId role, bool onColumnsOnly, ContractDraft& draft)
{
    if (onColumnsOnly)
        return;
    draft.columnsKnown = false;
    draft.unknown << QStringLiteral("Which columns programs use that log in as %1 is not known.")
                         .arg(catalog.role(role).name);
}

} // namespace

void addDraftRoles(const DraftContext& context, ContractDraft& draft, std::set<ColumnId>& columns)
{
    const Catalog& catalog = context.facts.catalog;
    const QStringList accounts = accountsOfReaders(catalog, draft);
    const std::vector<SelectGrants::Right> rights = context.grants.rightsOn(draft.base);
    for (const RoleId role : context.grants.rolesOn(draft.base)) {
        const bool ofReader = accounts.contains(catalog.role(role).name);
        if (!ofReader && !actsForOthers(context.grants, role, draft.boundary))
            continue;
        if (actsForOwner(context.grants, role, draft.boundary)) {
            draft.unknown << QStringLiteral("%1 acts for the owner, too: it keeps its right to "
                                            "read the table.")
                                 .arg(catalog.role(role).name);
            continue;
        }
        draft.roles.push_back(role);
        bool onColumnsOnly = true;
        for (const SelectGrants::Right& right : rights) {
            if (right.role != role)
                continue;
            if (right.on.kind == ObjectKind::Column)
                columns.insert({right.on.index});
            else
                onColumnsOnly = false;
        }
        sayWhatIsUnknown(catalog, role, onColumnsOnly || ofReader, draft);
    }
    if (context.grants.isPublic(draft.base))
        draft.unknown << QStringLiteral("Everybody may read the table: who does is not known.");
}

} // namespace cadastre

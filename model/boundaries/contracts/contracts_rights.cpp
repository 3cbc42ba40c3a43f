// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Views whose owner (PostgreSQL) or definer (MariaDB) exists but may not read what they read: they
// fail for everybody. Said only where all grants were read.
#include "model/boundaries/contracts/contracts_parts.h"

#include "model/boundaries/contracts/remote_options.h"

#include <QHash>

#include <algorithm>

namespace cadastre {

namespace {

bool wereRightsRead(const Catalog& catalog, SourceId source)
{
    for (const CatalogKind kind : {CatalogKind::Roles, CatalogKind::Grants}) {
        const KindReport* report = catalog.kindReport(source, kind);
        if (!report || report->state != ReadState::Read)
            return false;
    }
    return true;
}

/// Who reads when the view is read; empty when that is whoever asks.
QString readingAccount(const Catalog& catalog, TableId id)
{
    const Table& view = catalog.table(id);
    switch (catalog.source(catalog.sourceOf(id)).engine) {
    case Engine::PostgreSql: {
        const QString options = propertyValue(view, QLatin1String("Options"));
        const bool asInvoker =
            options.contains(QLatin1String("security_invoker=true"), Qt::CaseInsensitive) ||
            options.contains(QLatin1String("security_invoker=on"), Qt::CaseInsensitive) ||
            options.contains(QLatin1String("security_invoker=1"), Qt::CaseInsensitive);
        return asInvoker ? QString() : view.owner;
    }
    case Engine::MariaDb:
    case Engine::MySql: {
        const bool asDefiner =
            propertyValue(view, QLatin1String("SQL security")) == QLatin1String("DEFINER");
        return asDefiner ? propertyValue(view, QLatin1String("Definer")) : QString();
    }
    case Engine::Sqlite:
        return {};
    }
    Q_UNREACHABLE();
}

class RightsOfAccounts
{
public:
    explicit RightsOfAccounts(const ContractContext& context)
        : m_context(context)
    {
    }

    /// Whether an account may read a table, itself, through its roles or as everybody. Accounts
    /// that the catalog does not have are not judged: they may.
    bool mayRead(SourceId source, const QString& account, TableId table)
    {
        const Catalog& catalog = m_context.catalog();
        const auto role = catalog.find({catalog.source(source).name, KeyKind::Role, {account}, {}});
        if (!role || m_context.grants.isPublic(table))
            return true;
        const std::vector<RoleId>& groups = groupsOf({role->index});
        const QString& owner = catalog.table(table).owner;
        const bool byItself = std::ranges::any_of(groups, [&](RoleId group) {
            return catalog.role(group).superuser ||
                   (!owner.isEmpty() && catalog.role(group).name == owner);
        });
        if (byItself)
            return true;
        const std::vector<RoleId> readers = m_context.grants.rolesOn(table);
        return std::ranges::any_of(groups, [&readers](RoleId group) {
            return std::ranges::binary_search(readers, group);
        });
    }

private:
    const std::vector<RoleId>& groupsOf(RoleId role)
    {
        std::vector<RoleId>& groups = m_groups[role];
        if (groups.empty())
            groups = withGroups(m_context.catalog(), role);
        return groups;
    }

    const ContractContext& m_context;
    QHash<RoleId, std::vector<RoleId>> m_groups;
};

void addMissingRight(const ContractContext& context, TableId view, const QString& account,
                     TableId read, std::vector<BoundaryFinding>& findings)
{
    const Catalog& catalog = context.catalog();
    BoundaryFinding finding =
        tableFinding(context, "view-definer-rights", view, BoundarySeverity::Warning);
    finding.sentence =
        QStringLiteral("%1 reads in the name of %2, who may not read %3: it fails for everybody.")
            .arg(titledName(catalog, view), account, catalog.displayName(read));
    finding.suggestion =
        QStringLiteral("%1 Either %2 needs SELECT on %3, or the view has to go.")
            .arg(context.whomToAsk(context.ownerOf(read)), account, catalog.displayName(read));
    findings.push_back(std::move(finding));
}

} // namespace

void findMissingRights(const ContractContext& context, std::vector<BoundaryFinding>& findings)
{
    const Catalog& catalog = context.catalog();
    std::vector<bool> known;
    for (int i = 0; i < static_cast<int>(catalog.objects().sources.size()); ++i)
        known.push_back(wereRightsRead(catalog, {i}));
    RightsOfAccounts rights(context);
    for (int i = 0; i < static_cast<int>(catalog.objects().tables.size()); ++i) {
        const TableId view{i};
        const Table& table = catalog.table(view);
        const SourceId source = catalog.sourceOf(view);
        if (!isView(table) || table.system || table.broken || !known[source.index])
            continue;
        const QString account = readingAccount(catalog, view);
        if (account.isEmpty())
            continue;
        for (const int at : context.facts.uses.usesOf(view)) {
            const ObjectUse& use = context.facts.uses.uses[at];
            if (use.kind != UseKind::Reads || use.used.kind != ObjectKind::Table)
                continue;
            const TableId used{use.used.index};
            if (!catalog.table(used).system && !rights.mayRead(source, account, used))
                addMissingRight(context, view, account, used, findings);
        }
    }
}

} // namespace cadastre

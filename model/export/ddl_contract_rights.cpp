// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Looks up how each right was given; see the header.
#include "model/export/ddl_contract_rights.h"

#include "model/dialect/quoting.h"
#include "model/export/ddl_keys.h"

#include <algorithm>
#include <map>
#include <set>

namespace cadastre {

namespace {

Engine engineOfRole(const Catalog& catalog, RoleId role)
{
    return catalog.source(catalog.role(role).source).engine;
}

bool isAccount(const Role& role)
{
    return role.name.contains(QLatin1Char('@')) &&
           std::ranges::none_of(role.properties, [](const Property& property) {
               return property.label == QLatin1String("Kind") &&
                      property.value == QLatin1String("role");
           });
}

/// How the roles of a draft came to read its table.
struct GivenRights
{
    std::set<RoleId> onTable;
    std::map<RoleId, std::vector<ColumnId>> onColumns;
    std::map<RoleId, ObjectRef> wider;  ///< a schema or source
    std::map<RoleId, QString> grantors; ///< where it is not the table's owner
    bool toEverybody = false;
};

class RightsFinder
{
public:
    RightsFinder(const Catalog& catalog, const ContractDraft& draft)
        : m_catalog(catalog)
        , m_draft(draft)
    {
    }

    GivenRights find()
    {
        for (const Grant& grant : m_catalog.objects().grants) {
            if (!grant.privileges.testFlag(Privilege::Select) || grant.ownerDefault ||
                !isAboutTable(grant.object))
                continue;
            if (!grant.grantee)
                m_rights.toEverybody = true;
            else if (std::ranges::find(m_draft.roles, *grant.grantee) != m_draft.roles.end())
                add(grant);
        }
        return std::move(m_rights);
    }

private:
    [[nodiscard]] bool isAboutTable(ObjectRef object) const
    {
        const SchemaId schema = m_catalog.table(m_draft.base).schema;
        switch (object.kind) {
        case ObjectKind::Table:
            return object == ObjectRef(m_draft.base);
        case ObjectKind::Column:
            return m_catalog.column({object.index}).table == m_draft.base;
        case ObjectKind::Schema:
            return object == ObjectRef(schema);
        case ObjectKind::Source:
            return object == ObjectRef(m_catalog.schema(schema).source);
        default:
            return false;
        }
    }

    void add(const Grant& grant)
    {
        const RoleId role = *grant.grantee;
        if (grant.object.kind == ObjectKind::Column)
            m_rights.onColumns[role].push_back({grant.object.index});
        else if (grant.object.kind == ObjectKind::Table)
            m_rights.onTable.insert(role);
        else
            m_rights.wider.emplace(role, grant.object);
        const QString& owner = m_catalog.table(m_draft.base).owner;
        if (!grant.grantor.isEmpty() && !owner.isEmpty() && grant.grantor != owner)
            m_rights.grantors.emplace(role, grant.grantor);
    }

    const Catalog& m_catalog;
    const ContractDraft& m_draft;
    GivenRights m_rights;
};

Result<QString> revokedColumns(const Catalog& catalog, Engine engine,
                               const std::vector<ColumnId>& columns)
{
    QStringList names;
    for (const ColumnId id : columns) {
        const Result<QString> name = quotedIdentifier(engine, catalog.column(id).name);
        if (!name)
            return name;
        names << *name;
    }
    return names.join(QLatin1String(", "));
}

QString commentOnWider(const Catalog& catalog, RoleId role, ObjectRef wider)
{
    const QString where = wider.kind == ObjectKind::Source
                              ? QStringLiteral("everything on this server")
                              : catalog.schema({wider.index}).name;
    return sqlComment(QStringLiteral("%1 may read all of %2; that cannot be taken away for one "
                                     "table: grant table by table instead.")
                          .arg(catalog.role(role).name, where));
}

Result<QString> revokeFrom(const Catalog& catalog, const GivenRights& rights, RoleId role,
                           const QString& table)
{
    const Result<QString> account = grantedAccount(catalog, role);
    if (!account)
        return account;
    QString text;
    if (const auto grantor = rights.grantors.find(role); grantor != rights.grantors.end())
        text += sqlComment(
            QStringLiteral("Granted by %1, who has to take it away.").arg(grantor->second));
    // columns first: in MariaDB the table's right takes those of its columns along
    if (const auto some = rights.onColumns.find(role); some != rights.onColumns.end()) {
        const Result<QString> columns =
            revokedColumns(catalog, engineOfRole(catalog, role), some->second);
        if (!columns)
            return columns;
        text +=
            QStringLiteral("REVOKE SELECT (%1) ON %2 FROM %3;\n").arg(*columns, table, *account);
    }
    if (rights.onTable.contains(role))
        text += QStringLiteral("REVOKE SELECT ON %1 FROM %2;\n").arg(table, *account);
    if (const auto wider = rights.wider.find(role); wider != rights.wider.end())
        text += commentOnWider(catalog, role, wider->second);
    return text;
}

} // namespace

Result<QString> grantedAccount(const Catalog& catalog, RoleId id)
{
    const Role& role = catalog.role(id);
    const Engine engine = engineOfRole(catalog, id);
    const bool hasHosts = engine == Engine::MariaDb || engine == Engine::MySql;
    if (!hasHosts || !isAccount(role))
        return quotedIdentifier(engine, role.name);
    const qsizetype at = role.name.lastIndexOf(QLatin1Char('@'));
    const Result<QString> user = quotedLiteral(engine, role.name.left(at));
    const Result<QString> host = quotedLiteral(engine, role.name.mid(at + 1));
    if (!user || !host)
        return user ? host : user;
    return QString(*user + QLatin1Char('@') + *host);
}

Result<QString> revokeStatements(const Catalog& catalog, const ContractDraft& draft,
                                 const QString& table)
{
    const GivenRights rights = RightsFinder(catalog, draft).find();
    QString text;
    for (const RoleId role : draft.roles) {
        const Result<QString> revoke = revokeFrom(catalog, rights, role, table);
        if (!revoke)
            return revoke;
        text += *revoke;
    }
    if (rights.toEverybody)
        text += sqlComment(
            QStringLiteral("Everybody may read it; this takes it away from all, also from the "
                           "owner's own programs:\nREVOKE SELECT ON %1 FROM PUBLIC;")
                .arg(table));
    return text;
}

} // namespace cadastre

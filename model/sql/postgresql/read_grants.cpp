// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/postgresql/kinds.h"

#include <QSet>

#include <array>

namespace cadastre::postgresql {

namespace {

constexpr Oid templateOwner = 10; ///< stands for the owner in default_privileges.sql

struct PrivilegeWord
{
    QLatin1String word;
    Privilege privilege;
};

constexpr std::array words{
    PrivilegeWord{QLatin1String("SELECT"), Privilege::Select},
    PrivilegeWord{QLatin1String("INSERT"), Privilege::Insert},
    PrivilegeWord{QLatin1String("UPDATE"), Privilege::Update},
    PrivilegeWord{QLatin1String("DELETE"), Privilege::Delete},
    PrivilegeWord{QLatin1String("TRUNCATE"), Privilege::Truncate},
    PrivilegeWord{QLatin1String("REFERENCES"), Privilege::References},
    PrivilegeWord{QLatin1String("TRIGGER"), Privilege::Trigger},
    PrivilegeWord{QLatin1String("USAGE"), Privilege::Usage},
    PrivilegeWord{QLatin1String("CREATE"), Privilege::Create},
    PrivilegeWord{QLatin1String("CONNECT"), Privilege::Connect},
    PrivilegeWord{QLatin1String("TEMPORARY"), Privilege::Temporary},
    PrivilegeWord{QLatin1String("EXECUTE"), Privilege::Execute},
};

void addWord(Grant& grant, QStringList& others, const QString& text)
{
    const bool grantable = text.endsWith(QLatin1Char('*'));
    const QString word = grantable ? text.chopped(1) : text;
    for (const PrivilegeWord& known : words) {
        if (word != known.word)
            continue;
        grant.privileges |= known.privilege;
        if (grantable)
            grant.grantable |= known.privilege;
        return;
    }
    others << word;
}

/// "SELECT,INSERT*": a star means WITH GRANT OPTION.
void takePrivileges(Grant& grant, const QString& text)
{
    QStringList others;
    for (const QString& word : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
        addWord(grant, others, word);
    others.sort();
    grant.otherPrivileges = others.join(QStringLiteral(", "));
}

std::optional<ObjectRef> objectOf(const Reading& reading, Oid catalogOid, Oid oid, int subId)
{
    const auto ref = reading.find(catalogOid, oid);
    if (!ref || !subId)
        return ref;
    if (ref->kind != ObjectKind::Table)
        return std::nullopt;
    const auto column = reading.column(TableId{ref->index}, subId);
    return column ? std::optional<ObjectRef>(*column) : std::nullopt;
}

using WrittenAcls = QSet<quint64>;

void addWrittenGrant(Reading& reading, const Row& row, WrittenAcls& written)
{
    const Oid catalogOid = oidOf(row[0]);
    const Oid oid = oidOf(row[1]);
    const auto subId = static_cast<int>(row[2].integer());
    if (!subId)
        written.insert(oidKey(catalogOid, oid));
    const auto object = objectOf(reading, catalogOid, oid, subId);
    if (!object || row[3].isNull())
        return;
    Grant grant;
    grant.object = *object;
    if (const Oid grantee = oidOf(row[3])) {
        const auto role = reading.find(catalog::roles, grantee);
        if (!role)
            return;
        grant.grantee = RoleId{role->index};
    }
    grant.grantor = reading.roleNames.value(oidOf(row[4]));
    takePrivileges(grant, row[5].text());
    reading.objects.grants.push_back(std::move(grant));
}

/// What an object without a written ACL grants, by the code of its kind in acldefault().
struct DefaultAcl
{
    Grant owner;
    Grant everybody;
};
using DefaultAcls = QHash<QChar, DefaultAcl>;

Outcome readDefaults(Reading& reading, DefaultAcls& defaults)
{
    return reading.ask("default_privileges", {}, [&](const Row& row) {
        DefaultAcl& acl = defaults[row[0].text().front()];
        takePrivileges(oidOf(row[1]) == templateOwner ? acl.owner : acl.everybody, row[2].text());
    });
}

QChar aclCodeOf(const Reading& reading, quint64 key, ObjectRef ref)
{
    switch (static_cast<Oid>(key >> 32)) {
    case catalog::relations:
        if (ref.kind == ObjectKind::Table)
            return QLatin1Char('r');
        return ref.kind == ObjectKind::Other &&
                       reading.objects.others[ref.index].kind == CatalogKind::Sequences
                   ? QLatin1Char('s')
                   : QChar();
    case catalog::routines:
        return QLatin1Char('f');
    case catalog::schemas:
        return QLatin1Char('n');
    case catalog::databases:
        return QLatin1Char('d');
    case catalog::types:
        return QLatin1Char('T');
    case catalog::foreignServers:
        return QLatin1Char('S');
    default:
        return {};
    }
}

void addDefaultGrants(Reading& reading, ObjectRef ref, const DefaultAcl& acl,
                      const QHash<QString, RoleId>& roles)
{
    const QString owner = reading.base(ref).owner;
    Grant own = acl.owner;
    own.object = ref;
    own.ownerDefault = true;
    own.grantor = owner;
    const auto role = roles.constFind(owner);
    if (role != roles.constEnd()) {
        own.grantee = *role;
        reading.objects.grants.push_back(own);
    }
    if (!acl.everybody.privileges)
        return;
    Grant everybody = acl.everybody;
    everybody.object = ref;
    everybody.grantor = owner;
    reading.objects.grants.push_back(everybody);
}

} // namespace

Outcome readGrants(Reading& reading, StepReport& report)
{
    WrittenAcls written;
    if (const auto error = reading.ask("grants", {reading.schemaOids}, [&](const Row& row) {
            addWrittenGrant(reading, row, written);
            report.addObjects(1);
        }))
        return error;
    DefaultAcls defaults;
    if (const auto error = readDefaults(reading, defaults))
        return error;
    QHash<QString, RoleId> roles;
    for (std::size_t i = 0; i < reading.objects.roles.size(); ++i)
        roles.insert(reading.objects.roles[i].name, RoleId{static_cast<int>(i)});
    for (auto it = reading.byOid.constBegin(); it != reading.byOid.constEnd(); ++it) {
        const QChar code = aclCodeOf(reading, it.key(), it.value());
        if (!code.isNull() && !written.contains(it.key()))
            addDefaultGrants(reading, it.value(), defaults.value(code), roles);
    }
    return std::nullopt;
}

} // namespace cadastre::postgresql

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Catalogs with roles, grants and boundaries for tests, said in a few lines, and what is found
// about access in them, as text.
#pragma once

#include "model/boundaries/access/access.h"
#include "tests/support/schema_text.h"

#include <QStringList>

namespace cadastre::test {

class AccessFixture
{
public:
    explicit AccessFixture(const char* schema, Engine engine = Engine::PostgreSql)
        : objects(SchemaText::source(QString::fromUtf8(schema)).objects)
    {
        Source& source = objects.sources.front();
        source.engine = engine;
        source.kinds = {{CatalogKind::Roles, ReadState::Read, {}, {}},
                        {CatalogKind::Grants, ReadState::Read, {}, {}}};
        // so that tests of other things need not grant it
        if (engine == Engine::PostgreSql) {
            for (int i = 0; i < static_cast<int>(objects.schemas.size()); ++i)
                addGrant(SchemaId{i}, {}, Privilege::Usage);
        }
    }

    RoleId role(const char* name, bool canLogin = true)
    {
        Role role;
        role.name = QString::fromUtf8(name);
        role.canLogin = canLogin;
        objects.roles.push_back(role);
        return RoleId{static_cast<int>(objects.roles.size()) - 1};
    }
    Role& at(RoleId id) { return objects.roles[id.index]; }

    /// "source", "schema S", "S.T" or "S.T.C" to a role, or to PUBLIC.
    void grant(const char* object, std::optional<RoleId> grantee, Privileges privileges,
               Privileges grantable = {})
    {
        addGrant(find(QString::fromUtf8(object)), grantee, privileges);
        objects.grants.back().grantable = grantable;
    }

    /// `members` and `roles` are separated by blanks.
    Boundary& boundary(const char* name, const char* members, const char* roles = "")
    {
        Boundary& boundary = boundaries.entries[QString::fromUtf8(name)];
        boundary.members = QString::fromUtf8(members).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        boundary.roles = QString::fromUtf8(roles).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        boundary.owner = QStringLiteral("Team ") + QString::fromUtf8(name);
        return boundary;
    }
    void contract(const char* table)
    {
        const Result<ObjectKey> key = ObjectKey::fromString(
            QString(QStringLiteral("shop/table:") + QString::fromUtf8(table)));
        boundaries.exposures[*key] = {Exposure::Contract, {}, {}};
    }

    ObjectRef find(const QString& name) const
    {
        if (name == QLatin1String("source"))
            return SourceId{0};
        if (name.startsWith(QLatin1String("schema ")))
            return schemaNamed(name.mid(7));
        const QStringList parts = name.split(QLatin1Char('.'));
        const SchemaId schema = schemaNamed(parts.value(0));
        for (int t = 0; t < static_cast<int>(objects.tables.size()); ++t) {
            if (objects.tables[t].schema != schema || objects.tables[t].name != parts.value(1))
                continue;
            if (parts.size() == 2)
                return TableId{t};
            for (int c = 0; c < static_cast<int>(objects.columns.size()); ++c) {
                if (objects.columns[c].table == TableId{t} && objects.columns[c].name == parts[2])
                    return ColumnId{c};
            }
        }
        qFatal("there is no %s", qPrintable(name));
    }

    /// After everything was said.
    void finish()
    {
        auto part = std::make_shared<const SourceCatalog>(finishSource(objects));
        catalog = mergeSources({part});
        ownership = ownershipOf(catalog, boundaries);
    }
    [[nodiscard]] BoundaryFacts facts() const
    {
        return {catalog, relationships, uses, boundaries, ownership};
    }

    CatalogObjects objects;
    Boundaries boundaries;
    std::vector<Relationship> relationships;
    UseReading uses;
    Catalog catalog;
    Ownership ownership;

private:
    SchemaId schemaNamed(const QString& name) const
    {
        for (int i = 0; i < static_cast<int>(objects.schemas.size()); ++i) {
            if (objects.schemas[i].name == name)
                return {i};
        }
        qFatal("there is no schema %s", qPrintable(name));
    }

    void addGrant(ObjectRef object, std::optional<RoleId> grantee, Privileges privileges)
    {
        Grant grant;
        grant.object = object;
        grant.grantee = grantee;
        grant.privileges = privileges;
        objects.grants.push_back(grant);
    }
};

/// "write-grant billing > ordering: sentence".
inline QStringList crossingLines(const BoundaryFacts& facts)
{
    QStringList lines;
    for (const Crossing& crossing : accessCrossings(facts)) {
        lines << QString(crossingKindName(crossing.kind) + QLatin1Char(' ') +
                         facts.ownership.names[crossing.fromBoundary] + QStringLiteral(" > ") +
                         facts.ownership.names[crossing.intoBoundary] + QStringLiteral(": ") +
                         crossing.sentence);
    }
    return lines;
}

/// "warning one-login: sentence" of every finding but the note about transactions.
inline QStringList findingLines(const BoundaryFacts& facts)
{
    QStringList lines;
    for (const BoundaryFinding& finding : accessFindings(facts)) {
        const QString severity =
            finding.severity == BoundarySeverity::Warning ? QStringLiteral("warning ")
            : finding.severity == BoundarySeverity::Note  ? QStringLiteral("note ")
                                                          : QStringLiteral("unknown ");
        if (finding.rule != QLatin1String("transactions-unknown"))
            lines << QString(severity + finding.rule + QStringLiteral(": ") + finding.sentence);
    }
    return lines;
}

} // namespace cadastre::test

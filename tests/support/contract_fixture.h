// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Contracts for tests from a few lines: schemas as text (one per source), who owns what, what is
// published, who uses what. Objects are named as in keys: "shop/view:billing.v_a".
#pragma once

#include "model/boundaries/contracts/contracts.h"
#include "tests/support/schema_text.h"

#include <algorithm>
#include <map>

namespace cadastre::test {

class ContractFixture
{
public:
    explicit ContractFixture(const char* schema, Engine engine = Engine::PostgreSql)
    {
        addSource("shop", schema, engine);
    }

    ContractFixture& addSource(const char* name, const char* schema,
                               Engine engine = Engine::PostgreSql)
    {
        CatalogObjects objects =
            SchemaText::source(QString::fromUtf8(schema), QString::fromUtf8(name)).objects;
        objects.sources.front().engine = engine;
        for (Table& table : objects.tables)
            table.comment.text.replace(QLatin1Char('|'), QLatin1Char('\n'));
        m_sources.push_back(std::move(objects));
        return *this;
    }

    /// Of one source, to be changed before anything is asked.
    CatalogObjects& objects(int source = 0) { return m_sources[std::size_t(source)]; }
    Table& tableNamed(const char* name, int source = 0)
    {
        return *std::ranges::find(objects(source).tables, QString::fromUtf8(name), &Table::name);
    }
    TableId idNamed(const char* name, int source = 0)
    {
        return {static_cast<int>(&tableNamed(name, source) - objects(source).tables.data())};
    }
    RoleId addRole(const char* name, int source = 0)
    {
        Role role;
        role.name = QString::fromUtf8(name);
        role.canLogin = true;
        objects(source).roles.push_back(role);
        return {static_cast<int>(objects(source).roles.size()) - 1};
    }
    ContractFixture& grantSelect(std::optional<RoleId> role, ObjectRef object, int source = 0)
    {
        Grant grant;
        grant.object = object;
        grant.grantee = role;
        grant.privileges = Privilege::Select;
        objects(source).grants.push_back(grant);
        return *this;
    }

    ContractFixture& owns(const char* boundary, const QStringList& members, const char* owner = "",
                          const QStringList& roles = {})
    {
        Boundary& entry = boundaries.entries[QString::fromUtf8(boundary)];
        entry.members = members;
        entry.owner = QString::fromUtf8(owner);
        entry.roles = roles;
        return *this;
    }
    ContractFixture& publishes(const char* key, const char* version = "")
    {
        boundaries.exposures[keyOf(key)] = {Exposure::Contract, QString::fromUtf8(version), {}};
        return *this;
    }
    ContractFixture& copies(const char* key, const char* of)
    {
        boundaries.exposures[keyOf(key)] = {Exposure::Replica, {}, QString::fromUtf8(of)};
        return *this;
    }

    /// `columns` separated by commas; "?": it is not known which; "*": the text says so.
    ContractFixture& reads(const char* user, const char* used, const char* columns)
    {
        ObjectUse use;
        use.user = ref(user);
        use.used = ref(used);
        const QString text = QString::fromUtf8(columns);
        use.columnsKnown = text != QLatin1String("?");
        use.star = text == QLatin1String("*");
        int index = catalog().firstColumn({use.used.index}).index;
        for (const Column& column : catalog().columnsOf({use.used.index})) {
            if (use.star || text.split(QLatin1Char(',')).contains(column.name))
                use.columns.push_back({index});
            ++index;
        }
        uses.uses.push_back(use);
        return *this;
    }
    ContractFixture& isUnknown(const char* user, const char* why)
    {
        uses.unknown.push_back({ref(user), QString::fromUtf8(why)});
        return *this;
    }

    const Catalog& catalog()
    {
        if (!m_catalog) {
            std::vector<std::shared_ptr<const SourceCatalog>> parts;
            for (const CatalogObjects& objects : m_sources)
                parts.push_back(std::make_shared<const SourceCatalog>(finishSource(objects)));
            m_catalog = std::make_unique<const Catalog>(mergeSources(parts));
        }
        return *m_catalog;
    }
    static ObjectKey keyOf(const char* text)
    {
        const auto key = ObjectKey::fromString(QString::fromUtf8(text));
        if (!key)
            qFatal("no key: %s", text);
        return *key;
    }
    ObjectRef ref(const char* text)
    {
        const auto found = catalog().find(keyOf(text));
        if (!found)
            qFatal("no object: %s", text);
        return *found;
    }
    TableId table(const char* text) { return {ref(text).index}; }

    BoundaryFacts facts()
    {
        std::ranges::sort(uses.uses, {}, [](const ObjectUse& use) {
            return std::tuple(use.user, use.used, use.kind);
        });
        std::ranges::sort(uses.unknown, {}, &UnknownUse::user);
        uses.byUsed.clear();
        for (int i = 0; i < static_cast<int>(uses.uses.size()); ++i)
            uses.byUsed.push_back(i);
        std::ranges::sort(uses.byUsed, {}, [this](int at) {
            return std::pair(uses.uses[std::size_t(at)].used, uses.uses[std::size_t(at)].user);
        });
        relationships = declaredRelationships(catalog());
        ownership = ownershipOf(catalog(), boundaries);
        return {catalog(), relationships, uses, boundaries, ownership};
    }

    /// "warning contract-star: sentence", in their order; only of one rule when that is given.
    QStringList findings(const char* rule = nullptr)
    {
        static const QStringList severities{QStringLiteral("note"), QStringLiteral("warning"),
                                            QStringLiteral("unknown")};
        QStringList texts;
        for (const BoundaryFinding& finding : contractFindings(facts())) {
            if (!rule || finding.rule == QLatin1String(rule))
                texts << QString(severities[static_cast<int>(finding.severity)] + QLatin1Char(' ') +
                                 finding.rule + QStringLiteral(": ") + finding.sentence);
        }
        return texts;
    }

    Boundaries boundaries;
    UseReading uses;
    std::vector<Relationship> relationships;
    Ownership ownership;

private:
    std::vector<CatalogObjects> m_sources;
    std::unique_ptr<const Catalog> m_catalog;
};

} // namespace cadastre::test

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Catalogs with owners and uses from a few lines, for tests of what crosses. Objects are named as
// in keys, without the source: "trigger:ordering.orders.trg", "ordering.orders",
// "ordering.orders.id".
#pragma once

#include "model/boundaries/crossings/crossings.h"
#include "tests/support/schema_text.h"

namespace cadastre::test {

class CrossingFixture
{
public:
    explicit CrossingFixture(const char* schema)
        : m_objects(SchemaText::source(QString::fromUtf8(schema)).objects)
    {
    }

    /// To be added to before anything is asked.
    CatalogObjects& objects() { return m_objects; }
    Boundaries boundaries;
    std::vector<Relationship> relationships; ///< declared ones, unless a test gives others
    UseReading uses;

    CrossingFixture& owns(const char* boundary, const QStringList& members,
                          const char* owner = nullptr)
    {
        Boundary& entry = boundaries.entries[QString::fromLatin1(boundary)];
        entry.members = members;
        entry.owner = QString::fromLatin1(owner);
        return *this;
    }
    CrossingFixture& publishes(const char* object, Exposure exposure = Exposure::Contract)
    {
        boundaries.exposures[catalog().keyOf(ref(object))].exposure = exposure;
        return *this;
    }
    /// `columns` of the used table, comma separated.
    CrossingFixture& use(const char* user, UseKind kind, const char* used, const char* columns = "",
                         Privileges actions = {})
    {
        ObjectUse use;
        use.user = ref(user);
        use.used = ref(used);
        use.kind = kind;
        use.actions = actions;
        for (const QString& name : QString::fromLatin1(columns).split(QLatin1Char(','))) {
            if (!name.isEmpty())
                use.columns.push_back(column(QString::fromLatin1(used), name));
        }
        std::ranges::sort(use.columns);
        use.columnsKnown = !use.columns.empty();
        uses.uses.push_back(use);
        std::ranges::sort(uses.uses, {}, [](const ObjectUse& one) {
            return std::tuple(one.user, one.used, one.kind);
        });
        return *this;
    }
    Relationship& relates(RelationshipOrigin origin, double confidence, const char* childColumn,
                          const char* parentColumn)
    {
        facts(); // the declared ones come first
        Relationship relationship;
        relationship.origin = origin;
        relationship.confidence = confidence;
        relationship.childColumns = {columnId(childColumn)};
        relationship.child = catalog().column(relationship.childColumns.front()).table;
        relationship.targets = {targetOf(parentColumn)};
        relationships.push_back(std::move(relationship));
        return relationships.back();
    }
    [[nodiscard]] RelationshipTarget targetOf(const char* column, const char* typeValue = "")
    {
        return {catalog().column(columnId(column)).table,
                {columnId(column)},
                QString::fromLatin1(typeValue)};
    }
    [[nodiscard]] ColumnId columnId(const char* name)
    {
        const ObjectRef found = ref(QByteArray("column:").append(name).constData());
        return ColumnId{found.index};
    }

    const Catalog& catalog()
    {
        if (!m_catalog) {
            m_catalog = std::make_unique<const Catalog>(mergeSources(
                {std::make_shared<const SourceCatalog>(finishSource(std::move(m_objects)))}));
        }
        return *m_catalog;
    }
    [[nodiscard]] ObjectRef ref(const char* name)
    {
        const auto key =
            ObjectKey::fromString(QString(QStringLiteral("shop/") + QLatin1String(name)));
        if (!key)
            qFatal("no key: %s", name);
        const auto found = catalog().find(*key);
        if (!found)
            qFatal("no object: %s", name);
        return *found;
    }
    [[nodiscard]] TableId table(const char* name) { return TableId{ref(name).index}; }

    BoundaryFacts facts()
    {
        if (!m_declared) {
            const auto declared = declaredRelationships(catalog());
            relationships.insert(relationships.begin(), declared.begin(), declared.end());
            m_declared = true;
        }
        m_ownership = ownershipOf(catalog(), boundaries);
        return {catalog(), relationships, uses, boundaries, m_ownership};
    }
    const Ownership& ownership() const { return m_ownership; }

    /// Key texts without the source.
    QStringList crossingTexts()
    {
        QStringList texts;
        for (const Crossing& crossing : findCrossings(facts()))
            texts << crossingKeyText(crossingKeyOf(catalog(), crossing))
                         .remove(QLatin1String("shop/"));
        return texts;
    }
    Crossing crossing(const char* text)
    {
        for (Crossing& crossing : findCrossings(facts())) {
            const QString key = crossingKeyText(crossingKeyOf(catalog(), crossing));
            if (QString(key).remove(QLatin1String("shop/")) == QLatin1String(text))
                return std::move(crossing);
        }
        qFatal("no crossing: %s", text);
    }

private:
    ColumnId column(const QString& table, const QString& name)
    {
        return columnId(QString(table + QLatin1Char('.') + name).toLatin1().constData());
    }

    CatalogObjects m_objects;
    std::unique_ptr<const Catalog> m_catalog;
    Ownership m_ownership;
    bool m_declared = false;
};

} // namespace cadastre::test

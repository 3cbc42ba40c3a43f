// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Catalogs with SQL in them, and joins as text, for the tests that read SQL.
#pragma once

#include "model/relations/sql/sql_joins.h"
#include "tests/support/schema_text.h"

namespace cadastre::test {

/// A catalog from SchemaText to which SQL is added.
class SqlFixture
{
public:
    SqlFixture(const char* schema, Engine engine)
        : m_objects(SchemaText::source(QString::fromUtf8(schema)).objects)
    {
        m_objects.sources.front().engine = engine;
    }

    SqlFixture& view(const QString& name, const QString& definition)
    {
        m_objects.tables[tableNamed(name).index].viewDefinition = definition;
        return *this;
    }

    SqlFixture& routine(const QString& name, const QString& text)
    {
        Routine routine;
        routine.name = name;
        routine.definition = text;
        routine.body = text;
        for (std::size_t i = 0; i < m_objects.schemas.size(); ++i) {
            if (m_objects.schemas[i].name == QLatin1String("public"))
                routine.schema = SchemaId{static_cast<int>(i)};
        }
        m_objects.routines.push_back(routine);
        return *this;
    }

    /// Of a table; `routine` is what it calls, or empty and then `body` is its own.
    SqlFixture& trigger(const QString& table, const QString& body, const QString& routine = {})
    {
        Trigger trigger;
        trigger.name = QStringLiteral("trg");
        trigger.table = tableNamed(table);
        trigger.body = body;
        for (std::size_t i = 0; i < m_objects.routines.size(); ++i) {
            if (m_objects.routines[i].name == routine)
                trigger.routine = RoutineId{static_cast<int>(i)};
        }
        m_objects.triggers.push_back(trigger);
        return *this;
    }

    CatalogObjects& objects() { return m_objects; }
    [[nodiscard]] const CatalogObjects& objects() const { return m_objects; }

    [[nodiscard]] std::shared_ptr<const Catalog> catalog() const
    {
        return std::make_shared<const Catalog>(
            mergeSources({std::make_shared<const SourceCatalog>(finishSource(m_objects))}));
    }

private:
    [[nodiscard]] TableId tableNamed(const QString& name) const
    {
        for (std::size_t i = 0; i < m_objects.tables.size(); ++i) {
            const SchemaId schema = m_objects.tables[i].schema;
            if (m_objects.tables[i].name == name &&
                m_objects.schemas[schema.index].name == QLatin1String("public"))
                return {static_cast<int>(i)};
        }
        qFatal("no table %s", qPrintable(name));
    }

    CatalogObjects m_objects;
};

inline SqlReading readFixtureSql(const Catalog& catalog)
{
    const std::atomic_bool cancelled = false;
    return readCatalogSql(catalog, cancelled);
}

/// "orders.customer_id = customers.id", "a.x, a.y = b.x, b.y", "a.x = b.id [a.type=Post]"; sorted.
inline QStringList joinTexts(const Catalog& catalog, const SqlReading& reading)
{
    const auto side = [&](const std::vector<ColumnId>& columns) {
        QStringList names;
        for (ColumnId id : columns)
            names << catalog.displayName(id);
        return names.join(QLatin1String(", "));
    };
    QStringList texts;
    for (const SqlJoin& join : reading.joins) {
        const QString sign = join.assigned ? QStringLiteral(" := ") : QStringLiteral(" = ");
        QString text = side(join.left) + sign + side(join.right);
        for (const SqlJoin::Literal& literal : join.literals)
            text +=
                QStringLiteral(" [%1=%2]").arg(catalog.displayName(literal.column), literal.value);
        texts << text;
    }
    texts.sort();
    return texts;
}

} // namespace cadastre::test

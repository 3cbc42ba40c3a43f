// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/relations/sql/catalog_sql.h"

#include <algorithm>

namespace cadastre {

namespace {

QString sqlPropertyOf(const ObjectBase& object, const char* label)
{
    const auto found = std::ranges::find_if(object.properties, [label](const Property& property) {
        return property.label == QLatin1String(label);
    });
    return found == object.properties.end() ? QString() : found->value;
}

bool isForeignSql(const ObjectBase& object)
{
    return object.system || !object.extension.isEmpty();
}

/// "search_path=billing, ordering, other_setting=1" of a PostgreSQL routine.
QStringList searchPathOf(const Routine& routine)
{
    const QString settings = sqlPropertyOf(routine, "Settings");
    const QString name = QStringLiteral("search_path=");
    const qsizetype at = settings.indexOf(name);
    QStringList path;
    if (at < 0)
        return path;
    for (QString part : settings.mid(at + name.size()).split(QLatin1Char(','))) {
        part = part.trimmed();
        if (part.contains(QLatin1Char('=')))
            break;
        path << part.remove(QLatin1Char('"'));
    }
    return path;
}

SqlBody sqlBodyOf(const Catalog& catalog, ObjectRef ref, SqlPlace place)
{
    SqlBody body;
    body.source = catalog.sourceOf(ref);
    body.place = place;
    body.placeName = catalog.displayName(ref);
    body.mode = mariadb::SqlMode::fromText(sqlPropertyOf(catalog.base(ref), "SQL mode"));
    return body;
}

/// Gathers the bodies of a catalog.
class CatalogSqlReader
{
public:
    explicit CatalogSqlReader(const Catalog& catalog)
        : m_catalog(catalog)
    {
    }

    CatalogSql read()
    {
        const CatalogObjects& objects = m_catalog.objects();
        for (std::size_t i = 0; i < objects.tables.size(); ++i) {
            if (isView(objects.tables[i]) && !isForeignSql(objects.tables[i]))
                addView({static_cast<int>(i)});
        }
        collectTriggerTables();
        for (std::size_t i = 0; i < objects.routines.size(); ++i) {
            if (!isForeignSql(objects.routines[i]))
                addRoutine({static_cast<int>(i)});
        }
        for (std::size_t i = 0; i < objects.triggers.size(); ++i)
            addTrigger({static_cast<int>(i)});
        return std::move(m_found);
    }

private:
    void addView(TableId id)
    {
        SqlBody body = viewSql(m_catalog, id);
        if (!body.text.isEmpty())
            m_found.bodies.push_back(std::move(body));
        else if (m_catalog.table(id).broken || m_catalog.table(id).notRead)
            m_found.skipped.push_back(
                {body.placeName, QStringLiteral("The server does not give its definition.")});
    }

    void collectTriggerTables()
    {
        for (const Trigger& trigger : m_catalog.objects().triggers) {
            if (!trigger.routine)
                continue;
            std::vector<TableId>& tables = m_triggerTables[*trigger.routine];
            if (std::ranges::find(tables, trigger.table) == tables.end())
                tables.push_back(trigger.table);
        }
    }

    void addRoutine(RoutineId id)
    {
        const Routine& routine = m_catalog.routine(id);
        SqlBody body = routineSql(m_catalog, id);
        const bool hasNone = routine.kind == RoutineKind::Aggregate ||
                             (routine.body.isEmpty() && routine.definition.isEmpty());
        if (body.text.isEmpty() && !hasNone)
            m_found.skipped.push_back(
                {body.placeName, QStringLiteral("The server does not give its definition.")});
        if (body.text.isEmpty())
            return;
        const std::vector<TableId> tables = m_triggerTables.value(id);
        if (tables.empty())
            m_found.bodies.push_back(body);
        for (TableId table : tables) {
            body.place = SqlPlace::Trigger;
            body.context.ownRow = table;
            m_found.bodies.push_back(body);
        }
    }

    void addTrigger(TriggerId id)
    {
        const Trigger& trigger = m_catalog.trigger(id);
        if (trigger.body.isEmpty() || isForeignSql(trigger))
            return;
        m_found.bodies.push_back(triggerSql(m_catalog, id));
    }

    const Catalog& m_catalog;
    QHash<RoutineId, std::vector<TableId>> m_triggerTables;
    CatalogSql m_found;
};

} // namespace

CatalogSql catalogSql(const Catalog& catalog)
{
    return CatalogSqlReader(catalog).read();
}

SqlBody viewSql(const Catalog& catalog, TableId view)
{
    const Table& table = catalog.table(view);
    SqlBody body;
    body.source = catalog.sourceOf(view);
    body.place = SqlPlace::View;
    body.placeName = catalog.displayName(view);
    body.text = table.viewDefinition;
    body.view = view;
    body.context.path << catalog.schema(table.schema).name;
    return body;
}

SqlBody routineSql(const Catalog& catalog, RoutineId id)
{
    const Routine& routine = catalog.routine(id);
    SqlBody body = sqlBodyOf(catalog, id, SqlPlace::Routine);
    const bool isPostgreSql = catalog.source(body.source).engine == Engine::PostgreSql;
    body.text = isPostgreSql ? routine.definition : routine.body;
    body.context.path = searchPathOf(routine);
    body.context.path << catalog.schema(routine.schema).name;
    return body;
}

SqlBody triggerSql(const Catalog& catalog, TriggerId id)
{
    const Trigger& trigger = catalog.trigger(id);
    SqlBody body = sqlBodyOf(catalog, id, SqlPlace::Trigger);
    body.text = trigger.body;
    body.context.path << catalog.schema(catalog.table(trigger.table).schema).name;
    body.context.ownRow = trigger.table;
    return body;
}

SqlBody otherSql(const Catalog& catalog, OtherId id, const QString& text)
{
    SqlBody body = sqlBodyOf(catalog, id, SqlPlace::Routine);
    body.text = text;
    if (const auto schema = catalog.other(id).schema)
        body.context.path << catalog.schema(*schema).name;
    return body;
}

SqlBody outsideSql(const SqlText& text)
{
    SqlBody body;
    body.source = text.source;
    body.place = text.place;
    body.placeName = text.placeName;
    body.text = text.text;
    if (!text.defaultSchema.isEmpty())
        body.context.path << text.defaultSchema;
    return body;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/boundaries/uses/uses_names.h"

#include <algorithm>

namespace cadastre {

namespace {

qsizetype argumentCount(const Routine& routine)
{
    return routine.argumentTypes.isEmpty() ? 0 : routine.argumentTypes.count(QLatin1Char(',')) + 1;
}

} // namespace

RoutineNames::RoutineNames(const Catalog& catalog, SourceId source)
    : m_defaultSchema(catalog.source(source).defaultSchema)
    , m_catalog(catalog)
{
    if (catalog.source(source).engine == Engine::PostgreSql)
        m_case = Qt::CaseSensitive;
    const auto& routines = catalog.objects().routines;
    for (std::size_t i = 0; i < routines.size(); ++i) {
        const RoutineId id{static_cast<int>(i)};
        const QString& name = routines[i].name;
        if (catalog.sourceOf(id) == source && !routines[i].system)
            m_byName[m_case == Qt::CaseSensitive ? name : name.toLower()].push_back(id);
    }
}

std::vector<RoutineId> RoutineNames::inSchema(const std::vector<RoutineId>& candidates,
                                              const QString& schema) const
{
    std::vector<RoutineId> found;
    for (RoutineId id : candidates) {
        const SchemaId own = m_catalog.routine(id).schema;
        if (m_catalog.schema(own).name.compare(schema, m_case) == 0)
            found.push_back(id);
    }
    return found;
}

std::vector<RoutineId> RoutineNames::routines(const QStringList& name, const QStringList& path,
                                              int arguments) const
{
    if (name.isEmpty())
        return {};
    const QString& last = name.last();
    const auto candidates = m_byName.constFind(m_case == Qt::CaseSensitive ? last : last.toLower());
    if (candidates == m_byName.constEnd())
        return {};
    std::vector<RoutineId> found;
    if (name.size() > 1)
        found = inSchema(*candidates, name[name.size() - 2]);
    for (qsizetype i = 0; name.size() == 1 && found.empty() && i < path.size(); ++i)
        found = inSchema(*candidates, path[i]);
    if (name.size() == 1 && found.empty())
        found = inSchema(*candidates, m_defaultSchema);
    const auto differs = [&](RoutineId id) {
        return argumentCount(m_catalog.routine(id)) != arguments;
    };
    if (arguments >= 0 && !std::ranges::all_of(found, differs))
        std::erase_if(found, differs);
    return found;
}

/// Only PostgreSQL's search_path can make a name mean a table of any schema.
std::optional<TableId> UseNames::table(const Catalog& catalog, const QStringList& name) const
{
    if (name.isEmpty())
        return std::nullopt;
    const auto isOwn = [&](const QString& own) { return areEqual(own, name.last()); };
    if (name.size() == 1 && std::ranges::any_of(ownTables, isOwn))
        return std::nullopt;
    const std::optional<TableId> found = tables.table(name, path);
    if (!found || name.size() > 1 || (tables.engine() == Engine::PostgreSql && !pathIsFixed))
        return found;
    const QString& schema = catalog.schema(catalog.table(*found).schema).name;
    const auto isThere = [&](const QString& part) { return areEqual(part, schema); };
    const bool isSqlite = tables.engine() == Engine::Sqlite;
    return isSqlite || std::ranges::any_of(path, isThere) ? found : std::nullopt;
}

} // namespace cadastre

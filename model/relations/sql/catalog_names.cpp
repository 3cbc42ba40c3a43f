// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/relations/sql/catalog_names.h"

namespace cadastre {

CatalogNames::CatalogNames(const Catalog& catalog, SourceId source)
    : m_engine(catalog.source(source).engine)
    , m_columnCase(m_engine == Engine::PostgreSql ? Qt::CaseSensitive : Qt::CaseInsensitive)
    , m_defaultSchema(catalog.source(source).defaultSchema)
    , m_catalog(catalog)
{
    const auto& tables = catalog.objects().tables;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const TableId id{static_cast<int>(i)};
        if (catalog.sourceOf(id) == source)
            m_byName[folded(tables[i].name)].push_back(id);
    }
}

QString CatalogNames::folded(const QString& name) const
{
    return m_engine == Engine::PostgreSql ? name : name.toLower();
}

/// The exact name goes before one that differs in case.
std::optional<TableId> CatalogNames::inSchema(const QString& schema, const QString& name) const
{
    std::optional<TableId> found;
    for (TableId id : m_byName.value(folded(name))) {
        const Table& table = m_catalog.table(id);
        const QString& owner = m_catalog.schema(table.schema).name;
        if (owner == schema && table.name == name)
            return id;
        if (!found && owner.compare(schema, m_columnCase) == 0)
            found = id;
    }
    return found;
}

std::optional<TableId> CatalogNames::table(const QStringList& name, const QStringList& path) const
{
    if (name.isEmpty())
        return std::nullopt;
    if (name.size() > 1)
        return inSchema(name[name.size() - 2], name.last());
    for (const QString& schema : path) {
        if (const auto found = inSchema(schema, name.last()))
            return found;
    }
    if (const auto found = inSchema(m_defaultSchema, name.last()))
        return found;
    const std::vector<TableId> anywhere = m_byName.value(folded(name.last()));
    return anywhere.size() == 1 ? std::optional(anywhere.front()) : std::nullopt;
}

} // namespace cadastre

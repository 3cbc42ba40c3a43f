// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/catalog_tree_filter.h"

#include <algorithm>

namespace cadastre {

namespace {

QString lettersAndDigits(const QString& text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        if (c.isLetterOrNumber() || c.isSurrogate())
            result += c.toLower();
    }
    return result;
}

} // namespace

CatalogTreeFilter::CatalogTreeFilter(const Catalog& catalog, CatalogTreeOptions options,
                                     ObjectNames names)
    : m_options(std::move(options))
    , m_names(std::move(names))
    , m_needle(lettersAndDigits(m_options.filter))
    , m_tables(catalog.objects().tables.size())
    , m_columns(catalog.objects().columns.size())
{
    for (std::size_t i = 0; i < m_tables.size(); ++i)
        judgeTable(catalog, TableId{static_cast<int>(i)});
}

void CatalogTreeFilter::judgeTable(const Catalog& catalog, TableId id)
{
    const Table& table = catalog.table(id);
    const bool hidden = !m_options.systemObjects && (table.system || !table.extension.isEmpty() ||
                                                     catalog.schema(table.schema).system);
    if (hidden)
        return;
    const bool wholeTable = !isFiltering() || matches(id, table.name);
    bool anyColumn = false;
    int column = catalog.firstColumn(id).index;
    for (const Column& facts : catalog.columnsOf(id)) {
        const bool shown = wholeTable || matches(ColumnId{column}, facts.name);
        m_columns[static_cast<std::size_t>(column++)] = shown;
        anyColumn = anyColumn || shown;
    }
    const bool shown = wholeTable || anyColumn;
    m_tables[static_cast<std::size_t>(id.index)] = shown;
    m_matchingTables += shown ? 1 : 0;
}

bool CatalogTreeFilter::showsTable(TableId id) const
{
    return m_tables[static_cast<std::size_t>(id.index)];
}

bool CatalogTreeFilter::showsColumn(ColumnId id) const
{
    return m_columns[static_cast<std::size_t>(id.index)];
}

bool CatalogTreeFilter::showsObject(ObjectRef ref, const ObjectBase& object) const
{
    if (!m_options.systemObjects && (object.system || !object.extension.isEmpty()))
        return false;
    return !isFiltering() || matches(ref, object.name);
}

bool CatalogTreeFilter::showsSame(const CatalogTreeFilter& other) const
{
    return m_tables == other.m_tables && m_columns == other.m_columns;
}

bool CatalogTreeFilter::matches(ObjectRef object, const QString& name) const
{
    if (matches(name))
        return true;
    const QString called = m_names.meant(object);
    return !called.isEmpty() && matches(called);
}

bool CatalogTreeFilter::matches(const QString& name) const
{
    if (name.contains(m_options.filter, Qt::CaseInsensitive))
        return true;
    return lettersAndDigits(name).contains(m_needle);
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Finds tables by the names that people write; see the header.
#include "model/boundaries/ownership/table_names.h"

#include <algorithm>

namespace cadastre {

TableNames::TableNames(const Catalog& catalog)
    : m_catalog(catalog)
{
    const auto& tables = catalog.objects().tables;
    for (int i = 0; i < static_cast<int>(tables.size()); ++i) {
        if (!tables[i].system)
            m_byFoldedName[tables[i].name.toCaseFolded()].push_back({i});
    }
}

std::vector<TableId> TableNames::named(const ObjectKey& key, Qt::CaseSensitivity sensitivity) const
{
    std::vector<TableId> found;
    const QString& name = key.parts.last();
    for (TableId id : m_byFoldedName.value(name.toCaseFolded())) {
        const Table& table = m_catalog.table(id);
        const Schema& schema = m_catalog.schema(table.schema);
        const bool fits =
            table.name.compare(name, sensitivity) == 0 &&
            (key.parts.size() < 2 || schema.name.compare(key.parts.front(), sensitivity) == 0) &&
            (key.source.isEmpty() || key.source == m_catalog.source(schema.source).name);
        if (fits)
            found.push_back(id);
    }
    return found;
}

std::vector<TableId> TableNames::inDefaultSchema(std::vector<TableId> found) const
{
    std::vector<TableId> preferred;
    for (TableId id : found) {
        const Schema& schema = m_catalog.schema(m_catalog.table(id).schema);
        if (schema.name == m_catalog.source(schema.source).defaultSchema)
            preferred.push_back(id);
    }
    return preferred.empty() ? found : preferred;
}

Result<TableId> TableNames::find(const QString& text) const
{
    const Result<ObjectKey> read = ObjectKey::fromString(text);
    std::vector<ObjectKey> meanings;
    if (read && (read->parts.size() == 1 || read->parts.size() == 2))
        meanings.push_back(*read);
    meanings.push_back({QString(), KeyKind::Table, {text}, {}}); // a name with a dot in it
    for (Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        for (const ObjectKey& key : meanings) {
            const std::vector<TableId> found = inDefaultSchema(named(key, sensitivity));
            if (found.size() == 1)
                return found.front();
            if (found.size() > 1)
                return Error{QStringLiteral("%1 could be %2 or %3; write one of them")
                                 .arg(text, m_catalog.displayName(found[0]),
                                      m_catalog.displayName(found[1])),
                             {}};
        }
    }
    return Error{QStringLiteral("there is no table %1; it is left out").arg(text), {}};
}

std::vector<TableId> TableNames::matching(const NamePattern& pattern) const
{
    std::vector<TableId> found;
    const auto& tables = m_catalog.objects().tables;
    for (int i = 0; i < static_cast<int>(tables.size()); ++i) {
        const Table& table = tables[i];
        if (table.system || !table.extension.isEmpty() || !pattern.matchesName(table.name))
            continue;
        const Schema& schema = m_catalog.schema(table.schema);
        if (pattern.matchesPlace(m_catalog.source(schema.source).name, schema.name))
            found.push_back({i});
    }
    return found;
}

bool TableNames::hasWildcards(const QString& text)
{
    bool isQuoted = false;
    return std::ranges::any_of(text, [&](QChar c) {
        isQuoted = isQuoted != (c == QLatin1Char('"'));
        return !isQuoted && (c == QLatin1Char('*') || c == QLatin1Char('?'));
    });
}

} // namespace cadastre

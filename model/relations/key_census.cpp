// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// See the header.
#include "model/relations/key_census.h"

#include <QMap>

#include <algorithm>
#include <array>

namespace cadastre {

namespace {

TableKey keyOfFamily(TypeFamily family)
{
    switch (family) {
    case TypeFamily::Number:
    case TypeFamily::Bool:
        return TableKey::Number;
    case TypeFamily::Uuid:
        return TableKey::Uuid;
    case TypeFamily::Text:
        return TableKey::Text;
    case TypeFamily::Binary:
        return TableKey::Binary;
    default:
        return TableKey::Other;
    }
}

} // namespace

TableKey tableKeyOf(const Catalog& catalog, TableId table)
{
    if (isView(catalog.table(table)))
        return TableKey::NotApplicable;
    const Constraint* key = catalog.primaryKeyOf(table);
    if (!key)
        return TableKey::None;
    if (key->columns.size() != 1)
        return TableKey::Composite;
    return keyOfFamily(typeFamily(catalog.column(key->columns.front()), catalog));
}

QString tableKeyName(TableKey key)
{
    static const std::array<QString, tableKeyCount> names{
        QStringLiteral("number"),         QStringLiteral("uuid"),
        QStringLiteral("text"),           QStringLiteral("binary"),
        QStringLiteral("another type"),   QStringLiteral("several columns"),
        QStringLiteral("no primary key"), QStringLiteral("view"),
    };
    return names[static_cast<std::size_t>(key)];
}

KeyCensus keyCensus(const Catalog& catalog)
{
    std::array<int, tableKeyCount> keys{};
    QMap<QString, int> types;
    const auto& tables = catalog.objects().tables;
    for (int i = 0; i < static_cast<int>(tables.size()); ++i) {
        const TableId id{i};
        if (isView(tables[static_cast<std::size_t>(i)]) ||
            tables[static_cast<std::size_t>(i)].partitionOf)
            continue;
        ++keys[static_cast<std::size_t>(tableKeyOf(catalog, id))];
        const Constraint* key = catalog.primaryKeyOf(id);
        if (key && key->columns.size() == 1)
            ++types[catalog.column(key->columns.front()).type];
    }
    KeyCensus census;
    for (int i = 0; i < tableKeyCount; ++i) {
        if (keys[static_cast<std::size_t>(i)] > 0)
            census.keys.push_back({static_cast<TableKey>(i), keys[static_cast<std::size_t>(i)]});
    }
    for (auto it = types.begin(); it != types.end(); ++it)
        census.types.push_back({it.key(), it.value()});
    std::ranges::stable_sort(census.types, std::ranges::greater{}, &KeyTypeUse::tables);
    return census;
}

} // namespace cadastre

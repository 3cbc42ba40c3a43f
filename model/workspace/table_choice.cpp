// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Hiding, showing and isolating as values; see the header.
#include "model/workspace/table_choice.h"

namespace cadastre {

namespace {

std::set<ObjectKey> rekeyedSet(const std::set<ObjectKey>& keys,
                               const QHash<ObjectKey, ObjectKey>& renamed)
{
    std::set<ObjectKey> result;
    for (const ObjectKey& key : keys)
        result.insert(renamed.value(key, key));
    return result;
}

} // namespace

TableChoice withHidden(TableChoice choice, const std::vector<ObjectKey>& tables)
{
    choice.hidden.insert(tables.begin(), tables.end());
    return choice;
}

TableChoice withShown(TableChoice choice, const std::vector<ObjectKey>& tables)
{
    for (const ObjectKey& table : tables) {
        choice.hidden.erase(table);
        if (!choice.isolated.empty())
            choice.isolated.insert(table);
    }
    return choice;
}

TableChoice onlyThese(const std::vector<ObjectKey>& tables)
{
    return {{}, std::set<ObjectKey>(tables.begin(), tables.end())};
}

TableChoice rekeyed(const TableChoice& choice, const QHash<ObjectKey, ObjectKey>& renamed)
{
    if (renamed.isEmpty())
        return choice;
    return {rekeyedSet(choice.hidden, renamed), rekeyedSet(choice.isolated, renamed)};
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// By the last word of the name, and by how many columns name the key; see the header.
#include "model/relations/engine/people_tables.h"

#include <algorithm>

namespace cadastre {

namespace {

/// How strongly a table's name says that its rows are people: 0 not at all.
int personWorth(const TableProfile& table, const Vocabulary& vocabulary)
{
    if (table.words.empty())
        return 0;
    const QString& last = vocabulary[table.words.back()].text;
    const WordInfo& info = vocabulary[table.words.back()];
    const auto stemIs = [&](const char* word) {
        const int number = vocabulary.find(QString::fromLatin1(word));
        return number >= 0 && vocabulary[number].stem == info.stem;
    };
    const bool isUser = last.contains(QLatin1String("user")) ||
                        last.contains(QLatin1String("usuario")) || stemIs("utilisateur") ||
                        stemIs("benutzer") || stemIs("utente");
    const bool isPerson =
        wordRoles(last) & WordRole::PersonTable ||
        wordRoles(last.chopped(last.endsWith(QLatin1Char('s')) ? 1 : 0)) & WordRole::PersonTable ||
        last == QLatin1String("people");
    if (!isUser && !isPerson)
        return 0;
    const int own = static_cast<int>(table.words.size()) - table.modulePrefix;
    return (isUser ? 100 : 40) - 15 * (own - 1) - 2 * table.modulePrefix;
}

} // namespace

QHash<SchemaId, std::vector<TableId>> peopleTablesBySchema(const SchemaProfile& profile)
{
    QHash<SchemaId, std::vector<std::pair<int, TableId>>> ranked;
    for (int i = 0; i < static_cast<int>(profile.tables.size()); ++i) {
        const TableProfile& table = profile.tables[i];
        if (!table.takesPart || table.keys.empty())
            continue;
        int worth = personWorth(table, profile.vocabulary);
        if (worth <= 0)
            continue;
        // a key name that many tables carry (`customer_id` of customer) makes it more likely
        const int name = profile.columns[table.keys.front().index].name;
        worth += std::min<int>(20, static_cast<int>(profile.names[name].columns.size()) / 2 *
                                       (profile.names[name].keyCount == 1 ? 1 : 0));
        ranked[profile.catalog->table({i}).schema].push_back({-worth, {i}});
    }
    QHash<SchemaId, std::vector<TableId>> bySchema;
    for (auto it = ranked.begin(); it != ranked.end(); ++it) {
        std::ranges::sort(*it);
        auto& people = bySchema[it.key()];
        for (const auto& [worth, table] : *it) {
            if (people.size() < 4)
                people.push_back(table);
        }
    }
    return bySchema;
}

} // namespace cadastre

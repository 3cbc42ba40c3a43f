// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/palette_index.h"

#include "model/orientation/importance.h"

#include <algorithm>
#include <numeric>

namespace cadastre {

namespace {

constexpr std::size_t startTables = 10;
constexpr std::size_t recentObjects = 8;

QueryHits whereToStart(const PaletteIndex& index, const QHash<ObjectRef, int>& used)
{
    QueryHits hits;
    const Catalog& catalog = index.query->catalog();
    const ObjectNames names{index.query->facts().commented, false};
    const auto add = [&](ObjectRef object, int score) {
        hits.hits.push_back({object, SearchField::Name, score, names.displayName(object), {}});
    };
    std::vector<std::pair<int, ObjectRef>> recent;
    for (const auto& [object, weight] : used.asKeyValueRange())
        recent.emplace_back(-weight, object);
    std::ranges::sort(recent);
    for (std::size_t i = 0; i < std::min(recent.size(), recentObjects); ++i)
        add(recent[i].second, 200 - static_cast<int>(i));
    std::vector<int> tables(catalog.objects().tables.size());
    std::iota(tables.begin(), tables.end(), 0);
    std::ranges::stable_sort(tables, std::ranges::greater{}, [&](int table) {
        return index.importance[static_cast<std::size_t>(table)];
    });
    for (const int table : tables) {
        if (hits.hits.size() >= startTables + recent.size())
            break;
        if (!used.contains(TableId{table}) && !index.query->isHidden(TableId{table}))
            add(TableId{table}, 100 - static_cast<int>(hits.hits.size()));
    }
    return hits;
}

} // namespace

PaletteIndexPointer makePaletteIndex(const QueryFacts& facts)
{
    PaletteIndex index;
    index.query = std::make_shared<const QueryIndex>(facts);
    const ObjectNames names{index.query->facts().commented, false};
    index.search = std::make_shared<const SearchIndex>(names);
    index.importance.assign(facts.catalog->objects().tables.size(), 0);
    if (facts.relationships != nullptr) {
        const Importance importance =
            tableImportance({*facts.catalog, *facts.relationships, nullptr, facts.leastConfidence});
        for (std::size_t i = 0; i < importance.tables.size(); ++i)
            index.importance[i] = importance.tables[i].score;
    }
    return std::make_shared<const PaletteIndex>(std::move(index));
}

PaletteAnswer askPalette(const PaletteIndexPointer& index, const PaletteQuestion& question)
{
    PaletteAnswer answer{index, {}, {}, {}};
    QueryHitOptions options;
    options.columnsOnly = question.columnsOnly;
    options.importance = index->importance;
    for (const auto& [key, weight] : question.used) {
        if (const auto object = index->query->catalog().find(key))
            options.used.insert(*object, weight);
    }
    const ObjectQuery query = parseObjectQuery(question.text);
    answer.hits = query.isEmpty() && query.problems.empty()
                      ? whereToStart(*index, options.used)
                      : queryHits(*index->search, *index->query, query, options);
    if (!question.columnsOnly)
        answer.joined = tablesToJoin(*index->query, query, index->importance);
    answer.completion = completeQuery(index->query.get(), question.text, question.cursor);
    return answer;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// See the header.
#include "model/boundaries/suggest/facts.h"

namespace cadastre::suggest {

const Label* Facts::labelOf(const std::vector<int>& group) const
{
    for (const int position : group) {
        if (const int label = labels.ofPositions[position]; label >= 0)
            return &labels.labels[label];
    }
    return nullptr;
}

Facts factsOf(const Catalog& catalog, const SuggestOptions& options)
{
    Facts facts;
    facts.catalog = &catalog;
    facts.scope = scopeOf(catalog);
    facts.labels = labelsOf(catalog, facts.scope);
    facts.links = linksOf(catalog, facts.scope, options);
    facts.linksOf.resize(facts.scope.size());
    for (int i = 0; i < static_cast<int>(facts.links.size()); ++i) {
        facts.linksOf[facts.links[i].from].push_back(i);
        facts.linksOf[facts.links[i].to].push_back(i);
    }
    facts.names = nameWordsOf(catalog, facts.scope, facts.links);
    facts.writers = writersOf(catalog, facts.scope);
    facts.groupOf =
        tablesThenViews(catalog, facts.scope, facts.labels,
                        likenessesOf(facts.names, facts.writers, facts.labels), facts.links);
    for (int i = 0; i < facts.scope.size(); ++i) {
        if (facts.groupOf[i] >= static_cast<int>(facts.groups.size()))
            facts.groups.emplace_back();
        facts.groups[facts.groupOf[i]].push_back(i);
    }
    return facts;
}

} // namespace cadastre::suggest

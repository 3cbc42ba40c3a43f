// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/layout_group_map.h"

#include "diagram/layout_packing.h"

#include <algorithm>
#include <set>

namespace cadastre {

namespace {

/// Groups without edges to others, packed in several forms.
struct Block
{
    std::vector<int> members;
    std::vector<Packing> forms;
};

Block blockOf(const std::vector<int>& members, const std::vector<std::vector<QSizeF>>& sizes,
              double spacing)
{
    Block block{members, {}};
    std::vector<QSizeF> usual;
    for (int member : members)
        usual.push_back(sizes[member].front());
    for (const double aspect : {1.6, 0.5, 0.9, 2.8})
        block.forms.push_back(packBoxes(usual, spacing, aspect));
    return block;
}

} // namespace

GroupMap::GroupMap(const LayoutTree& tree, LayoutCache& cache, LayoutWorker& worker)
    : m_tree(tree)
    , m_cache(cache)
    , m_worker(worker)
{
}

std::vector<std::vector<MapPlace>> GroupMap::arrange(const std::vector<int>& groups,
                                                     const std::vector<std::vector<QSizeF>>& sizes,
                                                     double spacing,
                                                     const std::vector<double>& aspects)
{
    const std::map<std::pair<int, int>, double> links = m_tree.linksBetween(groups);
    std::set<int> isLinked;
    for (const auto& [ends, weight] : links)
        isLinked.insert({ends.first, ends.second});
    const std::vector<int> linked(isLinked.begin(), isLinked.end());
    std::vector<int> unlinked;
    for (int i = 0; i < static_cast<int>(groups.size()); ++i) {
        if (isLinked.count(i) == 0)
            unlinked.push_back(i);
    }
    std::vector<QPointF> centres = springCentres(linked, sizes, links);
    std::vector<std::vector<QSizeF>> boxes;
    double bottom = 0;
    for (std::size_t i = 0; i < linked.size(); ++i) {
        boxes.push_back(sizes[linked[i]]);
        bottom = std::max(bottom, centres[i].y());
    }
    const Block block = blockOf(unlinked, sizes, spacing);
    if (!unlinked.empty()) {
        boxes.emplace_back();
        for (const Packing& form : block.forms)
            boxes.back().push_back(form.size);
        centres.emplace_back(0, bottom + 1e5);
    }
    std::vector<std::vector<MapPlace>> maps;
    for (const auto& places : arrangeMaps(boxes, centres, spacing, aspects)) {
        std::vector<MapPlace> map(groups.size());
        for (std::size_t i = 0; i < linked.size(); ++i)
            map[linked[i]] = places[i];
        for (std::size_t i = 0; i < unlinked.size(); ++i) {
            const MapPlace& place = places.back();
            map[unlinked[i]].rect =
                QRectF(place.rect.topLeft() + block.forms[place.shape].positions[i],
                       sizes[unlinked[i]].front());
        }
        maps.push_back(std::move(map));
    }
    return maps;
}

std::vector<QPointF> GroupMap::springCentres(const std::vector<int>& linked,
                                             const std::vector<std::vector<QSizeF>>& sizes,
                                             const std::map<std::pair<int, int>, double>& links)
{
    std::map<int, int> indexOf;
    LayoutJob job{LayoutEngine::Spring, {}, {}};
    std::vector<QPointF> centres;
    for (int i : linked) {
        indexOf[i] = static_cast<int>(job.sizes.size());
        job.sizes.push_back(sizes[i].front());
        centres.emplace_back(1000.0 * static_cast<double>(centres.size()), 0);
    }
    for (const auto& [ends, weight] : links)
        job.edges.push_back({indexOf[ends.first], indexOf[ends.second], weight});
    if (job.sizes.size() > 2) {
        const LayoutReply reply = m_cache.run({job}, m_worker).front();
        if (reply.succeeded)
            return reply.centres;
    }
    return centres;
}

} // namespace cadastre

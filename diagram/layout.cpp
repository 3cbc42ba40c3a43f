// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The order of the work: what is inside each group, then the map of groups from the innermost to
// the whole, then what was placed before.
#include "diagram/layout.h"

#include "diagram/grouping.h"
#include "diagram/layout_apart.h"
#include "diagram/layout_cache.h"
#include "diagram/layout_group.h"
#include "diagram/layout_group_map.h"
#include "diagram/layout_keep.h"
#include "diagram/layout_series.h"
#include "diagram/layout_tree.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr double pictureAspect = 1.6;
const std::vector<double> groupAspects{1.35, 0.6, 0.9, 1.8,
                                       2.4}; ///< the first is used where there is no choice
constexpr double outerSpacing = 90;
constexpr double innerSpacing = 48;
constexpr double unownedSpacing = 200; ///< above what nobody owns

/// One way to lay a group out in itself: places of nodesBelow(group), its frame at (0, 0).
struct Variant
{
    QSizeF size;
    std::vector<QPointF> places;
};

class Layouter
{
public:
    Layouter(const DiagramGraph& graph, const Placements& previous, LayoutReason reason,
             std::shared_ptr<LayoutCache> cache, LayoutWorker& worker)
        : m_graph(graph)
        , m_previous(previous)
        , m_reason(reason)
        , m_cache(cache ? std::move(cache) : std::make_shared<LayoutCache>())
        , m_worker(worker)
        , m_tree(graph)
        , m_contents(graph.groups.size())
    {
        m_result.groupMilliseconds.resize(graph.groups.size(), 0);
    }

    DiagramLayout run()
    {
        const bool keeps = m_reason != LayoutReason::Tidy;
        EarlierPlaces earlier = earlierPlaces(m_tree, keeps ? m_previous : Placements{});
        auto& kept = earlier.kept;
        const auto isKept = [](const auto& place) { return place.has_value(); };
        // What is grouped in another way altogether is better off with a new map.
        if (m_reason == LayoutReason::Regroup &&
            2 * std::count_if(kept.begin(), kept.end(), isKept) < std::ssize(kept))
            kept.assign(kept.size(), std::nullopt);
        const bool keepsAny = std::any_of(kept.begin(), kept.end(), isKept);
        layOutContents(kept);
        const auto& topLevel = m_tree.children(LayoutTree::root);
        std::vector<std::vector<Variant>> variants;
        for (int group : topLevel)
            variants.push_back(variantsOf(group));
        if (keepsAny) {
            for (std::size_t i = 0; i < topLevel.size(); ++i)
                apply(topLevel[i], variants[i].front(), QPointF(0, 0));
            joinKept(m_tree, earlier);
            separateGroups(m_tree, m_previous);
        } else {
            placeTopLevel(topLevel, variants);
        }
        return finished();
    }

private:
    /// What nobody owns stands apart from the map of those who own something: below it.
    void placeTopLevel(std::vector<int> groups, std::vector<std::vector<Variant>> variants)
    {
        if (groups.empty())
            return;
        const auto isUnowned = [this](int group) {
            return m_graph.groups[group].kind == GroupKind::Boundary &&
                   !m_graph.groups[group].boundary;
        };
        const bool apart = groups.size() > 1 && isUnowned(groups.back()) &&
                           std::ranges::count_if(groups, isUnowned) == 1;
        const int unowned = groups.back();
        std::vector<Variant> forms;
        if (apart) {
            forms = variants.back();
            groups.pop_back();
            variants.pop_back();
        }
        const std::vector<MapPlace> places =
            mapsOf(groups, variants, outerSpacing, {pictureAspect}).front();
        applyMap(groups, variants, places, QPointF(0, 0));
        if (!apart)
            return;
        QRectF map;
        for (const MapPlace& place : places)
            map |= place.rect;
        // As flat as the map is wide.
        auto form = std::max_element(forms.begin(), forms.end(), [&](const auto& a, const auto& b) {
            return fitUnder(a.size, map) < fitUnder(b.size, map);
        });
        apply(unowned, *form, QPointF(map.left(), map.bottom() + unownedSpacing));
    }

    /// The flatter the better while it is not wider than the map.
    static double fitUnder(const QSizeF& size, const QRectF& map)
    {
        return size.width() <= map.width() ? -size.height()
                                           : -size.height() - 1e6 * (size.width() - map.width());
    }

    /// The inside of every group of which no member has a place: all jobs in one go.
    void layOutContents(const std::vector<std::optional<QPointF>>& kept)
    {
        const auto edges = edgesWithinGroups(m_graph);
        std::vector<int> groups;
        std::vector<GroupLayout> layouts;
        std::vector<LayoutJob> jobs;
        for (int group = 0; group < static_cast<int>(m_graph.groups.size()); ++group) {
            const auto& nodes = m_graph.groups[group].nodes;
            const bool isPlaced = std::any_of(nodes.begin(), nodes.end(),
                                              [&](int node) { return kept[node].has_value(); });
            if (nodes.empty() || isPlaced)
                continue;
            groups.push_back(group);
            layouts.emplace_back(m_graph, nodes, edges[group]);
            jobs.insert(jobs.end(), layouts.back().jobs().begin(), layouts.back().jobs().end());
        }
        const std::vector<LayoutReply> replies = m_cache->run(jobs, m_worker);
        auto next = replies.begin();
        for (std::size_t i = 0; i < groups.size(); ++i) {
            const auto end = next + static_cast<std::ptrdiff_t>(layouts[i].jobs().size());
            arrangeContents(groups[i], layouts[i], {next, end});
            next = end;
        }
    }

    void arrangeContents(int group, const GroupLayout& layout,
                         const std::vector<LayoutReply>& replies)
    {
        const bool succeeded = std::all_of(replies.begin(), replies.end(),
                                           [](const LayoutReply& r) { return r.succeeded; });
        for (const LayoutReply& reply : replies)
            m_result.groupMilliseconds[group] += reply.milliseconds;
        if (!succeeded)
            m_result.fallbackGroups.push_back(group);
        for (const double aspect : groupAspects) {
            const double wanted = m_tree.isFramed() ? aspect : pictureAspect;
            m_contents[group].push_back(succeeded ? layout.arrange(replies, wanted)
                                                  : layout.grid(wanted));
            if (!m_tree.isFramed())
                break;
        }
    }

    /// Where members of a group keep their places there is nothing to choose.
    std::vector<Variant> variantsOf(int group)
    {
        const auto& children = m_tree.children(group);
        std::vector<std::vector<Variant>> inner;
        for (int child : children)
            inner.push_back(variantsOf(child));
        const auto maps = mapsOf(children, inner, innerSpacing, groupAspects);
        std::vector<Variant> variants;
        for (std::size_t i = 0; i < groupAspects.size(); ++i) {
            const double below = placeContents(group, i);
            const QPointF inside = m_tree.frameOffset();
            applyMap(children, inner, maps[i], QPointF(inside.x(), std::max(inside.y(), below)));
            if (m_reason == LayoutReason::Tidy && m_graph.groups[group].parent < 0)
                respectPins(m_tree, group, m_previous);
            variants.push_back(snapshot(group));
            if (!m_tree.isFramed())
                break;
        }
        return variants;
    }

    /// Returns where the groups inside the group may begin.
    double placeContents(int group, std::size_t variant)
    {
        if (m_contents[group].empty())
            return 0;
        const Packing& packing = m_contents[group][std::min(variant, m_contents[group].size() - 1)];
        const auto& nodes = m_graph.groups[group].nodes;
        for (std::size_t i = 0; i < nodes.size(); ++i)
            m_tree.setNode(nodes[i], packing.positions[i] + m_tree.frameOffset());
        return m_tree.frameOffset().y() + packing.size.height() + innerSpacing;
    }

    [[nodiscard]] Variant snapshot(int group) const
    {
        const QRectF frame = m_tree.frame(group);
        Variant variant{frame.size(), {}};
        for (int node : m_tree.nodesBelow(group))
            variant.places.push_back(m_tree.nodeRect(node).topLeft() - frame.topLeft());
        return variant;
    }

    void apply(int group, const Variant& variant, const QPointF& at)
    {
        const std::vector<int> nodes = m_tree.nodesBelow(group);
        for (std::size_t i = 0; i < nodes.size(); ++i)
            m_tree.setNode(nodes[i], variant.places[i] + at);
    }

    /// For each aspect ratio the places of groups, and the variants that were chosen for them.
    std::vector<std::vector<MapPlace>> mapsOf(const std::vector<int>& groups,
                                              const std::vector<std::vector<Variant>>& variants,
                                              double spacing, const std::vector<double>& aspects)
    {
        std::vector<std::vector<QSizeF>> sizes;
        for (const auto& ofGroup : variants) {
            sizes.emplace_back();
            for (const Variant& variant : ofGroup)
                sizes.back().push_back(variant.size);
        }
        return GroupMap(m_tree, *m_cache, m_worker).arrange(groups, sizes, spacing, aspects);
    }

    void applyMap(const std::vector<int>& groups, const std::vector<std::vector<Variant>>& variants,
                  const std::vector<MapPlace>& places, const QPointF& corner)
    {
        for (std::size_t i = 0; i < groups.size(); ++i)
            apply(groups[i], variants[i][places[i].shape], corner + places[i].rect.topLeft());
    }

    DiagramLayout finished()
    {
        for (int node = 0; node < static_cast<int>(m_graph.nodes.size()); ++node) {
            m_tree.setNode(node, m_tree.nodeRect(node).topLeft().toPoint());
            m_result.nodes.push_back(m_tree.nodeRect(node));
            m_result.bounds |= m_result.nodes.back();
        }
        for (int group = 0; group < static_cast<int>(m_graph.groups.size()); ++group) {
            m_result.groups.push_back(m_tree.frame(group));
            m_result.bounds |= m_result.groups.back();
        }
        return std::move(m_result);
    }

    const DiagramGraph& m_graph;
    const Placements& m_previous;
    LayoutReason m_reason;
    std::shared_ptr<LayoutCache> m_cache;
    LayoutWorker& m_worker;
    LayoutTree m_tree;
    std::vector<std::vector<Packing>> m_contents; ///< by group, one per aspect ratio
    DiagramLayout m_result;
};

} // namespace

DiagramLayout layoutDiagram(const DiagramGraph& graph, const Placements& previous,
                            LayoutReason reason, const LayoutOptions& options,
                            const std::atomic_bool& cancelled)
{
    LayoutWorker worker(options.workerProgram, {options.groupDeadlineMs, options.totalDeadlineMs},
                        cancelled);
    return Layouter(graph, previous, reason, options.cache, worker).run();
}

DiagramLayout layoutWith(LayoutWorker& worker, const DiagramGraph& graph)
{
    const Placements nothing;
    return Layouter(graph, nothing, LayoutReason::First, nullptr, worker).run();
}

Placements placementsOf(const DiagramGraph& graph, const DiagramLayout& layout,
                        const Placements& previous)
{
    Placements placements = previous;
    std::vector<int> topLevel;
    for (int group = 0; group < static_cast<int>(graph.groups.size()); ++group) {
        const int parent = graph.groups[group].parent;
        topLevel.push_back(parent < 0 ? group : topLevel[parent]);
        if (parent < 0)
            placements.groups[graph.groups[group].name] = layout.groups[group].topLeft().toPoint();
    }
    for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
        const int group = graph.nodes[node].group;
        const QString& top = graph.groups[topLevel[group]].name;
        Placement& placement = placements.tables[graph.catalog->keyOf(graph.nodes[node].table)];
        placement.group = groupPath(graph, group);
        placement.position = layout.nodes[node].topLeft().toPoint() - placements.groups[top];
    }
    return placements;
}

} // namespace cadastre

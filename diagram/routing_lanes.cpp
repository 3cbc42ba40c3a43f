// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/routing_lanes.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace cadastre {

namespace {

constexpr double widestLane = 12;
constexpr double lineClearance = 6; ///< vertical distance at which two lines may share a lane

struct Trunk
{
    double top = 0;
    double bottom = 0;
    double source = 0;
    bool comesFromLeft = true;
    double low = 0;
    double high = 0;
    int lane = 0;
    std::vector<int> requests;
    std::int64_t id = 0;

    [[nodiscard]] bool goesDown() const { return bottom - source > source - top; }
    /// From left to right so that trunks cross each other least: of those going down from the
    /// left the lowest turns first, of those going up the highest.
    [[nodiscard]] double order() const { return goesDown() == comesFromLeft ? -source : source; }
};

std::vector<Trunk> trunksOf(const std::vector<LaneRequest>& requests,
                            const std::vector<int>& indexes)
{
    std::vector<Trunk> trunks;
    for (int i : indexes) { // sorted by trunk
        const LaneRequest& request = requests[i];
        if (trunks.empty() || trunks.back().id != request.trunk) {
            trunks.push_back({request.top,
                              request.bottom,
                              request.source,
                              request.comesFromLeft,
                              request.gap.low,
                              request.gap.high,
                              0,
                              {},
                              request.trunk});
        }
        Trunk& trunk = trunks.back();
        trunk.top = std::min(trunk.top, request.top);
        trunk.bottom = std::max(trunk.bottom, request.bottom);
        trunk.low = std::max(trunk.low, request.gap.low);
        trunk.high = std::min(trunk.high, request.gap.high);
        trunk.requests.push_back(i);
    }
    std::stable_sort(trunks.begin(), trunks.end(),
                     [](const Trunk& a, const Trunk& b) { return a.order() < b.order(); });
    return trunks;
}

int numberLanes(std::vector<Trunk>& trunks)
{
    int lanes = 0;
    for (std::size_t i = 0; i < trunks.size(); ++i) {
        Trunk& trunk = trunks[i];
        for (std::size_t k = 0; k < i; ++k) {
            const Trunk& other = trunks[k];
            if (other.top < trunk.bottom + lineClearance &&
                other.bottom > trunk.top - lineClearance)
                trunk.lane = std::max(trunk.lane, other.lane + 1);
        }
        lanes = std::max(lanes, trunk.lane + 1);
    }
    return lanes;
}

void placeTrunks(const std::vector<Trunk>& trunks, int lanes, double stub, std::vector<double>& xs)
{
    double low = trunks.front().low;
    double high = trunks.front().high;
    for (const Trunk& trunk : trunks) {
        low = std::max(low, trunk.low);
        high = std::min(high, trunk.high);
    }
    const double keep = std::clamp((high - low) / 2 - 2, 0.0, stub);
    const double room = std::max(0.0, high - low - 2 * keep);
    const double step = lanes > 1 ? std::min(widestLane, room / (lanes - 1)) : 0;
    const double first = (low + high) / 2 - step * (lanes - 1) / 2;
    for (const Trunk& trunk : trunks) {
        for (int request : trunk.requests)
            xs[request] = std::round(first + step * trunk.lane);
    }
}

} // namespace

std::vector<double> assignLanes(const std::vector<LaneRequest>& requests, double stub)
{
    std::vector<int> order;
    order.reserve(requests.size());
    for (int i = 0; i < static_cast<int>(requests.size()); ++i)
        order.push_back(i);
    const auto gapOf = [&](int i) {
        return std::pair(requests[i].area, std::lround(requests[i].gap.high));
    };
    std::sort(order.begin(), order.end(), [&](int a, int b) {
        if (gapOf(a) != gapOf(b))
            return gapOf(a) < gapOf(b);
        return requests[a].trunk != requests[b].trunk ? requests[a].trunk < requests[b].trunk
                                                      : a < b;
    });
    std::vector<double> xs(requests.size(), 0);
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin;
        while (end < order.size() && gapOf(order[end]) == gapOf(order[begin]))
            ++end;
        const std::vector<int> gap(order.begin() + static_cast<std::ptrdiff_t>(begin),
                                   order.begin() + static_cast<std::ptrdiff_t>(end));
        std::vector<Trunk> trunks = trunksOf(requests, gap);
        const int lanes = numberLanes(trunks);
        placeTrunks(trunks, lanes, stub, xs);
        begin = end;
    }
    return xs;
}

} // namespace cadastre

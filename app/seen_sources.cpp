// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/seen_sources.h"

#include <algorithm>

namespace cadastre {

namespace {

bool isKept(const LoadedSource& source)
{
    return source.request.address.kind != AddressKind::Snapshot;
}

} // namespace

void keepSources(const std::vector<LoadedSource>& sources, const CatalogDifference& difference,
                 const QDateTime& now)
{
    for (const LoadedSource& source : sources) {
        if (!isKept(source))
            continue;
        const QString folder = seenFolder(source.request.address);
        const std::vector<QDateTime> times = seenTimes(folder);
        const bool isSame =
            !times.empty() && std::ranges::none_of(difference.changes, [&](const auto& change) {
                return change.key.source == source.part->source().name;
            });
        if (isSame)
            keepSeenAgain(folder, times.front(), now);
        else
            (void)keepSeen(folder, *source.part, now); // without it, less is known next time
    }
}

SourceParts partsAt(const std::vector<LoadedSource>& sources, const QDateTime& time,
                    bool& isAnythingKnown)
{
    SourceParts parts;
    for (const LoadedSource& source : sources) {
        parts.push_back(source.part);
        if (!isKept(source))
            continue;
        const QString folder = seenFolder(source.request.address);
        const auto seen = seenAt(seenTimes(folder), time);
        if (!seen)
            continue;
        Result<SourceCatalog> read = readSeen(folder, *seen);
        if (!read)
            continue;
        isAnythingKnown = true;
        parts.back() = renamedSource(std::make_shared<const SourceCatalog>(*std::move(read)),
                                     source.part->source().name);
    }
    return parts;
}

std::optional<QDateTime> newestSeen(const std::vector<LoadedSource>& sources)
{
    std::optional<QDateTime> newest;
    for (const LoadedSource& source : sources) {
        const auto times = seenTimes(seenFolder(source.request.address));
        if (isKept(source) && !times.empty() && (!newest || *newest < times.front()))
            newest = times.front();
    }
    return newest;
}

void forgetEarlier(const std::vector<LoadedSource>& sources)
{
    for (const LoadedSource& source : sources) {
        if (isKept(source))
            forgetEarlier(seenFolder(source.request.address));
    }
}

std::vector<QDateTime> earlierStates(const std::vector<LoadedSource>& sources, const QDateTime& now)
{
    std::vector<QDateTime> times;
    for (const LoadedSource& source : sources) {
        if (!isKept(source))
            continue;
        for (const QDateTime& time : seenTimes(seenFolder(source.request.address))) {
            if (time < now.addSecs(-1))
                times.push_back(time);
        }
    }
    std::ranges::sort(times, std::greater<>());
    const auto repeated = std::ranges::unique(times);
    times.erase(repeated.begin(), repeated.end());
    times.resize(std::min(times.size(), seenLimit));
    return times;
}

} // namespace cadastre

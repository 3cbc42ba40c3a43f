// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The baseline: what was there when it was written may stay, what is gone leaves it for good, and
// nothing joins it. What could not be looked at is not gone.
#include "model/boundaries/crossings/boundary_check_parts.h"

namespace cadastre {

namespace {

std::set<CrossingKey> keysOf(const std::vector<JudgedCrossing>& crossings)
{
    std::set<CrossingKey> keys;
    for (const JudgedCrossing& judged : crossings)
        keys.insert(judged.key);
    return keys;
}

/// The writing is gone but the same user still reads what it wrote: judged by the same entry.
bool coversReading(const std::set<CrossingKey>& found, const CrossingKey& key)
{
    return key.kind == CrossingKind::Write &&
           found.contains({CrossingKind::Read, key.from, key.into});
}

} // namespace

void findGone(const Catalog& catalog, const Boundaries& boundaries, BoundaryCheck& check)
{
    const std::set<CrossingKey> found = keysOf(check.crossings);
    const auto isGone = [&](const CrossingKey& key) {
        return !found.contains(key) && canBeKnown(catalog, key);
    };
    if (boundaries.baseline) {
        for (const CrossingKey& key : *boundaries.baseline) {
            if (isGone(key) && !coversReading(found, key))
                check.gone.push_back(key);
        }
    }
    for (const auto& [key, decision] : boundaries.decisions) {
        if (isGone(key))
            check.goneDecisions.push_back(key);
    }
}

BaselineUpdate updatedBaseline(const Boundaries& boundaries, const BoundaryCheck& check)
{
    BaselineUpdate update;
    if (!boundaries.baseline) {
        for (const JudgedCrossing& judged : check.crossings) {
            if (judged.isViolation())
                update.baseline.insert(judged.key);
        }
        return update;
    }
    update.baseline = *boundaries.baseline;
    for (const CrossingKey& key : check.gone)
        update.baseline.erase(key);
    std::set<CrossingKey> reducedWrites;
    for (const JudgedCrossing& judged : check.crossings) {
        if (judged.isViolation()) {
            update.grown.push_back(judged.key);
        } else if (judged.state != CrossingState::Known) {
            update.baseline.erase(judged.key); // allowed or decided meanwhile
        } else if (!update.baseline.contains(judged.key)) {
            reducedWrites.insert({CrossingKind::Write, judged.key.from, judged.key.into});
            update.baseline.insert(judged.key); // what is left of a write that was known
        }
    }
    const std::set<CrossingKey> found = keysOf(check.crossings);
    for (const CrossingKey& write : reducedWrites) {
        if (!found.contains(write))
            update.baseline.erase(write);
    }
    for (const CrossingKey& key : *boundaries.baseline) {
        if (!update.baseline.contains(key))
            update.removed.push_back(key);
    }
    return update;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The words for the states of crossings, in files and for people.
#include "model/boundaries/crossings/crossing_state.h"

#include <array>

namespace cadastre {

namespace {

struct CrossingStateWords
{
    const char* name;
    const char* title;
};

constexpr std::array crossingStates{
    CrossingStateWords{"allowed", "Allowed"},
    CrossingStateWords{"counted", "Counted only"},
    CrossingStateWords{"note", "Within one team"},
    CrossingStateWords{"decided", "Decided"},
    CrossingStateWords{"known", "In the baseline"},
    CrossingStateWords{"undecided", "To be decided"},
    CrossingStateWords{"expired", "Permission ran out"},
    CrossingStateWords{"forbidden", "Forbidden"},
};

} // namespace

QString crossingStateName(CrossingState state)
{
    return QString::fromLatin1(crossingStates[static_cast<std::size_t>(state)].name);
}

std::optional<CrossingState> crossingStateFromName(QStringView name)
{
    for (std::size_t i = 0; i < crossingStates.size(); ++i) {
        if (name == QLatin1String(crossingStates[i].name))
            return static_cast<CrossingState>(i);
    }
    return std::nullopt;
}

QString crossingStateTitle(CrossingState state)
{
    return QString::fromLatin1(crossingStates[static_cast<std::size_t>(state)].title);
}

} // namespace cadastre

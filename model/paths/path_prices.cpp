// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The figures; see the header.
#include "model/paths/path_prices.h"

#include <algorithm>
#include <cmath>

namespace cadastre {

namespace {

constexpr int avoidedAuditPrice = 1000; ///< ten joins
constexpr int plainAuditPrice = 50;
constexpr int differingTypesPrice = 150;
constexpr int sharedParentBase = 50;
constexpr int peoplePrice = 200;
constexpr int quietReferring = 8; ///< up to so many referring tables a parent is no hub
constexpr int dearestHub = 400;

int uncertaintyPrice(double confidence)
{
    const double known = std::clamp(confidence, 0.01, 1.0);
    return static_cast<int>(std::lround(-200 * std::log2(known)));
}

} // namespace

StepExtras stepExtras(const JoinStep& step, const PathPreferences& preferences)
{
    StepExtras extras;
    if (step.origin == StepOrigin::Inferred)
        extras.uncertainty = uncertaintyPrice(step.confidence);
    if (step.audit)
        extras.audit = preferences.avoidAuditColumns ? avoidedAuditPrice : plainAuditPrice;
    if (step.typesDiffer)
        extras.types = differingTypesPrice;
    return extras;
}

int stepPrice(const JoinStep& step, const PathPreferences& preferences)
{
    return joinPrice + stepExtras(step, preferences).sum();
}

bool isAllowed(const JoinStep& step, const PathPreferences& preferences)
{
    return step.origin != StepOrigin::Inferred || step.confidence >= preferences.minimumConfidence;
}

int sharedParentPrice(const JoinGraph& graph, TableId table)
{
    int price = sharedParentBase;
    const int referring = graph.referringTables(table);
    if (referring > quietReferring)
        price += std::min(dearestHub, static_cast<int>(std::lround(
                                          100 * std::log2(double(referring) / quietReferring))));
    if (graph.isOfPeople(table))
        price += peoplePrice;
    return price;
}

QString priceText(int price)
{
    QString text = QString::number(price / 100.0, 'f', 2);
    while (text.endsWith(QLatin1Char('0')))
        text.chop(1);
    if (text.endsWith(QLatin1Char('.')))
        text.chop(1);
    return text;
}

} // namespace cadastre

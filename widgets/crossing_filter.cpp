// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/crossing_filter.h"

#include "widgets/crossing_signs.h"
#include "widgets/object_icons.h"

#include <QCoreApplication>
#include <QLocale>

#include <map>

namespace cadastre {

namespace {

struct ListWords
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::CrossingList)
};

const JudgedCrossing& crossingAt(const BoundaryState& state, int position)
{
    return state.check.crossings[static_cast<std::size_t>(position)];
}

bool passesCrossing(const JudgedCrossing& judged, const CrossingFilter& filter)
{
    const Crossing& crossing = judged.crossing;
    if (filter.onlyToDecide && !judged.isViolation())
        return false;
    if (filter.state && judged.state != *filter.state)
        return false;
    if (filter.kind && crossing.kind != *filter.kind)
        return false;
    if ((filter.from && crossing.fromBoundary != *filter.from) ||
        (filter.into && crossing.intoBoundary != *filter.into))
        return false;
    return filter.text.isEmpty() || crossing.sentence.contains(filter.text, Qt::CaseInsensitive) ||
           judged.reason.contains(filter.text, Qt::CaseInsensitive);
}

/// What crossings under one heading have in common.
std::pair<int, int> headingOf(const Crossing& crossing, CrossingState state,
                              CrossingGrouping grouping)
{
    switch (grouping) {
    case CrossingGrouping::Pair:
        return {crossing.fromBoundary, crossing.intoBoundary};
    case CrossingGrouping::Kind:
        return {static_cast<int>(crossing.kind), 0};
    case CrossingGrouping::State:
        return {-static_cast<int>(state), 0}; // what is to do comes first
    case CrossingGrouping::Object:
        return {static_cast<int>(crossing.into.kind), crossing.into.index};
    }
    Q_UNREACHABLE();
}

GroupedModel::Group headingFor(const BoundaryState& state, const JudgedCrossing& judged,
                               CrossingGrouping grouping)
{
    const Crossing& crossing = judged.crossing;
    GroupedModel::Group group;
    switch (grouping) {
    case CrossingGrouping::Pair:
        group.title = crossingPairText(state, crossing.fromBoundary, crossing.intoBoundary);
        break;
    case CrossingGrouping::Kind:
        group.title = crossingKindTitle(crossing.kind);
        break;
    case CrossingGrouping::State:
        group.title = crossingStateTitle(judged.state);
        group.icon = crossingStateIcon(judged.state);
        break;
    case CrossingGrouping::Object:
        group.title = state.catalog->displayName(crossing.into);
        group.icon = objectIcon(*state.catalog, crossing.into);
        break;
    }
    return group;
}

void countHeading(const BoundaryState& state, GroupedModel::Group& group)
{
    const auto toDecide = std::ranges::count_if(
        group.rows, [&](int row) { return crossingAt(state, row).isViolation(); });
    const QLocale locale;
    group.quiet = locale.toString(static_cast<qlonglong>(group.rows.size()));
    if (toDecide > 0)
        group.quiet += ListWords::tr(" · %1 to decide").arg(locale.toString(toDecide));
    group.toolTip = QString(group.title % QLatin1Char('\n') % group.quiet);
}

QString crossingQuietText(const BoundaryState& state, const JudgedCrossing& judged,
                          CrossingGrouping grouping)
{
    QStringList parts;
    if (grouping != CrossingGrouping::Kind)
        parts << crossingKindTitle(judged.crossing.kind);
    if (grouping != CrossingGrouping::State)
        parts << crossingStateTitle(judged.state);
    if (grouping != CrossingGrouping::Pair)
        parts << crossingPairText(state, judged.crossing.fromBoundary,
                                  judged.crossing.intoBoundary);
    if (judged.crossing.disabled)
        parts << ListWords::tr("disabled at present");
    return parts.join(QStringLiteral(" · "));
}

} // namespace

std::vector<int> filteredCrossings(const BoundaryState& state, const CrossingFilter& filter)
{
    std::vector<int> passing;
    const auto& crossings = state.check.crossings;
    for (std::size_t i = 0; i < crossings.size(); ++i) {
        if (passesCrossing(crossings[i], filter))
            passing.push_back(static_cast<int>(i));
    }
    return passing;
}

std::vector<GroupedModel::Group> groupedCrossings(const BoundaryState& state,
                                                  const std::vector<int>& crossings,
                                                  CrossingGrouping grouping)
{
    std::map<std::pair<int, int>, GroupedModel::Group> groups;
    for (const int position : crossings) {
        const JudgedCrossing& judged = crossingAt(state, position);
        const auto heading = headingOf(judged.crossing, judged.state, grouping);
        auto found = groups.find(heading);
        if (found == groups.end())
            found = groups.emplace(heading, headingFor(state, judged, grouping)).first;
        found->second.rows.push_back(position);
    }
    std::vector<GroupedModel::Group> ordered;
    ordered.reserve(groups.size());
    for (auto& [heading, group] : groups) {
        countHeading(state, group);
        ordered.push_back(std::move(group));
    }
    return ordered;
}

QVariant crossingRowData(const BoundaryState& state, int crossing, int role,
                         CrossingGrouping grouping)
{
    const JudgedCrossing& judged = crossingAt(state, crossing);
    switch (role) {
    case Qt::DisplayRole:
        return crossingObjectsText(state, judged.crossing);
    case GroupedModel::QuietTextRole:
        return crossingQuietText(state, judged, grouping);
    case Qt::DecorationRole:
        return crossingStateIcon(judged.state);
    case Qt::ToolTipRole:
        return QString(judged.crossing.sentence % QLatin1Char('\n') %
                       crossingStateTitle(judged.state) % QStringLiteral(": ") % judged.reason);
    case Qt::AccessibleTextRole:
        return QString(crossingStateTitle(judged.state) % QStringLiteral(": ") %
                       judged.crossing.sentence);
    default:
        return {};
    }
}

QString crossingPairText(const BoundaryState& state, BoundaryIndex from, BoundaryIndex into)
{
    return state.nameOf(from) % QStringLiteral(" → ") % state.nameOf(into);
}

QString crossingObjectsText(const BoundaryState& state, const Crossing& crossing)
{
    return state.catalog->displayName(crossing.from) % QStringLiteral(" → ") %
           state.catalog->displayName(crossing.into);
}

QString nothingToDecideText(const BoundaryCheck& check)
{
    const std::vector<int> counts = crossingStateCounts(check);
    const std::pair<CrossingState, QString> predicates[] = {
        {CrossingState::Counted,
         ListWords::tr("logical references, which are right between boundaries and only counted")},
        {CrossingState::Allowed, ListWords::tr("allowed, by a contract or by a rule")},
        {CrossingState::Note, ListWords::tr("between boundaries of one team")},
        {CrossingState::Decided, ListWords::tr("decided by somebody")},
        {CrossingState::Known, ListWords::tr("known from the baseline")},
    };
    QStringList lines;
    for (const auto& [state, predicate] : predicates) {
        if (const int count = counts[static_cast<std::size_t>(state)]; count > 0)
            lines << QStringLiteral("%1: %2.").arg(
                ListWords::tr("%Ln crossings", nullptr, static_cast<int>(count)), predicate);
    }
    return lines.join(QLatin1Char('\n'));
}

std::vector<int> crossingStateCounts(const BoundaryCheck& check)
{
    std::vector<int> counts(static_cast<std::size_t>(CrossingState::Forbidden) + 1, 0);
    for (const JudgedCrossing& judged : check.crossings)
        ++counts[static_cast<std::size_t>(judged.state)];
    return counts;
}

} // namespace cadastre

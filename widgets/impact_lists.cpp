// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/impact_lists.h"

#include "widgets/boundary_facts_text.h"
#include "widgets/boundary_tree_model.h"
#include "widgets/icons.h"
#include "widgets/object_icons.h"

#include <QCoreApplication>
#include <QLocale>

#include <map>

namespace cadastre {

namespace {

struct ImpactWords
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::ImpactLists)
};

QString reasonText(ImpactReason reason)
{
    switch (reason) {
    case ImpactReason::Reads:
        return ImpactWords::tr("reads it");
    case ImpactReason::Writes:
        return ImpactWords::tr("writes it");
    case ImpactReason::Calls:
        return ImpactWords::tr("calls it");
    case ImpactReason::ForeignKey:
        return ImpactWords::tr("foreign key");
    case ImpactReason::Logical:
        return ImpactWords::tr("refers to it");
    case ImpactReason::Copy:
        return ImpactWords::tr("copies it");
    }
    Q_UNREACHABLE();
}

QString actionText(RolloutStep::Action action)
{
    switch (action) {
    case RolloutStep::Action::Drop:
        return ImpactWords::tr("Drop, from the outside in");
    case RolloutStep::Action::Change:
        return ImpactWords::tr("Change");
    case RolloutStep::Action::Recreate:
        return ImpactWords::tr("Make again");
    case RolloutStep::Action::Adapt:
        return ImpactWords::tr("Adapt");
    case RolloutStep::Action::Tell:
        return ImpactWords::tr("Talk to");
    }
    Q_UNREACHABLE();
}

GroupedModel::Group boundaryHeading(const BoundaryState& state,
                                    std::optional<BoundaryIndex> boundary)
{
    if (!boundary)
        return {
            ImpactWords::tr("Owned by nobody"), {}, themedIcon(QStringLiteral("question")), {}, {}};
    return {boundaryWithOwner(state, *boundary),
            {},
            boundaryIcon(state, state.nameOf(*boundary)),
            {},
            {}};
}

void countRows(std::vector<GroupedModel::Group>& groups)
{
    for (GroupedModel::Group& group : groups)
        group.quiet = QLocale().toString(static_cast<qlonglong>(group.rows.size()));
}

QString impactQuietText(const Catalog& catalog, const ImpactEntry& entry)
{
    QString text = reasonText(entry.reason);
    if (entry.distance > 1)
        text += ImpactWords::tr(" through %1").arg(catalog.displayName(entry.through));
    if (!entry.certain)
        text += ImpactWords::tr(" (probably)");
    return text;
}

ObjectDescription describeImpact(const BoundaryState& state, const ImpactEntry& entry)
{
    ObjectDescription description;
    FactSection section{state.catalog->displayName(entry.object), {}};
    section.rows = {
        {ImpactWords::tr("Object"), state.catalog->displayName(entry.object), entry.object, {}, {}},
        {ImpactWords::tr("Why"), impactQuietText(*state.catalog, entry), {}, {}, {}},
        {ImpactWords::tr("Steps"), QLocale().toString(entry.distance), {}, {}, {}},
        {ImpactWords::tr("To talk to"),
         entry.boundary ? boundaryWithOwner(state, *entry.boundary) : ImpactWords::tr("nobody"),
         {},
         {},
         {}}};
    description.sections = {section};
    return description;
}

} // namespace

FactListContents impactContents(const BoundaryStatePointer& state, const Impact& impact)
{
    const auto entries = std::make_shared<const std::vector<ImpactEntry>>(impact.entries);
    std::map<std::pair<int, int>, GroupedModel::Group> headings; // outsiders first
    for (std::size_t i = 0; i < entries->size(); ++i) {
        const ImpactEntry& entry = (*entries)[i];
        const std::pair key(entry.outside ? 0 : 1, entry.boundary.value_or(-1));
        auto found = headings.find(key);
        if (found == headings.end())
            found = headings.emplace(key, boundaryHeading(*state, entry.boundary)).first;
        found->second.rows.push_back(static_cast<int>(i));
    }
    std::vector<GroupedModel::Group> groups;
    for (auto& [key, group] : headings)
        groups.push_back(std::move(group));
    countRows(groups);
    const auto data = [state, entries](int row, int role) -> QVariant {
        const ImpactEntry& entry = (*entries)[static_cast<std::size_t>(row)];
        switch (role) {
        case Qt::DisplayRole:
            return state->catalog->displayName(entry.object);
        case GroupedModel::QuietTextRole:
            return impactQuietText(*state->catalog, entry);
        case Qt::DecorationRole:
            return objectIcon(*state->catalog, entry.object);
        case Qt::ToolTipRole:
        case Qt::AccessibleTextRole:
            return QString(state->catalog->displayName(entry.object) % QStringLiteral(", ") %
                           impactQuietText(*state->catalog, entry));
        default:
            return {};
        }
    };
    return {std::move(groups), data, [state, entries](int row) {
                return describeImpact(*state, (*entries)[static_cast<std::size_t>(row)]);
            }};
}

FactListContents rolloutContents(const BoundaryStatePointer& state, const Impact& impact)
{
    const auto steps = std::make_shared<const std::vector<RolloutStep>>(impact.rollout);
    std::vector<GroupedModel::Group> groups;
    for (std::size_t i = 0; i < steps->size(); ++i) {
        const bool next = i == 0 || (*steps)[i].action != (*steps)[i - 1].action;
        if (next)
            groups.push_back({actionText((*steps)[i].action), {}, {}, {}, {}});
        groups.back().rows.push_back(static_cast<int>(i));
    }
    countRows(groups);
    const auto data = [state, steps](int row, int role) -> QVariant {
        const RolloutStep& step = (*steps)[static_cast<std::size_t>(row)];
        switch (role) {
        case Qt::DisplayRole:
            return QStringLiteral("%1. %2").arg(row + 1).arg(step.sentence);
        case Qt::ToolTipRole:
        case Qt::AccessibleTextRole:
            return step.sentence;
        default:
            return {};
        }
    };
    return {std::move(groups), data, [state, steps](int row) {
                const RolloutStep& step = (*steps)[static_cast<std::size_t>(row)];
                ObjectDescription description;
                description.sections = {{actionText(step.action),
                                         {{{}, step.sentence, {}, {}, {}},
                                          {ImpactWords::tr("Object"),
                                           state->catalog->displayName(step.object),
                                           step.object,
                                           {},
                                           {}}}}};
                return description;
            }};
}

FactListContents mayGoContents(const BoundaryStatePointer& state,
                               const std::shared_ptr<const std::vector<MayGo>>& found)
{
    std::map<int, GroupedModel::Group> headings;
    for (std::size_t i = 0; i < found->size(); ++i) {
        const auto boundary =
            state->check.ownership.boundaryOf(*state->catalog, (*found)[i].object);
        auto heading = headings.find(boundary.value_or(-1));
        if (heading == headings.end())
            heading =
                headings.emplace(boundary.value_or(-1), boundaryHeading(*state, boundary)).first;
        heading->second.rows.push_back(static_cast<int>(i));
    }
    std::vector<GroupedModel::Group> groups;
    for (auto& [boundary, group] : headings)
        groups.push_back(std::move(group));
    countRows(groups);
    const auto data = [state, found](int row, int role) -> QVariant {
        const MayGo& each = (*found)[static_cast<std::size_t>(row)];
        switch (role) {
        case Qt::DisplayRole:
            return state->catalog->displayName(each.object);
        case GroupedModel::QuietTextRole:
            return each.unknown.isEmpty() ? QString()
                                          : ImpactWords::tr("%1 not known")
                                                .arg(QLocale().toString(each.unknown.size()));
        case Qt::DecorationRole:
            return objectIcon(*state->catalog, each.object);
        case Qt::ToolTipRole:
        case Qt::AccessibleTextRole:
            return each.sentence;
        default:
            return {};
        }
    };
    return {std::move(groups), data, [state, found](int row) {
                const MayGo& each = (*found)[static_cast<std::size_t>(row)];
                ObjectDescription description;
                FactSection section{state->catalog->displayName(each.object),
                                    {{{}, each.sentence, {}, {}, {}},
                                     {ImpactWords::tr("Object"),
                                      state->catalog->displayName(each.object),
                                      each.object,
                                      {},
                                      {}}}};
                for (const QString& unknown : each.unknown)
                    section.rows.push_back({{}, unknown, {}, FactStyle::Warning, {}});
                description.sections = {section};
                return description;
            }};
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/boundary_facts_text.h"

#include "model/relations/count_text.h"
#include "widgets/crossing_filter.h"
#include "widgets/crossing_signs.h"

#include <QCoreApplication>
#include <QLocale>

#include <map>

namespace cadastre {

namespace {

constexpr std::size_t shownColumns = 12;
constexpr std::size_t shownCrossings = 12;

struct FactWords
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::BoundaryFactsText)
};

const Boundary* entryOf(const BoundaryState& state, BoundaryIndex boundary)
{
    const auto found = state.boundaries.entries.find(state.nameOf(boundary));
    return found == state.boundaries.entries.end() ? nullptr : &found->second;
}

QString usedColumnsText(const Catalog& catalog, const Crossing& crossing)
{
    if (crossing.columns.empty())
        return crossing.columnsKnown ? FactWords::tr("none") : FactWords::tr("not known which");
    QStringList names;
    for (std::size_t i = 0; i < std::min(crossing.columns.size(), shownColumns); ++i)
        names << catalog.column(crossing.columns[i]).name;
    if (crossing.columns.size() > shownColumns)
        names << QStringLiteral("…");
    const auto all = catalog.columnsOf(catalog.column(crossing.columns.front()).table).size();
    const QString count = FactWords::tr("%1 of %2")
                              .arg(QLocale().toString(static_cast<int>(crossing.columns.size())),
                                   QLocale().toString(static_cast<int>(all)));
    QString text = count % QStringLiteral(": ") % names.join(QStringLiteral(", "));
    if (!crossing.columnsKnown)
        text += FactWords::tr("; perhaps others, too");
    return text;
}

QString rowsText(const Catalog& catalog, ObjectRef object)
{
    if (object.kind != ObjectKind::Table)
        return {};
    const auto& rows = catalog.table(TableId{object.index}).rowEstimate;
    return rows ? FactWords::tr("about %1").arg(approximateCount(*rows))
                : FactWords::tr("not known");
}

void addFact(FactSection& section, const QString& label, const QString& value,
             std::optional<ObjectRef> link = {}, FactStyle style = FactStyle::Plain)
{
    if (!value.isEmpty())
        section.rows.push_back({label, value, link, style, {}});
}

void addDecision(FactSection& section, const JudgedCrossing& judged)
{
    if (!judged.decision)
        return;
    QString text = crossingChoiceTitle(judged.decision->choice);
    if (judged.decision->until)
        text += FactWords::tr(" until %1")
                    .arg(QLocale().toString(*judged.decision->until, QLocale::ShortFormat));
    addFact(section, FactWords::tr("Decided"), text);
    addFact(section, FactWords::tr("Reason"), judged.decision->reason);
}

void addPlace(FactSection& section, const BoundaryState& state, const JudgedCrossing& judged)
{
    const Crossing& crossing = judged.crossing;
    addFact(section, FactWords::tr("Databases"),
            crossing.sameDatabase    ? FactWords::tr("one")
            : judged.runTimeCoupling ? FactWords::tr("two: fails when the other one is not there")
                                     : FactWords::tr("two"),
            {}, crossing.sameDatabase ? FactStyle::Plain : FactStyle::Warning);
    addFact(section, FactWords::tr("Teams"),
            crossing.sameTeam ? FactWords::tr("one and the same") : FactWords::tr("two"));
    addFact(section, FactWords::tr("To talk to"), boundaryWithOwner(state, crossing.intoBoundary));
}

QString ownerText(const BoundaryState& state, std::optional<BoundaryIndex> boundary)
{
    if (!boundary)
        return FactWords::tr("nobody yet (Ctrl+M makes a boundary with an owner)");
    const Boundary* entry = entryOf(state, *boundary);
    return entry != nullptr && !entry->owner.isEmpty()
               ? entry->owner
               : FactWords::tr("nobody yet (F2 in the Boundaries panel sets it)");
}

} // namespace

QString boundaryWithOwner(const BoundaryState& state, BoundaryIndex boundary)
{
    const QString name = state.nameOf(boundary);
    const Boundary* entry = entryOf(state, boundary);
    QStringList known;
    if (entry != nullptr && !entry->owner.isEmpty())
        known << entry->owner;
    if (entry != nullptr && !entry->contact.isEmpty())
        known << FactWords::tr("call %1").arg(entry->contact);
    return known.isEmpty() ? FactWords::tr("%1 (no owner is known)").arg(name)
                           : QStringLiteral("%1 (%2)").arg(name, known.join(QStringLiteral(", ")));
}

QString exposureText(const ExposureEntry& exposure)
{
    switch (exposure.exposure) {
    case Exposure::Private:
        return FactWords::tr("private");
    case Exposure::Contract:
        return exposure.version.isEmpty() ? FactWords::tr("contract")
                                          : FactWords::tr("contract %1").arg(exposure.version);
    case Exposure::Replica:
        return exposure.replicaOf.isEmpty()
                   ? FactWords::tr("replica")
                   : FactWords::tr("replica of %1").arg(exposure.replicaOf);
    }
    Q_UNREACHABLE();
}

QString rippleReach(const Ripple& ripple)
{
    return QStringList{
        FactWords::tr("%Ln objects", nullptr, static_cast<int>(ripple.objects)),
        FactWords::tr("%Ln databases", nullptr, static_cast<int>(ripple.databases)),
        FactWords::tr("%Ln other boundaries", nullptr, static_cast<int>(ripple.owners))}
        .join(QStringLiteral(", "));
}

ObjectDescription describeCrossing(const BoundaryState& state, int crossing)
{
    const JudgedCrossing& judged = state.check.crossings[static_cast<std::size_t>(crossing)];
    const Crossing& facts = judged.crossing;
    const Catalog& catalog = *state.catalog;
    ObjectDescription description;
    description.title = facts.sentence;
    FactSection what{crossingPairText(state, facts.fromBoundary, facts.intoBoundary), {}};
    addFact(what, {}, facts.sentence);
    addFact(what, crossingStateTitle(judged.state), judged.reason, {},
            judged.isViolation() ? FactStyle::Warning : FactStyle::Plain);
    addDecision(what, judged);
    addFact(what, FactWords::tr("From"), catalog.displayName(facts.from), facts.from);
    addFact(what, FactWords::tr("Into"), catalog.displayName(facts.into), facts.into);
    FactSection hand{FactWords::tr("At hand"), {}};
    if (facts.into.kind == ObjectKind::Table)
        addFact(hand, FactWords::tr("Columns used"), usedColumnsText(catalog, facts));
    addFact(hand, FactWords::tr("Does"), privilegesText(facts.privileges));
    addFact(hand, FactWords::tr("Rows"), rowsText(catalog, facts.into));
    addFact(hand, FactWords::tr("Writes a day"),
            FactWords::tr("not known: a catalog does not show it"));
    addPlace(hand, state, judged);
    if (facts.into.kind == ObjectKind::Table && !state.ripples.empty())
        addFact(hand, FactWords::tr("A change reaches"),
                rippleReach(state.ripples[static_cast<std::size_t>(facts.into.index)]));
    if (facts.disabled)
        addFact(hand, {}, FactWords::tr("It is disabled at present."), {}, FactStyle::Warning);
    description.sections = {what, hand};
    return description;
}

ObjectDescription describeCrossings(const BoundaryState& state, const std::vector<int>& crossings)
{
    if (crossings.size() == 1)
        return describeCrossing(state, crossings.front());
    ObjectDescription description;
    std::map<std::pair<BoundaryIndex, BoundaryIndex>, std::vector<int>> pairs;
    int toDecide = 0;
    for (const int position : crossings) {
        const JudgedCrossing& judged = state.check.crossings[static_cast<std::size_t>(position)];
        auto& kinds = pairs[{judged.crossing.fromBoundary, judged.crossing.intoBoundary}];
        kinds.resize(crossingKindCount);
        ++kinds[static_cast<std::size_t>(judged.crossing.kind)];
        toDecide += judged.isViolation() ? 1 : 0;
    }
    description.title = FactWords::tr("%Ln crossings", nullptr, static_cast<int>(crossings.size()));
    FactSection section{description.title, {}};
    addFact(section, FactWords::tr("To decide"), QLocale().toString(toDecide));
    for (const auto& [pair, kinds] : pairs) {
        QStringList parts;
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            if (kinds[i] > 0)
                parts << QStringLiteral("%1 × %2").arg(
                    QLocale().toString(kinds[i]), crossingKindTitle(static_cast<CrossingKind>(i)));
        }
        addFact(section, crossingPairText(state, pair.first, pair.second),
                parts.join(QStringLiteral(", ")));
    }
    description.sections = {section};
    return description;
}

ObjectDescription describeFinding(const BoundaryState& state, const BoundaryFinding& finding)
{
    ObjectDescription description;
    description.title = finding.sentence;
    FactSection section{FactWords::tr("Finding"), {}};
    addFact(section, {}, finding.sentence, {},
            finding.severity == BoundarySeverity::Warning ? FactStyle::Warning : FactStyle::Plain);
    addFact(section, FactWords::tr("What to do"), finding.suggestion);
    if (finding.object)
        addFact(section, FactWords::tr("Object"), state.catalog->displayName(*finding.object),
                finding.object);
    if (finding.boundary)
        addFact(section, FactWords::tr("To talk to"), boundaryWithOwner(state, *finding.boundary));
    addFact(section, FactWords::tr("Rule"), finding.rule);
    description.sections = {section};
    return description;
}

ObjectDescription describeFlow(const BoundaryState& state, const FlowCheck& flow)
{
    const Catalog& catalog = *state.catalog;
    ObjectDescription description;
    description.title = flow.flow;
    FactSection result{flow.flow, {}};
    addFact(result, {}, flow.sentence, {},
            flow.oneDatabase ? FactStyle::Plain : FactStyle::Warning);
    const auto document = state.boundaries.flows.find(flow.flow);
    if (document != state.boundaries.flows.end())
        addFact(result, FactWords::tr("Note"), document->second.note);
    QStringList databases;
    for (const SourceId source : flow.databases)
        databases << catalog.source(source).name;
    addFact(result, FactWords::tr("Databases"), databases.join(QStringLiteral(", ")));
    for (const BoundaryIndex boundary : flow.boundaries)
        addFact(result, FactWords::tr("Boundary"), boundaryWithOwner(state, boundary));
    if (flow.unowned > 0)
        addFact(result, FactWords::tr("Owned by nobody"), QLocale().toString(flow.unowned));
    FactSection tables{FactWords::tr("Tables"), {}};
    for (const TableId table : flow.tables)
        addFact(tables, {}, catalog.displayName(table), ObjectRef(table));
    for (const ObjectKey& missing : flow.missing)
        addFact(tables, {}, FactWords::tr("%1 is not there any more").arg(missing.toString()), {},
                FactStyle::Warning);
    FactSection pulls{FactWords::tr("A write sets off elsewhere"), {}};
    for (const QString& pull : flow.pulls)
        addFact(pulls, {}, pull);
    for (FactSection& section : std::vector<FactSection>{result, tables, pulls}) {
        if (!section.rows.empty())
            description.sections.push_back(section);
    }
    return description;
}

FactSection boundarySection(const BoundaryState& state, ObjectRef object)
{
    FactSection section{FactWords::tr("Boundary"), {}};
    const bool table = object.kind == ObjectKind::Table;
    if (state.boundaries.entries.empty()) {
        if (table)
            addFact(section, FactWords::tr("Owner"),
                    FactWords::tr("nobody yet (Ctrl+M makes a boundary with an owner)"));
        return section;
    }
    const Ownership& ownership = state.check.ownership;
    const auto boundary = ownership.boundaryOf(*state.catalog, object);
    if (!boundary && !table)
        return section;
    addFact(section, FactWords::tr("Belongs to"),
            boundary ? boundaryWithOwner(state, *boundary) : FactWords::tr("nobody"));
    if (!table)
        return section;
    addFact(section, FactWords::tr("Owner"), ownerText(state, boundary));
    const auto index = static_cast<std::size_t>(object.index);
    if (boundary)
        addFact(section, FactWords::tr("To others"), exposureText(ownership.exposures[index]));
    if (index < state.ripples.size())
        addFact(section, FactWords::tr("A change reaches"), rippleReach(state.ripples[index]));
    std::size_t crossings = 0;
    for (const JudgedCrossing& judged : state.check.crossings) {
        const Crossing& crossing = judged.crossing;
        if (crossing.from != object && crossing.into != object)
            continue;
        if (++crossings <= shownCrossings)
            addFact(section, crossingStateTitle(judged.state), crossing.sentence,
                    crossing.from == object ? crossing.into : crossing.from);
    }
    if (crossings > shownCrossings)
        addFact(section, {},
                FactWords::tr("… and %1 more crossings")
                    .arg(QLocale().toString(static_cast<int>(crossings - shownCrossings))));
    return section;
}

} // namespace cadastre

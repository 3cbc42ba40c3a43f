// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What was not read of the kinds of objects that could cross: never "no crossing". Grants have
// their own finding in access.h, single texts in contracts.h.
#include "model/boundaries/crossings/boundary_check_parts.h"

#include <array>

namespace cadastre {

namespace {

constexpr std::array crossingCatalogKinds{
    CatalogKind::Tables,        CatalogKind::Columns,        CatalogKind::Constraints,
    CatalogKind::Views,         CatalogKind::Triggers,       CatalogKind::Routines,
    CatalogKind::Types,         CatalogKind::Dependencies,   CatalogKind::Policies,
    CatalogKind::Rules,         CatalogKind::Events,         CatalogKind::Publications,
    CatalogKind::Subscriptions, CatalogKind::ForeignServers,
};

bool isUnread(const KindReport* report)
{
    return report &&
           (report->state == ReadState::NotRead || report->state == ReadState::PartlyRead);
}

QString unreadSentence(const Source& source, const KindReport& report)
{
    const QString kind = catalogKindName(report.kind).replace(QLatin1Char('_'), QLatin1Char(' '));
    QString sentence =
        report.state == ReadState::NotRead
            ? QStringLiteral("No %1 of %2 were read, so that it is not known what they cross")
            : QStringLiteral("Not all %1 of %2 were read, so that it is not known what the others "
                             "cross");
    sentence = sentence.arg(kind, source.name);
    const QString reason = report.reason.simplified();
    if (reason.isEmpty())
        return QString(sentence + QLatin1Char('.'));
    return QString(sentence + QStringLiteral(": ") + reason +
                   (reason.endsWith(QLatin1Char('.')) ? QString() : QStringLiteral(".")));
}

/// The kinds of objects that have to be read to know crossings of a kind.
std::vector<CatalogKind> kindsBehind(CrossingKind kind)
{
    switch (kind) {
    case CrossingKind::ForeignKey:
    case CrossingKind::Cascade:
        return {CatalogKind::Tables, CatalogKind::Columns, CatalogKind::Constraints};
    case CrossingKind::Logical:
        return {CatalogKind::Tables, CatalogKind::Columns};
    case CrossingKind::Type:
        return {CatalogKind::Tables, CatalogKind::Columns, CatalogKind::Types,
                CatalogKind::Dependencies};
    case CrossingKind::WriteGrant:
    case CrossingKind::ReadGrant:
        return {CatalogKind::Tables, CatalogKind::Roles, CatalogKind::Grants};
    case CrossingKind::Copy:
        return {CatalogKind::Tables, CatalogKind::Publications, CatalogKind::Subscriptions,
                CatalogKind::ForeignServers};
    case CrossingKind::Read:
    case CrossingKind::ContractRead:
    case CrossingKind::Write:
    case CrossingKind::Call:
        return {CatalogKind::Tables,   CatalogKind::Views,        CatalogKind::Triggers,
                CatalogKind::Routines, CatalogKind::Dependencies, CatalogKind::Policies,
                CatalogKind::Rules,    CatalogKind::Events};
    }
    Q_UNREACHABLE();
}

bool isWhollyRead(const Catalog& catalog, const QString& sourceName, CrossingKind kind)
{
    const auto source = catalog.find({sourceName, KeyKind::Source, {}, {}});
    if (!source)
        return false;
    return std::ranges::none_of(kindsBehind(kind), [&](CatalogKind needed) {
        return isUnread(catalog.kindReport(SourceId{source->index}, needed));
    });
}

} // namespace

std::vector<BoundaryFinding> unreadFindings(const Catalog& catalog)
{
    std::vector<BoundaryFinding> findings;
    const auto& sources = catalog.objects().sources;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        for (const CatalogKind kind : crossingCatalogKinds) {
            const SourceId source{static_cast<int>(i)};
            const KindReport* report = catalog.kindReport(source, kind);
            if (!isUnread(report))
                continue;
            BoundaryFinding finding;
            finding.rule = QStringLiteral("crossings-not-read");
            finding.object = source;
            finding.severity = BoundarySeverity::Unknown;
            finding.sentence = unreadSentence(sources[i], *report);
            finding.suggestion = QStringLiteral("Read again with a role that may see them.");
            findings.push_back(std::move(finding));
        }
    }
    return findings;
}

bool canBeKnown(const Catalog& catalog, const CrossingKey& key)
{
    return isWhollyRead(catalog, key.from.source, key.kind) &&
           (key.into.source == key.from.source || isWhollyRead(catalog, key.into.source, key.kind));
}

} // namespace cadastre

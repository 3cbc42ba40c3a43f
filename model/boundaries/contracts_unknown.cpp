// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Definitions that could not be read, one by one and by kind: what crosses through them is unknown,
// which is never the same as none.
#include "model/boundaries/contracts_parts.h"

#include <algorithm>
#include <set>

namespace cadastre {

namespace {

const char* const unreadableRule = "definition-unreadable";

void addUnreadable(const ContractContext& context, ObjectRef object, const QString& why,
                   std::vector<BoundaryFinding>& findings)
{
    BoundaryFinding finding;
    finding.rule = QLatin1String(unreadableRule);
    finding.object = object;
    if (const BoundaryIndex owner = context.ownerOf(object); owner >= 0)
        finding.boundary = owner;
    finding.severity = BoundarySeverity::Unknown;
    finding.sentence = QStringLiteral("What %1 uses is not (fully) known: %2%3")
                           .arg(readerName(context.catalog(), object), why,
                                why.endsWith(QLatin1Char('.')) ? QString() : QStringLiteral("."));
    finding.suggestion = QStringLiteral("Read it yourself: what it crosses is not in these lists.");
    findings.push_back(std::move(finding));
}

void addUnreadKind(const ContractContext& context, SourceId source, const KindReport& report,
                   std::vector<BoundaryFinding>& findings)
{
    const QString& name = context.catalog().source(source).name;
    BoundaryFinding finding;
    finding.rule = QLatin1String(unreadableRule);
    finding.object = source;
    finding.severity = BoundarySeverity::Unknown;
    finding.sentence =
        QStringLiteral("The %1 of %2 were %3: %4")
            .arg(catalogKindName(report.kind).replace(QLatin1Char('_'), QLatin1Char(' ')), name,
                 report.state == ReadState::NotRead ? QStringLiteral("not read")
                                                    : QStringLiteral("read in part"),
                 report.reason.isEmpty() ? QStringLiteral("the reader does not say why.")
                                         : report.reason);
    finding.suggestion =
        QStringLiteral("What crosses through those that are missing is not known; read %1 with "
                       "more rights.")
            .arg(name);
    findings.push_back(std::move(finding));
}

bool holdsUses(CatalogKind kind)
{
    switch (kind) {
    case CatalogKind::Views:
    case CatalogKind::Triggers:
    case CatalogKind::Routines:
    case CatalogKind::Dependencies:
    case CatalogKind::Policies:
    case CatalogKind::Rules:
    case CatalogKind::Events:
    case CatalogKind::ForeignServers:
        return true;
    default:
        return false;
    }
}

} // namespace

void findUnreadable(const ContractContext& context, std::vector<BoundaryFinding>& findings)
{
    const Catalog& catalog = context.catalog();
    std::set<ObjectRef> said;
    for (const UnknownUse& unknown : context.facts.uses.unknown) {
        if (said.insert(unknown.user).second)
            addUnreadable(context, unknown.user, unknown.why, findings);
    }
    for (int i = 0; i < static_cast<int>(catalog.objects().tables.size()); ++i) {
        const Table& table = catalog.table({i});
        if (isView(table) && table.notRead && !table.system && said.insert(TableId{i}).second)
            addUnreadable(context, TableId{i}, *table.notRead, findings);
    }
    for (int i = 0; i < static_cast<int>(catalog.objects().sources.size()); ++i) {
        for (const KindReport& report : catalog.source({i}).kinds) {
            const bool isMissing =
                report.state == ReadState::NotRead || report.state == ReadState::PartlyRead;
            if (isMissing && holdsUses(report.kind))
                addUnreadKind(context, {i}, report, findings);
        }
    }
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Views that are broken or whose definer is gone, with whom to ask. Rights of definers that exist
// are looked at in contracts_rights.cpp.
#include "model/boundaries/contracts/contracts_parts.h"

#include "model/boundaries/contracts/remote_options.h"

#include <algorithm>

namespace cadastre {

namespace {

bool isMariaDb(const Source& source)
{
    return source.engine == Engine::MariaDb || source.engine == Engine::MySql;
}

/// The account in whose name a view reads and that does not exist; empty when there is no such
/// thing, or when that cannot be known.
QString missingDefiner(const Catalog& catalog, TableId id)
{
    const Table& view = catalog.table(id);
    const SourceId source = catalog.sourceOf(id);
    const QString definer = propertyValue(view, QLatin1String("Definer"));
    const bool asDefiner =
        propertyValue(view, QLatin1String("SQL security")) == QLatin1String("DEFINER");
    if (definer.isEmpty() || !asDefiner || !isMariaDb(catalog.source(source)))
        return {};
    if (view.broken && view.broken->contains(definer) &&
        view.broken->endsWith(QLatin1String("does not exist.")))
        return definer;
    const KindReport* report = catalog.kindReport(source, CatalogKind::Roles);
    if (!report || report->state != ReadState::Read)
        return {};
    const bool exists =
        catalog.find({catalog.source(source).name, KeyKind::Role, {definer}, {}}).has_value();
    return exists ? QString() : definer;
}

void addMissingDefiner(const ContractContext& context, TableId id, const QString& definer,
                       std::vector<BoundaryFinding>& findings)
{
    BoundaryFinding finding =
        tableFinding(context, "view-definer-missing", id, BoundarySeverity::Warning);
    finding.sentence = QStringLiteral("%1 reads in the name of %2, who does not exist: nobody can "
                                      "read it.")
                           .arg(titledName(context.catalog(), id), definer);
    finding.suggestion = QStringLiteral("%1 Make it again with a definer who exists, or drop it.")
                             .arg(context.whomToAsk(context.ownerOf(id)));
    findings.push_back(std::move(finding));
}

void addBroken(const ContractContext& context, TableId id, std::vector<BoundaryFinding>& findings)
{
    const Table& view = context.catalog().table(id);
    BoundaryFinding finding = tableFinding(context, "view-broken", id, BoundarySeverity::Warning);
    const QString why = *view.broken;
    finding.sentence = QStringLiteral("%1 is broken: %2%3")
                           .arg(titledName(context.catalog(), id), why,
                                why.endsWith(QLatin1Char('.')) ? QString() : QStringLiteral("."));
    finding.suggestion =
        QStringLiteral("%1 Mend it or drop it.").arg(context.whomToAsk(context.ownerOf(id)));
    findings.push_back(std::move(finding));
}

} // namespace

void findBrokenViews(const ContractContext& context, std::vector<BoundaryFinding>& findings)
{
    const Catalog& catalog = context.catalog();
    for (int i = 0; i < static_cast<int>(catalog.objects().tables.size()); ++i) {
        const Table& table = catalog.table({i});
        if (!isView(table) || table.system)
            continue;
        const QString definer = missingDefiner(catalog, {i});
        if (!definer.isEmpty())
            addMissingDefiner(context, {i}, definer, findings);
        else if (table.broken)
            addBroken(context, {i}, findings);
    }
}

} // namespace cadastre

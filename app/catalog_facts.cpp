// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/catalog_facts.h"

#include "model/catalog/containment.h"
#include "model/catalog/match.h"
#include "model/workspace/boundary_refresh.h"
#include "model/workspace/decision_refresh.h"

namespace cadastre {

CatalogFacts noFacts()
{
    CatalogFacts facts;
    facts.catalog = std::make_shared<const Catalog>();
    facts.relationships = std::make_shared<const std::vector<Relationship>>();
    facts.uses = std::make_shared<const UseReading>();
    return facts;
}

CatalogFacts makeFacts(const SourceParts& parts, const std::shared_ptr<const Catalog>& before,
                       const Decisions& decisions, const std::atomic_bool& cancelled)
{
    CatalogFacts facts;
    facts.catalog = std::make_shared<const Catalog>(mergeSources(parts));
    facts.decisions = decisions;
    if (before && !(*before == *facts.catalog)) {
        facts.renamed =
            renamedKeys(*before, *facts.catalog, matchCatalogs(*before, *facts.catalog));
        facts.decisions = rekeyedDecisions(decisions, facts.renamed).decisions;
    }
    facts.sql = std::make_shared<const SqlReading>(readCatalogSql(*facts.catalog, cancelled));
    facts.relationships = relationshipsAfter(facts, facts.decisions);
    facts.uses = std::make_shared<const UseReading>(readUses(*facts.catalog, cancelled));
    return facts;
}

std::shared_ptr<const BoundaryPicture> ownersIn(const CatalogFacts& facts,
                                                const Boundaries& boundaries)
{
    if (boundaries.entries.empty())
        return nullptr;
    auto picture = std::make_shared<BoundaryPicture>();
    picture->boundaries = refreshedBoundaries(boundaries, facts.renamed).boundaries;
    picture->ownership = ownershipOf(*facts.catalog, picture->boundaries);
    return picture;
}

std::shared_ptr<const std::vector<Relationship>> relationshipsAfter(const CatalogFacts& facts,
                                                                    const Decisions& decisions)
{
    InferenceOptions options;
    options.sql = facts.sql.get();
    return std::make_shared<const std::vector<Relationship>>(
        allRelationships(*facts.catalog, decisions, options));
}

std::shared_ptr<const SourceCatalog> renamedSource(const std::shared_ptr<const SourceCatalog>& part,
                                                   const QString& name)
{
    if (part->source().name == name)
        return part;
    auto copy = std::make_shared<SourceCatalog>(*part);
    copy->objects.sources.front().name = name;
    return copy;
}

QString freeSourceName(const QString& wanted, const QStringList& taken)
{
    QString name = wanted;
    for (int number = 2; taken.contains(name); ++number)
        name = QStringLiteral("%1-%2").arg(wanted).arg(number);
    return name;
}

std::optional<TableId> tableOf(const Catalog& catalog, ObjectRef object)
{
    if (object.kind != ObjectKind::Other)
        return tableHolding(catalog, object);
    const auto about = catalog.other({object.index}).about;
    return about ? tableOf(catalog, *about) : std::nullopt;
}

} // namespace cadastre

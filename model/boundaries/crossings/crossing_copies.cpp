// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What copies or forwards another boundary's rows: foreign tables whose other end is in the
// workspace, publications and subscriptions. Where a foreign table leads is found in
// remote_tables.h.
#include "model/boundaries/contracts/remote_tables.h"
#include "model/boundaries/crossings/crossing_search.h"

namespace cadastre {

namespace {

using CopiedObjects = std::vector<std::pair<ObjectRef, ObjectRef>>;

void addForeignTables(const Catalog& catalog, CopiedObjects& copied)
{
    const auto& tables = catalog.objects().tables;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        if (tables[i].kind != TableKind::ForeignTable)
            continue;
        const TableId table{static_cast<int>(i)};
        if (const std::optional<TableId> remote = remoteTableOf(catalog, table))
            copied.emplace_back(table, *remote);
    }
}

bool copiesRows(const OtherObject& object)
{
    return object.kindName == QLatin1String("publication") ||
           object.kindName == QLatin1String("subscription");
}

/// Single tables of publications and subscriptions.
void addNamedTables(const Catalog& catalog, CopiedObjects& copied)
{
    for (const Dependency& dependency : catalog.objects().dependencies) {
        if (dependency.dependent.kind == ObjectKind::Other &&
            dependency.on.kind == ObjectKind::Table &&
            copiesRows(catalog.other({dependency.dependent.index})))
            copied.emplace_back(dependency.dependent, dependency.on);
    }
}

/// Whether a publication's "Publishes" covers a schema: "all tables", "all tables of shop".
bool publishesAllOf(const Catalog& catalog, const OtherObject& publication, SchemaId schema)
{
    return std::ranges::any_of(publication.properties, [&](const Property& property) {
        return property.label == QLatin1String("Publishes") &&
               (property.value == QLatin1String("all tables") ||
                property.value ==
                    QString(QStringLiteral("all tables of ") + catalog.schema(schema).name));
    });
}

void addWholeSchemas(const Catalog& catalog, CopiedObjects& copied)
{
    const auto& others = catalog.objects().others;
    const auto& schemas = catalog.objects().schemas;
    for (std::size_t i = 0; i < others.size(); ++i) {
        if (others[i].kind != CatalogKind::Publications)
            continue;
        for (std::size_t j = 0; j < schemas.size(); ++j) {
            const SchemaId schema{static_cast<int>(j)};
            if (schemas[j].source != others[i].source || schemas[j].system ||
                !publishesAllOf(catalog, others[i], schema))
                continue;
            int table = catalog.firstTable(schema).index;
            for (const Table& published : catalog.tablesOf(schema)) {
                if (!isView(published) && published.kind != TableKind::ForeignTable &&
                    !published.partitionOf)
                    copied.emplace_back(OtherId{static_cast<int>(i)}, TableId{table});
                ++table;
            }
        }
    }
}

QString copySentence(const CrossingSearch& search, ObjectRef from, ObjectRef into)
{
    if (from.kind == ObjectKind::Other) {
        const bool sends = search.catalog().other({from.index}).kind == CatalogKind::Publications;
        return (sends ? QStringLiteral("%1 sends changes of %2 of %3 to whoever subscribes.")
                      : QStringLiteral("%1 writes rows of another database into %2 of %3."))
            .arg(search.subject(from), search.name(into), search.boundaryName(into));
    }
    return QStringLiteral("%1 leads to %2%3 of %4 in another database.")
        .arg(search.subject(from),
             search.isPublished(into) ? QString() : QStringLiteral("private "), search.name(into),
             search.boundaryName(into));
}

} // namespace

std::vector<std::pair<ObjectRef, ObjectRef>> copiedObjects(const Catalog& catalog)
{
    CopiedObjects copied;
    addForeignTables(catalog, copied);
    addNamedTables(catalog, copied);
    addWholeSchemas(catalog, copied);
    std::ranges::sort(copied);
    const auto repeated = std::ranges::unique(copied);
    copied.erase(repeated.begin(), repeated.end());
    return copied;
}

void findCopyCrossings(CrossingSearch& search)
{
    for (const auto& [from, into] : copiedObjects(search.catalog())) {
        if (!search.crosses(from, into))
            continue;
        Crossing crossing = search.crossing({CrossingKind::Copy, from, into});
        crossing.sentence = copySentence(search, from, into);
        search.add(std::move(crossing));
    }
}

} // namespace cadastre

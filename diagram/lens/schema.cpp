// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The schema lens: one fill per schema, with the schema's name as badge.
#include "diagram/lens.h"

#include <map>

namespace cadastre {

namespace {

LensResult applySchema(const DiagramGraph& graph)
{
    const Catalog& catalog = *graph.catalog;
    std::map<SchemaId, int> order;
    for (const DiagramNode& node : graph.nodes)
        order.try_emplace(catalog.table(node.table).schema, 0);
    LensResult result;
    const bool severalSources = catalog.objects().sources.size() > 1;
    for (auto& [schema, index] : order) {
        index = int(result.legend.size());
        const QString name = catalog.schema(schema).name;
        const QString source = catalog.source(catalog.schema(schema).source).name;
        result.legend.push_back(
            {categoryInk(index), severalSources ? QString(source + u'/' + name) : name});
    }
    for (const DiagramNode& node : graph.nodes) {
        const SchemaId schema = catalog.table(node.table).schema;
        result.marks.push_back({categoryInk(order.at(schema)), catalog.schema(schema).name});
    }
    return result;
}

} // namespace

Lens schemaLens()
{
    return {QStringLiteral("schema"), QStringLiteral("Schema"), applySchema};
}

} // namespace cadastre

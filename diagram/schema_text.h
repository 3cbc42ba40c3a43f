// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// From a graph to what its text has: the same tables, relationships and groups as in the picture.
// How a language writes them lives in model/export/schema.
#pragma once

#include "diagram/graph.h"
#include "diagram/relationship_filter.h"
#include "model/export/schema/schema_export.h"

namespace cadastre {

struct SchemaTextOptions
{
    QString title;
    RelationshipFilter filter; ///< which relationships are in it
    bool showViewDependencies = true;
};

/// Links by relationship and target; groups in the order of their paths where there are several.
SchemaExport schemaExportOf(const DiagramGraph& graph, const SchemaTextOptions& options);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/shared_picture.h"

#include "diagram/fonts.h"
#include "diagram/graph_builder.h"
#include "diagram/schema_text.h"
#include "model/export/ddl.h"
#include "model/export/ddl_keys.h"

#include <QCoreApplication>

namespace cadastre {

namespace {

struct PictureWords
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::SharedPicture)
};

DiagramGraph sharedGraph(const SharedRequest& request)
{
    GraphOptions options;
    options.tables = request.tables;
    const auto& placed = request.placements.tables; // its groups, too, are as they are shown
    for (auto place = placed.cbegin(); place != placed.cend(); ++place)
        options.knownGroups.insert(place.key(), place->group);
    options.boundaries = request.boundaries;
    options.minimumConfidence = request.options.filter.minimumConfidence;
    options.showViewDependencies = request.options.showViewDependencies;
    return buildGraph(request.facts.catalog, request.facts.relationships, options,
                      diagramBoxMetrics());
}

} // namespace

Result<PictureExport> sharedPicture(const SharedRequest& request, const std::atomic_bool& cancelled,
                                    const LayoutOptions& layout)
{
    auto graph = std::make_shared<const DiagramGraph>(sharedGraph(request));
    if (graph->nodes.empty())
        return Error{PictureWords::tr("There is no table to draw."), {}};
    DiagramLayout places =
        layoutDiagram(*graph, request.placements, LayoutReason::First, layout, cancelled);
    return PictureExport{std::move(graph), std::move(places), request.options};
}

SchemaExport sharedSchema(const SharedRequest& request)
{
    SchemaTextOptions options;
    options.title = request.title;
    options.filter = request.options.filter;
    options.showViewDependencies = request.options.showViewDependencies;
    return schemaExportOf(sharedGraph(request), options);
}

QString sharedSql(const Catalog& catalog, const std::vector<TableId>& tables)
{
    QStringList statements;
    for (const TableId table : tables) {
        const Result<Ddl> ddl = ddlOf(catalog, table);
        if (!ddl)
            statements << sqlComment(ddl.error().message);
        else if (!ddl->text.isEmpty())
            statements << ddl->text.trimmed();
    }
    return QString(statements.join(QStringLiteral("\n\n")) + QLatin1Char('\n'));
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A small shop as a scene for tests that draw: fixed metrics and a grid layout, so that it is the
// same on every machine.
#pragma once

#include "diagram/graph_builder.h"
#include "diagram/scene.h"
#include "tests/support/grid_layout.h"
#include "tests/support/schema_text.h"

namespace cadastre::test {

inline constexpr const char* smallShop = "customers\n"
                                         "  id integer pk\n"
                                         "  email text\n"
                                         "  invited_by integer? > customers.id\n"
                                         "orders\n"
                                         "  id integer pk\n"
                                         "  customer_id integer > customers.id\n"
                                         "  placed_at timestamp // when the button was pressed\n"
                                         "  note text?\n"
                                         "billing.invoices\n"
                                         "  id integer pk\n"
                                         "  order_id integer? > orders.id\n"
                                         "  total numeric(10,2)\n"
                                         "  unique order_id\n";

inline std::shared_ptr<const DiagramGraph> graphOf(std::shared_ptr<const Catalog> catalog)
{
    const auto relationships = declaredRelationships(*catalog);
    return std::make_shared<const DiagramGraph>(
        buildGraph(std::move(catalog), relationships, {}, fixedBoxMetrics()));
}

inline std::shared_ptr<const DiagramGraph> graphOf(const char* schema)
{
    return graphOf(catalogFromText(schema));
}

inline DiagramScene sceneOf(std::shared_ptr<const DiagramGraph> graph, const QString& lens = {})
{
    DiagramLayout layout = gridLayout(*graph);
    auto result = std::make_shared<const LensResult>(lensByName(lens)->apply(*graph));
    return {std::move(graph), std::move(layout), std::move(result)};
}

inline ObjectRef objectOf(const DiagramGraph& graph, const char* name)
{
    const auto object = graph.catalog->resolve(QString::fromUtf8(name));
    Q_ASSERT(object.has_value());
    return *object;
}

} // namespace cadastre::test

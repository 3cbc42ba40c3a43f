// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Boundaries for tests that draw, said in a few lines: who owns which table, what is a contract.
// The ownership is written down here, not worked out, so that a picture tests only the picture.
#pragma once

#include "diagram/graph_builder.h"
#include "tests/support/grid_layout.h"
#include "tests/support/schema_text.h"

namespace cadastre::test {

/// A boundary with its tables, each "orders", "v_orders contract v1" or "copy replica".
struct DrawnBoundary
{
    QString name;
    QStringList tables = {};
    BoundaryKind kind = BoundaryKind::Service;
    QString owner = {};
    QString parent = {};
};

/// `drawn` in the order of names.
inline BoundaryPicture pictureOf(const Catalog& catalog, const std::vector<DrawnBoundary>& drawn)
{
    BoundaryPicture picture;
    Ownership& ownership = picture.ownership;
    const auto& objects = catalog.objects();
    ownership.ofTables.assign(objects.tables.size(), -1);
    ownership.tableReasons.assign(objects.tables.size(), OwnedBy::Nobody);
    ownership.exposures.resize(objects.tables.size());
    ownership.ofRoutines.assign(objects.routines.size(), -1);
    for (const DrawnBoundary& boundary : drawn)
        ownership.names.push_back(boundary.name);
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        Boundary facts;
        facts.kind = drawn[i].kind;
        facts.owner = drawn[i].owner;
        facts.parent = drawn[i].parent;
        picture.boundaries.entries[drawn[i].name] = facts;
        const auto parent =
            std::find(ownership.names.begin(), ownership.names.end(), drawn[i].parent);
        ownership.parents.push_back(
            parent == ownership.names.end() ? -1 : int(parent - ownership.names.begin()));
        for (const QString& member : drawn[i].tables) {
            const QStringList words = member.split(u' ');
            const auto table = catalog.resolve(words.front());
            Q_ASSERT(table && table->kind == ObjectKind::Table);
            const auto index = std::size_t(table->index);
            ownership.ofTables[index] = int(i);
            ownership.tableReasons[index] = OwnedBy::Object;
            if (words.size() > 1)
                ownership.exposures[index].exposure = *exposureFromName(words[1]);
            ownership.exposures[index].version = words.value(2);
        }
    }
    return picture;
}

inline std::shared_ptr<const DiagramGraph> graphOf(std::shared_ptr<const Catalog> catalog,
                                                   BoundaryPicture picture)
{
    GraphOptions options;
    options.boundaries = std::make_shared<const BoundaryPicture>(std::move(picture));
    const auto relationships = declaredRelationships(*catalog);
    return std::make_shared<const DiagramGraph>(
        buildGraph(std::move(catalog), relationships, options, fixedBoxMetrics()));
}

/// Two services, a module, something shared, something external, and what nobody owns.
inline constexpr const char* ownedShop = "customers\n"
                                         "  id integer pk\n"
                                         "  email text\n"
                                         "orders\n"
                                         "  id integer pk\n"
                                         "  customer_id integer > customers.id\n"
                                         "order_items\n"
                                         "  order_id integer > orders.id\n"
                                         "view v_orders_v1\n"
                                         "  id integer\n"
                                         "invoices\n"
                                         "  id integer pk\n"
                                         "  order_id integer > orders.id\n"
                                         "dunning\n"
                                         "  invoice_id integer > invoices.id\n"
                                         "countries\n"
                                         "  code text pk\n"
                                         "leftover\n"
                                         "  id integer pk\n"
                                         "  country text > countries.code\n";

inline std::vector<DrawnBoundary> ownedShopBoundaries()
{
    const auto text = [](const char* latin) { return QString::fromLatin1(latin); };
    return {
        {text("Billing"), {text("invoices")}, BoundaryKind::Service, text("Team Money"), {}},
        {text("Dunning"),
         {text("dunning")},
         BoundaryKind::Module,
         text("Team Money"),
         text("Billing")},
        {text("Ordering"),
         {text("customers"), text("orders"), text("order_items"), text("v_orders_v1 contract v1")},
         BoundaryKind::Service,
         text("Team Shop"),
         {}},
        {text("Reference"), {text("countries")}, BoundaryKind::Shared, {}, {}},
    };
}

inline std::shared_ptr<const DiagramGraph> ownedShopGraph()
{
    const auto catalog = catalogFromText(ownedShop);
    return graphOf(catalog, pictureOf(*catalog, ownedShopBoundaries()));
}

} // namespace cadastre::test

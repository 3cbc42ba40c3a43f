// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The owners of the sample as its README tells them: four services, the roles that act for them,
// the contracts. The sample on SQLite has one schema, so that names say there who owns what.
#pragma once

#include "model/boundaries/boundaries.h"
#include "model/catalog/catalog.h"

namespace cadastre::test {

/// By service; views belong to the service whose short cut they are.
inline QStringList sampleMembers(const QString& service, Engine engine)
{
    if (engine == Engine::PostgreSql)
        return {QString(service + QStringLiteral(".*"))};
    if (engine != Engine::Sqlite)
        return {QString(QStringLiteral("shop_") + service + QStringLiteral(".*"))};
    static const QHash<QString, QString> names{
        {QStringLiteral("catalogue"),
         QStringLiteral("ProductBundleItems ProductBundles brands categories price_history "
                        "productImages product_search product_translations product_variants "
                        "products stock_levels supplier_products suppliers v_low_stock "
                        "v_products_v? warehouses")},
        {QStringLiteral("ordering"),
         QStringLiteral("ReturnRequests carriers cart_items carts coupon_redemptions coupons "
                        "customers orderNotes order_archive_* order_items order_status_history "
                        "orders_bak_2019 shipment_items shipments tmp_orders v_customers_v1 "
                        "v_order* v_shipping_board")},
        {QStringLiteral("billing"),
         QStringLiteral("DunningLetters credit_notes invoice_lines invoices ledger_accounts "
                        "ledger_entries paymentMethods payments refunds tax_rates "
                        "v_invoice_products v_revenue_monthly v_unpaid_invoices")},
        {QStringLiteral("support"),
         QStringLiteral("KnowledgeArticles SatisfactionSurveys agents attachments audit_log "
                        "notifications teams ticketMessages tickets v_customer_360 v_help_pages "
                        "v_open_tickets v_vip_complaints")},
    };
    return names.value(service).split(QLatin1Char(' '));
}

/// Contracts are named by keys, which hold the name of the source.
inline Boundaries sampleOwners(const Catalog& catalog)
{
    const Engine engine = catalog.objects().sources.front().engine;
    Boundaries boundaries;
    const auto add = [&](const char* service, const QStringList& roles) {
        const QString name = QString::fromLatin1(service);
        Boundary& boundary = boundaries.entries[name];
        boundary.owner = QString(name + QStringLiteral(" team"));
        boundary.members = sampleMembers(name, engine);
        boundary.roles = roles;
    };
    add("catalogue", {QStringLiteral("svc_catalogue")});
    add("ordering", {QStringLiteral("svc_ordering")});
    add("billing", {QStringLiteral("accounting_owner"), QStringLiteral("svc_backoffice")});
    add("support", {QStringLiteral("svc_backoffice")});
    for (std::size_t i = 0; i < catalog.objects().tables.size(); ++i) {
        const TableId view{static_cast<int>(i)};
        const QString& name = catalog.table(view).name;
        if (name == QLatin1String("v_customers_v1") || name == QLatin1String("v_products_v1") ||
            name == QLatin1String("v_products_v2"))
            boundaries.exposures[catalog.keyOf(view)] = {Exposure::Contract, name.right(2), {}};
    }
    return boundaries;
}

} // namespace cadastre::test

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the views, routines, triggers, rules and events of the samples use, as real servers give
// their texts and dependencies: every reader and writer that was planted, down to the columns.
#include "model/boundaries/impact/impact.h"
#include "tests/server/mariadb_test_database.h"
#include "tests/server/postgresql_test_database.h"
#include "tests/server/read_source.h"
#include "tests/server/sample_scripts.h"
#include "tests/support/uses_text.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

class TestUsesInSamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void postgresql();
    void mariadb();
    void sqlite();
};

namespace {

/// The first object of this name that uses anything, or any of that name.
QString usesOf(const Catalog& catalog, const UseReading& reading, const char* name)
{
    const QString wanted = QLatin1String(name);
    for (const ObjectUse& use : reading.uses) {
        if (catalog.base(use.user).name == wanted)
            return usesText(catalog, reading, use.user);
    }
    return {};
}

using Expected = std::initializer_list<std::pair<const char*, const char*>>;

void expectUses(const Catalog& catalog, const UseReading& reading, Expected expected)
{
    for (const auto& [name, text] : expected)
        QCOMPARE(
            QString(QLatin1String(name) + QStringLiteral(": ") + usesOf(catalog, reading, name)),
            QString(QLatin1String(name) + QStringLiteral(": ") + QLatin1String(text)));
}

UseReading readingOf(const Catalog& catalog)
{
    const std::atomic_bool cancelled = false;
    return readUses(catalog, cancelled);
}

/// Names of what is not wholly known.
QStringList unknownOf(const Catalog& catalog, const UseReading& reading)
{
    QStringList names;
    for (const UnknownUse& unknown : reading.unknown)
        names << QString(catalog.displayName(unknown.user) + QStringLiteral(": ") + unknown.why);
    return names;
}

/// Boundaries that are schemas; SQLite has one.
QStringList mayGoNames(const Catalog& catalog, const UseReading& reading)
{
    Boundaries boundaries;
    for (const char* name : {"catalogue", "ordering", "billing", "support", "main"}) {
        const QString text = QLatin1String(name);
        Boundary& boundary = boundaries.entries[text];
        boundary.members = {QString(text + QStringLiteral(".*")),
                            QString(QStringLiteral("shop_") + text + QStringLiteral(".*"))};
        boundary.roles = {QString(QStringLiteral("svc_") + text + QLatin1Char('*'))};
    }
    const std::vector<Relationship> relationships = declaredRelationships(catalog);
    const Ownership ownership = ownershipOf(catalog, boundaries);
    QStringList names;
    for (const MayGo& one : mayGo({catalog, relationships, reading, boundaries, ownership}))
        names << catalog.displayName(one.object);
    return names;
}

} // namespace

void TestUsesInSamples::postgresql()
{
    PostgresTestDatabase database(QStringLiteral("sample_uses"));
    QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
    for (const QString& path : scriptsOf("postgresql"))
        QCOMPARE(database.execute(contentOf(path)), QString());
    const Result<ReadResult> read = readFrom({database.url(), {}, {}, {}});
    QVERIFY2(read.has_value(), read ? "" : qPrintable(errorText(read.error())));
    const Catalog catalog = catalogOf(*read);
    const UseReading reading = readingOf(catalog);
    QCOMPARE(unknownOf(catalog, reading), QStringList());
    expectUses(
        catalog, reading,
        {
            {"mv_revenue_monthly",
             "reads invoices(document_type,order_id,net_cents); reads tmp_orders(id,ordered_at)"},
            {"v_invoice_products", "reads invoice_lines(invoice_id,line_no,product_id,net_cents); "
                                   "reads v_products_v1(id,sku,title)"},
            {"v_unpaid_invoices",
             "reads invoices(id,invoice_no,document_type,customer_id,status,gross_cents,due_date); "
             "reads v_customers_v1(id,customer_no,name)"},
            {"v_order_summary",
             "reads order_items(order_id,product_id,line_total_cents); reads products(id,title); "
             "reads tmp_orders(id,order_no,customer_id,status,ordered_at)"},
            {"v_orders",
             "reads "
             "tmp_orders(id,order_no,customer_id,parent_order_id,channel,status,state,type,"
             "currency,subtotal_cents,shipping_cents,discount_cents,total_cents,address_no,"
             "delivery_date,data,created_by,ordered_at,paid_at,shipped_at,deleted_at)"},
            {"v_shipping_board",
             "reads carriers(code,name); reads "
             "shipments(id,order_id,carrier_code,warehouse_code,tracking_no,status); reads "
             "tmp_orders(id,order_no); reads warehouses(code,city)"},
            {"v_customer_360",
             "reads customers(id,full_name,flag1,deleted_at); reads "
             "invoices(customer_id,gross_cents); reads "
             "order_items(order_id,product_id,line_total_cents); reads products(id,title); reads "
             "tickets(customer_id,status); reads tmp_orders(id,customer_id)"},
            {"v_help_pages", "reads KnowledgeArticles(ArticleId,Title,ProductId,PublishedAt); "
                             "reads v_products_v2(product_id,title,brand)"},
            {"v_vip_complaints", "reads v_customer_360(customer_id,full_name,is_vip,open_tickets); "
                                 "reads v_order_summary(customer_id,first_product)"},
            {"trg_invoices_audit",
             "calls write_audit; writes audit_log[i](table_name,row_id,action,actor,before,after)"},
            {"trg_payments_order_paid",
             "calls mark_order_paid; reads customers(id,loyalty_points); reads "
             "invoices(id,order_id,customer_id); reads tmp_orders(id); writes "
             "customers[u](loyalty_points); writes tmp_orders[u](paid_at)"},
            {"trg_products_audit",
             "calls write_audit; writes audit_log[i](table_name,row_id,action,actor,before,after)"},
            {"trg_products_price",
             "calls note_price_change; reads price_history(product_id,valid); writes "
             "price_history[iu](product_id,price_cents,valid)"},
            {"trg_order_items_reserve",
             "calls reserve_stock; reads "
             "stock_levels(warehouse_code,product_id,variant_no,reserved); reads "
             "warehouses(code,closed); writes stock_levels[u](reserved)"},
            {"trg_orders_invoice",
             "calls invoice_shipped_order; writes "
             "invoices[i](invoice_no,order_id,customer_id,net_cents,tax_cents,issued_on,due_date)"},
            {"close_month",
             "reads invoices(order_id,status); reads tmp_orders(id,state,ordered_at); writes "
             "mv_revenue_monthly[id](month,orders,net_cents); writes tmp_orders[u](state)"},
            {"reconcile_legacy", "reads invoices(id,order_id)"},
            {"order_total", "reads order_items(order_id,line_total_cents)"},
            {"anonymise_customer", "reads carts(customer_id); reads customers(id); reads "
                                   "invoices(customer_id,status); writes carts[d](); writes "
                                   "customers[u](email,first_name,last_name,phone,anonymised_at); "
                                   "writes invoices[u](status)"},
            {"merge_tickets", "reads tickets(id); writes tickets[u](status,merged_into_id)"},
            {"customers_alive", "reads customers(deleted_at)"},
            {"open_tickets_update", "reads tickets(id); writes tickets[u](status,priority)"},
        });
    // `@keep` holds the backup; nothing but rows speaks for attachments
    const QStringList mayGo = mayGoNames(catalog, reading);
    QVERIFY2(mayGo.contains(QStringLiteral("support.attachments")),
             qPrintable(mayGo.join(QLatin1Char(' '))));
    QVERIFY(mayGo.filter(QStringLiteral("orders_bak_2019")).isEmpty());
    // of the main table, only the column that came after v_orders was frozen
    QCOMPARE(mayGo.filter(QStringLiteral("tmp_orders")),
             QStringList{QStringLiteral("ordering.tmp_orders.gift_message")});
}

void TestUsesInSamples::mariadb()
{
    MariaDbTestDatabase database(QStringLiteral("sample_uses"));
    QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
    MariaDbSession session(database.serverUrl());
    const QByteArray drop =
        "DROP DATABASE IF EXISTS shop_billing; DROP DATABASE IF EXISTS shop_catalogue; "
        "DROP DATABASE IF EXISTS shop_ordering; DROP DATABASE IF EXISTS shop_support";
    QCOMPARE(session.execute(drop), QString());
    for (const QString& path : scriptsOf("mariadb"))
        QCOMPARE(session.execute(contentOf(path)), QString());
    ReadOptions options;
    options.schemas = {QStringLiteral("shop_*")};
    const Catalog catalog = catalogOf(database.serverUrl(), options);
    (void)session.execute(drop);
    const UseReading reading = readingOf(catalog);
    QCOMPARE(unknownOf(catalog, reading), QStringList());
    expectUses(
        catalog, reading,
        {
            {"v_invoice_products", "reads invoice_lines(invoice_id,line_no,product_id,net_cents); "
                                   "reads v_products_v1(id,sku,title)"},
            {"v_revenue_monthly",
             "reads invoices(document_type,order_id,net_cents); reads tmp_orders(id,ordered_at)"},
            {"v_unpaid_invoices",
             "reads invoices(id,invoice_no,document_type,customer_id,status,gross_cents,due_date); "
             "reads v_customers_v1(id,customer_no,name)"},
            {"v_order_summary",
             "reads order_items(order_id,product_id,line_total_cents); reads products(id,title); "
             "reads tmp_orders(id,order_no,customer_id,status,ordered_at)"},
            {"v_orders",
             "reads "
             "tmp_orders(id,order_no,customer_id,parent_order_id,channel,status,state,type,"
             "currency,subtotal_cents,shipping_cents,discount_cents,total_cents,address_no,"
             "delivery_date,data,created_by,ordered_at,paid_at,shipped_at,deleted_at)"},
            {"v_shipping_board",
             "reads carriers(code,name); reads "
             "shipments(id,order_id,carrier_code,warehouse_code,tracking_no,status); reads "
             "tmp_orders(id,order_no); reads warehouses(code,city)"},
            {"v_customer_360",
             "reads customers(id,full_name,flag1,deleted_at); reads "
             "invoices(customer_id,gross_cents); reads "
             "order_items(order_id,product_id,line_total_cents); reads products(id,title); reads "
             "tickets(customer_id,status); reads tmp_orders(id,customer_id)"},
            {"v_help_pages", "reads KnowledgeArticles(ArticleId,Title,ProductId,PublishedAt); "
                             "reads v_products_v2(product_id,title,brand)"},
            {"v_vip_complaints", "reads v_customer_360(customer_id,full_name,is_vip,open_tickets); "
                                 "reads v_order_summary(customer_id,first_product)"},
            {"trg_invoices_audit",
             "writes audit_log[i](table_name,row_id,action,actor,before_value,after_value)"},
            {"trg_payments_order_paid",
             "reads customers(id,loyalty_points); reads invoices(id,order_id,customer_id); reads "
             "tmp_orders(id); writes customers[u](loyalty_points); writes tmp_orders[u](paid_at)"},
            {"trg_order_items_reserve",
             "reads stock_levels(warehouse_code,product_id,variant_no,reserved); writes "
             "stock_levels[u](reserved)"},
            {"trg_shipments_invoice",
             "reads tmp_orders(id,order_no,customer_id,total_cents); writes "
             "invoices[i](invoice_no,order_id,customer_id,net_cents,tax_cents,issued_on,due_date)"},
            {"reconcile_legacy", "reads invoices(id,order_id)"},
            {"order_total", "reads order_items(order_id,line_total_cents)"},
            {"anonymise_customer", "reads customers(id); writes "
                                   "customers[u](email,first_name,last_name,phone,anonymised_at)"},
            {"merge_tickets", "reads tickets(id); writes tickets[u](status,merged_into_id)"},
            {"ev_close_month", "reads invoices(order_id,status); reads "
                               "tmp_orders(id,state,ordered_at); writes tmp_orders[u](state)"},
        });
    const QStringList mayGo = mayGoNames(catalog, reading);
    QVERIFY2(mayGo.contains(QStringLiteral("shop_support.attachments")),
             qPrintable(mayGo.join(QLatin1Char(' '))));
    QVERIFY(mayGo.filter(QStringLiteral("orders_bak_2019")).isEmpty());
}

void TestUsesInSamples::sqlite()
{
    const Result<ReadResult> read =
        readFrom({QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite"), {}, {}, {}});
    QVERIFY2(read.has_value(), read ? "" : qPrintable(errorText(read.error())));
    const Catalog catalog = catalogOf(*read);
    const UseReading reading = readingOf(catalog);
    QCOMPARE(unknownOf(catalog, reading), QStringList());
    expectUses(
        catalog, reading,
        {
            {"v_customer_360",
             "reads customers(id,full_name,flag1,deleted_at); reads "
             "invoices(customer_id,gross_cents); reads "
             "order_items(order_id,product_id,line_total_cents); reads products(id,title); reads "
             "tickets(customer_id,status); reads tmp_orders(id,customer_id)"},
            {"v_help_pages", "reads KnowledgeArticles(ArticleId,Title,ProductId,PublishedAt); "
                             "reads v_products_v2(product_id,title,brand)"},
            {"v_invoice_products", "reads invoice_lines(invoice_id,line_no,product_id,net_cents); "
                                   "reads v_products_v1(id,sku,title)"},
            {"v_order_archive", "reads "
                                "order_archive_2017(id,order_no,customer_id,status,currency,total_"
                                "cents,ordered_at,archived_at)*; reads "
                                "order_archive_2018(id,order_no,customer_id,status,currency,total_"
                                "cents,ordered_at,archived_at)*; reads "
                                "order_archive_2019(id,order_no,customer_id,status,currency,total_"
                                "cents,ordered_at,archived_at)*; reads "
                                "order_archive_2020(id,order_no,customer_id,status,currency,total_"
                                "cents,ordered_at,archived_at)*"},
            {"v_order_summary",
             "reads order_items(order_id,product_id,line_total_cents); reads products(id,title); "
             "reads tmp_orders(id,order_no,customer_id,status,ordered_at)"},
            {"v_orders",
             "reads "
             "tmp_orders(id,order_no,customer_id,parent_order_id,channel,status,state,type,"
             "currency,subtotal_cents,shipping_cents,discount_cents,total_cents,address_no,"
             "delivery_date,data,created_by,ordered_at,paid_at,shipped_at,deleted_at)*"},
            {"v_revenue_monthly",
             "reads invoices(document_type,order_id,net_cents); reads tmp_orders(id,ordered_at)"},
            {"v_shipping_board",
             "reads carriers(code,name); reads "
             "shipments(id,order_id,carrier_code,warehouse_code,tracking_no,status); reads "
             "tmp_orders(id,order_no); reads warehouses(code,city)"},
            {"v_unpaid_invoices",
             "reads invoices(id,invoice_no,document_type,customer_id,status,gross_cents,due_date); "
             "reads v_customers_v1(id,customer_no,name)"},
            {"v_vip_complaints", "reads v_customer_360(customer_id,full_name,is_vip,open_tickets); "
                                 "reads v_order_summary(customer_id,first_product)"},
            {"trg_order_items_reserve",
             "reads stock_levels(warehouse_code,product_id,variant_no,reserved); reads "
             "warehouses(code,closed); writes stock_levels[u](reserved)"},
            {"trg_payments_order_paid",
             "reads customers(id,loyalty_points); reads invoices(id,order_id,customer_id); reads "
             "tmp_orders(id); writes customers[u](loyalty_points); writes tmp_orders[u](paid_at)"},
            {"trg_products_audit",
             "writes audit_log[i](table_name,row_id,action,changed_at,before,after)"},
            {"trg_products_price", "reads price_history(product_id,valid_to); writes "
                                   "price_history[iu](product_id,price_cents,valid_from,valid_to)"},
            {"trg_products_search_update",
             "writes product_search[i](title,description,product_search)"},
            {"trg_tickets_notify",
             "writes notifications[i](customer_id,resource_type,resource_id,template,sent_at)"},
            {"trg_orders_invoice",
             "writes "
             "invoices[i](invoice_no,order_id,customer_id,net_cents,tax_cents,issued_on,due_date)"},
            {"trg_open_tickets_update", "reads tickets(id); writes tickets[u](status,priority)"},
        });
    // the flag that nobody ever used, and the backup that here says nothing of being kept
    const QStringList mayGo = mayGoNames(catalog, reading);
    QVERIFY(mayGo.contains(QStringLiteral("customers.flag3")));
    QVERIFY(mayGo.contains(QStringLiteral("orders_bak_2019")));
    QVERIFY(!mayGo.contains(QStringLiteral("customers.flag1")));
    QVERIFY(!mayGo.contains(QStringLiteral("customers")));
}

QTEST_GUILESS_MAIN(TestUsesInSamples)
#include "tst_uses_in_samples.moc"

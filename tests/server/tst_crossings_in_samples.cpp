// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What was planted in the samples crosses, and nothing else does: exact lists per engine, as the
// README of the sample tells them. Rights are tested where they are found.
#include "model/boundaries/crossings/crossing_state.h"
#include "model/relations/inference.h"
#include "tests/server/mariadb_test_database.h"
#include "tests/server/postgresql_test_database.h"
#include "tests/server/read_source.h"
#include "tests/server/sample_scripts.h"
#include "tests/support/sample_owners.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

class TestCrossingsInSamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void postgresql();
    void mariadb();
    void sqlite();
};

namespace {

/// Everything that crosses in one sample.
class SampleCrossings
{
public:
    explicit SampleCrossings(const Catalog& catalog)
        : m_catalog(catalog)
        , m_boundaries(sampleOwners(catalog))
        , m_ownership(ownershipOf(catalog, m_boundaries))
    {
        const std::atomic_bool cancelled = false;
        const SqlReading sql = readCatalogSql(catalog, cancelled);
        InferenceOptions options;
        options.sql = &sql;
        const std::vector<Relationship> relationships = allRelationships(catalog, {}, options);
        const UseReading uses = readUses(catalog, cancelled);
        m_judged =
            judgeCrossings(catalog, m_ownership, m_boundaries,
                           findCrossings({catalog, relationships, uses, m_boundaries, m_ownership}),
                           QDate(2026, 11, 26));
    }

    /// Keys without the source, but those of logical references.
    [[nodiscard]] QStringList texts() const
    {
        QStringList texts;
        for (const JudgedCrossing& one : m_judged) {
            if (one.crossing.kind != CrossingKind::Logical)
                texts << textOf(one);
        }
        return texts;
    }
    /// "invoices.order_id > tmp_orders", sorted.
    [[nodiscard]] QStringList logical() const
    {
        QStringList texts;
        for (const JudgedCrossing& one : m_judged) {
            if (one.crossing.kind != CrossingKind::Logical)
                continue;
            const Column& column = m_catalog.column({one.crossing.from.index});
            texts << QStringLiteral("%1.%2 > %3")
                         .arg(m_catalog.table(column.table).name, column.name,
                              m_catalog.base(one.crossing.into).name);
        }
        texts.sort();
        return texts;
    }
    [[nodiscard]] const JudgedCrossing* find(const char* text) const
    {
        for (const JudgedCrossing& one : m_judged) {
            if (textOf(one) == QLatin1String(text))
                return &one;
        }
        return nullptr;
    }
    [[nodiscard]] QStringList withState(CrossingState state) const
    {
        QStringList texts;
        for (const JudgedCrossing& one : m_judged) {
            if (one.state == state)
                texts << textOf(one);
        }
        return texts;
    }
    [[nodiscard]] QStringList columnsOf(const char* text) const
    {
        QStringList names;
        if (const JudgedCrossing* one = find(text)) {
            for (const ColumnId column : one->crossing.columns)
                names << m_catalog.column(column).name;
        }
        return names;
    }
    [[nodiscard]] const Ownership& ownership() const { return m_ownership; }

private:
    [[nodiscard]] QString textOf(const JudgedCrossing& one) const
    {
        const QString source = m_catalog.objects().sources.front().name;
        return crossingKeyText(one.key).remove(QString(source + QLatin1Char('/')));
    }

    const Catalog& m_catalog;
    Boundaries m_boundaries;
    Ownership m_ownership;
    std::vector<JudgedCrossing> m_judged;
};

QStringList listOf(std::initializer_list<const char*> texts)
{
    QStringList list;
    for (const char* text : texts)
        list << QString::fromLatin1(text);
    return list;
}

/// References of the README whose ends belong to two services; no engine's are more than these.
const QStringList trueReferences = listOf({
    "order_items.product_id > products",     "order_items.product_id > product_variants",
    "cart_items.product_id > products",      "cart_items.product_id > product_variants",
    "invoice_lines.product_id > products",   "KnowledgeArticles.ProductId > products",
    "shipments.warehouse_code > warehouses", "invoices.order_id > tmp_orders",
    "invoices.customer_id > customers",      "refunds.return_request_id > ReturnRequests",
    "tickets.customer_id > customers",       "tickets.order_id > tmp_orders",
    "notifications.customer_id > customers", "SatisfactionSurveys.CustomerNo > customers",
    "orderNotes.authorId > agents",          "tmp_orders.created_by > agents",
    "customers.created_by > agents",         "customers.updated_by > agents",
    "customers.deleted_by > agents",         "suppliers.accountManager > agents",
    "ReturnRequests.HandledBy > agents",     "refunds.approved_by > agents",
    "price_history.changed_by > agents",     "notifications.resource_id > tmp_orders",
    "notifications.resource_id > invoices",  "notifications.resource_id > shipments",
    "attachments.owner_id > ReturnRequests", "ticketMessages.authorId > customers",
    "audit_log.row_id > products",           "audit_log.row_id > customers",
    "audit_log.row_id > tmp_orders",         "audit_log.row_id > invoices",
});

void expectLogical(const SampleCrossings& sample)
{
    const QStringList found = sample.logical();
    for (const QString& one : found)
        QVERIFY2(trueReferences.contains(one), qPrintable(QStringLiteral("invented: ") + one));
    for (const QString& one : listOf(
             {"order_items.product_id > products", "cart_items.product_id > products",
              "shipments.warehouse_code > warehouses", "invoices.order_id > tmp_orders",
              "tickets.customer_id > customers", "tickets.order_id > tmp_orders",
              "KnowledgeArticles.ProductId > products", "attachments.owner_id > ReturnRequests"}))
        QVERIFY2(found.contains(one), qPrintable(QStringLiteral("missing: ") + one));
    QCOMPARE(sample.withState(CrossingState::Counted).size(), found.size());
}

} // namespace

void TestCrossingsInSamples::postgresql()
{
    PostgresTestDatabase database(QStringLiteral("sample_crossings"));
    QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
    for (const QString& path : scriptsOf("postgresql"))
        QCOMPARE(database.execute(contentOf(path)), QString());
    const Result<ReadResult> read = readFrom({database.url(), {}, {}, {}});
    QVERIFY2(read.has_value(), read ? "" : qPrintable(errorText(read.error())));
    const Catalog catalog = catalogOf(*read);
    const SampleCrossings sample(catalog);
    const QStringList expected = listOf({
        "foreign-key constraint:billing.invoices.invoices_customer_id_fkey -> "
        "table:ordering.customers",
        "cascade constraint:billing.invoices.invoices_customer_id_fkey -> "
        "table:ordering.customers",
        "read matview:billing.mv_revenue_monthly -> table:ordering.tmp_orders",
        "read trigger:ordering.order_items.trg_order_items_reserve -> table:catalogue.warehouses",
        "read view:ordering.v_order_summary -> table:catalogue.products",
        "read view:ordering.v_shipping_board -> table:catalogue.warehouses",
        "read view:support.v_customer_360 -> table:billing.invoices",
        "read view:support.v_customer_360 -> table:catalogue.products",
        "read view:support.v_customer_360 -> table:ordering.customers",
        "read view:support.v_customer_360 -> table:ordering.order_items",
        "read view:support.v_customer_360 -> table:ordering.tmp_orders",
        "read view:support.v_vip_complaints -> view:ordering.v_order_summary",
        "contract-read view:billing.v_invoice_products -> view:catalogue.v_products_v1",
        "contract-read view:billing.v_unpaid_invoices -> view:ordering.v_customers_v1",
        "contract-read view:support.v_help_pages -> view:catalogue.v_products_v2",
        "write routine:billing.close_month(date) -> table:ordering.tmp_orders",
        "write trigger:billing.invoices.trg_invoices_audit -> table:support.audit_log",
        "write trigger:billing.payments.trg_payments_order_paid -> table:ordering.customers",
        "write trigger:billing.payments.trg_payments_order_paid -> table:ordering.tmp_orders",
        "write trigger:catalogue.products.trg_products_audit -> table:support.audit_log",
        "write trigger:ordering.order_items.trg_order_items_reserve -> "
        "table:catalogue.stock_levels",
        "write trigger:ordering.tmp_orders.trg_orders_invoice -> table:billing.invoices",
        "write routine:support.anonymise_customer(bigint) -> table:billing.invoices",
        "write routine:support.anonymise_customer(bigint) -> table:ordering.carts",
        "write routine:support.anonymise_customer(bigint) -> table:ordering.customers",
        "call trigger:billing.invoices.trg_invoices_audit -> routine:support.write_audit()",
        "call trigger:catalogue.products.trg_products_audit -> routine:support.write_audit()",
        "type column:billing.invoice_lines.tax_class -> type:catalogue.tax_class",
        "type column:billing.tax_rates.tax_class -> type:catalogue.tax_class",
        "type column:support.agents.email -> type:ordering.email_address",
    });
    QCOMPARE(sample.texts(), expected);
    const JudgedCrossing* off =
        sample.find("write trigger:billing.invoices.trg_invoices_audit -> table:support.audit_log");
    QVERIFY(off && off->crossing.disabled && off->isViolation());
    QCOMPARE(sample.withState(CrossingState::Allowed).size(), 3);
    QCOMPARE(sample.columnsOf("read view:support.v_customer_360 -> table:ordering.customers"),
             listOf({"id", "full_name", "flag1", "deleted_at"}));
    const JudgedCrossing* definer =
        sample.find("write routine:support.anonymise_customer(bigint) -> table:ordering.customers");
    QVERIFY(definer &&
            definer->crossing.sentence.endsWith(QLatin1String(", with the rights of its owner.")));
    QStringList unowned;
    for (const TableId table : sample.ownership().unowned(catalog))
        unowned << catalog.table(table).name;
    QCOMPARE(unowned, listOf({"schema_migrations"}));
    expectLogical(sample);
}

void TestCrossingsInSamples::mariadb()
{
    MariaDbTestDatabase database(QStringLiteral("sample_crossings"));
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
    const SampleCrossings sample(catalog);
    const QStringList expected = listOf({
        "foreign-key constraint:shop_billing.invoices.invoices_customer -> "
        "table:shop_ordering.customers",
        "cascade constraint:shop_billing.invoices.invoices_customer -> "
        "table:shop_ordering.customers",
        "read view:shop_billing.v_revenue_monthly -> table:shop_ordering.tmp_orders",
        "read view:shop_ordering.v_order_summary -> table:shop_catalogue.products",
        "read view:shop_ordering.v_shipping_board -> table:shop_catalogue.warehouses",
        "read view:shop_support.v_customer_360 -> table:shop_billing.invoices",
        "read view:shop_support.v_customer_360 -> table:shop_catalogue.products",
        "read view:shop_support.v_customer_360 -> table:shop_ordering.customers",
        "read view:shop_support.v_customer_360 -> table:shop_ordering.order_items",
        "read view:shop_support.v_customer_360 -> table:shop_ordering.tmp_orders",
        "read view:shop_support.v_vip_complaints -> view:shop_ordering.v_order_summary",
        "contract-read view:shop_billing.v_invoice_products -> view:shop_catalogue.v_products_v1",
        "contract-read view:shop_billing.v_unpaid_invoices -> view:shop_ordering.v_customers_v1",
        "contract-read view:shop_support.v_help_pages -> view:shop_catalogue.v_products_v2",
        "write event:shop_billing.ev_close_month -> table:shop_ordering.tmp_orders",
        "write trigger:shop_billing.invoices.trg_invoices_audit -> table:shop_support.audit_log",
        "write trigger:shop_billing.payments.trg_payments_order_paid -> "
        "table:shop_ordering.customers",
        "write trigger:shop_billing.payments.trg_payments_order_paid -> "
        "table:shop_ordering.tmp_orders",
        "write trigger:shop_ordering.order_items.trg_order_items_reserve -> "
        "table:shop_catalogue.stock_levels",
        "write trigger:shop_ordering.shipments.trg_shipments_invoice -> "
        "table:shop_billing.invoices",
        "write routine:shop_support.anonymise_customer(bigint) -> table:shop_ordering.customers",
    });
    QStringList withoutLengths = sample.texts();
    withoutLengths.replaceInStrings(QStringLiteral("bigint(20)"), QStringLiteral("bigint"));
    QCOMPARE(withoutLengths, expected);
    QCOMPARE(sample.withState(CrossingState::Allowed).size(), 3);
    const JudgedCrossing* contract = sample.find(
        "contract-read view:shop_support.v_help_pages -> view:shop_catalogue.v_products_v2");
    QVERIFY(contract && contract->runTimeCoupling);
    QVERIFY(contract->crossing.sentence.contains(
        QLatin1String("from database shop_support into shop_catalogue of one server")));
    expectLogical(sample);
}

void TestCrossingsInSamples::sqlite()
{
    const Result<ReadResult> read =
        readFrom({QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite"), {}, {}, {}});
    QVERIFY2(read.has_value(), read ? "" : qPrintable(errorText(read.error())));
    const Catalog catalog = catalogOf(*read);
    const SampleCrossings sample(catalog);
    const QStringList expected = listOf({
        "read trigger:main.order_items.trg_order_items_reserve -> table:main.warehouses",
        "read view:main.v_customer_360 -> table:main.customers",
        "read view:main.v_customer_360 -> table:main.invoices",
        "read view:main.v_customer_360 -> table:main.order_items",
        "read view:main.v_customer_360 -> table:main.products",
        "read view:main.v_customer_360 -> table:main.tmp_orders",
        "read view:main.v_order_summary -> table:main.products",
        "read view:main.v_revenue_monthly -> table:main.tmp_orders",
        "read view:main.v_shipping_board -> table:main.warehouses",
        "read view:main.v_vip_complaints -> view:main.v_order_summary",
        "contract-read view:main.v_help_pages -> view:main.v_products_v2",
        "contract-read view:main.v_invoice_products -> view:main.v_products_v1",
        "contract-read view:main.v_unpaid_invoices -> view:main.v_customers_v1",
        "write trigger:main.order_items.trg_order_items_reserve -> table:main.stock_levels",
        "write trigger:main.payments.trg_payments_order_paid -> table:main.customers",
        "write trigger:main.payments.trg_payments_order_paid -> table:main.tmp_orders",
        "write trigger:main.products.trg_products_audit -> table:main.audit_log",
        "write trigger:main.tmp_orders.trg_orders_invoice -> table:main.invoices",
    });
    QCOMPARE(sample.texts(), expected);
    QCOMPARE(sample.withState(CrossingState::Undecided).size(), expected.size() - 3);
    QCOMPARE(sample.ownership().unowned(catalog).size(), 0U);
    QCOMPARE(sample.columnsOf("read view:main.v_order_summary -> table:main.products"),
             listOf({"id", "title"}));
    expectLogical(sample);
}

QTEST_GUILESS_MAIN(TestCrossingsInSamples)
#include "tst_crossings_in_samples.moc"

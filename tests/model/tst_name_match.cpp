// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How names of columns are understood, and which of their words meet those of a table.
#include "model/relations/engine/name_match.h"

#include "tests/support/inference_fixture.h"

#include <QTest>

using namespace cadastre;
using test::EngineFixture;

class TestNameMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understands_data();
    void understands();
    void matches_data();
    void matches();
};

namespace {

constexpr const char* shop = R"(
customers
  id bigint pk
  id_role bigint
  customer_id bigint
  billing_customer_id bigint
  customer_count integer
  customer_code varchar(20)
  cust_id bigint
  id2 bigint
  _ bigint
  colour text
roles
  id bigint pk
crm_leads
  id bigint pk
  lead_id bigint
crm_calls
  id bigint pk
crm_lead_sources
  id bigint pk
  source_id bigint
order_items
  id bigint pk
orders
  id bigint pk
  item_id bigint
web_sales
  ws_item_sk bigint
  ws_order_sk bigint
  ws_price numeric
)";

/// "role -id" (mark behind), "-id role" (mark in front), "*" (without the prefix of the table).
QStringList coreTexts(const EngineFixture& fixture, const QString& column)
{
    QStringList texts;
    for (const NameCore& core : nameCores(fixture.profile, fixture.column(column))) {
        QStringList parts;
        if (core.prefix >= 0)
            parts << QString(QLatin1Char('-') + fixture.profile.vocabulary[core.prefix].text);
        parts << fixture.wordsText(core.words);
        if (core.suffix >= 0)
            parts << QString(QLatin1Char('-') + fixture.profile.vocabulary[core.suffix].text);
        if (core.withoutColumnPrefix)
            parts << QStringLiteral("*");
        texts << parts.join(QLatin1Char(' '));
    }
    return texts;
}

} // namespace

void TestNameMatch::understands_data()
{
    QTest::addColumn<QString>("expected");
    QTest::newRow("customers.customer_id") << QStringLiteral("customer -id");
    QTest::newRow("customers.id_role") << QStringLiteral("-id role");
    QTest::newRow("customers.id") << QStringLiteral("id"); // a mark alone is the name
    QTest::newRow("customers.customer_count") << QStringLiteral("customer count");
    QTest::newRow("customers.customer_code") << QStringLiteral("customer -code|customer code");
    QTest::newRow("customers._") << QString();
    QTest::newRow("web_sales.ws_item_sk") << QStringLiteral("ws item -sk|item -sk *");
    QTest::newRow("web_sales.ws_price") << QStringLiteral("ws price|price *");
}

void TestNameMatch::understands()
{
    const EngineFixture fixture(shop);
    QTEST(coreTexts(fixture, QString::fromLatin1(QTest::currentDataTag())).join(QLatin1Char('|')),
          "expected");
}

void TestNameMatch::matches_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* column, const char* table, const char* expected) {
        QTest::addRow("%s to %s", column, table)
            << QString::fromLatin1(column) << QString::fromLatin1(table)
            << QString::fromLatin1(expected);
    };
    // fit, words: before/common/after of the column; module+lead/tail of the table
    row("customers.customer_id", "customers", "stem 0/1/0 0+0/0 whole");
    row("customers.billing_customer_id", "customers", "stem 1/1/0 0+0/0");
    row("customers.customer_count", "customers", "stem 0/1/1 0+0/0");
    row("customers.cust_id", "customers", "short 0/1/0 0+0/0 whole");
    row("customers.id_role", "roles", "stem 0/1/0 0+0/0 whole");
    row("crm_leads.lead_id", "crm_leads", "stem 0/1/0 1+0/0 whole");
    row("crm_lead_sources.source_id", "crm_lead_sources", "stem 0/1/0 1+1/0 ours");
    row("orders.item_id", "order_items", "stem 0/1/0 0+1/0"); // order is not orders
    row("customers.colour", "customers", "none");
    row("customers._", "customers", "none");
    row("customers.id", "customers", "none");
    row("web_sales.ws_order_sk", "orders", "stem 0/1/0 0+0/0 whole");
    row("web_sales.ws_order_sk", "order_items", "same 0/1/0 0+0/1");
}

void TestNameMatch::matches()
{
    QFETCH(QString, column);
    QFETCH(QString, table);
    const EngineFixture fixture(shop);
    const ColumnId child = fixture.column(column);
    const NameMatch match = matchTable(fixture.profile, nameCores(fixture.profile, child),
                                       fixture.catalog->column(child).table, fixture.table(table));
    static const QStringList fits{QStringLiteral("same"), QStringLiteral("stem"),
                                  QStringLiteral("loose"), QStringLiteral("short"),
                                  QStringLiteral("none")};
    QString text = fits[static_cast<int>(match.fit)];
    if (match.matches()) {
        text += QStringLiteral(" %1/%2/%3 %4+%5/%6")
                    .arg(match.before)
                    .arg(match.common)
                    .arg(match.after)
                    .arg(match.leadModule)
                    .arg(match.lead)
                    .arg(match.tail);
        if (match.leadIsOurs && match.lead > 0)
            text += QStringLiteral(" ours");
    }
    if (match.isWhole())
        text += QStringLiteral(" whole");
    QTEST(text, "expected");
}

QTEST_APPLESS_MAIN(TestNameMatch)
#include "tst_name_match.moc"

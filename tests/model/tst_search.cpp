// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Search: what a query finds whatever the naming convention, in which order, and what it must not
// find.
#include "model/search/search.h"
#include "model/search/words.h"
#include "tests/support/schema_text.h"

#include <QElapsedTimer>
#include <QTest>

using namespace cadastre;

namespace {

constexpr const char* shop = R"(
orders // Everything that people bought
  id integer pk
  created_at timestamp
  customer_id integer
  OrderNo text
customers
  id integer pk
  createdDate timestamp
  date_created timestamp
  CREATED_ON timestamp
  emailAddress text
  flag1 integer // VIP customer, set by the sales team
  businessentityid integer
Invoices
  CreatedAt timestamp
  recreated integer
  dateOfBirth date
  invoiceIDs text
)";

QStringList titles(const std::vector<SearchHit>& hits)
{
    QStringList list;
    for (const SearchHit& hit : hits)
        list << hit.title;
    return list;
}

} // namespace

class tst_Search : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const char* words) {
            QTest::newRow(name) << QString::fromUtf8(name) << QString::fromUtf8(words);
        };
        row("created_at", "created at");
        row("createdAt", "created at");
        row("CreatedAt", "created at");
        row("CREATED_AT", "created at");
        row("created-at", "created at");
        row("HTTPServer", "http server");
        row("orderID", "order id");
        row("invoiceIDs", "invoice ids");
        row("IDsOfOrders", "ids of orders");
        row("address_2", "address 2");
        row("address2Line", "address 2 line");
        row("__x__", "x");
        row("ÄnderungsDatum", "änderungs datum");
        row("", "");
        row("$%&", "");
    }

    void splitsNames()
    {
        QFETCH(QString, name);
        QFETCH(QString, words);
        QCOMPARE(nameWords(name).join(QLatin1Char(' ')), words);
    }

    void comparesWords_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("similarity");
        const auto row = [](const char* query, const char* word, int similarity) {
            QTest::addRow("%s, %s", query, word)
                << QString::fromUtf8(query) << QString::fromUtf8(word) << similarity;
        };
        row("order", "order", 100);
        row("order", "orders", 95);
        row("orders", "order", 95);
        row("categories", "category", 95);
        row("category", "categories", 95);
        row("categories", "categorie", 0); // no plural of that
        row("company", "companies", 95);
        row("companie", "companies", 60 + 30 * 8 / 9); // only its beginning
        row("address", "addresses", 60 + 30 * 7 / 9);  // only its beginning
        row("class", "clas", 0);
        row("ties", "ty", 0); // too short for a plural in "ies"
        row("cust", "customer", 60 + 30 * 4 / 8);
        row("qty", "count", 70);
        row("telephone", "tel", 70);
        row("organisation", "org", 70);
        row("date", "number", 0);
        row("der", "order", 40);
        row("er", "order", 0);
        row("", "order", 60);
    }

    void comparesWords()
    {
        QFETCH(QString, query);
        QFETCH(QString, word);
        QTEST(wordSimilarity(query, word), "similarity");
    }

    void finds_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QStringList>("found");
        QTest::addColumn<QStringList>("notFound");
        const auto row = [](const char* query, const char* found, const char* notFound) {
            const auto list = [](const char* text) {
                return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
            };
            QTest::newRow(query) << QString::fromUtf8(query) << list(found) << list(notFound);
        };
        row("created_at",
            "orders.created_at customers.createdDate customers.date_created "
            "customers.\"CREATED_ON\" \"Invoices\".\"CreatedAt\"",
            "orders.customer_id \"Invoices\".\"dateOfBirth\" orders.id");
        row("createdat", "orders.created_at \"Invoices\".\"CreatedAt\"", "orders.customer_id");
        row("creat", "orders.created_at customers.\"createdDate\"", "orders.id");
        row("business entity", "customers.businessentityid", "customers");
        row("order number", "orders.\"OrderNo\"", "orders.id customers");
        row("orders created", "orders.created_at", "customers.createdDate orders.id");
        row("invoice", "\"Invoices\"", "orders");
        row("VIP", "customers.flag1", "customers");
        row("sales team", "customers.flag1", "orders");
        row("bought", "orders", "orders.id");
        row("nothing like this", "", "orders customers");
        row("", "", "orders");
        row("_", "", "orders");
    }

    void finds()
    {
        QFETCH(QString, query);
        QFETCH(QStringList, found);
        QFETCH(QStringList, notFound);
        const SearchIndex index(test::catalogFromText(shop));
        QStringList all = titles(index.search(query));
        all.replaceInStrings(QStringLiteral("\"createdDate\""), QStringLiteral("createdDate"));
        found.replaceInStrings(QStringLiteral("\"createdDate\""), QStringLiteral("createdDate"));
        for (const QString& title : found)
            QVERIFY2(all.contains(title),
                     qPrintable(title + QStringLiteral(" not in ") + all.join(QLatin1Char(' '))));
        for (const QString& title : notFound)
            QVERIFY2(!all.contains(title), qPrintable(title));
        if (found.isEmpty())
            QCOMPARE(all, QStringList());
    }

    void ranks()
    {
        const SearchIndex index(test::catalogFromText(shop));
        QCOMPARE(index.search(u"orders").front().title, QStringLiteral("orders"));
        QCOMPARE(index.search(u"customer").front().title, QStringLiteral("customers"));
        const QStringList created = titles(index.search(u"created_at"));
        QVERIFY(created.first() == QStringLiteral("orders.created_at") ||
                created.first() == QStringLiteral("\"Invoices\".\"CreatedAt\""));
        QVERIFY(created.indexOf(QStringLiteral("\"Invoices\".\"CreatedAt\"")) <
                created.indexOf(QStringLiteral("customers.date_created")));
    }

    void whatIsTypedInFullIsFirst_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("first");
        const auto row = [](const char* typed, const char* first) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(first);
        };
        row("carriers.code", "carriers.code");
        row(" Carriers.CODE ", "carriers.code");
        row("shipments.carrier_code", "shipments.carrier_code");
        row("public.carriers", "carriers");
        row("public.carriers.code", "carriers.code");
        row("`carriers`.`code`", "carriers.code");
        row("\"Odd-Names\".\"Code\"", "\"Odd-Names\".\"Code\"");
        row("\"Odd-Names\".code", "\"Odd-Names\".code");
        row("[odd-names].[CODE]", "\"Odd-Names\".\"Code\"");
        row("carrier.codes", "shipments.carrier_code"); // names nothing: similar as ever
    }

    void whatIsTypedInFullIsFirst()
    {
        QFETCH(QString, typed);
        QFETCH(QString, first);
        const SearchIndex index(test::catalogFromText(R"(
shipments
  carrier_code text
  code text
carriers
  id integer pk
  code text
Odd-Names
  Code text
  code text
)"));
        const std::vector<SearchHit> hits = index.search(typed);
        QVERIFY(!hits.empty());
        QCOMPARE(hits.front().title, first);
    }

    void saysWhereAComment()
    {
        const SearchIndex index(test::catalogFromText(shop));
        const SearchHit hit = index.search(u"sales").front();
        QCOMPARE(hit.field, SearchField::Comment);
        QCOMPARE(hit.excerpt, QStringLiteral("VIP customer, set by the sales team"));
    }

    void limitsAndSystemObjects()
    {
        SourceCatalog source = test::SchemaText::source(QString::fromUtf8(shop));
        for (Table& table : source.objects.tables)
            table.system = table.name == QStringLiteral("orders");
        const SearchIndex index(std::make_shared<const Catalog>(source.objects));
        SearchOptions two;
        two.limit = 2;
        QCOMPARE(index.search(u"created", two).size(), 2U);
        QVERIFY(!titles(index.search(u"orders")).contains(QStringLiteral("orders")));
        SearchOptions whole;
        whole.systemObjects = true;
        QVERIFY(titles(index.search(u"orders", whole)).contains(QStringLiteral("orders")));
    }

    void isFastEnoughForAKeystroke()
    {
        QString text;
        for (int table = 0; table < 5000; ++table) {
            text += QStringLiteral("table_%1\n").arg(table);
            for (int column = 0; column < 20; ++column)
                text += QStringLiteral("  column%1_of_%2 integer // What %3 means\n")
                            .arg(column)
                            .arg(table)
                            .arg(column);
        }
        CatalogObjects objects;
        objects.sources.resize(1);
        objects.schemas.resize(1);
        for (const QString& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
            if (!line.startsWith(QLatin1Char(' '))) {
                objects.tables.emplace_back().name = line;
                continue;
            }
            Column& column = objects.columns.emplace_back();
            column.name = line.simplified().section(QLatin1Char(' '), 0, 0);
            column.comment.text = line.section(QStringLiteral(" // "), 1);
            column.table = {static_cast<int>(objects.tables.size()) - 1};
        }
        const SearchIndex index(std::make_shared<const Catalog>(std::move(objects)));
        QBENCHMARK
        {
            QVERIFY(!index.search(u"column7 of 49").empty());
        }
    }
};

QTEST_APPLESS_MAIN(tst_Search)
#include "tst_search.moc"

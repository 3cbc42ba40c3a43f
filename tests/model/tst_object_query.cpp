// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The query language: what a text means, what it says of text that means nothing, and which tables
// and columns each field lets through and which it must not.
#include "model/search/fuzzy.h"
#include "model/search/object_query.h"
#include "model/search/query_answer.h"
#include "model/search/words.h"
#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;

namespace {

constexpr const char* shop = R"(
customers // Everybody who ever bought something
  id integer pk
  email varchar(80) // where invoices are sent
  settings jsonb?
  createdDate timestamp
  key_account boolean
  index email
tmp_orders // @called orders
  id integer pk
  customer_id integer > customers.id
  state text // @values open, paid
  created_at timestamp
view v_orders
  id integer
  email text
order_log
  order_no integer
  payload json?
billing.invoices // Money that we want
  id integer pk
  order_id integer > tmp_orders.id
  amount numeric(10,2)
billing.TaxRates
  rate numeric(5,2) // @convention legacy
)";

std::shared_ptr<const Catalog> shopCatalog()
{
    CatalogObjects objects = test::SchemaText::source(QString::fromUtf8(shop)).objects;
    for (Table& table : objects.tables) {
        if (table.name == QStringLiteral("invoices"))
            table.comment.text += QStringLiteral("\n\n@owner finance");
        table.owner = QStringLiteral("shop_owner");
        if (table.name == QStringLiteral("customers"))
            table.rowEstimate = 1200;
        if (table.name == QStringLiteral("order_log"))
            table.rowEstimate = 5e6;
    }
    auto part = std::make_shared<const SourceCatalog>(SourceCatalog{std::move(objects)});
    return std::make_shared<const Catalog>(mergeSources({part}));
}

QueryFacts shopFacts()
{
    QueryFacts facts;
    facts.catalog = shopCatalog();
    auto relationships = declaredRelationships(*facts.catalog);
    Relationship inferred;
    inferred.origin = RelationshipOrigin::Inferred;
    inferred.confidence = 0.8;
    inferred.child = TableId{facts.catalog->resolve(QStringLiteral("order_log"))->index};
    inferred.childColumns = {
        ColumnId{facts.catalog->resolve(QStringLiteral("order_log.order_no"))->index}};
    RelationshipTarget target;
    target.table = TableId{facts.catalog->resolve(QStringLiteral("tmp_orders"))->index};
    target.columns = {ColumnId{facts.catalog->resolve(QStringLiteral("tmp_orders.id"))->index}};
    inferred.targets = {target};
    relationships.push_back(inferred);
    facts.relationships =
        std::make_shared<const std::vector<Relationship>>(std::move(relationships));
    Boundaries boundaries;
    Boundary& accounts = boundaries.entries[QStringLiteral("accounts")];
    accounts.owner = QStringLiteral("team-money");
    accounts.members = {QStringLiteral("billing.*")};
    facts.ownership = std::make_shared<const Ownership>(ownershipOf(*facts.catalog, boundaries));
    facts.boundaries = std::make_shared<const Boundaries>(std::move(boundaries));
    return facts;
}

QString tableNames(const QueryIndex& index, const QueryAnswer& answer)
{
    QStringList names;
    for (TableId id : answer.tables())
        names << index.catalog().table(id).name;
    return names.join(QLatin1Char(' '));
}

} // namespace

class tst_ObjectQuery : public QObject
{
    Q_OBJECT

private:
    QueryIndex m_index{shopFacts()};

private Q_SLOTS:
    void parses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("canonical");
        QTest::addColumn<int>("problems");
        const auto row = [](const char* text, const char* canonical, int problems = 0) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(canonical)
                                << problems;
        };
        row("", "");
        row("  orders   items ", "orders items");
        row("!comment", "comment:none");
        row("!Comment", "comment:none");
        row("-comment", "-comment");
        row("!type:json", "!type:json");
        row("-type:json", "!type:json");
        row("TYPE:json,text", "type:json,text");
        row("is:view schema:billing", "kind:view in:billing");
        row("!orders -\"in full\"", "-orders -\"in full\"");
        row("owner:\"the \\\"a\\\" team\"", "owner:\"the \\\"a\\\" team\"");
        row("\"not closed", "\"not closed\"");
        row("rows:>1k", "rows:>1k");
        row("rows:10..20,5", "rows:10..20,5");
        row("comment:\"none\"", "comment:\"none\"");
        row("type:", "", 1);
        row("type:,,", "", 1);
        row("orders type:", "orders", 1);
        row("tabel:orders x", "x", 1);
        row("std::vector", "", 1);
        row("!", "", 1);
        row("- x", "x", 1);
        row("\"\"", "", 1);
        row("rows:many", "", 1);
        row("rows:>", "", 1);
        row("staged:perhaps", "", 1);
        row("a-b x!y", "a-b x!y");
        row("naïve 注文", "naïve 注文");
        row("customers|orders -a|b", "customers|orders -a|b");
        row("table:customers|orders,x", "table:customers,orders,x");
        row("customers|", "customers|"); // half typed
    }
    void parses()
    {
        QFETCH(QString, text);
        QFETCH(QString, canonical);
        QFETCH(int, problems);
        const ObjectQuery query = parseObjectQuery(text);
        QCOMPARE(printObjectQuery(query), canonical);
        QCOMPARE(static_cast<int>(query.problems.size()), problems);
        QCOMPARE(parseObjectQuery(canonical).terms, query.terms);
        for (const QueryProblem& problem : query.problems) {
            QVERIFY(problem.start >= 0 && problem.start + problem.length <= text.size());
            QVERIFY2(problem.sentence.endsWith(QLatin1Char('.')) ||
                         problem.sentence.endsWith(QLatin1Char('?')),
                     qPrintable(problem.sentence));
        }
    }

    void guessesTheFieldThatWasMeant()
    {
        QVERIFY(parseObjectQuery(u"tpye:json")
                    .problems.front()
                    .sentence.contains(QStringLiteral("did you mean type:")));
        QVERIFY(parseObjectQuery(u"http://x")
                    .problems.front()
                    .sentence.contains(QStringLiteral("in quotes")));
    }

    void anyTextIsReadAndPrintedAgain()
    {
        const QString letters = QStringLiteral("a:\"!-,|\\ *?<>.n0k");
        quint32 seed = 7;
        for (int round = 0; round < 5000; ++round) {
            QString text;
            for (quint32 i = 0; i < 1 + round % 14U; ++i) {
                seed = seed * 1664525U + 1013904223U;
                text += letters[static_cast<qsizetype>((seed >> 16U) % letters.size())];
            }
            const ObjectQuery query = parseObjectQuery(text);
            const QString printed = printObjectQuery(query);
            const ObjectQuery again = parseObjectQuery(printed);
            QVERIFY2(again.terms == query.terms, qPrintable(text + u'|' + printed));
            answerQuery(m_index, query);
        }
        const QString endless = QString(100'000, u'"');
        QVERIFY(parseObjectQuery(endless).terms.size() <= maximumQueryLength);
    }

    void letsThrough_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("tables");
        const auto row = [](const char* text, const char* tables) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(tables);
        };
        // tables are in catalog order: by schema, then by name
        row("", "TaxRates invoices customers order_log tmp_orders v_orders");
        row("customer", "customers tmp_orders");
        row("created_at", "customers tmp_orders");
        row("taxrates", "TaxRates");
        row("tax_rate", "TaxRates");
        row("orders", "invoices order_log tmp_orders v_orders");
        row("billing.invoices", "invoices");
        row("billing.", "TaxRates invoices");
        row("tmp_orders.state", "tmp_orders");
        row("orders created", "tmp_orders");
        row("orders amount", "");
        row("\"orders\"", "tmp_orders v_orders");
        row("tmp*", "tmp_orders");
        row("the customer's e-mail", "customers");
        row("orders -tmp", "invoices order_log v_orders");
        row("bought", "customers");               // only a comment says so
        row("cstmr", "customers tmp_orders");     // letters left out
        row("custmoers", "customers tmp_orders"); // mistyped
        row("zzzz", "");
        row("comment:none", "TaxRates order_log v_orders");
        row("!comment", "TaxRates order_log v_orders");
        row("comment:any", "invoices customers tmp_orders");
        row("!comment:none", "invoices customers tmp_orders");
        row("comment:bought", "customers");
        row("comment:\"none\"", "");
        row("type:json", "customers order_log");
        row("!type:json", "TaxRates invoices tmp_orders v_orders");
        row("type:\"json\"", "order_log");
        row("type:varchar", "customers");
        row("type:number kind:view", "v_orders");
        row("type:int,json !kind:view", "invoices customers order_log tmp_orders");
        row("owner:shop_owner", "TaxRates invoices customers order_log tmp_orders v_orders");
        row("owner:finance", "invoices");
        row("owner:team-money", "TaxRates invoices");
        row("owner:accounts", "TaxRates invoices");
        row("owner:nobody", "");
        row("boundary:accounts", "TaxRates invoices");
        row("boundary:none", "customers order_log tmp_orders v_orders");
        row("fk:declared", "invoices tmp_orders");
        row("fk:inferred", "order_log");
        row("fk:inf", "order_log");
        row("fk:none", "TaxRates customers v_orders");
        row("!fk", "TaxRates customers v_orders");
        row("fk:any", "invoices order_log tmp_orders");
        row("refs:>1", "tmp_orders");
        row("refs:0", "TaxRates invoices order_log v_orders");
        row("in:billing", "TaxRates invoices");
        row("in:bil", "TaxRates invoices");
        row("!in:billing type:json", "customers order_log");
        row("kind:view", "v_orders");
        row("kind:views", "");
        row("kind:table in:public", "customers order_log tmp_orders");
        row("kind:column email", "customers v_orders");
        row("kind:column comment:any", "TaxRates customers tmp_orders");
        row("note:called", "tmp_orders");
        row("note:@owner=finance", "invoices");
        row("note:convention=legacy", "");
        row("note:none", "TaxRates customers order_log v_orders");
        row("convention:legacy", "TaxRates");
        row("called:orders", "tmp_orders");
        row("called:any", "tmp_orders");
        row("column:email", "customers v_orders");
        row("table:order*", "order_log tmp_orders"); // one is called orders
        row("table:\"customers\"", "customers");
        row("table:ORDERS", "tmp_orders"); // called so: what is only like it is not meant
        row("table:order", "order_log tmp_orders v_orders"); // nothing is called so
        row("table:Order_Log", "order_log");
        row("table:taxrates", "TaxRates");
        row("!table:customers", "TaxRates invoices order_log tmp_orders v_orders");
        row("column:id", "invoices customers tmp_orders v_orders");
        row("column:created_date", "customers"); // not tmp_orders.created_at
        row("table:customers|invoices", "invoices customers");
        row("customers|tax", "TaxRates customers tmp_orders");
        row("-customer|tax", "invoices order_log tmp_orders v_orders");
        row("name:orders", "order_log tmp_orders v_orders");
        row("rows:>1000", "customers order_log");
        row("rows:1k..2k", "customers");
        row("rows:<1M", "customers");
        row("columns:>4", "customers");
        row("index:none", "TaxRates invoices order_log tmp_orders");
        row("index:any", "customers");
        row("pk:none", "TaxRates order_log");
        row("!pk", "TaxRates order_log");
        row("pk:yes", "invoices customers tmp_orders");
        row("nullable:yes", "customers order_log");
        row("staged:yes", "");
        row("source:shop fk:inferred", "order_log");
        row("nofield:x orders -tmp", "invoices order_log v_orders");
    }
    void letsThrough()
    {
        QFETCH(QString, text);
        QFETCH(QString, tables);
        QCOMPARE(tableNames(m_index, answerQuery(m_index, parseObjectQuery(text))), tables);
    }

    void listsColumnsBelowTheirTable()
    {
        const auto columns = [&](const char* text) {
            const QueryAnswer answer =
                answerQuery(m_index, parseObjectQuery(QString::fromUtf8(text)));
            QStringList names;
            for (int i = 0; i < static_cast<int>(m_index.catalog().objects().columns.size()); ++i) {
                if (answer.has(ColumnId{i}))
                    names << m_index.catalog().displayName(ColumnId{i});
            }
            return names.join(QLatin1Char(' '));
        };
        QCOMPARE(columns("type:json"), QStringLiteral("customers.settings order_log.payload"));
        QCOMPARE(columns("email"), QStringLiteral("customers.email v_orders.email"));
        QCOMPARE(columns("fk:inferred"), QStringLiteral("order_log.order_no"));
        QCOMPARE(columns("taxrates"), QStringLiteral("billing.\"TaxRates\".rate"));
        QCOMPARE(columns("order_log -payload"), QStringLiteral("order_log.order_no"));
        QCOMPARE(columns("kind:column comment:paid"), QStringLiteral("tmp_orders.state"));
    }

    void saysHowFarTheWordsReached()
    {
        const auto reach = [&](const char* text) {
            return answerQuery(m_index, parseObjectQuery(QString::fromUtf8(text))).reach;
        };
        QCOMPARE(reach("customers"), QueryReach::Names);
        QCOMPARE(reach("bought"), QueryReach::Comments);
        QCOMPARE(reach("custmoers"), QueryReach::Similar);
        QCOMPARE(reach("qqqq"), QueryReach::Names);
    }

    void namesWhatThereIs()
    {
        const auto remarks = [&](const char* text) {
            return answerQuery(m_index, parseObjectQuery(QString::fromUtf8(text)))
                .remarks.join(QLatin1Char(' '));
        };
        QVERIFY(remarks("in:nowhere").contains(QStringLiteral("billing, public")));
        QVERIFY(remarks("rows:>5").contains(QStringLiteral("no estimate")));
        QCOMPARE(remarks("in:billing"), QString());
        QVERIFY(remarks("type:table").contains(QStringLiteral("did you mean kind:table?")));
        QVERIFY(remarks("type:views").contains(QStringLiteral("did you mean kind:view?")));
        QVERIFY(remarks("type:nmber").contains(QStringLiteral("did you mean type:number?")));
        QVERIFY(remarks("type:geography").contains(QStringLiteral("types here are integer, ")));
        QCOMPARE(remarks("type:json"), QString()); // the types say it
        QCOMPARE(remarks("kind:matview"), QString());
        QVERIFY(remarks("kind:view pk:yes").contains(QStringLiteral("comma is the “or”")));
    }

    void countsWhatFitsByItself()
    {
        const auto hits = [&](const char* text) {
            QStringList names;
            for (const ObjectRef object :
                 answerQuery(m_index, parseObjectQuery(QString::fromUtf8(text))).hits)
                names << m_index.catalog().displayName(object);
            return names.join(QLatin1Char(' '));
        };
        // not the columns of a table that fits itself
        QCOMPARE(hits("customers"), QStringLiteral("customers tmp_orders.customer_id"));
        QCOMPARE(hits("email"), QStringLiteral("customers.email v_orders.email"));
        QCOMPARE(hits("type:json"), QStringLiteral("customers.settings order_log.payload"));
        QCOMPARE(hits("kind:view"), QStringLiteral("v_orders"));
        QCOMPARE(hits("zzzz"), QString());
    }

    void whatWasNotReadIsNotNone()
    {
        QueryFacts facts = shopFacts();
        CatalogObjects objects = facts.catalog->objects();
        objects.sources.front().kinds = {
            {CatalogKind::Comments, ReadState::PartlyRead, QStringLiteral("timeout"), {}}};
        facts.catalog = std::make_shared<const Catalog>(std::move(objects));
        facts.relationships.reset();
        const QueryIndex index(facts);
        const QueryAnswer none = answerQuery(index, parseObjectQuery(u"comment:none"));
        QCOMPARE(tableNames(index, none), QString());
        QVERIFY(none.remarks.join(QString()).contains(QStringLiteral("not read")));
        QCOMPARE(tableNames(index, answerQuery(index, parseObjectQuery(u"comment:any"))),
                 QStringLiteral("invoices customers tmp_orders"));
        QCOMPARE(tableNames(index, answerQuery(index, parseObjectQuery(u"fk:none"))), QString());
        QCOMPARE(tableNames(index, answerQuery(index, parseObjectQuery(u"!fk:declared"))),
                 QString());
    }

    void spelledAlike_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("alike");
        const auto row = [](const char* typed, const char* name, bool alike) {
            QTest::addRow("%s %s", typed, name)
                << QString::fromUtf8(typed) << QString::fromUtf8(name) << alike;
        };
        row("oi", "order_items", true);
        row("custaddr", "CustomerAddresses", true);
        row("ordit", "order_items", true);
        row("cstmr", "customer", true);
        row("ordres", "orders", true);
        row("invioces", "invoices", true);
        row("custo", "invoices", false);
        row("oi", "invoices", false);
        row("xrders", "orders", false);
        row("abc", "axxxxxxbxxxxxc", false);
        row("i", "invoices", false);
        row("aaaaaaaaaaaaaaaaaaaaaaab", "aaaa_aaaa_aaaa_aaaa_aaaa_aaaa_aaaa_aaaa", false);
    }
    void spelledAlike()
    {
        QFETCH(QString, typed);
        QFETCH(QString, name);
        QFETCH(bool, alike);
        QCOMPARE(similarNameScore(typed, nameWords(name)) > 0, alike);
    }
};

QTEST_APPLESS_MAIN(tst_ObjectQuery)
#include "tst_object_query.moc"

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the palette lists for a query, and in which order: names before comments, what was used and
// what matters before the rest, equal ones as the catalog has them; and what it must not list.
#include "model/notes/comment_home.h"
#include "model/notes/commented_catalog.h"
#include "model/relations/relationship.h"
#include "model/search/query_hits.h"
#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;

namespace {

constexpr const char* shop = R"(
customers // Everybody who bought, with the date of the first order
  id integer pk
  email varchar(80)
  settings jsonb
order_a
  id integer pk
order_b
  id integer pk
order_c // what is waiting
  id integer pk
  customer_id integer > customers.id
  payload json?
view v_all
  id integer
)";

} // namespace

class tst_QueryHits : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Catalog> m_catalog = test::SchemaText::catalog(QString::fromUtf8(shop));

    [[nodiscard]] ObjectRef object(const char* name) const
    {
        return *m_catalog->resolve(QString::fromLatin1(name));
    }
    [[nodiscard]] QueryFacts facts() const
    {
        QueryFacts facts;
        facts.catalog = m_catalog;
        facts.relationships =
            std::make_shared<const std::vector<Relationship>>(declaredRelationships(*m_catalog));
        return facts;
    }
    [[nodiscard]] static QueryHits ask(const QueryFacts& facts, const char* text,
                                       const QueryHitOptions& options = {})
    {
        const QueryIndex index(facts);
        const SearchIndex search(ObjectNames{index.facts().commented, false});
        return queryHits(search, index, parseObjectQuery(QString::fromUtf8(text)), options);
    }
    [[nodiscard]] QString titles(const char* text, const QueryHitOptions& options = {}) const
    {
        QStringList titles;
        for (const SearchHit& hit : ask(facts(), text, options).hits)
            titles << hit.title;
        return titles.join(u' ');
    }

private Q_SLOTS:
    void lists_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("titles");
        const auto row = [](const char* text, const char* titles) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(titles);
        };
        row("", "");
        row("order", "order_a order_b order_c order_a.order_a_pkey order_b.order_b_pkey "
                     "order_c.order_c_pkey order_c.order_c_customer_id_fkey customers");
        row("order kind:table", "order_a order_b order_c customers"); // the comment comes last
        row("order -order_b kind:table", "order_a order_c customers");
        row("\"order_\" kind:table", "order_a order_b order_c"); // letter by letter
        row("order kind:table comment:none", "order_a order_b");
        row("kind:table comment:none", "order_a order_b");
        row("kind:table !comment", "order_a order_b");
        row("kind:view", "v_all");
        row("type:json", "customers.settings order_c.payload"); // asks about columns: lists columns
        row("fk:declared", "order_c.customer_id");
        row("refs:any kind:table", "customers");
        row("nothing_like_it", "");
        row("tabel:order", ""); // left out as a whole
    }
    void lists()
    {
        QFETCH(QString, text);
        QFETCH(QString, titles);
        QCOMPARE(this->titles(text.toUtf8().constData()), titles);
    }

    void whatMattersComesFirst()
    {
        QueryHitOptions options;
        options.importance.assign(m_catalog->objects().tables.size(), 0.0);
        options.importance[static_cast<std::size_t>(object("order_c").index)] = 1.0;
        QCOMPARE(titles("order kind:table", options),
                 QStringLiteral("order_c order_a order_b customers"));
        QCOMPARE(titles("kind:table", options),
                 QStringLiteral("order_c customers order_a order_b"));
        options.used.insert(object("order_b"), 100); // where somebody goes weighs more
        QCOMPARE(titles("order kind:table", options),
                 QStringLiteral("order_b order_c order_a customers"));
        QCOMPARE(titles("kind:table", options),
                 QStringLiteral("order_b order_c customers order_a"));
        // but not so much that what is found only in a comment is before names
        options.used.clear();
        options.used.insert(object("customers"), 100);
        QVERIFY(!titles("order", options).startsWith(QStringLiteral("customers")));
    }

    void equalOnesStayInOrder()
    {
        QCOMPARE(ask(facts(), "order"), ask(facts(), "order"));
        QueryHitOptions options;
        for (const char* name : {"order_c", "order_a", "order_b"})
            options.used.insert(object(name), 50);
        QCOMPARE(titles("kind:table comment:any,none", options),
                 QStringLiteral("order_a order_b order_c customers"));
    }

    void columnsOnly()
    {
        QueryHitOptions options;
        options.columnsOnly = true;
        QCOMPARE(titles("email", options), QStringLiteral("customers.email"));
        for (const SearchHit& hit : ask(facts(), "order", options).hits)
            QCOMPARE(hit.object.kind, ObjectKind::Column);
        QCOMPARE(ask(facts(), "comment:none", options).hits.size(),
                 m_catalog->objects().columns.size());
    }

    void atMostSoMany()
    {
        QueryHitOptions options;
        options.limit = 2;
        QCOMPARE(titles("order", options), QStringLiteral("order_a order_b"));
        QCOMPARE(titles("comment:none", options), QStringLiteral("order_a order_b"));
        options.limit = 0;
        QVERIFY(ask(facts(), "comment:none", options).hits.empty());
    }

    void whatIsStagedCounts()
    {
        StagedEdits staged;
        staged.stage(
            commentEditOf(*m_catalog, object("order_a"), QStringLiteral("Baskets that were paid")));
        staged.stage(commentEditOf(*m_catalog, object("order_c"), {}));
        QueryFacts facts = this->facts();
        facts.commented = std::make_shared<const CommentedCatalog>(m_catalog, staged);
        const auto found = [&](const char* text) {
            QStringList titles;
            for (const SearchHit& hit : ask(facts, text).hits)
                titles << hit.title;
            return titles.join(u' ');
        };
        QCOMPARE(found("kind:table comment:none"), QStringLiteral("order_b order_c"));
        QCOMPARE(found("kind:table comment:paid"), QStringLiteral("order_a"));
        QCOMPARE(found("baskets"), QStringLiteral("order_a"));
        QCOMPARE(found("waiting"), QString());
        QCOMPARE(found("staged:yes"), QStringLiteral("order_a order_c"));
        facts.commented = std::make_shared<const CommentedCatalog>( // of another catalog: nothing
            test::SchemaText::catalog(QString::fromUtf8(shop)), staged);
        QCOMPARE(found("kind:table comment:none"), QStringLiteral("order_a order_b"));
    }

    void saysWhatIsWrong()
    {
        const QueryHits hits = ask(facts(), "order tpye:json owner:nobody");
        QVERIFY(hits.hits.empty());
        QVERIFY(hits.remarks.size() >= 2);
        QVERIFY2(hits.remarks.first().contains(QStringLiteral("type:")),
                 qPrintable(hits.remarks.first()));
        QVERIFY(ask(facts(), "order").remarks.isEmpty());
    }

    void whatWasNotReadIsNotNone()
    {
        CatalogObjects objects = test::SchemaText::source(QString::fromUtf8(shop)).objects;
        KindReport report;
        report.kind = CatalogKind::Comments;
        report.state = ReadState::NotRead;
        objects.sources.front().kinds.push_back(report);
        QueryFacts facts;
        facts.catalog = std::make_shared<const Catalog>(
            mergeSources({std::make_shared<const SourceCatalog>(SourceCatalog{objects})}));
        const QueryHits hits = ask(facts, "kind:table comment:none");
        QVERIFY(hits.hits.empty());
        QVERIFY(hits.remarks.join(u' ').contains(QStringLiteral("not read")));
    }
};

QTEST_GUILESS_MAIN(tst_QueryHits)
#include "tst_query_hits.moc"

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// As named and as meant; search finds both; @keep is read.
#include "model/notes/keep_note.h"
#include "model/notes/object_names.h"
#include "model/search/search.h"
#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

class TestObjectNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoNames();
    void searchFindsBoth();
    void searchFindsWhatIsStaged();
    void keep_data();
    void keep();
};

namespace {

ObjectNames namesOf(const std::shared_ptr<const Catalog>& catalog, const char* object,
                    const char* comment, bool asMeant = false)
{
    StagedEdits staged;
    const ObjectRef ref = *catalog->resolve(QString::fromLatin1(object));
    staged.stage({catalog->keyOf(ref), {}, QString::fromUtf8(comment)});
    return {std::make_shared<const CommentedCatalog>(catalog, staged), asMeant};
}

std::shared_ptr<const Catalog> shop()
{
    return catalogFromText(
        "tmp_orders\n  id integer pk\n  flag1 integer\ncustomers\n  id integer pk\n");
}

QStringList titles(const std::vector<SearchHit>& hits)
{
    QStringList all;
    for (const SearchHit& hit : hits)
        all << hit.title;
    return all;
}

} // namespace

void TestObjectNames::twoNames()
{
    const auto catalog = shop();
    const ObjectRef orders = *catalog->resolve(u"tmp_orders");
    const ObjectRef customers = *catalog->resolve(u"customers");
    ObjectNames names = namesOf(catalog, "tmp_orders", "x\n@called orders");
    QCOMPARE(names.first(orders), QStringLiteral("tmp_orders"));
    QCOMPARE(names.second(orders), QStringLiteral("orders"));
    QCOMPARE(names.displayName(orders), QStringLiteral("tmp_orders (orders)"));
    QCOMPARE(names.second(customers), QString());
    names.asMeant = true;
    QCOMPARE(names.first(orders), QStringLiteral("orders"));
    QCOMPARE(names.second(orders), QStringLiteral("tmp_orders"));
    QCOMPARE(names.displayName(orders), QStringLiteral("orders (tmp_orders)"));
    QCOMPARE(names.first(customers), QStringLiteral("customers"));
    QVERIFY(names.areOf(catalog.get()));
    QVERIFY(!names.areOf(shop().get()));
    // called what it is called already
    QCOMPARE(namesOf(catalog, "customers", "@called customers").second(customers), QString());
}

void TestObjectNames::searchFindsBoth()
{
    const auto catalog = shop();
    const SearchIndex index(namesOf(catalog, "tmp_orders", "@called purchases"));
    QVERIFY(
        titles(index.search(u"purchases")).startsWith(QStringLiteral("tmp_orders (purchases)")));
    QVERIFY(titles(index.search(u"tmp_orders")).contains(QStringLiteral("tmp_orders (purchases)")));
    QVERIFY(titles(index.search(u"purchases flag1")).contains(QStringLiteral("tmp_orders.flag1")));
    QVERIFY(index.search(u"purchases email").empty());
    QVERIFY(SearchIndex(catalog).search(u"purchases").empty());
}

void TestObjectNames::searchFindsWhatIsStaged()
{
    const auto catalog = shop();
    const SearchIndex index(namesOf(catalog, "tmp_orders.flag1", "Paid unreasonably late."));
    const auto hits = index.search(u"unreasonably");
    QCOMPARE(hits.size(), 1U);
    QCOMPARE(hits.front().field, SearchField::Comment);
    QVERIFY(hits.front().excerpt.contains(QStringLiteral("unreasonably")));
}

void TestObjectNames::keep_data()
{
    QTest::addColumn<QString>("comment");
    QTest::addColumn<bool>("kept");
    QTest::newRow("tag") << "x\n@keep until 2030" << true;
    QTest::newRow("alone") << "@keep" << true;
    QTest::newRow("other case") << "x\n@Keep" << true;
    QTest::newRow("words") << "Please @keep this" << false;
    QTest::newRow("other tag") << "x\n@keeper bob" << false;
    QTest::newRow("not among the notes") << "x\n@keep y\nmore words" << false;
    QTest::newRow("none") << "" << false;
}

void TestObjectNames::keep()
{
    QFETCH(const QString, comment);
    QFETCH(const bool, kept);
    QCOMPARE(keepReason(comment).has_value(), kept);
}

QTEST_GUILESS_MAIN(TestObjectNames)
#include "tst_object_names.moc"

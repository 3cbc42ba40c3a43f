// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/link_targets.h"
#include "diagram/relationship_text.h"
#include "tests/support/relationship_fixture.h"

#include <QtTest>

using namespace cadastre;

class TestRelationshipText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void confidenceIsNeverCertain_data();
    void confidenceIsNeverCertain();
    void saysWhatIsKnown();
    void longListsAreCounted();
    void brokenKeysSaySo();
    void typesThatMayMatch_data();
    void typesThatMayMatch();
    void likelyParentsAreFittingKeys();
    void tablesMeanAKey_data();
    void tablesMeanAKey();
};

void TestRelationshipText::confidenceIsNeverCertain_data()
{
    QTest::addColumn<double>("confidence");
    QTest::addColumn<QString>("text");
    QTest::newRow("0.934") << 0.934 << QStringLiteral("93\u00a0%");
    QTest::newRow("0.999") << 0.999 << QStringLiteral("99\u00a0%");
    QTest::newRow("1") << 1.0 << QStringLiteral("100\u00a0%");
    QTest::newRow("0") << 0.0 << QStringLiteral("0\u00a0%");
}

void TestRelationshipText::confidenceIsNeverCertain()
{
    QFETCH(double, confidence);
    QTEST(confidenceText(confidence), "text");
}

void TestRelationshipText::saysWhatIsKnown()
{
    const auto maker = test::mixedRelationships();
    const auto text = [&](int index) {
        return relationshipText(*maker.catalog(), maker.all()[index]);
    };
    QCOMPARE(text(1), QStringLiteral("orders.customer_id → customers.id — declared by "
                                     "orders_customer_id_fkey\n"
                                     "on delete no action, on update no action"));
    QCOMPARE(text(2), QStringLiteral("orders.seller → employees.id — inferred, 93\u00a0%\n"
                                     "Because:\n  • the name says <b>so</b>\n"
                                     "Against:\n  • the types differ a little\n"
                                     "Or:\n  • managers.id, 5\u00a0%"));
    QVERIFY(text(7).endsWith(QStringLiteral("Decided: asked <Ann>")));
    QVERIFY(text(10).contains(QStringLiteral("exactly one is set")));
    QVERIFY(text(12).endsWith(QStringLiteral("subject_type chooses the table:\n"
                                             "  • Order: orders.id\n  • Company: companies.id\n"
                                             "  • no table for \"Invoice\"")));
    QVERIFY(text(13).contains(QStringLiteral("same key")));
    QVERIFY(!text(2).contains(QStringLiteral("same key")));
}

void TestRelationshipText::longListsAreCounted()
{
    auto maker = test::mixedRelationships();
    Relationship relationship = maker.all()[2];
    relationship.evidence.assign(20, relationship.evidence.front());
    const QString text = relationshipText(*maker.catalog(), relationship);
    QCOMPARE(text.count(QStringLiteral("the name says")), 8);
    QVERIFY(text.contains(QStringLiteral("… and 12 more")));
}

void TestRelationshipText::brokenKeysSaySo()
{
    CatalogObjects objects = test::catalogFromText(test::mixedShop)->objects();
    for (Constraint& constraint : objects.constraints)
        constraint.validated = false;
    const Catalog catalog(objects);
    const auto declared = declaredRelationships(catalog);
    QVERIFY(relationshipText(catalog, declared.front()).contains(QStringLiteral("not validated")));
}

void TestRelationshipText::typesThatMayMatch_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<bool>("match");
    const auto row = [](const char* first, const char* second, bool match) {
        QTest::addRow("%s, %s", first, second)
            << QString::fromLatin1(first) << QString::fromLatin1(second) << match;
    };
    row("integer", "bigint", true);
    row("BIGINT UNSIGNED", "numeric(10,0)", true);
    row("varchar(36)", "character(36)", true);
    row("uuid", "uuid", true);
    row("geometry", "integer", true);
    row("", "integer", true);
    row("bigint", "char(36)", false);
    row("uuid", "bigint", false);
    row("interval", "integer", false);
    row("timestamp", "integer", false);
    row("varbinary(16)", "text", false);
}

void TestRelationshipText::typesThatMayMatch()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QTEST(typesMayMatch(first, second), "match");
    QCOMPARE(typesMayMatch(second, first), typesMayMatch(first, second));
}

void TestRelationshipText::likelyParentsAreFittingKeys()
{
    const auto catalog = test::catalogFromText("a\n  id integer pk\n  code text\n  unique code\n"
                                               "b\n  x integer\n  y integer\n  z integer\n"
                                               "  unique x, y\n  unique z\n"
                                               "c\n  id integer pk\n");
    const auto column = [&](const char* name) {
        return ColumnId{catalog->resolve(QString::fromLatin1(name))->index};
    };
    QCOMPARE(likelyParents(*catalog, column("b.x")),
             (std::vector<ColumnId>{column("a.id"), column("b.z"), column("c.id")}));
    QCOMPARE(likelyParents(*catalog, column("c.id")),
             (std::vector<ColumnId>{column("a.id"), column("b.z")}));
    QCOMPARE(likelyParents(*catalog, column("a.code")), (std::vector<ColumnId>{}));
}

void TestRelationshipText::tablesMeanAKey_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("key");
    const auto row = [](const char* name, const char* table, const char* key) {
        QTest::newRow(name) << QString::fromLatin1(table) << QString::fromLatin1(key);
    };
    row("primary", "  id integer pk\n  other integer\n  unique other\n", "id");
    row("only unique", "  id integer\n  other text\n  unique other\n", "other");
    row("two unique", "  id integer\n  other text\n  unique id\n  unique other\n", "");
    row("none", "  id integer\n", "");
}

void TestRelationshipText::tablesMeanAKey()
{
    QFETCH(QString, table);
    QFETCH(QString, key);
    const QString schema =
        QStringLiteral("parent\n") + table + QStringLiteral("child\n  x integer\n");
    const auto catalog = test::catalogFromText(schema.toUtf8().constData());
    const auto child = ColumnId{catalog->resolve(u"child.x")->index};
    const auto parent = TableId{catalog->resolve(u"parent")->index};
    const auto found = keyColumnFor(*catalog, parent, child);
    QCOMPARE(found ? catalog->column(*found).name : QString(), key);
}

QTEST_GUILESS_MAIN(TestRelationshipText)
#include "tst_relationship_text.moc"

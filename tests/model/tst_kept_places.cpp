// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Places of an earlier run: as text and back, under other names, and against a workspace's.
#include "model/workspace/kept_places.h"
#include "tests/support/schema_text.h"

#include <QtTest>

using namespace cadastre;

namespace {

const char* const shopBefore = "orders\n  id integer pk\n  placed_on date\n  total numeric\n"
                               "coupons\n  id integer pk\n  code text\n  percent integer\n"
                               "log\n  id integer pk\n";

ObjectKey keyOf(const char* table)
{
    return *ObjectKey::fromString(
        QString(QStringLiteral("shop/table:public.") + QLatin1String(table)));
}

KeptPlaces keptShop()
{
    Placements places;
    places.groups[QStringLiteral("sales")] = QPoint(-40, 80);
    places.tables[keyOf("orders")] = {QPoint(1, 2), QStringLiteral("sales"), true};
    places.tables[keyOf("coupons")] = {QPoint(300, -7), QStringLiteral("sales / extra"), false};
    places.tables[keyOf("log")] = {QPoint(5, 5), QStringLiteral("sales"), false};
    const QHash<ObjectKey, Placement> homes{
        {keyOf("coupons"), {QPoint(9, 9), QStringLiteral("sales"), false}}, {keyOf("log"), {}}};
    return keptPlacesOf(places, homes, *test::SchemaText::catalog(QLatin1String(shopBefore)));
}

} // namespace

class TestKeptPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textAndBack()
    {
        const KeptPlaces kept = keptShop();
        QCOMPARE(kept.columns.value(keyOf("orders")).join(u','),
                 QStringLiteral("id,placed_on,total"));
        const auto read = keptPlacesFromText(keptPlacesText(kept));
        QVERIFY(read);
        QVERIFY(*read == kept);
        QCOMPARE(keptPlacesText(*read), keptPlacesText(kept));
    }

    void takesNothingElse_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not JSON") << QByteArray("\x01\x02");
        QTest::newRow("another version") << QByteArray("{\"version\":2}");
        QTest::newRow("a list") << QByteArray("[1]");
    }

    void takesNothingElse()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!keptPlacesFromText(text));
    }

    void oddEntriesAreLeftOut()
    {
        const auto read =
            keptPlacesFromText("{\"version\":1,\"tables\":{\"no key, \\\"\":[1,2,\"x\",true],"
                               "\"shop/table:public.a\":\"odd\"},\"groups\":7}");
        QVERIFY(read);
        QCOMPARE(read->placements.tables.size(), qsizetype(1));
        QVERIFY(read->placements.groups.isEmpty());
    }

    void followsRenamedTables_data()
    {
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("coupons");
        const QString orders =
            QStringLiteral("orders\n  id integer pk\n  placed_on date\n  total numeric\n");
        const auto table = [](const char* name, const char* columns) {
            return QString(QLatin1String(name) + QStringLiteral("\n  id integer pk\n") +
                           QLatin1String(columns));
        };
        QTest::newRow("renamed") << QString(orders +
                                            table("vouchers", "  code text\n  percent integer\n"))
                                 << "vouchers";
        QTest::newRow("renamed, with one more column")
            << QString(orders + table("vouchers", "  code text\n  percent integer\n  until date\n"))
            << "vouchers";
        QTest::newRow("something else")
            << QString(orders + table("carts", "  sum numeric\n")) << "";
        QTest::newRow("two that are like it")
            << QString(orders + table("a", "  code text\n  percent integer\n") +
                       table("b", "  code text\n  percent integer\n"))
            << "";
        QTest::newRow("still there, and a copy")
            << QString(QLatin1String(shopBefore) +
                       table("copy", "  code text\n  percent integer\n"))
            << "coupons";
    }

    void followsRenamedTables()
    {
        QFETCH(QString, after);
        QFETCH(QString, coupons);
        const KeptPlaces kept = keptShop();
        const KeptPlaces now = followed(kept, *test::SchemaText::catalog(after));
        QCOMPARE(now.placements.tables.value(keyOf("orders")),
                 kept.placements.tables.value(keyOf("orders")));
        QCOMPARE(now.placements.groups, kept.placements.groups);
        if (coupons.isEmpty()) {
            QCOMPARE(now.placements, kept.placements);
            return;
        }
        const ObjectKey key = keyOf(qPrintable(coupons));
        QCOMPARE(now.placements.tables.value(key), kept.placements.tables.value(keyOf("coupons")));
        QCOMPARE(now.homes.value(key), kept.homes.value(keyOf("coupons")));
        QCOMPARE(now.placements.tables.size(), kept.placements.tables.size());
    }

    /// A workspace whose places somebody else changed knows better.
    void extendsWhatIsKnown()
    {
        const KeptPlaces kept = keptShop();
        QVERIFY(extends(kept, {}));
        Placements known = kept.placements;
        known.tables.remove(keyOf("log"));
        QVERIFY(extends(kept, known));
        known.tables[keyOf("orders")].position += QPoint(1, 0);
        QVERIFY(!extends(kept, known));
        known = kept.placements;
        known.groups[QStringLiteral("sales")] = QPoint();
        QVERIFY(!extends(kept, known));
        known = kept.placements;
        known.tables[keyOf("elsewhere")] = {};
        QVERIFY(!extends(kept, known));
    }
};

QTEST_APPLESS_MAIN(TestKeptPlaces)
#include "tst_kept_places.moc"

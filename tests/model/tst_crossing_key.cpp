// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Crossing keys: their text there and back, with arrows and quotes inside names; their words.
#include "model/boundaries/crossing_key.h"

#include <QSet>
#include <QTest>

using namespace cadastre;

class TestCrossingKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textComesBack_data();
    void textComesBack();
    void badTextIsRefused_data();
    void badTextIsRefused();
    void everyKindHasItsWord();
};

void TestCrossingKey::textComesBack_data()
{
    QTest::addColumn<QString>("text");
    const char* const texts[] = {
        "read shop/view:support.v_customer_360 -> shop/table:ordering.customers",
        "cascade shop/constraint:billing.invoices.invoices_customer_fkey -> "
        "shop/table:ordering.customers",
        "call shop/routine:billing.close_month(date,integer) -> "
        "shop/routine:ordering.f(character varying(80))",
        "write-grant shop/role:reporting_ro -> crm/table:ordering.tmp_orders",
        "logical shop/column:a.b.\"we -> ird\" -> shop/table:a.\" -> \"\" -> \"",
        "call shop/routine:a.\"x -> y\"(enum('p -> q','r\"')) -> shop/routine:a.z()",
        "type table:a.b -> type:c.\"line\\nbreak\"",
    };
    for (const char* text : texts)
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestCrossingKey::textComesBack()
{
    QFETCH(QString, text);
    const Result<CrossingKey> key = crossingKeyFromText(text);
    QVERIFY2(key, key ? "" : qPrintable(key.error().message));
    QCOMPARE(crossingKeyText(*key), text);
    const auto again = crossingKeyFromText(QString(QLatin1String("  ") + text + QLatin1Char(' ')));
    QVERIFY(again && *again == *key);
    QCOMPARE(qHash(*again), qHash(*key));
}

void TestCrossingKey::badTextIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << QString() << QStringLiteral("no kind");
    QTest::newRow("one word") << QStringLiteral("read") << QStringLiteral("no kind");
    QTest::newRow("unknown kind") << QStringLiteral("reads a/table:b.c -> a/table:d.e")
                                  << QStringLiteral("\"reads\" is no kind");
    QTest::newRow("no arrow") << QStringLiteral("read a/table:b.c a/table:d.e")
                              << QStringLiteral("\"->\" between");
    QTest::newRow("one end") << QStringLiteral("read a/table:b.c -> ")
                             << QStringLiteral("\"->\" between");
    QTest::newRow("open quote") << QStringLiteral("read a/table:b.\"c -> a/table:d.e")
                                << QStringLiteral("not an object name");
}

void TestCrossingKey::badTextIsRefused()
{
    QFETCH(QString, text);
    QFETCH(QString, says);
    const Result<CrossingKey> key = crossingKeyFromText(text);
    QVERIFY(!key);
    QVERIFY2(key.error().message.contains(says), qPrintable(key.error().message));
}

void TestCrossingKey::everyKindHasItsWord()
{
    QSet<QString> names;
    QSet<QString> titles;
    for (int i = 0; i < crossingKindCount; ++i) {
        const auto kind = static_cast<CrossingKind>(i);
        QCOMPARE(crossingKindFromName(crossingKindName(kind)), std::optional(kind));
        names.insert(crossingKindName(kind));
        titles.insert(crossingKindTitle(kind));
    }
    QCOMPARE(names.size(), crossingKindCount);
    QCOMPARE(titles.size(), crossingKindCount);
    QCOMPARE(crossingKindName(CrossingKind::WriteGrant), QStringLiteral("write-grant"));
    QCOMPARE(crossingKindName(CrossingKind::Type), QStringLiteral("type"));
    QCOMPARE(crossingKindName(CrossingKind::Copy), QStringLiteral("copy"));
    QVERIFY(!crossingKindFromName(u"Read"));
    QVERIFY(!crossingKindFromName(u""));
}

QTEST_APPLESS_MAIN(TestCrossingKey)
#include "tst_crossing_key.moc"

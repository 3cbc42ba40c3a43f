// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Object keys: what they print, what they read back, what they refuse.
#include "model/catalog/object_key.h"

#include <QTest>

using namespace cadastre;

class ObjectKeyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsAndReads_data();
    void printsAndReads();
    void readsWithoutKind();
    void refuses_data();
    void refuses();
    void ordersByCodePoint();
};

void ObjectKeyTest::printsAndReads_data()
{
    QTest::addColumn<KeyKind>("kind");
    QTest::addColumn<QStringList>("parts");
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("text");
    const auto s = [](const char* text) { return QString::fromUtf8(text); };
    QTest::newRow("plain") << KeyKind::Table << QStringList{s("public"), s("orders")} << QString()
                           << s("shop/table:public.orders");
    QTest::newRow("column") << KeyKind::Column << QStringList{s("main"), s("t"), s("Id")}
                            << QString() << s("shop/column:main.t.\"Id\"");
    QTest::newRow("dot") << KeyKind::View << QStringList{s("a.b"), s("c")} << QString()
                         << s("shop/view:\"a.b\".c");
    QTest::newRow("quote") << KeyKind::Table << QStringList{s("x"), s("we\"ird")} << QString()
                           << s("shop/table:x.\"we\"\"ird\"");
    QTest::newRow("control") << KeyKind::Table << QStringList{s("x"), s("a\nb\t\\\x01")}
                             << QString() << s("shop/table:x.\"a\\nb\\t\\\\\\u{1}\"");
    QTest::newRow("emoji") << KeyKind::Table << QStringList{s("x"), s("🙂")} << QString()
                           << s("shop/table:x.\"🙂\"");
    QTest::newRow("empty part") << KeyKind::Constraint << QStringList{s("x"), s("t"), s("")}
                                << QString() << s("shop/constraint:x.t.\"\"");
    QTest::newRow("routine") << KeyKind::Routine << QStringList{s("public"), s("f")}
                             << s("integer,numeric(10,2)")
                             << s("shop/routine:public.f(integer,numeric(10,2))");
    QTest::newRow("routine with parenthesis")
        << KeyKind::Routine << QStringList{s("public"), s("f(x")} << QString()
        << s("shop/routine:public.\"f(x\"()");
}

void ObjectKeyTest::printsAndReads()
{
    QFETCH(KeyKind, kind);
    QFETCH(QStringList, parts);
    QFETCH(QString, arguments);
    QFETCH(QString, text);
    const ObjectKey key{QStringLiteral("shop"), kind, parts, arguments};
    QCOMPARE(key.toString(), text);
    const auto read = ObjectKey::fromString(text);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
    QVERIFY(*read == key);
}

void ObjectKeyTest::readsWithoutKind()
{
    const auto table = ObjectKey::fromString(u"public.orders");
    QVERIFY(table.has_value());
    QCOMPARE(table->kind, KeyKind::Table);
    QVERIFY(table->source.isEmpty());
    const auto column = ObjectKey::fromString(u"shop/public.orders.id");
    QVERIFY(column.has_value());
    QCOMPARE(column->kind, KeyKind::Column);
    QCOMPARE(column->source, QStringLiteral("shop"));
}

void ObjectKeyTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("trailing dot") << QStringLiteral("public.");
    QTest::newRow("double dot") << QStringLiteral("public..orders");
    QTest::newRow("open quote") << QStringLiteral("public.\"orders");
    QTest::newRow("after quote") << QStringLiteral("\"a\"b");
    QTest::newRow("unknown escape") << QStringLiteral("\"a\\q\"");
    QTest::newRow("open parenthesis") << QStringLiteral("routine:public.f(integer");
}

void ObjectKeyTest::refuses()
{
    QFETCH(QString, text);
    const auto read = ObjectKey::fromString(text);
    QVERIFY(!read.has_value());
    QVERIFY(read.error().message.endsWith(QLatin1Char('.')));
}

void ObjectKeyTest::ordersByCodePoint()
{
    const ObjectKey fullWidth{{}, KeyKind::Table, {QStringLiteral("\uff5e")}, {}};
    const ObjectKey emoji{{}, KeyKind::Table, {QString::fromUtf8("🙂")}, {}};
    QVERIFY(fullWidth < emoji);
    QVERIFY(!(emoji < fullWidth));
}

QTEST_APPLESS_MAIN(ObjectKeyTest)
#include "tst_object_key.moc"

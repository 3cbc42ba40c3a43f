// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Snapshots: what is written comes back, the same bytes every time, and bad files are refused with
// one sentence that says where.
#include "model/catalog/snapshot.h"
#include "tests/support/random_catalog.h"
#include "tests/support/schema_text.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QTest>

using namespace cadastre;

namespace {

Result<SourceCatalog> readBack(QByteArray text)
{
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    return readSnapshot(buffer, QStringLiteral("shop.catalog.json"));
}

QByteArray shopText()
{
    return snapshotText(test::SchemaText::source(QStringLiteral(R"(
orders // what people bought
  id integer pk
  customer_id integer? > customers.id
customers
  id integer pk
)")));
}

QByteArray line(const QByteArray& text, int number)
{
    return text.split('\n').value(number - 1);
}

} // namespace

class tst_Snapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksAsDocumented()
    {
        const QByteArray text = shopText();
        QVERIFY(line(text, 1).startsWith(
            R"({"format":"cadastre-catalog","version":1,"source":{"name":"shop","engine":)"));
        QCOMPARE(line(text, 4), QByteArray(R"({"key":"table:public.customers"},)"));
        QCOMPARE(line(text, 8), QByteArray(R"({"key":"column:public.orders.customer_id",)"
                                           R"("position":2,"type":"integer"},)"));
        QCOMPARE(line(text, 10),
                 QByteArray(R"({"key":"constraint:public.orders.orders_customer_id_fkey",)"
                            R"("kind":"foreign_key",)"
                            R"("columns":["column:public.orders.customer_id"],)"
                            R"("references":"table:public.customers",)"
                            R"("referenced_columns":["column:public.customers.id"]},)"));
        QVERIFY(text.endsWith("]}\n"));
        QVERIFY2(QJsonDocument::fromJson(text).isObject(), "the whole file is one JSON object");
        QVERIFY(!text.contains("stamp"));
        QVERIFY(snapshotText(test::SchemaText::source(QStringLiteral("t\n  id integer\n")),
                             {QStringLiteral("2026-01-02T03:04:05Z")})
                    .contains(R"("stamp":"2026-01-02T03:04:05Z")"));
    }

    void roundTrip_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 40; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void roundTrip()
    {
        QFETCH(quint32, seed);
        const SourceCatalog written = test::RandomCatalog(seed).make(static_cast<int>(seed));
        const QByteArray text = snapshotText(written);
        const Result<SourceCatalog> read = readBack(text);
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QVERIFY(read->objects.sources == written.objects.sources);
        QVERIFY(read->objects.tables == written.objects.tables);
        QVERIFY(read->objects.columns == written.objects.columns);
        QVERIFY(read->objects.constraints == written.objects.constraints);
        QVERIFY(read->objects.indexes == written.objects.indexes);
        QVERIFY(read->objects.others == written.objects.others);
        QVERIFY(read->objects.grants == written.objects.grants);
        QVERIFY(*read == written);
        QCOMPARE(snapshotText(*read), text);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("message");
        const QByteArray good = shopText();
        const auto changed = [&](const char* from, const char* to) {
            QByteArray text = good;
            Q_ASSERT(text.contains(from));
            return text.replace(from, to);
        };
        const auto row = [](const char* name, const QByteArray& text, const char* message) {
            QTest::newRow(name) << text << QString::fromUtf8(message);
        };
        row("empty", {}, "shop.catalog.json is truncated: it ends after line 0.");
        row("something else", "{\"name\":\"npm\"}\n",
            "shop.catalog.json is not a snapshot of a catalog.");
        row("no JSON", "SQLite format 3", "shop.catalog.json is not a snapshot of a catalog.");
        row("cut off in the first line", good.first(100),
            "shop.catalog.json cannot be read: the JSON is cut off or garbled in line 1.");
        row("newer", changed("\"version\":1", "\"version\":2"),
            "shop.catalog.json was written by a newer Cadastre (version 2 of the format, this one "
            "reads 1). Open it with that one.");
        row("truncated between lines", good.first(good.indexOf("{\"key\":\"table:public.orders")),
            "shop.catalog.json is truncated: it ends after line 6.");
        row("truncated in a line", good.first(good.indexOf("customer_id\",\"position")),
            "shop.catalog.json cannot be read: an object without a key in line 8.");
        row("truncated at the end", good.chopped(4),
            "shop.catalog.json is truncated: it ends after line 15.");
        row("garbled line", changed("\"position\":2", "\"position\":"),
            "shop.catalog.json cannot be read: the JSON is garbled in line 8.");
        row("wrong type", changed("\"position\":2", "\"position\":\"two\""),
            "shop.catalog.json cannot be read: field \"position\" is wrong in line 8.");
        row("reference to nothing",
            changed("\"references\":\"table:public.customers\"",
                    "\"references\":\"table:public.clients\""),
            "shop.catalog.json cannot be read: field \"references\" is wrong in line 10.");
        row("reference to another kind",
            changed("\"references\":\"table:public.customers\"",
                    "\"references\":\"schema:public\""),
            "shop.catalog.json cannot be read: field \"references\" is wrong in line 10.");
        row("twice", changed("table:public.orders", "table:public.customers"),
            "shop.catalog.json cannot be read: table:public.customers for the second time in line "
            "7.");
        row("unequal columns",
            changed("\"referenced_columns\":[\"column:public.customers.id\"]",
                    "\"referenced_columns\":[\"column:public.customers.id\","
                    "\"column:public.customers.id\"]"),
            "shop.catalog.json cannot be read: a foreign key with unequal column lists in line "
            "10.");
        row("partition of itself",
            changed("{\"key\":\"table:public.customers\"}",
                    "{\"key\":\"table:public.customers\",\"partition_of\":"
                    "\"table:public.customers\"}"),
            "shop.catalog.json cannot be read: customers is a partition of itself in line 16.");
        row("columns of another table",
            changed("\"columns\":[\"column:public.orders.customer_id\"]",
                    "\"columns\":[\"column:public.customers.id\"]"),
            "shop.catalog.json cannot be read: orders_customer_id_fkey has columns of another "
            "table.");
        row("referenced columns of another table",
            changed("\"referenced_columns\":[\"column:public.customers.id\"]",
                    "\"referenced_columns\":[\"column:public.orders.id\"]"),
            "shop.catalog.json cannot be read: orders_customer_id_fkey has columns of another "
            "table.");
        row("two keys",
            changed("{\"key\":\"table:public.customers\"}",
                    "{\"key\":\"table:public.customers\",\"key\":\"schema:customers\"}"),
            "shop.catalog.json cannot be read: its objects have other keys at the second look "
            "than at the first.");
        row("another list", changed("\"grants\":[", "\"gifts\":["),
            "shop.catalog.json cannot be read: \"grants\":[ is missing in line 13.");
    }

    void refuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, message);
        const Result<SourceCatalog> read = readBack(text);
        QVERIFY(!read);
        QCOMPARE(read.error().message, message);
    }

    void anyCutIsNoticed()
    {
        const QByteArray good = shopText();
        for (qsizetype size = 0; size < good.size() - 1; ++size)
            QVERIFY2(!readBack(good.first(size)), qPrintable(QString::number(size)));
        QVERIFY(readBack(good.chopped(1)));
    }

    /// Whatever a file says, it is refused or gives a catalog that can be used.
    void survivesAnyDamage()
    {
        const QByteArray good = snapshotText(test::RandomCatalog(11).make(6));
        QRandomGenerator random(20140301);
        int read = 0;
        for (int round = 0; round < 400; ++round) {
            QByteArray text = good;
            for (int i = 0; i <= round % 3; ++i)
                text[random.bounded(static_cast<int>(text.size()))] =
                    static_cast<char>(random.bounded(32, 127));
            Result<SourceCatalog> result = readBack(text);
            if (!result)
                continue;
            ++read;
            const Catalog catalog(result->objects);
            for (int i = 0; i < static_cast<int>(catalog.objects().tables.size()); ++i)
                QVERIFY(!catalog.keyOf(TableId{i}).parts.isEmpty());
            QVERIFY(!snapshotText(*result).isEmpty());
        }
        QVERIFY(read > 0);
    }

    void writesAndReadsManyTables()
    {
        const SourceCatalog catalog = test::RandomCatalog(7).make(2000);
        QByteArray text;
        QBENCHMARK_ONCE
        {
            text = snapshotText(catalog);
        }
        QVERIFY(*readBack(text) == catalog);
    }
};

QTEST_APPLESS_MAIN(tst_Snapshot)
#include "tst_snapshot.moc"

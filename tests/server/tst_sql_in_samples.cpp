// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The joins in the views, routines and triggers of the samples, as real servers give their texts:
// references that the samples leave undeclared must be among them, and every text must be read.
#include "model/relations/sql/check_lists.h"
#include "model/relations/sql/comment_references.h"
#include "model/relations/sql/sql_joins.h"
#include "tests/server/mariadb_test_database.h"
#include "tests/server/postgresql_test_database.h"
#include "tests/server/read_source.h"
#include "tests/server/sample_scripts.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

class TestSqlInSamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void postgresql();
    void mariadb();
    void sqlite();
};

namespace {

/// "order_items.product_id = products.id", schemas left out, both ways round.
QSet<QString> joinTexts(const Catalog& catalog, const SqlReading& reading)
{
    QSet<QString> texts;
    const auto side = [&](const std::vector<ColumnId>& columns) {
        QStringList names;
        for (ColumnId id : columns)
            names << catalog.column(id).name;
        return QString(catalog.table(catalog.column(columns.front()).table).name +
                       QLatin1Char('.') + names.join(QLatin1Char('+')));
    };
    for (const SqlJoin& join : reading.joins) {
        texts << QString(side(join.left) + QStringLiteral(" = ") + side(join.right));
        texts << QString(side(join.right) + QStringLiteral(" = ") + side(join.left));
    }
    return texts;
}

SqlReading readingOf(const Catalog& catalog)
{
    const std::atomic_bool cancelled = false;
    return readCatalogSql(catalog, cancelled);
}

/// Fails with the list of what was read when one of them is missing.
void expectJoins(const Catalog& catalog, const SqlReading& reading,
                 std::initializer_list<const char*> joins)
{
    const QSet<QString> found = joinTexts(catalog, reading);
    QStringList all(found.begin(), found.end());
    all.sort();
    for (const char* join : joins)
        QVERIFY2(found.contains(QLatin1String(join)),
                 qPrintable(QLatin1String(join) + QStringLiteral(" is not in ") +
                            all.join(QLatin1Char('\n'))));
}

/// Texts that could not be read, but for those that make SQL themselves.
QStringList unread(const SqlReading& reading)
{
    QStringList texts;
    for (const SqlSkipped& skipped : reading.skipped) {
        if (!skipped.why.contains(QLatin1String("makes SQL text itself")))
            texts << QString(skipped.placeName + QStringLiteral(": ") + skipped.why);
    }
    return texts;
}

int listedColumns(const Catalog& catalog, const char* table, const char* column)
{
    const auto values = allowedValues(catalog);
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (catalog.column(it.key()).name == QLatin1String(column) &&
            catalog.table(catalog.column(it.key()).table).name == QLatin1String(table))
            return static_cast<int>(it->size());
    }
    return 0;
}

bool hasArcOfThree(const Catalog& catalog)
{
    const auto sets = exclusiveSets(catalog);
    return std::ranges::any_of(sets, [&](const std::vector<ColumnId>& set) {
        return set.size() == 3 && catalog.table(catalog.column(set.front()).table).name ==
                                      QLatin1String("ledger_entries");
    });
}

bool namesCarrierList(const Catalog& catalog)
{
    const auto said = commentReferences(catalog).misstatements;
    return std::ranges::any_of(said, [](const CommentMisstatement& one) {
        return one.sentence.contains(QLatin1String("`carrier_list`"));
    });
}

} // namespace

void TestSqlInSamples::postgresql()
{
    PostgresTestDatabase database(QStringLiteral("sample_sql"));
    QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
    for (const QString& path : scriptsOf("postgresql"))
        QCOMPARE(database.execute(contentOf(path)), QString());
    const Result<ReadResult> read = readFrom({database.url(), {}, {}, {}});
    QVERIFY2(read.has_value(), read ? "" : qPrintable(errorText(read.error())));
    const Catalog catalog = catalogOf(*read);
    const SqlReading reading = readingOf(catalog);
    QCOMPARE(unread(reading), QStringList());
    QVERIFY(reading.textsRead > 25);
    expectJoins(catalog, reading,
                {"order_items.product_id = products.id",
                 "shipments.warehouse_code = warehouses.code", "invoices.order_id = tmp_orders.id",
                 "tickets.customer_id = customers.id"});
    QCOMPARE(listedColumns(catalog, "products", "type"), 4);
    QVERIFY(hasArcOfThree(catalog));
    QVERIFY(namesCarrierList(catalog));
}

void TestSqlInSamples::mariadb()
{
    MariaDbTestDatabase database(QStringLiteral("sample_sql"));
    QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
    MariaDbSession session(database.serverUrl());
    const QByteArray drop =
        "DROP DATABASE IF EXISTS shop_billing; DROP DATABASE IF EXISTS shop_catalogue; "
        "DROP DATABASE IF EXISTS shop_ordering; DROP DATABASE IF EXISTS shop_support";
    QCOMPARE(session.execute(drop), QString());
    for (const QString& path : scriptsOf("mariadb"))
        QCOMPARE(session.execute(contentOf(path)), QString());
    ReadOptions options;
    options.schemas = {QStringLiteral("shop_*")};
    const Catalog catalog = catalogOf(database.serverUrl(), options);
    (void)session.execute(drop);
    const SqlReading reading = readingOf(catalog);
    QCOMPARE(unread(reading), QStringList());
    QVERIFY(reading.textsRead > 25);
    expectJoins(catalog, reading,
                {"order_items.product_id = products.id",
                 "shipments.warehouse_code = warehouses.code", "invoices.order_id = tmp_orders.id",
                 "tickets.customer_id = customers.id"});
    QCOMPARE(listedColumns(catalog, "products", "type"), 4);
    QVERIFY(hasArcOfThree(catalog));
    QVERIFY(namesCarrierList(catalog));
}

void TestSqlInSamples::sqlite()
{
    const Result<ReadResult> read =
        readFrom({QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite"), {}, {}, {}});
    QVERIFY2(read.has_value(), read ? "" : qPrintable(errorText(read.error())));
    const Catalog catalog = catalogOf(*read);
    const SqlReading reading = readingOf(catalog);
    QCOMPARE(unread(reading), QStringList());
    QCOMPARE(reading.textsRead, 15 + 11);
    expectJoins(catalog, reading,
                {"order_items.product_id = products.id",
                 "shipments.warehouse_code = warehouses.code", "invoices.order_id = tmp_orders.id",
                 "tickets.customer_id = customers.id"});
    QCOMPARE(listedColumns(catalog, "products", "type"), 4);
    QVERIFY(hasArcOfThree(catalog));
}

QTEST_GUILESS_MAIN(TestSqlInSamples)
#include "tst_sql_in_samples.moc"

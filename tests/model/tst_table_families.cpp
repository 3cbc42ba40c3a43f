// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/catalog/table_families.h"
#include "tests/support/schema_text.h"

#include <QtTest>

using namespace cadastre;

namespace {

/// Tables of four common columns, except those written "name!", which have others.
std::shared_ptr<const Catalog> catalogOf(const QString& names)
{
    QString text;
    for (QString name : names.split(QLatin1Char(' '))) {
        const bool other = name.endsWith(QLatin1Char('!'));
        name.remove(QLatin1Char('!'));
        text += name + QLatin1Char('\n');
        for (const char* column : {"id", "name", "total", "placed"})
            text += QStringLiteral("  %1%2 text\n")
                        .arg(other ? name : QString(), QLatin1String(column));
    }
    return test::SchemaText::catalog(text);
}

/// "representative: member (rule), member (rule)" per family.
QStringList described(const Catalog& catalog)
{
    QStringList lines;
    for (const TableFamily& family : tableFamilies(catalog)) {
        QStringList members;
        for (const FamilyMember& member : family.members)
            members << QStringLiteral("%1 (%2)").arg(catalog.table(member.table).name,
                                                     tableFamilyRuleName(member.rule));
        lines << QStringLiteral("%1: %2").arg(catalog.table(family.representative).name,
                                              members.join(QStringLiteral(", ")));
    }
    return lines;
}

} // namespace

class TestTableFamilies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folds_data();
    void folds();
    void foldsPartitionsOfPartitions();
    void needsMostColumns();
    void leavesAloneWhatOthersReferTo();
    void staysInsideASchema();
};

void TestTableFamilies::folds_data()
{
    QTest::addColumn<QString>("names");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* names, const char* expected) {
        QTest::newRow(names) << QString::fromLatin1(names)
                             << QString::fromLatin1(expected).split(QLatin1Char(';'),
                                                                    Qt::SkipEmptyParts);
    };
    row("orders orders_2019", "orders: orders_2019 (copy of a year or day)");
    row("orders orders_2019_03", "orders: orders_2019_03 (copy of a year or day)");
    row("orders orders_y2019m03", "orders: orders_y2019m03 (copy of a year or day)");
    row("orders orders20190301", "orders: orders20190301 (copy of a year or day)");
    row("orders_2018 orders_2019", "orders_2019: orders_2018 (copy of a year or day)");
    row("orders orders_bak", "orders: orders_bak (backup copy)");
    row("orders bak_orders", "orders: bak_orders (backup copy)");
    row("x x_backup_20200101", "x: x_backup_20200101 (copy of a year or day)");
    row("x x_backup x_backup_20200101",
        "x: x_backup (backup copy), x_backup_20200101 (copy of a year or day)");
    row("x _x_new _x_gho _x_old x_new",
        "x: _x_gho (left by a migration), _x_new (left by a migration), "
        "_x_old (left by a migration), x_new (left by a migration)");
    row("x _x_ghc!", "x: _x_ghc (left by a migration)");
    row("orders orders_copy orders_copy1", "orders: orders_copy (copy), orders_copy1 (copy)");
    row("orders tmp_orders", "orders: tmp_orders (copy)");
    row("Orders OrdersBackup ordersTmp", "Orders: OrdersBackup (backup copy), ordersTmp (copy)");
    row("orders orders_old2", "orders: orders_old2 (backup copy)");

    row("tmp_orders", "");
    row("orders_2019", "");
    row("orders_bak", "");
    row("log log_2fa", "");
    row("address address_2", "");
    row("orders orders_2", "");
    row("orders orders_archive", "");
    row("orders orders_history", "");
    row("orders orders_bak!", "");
    row("windows windows_2000!", "");
    row("threshold thresh", "");
    row("renew _renew", "");
    row("products products_v2", "");
    row("orders orders_9999", "");
}

void TestTableFamilies::folds()
{
    QFETCH(QString, names);
    QFETCH(QStringList, expected);
    QCOMPARE(described(*catalogOf(names)), expected);
}

void TestTableFamilies::foldsPartitionsOfPartitions()
{
    const auto catalog =
        test::catalogFromText("events\n  id integer\n"
                              "partition events_eu of events\n  id integer\n"
                              "partition events_eu_a of events_eu\n  id integer\n");
    QCOMPARE(described(*catalog),
             QStringList{QStringLiteral("events: events_eu (partition), events_eu_a (partition)")});
}

void TestTableFamilies::needsMostColumns()
{
    const auto copyOf = [](const char* columns) {
        QString text = QStringLiteral("t\n  a x\n  b x\n  c x\n  d x\n  e x\n  f x\nt_old\n");
        for (const QString& column : QString::fromLatin1(columns).split(QLatin1Char(' ')))
            text += QStringLiteral("  %1 x\n").arg(column);
        return tableFamilies(*test::SchemaText::catalog(text)).size();
    };
    QCOMPARE(copyOf("a b c"), std::size_t(1));
    QCOMPARE(copyOf("a b c y"), std::size_t(1));
    QCOMPARE(copyOf("a b"), std::size_t(0));
    QCOMPARE(copyOf("a b y z"), std::size_t(0));
}

void TestTableFamilies::leavesAloneWhatOthersReferTo()
{
    const char* const tables = "plans\n  id integer pk\n  name text\n"
                               "plans_old\n  id integer pk\n  name text\n";
    QCOMPARE(tableFamilies(*test::catalogFromText(tables)).size(), std::size_t(1));
    const QByteArray used = QByteArray(tables) + "contracts\n  plan_id integer > plans_old.id\n";
    QCOMPARE(tableFamilies(*test::catalogFromText(used.constData())).size(), std::size_t(0));
}

void TestTableFamilies::staysInsideASchema()
{
    const auto catalog = test::catalogFromText("a.orders\n  id integer\n  name text\n"
                                               "b.orders_bak\n  id integer\n  name text\n");
    QCOMPARE(described(*catalog), QStringList());
}

QTEST_GUILESS_MAIN(TestTableFamilies)
#include "tst_table_families.moc"

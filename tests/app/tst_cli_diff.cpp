// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// cadastre diff as a person or a script runs it: golden texts of every format, exit statuses, the
// same bytes for the same input, hostile names, and what is asked for wrongly.
#include "tests/app/cli_fixture.h"
#include "tests/support/golden.h"
#include "tests/support/sqlite_file.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace cadastre;
using test::runCadastre;

namespace {

QByteArray beforeScript()
{
    return "CREATE TABLE customers (id INTEGER PRIMARY KEY, email VARCHAR(80), fax TEXT);"
           "CREATE TABLE orders (id INTEGER PRIMARY KEY,"
           " customer_id INTEGER REFERENCES customers (id), total NUMERIC(10,2), note TEXT);"
           "CREATE TABLE tmp_import (x TEXT);"
           "CREATE INDEX orders_total ON orders (total);"
           "CREATE VIEW order_totals AS SELECT total FROM orders;"
           "CREATE TABLE \"we\"\"ird | <b>\" (\"two\nlines\" TEXT);";
}

QByteArray afterScript()
{
    return "CREATE TABLE customers (id INTEGER PRIMARY KEY, email VARCHAR(40) NOT NULL);"
           "CREATE TABLE orders (id INTEGER PRIMARY KEY,"
           " customer_id INTEGER REFERENCES customers (id) ON DELETE CASCADE,"
           " total NUMERIC(12,2) DEFAULT 0, note TEXT,"
           " voucher_id INTEGER REFERENCES vouchers (id));"
           "CREATE TABLE vouchers (id INTEGER PRIMARY KEY, code TEXT UNIQUE);"
           "CREATE VIEW order_totals AS SELECT total, note FROM orders;"
           "CREATE TABLE \"we\"\"ird | <b>\" (\"two\nlines\" TEXT, \"\x1b[31mred\" INTEGER);";
}

QStringList words(const char* text)
{
    return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QByteArray withoutVersion(QByteArray text)
{
    static const QRegularExpression version(QStringLiteral("\\(SQLite [0-9.]+\\)"));
    static const QRegularExpression escaped(QStringLiteral("\\\\\\(SQLite [0-9.]+\\\\\\)"));
    return QString::fromUtf8(text)
        .replace(version, QStringLiteral("(SQLite)"))
        .replace(escaped, QStringLiteral("(SQLite)"))
        .toUtf8();
}

} // namespace

class tst_CliDiff : public QObject
{
    Q_OBJECT

    test::SqliteFolder m_folder;
    QString m_before;
    QString m_after;

private Q_SLOTS:
    void initTestCase()
    {
        m_before = m_folder.make(beforeScript(), QStringLiteral("before.db"));
        m_after = m_folder.make(afterScript(), QStringLiteral("after.db"));
    }

    void formats_data()
    {
        QTest::addColumn<QString>("golden");
        QTest::newRow("text") << QStringLiteral("difference.txt");
        QTest::newRow("markdown") << QStringLiteral("difference.md");
        QTest::newRow("json") << QStringLiteral("difference.json");
    }

    void formats()
    {
        QFETCH(QString, golden);
        const QStringList arguments =
            words("diff --format") +
            QStringList{QString::fromUtf8(QTest::currentDataTag()), m_before, m_after};
        const auto result = runCadastre(arguments);
        QCOMPARE(result.errors, QByteArray());
        QCOMPARE(result.status, 1);
        QVERIFY(!result.output.contains('\x1b'));
        QVERIFY(
            test::matchesGolden(withoutVersion(result.output), QStringLiteral("golden/") + golden));
        QProcessEnvironment elsewhere = QProcessEnvironment::systemEnvironment();
        elsewhere.insert(QStringLiteral("LC_ALL"), QStringLiteral("de_DE.UTF-8"));
        elsewhere.insert(QStringLiteral("QT_HASH_SEED"), QStringLiteral("4711"));
        QCOMPARE(runCadastre(arguments, elsewhere).output, result.output);
    }

    void jsonIsJson()
    {
        const auto result =
            runCadastre(words("diff --format json") + QStringList{m_before, m_after});
        const QJsonObject object = QJsonDocument::fromJson(result.output).object();
        QCOMPARE(object.value(QLatin1String("format")).toString(),
                 QStringLiteral("cadastre-difference"));
        const QJsonArray changes = object.value(QLatin1String("changes")).toArray();
        QCOMPARE(changes.size(), object.value(QLatin1String("added")).toInt() +
                                     object.value(QLatin1String("removed")).toInt() +
                                     object.value(QLatin1String("altered")).toInt());
    }

    void nothingDiffers()
    {
        const auto same = runCadastre(words("diff") + QStringList{m_before, m_before});
        QCOMPARE(same.status, 0);
        QVERIFY(same.output.contains("Nothing changed."));
        // nor from its own snapshot
        const QString snapshot = m_folder.path(QStringLiteral("before.catalog.json"));
        QCOMPARE(runCadastre(words("read -o") + QStringList{snapshot, m_before}).status, 0);
        QCOMPARE(runCadastre(words("diff") + QStringList{snapshot, m_before}).status, 0);
        QCOMPARE(runCadastre(words("diff") + QStringList{snapshot, m_after}).status, 1);
    }

    void onlyAndIgnore()
    {
        const auto only =
            runCadastre(words("diff --only indexes") + QStringList{m_before, m_after});
        QCOMPARE(only.status, 1);
        QVERIFY(only.output.contains("- index orders.orders_total"));
        QVERIFY(!only.output.contains("customers"));
        const auto ignore =
            runCadastre(words("diff --ignore tables,columns,constraints,indexes,views") +
                        QStringList{m_before, m_after});
        QVERIFY2(ignore.status == 0, ignore.output);
    }

    void aFileIsWritten()
    {
        const QString file = m_folder.path(QStringLiteral("changes.md"));
        const auto result =
            runCadastre(words("diff --format markdown -o") + QStringList{file, m_before, m_after});
        QCOMPARE(result.status, 1);
        QCOMPARE(result.output, QByteArray());
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(written.readAll().startsWith("# What changed"));
    }

    void notDone_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("one database")
            << QStringLiteral("diff BEFORE") << QStringLiteral("diff compares two");
        QTest::newRow("no such file") << QStringLiteral("diff BEFORE /nonexistent/x.db")
                                      << QStringLiteral("/nonexistent/x.db");
        QTest::newRow("format") << QStringLiteral("diff BEFORE AFTER --format xml")
                                << QStringLiteral("text, markdown or json");
        QTest::newRow("area") << QStringLiteral("diff BEFORE AFTER --only colums")
                              << QStringLiteral("\"colums\"");
        QTest::newRow("schema") << QStringLiteral("diff BEFORE AFTER --schema main")
                                << QStringLiteral("--schema takes A=B");
        QTest::newRow("unknown schema")
            << QStringLiteral("diff BEFORE AFTER --schema x=main") << QStringLiteral("no schema x");
    }

    void notDone()
    {
        QFETCH(QString, arguments);
        QFETCH(QString, sentence);
        const auto result = runCadastre(arguments.replace(QLatin1String("BEFORE"), m_before)
                                            .replace(QLatin1String("AFTER"), m_after)
                                            .split(QLatin1Char(' ')));
        QCOMPARE(result.status, 2);
        QCOMPARE(result.output, QByteArray());
        QVERIFY2(result.errors.contains(sentence.toUtf8()), result.errors);
    }
};

QTEST_GUILESS_MAIN(tst_CliDiff)
#include "tst_cli_diff.moc"

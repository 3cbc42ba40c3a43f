// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// cadastre context: options, what is refused and why, and the same bytes each time.
#include "tests/app/cli_fixture.h"
#include "tests/support/sqlite_file.h"

#include <QFile>
#include <QTest>

using namespace cadastre;
using test::runCadastre;

class TestCliContext : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everything();
    void options_data();
    void options();
    void refused_data();
    void refused();
    void theBudgetWarns();
    void intoAFile();
    void theSampleIsKnown();

private:
    [[nodiscard]] test::CommandResult context(const QStringList& words) const
    {
        return runCadastre(QStringList{QStringLiteral("context"), m_database} + words);
    }

    test::SqliteFolder m_folder;
    QString m_database;
};

void TestCliContext::initTestCase()
{
    m_database =
        m_folder.make("CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL,"
                      " status TEXT CHECK (status IN ('hidden', 'open')));"
                      "CREATE TABLE orders (id INTEGER PRIMARY KEY,"
                      " customer_id INTEGER NOT NULL REFERENCES customers (id), total NUMERIC);"
                      "CREATE TABLE \"order, items\" (id INTEGER PRIMARY KEY,"
                      " order_id INTEGER REFERENCES orders (id));"
                      "CREATE TABLE apart (\"two\nlines\" TEXT);",
                      QStringLiteral("shop.db"));
}

void TestCliContext::everything()
{
    const test::CommandResult first = context({});
    QCOMPARE(first.status, 0);
    QCOMPARE(first.errors, QByteArray());
    QVERIFY2(first.output.startsWith("cadastre context 1\n"), first.output.constData());
    for (const char* line : {"\ntable customers\n", "\n  column name : TEXT ; not null\n",
                             "\n  join customers on orders.customer_id = customers.id ; declared\n",
                             "\n  column unwritable \"two\\u{a}lines\" : TEXT\n",
                             "\ntold 4 in full ; 0 by one line\n"})
        QVERIFY2(first.output.contains(line), QByteArray(line + first.output).constData());
    QVERIFY(!first.output.contains("hidden"));
    QCOMPARE(context({}).output, first.output);
}

void TestCliContext::options_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QByteArray>("has");
    QTest::addColumn<QByteArray>("hasNot");
    const auto row = [](const char* words, const char* has, const char* hasNot) {
        QTest::newRow(words) << QString::fromUtf8(words) << QByteArray(has) << QByteArray(hasNot);
    };
    row("--values", "values \"hidden\", \"open\"", "left-out");
    row("--tables orders", "\nalso table customers ; 3 columns", "\ntable apart");
    row("--tables orders,customers", "told 2 in full", "\ntable apart");
    row("--tables=\"order, items\"", "\ntable \"order, items\"\n", "\ntable apart");
    row("--around orders", "told 3 in full", "\ntable apart");
    row("--around customers --depth 2", "told 3 in full", "\ntable apart");
    row("--budget 0", "told 4 in full", "left-out");
    row("--min-confidence 1", "declared", "inferred 0");
}

void TestCliContext::options()
{
    QFETCH(QString, words);
    QFETCH(QByteArray, has);
    QFETCH(QByteArray, hasNot);
    const QStringList list = words.contains(QLatin1Char('"'))
                                 ? QStringList{words}
                                 : words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const test::CommandResult result = context(list);
    QVERIFY2(result.status == 0, result.errors.constData());
    QVERIFY2(result.output.contains(has), result.output.constData());
    // the preamble explains the words of the format
    QVERIFY2(!result.output.mid(result.output.indexOf("\nsource ")).contains(hasNot),
             result.output.constData());
}

void TestCliContext::refused_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const char* words, const char* error) {
        QTest::newRow(words) << QString::fromUtf8(words) << QByteArray(error);
    };
    row("--tables nothing", "nothing");
    row("--tables orders.total", "--tables takes tables and views; orders.total is none.");
    row("--tables ,", "--tables takes names, separated by commas.");
    row("--tables orders --around customers", "Choose one of --tables and --around.");
    row("--depth 2", "--depth needs --around TABLE.");
    row("--around orders --depth 9", "--depth");
    row("--budget 10", "--budget takes at least 500 tokens, or 0 for no limit.");
    row("--budget many", "--budget");
    row("--rows", "--rows");
}

void TestCliContext::refused()
{
    QFETCH(QString, words);
    QFETCH(QByteArray, error);
    const test::CommandResult result = context(words.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    QCOMPARE(result.status, 2);
    QVERIFY2(result.errors.contains(error), result.errors.constData());
    QCOMPARE(result.output, QByteArray());
}

void TestCliContext::theBudgetWarns()
{
    QByteArray script;
    for (int i = 0; i < 120; ++i)
        script += QStringLiteral("CREATE TABLE thing%1 (id INTEGER PRIMARY KEY, title TEXT);")
                      .arg(i)
                      .toUtf8();
    const QString database = m_folder.make(script, QStringLiteral("many.db"));
    const test::CommandResult result = runCadastre(
        {QStringLiteral("context"), database, QStringLiteral("--budget"), QStringLiteral("1000")});
    QCOMPARE(result.status, 0);
    QVERIFY2(result.errors.contains("of 120 tables and views did not fit into 1000 tokens."),
             result.errors.constData());
    QVERIFY(result.output.contains("\nleft-out "));
}

void TestCliContext::intoAFile()
{
    const QString file = m_folder.path(QStringLiteral("context.txt"));
    const test::CommandResult result = context({QStringLiteral("-o"), file});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.output, QByteArray());
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), context({}).output);
}

/// What a reader of the sample has to be told.
void TestCliContext::theSampleIsKnown()
{
    const test::CommandResult result =
        runCadastre({QStringLiteral("context"),
                     QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite"),
                     QStringLiteral("--tables"),
                     QStringLiteral("tmp_orders,order_items,notifications,ticketMessages")});
    QCOMPARE(result.status, 0);
    for (const char* line :
         {"  warning the name says temporary, but ",
          "  join products on order_items.product_id = products.id ; inferred 0.",
          "  chosen resource_id ; the table is named by resource_type, whose values are not known",
          "  join customers on ticketMessages.authorId = customers.id and "
          "ticketMessages.authorType = 'customer' ; inferred "})
        QVERIFY2(result.output.contains(line), QByteArray(line + result.output).constData());
}

QTEST_GUILESS_MAIN(TestCliContext)
#include "tst_cli_context.moc"

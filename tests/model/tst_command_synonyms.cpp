// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which commands the palette finds by which words, and which it must not; and which words name
// tables whose way to join may be asked for.
#include "model/search/command_synonyms.h"
#include "model/search/joined_tables.h"
#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;

class tst_CommandSynonyms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("found");
        const auto row = [](const char* words, const char* found) {
            QTest::newRow(words) << QString::fromUtf8(words) << QString::fromUtf8(found);
        };
        row("font", "Larger text|Smaller text");
        row("text", "Larger text|Smaller text");
        row("larger", "Larger text");
        row("picture", "Export diagram");
        row("theme", "Dark");
        row("exprt", "Export diagram");                // one slip
        row("expdia", "Export diagram");               // beginnings of its words
        row("diagram", "Export diagram|Lay out anew"); // the other one's menu says so
        row("layout", "Export diagram|Lay out anew");
        row("hints", "Show hints again");
        row("sho hin", "Show hints again");
        row("shortcuts", "Keys and gestures");
        row("zzz", "");
        row("gain", ""); // inside of "again"
        row("fron", ""); // "from" is only spelled alike
    }
    void finds()
    {
        QFETCH(QString, words);
        QFETCH(QString, found);
        struct
        {
            const char* title;
            const char* path;
            const char* sentence;
        } const commands[] = {
            {"Larger text", "View", "Texts of the window one step larger"},
            {"Smaller text", "View", "Texts of the window one step smaller"},
            {"Export diagram", "File", "What is shown as SVG, PDF or PNG"},
            {"Dark", "View › Look", ""},
            {"Lay out anew", "Diagram", "Forgets what was moved by hand"},
            {"Show hints again", "Help", "The hints of the first run, from the beginning"},
            {"Keys and gestures", "Help", "What the keys do"},
        };
        QStringList titles;
        for (const auto& each : commands) {
            const QString title = QString::fromUtf8(each.title);
            if (commandTextScore(words.split(QLatin1Char(' ')), title, QString::fromUtf8(each.path),
                                 QString::fromUtf8(each.sentence)) > 0)
                titles << title;
        }
        QCOMPARE(titles.join(QLatin1Char('|')), found);
    }

    void whatIsCalledSoComesFirst()
    {
        const QStringList font{QStringLiteral("text")};
        const int own = commandTextScore(font, QStringLiteral("Larger text"), {}, {});
        const int other =
            commandTextScore({QStringLiteral("font")}, QStringLiteral("Larger text"), {}, {});
        const int said =
            commandTextScore(font, QStringLiteral("Zoom in"), {}, QStringLiteral("Also of text"));
        QVERIFY(own > other);
        QVERIFY(other > said);
        QVERIFY(said > 0);
    }

    void namesTablesToJoin_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("tables");
        const auto row = [](const char* text, const char* tables) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(tables);
        };
        row("orders refunds", "tmp_orders refunds");
        row("how do orders and refunds join", ""); // "join" names nothing
        row("order refund", "tmp_orders refunds");
        row("refunds customers orders", "refunds customers tmp_orders");
        row("order_items customers", "order_items customers");
        row("order items", ""); // the name of a table
        row("customers", "");
        row("customers email", "");
        row("orders tmp", ""); // the same one twice
        row("orders -refunds", "");
        row("orders kind:table refunds", "");
        row("customers|orders refunds", "");
    }
    void namesTablesToJoin()
    {
        QFETCH(QString, text);
        QFETCH(QString, tables);
        QueryFacts facts;
        facts.catalog = test::SchemaText::catalog(QStringLiteral(
            "customers\n  id integer pk\n  email text\norder_items\n  id integer pk\n"
            "orders_bak_2019\n  id integer\nrefunds\n  id integer pk\ntmp_orders\n"
            "  id integer pk\nview v_orders\n  id integer\n"));
        const QueryIndex index(facts);
        QStringList names;
        for (const TableId table : tablesToJoin(index, parseObjectQuery(text), {}))
            names << index.catalog().table(table).name;
        QCOMPARE(names.join(QLatin1Char(' ')), tables);
    }
};

QTEST_GUILESS_MAIN(tst_CommandSynonyms)
#include "tst_command_synonyms.moc"

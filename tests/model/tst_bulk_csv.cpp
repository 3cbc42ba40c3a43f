// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Comments from CSV: quotes, encodings, headers of other programs, and what is wrong in which line.
#include "model/notes/bulk/comment_sources.h"
#include "model/notes/bulk/csv_table.h"
#include "tests/support/schema_text.h"

#include <QRandomGenerator>
#include <QTest>

using namespace cadastre;

namespace {

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

std::shared_ptr<const Catalog> shop()
{
    return test::catalogFromText("orders // old words\n"
                                 "  id integer pk\n"
                                 "  status integer // @values 0=new\n"
                                 "billing.orders\n"
                                 "  id integer pk\n"
                                 "billing.invoices\n"
                                 "  id integer pk\n"
                                 "billing.twice\n"
                                 "  id integer pk\n"
                                 "support.twice\n"
                                 "  id integer pk\n");
}

QString shown(const std::vector<CsvRow>& rows)
{
    QStringList lines;
    for (const CsvRow& row : rows)
        lines << QStringLiteral("%1:%2").arg(row.line).arg(row.fields.join(QLatin1Char('|')));
    return lines.join(QLatin1Char('/'));
}

} // namespace

class tst_BulkCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rows_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QString>("rows");
        const auto row = [](const char* name, const QByteArray& data, const char* rows) {
            QTest::newRow(name) << data << u(rows);
        };
        row("empty", "", "");
        row("plain", "a,b\nc,d\n", "1:a|b/2:c|d");
        row("without the last newline", "a,b\nc,d", "1:a|b/2:c|d");
        row("CRLF", "a,b\r\nc,d\r\n", "1:a|b/2:c|d");
        row("CR", "a,b\rc,d", "1:a|b/2:c|d");
        row("empty fields", "a,,b\n,,\n", "1:a||b/2:||");
        row("empty lines", "\na,b\n\n\nc,d\n", "2:a|b/5:c|d");
        row("quotes", "\"a, \"\"b\"\"\",c", "1:a, \"b\"|c");
        row("quoted newlines", "a,\"b\nc\r\nd\"\ne,f", "1:a|b\nc\r\nd/4:e|f");
        row("empty quotes", "\"\",\"\"", "1:|");
        row("blanks stay", " a , b ", "1: a | b ");
        row("byte order mark",
            "\xef\xbb\xbf"
            "a,b",
            "1:a|b");
        row("semicolons", "a;b\nc,d;e", "1:a|b/2:c,d|e");
        row("tabs", "a\tb\nc\td", "1:a|b/2:c|d");
        row("a quoted separator does not count", "\"a;;;\",b\nc,d", "1:a;;;|b/2:c|d");
        row("UTF-8", "\xc3\xa4,\xf0\x9f\x98\x80", "1:\u00e4|\U0001f600");
    }

    void rows()
    {
        QFETCH(QByteArray, data);
        const auto rows = parseCsv(data);
        QVERIFY2(rows, rows ? "" : qPrintable(rows.error().message));
        QTEST(shown(*rows), "rows");
    }

    void everythingComesBack()
    {
        QRandomGenerator random(23);
        const QString letters = u("ab,;\"\n\r\t \u00e4");
        for (int round = 0; round < 5000; ++round) {
            QString data = u("x,y\n");
            QStringList fields;
            for (int i = 0; i < 2; ++i) {
                QString field;
                for (int length = random.bounded(8); length > 0; --length)
                    field += letters[random.bounded(letters.size())];
                fields << field;
                data += (i > 0 ? u(",\"") : u("\"")) + field.replace(u("\""), u("\"\"")) + u("\"");
            }
            const auto rows = parseCsv(data.toUtf8());
            QVERIFY(rows);
            QCOMPARE(rows->size(), std::size_t(2));
            QCOMPARE(rows->at(1).fields, fields);
        }
    }

    void noCsv_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* name, const QByteArray& data, const char* sentence) {
            QTest::newRow(name) << data << u(sentence);
        };
        row("never closed", "table,comment\na,\"b\nc\n", "Line 2:");
        row("text behind", "table,comment\na,\"b\"c\n", "Line 2:");
        row("quote inside", "table,comment\n\na,b\"c\"\n", "Line 3:");
        row("Latin-1", "table,comment\na,\xe4\n", "Line 2:");
        row("UTF-16", "\xff\xfet\0a\0", "UTF-16");
        row("NUL", QByteArray("table,comment\na,\0\n", 18), "Line 2:");
        row("no header", "orders,id,Number\n", "Line 1:");
        row("no comment", "table,column\n", "Line 1:");
        row("twice", "table,comment,description\n", "Line 1: the header has two fields");
        row("empty", "", "empty");
    }

    void noCsv()
    {
        QFETCH(QByteArray, data);
        QFETCH(QString, sentence);
        const auto comments = commentsOfCsv(*shop(), SourceId{0}, data);
        QVERIFY(!comments);
        QVERIFY2(comments.error().message.contains(sentence), qPrintable(comments.error().message));
    }

    void headers_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::newRow("as documented") << QByteArray("table,column,comment\norders,status,S\n");
        QTest::newRow("other order") << QByteArray("comment,table,column\nS,orders,status\n");
        QTest::newRow("of other programs")
            << QByteArray("TABLE_SCHEMA;Table Name;COLUMN_NAME;type;Description\n"
                          "public;orders;status;integer;S\n");
        QTest::newRow("blanks") << QByteArray(" table , column , comment \n orders , status ,S\n");
    }

    void headers()
    {
        QFETCH(QByteArray, data);
        const auto catalog = shop();
        const auto comments = commentsOfCsv(*catalog, SourceId{0}, data);
        QVERIFY2(comments, comments ? "" : qPrintable(comments.error().message));
        QCOMPARE(comments->remarks, QStringList());
        QCOMPARE(comments->comments.size(), std::size_t(1));
        QCOMPARE(catalog->displayName(comments->comments[0].object), u("orders.status"));
        QCOMPARE(comments->comments[0].text, u("S"));
    }

    void objects()
    {
        const auto catalog = shop();
        const auto comments = commentsOfCsv(*catalog, SourceId{0},
                                            "table,column,comment\n"
                                            "orders,,Orders\n"
                                            "billing.orders,id,Number\n"
                                            "invoices,,Invoices\n"
                                            "twice,,Which\n"
                                            "order,,Typo\n"
                                            "orders,state,Typo\n"
                                            "orders,,Again\n"
                                            ",id,No table\n"
                                            "orders,id\n"
                                            "public.\"orders\",id,x\n");
        QVERIFY(!comments);
        QVERIFY(comments.error().message.startsWith(u("Line 11:")));

        const auto sound = commentsOfCsv(*catalog, SourceId{0},
                                         "table,column,comment\n"
                                         "orders,,Orders\n"
                                         "billing.orders,id,Number\n"
                                         "invoices,,Invoices\n"
                                         "twice,,Which\n"
                                         "order,,Typo\n"
                                         "orders,state,Typo\n"
                                         "orders,,Again\n"
                                         ",id,No table\n"
                                         "orders,id\n");
        QVERIFY(sound);
        QStringList names;
        for (const IncomingComment& comment : sound->comments)
            names << catalog->displayName(comment.object);
        QCOMPARE(names, (QStringList{u("orders"), u("billing.orders.id"), u("billing.invoices")}));
        QCOMPARE(sound->remarks,
                 (QStringList{
                     u("Line 5: several schemas have a table twice; name the schema."),
                     u("Line 6: there is no table order."),
                     u("Line 7: orders has no column state."),
                     u("Line 8: orders stands in line 2 already."),
                     u("Line 9: the table is missing."),
                     u("Line 10: 2 fields, but the header has 3."),
                 }));
        QCOMPARE(sound->unusableLines, 6);
    }

    void notesThatAreHereStay()
    {
        const auto catalog = shop();
        const CommentedCatalog commented(catalog, {});
        const auto comments = commentsOfCsv(*catalog, SourceId{0},
                                            "table,column,comment\n"
                                            "orders,status,State of the order\n");
        const BulkList list = compareIncoming(commented, SourceId{0}, *comments, false);
        QCOMPARE(list.proposals.size(), std::size_t(1));
        QCOMPARE(list.proposals[0].edit.after, u("State of the order\n@values 0=new"));
        QVERIFY(!list.proposals[0].ticked);
    }
};

QTEST_APPLESS_MAIN(tst_BulkCsv)
#include "tst_bulk_csv.moc"

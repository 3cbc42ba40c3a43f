// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Everything that the commands print about hostile names, compared with golden files; and the same
// bytes for the same input, whatever the locale, and whether a database or its snapshot is read.
#include "tests/app/cli_fixture.h"
#include "tests/support/golden.h"
#include "tests/support/sqlite_file.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace cadastre;
using test::runCadastre;

namespace {

/// Quotes, markup, a newline, an emoji, right-to-left text, 63 bytes.
QByteArray hostileSchema()
{
    return "CREATE TABLE \"we\"\"ird\" (\"i'd\" INTEGER PRIMARY KEY, \"<b>&amp;\" TEXT NOT NULL);"
           "CREATE TABLE \"a.b\" (\"pipe|d\" INTEGER REFERENCES \"we\"\"ird\" (\"i'd\"),"
           " \"two\nlines\tand tab\" TEXT, \"back\\slash`tick\" TEXT);"
           "CREATE TABLE \"\xf0\x9f\xa6\x84 unicorn\" (id INTEGER PRIMARY KEY,"
           " \"\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d\" INTEGER REFERENCES \"a.b\" (\"pipe|d\"));"
           "CREATE TABLE \"x23456789012345678901234567890123456789012345678901234567890123\""
           " (\"select\" INTEGER, \"]]>--\" INTEGER REFERENCES \"\xf0\x9f\xa6\x84 unicorn\" (id),"
           " \"{}\" TEXT DEFAULT '</text>');"
           "CREATE VIEW \"v <i>\" AS SELECT \"i'd\" AS \"@\" FROM \"we\"\"ird\";";
}

QStringList words(const char* text)
{
    return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class tst_CliGolden : public QObject
{
    Q_OBJECT

    test::SqliteFolder m_folder;
    QString m_database;

private Q_SLOTS:
    void initTestCase()
    {
        m_database = m_folder.make(hostileSchema(), QStringLiteral("hostile.db"));
    }

    void relations_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("golden");
        QTest::newRow("tsv") << QStringLiteral("tsv") << QStringLiteral("hostile.tsv");
        QTest::newRow("json") << QStringLiteral("json") << QStringLiteral("hostile.relations.json");
        QTest::newRow("markdown") << QStringLiteral("markdown") << QStringLiteral("hostile.md");
    }

    void relations()
    {
        QFETCH(QString, format);
        QFETCH(QString, golden);
        const auto result =
            runCadastre(words("relations --declared --format") + QStringList{format, m_database});
        QCOMPARE(result.errors, QByteArray());
        QCOMPARE(result.status, 0);
        QVERIFY(test::matchesGolden(result.output, QStringLiteral("golden/") + golden));
    }

    void snapshot()
    {
        auto result = runCadastre(words("read -o -") + QStringList{m_database});
        QCOMPARE(result.status, 0);
        result.output.replace(m_folder.folder().toUtf8(), "FOLDER");
        static const QRegularExpression version(
            QStringLiteral("\"version\":\"[0-9.]+\",\"version_number\":[0-9]+"));
        const QString text = QString::fromUtf8(result.output)
                                 .replace(version, QStringLiteral("\"version\":\"VERSION\""));
        QVERIFY(test::matchesGolden(text.toUtf8(), QStringLiteral("golden/hostile.catalog.json")));
    }

    void diagramAsDot()
    {
        const auto result =
            runCadastre(words("diagram --declared -o - --format dot") + QStringList{m_database});
        QCOMPARE(result.errors, QByteArray());
        QCOMPARE(result.status, 0);
        QVERIFY(test::matchesGolden(test::withoutCoordinates(result.output),
                                    QStringLiteral("golden/hostile.dot")));
    }

    /// The golden file has what people read and programs find; how it is painted is tested
    /// elsewhere.
    void diagramAsSvg()
    {
        const auto result =
            runCadastre(words("diagram --declared -o - --format svg") + QStringList{m_database});
        QCOMPARE(result.errors, QByteArray());
        QCOMPARE(result.status, 0);
        QStringList lines;
        QXmlStreamReader xml(result.output);
        while (!xml.atEnd()) {
            xml.readNext();
            const auto key = xml.attributes().value(QLatin1String("data-key"));
            if (xml.isStartElement() && !key.isEmpty())
                lines << QString(QStringLiteral("key ") + key);
            if (xml.isCharacters() && !xml.isWhitespace() && !xml.text().startsWith(u"text{"))
                lines << QString(QStringLiteral("text ") + xml.text());
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(test::matchesGolden(lines.join(QLatin1Char('\n')).toUtf8(),
                                    QStringLiteral("golden/hostile.svg.txt")));
    }

    void sameInputSameBytes_data()
    {
        QTest::addColumn<QString>("command");
        for (const char* command :
             {"diagram --format svg", "diagram --format png", "diagram --format pdf",
              "diagram --format dot", "diagram --format svg --dark", "relations", "read"})
            QTest::newRow(command) << QString::fromLatin1(command);
    }

    void sameInputSameBytes()
    {
        QFETCH(QString, command);
        const QStringList arguments =
            words(qPrintable(command)) + words("-o -") + QStringList{m_database};
        const auto first = runCadastre(arguments);
        QCOMPARE(first.status, 0);
        QVERIFY(!first.output.isEmpty());
        QProcessEnvironment elsewhere = QProcessEnvironment::systemEnvironment();
        elsewhere.insert(QStringLiteral("LC_ALL"), QStringLiteral("de_DE.UTF-8"));
        elsewhere.insert(QStringLiteral("TZ"), QStringLiteral("Asia/Tokyo"));
        elsewhere.insert(QStringLiteral("QT_HASH_SEED"), QStringLiteral("4711"));
        elsewhere.insert(QStringLiteral("QT_SCALE_FACTOR"), QStringLiteral("2"));
        QVERIFY(first.output == runCadastre(arguments, elsewhere).output);
    }

    void aSnapshotOpensInPlaceOfItsDatabase_data()
    {
        QTest::addColumn<QString>("command");
        for (const char* command : {"relations", "diagram --format svg", "read"})
            QTest::newRow(command) << QString::fromLatin1(command);
    }

    void aSnapshotOpensInPlaceOfItsDatabase()
    {
        QFETCH(QString, command);
        const QString file = m_folder.path(QStringLiteral("hostile.catalog.json"));
        QCOMPARE(runCadastre(words("read -o") + QStringList{file, m_database}).status, 0);
        const QStringList arguments = words(qPrintable(command)) + words("-o -");
        const auto database = runCadastre(arguments + QStringList{m_database});
        const auto snapshot = runCadastre(arguments + QStringList{file});
        QCOMPARE(snapshot.status, 0);
        QVERIFY(database.output == snapshot.output);
    }
};

QTEST_GUILESS_MAIN(tst_CliGolden)
#include "tst_cli_golden.moc"

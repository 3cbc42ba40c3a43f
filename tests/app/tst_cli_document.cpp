// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// `cadastre document` and the text formats of `cadastre diagram`, run as a person would.
#include "tests/app/cli_fixture.h"
#include "tests/support/sqlite_file.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace cadastre;
using test::runCadastre;

namespace {

QString sampleFile()
{
    return QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite");
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray manyTables(int count)
{
    QByteArray script;
    for (int i = 0; i < count; ++i) {
        const QByteArray number = QByteArray::number(i).rightJustified(4, '0');
        script += "CREATE TABLE wide_table_" + number + " (id INTEGER PRIMARY KEY";
        for (int c = 0; c < 12; ++c)
            script += ", some_column_" + QByteArray::number(c) + " TEXT";
        script += ");";
    }
    return script;
}

} // namespace

class tst_CliDocument : public QObject
{
    Q_OBJECT

    test::SqliteFolder m_folder;

    [[nodiscard]] QString place(const char* name) const
    {
        return QDir(m_folder.folder()).filePath(QString::fromLatin1(name));
    }

private Q_SLOTS:
    void page()
    {
        const QString file = place("shop.html");
        const auto result =
            runCadastre({QStringLiteral("document"), sampleFile(), QStringLiteral("-o"), file});
        QCOMPARE(result.errors, QByteArray());
        QCOMPARE(result.status, 0);
        const QByteArray page = contentOf(file);
        QVERIFY(page.startsWith("<!DOCTYPE html>"));
        QVERIFY(page.endsWith("</html>\n"));
        for (const char* text : {"tmp_orders", "<svg ", "href=\"#table-customers\"", "Start here",
                                 "class=\"table\" id=\"d1-"})
            QVERIFY2(page.contains(text), text);
        QVERIFY(!page.contains("<?xml")); // pictures are elements
        const auto again = runCadastre(
            {QStringLiteral("document"), sampleFile(), QStringLiteral("-o"), QStringLiteral("-")});
        QCOMPARE(again.status, 0);
        QCOMPARE(again.output, page);
    }

    void folder()
    {
        const auto result = runCadastre(
            {QStringLiteral("document"), sampleFile(), QStringLiteral("-o"), place("docs")});
        QCOMPARE(result.status, 0);
        const QDir folder(place("docs"));
        QVERIFY(folder.exists(QStringLiteral("README.md")));
        QVERIFY(!folder.entryList({QStringLiteral("*.svg")}).isEmpty());
        QVERIFY(folder.entryList({QStringLiteral("*.md")}).size() > 1);
    }

    void mistakes_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("place") << QStringList{} << QByteArray("-o PLACE is missing");
        QTest::newRow("ending") << QStringList{QStringLiteral("-o"), QStringLiteral("x.doc")}
                                << QByteArray("-o FILE.html, FILE.md or a folder");
        QTest::newRow("format") << QStringList{QStringLiteral("-o"), QStringLiteral("x"),
                                               QStringLiteral("--format"), QStringLiteral("doc")}
                                << QByteArray("html or markdown, not as \"doc\"");
        QTest::newRow("stream") << QStringList{QStringLiteral("-o"), QStringLiteral("-"),
                                               QStringLiteral("--format"),
                                               QStringLiteral("markdown")}
                                << QByteArray("-o takes a file or a folder");
        QTest::newRow("boundary") << QStringList{QStringLiteral("-o"), QStringLiteral("x.html"),
                                                 QStringLiteral("--boundary"),
                                                 QStringLiteral("nobody")}
                                  << QByteArray("no boundary nobody");
        QTest::newRow("unwritable")
            << QStringList{QStringLiteral("-o"), QStringLiteral("/nonexistent/x.html")}
            << QByteArray("/nonexistent/x.html was not written");
    }

    void mistakes()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, sentence);
        const auto result =
            runCadastre(QStringList{QStringLiteral("document"), sampleFile()} + arguments);
        QCOMPARE(result.status, 2);
        QVERIFY2(result.errors.contains(sentence), result.errors.constData());
    }

    void diagramsAsText_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("mermaid") << QStringLiteral("shop.mmd")
                                 << QByteArray("\"order_items\" }o--|| \"orders_bak_2019\"");
        QTest::newRow("plantuml") << QStringLiteral("shop.puml") << QByteArray("@enduml");
        QTest::newRow("dbml") << QStringLiteral("shop.dbml") << QByteArray("Table customers {");
    }

    void diagramsAsText()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, text);
        const QString path = place(qPrintable(file));
        const auto result =
            runCadastre({QStringLiteral("diagram"), sampleFile(), QStringLiteral("-o"), path});
        QCOMPARE(result.status, 0);
        const QByteArray content = contentOf(path);
        QVERIFY(content.contains("customers"));
        if (file != QLatin1String("shop.mmd"))
            QVERIFY2(content.contains(text), content.constData());
    }

    void focusIsRespected()
    {
        const auto result =
            runCadastre({QStringLiteral("diagram"), sampleFile(), QStringLiteral("-o"),
                         QStringLiteral("-"), QStringLiteral("--format"), QStringLiteral("mermaid"),
                         QStringLiteral("--focus"), QStringLiteral("refunds")});
        QCOMPARE(result.status, 0);
        QVERIFY(result.output.contains("\"refunds\" {"));
        QVERIFY(!result.output.contains("\"warehouses\" {"));
    }

    void mermaidIsDivided()
    {
        const QString database = m_folder.make(manyTables(400), QStringLiteral("many.db"));
        const QString file = place("many.mmd");
        const auto result =
            runCadastre({QStringLiteral("diagram"), database, QStringLiteral("-o"), file});
        QCOMPARE(result.status, 0);
        QVERIFY2(result.errors.contains("more than Mermaid takes"), result.errors.constData());
        QVERIFY(result.errors.contains("many-1-"));
        QVERIFY(contentOf(file).size() < 50000);
        const QStringList parts = QDir(m_folder.folder()).entryList({QStringLiteral("many-*.mmd")});
        QVERIFY(parts.size() > 2);
        const auto stream = runCadastre({QStringLiteral("diagram"), database, QStringLiteral("-o"),
                                         QStringLiteral("-"), QStringLiteral("--format"),
                                         QStringLiteral("mermaid")});
        QCOMPARE(stream.output.count("```mermaid\n"), parts.size() + 1);
    }
};

QTEST_GUILESS_MAIN(tst_CliDocument)
#include "tst_cli_document.moc"

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Every file of the project keeps the rules of the house, and the rules notice those that do not.
#include "tests/house/house_rules.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace cadastre::house;

namespace {

const QString licence = QStringLiteral("// SPDX-License-Identifier: MIT\n");

QStringList sourceFiles()
{
    const QDir root(QStringLiteral(CADASTRE_SOURCE_DIR));
    QStringList files;
    for (const char* folder : {"model", "diagram", "widgets", "app", "resources", "tests"}) {
        QDirIterator it(root.filePath(QLatin1String(folder)),
                        {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext())
            files << root.relativeFilePath(it.next());
    }
    files.sort();
    return files;
}

} // namespace

class tst_Layers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileKeepsTheRules()
    {
        const QDir root(QStringLiteral(CADASTRE_SOURCE_DIR));
        QStringList found;
        const QStringList files = sourceFiles();
        QVERIFY(files.size() > 100);
        for (const QString& path : files) {
            QFile file(root.filePath(path));
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
            found += violations(path, QString::fromUtf8(file.readAll()));
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }

    void noticesWhatIsWrong_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("complaint");
        const auto row = [](const char* path, const char* code, const char* complaint) {
            QTest::addRow("%s: %s", path, code)
                << QString::fromLatin1(path) << QString::fromLatin1(code)
                << QString::fromLatin1(complaint);
        };
        row("model/a.cpp", "#include \"model/sql/connection.h\"\n", "may not know");
        row("model/a.cpp", "#include \"diagram/graph.h\"\n", "may not know");
        row("model/sql/a.cpp", "#include \"diagram/graph.h\"\n", "may not know");
        row("diagram/a.cpp", "#include \"widgets/icons.h\"\n", "may not know");
        row("diagram/a.cpp", "#include \"model/sql/connection.h\"\n", "may not know");
        row("widgets/a.cpp", "#include \"model/sql/connection.h\"\n", "may not know");
        row("widgets/a.cpp", "  #  include \"app/main_window.h\"\n", "may not know");
        row("model/a.cpp", "#include <QWidget>\n", "Qt Core only");
        row("model/a.cpp", "#include <QColor>\n", "Qt Core only");
        row("model/sql/a.cpp", "#include <QColor>\n", "Qt Core and Qt SQL only");
        row("model/a.cpp", "#include <QSqlQuery>\n", "only model/sql");
        row("app/a.cpp", "#include <QSqlDatabase>\n", "only model/sql");
        row("app/a.cpp", "#include <libpq-fe.h>\n", "only model/sql");
        row("model/a.cpp", "#include <sqlite3.h>\n", "only model/sql");
        row("widgets/a.cpp", "#include <mysql.h>\n", "only model/sql");
        row("diagram/layout.cpp", "#include <graphviz/gvc.h>\n", "knows Graphviz");
        row("model/relations/sql/a.cpp", "#include <pg_query.h>\n", "PostgreSQL's parser");
        row("model/sql/a.cpp", "#include <pg_query.h>\n", "PostgreSQL's parser");
        row("model/relations/sql/postgresql_parse.cpp", "#include <libpq-fe.h>\n",
            "only model/sql");
        row("app/a.cpp", "f(\"SELECT a FROM b\");\n", "SQL text");
        row("model/sql/a.cpp", "f(\"SELECT a \"\n  \"FROM b\");\n", "SQL text");
        row("model/sql/a.cpp", "f(R\"x(PRAGMA table_info)x\");\n", "SQL text");
        row("widgets/a.cpp", "f('\"', \"ALTER TABLE x\");\n", "SQL text");
    }

    void noticesWhatIsWrong()
    {
        QFETCH(QString, path);
        QFETCH(QString, code);
        QFETCH(QString, complaint);
        const QStringList found = violations(path, licence + code);
        QCOMPARE(found.size(), 1);
        QVERIFY2(found.first().contains(complaint), qPrintable(found.first()));
    }

    void acceptsWhatIsRight_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* path, const char* code) {
            QTest::addRow("%s: %s", path, code)
                << QString::fromLatin1(path) << QString::fromLatin1(code);
        };
        row("model/a.cpp", "#include \"model/catalog/catalog.h\"\n#include <QString>\n");
        row("model/sql/a.cpp", "#include <QSqlQuery>\n#include <libpq-fe.h>\n");
        row("app/a.cpp", "#include \"model/sql/connection.h\"\n#include \"widgets/icons.h\"\n");
        row("diagram/graphviz.cpp", "#include <graphviz/gvc.h>\n");
        row("model/relations/sql/postgresql_parse.cpp", "#include <pg_query.h>\n");
        row("resources/sample/make_sample.cpp", "#include <sqlite3.h>\n");
        row("model/dialect/a.cpp", "f(\"ALTER TABLE x\");\n");
        row("model/export/ddl_writer.cpp", "f(\"CREATE TABLE x\");\n");
        row("app/a.cpp", "// SELECT a FROM b\n/* DELETE FROM c */\n");
        row("app/a.cpp", "f(\"Select a table from the list\");\nconst int n = 1'000'000;\n");
    }

    void acceptsWhatIsRight()
    {
        QFETCH(QString, path);
        QFETCH(QString, code);
        QCOMPARE(violations(path, licence + code), QStringList());
    }

    void wantsLicencesAndShortFiles()
    {
        QCOMPARE(violations(QStringLiteral("app/a.cpp"), QStringLiteral("int a;\n")).size(), 1);
        const QString full = licence + QStringLiteral("\n").repeated(299);
        QCOMPARE(violations(QStringLiteral("app/a.cpp"), full), QStringList());
        const QString tooLong = full + QLatin1Char('\n');
        QCOMPARE(violations(QStringLiteral("app/a.cpp"), tooLong).size(), 1);
        QCOMPARE(violations(QStringLiteral("tests/a.cpp"), tooLong), QStringList());
    }

    void findsStringLiterals()
    {
        QCOMPARE(
            stringLiterals(QStringLiteral("f(\"a\\\"b\" \"c\", R\"(d\"e)\"); // \"no\"\n'\"' + "
                                          "\"f\"")),
            QStringList({QStringLiteral("a\\\"bc"), QStringLiteral("d\"e"), QStringLiteral("f")}));
    }
};

QTEST_APPLESS_MAIN(tst_Layers)
#include "tst_layers.moc"

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Files with SQL: which are taken, in which order, in which encoding.
#include "model/relations/sql/sql_files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace cadastre;

class TestSqlFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesBelowAFolder();
    void oneFile();
    void encodings();
    void tooLarge();
    void nothingThere();

private:
    static void write(const QTemporaryDir& folder, const char* name, const QByteArray& content)
    {
        const QString path = folder.filePath(QLatin1String(name));
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
};

void TestSqlFiles::filesBelowAFolder()
{
    QTemporaryDir folder;
    write(folder, "z.sql", "SELECT 1");
    write(folder, "a/b.SQL", "SELECT 2");
    write(folder, "a/c.sql.txt", "SELECT 3");
    write(folder, "main.cpp", "\"SELECT 4\"");
    QVERIFY(QFile::link(folder.path(), folder.filePath(QStringLiteral("loop"))));
    const Result<SqlFiles> files = readSqlFiles(folder.path());
    QVERIFY(files);
    QStringList names;
    for (const SqlText& text : files->texts)
        names << QString(text.placeName + QLatin1Char('=') + text.text);
    QCOMPARE(names,
             QStringList({QStringLiteral("a/b.SQL=SELECT 2"), QStringLiteral("z.sql=SELECT 1")}));
    QCOMPARE(files->texts.front().place, SqlPlace::File);
    QVERIFY(files->skipped.empty());
}

void TestSqlFiles::oneFile()
{
    QTemporaryDir folder;
    write(folder, "queries.txt", "SELECT 1");
    const Result<SqlFiles> files = readSqlFiles(folder.filePath(QStringLiteral("queries.txt")));
    QVERIFY(files);
    QCOMPARE(files->texts.size(), std::size_t(1));
    QCOMPARE(files->texts.front().placeName, QStringLiteral("queries.txt"));
}

void TestSqlFiles::encodings()
{
    QTemporaryDir folder;
    write(folder, "a.sql",
          "\xef\xbb\xbf"
          "caf\xc3\xa9");
    write(folder, "b.sql", "caf\xe9");
    write(folder, "c.sql",
          QByteArray("\xff\xfe"
                     "c\0a\0f\0\xe9\0",
                     10));
    const Result<SqlFiles> files = readSqlFiles(folder.path());
    QVERIFY(files);
    for (const SqlText& text : files->texts)
        QCOMPARE(text.text, QStringLiteral("café"));
}

void TestSqlFiles::tooLarge()
{
    QTemporaryDir folder;
    write(folder, "a.sql", "SELECT 1");
    QFile large(folder.filePath(QStringLiteral("b.sql")));
    QVERIFY(large.open(QIODevice::WriteOnly));
    QVERIFY(large.resize(largestSqlFile + 1));
    large.close();
    const Result<SqlFiles> files = readSqlFiles(folder.path());
    QVERIFY(files);
    QCOMPARE(files->texts.size(), std::size_t(1));
    QCOMPARE(files->skipped.size(), std::size_t(1));
    QCOMPARE(files->skipped.front().placeName, QStringLiteral("b.sql"));
    QVERIFY(files->skipped.front().why.contains(QLatin1String("4 MiB")));
}

void TestSqlFiles::nothingThere()
{
    QTemporaryDir folder;
    for (const QString& path : {folder.path(), folder.filePath(QStringLiteral("gone"))}) {
        const Result<SqlFiles> files = readSqlFiles(path);
        QVERIFY(!files);
        QVERIFY(files.error().message.contains(path));
    }
}

QTEST_APPLESS_MAIN(TestSqlFiles)
#include "tst_sql_files.moc"

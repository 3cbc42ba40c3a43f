// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which text of resources/sql fits a version, and what every text must be.
#include "model/sql/connection.h"
#include "model/sql/sql_texts.h"

#include <QDir>
#include <QFile>
#include <QtTest>

using namespace cadastre;

namespace {

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

Cell cell(const char* bytes)
{
    return Cell(QByteArrayView(bytes));
}

} // namespace

class TestSqlTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNewestThatFits()
    {
        // made from what is there: every file with a version serves that version and not the one
        // before
        int versioned = 0;
        for (const QString& dialect : QDir(text(":/sql")).entryList(QDir::Dirs)) {
            const QStringList files = QDir(text(":/sql/") + dialect).entryList(QDir::Files);
            for (const QString& file : files) {
                const QStringList parts = file.split(QLatin1Char('.'));
                if (parts.size() < 3)
                    continue;
                ++versioned;
                const int version = parts.at(1).toInt() * 10000 +
                                    (parts.size() > 3 ? parts.at(2).toInt() * 100 : 0);
                QCOMPARE(sqlTextFile(dialect, parts.first(), version), file);
                QVERIFY(sqlTextFile(dialect, parts.first(), version - 1) != file);
            }
        }
        QVERIFY(sqlTextFile(text("sqlite"), text("columns"), 34001) == text("columns.sql"));
        QVERIFY(sqlTextFile(text("sqlite"), text("column"), 34001).isEmpty());
        QVERIFY(sqlTextFile(text("no such dialect"), text("columns"), 1).isEmpty());
        qInfo("%d texts with a version", versioned);
    }

    void everyTextIsReadableAndHasItsLicence()
    {
        for (const QString& dialect : QDir(text(":/sql")).entryList(QDir::Dirs)) {
            const QStringList files = QDir(text(":/sql/") + dialect).entryList(QDir::Files);
            QVERIFY(!files.isEmpty());
            for (const QString& name : files) {
                QFile file(text(":/sql/") + dialect + QLatin1Char('/') + name);
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QByteArray sql = file.readAll();
                QVERIFY2(QByteArrayView(sql).isValidUtf8() && !sql.contains('\0') &&
                             sql.startsWith("-- SPDX-License-Identifier: MIT\n") &&
                             sql.trimmed().contains('\n'),
                         qPrintable(dialect + QLatin1Char('/') + name));
            }
        }
    }

    void cells()
    {
        QVERIFY(Cell().isNull());
        QVERIFY(!Cell().optionalText());
        QVERIFY(Cell().text().isEmpty());
        QVERIFY(!cell("").isNull());
        QCOMPARE(cell("").optionalText(), std::optional(QString()));
        QCOMPARE(cell("caf\xC3\xA9").text(), text("caf\xC3\xA9"));
        QVERIFY(cell("caf\xC3\xA9").isDecodable());
        QCOMPARE(cell("caf\xE9").text(), text("caf\xC3\xA9"));
        QVERIFY(!cell("caf\xE9").isDecodable());
        // U+FEFF in front is a part of the text
        QCOMPARE(cell("\xEF\xBB\xBFx").text(), QString(QChar(0xfeff) + text("x")));
        QCOMPARE(cell("\xEF\xBB\xBF\xEF\xBB\xBF").text(), QString(2, QChar(0xfeff)));
        QCOMPARE(cell("-42").integer(), -42);
        QCOMPARE(cell("9223372036854775807").integer(), std::numeric_limits<qint64>::max());
        QCOMPARE(cell("1e3").integer(), 1000);
        QCOMPARE(cell("no").integer(), 0);
        QCOMPARE(Cell().integer(), 0);
        QCOMPARE(cell("2.5").real(), 2.5);
        for (const char* yes : {"t", "TRUE", "1", "Y", "yes", "ON"})
            QVERIFY(cell(yes).boolean());
        for (const char* no : {"f", "0", "", "NO", "off", "2"})
            QVERIFY(!cell(no).boolean());
        QVERIFY(!Cell().boolean());
    }
};

QTEST_GUILESS_MAIN(TestSqlTexts)
#include "tst_sql_texts.moc"

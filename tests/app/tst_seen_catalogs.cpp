// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What is kept of databases that were seen: few, private, readable again, and thinned out by days.
#include "app/seen_catalogs.h"
#include "tests/support/random_catalog.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace cadastre;

namespace {

QDateTime minute(int day, int minutes)
{
    return QDateTime(QDate(2026, 11, day), QTime(8, 0), Qt::LocalTime)
        .addSecs(minutes * 60)
        .toUTC();
}

} // namespace

class TestSeenCatalogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStateIsReadAgain()
    {
        QTemporaryDir home;
        const QString folder = home.filePath(QStringLiteral("seen/1234"));
        const SourceCatalog catalog = test::RandomCatalog(5).make(6);
        QVERIFY(keepSeen(folder, catalog, minute(1, 0)));
        QCOMPARE(seenTimes(folder), std::vector{minute(1, 0)});
        const auto read = readSeen(folder, minute(1, 0));
        QVERIFY(read.has_value());
        QCOMPARE(*read == catalog, true);
        // nobody else reads it
        const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup |
                            QFile::WriteOther | QFile::ExeGroup | QFile::ExeOther;
        QCOMPARE(QFile::permissions(folder) & others, QFile::Permissions());
        const QString file = QDir(folder).entryInfoList(QDir::Files).first().filePath();
        QCOMPARE(QFile::permissions(file) & others, QFile::Permissions());
        // seen again, it is the same state at another time
        keepSeenAgain(folder, minute(1, 0), minute(1, 5));
        QCOMPARE(seenTimes(folder), std::vector{minute(1, 5)});
        QVERIFY(!readSeen(folder, minute(1, 0)));
    }

    void garbageIsAnError()
    {
        QTemporaryDir home;
        QVERIFY(keepSeen(home.path(), test::RandomCatalog(1).make(1), minute(1, 0)));
        QFile file(QDir(home.path()).entryInfoList(QDir::Files).first().filePath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no snapshot");
        file.close();
        QVERIFY(!readSeen(home.path(), minute(1, 0)));
        QVERIFY(seenTimes(home.filePath(QStringLiteral("none"))).empty());
    }

    void thinnedByDays()
    {
        // ten states today, three of each day before
        std::vector<QDateTime> times;
        for (int i = 9; i >= 0; --i)
            times.push_back(minute(20, i));
        for (int day = 19; day >= 1; --day) {
            for (int i = 2; i >= 0; --i)
                times.push_back(minute(day, i));
        }
        const std::vector<QDateTime> gone = superfluousTimes(times);
        std::vector<QDateTime> kept;
        for (const QDateTime& time : times) {
            if (std::ranges::find(gone, time) == gone.end())
                kept.push_back(time);
        }
        QCOMPARE(kept.size(), seenLimit);
        for (int i = 0; i < 4; ++i)
            QCOMPARE(kept[i], minute(20, 9 - i));
        QCOMPARE(kept[4], minute(19, 2)); // what it was like at the end of yesterday
        QCOMPARE(kept[5], minute(18, 2));
        QVERIFY(superfluousTimes({}).empty());
    }

    void superfluousFilesGo()
    {
        QTemporaryDir home;
        const SourceCatalog catalog = test::RandomCatalog(2).make(1);
        for (int i = 0; i < 20; ++i)
            QVERIFY(keepSeen(home.path(), catalog, minute(3, i)));
        QCOMPARE(seenTimes(home.path()).size(), std::size_t(4));
        QCOMPARE(seenTimes(home.path()).front(), minute(3, 19));
    }

    void theStateOfATime()
    {
        const std::vector<QDateTime> times{minute(5, 0), minute(3, 0), minute(1, 0)};
        QCOMPARE(seenAt(times, minute(4, 0)), std::optional(minute(3, 0)));
        QCOMPARE(seenAt(times, minute(5, 0)), std::optional(minute(5, 0)));
        QCOMPARE(seenAt(times, minute(1, -9)), std::optional(minute(1, 0)));
        QVERIFY(!seenAt({}, minute(1, 0)));
    }

    void foldersAreByDatabase()
    {
        const auto mine = parseDatabaseAddress(QStringLiteral("postgresql://me@host/shop"));
        const auto yours = parseDatabaseAddress(QStringLiteral("postgresql://you@host/shop"));
        const auto other = parseDatabaseAddress(QStringLiteral("postgresql://me@host/other"));
        QCOMPARE(seenFolder(*mine), seenFolder(*yours));
        QVERIFY(seenFolder(*mine) != seenFolder(*other));
    }
};

QTEST_GUILESS_MAIN(TestSeenCatalogs)
#include "tst_seen_catalogs.moc"

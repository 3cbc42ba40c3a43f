// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Files of places between runs: whole, private, bounded, one per set of databases; and where tables
// go that nobody owns any more.
#include "app/kept_places_file.h"
#include "app/table_homes.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

using namespace cadastre;

namespace {

ObjectKey tableKey(const char* name)
{
    return {QStringLiteral("shop"),
            KeyKind::Table,
            {QStringLiteral("public"), QString::fromLatin1(name)},
            {}};
}

KeptPlaces someKept()
{
    KeptPlaces kept;
    kept.placements.groups[QStringLiteral("sales")] = QPoint(100, 200);
    kept.placements.tables[tableKey("orders")] = {QPoint(3, 4), QStringLiteral("sales"), true};
    kept.columns[tableKey("orders")] = {QStringLiteral("id"), QStringLiteral("note\n\"odd\"")};
    return kept;
}

LoadedSource sourceAt(const QString& path)
{
    LoadedSource source;
    source.request.address.kind = AddressKind::Sqlite;
    source.request.address.path = path;
    return source;
}

} // namespace

class TestKeptPlacesFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(m_home->isValid());
        qputenv("XDG_DATA_HOME", m_home->path().toUtf8());
    }

    void oneFilePerSetOfDatabases()
    {
        const LoadedSource shop = sourceAt(QStringLiteral("/nowhere/shop.sqlite"));
        const LoadedSource stock = sourceAt(QStringLiteral("/nowhere/stock.sqlite"));
        QCOMPARE(keptPlacesPath({}), QString());
        QVERIFY(keptPlacesPath({shop}).startsWith(m_home->path()));
        QVERIFY(keptPlacesPath({shop}) != keptPlacesPath({stock}));
        QVERIFY(keptPlacesPath({shop}) != keptPlacesPath({shop, stock}));
        QCOMPARE(keptPlacesPath({shop, stock}), keptPlacesPath({stock, shop}));
        QVERIFY(!keptPlacesPath({shop}).contains(QStringLiteral("nowhere")));
    }

    void isWrittenForItsOwnerAlone()
    {
        const QString path = m_home->filePath(QStringLiteral("places/a.places"));
        QVERIFY(!readKeptPlaces(path));
        QVERIFY(writeKeptPlaces(path, someKept()));
        const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup;
        QVERIFY(!(QFile::permissions(path) & others));
        QVERIFY(!(QFile::permissions(QFileInfo(path).path()) & others));
        QVERIFY(readKeptPlaces(path) == someKept());
    }

    /// Half a file, or another program's, is as none.
    void brokenFilesAreNone()
    {
        const QString path = m_home->filePath(QStringLiteral("places/a.places"));
        QVERIFY(writeKeptPlaces(path, someKept()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.resize(file.size() / 2));
        file.close();
        QVERIFY(!readKeptPlaces(path));
        QVERIFY(writeKeptPlaces(path, someKept()));
        QVERIFY(readKeptPlaces(path));
    }

    void theOldestAreForgotten()
    {
        const QDir folder(m_home->filePath(QStringLiteral("places")));
        const QDateTime now = QDateTime::currentDateTime();
        for (int i = 0; i < mostKeptPlaces + 5; ++i) {
            const QString path = folder.filePath(QStringLiteral("%1.places").arg(i));
            QVERIFY(writeKeptPlaces(path, someKept()));
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.setFileTime(now.addSecs(i - 1000), QFileDevice::FileModificationTime));
        }
        QVERIFY(writeKeptPlaces(folder.filePath(QStringLiteral("new.places")), someKept()));
        const QStringList names = folder.entryList(QDir::Files);
        QCOMPARE(names.size(), qsizetype(mostKeptPlaces));
        QVERIFY(names.contains(QStringLiteral("new.places")));
        QVERIFY(names.contains(QStringLiteral("104.places")));
        QVERIFY(!names.contains(QStringLiteral("0.places")));
    }

    void tablesGoHome()
    {
        const KeptPlaces kept = someKept();
        Placements places = kept.placements;
        places.groups[QStringLiteral("Billing")] = QPoint(900, 900);
        for (const char* name : {"orders", "payments", "invoices"})
            places.tables[tableKey(name)] = {QPoint(1, 1), QStringLiteral("Billing"), false};
        // scene positions; the group stood elsewhere then
        const TableHomes homes{
            {tableKey("orders"), {QPoint(150, 260), QStringLiteral("sales"), false}},
            {tableKey("payments"), {QPoint(150, 260), QStringLiteral("sales"), false}},
            {tableKey("invoices"), {}}};
        const Placements after = withHomes(
            places, homes, [](const ObjectKey& key) { return key == tableKey("payments"); });
        QCOMPARE(after.tables.value(tableKey("orders")).group, QStringLiteral("sales"));
        QCOMPARE(after.tables.value(tableKey("orders")).position, QPoint(50, 60));
        QCOMPARE(after.tables.value(tableKey("payments")),
                 places.tables.value(tableKey("payments")));
        QVERIFY(!after.tables.contains(tableKey("invoices")));
    }

private:
    std::unique_ptr<QTemporaryDir> m_home;
};

QTEST_GUILESS_MAIN(TestKeptPlacesFile)
#include "tst_kept_places_file.moc"

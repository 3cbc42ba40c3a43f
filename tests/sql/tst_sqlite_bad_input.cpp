// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Everything that can be wrong with an SQLite file: one clear sentence that names it, the rest is
// read, and the files on disk stay byte for byte what they were.
#include "model/sql/sqlite/sqlite_file.h"
#include "tests/support/sqlite_file.h"

#include <QCryptographicHash>
#include <QtTest>

#include <unistd.h>

using namespace cadastre;
using namespace cadastre::test;

namespace {

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

QByteArray content(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be opened");
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// Names and contents of all files of a folder.
QMap<QString, QByteArray> snapshot(const SqliteFolder& folder)
{
    QMap<QString, QByteArray> result;
    for (const QString& name : folder.files())
        result.insert(name, content(folder.path(name)));
    return result;
}

/// Root may write everywhere; while this lives the process is nobody, so that permissions count.
class AsNobody
{
public:
    AsNobody()
    {
        if (m_wasRoot && ::seteuid(65534) != 0)
            qFatal("cannot become nobody");
    }
    ~AsNobody()
    {
        if (m_wasRoot && ::seteuid(0) != 0)
            qFatal("cannot become root again");
    }
    Q_DISABLE_COPY_MOVE(AsNobody)

private:
    bool m_wasRoot = ::geteuid() == 0;
};

/// A folder in which nobody may write while this lives; its files can be read by all.
class LockedFolder
{
public:
    explicit LockedFolder(const SqliteFolder& folder)
        : m_path(folder.folder())
    {
        QFile::setPermissions(m_path,
                              readable | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther);
        for (const QString& name : folder.files())
            QFile::setPermissions(folder.path(name), readable);
    }
    ~LockedFolder()
    {
        QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    Q_DISABLE_COPY_MOVE(LockedFolder)

private:
    static constexpr QFile::Permissions readable =
        QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
    QString m_path;
};

const Table* findTable(const Catalog& catalog, const char* name)
{
    for (const Table& table : catalog.objects().tables) {
        if (table.name == text(name))
            return &table;
    }
    return nullptr;
}

std::size_t columnCount(const Catalog& catalog, const char* name)
{
    const Table* table = findTable(catalog, name);
    const auto index = static_cast<int>(table - catalog.objects().tables.data());
    return catalog.columnsOf(TableId{index}).size();
}

QByteArray changedSchema(const QByteArray& table, const QByteArray& from, const QByteArray& to)
{
    return "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, '" + from +
           "', '" + to + "') WHERE name = '" + table + "'; PRAGMA writable_schema = OFF;";
}

} // namespace

class TestSqliteBadInput : public QObject
{
    Q_OBJECT

private:
    /// The one sentence for a file that cannot be read at all; the folder must stay as it is.
    static QString sentenceFor(const SqliteFolder& folder, const QString& path)
    {
        const auto before = snapshot(folder);
        ReadOptions options;
        options.lockTimeoutMs = 50;
        const auto result = readFile(path, options);
        if (snapshot(folder) != before)
            return text("the files were changed");
        if (result)
            return text("it was read");
        const QString message = result.error().message;
        return message.contains(path) ? message : text("not named: ") + message;
    }

private Q_SLOTS:
    void missingFileIsNotCreated()
    {
        const SqliteFolder folder;
        QVERIFY(sentenceFor(folder, folder.path()).contains(text("does not exist")));
        DatabaseAddress address; // as from a list of recent files
        address.path = folder.path();
        ReadControl control;
        const auto result = readSource(address, {}, {}, control);
        QVERIFY(!result);
        QVERIFY(result.error().message.contains(text("does not exist")));
        QVERIFY(folder.files().isEmpty());
    }

    void notADatabase_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        QTest::newRow("empty") << QByteArray() << text("is empty");
        QTest::newRow("text") << QByteArray("hello, world\n") << text("is not a database");
        QTest::newRow("half a header") << QByteArray("SQLite f") << text("is cut off");
        QTest::newRow("header only") << QByteArray("SQLite format 3\0", 16) << text("is cut off");
        QTest::newRow("header and noise")
            << QByteArray("SQLite format 3\0", 16) + QByteArray("\xA7").repeated(4080)
            << text("encrypted");
    }
    void notADatabase()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        const SqliteFolder folder;
        write(folder.path(), bytes);
        const QString sentence = sentenceFor(folder, folder.path());
        QVERIFY2(sentence.contains(words), qPrintable(sentence));
    }

    void directory()
    {
        const SqliteFolder folder;
        QVERIFY(sentenceFor(folder, folder.folder()).contains(text("is a folder")));
    }

    void locked()
    {
        const SqliteFolder folder;
        const QString path = folder.make("CREATE TABLE t (a)");
        SqliteWriter other(path);
        other.run("BEGIN EXCLUSIVE");
        const QString sentence = sentenceFor(folder, path);
        QVERIFY2(sentence.contains(text("locked by another program")), qPrintable(sentence));
        other.run("ROLLBACK");
        QVERIFY(readFile(path));
    }

    void aWriterInProgressDoesNotHinder()
    {
        const SqliteFolder folder;
        const QString path = folder.make("CREATE TABLE t (a)");
        SqliteWriter other(path);
        other.run("BEGIN IMMEDIATE; CREATE TABLE half (a)");
        QCOMPARE(catalogOf(path).objects().tables.size(), 1U);
        other.run("COMMIT");
        QCOMPARE(catalogOf(path).objects().tables.size(), 2U);
    }

    void encrypted()
    {
        const SqliteFolder folder;
        QByteArray noise;
        for (quint32 i = 0, state = 7; i < 8192; ++i) {
            state = state * 1664525 + 1013904223;
            noise += static_cast<char>(state >> 24);
        }
        write(folder.path(), noise);
        QVERIFY(sentenceFor(folder, folder.path()).contains(text("looks encrypted")));
    }

    void damagedSchemaPage()
    {
        const SqliteFolder folder;
        const QString path = folder.make("CREATE TABLE t (a)");
        QByteArray bytes = content(path);
        bytes.replace(100, 400, QByteArray("\x55").repeated(400));
        write(path, bytes);
        const QString sentence = sentenceFor(folder, path);
        QVERIFY2(sentence.contains(text("is damaged")), qPrintable(sentence));
    }

    void schemaTextThatCannotBeRead()
    {
        const SqliteFolder folder;
        const QString path =
            folder.make("CREATE TABLE good (a); CREATE TABLE t (a); CREATE INDEX i ON t (a);"
                        "CREATE VIEW v AS SELECT a FROM t;" +
                        changedSchema("t", "CREATE TABLE", "CREATE CUBE"));
        const Catalog catalog = catalogOf(path);
        QCOMPARE(columnCount(catalog, "good"), 1U);
        QVERIFY(!findTable(catalog, "good")->notRead);
        QVERIFY(findTable(catalog, "t")->notRead->contains(text("cannot parse")));
        QVERIFY(findTable(catalog, "v")->broken);
        const KindReport& columns = *catalog.kindReport(SourceId{0}, CatalogKind::Columns);
        QCOMPARE(columns.state, ReadState::PartlyRead);
        QCOMPARE(columns.missingObjects.size(), 2U);
        const KindReport& indexes = *catalog.kindReport(SourceId{0}, CatalogKind::Indexes);
        QCOMPARE(indexes.state, ReadState::PartlyRead);
        QVERIFY(indexes.missingObjects.front().startsWith(text("main.i")));
    }

    void truncated()
    {
        const SqliteFolder folder;
        const QString path = folder.make("CREATE TABLE t (a); CREATE TABLE u (a)");
        const QByteArray bytes = content(path);
        write(path, bytes.left(bytes.size() - 4096));
        const QString sentence = sentenceFor(folder, path);
        QVERIFY2(sentence.contains(text("is cut off")), qPrintable(sentence));
        QVERIFY(sentence.contains(QString::number(bytes.size())));
    }

    void hotJournalIsNotRolledBack()
    {
        const SqliteFolder folder;
        folder.make(
            "CREATE TABLE t (a); INSERT INTO t SELECT randomblob(4000) FROM (WITH RECURSIVE "
            "n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < 100) SELECT i FROM n)",
            text("live.db"));
        {
            SqliteWriter other(folder.path(text("live.db")));
            other.run("PRAGMA synchronous = FULL; PRAGMA cache_size = 2; PRAGMA cache_spill = 1;"
                      "BEGIN; UPDATE t SET a = randomblob(4000)");
            write(folder.path(), content(folder.path(text("live.db"))));
            write(folder.path(text("shop.db-journal")),
                  content(folder.path(text("live.db-journal"))));
            other.run("ROLLBACK");
        }
        QVERIFY(content(folder.path(text("shop.db-journal"))).size() > 512);
        const QString sentence = sentenceFor(folder, folder.path());
        QVERIFY2(sentence.contains(text("in the middle of a change")), qPrintable(sentence));
    }

    void noPermission()
    {
        const SqliteFolder folder;
        const QString path = folder.make("CREATE TABLE t (a)");
        const LockedFolder locked(folder);
        QFile::setPermissions(path, {});
        const AsNobody nobody;
        const auto result = readFile(path);
        QVERIFY(!result);
        QVERIFY2(result.error().message.contains(path), qPrintable(result.error().message));
        QVERIFY(result.error().message.contains(text("cannot be opened")));
    }

    void openModes()
    {
        SqliteFileState state;
        QCOMPARE(sqliteOpenMode(state), SqliteOpenMode::ReadOnly);
        state.usesWal = true;
        QCOMPARE(sqliteOpenMode(state), SqliteOpenMode::Immutable);
        state.walSize = 1;
        QCOMPARE(sqliteOpenMode(state), SqliteOpenMode::ReadOnly);
        state.folderWritable = false;
        QCOMPARE(sqliteOpenMode(state), SqliteOpenMode::Unlocked);
        state.sharedMemoryExists = true;
        QCOMPARE(sqliteOpenMode(state), SqliteOpenMode::ReadOnly);
        state.usesWal = false;
        QCOMPARE(sqliteOpenMode(state), SqliteOpenMode::ReadOnly);
    }

    void closedWalDatabaseLeavesNothingBehind()
    {
        const SqliteFolder folder;
        const QString path =
            folder.make("PRAGMA journal_mode = WAL; CREATE TABLE t (a)", text("a #100%? b.db"));
        QCOMPARE(folder.files().size(), 1);
        const auto before = snapshot(folder);
        QCOMPARE(catalogOf(path).objects().tables.size(), 1U);
        QCOMPARE(snapshot(folder), before);
    }

    void openWalDatabaseShowsPendingChanges()
    {
        const SqliteFolder folder;
        const QString path = folder.make("PRAGMA journal_mode = WAL; CREATE TABLE t (a)");
        SqliteWriter other(path);
        other.run("CREATE TABLE pending (a)");
        QCOMPARE(catalogOf(path).objects().tables.size(), 2U);
        QVERIFY(folder.files().contains(text("shop.db-shm"))); // the other program's
        other.run("INSERT INTO pending VALUES (1)");
    }

    void linkToAnOpenWalDatabaseShowsPendingChanges()
    {
        const SqliteFolder folder;
        const QString path = folder.make("PRAGMA journal_mode = WAL; CREATE TABLE t (a)");
        const SqliteFolder elsewhere;
        const QString link = elsewhere.path(text("link.db"));
        QVERIFY(QFile::link(path, link));
        SqliteWriter other(path);
        other.run("CREATE TABLE pending (a)");
        QCOMPARE(catalogOf(link).objects().tables.size(), 2U);
        QCOMPARE(elsewhere.files(), QStringList{text("link.db")});
    }

    void linkToAnAbandonedWalDatabase()
    {
        const SqliteFolder folder;
        makeAbandoned(folder);
        const SqliteFolder elsewhere;
        const QString link = elsewhere.path(text("link.db"));
        QVERIFY(QFile::link(folder.path(), link));
        const auto before = snapshot(folder);
        QCOMPARE(catalogOf(link).objects().tables.size(), 2U);
        QCOMPARE(snapshot(folder), before);
    }

    void abandonedWalDatabase()
    {
        const SqliteFolder folder;
        makeAbandoned(folder);
        const auto before = snapshot(folder);
        QCOMPARE(catalogOf(folder.path()).objects().tables.size(), 2U);
        QCOMPARE(snapshot(folder), before); // neither -shm made nor -wal emptied
    }

    void walDatabaseInAReadOnlyFolder()
    {
        const SqliteFolder folder;
        const QString path = folder.make("PRAGMA journal_mode = WAL; CREATE TABLE t (a)");
        const LockedFolder locked(folder);
        const AsNobody nobody;
        QVERIFY(!QFile(folder.path(text("probe"))).open(QIODevice::WriteOnly));
        QCOMPARE(catalogOf(path).objects().tables.size(), 1U);
        QCOMPARE(folder.files(), QStringList{text("shop.db")});
    }

    void abandonedWalDatabaseInAReadOnlyFolder()
    {
        const SqliteFolder folder;
        makeAbandoned(folder);
        const LockedFolder locked(folder);
        const AsNobody nobody;
        const auto before = snapshot(folder);
        QCOMPARE(catalogOf(folder.path()).objects().tables.size(), 2U);
        QCOMPARE(snapshot(folder), before);
    }

    void unreadableWal()
    {
        const SqliteFolder folder;
        makeAbandoned(folder);
        const LockedFolder locked(folder);
        QFile::setPermissions(folder.path(text("shop.db-wal")), {});
        const AsNobody nobody;
        const QString sentence = sentenceFor(folder, folder.path());
        QVERIFY2(sentence.contains(text("the files beside it")), qPrintable(sentence));
    }

    void plainDatabaseInAReadOnlyFolder()
    {
        const SqliteFolder folder;
        const QString path = folder.make("CREATE TABLE t (a)");
        const LockedFolder locked(folder);
        const AsNobody nobody;
        QCOMPARE(catalogOf(path).objects().tables.size(), 1U);
    }

    void schemaChangesWhileReading_data()
    {
        QTest::addColumn<int>("changes");
        QTest::addColumn<bool>("flagged");
        QTest::newRow("never") << 0 << false;
        QTest::newRow("once") << 1 << false;
        QTest::newRow("again and again") << 1000 << true;
    }
    void schemaChangesWhileReading()
    {
        QFETCH(int, changes);
        const SqliteFolder folder;
        const QString path = folder.make("PRAGMA journal_mode = WAL; CREATE TABLE t (a)");
        ReadControl control;
        int changed = 0;
        control.onProgress = [&](const ReadProgress& progress) {
            if (progress.phase != CatalogKind::Triggers || changed >= changes)
                return;
            folder.make("CREATE TABLE new_" + QByteArray::number(changed++) + " (a)");
        };
        const auto result = readSource(*parseDatabaseAddress(path), {}, {}, control);
        QVERIFY(result);
        QTEST(result->catalog->source().changedWhileReading, "flagged");
        const std::size_t expected = changes == 0 ? 1 : 2; // of the second and last attempt
        QCOMPARE(result->catalog->objects.tables.size(), expected);
    }

    void writersWaitForNobody()
    {
        const SqliteFolder folder;
        const QString path = folder.make("PRAGMA journal_mode = WAL; CREATE TABLE t (a)");
        SqliteWriter other(path);
        other.run("CREATE TABLE u (a)");
        ReadControl control;
        bool wrote = false;
        control.onProgress = [&](const ReadProgress& progress) {
            if (progress.phase == CatalogKind::Columns && !wrote) {
                wrote = true;
                other.run("DROP TABLE t"); // aborts the test when it must wait
            }
        };
        const auto result = readSource(*parseDatabaseAddress(path), {}, {}, control);
        QVERIFY(result);
        QVERIFY(wrote);
        QCOMPARE(result->catalog->objects.tables.size(), 2U); // as it was at the beginning
        QCOMPARE(result->catalog->objects.columns.size(), 2U);
    }

    void emptyDatabase()
    {
        const SqliteFolder folder;
        const Catalog catalog = catalogOf(folder.make("PRAGMA user_version = 1"));
        QVERIFY(catalog.objects().tables.empty());
        QCOMPARE(catalog.objects().schemas.size(), 1U);
        QCOMPARE(catalog.kindReport(SourceId{0}, CatalogKind::Tables)->state, ReadState::Read);
    }

    void brokenViewsDoNotStopTheRest()
    {
        const SqliteFolder folder;
        QByteArray script = "CREATE TABLE t (a, b); CREATE TABLE soon_gone (x);";
        for (int i = 0; i < 20; ++i)
            script += "CREATE VIEW good" + QByteArray::number(i) + " AS SELECT a FROM t;";
        script += "CREATE VIEW broken AS SELECT x FROM soon_gone;"
                  "CREATE VIEW on_broken AS SELECT * FROM broken;"
                  "CREATE VIEW no_column AS SELECT t.no_such FROM t;"
                  "CREATE VIEW no_function AS SELECT from_an_extension(a) FROM t;"
                  "CREATE VIEW last_good AS SELECT b FROM t; DROP TABLE soon_gone;";
        const Catalog catalog = catalogOf(folder.make(script));
        QCOMPARE(catalog.objects().tables.size(), 26U);
        for (const Table& table : catalog.objects().tables) {
            const bool isGood = table.name == text("t") || table.name.contains(text("good"));
            QCOMPARE(columnCount(catalog, qPrintable(table.name)) > 0, isGood);
            QCOMPARE(table.broken.has_value(), !isGood);
            QCOMPARE(table.notRead.has_value(), !isGood);
        }
        QCOMPARE(*findTable(catalog, "broken")->broken, text("no such table: main.soon_gone"));
        QVERIFY(findTable(catalog, "no_column")->broken->contains(text("t.no_such")));
        QVERIFY(findTable(catalog, "no_function")->broken->contains(text("from_an_extension")));
        QVERIFY(!findTable(catalog, "broken")->viewDefinition.isEmpty());
        const KindReport& columns = *catalog.kindReport(SourceId{0}, CatalogKind::Columns);
        QCOMPARE(columns.state, ReadState::PartlyRead);
        QCOMPARE(columns.missingObjects.size(), 4U);
        QCOMPARE(catalog.kindReport(SourceId{0}, CatalogKind::Dependencies)->state,
                 ReadState::PartlyRead);
        QCOMPARE(catalog.kindReport(SourceId{0}, CatalogKind::Tables)->state, ReadState::Read);
    }

    void virtualTableWithoutItsModule()
    {
        const SqliteFolder folder;
        const Catalog catalog = catalogOf(folder.make(
            "CREATE TABLE t (a); CREATE VIRTUAL TABLE f USING fts5(title);"
            "CREATE VIRTUAL TABLE g USING fts5(title); CREATE VIEW v AS SELECT title FROM f;" +
            changedSchema("f", "fts5", "spellfix9")));
        const Table* lost = findTable(catalog, "f");
        QVERIFY(lost);
        QCOMPARE(lost->kind, TableKind::VirtualTable);
        QCOMPARE(lost->virtualModule, text("spellfix9"));
        QVERIFY2(lost->notRead->contains(text("no such module: spellfix9")),
                 qPrintable(*lost->notRead));
        QVERIFY(!lost->broken);
        QVERIFY(findTable(catalog, "v")->broken);
        QVERIFY(!findTable(catalog, "g")->notRead);
        QCOMPARE(columnCount(catalog, "g"), 3U);
        QCOMPARE(columnCount(catalog, "t"), 1U);
    }

    void wideTable()
    {
        QByteArray columns;
        for (int i = 0; i < 1600; ++i)
            columns += (i ? ", c" : "c") + QByteArray::number(i) + " INT";
        const SqliteFolder folder;
        const Catalog catalog = catalogOf(
            folder.make("CREATE TABLE wide (" + columns +
                        "); CREATE VIEW v AS SELECT * FROM wide;"
                        "CREATE TRIGGER tr AFTER UPDATE ON wide BEGIN SELECT new.c1599; END"));
        QCOMPARE(columnCount(catalog, "wide"), 1600U);
        QCOMPARE(columnCount(catalog, "v"), 1600U);
        QCOMPARE(catalog.objects().columns[1599].position, 1600);
        QCOMPARE(catalog.objects().dependencies.size(), 1601U);
    }

    void foreignKeyOntoAMissingTable()
    {
        const SqliteFolder folder;
        const Catalog catalog = catalogOf(folder.make("CREATE TABLE t (a REFERENCES gone (x))"));
        const Constraint& key = catalog.objects().constraints.front();
        QVERIFY(!key.referencedTable);
        QCOMPARE(key.referencedName, text("gone"));
        QVERIFY(key.referencedColumns.empty());
    }

private:
    /// A WAL database whose last program ended without closing it: changes only in -wal, no -shm.
    static void makeAbandoned(const SqliteFolder& folder)
    {
        SqliteFolder elsewhere;
        const QString live = elsewhere.make("PRAGMA journal_mode = WAL; CREATE TABLE t (a)");
        SqliteWriter other(live);
        other.run("CREATE TABLE pending (a)");
        write(folder.path(), content(live));
        write(folder.path(text("shop.db-wal")), content(live + text("-wal")));
    }
};

QTEST_GUILESS_MAIN(TestSqliteBadInput)
#include "tst_sqlite_bad_input.moc"

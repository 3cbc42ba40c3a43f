// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Workspace files: round trips, unknown parts kept byte for byte, merging of what others wrote, and
// sentences for what cannot be read; and the commands on placements.
#include "model/workspace/placement_commands.h"
#include "model/workspace/workspace_file.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace cadastre;

namespace {

const QByteArray sample =
    "{\n"
    "\"format\":\"cadastre-workspace\",\n"
    "\"version\":1,\n"
    "\"boundaries\":{\n"
    "\"billing\":{\"owner\" : \"team-b\", \"members\": [\"a\",  \"b\"]}\n"
    "},\n"
    "\"decisions\":{\n"
    "\"shop/table:main.orders (customer) -> shop/table:main.\\\"we\\\"\\\"ird\\\" (id)\":"
    "{\"kind\":\"confirmed\",\"reason\":\"known\"}\n"
    "},\n"
    "\"groups\":{\n"
    "\"main\":{\"x\":0,\"y\":-20}\n"
    "},\n"
    "\"note\":\"kept\",\n"
    "\"positions\":{\n"
    "\"shop/table:main.\\\"we\\\"\\\"ird\\\"\":{\"x\":1,\"y\":2},\n"
    "\"shop/table:main.orders\":{\"group\":\"main\",\"pinned\":true,\"x\":10,\"y\":20}\n"
    "},\n"
    "\"sources\":{\n"
    "\"crm\":{\"colour\":\"red\",\"database\":\"crm.db\"},\n"
    "\"shop\":{\"database\":\"postgresql://ann@db.example/shop\",\"schemas\":[\"public\",\"b*\"]}\n"
    "}\n"
    "}\n";

ObjectKey orders()
{
    return *ObjectKey::fromString(u"shop/table:main.orders");
}

Workspace parsed(const QByteArray& text)
{
    Result<Workspace> workspace = workspaceFromText(text, QStringLiteral("x.cadastre"));
    Q_ASSERT(workspace.has_value());
    return *std::move(workspace);
}

void write(const QString& path, const QByteArray& text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

QByteArray readFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class tst_Workspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsInIt()
    {
        const Workspace workspace = parsed(sample);
        QCOMPARE(workspace.sources.size(), 2U);
        QCOMPARE(workspace.sources.at(QStringLiteral("shop")).database,
                 QStringLiteral("postgresql://ann@db.example/shop"));
        QCOMPARE(workspace.sources.at(QStringLiteral("shop")).schemas,
                 QStringList({QStringLiteral("public"), QStringLiteral("b*")}));
        QCOMPARE(workspace.placements.tables.value(orders()),
                 (Placement{{10, 20}, QStringLiteral("main"), true}));
        QCOMPARE(workspace.placements.groups.value(QStringLiteral("main")), QPoint(0, -20));
    }

    void writesTheSameBytes() { QCOMPARE(workspaceText(parsed(sample)), sample); }

    void changesOnlyWhatChanged()
    {
        Workspace workspace = parsed(sample);
        workspace.placements.tables[orders()].position = {11, 21};
        workspace.sources[QStringLiteral("crm")].database = QStringLiteral("crm2.db");
        QByteArray expected = sample;
        expected.replace("\"pinned\":true,\"x\":10,\"y\":20", "\"pinned\":true,\"x\":11,\"y\":21");
        expected.replace("crm.db", "crm2.db");
        QCOMPARE(workspaceText(workspace), expected);
    }

    void sortsByCodePoint()
    {
        Workspace workspace;
        workspace.placements.groups = {{QString::fromUtf8("\xf0\x9f\xa6\x84"), {}},
                                       {QString::fromUtf8("\xef\xbd\x9e"), {}},
                                       {QStringLiteral("Z"), {}},
                                       {QStringLiteral("a"), {}}};
        const QByteArray text = workspaceText(workspace);
        const auto at = [&](const char* name) { return text.indexOf(name); };
        QVERIFY(at("\"Z\"") < at("\"a\"") && at("\"a\"") < at("\xef\xbd\x9e"));
        QVERIFY(at("\xef\xbd\x9e") < at("\xf0\x9f\xa6\x84"));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* name, const QByteArray& text, const char* message) {
            QTest::newRow(name) << text << QString::fromUtf8(message);
        };
        const auto with = [](const char* from, const char* to) {
            return QByteArray(sample).replace(from, to);
        };
        row("newer", with("\"version\":1", "\"version\":3"),
            "x.cadastre was written by a newer Cadastre (version 3 of the format, this one reads "
            "1). Open it with that one.");
        row("another format", with("cadastre-workspace", "other"),
            "x.cadastre is not a workspace.");
        row("merge markers", with("\"note\"", "<<<<<<< HEAD\n\"note\""),
            "x.cadastre cannot be read: an unresolved merge conflict in line 13.");
        row("no JSON", with("\"note\":", "\"note\""),
            "x.cadastre cannot be read: missing name separator in line 13.");
        row("twice", with("\"crm\":", "\"shop\":"),
            "x.cadastre cannot be read: \"shop\" for the second time in line 20.");
        row("a section twice", with("\"note\":\"kept\"", "\"groups\":{}"),
            "x.cadastre cannot be read: \"groups\" for the second time in line 13.");
        row("source without database", with("\"database\":\"crm.db\"", "\"x\":1"),
            "x.cadastre cannot be read: source \"crm\" needs a name of a-z, 0-9, _ and - and a "
            "\"database\".");
        row("source with a wrong name", with("\"crm\":", "\"C R M\":"),
            "x.cadastre cannot be read: source \"C R M\" needs a name of a-z, 0-9, _ and - and a "
            "\"database\".");
        row("empty", {}, "x.cadastre cannot be read: illegal value in line 1.");
    }

    void refuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, message);
        const Result<Workspace> workspace = workspaceFromText(text, QStringLiteral("x.cadastre"));
        QVERIFY(!workspace);
        QCOMPARE(workspace.error().message, message);
    }

    void mergesWhatOthersWrote()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("x.cadastre"));
        write(path, sample);
        Workspace mine = *loadWorkspace(path);
        write(path, QByteArray(sample).replace("\"note\":\"kept\"", "\"note\":\"theirs\""));
        mine.placements.tables[orders()].position = {99, 99};
        const Result<WorkspaceSave> saved = saveWorkspace(path, mine);
        QVERIFY(saved.has_value());
        QVERIFY(saved->collisions.empty());
        const QByteArray text = readFile(path);
        QVERIFY(text.contains("\"note\":\"theirs\""));
        QVERIFY(text.contains("\"x\":99"));
        QCOMPARE(workspaceText(saved->workspace), text);
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
    }

    void listsTrueCollisionsAndWritesNothing()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("x.cadastre"));
        write(path, sample);
        Workspace mine = *loadWorkspace(path);
        const QByteArray theirs = QByteArray(sample).replace("\"x\":10", "\"x\":55");
        write(path, theirs);
        mine.placements.tables[orders()].position = {99, 99};
        const Result<WorkspaceSave> saved = saveWorkspace(path, mine);
        QVERIFY(saved.has_value());
        QCOMPARE(saved->collisions,
                 (std::vector<EntryCollision>{{"positions", "shop/table:main.orders"}}));
        QCOMPARE(readFile(path), theirs);
        QVERIFY(saveWorkspace(path, mine, CollisionChoice::TakeMine)->collisions.empty());
        QVERIFY(readFile(path).contains("\"x\":99"));
    }

    void mergesEntries_data()
    {
        QTest::addColumn<QByteArray>("mine");
        QTest::addColumn<QByteArray>("theirs");
        QTest::addColumn<QByteArray>("merged");
        QTest::addColumn<int>("collisions");
        const QByteArray base = "\"a\":1,\"b\":2";
        QTest::newRow("nothing") << base << base << base << 0;
        QTest::newRow("mine added") << base + ",\"c\":3" << base << base + ",\"c\":3" << 0;
        QTest::newRow("theirs removed")
            << base << QByteArray("\"a\":1") << QByteArray("\"a\":1") << 0;
        QTest::newRow("both the same")
            << QByteArray("\"a\":9,\"b\":2") << QByteArray("\"a\":9,\"b\":2")
            << QByteArray("\"a\":9,\"b\":2") << 0;
        QTest::newRow("different entries")
            << QByteArray("\"a\":9,\"b\":2") << QByteArray("\"a\":1,\"b\":8")
            << QByteArray("\"a\":9,\"b\":8") << 0;
        QTest::newRow("one removed, other changed")
            << QByteArray("\"b\":2") << QByteArray("\"a\":7,\"b\":2") << QByteArray("\"b\":2") << 1;
        QTest::newRow("both added differently")
            << base + ",\"c\":3" << base + ",\"c\":4" << base + ",\"c\":3" << 1;
    }

    void mergesEntries()
    {
        QFETCH(QByteArray, mine);
        QFETCH(QByteArray, theirs);
        QFETCH(QByteArray, merged);
        QFETCH(int, collisions);
        const auto document = [](const QByteArray& entries) {
            return *parseEntryDocument("{\"s\":{" + entries + "}}", QStringLiteral("x"));
        };
        const EntryMerge merge =
            mergeEntryDocuments(document("\"a\":1,\"b\":2"), document(mine), document(theirs));
        QCOMPARE(static_cast<int>(merge.collisions.size()), collisions);
        QVERIFY(merge.document == document(merged));
    }

    /// Whatever a file says, it is refused or written back as something that reads the same.
    void survivesAnyDamage()
    {
        QRandomGenerator random(20140301);
        int read = 0;
        for (int round = 0; round < 2000; ++round) {
            QByteArray text = sample;
            text[random.bounded(static_cast<int>(text.size()))] =
                static_cast<char>(random.bounded(32, 127));
            const Result<Workspace> workspace =
                workspaceFromText(text, QStringLiteral("x.cadastre"));
            if (!workspace)
                continue;
            ++read;
            const QByteArray written = workspaceText(*workspace);
            const Result<Workspace> again =
                workspaceFromText(written, QStringLiteral("x.cadastre"));
            QVERIFY2(again.has_value(), text.constData());
            QVERIFY(again->sources == workspace->sources);
            QVERIFY2(again->decisions == workspace->decisions, text.constData());
            QVERIFY2(again->placements == workspace->placements, text.constData());
            QCOMPARE(workspaceText(*again), written);
        }
        QVERIFY(read > 100);
    }

    void makesPathsAbsolute()
    {
        const auto argument = [](const char* database) {
            return databaseArgument({QString::fromUtf8(database), {}, {}},
                                    QStringLiteral("/home/ann/shop.cadastre"));
        };
        QCOMPARE(argument("db/crm.db"), QStringLiteral("/home/ann/db/crm.db"));
        QCOMPARE(argument("/srv/crm.db"), QStringLiteral("/srv/crm.db"));
        QCOMPARE(argument("sqlite:crm.db"), QStringLiteral("sqlite:/home/ann/crm.db"));
        QCOMPARE(argument("mariadb://db/x"), QStringLiteral("mariadb://db/x"));
    }

    void movesAndTakesBack()
    {
        Placements placements = parsed(sample).placements;
        const Placements before = placements;
        const ObjectKey fresh = *ObjectKey::fromString(u"shop/table:main.fresh");
        const Command move = moveTables(placements,
                                        {{orders(), {{1, 1}, QStringLiteral("main"), false}},
                                         {fresh, {{2, 2}, QStringLiteral("main"), false}}},
                                        [](const ObjectKey&) { return true; });
        QCOMPARE(move.name, QStringLiteral("Move 2 tables"));
        QVERIFY(move.forward());
        QVERIFY(placements.tables.value(fresh).pinned);
        QCOMPARE(placements.tables.value(orders()).position, QPoint(1, 1));
        QVERIFY(move.backward());
        QVERIFY(placements == before);
    }

    void skipsWhatIsGoneAndSaysSo()
    {
        Placements placements = parsed(sample).placements;
        const Placements before = placements;
        const Command move =
            moveTables(placements, {{orders(), {}}}, [](const ObjectKey&) { return false; });
        const Result<Nothing> done = move.forward();
        QVERIFY(!done);
        QCOMPARE(done.error().message,
                 QStringLiteral("Move 1 table was skipped: its tables are no longer there."));
        QVERIFY(placements == before);
    }

    void carriesPlacementsOver()
    {
        const ObjectKey renamed = *ObjectKey::fromString(u"shop/table:main.purchases");
        const Placements moved = rekeyed(parsed(sample).placements, {{orders(), renamed}});
        QVERIFY(moved.tables.value(renamed).pinned);
        QVERIFY(!moved.tables.contains(orders()));
        QCOMPARE(moved.tables.size(), 2);
    }
};

QTEST_GUILESS_MAIN(tst_Workspace)
#include "tst_workspace.moc"

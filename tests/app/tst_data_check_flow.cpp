// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// "Check with data" as the window and the command line run it: off the UI thread, source by source,
// with results that outlive a refresh, and snapshots that say what they are.
#include "app/cli/read_statistics.h"
#include "app/cli/verified_relations.h"
#include "app/data_check_flow.h"
#include "model/catalog/snapshot.h"
#include "tests/support/checked_relationships.h"
#include "tests/support/sqlite_file.h"

#include <QSignalSpy>
#include <QtTest>

using namespace cadastre;
using namespace cadastre::test;

namespace {

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

LoadedSource load(const QString& path, const QString& name)
{
    const SourceRequest request{*parseDatabaseAddress(path), {}, {}, name};
    ReadControl control;
    const auto read = readSource(request.address, {}, {}, control);
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    return {request, renamedSource(read->catalog, name), {}, {}};
}

CatalogFacts factsOf(const std::vector<LoadedSource>& sources)
{
    SourceParts parts;
    for (const LoadedSource& source : sources)
        parts.push_back(source.part);
    return makeFacts(parts);
}

std::vector<Relationship> parsed(const CatalogFacts& facts, const QStringList& texts)
{
    std::vector<Relationship> relationships;
    for (const QString& one : texts)
        relationships.push_back(RelationshipText::parse(*facts.catalog, one));
    return relationships;
}

const QByteArray shopScript = "CREATE TABLE p (id INTEGER PRIMARY KEY); INSERT INTO p VALUES (1);"
                              "CREATE TABLE c (p_id INT, q_id INT);"
                              "INSERT INTO c VALUES (1, 1), (2, 1);";

} // namespace

class TestDataCheckFlow : public QObject
{
    Q_OBJECT

private:
    SqliteFolder m_folder;

private Q_SLOTS:
    void checksSourceBySource()
    {
        const std::vector<LoadedSource> sources{
            load(m_folder.make(shopScript, text("a.db")), text("a")),
            load(m_folder.make(shopScript, text("b.db")), text("b"))};
        const CatalogFacts facts = factsOf(sources);
        const auto relationships =
            parsed(facts, {text("a/main.c.p_id > a/main.p.id"), text("b/main.c.q_id > b/main.p.id"),
                           text("a/main.c.q_id > b/main.p.id")});
        DataCheckFlow flow;
        const QSignalSpy started(&flow, &DataCheckFlow::started);
        const QSignalSpy progress(&flow, &DataCheckFlow::progress);
        const QSignalSpy verified(&flow, &DataCheckFlow::verified);
        const QSignalSpy changed(&flow, &DataCheckFlow::resultsChanged);
        QSignalSpy finished(&flow, &DataCheckFlow::finished);
        flow.start(facts, sources, relationships);
        QVERIFY(flow.isRunning());
        QVERIFY(finished.wait());
        QVERIFY(!flow.isRunning());
        QCOMPARE(started.first().first().toInt(), 3);
        QCOMPARE(progress.size(), 3);
        QCOMPARE(progress.last().at(1).toInt(), 2);
        QCOMPARE(progress.last().at(2).toInt(), 3);
        QCOMPARE(verified.size(), 3);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(finished.first(), (QList<QVariant>{2, 1}));
        QCOMPARE(verificationText(*flow.resultFor(*facts.catalog, relationships[0])),
                 text("2 rows whole; 1 of 2 (2)"));
        QCOMPARE(verificationText(*flow.resultFor(*facts.catalog, relationships[1])),
                 text("2 rows whole; 2 of 2"));
        QVERIFY(flow.resultFor(*facts.catalog, relationships[2])->hasFailed());

        // the other order of sources gives other ids
        const CatalogFacts refreshed = factsOf({sources[1], sources[0]});
        const auto again = parsed(
            refreshed, {text("a/main.c.p_id > a/main.p.id"), text("b/main.c.p_id > b/main.p.id")});
        QVERIFY(flow.resultFor(*refreshed.catalog, again[0]));
        QVERIFY(!flow.resultFor(*refreshed.catalog, again[1]));
        const auto withResults = flow.withResults(*refreshed.catalog, again);
        QCOMPARE(withResults[0].evidence.size(), std::size_t(1));
        QVERIFY(withResults[0].confidence < again[0].confidence);
        QCOMPARE(withResults[1], again[1]);
        flow.forgetResults();
        QVERIFY(!flow.hasResults());
        QCOMPARE(changed.size(), 2);
    }

    void openTargetsBecomeTables()
    {
        const LoadedSource source =
            load(m_folder.make("CREATE TABLE posts (id INTEGER PRIMARY KEY);"
                               "INSERT INTO posts VALUES (1);"
                               "CREATE TABLE c (kind, x_id INT);"
                               "INSERT INTO c VALUES ('post', 1), ('gone', 1)",
                               text("o.db")),
                 text("o"));
        const CatalogFacts facts = factsOf({source});
        const auto open = parsed(facts, {text("c.x_id by kind:  > ?")});
        const auto named = parsed(facts, {text("c.x_id by kind: post > posts.id")});
        DataCheckFlow flow;
        QSignalSpy finished(&flow, &DataCheckFlow::finished);
        flow.start(facts, {source}, open);
        QVERIFY(finished.wait());
        const auto checked = flow.withResults(*facts.catalog, open);
        QCOMPARE(checked[0].targets, named[0].targets);
        QVERIFY(flow.resultFor(*facts.catalog, open[0]));
        QVERIFY(flow.resultFor(*facts.catalog, checked[0]));
        const VerificationLookup lookup = flow.lookup(facts.catalog);
        QVERIFY(lookup(checked[0]) == flow.resultFor(*facts.catalog, checked[0]));
        QVERIFY(!lookup(parsed(facts, {text("c.x_id > posts.id")})[0]));
        QCOMPARE(checked[0].evidence.front().sentence,
                 text("100 % of the one value exist in their parents; 1 row of \"gone\", for which "
                      "there is no table"));

        OpenedDatabase database;
        database.parts = {source.part};
        database.requests = {source.request};
        database.catalog = std::make_shared<const Catalog>(mergeSources(database.parts));
        const auto printed = verifyRelations(database, open);
        QVERIFY(printed);
        QCOMPARE(printed->relationships[0].targets, named[0].targets);
    }

    void snapshotsHoldNoRows()
    {
        std::vector<LoadedSource> sources{load(m_folder.make(shopScript, text("s.db")), text("s"))};
        sources.front().request.address.kind = AddressKind::Snapshot;
        const CatalogFacts facts = factsOf(sources);
        const auto relationships = parsed(facts, {text("c.p_id > p.id")});
        DataCheckFlow flow;
        const QSignalSpy finished(&flow, &DataCheckFlow::finished);
        flow.start(facts, sources, relationships);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished.first(), (QList<QVariant>{0, 1}));
        QVERIFY(flow.resultFor(*facts.catalog, relationships[0])
                    ->failure.contains(text("s is a snapshot")));
    }

    void cancelKeepsWhatWasFound()
    {
        const QByteArray slow =
            "CREATE VIEW slow AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
            " WHERE i < 1000000000) SELECT max(i) AS p_id FROM n";
        const std::vector<LoadedSource> sources{
            load(m_folder.make(shopScript + slow, text("slow.db")), text("slow"))};
        const CatalogFacts facts = factsOf(sources);
        const auto relationships = parsed(facts, {text("c.p_id > p.id"), text("slow.p_id > p.id")});
        DataCheckFlow flow;
        QSignalSpy verified(&flow, &DataCheckFlow::verified);
        const QSignalSpy cancelled(&flow, &DataCheckFlow::cancelled);
        const QSignalSpy finished(&flow, &DataCheckFlow::finished);
        const QSignalSpy failed(&flow, &DataCheckFlow::failed);
        flow.start(facts, sources, relationships);
        QVERIFY(verified.wait());
        flow.cancel();
        QVERIFY(!flow.isRunning());
        QCOMPARE(cancelled.size(), 1);
        QVERIFY(flow.resultFor(*facts.catalog, relationships[0]));
        QVERIFY(!flow.resultFor(*facts.catalog, relationships[1]));
        QTest::qWait(200);
        QCOMPARE(verified.size(), 1);
        QCOMPARE(finished.size() + failed.size(), 0);
        flow.start(facts, sources, {relationships[0]});
        QTRY_COMPARE(finished.size(), 1);
    }

    void unreachableSourceFails()
    {
        std::vector<LoadedSource> sources{load(m_folder.make(shopScript, text("g.db")), text("g"))};
        QVERIFY(QFile::remove(sources.front().request.address.path));
        const CatalogFacts facts = factsOf(sources);
        DataCheckFlow flow;
        QSignalSpy failed(&flow, &DataCheckFlow::failed);
        flow.start(facts, sources, parsed(facts, {text("c.p_id > p.id")}));
        QVERIFY(failed.wait());
        QVERIFY(!flow.isRunning());
        QVERIFY(!flow.hasResults());
    }

    void nothingToCheckIsFinished()
    {
        DataCheckFlow flow;
        const QSignalSpy finished(&flow, &DataCheckFlow::finished);
        flow.start(noFacts(), {}, {});
        QCOMPARE(finished.size(), 1);
        QVERIFY(!flow.isRunning());
    }

    void commandLineChecksEachSource()
    {
        const LoadedSource a = load(m_folder.make(shopScript, text("x.db")), text("x"));
        LoadedSource b = load(m_folder.make(shopScript, text("y.db")), text("y"));
        b.request.address.kind = AddressKind::Snapshot;
        OpenedDatabase database;
        database.parts = {a.part, b.part};
        database.requests = {a.request, b.request};
        database.catalog = std::make_shared<const Catalog>(mergeSources(database.parts));
        const CatalogFacts facts = makeFacts(database.parts);
        const auto relationships =
            parsed(facts, {text("y/main.c.p_id > y/main.p.id"), text("x/main.c.p_id > x/main.p.id"),
                           text("x/main.c.p_id > y/main.p.id")});
        const auto result = verifyRelations(database, relationships);
        QVERIFY(result);
        QCOMPARE(result->relationships[0], relationships[0]);
        QVERIFY(!result->verifications[0]);
        QCOMPARE(result->relationships[1].evidence.front().sentence,
                 text("50.0 % of all 2 values exist in the parent; 1 orphan"));
        QVERIFY(result->relationships[1].confidence < relationships[1].confidence);
        QCOMPARE(result->relationships[2], relationships[2]);
        QVERIFY(result->verifications[2]->hasFailed());
        QVERIFY(readStatistics(database).isEmpty());
    }

    void statisticsComeLater()
    {
        const LoadedSource source = load(m_folder.make(shopScript, text("t.db")), text("t"));
        const CatalogFacts facts = factsOf({source});
        DatabaseSession session;
        QString message;
        connect(&session, &DatabaseSession::statisticsFinished, this,
                [&](const Result<StatisticsByColumn>& result) {
                    message = result ? text("read") : result.error().message;
                });
        session.startStatistics(source.request.address, {}, facts.catalog, SourceId{0});
        QTRY_VERIFY(!message.isEmpty());
        QVERIFY2(message.contains(text("SQLite keeps no statistics")), qPrintable(message));
    }
};

QTEST_GUILESS_MAIN(TestDataCheckFlow)
#include "tst_data_check_flow.moc"

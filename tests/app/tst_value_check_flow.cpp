// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Looking which values occur where comments explain values: only there, only databases, results
// that outlive a refresh, and what the checks of comments make of them.
#include "app/value_check_flow.h"

#include "app/catalog_facts.h"
#include "model/catalog/snapshot.h"
#include "tests/support/sqlite_file.h"

#include <QSignalSpy>
#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

class TestValueCheckFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatIsNotExplained();
    void snapshotsHoldNoRows();
    void cancelKeepsNothing();
    void aMissingFileIsSaid();

private:
    SqliteFolder m_folder;
};

namespace {

constexpr int patienceMs = 30000;

const QByteArray script = "CREATE TABLE t (id INTEGER PRIMARY KEY, kind SMALLINT, state TEXT,"
                          " other SMALLINT);"
                          "INSERT INTO t VALUES (1, 1, 'new', 5), (2, 2, 'new', 6),"
                          " (3, 7, NULL, 7);";

LoadedSource loadedFrom(const QString& path)
{
    const SourceRequest request{*parseDatabaseAddress(path), {}, {}, QStringLiteral("shop")};
    ReadControl control;
    const auto read = readSource(request.address, {}, {}, control);
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    return {request, renamedSource(read->catalog, QStringLiteral("shop")), {}, {}};
}

/// With comments that explain the values of `kind` and `state`.
CommentedCatalog explained(const LoadedSource& source)
{
    const auto catalog = std::make_shared<const Catalog>(mergeSources({source.part}));
    StagedEdits staged;
    const auto stage = [&](const char* column, const char* comment) {
        const Result<ObjectRef> object = catalog->resolve(QString::fromLatin1(column));
        if (!object)
            qFatal("%s", qPrintable(object.error().message));
        staged.stage({catalog->keyOf(*object), {}, QString::fromLatin1(comment)});
    };
    stage("t.kind", "@values 1=stock, 2=to order");
    stage("t.state", "@values new=received");
    stage("t.other", "Any number.");
    return {catalog, staged};
}

} // namespace

void TestValueCheckFlow::findsWhatIsNotExplained()
{
    const LoadedSource source = loadedFrom(m_folder.make(script, QStringLiteral("a.db")));
    const CommentedCatalog commented = explained(source);
    QCOMPARE(ValueCheckFlow::columnsToCheck(commented, {source}).size(), std::size_t(2));
    ValueCheckFlow flow;
    QSignalSpy finished(&flow, &ValueCheckFlow::finished);
    flow.start(commented, {source});
    QVERIFY(finished.wait(patienceMs));
    QCOMPARE(finished.last().at(0).toInt(), 2);
    QCOMPARE(finished.last().at(1).toStringList(), QStringList());
    // of the catalog as it is after a refresh, too
    const Catalog again(mergeSources({source.part}));
    const auto occurring = flow.occurring(again);
    QCOMPARE(occurring->size(), 2);
    const Conventions conventions;
    const Boundaries boundaries;
    const auto problems = checkComments({commented, conventions, boundaries, occurring.get()});
    QCOMPARE(problems.size(), std::size_t(1));
    QCOMPARE(problems.front().sentence,
             QStringLiteral("The rows hold 7, which `@values` does not explain."));
    flow.forget();
    QVERIFY(flow.occurring(again)->isEmpty());
}

void TestValueCheckFlow::snapshotsHoldNoRows()
{
    LoadedSource source = loadedFrom(m_folder.make(script, QStringLiteral("b.db")));
    source.request.address.kind = AddressKind::Snapshot;
    QVERIFY(ValueCheckFlow::columnsToCheck(explained(source), {source}).empty());
    QVERIFY(ValueCheckFlow::columnsToCheck({}, {}).empty());
}

void TestValueCheckFlow::cancelKeepsNothing()
{
    const LoadedSource source = loadedFrom(m_folder.make(script, QStringLiteral("c.db")));
    const CommentedCatalog commented = explained(source);
    ValueCheckFlow flow;
    QSignalSpy cancelled(&flow, &ValueCheckFlow::cancelled);
    flow.start(commented, {source});
    flow.cancel();
    QCOMPARE(cancelled.count(), 1);
    QVERIFY(!flow.isRunning());
    QCoreApplication::processEvents();
    QVERIFY(flow.occurring(*commented.catalog())->isEmpty());
}

void TestValueCheckFlow::aMissingFileIsSaid()
{
    const QString path = m_folder.make(script, QStringLiteral("d.db"));
    const LoadedSource source = loadedFrom(path);
    QVERIFY(QFile::remove(path));
    ValueCheckFlow flow;
    QSignalSpy finished(&flow, &ValueCheckFlow::finished);
    flow.start(explained(source), {source});
    QVERIFY(finished.wait(patienceMs));
    QCOMPARE(finished.last().at(0).toInt(), 0);
    QCOMPARE(finished.last().at(1).toStringList().size(), 1);
}

QTEST_GUILESS_MAIN(TestValueCheckFlow)
#include "tst_value_check_flow.moc"

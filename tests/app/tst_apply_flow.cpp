// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Applying from end to end on SQLite, whose comments go into the file beside it: what is written,
// what stays staged and why, what the audit trail holds, and what is found out after an end that
// nobody wanted.
#include "model/catalog/snapshot.h"
#include "tests/support/apply_driver.h"
#include "tests/support/schema_text.h"
#include "tests/support/sqlite_file.h"

#include <QTemporaryDir>

using namespace cadastre;
using namespace cadastre::test;

namespace {

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

const QByteArray shopScript = "CREATE TABLE orders (id INTEGER PRIMARY KEY, status TEXT);"
                              "CREATE TABLE customers (id INTEGER PRIMARY KEY);"
                              "CREATE VIEW open_orders AS SELECT id FROM orders;";

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList outcomes(const ApplyReport& report)
{
    QStringList names;
    for (const CommentWrite& write : report.writes)
        names << writeOutcomeName(write.outcome);
    return names;
}

} // namespace

class TestApplyFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCoreApplication::setApplicationName(QStringLiteral("cadastre")); }

    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", m_home->path().toUtf8());
        m_folder = std::make_unique<SqliteFolder>();
        m_shop = m_folder->make(shopScript);
        m_sidecar = sqliteSidecarPath(m_shop);
    }

    void writtenOnesLeaveTheStage()
    {
        ApplyDriver driver;
        QVERIFY(driver.open(m_shop));
        QVERIFY(driver.edit(text("orders"), text("The main table.\n@owner sales")));
        QVERIFY(driver.edit(text("orders.status"), text("where it's at")));
        const QByteArray database = contentOf(m_shop);
        const ApplyReport report = driver.write();
        QCOMPARE(outcomes(report), QStringList({text("written"), text("written")}));
        QVERIFY(isAllWritten(report));
        QVERIFY(driver.stagedKeys().empty());
        QCOMPARE(driver.comment(text("orders")), text("The main table.\n@owner sales"));
        QCOMPARE(contentOf(m_shop), database); // not a byte of the database
        QVERIFY(contentOf(m_sidecar).contains("where it''s at"));
        QVERIFY(driver.apply.state().isEmpty());
    }

    void theTrailHasWhatWasSent()
    {
        ApplyDriver driver;
        QVERIFY(driver.open(m_shop));
        QVERIFY(driver.edit(text("orders"), text("words")));
        driver.write();
        const std::vector<AuditBatch> batches = driver.audit();
        QCOMPARE(batches.size(), std::size_t(1));
        QCOMPARE(batches[0].writes.size(), std::size_t(1));
        const AuditedWrite& write = batches[0].writes[0];
        QCOMPARE(write.planned.edit.after, text("words"));
        QVERIFY(write.planned.sql.contains(text("COMMENT ON TABLE")));
        QVERIFY(write.result && write.result->outcome == WriteOutcome::Written);
        QVERIFY(QDateTime::fromString(batches[0].started, Qt::ISODate).isValid());
    }

    void aBatchIsTakenBackByTheSameCarefulWay()
    {
        ApplyDriver driver;
        QVERIFY(driver.open(m_shop));
        QVERIFY(driver.edit(text("orders"), text("one")));
        QVERIFY(driver.edit(text("customers"), text("two")));
        driver.write();
        QVERIFY(driver.comments.stage(undoOf(driver.audit().front()), text("undo")));
        QCOMPARE(driver.stagedKeys().size(), std::size_t(2));
        // somebody changes one of them meanwhile
        QByteArray file = contentOf(m_sidecar);
        QFile sidecar(m_sidecar);
        QVERIFY(sidecar.open(QIODevice::WriteOnly));
        sidecar.write(file.replace("'two'", "'theirs'"));
        sidecar.close();
        const ApplyReport report = driver.write({}, driver.audit().front().id);
        QVERIFY(report.undo);
        QCOMPARE(outcomeLine(report.writes), text("1 written, 1 conflict"));
        QCOMPARE(driver.comment(text("orders")), QString());
        QCOMPARE(driver.comment(text("customers")), text("theirs"));
        QCOMPARE(driver.audit().back().undoes, driver.audit().front().id);
    }

    void conflictsStayAndCanBeSolved()
    {
        ApplyDriver driver;
        QVERIFY(driver.open(m_shop));
        QVERIFY(driver.edit(text("orders"), text("mine")));
        {
            ApplyDriver other; // as another program would: written beside, without the journal
            const auto writes = writeSidecar(
                m_sidecar, driver.catalog(), SourceId{0},
                std::vector<CommentEdit>{{driver.key(text("orders")), {}, text("theirs")}});
            QCOMPARE(writes.front().outcome, WriteOutcome::Written);
        }
        const ApplyReport report = driver.write();
        QCOMPARE(outcomes(report), QStringList{text("conflict")});
        QVERIFY(contentOf(m_sidecar).contains("theirs") && !contentOf(m_sidecar).contains("mine"));
        const PendingSource pending = driver.apply.state().sources.front();
        QVERIFY(isInConflict(pending.rows.front()));
        QCOMPARE(theirsOf(pending.rows.front()), text("theirs"));
        QVERIFY(
            driver.comments.rebase(pending.rows.front().edit.key, text("theirs"), text("both")));
        QVERIFY(!isInConflict(driver.apply.state().sources.front().rows.front()));
        QCOMPARE(outcomes(driver.write()), QStringList{text("written")});
        QCOMPARE(driver.comment(text("orders")), text("both"));
    }

    void readOnlyIsNeverWritten()
    {
        ApplyDriver driver;
        driver.apply.setMarks([](const QString&) { return SourceMarks{true, false}; });
        QVERIFY(driver.open(m_shop));
        QVERIFY(driver.edit(text("orders"), text("words")));
        const ApplyReport report = driver.write();
        QVERIFY2(report.failure.contains(text("read only")), qPrintable(report.failure));
        QVERIFY(!QFile::exists(m_sidecar));
        QCOMPARE(driver.stagedKeys().size(), std::size_t(1));
        QVERIFY(driver.audit().empty());
        QVERIFY(driver.apply.state().sources.front().rows.front().planned); // for a migration
    }

    void productionIsKnownByMarkAndByName()
    {
        ApplyDriver driver;
        QVERIFY(driver.open(m_shop));
        QVERIFY(driver.apply.markedSources().empty());
        driver.apply.setProductionPatterns({text("shop")});
        QCOMPARE(driver.apply.markedSources().size(), std::size_t(1));
        driver.apply.setProductionPatterns(QStringList());
        driver.apply.setMarks([](const QString&) { return SourceMarks{false, true}; });
        QCOMPARE(driver.apply.markedSources().front().productionReason,
                 text("marked as production"));
    }

    void aPlaceThatTakesNothingIsSaid()
    {
        ApplyDriver driver;
        const QString nowhere = m_folder->path(text("missing/folder/shop.comments.sql"));
        driver.sources.setSidecarPlaces([&](const DatabaseAddress&) { return nowhere; });
        QVERIFY(driver.open(m_shop));
        QVERIFY(driver.edit(text("orders"), text("words")));
        const ApplyReport report = driver.write();
        QCOMPARE(outcomes(report), QStringList{text("refused")});
        QVERIFY(!report.writes.front().reason.isEmpty());
        const PendingRow row = driver.apply.state().sources.front().rows.front();
        QVERIFY(pendingSentences(row).join(QLatin1Char(' ')).contains(text("under More")));
        driver.sources.setSidecarPlaces(
            [&](const DatabaseAddress&) { return m_folder->path(text("other.comments.sql")); });
        QCOMPARE(outcomes(driver.write()), QStringList{text("written")});
        QCOMPARE(driver.comment(text("orders")), text("words"));
    }

    void anEndMeanwhileIsLookedUp()
    {
        {
            ApplyDriver driver; // stages two, and "dies" after one was written
            QVERIFY(driver.open(m_shop));
            QVERIFY(driver.edit(text("orders"), text("written")));
            QVERIFY(driver.edit(text("customers"), text("not written")));
            QVERIFY(driver.plan());
            const PendingSource pending = driver.apply.state().sources.front();
            AuditBook book(auditPathOf(driver.sources.sources().front().request.address),
                           pending.target, text("shop"), {});
            std::vector<PlannedComment> planned;
            for (const PendingRow& row : pending.rows)
                planned.push_back(*row.planned);
            QVERIFY(book.sending(planned));
            const auto writes = writeSidecar(
                m_sidecar, driver.catalog(), SourceId{0},
                std::vector<CommentEdit>{{driver.key(text("orders")), {}, text("written")}});
            QCOMPARE(writes.front().outcome, WriteOutcome::Written);
        }
        ApplyDriver driver;
        QVERIFY(driver.open(m_shop));
        QTRY_COMPARE_WITH_TIMEOUT(driver.reports.size(), std::size_t(1), 10000);
        QVERIFY(driver.reports.front().afterwards);
        QCOMPARE(outcomeLine(driver.reports.front().writes), text("1 written, 1 not tried"));
        QCOMPARE(driver.stagedKeys().size(), std::size_t(1)); // nothing staged is lost
        QCOMPARE(driver.stagedKeys().front(), driver.key(text("customers")));
        const std::vector<AuditBatch> batches = driver.audit();
        for (const AuditedWrite& write : batches.front().writes)
            QVERIFY(write.result.has_value());
        QCOMPARE(undoOf(batches.front()).size(), std::size_t(1));
        ApplyDriver again; // it is known now
        driver.sources.closeAll();
        QVERIFY(again.open(m_shop));
        QVERIFY(again.reports.empty());
    }

    void whatWasTypedOnStaysStaged()
    {
        ApplyDriver driver;
        QVERIFY(driver.open(m_shop));
        QVERIFY(driver.edit(text("orders"), text("first")));
        QVERIFY(driver.plan());
        QVERIFY(driver.apply.apply(text("shop"), driver.stagedKeys(), {}));
        QVERIFY(driver.edit(text("orders"), text("first and more")));
        QTRY_COMPARE_WITH_TIMEOUT(driver.reports.size(), std::size_t(1), 10000);
        QVERIFY(driver.settle());
        QCOMPARE(driver.comment(text("orders")), text("first"));
        QCOMPARE(driver.stagedKeys().size(), std::size_t(1));
        const CommentEdit* edit = driver.comments.staged().find(driver.key(text("orders")));
        QCOMPARE(edit->before, text("first"));
        QCOMPARE(edit->after, text("first and more"));
    }

    void onlyOneAtATime()
    {
        ApplyDriver driver;
        QVERIFY(driver.open(m_shop));
        QVERIFY(driver.edit(text("orders"), text("words")));
        QVERIFY(driver.plan());
        QVERIFY(driver.apply.apply(text("shop"), driver.stagedKeys(), {}));
        QVERIFY(!driver.apply.apply(text("shop"), driver.stagedKeys(), {}));
        QVERIFY(!driver.apply.apply(text("other"), driver.stagedKeys(), {}));
        QVERIFY(driver.settle());
        QTRY_COMPARE_WITH_TIMEOUT(driver.reports.size(), std::size_t(1), 10000);
    }

    void aSnapshotCanOnlyBecomeAMigration()
    {
        const QString path = m_folder->path(text("shop.catalog.json"));
        const SourceCatalog shop =
            SchemaText::source(text("orders\n  id integer pk\n  status text\n"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(snapshotText(shop));
        file.close();
        ApplyDriver driver;
        QVERIFY2(driver.open(path), qPrintable(driver.failure));
        QVERIFY(driver.edit(text("orders.status"), text("where it is")));
        QVERIFY(driver.plan());
        const PendingSource pending = driver.apply.state().sources.front();
        QVERIFY(!pending.canWrite);
        QVERIFY(pending.rows.front().planned->sql.contains(text("COMMENT ON COLUMN")));
        QVERIFY(!driver.write().failure.isEmpty());
        QCOMPARE(driver.stagedKeys().size(), std::size_t(1));
    }

    void planFollowsWhatIsStaged()
    {
        ApplyDriver driver;
        QVERIFY(driver.open(m_shop));
        QVERIFY(driver.edit(text("orders"), text("one")));
        QVERIFY(driver.plan());
        QVERIFY(driver.apply.state().sources.front().rows.front().planned);
        QVERIFY(driver.edit(text("orders"), text("two"))); // its SQL is another
        QVERIFY(!driver.apply.state().sources.front().rows.front().planned);
        QVERIFY(driver.plan());
        QVERIFY(
            driver.apply.state().sources.front().rows.front().planned->sql.contains(text("two")));
    }

private:
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<SqliteFolder> m_folder;
    QString m_shop;
    QString m_sidecar;
};

QTEST_GUILESS_MAIN(TestApplyFlow)
#include "tst_apply_flow.moc"

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How a request is parted between database, sidecar and nowhere, on SQLite, where there is no
// server: every edit ends with one outcome, is told once, and nothing is written that was not
// announced.
#include "model/notes/sidecar/sidecar.h"
#include "model/sql/write/write_comments.h"
#include "model/sql/write/write_ledger.h"
#include "tests/support/sqlite_file.h"

#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

namespace {

QString word(const char* text)
{
    return QString::fromUtf8(text);
}

CommentEdit tableEdit(const Catalog& catalog, int table, const char* after)
{
    return commentEditOf(catalog, TableId{table}, word(after));
}

} // namespace

class TestWriteComments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sidecarIsWritten();
    void withoutPlaceForTheFile();
    void whatCarriesNoComment();
    void goneObject();
    void conflictWithTheFile();
    void notAnnouncedIsNotWritten();
    void cancelled();
    void allOrNothingWithARefusedOne();
    void plan();
    void resolve();
    void snapshotHasNoPlace();
    void ledgerSettlesOnce();

private:
    CommentWriteRequest request(std::vector<CommentEdit> edits)
    {
        CommentWriteRequest writing;
        writing.catalog = m_catalog;
        writing.edits = std::move(edits);
        writing.sidecarPath = m_sidecar;
        writing.onSending = [this](std::span<const PlannedComment> planned) {
            m_sent += static_cast<int>(planned.size());
            return ok();
        };
        writing.onResults = [this](std::span<const CommentWrite> writes) {
            m_told.insert(m_told.end(), writes.begin(), writes.end());
        };
        writing.onProgress = [this](int done, int total) { m_progress << done << total; };
        return writing;
    }
    Result<CommentWriteReport> write(const CommentWriteRequest& writing)
    {
        ReadControl control;
        return writeComments(m_address, {}, writing, control);
    }
    QString stored(int table)
    {
        const auto held = sidecarComments(m_sidecar, *m_catalog, SourceId{0});
        if (!held)
            return held.error().message;
        const auto found = held->find(m_catalog->keyOf(TableId{table}));
        return found == held->end() ? QString() : found->second;
    }

    std::unique_ptr<SqliteFolder> m_folder;
    std::shared_ptr<const Catalog> m_catalog;
    DatabaseAddress m_address;
    QString m_sidecar;
    int m_sent = 0;
    std::vector<CommentWrite> m_told;
    QList<int> m_progress;
};

void TestWriteComments::init()
{
    m_folder = std::make_unique<SqliteFolder>();
    const QString path = m_folder->make("CREATE TABLE a (x int); CREATE TABLE b (x int);");
    m_catalog = std::make_shared<const Catalog>(catalogOf(path));
    m_address = *parseDatabaseAddress(path);
    m_sidecar = sqliteSidecarPath(path);
    m_sent = 0;
    m_told.clear();
    m_progress.clear();
}

void TestWriteComments::sidecarIsWritten()
{
    const auto report =
        write(request({tableEdit(*m_catalog, 0, "first"), tableEdit(*m_catalog, 1, "It's\n")}));
    QVERIFY(report.has_value());
    QCOMPARE(report->writes.size(), std::size_t(2));
    for (const CommentWrite& write : report->writes) {
        QCOMPARE(write.outcome, WriteOutcome::Written);
        QVERIFY2(write.sql.startsWith(word("COMMENT ON ")), qPrintable(write.sql));
    }
    QVERIFY(m_told == report->writes);
    QCOMPARE(m_sent, 2);
    QCOMPARE(m_progress, (QList<int>{2, 2}));
    QCOMPARE(stored(0), word("first"));
    QCOMPARE(stored(1), word("It's\n"));
}

void TestWriteComments::withoutPlaceForTheFile()
{
    CommentWriteRequest writing = request({tableEdit(*m_catalog, 0, "x")});
    writing.sidecarPath.clear();
    const auto report = write(writing);
    QCOMPARE(report->writes[0].outcome, WriteOutcome::Refused);
    QVERIFY2(report->writes[0].reason.contains(word("Save the workspace first")),
             qPrintable(report->writes[0].reason));
    QCOMPARE(m_sent, 0);
    QCOMPARE(m_told.size(), std::size_t(1));
}

void TestWriteComments::whatCarriesNoComment()
{
    const auto report = write(request(
        {commentEditOf(*m_catalog, SourceId{0}, word("x")), tableEdit(*m_catalog, 0, "written")}));
    QCOMPARE(report->writes[0].outcome, WriteOutcome::Refused);
    QCOMPARE(report->writes[0].reason, commentHomeOf(*m_catalog, SourceId{0}).sentence);
    QCOMPARE(report->writes[1].outcome, WriteOutcome::Written);
    QCOMPARE(m_sent, 1);
    QCOMPARE(m_told.size(), std::size_t(2));
}

void TestWriteComments::goneObject()
{
    CommentEdit edit = tableEdit(*m_catalog, 0, "x");
    edit.key.parts.last() = word("never");
    const auto report = write(request({edit}));
    QCOMPARE(report->writes[0].outcome, WriteOutcome::Refused);
    QVERIFY(report->writes[0].reason.contains(word("never")));
    QVERIFY(!QFile::exists(m_sidecar));
}

void TestWriteComments::conflictWithTheFile()
{
    QVERIFY(write(request({tableEdit(*m_catalog, 0, "theirs")})));
    m_told.clear();
    const auto report = write(request({tableEdit(*m_catalog, 0, "mine")}));
    QCOMPARE(report->writes[0].outcome, WriteOutcome::Conflict);
    QCOMPARE(report->writes[0].theirs, std::optional(word("theirs")));
    QCOMPARE(stored(0), word("theirs"));
    const auto again = write(request({tableEdit(*m_catalog, 0, "theirs")}));
    QCOMPARE(again->writes[0].outcome, WriteOutcome::Unchanged);
}

void TestWriteComments::notAnnouncedIsNotWritten()
{
    CommentWriteRequest writing = request({tableEdit(*m_catalog, 0, "x")});
    writing.onSending = [](std::span<const PlannedComment>) -> Result<Nothing> {
        return Error{word("The disk is full."), {}};
    };
    const auto report = write(writing);
    QCOMPARE(report->writes[0].outcome, WriteOutcome::NotTried);
    QCOMPARE(report->writes[0].reason, word("The disk is full."));
    QCOMPARE(report->writes[0].sql, QString());
    QVERIFY(!QFile::exists(m_sidecar));
}

void TestWriteComments::cancelled()
{
    ReadControl control;
    control.cancel();
    const auto report =
        writeComments(m_address, {}, request({tableEdit(*m_catalog, 0, "x")}), control);
    QCOMPARE(report->writes[0].outcome, WriteOutcome::NotTried);
    QCOMPARE(m_told.size(), std::size_t(1));
    QVERIFY(!QFile::exists(m_sidecar));
}

void TestWriteComments::allOrNothingWithARefusedOne()
{
    CommentWriteRequest writing =
        request({commentEditOf(*m_catalog, SourceId{0}, word("x")), tableEdit(*m_catalog, 0, "x")});
    writing.allOrNothing = true;
    QVERIFY(!write(writing).has_value());
    QVERIFY(m_told.empty());
    QVERIFY(!QFile::exists(m_sidecar));
}

void TestWriteComments::plan()
{
    ReadControl control;
    const auto plan = planComments(m_address, {},
                                   request({tableEdit(*m_catalog, 0, "It's"),
                                            commentEditOf(*m_catalog, SourceId{0}, word("x"))}),
                                   control);
    QVERIFY(plan.has_value());
    QCOMPARE(plan->target.server, m_sidecar);
    QCOMPARE(plan->comments[0].place, CommentPlace::Sidecar);
    QVERIFY(plan->comments[0].sql.contains(word("COMMENT ON TABLE a IS 'It''s';")));
    QCOMPARE(plan->comments[1].place, CommentPlace::None);
    QVERIFY(!plan->comments[1].refusal.isEmpty());
    QVERIFY(!QFile::exists(m_sidecar));
}

void TestWriteComments::resolve()
{
    QVERIFY(write(request({tableEdit(*m_catalog, 0, "new")})));
    ReadControl control;
    const auto report = resolveUnknown(
        m_address, {}, request({tableEdit(*m_catalog, 0, "new"), tableEdit(*m_catalog, 1, "new")}),
        control);
    QCOMPARE(report->writes[0].outcome, WriteOutcome::Written);
    QCOMPARE(report->writes[1].outcome, WriteOutcome::NotTried);
    const auto other =
        resolveUnknown(m_address, {}, request({tableEdit(*m_catalog, 0, "another")}), control);
    QCOMPARE(other->writes[0].outcome, WriteOutcome::Conflict);
    QCOMPARE(other->writes[0].theirs, std::optional(word("new")));
}

void TestWriteComments::snapshotHasNoPlace()
{
    m_address.kind = AddressKind::Snapshot;
    ReadControl control;
    QVERIFY(!write(request({tableEdit(*m_catalog, 0, "x")})).has_value());
    QVERIFY(!planComments(m_address, {}, request({}), control).has_value());
    QVERIFY(m_told.empty());
}

void TestWriteComments::ledgerSettlesOnce()
{
    const CommentWriteRequest writing =
        request({tableEdit(*m_catalog, 0, "x"), tableEdit(*m_catalog, 1, "x")});
    WriteLedger ledger(writing);
    ledger.settle(0, {WriteOutcome::Written});
    ledger.settle(0, {WriteOutcome::Conflict, word("later")});
    ledger.tell();
    ledger.tell();
    ledger.warn(word("once"));
    ledger.warn(word("once"));
    const CommentWriteReport report = ledger.finish(word("stopped"));
    QCOMPARE(report.writes[0].outcome, WriteOutcome::Written);
    QCOMPARE(report.writes[1].outcome, WriteOutcome::NotTried);
    QCOMPARE(report.writes[1].reason, word("stopped"));
    QCOMPARE(report.warnings, QStringList{word("once")});
    QCOMPARE(m_told.size(), std::size_t(2));
    QCOMPARE(m_progress, (QList<int>{1, 2, 2, 2}));
}

QTEST_GUILESS_MAIN(TestWriteComments)
#include "tst_write_comments.moc"

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The sidecar: read over a catalog, and changed so that nothing of others is lost: other
// statements, ordinary comments, what changed on disk meanwhile, a file that is broken.
#include "model/notes/sidecar/sidecar.h"
#include "model/replace_file.h"
#include "tests/support/schema_text.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace cadastre;

namespace {

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

std::shared_ptr<const SourceCatalog> part(Engine engine = Engine::Sqlite)
{
    SourceCatalog source = test::SchemaText::source(u("customers\n"
                                                      "  id integer pk\n"
                                                      "orders // words in the DDL\n"
                                                      "  id integer pk\n"
                                                      "  note text\n"
                                                      "view totals\n"
                                                      "  sum integer\n"));
    source.objects.sources.front().engine = engine;
    for (Table& table : source.objects.tables)
        table.comment.origin = CommentOrigin::Ddl;
    return std::make_shared<const SourceCatalog>(source);
}

Catalog catalog(Engine engine = Engine::Sqlite)
{
    return mergeSources({part(engine)});
}

ObjectKey key(const char* name)
{
    const QStringList parts = QString(u("public.") + u(name)).split(QLatin1Char('.'));
    return {u("shop"), parts.size() == 3 ? KeyKind::Column : KeyKind::Table, parts, {}};
}

CommentEdit edit(const char* name, const char* before, const char* after)
{
    return {key(name), u(before), u(after)};
}

} // namespace

class tst_Sidecar : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path;
    int m_count = 0;

    QByteArray content() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
    }
    void setContent(const QByteArray& text) { QVERIFY(replaceFile(m_path, text)); }
    CommentWrite write(const CommentEdit& change) const
    {
        return writeSidecar(m_path, catalog(), SourceId{0}, std::span(&change, 1)).front();
    }

private Q_SLOTS:
    void init() { m_path = m_folder.filePath(u("%1.comments.sql").arg(++m_count)); }

    void paths()
    {
        QCOMPARE(sqliteSidecarPath(u("/a/shop.v2.sqlite")), u("/a/shop.v2.comments.sql"));
        QCOMPARE(sqliteSidecarPath(u("/a/history")), u("/a/history.comments.sql"));
        QCOMPARE(workspaceSidecarPath(u("/a/all.cadastre"), u("shop")),
                 u("/a/all.shop.comments.sql"));
    }

    void readsOverTheCatalog()
    {
        setContent("COMMENT ON TABLE customers IS 'who buys';\n"
                   "COMMENT ON TABLE gone IS 'x';\n"
                   "COMMENT ON COLUMN public.orders.note IS 'qualified';\n"
                   "COMMENT ON VIEW totals IS NULL;\n");
        const SidecarReading reading = withSidecar(part(), m_path);
        const Catalog result = mergeSources({reading.catalog});
        const Comment customers = result.base(*result.find(key("customers"))).comment;
        QCOMPARE(customers, (Comment{u("who buys"), CommentOrigin::Sidecar, false}));
        QCOMPARE(result.base(*result.find(key("orders.note"))).comment.text, u("qualified"));
        QCOMPARE(result.base(*result.find(key("orders"))).comment,
                 (Comment{u("words in the DDL"), CommentOrigin::Ddl, false}));
        QCOMPARE(reading.problems.size(), 1);
        QVERIFY2(reading.problems.first().contains(u("line 2: There is no table gone in shop")),
                 qPrintable(reading.problems.first()));
    }

    void aMissingFileIsEmpty()
    {
        const auto source = part();
        const SidecarReading reading = withSidecar(source, m_path);
        QCOMPARE(reading.catalog, source);
        QVERIFY(reading.problems.isEmpty());
        QVERIFY(sidecarComments(m_path, catalog(), SourceId{0})->empty());
    }

    void aBrokenFileIsAProblem()
    {
        setContent("COMMENT ON TABLE customers IS 'x'\n");
        const auto source = part();
        const SidecarReading reading = withSidecar(source, m_path);
        QCOMPARE(reading.catalog, source);
        QVERIFY2(reading.problems.first().startsWith(QString(m_path + u(": Line 2, column 1: "))),
                 qPrintable(reading.problems.first()));
    }

    void onlyWhatTheDatabaseCannotStore()
    {
        setContent("COMMENT ON TABLE customers IS 'x';\nCOMMENT ON VIEW totals IS 'y';\n");
        const SidecarReading reading = withSidecar(part(Engine::MariaDb), m_path);
        const Catalog result = mergeSources({reading.catalog});
        QCOMPARE(result.base(*result.find(key("totals"))).comment.text, u("y"));
        QCOMPARE(result.base(*result.find(key("customers"))).comment.text, QString());
        QCOMPARE(reading.problems.size(), 1);
    }

    void writesAFirstStatement()
    {
        const CommentWrite written = write(edit("customers", "", "it's\nwho buys"));
        QCOMPARE(written.outcome, WriteOutcome::Written);
        QCOMPARE(content(), "COMMENT ON TABLE customers IS E'it''s\\nwho buys';\n");
        QCOMPARE(written.sql, u("COMMENT ON TABLE customers IS E'it''s\\nwho buys';"));
        QVERIFY(QDir(m_folder.path()).entryList({u("*.lock")}).isEmpty());
    }

    void everythingElseStays_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QString>("object");
        QTest::addColumn<QString>("was");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char* name, const QByteArray& before, const char* object,
                            const char* was, const char* text, const QByteArray& after) {
            QTest::newRow(name) << before << u(object) << u(was) << u(text) << after;
        };
        const QByteArray head = "-- Comments of the shop.\n\n";
        const QByteArray customers = "-- whom\nCOMMENT  ON TABLE customers IS E'a';  -- see 4\n";
        const QByteArray gone = "COMMENT ON TABLE gone IS 'lost?';\n\n";
        const QByteArray totals = "-- was: 'z'\nCOMMENT ON VIEW totals IS 'z' ;\n-- end";
        const QByteArray file = head + customers + gone + totals;
        row("replaces", file, "customers", "a", "b",
            head + "-- whom\nCOMMENT ON TABLE customers IS 'b';  -- see 4\n" + gone + totals);
        row("replaces with its was line", file, "totals", "z", "y",
            head + customers + gone + "COMMENT ON VIEW totals IS 'y';\n-- end");
        row("adds behind what comes before", file, "orders.note", "", "n",
            head + customers + "COMMENT ON COLUMN orders.note IS 'n';\n" + gone + totals);
        row("adds at the end", "COMMENT ON TABLE customers IS 'a';", "totals", "", "t",
            "COMMENT ON TABLE customers IS 'a';\nCOMMENT ON VIEW totals IS 't';\n");
        row("adds before the first", head + totals, "customers", "", "c",
            head + "COMMENT ON TABLE customers IS 'c';\n" + totals);
        row("adds to words alone", "-- words", "customers", "", "c",
            "-- words\nCOMMENT ON TABLE customers IS 'c';\n");
        row("takes out", file, "totals", "z", "", head + customers + gone + "-- end");
        row("takes out, its words stay", file, "customers", "a", "",
            head + "-- whom\n  -- see 4\n" + gone + totals);
        row("as the file ends its lines", "COMMENT ON TABLE customers IS 'a';\r\n", "orders.note",
            "", "n",
            "COMMENT ON TABLE customers IS 'a';\r\nCOMMENT ON COLUMN orders.note IS 'n';\r\n");
        row("behind a byte order mark", "\xef\xbb\xbf-- w\n", "customers", "", "c",
            "\xef\xbb\xbf-- w\nCOMMENT ON TABLE customers IS 'c';\n");
        row("words of the DDL are what was seen", "", "orders", "words in the DDL", "new",
            "COMMENT ON TABLE orders IS 'new';\n");
        row("or nothing", "", "orders", "", "new", "COMMENT ON TABLE orders IS 'new';\n");
    }

    void everythingElseStays()
    {
        QFETCH(QByteArray, before);
        QFETCH(QString, object);
        QFETCH(QString, was);
        QFETCH(QString, text);
        QFETCH(QByteArray, after);
        setContent(before);
        const CommentWrite written =
            write(edit(qPrintable(object), qPrintable(was), qPrintable(text)));
        QVERIFY2(written.outcome == WriteOutcome::Written, qPrintable(written.reason));
        QCOMPARE(content(), after);
    }

    void outcomes_data()
    {
        QTest::addColumn<QString>("was");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("outcome");
        QTest::newRow("the same") << u("a") << u("a") << int(WriteOutcome::Unchanged);
        QTest::newRow("already there") << u("x") << u("a") << int(WriteOutcome::Unchanged);
        QTest::newRow("somebody else") << u("x") << u("b") << int(WriteOutcome::Conflict);
        QTest::newRow("none was seen") << u("") << u("b") << int(WriteOutcome::Conflict);
        QTest::newRow("NUL") << u("a") << QString(QChar(0)) << int(WriteOutcome::Refused);
    }

    void outcomes()
    {
        QFETCH(QString, was);
        QFETCH(QString, text);
        QFETCH(int, outcome);
        const QByteArray before = "COMMENT ON TABLE customers IS 'a';\n";
        setContent(before);
        const CommentWrite written = write({key("customers"), was, text});
        QCOMPARE(int(written.outcome), outcome);
        QCOMPARE(content(), before);
        QCOMPARE(written.theirs.has_value(), written.outcome == WriteOutcome::Conflict);
        QCOMPARE(written.reason.isEmpty(), written.outcome == WriteOutcome::Unchanged);
        QVERIFY(written.sql.isEmpty());
    }

    void eachStandsAlone()
    {
        setContent("COMMENT ON TABLE customers IS 'a';\n");
        const std::vector<CommentEdit> edits{edit("customers", "x", "b"), edit("totals", "", "t"),
                                             edit("nowhere", "", "n")};
        const auto writes = writeSidecar(m_path, catalog(), SourceId{0}, edits);
        QCOMPARE(writes.size(), 3U);
        QCOMPARE(writes[0].outcome, WriteOutcome::Conflict);
        QCOMPARE(writes[0].theirs, std::optional(u("a")));
        QCOMPARE(writes[1].outcome, WriteOutcome::Written);
        QCOMPARE(writes[2].outcome, WriteOutcome::Refused);
        QCOMPARE(content(), "COMMENT ON TABLE customers IS 'a';\nCOMMENT ON VIEW totals IS 't';\n");
    }

    void aBrokenFileIsNotOverwritten()
    {
        const QByteArray broken = "COMMENT ON TABLE customers IS 'a;\n<<<<<<< mine\n";
        setContent(broken);
        const CommentWrite written = write(edit("customers", "", "b"));
        QCOMPARE(written.outcome, WriteOutcome::Refused);
        QVERIFY2(written.reason.contains(u("Line 1, column 31: this text is not closed")),
                 qPrintable(written.reason));
        QCOMPARE(content(), broken);
        setContent("COMMENT ON TABLE customers IS 'a';\nCOMMENT ON TABLE public.customers IS 'b';");
        QVERIFY(
            write(edit("customers", "a", "c")).reason.contains(u("Line 2, column 1: there is")));
        setContent("-- \xff\n");
        QVERIFY(
            write(edit("customers", "", "c")).reason.contains(u("Line 1, column 4: this is not")));
    }

    void aReadOnlyFolderSaysSo()
    {
        if (geteuid() == 0)
            m_path = u("/proc/%1").arg(QFileInfo(m_path).fileName());
        else
            QVERIFY(QFile::setPermissions(m_folder.path(), QFile::ReadOwner | QFile::ExeOwner));
        const CommentWrite written = write(edit("customers", "", "b"));
        QFile::setPermissions(m_folder.path(),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QCOMPARE(written.outcome, WriteOutcome::Refused);
        QVERIFY2(written.reason.contains(m_path) && written.reason.contains(u("another place")),
                 qPrintable(written.reason));
    }

    void aMissingFolderSaysSo()
    {
        m_path = m_folder.filePath(u("none/x.comments.sql"));
        QCOMPARE(write(edit("customers", "", "b")).outcome, WriteOutcome::Refused);
    }

    void aDeadProgramsLockIsTaken()
    {
        QFile lock(QString(m_path + u(".lock")));
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write("2147483000\ncadastre\n" + QSysInfo::machineHostName().toUtf8() + "\n");
        lock.close();
        QCOMPARE(write(edit("customers", "", "b")).outcome, WriteOutcome::Written);
    }

    void plans()
    {
        const Catalog whole = catalog(Engine::MariaDb);
        const PlannedComment view = planSidecar(whole, edit("totals", "old", "new"));
        QCOMPARE(view.place, CommentPlace::Sidecar);
        QCOMPARE(view.sql, u("COMMENT ON VIEW public.totals IS 'new';"));
        QCOMPARE(view.undoSql, u("COMMENT ON VIEW public.totals IS 'old';"));
        QVERIFY(view.refusal.isEmpty());
        QVERIFY(!planSidecar(whole, edit("customers", "", "x")).refusal.isEmpty());
        QVERIFY(!planSidecar(whole, edit("nowhere", "", "x")).refusal.isEmpty());
    }

    void manyAtOnce()
    {
        QString text;
        std::vector<CommentEdit> edits;
        for (int i = 0; i < 3000; ++i) {
            text += u("t%1\n").arg(i);
            edits.push_back({key(qPrintable(u("t%1").arg(i))), {}, u("words %1").arg(i)});
        }
        SourceCatalog source = test::SchemaText::source(text);
        source.objects.sources.front().engine = Engine::Sqlite;
        const Catalog whole = mergeSources({std::make_shared<const SourceCatalog>(source)});
        const auto writes = writeSidecar(m_path, whole, SourceId{0}, edits);
        for (const CommentWrite& written : writes)
            QCOMPARE(written.outcome, WriteOutcome::Written);
        QCOMPARE(content(),
                 commentFileOf(whole, edits)->replace(u("-- was: NULL\n"), QString()).toUtf8());
    }
};

QTEST_GUILESS_MAIN(tst_Sidecar)
#include "tst_sidecar.moc"

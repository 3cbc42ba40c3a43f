// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// `cadastre comments` from outside, on SQLite: export, drift, applying by the rules of the window,
// sidecars, marks of a workspace, mistakes. Servers are in tests/server.
#include "app/comment_journals.h"
#include "app/resource_paths.h"
#include "app/settings.h"
#include "model/notes/comment_file.h"
#include "tests/app/cli_fixture.h"
#include "tests/support/sqlite_file.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace cadastre;
using test::CommandResult;

namespace {

const QByteArray shopScript = "CREATE TABLE customers ( -- who buys\n"
                              "  id INTEGER PRIMARY KEY,\n"
                              "  flag1 INTEGER\n"
                              ");\n"
                              "CREATE TABLE orders (id INTEGER PRIMARY KEY);\n"
                              "CREATE VIEW totals AS SELECT id FROM orders;\n";

void write(const QString& path, const QByteArray& text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
}

QByteArray content(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

} // namespace

class tst_CliComments : public QObject
{
    Q_OBJECT

    test::SqliteFolder m_folder;
    QTemporaryDir m_home;
    QString m_shop;
    QString m_file;
    int m_count = 0;

    /// With a data folder of its own.
    [[nodiscard]] CommandResult run(const char* action, const QStringList& more = {}) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u("HOME"), m_home.path());
        environment.insert(u("XDG_DATA_HOME"), m_home.filePath(u("data")));
        environment.insert(u("XDG_CONFIG_HOME"), m_home.filePath(u("config")));
        return test::runCadastre(QStringList{u("comments"), QString::fromLatin1(action)} + more,
                                 environment);
    }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.path(name); }
    [[nodiscard]] QString sidecar() const
    {
        return QString(m_shop.chopped(3) + u(".comments.sql")); // "shop1.db"
    }
    [[nodiscard]] CommandResult apply(const QByteArray& file, const QStringList& more = {}) const
    {
        write(m_file, file);
        return run("apply", QStringList{m_shop, m_file} + more);
    }

private Q_SLOTS:
    void init()
    {
        m_shop = m_folder.make(shopScript, u("shop%1.db").arg(++m_count));
        m_file = path(u("comments%1.sql").arg(m_count));
    }

    void exportsWithWasLines()
    {
        const CommandResult result = run("export", {m_shop});
        QCOMPARE(result.errors, QByteArray());
        QCOMPARE(result.status, 0);
        QCOMPARE(result.output, "-- was: 'who buys'\nCOMMENT ON TABLE customers IS 'who buys';\n");
        QCOMPARE(run("export", {m_shop, m_file}).status, 0);
        QCOMPARE(content(m_file), result.output);
        const QString other = path(u("other.sql"));
        QCOMPARE(run("export", {m_shop, u("-o"), other}).status, 0);
        QCOMPARE(content(other), result.output);
        QCOMPARE(run("export", {m_shop, m_file, u("-o"), other}).status, 2);
    }

    void anExportChangesNothing()
    {
        QCOMPARE(run("export", {m_shop, m_file}).status, 0);
        QCOMPARE(run("check", {m_shop, m_file}).status, 0);
        const CommandResult applied = run("apply", {m_shop, m_file});
        QCOMPARE(applied.status, 0);
        QVERIFY2(applied.errors.contains("unchanged: table customers\n"), applied.errors);
        QVERIFY(!QFile::exists(sidecar()));
    }

    void appliesToTheSidecar()
    {
        const CommandResult result =
            apply("-- was: NULL\n"
                  "COMMENT ON COLUMN customers.flag1 IS E'VIP\\n@values 1=x';\n"
                  "COMMENT ON VIEW public.totals IS 'by day';\n"
                  "-- was: 'who buys'\n"
                  "COMMENT ON TABLE customers IS 'who asks';\n");
        QCOMPARE(result.status, 0);
        QCOMPARE(result.output, QByteArray());
        QCOMPARE(result.errors, "written: column customers.flag1\n"
                                "written: view public.totals\n"
                                "written: table customers\n"
                                "3 written\n");
        QCOMPARE(content(sidecar()), "COMMENT ON TABLE customers IS 'who asks';\n"
                                     "COMMENT ON COLUMN customers.flag1 IS E'VIP\\n@values 1=x';\n"
                                     "COMMENT ON VIEW totals IS 'by day';\n");
        const QByteArray exported = run("export", {m_shop}).output;
        QVERIFY2(exported.contains("-- was: 'by day'\nCOMMENT ON VIEW totals IS 'by day';\n"),
                 exported);
        const CommandResult again = run("apply", {m_shop, m_file});
        QCOMPARE(again.status, 0);
        QVERIFY2(again.errors.endsWith("0 written, 3 unchanged\n"), again.errors);
    }

    void conflictsAreListed()
    {
        write(sidecar(), "COMMENT ON TABLE orders IS 'theirs';\n");
        const QByteArray before = content(sidecar());
        const QByteArray file = "-- was: 'seen'\nCOMMENT ON TABLE orders IS 'mine';\n"
                                "COMMENT ON TABLE customers IS 'mine';\n"
                                "COMMENT ON TABLE gone IS 'x';\n"
                                "COMMENT ON VIEW totals IS 'new';\n";
        const CommandResult result = apply(file);
        QCOMPARE(result.status, 1);
        QVERIFY2(result.errors.contains("conflict: table orders: "), result.errors);
        QVERIFY2(result.errors.contains("    was:      'seen'\n"
                                        "    database: 'theirs'\n"
                                        "    file:     'mine'\n"),
                 result.errors);
        QVERIFY2(result.errors.contains("conflict: table customers: There is a comment already"),
                 result.errors);
        QVERIFY2(result.errors.contains("refused: table gone: There is no table gone in "),
                 result.errors);
        QVERIFY2(result.errors.endsWith("1 written, 2 conflict, 1 refused\n"), result.errors);
        QCOMPARE(content(sidecar()), QByteArray(before + "COMMENT ON VIEW totals IS 'new';\n"));
    }

    void takesMine()
    {
        write(sidecar(), "COMMENT ON TABLE orders IS 'theirs';\n");
        const QByteArray file = "COMMENT ON TABLE orders IS 'mine';\n"
                                "COMMENT ON TABLE customers IS 'mine, too';\n";
        const CommandResult dry = apply(file, {u("--take"), u("mine"), u("--dry-run")});
        QCOMPARE(dry.status, 0);
        QVERIFY2(dry.output.contains("COMMENT ON TABLE orders IS 'mine';\n"), dry.output);
        QCOMPARE(content(sidecar()), "COMMENT ON TABLE orders IS 'theirs';\n");
        const CommandResult result = apply(file, {u("--take"), u("mine")});
        QVERIFY2(result.status == 0, result.errors);
        QVERIFY2(result.errors.contains("written: table orders\n    overwritten: 'theirs'\n"),
                 result.errors);
        QVERIFY2(result.errors.contains("written: table customers\n    overwritten: 'who buys'\n"),
                 result.errors);
        QCOMPARE(content(sidecar()), "COMMENT ON TABLE customers IS 'mine, too';\n"
                                     "COMMENT ON TABLE orders IS 'mine';\n");
        QCOMPARE(apply(file, {u("--take"), u("theirs")}).status, 2);
    }

    void dryRunsWriteNothing()
    {
        const CommandResult result = apply("-- was: 'x'\nCOMMENT ON TABLE orders IS 'mine';\n"
                                           "COMMENT ON VIEW totals IS 'new';\n",
                                           {u("--dry-run")});
        QCOMPARE(result.status, 1);
        QCOMPARE(result.output, QByteArray("-- goes into " + sidecar().toUtf8() +
                                           ":\nCOMMENT ON VIEW totals IS 'new';\n"));
        QVERIFY2(result.errors.endsWith("1 to write, 1 conflict\n"), result.errors);
        QVERIFY(!QFile::exists(sidecar()));
    }

    void keepsAnAuditTrail()
    {
        QCOMPARE(apply("COMMENT ON TABLE orders IS 'audited';\n").status, 0);
        QDir data(m_home.filePath(u("data")));
        QProcess find;
        find.start(u("grep"), {u("-rl"), u("audited"), data.path()});
        QVERIFY(find.waitForFinished());
        QVERIFY(!find.readAllStandardOutput().isEmpty());
    }

    void driftIsNamed()
    {
        write(m_file, "COMMENT ON TABLE customers IS 'who asks';\n"
                      "COMMENT ON TABLE gone IS 'x';\n"
                      "COMMENT ON TABLE orders IS NULL;\n");
        const CommandResult result = run("check", {m_shop, m_file});
        QCOMPARE(result.status, 1);
        QVERIFY2(result.output.startsWith("differs: table customers (line 1)\n"
                                          "    file:     'who asks'\n"
                                          "    database: 'who buys'\n"
                                          "not there: table gone (line 2): There is no table gone"),
                 result.output);
        const CommandResult json = run("check", {m_shop, m_file, u("--format"), u("json")});
        const auto drift =
            QJsonDocument::fromJson(json.output).object().value(u("drift")).toArray();
        QCOMPARE(drift.size(), 2);
        QCOMPARE(drift[0].toObject().value(u("database")).toString(), u("who buys"));
        write(m_file, "COMMENT ON TABLE orders IS NULL;\n");
        QCOMPARE(run("check", {m_shop, m_file}).status, 0);
        const CommandResult complete = run("check", {m_shop, m_file, u("--complete")});
        QCOMPARE(complete.status, 1);
        QVERIFY2(complete.output.startsWith("not in the file: table customers\n"), complete.output);
    }

    void untrueCommentsAreFound()
    {
        QCOMPARE(run("check", {m_shop}).status, 0);
        write(sidecar(),
              "COMMENT ON COLUMN customers.flag1 IS E'VIP\\n@references nowhere(id)';\n");
        const CommandResult result = run("check", {m_shop});
        QCOMPARE(result.status, 1);
        QVERIFY2(result.output.startsWith("customers.flag1: "), result.output);
        QVERIFY2(result.output.contains("nowhere"), result.output);
    }

    void brokenFiles_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("error");
        QTest::newRow("statement") << QByteArray("\nDROP TABLE orders;\n")
                                   << QByteArray(": Line 2, column 1: only COMMENT ON");
        QTest::newRow("encoding") << QByteArray("-- \xff\n") << QByteArray(": Line 1, column 4: ");
        QTest::newRow("twice") << QByteArray("COMMENT ON TABLE orders IS 'a';\n"
                                             "COMMENT ON TABLE main.orders IS 'b';\n")
                               << QByteArray(": Line 2, column 1: line 1 has a comment for orders");
    }

    void brokenFiles()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, error);
        const CommandResult result = apply(file);
        QCOMPARE(result.status, 2);
        QVERIFY2(result.errors.contains(QByteArray(m_file.toUtf8() + error)), result.errors);
        QCOMPARE(run("check", {m_shop, m_file}).status, 2);
        QVERIFY(!QFile::exists(sidecar()));
    }

    void marksOfThisMachineHold()
    {
        qputenv("XDG_CONFIG_HOME", m_home.filePath(u("config")).toUtf8()); // as the command has it
        QCoreApplication::setApplicationName(u("cadastre"));
        const QString location = stageLocation(*parseDatabaseAddress(m_shop));
        Settings().setMarksAt(location, {true, false});
        QCOMPARE(run("export", {m_shop, u("-o"), m_file}).status, 0);
        const auto refused = run("apply", {m_shop, m_file});
        Settings().setMarksAt(location, {});
        QVERIFY(refused.status != 0);
        QVERIFY2(refused.errors.contains("read only on this machine"), refused.errors);
    }

    void aMigrationThatCannotBeIsOneSentence()
    {
        const auto failed =
            run("export", {m_shop, u("--migration"), u("flyway"), u("-o"), path(u("none"))});
        QVERIFY(failed.status != 0);
        QCOMPARE(QString::fromUtf8(failed.errors).trimmed().count(QLatin1Char('\n')), 0);
    }

    void mistakes()
    {
        QCOMPARE(run("apply", {m_shop}).status, 2);
        QCOMPARE(run("apply", {m_shop, path(u("none.sql"))}).status, 2);
        QCOMPARE(run("export", {m_shop, u("--format"), u("xml")}).status, 2);
        QCOMPARE(run("export", {m_shop, u("--migration"), u("nothing"), u("-o"), u("x")}).status,
                 2);
        QCOMPARE(run("sing", {m_shop}).status, 2);
        QCOMPARE(run("check", {m_shop, m_file, m_file}).status, 2);
    }

    void aBrokenSidecarIsNeitherReadNorWritten()
    {
        const QByteArray broken = "COMMENT ON TABLE orders IS 'x;\n";
        write(sidecar(), broken);
        const CommandResult exported = run("export", {m_shop});
        QCOMPARE(exported.status, 0);
        QVERIFY2(exported.errors.contains("Line 1, column 28"), exported.errors);
        const CommandResult result = apply("COMMENT ON VIEW totals IS 'new';\n");
        QCOMPARE(result.status, 1);
        QVERIFY2(result.errors.contains("refused: view totals: "), result.errors);
        QCOMPARE(content(sidecar()), broken);
    }

    void productionWantsItsName()
    {
        const QString live = m_folder.make(shopScript, u("shop-prod%1.db").arg(m_count));
        write(m_file, "COMMENT ON TABLE orders IS 'x';\n");
        const CommandResult refused = run("apply", {live, m_file});
        QCOMPARE(refused.status, 2);
        QVERIFY2(refused.errors.contains("is a production database"), refused.errors);
        QCOMPARE(run("apply", {live, m_file, u("--production"), u("other")}).status, 2);
        const QString name = QFileInfo(live).fileName();
        const CommandResult named = run("apply", {live, m_file, u("--production"), name});
        QVERIFY2(named.status == 0, named.errors);
    }

    void marksOfAWorkspaceCount()
    {
        const QString workspace = path(u("w%1.cadastre").arg(m_count));
        const auto mark = [&](const char* word) {
            write(workspace, QByteArray("{\"format\":\"cadastre-workspace\",\"version\":1,\n"
                                        "\"sources\":{\n\"shop\":{\"database\":\"") +
                                 QFileInfo(m_shop).fileName().toUtf8() + "\",\"" + word +
                                 "\":true}\n}}\n");
        };
        write(m_file, "COMMENT ON TABLE orders IS 'x';\n");
        mark("readOnly");
        const CommandResult readOnly = run("apply", {workspace, m_file});
        QCOMPARE(readOnly.status, 2);
        QVERIFY2(readOnly.errors.contains("marked as read only"), readOnly.errors);
        mark("production");
        QCOMPARE(run("apply", {m_shop, m_file, u("--workspace"), workspace}).status, 2);
        const CommandResult named = run(
            "apply", {m_shop, m_file, u("--workspace"), workspace, u("--production"), u("shop")});
        QVERIFY2(named.status == 0, named.errors);
    }

    void warnsOfSecrets()
    {
        const CommandResult result =
            apply("COMMENT ON TABLE orders IS 'password=hunter2hunter2';\n");
        QVERIFY2(result.errors.contains("warning: the comment of table orders seems to hold"),
                 result.errors);
    }

    void writesDatasetteMetadata()
    {
        write(sidecar(), "COMMENT ON COLUMN customers.flag1 IS 'VIP \"<b>\"';\n");
        const CommandResult result = run("export", {m_shop, u("--format"), u("datasette")});
        QCOMPARE(result.status, 0);
        const QJsonObject databases =
            QJsonDocument::fromJson(result.output).object().value(u("databases")).toObject();
        QCOMPARE(databases.keys(), QStringList{QFileInfo(m_shop).completeBaseName()});
        const QJsonObject tables = databases.begin()->toObject().value(u("tables")).toObject();
        QCOMPARE(tables.keys(), QStringList{u("customers")});
        const QJsonObject customers = tables.value(u("customers")).toObject();
        QCOMPARE(customers.value(u("description")).toString(), u("who buys"));
        QCOMPARE(customers.value(u("columns")).toObject().value(u("flag1")).toString(),
                 u("VIP \"<b>\""));
    }

    void saysHowMuchIsDocumented()
    {
        const CommandResult text = run("status", {m_shop});
        QCOMPARE(text.status, 0);
        QVERIFY2(text.output.contains("1 of 3 (33 %)"), text.output);
        const CommandResult json =
            run("status", {m_shop, u("--format"), u("json"), u("--top"), u("1")});
        const QJsonObject status = QJsonDocument::fromJson(json.output).object();
        const QJsonObject tables = status.value(u("coverage"))
                                       .toObject()
                                       .value(u("sources"))
                                       .toArray()
                                       .first()
                                       .toObject()
                                       .value(u("tables"))
                                       .toObject();
        QCOMPARE(tables.value(u("commented")).toInt(), 1);
        QCOMPARE(tables.value(u("all")).toInt(), 3);
        QVERIFY(status.value(u("worklist")).toArray().size() <= 1);
    }

    void aSnapshotBecomesAMigration()
    {
        const QString folder = path(u("migrations%1").arg(m_count));
        const QStringList words{m_shop, u("--migration"), u("flyway"), u("-o"), folder};
        const CommandResult sqlite = run("export", words);
        QCOMPARE(sqlite.status, 2); // everything of SQLite lives in its file
        QVERIFY2(sqlite.errors.contains("None of these comments"), sqlite.errors);
    }
};

QTEST_GUILESS_MAIN(tst_CliComments)
#include "tst_cli_comments.moc"

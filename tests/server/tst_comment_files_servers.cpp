// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Comment files and migrations against real servers: psql accepts every file that we write and
// means the same objects and texts by it; an exported migration gives what writing directly gives.
#include "model/export/migration/migration.h"
#include "model/notes/comment_file.h"
#include "model/notes/sidecar/sidecar.h"
#include "tests/server/client_program.h"
#include "tests/server/comment_writing.h"
#include "tests/server/mariadb_test_database.h"
#include "tests/server/postgresql_everything.h"
#include "tests/support/random_comments.h"
#include "tests/support/soak.h"

#include <QTest>

#include <sqlite3.h>

using namespace cadastre;
using namespace cadastre::test;

namespace {

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

/// Every object of the only source that COMMENT ON reaches, each with another text.
std::vector<CommentEdit> editsForAll(const Catalog& catalog, RandomComments& random)
{
    std::vector<CommentEdit> edits;
    const auto add = [&](ObjectKind kind, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            const ObjectRef object(kind, static_cast<int>(i));
            if (commentHomeOf(catalog, object).place == CommentPlace::Database &&
                commentTarget(catalog, object))
                edits.push_back(commentEditOf(catalog, object, random.text()));
        }
    };
    const CatalogObjects& all = catalog.objects();
    add(ObjectKind::Source, all.sources.size());
    add(ObjectKind::Schema, all.schemas.size());
    add(ObjectKind::Table, all.tables.size());
    add(ObjectKind::Column, all.columns.size());
    add(ObjectKind::Constraint, all.constraints.size());
    add(ObjectKind::Index, all.indexes.size());
    add(ObjectKind::Trigger, all.triggers.size());
    add(ObjectKind::Routine, all.routines.size());
    add(ObjectKind::Type, all.types.size());
    add(ObjectKind::Other, all.others.size());
    return edits;
}

/// The server's own roles and databases keep theirs.
std::vector<CommentEdit> present(const Catalog& catalog)
{
    return presentComments(catalog, SourceId{0});
}

QStringList linesOf(const std::vector<CommentEdit>& edits)
{
    QStringList lines;
    for (const CommentEdit& edit : edits) {
        if (edit.key.kind != KeyKind::Role)
            lines << QString(
                ObjectKey{{}, edit.key.kind, edit.key.parts, edit.key.arguments}.toString() +
                u(" ") + edit.after);
    }
    return lines;
}

QString sqliteFile(const QString& path, const QByteArray& script)
{
    sqlite3* handle = nullptr;
    if (sqlite3_open(path.toUtf8().constData(), &handle) != SQLITE_OK ||
        sqlite3_exec(handle, script.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        qFatal("%s", sqlite3_errmsg(handle));
    sqlite3_close(handle);
    return path;
}

class FileFolder
{
public:
    QString write(const QString& name, const QByteArray& content) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s cannot be written", qPrintable(name));
        return file.fileName();
    }
    QString path(const QString& name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

MigrationTemplate templateNamed(const QString& name)
{
    const auto templates = migrationTemplates();
    for (const MigrationTemplate& known : *templates) {
        if (known.name == name)
            return known;
    }
    qFatal("no template");
}

/// The part of a migration that a tool would run to go up, and that it would run to go down.
std::pair<QByteArray, QByteArray> directionsOf(const QString& tool,
                                               const std::vector<MigrationFile>& files)
{
    if (tool == u("sql") || tool == u("flyway"))
        return {files[0].content, files[1].content};
    const QByteArray text = files[0].content;
    if (tool == u("dbmate")) {
        const qsizetype down = text.indexOf("\n-- migrate:down\n");
        return {text.first(down), text.sliced(down)};
    }
    QByteArray back;
    for (const QByteArray& line : text.split('\n')) {
        if (line.startsWith("--rollback "))
            back.prepend(line.sliced(11) + '\n');
    }
    return {text, back};
}

} // namespace

class tst_CommentFilesServers : public QObject
{
    Q_OBJECT

    FileFolder m_files;

private Q_SLOTS:
    void psqlMeansTheSame_data()
    {
        QTest::addColumn<QString>("options");
        QTest::newRow("plain backslashes") << u("-c standard_conforming_strings=on");
        QTest::newRow("escaping backslashes") << u("-c standard_conforming_strings=off "
                                                   "-c escape_string_warning=off "
                                                   "-c backslash_quote=off");
    }

    /// One of every kind of object.
    void psqlMeansTheSame()
    {
        QFETCH(QString, options);
        EverythingDatabase everything("files");
        QVERIFY2(everything.error().isEmpty(), qPrintable(everything.error()));
        const QString url = everything.database().url();
        const auto before = catalogAt(url);
        RandomComments random(soakSeed());
        const std::vector<CommentEdit> edits = editsForAll(*before, random);
        QVERIFY(edits.size() > 80);
        const auto file = commentFileOf(*before, edits);
        QVERIFY2(file, qPrintable(file ? QString() : errorText(file.error())));
        const QString path = m_files.write(u("all.sql"), file->toUtf8());
        const QString said = psqlFile(url, path, options);
        QVERIFY2(said.isEmpty(), qPrintable(said));
        const auto after = catalogAt(url);
        for (const CommentEdit& edit : edits)
            QCOMPARE(after->base(*after->find(edit.key)).comment.text, edit.after);
        // and back from the file that is exported now
        const auto exported = commentFileOf(*after, present(*after));
        const auto statements = parseCommentFile(*exported);
        QVERIFY(statements);
        for (const CommentStatement& statement : *statements) {
            const auto object = findCommentTarget(*after, SourceId{0}, statement.target);
            QVERIFY2(object, qPrintable(object ? QString() : object.error().message));
            QCOMPARE(after->base(*object).comment.text, statement.text);
        }
    }

    void hostileNames()
    {
        PostgresTestDatabase database(u("files_names"));
        QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
        RandomComments random(soakSeed());
        const auto quoted = [](const QString& name) {
            return QByteArray('"' + name.toUtf8().replace('"', "\"\"") + '"');
        };
        for (int i = 0; i < soakCount(300, 6); ++i) {
            const QByteArray schema = quoted(random.name());
            const QByteArray table = schema + '.' + quoted(random.name());
            const QByteArray type = schema + '.' + quoted(random.name());
            const QString said = database.execute(
                "CREATE SCHEMA " + schema + "; CREATE TABLE " + table + " (" +
                quoted(random.name()) + " int CONSTRAINT " + quoted(random.name()) +
                " PRIMARY KEY); CREATE INDEX " + quoted(random.name()) + " ON " + table +
                " ((1)); CREATE TYPE " + type + " AS ENUM ('a'); CREATE FUNCTION " + schema + '.' +
                quoted(random.name()) + "(" + type + ", " + type +
                "[]) RETURNS int LANGUAGE sql "
                "AS 'SELECT 1'; CREATE RULE " +
                quoted(random.name()) + " AS ON DELETE TO " + table +
                " DO NOTHING; CREATE POLICY " + quoted(random.name()) + " ON " + table);
            QVERIFY2(said.isEmpty(), qPrintable(said));
        }
        const auto before = catalogAt(database.url());
        const std::vector<CommentEdit> edits = editsForAll(*before, random);
        const QString path = m_files.write(u("names.sql"), commentFileOf(*before, edits)->toUtf8());
        const QString said = psqlFile(database.url(), path);
        QVERIFY2(said.isEmpty(), qPrintable(said));
        const auto after = catalogAt(database.url());
        for (const CommentEdit& edit : edits)
            QCOMPARE(after->base(*after->find(edit.key)).comment.text, edit.after);
        const auto statements = parseCommentFile(*commentFileOf(*after, present(*after)));
        QVERIFY(statements);
        for (const CommentStatement& statement : *statements) {
            const auto object = findCommentTarget(*after, SourceId{0}, statement.target);
            QVERIFY2(object, qPrintable(object ? QString() : object.error().message));
            QCOMPARE(after->base(*object).comment.text, statement.text);
        }
    }

    /// SQLite's names have no schema.
    void aSidecarOfSqliteLoadsIntoAnySchema()
    {
        const QByteArray script = "CREATE TABLE \"Order\" (id INTEGER, \"sel\"\"ect\" INTEGER);"
                                  "CREATE INDEX by_id ON \"Order\" (id);"
                                  "CREATE VIEW totals AS SELECT 1 AS one;";
        const QString shop = sqliteFile(m_files.path(u("shop.db")), script);
        const auto sqlite = catalogAt(shop);
        const QString sidecar = sqliteSidecarPath(shop);
        std::vector<CommentEdit> edits;
        const auto add = [&](const char* key, const char* text) {
            edits.push_back(editOf(*sqlite, u(key), u(text)));
        };
        add("table:main.\"Order\"", "it's\nordered \\ $$");
        add("column:main.\"Order\".\"sel\"\"ect\"", "what?");
        add("view:main.totals", "by day");
        add("index:main.\"Order\".by_id", "for look-ups");
        for (const CommentWrite& write : writeSidecar(sidecar, *sqlite, SourceId{0}, edits))
            QCOMPARE(write.outcome, WriteOutcome::Written);

        PostgresTestDatabase database(u("files_sqlite"));
        QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
        const QString made = database.execute(
            "CREATE SCHEMA \"an other\"; SET search_path = \"an other\"; " + script);
        QVERIFY2(made.isEmpty(), qPrintable(made));
        const QString said = psqlFile(database.url(), sidecar, u("-c search_path=\"an\\ other\""));
        QVERIFY2(said.isEmpty(), qPrintable(said));
        QStringList lines = linesOf(present(*catalogAt(database.url())));
        lines.replaceInStrings(u("\"an other\""), u("main"));
        lines.removeIf([](const QString& line) { return !line.contains(u(":main.")); });
        QCOMPARE(lines, linesOf(present(*catalogAt(shop))));
    }

    void migrationsDoTheSame_data()
    {
        QTest::addColumn<QString>("tool");
        for (const char* const tool : {"sql", "flyway", "liquibase", "dbmate"})
            QTest::newRow(tool) << u(tool);
    }

    void migrationsDoTheSame()
    {
        QFETCH(QString, tool);
        const QByteArray script =
            "CREATE TABLE orders (id int PRIMARY KEY, note text);"
            "CREATE VIEW totals AS SELECT 1 AS one;"
            "COMMENT ON TABLE orders IS E'What\\nwas';"
            "CREATE FUNCTION twice(int) RETURNS int LANGUAGE sql AS 'SELECT 2 * $1';";
        PostgresTestDatabase direct(u("files_direct"));
        PostgresTestDatabase copy(u("files_copy"));
        QVERIFY(direct.error().isEmpty() && copy.error().isEmpty());
        QCOMPARE(direct.execute(script) + copy.execute(script), QString());
        const auto before = catalogAt(direct.url());
        const QStringList linesBefore = linesOf(present(*before));
        RandomComments random(soakSeed());
        std::vector<CommentEdit> edits = editsForAll(*before, random);
        std::erase_if(edits, [](const CommentEdit& edit) {
            return edit.key.kind == KeyKind::Source; // it is called otherwise in the copy
        });
        edits[0].after = u("-- migrate:down\n*/ ${x} '; DROP TABLE orders; --\n/\nGO\n\\");
        ReadControl control;
        const CommentWriteRequest request = writeRequest(before, edits);
        const auto plan = planComments(*parseDatabaseAddress(direct.url()), {}, request, control);
        QVERIFY2(plan, qPrintable(plan ? QString() : errorText(plan.error())));
        const auto files = makeMigration(
            templateNamed(tool), plan->comments,
            {u("describe"), QDateTime({2026, 11, 26}, {12, 0}, Qt::UTC), Engine::PostgreSql});
        QVERIFY2(files, qPrintable(files ? QString() : errorText(files.error())));
        const auto [up, down] = directionsOf(tool, *files);
        const auto written = writeTo(direct.url(), request);
        for (const QString& outcome : outcomesOf(written))
            QVERIFY2(outcome == u("written") || outcome == u("unchanged"), qPrintable(outcome));

        for (int again = 0; again < 2; ++again) { // twice is as once
            const QString said = psqlFile(copy.url(), m_files.write(u("up.sql"), up));
            QVERIFY2(said.isEmpty(), qPrintable(said));
            QCOMPARE(linesOf(present(*catalogAt(copy.url()))),
                     linesOf(present(*catalogAt(direct.url()))));
        }
        const QString back = psqlFile(copy.url(), m_files.write(u("down.sql"), down));
        QVERIFY2(back.isEmpty(), qPrintable(back));
        QCOMPARE(linesOf(present(*catalogAt(copy.url()))), linesBefore);
    }

    void migrationsOfMariaDbDoTheSame_data() { migrationsDoTheSame_data(); }

    void migrationsOfMariaDbDoTheSame()
    {
        QFETCH(QString, tool);
        const QByteArray script =
            "CREATE TABLE orders (id INT PRIMARY KEY COMMENT 'n', note VARCHAR(20) DEFAULT 'x',"
            " total INT GENERATED ALWAYS AS (id * 2) VIRTUAL, KEY by_note (note))"
            " COMMENT='What was';"
            "CREATE PROCEDURE doing(IN it INT) SELECT 1;";
        MariaDbTestDatabase direct(u("files_direct"));
        MariaDbTestDatabase copy(u("files_copy"));
        QVERIFY(direct.error().isEmpty() && copy.error().isEmpty());
        QCOMPARE(direct.execute(script) + copy.execute(script), QString());
        const auto shown = [](MariaDbTestDatabase& database) {
            return database.session().secondColumn("SHOW CREATE TABLE orders") +
                   database.session().cells("SHOW CREATE PROCEDURE doing", 2);
        };
        const QStringList shownBefore = shown(copy);
        const auto before = catalogAt(direct.url());
        RandomComments random(soakSeed());
        std::vector<CommentEdit> edits;
        for (const char* const key :
             {"table:%1.orders", "column:%1.orders.note", "column:%1.orders.total",
              "index:%1.orders.by_note", "routine:%1.doing(int(11))"})
            edits.push_back(
                editOf(*before, u(key).arg(direct.name()), random.text({200, true, false})));
        edits[1].after = u("-- migrate:down\n*/ ${x} '; DROP TABLE orders; --\n/\nGO\n\\");
        const CommentWriteRequest request = writeRequest(before, edits);
        ReadControl control;
        const auto plan = planComments(*parseDatabaseAddress(direct.url()), {}, request, control);
        QVERIFY2(plan, qPrintable(plan ? QString() : errorText(plan.error())));
        const auto files = makeMigration(
            templateNamed(tool), plan->comments,
            {u("describe"), QDateTime({2026, 11, 26}, {12, 0}, Qt::UTC), Engine::MariaDb});
        QVERIFY2(files, qPrintable(files ? QString() : errorText(files.error())));
        for (const MigrationFile& file : *files)
            QVERIFY2(!file.content.contains("Left out"), file.content);
        auto [up, down] = directionsOf(tool, *files);
        const auto written = writeTo(direct.url(), request);
        for (const QString& outcome : outcomesOf(written))
            QCOMPARE(outcome, u("written"));

        up.replace(direct.name().toUtf8(), copy.name().toUtf8());
        down.replace(direct.name().toUtf8(), copy.name().toUtf8());
        for (int again = 0; again < 2; ++again) {
            const QString said = mariaDbFile(copy.url(), m_files.write(u("up.sql"), up));
            QVERIFY2(said.isEmpty(), qPrintable(said));
            QCOMPARE(shown(copy), shown(direct));
        }
        const QString back = mariaDbFile(copy.url(), m_files.write(u("down.sql"), down));
        QVERIFY2(back.isEmpty(), qPrintable(back));
        QCOMPARE(shown(copy), shownBefore);
    }
};

QTEST_GUILESS_MAIN(tst_CommentFilesServers)
#include "tst_comment_files_servers.moc"

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Migration files from comments: what each template makes, what is left out, templates of teams,
// and that no text of people or databases leaves the place where it stands.
#include "model/export/migration/migration.h"

#include "model/catalog/source.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace cadastre;

namespace {

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

PlannedComment planned(const char* table, const char* sql, const char* undo)
{
    PlannedComment comment;
    comment.edit.key = {u("shop"), KeyKind::Table, {u("public"), u(table)}, {}};
    comment.sql = u(sql);
    comment.undoSql = u(undo);
    return comment;
}

std::vector<PlannedComment> twoComments()
{
    return {planned("a", "COMMENT ON TABLE a IS 'x';", "COMMENT ON TABLE a IS NULL;"),
            planned("b", "COMMENT ON TABLE b IS 'y'", "COMMENT ON TABLE b IS 'z'")};
}

MigrationFacts facts(const char* title = "Describe orders", Engine engine = Engine::PostgreSql)
{
    return {u(title), QDateTime({2026, 11, 26}, {12, 0}, Qt::UTC), engine};
}

MigrationTemplate shipped(const char* name)
{
    const auto templates = migrationTemplates();
    if (templates) {
        for (const MigrationTemplate& known : *templates) {
            if (known.name == u(name))
                return known;
        }
    }
    return {};
}

/// Names and contents one after the other.
QString made(const MigrationTemplate& format, const std::vector<PlannedComment>& comments,
             const MigrationFacts& about = facts())
{
    const auto files = makeMigration(format, comments, about);
    if (!files)
        return u("error: ") + files.error().message;
    QString text;
    for (const MigrationFile& file : *files)
        text += u("=== ") + file.name + u("\n") + QString::fromUtf8(file.content);
    return text;
}

} // namespace

class tst_Migration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ships()
    {
        const auto templates = migrationTemplates();
        QVERIFY2(templates, qPrintable(templates ? QString() : templates.error().message));
        QStringList names;
        for (const MigrationTemplate& known : *templates)
            names << QString(known.name + u("=") + known.title);
        QCOMPARE(names, QStringList({u("dbmate=dbmate"), u("flyway=Flyway"),
                                     u("liquibase=Liquibase"), u("sql=Plain SQL")}));
    }

    void plainSql()
    {
        QCOMPARE(made(shipped("sql"), twoComments()),
                 u("=== 20261126120000_describe_orders.sql\n"
                   "-- Comments: Describe orders (2 comments)\n"
                   "-- Made for PostgreSQL. Undone by 20261126120000_describe_orders.undo.sql.\n"
                   "SET client_encoding = 'UTF8';\n"
                   "BEGIN;\n"
                   "COMMENT ON TABLE a IS 'x';\n"
                   "COMMENT ON TABLE b IS 'y';\n"
                   "COMMIT;\n"
                   "=== 20261126120000_describe_orders.undo.sql\n"
                   "-- Takes back the comments: Describe orders (2 comments)\n"
                   "SET client_encoding = 'UTF8';\n"
                   "BEGIN;\n"
                   "COMMENT ON TABLE b IS 'z';\n"
                   "COMMENT ON TABLE a IS NULL;\n"
                   "COMMIT;\n"));
        const QString maria = made(shipped("sql"), twoComments(), facts("x", Engine::MariaDb));
        QVERIFY(maria.contains(u("\nSET NAMES utf8mb4;\n")));
        QVERIFY(!maria.contains(u("BEGIN")));
    }

    void flyway()
    {
        QCOMPARE(made(shipped("flyway"), twoComments()),
                 u("=== V20261126120000__describe_orders.sql\n"
                   "-- Comments: Describe orders (2 comments)\n"
                   "COMMENT ON TABLE a IS 'x';\n"
                   "COMMENT ON TABLE b IS 'y';\n"
                   "=== U20261126120000__describe_orders.sql\n"
                   "-- Takes back the comments: Describe orders (2 comments)\n"
                   "COMMENT ON TABLE b IS 'z';\n"
                   "COMMENT ON TABLE a IS NULL;\n"));
        std::vector<PlannedComment> comments = twoComments();
        comments[0].sql = u("COMMENT ON TABLE a IS 'costs ${price}';");
        QVERIFY(made(shipped("flyway"), comments)
                    .contains(u("=== V20261126120000__describe_orders.sql.conf\n"
                                "placeholderReplacement=false\n")));
    }

    void liquibase()
    {
        QCOMPARE(made(shipped("liquibase"), twoComments()),
                 u("=== 20261126120000_describe_orders.sql\n"
                   "--liquibase formatted sql\n"
                   "-- Comments: Describe orders (2 comments)\n"
                   "\n"
                   "--changeset cadastre:20261126120000-1 splitStatements:false\n"
                   "-- for shop/table:public.a\n"
                   "COMMENT ON TABLE a IS 'x';\n"
                   "--rollback COMMENT ON TABLE a IS NULL;\n"
                   "\n"
                   "--changeset cadastre:20261126120000-2 splitStatements:false\n"
                   "-- for shop/table:public.b\n"
                   "COMMENT ON TABLE b IS 'y';\n"
                   "--rollback COMMENT ON TABLE b IS 'z';\n"));
    }

    void dbmate()
    {
        QCOMPARE(made(shipped("dbmate"), twoComments()),
                 u("=== 20261126120000_describe_orders.sql\n"
                   "-- Comments: Describe orders (2 comments)\n"
                   "-- migrate:up\n"
                   "COMMENT ON TABLE a IS 'x';\n"
                   "COMMENT ON TABLE b IS 'y';\n"
                   "\n"
                   "-- migrate:down\n"
                   "COMMENT ON TABLE b IS 'z';\n"
                   "COMMENT ON TABLE a IS NULL;\n"));
    }

    void leavesOut()
    {
        std::vector<PlannedComment> comments = twoComments();
        comments[0].refusal = u("longer than 1,024 characters");
        QString text = made(shipped("flyway"), comments);
        QVERIFY2(
            text.contains(u("-- Left out: shop/table:public.a: longer than 1,024 characters\n")),
            qPrintable(text));
        QVERIFY(!text.contains(u("TABLE a")));
        comments[0] = twoComments()[0];
        comments[0].place = CommentPlace::Sidecar;
        text = made(shipped("flyway"), comments);
        QVERIFY(text.contains(u("-- Left out: shop/table:public.a: its comment lives in a file")));
        comments[1].refusal = u("no");
        QVERIFY(made(shipped("flyway"), comments).startsWith(u("error: None of these")));
        QVERIFY(made(shipped("flyway"), {}).startsWith(u("error: There is no comment")));
    }

    void severalLinesAreLeftOutWhereToolsReadLines()
    {
        std::vector<PlannedComment> comments = twoComments();
        comments[0].sql = u("COMMENT ON TABLE \"a\n-- migrate:down\nb\" IS 'x';");
        for (const char* const tool : {"dbmate", "liquibase"}) {
            const QString text = made(shipped(tool), comments);
            QVERIFY(text.contains(u("its SQL is more than one line")));
            QCOMPARE(text.count(u("\n-- migrate:down")), u(tool) == u("dbmate") ? 1 : 0);
        }
        QVERIFY(made(shipped("sql"), comments).contains(comments[0].sql));
    }

    void nothingLeavesItsComment_data()
    {
        QTest::addColumn<QString>("hostile");
        for (const char* const text :
             {"x\nDROP TABLE a;", "x\r\nDROP TABLE a;", "\rDROP TABLE a;", "migrate:down",
              "\xe2\x80\xa8"
              "DROP TABLE a;",
              "*/ DROP TABLE a; /*", "{sql}", "{{undo}}", "changeset a:b", "rollback x",
              "\x01\x1b[2J"})
            QTest::newRow(text) << u(text);
    }

    void nothingLeavesItsComment()
    {
        QFETCH(QString, hostile);
        std::vector<PlannedComment> comments = twoComments();
        comments[0].edit.key.parts = {u("public"), hostile};
        PlannedComment refused = comments[0];
        refused.refusal = hostile;
        comments.push_back(refused);
        const auto templates = migrationTemplates();
        QVERIFY(templates);
        for (const MigrationTemplate& format : *templates) {
            const auto plain = makeMigration(format, twoComments(), facts());
            const auto files = makeMigration(format, comments, facts(qPrintable(hostile)));
            QVERIFY2(files, qPrintable(files ? QString() : files.error().message));
            QCOMPARE(files->size(), plain->size());
            for (std::size_t i = 0; i < files->size(); ++i) {
                QStringList statements;
                for (const QString& line :
                     QString::fromUtf8((*files)[i].content).split(QLatin1Char('\n'))) {
                    QVERIFY(!line.contains(QChar(0x1b)) && !line.contains(QChar(0x2028)));
                    QVERIFY(!line.contains(u("*/")));
                    const bool isOurs = line.startsWith(u("-- Comments: ")) ||
                                        line.startsWith(u("-- Takes back the comments: ")) ||
                                        line.startsWith(u("-- Left out: ")) ||
                                        line.startsWith(u("-- Made for ")) ||
                                        line.startsWith(u("-- for "));
                    if (!isOurs)
                        statements << line;
                }
                QStringList wanted;
                for (const QString& line :
                     QString::fromUtf8((*plain)[i].content).split(QLatin1Char('\n'))) {
                    if (!line.startsWith(u("-- Comments: ")) && !line.startsWith(u("-- Takes ")) &&
                        !line.startsWith(u("-- Made for ")) && !line.startsWith(u("-- for ")))
                        wanted << line;
                }
                QCOMPARE(statements, wanted);
                for (const QChar c : (*files)[i].name)
                    QVERIFY(c.unicode() < 0x80 && (c.isLetterOrNumber() || u("._-").contains(c)));
            }
        }
    }

    void titlesBecomeNames_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("slug");
        QTest::newRow("words") << u("  VIP: what it means? ") << u("vip_what_it_means");
        QTest::newRow("nothing") << QString() << u("comments");
        QTest::newRow("no Latin letter") << u("\xd0\x96\xd0\x96") << u("comments");
        QTest::newRow("a path") << u("../../etc/passwd") << u("etc_passwd");
        QTest::newRow("long") << QString(200, QLatin1Char('a')) << QString(60, QLatin1Char('a'));
    }

    void titlesBecomeNames()
    {
        QFETCH(QString, title);
        QFETCH(QString, slug);
        const auto files =
            makeMigration(shipped("flyway"), twoComments(), facts(qPrintable(title)));
        QCOMPARE(files->front().name, QString(u("V20261126120000__") + slug + u(".sql")));
    }

    void aTeamsOwn()
    {
        QTemporaryDir folder;
        const auto write = [&](const char* name, const QByteArray& text) {
            QFile file(folder.filePath(u(name)));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        };
        write("ours.template", "%title Our tool\r\n%file ../{title}.xml\r\n<x {{a}>\r\n%each\r\n"
                               "{number}:{sql}\r\n%end\r\n");
        write("flyway.template", "%file F.sql\nours\n");
        write("other.txt", "%nonsense");
        const auto templates = migrationTemplates(folder.path());
        QVERIFY2(templates, qPrintable(templates ? QString() : templates.error().message));
        QCOMPARE(templates->size(), 5U);
        QCOMPARE(made(templates->at(3), twoComments()), u("=== F.sql\nours\n"));
        QCOMPARE(templates->at(4).title, u("Our tool"));
        QCOMPARE(made(templates->at(4), twoComments()),
                 u("=== _Describe_orders.xml\n<x {a}>\n1:COMMENT ON TABLE a IS 'x';\n"
                   "2:COMMENT ON TABLE b IS 'y';\n"));
        QVERIFY(!migrationTemplates(folder.filePath(u("none"))));
        write("wrong.template", "%file x\n%each\n");
        QVERIFY(!migrationTemplates(folder.path()));
    }

    void refusesTemplates_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("why");
        const auto row = [](const char* text, const char* why) {
            QTest::newRow(text) << QByteArray(text) << u(why);
        };
        row("", "there is no %file");
        row("words\n", "Line 1 of the template t: text stands below a %file");
        row("%file\n", "Line 1 of the template t: %file needs a name");
        row("%file x\n%end\n", "Line 2 of the template t: there is no block to end");
        row("%file x\n%each\n%if sqlite\n", "Line 3 of the template t: %if cannot stand inside");
        row("%file x\n%if oracle\n%end\n", "oracle is no engine");
        row("%file x\n%loop\n", "%loop  is nothing");
        row("%file x\n{sql}\n", "{sql} means nothing here");
        row("%file {object}\n", "{object} means nothing here");
        row("%file x\n{title\n", "{title means nothing here");
        row("%file x\n%title y\n", "%title stands before the first %file");
        row("%file x\ny\n%only-with z\n", "%only-with and a text stand directly below");
        row("%file \xff\n", "is not UTF-8");
    }

    void refusesTemplates()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, why);
        const auto files = makeMigration({u("t"), u("t"), text}, twoComments(), facts());
        QVERIFY(!files);
        QVERIFY2(files.error().message.contains(why), qPrintable(files.error().message));
    }
};

QTEST_GUILESS_MAIN(tst_Migration)
#include "tst_migration.moc"

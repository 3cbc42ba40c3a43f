// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Lines of SHOW CREATE TABLE with another comment: the place where it goes, what must be sent in
// another way than it is printed, and what must not be taken for a comment. Texts of MariaDB are
// from 10.11, those of MySQL are written after its manual for 8.0.
#include "model/dialect/mariadb_comment_statements.h"

#include <QTest>

using namespace cadastre;
using namespace cadastre::mariadb;

namespace {

QByteArray tableWith(const QByteArray& lines,
                     const QByteArray& options = "ENGINE=InnoDB DEFAULT CHARSET=latin1")
{
    return "CREATE TABLE `t` (\n" + lines + "\n) " + options;
}

CreateTableText parsed(const QByteArray& sql, BackslashMode mode = BackslashMode::Escapes)
{
    const Result<CreateTableText> table = parseCreateTable(sql, mode);
    if (!table)
        qWarning() << table.error().message << table.error().detail;
    return table ? *table : CreateTableText{};
}

ColumnFacts mySql()
{
    ColumnFacts facts;
    facts.isMariaDb = false;
    return facts;
}

} // namespace

class TestMariaDbColumnLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnLines_data();
    void columnLines();
    void readsComments_data();
    void readsComments();
    void putsBackWhatItTookOut();
    void readsItems();
    void plainBackslashes();
    void readsTableComments_data();
    void readsTableComments();
    void tellsChangesFromComments_data();
    void tellsChangesFromComments();
    void factsOfLines_data();
    void factsOfLines();
    void keepsTheOrderOfIndexes();
    void refusesOtherTexts_data();
    void refusesOtherTexts();
    void statements();
};

void TestMariaDbColumnLine::columnLines_data()
{
    QTest::addColumn<bool>("isMariaDb");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("withComment");
    const auto maria = [](const char* name, const char* line, const char* expected) {
        QTest::newRow(name) << true << QByteArray(line) << QByteArray(expected);
    };
    const auto mysql = [](const char* name, const char* line, const char* expected) {
        QTest::newRow(name) << false << QByteArray(line) << QByteArray(expected);
    };
    maria("none", "`c` int(11) DEFAULT NULL", "`c` int(11) DEFAULT NULL COMMENT 'N'");
    maria("replaced", "`c` int(11) DEFAULT NULL COMMENT 'it''s \\\\ \\n'",
          "`c` int(11) DEFAULT NULL COMMENT 'N'");
    maria("before a check", "`c` int(11) DEFAULT NULL CHECK (`c` > 0)",
          "`c` int(11) DEFAULT NULL COMMENT 'N' CHECK (`c` > 0)");
    maria("replaced before a check", "`c` int(11) DEFAULT NULL COMMENT 'CHECK (x)' CHECK (`c` > 0)",
          "`c` int(11) DEFAULT NULL COMMENT 'N' CHECK (`c` > 0)");
    maria("the word in a default", "`c` varchar(20) DEFAULT ' COMMENT ''x'''",
          "`c` varchar(20) DEFAULT ' COMMENT ''x''' COMMENT 'N'");
    maria("the word in an expression",
          "`c` varchar(20) DEFAULT concat(' COMMENT \\'x\\'',')',`a`) COMMENT 'y'",
          "`c` varchar(20) DEFAULT concat(' COMMENT \\'x\\'',')',`a`) COMMENT 'N'");
    maria("the word in a check", "`c` varchar(9) DEFAULT NULL CHECK (`c` <> ' COMMENT \\'x\\'')",
          "`c` varchar(9) DEFAULT NULL COMMENT 'N' CHECK (`c` <> ' COMMENT \\'x\\'')");
    maria("the word in the name", "`x`` COMMENT 'y'` int(11) DEFAULT NULL",
          "`x`` COMMENT 'y'` int(11) DEFAULT NULL COMMENT 'N'");
    maria("a column named comment", "`comment` varchar(9) DEFAULT (`check`)",
          "`comment` varchar(9) DEFAULT (`check`) COMMENT 'N'");
    maria("members", "`c` enum('a','b'',COMMENT ''x''',')') DEFAULT 'a'",
          "`c` enum('a','b'',COMMENT ''x''',')') DEFAULT 'a' COMMENT 'N'");
    maria("generated", "`c` int(11) GENERATED ALWAYS AS (`a` + 1) VIRTUAL INVISIBLE COMMENT 'x'",
          "`c` int(11) GENERATED ALWAYS AS (`a` + 1) VIRTUAL INVISIBLE COMMENT 'N'");
    maria("compressed", "`c` varchar(200) /*M!100301 COMPRESSED*/ DEFAULT NULL COMMENT 'x'",
          "`c` varchar(200) /*M!100301 COMPRESSED*/ DEFAULT NULL COMMENT 'N'");
    maria("compressed at the end", "`c` blob NOT NULL /*M!100301 COMPRESSED*/",
          "`c` blob NOT NULL /*M!100301 COMPRESSED*/ COMMENT 'N'");
    maria("unversioned", "`c` int(11) DEFAULT NULL WITHOUT SYSTEM VERSIONING",
          "`c` int(11) DEFAULT NULL WITHOUT SYSTEM VERSIONING COMMENT 'N'");
    maria("row start", "`c` timestamp(6) GENERATED ALWAYS AS ROW START INVISIBLE",
          "`c` timestamp(6) GENERATED ALWAYS AS ROW START INVISIBLE COMMENT 'N'");
    maria("engine options", "`c` int(11) DEFAULT NULL COMMENT 'x' `flag`='COMMENT ''y'''",
          "`c` int(11) DEFAULT NULL COMMENT 'N' `flag`='COMMENT ''y'''");
    maria("json",
          "`c` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '{}' "
          "COMMENT 'x' CHECK (json_valid(`c`))",
          "`c` json NOT NULL DEFAULT '{}' COMMENT 'N'");
    maria("json without comment",
          "`c` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK "
          "(json_valid(`c`))",
          "`c` json DEFAULT NULL COMMENT 'N'");
    maria("another check over json",
          "`c` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK "
          "(json_length(`c`) > 1)",
          "`c` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL COMMENT 'N' CHECK "
          "(json_length(`c`) > 1)");
    maria("two checks",
          "`c` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK "
          "(json_valid(`c`) and `c` <> '')",
          "`c` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL COMMENT 'N' CHECK "
          "(json_valid(`c`) and `c` <> '')");
    maria("json of another column",
          "`c` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK "
          "(json_valid(`d`))",
          "`c` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL COMMENT 'N' CHECK "
          "(json_valid(`d`))");
    maria("longtext of another character set", "`c` longtext DEFAULT NULL CHECK (json_valid(`c`))",
          "`c` longtext DEFAULT NULL COMMENT 'N' CHECK (json_valid(`c`))");
    mysql("invisible", "`c` int DEFAULT NULL /*!80023 INVISIBLE */",
          "`c` int DEFAULT NULL /*!80023 INVISIBLE */ COMMENT 'N'");
    mysql("invisible with a comment", "`c` int DEFAULT NULL /*!80023 INVISIBLE */ COMMENT 'x'",
          "`c` int DEFAULT NULL /*!80023 INVISIBLE */ COMMENT 'N'");
    mysql("reference system", "`c` point NOT NULL /*!80003 SRID 4326 */ COMMENT 'x'",
          "`c` point NOT NULL /*!80003 SRID 4326 */ COMMENT 'N'");
    mysql("expression",
          "`c` varchar(9) DEFAULT (concat(_utf8mb4' COMMENT \\'x\\'',`a`)) COMMENT 'x'",
          "`c` varchar(9) DEFAULT (concat(_utf8mb4' COMMENT \\'x\\'',`a`)) COMMENT 'N'");
    mysql("generated", "`c` int GENERATED ALWAYS AS ((`a` + 1)) STORED NOT NULL",
          "`c` int GENERATED ALWAYS AS ((`a` + 1)) STORED NOT NULL COMMENT 'N'");
    mysql("format", "`c` int DEFAULT NULL /*!50606 STORAGE DISK */ /*!50606 COLUMN_FORMAT FIXED */",
          "`c` int DEFAULT NULL /*!50606 STORAGE DISK */ /*!50606 COLUMN_FORMAT FIXED */ COMMENT "
          "'N'");
    mysql("attribute", "`c` int DEFAULT NULL COMMENT 'x' /*!80021 ENGINE_ATTRIBUTE '{\"a\": 1}' */",
          "`c` int DEFAULT NULL COMMENT 'N' /*!80021 ENGINE_ATTRIBUTE '{\"a\": 1}' */");
    mysql("json is a type of its own", "`c` json DEFAULT NULL",
          "`c` json DEFAULT NULL COMMENT 'N'");
    mysql("a check is the table's",
          "`c` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK "
          "(json_valid(`c`))",
          "`c` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL COMMENT 'N' CHECK "
          "(json_valid(`c`))");
}

void TestMariaDbColumnLine::columnLines()
{
    QFETCH(bool, isMariaDb);
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, withComment);
    const CreateTableText table =
        parsed(tableWith("  `a` int(11) DEFAULT NULL,\n  " + line +
                         ",\n  KEY `k` (`a`),\n  CONSTRAINT `x` CHECK (`a` > ')')"));
    QCOMPARE(table.items.size(), std::size_t{4});
    ColumnFacts facts;
    facts.isMariaDb = isMariaDb;
    QCOMPARE(table.line(table.items[1]), line);
    QCOMPARE(columnLine(table, table.items[1], "'N'", facts), withComment);
}

void TestMariaDbColumnLine::readsComments_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("comment");
    QTest::newRow("none") << QByteArray("`c` int(11) DEFAULT NULL") << QByteArray();
    QTest::newRow("escapes") << QByteArray(
                                    "`c` int(11) COMMENT 'it''s \\\\ \\n \\r \\0 \\Z \\t \" ` end'")
                             << QByteArray("it's \\ \n \r \0 \x1a \t \" ` end", 24);
    QTest::newRow("backslash before the end")
        << QByteArray("`c` int(11) COMMENT 'a\\\\'") << QByteArray("a\\");
    QTest::newRow("quote and backslash")
        << QByteArray("`c` int(11) COMMENT '\\\\''' CHECK (`c` <> '')") << QByteArray("\\'");
    QTest::newRow("Unicode") << QByteArray("`c` int(11) COMMENT 'na\xc3\xafve \xe2\x82\xac'")
                             << QByteArray("na\xc3\xafve \xe2\x82\xac");
    QTest::newRow("only in a string")
        << QByteArray("`c` char(9) DEFAULT 'COMMENT ''x'''") << QByteArray();
}

void TestMariaDbColumnLine::readsComments()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, comment);
    const CreateTableText table = parsed(tableWith("  " + line));
    QCOMPARE(table.items.size(), std::size_t{1});
    QCOMPARE(table.items[0].comment, comment);
}

void TestMariaDbColumnLine::putsBackWhatItTookOut()
{
    const QByteArray with = "`c` int(11) DEFAULT 3 COMMENT 'x' CHECK (`c` > 1)";
    const CreateTableText table = parsed(tableWith("  " + with));
    const QByteArray without = columnLine(table, table.items[0], {});
    QCOMPARE(without, QByteArray("`c` int(11) DEFAULT 3 CHECK (`c` > 1)"));
    const CreateTableText bare = parsed(tableWith("  " + without));
    QCOMPARE(columnLine(bare, bare.items[0], "'x'"), with);
}

void TestMariaDbColumnLine::readsItems()
{
    const CreateTableText table = parsed(tableWith(
        "  `a,(` int(11) NOT NULL COMMENT ',)',\n  `b\n` int(11) DEFAULT NULL,\n"
        "  PERIOD FOR `app` (`s`, `e`),\n  PRIMARY KEY (`a,(`),\n"
        "  UNIQUE KEY `u` (`b\n`) COMMENT 'unique',\n  KEY `k``` (`b\n`(3)) USING BTREE "
        "COMMENT 'plain' IGNORED,\n  FULLTEXT KEY `f` (`w`) /*!50100 WITH PARSER `ngram` "
        "*/ ,\n  SPATIAL KEY `s` (`l`),\n  CONSTRAINT `fk` FOREIGN KEY (`b\n`) REFERENCES "
        "`p` (`KEY`),\n  CONSTRAINT `ck` CHECK (`b\n` <> ' COMMENT ''x''')"));
    QStringList names;
    QList<QByteArray> comments;
    QString kinds;
    for (const TableItem& item : table.items) {
        names << item.name;
        comments << item.comment;
        kinds += item.kind == TableItemKind::Column  ? QLatin1Char('c')
                 : item.kind == TableItemKind::Index ? QLatin1Char('i')
                                                     : QLatin1Char('-');
    }
    QCOMPARE(kinds, QStringLiteral("cc-iiiii--"));
    QCOMPARE(names,
             QStringList({QStringLiteral("a,("), QStringLiteral("b\n"), QString(),
                          QStringLiteral("PRIMARY"), QStringLiteral("u"), QStringLiteral("k`"),
                          QStringLiteral("f"), QStringLiteral("s"), QString(), QString()}));
    QCOMPARE(comments, QList<QByteArray>({",)", {}, {}, {}, "unique", "plain", {}, {}, {}, {}}));
    QVERIFY(table.column(QStringLiteral("b\n")));
    QVERIFY(!table.column(QStringLiteral("B\n")));
    QVERIFY(!table.column(QStringLiteral("u")));
    QVERIFY(!table.index(QStringLiteral("fk")));
    const CreateTableText marked = parsed(tableWith("  `\xef\xbb\xbf` int(11) DEFAULT NULL"));
    QVERIFY(marked.column(QString(QChar(QChar::ByteOrderMark))));
    QCOMPARE(indexLine(table, *table.index(QStringLiteral("k`")), "'N'"),
             QByteArray("KEY `k``` (`b\n`(3)) USING BTREE COMMENT 'N' IGNORED"));
    QCOMPARE(indexLine(table, *table.index(QStringLiteral("f")), "'N'"),
             QByteArray("FULLTEXT KEY `f` (`w`) /*!50100 WITH PARSER `ngram` */ COMMENT 'N'"));
}

void TestMariaDbColumnLine::plainBackslashes()
{
    const CreateTableText table = parsed(
        tableWith("  `a` char(9) DEFAULT '\\' COMMENT 'C:\\',\n  `b` char(1) COMMENT '\\n'''"),
        BackslashMode::Plain);
    QCOMPARE(table.items.size(), std::size_t{2});
    QCOMPARE(table.items[0].comment, QByteArray("C:\\"));
    QCOMPARE(table.items[1].comment, QByteArray("\\n'"));
    QCOMPARE(columnLine(table, table.items[0], "'N'"),
             QByteArray("`a` char(9) DEFAULT '\\' COMMENT 'N'"));
    QVERIFY(!parseCreateTable(table.sql, BackslashMode::Escapes));
}

void TestMariaDbColumnLine::readsTableComments_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QByteArray>("comment");
    QTest::addColumn<QByteArray>("without");
    const auto row = [](const char* name, const char* options, const char* comment,
                        const char* without) {
        QTest::newRow(name) << QByteArray(options) << QByteArray(comment) << QByteArray(without);
    };
    row("none", "ENGINE=InnoDB", "", "ENGINE=InnoDB");
    row("last", "ENGINE=InnoDB COMMENT='it''s'", "it's", "ENGINE=InnoDB");
    row("engine options behind", "ENGINE=InnoDB COMMENT='a' `encrypted`='COMMENT=''b'''", "a",
        "ENGINE=InnoDB `encrypted`='COMMENT=''b'''");
    row("in another option", "ENGINE=FEDERATED CONNECTION='x COMMENT=''y'''", "",
        "ENGINE=FEDERATED CONNECTION='x COMMENT=''y'''");
    row("of a partition",
        "ENGINE=InnoDB\n PARTITION BY RANGE (`a`)\n(PARTITION `p0` VALUES LESS THAN (10) COMMENT = "
        "'px' ENGINE = InnoDB)",
        "",
        "ENGINE=InnoDB\n PARTITION BY RANGE (`a`)\n(PARTITION `p0` VALUES LESS THAN (10) COMMENT = "
        "'px' ENGINE = InnoDB)");
    row("MySQL's partitions",
        "ENGINE=InnoDB COMMENT='t'\n/*!50100 PARTITION BY RANGE (`a`)\n(PARTITION p0 VALUES LESS "
        "THAN (10) COMMENT = 'px' ENGINE = InnoDB) */",
        "t",
        "ENGINE=InnoDB\n/*!50100 PARTITION BY RANGE (`a`)\n(PARTITION p0 VALUES LESS THAN (10) "
        "COMMENT = 'px' ENGINE = InnoDB) */");
    row("versioned", "ENGINE=InnoDB COMMENT='x' WITH SYSTEM VERSIONING", "x",
        "ENGINE=InnoDB WITH SYSTEM VERSIONING");
    row("sequence", "ENGINE=InnoDB SEQUENCE=1 COMMENT='s'", "s", "ENGINE=InnoDB SEQUENCE=1");
}

void TestMariaDbColumnLine::readsTableComments()
{
    QFETCH(QByteArray, options);
    QFETCH(QByteArray, comment);
    QFETCH(QByteArray, without);
    const QByteArray lines = "  `a` int(11) DEFAULT NULL COMMENT 'column'";
    const CreateTableText table = parsed(tableWith(lines, options));
    QCOMPARE(table.comment, comment);
    QCOMPARE(withoutComments(table, {true, {}, {}}), tableWith(lines, without));
    QCOMPARE(withoutComments(table, {}), tableWith(lines, options));
}

void TestMariaDbColumnLine::tellsChangesFromComments_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<bool>("same");
    const QByteArray plain = tableWith("  `a` int(11) DEFAULT 1,\n  `b` int(11) DEFAULT NULL");
    const QByteArray commented =
        tableWith("  `a` int(11) DEFAULT 1 COMMENT 'x',\n  `b` int(11) DEFAULT NULL");
    QTest::newRow("nothing") << plain << plain << true;
    QTest::newRow("its comment") << plain << commented << true;
    QTest::newRow("its comment taken out") << commented << plain << true;
    QTest::newRow("another column's comment")
        << plain << tableWith("  `a` int(11) DEFAULT 1,\n  `b` int(11) DEFAULT NULL COMMENT 'x'")
        << false;
    QTest::newRow("its default") << plain
                                 << tableWith(
                                        "  `a` int(11) COMMENT 'x',\n  `b` int(11) DEFAULT NULL")
                                 << false;
    QTest::newRow("its check")
        << tableWith("  `a` int(11) DEFAULT 1 CHECK (`a` > 0),\n  `b` int(11) DEFAULT NULL")
        << commented << false;
    QTest::newRow("the order") << plain
                               << tableWith("  `b` int(11) DEFAULT NULL,\n  `a` int(11) DEFAULT 1")
                               << false;
    QTest::newRow("an option") << plain
                               << tableWith("  `a` int(11) DEFAULT 1,\n  `b` int(11) DEFAULT NULL",
                                            "ENGINE=InnoDB DEFAULT CHARSET=utf8mb4")
                               << false;
}

void TestMariaDbColumnLine::tellsChangesFromComments()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(bool, same);
    QCOMPARE(sameButComments(parsed(before), parsed(after), {false, {QStringLiteral("a")}, {}}),
             same);
}

void TestMariaDbColumnLine::factsOfLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("facts");
    const auto row = [](const char* line, const char* facts) {
        QTest::newRow(line) << QByteArray(line) << QString::fromLatin1(facts);
    };
    row("`c` int(11) DEFAULT NULL", "");
    row("`c` point NOT NULL", "geometry");
    row("`c` geometry DEFAULT NULL", "geometry");
    row("`point` int(11) DEFAULT NULL", "");
    row("`c` binary(3) DEFAULT '?\\0'''", "default");
    row("`c` char(3) DEFAULT 'a' COMMENT 'why?'", "");
    row("`c` char(3) DEFAULT concat('?','x')", "");
    row("`c` enum('?','b') DEFAULT 'b'", "members");
    row("`c` enum('a','b') DEFAULT 'b' COMMENT '?'", "");
    row("`c` timestamp NOT NULL", "bare");
    row("`c` timestamp NULL DEFAULT NULL", "");
    row("`c` timestamp NOT NULL DEFAULT current_timestamp()", "");
    row("`c` timestamp NOT NULL DEFAULT '2000-10-29 02:30:00'", "time");
    row("`c` datetime NOT NULL DEFAULT '2000-10-29 02:30:00'", "");
    row("`c` timestamp(6) GENERATED ALWAYS AS ROW START", "");
    row("`c` int(11) GENERATED ALWAYS AS (`STORED`) STORED", "stored");
    row("`c` int(11) GENERATED ALWAYS AS (`STORED`) VIRTUAL COMMENT 'STORED'", "");
}

void TestMariaDbColumnLine::factsOfLines()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, facts);
    const CreateTableText table = parsed(tableWith("  " + line));
    const TableItem& item = table.items.at(0);
    QStringList found;
    if (isGeometry(table, item))
        found << QStringLiteral("geometry");
    if (hasDoubtfulDefault(table, item))
        found << QStringLiteral("default");
    if (hasDoubtfulMembers(table, item))
        found << QStringLiteral("members");
    if (isBareTimestamp(table, item))
        found << QStringLiteral("bare");
    if (namesTime(table, item))
        found << QStringLiteral("time");
    if (isStoredGenerated(table, item))
        found << QStringLiteral("stored");
    QCOMPARE(found.join(QLatin1Char(' ')), facts);
    QVERIFY(!isSystemVersioned(table));
    QVERIFY(isSystemVersioned(parsed(tableWith("  " + line, "ENGINE=x WITH SYSTEM VERSIONING"))));
}

void TestMariaDbColumnLine::keepsTheOrderOfIndexes()
{
    const CreateTableText table =
        parsed(tableWith("  `a` int(11) NOT NULL,\n  PRIMARY KEY (`a`),\n  UNIQUE KEY `u` (`a`),\n"
                         "  KEY `k1` (`a`) COMMENT 'x',\n  KEY `k2` (`a`),\n  KEY `k``3` (`a`) "
                         "COMMENT 'y',\n  FULLTEXT KEY `f` (`a`)"));
    QCOMPARE(indexCommentClauses(table, {{QStringLiteral("k2"), "'N'"}}),
             std::vector<QByteArray>({"DROP INDEX `k2`", "DROP INDEX `k``3`",
                                      "ADD KEY `k2` (`a`) COMMENT 'N'",
                                      "ADD KEY `k``3` (`a`) COMMENT 'y'"}));
    QCOMPARE(indexCommentClauses(table, {{QStringLiteral("PRIMARY"), "'N'"}}),
             std::vector<QByteArray>({"DROP PRIMARY KEY", "ADD PRIMARY KEY (`a`) COMMENT 'N'"}));
    QCOMPARE(indexCommentClauses(table, {{QStringLiteral("k`3"), {}}}),
             std::vector<QByteArray>({"DROP INDEX `k``3`", "ADD KEY `k``3` (`a`)"}));
    QVERIFY(indexCommentClauses(table, {{QStringLiteral("none"), "'N'"}}).empty());
}

void TestMariaDbColumnLine::refusesOtherTexts_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("view") << QByteArray("CREATE VIEW `v` AS select (1) AS `a`");
    QTest::newRow("sequence") << QByteArray("CREATE SEQUENCE `s` start with 1");
    QTest::newRow("open quote") << QByteArray("CREATE TABLE `t` (\n  `a` char(1) DEFAULT 'x\n)");
    QTest::newRow("open parenthesis") << QByteArray("CREATE TABLE `t` (\n  `a` int(11");
    QTest::newRow("too many closed") << QByteArray("CREATE TABLE `t` (\n  `a` int(11)))");
    QTest::newRow("empty line") << QByteArray("CREATE TABLE `t` (\n  `a` int(11),\n)");
}

void TestMariaDbColumnLine::refusesOtherTexts()
{
    QFETCH(QByteArray, sql);
    QVERIFY(!parseCreateTable(sql, BackslashMode::Escapes));
}

void TestMariaDbColumnLine::statements()
{
    QCOMPARE(alterTable("`d`.`t`",
                        {modifyColumnClause("`a` int(11) COMMENT 'x'"), tableCommentClause({})},
                        AlterAlgorithm::Instant),
             QByteArray("ALTER TABLE `d`.`t` MODIFY COLUMN `a` int(11) COMMENT 'x', COMMENT = '', "
                        "ALGORITHM=INSTANT"));
    const Result<QByteArray> literal = commentLiteral(QStringLiteral("a'\\\n"));
    QVERIFY(literal);
    QCOMPARE(*literal, QByteArray("'a''\\\\\\n'"));
    QCOMPARE(*commentLiteral({}), QByteArray());
    QCOMPARE(alterEvent("`d`.`e`", "`u`@`h`", "'x'"),
             QByteArray("ALTER DEFINER=`u`@`h` EVENT `d`.`e` COMMENT 'x'"));
    const CreateTableText table = parsed(tableWith("  `g` point DEFAULT NULL,\n  `b` binary(2) "
                                                   "NOT NULL DEFAULT '?'"));
    ColumnFacts facts;
    facts.referenceSystem = 4326;
    QCOMPARE(columnLine(table, table.items[0], "'x'", facts),
             QByteArray("`g` point REF_SYSTEM_ID=4326 DEFAULT NULL COMMENT 'x'"));
    facts = mySql();
    facts.defaultLiteral = "x'ff'";
    QCOMPARE(columnLine(table, table.items[1], "'x'", facts),
             QByteArray("`b` binary(2) NOT NULL DEFAULT x'ff' COMMENT 'x'"));
}

QTEST_APPLESS_MAIN(TestMariaDbColumnLine)
#include "tst_mariadb_column_line.moc"

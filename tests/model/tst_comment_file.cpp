// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The comment file: what is a statement and what is not, where errors are, and that printing and
// parsing are the inverse of each other whatever texts and names are.
#include "model/notes/comment_file_parts.h"
#include "tests/support/random_comments.h"
#include "tests/support/soak.h"

#include <QTest>

using namespace cadastre;

namespace {

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

CommentTarget target(const char* word, const QStringList& path, const QString& arguments = {},
                     bool onTable = false)
{
    return {u(word), path, arguments, onTable};
}

/// Without where it stands.
CommentStatement placeless(CommentStatement statement)
{
    statement.line = 0;
    statement.column = 0;
    return statement;
}

struct TargetKind
{
    const char* word;
    int parts;
    bool onTable;
    bool hasArguments;
};

constexpr TargetKind targetKinds[]{
    {"TABLE", 2, false, false},
    {"TABLE", 1, false, false},
    {"VIEW", 2, false, false},
    {"MATERIALIZED VIEW", 2, false, false},
    {"FOREIGN TABLE", 2, false, false},
    {"COLUMN", 3, false, false},
    {"COLUMN", 2, false, false},
    {"CONSTRAINT", 3, true, false},
    {"CONSTRAINT", 2, true, false},
    {"DOMAIN CONSTRAINT", 3, false, false},
    {"INDEX", 2, false, false},
    {"INDEX", 3, true, false},
    {"TRIGGER", 3, true, false},
    {"POLICY", 3, true, false},
    {"RULE", 2, true, false},
    {"FUNCTION", 2, false, true},
    {"PROCEDURE", 1, false, true},
    {"AGGREGATE", 2, false, true},
    {"TYPE", 2, false, false},
    {"DOMAIN", 2, false, false},
    {"SEQUENCE", 2, false, false},
    {"DATABASE", 1, false, false},
    {"SCHEMA", 1, false, false},
    {"ROLE", 1, false, false},
    {"EXTENSION", 1, false, false},
    {"SERVER", 1, false, false},
    {"FOREIGN DATA WRAPPER", 1, false, false},
    {"PUBLICATION", 1, false, false},
    {"EVENT TRIGGER", 1, false, false},
    {"EVENT", 2, false, false},
    {"TEXT SEARCH CONFIGURATION", 2, false, false},
};

} // namespace

class tst_CommentFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsStatements_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<CommentTarget>("expected");
        QTest::addColumn<QString>("comment");
        const auto row = [](const char* text, const CommentTarget& expected,
                            const char* comment = "x") {
            QTest::newRow(text) << u(text) << expected << u(comment);
        };
        row("COMMENT ON TABLE public.orders IS 'x';", target("TABLE", {u("public"), u("orders")}));
        row("comment on table Orders is 'x' ;", target("TABLE", {u("orders")}));
        row("COMMENT\n ON\r\n\tTABLE\f\"Or\"\"ders\" . t IS\n'x';",
            target("TABLE", {u("Or\"ders"), u("t")}));
        row("COMMENT ON COLUMN a.b IS 'x';", target("COLUMN", {u("a"), u("b")}));
        row("COMMENT ON COLUMN a.b.\"\xc3\xa4\" IS 'x';",
            target("COLUMN", {u("a"), u("b"), u("\xc3\xa4")}));
        row("COMMENT ON MATERIALIZED  VIEW v IS 'x';", target("MATERIALIZED VIEW", {u("v")}));
        row("COMMENT ON CONSTRAINT c ON s.t IS 'x';",
            target("CONSTRAINT", {u("s"), u("t"), u("c")}, {}, true));
        row("COMMENT ON CONSTRAINT c ON DOMAIN s.d IS 'x';",
            target("DOMAIN CONSTRAINT", {u("s"), u("d"), u("c")}));
        row("COMMENT ON CONSTRAINT c ON domain IS 'x';",
            target("CONSTRAINT", {u("domain"), u("c")}, {}, true));
        row("COMMENT ON CONSTRAINT c ON domain.t IS 'x';",
            target("CONSTRAINT", {u("domain"), u("t"), u("c")}, {}, true));
        row("COMMENT ON INDEX s.i IS 'x';", target("INDEX", {u("s"), u("i")}));
        row("COMMENT ON INDEX i ON s.t IS 'x';",
            target("INDEX", {u("s"), u("t"), u("i")}, {}, true));
        row("COMMENT ON FUNCTION f(INTEGER ,  Text[ ]) IS 'x';",
            target("FUNCTION", {u("f")}, u("integer,text[]")));
        row("COMMENT ON FUNCTION s.f(timestamp (3)  with time zone, \"My, Type)\") IS 'x';",
            target("FUNCTION", {u("s"), u("f")}, u("timestamp(3) with time zone,\"My, Type)\"")));
        row("COMMENT ON FUNCTION f() IS 'x';", target("FUNCTION", {u("f")}));
        row("COMMENT ON AGGREGATE f(*) IS 'x';", target("AGGREGATE", {u("f")}, u("*")));
        row("COMMENT ON EVENT trigger IS 'x';", target("EVENT", {u("trigger")}));
        row("COMMENT ON EVENT TRIGGER t IS 'x';", target("EVENT TRIGGER", {u("t")}));
        row("COMMENT ON TABLE t IS 'it''s \\n $$ */ --\n;';", target("TABLE", {u("t")}),
            "it's \\n $$ */ --\n;");
        row("COMMENT ON TABLE t IS E'it\\'s "
            "''\\n\\r\\t\\b\\f\\\\\\u00e4\\U0001F600\\ud83d\\ude00';",
            target("TABLE", {u("t")}),
            "it's '\n\r\t\b\f\\\xc3\xa4\xf0\x9f\x98\x80\xf0\x9f\x98\x80");
        row("COMMENT ON TABLE t IS '';", target("TABLE", {u("t")}), "");
        row("COMMENT ON TABLE t IS null;", target("TABLE", {u("t")}), "");
        row("-- words\n\n  -- more ; '\nCOMMENT ON TABLE t IS 'x'; -- and here\n",
            target("TABLE", {u("t")}));
    }

    void readsStatements()
    {
        QFETCH(QString, text);
        QFETCH(CommentTarget, expected);
        QFETCH(QString, comment);
        const auto statements = parseCommentFile(text);
        QVERIFY2(statements, qPrintable(statements ? QString() : statements.error().message));
        QCOMPARE(statements->size(), 1U);
        const CommentStatement& statement = statements->front();
        QCOMPARE(statement.target.word, expected.word);
        QCOMPARE(statement.target.path, expected.path);
        QCOMPARE(statement.target.arguments, expected.arguments);
        QCOMPARE(statement.target.onTable, expected.onTable);
        QCOMPARE(statement.text, comment);
        QVERIFY(!statement.was);
    }

    void readsWasLines()
    {
        const auto statements = parseCommentFile(u("-- was: NULL\nCOMMENT ON TABLE a IS 'x';\n"
                                                   "-- was: ''\r\n  COMMENT ON TABLE b IS 'x';"
                                                   "-- was: E'1\\n2'\n"
                                                   "COMMENT ON TABLE c IS NULL;\n")
                                                     .replace(u(";-- was"), u(";\n-- was")));
        QVERIFY2(statements, qPrintable(statements ? QString() : statements.error().message));
        QCOMPARE(statements->size(), 3U);
        QCOMPARE(statements->at(0).was, std::optional(QString()));
        QCOMPARE(statements->at(1).was, std::optional(QString()));
        QCOMPARE(statements->at(1).line, 4);
        QCOMPARE(statements->at(1).column, 3);
        QCOMPARE(statements->at(2).was, std::optional(u("1\n2")));
        QCOMPARE(statements->at(2).text, QString());
    }

    void anEmptyFileIsOne()
    {
        for (const char* text : {"", "\n\n", "-- only words", "-- words\n"}) {
            const auto statements = parseCommentFile(u(text));
            QVERIFY(statements);
            QVERIFY(statements->empty());
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("begin");
        const auto row = [](const char* text, const char* begin) {
            QTest::newRow(text) << u(text) << u(begin);
        };
        row("DROP TABLE t;", "Line 1, column 1: only COMMENT ON");
        row("COMMENT ON TABLE t IS 'x';\nDROP TABLE t;", "Line 2, column 1: only COMMENT ON");
        row("-- words\rDROP TABLE t;", "Line 2, column 1: only COMMENT ON");
        row("\\! rm", "Line 1, column 1: only COMMENT ON");
        row("/* words */ COMMENT ON TABLE t IS 'x';", "Line 1, column 1: only COMMENT ON");
        row("COMMENT ON TABLE t IS 'x'", "Line 1, column 26: ; should");
        row("COMMENT ON TABLE t IS 'x' 'y';", "Line 1, column 27: ; should");
        row("COMMENT ON TABLE t IS 'x'\n'y';", "Line 2, column 1: ; should");
        row("COMMENT ON TABLE t IS $$x$$;", "Line 1, column 23: texts stand");
        row("COMMENT ON TABLE t IS U&'x';", "Line 1, column 23: a text");
        row("COMMENT ON TABLE t IS 12;", "Line 1, column 23: a text");
        row("COMMENT ON TABLE t IS -- x\n'y';", "Line 1, column 23: a text");
        row("COMMENT ON TABLE t IS 'x;\n", "Line 1, column 23: this text is not closed");
        row("COMMENT ON TABLE t IS E'x\\';\n", "Line 1, column 23: this text is not closed");
        row("COMMENT ON TABLE t IS E'\\x41';", "Line 1, column 25: the escapes");
        row("COMMENT ON TABLE t IS E'\\u12';", "Line 1, column 27: 4 digits");
        row("COMMENT ON TABLE t IS E'\\ud800';", "Line 1, column 25: this escape is no");
        row("COMMENT ON TABLE t IS E'\\u0000';", "Line 1, column 25: this escape is no");
        row("COMMENT ON TABLE t IS E'\\U00110000';", "Line 1, column 25: this escape is no");
        row("COMMENT ON TABLE a.b.c IS 'x';", "Line 1, column 12: the name behind TABLE");
        row("COMMENT ON SCHEMA a.b IS 'x';", "Line 1, column 12: the name behind SCHEMA");
        row("COMMENT ON COLUMN a IS 'x';", "Line 1, column 12: a column is named");
        row("COMMENT ON CONSTRAINT c IS 'x';", "Line 1, column 25: ON and the table");
        row("COMMENT ON INDEX s.i ON t IS 'x';", "Line 1, column 24: the name stands alone");
        row("COMMENT ON FUNCTION f IS 'x';", "Line 1, column 23: a routine needs");
        row("COMMENT ON FUNCTION f(a;) IS 'x';", "Line 1, column 24: the type of an argument");
        row("COMMENT ON FUNCTION f(a IS 'x';", "Line 1, column 31: the type of an argument");
        row("COMMENT ON TABLE \"\" IS 'x';", "Line 1, column 18: a name cannot be empty");
        row("COMMENT ON TABLE U&\"t\" IS 'x';", "Line 1, column 18: names are plain");
        row("COMMENT ON TABLE \"t IS 'x';", "Line 1, column 18: this name is not closed");
        row("COMMENT ON OPERATOR + (int, int) IS 'x';", "Line 1, column 12: OPERATOR is no kind");
        row("COMMENT ON TABLE t IS 'x';\n\nCOMMENT ON VIEW t IS 'y';",
            "Line 3, column 1: line 1 has a comment for view t already");
        row("-- was: 'x'\n\nCOMMENT ON TABLE t IS 'x';", "Line 2, column 1: the statement should");
        row("-- was: 'x'\n-- words\nCOMMENT ON TABLE t IS 'x';", "Line 2, column 1: the statement");
        row("-- was: 'x'\n-- was: 'y'\nCOMMENT ON TABLE t IS 'x';", "Line 2, column 1: the state");
        row("-- was: 'x'\n", "Line 1, column 1: no statement follows");
        row("-- was: 'x' \nCOMMENT ON TABLE t IS 'x';", "Line 1, column 12: nothing may follow");
        row("-- was: 'x\ny'\nCOMMENT ON TABLE t IS 'x';", "Line 1, column 9: a was line is one");
        row("-- was: words\nCOMMENT ON TABLE t IS 'x';", "Line 1, column 9: a text");
        row("-- was:  'x'\nCOMMENT ON TABLE t IS 'x';", "Line 1, column 9: a text");
        row("--was: 'x'\nCOMMENT ON TABLE t IS 'x';", "Line 1, column 1: a was line begins");
        row("-- Was: 'x'\nCOMMENT ON TABLE t IS 'x';", "Line 1, column 1: a was line begins");
        row(" -- was: 'x'\nCOMMENT ON TABLE t IS 'x';", "Line 1, column 2: a was line begins");
        row("-- \xf0\x9f\x98\x80\nCOMMENT ON TABLE \"\xf0\x9f\x98\x80\" AS 'x';",
            "Line 2, column 22: IS should");
    }

    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(QString, begin);
        const auto statements = parseCommentFile(text);
        QVERIFY(!statements);
        QVERIFY2(statements.error().message.startsWith(begin),
                 qPrintable(statements.error().message));
    }

    void prints()
    {
        const CommentStatement plain{target("TABLE", {u("public"), u("Order")}), std::nullopt,
                                     u("it's"), 0, 0};
        QCOMPARE(printCommentStatement(plain).value(),
                 u("COMMENT ON TABLE public.\"Order\" IS 'it''s';\n"));
        const CommentStatement control{target("COLUMN", {u("user"), u("a$"), u("b")}), u("a\nb\\"),
                                       u(""), 0, 0};
        QCOMPARE(printCommentStatement(control).value(),
                 u("-- was: E'a\\nb\\\\'\nCOMMENT ON COLUMN \"user\".\"a$\".b IS NULL;\n"));
        const CommentStatement function{target("FUNCTION", {u("f")}, u("integer,text")), u(""),
                                        u("x"), 0, 0};
        QCOMPARE(printCommentStatement(function).value(),
                 u("-- was: NULL\nCOMMENT ON FUNCTION f(integer, text) IS 'x';\n"));
    }

    void cannotPrint_data()
    {
        QTest::addColumn<CommentTarget>("name");
        QTest::addColumn<QString>("text");
        QTest::newRow("NUL") << target("TABLE", {u("t")}) << QString(QChar(0));
        QTest::newRow("half of a character") << target("TABLE", {u("t")}) << QString(QChar(0xd800));
        QTest::newRow("NUL in a name") << target("TABLE", {QString(QChar(0))}) << u("x");
        QTest::newRow("empty schema") << target("TABLE", {u(""), u("t")}) << u("x");
        QTest::newRow("arguments that end the statement")
            << target("FUNCTION", {u("f")}, u("integer) IS 'y'; DROP TABLE t; --")) << u("x");
        QTest::newRow("arguments that are not closed")
            << target("FUNCTION", {u("f")}, u("numeric(3")) << u("x");
    }

    void cannotPrint()
    {
        QFETCH(CommentTarget, name);
        QFETCH(QString, text);
        QVERIFY(!printCommentStatement({name, std::nullopt, text, 0, 0}));
    }

    void printThenParse()
    {
        test::RandomComments random(test::soakSeed());
        const int count = test::soakCount(20000, 400);
        QString file;
        std::vector<CommentStatement> printed;
        for (int i = 0; i < count; ++i) {
            const TargetKind& kind = targetKinds[random.number(std::size(targetKinds))];
            CommentStatement statement;
            statement.target.word = u(kind.word);
            statement.target.onTable = kind.onTable;
            for (int part = 0; part < kind.parts; ++part)
                statement.target.path << random.name();
            if (kind.hasArguments && random.number(3))
                statement.target.arguments = u("integer,\"a\"\"), (\"[],numeric(3,2)");
            statement.text = random.text();
            if (random.number(2))
                statement.was = random.text();
            const auto text = printCommentStatement(statement);
            QVERIFY2(text, qPrintable(text ? QString() : text.error().message));
            QVERIFY(text->startsWith(statement.was ? u("-- was: ") : u("COMMENT ON ")));
            const qsizetype firstEnd = text->indexOf(QLatin1Char('\n'));
            QVERIFY(!statement.was || text->sliced(firstEnd).startsWith(u("\nCOMMENT ON ")));
            file += *text;
            if (!random.number(4))
                file += u("\n-- ordinary words\n\n");
            printed.push_back(statement);
        }
        const QByteArray bytes = file.toUtf8();
        const auto parsed = parseCommentFile(commentFileText(bytes).value());
        QVERIFY2(parsed, qPrintable(parsed ? QString() : parsed.error().message));
        QCOMPARE(parsed->size(), printed.size());
        for (std::size_t i = 0; i < printed.size(); ++i)
            QCOMPARE(placeless((*parsed)[i]), printed[i]);
    }

    void cutAnywhereNeverCrashes()
    {
        test::RandomComments random(test::soakSeed());
        const QString file =
            printCommentStatement({target("CONSTRAINT", {random.name(), random.name()}, {}, true),
                                   random.text(), random.text(), 0, 0})
                .value() +
            u("COMMENT ON FUNCTION f(integer, \"x\") IS E'\\u00e4\\U0001F600';\n");
        for (qsizetype end = 0; end < file.size(); ++end) {
            const auto parsed = parseCommentFile(file.first(end));
            QVERIFY(parsed || parsed.error().message.startsWith(u("Line ")));
            QVERIFY(!parsed || parsed->size() < 2 || end == file.size() - 1);
        }
    }

    void knowsWhereStatementsStand()
    {
        const QString text = u("-- words\n-- was: NULL\nCOMMENT ON TABLE a IS 'x';\n\n"
                               "COMMENT ON TABLE b IS 'y' ; -- z\n");
        const auto parts = parseCommentParts(text);
        QVERIFY(parts);
        QCOMPARE(text.sliced(parts->at(0).begin, parts->at(0).end - parts->at(0).begin),
                 u("-- was: NULL\nCOMMENT ON TABLE a IS 'x';"));
        QCOMPARE(text.sliced(parts->at(1).begin, parts->at(1).end - parts->at(1).begin),
                 u("COMMENT ON TABLE b IS 'y' ;"));
    }

    void bytes()
    {
        QCOMPARE(commentFileText("\xef\xbb\xbfx").value(), u("x"));
        QCOMPARE(commentFileText("a\n\xc3\xa4 \xff").error().message,
                 u("Line 2, column 3: this is not UTF-8."));
        QVERIFY(!commentFileText("a\n\xc3"));
    }
};

QTEST_GUILESS_MAIN(tst_CommentFile)
#include "tst_comment_file.moc"

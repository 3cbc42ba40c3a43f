// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Names and literals of MariaDB and MySQL: what they become, and what is refused.
#include "model/dialect/mariadb_tokens.h"

#include <QTest>

using namespace cadastre;
using namespace cadastre::mariadb;

class TestMariaDbDialect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void identifiers_data();
    void identifiers();
    void refusedIdentifiers_data();
    void refusedIdentifiers();
    void literals_data();
    void literals();
    void refusedLiterals();
    void accounts_data();
    void accounts();
};

void TestMariaDbDialect::identifiers_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("quoted");
    QTest::newRow("plain") << QStringLiteral("orders") << QStringLiteral("`orders`");
    QTest::newRow("dot") << QStringLiteral("a.b") << QStringLiteral("`a.b`");
    QTest::newRow("backtick") << QStringLiteral("back`tick") << QStringLiteral("`back``tick`");
    QTest::newRow("only backticks") << QStringLiteral("``") << QStringLiteral("``````");
    QTest::newRow("quotes") << QStringLiteral("we\"ird'") << QStringLiteral("`we\"ird'`");
    QTest::newRow("backslash") << QStringLiteral("a\\`b") << QStringLiteral("`a\\``b`");
    QTest::newRow("injection") << QStringLiteral("x`; DROP TABLE t; -- ")
                               << QStringLiteral("`x``; DROP TABLE t; -- `");
    QTest::newRow("emoji") << QStringLiteral("\U0001F600") << QStringLiteral("`\U0001F600`");
    const QString longest(64, QLatin1Char('x'));
    QTest::newRow("64 characters")
        << longest << QString(QLatin1Char('`') + longest + QLatin1Char('`'));
    const QString emojis = QStringLiteral("\U0001F600").repeated(64);
    QTest::newRow("64 emoji") << emojis << QString(QLatin1Char('`') + emojis + QLatin1Char('`'));
}

void TestMariaDbDialect::identifiers()
{
    QFETCH(QString, name);
    QFETCH(QString, quoted);
    const Result<QString> result = quotedIdentifier(name);
    QVERIFY(result.has_value());
    QCOMPARE(*result, quoted);
    const std::vector<Token> expected{{TokenKind::QuotedName, name}};
    QCOMPARE(tokenize(*result), expected);
}

void TestMariaDbDialect::refusedIdentifiers_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QString();
    QTest::newRow("NUL") << QStringLiteral("a") + QChar(u'\0') + QStringLiteral("b");
    QTest::newRow("65 characters") << QString(65, QLatin1Char('x'));
    QTest::newRow("lone surrogate") << QString(QChar(0xD800));
}

void TestMariaDbDialect::refusedIdentifiers()
{
    QFETCH(QString, name);
    QVERIFY(!quotedIdentifier(name));
    QVERIFY(!quotedPath({QStringLiteral("db"), name}));
}

void TestMariaDbDialect::literals_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("escaping");
    QTest::addColumn<QString>("plain");
    QTest::newRow("empty") << QString() << QStringLiteral("''") << QStringLiteral("''");
    QTest::newRow("quote") << QStringLiteral("it's") << QStringLiteral("'it''s'")
                           << QStringLiteral("'it''s'");
    QTest::newRow("backslash quote")
        << QStringLiteral("\\'; DROP") << QStringLiteral("'\\\\''; DROP'")
        << QStringLiteral("'\\''; DROP'");
    QTest::newRow("newline") << QStringLiteral("a\nb") << QStringLiteral("'a\\nb'")
                             << QStringLiteral("'a\nb'");
    QTest::newRow("emoji") << QStringLiteral("\U0001F600") << QStringLiteral("'\U0001F600'")
                           << QStringLiteral("'\U0001F600'");
}

void TestMariaDbDialect::literals()
{
    QFETCH(QString, text);
    QFETCH(QString, escaping);
    QFETCH(QString, plain);
    QCOMPARE(*quotedLiteral(text, BackslashMode::Escapes), escaping);
    QCOMPARE(*quotedLiteral(text, BackslashMode::Plain), plain);
    const std::vector<Token> expected{{TokenKind::String, text}};
    QCOMPARE(tokenize(escaping), expected);
    QCOMPARE(tokenize(plain, {BackslashMode::Plain, false}), expected);
}

void TestMariaDbDialect::refusedLiterals()
{
    const QString withNul(QChar(u'\0'));
    QCOMPARE(*quotedLiteral(withNul, BackslashMode::Escapes), QStringLiteral("'\\0'"));
    QVERIFY(!quotedLiteral(withNul, BackslashMode::Plain));
    QVERIFY(!quotedLiteral(QString(QChar(0xDC00)), BackslashMode::Escapes));
}

void TestMariaDbDialect::accounts_data()
{
    QTest::addColumn<QString>("grantee");
    QTest::addColumn<QString>("name");
    QTest::newRow("user") << QStringLiteral("'u1'@'%'") << QStringLiteral("u1@%");
    QTest::newRow("role") << QStringLiteral("'reader'@''") << QStringLiteral("reader");
    QTest::newRow("bare role") << QStringLiteral("reader") << QStringLiteral("reader");
    QTest::newRow("at in the name")
        << QStringLiteral("'a@b'@'localhost'") << QStringLiteral("a@b@localhost");
    QTest::newRow("definer") << QStringLiteral("root@localhost")
                             << QStringLiteral("root@localhost");
}

void TestMariaDbDialect::accounts()
{
    QFETCH(QString, grantee);
    QFETCH(QString, name);
    QCOMPARE(accountName(grantee), name);
}

QTEST_APPLESS_MAIN(TestMariaDbDialect)
#include "tst_mariadb_dialect.moc"

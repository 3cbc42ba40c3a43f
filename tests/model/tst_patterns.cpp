// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Patterns on names: what they match, what they do not, which one is more specific, what is
// refused.
#include "model/boundaries/ownership/patterns.h"

#include <QElapsedTimer>
#include <QTest>

using namespace cadastre;

namespace {

NamePattern patternFrom(const char* text)
{
    const Result<NamePattern> pattern = NamePattern::fromString(QString::fromUtf8(text));
    if (!pattern)
        qFatal("%s", qPrintable(pattern.error().message));
    return *pattern;
}

} // namespace

class TestPatterns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wildcards_data();
    void wildcards();
    void hostileWildcardsEnd();
    void patterns_data();
    void patterns();
    void moreSpecificIsLarger();
    void exactOnes();
    void badPatternsAreRefused_data();
    void badPatternsAreRefused();
};

void TestPatterns::wildcards_data()
{
    QTest::addColumn<QString>("wildcards");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char* wildcards, const char* text, bool matches) {
        QTest::addRow("%s on %s", wildcards, text)
            << QString::fromUtf8(wildcards) << QString::fromUtf8(text) << matches;
    };
    row("", "", true);
    row("", "a", false);
    row("*", "", true);
    row("*", "anything at all", true);
    row("inv_*", "inv_", true);
    row("inv_*", "invoices", false);
    row("*_log", "audit_log", true);
    row("*_log", "audit_logs", false);
    row("a*b*c", "aXXbYYc", true);
    row("a*b*c", "aXXcYYb", false);
    row("a*a", "a", false);
    row("a*a", "aa", true);
    row("?", "", false);
    row("?", "ä", true);
    row("?", "😀", true);
    row("??", "😀", false);
    row("*?b", "ab", true);
    row("*ab", "aab", true);
    row("Inv*", "invoices", false);
    row("a.c", "abc", false);
    row("[ab]*", "a", false);
}

void TestPatterns::wildcards()
{
    QFETCH(QString, wildcards);
    QFETCH(QString, text);
    QTEST(matchesWildcards(wildcards, text), "matches");
}

void TestPatterns::hostileWildcardsEnd()
{
    const QString wildcards = QString(QStringLiteral("*a").repeated(50) + QLatin1Char('b'));
    const QString text = QStringLiteral("a").repeated(2000);
    QVERIFY(!matchesWildcards(wildcards, text));
}

void TestPatterns::patterns_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("name"); // source schema name
    QTest::addColumn<bool>("matches");
    const auto row = [](const char* pattern, const char* name, bool matches) {
        QTest::addRow("%s on %s", pattern, name)
            << QByteArray(pattern) << QByteArray(name) << matches;
    };
    row("invoices", "shop billing invoices", true);
    row("invoices", "shop ordering invoices", true);
    row("billing.*", "shop billing invoices", true);
    row("billing.*", "shop billing_old invoices", false);
    row("*.invoices", "shop billing invoices", true);
    row("shop/billing.*", "shop billing invoices", true);
    row("shop/billing.*", "crm billing invoices", false);
    row("crm*/inv*", "crm2 x inv", true);
    row("  billing.* ", "shop billing invoices", true);
    row("\"inv*\"", "shop billing invoices", false);
    row("\"inv*\"", "shop billing inv*", true);
    row("billing.\"we\"\"ird.x\"", "shop billing we\"ird.x", true);
    row("\"a.b\".c", "shop a.b c", true);
    row("\"a.b\"", "shop a b", false);
    row("a/b.c", "shop a/b c", false);
}

void TestPatterns::patterns()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, name);
    const QStringList parts = QString::fromUtf8(name).split(QLatin1Char(' '));
    QTEST(patternFrom(pattern).matches(parts[0], parts[1], parts[2]), "matches");
}

void TestPatterns::moreSpecificIsLarger()
{
    const char* const ascending[] = {"*",
                                     "?",
                                     "inv*",
                                     "inv?",
                                     "inv_*",
                                     "invoice_lines",
                                     "*.invoice_lines_",
                                     "billing.invoice_lines",
                                     "shop/billing.invoice_lines"};
    for (std::size_t i = 1; i < std::size(ascending); ++i)
        QVERIFY2(patternFrom(ascending[i - 1]).specificity() <
                     patternFrom(ascending[i]).specificity(),
                 ascending[i]);
    QVERIFY(patternFrom("inv*").specificity() < patternFrom("inv").specificity());
    QVERIFY(patternFrom("inv_*").specificity() < patternFrom("billing.*").specificity());
    QCOMPARE(patternFrom("*.inv*").specificity(), patternFrom("inv*").specificity());
    QCOMPARE(patternFrom("inv_*").specificity(), patternFrom("*_inv").specificity());
}

void TestPatterns::exactOnes()
{
    QVERIFY(patternFrom("invoices").isExact());
    QVERIFY(patternFrom("billing.\"*\"").isExact());
    QVERIFY(!patternFrom("billing.*").isExact());
    QVERIFY(!patternFrom("*/billing.invoices").isExact());
    QCOMPARE(patternFrom("*.invoices").exactName(), QStringLiteral("invoices"));
    QCOMPARE(patternFrom("invoice?").exactName(), QString());
    QCOMPARE(patternFrom("inv*").firstCharacter(), QChar(u'i'));
    QVERIFY(patternFrom("*inv").firstCharacter().isNull());
    QCOMPARE(patternFrom("\"*inv\"").firstCharacter(), QChar(u'*'));
}

void TestPatterns::badPatternsAreRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* text, const char* says) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(says);
    };
    row("", "empty");
    row("   ", "empty");
    row(".", "a name is missing");
    row("billing.", "a name is missing");
    row(".invoices", "a name is missing");
    row("shop/", "a name is missing");
    row("a.b.c", "more parts");
    row("\"open", "closing double quote");
    row("\"a\"b", "behind a closing double quote");
    row("a\"b", "inside a name");
    row("\"\"", "cannot be read");
    row("\"a\\x\"", "cannot be read");
}

void TestPatterns::badPatternsAreRefused()
{
    QFETCH(QString, text);
    QFETCH(QString, says);
    const Result<NamePattern> pattern = NamePattern::fromString(text);
    QVERIFY(!pattern);
    QVERIFY2(pattern.error().message.contains(says), qPrintable(pattern.error().message));
}

QTEST_APPLESS_MAIN(TestPatterns)
#include "tst_patterns.moc"

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Forms of words: what counts as the same word, as an abbreviation, and what only begins alike.
#include "model/relations/names/word_forms.h"
#include "model/relations/names/word_roles.h"

#include <QTest>

using namespace cadastre;

class TestWordForms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comparesStems_data();
    void comparesStems();
    void knowsAbbreviations_data();
    void knowsAbbreviations();
    void takesOddWords_data();
    void takesOddWords();
    void knowsRoles_data();
    void knowsRoles();
};

namespace {

enum Likeness { Stem, Loose, Different };

void stemRow(const char* a, const char* b, Likeness likeness)
{
    QTest::addRow("%s %s", a, b) << QString::fromUtf8(a) << QString::fromUtf8(b)
                                 << static_cast<int>(likeness);
}

} // namespace

void TestWordForms::comparesStems_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<int>("likeness");
    stemRow("customers", "customer", Stem);
    stemRow("addresses", "address", Stem);
    stemRow("companies", "company", Stem);
    stemRow("people", "person", Stem);
    stemRow("children", "child", Stem);
    stemRow("indices", "index", Stem);
    stemRow("clientes", "cliente", Stem);
    stemRow("konten", "konto", Loose);
    stemRow("utenti", "utente", Loose);
    stemRow("direcciones", "direccion", Stem);
    stemRow("клиенты", "клиент", Loose);
    stemRow("компании", "компания", Loose);
    stemRow("πελάτησ", "πελάτεσ", Loose);
    stemRow("order", "orders", Stem);
    stemRow("order", "offer", Different);
    stemRow("user", "use", Different);
    stemRow("bus", "bu", Different);
    stemRow("news", "new", Stem);
    stemRow("author", "auth", Different);
    stemRow("клиент", "клик", Different);
    stemRow("客户", "客", Different);
    stemRow("person", "personal", Different);
}

void TestWordForms::comparesStems()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(int, likeness);
    QCOMPARE(wordStem(a) == wordStem(b), likeness == Stem);
    QCOMPARE(looseStem(a) == looseStem(b), likeness != Different);
}

void TestWordForms::knowsAbbreviations_data()
{
    QTest::addColumn<QString>("shortForm");
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char* shortForm, const char* word, bool expected) {
        QTest::addRow("%s of %s", shortForm, word)
            << QString::fromUtf8(shortForm) << QString::fromUtf8(word) << expected;
    };
    row("qty", "quantity", true);
    row("cust", "customer", true);
    row("addr", "address", true);
    row("dept", "department", true);
    row("hdemo", "household", false);
    row("co", "company", false); // two letters begin too many long words
    row("us", "user", true);
    row("customer", "cust", false);
    row("customer", "customer", false);
    row("c", "customer", false);
    row("", "customer", false);
    row("cust", "", false);
    row("ustomer", "customer", false);
    row("ctm", "customers", true);
    row("cr", "customers", false); // too short for so long a word
    row("cute", "customer", false);
}

void TestWordForms::knowsAbbreviations()
{
    QFETCH(QString, shortForm);
    QFETCH(QString, word);
    QTEST(isAbbreviation(shortForm, word), "expected");
}

void TestWordForms::takesOddWords_data()
{
    QTest::addColumn<QString>("word");
    QTest::newRow("empty") << QString();
    QTest::newRow("one letter") << QStringLiteral("s");
    QTest::newRow("only plural letters") << QStringLiteral("sssss");
    QTest::newRow("digits") << QStringLiteral("2019");
    QTest::newRow("emoji") << QStringLiteral("🦊🦊🦊");
    QTest::newRow("long") << QString(100'000, QLatin1Char('e'));
}

void TestWordForms::takesOddWords()
{
    QFETCH(QString, word);
    QVERIFY(word.isEmpty() || !wordStem(word).isEmpty());
    QVERIFY(wordStem(word).size() <= word.size());
    QVERIFY(looseStem(word).size() <= wordStem(word).size());
    QCOMPARE(wordStem(wordStem(word)), wordStem(word));
}

void TestWordForms::knowsRoles_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("expected");
    const auto row = [](const char* word, WordRoles roles) {
        QTest::newRow(word) << QString::fromLatin1(word) << static_cast<int>(roles.toInt());
    };
    row("id", WordRole::Identifier);
    row("code", WordRole::WeakIdentifier);
    row("owner", WordRole::PersonRole);
    row("by", WordRole::By);
    row("created", WordRole::Action);
    row("manager", WordRole::PersonRole | WordRole::Relative);
    row("hash", WordRole::WeakIdentifier | WordRole::Attribute);
    row("category", WordRole::Type);
    row("invoice", {});
    row("ID", {}); // words are case-folded
}

void TestWordForms::knowsRoles()
{
    QFETCH(QString, word);
    QTEST(static_cast<int>(wordRoles(word).toInt()), "expected");
}

QTEST_APPLESS_MAIN(TestWordForms)
#include "tst_word_forms.moc"

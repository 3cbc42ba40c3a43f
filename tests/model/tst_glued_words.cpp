// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Words written as one come apart where the schema's own words say so, and stay whole elsewhere.
#include "model/relations/profile/glued_words.h"

#include <QTest>

using namespace cadastre;

class TestGluedWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsColumnWords_data();
    void splitsColumnWords();
    void splitsTableWords_data();
    void splitsTableWords();
    void knowsPlurals();
};

namespace {

WordDictionary dictionary(const QString& words)
{
    WordDictionary made;
    for (const QString& word : words.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        made.add(word);
    return made;
}

void row(const char* word, const char* known, const char* expected)
{
    QTest::addRow("%s with %s", word, known)
        << QString::fromUtf8(word) << QString::fromUtf8(known) << QString::fromUtf8(expected);
}

void addColumns()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("known");
    QTest::addColumn<QString>("expected");
}

} // namespace

void TestGluedWords::splitsColumnWords_data()
{
    addColumns();
    row("customerid", "customers", "customer id");
    row("customerid", "", "customer id");
    row("customeruuid", "customers", "customer uuid");
    row("customercode", "customers", "customer code");
    row("customercode", "", "customer code"); // customer is a word of its own anywhere
    row("widgetcode", "", "widgetcode");
    row("businessentityid", "entity", "business entity id");
    row("productno", "products", "product no");
    row("productionno", "orders", "productionno");
    row("createdby", "", "created by");
    row("standby", "", "standby");
    row("paid", "", "paid");
    row("valid", "", "valid");
    row("android", "", "android");
    row("monkey", "", "monkey");
    row("postcode", "posts", "postcode");
    row("valid", "val", "valid");
    row("orderitem", "orders items", "order item");
    row("orderitem", "", "orderitem");
    row("orders", "orders", "orders");
    row("customer", "customers", "customer");
    row("id", "", "id");
    row("клиентid", "клиенты", "клиент id");
}

void TestGluedWords::splitsColumnWords()
{
    QFETCH(QString, word);
    QFETCH(QString, known);
    QTEST(splitColumnWord(word, dictionary(known)).join(QLatin1Char(' ')), "expected");
}

void TestGluedWords::splitsTableWords_data()
{
    addColumns();
    row("orderitem", "order item", "order item");
    row("orderitem", "", "orderitem");
    row("orderitem", "orderitem order item", "orderitem");
    row("tipomaterialegislativa", "tipo materia legislativa", "tipo materia legislativa");
    row("tipomaterialegislativa", "tipo materia", "tipomaterialegislativa");
    row("tipomateria", "materia", "tipo materia");
    row("tipmateria", "materia", "tipmateria"); // three letters are no word
    row("orders", "ord ers", "orders"); // short words are one word
    row("customer", "customer", "customer");
    row("businessentity", "business", "business entity");
    row("businessxy", "business", "businessxy"); // two letters are no word
}

void TestGluedWords::splitsTableWords()
{
    QFETCH(QString, word);
    QFETCH(QString, known);
    QTEST(splitTableWord(word, dictionary(known)).join(QLatin1Char(' ')), "expected");
}

void TestGluedWords::knowsPlurals()
{
    const WordDictionary words = dictionary(QStringLiteral("orders item gas"));
    for (const char* known : {"orders", "order", "item", "items", "gas"})
        QVERIFY2(words.knows(QString::fromLatin1(known)), known);
    for (const char* unknown : {"ga", "ord", "itemss", ""})
        QVERIFY2(!words.knows(QString::fromLatin1(unknown)), unknown);
}

QTEST_APPLESS_MAIN(TestGluedWords)
#include "tst_glued_words.moc"

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The letters behind Alt: found, taken away, and each once.
#include "widgets/mnemonics.h"

#include <QTest>

using namespace cadastre;

class TestMnemonics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letterIsFound();
    void clashesGetAnotherLetter_data();
    void clashesGetAnotherLetter();
};

void TestMnemonics::letterIsFound()
{
    QCOMPARE(mnemonicOf(QStringLiteral("Save &as…")), QChar(u'A'));
    QVERIFY(mnemonicOf(QStringLiteral("Salt && pepper")).isNull());
    QCOMPARE(mnemonicOf(QStringLiteral("Salt && &pepper")), QChar(u'P'));
    QVERIFY(mnemonicOf(QStringLiteral("ends with &")).isNull());
    QCOMPARE(withoutMnemonic(QStringLiteral("Salt && &pepper")), QStringLiteral("Salt & pepper"));
}

void TestMnemonics::clashesGetAnotherLetter_data()
{
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<QStringList>("unique");
    const auto row = [](const char* name, const QStringList& texts, const QStringList& unique) {
        QTest::newRow(name) << texts << unique;
    };
    row("none", {}, {});
    row("no clash", {QStringLiteral("&Open"), QStringLiteral("&Save")},
        {QStringLiteral("&Open"), QStringLiteral("&Save")});
    row("the beginning of another word", {QStringLiteral("&Save"), QStringLiteral("&Save all")},
        {QStringLiteral("&Save"), QStringLiteral("Save &all")});
    row("a letter within", {QStringLiteral("&Save"), QStringLiteral("&Show")},
        {QStringLiteral("&Save"), QStringLiteral("S&how")});
    row("later ones keep theirs",
        {QStringLiteral("&Save"), QStringLiteral("&So h"), QStringLiteral("&Hide")},
        {QStringLiteral("&Save"), QStringLiteral("S&o h"), QStringLiteral("&Hide")});
    row("all taken", {QStringLiteral("&A"), QStringLiteral("&a")},
        {QStringLiteral("&A"), QStringLiteral("a")});
    row("names stay", {QStringLiteral("&Save"), QString(), QStringLiteral("orders")},
        {QStringLiteral("&Save"), QString(), QStringLiteral("orders")});
    row("not behind the tab", {QStringLiteral("&A"), QStringLiteral("&a\tCtrl+B")},
        {QStringLiteral("&A"), QStringLiteral("a\tCtrl+B")});
}

void TestMnemonics::clashesGetAnotherLetter()
{
    QFETCH(QStringList, texts);
    QFETCH(QStringList, unique);
    QCOMPARE(withUniqueMnemonics(texts), unique);
}

QTEST_MAIN(TestMnemonics)
#include "tst_mnemonics.moc"

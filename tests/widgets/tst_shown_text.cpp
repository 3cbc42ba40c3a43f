// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What editors show of a text, and that bytes that were not touched stay as they were.
#include "widgets/shown_text.h"

#include <QTest>

using namespace cadastre;

class TestShownText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatWasNotTouched_data();
    void keepsWhatWasNotTouched();
    void nothingTypedChangesNothing();
};

void TestShownText::keepsWhatWasNotTouched_data()
{
    QTest::addColumn<QString>("bytes");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("after");
    const auto row = [](const char* name, const QString& bytes, const QString& typed,
                        const QString& after) { QTest::newRow(name) << bytes << typed << after; };
    row("append", QStringLiteral("a\r\nb"), QStringLiteral("a\nbc"), QStringLiteral("a\r\nbc"));
    row("insert a line", QStringLiteral("a\r\nb"), QStringLiteral("a\nx\nb"),
        QStringLiteral("a\r\nx\r\nb"));
    row("mixed endings", QStringLiteral("a\r\nb\nc\rd"), QStringLiteral("a\nb\nc\ndX"),
        QStringLiteral("a\r\nb\nc\rdX"));
    row("no-break space", QStringLiteral("a\u00a0b c"), QStringLiteral("a\u00a0b cd"),
        QStringLiteral("a\u00a0b cd"));
    row("paragraph separator", QStringLiteral("a\u2029b"), QStringLiteral("a\nbc"),
        QStringLiteral("a\u2029bc"));
    row("trailing blanks", QStringLiteral("a  \r\n  "), QStringLiteral("xa  \n  "),
        QStringLiteral("xa  \r\n  "));
    row("emoji", QStringLiteral("\U0001F984\r\n"), QStringLiteral("\U0001F984!\n"),
        QStringLiteral("\U0001F984!\r\n"));
    row("all gone", QStringLiteral("a\r\nb"), QString(), QString());
    row("repeated letters", QStringLiteral("aa\r\naa"), QStringLiteral("aaa\naa"),
        QStringLiteral("aaa\r\naa"));
}

void TestShownText::keepsWhatWasNotTouched()
{
    QFETCH(const QString, bytes);
    QFETCH(const QString, typed);
    QFETCH(const QString, after);
    const QString ending =
        bytes.contains(QLatin1String("\r\n")) ? QStringLiteral("\r\n") : QStringLiteral("\n");
    QCOMPARE(ShownText(bytes).with(typed, ending), after);
}

void TestShownText::nothingTypedChangesNothing()
{
    const QString bytes = QStringLiteral("\r\r\n\n\r\na\u2029\ufdd0 \t\u00a0\r");
    const ShownText text(bytes);
    QVERIFY(!text.shown().contains(QLatin1Char('\r')));
    QCOMPARE(text.with(text.shown(), QStringLiteral("\r\n")), bytes);
}

QTEST_GUILESS_MAIN(TestShownText)
#include "tst_shown_text.moc"

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Differences and merges of comments: parts give both texts again, what does not touch stands
// together, and nobody's words are lost.
#include "model/notes/comment_merge.h"
#include "model/notes/comment_text.h"
#include "model/notes/sequence_match.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace cadastre;

namespace {

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

/// `[-removed-]` and `{+added+}` in the text.
QString shown(const std::vector<DifferencePart>& parts)
{
    QString text;
    for (const DifferencePart& part : parts) {
        const bool isRemoved = part.kind == DifferenceKind::Removed;
        if (part.kind == DifferenceKind::Same)
            text += part.text;
        else
            text += (isRemoved ? u("[-") : u("{+")) + part.text + (isRemoved ? u("-]") : u("+}"));
    }
    return text;
}

QString side(const std::vector<DifferencePart>& parts, DifferenceKind without)
{
    QString text;
    for (const DifferencePart& part : parts) {
        if (part.kind != without)
            text += part.text;
    }
    return text;
}

QString randomLines(QRandomGenerator& random, int most)
{
    static const QStringList lines{u("one two three"),
                                   u("one two four"),
                                   u("VIP flag."),
                                   u(""),
                                   u("@owner a"),
                                   u("@owner b"),
                                   u("@values 0=x"),
                                   u("@see y"),
                                   u("caf\u00e9 \U0001f600"),
                                   u("a,b"),
                                   u("  "),
                                   u("@private")};
    QString text;
    for (int i = random.bounded(most); i > 0; --i) {
        text += lines[random.bounded(lines.size())];
        if (i > 1 || random.bounded(3) == 0)
            text += random.bounded(5) == 0 ? u("\r\n") : u("\n");
    }
    return text;
}

} // namespace

class tst_CommentMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void differences_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("difference");
        const auto row = [](const char* before, const char* after, const char* difference) {
            QTest::newRow(difference) << u(before) << u(after) << u(difference);
        };
        row("", "", "");
        row("same", "same", "same");
        row("", "new", "{+new+}");
        row("old", "", "[-old-]");
        row("VIP flag.", "VIP customer flag.", "VIP {+customer +}flag.");
        row("a b c", "x y z", "[-a b c-]{+x y z+}");
        row("one\ntwo\nthree", "one\nthree", "one\n[-two\n-]three");
        row("Words.\n@values 0=no", "Words.\n@values 0=no, 1=yes",
            "Words.\n@values 0=no{+, 1=yes+}");
        row("0=regular", "0=normal", "0=[-regular-]{+normal+}");
        row("a\nb", "a\r\nb", "a{+\r+}\nb");
        row("say \U0001f600", "say \U0001f601", "say [-\U0001f600-]{+\U0001f601+}");
    }

    void differences()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QTEST(shown(textDifference(before, after)), "difference");
    }

    void differencesGiveBothTexts()
    {
        QRandomGenerator random(13);
        for (int round = 0; round < 20000; ++round) {
            const QString before = randomLines(random, 9);
            const QString after = randomLines(random, 9);
            const auto parts = textDifference(before, after);
            QCOMPARE(side(parts, DifferenceKind::Added), before);
            QCOMPARE(side(parts, DifferenceKind::Removed), after);
            for (std::size_t i = 1; i < parts.size(); ++i)
                QVERIFY(parts[i].kind != parts[i - 1].kind);
        }
    }

    void matchesAreLongest()
    {
        QRandomGenerator random(17);
        for (int round = 0; round < 5000; ++round) {
            std::vector<int> before(random.bounded(9));
            std::vector<int> after(random.bounded(9));
            for (std::vector<int>* one : {&before, &after}) {
                for (int& value : *one)
                    value = random.bounded(3);
            }
            std::vector<std::vector<int>> longest(before.size() + 1,
                                                  std::vector<int>(after.size() + 1));
            for (std::size_t i = 1; i <= before.size(); ++i) {
                for (std::size_t j = 1; j <= after.size(); ++j)
                    longest[i][j] = before[i - 1] == after[j - 1]
                                        ? longest[i - 1][j - 1] + 1
                                        : std::max(longest[i - 1][j], longest[i][j - 1]);
            }
            qsizetype length = 0;
            qsizetype beforeEnd = 0;
            qsizetype afterEnd = 0;
            for (const MatchingRun& run : matchSequences(before, after, 100)) {
                QVERIFY(run.length > 0 && run.before >= beforeEnd && run.after >= afterEnd);
                beforeEnd = run.before + run.length;
                afterEnd = run.after + run.length;
                QVERIFY(beforeEnd <= std::ssize(before) && afterEnd <= std::ssize(after));
                for (qsizetype i = 0; i < run.length; ++i)
                    QCOMPARE(before[run.before + i], after[run.after + i]);
                length += run.length;
            }
            QCOMPARE(length, qsizetype(longest[before.size()][after.size()]));
        }
    }

    void hugeTextsTakeNoLongTime()
    {
        QString before;
        QString after;
        for (int i = 0; i < 100000; ++i) {
            before += QStringLiteral("line %1\n").arg(i);
            after += QStringLiteral("line %1\n").arg(i * 7 % 100003);
        }
        QElapsedTimer timer;
        timer.start();
        const auto lines = textDifference(before, after);
        QCOMPARE(side(lines, DifferenceKind::Added), before);
        const QString oneLine = u("some words, ").repeated(80000);
        const auto words =
            textDifference(oneLine, QString(oneLine).replace(u("words"), u("wards")));
        QCOMPARE(side(words, DifferenceKind::Added), oneLine);
        mergeComments(before, QString(before + u("x")), after);
        QVERIFY2(timer.elapsed() < 8000, qPrintable(QString::number(timer.elapsed())));
    }

    void merges_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("mine");
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("clean");
        const auto row = [](const char* name, const char* base, const char* mine,
                            const char* theirs, const char* text, bool clean) {
            QTest::newRow(name) << u(base) << u(mine) << u(theirs) << u(text) << clean;
        };
        row("same change", "a", "b", "b", "b", true);
        row("only mine", "a", "b", "a", "b", true);
        row("only theirs", "a", "a", "b", "b", true);
        row("words and a note", "W", "W2", "W\n@owner a", "W2\n@owner a", true);
        row("note and words", "W", "W\n@owner a", "W2", "W2\n@owner a", true);
        row("two notes", "W\n@values 0=x", "W\n@values 0=x, 1=y", "W\n@values 0=x\n@pii email",
            "W\n@values 0=x, 1=y\n@pii email", true);
        row("their value", "W\n@owner a", "W2\n@owner a  ", "W\n@owner b", "W2\n@owner b  ", true);
        row("they took a note away", "W\n@owner a\n@private", "W2\n@owner a\n@private",
            "W\n@private", "W2\n@private", true);
        row("both added a link", "W", "W\n@see a", "W\n@see b", "W\n@see a\n@see b", true);
        row("one of several", "W\n@see a\n@see b", "W\n@see a\n@see b\n@see c", "W\n@see b",
            "W\n@see b\n@see c", true);
        row("lines apart", "one\ntwo\nthree", "1\ntwo\nthree", "one\ntwo\n3", "1\ntwo\n3", true);
        row("both end lines", "one", "one\nmine", "one\nmine", "one\nmine", true);
        row("my line endings", "one\r\ntwo", "one\r\ntwo\r\n@private", "one\r\n2",
            "one\r\n2\r\n@private", true);
        row("clash of words", "a", "mine", "theirs", "mine\ntheirs", false);
        row("clash of first words", "", "mine", "theirs", "mine\ntheirs", false);
        row("clash keeps the notes", "a\n@owner x", "mine\n@owner x", "theirs\n@owner y",
            "mine\ntheirs\n@owner y", false);
        row("clash of values", "W\n@owner a", "W\n@owner b", "W\n@owner c", "W\n@owner b\n@owner c",
            false);
        row("clash of first owners", "W", "W\n@owner b", "W\n@owner c", "W\n@owner b\n@owner c",
            false);
        row("I took away what they changed", "W\n@owner a", "W", "W\n@owner c", "W\n@owner c",
            false);
        row("they took away what I changed", "W\n@owner a", "W\n@owner b", "W", "W\n@owner b",
            false);
        row("I emptied what they changed", "W", "", "W2", "W2", false);
        row("several of a name", "W\n@see a\n@see b", "W\n@see a1\n@see b", "W\n@see a2\n@see b",
            "W\n@see a1\n@see b\n@see a2", false);
    }

    void merges()
    {
        QFETCH(QString, base);
        QFETCH(QString, mine);
        QFETCH(QString, theirs);
        const CommentMerge merge = mergeComments(base, mine, theirs);
        QTEST(merge.text, "text");
        QTEST(merge.clean, "clean");
    }

    void nothingIsLost()
    {
        QRandomGenerator random(19);
        int clean = 0;
        for (int round = 0; round < 20000; ++round) {
            const QString base = randomLines(random, 6);
            const QString mine = randomLines(random, 6);
            const QString theirs = randomLines(random, 6);
            const CommentMerge merge = mergeComments(base, mine, theirs);
            clean += merge.clean ? 1 : 0;
            QCOMPARE(mergeComments(base, mine, base), (CommentMerge{mine, true}));
            QCOMPARE(mergeComments(base, base, theirs), (CommentMerge{theirs, true}));
            const auto linesOf = [](const QString& text) {
                QStringList lines;
                for (const QString& line : text.split(QLatin1Char('\n')))
                    lines << line.trimmed();
                return lines;
            };
            const QStringList merged = linesOf(merge.text);
            for (const QString* text : {&mine, &theirs}) {
                for (const QString& line : linesOf(*text)) {
                    // what one side added is there, unless the other had it and took it away
                    if (!line.isEmpty() && !linesOf(base).contains(line))
                        QVERIFY2(merged.contains(line), qPrintable(line));
                }
            }
        }
        QVERIFY(clean > 1000);
    }
};

QTEST_APPLESS_MAIN(tst_CommentMerge)
#include "tst_comment_merge.moc"

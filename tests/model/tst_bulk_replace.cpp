// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Find and replace in comments: words alone or notes too, patterns and their limits.
#include "model/notes/bulk/replace_in_comments.h"
#include "model/notes/comment_home.h"
#include "tests/support/schema_text.h"

#include <QElapsedTimer>
#include <QTest>

using namespace cadastre;

namespace {

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

/// A table with this comment.
CommentedCatalog withComment(const QString& comment)
{
    SourceCatalog source = test::SchemaText::source(u("orders\n  id integer pk\n"));
    source.objects.tables[0].comment.text = comment;
    return {std::make_shared<const Catalog>(
                mergeSources({std::make_shared<const SourceCatalog>(source)})),
            {}};
}

CommentSearch search(const char* find, const char* replacement, const char* options)
{
    const QString letters = u(options);
    CommentSearch search{u(find), u(replacement)};
    search.wholeWords = letters.contains(QLatin1Char('w'));
    search.matchCase = letters.contains(QLatin1Char('c'));
    search.isPattern = letters.contains(QLatin1Char('p'));
    search.inNotes = letters.contains(QLatin1Char('n'));
    return search;
}

} // namespace

class tst_BulkReplace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replaced_data()
    {
        QTest::addColumn<QString>("comment");
        QTest::addColumn<QString>("find");
        QTest::addColumn<QString>("replacement");
        QTest::addColumn<QString>("options");
        QTest::addColumn<QString>("after"); ///< as the comment where nothing is found
        const auto row = [](const char* name, const char* comment, const char* find,
                            const char* replacement, const char* options, const char* after) {
            QTest::newRow(name) << u(comment) << u(find) << u(replacement) << u(options)
                                << u(after);
        };
        row("plain", "the VIP flag, a flag", "flag", "sign", "", "the VIP sign, a sign");
        row("letter case does not count", "VIP Vip", "vip", "gold", "", "gold gold");
        row("letter case counts", "VIP Vip", "Vip", "gold", "c", "VIP gold");
        row("whole words", "order, orders, re-order, order_id", "order", "sale", "w",
            "sale, orders, re-sale, order_id");
        row("whole words of other letters", "\u00c4nder und Land", "nder", "x", "w",
            "\u00c4nder und Land");
        row("signs are plain", "a.b (c) a+b", "a.b (c)", "x", "", "x a+b");
        row("backslashes are plain", "a\\1", "\\1", "\\2", "", "a\\2");
        row("words alone", "owner: x\n@owner x", "x", "y", "", "owner: y\n@owner x");
        row("notes too", "owner: x\n@owner x", "x", "y", "n", "owner: y\n@owner y");
        row("only in notes is not found", "words\n@owner x", "x", "y", "", "words\n@owner x");
        row("line endings stay", "a\r\nb a\r\n@owner a", "a", "c", "", "c\r\nb c\r\n@owner a");
        row("pattern", "see T-12 and T-345", "T-(\\d+)", "ticket \\1", "p",
            "see ticket 12 and ticket 345");
        row("pattern, whole match", "ab", "b", "[\\0]", "p", "a[b]");
        row("pattern, newline and backslash", "a b", " ", "\\n\\\\", "p", "a\n\\b");
        row("pattern, lines", "one\ntwo", "^", "x", "p", "one\ntwo");
        row("pattern, begin of lines", "one\ntwo", "^\\w", "x", "p", "xne\nxwo");
        row("pattern, alternatives in whole words", "cat cats dog", "cat|dog", "x", "pw",
            "x cats x");
        row("empty matches replace nothing", "abc", "x*", "y", "p", "abc");
        row("nothing", "abc", "x", "y", "", "abc");
        row("the same", "abc", "b", "b", "", "abc");
        row("taken away", "a note", " note", "", "", "a");
        row("other alphabets", "\u00dcBER \U0001f600", "\u00fcber", "x", "", "x \U0001f600");
    }

    void replaced()
    {
        QFETCH(QString, comment);
        QFETCH(QString, find);
        QFETCH(QString, replacement);
        QFETCH(QString, options);
        QFETCH(QString, after);
        const CommentedCatalog commented = withComment(comment);
        const auto list = replaceInComments(
            commented, search(qPrintable(find), qPrintable(replacement), qPrintable(options)));
        QVERIFY2(list, list ? "" : qPrintable(list.error().message));
        QCOMPARE(list->proposals.empty(), comment == after);
        if (comment == after)
            return;
        QCOMPARE(list->proposals.size(), std::size_t(1));
        QCOMPARE(list->proposals.front().edit.after, after);
        QCOMPARE(list->proposals.front().edit.before, comment);
        QVERIFY(list->proposals.front().ticked);
    }

    void refused_data()
    {
        QTest::addColumn<QString>("find");
        QTest::addColumn<QString>("replacement");
        QTest::addColumn<QString>("options");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* find, const char* replacement, const char* options,
                            const char* sentence) {
            QTest::newRow(find) << u(find) << u(replacement) << u(options) << u(sentence);
        };
        row("", "x", "", "what to look for");
        row("(a", "x", "p", "not valid at character 3");
        row("a{2,1}", "x", "p", "not valid");
        row("a(b)", "\\2", "p", "group \\2, but the pattern has only 1");
        row("ab", "\\1", "p", "no groups");
        row("(a+)+$", "x", "p", "orders the pattern takes too long");
        row("^(([a-z])+.)+[A-Z]([a-z])+$", "x", "p", "takes too long");
        row("(*LIMIT_MATCH=999999999)(a|aa)+$", "x", "p", "takes too long");
    }

    void refused()
    {
        QFETCH(QString, find);
        QFETCH(QString, replacement);
        QFETCH(QString, options);
        QFETCH(QString, sentence);
        QElapsedTimer timer;
        timer.start();
        const auto list = replaceInComments(
            withComment(QString(u("a").repeated(60) + u("!"))),
            search(qPrintable(find), qPrintable(replacement), qPrintable(options)));
        QVERIFY(!list);
        QVERIFY2(list.error().message.contains(sentence), qPrintable(list.error().message));
        QVERIFY(timer.elapsed() < 5000);
    }

    void wordsThatWouldBeNotesAreNotPossible()
    {
        const auto list = replaceInComments(withComment(u("about owner\n@private")),
                                            search("about owner", "@owner billing", ""));
        QVERIFY(list);
        QCOMPARE(list->proposals.size(), std::size_t(1));
        QVERIFY(!list->proposals.front().possible);
        QVERIFY(list->proposals.front().reason.contains(u("@owner billing")));
    }

    void nothingLeftIsNotTicked()
    {
        const auto list = replaceInComments(withComment(u("old")), search("old", "", ""));
        QVERIFY(list);
        QVERIFY(!list->proposals.front().ticked);
        QVERIFY(list->proposals.front().possible);
    }

    void stagedTextsAreSearched()
    {
        const CommentedCatalog read = withComment(u("old words"));
        StagedEdits staged;
        staged.stage(commentEditOf(*read.catalog(), TableId{0}, u("new words")));
        const CommentedCatalog commented = read.withStaged(staged);
        QVERIFY(replaceInComments(commented, search("old", "x", ""))->proposals.empty());
        const auto list = replaceInComments(commented, search("new", "newer", ""));
        QCOMPARE(list->proposals.front().present, u("new words"));
        QCOMPARE(list->proposals.front().edit.before, u("old words"));
        QCOMPARE(list->proposals.front().edit.after, u("newer words"));
    }

    void largeTextsTakeNoLongTime()
    {
        QElapsedTimer timer;
        timer.start();
        const auto list = replaceInComments(withComment(u("word \U0001f600 ").repeated(100000)),
                                            search("o?", "00", "p"));
        QVERIFY(list);
        QCOMPARE(list->proposals.front().edit.after.count(u("w00rd")), 100000);
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }

    void brokenTextsAreLeftAlone()
    {
        const QString broken = QString(u("word ") + QChar(0xd83d) + u(" word"));
        const auto list = replaceInComments(withComment(broken), search("word", "x", ""));
        QVERIFY(list);
        QVERIFY(list->proposals.empty());
    }

    void stopsWhenCancelled()
    {
        const std::atomic_bool cancelled = true;
        QVERIFY(replaceInComments(withComment(u("a")), search("a", "b", ""), cancelled)
                    ->proposals.empty());
    }
};

QTEST_APPLESS_MAIN(tst_BulkReplace)
#include "tst_bulk_replace.moc"

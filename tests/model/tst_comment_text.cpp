// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Words, fields and raw text as three editors of one text: what is not touched keeps its bytes.
#include "model/notes/comment_text.h"

#include <QRandomGenerator>
#include <QTest>

using namespace cadastre;

namespace {

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

QStringList namesOf(const CommentText& parts)
{
    QStringList names;
    for (const TagLine& note : parts.notes)
        names << note.name;
    return names;
}

QString withNewlines(QString text)
{
    return text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
}

/// Comments as people and programs leave them: words, notes, blanks, both line endings.
class RandomTexts
{
public:
    explicit RandomTexts(quint32 seed)
        : m_random(seed)
    {
    }

    QString text()
    {
        static const QStringList lines{u("Words of a person."),
                                       u("  indented"),
                                       u("trailing  "),
                                       u(""),
                                       u("  "),
                                       u("\t"),
                                       u("@owner billing"),
                                       u("@values 0=no, 1=yes"),
                                       u("@owner\t x \t"),
                                       u("@unknown-tag a b"),
                                       u("@private"),
                                       u("@foreignKey (a) references b (c)"),
                                       u("mail me@example.org"),
                                       u("@ no tag"),
                                       u(" @indented tag"),
                                       u("@1digit"),
                                       u("\u00fcmlaut \U0001f600"),
                                       u("@x\u00e9 y"),
                                       u("a\rb"),
                                       u("@called orders  ")};
        QString text;
        const int count = m_random.bounded(8);
        for (int i = 0; i < count; ++i) {
            text += lines[m_random.bounded(lines.size())];
            if (i + 1 < count || m_random.bounded(2) == 0)
                text += m_random.bounded(4) == 0 ? u("\r\n") : u("\n");
        }
        return text;
    }

    int bounded(int limit) { return m_random.bounded(limit); }

private:
    QRandomGenerator m_random;
};

/// The bytes of the notes block, the blanks and lines between the notes included.
QString block(const QString& text)
{
    const CommentText parts = parseCommentText(text);
    return text.mid(parts.blockStart, parts.blockEnd - parts.blockStart);
}

} // namespace

class tst_CommentText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsing_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QStringList>("notes");
        const auto row = [](const char* name, const char* text, const char* words,
                            const QStringList& notes = {}) {
            QTest::newRow(name) << u(text) << u(words) << notes;
        };
        row("empty", "", "");
        row("words", "VIP flag.", "VIP flag.");
        row("words keep their ends", "VIP flag. \n\n", "VIP flag. \n\n");
        row("notes at the end", "VIP.\n@owner a\n@values 0=x", "VIP.", {u("owner"), u("values")});
        row("blank lines between", "VIP.\n\n@owner a\n \n@private\n\n", "VIP.",
            {u("owner"), u("private")});
        row("CRLF", "VIP. \r\nTwo.\r\n\r\n@owner a\r\n", "VIP. \r\nTwo.", {u("owner")});
        row("notes alone", "@owner a", "", {u("owner")});
        row("notes behind blank lines", "\n\n@owner a", "", {u("owner")});
        row("at the start", "@name orders\n\n\nWords.\n", "Words.\n", {u("name")});
        row("at the end wins", "@name orders\nWords.\n@owner a", "@name orders\nWords.",
            {u("owner")});
        row("in the middle they are words", "One.\n@owner a\nTwo.", "One.\n@owner a\nTwo.");
        row("indented is words", "One.\n @owner a", "One.\n @owner a");
        row("an address is words", "Ask\n@42", "Ask\n@42");
        row("an e-mail is words", "me@example.org", "me@example.org");
    }

    void parsing()
    {
        QFETCH(QString, text);
        const CommentText parts = parseCommentText(text);
        QTEST(parts.words, "words");
        QTEST(namesOf(parts), "notes");
        QCOMPARE(text.mid(parts.wordsStart, parts.wordsEnd - parts.wordsStart), parts.words);
    }

    void otherWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("result");
        const auto row = [](const char* name, const char* text, const char* words,
                            const char* result) {
            QTest::newRow(name) << u(text) << u(words) << u(result);
        };
        row("the first", "", "New.", "New.");
        row("replaced", "Old.\n@owner a", "New.", "New.\n@owner a");
        row("gap stays", "Old.\n\n\n@owner a \n", "New.", "New.\n\n\n@owner a \n");
        row("above notes alone", "@owner a", "New.", "New.\n@owner a");
        row("above notes with CRLF", "@owner a\r\n@private", "New.",
            "New.\r\n@owner a\r\n@private");
        row("above blank lines", "\n@owner a", "New.", "New.\n@owner a");
        row("taken away", "Old.\n\n@owner a", "", "@owner a");
        row("taken away without notes", "Old.", "", "");
        row("below notes", "@name x\n\nOld.", "New.", "@name x\n\nNew.");
        row("taken away below notes", "@name x\n\nOld.", "", "@name x");
        row("an empty line at the end is typed", "Old.\n@owner a", "Old.\n", "Old.\n@owner a");
        row("blanks at the end stay", "Old.\n@owner a", "Old.  ", "Old.  \n@owner a");
        row("newlines become the text's", "One.\r\nTwo.\r\n@owner a", "One.\nNew.\nTwo.",
            "One.\r\nNew.\r\nTwo.\r\n@owner a");
        row("lines keep their own", "One.\nTwo.\r\nThree.\n@owner a", "One.\nTwo.\nThree, new.",
            "One.\nTwo.\r\nThree, new.\n@owner a");
        row("one more line at the end", "One.\r\n@owner a", "One.\nTwo.",
            "One.\r\nTwo.\r\n@owner a");
        row("own CRLF stays", "One.\n@owner a", "One.\r\nTwo.", "One.\r\nTwo.\n@owner a");
        row("note-like words that were there", "@name x\nOld.\n@owner a", "@name x\nNew.",
            "@name x\nNew.\n@owner a");
    }

    void otherWords()
    {
        QFETCH(QString, text);
        QFETCH(QString, words);
        const Result<QString> result = withWords(text, words);
        QVERIFY(result);
        QTEST(*result, "result");
    }

    void wordsThatWouldBeNotes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("line");
        QTest::newRow("joins the notes") << u("Old.\n@owner a") << u("New.\n@see x") << u("@see x");
        QTest::newRow("first note") << u("Old.") << u("New.\n@see x") << u("@see x");
        QTest::newRow("alone") << u("") << u("@private") << u("@private");
        QTest::newRow("moves the block") << u("@name x\nOld.") << u("New.\n@see y") << u("@see y");
        QTest::newRow("joins at the start")
            << u("@name x\nOld.") << u("@see y\nNew.") << u("@see y");
    }

    void wordsThatWouldBeNotes()
    {
        QFETCH(QString, text);
        QFETCH(QString, words);
        QFETCH(QString, line);
        const Result<QString> result = withWords(text, words);
        QVERIFY(!result);
        QVERIFY2(
            result.error().message.contains(QString(QLatin1Char('"') + line + QLatin1Char('"'))),
            qPrintable(result.error().message));
    }

    void lineEndings()
    {
        QCOMPARE(lineEndingOf(u("")), u("\n"));
        QCOMPARE(lineEndingOf(u("a\nb")), u("\n"));
        QCOMPARE(lineEndingOf(u("a\r\nb")), u("\r\n"));
        QCOMPARE(lineEndingOf(u("a\rb")), u("\n"));
    }

    void notesTakenAway_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("note");
        QTest::addColumn<QString>("result");
        const auto row = [](const char* name, const char* text, int note, const char* result) {
            QTest::newRow(name) << u(text) << note << u(result);
        };
        row("first", "W\n@a x\n@b y", 0, "W\n@b y");
        row("last", "W\n@a x\n@b y", 1, "W\n@a x");
        row("last, ended", "W\r\n@a x\r\n@b y\r\n", 1, "W\r\n@a x\r\n");
        row("only", "W\n\n@a x", 0, "W");
        row("only, ended", "W\n@a x\n", 0, "W\n");
        row("alone", "@a x", 0, "");
        row("at the start", "@a x\n@b y\n\nW", 0, "@b y\n\nW");
        row("the only one at the start", "@a x\n\nW", 0, "W");
        row("trailing blanks go with it", "W\n@a x  \n@b y", 0, "W\n@b y");
    }

    void notesTakenAway()
    {
        QFETCH(QString, text);
        QFETCH(int, note);
        QTEST(withoutNote(text, parseCommentText(text).notes.at(note)), "result");
    }

    void valuesOfNotes()
    {
        const QString text = u("W\n@owner a\n@owner b\n@private");
        QCOMPARE(noteValue(text, u("owner")), std::optional(u("a")));
        QCOMPARE(noteValue(text, u("private")), std::optional(QString()));
        QCOMPARE(noteValue(text, u("Owner")), std::nullopt);
        QCOMPARE(noteValue(u("@owner a\nW\n@private"), u("owner")), std::nullopt);
    }

    void oneFieldChangesItsValueAlone()
    {
        RandomTexts texts(5);
        int changed = 0;
        for (int round = 0; round < 20000; ++round) {
            const QString text = texts.text();
            const CommentText parts = parseCommentText(text);
            for (const TagLine& note : parts.notes) {
                QCOMPARE(text.mid(note.valueStart, note.valueEnd - note.valueStart), note.value);
                if (note.value.isEmpty())
                    continue;
                const QString after = withTagReplaced(text, note, note.name, u("other value"));
                QCOMPARE(after.left(note.valueStart), text.left(note.valueStart));
                QCOMPARE(after.mid(note.valueStart + 11), text.mid(note.valueEnd));
                QCOMPARE(parseCommentText(after).notes.size(), parts.notes.size());
                QCOMPARE(parseCommentText(after).words, parts.words);
                ++changed;
            }
        }
        QVERIFY(changed > 1000);
    }

    void otherWordsLeaveNotesAlone()
    {
        RandomTexts texts(7);
        int accepted = 0;
        int refused = 0;
        for (int round = 0; round < 20000; ++round) {
            const QString text = texts.text();
            const CommentText parts = parseCommentText(text);
            QCOMPARE(*withWords(text, parts.words), text);
            const QString words = texts.text();
            const Result<QString> result = withWords(text, words);
            if (!result) {
                ++refused;
                QVERIFY(words.contains(QLatin1Char('@')));
                continue;
            }
            ++accepted;
            QCOMPARE(block(*result), block(text));
            const QString read = parseCommentText(*result).words;
            QCOMPARE(read.simplified(), words.simplified());
            QCOMPARE(*withWords(*result, read), *result);
            if (!parts.words.trimmed().isEmpty() && !read.isEmpty()) {
                const Result<QString> back = withWords(*result, parts.words);
                QVERIFY(back);
                QCOMPARE(withNewlines(parseCommentText(*back).words), withNewlines(parts.words));
            }
        }
        QVERIFY(accepted > 5000);
        QVERIFY(refused > 500);
    }

    void notesTakenAwayLeaveTheOthers()
    {
        RandomTexts texts(11);
        for (int round = 0; round < 20000; ++round) {
            const QString text = texts.text();
            const CommentText parts = parseCommentText(text);
            if (parts.notes.size() < 2)
                continue;
            const int index = texts.bounded(static_cast<int>(parts.notes.size()));
            const CommentText left =
                parseCommentText(withoutNote(text, parts.notes[static_cast<std::size_t>(index)]));
            QCOMPARE(left.words, parts.words);
            QStringList names = namesOf(parts);
            names.removeAt(index);
            QCOMPARE(namesOf(left), names);
        }
    }

    void largeTexts()
    {
        const QString words = u("A line of words.\r\n").repeated(60000);
        const QString text = QString(words + u("@owner a"));
        const Result<QString> result = withWords(text, u("Short."));
        QVERIFY(result);
        QCOMPARE(*result, u("Short.\r\n@owner a"));
        QVERIFY(withWords(text, QString(words).replace(u("\r\n"), u("\n"))));
    }
};

QTEST_APPLESS_MAIN(tst_CommentText)
#include "tst_comment_text.moc"

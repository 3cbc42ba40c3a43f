// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Suggested notes: offered where the text lacks them, put behind what is there.
#include "model/notes/note_suggestion.h"

#include <QTest>

using namespace cadastre;

class TestNoteSuggestion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void adds_data();
    void adds();
};

void TestNoteSuggestion::adds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("suggestion");
    QTest::addColumn<QString>("whole"); // the text itself: nothing is offered
    const auto row = [](const char* name, const char* text, const char* suggestion,
                        const char* whole) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(suggestion)
                            << QString::fromUtf8(whole);
    };
    row("no text", "", "@values 0=, 1=", "@values 0=, 1=");
    row("words", "State.", "@values 0=, 1=", "State.\n@values 0=, 1=");
    row("other notes", "State.\n@unit kg", "@values 0=", "State.\n@unit kg\n@values 0=");
    row("CRLF stays", "State.\r\n@unit kg\r\n",
        "@values 0=", "State.\r\n@unit kg\r\n@values 0=\r\n");
    row("filled in already", "@values 0=draft, 1=open",
        "@values 0=, 1=", "@values 0=draft, 1=open");
    row("in the words only", "What @values means.",
        "@values 0=", "What @values means.\n@values 0=");
    row("another name", "@called invoices", "@called orders", "@called invoices");
    row("two references", "", "@references a(id)\n@references b(id)",
        "@references a(id)\n@references b(id)");
    row("one of two references", "@references b(id)", "@references a(id)\n@references b(id)",
        "@references b(id)\n@references a(id)");
    row("another reference", "@references c(id)", "@references a(id)",
        "@references c(id)\n@references a(id)");
    row("nothing suggested", "State.", "", "State.");
    row("no note", "State.", "words", "State.");
}

void TestNoteSuggestion::adds()
{
    QFETCH(QString, text);
    QFETCH(QString, suggestion);
    QFETCH(QString, whole);
    QCOMPARE(withMissingNotes(text, suggestion), whole);
    QCOMPARE(missingNotes(text, suggestion).isEmpty(), whole == text);
    QVERIFY(missingNotes(whole, suggestion).isEmpty());
}

QTEST_GUILESS_MAIN(TestNoteSuggestion)
#include "tst_note_suggestion.moc"

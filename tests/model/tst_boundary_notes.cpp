// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Notes of owners and exposure: what is read from comments, and the edits that write them: every
// byte beside the tag line stays, and what was written is read as the document has it.
#include "model/boundaries/boundary_notes.h"
#include "model/notes/tag_lines.h"
#include "tests/support/owned_catalog.h"

#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

namespace {

/// Tables t0, t1, ... with these comments.
Catalog commented(const QStringList& comments)
{
    QString text;
    for (int i = 0; i < comments.size(); ++i)
        text += QStringLiteral("t%1\n  id integer\n").arg(i);
    CatalogObjects objects = SchemaText::source(text).objects;
    for (Table& table : objects.tables)
        table.comment.text = comments[table.name.sliced(1).toInt()];
    return catalogOf({finishSource(std::move(objects))});
}

QString spansText(const QString& text)
{
    QStringList lines;
    for (const TagLine& line : tagLinesOf(text)) {
        if (text.sliced(line.start, line.nameEnd - line.start) !=
                QString(QLatin1Char('@') + line.name) ||
            text.sliced(line.valueStart, line.valueEnd - line.valueStart) != line.value)
            return QStringLiteral("spans are wrong");
        lines << QString(line.name + QLatin1Char('=') + line.value);
    }
    return lines.join(QLatin1Char('|'));
}

} // namespace

class TestBoundaryNotes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tagLines_data();
    void tagLines();
    void tagValues_data();
    void tagValues();
    void notes_data();
    void notes();
    void edits_data();
    void edits();
    void teamsAreNamedWhereTheyAreClear();
    void whatIsNotWritten();
    void writtenNotesAreTheDocument();
};

void TestBoundaryNotes::tagLines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("lines");
    const auto row = [](const char* name, const char* text, const char* lines) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(lines);
    };
    row("none", "Words.", "");
    row("empty", "", "");
    row("one", "@owner a", "owner=a");
    row("behind words", "Words.\n@owner a b \n@private", "owner=a b|private=");
    row("blank lines between", "Words.\n\n@owner a\n\n  \n@keep it\n\n", "owner=a|keep=it");
    row("CRLF", "Words.\r\n@owner a\r\n@private\r\n", "owner=a|private=");
    row("tab", "@owner\ta\t", "owner=a");
    row("at the start only", "@owner a\n@contract\nWords.", "owner=a|contract=");
    row("start does not count beside an end", "@owner a\nWords.\n@private", "private=");
    row("in the middle", "Words\n@owner a\nmore words", "");
    row("not a tag", "Words\n @owner a", "");
    row("mail address", "Ask a@b.c\n@ owner", "");
    row("other letters", "Words\n@1st", "");
    row("name with digits", "Words\n@owner2-x_y z", "owner2-x_y=z");
}

void TestBoundaryNotes::tagLines()
{
    QFETCH(QString, text);
    QTEST(spansText(text), "lines");
}

void TestBoundaryNotes::tagValues_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("result");
    const auto row = [](const char* name, const char* text, const char* value, const char* result) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(value)
                            << QString::fromUtf8(result);
    };
    row("new", "Words.", "b", "Words.\n@owner b");
    row("new in CRLF", "Words.\r\nMore.\r\n", "b", "Words.\r\nMore.\r\n@owner b\r\n");
    row("same", "@owner b", "b", "@owner b");
    row("blanks stay", "W\n@owner \t a \t\r\n@x", "b", "W\n@owner \t b \t\r\n@x");
    row("first of two", "@owner a\n@owner c", "b", "@owner b\n@owner c");
    row("had none", "@owner  \r\n@x", "b", "@owner b  \r\n@x");
    row("none now", "@owner  a \n@x", "", "@owner \n@x");
    row("words are not notes", "@owner a\nWords", "b", "@owner b\nWords");
}

void TestBoundaryNotes::tagValues()
{
    QFETCH(QString, text);
    QFETCH(QString, value);
    QTEST(withTagValue(text, QStringLiteral("owner"), value), "result");
}

void TestBoundaryNotes::notes_data()
{
    QTest::addColumn<QString>("comment");
    QTest::addColumn<QString>("owner");
    QTest::addColumn<QString>("exposure");
    QTest::addColumn<QStringList>("ignored");
    const auto row = [](const char* comment, const char* owner, const char* exposure,
                        const QStringList& ignored = {}) {
        QTest::newRow(comment) << QString::fromUtf8(comment) << QString::fromUtf8(owner)
                               << QString::fromUtf8(exposure) << ignored;
    };
    row("", "", "none");
    row("@owner Money Team", "Money Team", "none");
    row("@owner", "", "none");
    row("@Owner a", "", "none");
    row("@contract", "", "contract");
    row("@contract v2\n@owner a", "a", "contract v2");
    row("@private", "", "private");
    row("@replica crm/public.customers", "", "replica crm/public.customers");
    row("@contract v1\n@private", "", "contract v1", {QStringLiteral("@private")});
    row("@owner a\n@owner b\n@owner a", "a", "none", {QStringLiteral("@owner b")});
    row("@contract v1\n@contract v1", "", "contract v1");
    row("The @contract v1\nis words", "", "none");
}

void TestBoundaryNotes::notes()
{
    QFETCH(QString, comment);
    const BoundaryNotes notes = boundaryNotesOf(comment);
    QTEST(notes.owner, "owner");
    const QString exposure =
        notes.exposure ? QString(exposureName(notes.exposure->exposure) + QLatin1Char(' ') +
                                 notes.exposure->version + notes.exposure->replicaOf)
                             .trimmed()
                       : QStringLiteral("none");
    QTEST(exposure, "exposure");
    QTEST(notes.ignored, "ignored");
}

void TestBoundaryNotes::edits_data()
{
    QTest::addColumn<QString>("comment");
    QTest::addColumn<ExposureEntry>("exposure"); // in the document, unless private without version
    QTest::addColumn<QString>("after");
    const auto row = [](const char* name, const char* comment, const ExposureEntry& exposure,
                        const char* after) {
        QTest::newRow(name) << QString::fromUtf8(comment) << exposure << QString::fromUtf8(after);
    };
    const ExposureEntry none{Exposure::Private, QStringLiteral("none"), {}};
    const ExposureEntry secret{Exposure::Private, {}, {}};
    const ExposureEntry contract{Exposure::Contract, {}, {}};
    const ExposureEntry second{Exposure::Contract, QStringLiteral("v2"), {}};
    const ExposureEntry replica{Exposure::Replica, {}, QStringLiteral("crm/a.b")};
    row("owner", "", none, "@owner billing");
    row("owner below words", "Words.", none, "Words.\n@owner billing");
    row("owner said", "Words.\n@owner billing \n", none, "Words.\n@owner billing \n");
    row("owner said in other letters", "@owner BILLING", none, "@owner BILLING");
    row("other owner", "Words.\r\n@owner   other\t\r\n@keep it\r\n", none,
        "Words.\r\n@owner   billing\t\r\n@keep it\r\n");
    row("unknown owner", "@owner somebody", none, "@owner billing");
    row("contract", "@owner billing", second, "@owner billing\n@contract v2");
    row("contract without version", "Words.", contract, "Words.\n@owner billing\n@contract");
    row("contract grows", "@owner billing\n@contract v1\r\n", second,
        "@owner billing\n@contract v2\r\n");
    row("contract gets a version", "@owner billing\n@contract", second,
        "@owner billing\n@contract v2");
    row("note says more", "@owner billing\n@contract v1", contract, "@owner billing\n@contract v1");
    row("contract ends", "@owner billing\n@contract v1 \r\n@keep it", secret,
        "@owner billing\n@private \r\n@keep it");
    row("becomes a replica", "@private\n@owner billing", replica,
        "@replica crm/a.b\n@owner billing");
    row("private is the default", "@owner billing", none, "@owner billing");
    row("private on purpose", "@owner billing", secret, "@owner billing\n@private");
    row("at the start", "@owner other\nWords.", none, "@owner billing\nWords.");
}

void TestBoundaryNotes::edits()
{
    QFETCH(QString, comment);
    QFETCH(ExposureEntry, exposure);
    QFETCH(QString, after);
    const Catalog catalog = commented({comment});
    Boundaries boundaries =
        boundariesFromText({{"billing", "shop/table:public.t0"}, {"other", ""}});
    if (exposure.version != QLatin1String("none"))
        boundaries.exposures[objectKey("shop/table:public.t0")] = exposure;
    const auto edits = boundaryNoteEdits(catalog, boundaries, ownershipOf(catalog, boundaries));
    QCOMPARE(edits.size(), comment == after ? 0u : 1u);
    if (!edits.empty())
        QCOMPARE(edits.front(), (CommentEdit{objectKey("shop/table:public.t0"), comment, after}));
    const Catalog written = commented({after});
    QVERIFY(boundaryNoteEdits(written, boundaries, ownershipOf(written, boundaries)).empty());
}

void TestBoundaryNotes::teamsAreNamedWhereTheyAreClear()
{
    const Catalog catalog = commented({QString(), QString(), QString()});
    Boundaries boundaries = boundariesFromText({{"a", "t0"}, {"b", "t1"}, {"c", "t2"}});
    boundaries.entries[QStringLiteral("a")].owner = QStringLiteral(" Team A ");
    boundaries.entries[QStringLiteral("b")].owner = QStringLiteral("Team B");
    boundaries.entries[QStringLiteral("c")].owner = QStringLiteral("team b");
    const auto after = [&] {
        QStringList texts;
        for (const CommentEdit& edit :
             boundaryNoteEdits(catalog, boundaries, ownershipOf(catalog, boundaries)))
            texts << edit.after;
        return texts;
    };
    QCOMPARE(after(), (QStringList{QStringLiteral("@owner Team A"), QStringLiteral("@owner b"),
                                   QStringLiteral("@owner c")}));
    boundaries.entries[QStringLiteral("a")].owner = QStringLiteral("b"); // another boundary
    boundaries.entries[QStringLiteral("c")].owner = QStringLiteral("two\nlines");
    QCOMPARE(after(), (QStringList{QStringLiteral("@owner a"), QStringLiteral("@owner Team B"),
                                   QStringLiteral("@owner c")}));
}

void TestBoundaryNotes::whatIsNotWritten()
{
    CatalogObjects objects =
        SchemaText::source(QStringLiteral("a\n  id integer\npartition p of a\n  id integer\n"
                                          "b\n  id integer\nc\n  id integer\n"))
            .objects;
    for (Table& table : objects.tables) {
        table.comment.undecodable = table.name == QLatin1String("b");
        if (table.name == QLatin1String("c"))
            table.comment.text = QStringLiteral("@owner nobody\n@contract v1");
    }
    const Catalog catalog = catalogOf({finishSource(std::move(objects))});
    const Boundaries boundaries = boundariesFromText({{"x", "a b"}});
    const auto edits = boundaryNoteEdits(catalog, boundaries, ownershipOf(catalog, boundaries));
    QCOMPARE(edits.size(), 1u); // not the partition, not b, and c belongs to nobody
    QCOMPARE(edits.front().key, objectKey("shop/table:public.a"));
    QVERIFY(boundaryNoteEdits(catalog, {}, ownershipOf(catalog, {})).empty());
}

void TestBoundaryNotes::writtenNotesAreTheDocument()
{
    const Catalog catalog =
        commented({QStringLiteral("Words."), QStringLiteral("Words.\r\n@owner b\r\n"),
                   QStringLiteral("@contract v1"), QString()});
    Boundaries boundaries = boundariesFromText({{"a", "t0 t1"}, {"b", "t2"}, {"c", "t*"}});
    boundaries.entries[QStringLiteral("c")].owner = QStringLiteral("Team C");
    boundaries.exposures[objectKey("shop/table:public.t0")] = {
        Exposure::Contract, QStringLiteral("v3"), {}};
    boundaries.exposures[objectKey("shop/table:public.t2")] = {};
    boundaries.exposures[objectKey("shop/table:public.t3")] = {
        Exposure::Replica, {}, QStringLiteral("crm/x.y")};
    const Ownership before = ownershipOf(catalog, boundaries);
    QStringList comments{QStringLiteral("Words."), QStringLiteral("Words.\r\n@owner b\r\n"),
                         QStringLiteral("@contract v1"), QString()};
    for (const CommentEdit& edit : boundaryNoteEdits(catalog, boundaries, before))
        comments[edit.key.parts.last().sliced(1).toInt()] = edit.after;
    Boundaries empty = boundaries;
    empty.exposures.clear();
    for (auto& [name, boundary] : empty.entries)
        boundary.members.clear();
    const Ownership after = ownershipOf(commented(comments), empty);
    QCOMPARE(after.ofTables, before.ofTables);
    QCOMPARE(after.exposures, before.exposures);
    QVERIFY(after.problems.empty());
}

QTEST_APPLESS_MAIN(TestBoundaryNotes)
#include "tst_boundary_notes.moc"

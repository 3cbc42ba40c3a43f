// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Owners from elsewhere: tables with all that spreadsheets do to them, lines of patterns and
// owners, viewpoints of tbls; onto boundaries that are there; and everything that is wrong with a
// file, with its line.
#include "model/boundaries/import/owner_import.h"
#include "model/boundaries/ownership/ownership.h"
#include "tests/support/owned_catalog.h"

#include <QElapsedTimer>
#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

namespace {

Catalog shopCatalog()
{
    return catalogOf({sourceWithNotes(
        QStringLiteral("billing.invoices\n  id integer\nbilling.lines\n  id integer\n"
                       "billing.tmp_a\n  id integer\nordering.orders\n  id integer\n"
                       "ordering.carts\n  id integer\nordering.invoices\n  id integer\n"
                       "users\n  id integer\nOdd\n  id integer\nview v_users\n  id integer\n"))});
}

/// "billing.invoices=billing ...": tables with an owner.
QStringList ownersIn(const Catalog& catalog, const Boundaries& boundaries)
{
    const Ownership ownership = ownershipOf(catalog, boundaries);
    QStringList owners;
    for (int i = 0; i < static_cast<int>(ownership.ofTables.size()); ++i) {
        const BoundaryIndex owner = ownership.ofTables[i];
        if (owner >= 0)
            owners << QString(catalog.displayName(TableId{i}) + QLatin1Char('=') +
                              ownership.names[owner]);
    }
    for (const OwnershipProblem& problem : ownership.problems)
        owners << problem.sentence;
    owners.sort();
    return owners;
}

OwnerImport imported(const QByteArray& text, const Boundaries& known = {})
{
    const Catalog catalog = shopCatalog();
    const auto result = importOwners(text, catalog, known, QStringLiteral("owners.txt"));
    if (!result) {
        qWarning() << result.error().message;
        return {};
    }
    return *result;
}

QStringList words(const char* text)
{
    QStringList list = QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    list.sort();
    return list;
}

} // namespace

class TestOwnerImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formats_data();
    void formats();
    void tables_data();
    void tables();
    void columnsOfTables();
    void tableNotes();
    void ontoWhatIsThere();
    void codeOwners_data();
    void codeOwners();
    void codeOwnerNotes();
    void viewpoints();
    void viewpointNotes();
    void badFiles_data();
    void badFiles();
    void deepFilesAreRefused();
    void otherEncodings();
    void manyNotesAreFolded();
    void isFast();
};

void TestOwnerImport::formats_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("format"); // -1 for none
    const auto row = [](const char* text, int format) {
        QTest::newRow(text) << QByteArray(text) << format;
    };
    row("table,owner\na,b", 0);
    row("Owner;Note;TABLE\n", 0);
    row("\"table\"\t\"owner\"\n", 0);
    row("sep=;\ntable;owner\n", 0);
    row("table\tboundary\tconfidence\treason\n", 0);
    row("table,note\n", -1);
    row("billing.* @team\n", 1);
    row("# owners\n\n* someone@example.com\n", 1);
    row("# ask @team\n", -1);
    row("dsn: postgres://me@here/db\nviewpoints:\n  - name: a\n", 2);
    row("mail: me @you\n", -1);
    row("", -1);
    row("words without an owner\n", -1);
    row("\xff\xfe\xff", -1);
}

void TestOwnerImport::formats()
{
    QFETCH(QByteArray, text);
    QFETCH(int, format);
    const auto found = ownerFormatOf(text);
    QCOMPARE(found ? static_cast<int>(*found) : -1, format);
}

void TestOwnerImport::tables_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("owners");
    const auto row = [](const char* name, const char* text, const char* owners) {
        QTest::newRow(name) << QByteArray(text) << words(owners);
    };
    row("comma", "table,owner\nbilling.lines,billing\nusers,people\n",
        "billing.lines=billing users=people");
    row("tab, other order, no last line end", "owner\ttable\nbilling\tbilling.lines",
        "billing.lines=billing");
    row("semicolon, quotes, CRLF, BOM",
        "\xef\xbb\xbf\"Table\";\"Owner\"\r\n\"billing.lines\";\"b;c\"\r\n", "billing.lines=b;c");
    row("sep=", "sep=;\ntable;owner\nusers;people\n", "users=people");
    row("line break in quotes", "table,note,owner\nusers,\"two\nlines\",people\n", "users=people");
    row("blank lines", "\n\ntable,owner\n\nusers,people\n\n", "users=people");
    row("letter case of tables", "table,owner\nBILLING.LINES,b\nodd,c\n",
        "billing.lines=b \"Odd\"=c");
    row("default schema", "table,owner\npublic.users,b\nv_users,b\n", "users=b v_users=b");
    row("source", "table,owner\nshop/billing.lines,b\n", "billing.lines=b");
    row("quoted name", "table,owner\n\"public.\"\"Odd\"\"\",b\n", "\"Odd\"=b");
    row("quoted name in TSV", "table\towner\npublic.\"Odd\"\tb\n", "\"Odd\"=b");
    row("pattern", "table,owner\nbilling.*,b\nbilling.tmp_a,c\n",
        "billing.invoices=b billing.lines=b billing.tmp_a=c");
    row("pattern behind a name", "table,owner\nbilling.tmp_a,c\nbilling.*,b\n",
        "billing.invoices=b billing.lines=b billing.tmp_a=c");
    row("ambiguous is left out", "table,owner\ninvoices,b\n", "");
}

void TestOwnerImport::tables()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, owners);
    const OwnerImport result = imported(text);
    QCOMPARE(ownersIn(shopCatalog(), result.boundaries), owners);
}

void TestOwnerImport::columnsOfTables()
{
    const OwnerImport result = imported("Table,Owner,Team,Kind,Parent,Contact,Module\n"
                                        "billing.lines,ledger,Money,module,billing,#money,x\n"
                                        "billing.invoices,billing,Cash,,,,y\n");
    const Boundary& ledger = result.boundaries.entries.at(QStringLiteral("ledger"));
    QCOMPARE(ledger.owner, QStringLiteral("Money"));
    QCOMPARE(ledger.kind, BoundaryKind::Module);
    QCOMPARE(ledger.parent, QStringLiteral("billing"));
    QCOMPARE(ledger.contact, QStringLiteral("#money"));
    QCOMPARE(result.boundaries.entries.at(QStringLiteral("billing")).owner, QStringLiteral("Cash"));
    QCOMPARE(result.members, 2);
    QCOMPARE(result.notes, QStringList{QStringLiteral("Column module is not read.")});
}

void TestOwnerImport::tableNotes()
{
    const OwnerImport result = imported("table,owner,kind,team\n"
                                        "users,people,planet,A\n"
                                        "gone,people,,B\n"
                                        "users,others,,\n"
                                        "invoices,people,,\n"
                                        ",people,,\n"
                                        "billing.lines,,,\n"
                                        "crm_*,people,,\n");
    QCOMPARE(ownersIn(shopCatalog(), result.boundaries), words("users=people"));
    QCOMPARE(result.members, 1);
    QStringList notes = result.notes;
    QCOMPARE(notes,
             (QStringList{
                 QStringLiteral("Line 2: planet is no kind of boundary; write service, module, "
                                "shared or external."),
                 QStringLiteral("Line 3: team of people was A before, and that counts."),
                 QStringLiteral("Line 6: no table is named; it is left out."),
                 QStringLiteral("Line 7: billing.lines has no owner; it is left out."),
                 QStringLiteral("Line 3: there is no table gone; it is left out."),
                 QStringLiteral("Line 5: invoices could be billing.invoices or "
                                "ordering.invoices; write one of them."),
                 QStringLiteral("Line 8: crm_* matches no table; it is left out."),
                 QStringLiteral("Line 4: users is given to others, but line 2 gave it to people, "
                                "and that counts.")}));
}

void TestOwnerImport::ontoWhatIsThere()
{
    Boundaries known = boundariesFromText({{"Billing", "billing.*"},
                                           {"ordering", "shop/table:public.users ordering.orders"},
                                           {"other", "carts"}});
    known.entries[QStringLiteral("ordering")].owner = QStringLiteral("Desk");
    known.entries[QStringLiteral("ordering")].note = QStringLiteral("kept");
    known.exposures[objectKey("shop/view:public.v_users")] = {Exposure::Contract, {}, {}};
    const OwnerImport result = imported("table,owner\n"
                                        "users,billing\n"         // by name, letter case aside
                                        "billing.lines,billing\n" // is there already
                                        "ordering.carts,desk\n"   // by team
                                        "billing.tmp_a,new\n",
                                        known);
    QCOMPARE(ownersIn(shopCatalog(), result.boundaries),
             words("billing.invoices=Billing billing.lines=Billing billing.tmp_a=new "
                   "ordering.carts=ordering ordering.orders=ordering users=Billing"));
    QCOMPARE(result.boundaries.entries.at(QStringLiteral("Billing")).members,
             words("billing.* shop/table:public.users"));
    QCOMPARE(result.boundaries.entries.at(QStringLiteral("ordering")).note, QStringLiteral("kept"));
    QCOMPARE(result.boundaries.exposures, known.exposures);
    QCOMPARE(result.boundaries.entries.size(), 4u);
    QVERIFY(result.notes.isEmpty());
    // The same file once more changes nothing.
    const OwnerImport again =
        imported("table,owner\nusers,billing\nbilling.tmp_a,new\n", result.boundaries);
    QCOMPARE(again.boundaries, result.boundaries);
}

void TestOwnerImport::codeOwners_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("owners");
    QTest::addColumn<QStringList>("members"); // of team-billing
    const auto row = [](const char* name, const char* text, const char* owners,
                        const char* members) {
        QTest::newRow(name) << QByteArray(text) << words(owners) << words(members);
    };
    row("pattern", "billing.* @team-billing\n",
        "billing.invoices=team-billing billing.lines=team-billing billing.tmp_a=team-billing",
        "billing.*");
    row("last one counts", "billing.tmp_a @b # a comment\r\nbilling.* @team-billing\r\n",
        "billing.invoices=team-billing billing.lines=team-billing billing.tmp_a=team-billing",
        "billing.*");
    row("last one counts though it says less", "billing.invoices @team-billing\n*voices @b\n",
        "billing.invoices=b ordering.invoices=b", "");
    row("exception by another owner", "billing.* @team-billing\nbilling.tmp_a @b\n",
        "billing.invoices=team-billing billing.lines=team-billing billing.tmp_a=b", "billing.*");
    row("nobody", "billing.* @team-billing\nbilling.tmp_a\n",
        "billing.invoices=team-billing billing.lines=team-billing",
        "!shop/table:billing.tmp_a billing.*");
    row("organisation and mail", "users @org/people\nbilling.lines me@example.com\n",
        "billing.lines=me@example.com users=org/people", "");
    row("quoted name", "\"Odd\" @team-billing\n", "\"Odd\"=team-billing",
        "shop/table:public.\"Odd\"");
}

void TestOwnerImport::codeOwners()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, owners);
    const OwnerImport result = imported(text);
    QCOMPARE(ownersIn(shopCatalog(), result.boundaries), owners);
    const auto billing = result.boundaries.entries.find(QStringLiteral("team-billing"));
    QTEST(billing == result.boundaries.entries.end() ? QStringList() : billing->second.members,
          "members");
    if (billing != result.boundaries.entries.end())
        QCOMPARE(billing->second.owner, QStringLiteral("team-billing"));
}

void TestOwnerImport::codeOwnerNotes()
{
    const OwnerImport result = imported("# Who owns what\n"
                                        "\n"
                                        "users @people @others # both\n"
                                        "gone.* @people\n"
                                        "a.b.*  @people\n");
    QCOMPARE(result.notes,
             (QStringList{
                 QStringLiteral("Line 3: users has 2 owners; the first one, people, counts."),
                 QStringLiteral("Line 4: gone.* matches no table; it is left out."),
                 QStringLiteral("Line 5: \"a.b.*\" is not a pattern on names: it has more parts "
                                "than schema and name; put names with a dot in double quotes.")}));
    QCOMPARE(result.members, 1);
}

void TestOwnerImport::viewpoints()
{
    const OwnerImport result = imported("# tbls\n"
                                        "dsn: postgres://me@here/shop # {not} [read\n"
                                        "docPath: [doc\n"
                                        "lint:\n"
                                        "\t- anything: at *all\n"
                                        "viewpoints:\n"
                                        "  -\n"
                                        "    name: Money\n"
                                        "    desc: |\n"
                                        "      All about\n"
                                        "        money. # not a comment\n"
                                        "    tables:\n"
                                        "      - billing.*\n"
                                        "      - '!billing.tmp_*'\n"
                                        "    groups:\n"
                                        "      - name: \"Paper\"   # a comment\n"
                                        "        color: '#ff0000'\n"
                                        "        tables: [billing.lines, \"users\"]\n"
                                        "  - name: Orders\n"
                                        "    tables:\n"
                                        "    - ordering.orders\n"
                                        "    - 'ordering.*'\n"
                                        "er:\n"
                                        "  skip: true\n");
    QCOMPARE(ownersIn(shopCatalog(), result.boundaries),
             words("billing.invoices=Money billing.lines=Paper ordering.carts=Orders "
                   "ordering.invoices=Orders ordering.orders=Orders users=Paper"));
    const Boundary& paper = result.boundaries.entries.at(QStringLiteral("Paper"));
    QCOMPARE(paper.kind, BoundaryKind::Module);
    QCOMPARE(paper.parent, QStringLiteral("Money"));
    QCOMPARE(result.boundaries.entries.at(QStringLiteral("Money")).note,
             QStringLiteral("All about\n  money. # not a comment"));
    QVERIFY2(result.notes.isEmpty(), qPrintable(result.notes.join(QLatin1Char('\n'))));
}

void TestOwnerImport::viewpointNotes()
{
    const OwnerImport result = imported("viewpoints:\n"
                                        "- name: A\n"
                                        "  tables:\n"
                                        "  - users\n"
                                        "  - gone\n"
                                        "  labels:\n"
                                        "  - green\n"
                                        "  distance: 1\n"
                                        "- name: B\n"
                                        "  tables:\n"
                                        "  - users\n"
                                        "- name: C\n");
    QCOMPARE(ownersIn(shopCatalog(), result.boundaries), words("users=A"));
    QCOMPARE(result.boundaries.entries.size(), 3u);
    QCOMPARE(result.notes,
             (QStringList{QStringLiteral("Line 7: labels of A is not read."),
                          QStringLiteral("Line 8: distance of A is not read."),
                          QStringLiteral("Line 12: C names no tables; it is empty here."),
                          QStringLiteral("Line 5: there is no table gone; it is left out."),
                          QStringLiteral("Line 11: users is given to B, but line 4 gave it to A, "
                                         "and that counts.")}));
}

void TestOwnerImport::badFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const char* text, const char* says) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(says);
    };
    row("empty", " \n", "owners.txt is empty.");
    row("words", "hello\nthere\n", "owners.txt names no owners: from line 1 on");
    row("Latin-1", "table,owner\nk\xe4se,b\n", "owners.txt is no text in UTF-8");
    row("open quote", "table,owner\nusers,a\n\"users,b\n", "never closed in line 3.");
    row("section", "[Billing] @team\nbilling.* @a\n", "a section, which is not understood");
    row("exception", "billing.* @a\n!billing.x @b\n",
        "an exception, which owner files do not "
        "have");
    row("no list", "viewpoints: all\n", "viewpoints that are no list in line 1.");
    row("no name", "viewpoints:\n- tables: [a]\n", "a viewpoint without a name in line 2.");
    row("twice", "viewpoints:\n- name: a\n- name: a\n",
        "viewpoint a for the second time in line "
        "3.");
    row("alias", "viewpoints:\n- name: a\n  tables:\n  - *_log\n",
        "* at the start of a text; put the text in quotes in line 4.");
    row("anchor", "viewpoints: &x\n- name: a\n", "& at the start of a text");
    row("tag", "viewpoints:\n- name: a\n  tables:\n  - !billing.x\n", "! at the start");
    row("braces", "viewpoints:\n- {name: a}\n", "{ at the start of a text");
    row("colon", "viewpoints:\n- name: a: b\n", "a colon inside a text");
    row("tab", "viewpoints:\n\t- name: a\n", "a tab in the indentation; use blanks in line 2.");
    row("indentation", "viewpoints:\n  - name: a\n      tables: [b]\n",
        "an indentation that fits nothing above it in line 3.");
    row("indentation back", "viewpoints:\n    - name: a\n   - name: b\n", "fits nothing above it");
    row("member twice", "viewpoints:\n- name: a\n  name: b\n",
        "name for the second time in line "
        "3.");
    row("text in a map", "viewpoints:\n- name: a\n  tables\n", "without a name and a colon");
    row("open brackets", "viewpoints:\n- name: a\n  tables: [b,\n    c]\n",
        "a list in brackets that is not understood; write one item per line in line 3.");
    row("open quotes", "viewpoints:\n- name: \"a\n  b\"\n",
        "not closed or not understood in line "
        "2.");
    row("map as tables", "viewpoints:\n- name: a\n  tables:\n  - b: c\n",
        "tables that are no list of names in line 4.");
    row("groups in groups",
        "viewpoints:\n- name: a\n  groups:\n  - name: b\n    groups:\n    - name: c\n",
        "groups where none can be in line 6.");
}

void TestOwnerImport::badFiles()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    const auto result = importOwners(text, shopCatalog(), {}, QStringLiteral("owners.txt"));
    QVERIFY(!result);
    QVERIFY2(result.error().message.contains(says), qPrintable(result.error().message));
    QVERIFY(result.error().message.endsWith(QLatin1Char('.')));
}

void TestOwnerImport::deepFilesAreRefused()
{
    for (const QByteArray& text :
         {QByteArray("viewpoints:\n" + QByteArray("- ").repeated(100000) + "a\n"),
          QByteArray("viewpoints: " + QByteArray("[").repeated(100000))}) {
        const auto result = importOwners(text, shopCatalog(), {}, QStringLiteral("deep.yml"));
        QVERIFY(!result);
        QVERIFY(result.error().message.size() < 200);
    }
}

void TestOwnerImport::otherEncodings()
{
    const QString text = QStringLiteral("table\towner\nusers\tKäse\n");
    const QByteArray utf16 =
        QByteArray("\xff\xfe") +
        QByteArray(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
    QCOMPARE(ownersIn(shopCatalog(), imported(utf16).boundaries),
             QStringList{QStringLiteral("users=Käse")});
}

void TestOwnerImport::manyNotesAreFolded()
{
    QByteArray text = "table,owner\nusers,a\n";
    for (int i = 0; i < 100; ++i)
        text += "gone" + QByteArray::number(i) + ",a\n";
    const OwnerImport result = imported(text);
    QCOMPARE(result.notes.size(), 11);
    QCOMPARE(result.notes.last(), QStringLiteral("And 90 more lines of this kind."));
}

void TestOwnerImport::isFast()
{
    QString schema;
    QByteArray text = "table\towner\tmodule\n";
    for (int i = 0; i < 5000; ++i) {
        schema += QStringLiteral("t%1\n  id integer\n").arg(i);
        text +=
            "t" + QByteArray::number(i) + "\tcom.example.m" + QByteArray::number(i % 60) + "\tx\n";
    }
    const Catalog catalog = catalogOf({sourceWithNotes(schema)});
    QElapsedTimer timer;
    timer.start();
    const auto result = importOwners(text, catalog, {}, QStringLiteral("boundaries.tsv"));
    qInfo("5,000 rows: %lld ms", static_cast<long long>(timer.elapsed()));
    QVERIFY(result);
    QCOMPARE(result->members, 5000);
    QCOMPARE(result->boundaries.entries.size(), 60u);
    QVERIFY(ownershipOf(catalog, result->boundaries).unowned(catalog).empty());
}

QTEST_APPLESS_MAIN(TestOwnerImport)
#include "tst_owner_import.moc"

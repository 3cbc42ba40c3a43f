// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How much is documented, by source, schema, boundary, owner and convention, with what is staged;
// and the text of `comments status`.
#include "model/worklist/coverage.h"
#include "model/worklist/coverage_text.h"
#include "tests/support/worklist_fixture.h"

#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

class TestCoverage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documented_data();
    void documented();
    void groups_data();
    void groups();
    void tablesOfAGroup();
    void countsWhatIsStaged();
    void leavesOutWhatIsNobodys();
    void saysWhatWasNotRead();
    void text();
    void emptyCatalog();
    void shares();
};

namespace {

const QString twoSchemas = QStringLiteral("billing.invoices // Invoices.\n"
                                          "  id integer pk // Number.\n"
                                          "  status smallint\n"
                                          "billing.lines // @convention old\n"
                                          "  id integer pk\n"
                                          "shop.orders\n"
                                          "  id integer pk // @convention new\n"
                                          "  note text\n"
                                          "view shop.v // Orders.\n"
                                          "  id integer\n");

WorklistFixture drawnFixture()
{
    WorklistFixture fixture(twoSchemas);
    Boundaries boundaries;
    boundaries.entries[QStringLiteral("money")].members = {QStringLiteral("billing.*")};
    boundaries.entries[QStringLiteral("money")].owner = QStringLiteral("Red");
    fixture.draw(boundaries);
    return fixture;
}

QString groupsText(const std::vector<CoverageGroup>& groups)
{
    QStringList lines;
    for (const CoverageGroup& group : groups)
        lines << QStringLiteral("%1: %2/%3 %4/%5 %6/%7%8")
                     .arg(group.name)
                     .arg(group.coverage.tablesCommented)
                     .arg(group.coverage.tables)
                     .arg(group.coverage.columnsCommented)
                     .arg(group.coverage.columns)
                     .arg(group.coverage.othersCommented)
                     .arg(group.coverage.others)
                     .arg(group.isPartial ? QStringLiteral(" partial") : QString());
    return lines.join(QStringLiteral("; "));
}

} // namespace

void TestCoverage::documented_data()
{
    QTest::addColumn<QString>("comment");
    QTest::addColumn<bool>("isDocumentation");
    const auto row = [](const char* comment, bool isDocumentation) {
        const QString text = QString::fromLatin1(comment);
        QTest::newRow(qPrintable(text.simplified())) << text << isDocumentation;
    };
    row("", false);
    row(" \n ", false);
    row("Words.", true);
    row("@convention old", false);
    row("@convention old\n@owner Red\n@private\n@keep", false);
    row("Words.\n@convention old", true);
    row("@convention old\n\nWords.", true);
    row("@convention old\n@unit cents", true);
    row("@values 0=no, 1=yes", true);
    row("@values", false); // says nothing yet
    row("@called customer", true);
    row("@references customers(id)", true);
    row("@deprecated", true);
    row("@contract", true);
    row("@replica", true);
    row("@pii email", true);
    row("@see https://example.org", true);
    row("@foreignKey (a) references b (c)", false); // of another program
    row("write to a@example.org", true);
}

void TestCoverage::documented()
{
    QFETCH(QString, comment);
    QFETCH(bool, isDocumentation);
    QCOMPARE(isDocumented(comment), isDocumentation);
}

void TestCoverage::groups_data()
{
    QTest::addColumn<int>("by");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, CoverageBy by, const char* text) {
        QTest::newRow(name) << static_cast<int>(by) << QString::fromLatin1(text);
    };
    row("source", CoverageBy::Source, "shop: 2/4 1/5 0/0");
    row("schema", CoverageBy::Schema, "billing: 1/2 1/3 0/0; shop: 1/2 0/2 0/0");
    row("boundary", CoverageBy::Boundary, "money: 1/2 1/3 0/0; : 1/2 0/2 0/0");
    row("owner", CoverageBy::Owner, "Red: 1/2 1/3 0/0; : 1/2 0/2 0/0");
    // a column's own convention counts before its table's
    row("convention", CoverageBy::Convention, "new: 0/0 0/1 0/0; old: 0/1 0/1 0/0; : 2/3 1/3 0/0");
}

void TestCoverage::groups()
{
    QFETCH(int, by);
    QFETCH(QString, text);
    const WorklistFixture fixture = drawnFixture();
    QCOMPARE(groupsText(commentCoverage(fixture.facts(), static_cast<CoverageBy>(by))), text);
}

void TestCoverage::tablesOfAGroup()
{
    const WorklistFixture fixture = drawnFixture();
    const auto names = [&](CoverageBy by, const char* group) {
        QStringList found;
        for (TableId table : tablesOfGroup(fixture.facts(), by, QString::fromLatin1(group)))
            found << fixture.catalog->displayName(table);
        return found.join(QLatin1Char(' '));
    };
    QCOMPARE(names(CoverageBy::Boundary, "money"),
             QStringLiteral("billing.invoices billing.lines"));
    QCOMPARE(names(CoverageBy::Boundary, ""), QStringLiteral("shop.orders shop.v"));
    QCOMPARE(names(CoverageBy::Convention, "new"), QStringLiteral("shop.orders"));
    QCOMPARE(names(CoverageBy::Convention, "other"), QString());
}

void TestCoverage::countsWhatIsStaged()
{
    WorklistFixture fixture(twoSchemas);
    fixture.stage("shop.orders", "Orders.");
    fixture.stage("billing.invoices.id", "");
    QCOMPARE(groupsText(commentCoverage(fixture.facts(), CoverageBy::Source)),
             QStringLiteral("shop: 3/4 0/5 0/0"));
}

void TestCoverage::leavesOutWhatIsNobodys()
{
    CatalogObjects objects = SchemaText::source(QStringLiteral("a\n  id integer pk\n"
                                                               "b\n  id integer pk\n"
                                                               "c\n  id integer pk\n"
                                                               "d\n  id integer pk\n"
                                                               "partition d1 of d\n"
                                                               "  id integer pk\n"))
                                 .objects;
    objects.tables[0].system = true;
    objects.tables[1].extension = QStringLiteral("postgis");
    objects.tables[2].kind = TableKind::ShadowTable;
    Routine routine;
    routine.schema = objects.tables[0].schema;
    routine.name = QStringLiteral("f");
    routine.comment.text = QStringLiteral("Adds.");
    objects.routines.push_back(routine);
    routine.name = QStringLiteral("g");
    routine.extension = QStringLiteral("postgis");
    objects.routines.push_back(routine);
    const WorklistFixture fixture(objects);
    QCOMPARE(groupsText(commentCoverage(fixture.facts(), CoverageBy::Source)),
             QStringLiteral("shop: 0/1 0/1 1/1"));
}

void TestCoverage::saysWhatWasNotRead()
{
    CatalogObjects objects = SchemaText::source(twoSchemas).objects;
    objects.sources.front().kinds = {
        {CatalogKind::Comments, ReadState::PartlyRead, QStringLiteral("No right."), {}}};
    const WorklistFixture fixture(objects);
    QCOMPARE(groupsText(commentCoverage(fixture.facts(), CoverageBy::Source)),
             QStringLiteral("shop: 2/4 1/5 0/0 partial"));
    QVERIFY(commentStatusText(fixture.facts()).contains(QStringLiteral("not fully read")));
}

void TestCoverage::text()
{
    const WorklistFixture fixture = drawnFixture();
    QCOMPARE(commentStatusText(fixture.facts(), {1}),
             QStringLiteral(
                 "source  tables and views  columns        routines and types\n"
                 "shop    2 of 4 (50 %)     1 of 5 (20 %)  none\n"
                 "\n"
                 "schema   tables and views  columns        routines and types\n"
                 "billing  1 of 2 (50 %)     1 of 3 (33 %)  none\n"
                 "shop     1 of 2 (50 %)     0 of 2 (0 %)   none\n"
                 "\n"
                 "boundary  tables and views  columns        routines and types\n"
                 "money     1 of 2 (50 %)     1 of 3 (33 %)  none\n"
                 "(none)    1 of 2 (50 %)     0 of 2 (0 %)   none\n"
                 "\n"
                 "owner   tables and views  columns        routines and types\n"
                 "Red     1 of 2 (50 %)     1 of 3 (33 %)  none\n"
                 "(none)  1 of 2 (50 %)     0 of 2 (0 %)   none\n"
                 "\n"
                 "convention  tables and views  columns        routines and types\n"
                 "new         none              0 of 1 (0 %)   none\n"
                 "old         0 of 1 (0 %)      0 of 1 (0 %)   none\n"
                 "(none)      2 of 3 (66 %)     1 of 3 (33 %)  none\n"
                 "\n"
                 "To document next: 3 entries; 0 comments are no longer true.\n"
                 "  1  billing.invoices.status\n"
                 "    A code in smallint: which values there are, and what they mean, is written "
                 "nowhere.\n"
                 "and 2 more\n"));
    QVERIFY(!commentStatusText(fixture.facts(), {0}).contains(QStringLiteral("document")));
}

void TestCoverage::emptyCatalog()
{
    const WorklistFixture fixture{QString()};
    QCOMPARE(commentStatusText(fixture.facts()),
             QStringLiteral("Nothing misleads: there is nothing to document next.\n"));
    QVERIFY(commentCoverage(fixture.facts(), CoverageBy::Schema).empty());
}

void TestCoverage::shares()
{
    QCOMPARE(coverageShare(0, 0), QStringLiteral("none"));
    // what is not complete is never 100 %
    QCOMPARE(coverageShare(1999, 2000), QStringLiteral("1,999 of 2,000 (99 %)"));
    QCOMPARE(coveragePercent({}), std::optional<int>());
    QCOMPARE(coveragePercent({2, 1, 3, 3, 0, 0}), std::optional<int>(80));
}

QTEST_GUILESS_MAIN(TestCoverage)
#include "tst_coverage.moc"

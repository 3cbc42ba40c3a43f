// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The one page about a database: what each section says, what is odd and what is not, and that what
// was not read is never "none".
#include "model/orientation/overview.h"
#include "model/orientation/overview_document.h"
#include "tests/support/orientation_fixture.h"

#include <QTest>

#include <algorithm>

using namespace cadastre;
using namespace cadastre::test;

class TestOverview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingOpen();
    void says_data();
    void says();
    void isNotOdd();
    void boundaries();
    void notReadIsNotNone();
    void entriesLead();
    void longListsAreCut();
    void documents();
};

namespace {

QString oddShop()
{
    return QStringLiteral("tmp_orders\n"
                          "  id integer pk\n"
                          "  customer_id integer > customers.id\n"
                          "  total numeric\n"
                          "customers // Who buys.\n"
                          "  id integer pk\n"
                          "  name text\n"
                          "  status text\n"
                          "orderItems\n"
                          "  itemId integer pk\n"
                          "  orderId integer > tmp_orders.id\n"
                          "  unitPrice numeric\n"
                          "invoices\n"
                          "  id integer pk\n"
                          "  order_id integer > tmp_orders.id\n"
                          "  status integer\n"
                          "shipments\n"
                          "  id integer pk\n"
                          "  order_id integer > tmp_orders.id\n"
                          "  status text\n"
                          "tmp_import\n"
                          "  line text\n"
                          "customers_bak\n"
                          "  id integer\n"
                          "  name text\n"
                          "  status text\n");
}

QString textOf(const Overview& overview)
{
    QString text = QString(overview.title + QLatin1Char('\n'));
    for (const OverviewSection& section : overview.sections) {
        text += QString(QStringLiteral("## ") + section.title + QLatin1Char('\n'));
        for (const QString& sentence : section.sentences)
            text += QString(sentence + QLatin1Char('\n'));
        for (const OverviewEntry& entry : section.entries)
            text += QString(QStringLiteral("- ") + entry.name + QStringLiteral(": ") + entry.text +
                            QLatin1Char('\n'));
    }
    return text;
}

const OverviewSection* sectionOf(const Overview& overview, const char* title)
{
    const auto found =
        std::ranges::find(overview.sections, QString::fromUtf8(title), &OverviewSection::title);
    return found == overview.sections.end() ? nullptr : &*found;
}

} // namespace

void TestOverview::nothingOpen()
{
    const CommentedCatalog nothing;
    const std::vector<Relationship> relationships;
    const UseReading uses;
    const Boundaries none;
    const Ownership ownership;
    const Conventions conventions;
    const WorklistFacts facts{nothing, relationships, uses, none, ownership, conventions};
    QVERIFY(overviewOf({facts, {}, {}, {}}).sections.empty());
}

void TestOverview::says_data()
{
    QTest::addColumn<QString>("line");
    for (const char* line :
         {"shop (PostgreSQL 15.1)", "## What it is about\nA database of tmp_orders",
          "PostgreSQL 15.1: 7 tables, 19 columns, how many rows is not known.",
          "- tmp_orders: the name says temporary, but 3 tables and views refer to it or read it",
          "- tmp_import: has no primary key", "- customers_bak: backup copy of customers",
          "- tmp_orders: written order_id (2), orderId",
          "columns of one name, several types: number in 1, text in 2 (invoices.status)",
          "4 declared, 0 inferred, 0 confirmed or added by people.",
          "Nobody has drawn boundaries."})
        QTest::newRow(line) << QString::fromUtf8(line);
}

void TestOverview::says()
{
    QFETCH(QString, line);
    const QString text = textOf(OrientationFixture(oddShop()).overview());
    QVERIFY2(text.contains(line), qPrintable(text));
}

void TestOverview::isNotOdd()
{
    const Overview overview = OrientationFixture(oddShop()).overview();
    const OverviewSection* odd = sectionOf(overview, "What is odd");
    QVERIFY(odd != nullptr);
    for (const OverviewEntry& entry : odd->entries) {
        QVERIFY2(entry.name != QStringLiteral("customers"), qPrintable(entry.text));
        QVERIFY2(entry.name != QStringLiteral("id"), qPrintable(entry.text));
        // a copy has the key that its original has
        QVERIFY(!(entry.name == QStringLiteral("customers_bak") &&
                  entry.text.contains(QStringLiteral("primary key"))));
        QVERIFY(!(entry.name == QStringLiteral("tmp_import") &&
                  entry.text.contains(QStringLiteral("the name says"))));
    }
    const Overview sound =
        OrientationFixture(QStringLiteral("a\n  id integer pk\n  b text\n")).overview();
    QVERIFY(sectionOf(sound, "What is odd") == nullptr);
    QVERIFY(sectionOf(sound, "One thing, several names") == nullptr);
    QVERIFY(sectionOf(sound, "Not read") == nullptr);
}

void TestOverview::boundaries()
{
    OrientationFixture fixture(oddShop());
    Boundaries drawn;
    drawn.entries[QStringLiteral("Orders")].members << QStringLiteral("*order*");
    fixture.draw(drawn);
    const QString unknown = textOf(fixture.overview());
    QVERIFY2(unknown.contains(QStringLiteral("what crosses was not looked for")),
             qPrintable(unknown));
    const QString known = textOf(fixture.overview(3));
    QVERIFY2(known.contains(QStringLiteral("3 crossings from one into another")),
             qPrintable(known));
}

void TestOverview::notReadIsNotNone()
{
    CatalogObjects objects = SchemaText::source(oddShop()).objects;
    objects.sources.front().kinds = {
        {CatalogKind::Constraints, ReadState::NotRead, QStringLiteral("No right to see them."), {}},
        {CatalogKind::Comments, ReadState::PartlyRead, QStringLiteral("Some are locked."), {}}};
    const QString text = textOf(OrientationFixture(std::move(objects)).overview());
    QVERIFY2(text.contains(QStringLiteral("- constraints: not read: No right to see them.")),
             qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("- comments: partly read: Some are locked.")));
    QVERIFY(!text.contains(QStringLiteral("has no primary key")));
}

void TestOverview::entriesLead()
{
    const OrientationFixture fixture(oddShop());
    const Overview overview = fixture.overview();
    const OverviewSection* odd = sectionOf(overview, "What is odd");
    for (const OverviewEntry& entry : odd->entries)
        QVERIFY2(entry.object.has_value(), qPrintable(entry.text));
    QVERIFY(odd->entries.front().object == ObjectRef(fixture.table("tmp_orders")));
}

void TestOverview::longListsAreCut()
{
    QString text;
    for (int i = 0; i < 30; ++i)
        text += QStringLiteral("thing_%1\n  name text\n")
                    .arg(QChar(u'a' + i % 26) + QString::number(i));
    const Overview overview = OrientationFixture(text).overview();
    const OverviewSection* odd = sectionOf(overview, "What is odd");
    QVERIFY(odd != nullptr);
    QVERIFY(odd->entries.size() < 10);
    QCOMPARE(odd->entries.back().text, QStringLiteral("… and 25 more without a primary key"));
}

void TestOverview::documents()
{
    const OrientationFixture fixture(oddShop());
    Document document;
    addOverview(document, fixture.overview(), 1,
                [&](ObjectRef object) { return fixture.catalog->keyOf(object).toString(); });
    addStartHere(document, *fixture.catalog, fixture.start());
    const QByteArray markdown = markdownOf(document);
    QVERIFY2(markdown.startsWith("# shop"), markdown.constData());
    QVERIFY(markdown.contains("## What is odd"));
    QVERIFY(markdown.contains("Who buys."));
    QCOMPARE(markdownOf(document), markdown);
}

QTEST_GUILESS_MAIN(TestOverview)
#include "tst_overview.moc"

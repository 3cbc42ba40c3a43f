// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Edits of boundaries: after each one the catalog's tables belong to whom they shall, no other
// table changes its owner, and what is written down is no more than needed.
#include "model/boundaries/boundary_edits.h"
#include "tests/support/owned_catalog.h"

#include <QElapsedTimer>
#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

namespace {

Catalog shopCatalog()
{
    return catalogOf({sourceWithNotes(QStringLiteral(
        "billing.invoices\n  id integer\nbilling.lines\n  id integer\n"
        "billing.rates // @owner billing\n  id integer\n"
        "ordering.orders\n  id integer\nordering.carts\n  id integer\n"
        "parts\n  id integer\npartition p_1 of parts\n  id integer\nAudit\n  id integer\n"))});
}

std::vector<TableId> tablesIn(const Catalog& catalog, const char* names)
{
    std::vector<TableId> tables;
    for (const QByteArray& name : QByteArray(names).split(' '))
        tables.push_back(tableIn(catalog, QByteArray("shop/table:" + name)));
    return tables;
}

/// The owner of every table by name; empty for nobody.
std::map<QString, QString> ownersIn(const Catalog& catalog, const Boundaries& boundaries)
{
    const Ownership ownership = ownershipOf(catalog, boundaries);
    std::map<QString, QString> owners;
    for (int i = 0; i < static_cast<int>(ownership.ofTables.size()); ++i) {
        const BoundaryIndex owner = ownership.ofTables[i];
        owners[catalog.displayName(TableId{i})] = owner < 0 ? QString() : ownership.names[owner];
    }
    return owners;
}

int problemCount(const Catalog& catalog, const Boundaries& boundaries, OwnershipProblemKind kind)
{
    int count = 0;
    for (const OwnershipProblem& problem : ownershipOf(catalog, boundaries).problems)
        count += problem.kind == kind;
    return count;
}

QString membersText(const Boundaries& boundaries, const char* name)
{
    const auto entry = boundaries.entries.find(QString::fromUtf8(name));
    return entry == boundaries.entries.end() ? QStringLiteral("none")
                                             : entry->second.members.join(QLatin1Char(' '));
}

ProposedBoundary proposal(const Catalog& catalog, const char* name, const char* tables,
                          const QStringList& patterns)
{
    ProposedBoundary result;
    result.name = QString::fromUtf8(name);
    result.owner = QStringLiteral("team");
    result.patterns = patterns;
    for (TableId table : tablesIn(catalog, tables))
        result.members.push_back({table, 1, {}});
    return result;
}

} // namespace

class TestBoundaryEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tablesIn_data();
    void tablesIn();
    void tablesOut_data();
    void tablesOut();
    void modulesLetGo();
    void renaming();
    void badNamesAreRefused();
    void removing();
    void merging();
    void exposing();
    void proposals();
    void missingGoes();
    void doubtfulStays();
    void isFast();
};

void TestBoundaryEdits::tablesIn_data()
{
    using Entries = std::vector<std::pair<const char*, const char*>>;
    QTest::addColumn<Boundaries>("before");
    QTest::addColumn<QByteArray>("tables");
    QTest::addColumn<QString>("billing"); // members of the boundary they move into
    QTest::addColumn<QString>("other");   // of the boundary "other"
    const auto row = [](const char* name, const Entries& before, const char* tables,
                        const char* billing, const char* other) {
        QTest::newRow(name) << boundariesFromText(before) << QByteArray(tables)
                            << QString::fromUtf8(billing) << QString::fromUtf8(other);
    };
    row("made when missing", {}, "billing.invoices", "shop/table:billing.invoices", "none");
    row("by pattern", {{"billing", "billing.*"}, {"other", "shop/table:billing.invoices"}},
        "billing.invoices", "billing.*", "");
    row("pattern was excepted", {{"billing", "billing.* !shop/table:billing.invoices"}},
        "billing.invoices", "billing.*", "none");
    row("excepted by pattern", {{"billing", "billing.* !inv*"}}, "billing.invoices",
        "!inv* billing.* shop/table:billing.invoices", "none");
    row("other one is more specific", {{"billing", "billing.*"}, {"other", "billing.inv*"}},
        "billing.invoices", "billing.* shop/table:billing.invoices", "billing.inv*");
    row("other one is as specific", {{"billing", "invoice?"}, {"other", "?nvoices"}},
        "billing.invoices", "invoice? shop/table:billing.invoices", "?nvoices");
    row("exact name elsewhere", {{"other", "billing.invoices"}}, "billing.invoices",
        "shop/table:billing.invoices", "billing.invoices");
    row("several", {{"other", "table:ordering.orders ordering.*"}},
        "ordering.orders ordering.carts billing.lines",
        "shop/table:billing.lines shop/table:ordering.carts shop/table:ordering.orders",
        "ordering.*");
    row("follows its parent", {{"billing", "parts"}, {"other", "shop/table:public.p_1"}},
        "public.p_1", "parts", "");
    row("note says so", {{"other", "shop/table:billing.rates"}}, "billing.rates", "", "");
    row("letter case", {}, "public.\"Audit\"", "shop/table:public.\"Audit\"", "none");
}

void TestBoundaryEdits::tablesIn()
{
    QFETCH(Boundaries, before);
    QFETCH(QByteArray, tables);
    const Catalog catalog = shopCatalog();
    const std::vector<TableId> moved = ::tablesIn(catalog, tables);
    const Boundaries after = withTablesIn(before, catalog, moved, QStringLiteral("billing"));
    std::map<QString, QString> wanted = ownersIn(catalog, before);
    if (!before.entries.contains(QStringLiteral("billing")))
        wanted[QStringLiteral("billing.rates")] = QStringLiteral("billing"); // as its note says
    for (TableId table : moved)
        wanted[catalog.displayName(table)] = QStringLiteral("billing");
    QCOMPARE(ownersIn(catalog, after), wanted);
    QCOMPARE(problemCount(catalog, after, OwnershipProblemKind::TwoOwners), 0);
    QTEST(membersText(after, "other"), "other");
    QTEST(membersText(after, "billing"), "billing");
    // Once more changes nothing.
    QCOMPARE(withTablesIn(after, catalog, moved, QStringLiteral("billing")), after);
}

void TestBoundaryEdits::tablesOut_data()
{
    using Entries = std::vector<std::pair<const char*, const char*>>;
    QTest::addColumn<Boundaries>("before");
    QTest::addColumn<QByteArray>("tables");
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    const auto row = [](const char* name, const Entries& before, const char* tables, const char* a,
                        const char* b) {
        QTest::newRow(name) << boundariesFromText(before) << QByteArray(tables)
                            << QString::fromUtf8(a) << QString::fromUtf8(b);
    };
    row("key", {{"a", "shop/table:billing.invoices table:billing.lines"}}, "billing.invoices",
        "table:billing.lines", "none");
    row("pattern", {{"a", "billing.*"}}, "billing.invoices",
        "!shop/table:billing.invoices billing.*", "none");
    row("key before two patterns",
        {{"a", "billing.* *oice*"},
         {"b", "shop/table:billing.invoices "
               "inv*"}},
        "billing.invoices", "!shop/table:billing.invoices *oice* billing.*",
        "!shop/table:billing.invoices inv*");
    row("note", {{"billing", ""}, {"a", ""}}, "billing.rates", "", "none");
    row("partition", {{"a", "parts"}}, "public.p_1", "!shop/table:public.p_1 parts", "none");
    row("nobody's", {{"a", "parts"}}, "ordering.orders", "parts", "none");
}

void TestBoundaryEdits::tablesOut()
{
    QFETCH(Boundaries, before);
    QFETCH(QByteArray, tables);
    const Catalog catalog = shopCatalog();
    const std::vector<TableId> moved = ::tablesIn(catalog, tables);
    const Boundaries after = withTablesOut(before, catalog, moved);
    std::map<QString, QString> wanted = ownersIn(catalog, before);
    for (TableId table : moved)
        wanted[catalog.displayName(table)] = QString();
    QCOMPARE(ownersIn(catalog, after), wanted);
    QTEST(membersText(after, "a"), "a");
    QTEST(membersText(after, "b"), "b");
    // In again, as if nothing had happened.
    const Boundaries again = withTablesIn(after, catalog, moved, QStringLiteral("a"));
    for (TableId table : moved)
        QCOMPARE(ownersIn(catalog, again).at(catalog.displayName(table)), QStringLiteral("a"));
    QVERIFY(!membersText(again, "a").contains(QLatin1Char('!')));
}

void TestBoundaryEdits::modulesLetGo()
{
    const Catalog catalog = shopCatalog();
    Boundaries boundaries = boundariesFromText({{"billing", "billing.*"}, {"ledger", "inv*"}});
    boundaries.entries[QStringLiteral("ledger")].parent = QStringLiteral("billing");
    const auto tables = ::tablesIn(catalog, "billing.invoices");
    const Boundaries out = withTablesIn(boundaries, catalog, tables, QStringLiteral("billing"));
    QCOMPARE(ownersIn(catalog, out).at(QStringLiteral("billing.invoices")),
             QStringLiteral("billing"));
    QCOMPARE(membersText(out, "ledger"), QStringLiteral("!shop/table:billing.invoices inv*"));
    const Boundaries back = withTablesIn(out, catalog, tables, QStringLiteral("ledger"));
    QCOMPARE(back, boundaries);
}

void TestBoundaryEdits::renaming()
{
    Boundaries boundaries = boundariesFromText({{"a", "x.*"}, {"b", "y.*"}});
    boundaries.entries[QStringLiteral("b")].parent = QStringLiteral("a");
    boundaries.rules[{QStringLiteral("a"), QStringLiteral("*"), CrossingKind::Read}].reason =
        QStringLiteral("why");
    boundaries.rules[{QStringLiteral("b"), QStringLiteral("a"), std::nullopt}] = {};
    const auto renamed =
        withBoundaryRenamed(boundaries, QStringLiteral("a"), QStringLiteral(" money "));
    QVERIFY(renamed);
    QCOMPARE(membersText(*renamed, "money"), QStringLiteral("x.*"));
    QCOMPARE(membersText(*renamed, "a"), QStringLiteral("none"));
    QCOMPARE(renamed->entries.at(QStringLiteral("b")).parent, QStringLiteral("money"));
    QCOMPARE(renamed->rules.size(), 2u);
    QCOMPARE(renamed->rules.at({QStringLiteral("money"), QStringLiteral("*"), CrossingKind::Read})
                 .reason,
             QStringLiteral("why"));
    QCOMPARE(*withBoundaryRenamed(*renamed, QStringLiteral("money"), QStringLiteral("a")),
             boundaries);
    QCOMPARE(*withBoundaryRenamed(boundaries, QStringLiteral("a"), QStringLiteral("a")),
             boundaries);
}

void TestBoundaryEdits::badNamesAreRefused()
{
    const Boundaries boundaries = boundariesFromText({{"a", ""}, {"b", ""}});
    for (const char* name : {"", "  ", "*", "b", "two\nlines"}) {
        const auto renamed =
            withBoundaryRenamed(boundaries, QStringLiteral("a"), QString::fromUtf8(name));
        QVERIFY2(!renamed, name);
        QVERIFY(!renamed.error().message.isEmpty());
    }
    QVERIFY(!withBoundaryRenamed(boundaries, QStringLiteral("c"), QStringLiteral("d")));
}

void TestBoundaryEdits::removing()
{
    Boundaries boundaries = boundariesFromText({{"a", "x.*"}, {"b", "y.*"}});
    boundaries.entries[QStringLiteral("b")].parent = QStringLiteral("a");
    boundaries.rules[{QStringLiteral("a"), QStringLiteral("b"), std::nullopt}] = {};
    boundaries.rules[{QStringLiteral("*"), QStringLiteral("b"), std::nullopt}] = {};
    const Boundaries after = withoutBoundary(boundaries, QStringLiteral("a"));
    QCOMPARE(after.entries.size(), 1u);
    QCOMPARE(after.entries.at(QStringLiteral("b")).parent, QString());
    QCOMPARE(after.rules.size(), 1u);
    QCOMPARE(withoutBoundary(boundaries, QStringLiteral("c")), boundaries);
}

void TestBoundaryEdits::merging()
{
    Boundaries boundaries =
        boundariesFromText({{"a", "x.* !x.tmp"}, {"b", "x.tmp y.*"}, {"c", ""}, {"module", "z"}});
    boundaries.entries[QStringLiteral("a")].owner = QStringLiteral("A");
    boundaries.entries[QStringLiteral("a")].note = QStringLiteral("Said of a.");
    boundaries.entries[QStringLiteral("a")].roles = {QStringLiteral("ra")};
    boundaries.entries[QStringLiteral("b")].note = QStringLiteral("Said of b.");
    boundaries.entries[QStringLiteral("b")].roles = {QStringLiteral("rb")};
    boundaries.entries[QStringLiteral("module")].parent = QStringLiteral("a");
    const auto rule = [&](const char* from, const char* into) -> Rule& {
        return boundaries.rules[{QString::fromUtf8(from), QString::fromUtf8(into), std::nullopt}];
    };
    rule("a", "c").reason = QStringLiteral("of a");
    rule("b", "c").reason = QStringLiteral("of b");
    rule("a", "b").reason = QStringLiteral("between");
    rule("c", "a").reason = QStringLiteral("into a");
    const Boundaries after =
        withBoundariesMerged(boundaries, QStringLiteral("a"), QStringLiteral("b"));
    QCOMPARE(membersText(after, "b"), QStringLiteral("x.* x.tmp y.*"));
    QCOMPARE(membersText(after, "a"), QStringLiteral("none"));
    const Boundary& merged = after.entries.at(QStringLiteral("b"));
    QCOMPARE(merged.owner, QStringLiteral("A"));
    QCOMPARE(merged.note, QStringLiteral("Said of b.\nSaid of a."));
    QCOMPARE(merged.roles, (QStringList{QStringLiteral("ra"), QStringLiteral("rb")}));
    QCOMPARE(after.entries.at(QStringLiteral("module")).parent, QStringLiteral("b"));
    QCOMPARE(after.rules.size(), 2u);
    QCOMPARE(after.rules.at({QStringLiteral("b"), QStringLiteral("c"), {}}).reason,
             QStringLiteral("of b"));
    QCOMPARE(after.rules.at({QStringLiteral("c"), QStringLiteral("b"), {}}).reason,
             QStringLiteral("into a"));
    // A module merged into what is around it, and the other way round.
    const Boundaries up =
        withBoundariesMerged(boundaries, QStringLiteral("module"), QStringLiteral("a"));
    QCOMPARE(up.entries.at(QStringLiteral("a")).parent, QString());
    const Boundaries down =
        withBoundariesMerged(boundaries, QStringLiteral("a"), QStringLiteral("module"));
    QCOMPARE(down.entries.at(QStringLiteral("module")).parent, QString());
    QCOMPARE(withBoundariesMerged(boundaries, QStringLiteral("a"), QStringLiteral("a")),
             boundaries);
    QCOMPARE(withBoundariesMerged(boundaries, QStringLiteral("a"), QStringLiteral("x")),
             boundaries);
}

void TestBoundaryEdits::exposing()
{
    const Catalog catalog = catalogOf({sourceWithNotes(
        QStringLiteral("a // @contract v1\n  id integer\nb // @private\n  id integer\n"))});
    const std::vector<ObjectKey> keys{objectKey("shop/table:public.a"),
                                      objectKey("shop/table:public.b")};
    const ExposureEntry contract{Exposure::Contract, QStringLiteral("v2"), {}};
    const Boundaries published = withExposure({}, keys, contract);
    QCOMPARE(published.exposures.size(), 2u);
    QCOMPARE(published.exposures.at(keys[0]), contract);
    QCOMPARE(withExposure(published, keys, {}), Boundaries());
    // A note that publishes is outvoted; one that does not needs no entry.
    const Boundaries silenced = withExposure(published, catalog, keys, {});
    QCOMPARE(silenced.exposures.size(), 1u);
    QCOMPARE(ownershipOf(catalog, silenced).exposures,
             (std::vector<ExposureEntry>{ExposureEntry(), ExposureEntry()}));
    QCOMPARE(withExposure({}, catalog, keys, contract), published);
}

void TestBoundaryEdits::proposals()
{
    const Catalog catalog = shopCatalog();
    Boundaries known = boundariesFromText(
        {{"ordering", "shop/table:billing.lines"}, {"old", "shop/table:ordering.orders parts"}});
    known.entries[QStringLiteral("ordering")].owner = QStringLiteral("known");
    const Boundaries after =
        withProposals(known, catalog,
                      {proposal(catalog, "ordering", "ordering.orders ordering.carts",
                                {QStringLiteral("ordering.*")}),
                       proposal(catalog, "billing", "billing.invoices billing.rates",
                                {QStringLiteral("billing.*")})}); // would take lines, too
    QCOMPARE(membersText(after, "ordering"), QStringLiteral("ordering.* shop/table:billing.lines"));
    QCOMPARE(membersText(after, "old"), QStringLiteral("parts"));
    QCOMPARE(membersText(after, "billing"), QStringLiteral("shop/table:billing.invoices"));
    QCOMPARE(after.entries.at(QStringLiteral("ordering")).owner, QStringLiteral("known"));
    QCOMPARE(after.entries.at(QStringLiteral("billing")).owner, QStringLiteral("team"));
    const auto owners = ownersIn(catalog, after);
    QCOMPARE(owners.at(QStringLiteral("billing.rates")), QStringLiteral("billing")); // its note
    QCOMPARE(owners.at(QStringLiteral("ordering.orders")), QStringLiteral("ordering"));
    QCOMPARE(owners.at(QStringLiteral("p_1")), QStringLiteral("old"));
    QCOMPARE(withProposals(known, catalog, {}), known);
}

void TestBoundaryEdits::missingGoes()
{
    const Catalog catalog = shopCatalog();
    Boundaries boundaries = boundariesFromText(
        {{"a", "billing.* gone.* shop/table:gone.x !shop/table:gone.y table:billing.lines a..b "
               "crm/table:far.away"}});
    boundaries.exposures[objectKey("shop/view:gone.v")] = {Exposure::Contract, {}, {}};
    boundaries.exposures[objectKey("shop/table:billing.lines")] = {Exposure::Contract, {}, {}};
    boundaries.flows[QStringLiteral("f")].tables = {objectKey("shop/table:billing.lines"),
                                                    objectKey("shop/table:gone.x")};
    boundaries.decisions[crossingKey("read shop/view:gone.v -> shop/table:billing.lines")] = {};
    boundaries.decisions[crossingKey("call crm/routine:a.b() -> shop/table:billing.lines")] = {};
    const Boundaries after = withoutMissing(boundaries, catalog);
    QCOMPARE(membersText(after, "a"),
             QStringLiteral("a..b billing.* crm/table:far.away table:billing.lines"));
    QCOMPARE(after.exposures.size(), 1u);
    QCOMPARE(after.flows.at(QStringLiteral("f")).tables.size(), 1u);
    QCOMPARE(after.decisions.size(), 1u); // of a database that was not read
    QCOMPARE(withoutMissing(after, catalog), after);
}

void TestBoundaryEdits::doubtfulStays()
{
    SourceCatalog source = sourceWithNotes(QStringLiteral("a\n  id integer\n"));
    source.objects.sources.front().kinds = {
        {CatalogKind::Tables, ReadState::PartlyRead, QStringLiteral("no right"), {}}};
    Boundaries boundaries = boundariesFromText({{"a", "gone.* shop/table:gone.x"}});
    boundaries.exposures[objectKey("shop/view:gone.v")] = {Exposure::Contract, {}, {}};
    QCOMPARE(withoutMissing(boundaries, catalogOf({source})), boundaries);
}

void TestBoundaryEdits::isFast()
{
    QString text;
    for (int i = 0; i < 10000; ++i)
        text += QStringLiteral("s%1.m%2_t%3\n  id integer\n").arg(i % 20).arg(i % 300).arg(i);
    const Catalog catalog = catalogOf({sourceWithNotes(text)});
    Boundaries boundaries;
    for (int i = 0; i < 300; ++i)
        boundaries.entries[QStringLiteral("b%1").arg(i % 100)].members
            << QStringLiteral("m%1_*").arg(i);
    std::vector<TableId> tables;
    for (int i = 0; i < 10000; i += 3)
        tables.push_back({i});
    QElapsedTimer timer;
    timer.start();
    const Boundaries moved = withTablesIn(boundaries, catalog, tables, QStringLiteral("new"));
    qInfo("3,334 of 10,000 tables moved: %lld ms", static_cast<long long>(timer.restart()));
    const Boundaries out = withTablesOut(moved, catalog, tables);
    qInfo("and out again: %lld ms", static_cast<long long>(timer.elapsed()));
    QCOMPARE(moved.entries.at(QStringLiteral("new")).members.size(), 3334);
    QVERIFY(out.entries.at(QStringLiteral("new")).members.isEmpty());
    QCOMPARE(ownershipOf(catalog, out).unowned(catalog).size(), 3334u);
}

QTEST_APPLESS_MAIN(TestBoundaryEdits)
#include "tst_boundary_edits.moc"

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a relationship is worth where its ends lie, and the summary that counts it.
#include "model/boundaries/crossings/placed_verdict.h"

#include "tests/support/crossing_fixture.h"

#include <QTest>

using namespace cadastre;
using test::CrossingFixture;

class TestPlacedVerdict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofEachPlace();
    void polymorphicTargetsTogether();
    void otherDatabases();
    void summaryCountsWhatCounts();
    void words();
};

namespace {

CrossingFixture shopFixture()
{
    CrossingFixture fixture("ordering.orders\n"
                            "  id integer pk\n"
                            "  parent_id integer > ordering.orders.id\n"
                            "  note_id integer\n"
                            "ordering.notes\n"
                            "  id integer pk\n"
                            "billing.invoices\n"
                            "  id integer pk\n"
                            "  order_id integer > ordering.orders.id\n"
                            "  other_id integer\n"
                            "loose\n"
                            "  id integer pk\n"
                            "  order_id integer > ordering.orders.id\n");
    fixture.owns("ordering", {QStringLiteral("ordering.*")})
        .owns("billing", {QStringLiteral("billing.*")});
    return fixture;
}

PlacedVerdict verdictFor(CrossingFixture& fixture, const Relationship& relationship)
{
    const BoundaryFacts facts = fixture.facts();
    return placedVerdictOf(facts.catalog, facts.ownership, relationship);
}

} // namespace

void TestPlacedVerdict::ofEachPlace()
{
    using Origin = RelationshipOrigin;
    CrossingFixture fixture = shopFixture();
    fixture.relates(Origin::Inferred, 0.9, "ordering.orders.note_id", "ordering.notes.id");
    fixture.relates(Origin::Confirmed, 1, "billing.invoices.other_id", "ordering.notes.id");
    fixture.relates(Origin::Added, 1, "billing.invoices.other_id", "public.loose.id");
    QStringList verdicts;
    for (const Relationship& relationship : fixture.relationships)
        verdicts << placedVerdictName(verdictFor(fixture, relationship));
    verdicts.sort();
    const QStringList expected{
        QStringLiteral("declared-crossing"), QStringLiteral("declared-inside"),
        QStringLiteral("inferred-inside"),   QStringLiteral("logical-crossing"),
        QStringLiteral("unplaced"),          QStringLiteral("unplaced")};
    QCOMPARE(verdicts, expected);
}

void TestPlacedVerdict::polymorphicTargetsTogether()
{
    CrossingFixture fixture = shopFixture();
    Relationship relationship = fixture.relates(RelationshipOrigin::Added, 1,
                                                "ordering.orders.note_id", "ordering.notes.id");
    relationship.targets.push_back(RelationshipTarget{{}, {}, QStringLiteral("gone")});
    QCOMPARE(verdictFor(fixture, relationship), PlacedVerdict::InferredInside);
    relationship.targets.push_back(fixture.targetOf("public.loose.id"));
    QCOMPARE(verdictFor(fixture, relationship), PlacedVerdict::Unplaced);
    relationship.targets.push_back(fixture.targetOf("billing.invoices.id"));
    QCOMPARE(verdictFor(fixture, relationship), PlacedVerdict::LogicalCrossing);
}

void TestPlacedVerdict::otherDatabases()
{
    const auto part = [](const char* name) {
        return std::make_shared<const SourceCatalog>(test::SchemaText::source(
            QStringLiteral("t\n  id integer pk\n"), QString::fromLatin1(name)));
    };
    const Catalog catalog = mergeSources({part("a"), part("b")});
    Relationship relationship;
    relationship.origin = RelationshipOrigin::Confirmed;
    relationship.child = TableId{0};
    relationship.childColumns = {ColumnId{0}};
    relationship.targets = {{TableId{1}, {ColumnId{1}}, {}}};
    Boundaries boundaries;
    for (const bool owned : {false, true}) {
        if (owned)
            boundaries.entries[QStringLiteral("one")].members = {QStringLiteral("*")};
        QCOMPARE(placedVerdictOf(catalog, ownershipOf(catalog, boundaries), relationship),
                 PlacedVerdict::OtherDatabase);
    }
}

void TestPlacedVerdict::summaryCountsWhatCounts()
{
    using Origin = RelationshipOrigin;
    CrossingFixture fixture = shopFixture();
    fixture.relates(Origin::Inferred, 0.9, "ordering.orders.note_id", "ordering.notes.id");
    fixture.relates(Origin::Inferred, 0.4, "billing.invoices.other_id", "ordering.notes.id");
    fixture.relates(Origin::Rejected, 0, "billing.invoices.other_id", "ordering.orders.id");
    const BoundaryFacts facts = fixture.facts();
    const auto counts =
        placedVerdictSummary(facts.catalog, facts.ownership, facts.relationships, 0.5);
    QStringList sentences;
    for (const PlacedVerdictCount& count : counts)
        sentences << count.sentence;
    const QStringList expected{
        QStringLiteral("1 foreign key stays inside its boundary: fine as it is."),
        QStringLiteral("1 foreign key crosses a boundary: the engine couples two owners."),
        QStringLiteral("1 reference without a foreign key stays inside its boundary: it could be "
                       "declared."),
        QStringLiteral("1 relationship has an end that belongs to nobody."),
    };
    QCOMPARE(sentences, expected);
    const auto weaker =
        placedVerdictSummary(facts.catalog, facts.ownership, facts.relationships, 0.3);
    QCOMPARE(weaker.size(), counts.size() + 1);
    QCOMPARE(placedVerdictSummary(facts.catalog, facts.ownership, {}).size(), 0U);
}

void TestPlacedVerdict::words()
{
    QSet<QString> names;
    for (int i = 0; i <= static_cast<int>(PlacedVerdict::Unplaced); ++i) {
        const auto verdict = static_cast<PlacedVerdict>(i);
        names << placedVerdictName(verdict);
        QVERIFY(placedVerdictTitle(verdict).at(0).isUpper());
        QVERIFY(placedVerdictSentence(verdict).endsWith(QLatin1Char('.')));
    }
    QCOMPARE(names.size(), 6);
}

QTEST_GUILESS_MAIN(TestPlacedVerdict)
#include "tst_placed_verdict.moc"

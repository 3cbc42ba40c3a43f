// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The boundaries document: its words, who is inside whom, who is of one team.
#include "model/boundaries/boundaries.h"

#include <QTest>

using namespace cadastre;

namespace {

Boundaries company()
{
    Boundaries boundaries;
    const auto add = [&](const char* name, const char* owner, const char* parent = "") {
        Boundary boundary;
        boundary.owner = QString::fromUtf8(owner);
        boundary.parent = QString::fromUtf8(parent);
        boundaries.entries[QString::fromUtf8(name)] = boundary;
    };
    add("billing", "Money Team");
    add("ledger", "", "billing");
    add("dunning", "collectors", "billing");
    add("payments", " money team ");
    add("support", "");
    add("hotline", "");
    add("lost", "", "nowhere");
    add("hen", "", "egg");
    add("egg", "", "hen");
    return boundaries;
}

} // namespace

class TestBoundaries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsComeBack();
    void outermost_data();
    void outermost();
    void oneTeam_data();
    void oneTeam();
};

void TestBoundaries::wordsComeBack()
{
    for (int i = 0; i <= static_cast<int>(BoundaryKind::External); ++i) {
        const auto kind = static_cast<BoundaryKind>(i);
        QCOMPARE(boundaryKindFromName(boundaryKindName(kind)), std::optional(kind));
    }
    for (int i = 0; i <= static_cast<int>(Exposure::Replica); ++i) {
        const auto exposure = static_cast<Exposure>(i);
        QCOMPARE(exposureFromName(exposureName(exposure)), std::optional(exposure));
    }
    QSet<QString> titles;
    for (int i = 0; i <= static_cast<int>(CrossingChoice::MergeBoundaries); ++i) {
        const auto choice = static_cast<CrossingChoice>(i);
        QCOMPARE(crossingChoiceFromName(crossingChoiceName(choice)), std::optional(choice));
        titles.insert(crossingChoiceTitle(choice));
    }
    QCOMPARE(titles.size(), 5);
    QCOMPARE(crossingChoiceName(CrossingChoice::MergeBoundaries), QStringLiteral("merge"));
    QVERIFY(!boundaryKindFromName(u"Service"));
    QVERIFY(!exposureFromName(u"public"));
    QVERIFY(!crossingChoiceFromName(u""));
}

void TestBoundaries::outermost_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("outermost");
    QTest::newRow("none around") << QStringLiteral("billing") << QStringLiteral("billing");
    QTest::newRow("one around") << QStringLiteral("ledger") << QStringLiteral("billing");
    QTest::newRow("unknown parent") << QStringLiteral("lost") << QStringLiteral("lost");
    QTest::newRow("circle") << QStringLiteral("hen") << QStringLiteral("hen");
    QTest::newRow("unknown") << QStringLiteral("nobody") << QStringLiteral("nobody");
}

void TestBoundaries::outermost()
{
    QFETCH(QString, name);
    QTEST(outermostBoundary(company(), name), "outermost");
}

void TestBoundaries::oneTeam_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<bool>("isOne");
    const auto row = [](const char* first, const char* second, bool isOne) {
        QTest::addRow("%s and %s", first, second)
            << QString::fromUtf8(first) << QString::fromUtf8(second) << isOne;
    };
    row("billing", "billing", true);
    row("billing", "ledger", true);
    row("ledger", "dunning", true);
    row("billing", "payments", true);
    row("ledger", "payments", true);
    row("dunning", "payments", false);
    row("support", "hotline", false); // two of nobody are not of one team
    row("billing", "support", false);
    row("hen", "egg", false);
}

void TestBoundaries::oneTeam()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QTEST(areOfOneTeam(company(), first, second), "isOne");
    QTEST(areOfOneTeam(company(), second, first), "isOne");
}

QTEST_APPLESS_MAIN(TestBoundaries)
#include "tst_boundaries.moc"

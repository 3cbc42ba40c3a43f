// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Habits: sums of beliefs, and what is left of them when one column is left out.
#include "model/relations/engine/habits.h"

#include "tests/support/inference_fixture.h"

#include <QTest>

using namespace cadastre;
using test::EngineFixture;

class TestHabits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesOneOut_data();
    void leavesOneOut();
    void knowsTheBest();
    void addsUp();
    void proposesKeys();
    void keepsSchemasApart();
    void namesKinds_data();
    void namesKinds();
};

namespace {

constexpr const char* shop = R"(
users
  id bigint pk
teams
  id bigint pk
a
  owner_id bigint
b
  owner_id bigint
c
  owner_id bigint
d
  second_owner_id bigint
e
  colour_id bigint
s.f
  owner_id bigint
)";

/// "a.owner_id" believes in "users.id" with 0.5.
ColumnBelief belief(const EngineFixture& fixture, const char* child,
                    const QList<std::pair<QString, double>>& keys, bool known = false)
{
    ColumnBelief made;
    made.child = fixture.column(QString::fromLatin1(child));
    for (const auto& [key, probability] : keys)
        made.keys.push_back({fixture.column(key), probability});
    made.known = known;
    return made;
}

const QString users = QStringLiteral("users.id");
const QString teams = QStringLiteral("teams.id");

const HabitCount& ofName(const EngineFixture& fixture, const Habits& habits, const char* column)
{
    const ColumnId id = fixture.column(QString::fromLatin1(column));
    const int schema = fixture.catalog->table(fixture.catalog->column(id).table).schema.index;
    const auto found = habits.byName.constFind({schema, fixture.profile.columns[id.index].name});
    if (found == habits.byName.constEnd())
        qFatal("nothing of the name of %s", column);
    return *found;
}

} // namespace

/// Three columns of one name; what the two others say at most must not depend on their order.
void TestHabits::leavesOneOut_data()
{
    QTest::addColumn<QList<double>>("probabilities");
    QTest::newRow("ascending") << QList<double>{0.2, 0.5, 0.9};
    QTest::newRow("descending") << QList<double>{0.9, 0.5, 0.2};
    QTest::newRow("largest between") << QList<double>{0.5, 0.9, 0.2};
    QTest::newRow("equal") << QList<double>{0.5, 0.5, 0.5};
    QTest::newRow("two largest") << QList<double>{0.9, 0.1, 0.9};
    QTest::newRow("nothing") << QList<double>{0, 0, 0};
}

void TestHabits::leavesOneOut()
{
    QFETCH(QList<double>, probabilities);
    const EngineFixture fixture(shop);
    const QStringList children{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
    std::vector<ColumnBelief> beliefs;
    for (int i = 0; i < 3; ++i)
        beliefs.push_back(belief(fixture, qPrintable(children[i] + QStringLiteral(".owner_id")),
                                 {{users, probabilities[i]}}));
    const Habits habits = learnHabits(fixture.profile, beliefs);
    const KeyHabit habit = ofName(fixture, habits, "a.owner_id").keys.value(fixture.column(users));
    for (int i = 0; i < 3; ++i) {
        const double others = std::max(probabilities[(i + 1) % 3], probabilities[(i + 2) % 3]);
        QCOMPARE(habit.strongestBut(beliefs[i].child), others);
    }
    const double all = *std::ranges::max_element(probabilities);
    QCOMPARE(habit.strongestBut(fixture.column(QStringLiteral("e.colour_id"))), all);
}

void TestHabits::knowsTheBest()
{
    const EngineFixture fixture(shop);
    QVERIFY(!belief(fixture, "a.owner_id", {}).best());
    const ColumnBelief two = belief(fixture, "a.owner_id", {{users, 0.3}, {teams, 0.4}});
    QCOMPARE(two.best()->first, fixture.column(teams));
    const ColumnBelief equal = belief(fixture, "a.owner_id", {{users, 0.4}, {teams, 0.4}});
    QCOMPARE(equal.best()->first, fixture.column(users)); // the first
}

void TestHabits::addsUp()
{
    const EngineFixture fixture(shop);
    const Habits habits =
        learnHabits(fixture.profile, {belief(fixture, "a.owner_id", {{users, 0.5}, {teams, 0.2}}),
                                      belief(fixture, "b.owner_id", {{teams, 0.4}}),
                                      belief(fixture, "c.owner_id", {}),
                                      belief(fixture, "d.second_owner_id", {{users, 1}}, true)});
    const HabitCount& owners = ofName(fixture, habits, "a.owner_id");
    QCOMPARE(owners.columns, 3.0);
    QCOMPARE(owners.withCandidates, 2.0);
    QCOMPARE(owners.references, 0.5 + 0.2 + 0.4);
    QCOMPARE(owners.sure, 1.0); // 0.7 is more than half, 0.4 is not
    QCOMPARE(owners.keys.value(fixture.column(users)).best, 1.0);
    QCOMPARE(owners.keys.value(fixture.column(teams)).best, 1.0);
    QCOMPARE(owners.keys.value(fixture.column(teams)).expected, 0.2 + 0.4);
    QCOMPARE(habits.references.value(fixture.column(users)), 1.5);
    QCOMPARE(habits.knownByName.size(), 1);
    QCOMPARE(habits.knownBySchema.cbegin()->columns, 1.0);
    QCOMPARE(habits.beliefs.size(), 4);
}

void TestHabits::proposesKeys()
{
    const EngineFixture fixture(shop);
    const Habits habits = learnHabits(
        fixture.profile,
        {belief(fixture, "a.owner_id", {{users, 0.9}, {teams, 0.05}}),
         belief(fixture, "b.owner_id", {{users, 0.9}}), belief(fixture, "c.owner_id", {}),
         belief(fixture, "d.second_owner_id", {}), belief(fixture, "e.colour_id", {})});
    const auto keys = [&](const char* column) {
        QStringList names = fixture.names(
            habits.keysOfName(fixture.profile, fixture.column(QString::fromLatin1(column))));
        names.removeDuplicates();
        return names;
    };
    QCOMPARE(keys("c.owner_id"), QStringList{users});
    QCOMPARE(keys("d.second_owner_id"), QStringList{users}); // by its last word
    QCOMPARE(keys("e.colour_id"), QStringList());
}

void TestHabits::keepsSchemasApart()
{
    const EngineFixture fixture(shop);
    const Habits habits =
        learnHabits(fixture.profile, {belief(fixture, "a.owner_id", {{users, 0.9}}),
                                      belief(fixture, "s.f.owner_id", {})});
    QVERIFY(
        habits.keysOfName(fixture.profile, fixture.column(QStringLiteral("s.f.owner_id"))).empty());
    QCOMPARE(ofName(fixture, habits, "a.owner_id").columns, 1.0);
}

void TestHabits::namesKinds_data()
{
    QTest::addColumn<QString>("last");
    QTest::addColumn<QString>("first");
    QTest::addColumn<bool>("person");
    QTest::newRow("customer_id") << "customer"
                                 << "customer" << false;
    QTest::newRow("billing_address_id") << "address"
                                        << "billing" << false;
    QTest::newRow("colour") << "colour"
                            << "" << false;
    QTest::newRow("id") << ""
                        << "" << false;
    QTest::newRow("___") << ""
                         << "" << false;
    QTest::newRow("created_by") << "by"
                                << "created" << true;
    QTest::newRow("reviewer_id") << "reviewer"
                                 << "reviewer" << true;
    QTest::newRow("the_default_colour") << "colour"
                                        << "" << false;
}

void TestHabits::namesKinds()
{
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const EngineFixture fixture(
        QStringLiteral(
            "t\n  %1 bigint\n  %1_uuid text\nwords\n  customer text\n  billing text\n"
            "  address text\n  colour text\n  created text\n  by text\n  reviewer text\n")
            .arg(name));
    const ColumnId column{fixture.catalog->firstColumn(fixture.table(QStringLiteral("t"))).index};
    const auto looseOf = [&](const QString& word) {
        return word.isEmpty()
                   ? -1
                   : fixture.profile.vocabulary[fixture.profile.vocabulary.find(word)].loose;
    };
    QFETCH(QString, last);
    QFETCH(QString, first);
    QCOMPARE(lastCoreWord(fixture.profile, column), looseOf(last));
    QCOMPARE(firstCoreWord(fixture.profile, column), looseOf(first));
    QTEST(namesPersonRole(fixture.profile, column), "person");
    // another mark or another type is another kind
    QVERIFY(markOf(fixture.profile, column) != markOf(fixture.profile, ColumnId{column.index + 1}));
}

QTEST_APPLESS_MAIN(TestHabits)
#include "tst_habits.moc"

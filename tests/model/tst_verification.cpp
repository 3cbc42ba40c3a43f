// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a check with data says in words, and what it does to a relationship: it vetoes and ranks, it
// never makes certain, and decisions stand.
#include "model/relations/count_text.h"
#include "model/relations/verification.h"

#include <QTest>

using namespace cadastre;

namespace {

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

TargetVerification target(qint64 found, qint64 rows, const char* type = "", bool hasTable = true)
{
    return {text(type), rows, found, {}, hasTable, 0};
}

/// Every row was looked at.
Verification whole(std::vector<TargetVerification> targets, qint64 nulls = 0,
                   std::vector<SentinelCount> sentinels = {})
{
    Verification verification;
    verification.complete = true;
    verification.nulls = verification.sampledRows = nulls;
    for (const TargetVerification& one : targets)
        verification.sampledRows += one.rows;
    for (const SentinelCount& one : sentinels)
        verification.sampledRows += one.rows;
    verification.targets = std::move(targets);
    verification.sentinels = std::move(sentinels);
    return verification;
}

Verification sampled(qint64 found, qint64 rows, std::optional<double> total)
{
    Verification verification = whole({target(found, rows)});
    verification.complete = false;
    verification.approxTotal = total;
    return verification;
}

Verification failed(const char* sentence)
{
    Verification verification;
    verification.failure = text(sentence);
    return verification;
}

Relationship guess(double confidence, RelationshipOrigin origin = RelationshipOrigin::Inferred)
{
    Relationship relationship;
    relationship.origin = origin;
    relationship.confidence = confidence;
    relationship.targets = {{TableId{0}, {ColumnId{0}}, {}}};
    relationship.evidence = {{text("name"), 2, text("the name fits")},
                             {text("type"), 0.1, text("the type fits")}};
    return relationship;
}

} // namespace

class tst_Verification : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts()
    {
        QCOMPARE(groupedDigits(0), text("0"));
        QCOMPARE(groupedDigits(999), text("999"));
        QCOMPARE(groupedDigits(1000), text("1,000"));
        QCOMPARE(groupedDigits(-1234567), text("-1,234,567"));
        QCOMPARE(groupedDigits(-123), text("-123"));
        QCOMPARE(approximateCount(0), text("0"));
        QCOMPARE(approximateCount(954), text("950"));
        QCOMPARE(approximateCount(12345), text("12,000"));
        QCOMPARE(approximateCount(996000), text("1 million"));
        QCOMPARE(approximateCount(2123456), text("2.1 million"));
        QCOMPARE(approximateCount(34567890), text("35 million"));
        QCOMPARE(approximateCount(3.2e9), text("3.2 billion"));
        QCOMPARE(percentText(1, 1), text("100 %"));
        QCOMPARE(percentText(99999, 100000), text("99.9 %"));
        QCOMPARE(percentText(1, 100000), text("less than 0.1 %"));
        QCOMPARE(percentText(0, 10), text("0.0 %"));
        QCOMPARE(countedNoun(1, text("row"), text("rows")), text("1 row"));
    }

    void sentences_data()
    {
        QTest::addColumn<Verification>("verification");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const Verification& verification,
                            const char* expected) {
            QTest::newRow(name) << verification << text(expected);
        };
        Verification large = sampled(9868, 10000, 2.1e6);
        large.sentinels = {{text("0"), 12}};
        row("sample", large,
            "98.6 % of 10,000 sampled values (of about 2.1 million rows) exist in the parent; "
            "132 orphans; 12 rows with 0");
        row("unknown size", sampled(10, 10, {}), "100 % of 10 sampled values exist in the parent");
        row("whole", whole({target(1495, 1502)}, 28),
            "99.5 % of all 1,502 values exist in the parent; 7 orphans; 28 rows without a value");
        row("one", whole({target(0, 1)}), "0.0 % of the one value exist in the parent; 1 orphan");
        row("empty", whole({target(0, 0)}), "the table is empty");
        row("only nulls", whole({target(0, 0)}, 3),
            "no values to compare in 3 rows; 3 rows without a value");
        row("empty text", whole({target(1, 1)}, 0, {{QString(), 2}}),
            "100 % of the one value exist in the parent; 2 rows with an empty text");
        row("polymorphic",
            whole({target(199, 204, "order"), target(98, 98, "ticket"),
                   target(0, 20, "voucher", false), target(0, 1, "", false)}),
            "98.3 % of all 302 values exist in their parents; 5 orphans (order 5); 20 rows of "
            "\"voucher\", for which there is no table; 1 row without a type");
        row("failed", failed("Not checked: no."), "Not checked: no.");
    }

    void sentences()
    {
        QFETCH(Verification, verification);
        QFETCH(QString, expected);
        QCOMPARE(verificationSentence(verification), expected);
    }

    void confidence_data()
    {
        QTest::addColumn<double>("before");
        QTest::addColumn<Verification>("verification");
        QTest::addColumn<double>("atLeast");
        QTest::addColumn<double>("atMost");
        const auto row = [](const char* name, double before, const Verification& verification,
                            double atLeast, double atMost) {
            QTest::newRow(name) << before << verification << atLeast << atMost;
        };
        row("all found", 0.8, sampled(10000, 10000, 1e6), 0.9, 0.98);
        row("a few orphans are usual", 0.8, sampled(9900, 10000, 1e6), 0.85, 0.98);
        row("an archived parent", 0.8, whole({target(210, 228)}), 0.8, 0.9);
        row("many orphans", 0.8, sampled(6000, 10000, 1e6), 0.3, 0.6);
        row("nearly none found", 0.95, sampled(500, 10000, 1e6), 0, 0.1);
        row("never certain", 0.97, sampled(10000, 10000, 1e6), 0.97, 0.98);
        row("what was surer stays", 0.995, sampled(10000, 10000, 1e6), 0.995, 0.9951);
        row("a weak guess stays weak", 0.2, sampled(10000, 10000, 1e6), 0.3, 0.6);
        row("few values say little", 0.5, whole({target(3, 3)}), 0.5, 0.6);
        Verification fewKinds = sampled(10000, 10000, 1e6);
        fewKinds.targets.front().distinctFound = 3;
        row("few different values say little", 0.5, fewKinds, 0.5, 0.65);
        Verification manyKinds = fewKinds;
        manyKinds.targets.front().distinctFound = 4000;
        row("many different values say much", 0.5, manyKinds, 0.8, 0.9);
        row("few orphans say little", 0.5, whole({target(0, 1)}), 0.3, 0.5);
        row("nothing to compare", 0.7, whole({target(0, 0)}, 10), 0.7, 0.7);
        row("only sentinels", 0.7, whole({target(0, 0)}, 0, {{text("0"), 9}}), 0.7, 0.7);
        row("not checked", 0.7, failed("Not checked."), 0.7, 0.7);
        row("types without tables do not count", 0.8,
            whole({target(1000, 1000, "a"), target(0, 5000, "b", false)}), 0.9, 0.98);
    }

    void confidence()
    {
        QFETCH(double, before);
        QFETCH(Verification, verification);
        QFETCH(double, atLeast);
        QFETCH(double, atMost);
        const Relationship checked = withVerification(guess(before), verification);
        QVERIFY2(checked.confidence >= atLeast && checked.confidence <= atMost,
                 qPrintable(QString::number(checked.confidence)));
        QCOMPARE(checked.evidence.size(), std::size_t(3));
    }

    void decisionsStand()
    {
        for (const auto origin : {RelationshipOrigin::Declared, RelationshipOrigin::Confirmed,
                                  RelationshipOrigin::Added, RelationshipOrigin::Rejected}) {
            const Relationship checked = withVerification(guess(1, origin), sampled(0, 10000, 1e6));
            QCOMPARE(checked.confidence, 1.0);
            QCOMPARE(checked.evidence.size(), std::size_t(3));
        }
    }

    void evidenceIsOrderedAndReplaced()
    {
        const Relationship good = withVerification(guess(0.8), sampled(10000, 10000, 1e6));
        QCOMPARE(good.evidence[1].signal, text("data"));
        QCOMPARE(good.evidence[1].sentence,
                 text("100 % of 10,000 sampled values (of about 1 million rows) exist in the "
                      "parent"));
        const Relationship bad = withVerification(good, sampled(0, 10000, 1e6));
        QCOMPARE(bad.evidence.size(), std::size_t(3));
        QCOMPARE(bad.evidence[0].signal, text("data"));
        QVERIFY(bad.confidence < 0.05);
        const Relationship unknown = withVerification(bad, failed("Not checked."));
        QCOMPARE(unknown.evidence[2].sentence, text("Not checked."));
        QVERIFY(std::abs(unknown.confidence - 0.8) < 0.01);
    }
};

QTEST_APPLESS_MAIN(tst_Verification)
#include "tst_verification.moc"

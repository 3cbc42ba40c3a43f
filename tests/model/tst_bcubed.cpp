// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The measure against cases that were worked out by hand.
#include "tests/support/bcubed.h"

#include <QTest>

using cadastre::test::bcubed;
using cadastre::test::BcubedScore;
using Groups = std::vector<int>;

class TestBcubed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scores_data()
    {
        QTest::addColumn<Groups>("proposed");
        QTest::addColumn<Groups>("truth");
        QTest::addColumn<double>("precision");
        QTest::addColumn<double>("recall");
        QTest::addColumn<double>("f");
        QTest::newRow("the same, numbered otherwise")
            << Groups{7, 7, 3, 3} << Groups{0, 0, 1, 1} << 1.0 << 1.0 << 1.0;
        QTest::newRow("all in one")
            << Groups{0, 0, 0, 0} << Groups{0, 0, 1, 1} << 0.5 << 1.0 << 2.0 / 3;
        QTest::newRow("each alone")
            << Groups{0, 1, 2, 3} << Groups{0, 0, 1, 1} << 1.0 << 0.5 << 2.0 / 3;
        QTest::newRow("unassigned are alone, not together")
            << Groups{-1, -1, -1, -1} << Groups{0, 0, 1, 1} << 1.0 << 0.5 << 2.0 / 3;
        QTest::newRow(
            "a stray one") // precision (3 * 3/4 + 1/4 + 1) / 5, recall (3 + 1/2 + 1/2) / 5
            << Groups{0, 0, 0, 0, 1} << Groups{0, 0, 0, 1, 1} << 0.7 << 0.8 << 2 * 0.7 * 0.8 / 1.5;
        QTest::newRow("one thing") << Groups{-1} << Groups{4} << 1.0 << 1.0 << 1.0;
    }

    void scores()
    {
        QFETCH(Groups, proposed);
        QFETCH(Groups, truth);
        const BcubedScore score = bcubed(proposed, truth);
        QTEST(score.precision, "precision");
        QTEST(score.recall, "recall");
        QTEST(score.f, "f");
    }

    void nothing() { QCOMPARE(bcubed({}, {}), BcubedScore{}); }
};

QTEST_APPLESS_MAIN(TestBcubed)

#include "tst_bcubed.moc"

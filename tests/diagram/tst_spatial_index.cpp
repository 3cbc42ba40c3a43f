// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/spatial_index.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace cadastre;

class TestSpatialIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatTouches();
    void emptyFindsNothing();
    void agreesWithLookingAtEverything_data();
    void agreesWithLookingAtEverything();
};

void TestSpatialIndex::findsWhatTouches()
{
    const SpatialIndex index({QRectF(0, 0, 10, 10), QRectF(20, 0, 10, 10), QRectF(0, 20, 100, 5)});
    QCOMPARE(index.intersecting({5, 5, 2, 2}), std::vector<int>({0}));
    QCOMPARE(index.intersecting({5, 5, 20, 20}), std::vector<int>({0, 1, 2}));
    QCOMPARE(index.intersecting({10, 0, 0, 0}), std::vector<int>({0}));
    QVERIFY(index.intersecting({11, 0, 8, 10}).empty());
    QVERIFY(index.intersecting({-50, -50, 10, 10}).empty());
    QVERIFY(index.intersecting({500, 500, 10, 10}).empty());
}

void TestSpatialIndex::emptyFindsNothing()
{
    QVERIFY(SpatialIndex().intersecting({0, 0, 10, 10}).empty());
    QVERIFY(SpatialIndex(std::vector<QRectF>{}).intersecting({0, 0, 10, 10}).empty());
}

void TestSpatialIndex::agreesWithLookingAtEverything_data()
{
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("height");
    QTest::newRow("square") << 5000.0 << 5000.0;
    QTest::newRow("strip") << 50000.0 << 10.0;
    QTest::newRow("column") << 1.0 << 90000.0;
}

void TestSpatialIndex::agreesWithLookingAtEverything()
{
    QFETCH(double, width);
    QFETCH(double, height);
    QRandomGenerator random(20140301);
    const auto randomRect = [&](double largest) {
        return QRectF(random.bounded(width), random.bounded(height), random.bounded(largest),
                      random.bounded(largest));
    };
    std::vector<QRectF> rectangles;
    for (int i = 0; i < 400; ++i)
        rectangles.push_back(randomRect(i % 50 == 0 ? 3000 : 200));
    const SpatialIndex index(rectangles);
    for (int i = 0; i < 100; ++i) {
        const QRectF area = randomRect(1500);
        std::vector<int> expected;
        for (int item = 0; item < int(rectangles.size()); ++item) {
            const QRectF& r = rectangles[item];
            if (r.left() <= area.right() && area.left() <= r.right() && r.top() <= area.bottom() &&
                area.top() <= r.bottom())
                expected.push_back(item);
        }
        QCOMPARE(index.intersecting(area), expected);
    }
}

QTEST_GUILESS_MAIN(TestSpatialIndex)
#include "tst_spatial_index.moc"

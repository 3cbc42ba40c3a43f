// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/layout_free_place.h"
#include "diagram/layout_map.h"
#include "diagram/layout_packing.h"

#include <QtTest>

#include <random>

using namespace cadastre;

namespace {

std::vector<QSizeF> someSizes(int count, unsigned seed)
{
    std::mt19937 random(seed);
    std::vector<QSizeF> sizes;
    for (int i = 0; i < count; ++i)
        sizes.emplace_back(80 + random() % 300, 40 + random() % 500);
    return sizes;
}

/// Whether any two keep less than `spacing` from each other.
bool tooClose(const std::vector<QRectF>& rects, double spacing)
{
    for (std::size_t i = 0; i < rects.size(); ++i) {
        for (std::size_t k = i + 1; k < rects.size(); ++k) {
            const double keep = spacing - 1; // places of a map are whole pixels
            if (rects[i].adjusted(-keep, -keep, keep, keep).intersects(rects[k]))
                return true;
        }
    }
    return false;
}

std::vector<QRectF> rectsOf(const Packing& packing, const std::vector<QSizeF>& sizes)
{
    std::vector<QRectF> rects;
    for (std::size_t i = 0; i < sizes.size(); ++i)
        rects.emplace_back(packing.positions[i], sizes[i]);
    return rects;
}

} // namespace

class TestLayoutPacking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void packsWithoutOverlap_data();
    void packsWithoutOverlap();
    void mapKeepsNeighbours();
    void mapChoosesForms();
    void findsTheNearestPlace();
    void fillsHolesOnly();
};

void TestLayoutPacking::packsWithoutOverlap_data()
{
    QTest::addColumn<int>("count");
    for (int count : {1, 2, 9, 30, 150})
        QTest::addRow("%d", count) << count;
}

void TestLayoutPacking::packsWithoutOverlap()
{
    QFETCH(int, count);
    const auto sizes = someSizes(count, static_cast<unsigned>(count));
    double area = 0;
    for (const QSizeF& size : sizes)
        area += size.width() * size.height();
    for (const Packing& packing : {packBoxes(sizes, 20, 1.6), packGrid(sizes, 20, 1.6)}) {
        const auto rects = rectsOf(packing, sizes);
        QVERIFY(!tooClose(rects, 20));
        for (const QRectF& rect : rects)
            QVERIFY(QRectF(QPointF(0, 0), packing.size).contains(rect));
        if (count >= 30) {
            const double aspect = packing.size.width() / packing.size.height();
            QVERIFY2(aspect > 1.1 && aspect < 2.3, qPrintable(QString::number(aspect)));
            QVERIFY(area / (packing.size.width() * packing.size.height()) > 0.5);
        }
    }
    std::vector<std::vector<QSizeF>> forms;
    std::vector<QPointF> centres;
    std::mt19937 random(3);
    for (const QSizeF& size : sizes) {
        forms.push_back({size, size.transposed()});
        centres.emplace_back(random() % 1000, random() % 1000);
    }
    const auto places = arrangeMaps(forms, centres, 30, {1.6}).front();
    std::vector<QRectF> rects;
    for (std::size_t i = 0; i < places.size(); ++i) {
        QCOMPARE(places[i].rect.size(), forms[i][places[i].shape]);
        rects.push_back(places[i].rect);
    }
    QVERIFY(!tooClose(rects, 30));
}

void TestLayoutPacking::mapKeepsNeighbours()
{
    const std::vector<std::vector<QSizeF>> sizes(4, {QSizeF(100, 100)});
    const auto places =
        arrangeMaps(sizes, {{0, 0}, {500, 10}, {0, 490}, {510, 500}}, 20, {1}).front();
    QVERIFY(places[0].rect.right() < places[1].rect.left());
    QVERIFY(places[2].rect.right() < places[3].rect.left());
    QVERIFY(places[0].rect.bottom() < places[2].rect.top());
    QVERIFY(places[1].rect.bottom() < places[3].rect.top());
}

void TestLayoutPacking::mapChoosesForms()
{
    const std::vector<QSizeF> forms{{100, 300}, {300, 100}};
    const auto places = arrangeMaps({forms, forms}, {{0, 0}, {0, 100}}, 0, {1.5}).front();
    QCOMPARE(places[0].rect.size(), QSizeF(300, 100));
    QCOMPARE(places[1].rect.size(), QSizeF(300, 100));
    QVERIFY(places[0].rect.top() < places[1].rect.top());
}

void TestLayoutPacking::findsTheNearestPlace()
{
    const std::vector<QRectF> obstacles{{0, 0, 100, 100}, {0, 110, 100, 100}};
    QCOMPARE(nearestFreePlace({20, 20}, {300, 300}, obstacles, 10), QPointF(290, 290));
    QCOMPARE(nearestFreePlace({20, 20}, {90, 50}, obstacles, 10), QPointF(110, 40));
    const QRectF found(nearestFreePlace({50, 50}, {50, 105}, obstacles, 10), QSizeF(50, 50));
    for (const QRectF& obstacle : obstacles)
        QVERIFY(!found.adjusted(-9, -9, 9, 9).intersects(obstacle));
}

void TestLayoutPacking::fillsHolesOnly()
{
    const std::vector<QRectF> placed{{0, 0, 100, 400}, {200, 0, 100, 100}};
    const auto places = fillHoles(placed, {{100, 100}, {100, 100}, {100, 100}, {150, 50}}, 40, 20);
    QCOMPARE(places[0], std::optional(QPointF(200, 120)));
    QCOMPARE(places[1], std::optional(QPointF(200, 240)));
    QVERIFY(!places[2]); // no room below
    QVERIFY(!places[3]); // too wide
}

QTEST_GUILESS_MAIN(TestLayoutPacking)
#include "tst_layout_packing.moc"

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/view_transform.h"

#include <QtTest>

using namespace cadastre;

class TestViewTransform : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thereAndBack();
    void zoomKeepsThePointUnderThePointer();
    void zoomHasLimits();
    void fittingShowsEverythingInTheMiddle_data();
    void fittingShowsEverythingInTheMiddle();
};

void TestViewTransform::thereAndBack()
{
    const ViewTransform view = ViewTransform().withScale(0.3).pannedBy({17, -40});
    const QPointF scene(123, 456);
    QVERIFY((view.toScene(view.toScreen(scene)) - scene).manhattanLength() < 1e-9);
    QCOMPARE(view.visible({600, 300}).size(), QSizeF(2000, 1000));
}

void TestViewTransform::zoomKeepsThePointUnderThePointer()
{
    const ViewTransform before = ViewTransform().withScale(0.5).pannedBy({10, 20});
    const QPointF pointer(300, 200);
    const ViewTransform after = before.zoomedAt(pointer, 1.7);
    QVERIFY((after.toScene(pointer) - before.toScene(pointer)).manhattanLength() < 1e-9);
    QVERIFY(qAbs(after.scale() - 0.85) < 1e-9);
}

void TestViewTransform::zoomHasLimits()
{
    const QPointF pointer(300, 200);
    const ViewTransform near = ViewTransform().zoomedAt(pointer, 1e9);
    const ViewTransform far = ViewTransform().zoomedAt(pointer, 1e-9);
    QCOMPARE(near.scale(), ViewTransform::maxScale);
    QCOMPARE(far.scale(), ViewTransform::minScale);
    QVERIFY((far.toScene(pointer) - pointer).manhattanLength() < 1e-6);
}

void TestViewTransform::fittingShowsEverythingInTheMiddle_data()
{
    QTest::addColumn<QRectF>("scene");
    QTest::addColumn<QSizeF>("window");
    QTest::newRow("wide") << QRectF(-50, 10, 5000, 100) << QSizeF(800, 600);
    QTest::newRow("tall") << QRectF(0, 0, 100, 5000) << QSizeF(800, 600);
    QTest::newRow("small") << QRectF(7, 7, 20, 20) << QSizeF(800, 600);
    QTest::newRow("tiny window") << QRectF(0, 0, 1000, 1000) << QSizeF(10, 10);
    QTest::newRow("nothing") << QRectF() << QSizeF(800, 600);
}

void TestViewTransform::fittingShowsEverythingInTheMiddle()
{
    QFETCH(QRectF, scene);
    QFETCH(QSizeF, window);
    const ViewTransform view = ViewTransform::fitting(scene, window);
    QVERIFY(view.scale() <= 1);
    if (window.width() > 100)
        QVERIFY(view.visible(window).contains(scene) || scene.isEmpty());
    QVERIFY((view.visible(window).center() - scene.center()).manhattanLength() < 1e-6);
}

QTEST_GUILESS_MAIN(TestViewTransform)
#include "tst_view_transform.moc"

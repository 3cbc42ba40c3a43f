// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/pixel_canvas.h"

#include <QtTest>

#include <array>

using namespace cadastre;

class TestPixelCanvas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fillsExactlyTheRectangle();
    void clipsWhatIsOutside_data();
    void clipsWhatIsOutside();
    void cornersAreRound();
    void linesAreOnePixelAndSquareWithoutRadius();
    void bendsStayInsideTheirCorner();
    void dashesLeaveGaps();
    void dashesAreTheSameWhereverTheLineBegins_data();
    void dashesAreTheSameWhereverTheLineBegins();

private:
    [[nodiscard]] int painted() const;
    [[nodiscard]] bool isPainted(int x, int y) const { return m_image.pixel(x, y) == ink; }

    static constexpr QRgb ink = 0xff000000;
    static constexpr QRgb paper = 0xffffffff;
    QImage m_image;
};

void TestPixelCanvas::init()
{
    m_image = QImage(100, 80, QImage::Format_RGB32);
    m_image.fill(paper);
}

int TestPixelCanvas::painted() const
{
    int count = 0;
    for (int y = 0; y < m_image.height(); ++y)
        for (int x = 0; x < m_image.width(); ++x)
            count += m_image.pixel(x, y) != paper;
    return count;
}

void TestPixelCanvas::fillsExactlyTheRectangle()
{
    PixelCanvas(m_image).fill({10, 20, 30, 5}, ink);
    QCOMPARE(painted(), 150);
    QVERIFY(isPainted(10, 20) && isPainted(39, 24));
    QVERIFY(!isPainted(40, 24) && !isPainted(39, 25) && !isPainted(9, 20));
}

void TestPixelCanvas::clipsWhatIsOutside_data()
{
    QTest::addColumn<QRect>("rect");
    QTest::addColumn<int>("count");
    QTest::newRow("left") << QRect(-10, 0, 15, 1) << 5;
    QTest::newRow("right") << QRect(95, 0, 500, 1) << 5;
    QTest::newRow("far") << QRect(500, 500, 10, 10) << 0;
    QTest::newRow("all") << QRect(-100000, -100000, 200100, 200100) << 8000;
    QTest::newRow("empty") << QRect(5, 5, 0, 10) << 0;
    QTest::newRow("negative") << QRect(QPoint(5, 5), QSize(-3, -3)) << 0;
}

void TestPixelCanvas::clipsWhatIsOutside()
{
    QFETCH(QRect, rect);
    QFETCH(int, count);
    PixelCanvas canvas(m_image);
    canvas.fill(rect, ink);
    QCOMPARE(painted(), count);
    // Nothing of these may write outside of the image; sanitizers watch.
    canvas.fillRounded(rect, 8, ink);
    canvas.outline(rect, {ink, 2, 8, 0, 0});
}

void TestPixelCanvas::cornersAreRound()
{
    PixelCanvas(m_image).fillRounded({10, 10, 40, 40}, 10, ink);
    QVERIFY(!isPainted(10, 10) && !isPainted(49, 10) && !isPainted(10, 49) && !isPainted(49, 49));
    QVERIFY(isPainted(30, 10) && isPainted(10, 30) && isPainted(30, 49) && isPainted(30, 30));
    PixelCanvas(m_image).fillRounded({60, 10, 30, 40}, 10, ink, PixelCanvas::Corners::Upper);
    QVERIFY(!isPainted(60, 10) && !isPainted(89, 10));
    QVERIFY(isPainted(60, 49) && isPainted(89, 49));
}

void TestPixelCanvas::linesAreOnePixelAndSquareWithoutRadius()
{
    const std::array points{QPointF(10.2, 10.7), QPointF(50.9, 10.1), QPointF(50.9, 30.4)};
    PixelCanvas(m_image).polyline(points, {ink, 1, 0, 0, 0});
    QCOMPARE(painted(), 41 + 20);
    QVERIFY(isPainted(10, 10) && isPainted(50, 10) && isPainted(50, 30));
}

void TestPixelCanvas::bendsStayInsideTheirCorner()
{
    const std::array points{QPointF(10, 10), QPointF(50, 10), QPointF(50, 50)};
    PixelCanvas(m_image).polyline(points, {ink, 1, 8, 0, 0});
    QVERIFY(!isPainted(50, 10));
    QVERIFY(isPainted(30, 10) && isPainted(50, 40));
    for (int y = 0; y < m_image.height(); ++y)
        for (int x = 0; x < m_image.width(); ++x)
            QVERIFY(m_image.pixel(x, y) == paper || (x >= 10 && x <= 51 && y >= 9 && y <= 50));
}

void TestPixelCanvas::dashesLeaveGaps()
{
    const std::array points{QPointF(0, 10), QPointF(60, 10)};
    PixelCanvas(m_image).polyline(points, {ink, 1, 0, 3, 3});
    QVERIFY(painted() > 25 && painted() < 42);
    const std::array slanted{QPointF(0, 20), QPointF(60, 60)};
    PixelCanvas(m_image).polyline(slanted, {ink, 1, 0, 0, 0});
    QVERIFY(isPainted(30, 40));
}

void TestPixelCanvas::dashesAreTheSameWhereverTheLineBegins_data()
{
    QTest::addColumn<QPointF>("from");
    QTest::addColumn<QPointF>("to");
    QTest::newRow("to the right") << QPointF(-301, 40) << QPointF(400, 40);
    QTest::newRow("to the left") << QPointF(333, 41) << QPointF(-200, 41);
    QTest::newRow("down") << QPointF(50, -207) << QPointF(50, 500);
    QTest::newRow("up") << QPointF(51, 300) << QPointF(51, -190);
    QTest::newRow("ends inside") << QPointF(-100, 20) << QPointF(33, 20);
    QTest::newRow("above") << QPointF(-100, -5) << QPointF(300, -5);
    QTest::newRow("beside") << QPointF(150, 20) << QPointF(300, 20);
}

/// The image is a cut of a larger one.
void TestPixelCanvas::dashesAreTheSameWhereverTheLineBegins()
{
    QFETCH(QPointF, from);
    QFETCH(QPointF, to);
    const QPoint shift(1000, 1000);
    for (const int width : {1, 2, 3}) {
        const PixelPen pen{ink, width, 0, 7, 4};
        QImage large(2000, 2000, QImage::Format_RGB32);
        large.fill(paper);
        m_image.fill(paper);
        PixelCanvas(m_image).polyline(std::array{from, to}, pen);
        PixelCanvas(large).polyline(std::array{from + shift, to + shift}, pen);
        QCOMPARE(m_image, large.copy(QRect(shift, m_image.size())));
    }
}

QTEST_GUILESS_MAIN(TestPixelCanvas)
#include "tst_pixel_canvas.moc"

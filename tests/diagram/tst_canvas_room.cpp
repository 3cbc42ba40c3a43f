// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The room that legends, minimap and hints leave on the canvas.
#include "diagram/canvas_room.h"

#include <QTest>

#include <algorithm>

using namespace cadastre;

class TestCanvasRoom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roomsTouchNoSheet_data();
    void roomsTouchNoSheet();
    void allOfItWithoutSheets();
    void shifts_data();
    void shifts();
};

using Sheets = std::vector<QRectF>;
Q_DECLARE_METATYPE(Sheets)

void TestCanvasRoom::roomsTouchNoSheet_data()
{
    QTest::addColumn<Sheets>("sheets");
    QTest::addColumn<QRectF>("inside"); // of one of the rooms
    const QRectF minimap(790, 10, 200, 150);
    const QRectF lines(760, 450, 230, 140);
    const QRectF colours(10, 500, 120, 90);
    QTest::newRow("a corner: beside it") << Sheets{minimap} << QRectF(0, 0, 780, 600);
    QTest::newRow("a corner: below it") << Sheets{minimap} << QRectF(0, 170, 1000, 430);
    QTest::newRow("three corners: between them")
        << Sheets{minimap, lines, colours} << QRectF(0, 170, 1000, 270);
    QTest::newRow("three corners: the middle")
        << Sheets{minimap, lines, colours} << QRectF(140, 0, 610, 600);
}

void TestCanvasRoom::roomsTouchNoSheet()
{
    QFETCH(Sheets, sheets);
    QFETCH(QRectF, inside);
    const std::vector<QRectF> rooms = freeRooms({1000, 600}, sheets);
    QVERIFY(std::any_of(rooms.begin(), rooms.end(),
                        [&](const QRectF& room) { return room.contains(inside); }));
    for (const QRectF& room : rooms) {
        QVERIFY(QRectF(0, 0, 1000, 600).contains(room));
        for (const QRectF& sheet : sheets)
            QVERIFY(!room.intersects(sheet));
        for (const QRectF& other : rooms)
            QVERIFY(room == other || !room.contains(other)); // only the largest
    }
}

void TestCanvasRoom::allOfItWithoutSheets()
{
    const std::vector<QRectF> rooms = freeRooms({1000, 600}, {});
    QCOMPARE(rooms.size(), std::size_t(1));
    QCOMPARE(rooms.front(), QRectF(0, 0, 1000, 600));
    QVERIFY(freeRooms({1000, 600}, {QRectF(0, 0, 1000, 600)}).empty());
}

void TestCanvasRoom::shifts_data()
{
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<double>("shift");
    QTest::newRow("inside") << 20.0 << 80.0 << 0.0;
    QTest::newRow("before") << -20.0 << 30.0 << 30.0;
    QTest::newRow("behind") << 80.0 << 130.0 << -30.0;
    QTest::newRow("too large: its beginning") << 40.0 << 400.0 << -30.0;
}

void TestCanvasRoom::shifts()
{
    QFETCH(double, from);
    QFETCH(double, to);
    QFETCH(double, shift);
    QCOMPARE(shiftInto(from, to, 10, 100), shift);
}

QTEST_MAIN(TestCanvasRoom)
#include "tst_canvas_room.moc"

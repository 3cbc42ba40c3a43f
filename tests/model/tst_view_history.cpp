// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Back and forward through places, as in a browser.
#include "model/workspace/view_history.h"

#include <QTest>

using namespace cadastre;

namespace {

ObjectKey tableKey(const QString& name)
{
    return {QStringLiteral("shop"), KeyKind::Table, {QStringLiteral("public"), name}, {}};
}

ViewPlace placeAt(const QString& table)
{
    ViewPlace place;
    place.selected = {tableKey(table)};
    return place;
}

QString nameOf(const std::optional<ViewPlace>& place)
{
    return place ? place->selected.front().parts.last() : QStringLiteral("-");
}

} // namespace

class TestViewHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void walks_data();
    void walks();
    void theSamePlaceOnlyMoves();
    void focusAndViewAreOtherPlaces();
    void forgetsTheOldest();
    void followsRenames();
};

void TestViewHistory::walks_data()
{
    QTest::addColumn<QString>("steps");
    QTest::addColumn<QString>("expected"); ///< where each < and > led
    QTest::newRow("nothing") << "<>"
                             << "- -";
    QTest::newRow("one place is no way back") << "a<"
                                              << "-";
    QTest::newRow("back") << "abc<<<"
                          << "b a -";
    QTest::newRow("back and forward") << "abc<<>>>"
                                      << "b a b c -";
    QTest::newRow("going elsewhere forgets forward") << "abc<<d>"
                                                     << "b a -";
    QTest::newRow("and back from there") << "abc<<d<"
                                         << "b a a";
    QTest::newRow("twice the same is once") << "aab<"
                                            << "a";
    QTest::newRow("what was only passed") << "a(b)(c)d<"
                                          << "c";
    QTest::newRow("the first place is never passed") << "a(b)<"
                                                     << "a";
}

/// A letter goes there; in parentheses it takes the place of the one before.
void TestViewHistory::walks()
{
    QFETCH(QString, steps);
    ViewHistory history;
    QStringList led;
    bool passing = false;
    for (const QChar step : steps) {
        if (step == u'<')
            led << nameOf(history.goBack());
        else if (step == u'>')
            led << nameOf(history.goForward());
        else if (step == u'(' || step == u')')
            passing = step == u'(';
        else
            history.visit(placeAt(step), passing);
    }
    QTEST(led.join(u' '), "expected");
}

void TestViewHistory::theSamePlaceOnlyMoves()
{
    ViewHistory history;
    history.visit(placeAt(QStringLiteral("a")));
    history.visit(placeAt(QStringLiteral("b")));
    ViewPlace moved = placeAt(QStringLiteral("b"));
    moved.area = QRectF(10, 20, 30, 40);
    history.visit(moved);
    QCOMPARE(history.places().size(), std::size_t(2));
    QCOMPARE(history.current()->area, moved.area);
    TableChoice choice;
    choice.hidden = {tableKey(QStringLiteral("z"))};
    history.stay(QRectF(1, 2, 3, 4), choice);
    QCOMPARE(history.places().size(), std::size_t(2));
    (void)history.goBack();
    const auto again = history.goForward();
    QVERIFY(again);
    QCOMPARE(again->area, QRectF(1, 2, 3, 4));
    QCOMPARE(again->choice, choice);
}

void TestViewHistory::focusAndViewAreOtherPlaces()
{
    ViewHistory history;
    history.visit(placeAt(QStringLiteral("a")));
    ViewPlace focused = placeAt(QStringLiteral("a"));
    focused.focus = tableKey(QStringLiteral("a"));
    history.visit(focused);
    focused.depth = 2;
    history.visit(focused);
    ViewPlace viewed = placeAt(QStringLiteral("a"));
    viewed.view = QStringLiteral("Sales");
    history.visit(viewed);
    QCOMPARE(history.places().size(), std::size_t(4));
    QCOMPARE(history.goBack()->depth, 2);
    QCOMPARE(history.goBack()->depth, 1);
    QVERIFY(!history.goBack()->focus);
}

void TestViewHistory::forgetsTheOldest()
{
    ViewHistory history;
    for (std::size_t i = 0; i < ViewHistory::limit + 5; ++i)
        history.visit(placeAt(QString::number(i)));
    QCOMPARE(history.places().size(), ViewHistory::limit);
    QCOMPARE(nameOf(history.places().front()), QStringLiteral("5"));
    QVERIFY(!history.canGoForward());
}

void TestViewHistory::followsRenames()
{
    ViewHistory history;
    ViewPlace place = placeAt(QStringLiteral("old"));
    place.focus = tableKey(QStringLiteral("old"));
    place.choice.hidden = {tableKey(QStringLiteral("old")), tableKey(QStringLiteral("other"))};
    history.visit(place);
    history.follow({{tableKey(QStringLiteral("old")), tableKey(QStringLiteral("new"))}});
    const ViewPlace& now = *history.current();
    QCOMPARE(now.selected.front(), tableKey(QStringLiteral("new")));
    QCOMPARE(*now.focus, tableKey(QStringLiteral("new")));
    QVERIFY(now.choice.hidden.contains(tableKey(QStringLiteral("new"))));
    QVERIFY(now.choice.hidden.contains(tableKey(QStringLiteral("other"))));
    QVERIFY(!now.choice.hidden.contains(tableKey(QStringLiteral("old"))));
}

QTEST_GUILESS_MAIN(TestViewHistory)
#include "tst_view_history.moc"

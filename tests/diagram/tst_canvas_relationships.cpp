// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Relationships on the canvas, as a person points at, walks, filters and draws them.
#include "diagram/canvas.h"
#include "tests/support/relationship_fixture.h"

#include <QAccessible>
#include <QAccessibleInterface>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QSignalSpy>
#include <QToolTip>
#include <QtTest>

using namespace cadastre;

class TestCanvasRelationships : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void hoveringALineSaysWhy();
    void hostileEvidenceStaysText();
    void hoverHighlightsWithoutFading();
    void hiddenLinesAreNotHit();
    void filterMovesNothing();
    void clickSelectsALine();
    void clicksOnLinesUponEachOtherTakeTurns();
    void doubleClickActivates();
    void contextMenuNamesTheRelationship();
    void keysWalkLines();
    void aHiddenRelationshipCanBeShown();
    void selectionSurvivesANewDiagram();
    void assistiveTechnologyHearsLines();
    void drawsByDragging();
    void drawsByTwoClicks();
    void drawsWithAKeyHeld();
    void aTableMeansItsKey();
    void escapeCancels();
    void foldedColumnsSayWhatToDo();
    void scrollsAtTheEdge();
    void legendAppearsWithInferredLines();
    void legendFoldsOnALowCanvas();
    void legendIsRememberedAndKeepsThePointer();

private:
    [[nodiscard]] ObjectRef object(const char* name) const
    {
        return test::objectOf(*m_graph, name);
    }
    [[nodiscard]] QPoint middleOf(const char* name) const
    {
        return m_canvas->widgetRect(object(name)).center();
    }
    [[nodiscard]] QPoint pointOn(int relationship) const;
    void move(QPoint at, Qt::MouseButtons buttons = Qt::NoButton,
              Qt::KeyboardModifiers modifiers = {});
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {});
    [[nodiscard]] QString toolTipAt(QPoint at);
    [[nodiscard]] ColumnId column(const char* name) const { return ColumnId{object(name).index}; }

    std::shared_ptr<const DiagramGraph> m_graph;
    std::unique_ptr<Canvas> m_canvas;
};

void TestCanvasRelationships::init()
{
    m_graph = test::mixedRelationships().graph();
    m_canvas = std::make_unique<Canvas>();
    m_canvas->resize(1100, 700);
    m_canvas->setDiagram(m_graph, test::gridLayout(*m_graph));
    m_canvas->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_canvas.get()));
    m_canvas->setFocus();
    QTest::keyClick(m_canvas.get(), Qt::Key_L); // the legend covers nothing
}

void TestCanvasRelationships::cleanup()
{
    QToolTip::hideText();
    m_canvas.reset();
}

/// A point at which only this relationship is hit.
QPoint TestCanvasRelationships::pointOn(int relationship) const
{
    const QRect area = m_canvas->relationshipRect(relationship).adjusted(-2, -2, 2, 2);
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x)
            if (!m_canvas->objectAt({x, y}) && m_canvas->relationshipAt({x, y}) == relationship)
                return {x, y};
    return {-1, -1};
}

void TestCanvasRelationships::move(QPoint at, Qt::MouseButtons buttons,
                                   Qt::KeyboardModifiers modifiers)
{
    QMouseEvent event(QEvent::MouseMove, at, m_canvas->mapToGlobal(at), Qt::NoButton, buttons,
                      modifiers);
    QCoreApplication::sendEvent(m_canvas.get(), &event);
}

void TestCanvasRelationships::drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers)
{
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, modifiers, from);
    for (int step = 1; step <= 4; ++step)
        move(from + (to - from) * step / 4, Qt::LeftButton, modifiers);
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, modifiers, to);
}

QString TestCanvasRelationships::toolTipAt(QPoint at)
{
    QHelpEvent event(QEvent::ToolTip, at, m_canvas->mapToGlobal(at));
    QCoreApplication::sendEvent(m_canvas.get(), &event);
    return QToolTip::text();
}

void TestCanvasRelationships::hoveringALineSaysWhy()
{
    const QString inferred = toolTipAt(pointOn(2));
    for (const char* part : {"orders.seller → employees.id — inferred, 93\u00a0%", "Because:",
                             "Against:", "the types differ a little", "managers.id, 5\u00a0%"})
        QVERIFY2(inferred.contains(QString::fromUtf8(part)), qPrintable(inferred));
    const QString declared = toolTipAt(pointOn(1));
    QVERIFY2(declared.contains(QStringLiteral("declared by orders_customer_id_fkey")),
             qPrintable(declared));
    QVERIFY(declared.contains(QStringLiteral("on delete no action")));
    QVERIFY(!declared.contains(QStringLiteral("Because")));
    const QString polymorphic = toolTipAt(pointOn(12));
    QVERIFY2(polymorphic.contains(QStringLiteral("subject_type chooses the table")),
             qPrintable(polymorphic));
    QVERIFY(polymorphic.contains(QStringLiteral("no table for &quot;Invoice&quot;")));
    QTRY_VERIFY(toolTipAt({3, 3}).isEmpty());
}

void TestCanvasRelationships::hostileEvidenceStaysText()
{
    const QString text = toolTipAt(pointOn(2));
    QVERIFY(!text.contains(QStringLiteral("<b>")));
    QVERIFY(text.contains(QStringLiteral("the name says &lt;b&gt;so&lt;/b&gt;")));
    const QString decided = toolTipAt(pointOn(7));
    QVERIFY2(decided.contains(QStringLiteral("Decided: asked &lt;Ann&gt;")), qPrintable(decided));
}

void TestCanvasRelationships::hoverHighlightsWithoutFading()
{
    const QPoint line = pointOn(2);
    const QPoint other = m_canvas->widgetRect(object("companies")).topLeft() + QPoint(20, 14);
    const QImage before = m_canvas->grab().toImage();
    move(line);
    QTRY_VERIFY(m_canvas->grab().toImage() != before);
    QCOMPARE(m_canvas->grab().toImage().copy(QRect(other, QSize(40, 10))),
             before.copy(QRect(other, QSize(40, 10))));
    move({3, 3});
    QTRY_COMPARE(m_canvas->grab().toImage(), before);
}

void TestCanvasRelationships::hiddenLinesAreNotHit()
{
    QVERIFY(pointOn(4) != QPoint(-1, -1));
    QCOMPARE(pointOn(5), QPoint(-1, -1)); // 0.4
    QCOMPARE(pointOn(9), QPoint(-1, -1)); // rejected
    const QPoint possible = pointOn(4);
    m_canvas->setRelationshipFilter({true, 0.6, false});
    QVERIFY(m_canvas->relationshipAt(possible) != 4);
    m_canvas->setRelationshipFilter({true, 0.3, true});
    QVERIFY(pointOn(5) != QPoint(-1, -1));
    QVERIFY(pointOn(9) != QPoint(-1, -1));
    m_canvas->setRelationshipFilter({false, 0.3, false});
    for (const int inferred : {2, 3, 4, 5, 9, 10, 12})
        QCOMPARE(pointOn(inferred), QPoint(-1, -1));
    for (const int known : {0, 1, 7, 8})
        QVERIFY(pointOn(known) != QPoint(-1, -1));
}

void TestCanvasRelationships::filterMovesNothing()
{
    const auto boxes = m_canvas->diagramLayout().nodes;
    const QRect way = m_canvas->relationshipRect(1);
    const QRectF view = m_canvas->viewRect();
    const QImage before = m_canvas->grab().toImage();
    m_canvas->setRelationshipFilter({false, 0.3, false});
    QTRY_VERIFY(m_canvas->grab().toImage() != before);
    QVERIFY(m_canvas->diagramLayout().nodes == boxes);
    QCOMPARE(m_canvas->relationshipRect(1), way);
    QCOMPARE(m_canvas->viewRect(), view);
    m_canvas->setRelationshipFilter({});
    QTRY_COMPARE(m_canvas->grab().toImage(), before);
}

void TestCanvasRelationships::clickSelectsALine()
{
    QSignalSpy selected(m_canvas.get(), &Canvas::relationshipSelected);
    QSignalSpy deselected(m_canvas.get(), &Canvas::relationshipDeselected);
    m_canvas->select(object("comments"));
    QSignalSpy object(m_canvas.get(), &Canvas::selectionChanged);
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, pointOn(2));
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected[0][0].toInt(), 2);
    QCOMPARE(m_canvas->selectedRelationship(), std::optional(2));
    QVERIFY(!m_canvas->selected()); // comments is no end of it
    QCOMPARE(object.size(), 1);
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, {3, 3});
    QCOMPARE(deselected.size(), 1);
    QVERIFY(!m_canvas->selectedRelationship());
    m_canvas->select(this->object("orders"));
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, pointOn(2));
    QVERIFY(m_canvas->selected() == this->object("orders"));
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, middleOf("comments.author"));
    QCOMPARE(deselected.size(), 2);
    QVERIFY(m_canvas->selected() == this->object("comments.author"));
}

void TestCanvasRelationships::clicksOnLinesUponEachOtherTakeTurns()
{
    test::RelationshipMaker maker(test::catalogFromText("a\n  id integer pk\nb\n  a1 integer\n"));
    maker.add(RelationshipOrigin::Inferred, 0.9, "b.a1", "a.id");
    maker.add(RelationshipOrigin::Confirmed, 1, "b.a1", "a.id");
    m_graph = maker.graph();
    m_canvas->setDiagram(m_graph, test::gridLayout(*m_graph));
    const QPoint at = pointOn(0);
    QList<int> taken;
    for (int click = 0; click < 3; ++click) {
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, at);
        taken << m_canvas->selectedRelationship().value_or(-1);
    }
    QCOMPARE(taken, (QList<int>{0, 1, 0}));
    QVERIFY(toolTipAt(at).contains(QStringLiteral("Also here:")));
}

void TestCanvasRelationships::doubleClickActivates()
{
    QSignalSpy activated(m_canvas.get(), &Canvas::relationshipActivated);
    QTest::mouseDClick(m_canvas.get(), Qt::LeftButton, {}, pointOn(3));
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated[0][0].toInt(), 3);
}

void TestCanvasRelationships::contextMenuNamesTheRelationship()
{
    QSignalSpy menu(m_canvas.get(), &Canvas::relationshipMenuRequested);
    QSignalSpy other(m_canvas.get(), &Canvas::contextMenuRequested);
    const QPoint at = pointOn(3);
    QContextMenuEvent byMouse(QContextMenuEvent::Mouse, at, m_canvas->mapToGlobal(at));
    QCoreApplication::sendEvent(m_canvas.get(), &byMouse);
    QCOMPARE(menu.size(), 1);
    QCOMPARE(menu[0][0].toInt(), 3);
    QCOMPARE(menu[0][1].toPoint(), m_canvas->mapToGlobal(at));
    QCOMPARE(m_canvas->selectedRelationship(), std::optional(3));
    QContextMenuEvent byKey(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(m_canvas.get(), &byKey);
    QCOMPARE(menu.size(), 2);
    QVERIFY(other.isEmpty());
    QContextMenuEvent onTable(QContextMenuEvent::Mouse, middleOf("orders"),
                              m_canvas->mapToGlobal(middleOf("orders")));
    QCoreApplication::sendEvent(m_canvas.get(), &onTable);
    QCOMPARE(menu.size(), 2);
    QCOMPARE(other.size(), 1);
}

void TestCanvasRelationships::keysWalkLines()
{
    QTest::keyClick(m_canvas.get(), Qt::Key_R);
    QVERIFY(!m_canvas->selectedRelationship());
    m_canvas->select(object("employees"));
    const std::vector<int> lines = m_canvas->relationshipsOf(object("employees"));
    QCOMPARE(lines.size(), std::size_t(5)); // 2, 3, 7, 11, 13; not the weak one
    QTest::keyClick(m_canvas.get(), Qt::Key_R);
    for (const int line : lines) {
        QCOMPARE(m_canvas->selectedRelationship(), std::optional(line));
        QTest::keyClick(m_canvas.get(), Qt::Key_Down);
    }
    QCOMPARE(m_canvas->selectedRelationship(), std::optional(lines.front()));
    QTest::keyClick(m_canvas.get(), Qt::Key_R, Qt::ShiftModifier);
    QCOMPARE(m_canvas->selectedRelationship(), std::optional(lines.back()));
    QVERIFY(m_canvas->selected() == object("employees"));
    QSignalSpy activated(m_canvas.get(), &Canvas::relationshipActivated);
    QSignalSpy tableActivated(m_canvas.get(), &Canvas::objectActivated);
    QTest::keyClick(m_canvas.get(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(activated.size(), 1);
    QVERIFY(tableActivated.isEmpty());
    m_canvas->selectRelationship(2);
    const bool ordersAreRight = middleOf("orders").x() > middleOf("employees").x();
    QTest::keyClick(m_canvas.get(), ordersAreRight ? Qt::Key_Right : Qt::Key_Left);
    QVERIFY(m_canvas->selected() == object("orders"));
    QVERIFY(!m_canvas->selectedRelationship());
    m_canvas->selectRelationship(2);
    QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
    QVERIFY(!m_canvas->selectedRelationship());
    QVERIFY(m_canvas->selected() == object("orders"));
}

void TestCanvasRelationships::aHiddenRelationshipCanBeShown()
{
    const QImage before = m_canvas->grab().toImage();
    m_canvas->selectRelationship(5);
    QCOMPARE(m_canvas->selectedRelationship(), std::optional(5));
    QVERIFY(pointOn(5) != QPoint(-1, -1));
    m_canvas->selectRelationship(6); // without a line: its rows stand out
    QCOMPARE(pointOn(6), QPoint(-1, -1));
    QTRY_VERIFY(m_canvas->grab().toImage() != before);
    m_canvas->zoomTo100();
    m_canvas->zoomIn();
    m_canvas->ensureRelationshipVisible(6);
    for (const char* end : {"orders.code", "customers.id"})
        QVERIFY(m_canvas->rect().contains(m_canvas->widgetRect(object(end)).center()));
    m_canvas->selectRelationship(1000);
    QVERIFY(!m_canvas->selectedRelationship());
    QCOMPARE(m_canvas->relationshipRect(1000), QRect());
    m_canvas->ensureRelationshipVisible(1000);
    m_canvas->clear();
    m_canvas->selectRelationship(2);
    m_canvas->ensureRelationshipVisible(2);
    m_canvas->setRelationshipFilter({false, 0.9, true});
    QVERIFY(!m_canvas->selectedRelationship());
    QCOMPARE(m_canvas->relationshipRect(2), QRect());
}

void TestCanvasRelationships::selectionSurvivesANewDiagram()
{
    QSignalSpy deselected(m_canvas.get(), &Canvas::relationshipDeselected);
    m_canvas->setRelationshipFilter({true, 0.9, false});
    m_canvas->selectRelationship(2);
    const QByteArray larger = QByteArray("a_first_table\n  id integer pk\n") + test::mixedShop;
    test::RelationshipMaker maker(test::catalogFromText(larger.constData()));
    maker.add(RelationshipOrigin::Inferred, 0.5, "orders.approver", "employees.id");
    maker.add(RelationshipOrigin::Confirmed, 1, "orders.seller", "employees.id");
    m_graph = maker.graph();
    m_canvas->setDiagram(m_graph, test::gridLayout(*m_graph), true);
    QCOMPARE(m_canvas->selectedRelationship(), std::optional(3));
    QVERIFY(deselected.isEmpty());
    QCOMPARE(m_canvas->relationshipFilter().minimumConfidence, 0.9);
    QCOMPARE(pointOn(2), QPoint(-1, -1));
    m_graph = test::graphOf(test::mixedShop);
    m_canvas->setDiagram(m_graph, test::gridLayout(*m_graph), true);
    QVERIFY(!m_canvas->selectedRelationship());
    QCOMPARE(deselected.size(), 1);
}

void TestCanvasRelationships::assistiveTechnologyHearsLines()
{
    QAccessibleInterface* canvas = QAccessible::queryAccessibleInterface(m_canvas.get());
    QVERIFY(canvas->text(QAccessible::Description).contains(QStringLiteral("inferred, 90 %")));
    QAccessibleInterface* employees = nullptr;
    for (int i = 0; i < canvas->childCount(); ++i)
        if (canvas->child(i)->text(QAccessible::Name) == QStringLiteral("employees"))
            employees = canvas->child(i);
    QVERIFY(employees);
    QCOMPARE(employees->childCount(), 5);
    QStringList names;
    for (int i = 0; i < employees->childCount(); ++i) {
        QAccessibleInterface* line = employees->child(i);
        QCOMPARE(line->parent(), employees);
        QCOMPARE(employees->indexOfChild(line), i);
        names << line->text(QAccessible::Name);
    }
    const auto at =
        names.indexOf(QStringLiteral("orders.seller → employees.id — inferred, 93\u00a0%"));
    QVERIFY2(at >= 0, qPrintable(names.join(u'\n')));
    QVERIFY(employees->child(int(at))->text(QAccessible::Description).contains(u"the name says"));
    m_canvas->select(object("employees"));
    m_canvas->selectRelationship(2);
    QVERIFY(employees->child(int(at))->state().selected);
    QCOMPARE(canvas->focusChild(), employees->child(int(at)));
    m_canvas->setRelationshipFilter({false, 0.5, false});
    employees = canvas->child(canvas->indexOfChild(employees));
    QVERIFY(canvas->childCount() > 0);
}

void TestCanvasRelationships::drawsByDragging()
{
    QSignalSpy drawn(m_canvas.get(), &Canvas::relationshipDrawn);
    QSignalSpy moved(m_canvas.get(), &Canvas::tablesMoved);
    const auto boxes = m_canvas->diagramLayout().nodes;
    m_canvas->setDrawingRelationship(true);
    drag(middleOf("comments.author"), middleOf("employees.id"));
    QCOMPARE(drawn.size(), 1);
    QVERIFY(drawn[0][0].value<ColumnId>() == column("comments.author"));
    QVERIFY(drawn[0][1].value<ColumnId>() == column("employees.id"));
    // A column that is no key, and one of the same table.
    drag(middleOf("comments.author"), middleOf("customers.email"));
    QVERIFY(drawn[1][1].value<ColumnId>() == column("customers.email"));
    drag(middleOf("employees.manager"), middleOf("employees.id"));
    QVERIFY(drawn[2][1].value<ColumnId>() == column("employees.id"));
    drag(middleOf("comments.author"), {3, 3});
    drag(middleOf("comments.author"), middleOf("comments.author") + QPoint(40, 0));
    QCOMPARE(drawn.size(), 3);
    QVERIFY(m_canvas->isDrawingRelationship());
    m_canvas->setDrawingRelationship(false);
    drag(middleOf("comments.author"), middleOf("employees.id"));
    QCOMPARE(drawn.size(), 3);
    QCOMPARE(moved.size(), 1);
    QVERIFY(m_canvas->diagramLayout().nodes != boxes);
}

void TestCanvasRelationships::drawsByTwoClicks()
{
    QSignalSpy drawn(m_canvas.get(), &Canvas::relationshipDrawn);
    m_canvas->setDrawingRelationship(true);
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, middleOf("comments.author"));
    const QImage before = m_canvas->grab().toImage();
    move(middleOf("customers.id"));
    QTRY_VERIFY(m_canvas->grab().toImage() != before);
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, middleOf("customers.id"));
    QCOMPARE(drawn.size(), 1);
    QVERIFY(drawn[0][1].value<ColumnId>() == column("customers.id"));
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, middleOf("comments.author"));
    QTest::mouseClick(m_canvas.get(), Qt::RightButton, {}, middleOf("customers.id"));
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, {3, 3});
    QCOMPARE(drawn.size(), 1);
}

void TestCanvasRelationships::drawsWithAKeyHeld()
{
    QSignalSpy drawn(m_canvas.get(), &Canvas::relationshipDrawn);
    for (const auto key : {Qt::AltModifier, Qt::ControlModifier}) {
        drawn.clear();
        m_canvas->select(std::nullopt);
        drag(middleOf("comments.author"), middleOf("employees.id"), key);
        QCOMPARE(drawn.size(), 1);
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, key, middleOf("comments.editor"));
        QVERIFY(m_canvas->selected() == object("comments.editor"));
        QCOMPARE(drawn.size(), 1);
    }
}

void TestCanvasRelationships::aTableMeansItsKey()
{
    QSignalSpy drawn(m_canvas.get(), &Canvas::relationshipDrawn);
    m_canvas->setDrawingRelationship(true);
    drag(middleOf("comments.author"),
         m_canvas->widgetRect(object("employees")).topLeft() + QPoint(30, 8));
    QCOMPARE(drawn.size(), 1);
    QVERIFY(drawn[0][1].value<ColumnId>() == column("employees.id"));
    m_graph = test::graphOf("pair\n  a integer\n  b integer\n  unique a\n  unique b\n"
                            "child\n  x integer\n");
    m_canvas->setDiagram(m_graph, test::gridLayout(*m_graph));
    drag(middleOf("child.x"), m_canvas->widgetRect(object("pair")).topLeft() + QPoint(30, 8));
    QCOMPARE(drawn.size(), 1);
    QVERIFY(QToolTip::text().contains(QStringLiteral("no key of one column")));
}

void TestCanvasRelationships::escapeCancels()
{
    QSignalSpy drawn(m_canvas.get(), &Canvas::relationshipDrawn);
    QSignalSpy mode(m_canvas.get(), &Canvas::drawingRelationshipChanged);
    m_canvas->setDrawingRelationship(true);
    const QPoint from = middleOf("comments.author");
    const QPoint to = middleOf("employees.id");
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, from);
    move(to, Qt::LeftButton);
    QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, to);
    QVERIFY(drawn.isEmpty());
    QVERIFY(m_canvas->isDrawingRelationship());
    QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
    QVERIFY(!m_canvas->isDrawingRelationship());
    QCOMPARE(mode.size(), 1);
}

void TestCanvasRelationships::foldedColumnsSayWhatToDo()
{
    DiagramGraph folded = *m_graph;
    const int comments = 0;
    QCOMPARE(folded.nodes[comments].title, QStringLiteral("comments"));
    folded.nodes[comments].rows[3].kind = RowKind::Family;
    m_graph = std::make_shared<const DiagramGraph>(folded);
    m_canvas->setDiagram(m_graph, test::gridLayout(folded));
    m_canvas->setDrawingRelationship(true);
    QSignalSpy drawn(m_canvas.get(), &Canvas::relationshipDrawn);
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, middleOf("comments.author"));
    QVERIFY(QToolTip::text().contains(QStringLiteral("unfold")));
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, middleOf("comments.author"));
    // As an end, folded columns are the table, which means its key.
    drag(middleOf("orders.code"), middleOf("comments.author"));
    QCOMPARE(drawn.size(), 1);
    QVERIFY(drawn[0][1].value<ColumnId>() == column("comments.id"));
}

void TestCanvasRelationships::scrollsAtTheEdge()
{
    m_canvas->zoomTo100();
    m_canvas->setDrawingRelationship(true);
    m_canvas->centerOn(object("comments.author"));
    const QRectF before = m_canvas->viewRect();
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, middleOf("comments.author"));
    move({m_canvas->width() - 4, m_canvas->height() / 2}, Qt::LeftButton);
    QTRY_VERIFY(m_canvas->viewRect().left() > before.left() + 30);
    move(m_canvas->rect().center(), Qt::LeftButton);
    const QRectF still = m_canvas->viewRect();
    QTest::qWait(80);
    QCOMPARE(m_canvas->viewRect(), still);
    QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
}

void TestCanvasRelationships::legendAppearsWithInferredLines()
{
    m_canvas->setRelationshipFilter({true, 0.3, true});
    QVERIFY(m_canvas->accessibleDescription().contains(QStringLiteral("rejected by a person")));
    m_canvas->setRelationshipFilter({true, 0.95, false});
    QVERIFY(!m_canvas->accessibleDescription().contains(QStringLiteral("70 to 89 %")));
    QSignalSpy selected(m_canvas.get(), &Canvas::selectionChanged);
    QTest::keyClick(m_canvas.get(), Qt::Key_L);
    const QImage unfolded = m_canvas->grab().toImage();
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {},
                      m_canvas->rect().bottomRight() - QPoint(20, 20));
    QTRY_VERIFY(m_canvas->grab().toImage() != unfolded);
    QTest::keyClick(m_canvas.get(), Qt::Key_L);
    QTRY_COMPARE(m_canvas->grab().toImage(), unfolded);
    QVERIFY(selected.isEmpty());
    m_graph = test::graphOf(test::smallShop);
    m_canvas->setDiagram(m_graph, test::gridLayout(*m_graph));
    QCOMPARE(m_canvas->accessibleDescription(), QString());
}

void TestCanvasRelationships::legendFoldsOnALowCanvas()
{
    m_canvas->setRelationshipFilter({true, 0.3, true});
    QTest::keyClick(m_canvas.get(), Qt::Key_L); // open
    const QRectF open = m_canvas->lineLegendRect();
    QVERIFY(open.height() > 60);
    constexpr int low = 440;
    m_canvas->resize(1100, low);
    const QRectF folded = m_canvas->lineLegendRect();
    QVERIFY(folded.height() < open.height() / 2);
    m_canvas->resize(1100, 700);
    QCOMPARE(m_canvas->lineLegendRect().size(), open.size()); // nobody had folded it
    // a person opens it where it is low
    m_canvas->resize(1100, low);
    QTest::keyClick(m_canvas.get(), Qt::Key_L);
    QCOMPARE(m_canvas->lineLegendRect().size(), open.size());
    QTest::keyClick(m_canvas.get(), Qt::Key_L);
    QCOMPARE(m_canvas->lineLegendRect().size(), folded.size());
    m_canvas->resize(1100, 700);
    QCOMPARE(m_canvas->lineLegendRect().size(), folded.size()); // a person folded it
}

void TestCanvasRelationships::legendIsRememberedAndKeepsThePointer()
{
    QSignalSpy told(m_canvas.get(), &Canvas::lineLegendFolded);
    m_canvas->setRelationshipFilter({true, 0.3, true});
    m_canvas->setLineLegendFolded(std::nullopt);
    const QSizeF open = m_canvas->lineLegendRect().size();
    QVERIFY(open.height() > 60);
    m_canvas->resize(1000, 700); // narrow: it would cover what one reads
    QVERIFY(m_canvas->lineLegendRect().height() < open.height());
    m_canvas->setLineLegendFolded(false); // unless a person wanted it
    QCOMPARE(m_canvas->lineLegendRect().size(), open);
    m_canvas->setLineLegendFolded(true);
    m_canvas->resize(1300, 700);
    QVERIFY(m_canvas->lineLegendRect().height() < open.height());
    QVERIFY(told.isEmpty());
    const QPoint on = m_canvas->lineLegendRect().center().toPoint();
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, on);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0][0].toBool(), false);
    // what lies below it is neither explained nor chosen
    const QPoint corner = m_canvas->lineLegendRect().topLeft().toPoint() + QPoint(8, 30);
    m_canvas->centerOn(object("orders"));
    const QRectF rect = m_canvas->sceneRect(object("orders"));
    m_canvas->showRect(
        QRectF(rect.center() - QPointF(corner) / m_canvas->scale(), m_canvas->viewRect().size()));
    QVERIFY(m_canvas->objectAt(corner));
    QVERIFY(toolTipAt(corner).contains(QStringLiteral("fold")));
}

QTEST_MAIN(TestCanvasRelationships)
#include "tst_canvas_relationships.moc"

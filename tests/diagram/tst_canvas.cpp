// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The canvas through mouse and keys, as a person uses it.
#include "diagram/canvas.h"
#include "diagram/draw_list.h"
#include "diagram/frame.h"
#include "tests/support/diagram_fixture.h"
#include "tests/support/synthetic_catalog.h"

#include <QAccessible>
#include <QAccessibleInterface>
#include <QLineEdit>
#include <QSignalSpy>
#include <QVBoxLayout>
#include <QtTest>

using namespace cadastre;

namespace {

constexpr int patience = 60000; ///< ms for what a thread paints on a busy machine

} // namespace

class TestCanvas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void fitsWhenShown();
    void staysFittedWhenResized();
    void wheelZoomsAtThePointer();
    void touchpadScrollPans();
    void draggingEmptySpacePans();
    void middleButtonPansAnywhere();
    void clickSelectsRowOrTable();
    void clickOnNothingClears();
    void draggingATableMovesItAndTells();
    void aClickIsNoMove();
    void doubleClickActivates();
    void hoverHighlightsAndFades();
    void aClickOnAFamilyUnfolds();
    void keysZoomAndPan();
    void tabWalksTablesAndLeaves();
    void arrowsWalkFromTheSelection();
    void walkingBringsTheTableIntoView();
    void aTallTableIsShownFromItsTitle();
    void enterActivatesAndEscapeClears();
    void selectionSurvivesANewDiagram();
    void placementsRememberPins();
    void centerOnMakesReadable();
    void ensureVisibleMovesLittle();
    void contextMenuNamesItsObject();
    void assistiveTechnologySeesTables();
    void emptyCanvasShowsItsText();
    void slowFramesArriveLater();
    void manyLinesSettleInTheBackground();

private:
    [[nodiscard]] ObjectRef object(const char* name) const
    {
        return test::objectOf(*m_graph, name);
    }
    [[nodiscard]] QPoint middleOf(const char* name) const
    {
        return m_canvas->widgetRect(object(name)).center();
    }
    [[nodiscard]] QPoint titleOf(const char* name) const
    {
        return m_canvas->widgetRect(object(name)).topLeft() + QPoint(6, 6);
    }
    [[nodiscard]] QPoint emptyPoint() const { return {3, 3}; }
    void drag(QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton);
    void hover(QPoint at);
    void wheel(QPointF at, QPoint pixels, QPoint angle, Qt::ScrollPhase phase);
    QImage canvasPicture();
    QImage sharpPicture(const DiagramScene& scene, const ViewTransform& view, bool dark);

    std::shared_ptr<const DiagramGraph> m_graph;
    std::unique_ptr<Canvas> m_canvas;
};

void TestCanvas::init()
{
    m_graph = test::graphOf(test::smallShop);
    m_canvas = std::make_unique<Canvas>();
    m_canvas->resize(1000, 400);
    m_canvas->setDiagram(m_graph, test::gridLayout(*m_graph));
    m_canvas->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_canvas.get()));
}

void TestCanvas::cleanup()
{
    m_canvas.reset();
}

void TestCanvas::drag(QPoint from, QPoint to, Qt::MouseButton button)
{
    QTest::mousePress(m_canvas.get(), button, {}, from);
    for (int step = 1; step <= 4; ++step) {
        const QPoint at = from + (to - from) * step / 4;
        QMouseEvent move(QEvent::MouseMove, at, m_canvas->mapToGlobal(at), Qt::NoButton, button,
                         {});
        QCoreApplication::sendEvent(m_canvas.get(), &move);
    }
    QTest::mouseRelease(m_canvas.get(), button, {}, to);
}

void TestCanvas::hover(QPoint at)
{
    QMouseEvent move(QEvent::MouseMove, at, m_canvas->mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                     {});
    QCoreApplication::sendEvent(m_canvas.get(), &move);
}

void TestCanvas::wheel(QPointF at, QPoint pixels, QPoint angle, Qt::ScrollPhase phase)
{
    QWheelEvent event(at, m_canvas->mapToGlobal(at), pixels, angle, Qt::NoButton, {}, phase, false);
    QCoreApplication::sendEvent(m_canvas.get(), &event);
}

void TestCanvas::fitsWhenShown()
{
    QVERIFY(m_canvas->viewRect().contains(m_canvas->diagramLayout().bounds));
    QCOMPARE(m_canvas->visibleObjects().size(), std::size_t(3));
    m_canvas->zoomTo100();
    QCOMPARE(m_canvas->scale(), 1.0);
    m_canvas->fit();
    QVERIFY(m_canvas->scale() <= 1);
}

void TestCanvas::staysFittedWhenResized()
{
    const auto showsAll = [this] {
        return m_canvas->viewRect().contains(m_canvas->diagramLayout().bounds);
    };
    QVERIFY(m_canvas->isFitted());
    m_canvas->resize(420, 200);
    QTRY_COMPARE(m_canvas->size(), QSize(420, 200));
    QVERIFY(showsAll());
    const double small = m_canvas->scale();
    m_canvas->resize(1000, 400);
    QVERIFY(showsAll());
    QVERIFY(m_canvas->scale() > small);

    m_canvas->zoomIn();
    QVERIFY(!m_canvas->isFitted());
    const double chosen = m_canvas->scale();
    m_canvas->resize(420, 200);
    QCOMPARE(m_canvas->scale(), chosen);
    QVERIFY(!showsAll());
    m_canvas->fit();
    m_canvas->resize(300, 150);
    QVERIFY(showsAll());
    drag(emptyPoint(), emptyPoint() + QPoint(80, 40));
    QVERIFY(!m_canvas->isFitted());
}

void TestCanvas::wheelZoomsAtThePointer()
{
    QSignalSpy scaled(m_canvas.get(), &Canvas::scaleChanged);
    const QPoint pointer = middleOf("orders.customer_id");
    const double before = m_canvas->scale();
    wheel(pointer, {}, {0, 120}, Qt::NoScrollPhase);
    QVERIFY(m_canvas->scale() > before);
    QVERIFY(m_canvas->objectAt(pointer) == object("orders.customer_id"));
    QCOMPARE(scaled.size(), 1);
    wheel(pointer, {}, {0, -120}, Qt::NoScrollPhase);
    QVERIFY(qAbs(m_canvas->scale() - before) < 1e-9);
}

void TestCanvas::touchpadScrollPans()
{
    const QRectF before = m_canvas->viewRect();
    wheel({100, 100}, {30, -20}, {30, -20}, Qt::ScrollUpdate);
    QCOMPARE(m_canvas->viewRect().size(), before.size());
    QVERIFY(m_canvas->viewRect().left() < before.left());
    QVERIFY(m_canvas->viewRect().top() > before.top());
}

void TestCanvas::draggingEmptySpacePans()
{
    QSignalSpy moved(m_canvas.get(), &Canvas::tablesMoved);
    m_canvas->select(object("orders"));
    const QRectF before = m_canvas->viewRect();
    drag(emptyPoint(), emptyPoint() + QPoint(80, 40));
    const QPointF shift = (before.topLeft() - m_canvas->viewRect().topLeft()) * m_canvas->scale();
    QCOMPARE(shift.toPoint(), QPoint(80, 40));
    QVERIFY(moved.isEmpty());
    QVERIFY(m_canvas->selected() == object("orders"));
}

void TestCanvas::middleButtonPansAnywhere()
{
    QSignalSpy moved(m_canvas.get(), &Canvas::tablesMoved);
    const QRectF before = m_canvas->viewRect();
    drag(middleOf("orders"), middleOf("orders") + QPoint(50, 0), Qt::MiddleButton);
    QVERIFY(m_canvas->viewRect().left() < before.left());
    QVERIFY(moved.isEmpty());
}

void TestCanvas::clickSelectsRowOrTable()
{
    QSignalSpy selected(m_canvas.get(), &Canvas::selectionChanged);
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, middleOf("orders.customer_id"));
    QVERIFY(m_canvas->selected() == object("orders.customer_id"));
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, titleOf("orders"));
    QVERIFY(m_canvas->selected() == object("orders"));
    QCOMPARE(selected.size(), 2);
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, titleOf("orders"));
    QCOMPARE(selected.size(), 2);
}

void TestCanvas::clickOnNothingClears()
{
    m_canvas->select(object("orders"));
    QSignalSpy selected(m_canvas.get(), &Canvas::selectionChanged);
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, emptyPoint());
    QVERIFY(!m_canvas->selected());
    QCOMPARE(selected.size(), 1);
}

void TestCanvas::draggingATableMovesItAndTells()
{
    QSignalSpy moved(m_canvas.get(), &Canvas::tablesMoved);
    const QRect before = m_canvas->widgetRect(object("orders"));
    const QRect other = m_canvas->widgetRect(object("customers"));
    const QRectF view = m_canvas->viewRect();
    drag(titleOf("orders"), titleOf("orders") + QPoint(60, 32));
    const QPoint shift = m_canvas->widgetRect(object("orders")).topLeft() - before.topLeft();
    QVERIFY((shift - QPoint(60, 32)).manhattanLength() <= 2);
    QCOMPARE(m_canvas->widgetRect(object("customers")), other);
    QCOMPARE(m_canvas->viewRect(), view);
    QCOMPARE(moved.size(), 1);
    const auto moves = moved[0][0].value<std::vector<MovedTable>>();
    QCOMPARE(moves.size(), std::size_t(1));
    QCOMPARE(moves[0].table.index, object("orders").index);
    m_canvas->placeTable(moves[0].table, moves[0].from);
    QCOMPARE(m_canvas->widgetRect(object("orders")), before);
}

void TestCanvas::aClickIsNoMove()
{
    QSignalSpy moved(m_canvas.get(), &Canvas::tablesMoved);
    drag(titleOf("orders"), titleOf("orders") + QPoint(2, 1));
    QVERIFY(moved.isEmpty());
    QVERIFY(m_canvas->selected() == object("orders"));
}

void TestCanvas::doubleClickActivates()
{
    QSignalSpy activated(m_canvas.get(), &Canvas::objectActivated);
    QTest::mouseDClick(m_canvas.get(), Qt::LeftButton, {}, titleOf("customers"));
    QCOMPARE(activated.size(), 1);
    QVERIFY(activated[0][0].value<ObjectRef>() == object("customers"));
    QTest::mouseDClick(m_canvas.get(), Qt::LeftButton, {}, emptyPoint());
    QCOMPARE(activated.size(), 1);
}

void TestCanvas::hoverHighlightsAndFades()
{
    QSignalSpy hovered(m_canvas.get(), &Canvas::hovered);
    const QImage before = m_canvas->grab().toImage();
    hover(titleOf("billing.invoices"));
    QCOMPARE(hovered.size(), 1);
    const QPoint faded = titleOf("customers") + QPoint(14, 8);
    QTRY_VERIFY(m_canvas->grab().toImage().pixel(faded) != before.pixel(faded));
    hover(emptyPoint());
    QTRY_COMPARE(m_canvas->grab().toImage(), before);
    QVERIFY(!m_canvas->selected());
}

void TestCanvas::aClickOnAFamilyUnfolds()
{
    DiagramGraph folded = *m_graph;
    const int orders = 2;
    QCOMPARE(folded.nodes[orders].title, QStringLiteral("orders"));
    folded.nodes[orders].rows[3].kind = RowKind::Family;
    m_canvas->setDiagram(std::make_shared<const DiagramGraph>(folded), test::gridLayout(folded));
    QSignalSpy unfolded(m_canvas.get(), &Canvas::unfoldRequested);
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, middleOf("orders.id"));
    QVERIFY(unfolded.isEmpty());
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, middleOf("orders.note"));
    QCOMPARE(unfolded.size(), 1);
    QVERIFY(m_canvas->selected() == object("orders"));
}

void TestCanvas::keysZoomAndPan()
{
    m_canvas->setFocus();
    const double before = m_canvas->scale();
    QTest::keyClick(m_canvas.get(), Qt::Key_Plus);
    QVERIFY(m_canvas->scale() > before);
    QTest::keyClick(m_canvas.get(), Qt::Key_Minus);
    QVERIFY(qAbs(m_canvas->scale() - before) < 1e-9);
    QTest::keyClick(m_canvas.get(), Qt::Key_1);
    QCOMPARE(m_canvas->scale(), 1.0);
    const QRectF view = m_canvas->viewRect();
    QTest::keyClick(m_canvas.get(), Qt::Key_Right);
    QVERIFY(m_canvas->viewRect().left() > view.left());
    QTest::keyClick(m_canvas.get(), Qt::Key_0);
    QVERIFY(m_canvas->viewRect().contains(m_canvas->diagramLayout().bounds));
}

void TestCanvas::tabWalksTablesAndLeaves()
{
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    auto* before = new QLineEdit(&window);
    auto* canvas = new Canvas(&window);
    auto* after = new QLineEdit(&window);
    layout->addWidget(before);
    layout->addWidget(canvas, 1);
    layout->addWidget(after);
    window.resize(1000, 500);
    canvas->setDiagram(m_graph, test::gridLayout(*m_graph));
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    canvas->setFocus(Qt::TabFocusReason);
    const auto tables = canvas->visibleObjects();
    QCOMPARE(tables.size(), std::size_t(3));
    QTest::keyClick(canvas, Qt::Key_Tab);
    QVERIFY(canvas->selected() == tables[0]);
    const std::vector<int> lines = canvas->relationshipsOf(tables[0]);
    QVERIFY(!lines.empty());
    for (int round = 0; round < 2; ++round) { // around, without leaving
        for (const int line : lines) {
            QTest::keyClick(canvas, Qt::Key_Tab);
            QCOMPARE(canvas->selectedRelationship(), std::optional(line));
            QVERIFY(canvas->selected() == tables[0]);
        }
    }
    QTest::keyClick(canvas, Qt::Key_Backtab);
    QCOMPARE(canvas->selectedRelationship(),
             std::optional(lines[lines.size() > 1 ? lines.size() - 2 : 0]));
    QVERIFY(canvas->hasFocus());
    // Escape leads out, a step each: the line, the table, the diagram
    QTest::keyClick(canvas, Qt::Key_Escape);
    QVERIFY(!canvas->selectedRelationship() && canvas->selected() == tables[0]);
    QTest::keyClick(canvas, Qt::Key_Escape);
    QVERIFY(!canvas->selected());
    QTest::keyClick(canvas, Qt::Key_Escape);
    QTest::keyClick(canvas, Qt::Key_Tab);
    QVERIFY(after->hasFocus());
    QTest::keyClick(after, Qt::Key_Backtab);
    QVERIFY(canvas->hasFocus());
    QTest::keyClick(canvas, Qt::Key_Backtab); // and in again
    QVERIFY(canvas->selected().has_value());
}

void TestCanvas::arrowsWalkFromTheSelection()
{
    m_canvas->setFocus();
    m_canvas->select(object("customers"));
    const bool ordersAreRight = m_canvas->widgetRect(object("orders")).left() >
                                m_canvas->widgetRect(object("customers")).left();
    QTest::keyClick(m_canvas.get(), ordersAreRight ? Qt::Key_Right : Qt::Key_Left);
    QVERIFY(m_canvas->selected() == object("orders"));
    const QRectF view = m_canvas->viewRect();
    QTest::keyClick(m_canvas.get(), Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
    QVERIFY(m_canvas->selected() == object("orders"));
    QVERIFY(m_canvas->viewRect().left() > view.left());
}

void TestCanvas::walkingBringsTheTableIntoView()
{
    m_canvas->setFocus();
    const QRectF fitted = m_canvas->viewRect();
    QTest::keyClick(m_canvas.get(), Qt::Key_Tab);
    QVERIFY(m_canvas->selected().has_value());
    QCOMPARE(m_canvas->viewRect(), fitted);

    m_canvas->zoomTo100();
    for (const auto key : {Qt::Key_End, Qt::Key_Right}) {
        m_canvas->centerOn(object("orders"));
        const QRect centred = m_canvas->widgetRect(object("orders"));
        drag(emptyPoint(), emptyPoint() - QPoint(0, centred.top() + centred.height() / 2),
             Qt::MiddleButton);
        const QRect cut = m_canvas->widgetRect(object("orders"));
        QVERIFY(cut.intersects(m_canvas->rect()) && !m_canvas->rect().contains(cut));
        m_canvas->select(object("customers"));
        QTest::keyClick(m_canvas.get(), key);
        if (key == Qt::Key_End) {
            QVERIFY(m_canvas->rect().contains(m_canvas->widgetRect(*m_canvas->selected())));
            continue;
        }
        QVERIFY(m_canvas->selected() == object("orders"));
        QVERIFY(m_canvas->rect().contains(m_canvas->widgetRect(object("orders"))));
    }
}

void TestCanvas::aTallTableIsShownFromItsTitle()
{
    QByteArray schema("tall\n");
    for (int i = 0; i < 38; ++i)
        schema += "  column_" + QByteArray::number(i) + " text\n";
    m_graph = test::graphOf(schema.constData());
    m_canvas->setDiagram(m_graph, test::gridLayout(*m_graph));
    const auto titleIsShown = [this] {
        const int top = m_canvas->widgetRect(object("tall")).top();
        return top > 0 && top < 60;
    };
    QVERIFY(detailLevelAt(m_canvas->scale()) != DetailLevel::Rows);
    m_canvas->ensureVisible(object("tall"));
    QVERIFY(detailLevelAt(m_canvas->scale()) == DetailLevel::Rows);
    QVERIFY(m_canvas->widgetRect(object("tall")).height() > m_canvas->height());
    QVERIFY(titleIsShown());
    m_canvas->centerOn(object("tall.column_30"));
    QVERIFY(!titleIsShown());
    QVERIFY(m_canvas->rect().contains(m_canvas->widgetRect(object("tall.column_30"))));
    m_canvas->ensureVisible(object("tall"));
    QVERIFY(titleIsShown());
}

void TestCanvas::enterActivatesAndEscapeClears()
{
    QSignalSpy activated(m_canvas.get(), &Canvas::objectActivated);
    m_canvas->setFocus();
    QTest::keyClick(m_canvas.get(), Qt::Key_Return);
    QVERIFY(activated.isEmpty());
    m_canvas->select(object("orders"));
    QTest::keyClick(m_canvas.get(), Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
    QVERIFY(!m_canvas->selected());
}

void TestCanvas::selectionSurvivesANewDiagram()
{
    QSignalSpy selected(m_canvas.get(), &Canvas::selectionChanged);
    m_canvas->select(object("orders.note"));
    const QRectF view = m_canvas->viewRect();
    const QByteArray larger = QByteArray("a_first_table\n  id integer pk\n") + test::smallShop;
    m_graph = test::graphOf(larger.constData());
    m_canvas->setDiagram(m_graph, test::gridLayout(*m_graph), true);
    QVERIFY(m_canvas->selected() == object("orders.note"));
    QCOMPARE(m_canvas->viewRect(), view);
    m_graph = test::graphOf("others\n  id integer pk\n");
    m_canvas->setDiagram(m_graph, test::gridLayout(*m_graph));
    QVERIFY(!m_canvas->selected());
    QVERIFY(selected.isEmpty());
}

void TestCanvas::placementsRememberPins()
{
    const auto pinned = [&](const char* name) {
        return m_canvas->placements().tables.value(m_graph->catalog->keyOf(object(name))).pinned;
    };
    drag(titleOf("orders"), titleOf("orders") + QPoint(60, 32));
    QVERIFY(pinned("orders"));
    QVERIFY(!pinned("customers"));
    QCOMPARE(m_canvas->placements().tables.size(), 3);
}

void TestCanvas::centerOnMakesReadable()
{
    m_canvas->zoomOut();
    m_canvas->zoomOut();
    m_canvas->zoomOut();
    m_canvas->centerOn(object("orders"));
    QVERIFY(detailLevelAt(m_canvas->scale()) == DetailLevel::Rows);
    const QPoint middle = middleOf("orders");
    QVERIFY((middle - m_canvas->rect().center()).manhattanLength() <= 2);
}

void TestCanvas::ensureVisibleMovesLittle()
{
    m_canvas->zoomTo100();
    m_canvas->centerOn(object("customers"));
    const QRectF centered = m_canvas->viewRect();
    m_canvas->ensureVisible(object("customers.email"));
    QCOMPARE(m_canvas->viewRect(), centered);
    drag(emptyPoint(), emptyPoint() + QPoint(5000, 0), Qt::MiddleButton);
    QVERIFY(!m_canvas->rect().intersects(m_canvas->widgetRect(object("customers"))));
    m_canvas->ensureVisible(object("customers"));
    QVERIFY(m_canvas->rect().contains(m_canvas->widgetRect(object("customers"))));
    QCOMPARE(m_canvas->scale(), 1.0);
}

void TestCanvas::contextMenuNamesItsObject()
{
    QSignalSpy requested(m_canvas.get(), &Canvas::contextMenuRequested);
    const QPoint at = titleOf("orders");
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, m_canvas->mapToGlobal(at));
    QCoreApplication::sendEvent(m_canvas.get(), &event);
    QCOMPARE(requested.size(), 1);
    QVERIFY(requested[0][0].value<std::optional<ObjectRef>>() == object("orders"));
    QVERIFY(m_canvas->selected() == object("orders"));
}

void TestCanvas::assistiveTechnologySeesTables()
{
    QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(m_canvas.get());
    QVERIFY(interface);
    int tables = 0;
    int regions = 0; // the two schemas
    for (int i = 0; i < interface->childCount(); ++i) {
        tables += interface->child(i)->role() == QAccessible::ListItem ? 1 : 0;
        regions += interface->child(i)->role() == QAccessible::Grouping ? 1 : 0;
    }
    QCOMPARE(tables, 3);
    QCOMPARE(regions, 2);
    QStringList names;
    for (int i = 0; i < interface->childCount(); ++i) {
        QAccessibleInterface* child = interface->child(i);
        QVERIFY(child);
        QCOMPARE(child->parent(), interface);
        QCOMPARE(interface->indexOfChild(child), i);
        QVERIFY(!child->rect().isEmpty());
        names << child->text(QAccessible::Name);
    }
    QVERIFY(names.contains(QStringLiteral("orders")));
    QVERIFY(names.contains(QStringLiteral("billing.invoices")));
    m_canvas->select(object("orders"));
    QVERIFY(interface->child(int(names.indexOf(QStringLiteral("orders"))))->state().selected);
    m_canvas->clear();
    QCOMPARE(interface->childCount(), 0);
}

void TestCanvas::emptyCanvasShowsItsText()
{
    m_canvas->clear();
    const QImage without = m_canvas->grab().toImage();
    m_canvas->setEmptyText(QStringLiteral("Nothing is open."));
    QVERIFY(m_canvas->grab().toImage() != without);
    QVERIFY(!m_canvas->graph());
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, {50, 50});
    QTest::keyClick(m_canvas.get(), Qt::Key_Tab);
    QTest::keyClick(m_canvas.get(), Qt::Key_Right);
    QVERIFY(!m_canvas->selected());
}

QImage TestCanvas::canvasPicture()
{
    return m_canvas->grab().toImage().convertToFormat(QImage::Format_RGB32);
}

QImage TestCanvas::sharpPicture(const DiagramScene& scene, const ViewTransform& view, bool dark)
{
    FrameRequest request;
    request.scene = std::make_shared<const DiagramScene>(scene);
    request.emphasis = std::make_shared<const EmphasisMap>();
    request.size = m_canvas->size();
    request.view = view;
    request.dark = dark;
    RasterPainter painter;
    return paintFrame(painter, request).image;
}

void TestCanvas::slowFramesArriveLater()
{
    m_graph = test::graphOf(test::syntheticCatalog(3000));
    m_canvas->resize(3000, 2000);
    m_canvas->setDiagram(m_graph, test::gridLayout(*m_graph));
    const DiagramScene settled = test::sceneOf(m_graph);
    ViewTransform view = ViewTransform::fitting(settled.layout().bounds, m_canvas->size());
    for (int i = 0; i < 4; ++i) {
        m_canvas->zoomIn();
        m_canvas->repaint();
        view = view.zoomedAt(QRectF(m_canvas->rect()).center(), 1.25);
    }
    QCOMPARE(m_canvas->scale(), view.scale());
    const QImage sharp = sharpPicture(settled, view, false);
    const QImage sharpDark = sharpPicture(settled, view, true);
    QVERIFY(sharp != sharpDark);
    // Whoever paints it, the sharp frame with settled lines comes, and it is the same picture.
    QTRY_COMPARE_WITH_TIMEOUT(canvasPicture(), sharp, patience);
    m_canvas->setDark(true);
    m_canvas->repaint();
    m_canvas->setDark(false);
    m_canvas->repaint();
    QTRY_COMPARE_WITH_TIMEOUT(canvasPicture(), sharp, patience);
    m_canvas->setDark(true);
    QTRY_COMPARE_WITH_TIMEOUT(canvasPicture(), sharpDark, patience);
}

void TestCanvas::manyLinesSettleInTheBackground()
{
    m_graph = test::graphOf(test::syntheticCatalog(1000));
    QVERIFY(m_graph->edges.size() > 1000);
    const DiagramScene settled = test::sceneOf(m_graph);
    const QImage expected = sharpPicture(
        settled, ViewTransform::fitting(settled.layout().bounds, m_canvas->size()), false);
    m_canvas->setDiagram(m_graph, test::gridLayout(*m_graph));
    QTRY_COMPARE_WITH_TIMEOUT(canvasPicture(), expected, patience);
}

QTEST_MAIN(TestCanvas)
#include "tst_canvas.moc"

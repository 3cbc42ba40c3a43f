// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Finding one's way in the window as a person does, with keys and mouse on the sample: back and
// forward, breadcrumbs, minimap, hiding with a list of what is hidden, views that are saved,
// opened, kept in the workspace and drawn from the command line; all of it undone by name.
#include "app/main_window.h"
#include "app/place_desk.h"
#include "app/view_desk.h"
#include "diagram/canvas.h"
#include "tests/gui/window_test.h"
#include "tests/support/quiet_home.h"
#include "widgets/breadcrumb_bar.h"
#include "widgets/hidden_strip.h"
#include "widgets/minimap.h"
#include "widgets/view_panel.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace cadastre;

namespace {

constexpr int patienceMs = 30000;

/// Places are kept in whole pixels.
bool isNear(QPointF a, QPointF b)
{
    return (a - b).manhattanLength() < 2.5;
}

QString sampleFile()
{
    return QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite");
}

} // namespace

class TestViewsWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void backAndForward();
    void breadcrumbsLeadOut();
    void minimapGoesThere();
    void hideListAndShowAgain();
    void isolateSurvivesRefresh();
    void whatIsSearchedIsNotSilentlyHidden();
    void queryChoosesWhatIsShown();
    void severalTablesMoveAsOneStep();
    void layingOutAnewIsUndone();
    void viewsAreSavedOpenedAndUndone();
    void viewsAreRenamedNotedAndDeleted();
    void viewsStayInTheWorkspaceAndAreDrawn();

private:
    void open(const QString& path);
    void settle();
    [[nodiscard]] ViewDesk* views() const { return m_window->findChild<ViewDesk*>(); }
    [[nodiscard]] PlaceDesk* places() const { return m_window->findChild<PlaceDesk*>(); }
    [[nodiscard]] Canvas* canvas() const { return m_window->canvas(); }
    [[nodiscard]] DiagramController* diagram() const { return m_window->diagram(); }
    [[nodiscard]] ObjectRef table(const char* name) const;
    [[nodiscard]] QString selectedName() const;
    void choose(const char* name);
    void press(int key, Qt::KeyboardModifiers modifiers = {});
    void saveView(const QString& name);
    void answer(const char* dialog, const QString& text);
    [[nodiscard]] QString undoText() const { return m_window->actions().undo->text(); }

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_path;
    std::unique_ptr<MainWindow> m_window;
};

void TestViewsWindow::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QCoreApplication::setApplicationName(QStringLiteral("cadastre"));
    QVERIFY2(QFile::exists(sampleFile()), qPrintable(sampleFile()));
}

void TestViewsWindow::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(m_home->isValid());
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(name, m_home->filePath(QString::fromLatin1(name)).toUtf8());
    QVERIFY(test::makeQuietHome()); // clicks need a picture that stays
    m_path = m_home->filePath(QStringLiteral("shop.sqlite"));
    QVERIFY(QFile::copy(sampleFile(), m_path));
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get(), patienceMs));
    QTRY_VERIFY(views()->panel() != nullptr);
    open(m_path);
    canvas()->setFocus();
}

void TestViewsWindow::cleanup()
{
    if (m_window)
        m_window->close();
    m_window.reset();
    m_home.reset();
}

void TestViewsWindow::open(const QString& path)
{
    QSignalSpy shown(diagram(), &DiagramController::pictureShown);
    m_window->openAddress(path);
    QVERIFY(shown.wait(patienceMs));
    settle();
}

void TestViewsWindow::settle()
{
    QTRY_VERIFY_WITH_TIMEOUT(!diagram()->isMakingPicture(), patienceMs);
}

ObjectRef TestViewsWindow::table(const char* name) const
{
    const auto object = diagram()->facts().catalog->resolve(QString::fromUtf8(name));
    if (!object)
        qFatal("%s", qPrintable(object.error().message));
    return *object;
}

QString TestViewsWindow::selectedName() const
{
    const auto selected = diagram()->selected();
    return selected ? diagram()->facts().catalog->displayName(*selected) : QString();
}

/// As by a click: chosen in the diagram, and said so.
void TestViewsWindow::choose(const char* name)
{
    canvas()->ensureVisible(table(name));
    QTest::mouseClick(canvas(), Qt::LeftButton, {},
                      canvas()->widgetRect(table(name)).topLeft() + QPoint(8, 8));
    QVERIFY2(diagram()->selected() == table(name), name);
}

void TestViewsWindow::press(int key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(canvas(), Qt::Key(key), modifiers);
}

void TestViewsWindow::answer(const char* dialog, const QString& text)
{
    // one that was answered may still be there
    const auto shown = [&]() -> QInputDialog* {
        const auto all = m_window->findChildren<QInputDialog*>(QString::fromLatin1(dialog));
        const auto found = std::find_if(all.begin(), all.end(),
                                        [](QInputDialog* one) { return one->isVisible(); });
        return found == all.end() ? nullptr : *found;
    };
    QTRY_VERIFY(shown() != nullptr);
    QInputDialog* asked = shown();
    auto* field = asked->findChild<QLineEdit*>();
    field->selectAll();
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
}

void TestViewsWindow::saveView(const QString& name)
{
    canvas()->setFocus();
    press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    answer("viewName", name);
    QVERIFY(views()->flow()->document().views.contains(name));
    QCOMPARE(views()->flow()->openView(), name);
}

void TestViewsWindow::backAndForward()
{
    QVERIFY(!m_window->actions().forward->isEnabled());
    choose("customers");
    choose("tmp_orders");
    settle();
    const QRectF near = canvas()->viewRect();
    press(Qt::Key_Return);
    settle();
    QVERIFY(diagram()->view().focus.has_value());
    QVERIFY(m_window->actions().back->isEnabled());
    press(Qt::Key_Backspace);
    settle();
    QVERIFY(!diagram()->view().focus);
    QCOMPARE(selectedName(), QStringLiteral("tmp_orders"));
    const QPointF away = canvas()->viewRect().center() - near.center();
    QVERIFY2(isNear(away, QPointF()),
             qPrintable(QStringLiteral("%1 %2").arg(away.x()).arg(away.y())));
    press(Qt::Key_Backspace);
    QCOMPARE(selectedName(), QStringLiteral("customers"));
    press(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(selectedName(), QStringLiteral("tmp_orders"));
    press(Qt::Key_Right, Qt::AltModifier);
    settle();
    QVERIFY(diagram()->view().focus.has_value());
    QVERIFY(!m_window->actions().forward->isEnabled());
    QTest::mouseClick(canvas(), Qt::BackButton, {}, {5, 5});
    settle();
    QVERIFY(!diagram()->view().focus);
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(selectedName(), QStringLiteral("customers"));
    // walking by arrows leads somewhere, and back
    press(Qt::Key_Right);
    const QString right = selectedName();
    QVERIFY(right != QStringLiteral("customers"));
    press(Qt::Key_Backspace);
    QCOMPARE(selectedName(), QStringLiteral("customers"));
}

void TestViewsWindow::breadcrumbsLeadOut()
{
    BreadcrumbBar* crumbs = places()->crumbs();
    QVERIFY(crumbs->isVisible());
    choose("tmp_orders");
    QCOMPARE(crumbs->texts().first(), QStringLiteral("shop"));
    QCOMPARE(crumbs->texts().last(), QStringLiteral("tmp_orders"));
    press(Qt::Key_Return);
    settle();
    const QStringList focused = crumbs->texts();
    QVERIFY2(focused.contains(QStringLiteral("Near tmp_orders")), qPrintable(focused.join(u'|')));
    QTest::mouseClick(crumbs->button(0), Qt::LeftButton);
    settle();
    QVERIFY(!diagram()->view().focus);
    QVERIFY(canvas()->isFitted());
    // by keyboard, and in little room the middle goes
    crumbs->button(0)->setFocus();
    QTest::keyClick(crumbs->button(0), Qt::Key_Right);
    QVERIFY(!crumbs->button(0)->hasFocus());
    crumbs->resize(150, crumbs->height());
    const bool many = crumbs->texts().size() > 2;
    QCOMPARE(crumbs->ellipsis()->isVisible(), many);
    QVERIFY(crumbs->button(int(crumbs->texts().size()) - 1)->isVisible());
}

void TestViewsWindow::minimapGoesThere()
{
    Minimap* map = places()->minimap();
    canvas()->fit();
    QVERIFY(!map->isVisible()); // all is in view
    canvas()->zoomTo100();
    QTRY_VERIFY(map->isVisible());
    QVERIFY(!QRectF(map->geometry()).intersects(canvas()->lineLegendRect()));
    const QPoint corner(12, 12);
    QTest::mouseClick(map, Qt::LeftButton, {}, corner);
    QVERIFY((map->viewFrame().center() - QPointF(corner)).manhattanLength() < 2);
    const QRectF before = canvas()->viewRect();
    const QPoint grabbed = map->viewFrame().center().toPoint();
    QTest::mousePress(map, Qt::LeftButton, {}, grabbed);
    const QPoint to = grabbed + QPoint(40, 30);
    QMouseEvent move(QEvent::MouseMove, to, map->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(map, &move);
    QTest::mouseRelease(map, Qt::LeftButton, {}, to);
    QVERIFY(canvas()->viewRect().left() > before.left());
    QVERIFY(canvas()->viewRect().top() > before.top());
    QCOMPARE(canvas()->scale(), 1.0);
    press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!map->isVisible());
    MainWindow another; // remembered
    QVERIFY(!another.findChild<PlaceDesk*>()->minimapAction()->isChecked());
}

void TestViewsWindow::hideListAndShowAgain()
{
    const Placements before = diagram()->placements();
    HiddenStrip* strip = views()->strip();
    QVERIFY(!strip->isVisible());
    QVERIFY(!views()->actions().hide->isEnabled());
    choose("tmp_orders");
    press(Qt::Key_H, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(canvas()->isHidden(table("tmp_orders")));
    QVERIFY(strip->isVisible());
    QCOMPARE(strip->text(), QStringLiteral("Hidden: 1 table"));
    QVERIFY2(undoText().contains(QStringLiteral("Hide tmp_orders")), qPrintable(undoText()));
    canvas()->selectTables({TableId{table("customers").index}, TableId{table("invoices").index}});
    Q_EMIT canvas()->tablesSelectionChanged(canvas()->selectedTables());
    press(Qt::Key_H, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(strip->text(), QStringLiteral("Hidden: 3 tables"));
    QVERIFY2(undoText().contains(QStringLiteral("Hide 2 tables")), qPrintable(undoText()));

    QTest::mouseClick(strip->findChild<QToolButton*>(QStringLiteral("listHidden")), Qt::LeftButton);
    QVERIFY(views()->dock()->isVisible());
    QListView* list = views()->panel()->hiddenList();
    QCOMPARE(list->model()->rowCount(), 3);
    list->setCurrentIndex(list->model()->index(0, 0));
    const QString first = list->currentIndex().data().toString();
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(list->model()->rowCount(), 2);
    QVERIFY2(undoText().contains(QStringLiteral("Show %1").arg(first)), qPrintable(undoText()));
    press(Qt::Key_A, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(!strip->isVisible());
    QCOMPARE(list->model()->rowCount(), 0);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(strip->text(), QStringLiteral("Hidden: 2 tables"));
    press(Qt::Key_Z, Qt::ControlModifier);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(strip->text(), QStringLiteral("Hidden: 1 table"));
    QVERIFY(canvas()->isHidden(table("tmp_orders")));
    QCOMPARE(diagram()->placements(), before); // nothing ever moved
}

void TestViewsWindow::isolateSurvivesRefresh()
{
    choose("tmp_orders");
    press(Qt::Key_I, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(canvas()->visibleObjects().size(), std::size_t(1));
    QVERIFY(views()->strip()->text().startsWith(QStringLiteral("Shown: 1 of")));
    QVERIFY(undoText().contains(QStringLiteral("Isolate tmp_orders")));
    QSignalSpy shown(diagram(), &DiagramController::pictureShown);
    press(Qt::Key_F5);
    QVERIFY(shown.wait(patienceMs));
    settle();
    QCOMPARE(canvas()->hiddenTables().size(), canvas()->graph()->nodes.size() - 1);
    QVERIFY(views()->strip()->isVisible());
    choose("tmp_orders");
    views()->actions().isolateNear->trigger();
    const std::size_t near = canvas()->graph()->nodes.size() - canvas()->hiddenTables().size();
    QVERIFY(near > 1);
    QTest::mouseClick(views()->strip()->findChild<QToolButton*>(QStringLiteral("showAllHidden")),
                      Qt::LeftButton);
    QVERIFY(canvas()->hiddenTables().empty());
}

void TestViewsWindow::whatIsSearchedIsNotSilentlyHidden()
{
    choose("tmp_orders");
    press(Qt::Key_H, Qt::ControlModifier | Qt::AltModifier);
    diagram()->reveal(table("tmp_orders"));
    HiddenStrip* strip = views()->strip();
    QVERIFY2(strip->text().startsWith(QStringLiteral("tmp_orders is hidden")),
             qPrintable(strip->text()));
    auto* show = strip->findChild<QToolButton*>(QStringLiteral("showMissed"));
    QVERIFY(show->isVisible());
    QTest::mouseClick(show, Qt::LeftButton);
    QVERIFY(!canvas()->isHidden(table("tmp_orders")));
    QCOMPARE(selectedName(), QStringLiteral("tmp_orders"));
    QVERIFY(!strip->isVisible());
}

void TestViewsWindow::queryChoosesWhatIsShown()
{
    views()->actions().showMatching->trigger();
    answer("viewQuery", QStringLiteral("order"));
    QVERIFY(!canvas()->isHidden(table("tmp_orders")));
    QVERIFY(canvas()->hiddenTables().size() > 10);
    QVERIFY(views()->strip()->text().contains(QStringLiteral("chosen by order")));
    const std::size_t hidden = canvas()->hiddenTables().size();
    views()->actions().showMatching->trigger();
    answer("viewQuery", QStringLiteral("qqqzzz"));
    QCOMPARE(canvas()->hiddenTables().size(), hidden); // what matches nothing hides nothing
    m_window->actions().undo->trigger();
    QVERIFY(canvas()->hiddenTables().empty());
    QVERIFY(views()->flow()->query().isEmpty());
}

void TestViewsWindow::severalTablesMoveAsOneStep()
{
    const std::vector<TableId> tables{TableId{table("tmp_orders").index},
                                      TableId{table("customers").index}};
    canvas()->zoomTo100();
    canvas()->selectTables(tables);
    const QPointF before = canvas()->sceneRect(table("tmp_orders")).topLeft();
    for (int step = 0; step < 2; ++step) { // QTest lets Ctrl go after each click
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Down, Qt::ControlModifier);
        QCoreApplication::sendEvent(canvas(), &held);
    }
    QTest::keyRelease(canvas(), Qt::Key_Control);
    QVERIFY2(undoText().contains(QStringLiteral("Move 2 tables")), qPrintable(undoText()));
    QCOMPARE(canvas()->sceneRect(table("tmp_orders")).topLeft(), before + QPointF(0, 40));
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(canvas()->sceneRect(table("tmp_orders")).topLeft(), before);
    canvas()->selectTables(tables);
    Q_EMIT canvas()->tablesSelectionChanged(canvas()->selectedTables());
    views()->actions().alignLeft->trigger();
    QCOMPARE(canvas()->sceneRect(table("tmp_orders")).left(),
             canvas()->sceneRect(table("customers")).left());
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(canvas()->sceneRect(table("tmp_orders")).topLeft(), before);
}

void TestViewsWindow::layingOutAnewIsUndone()
{
    const TableId orders{table("tmp_orders").index};
    const QPointF from = canvas()->sceneRect(orders).topLeft();
    const QPointF to = from + QPointF(0, 5000);
    canvas()->placeTables({{orders, to}});
    diagram()->moveTables({{orders, from, to}});
    m_window->actions().tidy->trigger();
    settle();
    QVERIFY(canvas()->sceneRect(table("tmp_orders")).top() < to.y() - 1000);
    QVERIFY(undoText().contains(QStringLiteral("Lay out anew")));
    m_window->actions().undo->trigger();
    settle();
    QVERIFY(isNear(canvas()->sceneRect(table("tmp_orders")).topLeft(), to));
}

void TestViewsWindow::viewsAreSavedOpenedAndUndone()
{
    const QRectF whole = canvas()->sceneRect(table("tmp_orders"));
    choose("tmp_orders");
    views()->actions().isolateNear->trigger();
    const std::size_t shown = canvas()->graph()->nodes.size() - canvas()->hiddenTables().size();
    saveView(QStringLiteral("Sales"));
    QVERIFY2(undoText().contains(QStringLiteral("Save the view Sales")), qPrintable(undoText()));
    // its tables have places of their own
    canvas()->selectTables({TableId{table("tmp_orders").index}});
    press(Qt::Key_Down, Qt::ControlModifier);
    const QPointF moved = canvas()->sceneRect(table("tmp_orders")).topLeft();
    QCOMPARE(moved, whole.topLeft() + QPointF(0, 20));
    press(Qt::Key_Backspace); // out of the view
    settle();
    while (!views()->flow()->openView().isEmpty() && diagram()->canGoBack()) {
        press(Qt::Key_Backspace);
        settle();
    }
    QVERIFY(views()->flow()->openView().isEmpty());
    QVERIFY(isNear(canvas()->sceneRect(table("tmp_orders")).topLeft(), whole.topLeft()));
    press(Qt::Key_A, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(canvas()->hiddenTables().empty());

    views()->panel()->chooseView(QStringLiteral("Sales"));
    views()->showPanel();
    QTest::keyClick(views()->panel()->tree(), Qt::Key_Return);
    QTRY_COMPARE(views()->flow()->openView(), QStringLiteral("Sales"));
    settle();
    QCOMPARE(canvas()->graph()->nodes.size() - canvas()->hiddenTables().size(), shown);
    QVERIFY(isNear(canvas()->sceneRect(table("tmp_orders")).topLeft(), moved));
    QVERIFY(places()->crumbs()->texts().contains(QStringLiteral("Sales")));
    QVERIFY2(undoText().contains(QStringLiteral("Open the view Sales")), qPrintable(undoText()));
    press(Qt::Key_Z, Qt::ControlModifier);
    settle();
    QVERIFY(views()->flow()->openView().isEmpty());
    QVERIFY(canvas()->hiddenTables().empty());
    QVERIFY(isNear(canvas()->sceneRect(table("tmp_orders")).topLeft(), whole.topLeft()));
}

void TestViewsWindow::viewsAreRenamedNotedAndDeleted()
{
    saveView(QStringLiteral("One"));
    ViewPanel* panel = views()->panel();
    views()->showPanel();
    panel->chooseView(QStringLiteral("One"));
    panel->note()->setFocus();
    QTest::keyClicks(panel->note(), QStringLiteral("For Jo"));
    panel->tree()->setFocus();
    const auto& saved = views()->flow()->document().views;
    QTRY_COMPARE(saved.at(QStringLiteral("One")).note, QStringLiteral("For Jo"));
    panel->chooseView(QStringLiteral("One"));
    QTest::keyClick(panel->tree(), Qt::Key_F2);
    auto* editor = panel->tree()->findChild<QLineEdit*>();
    QVERIFY(editor != nullptr);
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("Old / Two"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY(saved.contains(QStringLiteral("Old / Two")));
    QVERIFY(!saved.contains(QStringLiteral("One")));
    QCOMPARE(views()->flow()->openView(), QStringLiteral("Old / Two"));
    QCOMPARE(panel->tree()->topLevelItem(0)->text(0), QStringLiteral("Old")); // a folder
    views()->flow()->duplicate(QStringLiteral("Old / Two"));
    QVERIFY(saved.contains(QStringLiteral("Old / Two 2")));
    QCOMPARE(views()->paletteEntries().size(), std::size_t(2));
    panel->chooseView(QStringLiteral("Old / Two"));
    QTest::keyClick(panel->tree(), Qt::Key_Delete);
    QVERIFY(!saved.contains(QStringLiteral("Old / Two")));
    settle();
    QVERIFY(views()->flow()->openView().isEmpty());
    QVERIFY(undoText().contains(QStringLiteral("Delete the view Old / Two")));
    m_window->actions().undo->trigger();
    QCOMPARE(saved.at(QStringLiteral("Old / Two")).note, QStringLiteral("For Jo"));
}

void TestViewsWindow::viewsStayInTheWorkspaceAndAreDrawn()
{
    choose("tmp_orders");
    views()->actions().isolateNear->trigger();
    const auto keyText = [this](ObjectRef object) {
        return QByteArray(
            diagram()->facts().catalog->keyOf(object).toString().toHtmlEscaped().toUtf8() + '"');
    };
    const QByteArray shown = keyText(table("tmp_orders"));
    const QByteArray hidden = keyText(canvas()->hiddenTables().front());
    saveView(QStringLiteral("Sales"));
    const QString file = m_home->filePath(QStringLiteral("shop.cadastre"));
    auto* workspace = m_window->findChild<WorkspaceFlow*>();
    QSignalSpy written(workspace, &WorkspaceFlow::saved);
    workspace->saveTo(file);
    QVERIFY(written.wait(patienceMs));
    m_window->close();
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get(), patienceMs));
    QTRY_VERIFY(views()->panel() != nullptr);
    open(file);
    QVERIFY(views()->flow()->document().views.contains(QStringLiteral("Sales")));
    QVERIFY(views()->strip()->isVisible()); // what was hidden is hidden still, and said

    const auto draw = [&](const QString& view) {
        QProcess process;
        process.setProgram(QStringLiteral(CADASTRE_BINARY_DIR "/bin/cadastre"));
        process.setArguments({QStringLiteral("diagram"), file, QStringLiteral("--view"), view,
                              QStringLiteral("-o"), QStringLiteral("-"), QStringLiteral("--format"),
                              QStringLiteral("svg")});
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        process.setProcessEnvironment(environment);
        process.start();
        process.waitForFinished(patienceMs);
        const QByteArray said = process.readAllStandardOutput() + process.readAllStandardError();
        return std::pair(process.exitCode(), said);
    };
    const auto [exit, svg] = draw(QStringLiteral("Sales"));
    QCOMPARE(exit, 0);
    QVERIFY2(svg.contains(shown), shown.constData());
    QVERIFY2(!svg.contains(hidden), hidden.constData());
    const auto [none, said] = draw(QStringLiteral("Nothing"));
    QCOMPARE(none, 2);
    QVERIFY2(said.contains("Sales"), said.constData());
}

CADASTRE_WINDOW_TEST(TestViewsWindow)
#include "tst_views_window.moc"

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The whole window on a small screen: 1280 by 800 at a scale of 1.5, which leaves 853 by 533. The
// window, its panels and dialogs fit, buttons are in sight, tabs can be told apart, and panels come
// to the front when they are asked for.
#include "app/boundary_desk.h"
#include "app/comment_desk.h"
#include "app/comment_flow.h"
#include "app/dock_tabs.h"
#include "app/main_window.h"
#include "app/orientation_desk.h"
#include "app/pending_desk.h"
#include "diagram/canvas.h"
#include "diagram/layout_worker.h"
#include "widgets/activity_bar.h"
#include "widgets/catalog_panel.h"
#include "widgets/command_palette.h"
#include "widgets/inspector_panel.h"
#include "widgets/orientation_panel.h"
#include "widgets/pending_panel.h"

#include <QtTest>

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDockWidget>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>

using namespace cadastre;

namespace {

constexpr int patienceMs = 30000;

QString sampleFile()
{
    return QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite");
}

QString text(QSize size)
{
    return QStringLiteral("%1 x %2").arg(size.width()).arg(size.height());
}

bool isWholeInSight(const QWidget* widget)
{
    return widget->isVisible() && widget->visibleRegion().boundingRect() == widget->rect();
}

bool isInFront(const QDockWidget* dock)
{
    return dock->isVisible() && !dock->visibleRegion().isEmpty();
}

QDialog* openDialog()
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget* window : windows) {
        auto* dialog = qobject_cast<QDialog*>(window);
        if (dialog != nullptr && dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

} // namespace

class TestSmallWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void windowFitsTheScreen();
    void tourKeepsItsRows();
    void panelsLeaveTheWindowAsItIs();
    void panelsNeedNoSidewaysScrolling();
    void tabsCanBeToldApart();
    void openedPanelsComeToTheFront();
    void closedPanelsGiveWayToTheOneBefore();
    void filterOfTheTreeIsSeen();
    void whatWasFoundHasItsFactsInFront();
    void floatingPanelsStepAside();
    void panelsAreSortedInTheMenu();
    void severalTablesHaveButtons();
    void emptyPendingPanelHasItsWords();
    void pendingButtonsAreInSight();
    void dialogsFitTheScreen();

private:
    [[nodiscard]] QDockWidget* dock(const char* name) const
    {
        return m_window->findChild<QDockWidget*>(QString::fromLatin1(name));
    }
    [[nodiscard]] CommentDesk* comments() const { return m_window->findChild<CommentDesk*>(); }
    [[nodiscard]] bool isBusy() const;

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<MainWindow> m_window;
};

bool TestSmallWindow::isBusy() const
{
    const auto* activity = m_window->findChild<ActivityBar*>();
    return activity->isVisible() || activity->findChild<QTimer*>()->isActive();
}

void TestSmallWindow::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QCoreApplication::setApplicationName(QStringLiteral("cadastre"));
    QVERIFY2(QFile::exists(sampleFile()), qPrintable(sampleFile()));
    m_home = std::make_unique<QTemporaryDir>();
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(name, m_home->filePath(QString::fromLatin1(name)).toUtf8());
    const QString path = m_home->filePath(QStringLiteral("shop.sqlite"));
    QVERIFY(QFile::copy(sampleFile(), path));
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get(), patienceMs));
    QTRY_VERIFY(m_window->catalogPanel() != nullptr);
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    m_window->openAddress(path);
    QVERIFY(shown.wait(patienceMs));
    QTRY_VERIFY_WITH_TIMEOUT(!isBusy(), patienceMs);
}

void TestSmallWindow::cleanupTestCase()
{
    if (m_window)
        m_window->close();
    m_window.reset();
}

void TestSmallWindow::windowFitsTheScreen()
{
    const QSize least = m_window->minimumSizeHint();
    QVERIFY2(least.width() <= 760 && least.height() <= 480, qPrintable(text(least)));
    const QRect screen = m_window->screen()->availableGeometry();
    QVERIFY2(screen.width() < 900, qPrintable(text(screen.size()))); // it is a small one
    QVERIFY2(screen.contains(m_window->frameGeometry()),
             qPrintable(text(m_window->frameGeometry().size())));
    QVERIFY(isWholeInSight(m_window->findChild<QWidget*>(QStringLiteral("scale"))));
    m_window->showMaximized();
    QTRY_COMPARE(m_window->width(), screen.width());
    // a scaled screen has parts of pixels
    QVERIFY2(screen.adjusted(-1, -2, 1, 2).contains(m_window->geometry()),
             qPrintable(text(m_window->size())));
    m_window->showNormal();
    QTRY_VERIFY(!m_window->isMaximized());
}

void TestSmallWindow::tourKeepsItsRows()
{
    auto* desk = m_window->findChild<OrientationDesk*>();
    QTRY_VERIFY_WITH_TIMEOUT(desk->isCurrent() && !desk->isBusy(), patienceMs);
    QTest::keyClick(m_window.get(), Qt::Key_F4);
    const OrientationPanel* panel = desk->panel();
    QTRY_VERIFY(isInFront(desk->dock()));
    const QTreeView* list = panel->list();
    const int row = list->sizeHintForRow(0);
    QVERIFY2(list->viewport()->height() >= 3 * row, qPrintable(text(list->size())));
    const QRect listRect(list->mapTo(panel, QPoint()), list->size());
    for (const QWidget* below :
         {static_cast<const QWidget*>(panel->nextButton()),
          static_cast<const QWidget*>(panel->sentence()->parentWidget()->parentWidget())}) {
        const QRect rect(below->mapTo(panel, QPoint()), below->size());
        QVERIFY(rect.isEmpty() || !rect.intersects(listRect));
    }
    QVERIFY(m_window->tabifiedDockWidgets(dock("catalogDock")).contains(desk->dock()));
}

void TestSmallWindow::panelsLeaveTheWindowAsItIs()
{
    const QRect before = m_window->frameGeometry();
    const QList<QDockWidget*> docks = m_window->findChildren<QDockWidget*>();
    for (QDockWidget* each : docks) {
        const bool shown = !each->isHidden();
        bringToFront(each);
        QCoreApplication::processEvents();
        QVERIFY2(m_window->frameGeometry() == before, qPrintable(each->windowTitle()));
        const QSize least = m_window->minimumSizeHint();
        QVERIFY2(least.width() <= 760 && least.height() <= 500,
                 qPrintable(QString(each->windowTitle() + QLatin1Char(' ') + text(least))));
        if (!shown)
            each->hide();
    }
}

void TestSmallWindow::panelsNeedNoSidewaysScrolling()
{
    QStringList complaints;
    const QList<QDockWidget*> docks = m_window->findChildren<QDockWidget*>();
    for (QDockWidget* each : docks) {
        const bool shown = !each->isHidden();
        bringToFront(each);
        QCoreApplication::processEvents();
        const auto* area = qobject_cast<QScrollArea*>(each->widget());
        QVERIFY(area != nullptr);
        if (area->widget()->width() > area->viewport()->width())
            complaints << QStringLiteral("%1: %2 in %3")
                              .arg(each->windowTitle())
                              .arg(area->widget()->minimumSizeHint().width())
                              .arg(area->viewport()->width());
        if (!shown)
            each->hide();
    }
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
}

void TestSmallWindow::tabsCanBeToldApart()
{
    dock("viewsDock")->toggleViewAction()->trigger();
    dock("pathDock")->toggleViewAction()->trigger();
    dock("changesDock")->toggleViewAction()->trigger();
    QTRY_VERIFY(isInFront(dock("changesDock")));
    int seen = 0;
    const QList<QTabBar*> bars = dockTabBars(m_window.get());
    for (const QTabBar* bar : bars) {
        for (int i = 0; i < bar->count() && bar->isVisible(); ++i) {
            QTRY_VERIFY2(!bar->tabIcon(i).isNull(), qPrintable(bar->tabText(i)));
            QCOMPARE(bar->tabToolTip(i), bar->tabText(i));
            QVERIFY(bar->rect().contains(bar->tabRect(i)));
            const int words = bar->fontMetrics().horizontalAdvance(bar->tabText(i));
            // all of its words, or none of them
            QVERIFY2(bar->tabRect(i).width() > words + 8 ||
                         (i != bar->currentIndex() && bar->tabRect(i).width() >= 24),
                     qPrintable(bar->tabText(i)));
            ++seen;
        }
    }
    QVERIFY2(seen >= 9, qPrintable(QString::number(seen)));
    for (const char* name : {"viewsDock", "pathDock", "changesDock"})
        dock(name)->toggleViewAction()->trigger();
}

void TestSmallWindow::openedPanelsComeToTheFront()
{
    bringToFront(dock("catalogDock"));
    QTRY_VERIFY(isInFront(dock("catalogDock")));
    for (const char* name : {"viewsDock", "viewsDock"}) {
        dock(name)->toggleViewAction()->trigger();
        QTRY_VERIFY(isInFront(dock(name)));
        QVERIFY(!isInFront(dock("catalogDock")));
        dock(name)->toggleViewAction()->trigger();
        QTRY_VERIFY(isInFront(dock("catalogDock")));
    }
}

void TestSmallWindow::closedPanelsGiveWayToTheOneBefore()
{
    for (const char* before : {"relationshipsDock", "inspectorDock"}) {
        bringToFront(dock("crossingsDock"));
        bringToFront(dock(before));
        QTRY_VERIFY(isInFront(dock(before)));
        dock("pathDock")->toggleViewAction()->trigger();
        QTRY_VERIFY(isInFront(dock("pathDock")));
        dock("pathDock")->close(); // as its button does
        QTRY_VERIFY2(isInFront(dock(before)), before);
    }
}

void TestSmallWindow::filterOfTheTreeIsSeen()
{
    bringToFront(dock("boundariesDock"));
    QTRY_VERIFY(isInFront(dock("boundariesDock")));
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(isInFront(dock("catalogDock")));
    QWidget* focus = QApplication::focusWidget();
    QVERIFY(m_window->catalogPanel()->isAncestorOf(focus));
    QTRY_VERIFY(isWholeInSight(focus));
}

void TestSmallWindow::whatWasFoundHasItsFactsInFront()
{
    bringToFront(dock("relationshipsDock"));
    QTRY_VERIFY(isInFront(dock("relationshipsDock")));
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    auto* palette = m_window->findChild<CommandPalette*>();
    QTRY_VERIFY(palette != nullptr && palette->isVisible());
    QTest::keyClicks(palette->field(), QStringLiteral("credit_notes"));
    QTRY_VERIFY(palette->list()->currentIndex().data().toString() ==
                QStringLiteral("credit_notes"));
    QTest::keyClick(palette->field(), Qt::Key_Return);
    QTRY_VERIFY(isInFront(dock("inspectorDock")));
    QCOMPARE(m_window->inspector()->title(), QStringLiteral("credit_notes"));
    m_window->diagram()->select(std::nullopt);
}

void TestSmallWindow::floatingPanelsStepAside()
{
    QDockWidget* views = dock("worklistDock");
    bringToFront(views);
    QTRY_VERIFY(isInFront(views));
    const QPoint before = views->mapToGlobal(QPoint());
    auto* floats = views->findChild<QAbstractButton*>(QStringLiteral("qt_dockwidget_floatbutton"));
    QVERIFY(floats != nullptr);
    QTest::mouseClick(floats, Qt::LeftButton);
    QTRY_VERIFY(views->isFloating());
    QTRY_VERIFY((views->pos() - before).manhattanLength() > 20);
    QVERIFY(views->screen()->availableGeometry().contains(views->frameGeometry()));
    views->setFloating(false);
    QTRY_VERIFY(!views->isFloating());
}

void TestSmallWindow::panelsAreSortedInTheMenu()
{
    QMenu* menu = nullptr;
    const QList<QMenu*> menus = m_window->findChildren<QMenu*>();
    for (QMenu* each : menus) {
        if (each->actions().contains(dock("catalogDock")->toggleViewAction()))
            menu = each;
    }
    QVERIFY(menu != nullptr);
    QStringList titles;
    const QList<QAction*> entries = menu->actions();
    for (const QAction* entry : entries) {
        if (entry->isCheckable())
            titles << entry->text().remove(QLatin1Char('&'));
    }
    QVERIFY2(titles.size() >= 10, qPrintable(titles.join(u',')));
    QCOMPARE(titles.first(), QStringLiteral("Boundaries"));
    QCOMPARE(titles.last(), QStringLiteral("Pending changes"));
    QVERIFY(titles.indexOf(QStringLiteral("Views")) < titles.indexOf(QStringLiteral("Crossings")));
}

void TestSmallWindow::severalTablesHaveButtons()
{
    bringToFront(dock("inspectorDock"));
    const auto& catalog = *m_window->diagram()->facts().catalog;
    const TableId orders{catalog.resolve(QStringLiteral("invoices"))->index};
    const TableId others{catalog.resolve(QStringLiteral("customers"))->index};
    m_window->diagram()->chooseTables({orders, others});
    const auto buttons = [this] {
        QStringList found;
        const QList<QToolButton*> all = m_window->inspector()->findChildren<QToolButton*>();
        for (const QToolButton* button : all) {
            if (button->isVisible())
                found << button->text();
        }
        return found;
    };
    QTRY_VERIFY2(buttons().contains(QStringLiteral("Isolate")), qPrintable(buttons().join(u',')));
    QVERIFY(buttons().contains(QStringLiteral("Hide")));
    const QList<QLabel*> labels = m_window->inspector()->findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
        return label->isVisible() && label->text() == QStringLiteral("2 tables selected");
    }));
    m_window->diagram()->select(std::nullopt);
    QTRY_VERIFY(!buttons().contains(QStringLiteral("Isolate")));
}

void TestSmallWindow::emptyPendingPanelHasItsWords()
{
    comments()->actions().pending->trigger();
    const PendingPanel* panel = comments()->pending()->panel();
    QTRY_VERIFY(panel->isVisible());
    const auto* area = qobject_cast<QScrollArea*>(dock("pendingDock")->widget());
    QTRY_COMPARE(area->verticalScrollBar()->maximum(), 0);
    QVERIFY(!comments()->actions().undoBatch->isEnabled()); // nothing was applied
    const QList<QPushButton*> buttons = panel->findChildren<QPushButton*>();
    QVERIFY(std::ranges::none_of(buttons, [](const QPushButton* button) {
        return button->isVisible() && button->text().contains(QStringLiteral("batch"));
    }));
    dock("pendingDock")->close();
}

void TestSmallWindow::pendingButtonsAreInSight()
{
    const ObjectRef object =
        *m_window->diagram()->facts().catalog->resolve(QStringLiteral("invoices"));
    QVERIFY(comments()->flow()->edit(object, QStringLiteral("What a customer owes")));
    const QRect before = m_window->frameGeometry();
    comments()->actions().pending->trigger();
    const PendingPanel* panel = comments()->pending()->panel();
    QTRY_VERIFY(panel->applyButton()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(isWholeInSight(panel->applyButton()), patienceMs);
    QVERIFY2(isWholeInSight(panel->discardButton()), qPrintable(text(panel->size())));
    QCOMPARE(m_window->frameGeometry(), before);
    dock("pendingDock")->close();
}

void TestSmallWindow::dialogsFitTheScreen()
{
    const QRect screen = m_window->screen()->availableGeometry();
    const auto invoices = m_window->diagram()->facts().catalog->resolve(QStringLiteral("invoices"));
    m_window->diagram()->reveal(*invoices);
    QStringList complaints;
    int seen = 0;
    const QList<QAction*> actions = m_window->QWidget::actions();
    for (QAction* action : actions) {
        const bool opens = action->text().contains(QStringLiteral("…")) ||
                           action->text().contains(QStringLiteral("bout")) ||
                           action->text().contains(QStringLiteral("anual")) ||
                           action->text().contains(QStringLiteral("eyboard"));
        if (!action->isEnabled() || !opens)
            continue;
        action->trigger();
        QCoreApplication::processEvents();
        QTRY_VERIFY_WITH_TIMEOUT(!isBusy(), patienceMs);
        while (QDialog* dialog = openDialog()) {
            if (qobject_cast<QFileDialog*>(dialog) == nullptr) {
                QVERIFY(QTest::qWaitForWindowExposed(dialog));
                ++seen;
                const QString where = QStringLiteral("%1: ").arg(action->text());
                if (!screen.contains(dialog->frameGeometry()))
                    complaints << where + text(dialog->frameGeometry().size());
                const QList<QDialogButtonBox*> boxes = dialog->findChildren<QDialogButtonBox*>();
                for (const QDialogButtonBox* box : boxes) {
                    if (box->isVisible() && !isWholeInSight(box))
                        complaints << where + QStringLiteral("buttons out of sight");
                }
            }
            dialog->reject();
            QVERIFY2(!dialog->isVisible(), qPrintable(action->text()));
        }
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
    }
    QVERIFY2(seen >= 8, qPrintable(QString::number(seen)));
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
}

int main(int argc, char** argv)
{
    if (argc > 1 && qstrcmp(argv[1], "--layout-worker") == 0)
        return runLayoutWorker(); // as the program does
    qputenv("QT_SCALE_FACTOR", "1.5");
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi); // as QTEST_MAIN does
    const QApplication application(argc, argv);
    TestSmallWindow test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}
#include "tst_small_window.moc"

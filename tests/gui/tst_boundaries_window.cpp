// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Boundaries in the window from end to end on the sample: proposed, accepted, drawn, moved, undone,
// decided, saved, and there again afterwards.
#include "app/boundary_desk.h"
#include "app/main_window.h"
#include "diagram/canvas.h"
#include "tests/gui/window_test.h"
#include "tests/support/sqlite_file.h"
#include "widgets/boundary_panel.h"
#include "widgets/boundary_tree_model.h"
#include "widgets/crossing_detail.h"
#include "widgets/crossing_page.h"
#include "widgets/crossings_panel.h"
#include "widgets/exposure_form.h"
#include "widgets/focus_bar.h"
#include "widgets/inspector_panel.h"
#include "widgets/suggest_dialog.h"

#include <QAction>
#include <QApplication>
#include <QFileDialog>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QTreeView>

using namespace cadastre;

namespace {

constexpr int patienceMs = 30000;

QString sampleFile()
{
    return QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite");
}

/// The owners of the sample, as its README has them.
QByteArray ownersOfSample()
{
    return "table,owner\n"
           "products,catalogue\nproduct_variants,catalogue\ncategories,catalogue\n"
           "warehouses,catalogue\nstock_levels,catalogue\nv_products_v1,catalogue\n"
           "customers,ordering\ntmp_orders,ordering\norder_items,ordering\ncarts,ordering\n"
           "v_order_summary,ordering\nv_shipping_board,ordering\n"
           "invoices,billing\ninvoice_lines,billing\npayments,billing\nv_invoice_products,billing\n"
           "tickets,support\naudit_log,support\nv_customer_360,support\n";
}

} // namespace

class TestBoundariesWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void suggestedOnesAreAcceptedAndUndone();
    void importedOwnersCrossAndAreDecided();
    void droppedTableMovesAndComesBack();
    void workspaceKeepsThem();
    void onlyWhatOneMaySee();
    void panelFollowsTheSelection();
    void dialogsSayWhatIs();
    void importRemovesWhatItEmpties();

private:
    void openWindow();
    void open(const QString& path);
    void importOwners(const QByteArray& owners, std::size_t boundaries);
    void importOwners() { importOwners(ownersOfSample(), 4); }
    void waitUntilChecked() const;
    [[nodiscard]] BoundaryFlow* flow() const { return m_window->boundaries()->flow(); }
    [[nodiscard]] TableId table(const char* name) const;
    [[nodiscard]] QString ownerOf(const char* name) const;

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<MainWindow> m_window;
};

void TestBoundariesWindow::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QCoreApplication::setApplicationName(QStringLiteral("cadastre"));
    QVERIFY2(QFile::exists(sampleFile()), qPrintable(sampleFile()));
}

void TestBoundariesWindow::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(m_home->isValid());
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(name, m_home->filePath(QString::fromLatin1(name)).toUtf8());
    openWindow();
    open(sampleFile());
}

void TestBoundariesWindow::cleanup()
{
    m_window->close();
    m_window.reset();
    m_home.reset();
}

void TestBoundariesWindow::openWindow()
{
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get(), patienceMs));
    QTRY_VERIFY(m_window->boundaries()->panel() != nullptr);
}

void TestBoundariesWindow::open(const QString& path)
{
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    m_window->openAddress(path);
    QVERIFY(shown.wait(patienceMs));
    waitUntilChecked();
}

void TestBoundariesWindow::waitUntilChecked() const
{
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->relations()->isInferring(), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!flow()->isChecking(), patienceMs);
}

void TestBoundariesWindow::importOwners(const QByteArray& owners, std::size_t boundaries)
{
    const QString path = m_home->filePath(QStringLiteral("owners.csv"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(owners);
    file.close();
    m_window->boundaries()->dialogs()->importFile(path);
    QDialog* dialog = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT(
        (dialog = m_window->findChild<QDialog*>()) != nullptr && dialog->isVisible(), patienceMs);
    dialog->accept();
    QTRY_COMPARE(flow()->document().entries.size(), boundaries);
    QTRY_VERIFY(m_window->findChild<QDialog*>() == nullptr);
    waitUntilChecked();
}

TableId TestBoundariesWindow::table(const char* name) const
{
    return TableId{flow()->state()->catalog->resolve(QString::fromLatin1(name))->index};
}

QString TestBoundariesWindow::ownerOf(const char* name) const
{
    const auto owner =
        flow()->state()->check.ownership.boundaryOf(*flow()->state()->catalog, table(name));
    return owner ? flow()->state()->nameOf(*owner) : QString();
}

void TestBoundariesWindow::suggestedOnesAreAcceptedAndUndone()
{
    QVERIFY(m_window->boundaries()->panel()->suggestButton()->toolTip().size() > 20);
    m_window->boundaries()->actions().suggest->trigger();
    SuggestDialog* dialog = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((dialog = m_window->findChild<SuggestDialog*>()) != nullptr,
                             patienceMs);
    QVERIFY(dialog->acceptButton()->isEnabled());
    QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
    QVERIFY(flow()->document().entries.size() > 1);
    waitUntilChecked();
    QVERIFY(m_window->boundaries()->panel()->tree()->isVisibleTo(m_window.get()) ||
            m_window->boundaries()->panel()->model()->rowCount() > 1);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->canvas()->graph()->boundaries != nullptr, patienceMs);
    m_window->actions().undo->trigger();
    QVERIFY(flow()->document().entries.empty());
    waitUntilChecked();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->canvas()->graph()->boundaries == nullptr, patienceMs);
}

void TestBoundariesWindow::importedOwnersCrossAndAreDecided()
{
    importOwners();
    QVERIFY(flow()->state()->check.violations > 0);
    m_window->boundaries()->actions().showCrossings->trigger();
    CrossingPage* page = m_window->boundaries()->crossings()->crossings();
    QTRY_VERIFY(page->list()->hasFocus());
    const int before = flow()->state()->check.violations;
    QTest::keyClick(page->list(), Qt::Key_1);
    QTest::keyClicks(page->detail()->reasonField(), QStringLiteral("until the split"));
    QTest::keyClick(page->detail()->reasonField(), Qt::Key_Return);
    waitUntilChecked();
    QTRY_COMPARE(flow()->state()->check.violations, before - 1);
    QCOMPARE(flow()->document().decisions.begin()->second.reason,
             QStringLiteral("until the split"));
    m_window->actions().undo->trigger();
    waitUntilChecked();
    QTRY_COMPARE(flow()->state()->check.violations, before);
    m_window->diagram()->select(table("products"));
    QTRY_VERIFY(
        m_window->inspector()->facts()->toPlainText().contains(QStringLiteral("catalogue")));
}

void TestBoundariesWindow::droppedTableMovesAndComesBack()
{
    importOwners();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->canvas()->graph()->boundaries != nullptr, patienceMs);
    QCOMPARE(ownerOf("audit_log"), QStringLiteral("support"));
    const auto& names = m_window->canvas()->graph()->boundaries->ownership.names;
    const auto into = static_cast<BoundaryIndex>(
        std::ranges::find(names, QStringLiteral("billing")) - names.begin());
    Q_EMIT m_window->canvas()->regionHovered({table("audit_log")}, into);
    Q_EMIT m_window->canvas()->tablesDroppedOnRegion({table("audit_log")}, into);
    waitUntilChecked();
    QTRY_COMPARE(ownerOf("audit_log"), QStringLiteral("billing"));
    m_window->actions().undo->trigger();
    waitUntilChecked();
    QTRY_COMPARE(ownerOf("audit_log"), QStringLiteral("support"));
}

void TestBoundariesWindow::workspaceKeepsThem()
{
    importOwners();
    const QString path = m_home->filePath(QStringLiteral("shop.cadastre"));
    m_window->actions().saveWorkspace->trigger();
    auto* dialog = m_window->findChild<QFileDialog*>();
    QVERIFY(dialog != nullptr);
    Q_EMIT dialog->fileSelected(path);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), patienceMs);
    const Boundaries saved = flow()->document();
    m_window->close();
    openWindow();
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    m_window->openWorkspace(path);
    QVERIFY(shown.wait(patienceMs));
    waitUntilChecked();
    QCOMPARE(flow()->document(), saved);
    QVERIFY(m_window->canvas()->graph()->boundaries != nullptr);
}

void TestBoundariesWindow::onlyWhatOneMaySee()
{
    importOwners();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->canvas()->graph()->boundaries != nullptr, patienceMs);
    const Canvas* canvas = m_window->canvas();
    const std::size_t all = canvas->graph()->nodes.size();
    const Placements places = m_window->diagram()->placements();
    const std::vector<QRectF> regions = canvas->diagramLayout().groups;
    flow()->setSeenBy(QStringLiteral("support"));
    QTRY_VERIFY_WITH_TIMEOUT(canvas->graph()->nodes.size() < all, patienceMs);
    QCOMPARE(m_window->diagram()->placements(), places); // a part is not the whole
    auto* bar = m_window->findChild<FocusBar*>();
    QTRY_VERIFY(bar->isVisible());
    QVERIFY2(bar->text().contains(QStringLiteral("support")), qPrintable(bar->text()));
    QVERIFY(m_window->actions().showAll->isEnabled());
    m_window->actions().showAll->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(canvas->graph()->nodes.size(), all, patienceMs);
    QCOMPARE(m_window->diagram()->placements(), places);
    QCOMPARE(canvas->diagramLayout().groups, regions);
    QTRY_VERIFY(bar->text().isEmpty());
    QVERIFY(!m_window->actions().showAll->isEnabled());
}

void TestBoundariesWindow::panelFollowsTheSelection()
{
    importOwners();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->canvas()->graph()->boundaries != nullptr, patienceMs);
    const ExposureForm* form = m_window->boundaries()->panel()->exposure();
    m_window->canvas()->setFocus();
    m_window->diagram()->reveal(table("products"));
    QTRY_VERIFY(form->page()->toPlainText().contains(QStringLiteral("catalogue")));
    m_window->diagram()->reveal(table("audit_log"));
    QTRY_VERIFY(form->page()->toPlainText().contains(QStringLiteral("support")));
    m_window->diagram()->revealTables({table("products"), table("audit_log")});
    QCOMPARE(m_window->canvas()->selectedTables().size(), std::size_t(2));
    for (const char* name : {"products", "audit_log"})
        QVERIFY(m_window->canvas()->rect().contains(
            m_window->canvas()->widgetRect(table(name)).adjusted(1, 1, -1, -1)));
}

void TestBoundariesWindow::dialogsSayWhatIs()
{
    importOwners();
    BoundaryDialogs* dialogs = m_window->boundaries()->dialogs();
    dialogs->publish({table("v_products_v2")});
    auto* version = m_window->findChild<QInputDialog*>();
    QVERIFY(version != nullptr);
    QCOMPARE(version->textValue(), QStringLiteral("v2"));
    version->reject();
    m_window->boundaries()->flow()->edit(
        exposeEdit(flow()->state()->catalog, {table("v_products_v1")},
                   {Exposure::Contract, QStringLiteral("v1"), {}}));
    waitUntilChecked();
    QSignalSpy told(dialogs, &BoundaryDialogs::message);
    dialogs->draft(table("v_products_v1"));
    QCOMPARE(told.size(), 1);
    const auto text = told.last().first().value<Message>().text;
    QVERIFY2(text.contains(QStringLiteral("contract of catalogue already")), qPrintable(text));
    CrossingDelta delta;
    delta.before = 7;
    delta.after = 3;
    delta.resolved = 4;
    QCOMPARE(whatIfText(QStringLiteral("orders"), delta),
             QStringLiteral("Crossings of orders: 7 → 3 (resolves 4)"));
    m_window->diagram()->select(std::nullopt);
    QVERIFY(!m_window->boundaries()->actions().make->isEnabled());
}

void TestBoundariesWindow::importRemovesWhatItEmpties()
{
    importOwners("table,owner\norders,one\ncustomers,two\n", 2);
    importOwners("table,owner\ncustomers,one\n", 1);
    QVERIFY(flow()->document().entries.contains(QStringLiteral("one")));
    m_window->actions().undo->trigger();
    QCOMPARE(flow()->document().entries.size(), std::size_t(2));
}

CADASTRE_WINDOW_TEST(TestBoundariesWindow)
#include "tst_boundaries_window.moc"

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The window from end to end on the sample: search, jump, inspector, neighbourhood, moving and
// undoing, refresh, export, workspace of two sources; and that no password reaches a file or title.
#include "app/main_window.h"
#include "diagram/canvas.h"
#include "model/workspace/workspace_file.h"
#include "tests/gui/window_test.h"
#include "widgets/catalog_panel.h"
#include "widgets/connection_dialog.h"
#include "widgets/focus_bar.h"
#include "widgets/inspector_panel.h"
#include "widgets/search_box.h"
#include "widgets/start_page.h"

#include <QAction>
#include <QApplication>
#include <QDirIterator>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>

using namespace cadastre;

namespace {

constexpr int longWaitMs = 15000;

QString sample()
{
    return QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite");
}

/// Everything below a folder, as one text.
QByteArray allFiles(const QString& folder)
{
    QByteArray bytes;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            bytes += file.fileName().toUtf8() + '\n' + file.readAll() + '\n';
    }
    return bytes;
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void startPageIsShownFirst();
    void sampleFromSearchToBack();
    void dragUndoRefresh();
    void placesOutliveTheWindow();
    void exportsWhatIsShown();
    void clicksOnAnOlderPictureMeanItsTables();
    void workspaceWithTwoSources();
    void workspaceKeepsWhatCouldNotBeOpened();
    void unsavedWorkspaceAsksFirst();
    void droppedFileIsOpened();
    void foldedRowsUnfold();
    void closingLeavesNothingOnTheStartPage();
    void brokenFileKeepsWhatIsOpen();
    void passwordReachesNoFileAndNoTitle();

private:
    void openSample();
    void waitForDiagram() const;
    [[nodiscard]] ObjectRef object(const QString& name) const;
    [[nodiscard]] QPointF placeOf(const QString& table) const;
    void dragTable(const QString& table, QPoint by) const;

    QTemporaryDir m_home;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::initTestCase()
{
    QVERIFY(m_home.isValid());
    qputenv("HOME", m_home.path().toUtf8());
    qputenv("XDG_CONFIG_HOME", m_home.filePath(QStringLiteral("config")).toUtf8());
    qputenv("XDG_DATA_HOME", m_home.filePath(QStringLiteral("data")).toUtf8());
    qputenv("XDG_CACHE_HOME", m_home.filePath(QStringLiteral("cache")).toUtf8());
    // asking for a keychain must not start a bus that outlives the test
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QCoreApplication::setApplicationName(QStringLiteral("cadastre"));
    QVERIFY2(QFile::exists(sample()), qPrintable(sample()));
}

void TestMainWindow::init()
{
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get(), longWaitMs));
    QTRY_VERIFY(m_window->catalogPanel() != nullptr);
}

void TestMainWindow::cleanup()
{
    m_window->close();
    m_window.reset();
}

void TestMainWindow::openSample()
{
    m_window->openAddress(sample());
    waitForDiagram();
}

void TestMainWindow::waitForDiagram() const
{
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    QVERIFY(shown.wait(longWaitMs));
}

ObjectRef TestMainWindow::object(const QString& name) const
{
    const auto found = m_window->diagram()->facts().catalog->resolve(name);
    return found ? *found : ObjectRef();
}

QPointF TestMainWindow::placeOf(const QString& table) const
{
    const Canvas& canvas = *m_window->canvas();
    const TableId id{object(table).index};
    for (std::size_t i = 0; i < canvas.graph()->nodes.size(); ++i) {
        if (canvas.graph()->nodes[i].table == id)
            return canvas.diagramLayout().nodes[i].topLeft();
    }
    return {};
}

void TestMainWindow::dragTable(const QString& table, QPoint by) const
{
    Canvas* canvas = m_window->canvas();
    const QRect rect = canvas->widgetRect(object(table));
    const QPoint from(rect.center().x(), rect.top() + 6);
    QTest::mousePress(canvas, Qt::LeftButton, {}, from);
    QTest::mouseMove(canvas, from + by / 2, 20);
    QTest::mouseMove(canvas, from + by, 20);
    QTest::mouseRelease(canvas, Qt::LeftButton, {}, from + by, 20);
}

void TestMainWindow::startPageIsShownFirst()
{
    QVERIFY(m_window->startPage()->isVisible());
    QVERIFY(!m_window->canvas()->isVisible());
    QVERIFY(!m_window->actions().exportPicture->isEnabled());
    QCOMPARE(m_window->windowTitle(), QStringLiteral("Cadastre"));
}

void TestMainWindow::sampleFromSearchToBack()
{
    openSample();
    QVERIFY(m_window->canvas()->isVisible());
    const auto all = m_window->canvas()->graph()->nodes.size();

    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(m_window->searchBox()->hasFocus());
    QTest::keyClicks(m_window->searchBox(), QStringLiteral("tmp_orders customer_id"));
    QTRY_VERIFY(m_window->searchBox()->isListShown());
    QTest::keyClick(m_window->searchBox(), Qt::Key_Return);
    const auto selected = m_window->diagram()->selected();
    QVERIFY(selected.has_value());
    QCOMPARE(m_window->canvas()->selected(), selected);
    QVERIFY(!m_window->canvas()->widgetRect(*selected).isEmpty());
    QVERIFY(!m_window->inspector()->title().isEmpty());
    QVERIFY(m_window->catalogPanel()->view()->currentIndex().isValid());

    QTest::keyClick(m_window->canvas(), Qt::Key_G, Qt::ControlModifier);
    waitForDiagram();
    QVERIFY(m_window->diagram()->view().focus.has_value());
    const auto near = m_window->canvas()->graph()->nodes.size();
    QVERIFY(near > 1 && near < all);
    auto* bar = m_window->findChild<FocusBar*>();
    QVERIFY(bar->isVisible());
    QTest::mouseClick(bar->depthButton(2), Qt::LeftButton);
    waitForDiagram();
    QVERIFY(m_window->canvas()->graph()->nodes.size() > near);
    QTest::mouseClick(bar->findChild<QToolButton*>(QStringLiteral("focusAll")), Qt::LeftButton);
    waitForDiagram();
    QCOMPARE(m_window->canvas()->graph()->nodes.size(), all);
    QVERIFY(bar->text().isEmpty());
}

void TestMainWindow::dragUndoRefresh()
{
    openSample();
    const QString table = QStringLiteral("customers");
    m_window->diagram()->reveal(object(table));
    const QPointF before = placeOf(table);
    dragTable(table, QPoint(60, 40));
    const QPointF moved = placeOf(table);
    QVERIFY(moved != before);
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(placeOf(table), before);
    QTest::keyClick(m_window.get(), Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(placeOf(table), moved);

    const QPointF other = placeOf(QStringLiteral("tmp_orders"));
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    waitForDiagram();
    QCOMPARE(placeOf(table), moved);
    QCOMPARE(placeOf(QStringLiteral("tmp_orders")), other);
    QCOMPARE(m_window->diagram()->selected(), std::optional<ObjectRef>(object(table)));
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(placeOf(table), before);
}

void TestMainWindow::placesOutliveTheWindow()
{
    openSample();
    m_window->diagram()->reveal(object(QStringLiteral("customers")));
    dragTable(QStringLiteral("customers"), QPoint(80, 30));
    const QPointF moved = placeOf(QStringLiteral("customers"));
    m_window->close();
    m_window.reset();
    init();
    openSample();
    QCOMPARE(placeOf(QStringLiteral("customers")), moved);
}

void TestMainWindow::exportsWhatIsShown()
{
    openSample();
    for (const QString& ending : {QStringLiteral("svg"), QStringLiteral("png"),
                                  QStringLiteral("pdf"), QStringLiteral("dot")}) {
        const QString path = m_home.filePath(QStringLiteral("picture.") + ending);
        QSignalSpy told(m_window->exportFlow(), &ExportFlow::message);
        m_window->exportFlow()->exportTo(m_window->currentPicture(), path);
        QVERIFY(told.wait(longWaitMs));
        QCOMPARE(told.first().first().value<Message>().level, MessageLevel::Info);
        QVERIFY(QFileInfo(path).size() > 1000);
    }
    QFile svg(m_home.filePath(QStringLiteral("picture.svg")));
    QVERIFY(svg.open(QIODevice::ReadOnly));
    QVERIFY(svg.readAll().contains("tmp_orders"));

    QSignalSpy told(m_window->exportFlow(), &ExportFlow::message);
    m_window->exportFlow()->exportTo(m_window->currentPicture(),
                                     QStringLiteral("/nowhere/at/all.svg"));
    QVERIFY(told.wait(longWaitMs));
    QCOMPARE(told.first().first().value<Message>().level, MessageLevel::Error);
}

void TestMainWindow::clicksOnAnOlderPictureMeanItsTables()
{
    openSample();
    const ObjectRef customers = object(QStringLiteral("customers"));
    const ObjectRef orders = object(QStringLiteral("tmp_orders"));
    const ObjectKey key = m_window->diagram()->facts().catalog->keyOf(orders);
    CatalogObjects objects;
    objects.sources.resize(1);
    objects.sources.front().name = key.source;
    objects.schemas.resize(1);
    objects.schemas.front().name = QStringLiteral("main");
    objects.tables.resize(1);
    objects.tables.front().name = QStringLiteral("tmp_orders");
    const auto part = std::make_shared<const SourceCatalog>(finishSource(std::move(objects)));
    // the picture of these facts is not there yet
    m_window->diagram()->setFacts(makeFacts({part}), FactsChange::Opened);
    Q_EMIT m_window->canvas()->selectionChanged(customers);
    QVERIFY(!m_window->diagram()->selected());
    Q_EMIT m_window->canvas()->objectActivated(customers);
    Q_EMIT m_window->canvas()->tablesMoved({{TableId{customers.index}, {}, {10, 10}}});
    Q_EMIT m_window->canvas()->unfoldRequested(TableId{customers.index});
    Q_EMIT m_window->canvas()->selectionChanged(orders);
    QCOMPARE(m_window->diagram()->selected(), std::optional(ObjectRef(TableId{0})));
    waitForDiagram();
}

void TestMainWindow::workspaceWithTwoSources()
{
    const QString second = m_home.filePath(QStringLiteral("second.sqlite"));
    QVERIFY(QFile::copy(sample(), second));
    openSample();
    const auto tables = m_window->diagram()->facts().catalog->objects().tables.size();
    m_window->openFlow()->openAddress(second, OpenMode::Add);
    waitForDiagram();
    const Catalog& both = *m_window->diagram()->facts().catalog;
    QCOMPARE(both.objects().sources.size(), std::size_t(2));
    QCOMPARE(both.objects().tables.size(), 2 * tables);

    const QString path = m_home.filePath(QStringLiteral("two.cadastre"));
    auto* workspaces = m_window->findChild<WorkspaceFlow*>();
    QSignalSpy titled(workspaces, &WorkspaceFlow::titleChanged);
    workspaces->saveTo(path);
    QVERIFY(titled.wait(longWaitMs));
    m_window->actions().closeAll->trigger();
    QTRY_VERIFY(m_window->startPage()->isVisible());
    m_window->openAddress(path);
    waitForDiagram();
    QCOMPARE(m_window->diagram()->facts().catalog->objects().sources.size(), std::size_t(2));
    QVERIFY(m_window->windowTitle().contains(QLatin1String("two.cadastre")));
}

void TestMainWindow::workspaceKeepsWhatCouldNotBeOpened()
{
    const QString second = m_home.filePath(QStringLiteral("away.sqlite"));
    QVERIFY(QFile::copy(sample(), second));
    openSample();
    m_window->openFlow()->openAddress(second, OpenMode::Add);
    waitForDiagram();
    auto* workspaces = m_window->findChild<WorkspaceFlow*>();
    QSignalSpy saved(workspaces, &WorkspaceFlow::saved);
    const QString path = m_home.filePath(QStringLiteral("kept.cadastre"));
    workspaces->saveTo(path);
    QVERIFY(saved.wait(longWaitMs));
    QCOMPARE(loadWorkspace(path)->sources.size(), std::size_t(2));
    m_window->actions().closeAll->trigger();
    QTRY_VERIFY(m_window->startPage()->isVisible());

    QVERIFY(QFile::remove(second));
    m_window->openAddress(path);
    waitForDiagram();
    QCOMPARE(m_window->diagram()->facts().catalog->objects().sources.size(), std::size_t(1));
    workspaces->save();
    QVERIFY(saved.wait(longWaitMs));
    QCOMPARE(loadWorkspace(path)->sources.size(), std::size_t(2));

    QDir(m_home.path()).mkdir(QStringLiteral("below"));
    const QString copy = m_home.filePath(QStringLiteral("below/copy.cadastre"));
    workspaces->saveTo(copy);
    QVERIFY(saved.wait(longWaitMs));
    QCOMPARE(loadWorkspace(copy)->sources.at(QStringLiteral("away")).database, second);
}

void TestMainWindow::unsavedWorkspaceAsksFirst()
{
    openSample();
    auto* workspaces = m_window->findChild<WorkspaceFlow*>();
    QSignalSpy saved(workspaces, &WorkspaceFlow::saved);
    workspaces->saveTo(m_home.filePath(QStringLiteral("asked.cadastre")));
    QVERIFY(saved.wait(longWaitMs));
    m_window->diagram()->reveal(object(QStringLiteral("customers")));
    dragTable(QStringLiteral("customers"), QPoint(50, 50));
    QVERIFY(m_window->isWindowModified());

    m_window->actions().closeAll->trigger();
    auto* question = m_window->findChild<QMessageBox*>();
    QVERIFY(question != nullptr && question->isVisible());
    question->button(QMessageBox::Cancel)->click();
    QVERIFY(m_window->canvas()->isVisible());
    QTRY_VERIFY(m_window->findChild<QMessageBox*>() == nullptr);

    m_window->close();
    question = m_window->findChild<QMessageBox*>();
    QVERIFY(question != nullptr && m_window->isVisible());
    question->defaultButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), longWaitMs);
    QCOMPARE(saved.size(), 2);
}

void TestMainWindow::droppedFileIsOpened()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(sample())});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QVERIFY(QApplication::sendEvent(m_window.get(), &enter));
    QVERIFY(enter.isAccepted());
    QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(m_window.get(), &drop);
    waitForDiagram();
    QVERIFY(m_window->canvas()->isVisible());

    QMimeData text;
    text.setText(QStringLiteral("no file"));
    QDragEnterEvent other({10, 10}, Qt::CopyAction, &text, Qt::LeftButton, {});
    QApplication::sendEvent(m_window.get(), &other);
    QVERIFY(!other.isAccepted());
}

void TestMainWindow::foldedRowsUnfold()
{
    openSample();
    const TableId table{object(QStringLiteral("customers")).index};
    const auto rows = [&] {
        const auto& nodes = m_window->canvas()->graph()->nodes;
        const auto node = std::find_if(nodes.begin(), nodes.end(),
                                       [&](const auto& each) { return each.table == table; });
        return node->rows.size();
    };
    const auto folded = rows();
    const QPointF other = placeOf(QStringLiteral("agents"));
    Q_EMIT m_window->canvas()->unfoldRequested(table);
    waitForDiagram();
    QVERIFY(rows() > folded);
    QCOMPARE(placeOf(QStringLiteral("agents")), other);
    const auto triggerInMenu = [&](const QString& of, const QString& text) {
        Q_EMIT m_window->canvas()->contextMenuRequested(object(of), QPoint(50, 50));
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QAction* chosen = nullptr;
        for (QAction* action : menu != nullptr ? menu->actions() : QList<QAction*>())
            chosen = action->text().remove(u'&') == text ? action : chosen;
        if (chosen != nullptr)
            chosen->trigger();
        if (menu != nullptr)
            menu->close();
        return chosen != nullptr;
    };
    const QString fold = QStringLiteral("Fold columns");
    const QString unfold = QStringLiteral("Unfold columns");
    QVERIFY(!triggerInMenu(QStringLiteral("agents"), fold));
    QVERIFY(!triggerInMenu(QStringLiteral("agents"), unfold));
    QVERIFY(!triggerInMenu(QStringLiteral("customers"), unfold));
    QVERIFY(triggerInMenu(QStringLiteral("customers"), fold));
    waitForDiagram();
    QCOMPARE(rows(), folded);
    QVERIFY(triggerInMenu(QStringLiteral("customers"), unfold));
    waitForDiagram();
    QVERIFY(rows() > folded);
}

void TestMainWindow::closingLeavesNothingOnTheStartPage()
{
    openSample();
    m_window->searchBox()->setText(QStringLiteral("customers"));
    m_window->diagram()->select(object(QStringLiteral("customers")));
    auto* scale = m_window->findChild<QLabel*>(QStringLiteral("scale"));
    QVERIFY(scale != nullptr && !scale->text().isEmpty());
    QVERIFY(m_window->actions().focusSelection->isEnabled());
    m_window->actions().closeAll->trigger();
    QTRY_VERIFY(m_window->startPage()->isVisible());
    m_window->resize(m_window->size() - QSize(40, 40));
    QTest::qWait(100);
    QCOMPARE(m_window->searchBox()->text(), QString());
    QCOMPARE(scale->text(), QString());
    QVERIFY(!m_window->actions().focusSelection->isEnabled());
    QVERIFY(!m_window->actions().copyName->isEnabled());
}

void TestMainWindow::brokenFileKeepsWhatIsOpen()
{
    openSample();
    const auto catalog = m_window->diagram()->facts().catalog;
    const QString broken = m_home.filePath(QStringLiteral("broken.sqlite"));
    QFile file(broken);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("SQLite format 3\0" + QByteArray(4096, 'x'));
    file.close();
    m_window->openAddress(broken);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->messageBar()->isVisible(), longWaitMs);
    QCOMPARE(m_window->messageBar()->messages().front().level, MessageLevel::Error);
    QCOMPARE(m_window->diagram()->facts().catalog, catalog);
    QVERIFY(m_window->canvas()->isVisible());
}

void TestMainWindow::passwordReachesNoFileAndNoTitle()
{
    const QString canary = QStringLiteral("kanarienvogel-4711");
    m_window->actions().connectServer->trigger();
    QTRY_VERIFY(m_window->openFlow()->dialog() != nullptr);
    ConnectionDialog* dialog = m_window->openFlow()->dialog();
    QVERIFY(QTest::qWaitForWindowActive(dialog, longWaitMs));
    QTest::keyClicks(dialog->form()->urlField(),
                     QStringLiteral("postgresql://anna:%1@127.0.0.1:1/shop").arg(canary));
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(dialog->form()->passwordField()->text(), canary, longWaitMs);
    QVERIFY(!dialog->form()->urlField()->text().contains(canary));
    QTRY_VERIFY_WITH_TIMEOUT(!dialog->findChildren<QPushButton*>().isEmpty(), longWaitMs);
    QTest::qWait(500);
    QVERIFY(!dialog->windowTitle().contains(canary));
    dialog->reject();
    m_window->openAddress(QStringLiteral("postgresql://anna:%1@127.0.0.1:1/shop").arg(canary));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->messageBar()->isVisible(), longWaitMs);
    for (const Message& message : m_window->messageBar()->messages()) {
        QVERIFY(!message.text.contains(canary));
        QVERIFY(!message.detail.contains(canary));
    }
    QVERIFY(!m_window->windowTitle().contains(canary));
    m_window->close();
    QVERIFY(!allFiles(m_home.path()).contains(canary.toUtf8()));
}

CADASTRE_WINDOW_TEST(TestMainWindow)

#include "tst_main_window.moc"

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Sharing from the window with mouse and keys: copies by context menu, the clipboard looked at;
// a boundary's diagram in three steps; documentation with its file looked at.
#include "app/boundary_desk.h"
#include "app/main_window.h"
#include "app/share_desk.h"
#include "diagram/canvas.h"
#include "tests/gui/window_test.h"
#include "widgets/boundary_panel.h"
#include "widgets/export_dialog.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWindow>

#include <algorithm>

using namespace cadastre;

namespace {

constexpr int patienceMs = 30000;

QString sampleFile()
{
    return QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite");
}

/// The entry of an open menu with this text, mnemonics apart; null for none.
QAction* entryOf(const QMenu* menu, const QString& text)
{
    for (QAction* action : menu->actions())
        if (action->text().remove(QLatin1Char('&')) == text)
            return action;
    return nullptr;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestShareWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void copiesFromTheDiagram();
    void copiesAPicture();
    void copiesSeveralTables();
    void copiesWhatTheMenuSays();
    void copiesAsSqlFromTheMenu();
    void sharesABoundaryInThreeSteps();
    void copiesABoundaryFromItsRegion();
    void documentsTheSchema();

private:
    [[nodiscard]] ShareDesk* desk() const { return m_window->findChild<ShareDesk*>(); }
    [[nodiscard]] TableId table(const char* name) const;
    /// "Copy as" of the context menu of a table, opened with the right button.
    QMenu* openCopyMenu(TableId table);
    /// A context menu of the diagram, opened with the right button; null where none opens.
    QMenu* openMenuAt(QPoint place);
    QMenu* openCopiesOf(QMenu* menu);
    QMenu* openRegionMenu(const QString& name);
    void makeBilling();
    void click(QMenu* menu, QAction* action);
    void saveAs(const QString& path);

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<MainWindow> m_window;
};

void TestShareWindow::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QCoreApplication::setApplicationName(QStringLiteral("cadastre"));
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QVERIFY2(QFile::exists(sampleFile()), qPrintable(sampleFile()));
}

void TestShareWindow::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(m_home->isValid());
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(name, m_home->filePath(QString::fromLatin1(name)).toUtf8());
    const QString path = m_home->filePath(QStringLiteral("shop.sqlite"));
    QVERIFY(QFile::copy(sampleFile(), path));
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get(), patienceMs));
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    m_window->openAddress(path);
    QVERIFY(shown.wait(patienceMs));
    QGuiApplication::clipboard()->clear();
}

void TestShareWindow::cleanup()
{
    if (m_window)
        m_window->close();
    m_window.reset();
    m_home.reset();
}

TableId TestShareWindow::table(const char* name) const
{
    const auto found = m_window->diagram()->facts().catalog->resolve(QString::fromLatin1(name));
    return found ? TableId{found->index} : TableId{};
}

void TestShareWindow::click(QMenu* menu, QAction* action)
{
    QVERIFY(action != nullptr);
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
}

QMenu* TestShareWindow::openCopyMenu(TableId table)
{
    Canvas* canvas = m_window->findChild<Canvas*>();
    canvas->centerOn(table);
    const QRect box = canvas->widgetRect(table);
    const QPoint title(box.center().x(), box.top() + 8);
    QMenu* menu = openMenuAt(title);
    return menu == nullptr ? nullptr : openCopiesOf(menu);
}

QMenu* TestShareWindow::openMenuAt(QPoint place)
{
    // through the window, so that the press becomes the event of a context menu
    QTest::mouseClick(m_window->windowHandle(), Qt::RightButton, {},
                      m_window->canvas()->mapTo(m_window.get(), place));
    QMenu* menu = nullptr;
    const bool opened = QTest::qWaitFor([&] {
        menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        return menu != nullptr;
    });
    return opened ? menu : nullptr;
}

QMenu* TestShareWindow::openCopiesOf(QMenu* menu)
{
    const QList<QAction*> entries = menu->actions();
    const auto entry = std::ranges::find_if(entries, [](const QAction* each) {
        // with the number of tables behind it, where there are several
        return each->text().remove(QLatin1Char('&')).startsWith(QStringLiteral("Copy as"));
    });
    if (entry == entries.end())
        return nullptr;
    click(menu, *entry);
    QMenu* copies = (*entry)->menu();
    return QTest::qWaitFor([copies] { return copies->isVisible(); }) ? copies : nullptr;
}

void TestShareWindow::copiesFromTheDiagram()
{
    QMenu* menu = openCopyMenu(table("refunds"));
    QVERIFY(menu != nullptr);
    QSignalSpy copied(desk(), &ShareDesk::copied);
    click(menu, entryOf(menu, QStringLiteral("Markdown")));
    QTRY_COMPARE_WITH_TIMEOUT(copied.size(), 1, patienceMs);
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.startsWith(QStringLiteral("### refunds\n")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("| Column | Type | Null | Key | Comment |")));
}

void TestShareWindow::copiesAPicture()
{
    QMenu* menu = openCopyMenu(table("refunds"));
    QVERIFY(menu != nullptr);
    QSignalSpy copied(desk(), &ShareDesk::copied);
    click(menu, entryOf(menu, QStringLiteral("Picture")));
    QTRY_COMPARE_WITH_TIMEOUT(copied.size(), 1, patienceMs);
    const QImage image = QGuiApplication::clipboard()->image();
    QVERIFY(image.width() > 300 && image.width() < 2000); // one table, twice its size
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
}

void TestShareWindow::copiesSeveralTables()
{
    m_window->diagram()->selectTables({table("refunds"), table("payments")});
    QSignalSpy copied(desk(), &ShareDesk::copied);
    QTRY_VERIFY(desk()->copies().mermaid->isEnabled());
    desk()->copies().mermaid->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(copied.size(), 1, patienceMs);
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY(text.contains(QStringLiteral("erDiagram")));
    QVERIFY(text.contains(QStringLiteral("\"refunds\" {")));
    QVERIFY(text.contains(QStringLiteral("\"payments\" {")));
    QVERIFY(!text.contains(QStringLiteral("\"customers\" {")));
    desk()->copies().name->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(copied.size(), 2, patienceMs);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("payments\nrefunds"));
}

/// The selection and what is shown are two entries; neither is taken for the other.
void TestShareWindow::copiesWhatTheMenuSays()
{
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    m_window->diagram()->focusOn(ObjectRef(table("refunds")));
    QVERIFY(shown.wait(patienceMs));
    m_window->diagram()->selectTables({table("refunds")});
    QTRY_VERIFY(desk()->copies().mermaid->isEnabled());
    const auto* selectionMenu = desk()->copies().mermaid->associatedObjects().constLast();
    const auto* shownMenu = desk()->shownCopies().mermaid->associatedObjects().constLast();
    const auto titleOf = [](const QObject* menu) {
        return qobject_cast<const QMenu*>(menu)->title().remove(QLatin1Char('&'));
    };
    QCOMPARE(titleOf(selectionMenu), QStringLiteral("Copy the selection as (1 table)"));
    QVERIFY2(titleOf(shownMenu).startsWith(QStringLiteral("Copy what is shown as (")),
             qPrintable(titleOf(shownMenu)));
    QSignalSpy copied(desk(), &ShareDesk::copied);
    desk()->copies().mermaid->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(copied.size(), 1, patienceMs);
    QVERIFY(!QGuiApplication::clipboard()->text().contains(QStringLiteral("\"payments\" {")));
    desk()->shownCopies().mermaidMarkdown->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(copied.size(), 2, patienceMs);
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY(text.contains(QStringLiteral("```mermaid")));
    QVERIFY(text.contains(QStringLiteral("\"payments\" {")));
    QVERIFY(std::ranges::any_of(m_window->messageBar()->messages(), [](const Message& each) {
        return each.topic == MessageTopic::Share && each.text.startsWith(QStringLiteral("Copied"));
    }));
}

void TestShareWindow::copiesAsSqlFromTheMenu()
{
    m_window->diagram()->select(ObjectRef(table("refunds")));
    QTRY_VERIFY(desk()->copies().sql->isEnabled());
    QSignalSpy copied(desk(), &ShareDesk::copied);
    // with the keyboard alone: File, Share, SQL
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::AltModifier);
    QMenu* file = nullptr;
    QTRY_VERIFY((file = qobject_cast<QMenu*>(QApplication::activePopupWidget())) != nullptr);
    QTest::keyClick(file, Qt::Key_H);
    QWidget* share = nullptr;
    QTRY_VERIFY((share = QApplication::activePopupWidget()) != file);
    QTest::keyClick(share, Qt::Key_S);
    QWidget* copies = nullptr;
    QTRY_VERIFY((copies = QApplication::activePopupWidget()) != share);
    QTest::keyClick(copies, Qt::Key_S);
    QTRY_COMPARE_WITH_TIMEOUT(copied.size(), 1, patienceMs);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("CREATE TABLE"),
                                                            Qt::CaseInsensitive));
}

/// Three tables of a boundary, drawn as a region.
void TestShareWindow::makeBilling()
{
    BoundaryFlow* flow = m_window->boundaries()->flow();
    QTRY_VERIFY_WITH_TIMEOUT(flow->isCurrent(), patienceMs);
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    flow->edit(assignTablesEdit(m_window->diagram()->facts().catalog,
                                {table("invoices"), table("refunds"), table("payments")},
                                QStringLiteral("billing")));
    QTRY_VERIFY_WITH_TIMEOUT(flow->isCurrent() && flow->state()->check.ownership.names.size() == 1,
                             patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!shown.isEmpty(), patienceMs);
}

/// Its context menu, opened with the right button on the title of the region.
QMenu* TestShareWindow::openRegionMenu(const QString& name)
{
    Canvas* canvas = m_window->canvas();
    const std::vector<DiagramGroup>& groups = canvas->graph()->groups;
    const auto group = std::ranges::find_if(groups, [&](const DiagramGroup& each) {
        return each.boundary && m_window->diagram()->boundaryNameOf(*each.boundary) == name;
    });
    if (group == groups.end())
        return nullptr;
    const int index = static_cast<int>(group - groups.begin());
    canvas->showGroup(index);
    return openMenuAt(canvas->groupRect(index).topLeft() + QPoint(20, 8));
}

void TestShareWindow::saveAs(const QString& path)
{
    QFileDialog* files = nullptr;
    QTRY_VERIFY((files = m_window->findChild<QFileDialog*>()) != nullptr);
    QTRY_VERIFY(files->isVisible());
    Q_EMIT files->fileSelected(path);
    files->close();
}

void TestShareWindow::sharesABoundaryInThreeSteps()
{
    makeBilling();
    QMenu* menu = openRegionMenu(QStringLiteral("billing"));
    QVERIFY(menu != nullptr);
    click(menu, entryOf(menu, QStringLiteral("Export its diagram…")));
    QTRY_VERIFY(desk()->dialog() != nullptr && desk()->dialog()->isVisible());
    const auto boxes = desk()->dialog()->findChildren<QComboBox*>();
    QCOMPARE(boxes.first()->currentText(), QStringLiteral("Boundary billing"));
    QSignalSpy exported(desk(), &ShareDesk::exported);
    QTest::keyClick(desk()->dialog(), Qt::Key_Return);
    const QString path = m_home->filePath(QStringLiteral("billing.svg"));
    saveAs(path);
    QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, patienceMs);
    const QByteArray svg = contentOf(path);
    QVERIFY(svg.contains("refunds"));
    QVERIFY(!svg.contains(">warehouses<"));
    // whose picture it is, and from when
    const QString day = QLocale().toString(QDate::currentDate(), QLocale::LongFormat);
    QVERIFY2(svg.contains((QStringLiteral(" · ") + day).toUtf8()), qPrintable(day));
}

void TestShareWindow::copiesABoundaryFromItsRegion()
{
    makeBilling();
    m_window->diagram()->select(ObjectRef(table("warehouses"))); // not what is meant
    QSignalSpy copied(desk(), &ShareDesk::copied);
    const auto copyAs = [&](const QString& kind) {
        QMenu* menu = openRegionMenu(QStringLiteral("billing"));
        QVERIFY(menu != nullptr);
        QMenu* copies = openCopiesOf(menu);
        QVERIFY(copies != nullptr);
        click(copies, entryOf(copies, kind));
        QTRY_VERIFY_WITH_TIMEOUT(!copied.isEmpty(), patienceMs);
        copied.clear();
    };
    copyAs(QStringLiteral("Names"));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("invoices\npayments\nrefunds"));
    copyAs(QStringLiteral("Mermaid"));
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY(text.contains(QStringLiteral("\"refunds\" {")));
    QVERIFY(text.contains(QStringLiteral("\"invoices\" {")));
    QVERIFY(!text.contains(QStringLiteral("\"warehouses\" {")));
    copyAs(QStringLiteral("Picture"));
    QVERIFY(QGuiApplication::clipboard()->image().width() > 600);
}

void TestShareWindow::documentsTheSchema()
{
    QVERIFY(desk()->documentAction()->isEnabled());
    desk()->documentAction()->trigger();
    QTRY_VERIFY(desk()->dialog() != nullptr && desk()->dialog()->isVisible());
    QCOMPARE(desk()->dialog()->choice().scope, 0); // everything
    QSignalSpy exported(desk(), &ShareDesk::exported);
    QSignalSpy told(desk(), &Desk::message);
    QTest::keyClick(desk()->dialog(), Qt::Key_Return);
    const QString path = m_home->filePath(QStringLiteral("shop.html"));
    saveAs(path);
    QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, patienceMs);
    QCOMPARE(told.last().first().value<Message>().action, QStringLiteral("&Open"));
    QVERIFY(contentOf(path).contains("<h3 id=\"table-customers\">"));
}

CADASTRE_WINDOW_TEST(TestShareWindow)
#include "tst_share_window.moc"

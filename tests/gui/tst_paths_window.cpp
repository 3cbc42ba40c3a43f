// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// "Which tables join orders to refunds" in the window, as a person does it: by shortcut and typing,
// from the diagram, with the way shown and put back, the SELECT copied, and nothing found.
#include "app/main_window.h"
#include "app/path_desk.h"
#include "diagram/canvas.h"
#include "tests/gui/window_test.h"
#include "widgets/empty_state.h"
#include "widgets/path_list_model.h"
#include "widgets/path_panel.h"
#include "widgets/path_sql_view.h"
#include "widgets/path_table_fields.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace cadastre;

namespace {

constexpr int patienceMs = 30000;

QString sampleFile()
{
    return QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite");
}

} // namespace

class TestPathsWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void teachesWhileEmpty();
    void ordersToRefundsByKeyboard();
    void wayIsShownAndPutBack();
    void alternativesAreWalked();
    void selectedTablesAreAsked();
    void contextMenus();
    void softDeletesAreTicked();
    void polymorphicOffersAllTargets();
    void noWaySaysWhy();
    void severalTables();
    void refreshAsksAgain();
    void partOfANameIsEnough();
    void wrongNamesAreSaid();

private:
    [[nodiscard]] PathDesk* desk() const { return m_window->findChild<PathDesk*>(); }
    [[nodiscard]] PathPanel* panel() const { return desk()->panel(); }
    [[nodiscard]] const Catalog& catalog() const { return *m_window->diagram()->facts().catalog; }
    [[nodiscard]] TableId table(const char* name) const
    {
        return TableId{catalog().resolve(QString::fromLatin1(name))->index};
    }
    void openByKey() const;
    void type(int field, const char* text) const;
    void ask(const char* from, const char* to) const;
    void waitForAnswer() const;
    [[nodiscard]] QStringList sentences() const;
    [[nodiscard]] static QAction* entry(const QMenu& menu, const QString& words);

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<MainWindow> m_window;
};

void TestPathsWindow::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QCoreApplication::setApplicationName(QStringLiteral("cadastre"));
    QVERIFY2(QFile::exists(sampleFile()), qPrintable(sampleFile()));
}

void TestPathsWindow::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(m_home->isValid());
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(name, m_home->filePath(QString::fromLatin1(name)).toUtf8());
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get(), patienceMs));
    QTRY_VERIFY(panel() != nullptr);
    QVERIFY(!desk()->action()->isEnabled());
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    m_window->openAddress(sampleFile());
    QVERIFY(shown.wait(patienceMs));
    QVERIFY(desk()->action()->isEnabled());
}

void TestPathsWindow::cleanup()
{
    m_window->close();
    m_window.reset();
    m_home.reset();
}

void TestPathsWindow::openByKey() const
{
    QTest::keyClick(m_window.get(), Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(panel()->isVisible());
}

void TestPathsWindow::type(int number, const char* text) const
{
    QLineEdit* field = panel()->fields()->field(number);
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(field, QString::fromLatin1(text));
    QTest::keyClick(field, Qt::Key_Return);
    if (QWidget* popup = QApplication::activePopupWidget())
        popup->close();
}

void TestPathsWindow::ask(const char* from, const char* to) const
{
    openByKey();
    QTRY_VERIFY(panel()->fields()->field(0)->hasFocus());
    type(0, from);
    QTest::keyClick(panel()->fields()->field(0), Qt::Key_Tab);
    type(1, to);
    waitForAnswer();
}

void TestPathsWindow::waitForAnswer() const
{
    QTRY_VERIFY_WITH_TIMEOUT(!desk()->isBusy() && !panel()->isBusy(), patienceMs);
}

QStringList TestPathsWindow::sentences() const
{
    QStringList all;
    for (const JoinPath& path : panel()->model()->paths())
        all << path.sentence;
    return all;
}

QAction* TestPathsWindow::entry(const QMenu& menu, const QString& words)
{
    const auto actions = menu.actions();
    const auto found = std::ranges::find_if(actions, [&](const QAction* action) {
        return action->text().remove(QLatin1Char('&')).startsWith(words);
    });
    return found == actions.end() ? nullptr : *found;
}

void TestPathsWindow::teachesWhileEmpty()
{
    openByKey();
    QVERIFY(panel()->emptyState()->isVisible());
    QVERIFY(!panel()->sqlView()->isVisible());
    QVERIFY(panel()->fields()->field(0)->hasFocus());
    QVERIFY(m_window->canvas()->path().tables.empty());
    // every field and button has a name for a screen reader
    for (const QWidget* widget : panel()->findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
            continue;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() ||
                     (button != nullptr && !button->text().isEmpty()) ||
                     widget->objectName().startsWith(QLatin1String("qt_")) ||
                     widget->focusProxy() != nullptr,
                 widget->metaObject()->className());
    }
}

void TestPathsWindow::ordersToRefundsByKeyboard()
{
    ask("tmp_orders", "refunds");
    QVERIFY(!sentences().isEmpty());
    QCOMPARE(sentences().first().section(QLatin1Char(':'), 0, 0),
             QStringLiteral("tmp_orders → invoices → payments → refunds"));
    const QString sql = panel()->sqlView()->sql();
    QVERIFY2(sql.contains(QStringLiteral("FROM \"tmp_orders\" AS o\n")), qPrintable(sql));
    QVERIFY(sql.contains(QStringLiteral("LEFT JOIN \"refunds\"")));
    QTest::mouseClick(panel()->sqlView()->copyButton(), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), sql);
    QTest::mouseClick(panel()->sqlView()->markdownButton(), Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("```sql\n")));
    QVERIFY(QGuiApplication::clipboard()->text().contains(sql));
    // choices change the text
    QTest::mouseClick(panel()->sqlView()->limitCheck(), Qt::LeftButton, {}, QPoint(8, 8));
    QVERIFY(!panel()->sqlView()->sql().contains(QStringLiteral("LIMIT")));
    QTest::mouseClick(panel()->sqlView()->keepRowsCheck(), Qt::LeftButton, {}, QPoint(8, 8));
    QVERIFY(!panel()->sqlView()->sql().contains(QStringLiteral("LEFT")));
    QVERIFY(panel()->sqlView()->textField()->isReadOnly());
}

void TestPathsWindow::wayIsShownAndPutBack()
{
    m_window->diagram()->select(ObjectRef(table("brands")));
    m_window->canvas()->fit();
    const QRectF before = m_window->canvas()->viewRect();
    openByKey();
    // the selected table is where it starts
    QCOMPARE(panel()->fields()->field(0)->text(), QStringLiteral("brands"));
    type(1, "suppliers");
    waitForAnswer();
    const PathEmphasis& path = m_window->canvas()->path();
    QVERIFY(path.tables.size() > 2);
    QVERIFY(!path.relationships.empty());
    QVERIFY(std::ranges::find(path.tables, table("brands")) != path.tables.end());
    QCOMPARE(m_window->canvas()->selectedTables(), path.tables);
    for (const TableId each : path.tables)
        QVERIFY(m_window->canvas()->rect().intersects(m_window->canvas()->widgetRect(each)));
    panel()->list()->setFocus();
    QTest::keyClick(panel()->list(), Qt::Key_Escape);
    QTRY_VERIFY(!panel()->isVisible());
    QVERIFY(m_window->canvas()->path().tables.empty());
    QCOMPARE(m_window->canvas()->selectedTables(), std::vector<TableId>{table("brands")});
    QVERIFY(m_window->canvas()->hasFocus());
    const QRectF after = m_window->canvas()->viewRect();
    QVERIFY(after.contains(before.center()));
    // and there again when the panel is
    desk()->dock()->toggleViewAction()->trigger();
    QTRY_VERIFY(!m_window->canvas()->path().tables.empty());
}

void TestPathsWindow::alternativesAreWalked()
{
    ask("tmp_orders", "products");
    QVERIFY2(sentences().size() > 1, qPrintable(sentences().join(QLatin1Char('\n'))));
    const PathEmphasis first = m_window->canvas()->path();
    const QString sql = panel()->sqlView()->sql();
    panel()->list()->setFocus();
    QTest::keyClick(panel()->list(), Qt::Key_Down);
    QVERIFY(m_window->canvas()->path() != first);
    QVERIFY(panel()->sqlView()->sql() != sql);
    QTest::keyClick(panel()->list(), Qt::Key_Up);
    QCOMPARE(m_window->canvas()->path(), first);
    QCOMPARE(panel()->sqlView()->sql(), sql);
    // the price explains itself
    const QModelIndex last = panel()->model()->index(panel()->model()->rowCount() - 1);
    QVERIFY(last.data(Qt::ToolTipRole).toString().contains(QStringLiteral("less is more certain")));
    QVERIFY(last.data(Qt::ToolTipRole).toString().contains(sentences().last().toHtmlEscaped()));
    // no two lines look the same, and what a way goes through stands in front
    QSet<QString> lines;
    for (int row = 0; row < panel()->model()->rowCount(); ++row) {
        const QString line = panel()->model()->index(row).data().toString();
        QVERIFY2(line.startsWith(QStringLiteral("via ")) ||
                     line.startsWith(QStringLiteral("directly by ")),
                 qPrintable(line));
        lines.insert(line);
    }
    QCOMPARE(lines.size(), panel()->model()->rowCount());
    QVERIFY(!panel()->notesText().isEmpty());
}

void TestPathsWindow::selectedTablesAreAsked()
{
    m_window->diagram()->selectTables({table("customers"), table("invoices")});
    openByKey();
    waitForAnswer();
    QCOMPARE(panel()->fields()->tables(),
             std::optional(std::vector{table("customers"), table("invoices")}));
    QVERIFY(!sentences().isEmpty());
    // asking again is about the same tables, not about those of the way
    openByKey();
    waitForAnswer();
    QCOMPARE(panel()->fields()->tables(),
             std::optional(std::vector{table("customers"), table("invoices")}));
}

void TestPathsWindow::contextMenus()
{
    QMenu menu;
    desk()->fillObjectMenu(&menu, ObjectRef(table("carriers")));
    QAction* from = entry(menu, QStringLiteral("Find a path from here"));
    QVERIFY(from != nullptr);
    from->trigger();
    QTRY_VERIFY(panel()->isVisible());
    QCOMPARE(panel()->fields()->field(0)->text(), QStringLiteral("carriers"));
    QTRY_VERIFY(panel()->fields()->field(1)->hasFocus());
    QMenu several;
    desk()->fillTablesMenu(&several, {table("carriers"), table("tmp_orders")});
    QAction* join = entry(several, QStringLiteral("How do these join"));
    QVERIFY(join != nullptr);
    join->trigger();
    waitForAnswer();
    QCOMPARE(sentences().value(0).section(QLatin1Char(':'), 0, 0),
             QStringLiteral("carriers → shipments → tmp_orders"));
    // too many are no question
    QMenu crowd;
    std::vector<TableId> all;
    for (int i = 0; i < 9; ++i)
        all.push_back(TableId{i});
    desk()->fillTablesMenu(&crowd, all);
    QVERIFY(crowd.isEmpty());
}

void TestPathsWindow::softDeletesAreTicked()
{
    ask("customers", "tmp_orders");
    const auto& checks = panel()->sqlView()->softDeleteChecks();
    QVERIFY(!checks.empty());
    QVERIFY(checks.front()->isChecked());
    QCOMPARE(checks.front()->text(), QStringLiteral("customers.deleted_at IS NULL"));
    QVERIFY(checks.front()->toolTip().contains(QStringLiteral("v_customers_v1")));
    QVERIFY(panel()->sqlView()->sql().contains(QStringLiteral("\"deleted_at\" IS NULL")));
    QTest::mouseClick(checks.front(), Qt::LeftButton, {}, QPoint(8, 8));
    QVERIFY(!panel()->sqlView()->sql().contains(QStringLiteral("\"deleted_at\" IS NULL")));
}

void TestPathsWindow::polymorphicOffersAllTargets()
{
    ask("attachments", "tickets");
    const JoinPath* path = panel()->currentPath();
    QVERIFY(path != nullptr);
    QVERIFY2(path->steps.front().join.typeColumn.has_value(), qPrintable(path->sentence));
    QVERIFY(panel()->sqlView()->sql().contains(QStringLiteral("    AND a.")));
    QComboBox* shapes = panel()->sqlView()->shapes();
    QVERIFY(shapes->isVisible());
    shapes->setFocus();
    QTest::keyClick(shapes, Qt::Key_Down);
    QVERIFY2(panel()->sqlView()->sql().contains(QStringLiteral("COALESCE(")),
             qPrintable(panel()->sqlView()->sql()));
}

void TestPathsWindow::noWaySaysWhy()
{
    panel()->confidence()->setValue(1); // nothing that is inferred
    ask("tmp_orders", "audit_log");
    QVERIFY(sentences().isEmpty());
    QVERIFY(panel()->emptyState()->isVisible());
    auto* button = panel()->emptyState()->findChild<QPushButton*>();
    if (button->isVisible()) { // weaker ones would join them: one press allows them
        QTest::mouseClick(button, Qt::LeftButton);
        waitForAnswer();
        QVERIFY(!sentences().isEmpty());
    }
    QVERIFY(m_window->isVisible());
}

void TestPathsWindow::severalTables()
{
    ask("customers", "payments");
    QTest::mouseClick(panel()->fields()->addButton(), Qt::LeftButton);
    QCOMPARE(panel()->fields()->shownFields(), 3);
    type(2, "order_items");
    waitForAnswer();
    QVERIFY(!sentences().isEmpty());
    const JoinPath& tree = panel()->model()->paths().front();
    for (const char* name : {"customers", "payments", "order_items"})
        QVERIFY(std::ranges::find(tree.tables, table(name)) != tree.tables.end());
    QVERIFY(panel()->notesText().contains(QStringLiteral("lists of their own")));
}

void TestPathsWindow::refreshAsksAgain()
{
    ask("tmp_orders", "refunds");
    const QStringList before = sentences();
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    m_window->actions().refresh->trigger();
    QVERIFY(shown.wait(patienceMs));
    waitForAnswer();
    QCOMPARE(sentences(), before);
    QTRY_VERIFY(!m_window->canvas()->path().tables.empty());
}

void TestPathsWindow::partOfANameIsEnough()
{
    // there is no table `orders`: the one that everything refers to is meant, not a backup of it
    ask("orders", "refund");
    QCOMPARE(panel()->fields()->field(0)->text(), QStringLiteral("tmp_orders"));
    QCOMPARE(panel()->fields()->field(1)->text(), QStringLiteral("refunds"));
    QVERIFY(!sentences().isEmpty());
}

void TestPathsWindow::wrongNamesAreSaid()
{
    ask("tmp_orders", "refunts");
    QVERIFY(sentences().isEmpty());
    QVERIFY2(panel()->statusText().contains(QStringLiteral("refunts")),
             qPrintable(panel()->statusText()));
}

CADASTRE_WINDOW_TEST(TestPathsWindow)
#include "tst_paths_window.moc"

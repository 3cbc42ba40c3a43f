// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The command palette in the window on the sample, with real keys: find and go, preview and back,
// filters and their completion, commands, what was used; and the same language in the tree.
#include "app/comment_desk.h"
#include "app/main_window.h"
#include "app/palette_desk.h"
#include "app/view_desk.h"
#include "diagram/canvas.h"
#include "tests/gui/window_test.h"
#include "widgets/catalog_panel.h"
#include "widgets/command_palette.h"
#include "widgets/comment_editor.h"
#include "widgets/inspector_panel.h"
#include "widgets/path_panel.h"
#include "widgets/path_table_fields.h"
#include "widgets/search_box.h"
#include "widgets/words_edit.h"

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QDockWidget>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace cadastre;

namespace {

constexpr int patienceMs = 30000;

QString sampleFile()
{
    return QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite");
}

bool isAmong(const std::vector<TableId>& tables, TableId table)
{
    return std::ranges::find(tables, table) != tables.end();
}

/// Whether the same is in the middle at the same zoom: bars that come and go change the height.
bool isAlmost(const QRectF& a, const QRectF& b)
{
    constexpr double pixel = 1.0;
    const QPointF apart = a.center() - b.center();
    return std::abs(apart.x()) < pixel && std::abs(apart.y()) < pixel &&
           std::abs(a.width() - b.width()) < pixel;
}

} // namespace

class TestPaletteWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void findsAndGoes();
    void speaksAsPeopleDo_data();
    void speaksAsPeopleDo();
    void previewsAndPutsBack();
    void showsTheNeighbourhood();
    void filtersAndCompletes();
    void runsCommands();
    void findsJsonOfAnEngineWithoutIt();
    void offersTheWayBetweenTwoTables();
    void listsWhatIsNotPossibleNow();
    void waitsForADatabase();
    void remembersWhatWasUsed();
    void previewsSavedViews();
    void asksWhatIsStaged();
    void searchFieldStaysTheSearchField();
    void screenReadersFollow();
    void treeSpeaksTheLanguage();

private:
    void openWindow();
    [[nodiscard]] PaletteDesk* desk() const { return m_window->findChild<PaletteDesk*>(); }
    [[nodiscard]] CommandPalette* palette() const { return desk()->palette(); }
    [[nodiscard]] bool isOpen() const { return palette() != nullptr && palette()->isVisible(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const;
    void openPalette() const;
    /// Types and waits for the answer.
    void type(const QString& text) const;
    [[nodiscard]] QStringList titles() const;
    [[nodiscard]] QString selectedName() const;
    [[nodiscard]] TableId table(const QString& name) const;
    /// What the palette says of a command; empty where it is not listed.
    [[nodiscard]] QString detailOf(const QString& command) const;

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<MainWindow> m_window;
};

void TestPaletteWindow::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QCoreApplication::setApplicationName(QStringLiteral("cadastre"));
    QVERIFY2(QFile::exists(sampleFile()), qPrintable(sampleFile()));
}

void TestPaletteWindow::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(m_home->isValid());
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(name, m_home->filePath(QString::fromLatin1(name)).toUtf8());
    const QString settings = m_home->filePath(QStringLiteral("XDG_CONFIG_HOME/cadastre"));
    QVERIFY(QDir().mkpath(settings));
    QFile file(settings + QStringLiteral("/window.ini")); // a hint would move the diagram
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[window]\nhints=false\n");
    file.close();
    openWindow();
}

void TestPaletteWindow::cleanup()
{
    if (m_window)
        m_window->close();
    m_window.reset();
    m_home.reset();
}

void TestPaletteWindow::openWindow()
{
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get(), patienceMs));
    QTRY_VERIFY(m_window->catalogPanel() != nullptr);
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    m_window->openAddress(sampleFile());
    QVERIFY(shown.wait(patienceMs));
    QTRY_VERIFY_WITH_TIMEOUT(desk()->index() != nullptr, patienceMs);
}

void TestPaletteWindow::press(Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    QWidget* focus = QApplication::focusWidget();
    QTest::keyClick(focus != nullptr ? focus : m_window.get(), key, modifiers);
}

void TestPaletteWindow::openPalette() const
{
    QTRY_VERIFY_WITH_TIMEOUT(desk()->index() != nullptr, patienceMs);
    press(Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(isOpen());
    QTRY_VERIFY(palette()->field()->hasFocus());
}

void TestPaletteWindow::type(const QString& text) const
{
    QTest::keyClicks(palette()->field(), text);
    QTRY_VERIFY_WITH_TIMEOUT(desk()->isAnswered(), patienceMs);
}

QStringList TestPaletteWindow::titles() const
{
    QStringList titles;
    for (const PaletteItem& item : palette()->items())
        titles << item.title;
    return titles;
}

QString TestPaletteWindow::selectedName() const
{
    const auto object = m_window->diagram()->selected();
    return object ? m_window->diagram()->facts().catalog->displayName(*object) : QString();
}

TableId TestPaletteWindow::table(const QString& name) const
{
    return TableId{m_window->diagram()->facts().catalog->resolve(name)->index};
}

QString TestPaletteWindow::detailOf(const QString& command) const
{
    const auto& items = palette()->items();
    const auto found = std::ranges::find(items, command, &PaletteItem::title);
    return found == items.end() ? QString() : found->detail;
}

void TestPaletteWindow::findsAndGoes()
{
    openPalette();
    type(QStringLiteral("customers email"));
    QCOMPARE(titles().value(0), QStringLiteral("customers.email"));
    QVERIFY(!palette()->items().front().badge.isEmpty());
    const QListView* list = palette()->list(); // all of the line is seen, above everything else
    const QRect line = list->visualRect(list->currentIndex());
    QVERIFY(line.height() >= list->fontMetrics().height());
    QVERIFY(list->viewport()->visibleRegion().contains(line));
    QCOMPARE(m_window->childAt(list->viewport()->mapTo(m_window.get(), line.center())),
             list->viewport());
    press(Qt::Key_Return);
    QVERIFY(!isOpen());
    QTRY_COMPARE(selectedName(), QStringLiteral("customers.email"));
    QVERIFY(m_window->canvas()->hasFocus());
}

void TestPaletteWindow::speaksAsPeopleDo_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("found");
    QTest::newRow("a question") << QStringLiteral("where is the customer's e-mail")
                                << QStringLiteral("customers.email");
    QTest::newRow("mistyped") << QStringLiteral("invioces") << QStringLiteral("invoices");
    QTest::newRow("abbreviated") << QStringLiteral("ordit") << QStringLiteral("order_items");
    QTest::newRow("another convention")
        << QStringLiteral("return_requests") << QStringLiteral("\"ReturnRequests\"");
    QTest::newRow("full name") << QStringLiteral("customers.id") << QStringLiteral("customers.id");
}

void TestPaletteWindow::speaksAsPeopleDo()
{
    QFETCH(QString, typed);
    QFETCH(QString, found);
    openPalette();
    type(typed);
    QVERIFY2(titles().mid(0, 3).contains(found),
             qPrintable(titles().mid(0, 8).join(QLatin1Char('|'))));
}

void TestPaletteWindow::previewsAndPutsBack()
{
    Canvas* canvas = m_window->canvas();
    m_window->diagram()->reveal(
        *m_window->diagram()->facts().catalog->resolve(QStringLiteral("suppliers")));
    canvas->setFocus();
    const QRectF before = canvas->viewRect();
    const QString selected = selectedName();
    openPalette();
    type(QStringLiteral("invoices"));
    QCOMPARE(canvas->viewRect().topLeft(), before.topLeft()); // typing moves nothing
    press(Qt::Key_Down);
    press(Qt::Key_Up);
    QVERIFY(canvas->viewRect() != before);
    const auto table = m_window->diagram()->facts().catalog->resolve(QStringLiteral("invoices"));
    const QRect shown = canvas->widgetRect(*table);
    QVERIFY(canvas->rect().intersects(shown));
    press(Qt::Key_Escape);
    QVERIFY(!isOpen());
    QVERIFY(isAlmost(canvas->viewRect(), before));
    QCOMPARE(selectedName(), selected);
    QVERIFY(canvas->hasFocus());

    canvas->fit(); // and a fitted picture stays one
    openPalette();
    type(QStringLiteral("invoices"));
    press(Qt::Key_Down);
    QVERIFY(!canvas->isFitted());
    press(Qt::Key_Escape);
    QVERIFY(canvas->isFitted());
}

void TestPaletteWindow::showsTheNeighbourhood()
{
    openPalette();
    type(QStringLiteral("table:\"refunds\""));
    QCOMPARE(titles(), QStringList{QStringLiteral("refunds")});
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(shown.wait(patienceMs));
    QVERIFY(m_window->diagram()->view().focus.has_value());
}

void TestPaletteWindow::filtersAndCompletes()
{
    openPalette();
    type(QStringLiteral("comment:no"));
    press(Qt::Key_Tab);
    QCOMPARE(palette()->field()->text(), QStringLiteral("comment:none "));
    QTRY_VERIFY(desk()->isAnswered());
    QVERIFY(!titles().isEmpty());
    QVERIFY(!titles().contains(QStringLiteral("customers"))); // has a comment
    type(QStringLiteral("kind:view tpye:x"));
    QTRY_VERIFY(palette()->remark().contains(QStringLiteral("did you mean type:")));
    for (const PaletteItem& item : palette()->items())
        QCOMPARE(item.badge, QStringLiteral("view"));
    palette()->field()->clear();
    type(QStringLiteral("!comment zzzzqqq"));
    QVERIFY(titles().isEmpty());
    QVERIFY(palette()->remark().contains(QStringLiteral("zzzzqqq")));
    palette()->field()->clear();
    type(QStringLiteral("@email"));
    QVERIFY(!titles().isEmpty());
    for (const PaletteItem& item : palette()->items())
        QVERIFY2(item.title.contains(QLatin1Char('.')), qPrintable(item.title));
}

void TestPaletteWindow::findsJsonOfAnEngineWithoutIt()
{
    openPalette();
    type(QStringLiteral("type:json"));
    QVERIFY(titles().contains(QStringLiteral("payments.payload")));
    QVERIFY(titles().contains(QStringLiteral("products.attributes")));
    QVERIFY(!titles().contains(QStringLiteral("customers.email")));
    QVERIFY(
        detailOf(QStringLiteral("payments.payload")).contains(QStringLiteral("JSON by its CHECK")));
    QCOMPARE(palette()->countText(), QStringLiteral("%1 hits").arg(titles().size()));
    press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QString copied = QGuiApplication::clipboard()->text();
    QCOMPARE(copied.count(QLatin1Char('\n')) + 1, titles().size());
    QVERIFY(copied.contains(QStringLiteral("payments.payload\tcolumn\t")));
    palette()->field()->clear();
    type(QStringLiteral("type:table"));
    QVERIFY(titles().isEmpty());
    QVERIFY(palette()->remark().contains(QStringLiteral("did you mean kind:table?")));
    QVERIFY(palette()->remark().contains(QStringLiteral("F1")));
}

void TestPaletteWindow::offersTheWayBetweenTwoTables()
{
    openPalette();
    type(QStringLiteral("orders refunds"));
    const QString offer = QStringLiteral("How do tmp_orders and refunds join");
    const qsizetype row = titles().indexOf(offer);
    QVERIFY2(row >= 0, qPrintable(titles().join(QLatin1Char('\n'))));
    palette()->list()->setCurrentIndex(palette()->list()->model()->index(static_cast<int>(row), 0));
    press(Qt::Key_Return);
    QVERIFY(!isOpen());
    auto* dock = m_window->findChild<QDockWidget*>(QStringLiteral("pathDock"));
    QTRY_VERIFY(dock->isVisible());
    const auto* panel = m_window->findChild<PathPanel*>();
    QCOMPARE(panel->fields()->tables(),
             std::optional(std::vector{table(QStringLiteral("tmp_orders")),
                                       table(QStringLiteral("refunds"))}));
    dock->hide();
    openPalette();
    type(QStringLiteral("customers"));
    QVERIFY(!titles().join(QLatin1Char(' ')).contains(QStringLiteral("How do ")));
    press(Qt::Key_Escape);
}

void TestPaletteWindow::runsCommands()
{
    openPalette();
    type(QStringLiteral(">view depend"));
    QCOMPARE(titles().value(0), QStringLiteral("View dependencies"));
    QVERIFY(palette()->items().front().detail.contains(QStringLiteral("View")));
    QCOMPARE(palette()->items().front().shortcut, QStringLiteral("Ctrl+D"));
    const bool before = m_window->canvas()->showsViewDependencies();
    press(Qt::Key_Return);
    QVERIFY(!isOpen());
    QCOMPARE(m_window->canvas()->showsViewDependencies(), !before);
    openPalette();
    type(QStringLiteral("layout anew")); // commands stand among objects, too
    QVERIFY(titles().contains(QStringLiteral("Lay out anew")));
    press(Qt::Key_K, Qt::ControlModifier); // the same key closes
    QVERIFY(!isOpen());
}

void TestPaletteWindow::listsWhatIsNotPossibleNow()
{
    QVERIFY(!m_window->actions().showAll->isEnabled());
    openPalette();
    type(QStringLiteral(">show everything"));
    const auto& items = palette()->items();
    const auto found =
        std::ranges::find(items, QStringLiteral("Show everything"), &PaletteItem::title);
    QVERIFY(found != items.end());
    QVERIFY(!found->enabled);
    QVERIFY(
        found->detail.contains(QStringLiteral("not possible now: everything is shown already · ")));
    const int row = static_cast<int>(found - items.begin());
    for (int steps = palette()->list()->currentIndex().row(); steps < row; ++steps)
        press(Qt::Key_Down);
    QCOMPARE(palette()->list()->currentIndex().row(), row); // walked to, to read why
    press(Qt::Key_Return);                                  // says so, and stays
    QVERIFY(isOpen());
    QVERIFY(palette()->remark().startsWith(QStringLiteral("Show everything: not possible now")));
    palette()->field()->clear();
    type(QStringLiteral(">"));
    int disabled = 0;
    QStringList silent; // but for lines like "No saved views yet"
    for (const PaletteItem& item : palette()->items()) {
        disabled += item.enabled ? 0 : 1;
        if (!item.enabled && !item.title.startsWith(QStringLiteral("No ")) &&
            !item.detail.startsWith(QStringLiteral("not possible now: ")))
            silent << item.title;
    }
    QVERIFY2(silent.size() * 10 <= disabled, qPrintable(silent.join(QLatin1Char('|'))));
    QVERIFY(disabled > 10);
    QVERIFY(detailOf(QStringLiteral("Relate to")).contains(QStringLiteral("select a column")));
    press(Qt::Key_Escape);
    m_window->diagram()->reveal(table(QStringLiteral("tmp_orders")));
    openPalette();
    type(QStringLiteral(">"));
    QVERIFY(!detailOf(QStringLiteral("Isolate")).contains(QStringLiteral("not possible")));
    QVERIFY(detailOf(QStringLiteral("Relate to")).contains(QStringLiteral("select a column")));
}

void TestPaletteWindow::waitsForADatabase()
{
    m_window->close();
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get(), patienceMs));
    QTRY_VERIFY(m_window->catalogPanel() != nullptr);
    openPalette();
    type(QStringLiteral(">"));
    QVERIFY(
        detailOf(QStringLiteral("Isolate")).contains(QStringLiteral("open a database first · ")));
    QVERIFY(!detailOf(QStringLiteral("Open file")).contains(QStringLiteral("not possible")));
}

void TestPaletteWindow::previewsSavedViews()
{
    Canvas* canvas = m_window->canvas();
    ViewFlow* views = m_window->findChild<ViewDesk*>()->flow();
    const TableId invoices = table(QStringLiteral("invoices"));
    const TableId payments = table(QStringLiteral("payments"));
    views->isolate({invoices, payments});
    views->save(QStringLiteral("Who pays"));
    views->showAll();
    QTRY_VERIFY(!m_window->diagram()->isMakingPicture() &&
                !canvas->isHidden(table(QStringLiteral("suppliers"))));
    m_window->diagram()->reveal(table(QStringLiteral("suppliers")));
    canvas->setFocus();
    openPalette(); // meanwhile the strip that says what is hidden has gone
    type(QStringLiteral("xyz"));
    press(Qt::Key_Escape);
    const QRectF before = canvas->viewRect();
    openPalette();
    type(QStringLiteral("who pays"));
    QCOMPARE(titles().value(0), QStringLiteral("Who pays"));
    press(Qt::Key_Down);
    press(Qt::Key_Up);
    QVERIFY(canvas->viewRect() != before);
    const QPoint below =
        canvas->mapFromGlobal(palette()->mapToGlobal(QPoint(0, palette()->height())));
    const QRect free(0, below.y(), canvas->width(), canvas->height() - below.y());
    QVERIFY(free.contains(canvas->widgetRect(invoices)));
    QVERIFY(free.contains(canvas->widgetRect(payments)));
    QVERIFY(views->document().choice.showsAll()); // only looked at
    press(Qt::Key_Escape);
    QVERIFY(isAlmost(canvas->viewRect(), before));
    QCOMPARE(selectedName(), QStringLiteral("suppliers"));
    openPalette();
    type(QStringLiteral("who pays"));
    press(Qt::Key_Return);
    QTRY_VERIFY(!views->document().choice.showsAll());
    QVERIFY(!canvas->isHidden(invoices) && canvas->isHidden(table(QStringLiteral("suppliers"))));
}

void TestPaletteWindow::asksWhatIsStaged()
{
    const QString name = QStringLiteral("tmp_orders");
    const TableId table = this->table(name);
    const QString query = QStringLiteral("table:\"tmp_orders\" comment:none");
    openPalette();
    type(query);
    QVERIFY(titles().contains(name));
    press(Qt::Key_Escape);
    ViewFlow* views = m_window->findChild<ViewDesk*>()->flow();
    QVERIFY(isAmong(views->tablesOf(QStringLiteral("!comment")), table));
    m_window->comments()->editComment(table);
    CommentEditor* editor = m_window->inspector()->comment();
    QTRY_VERIFY(editor->wordsField()->hasFocus());
    QTest::keyClicks(editor->wordsField(), QStringLiteral("Every order."));
    QTest::keyClick(editor->wordsField(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk()->index() != nullptr && desk()->index()->query->isStaged(table));
    openPalette();
    type(query);
    QVERIFY(!titles().contains(name));
    palette()->field()->clear();
    type(QStringLiteral("comment:\"every order\""));
    QVERIFY(titles().contains(name));
    press(Qt::Key_Escape);
    QVERIFY(!isAmong(views->tablesOf(QStringLiteral("!comment")), table));
    CatalogPanel* tree = m_window->catalogPanel();
    press(Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(tree->filterField()->hasFocus());
    QTest::keyClicks(tree->filterField(), QStringLiteral("!comment"));
    QTRY_VERIFY(tree->isFiltering() && !tree->showsTable(table));
    QVERIFY(tree->showsTable(this->table(QStringLiteral("v_order_summary"))));
}

void TestPaletteWindow::remembersWhatWasUsed()
{
    openPalette();
    QTRY_VERIFY(!titles().isEmpty());
    QVERIFY(titles().contains(QStringLiteral("customers"))); // much leans on it
    const QString used = QStringLiteral("\"SatisfactionSurveys\"");
    QVERIFY(titles().value(0) != used);
    type(QStringLiteral("satisfaction"));
    press(Qt::Key_Return);
    QTRY_COMPARE(selectedName(), used);
    m_window->close();
    openWindow();
    openPalette();
    QTRY_COMPARE(titles().value(0), used);
}

void TestPaletteWindow::searchFieldStaysTheSearchField()
{
    press(Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(m_window->searchBox()->hasFocus());
    QVERIFY(!isOpen());
    QCOMPARE(m_window->actions().find->shortcuts().size(), 1);
}

void TestPaletteWindow::screenReadersFollow()
{
    openPalette();
    QAccessibleInterface* field = QAccessible::queryAccessibleInterface(palette()->field());
    QVERIFY(field != nullptr);
    QVERIFY(!field->text(QAccessible::Name).isEmpty());
    type(QStringLiteral("customers"));
    QVERIFY(field->text(QAccessible::Description).contains(QStringLiteral("customers")));
    const QString first = field->text(QAccessible::Description);
    press(Qt::Key_Down);
    QVERIFY(field->text(QAccessible::Description) != first);
    QCOMPARE(QAccessible::queryAccessibleInterface(palette()->list())->role(), QAccessible::List);
}

void TestPaletteWindow::treeSpeaksTheLanguage()
{
    CatalogPanel* tree = m_window->catalogPanel();
    press(Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(tree->filterField()->hasFocus());
    const Catalog& catalog = *m_window->diagram()->facts().catalog;
    const TableId orders{catalog.resolve(QStringLiteral("tmp_orders"))->index};
    const TableId summary{catalog.resolve(QStringLiteral("v_order_summary"))->index};
    QTest::keyClicks(tree->filterField(), QStringLiteral("order kind:view"));
    QTRY_VERIFY(tree->isFiltering() && !tree->showsTable(orders));
    QVERIFY(tree->showsTable(summary));
    tree->filterField()->clear();
    QTest::keyClicks(tree->filterField(), QStringLiteral("fk:declared"));
    QTRY_VERIFY(tree->isFiltering() && tree->showsTable(orders) && !tree->showsTable(summary));
    tree->filterField()->clear();
    QTest::keyClicks(tree->filterField(), QStringLiteral("ownr:x"));
    QTRY_VERIFY(tree->remark().contains(QStringLiteral("owner:")));
    QVERIFY(!tree->isFiltering());
}

CADASTRE_WINDOW_TEST(TestPaletteWindow)
#include "tst_palette_window.moc"

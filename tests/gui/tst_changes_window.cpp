// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What changed, as a person meets it: a database changes underneath, F5, the message, F6, keys;
// what was placed and staged stays; renames taken over and taken back; since last time; snapshots.
#include "app/boundary_desk.h"
#include "app/changes_desk.h"
#include "app/comment_desk.h"
#include "app/comment_flow.h"
#include "app/main_window.h"
#include "app/relation_flow.h"
#include "app/seen_catalogs.h"
#include "diagram/canvas.h"
#include "tests/gui/window_test.h"
#include "tests/support/sqlite_file.h"
#include "widgets/changes_panel.h"
#include "widgets/comment_editor.h"
#include "widgets/fact_list_page.h"
#include "widgets/inspector_panel.h"
#include "widgets/message_bar.h"
#include "widgets/words_edit.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QTreeView>

using namespace cadastre;

namespace {

constexpr int patienceMs = 30000;

const char* const shop =
    "CREATE TABLE customers (id INTEGER PRIMARY KEY, email VARCHAR(80), fax TEXT);"
    "CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customers (id),"
    " total NUMERIC(10,2), placed_at TEXT);"
    "CREATE TABLE vouchers (id INTEGER PRIMARY KEY, code TEXT, worth NUMERIC, until TEXT)";

} // namespace

class TestChangesWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void refreshSaysWhatChanged();
    void nothingChanged();
    void whatWasPlacedAndStagedStays();
    void whatWasDecidedStays();
    void whatWentIsShownWhereItWas();
    void earlierStatesAreForgotten();
    void aRenameIsTakenBack();
    void sinceLastTime();
    void comparedWithASnapshot();

private:
    void openWindow();
    void open();
    void change(const QByteArray& script) const { m_folder->make(script); }
    void refresh();
    [[nodiscard]] ChangesDesk* desk() const { return m_window->findChild<ChangesDesk*>(); }
    [[nodiscard]] ChangesPanel* panel() const { return desk()->panel(); }
    [[nodiscard]] QString selectedName() const;
    [[nodiscard]] QStringList names() const;
    bool select(const QString& name) const;
    [[nodiscard]] const Message* differenceMessage() const;
    [[nodiscard]] TableId table(const QString& name) const;
    /// As a person drags it.
    void place(TableId table, QPointF at) const;
    /// Where a person put it, in the scene: frames grow, what is in them stays.
    [[nodiscard]] QPoint pinnedPlace(const ObjectKey& key) const;
    /// The one between two tables that is known; null for none.
    [[nodiscard]] const Relationship* relationship(const QString& child,
                                                   const QString& parent) const;

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<test::SqliteFolder> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void TestChangesWindow::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QCoreApplication::setApplicationName(QStringLiteral("cadastre"));
}

void TestChangesWindow::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(m_home->isValid());
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(name, m_home->filePath(QString::fromLatin1(name)).toUtf8());
    m_folder = std::make_unique<test::SqliteFolder>();
    m_folder->make(shop);
    openWindow();
    open();
}

void TestChangesWindow::cleanup()
{
    if (m_window)
        m_window->close();
    m_window.reset();
    m_folder.reset();
    m_home.reset();
}

void TestChangesWindow::openWindow()
{
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get(), patienceMs));
    QTRY_VERIFY(desk() != nullptr && panel() != nullptr);
}

void TestChangesWindow::open()
{
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    QSignalSpy compared(desk()->flow(), &ChangesFlow::changed);
    m_window->openAddress(m_folder->path());
    QVERIFY(shown.wait(patienceMs));
    QTRY_COMPARE_WITH_TIMEOUT(compared.count(), 1, patienceMs);
}

void TestChangesWindow::refresh()
{
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    QSignalSpy compared(desk()->flow(), &ChangesFlow::changed);
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(compared.count(), 1, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(shown.count() > 0, patienceMs);
}

QString TestChangesWindow::selectedName() const
{
    const auto selected = m_window->diagram()->selected();
    return selected ? m_window->diagram()->facts().catalog->displayName(*selected) : QString();
}

/// "sign name" of every change.
QStringList TestChangesWindow::names() const
{
    QStringList names;
    for (const ObjectChange& change : panel()->state()->difference.changes)
        names << QString(changeSignText(change.sign) + QLatin1Char(' ') + change.name);
    return names;
}

bool TestChangesWindow::select(const QString& name) const
{
    QAbstractItemModel* model = panel()->list()->model();
    const QModelIndexList found = model->match(model->index(0, 0), Qt::DisplayRole, name, 1,
                                               Qt::MatchExactly | Qt::MatchRecursive);
    if (!found.isEmpty())
        panel()->list()->setCurrentIndex(found.first());
    return !found.isEmpty();
}

const Message* TestChangesWindow::differenceMessage() const
{
    const auto& messages = m_window->messageBar()->messages();
    const auto found = std::ranges::find(messages, MessageTopic::Difference, &Message::topic);
    return found == messages.end() ? nullptr : &*found;
}

TableId TestChangesWindow::table(const QString& name) const
{
    return TableId{m_window->diagram()->facts().catalog->resolve(name)->index};
}

void TestChangesWindow::place(TableId table, QPointF at) const
{
    m_window->canvas()->placeTable(table, at);
    Q_EMIT m_window->canvas()->tablesMoved({{table, QPointF(), at}});
}

QPoint TestChangesWindow::pinnedPlace(const ObjectKey& key) const
{
    const Placements all = m_window->diagram()->placements();
    const Placement placed = all.tables.value(key);
    const QString group = placed.group.section(QStringLiteral(" / "), 0, 0);
    return placed.pinned ? placed.position + all.groups.value(group) : QPoint();
}

const Relationship* TestChangesWindow::relationship(const QString& child,
                                                    const QString& parent) const
{
    const auto& all = m_window->diagram()->facts().relationships;
    for (std::size_t i = 0; all != nullptr && i < all->size(); ++i) {
        const Relationship& one = (*all)[i];
        if (one.child == table(child) && one.targets.front().isResolved() &&
            one.targets.front().table == table(parent))
            return &one;
    }
    return nullptr;
}

void TestChangesWindow::refreshSaysWhatChanged()
{
    change("ALTER TABLE customers DROP COLUMN fax;"
           "ALTER TABLE orders ADD COLUMN gift_note TEXT;"
           "CREATE TABLE gift_cards (id INTEGER PRIMARY KEY, code TEXT)");
    refresh();
    QCOMPARE(names(),
             (QStringList{QStringLiteral("- customers.fax"), QStringLiteral("+ gift_cards"),
                          QStringLiteral("+ orders.gift_note")}));
    const Message* message = differenceMessage();
    QVERIFY(message != nullptr);
    QVERIFY2(message->text.startsWith(QStringLiteral("2 added, 1 removed since ")),
             qPrintable(message->text));
    QVERIFY(desk()->dock()->isHidden() || desk()->dock()->visibleRegion().isEmpty());
    QTest::keyClick(m_window.get(), Qt::Key_F6);
    QTRY_VERIFY(panel()->list()->hasFocus());
    // what breaks is first; of what went the place is shown where it was
    QCOMPARE(panel()->list()->currentIndex().data().toString(), QStringLiteral("customers.fax"));
    QVERIFY(panel()->page()->page()->toPlainText().contains(QStringLiteral("TEXT")));
    QTest::keyClick(panel()->list(), Qt::Key_Return);
    QTRY_COMPARE(selectedName(), QStringLiteral("customers"));
    QVERIFY(select(QStringLiteral("gift_cards")));
    QTest::keyClick(panel()->list(), Qt::Key_Return);
    QTRY_COMPARE(selectedName(), QStringLiteral("gift_cards"));
    QTest::mouseClick(panel()->copyButton(), Qt::LeftButton);
    QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("customers.fax")));
    // grouped by kind, the same objects
    panel()->groupings()->setCurrentIndex(1);
    QVERIFY(select(QStringLiteral("orders.gift_note")));
    QTest::mouseClick(panel()->dismissButton(), Qt::LeftButton);
    QVERIFY(differenceMessage() == nullptr);
}

void TestChangesWindow::nothingChanged()
{
    refresh();
    QVERIFY(differenceMessage() == nullptr);
    QVERIFY(panel()->state()->isThere());
    QVERIFY(names().isEmpty());
    desk()->showPanel();
    bool says = false;
    for (const QLabel* label : panel()->findChildren<QLabel*>())
        says = says ||
               (label->isVisible() && label->text().contains(QStringLiteral("Nothing changed")));
    QVERIFY(says);
}

void TestChangesWindow::whatWasPlacedAndStagedStays()
{
    const auto& facts = m_window->diagram()->facts();
    const auto orders = facts.catalog->resolve(QStringLiteral("orders"));
    m_window->diagram()->reveal(*orders);
    const QPointF place(4321, 1234);
    m_window->canvas()->placeTable(TableId{orders->index}, place);
    Q_EMIT m_window->canvas()->tablesMoved({{TableId{orders->index}, QPointF(), place}});
    const ObjectKey key = facts.catalog->keyOf(*orders);
    m_window->comments()->editComment(*orders);
    CommentEditor* editor = m_window->inspector()->comment();
    QTRY_VERIFY(editor->wordsField()->hasFocus());
    QTest::keyClicks(editor->wordsField(), QStringLiteral("Every order."));
    QTest::keyClick(editor->wordsField(), Qt::Key_Return, Qt::ControlModifier);
    const auto staged = [this] { return m_window->comments()->flow()->staged(); };
    QVERIFY(staged().find(key) != nullptr);
    const QPoint before = pinnedPlace(key);
    QVERIFY(!before.isNull());
    change("CREATE TABLE aaa (id INTEGER PRIMARY KEY)"); // ids move
    refresh();
    QCOMPARE(names(), QStringList{QStringLiteral("+ aaa")});
    QCOMPARE(selectedName(), QStringLiteral("orders"));
    QCOMPARE(pinnedPlace(key), before);
    QVERIFY(staged().find(key) != nullptr);
    QCOMPARE(staged().find(key)->after, QStringLiteral("Every order."));
}

void TestChangesWindow::whatWasDecidedStays()
{
    const QString lines = QStringLiteral("order_lines");
    const QString orders = QStringLiteral("orders");
    const QString vouchers = QStringLiteral("vouchers");
    const QString customers = QStringLiteral("customers");
    change("CREATE TABLE order_lines (id INTEGER PRIMARY KEY, order_id INTEGER NOT NULL,"
           " voucher_id INTEGER)");
    refresh();
    QTRY_VERIFY_WITH_TIMEOUT(relationship(lines, orders) && relationship(lines, vouchers),
                             patienceMs);
    RelationFlow* relations = m_window->relations();
    relations->decide({*relationship(lines, orders)}, DecisionKind::Confirmed, {});
    relations->decide({*relationship(lines, vouchers)}, DecisionKind::Rejected, {});
    const auto catalog = m_window->diagram()->facts().catalog;
    Boundaries drawn;
    drawn.entries[QStringLiteral("sales")].members = {catalog->keyOf(table(orders)).toString()};
    m_window->boundaries()->flow()->restore(drawn);
    QTRY_VERIFY(!m_window->boundaries()->flow()->isChecking() &&
                !m_window->diagram()->isMakingPicture() && !relations->isInferring());
    place(table(customers), QPointF(3210, 2100));
    const ObjectKey key = catalog->keyOf(table(customers));
    const QPoint before = pinnedPlace(key);
    QVERIFY(!before.isNull());
    m_window->diagram()->reveal(table(vouchers));
    QTest::keyClick(m_window->canvas(), Qt::Key_H, Qt::ControlModifier | Qt::AltModifier);
    QTRY_VERIFY(m_window->canvas()->isHidden(table(vouchers)));

    const QString renamed = QStringLiteral("purchases");
    change("ALTER TABLE orders RENAME TO purchases; CREATE TABLE aaa (id INTEGER PRIMARY KEY)");
    refresh();
    QCOMPARE(names(), (QStringList{QStringLiteral("+ aaa"), QStringLiteral("~ purchases")}));
    QTRY_VERIFY_WITH_TIMEOUT(!relations->isInferring() && relationship(lines, renamed) &&
                                 relationship(lines, vouchers),
                             patienceMs);
    QCOMPARE(relationship(lines, renamed)->origin, RelationshipOrigin::Confirmed);
    QCOMPARE(relationship(lines, vouchers)->origin, RelationshipOrigin::Rejected);
    QVERIFY(m_window->canvas()->isHidden(table(vouchers)));
    QVERIFY(!m_window->canvas()->isHidden(table(renamed)));
    QCOMPARE(pinnedPlace(key), before);
    const ObjectKey owned = m_window->diagram()->facts().catalog->keyOf(table(renamed));
    QCOMPARE(m_window->boundaries()->flow()->document().entries.at(QStringLiteral("sales")).members,
             QStringList{owned.toString()});
}

void TestChangesWindow::whatWentIsShownWhereItWas()
{
    const QPointF where(4321, 3210);
    place(table(QStringLiteral("vouchers")), where);
    change("DROP TABLE vouchers");
    refresh();
    m_window->canvas()->fit();
    QTest::keyClick(m_window.get(), Qt::Key_F6);
    QTRY_VERIFY(panel()->list()->hasFocus());
    QVERIFY(select(QStringLiteral("vouchers")));
    QVERIFY(!m_window->canvas()->viewRect().contains(where));
    QTest::keyClick(panel()->list(), Qt::Key_Return);
    QVERIFY(m_window->canvas()->viewRect().contains(where));
    QVERIFY2(m_window->statusBar()->currentMessage().startsWith(
                 QStringLiteral("vouchers was here. It is gone since ")),
             qPrintable(m_window->statusBar()->currentMessage()));
    QVERIFY(panel()->page()->page()->toPlainText().contains(QStringLiteral("worth"))); // a column
}

void TestChangesWindow::earlierStatesAreForgotten()
{
    const QString folder = seenFolder(*parseDatabaseAddress(m_folder->path()));
    QTRY_COMPARE(seenTimes(folder).size(), std::size_t(1));
    QCOMPARE(panel()->baselines()->count(), 1); // nothing to forget yet
    m_window->close();
    m_window.reset();
    const QString kept = QDir(folder).entryInfoList(QDir::Files).first().filePath();
    QVERIFY(QFile::copy(kept, folder + QStringLiteral("/20250102T101500Z.catalog")));
    change("CREATE TABLE later (id INTEGER PRIMARY KEY)");
    openWindow();
    open();
    QCOMPARE(names(), QStringList{QStringLiteral("+ later")});
    QVERIFY(seenTimes(folder).size() > 1);
    desk()->showPanel();
    QComboBox* baselines = panel()->baselines();
    const auto chooseForget = [&] {
        baselines->setFocus();
        QTest::keyClick(baselines, Qt::Key_End);
        return m_window->findChild<QMessageBox*>();
    };
    QMessageBox* box = chooseForget();
    QVERIFY(box != nullptr);
    QVERIFY(baselines->currentText().startsWith(QStringLiteral("As seen"))); // as before
    QTest::keyClick(box, Qt::Key_Escape);
    QTRY_VERIFY(m_window->findChild<QMessageBox*>() == nullptr);
    QVERIFY(seenTimes(folder).size() > 1);
    box = chooseForget();
    QVERIFY(box != nullptr);
    QTest::mouseClick(box->buttons().first()->text().contains(QStringLiteral("Forget"))
                          ? box->buttons().first()
                          : box->buttons().last(),
                      Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(seenTimes(folder).size(), std::size_t(1), patienceMs);
    QTRY_COMPARE(baselines->count(), 1);
    QVERIFY(!panel()->state()->isThere());
    QVERIFY(differenceMessage() == nullptr);
    change("DROP TABLE later"); // and it goes on
    refresh();
    QCOMPARE(names(), QStringList{QStringLiteral("- later")});
}

void TestChangesWindow::aRenameIsTakenBack()
{
    const auto& facts = m_window->diagram()->facts();
    const auto vouchers = facts.catalog->resolve(QStringLiteral("vouchers"));
    const ObjectKey key = facts.catalog->keyOf(*vouchers);
    m_window->canvas()->placeTable(TableId{vouchers->index}, QPointF(700, 300));
    Q_EMIT m_window->canvas()->tablesMoved(
        {{TableId{vouchers->index}, QPointF(0, 0), QPointF(700, 300)}});
    const auto isPinned = [this](const ObjectKey& table) {
        return m_window->diagram()->placements().tables.value(table).pinned;
    };
    QVERIFY(isPinned(key));
    change("ALTER TABLE vouchers RENAME TO coupons");
    refresh();
    QCOMPARE(names(), QStringList{QStringLiteral("~ coupons")});
    ObjectKey renamed = key;
    renamed.parts.last() = QStringLiteral("coupons");
    QVERIFY(isPinned(renamed));
    desk()->showPanel();
    QVERIFY(select(QStringLiteral("coupons")));
    QVERIFY(panel()->notTheSameButton()->isVisible());
    QVERIFY(!panel()->takeOverButton()->isVisible()); // it followed already
    QSignalSpy pictures(m_window->diagram(), &DiagramController::pictureShown);
    QTest::mouseClick(panel()->notTheSameButton(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(
        names(), (QStringList{QStringLiteral("+ coupons"), QStringLiteral("- vouchers")}),
        patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(pictures.count() > 0, patienceMs);
    QVERIFY(isPinned(key)); // where the old one was is known again
}

void TestChangesWindow::sinceLastTime()
{
    QVERIFY(!panel()->state()->isThere()); // never seen before
    m_window->close();
    m_window.reset();
    change("ALTER TABLE orders ADD COLUMN gift_note TEXT; ALTER TABLE vouchers RENAME TO coupons");
    openWindow();
    open();
    QCOMPARE(names(),
             (QStringList{QStringLiteral("~ coupons"), QStringLiteral("+ orders.gift_note")}));
    QVERIFY(differenceMessage() != nullptr);
    desk()->showPanel();
    QVERIFY(select(QStringLiteral("coupons")));
    QVERIFY(panel()->takeOverButton()->isVisible());
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    QTest::mouseClick(panel()->takeOverButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(shown.count() > 0, patienceMs);
    QCOMPARE(names().size(), 2);
    // it stays when everything is read again, until somebody says that it was seen
    change("CREATE TABLE later (id INTEGER PRIMARY KEY)");
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(names().size(), 3, patienceMs);
    QVERIFY(names().contains(QStringLiteral("+ later")));
    QVERIFY(names().contains(QStringLiteral("+ orders.gift_note")));
    QTest::mouseClick(panel()->dismissButton(), Qt::LeftButton);
    change("CREATE TABLE latest (id INTEGER PRIMARY KEY)");
    refresh();
    QCOMPARE(names(), QStringList{QStringLiteral("+ latest")});
}

void TestChangesWindow::comparedWithASnapshot()
{
    const QString path = m_home->filePath(QStringLiteral("before.catalog.json"));
    desk()->snapshotAction()->trigger();
    auto* dialog = m_window->findChild<QFileDialog*>();
    QVERIFY(dialog != nullptr);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), patienceMs);
    change("DROP TABLE vouchers");
    refresh();
    change("CREATE TABLE later (id INTEGER PRIMARY KEY)");
    refresh();
    QCOMPARE(names(), QStringList{QStringLiteral("+ later")});
    QTRY_VERIFY(m_window->findChild<QFileDialog*>() == nullptr);
    QSignalSpy compared(desk()->flow(), &ChangesFlow::changed);
    desk()->compareAction()->trigger();
    dialog = m_window->findChild<QFileDialog*>();
    QVERIFY(dialog != nullptr);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QTRY_COMPARE_WITH_TIMEOUT(compared.count(), 1, patienceMs);
    QCOMPARE(names(), (QStringList{QStringLiteral("+ later"), QStringLiteral("- vouchers")}));
}

CADASTRE_WINDOW_TEST(TestChangesWindow)
#include "tst_changes_window.moc"

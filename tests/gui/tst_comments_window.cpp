// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Comments in the window from end to end on a small database: typed with the keyboard, noted,
// undone, found again after a restart, kept when the disk is full, followed when something was
// renamed.
#include "app/comment_desk.h"
#include "app/main_window.h"
#include "app/pending_desk.h"
#include "diagram/canvas.h"
#include "tests/gui/window_test.h"
#include "tests/support/sqlite_file.h"
#include "widgets/catalog_panel.h"
#include "widgets/comment_editor.h"
#include "widgets/comment_popup.h"
#include "widgets/inspector_panel.h"
#include "widgets/note_list.h"
#include "widgets/note_row.h"
#include "widgets/pending_model.h"
#include "widgets/pending_panel.h"
#include "widgets/search_box.h"
#include "widgets/words_edit.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>

#include <csignal>
#include <sys/resource.h>

using namespace cadastre;
using namespace cadastre::test;

namespace {

constexpr int patienceMs = 30000;

const char* const shop = "CREATE TABLE tmp_orders (id INTEGER PRIMARY KEY, flag1 INTEGER,"
                         " customer_id INTEGER REFERENCES customers(id));"
                         "CREATE TABLE customers (id INTEGER PRIMARY KEY, email TEXT);";

} // namespace

class TestCommentsWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void typedWordsAreStagedAndUndone();
    void typingIsOneStep();
    void notesAreTypedFields();
    void rawTextIsInStep();
    void emptyUndoIsTheWindows();
    void emptyUndoOfANoteIsTheWindows();
    void theTreeAssignsToABoundary();
    void clickingElsewhereLosesNothing();
    void editsInPlace();
    void stagedAfterARestart();
    void aSecondWindowOnlyReads();
    void aFullDiskKeepsTheWords();
    void editsFollowRenamesAndSayWhatIsGone();
    void marksAndCounts();
    void asNamedAndAsMeant();
    void noWorkspaceIsModified();
    void afterWritingUndoIsSkipped();

private:
    void openWindow();
    void open();
    void refresh();
    void select(const char* name);
    void edit(const char* name, const QString& words);
    [[nodiscard]] ObjectRef object(const char* name) const;
    [[nodiscard]] QString staged(const char* name) const;
    [[nodiscard]] CommentDesk* desk() const { return m_window->comments(); }
    [[nodiscard]] CommentEditor* editor() const { return m_window->inspector()->comment(); }
    [[nodiscard]] WordsEdit* words() const { return editor()->wordsField(); }
    [[nodiscard]] QString messages() const;

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_path;
    std::unique_ptr<MainWindow> m_window;
};

void TestCommentsWindow::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QCoreApplication::setApplicationName(QStringLiteral("cadastre"));
}

void TestCommentsWindow::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(m_home->isValid());
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(name, m_home->filePath(QString::fromLatin1(name)).toUtf8());
    m_path = m_home->filePath(QStringLiteral("shop.sqlite"));
    SqliteWriter(m_path).run(shop);
    openWindow();
    open();
}

void TestCommentsWindow::cleanup()
{
    if (m_window)
        m_window->close();
    m_window.reset();
    m_home.reset();
}

void TestCommentsWindow::openWindow()
{
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get(), patienceMs));
    QTRY_VERIFY(m_window->inspector() != nullptr);
}

void TestCommentsWindow::open()
{
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    m_window->openAddress(m_path);
    QVERIFY(shown.wait(patienceMs));
}

void TestCommentsWindow::refresh()
{
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    m_window->actions().refresh->trigger();
    QVERIFY(shown.wait(patienceMs));
}

ObjectRef TestCommentsWindow::object(const char* name) const
{
    return *m_window->diagram()->facts().catalog->resolve(QString::fromLatin1(name));
}

void TestCommentsWindow::select(const char* name)
{
    m_window->diagram()->select(object(name));
    QTRY_COMPARE(editor()->view().title, QString::fromLatin1(name));
}

void TestCommentsWindow::edit(const char* name, const QString& text)
{
    desk()->editComment(object(name));
    QTRY_VERIFY(words()->hasFocus());
    QTest::keyClicks(words(), text);
    QTest::keyClick(words(), Qt::Key_Return, Qt::ControlModifier);
}

QString TestCommentsWindow::staged(const char* name) const
{
    const CommentEdit* found = desk()->flow()->commented().edit(object(name));
    return found ? found->after : QStringLiteral("(nothing)");
}

QString TestCommentsWindow::messages() const
{
    QStringList texts;
    for (const Message& message : m_window->messageBar()->messages())
        texts << message.text << message.detail;
    return texts.join(QLatin1Char('\n'));
}

void TestCommentsWindow::typedWordsAreStagedAndUndone()
{
    QSignalSpy finished(desk(), &CommentDesk::editFinished);
    edit("tmp_orders.flag1", QStringLiteral("1 where it was paid late."));
    QCOMPARE(staged("tmp_orders.flag1"), QStringLiteral("1 where it was paid late."));
    QCOMPARE(finished.size(), 1);
    QVERIFY(
        m_window->actions().undo->text().contains(QStringLiteral("comment of tmp_orders.flag1")));
    m_window->canvas()->setFocus();
    m_window->actions().undo->trigger();
    QCOMPARE(staged("tmp_orders.flag1"), QStringLiteral("(nothing)"));
    QCOMPARE(words()->typed(), QString());
    m_window->actions().redo->trigger();
    QCOMPARE(staged("tmp_orders.flag1"), QStringLiteral("1 where it was paid late."));
    QCOMPARE(words()->typed(), QStringLiteral("1 where it was paid late."));
    editor()->revertButton()->click();
    QCOMPARE(staged("tmp_orders.flag1"), QStringLiteral("(nothing)"));
    m_window->actions().undo->trigger();
    QCOMPARE(staged("tmp_orders.flag1"), QStringLiteral("1 where it was paid late."));
}

void TestCommentsWindow::typingIsOneStep()
{
    desk()->editComment(object("tmp_orders.flag1"));
    QTRY_VERIFY(words()->hasFocus());
    QTest::keyClicks(words(), QStringLiteral("a"));
    editor()->commit();
    QTest::keyClicks(words(), QStringLiteral("b"));
    editor()->commit();
    QCOMPARE(staged("tmp_orders.flag1"), QStringLiteral("ab"));
    m_window->actions().undo->trigger();
    QCOMPARE(staged("tmp_orders.flag1"), QStringLiteral("(nothing)"));
    QVERIFY(!m_window->actions().undo->isEnabled());
}

void TestCommentsWindow::notesAreTypedFields()
{
    select("tmp_orders.customer_id");
    m_window->inspector()->showCommentTab();
    QMenu* menu = editor()->notes()->addButton()->menu();
    Q_EMIT menu->aboutToShow();
    const auto actions = menu->actions();
    const auto reference = std::ranges::find_if(actions, [](const QAction* action) {
        return action->text().startsWith(QLatin1String("@references"));
    });
    QVERIFY(reference != actions.end());
    (*reference)->trigger();
    QCOMPARE(editor()->notes()->rows().size(), 1U);
    QLineEdit* value = editor()->notes()->rows().front()->valueField();
    QTRY_VERIFY(value->hasFocus());
    QTRY_VERIFY(editor()->view().choices != nullptr);
    QTest::keyClicks(value, QStringLiteral("customers(id)"));
    QTest::keyClick(value, Qt::Key_Return);
    QCOMPARE(staged("tmp_orders.customer_id"), QStringLiteral("@references customers(id)"));
    editor()->notes()->rows().front()->removeButton()->click();
    QCOMPARE(staged("tmp_orders.customer_id"), QStringLiteral("(nothing)"));
    QVERIFY(editor()->notes()->rows().empty());
}

void TestCommentsWindow::rawTextIsInStep()
{
    const QString text =
        QStringLiteral("Words\r\nof\u00a0two lines.  \r\n@called  orders \r\n@omit "
                       "create,update");
    const CommentEdit whole =
        commentEditOf(*m_window->diagram()->facts().catalog, object("tmp_orders"), text);
    QVERIFY(desk()->flow()->stage({whole}, QStringLiteral("test")));
    select("tmp_orders");
    m_window->inspector()->showCommentTab();
    QCOMPARE(editor()->text(), text);
    QCOMPARE(editor()->notes()->rows().size(), 2U);
    desk()->editComment(object("tmp_orders"));
    QTRY_VERIFY(words()->hasFocus());
    QTest::keyClicks(words(), QStringLiteral("!"));
    editor()->commit();
    const QString after = staged("tmp_orders");
    QCOMPARE(QString(after).remove(QLatin1Char('!')), text); // no other byte changed
    editor()->rawToggle()->click();
    QVERIFY(editor()->rawField()->isVisible());
    QLineEdit* called = editor()->notes()->rows().front()->valueField();
    called->setFocus();
    called->selectAll();
    QTest::keyClicks(called, QStringLiteral("purchases"));
    editor()->commit();
    QVERIFY(staged("tmp_orders").contains(QStringLiteral("@called  purchases \r\n@omit create")));
    QVERIFY(editor()->rawField()->typed().contains(QStringLiteral("@called  purchases ")));
    editor()->rawField()->setFocus();
    editor()->rawField()->selectAll();
    QTest::keyClicks(editor()->rawField(), QStringLiteral("Only words."));
    QVERIFY(editor()->notes()->rows().empty());
    QCOMPARE(words()->typed(), QStringLiteral("Only words."));
}

void TestCommentsWindow::emptyUndoIsTheWindows()
{
    edit("tmp_orders.flag1", QStringLiteral("first"));
    desk()->editComment(object("customers"));
    QTRY_VERIFY(words()->hasFocus());
    QTest::keyClick(words(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(staged("tmp_orders.flag1"), QStringLiteral("(nothing)"));
    QTest::keyClicks(words(), QStringLiteral("x"));
    QTest::keyClick(words(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(words()->typed(), QString());
}

void TestCommentsWindow::emptyUndoOfANoteIsTheWindows()
{
    edit("customers.email", QStringLiteral("@pii email"));
    edit("tmp_orders.flag1", QStringLiteral("first"));
    desk()->editComment(object("customers.email"));
    const auto field = [this]() -> QLineEdit* {
        for (const NoteRow* row : editor()->findChildren<NoteRow*>()) {
            if (row->isVisible() && row->valueField()->text() == QStringLiteral("email"))
                return row->valueField();
        }
        return nullptr;
    };
    QTRY_VERIFY(field() != nullptr);
    QLineEdit* value = field();
    value->setFocus();
    QTRY_VERIFY(value->hasFocus());
    QTest::keyClick(value, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(staged("tmp_orders.flag1"), QStringLiteral("(nothing)"));
    QCOMPARE(value->text(), QStringLiteral("email"));
    QTest::keyClick(value, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(staged("tmp_orders.flag1"), QStringLiteral("first"));
    QTest::keyClicks(value, QStringLiteral("x"));
    QTest::keyClick(value, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(value->text(), QStringLiteral("email"));
    QCOMPARE(staged("tmp_orders.flag1"), QStringLiteral("first"));
}

void TestCommentsWindow::theTreeAssignsToABoundary()
{
    const auto entriesOf = [this](ObjectRef of) {
        QMenu menu;
        Q_EMIT m_window->catalogPanel()->menuFilled(&menu, of);
        QStringList entries;
        for (const QAction* action : menu.actions())
            entries << action->text();
        return entries.join(QLatin1Char('|')).remove(QLatin1Char('&'));
    };
    QVERIFY(entriesOf(object("customers")).contains(QStringLiteral("Assign to boundary")));
    QVERIFY(entriesOf(object("customers.email")).contains(QStringLiteral("Assign to boundary")));
    QVERIFY(!entriesOf(ObjectRef(ObjectKind::Source, 0)).contains(QStringLiteral("Assign")));
}

void TestCommentsWindow::clickingElsewhereLosesNothing()
{
    desk()->editComment(object("customers.email"));
    QTRY_VERIFY(words()->hasFocus());
    QTest::keyClicks(words(), QStringLiteral("unique in fact"));
    m_window->diagram()->select(object("tmp_orders"));
    QCOMPARE(staged("customers.email"), QStringLiteral("unique in fact"));
    QTRY_COMPARE(editor()->view().title, QStringLiteral("tmp_orders"));
    QCOMPARE(words()->typed(), QString());
}

void TestCommentsWindow::editsInPlace()
{
    select("customers.email");
    m_window->catalogPanel()->view()->setFocus();
    QTest::keyClick(m_window->catalogPanel()->view(), Qt::Key_F2);
    CommentPopup* popup = nullptr;
    QTRY_VERIFY((popup = m_window->findChild<CommentPopup*>()) != nullptr && popup->isVisible());
    QTest::keyClicks(popup->editor()->wordsField(), QStringLiteral("in place"));
    QTest::keyClick(popup->editor()->wordsField(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(m_window->findChild<CommentPopup*>() == nullptr);
    QCOMPARE(staged("customers.email"), QStringLiteral("in place"));
    QCOMPARE(words()->typed(), QStringLiteral("in place"));
}

void TestCommentsWindow::stagedAfterARestart()
{
    edit("tmp_orders.flag1", QStringLiteral("kept"));
    edit("customers", QStringLiteral("too"));
    m_window->close();
    m_window.reset();
    openWindow();
    open();
    QCOMPARE(staged("tmp_orders.flag1"), QStringLiteral("kept"));
    QCOMPARE(staged("customers"), QStringLiteral("too"));
    QVERIFY2(messages().contains(QStringLiteral("2 comments staged on shop are still here")),
             qPrintable(messages()));
}

void TestCommentsWindow::aSecondWindowOnlyReads()
{
    edit("tmp_orders.flag1", QStringLiteral("of the first"));
    const std::unique_ptr<MainWindow> first = std::move(m_window);
    openWindow();
    open();
    QCOMPARE(staged("tmp_orders.flag1"), QStringLiteral("of the first"));
    QVERIFY2(messages().contains(QStringLiteral("another Cadastre")), qPrintable(messages()));
    select("tmp_orders.flag1");
    QVERIFY(words()->isReadOnly());
    QVERIFY(!desk()->flow()->edit(object("customers"), QStringLiteral("x")));
    first->close();
}

void TestCommentsWindow::aFullDiskKeepsTheWords()
{
    edit("customers", QStringLiteral("before"));
    rlimit unlimited{};
    ::getrlimit(RLIMIT_FSIZE, &unlimited);
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit full{1, unlimited.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &full);
    edit("tmp_orders.flag1", QStringLiteral("no room"));
    const QString kept = staged("tmp_orders.flag1");
    const QString problem = editor()->findChild<QLabel*>(QStringLiteral("commentProblem"))->text();
    m_window->diagram()->select(object("tmp_orders"));
    m_window->diagram()->select(object("tmp_orders.flag1"));
    const QString again = words()->typed();
    const QStringList unkept = desk()->notKept();
    ::setrlimit(RLIMIT_FSIZE, &unlimited);
    QCOMPARE(kept, QStringLiteral("(nothing)"));
    QVERIFY2(problem.contains(QStringLiteral("could not be kept")), qPrintable(problem));
    QCOMPARE(again, QStringLiteral("no room"));
    QCOMPARE(unkept.size(), 1);
    QCOMPARE(staged("customers"), QStringLiteral("before"));
    edit("customers.email", QStringLiteral("there is room"));
    QCOMPARE(staged("tmp_orders.flag1"), QStringLiteral("no room"));
    QVERIFY(desk()->notKept().isEmpty());
}

void TestCommentsWindow::editsFollowRenamesAndSayWhatIsGone()
{
    edit("tmp_orders.flag1", QStringLiteral("paid late"));
    edit("customers.email", QStringLiteral("goes"));
    SqliteWriter(m_path).run("ALTER TABLE tmp_orders RENAME COLUMN flag1 TO late;"
                             "ALTER TABLE customers DROP COLUMN email;");
    refresh();
    QCOMPARE(staged("tmp_orders.late"), QStringLiteral("paid late"));
    QVERIFY2(messages().contains(QStringLiteral("need a look")) ||
                 messages().contains(QStringLiteral("needs a look")),
             qPrintable(messages()));
    QVERIFY(messages().contains(QStringLiteral("it is not there any more")));
    QCOMPARE(desk()->flow()->staged().edits().size(), 2U); // what is gone stays staged
    m_window->actions().undo->trigger();                   // of the one that is gone
    m_window->actions().undo->trigger();                   // of the renamed one
    QVERIFY(desk()->flow()->staged().edits().empty());
}

void TestCommentsWindow::marksAndCounts()
{
    auto* count = m_window->findChild<QToolButton*>(QStringLiteral("pendingCount"));
    QVERIFY(!count->isVisible());
    edit("tmp_orders.flag1", QStringLiteral("<b>paid</b> late"));
    QVERIFY(count->isVisible());
    QCOMPARE(count->text(), QStringLiteral("1 pending comment"));
    const auto* model =
        static_cast<const CatalogTreeModel*>(m_window->catalogPanel()->view()->model());
    const QModelIndex line = model->indexOf(object("tmp_orders.flag1"));
    QVERIFY(!model->data(line, CatalogTreeModel::MarkRole).isNull());
    QVERIFY(model->data(line, Qt::ToolTipRole)
                .toString()
                .contains(QStringLiteral("&lt;b&gt;paid&lt;/b&gt; late")));
    QVERIFY(model->data(model->indexOf(object("customers")), CatalogTreeModel::MarkRole).isNull());
    QVERIFY(
        m_window->inspector()->facts()->toPlainText().contains(QStringLiteral("not written yet")));
}

void TestCommentsWindow::asNamedAndAsMeant()
{
    edit("tmp_orders", QStringLiteral("All orders."));
    QVERIFY(
        desk()->flow()->edit(object("tmp_orders"), QStringLiteral("All orders.\n@called orders")));
    const auto* model =
        static_cast<const CatalogTreeModel*>(m_window->catalogPanel()->view()->model());
    const auto nameInTree = [&] {
        return model->data(model->indexOf(object("tmp_orders")), Qt::DisplayRole).toString();
    };
    QCOMPARE(nameInTree(), QStringLiteral("tmp_orders"));
    QTest::keyClick(m_window.get(), Qt::Key_F9);
    QCOMPARE(nameInTree(), QStringLiteral("orders"));
    desk()->pending()->showPanel();
    const PendingModel* pending = desk()->pending()->panel()->model();
    QCOMPARE(pending->index(0, 0).data().toString(), QStringLiteral("orders (tmp_orders)"));
    QVERIFY(model->data(model->indexOf(object("tmp_orders")), CatalogTreeModel::SecondaryTextRole)
                .toString()
                .contains(QStringLiteral("tmp_orders")));
    QCOMPARE(m_window->inspector()->title(), QStringLiteral("tmp_orders")); // what is copied
    m_window->close();
    m_window.reset();
    openWindow();
    open();
    QVERIFY(desk()->actions().asMeant->isChecked()); // kept
}

void TestCommentsWindow::noWorkspaceIsModified()
{
    const QString path = m_home->filePath(QStringLiteral("w.cadastre"));
    QSignalSpy saved(m_window->findChild<WorkspaceFlow*>(), &WorkspaceFlow::saved);
    m_window->findChild<WorkspaceFlow*>()->saveTo(path);
    QVERIFY(saved.wait(patienceMs));
    edit("customers", QStringLiteral("x"));
    m_window->actions().undo->trigger();
    QVERIFY(!m_window->isWindowModified());
}

void TestCommentsWindow::afterWritingUndoIsSkipped()
{
    edit("customers", QStringLiteral("written"));
    CommentWrite write;
    write.edit = *desk()->flow()->commented().edit(object("customers"));
    write.outcome = WriteOutcome::Written;
    desk()->flow()->takeResults(std::span(&write, 1));
    QVERIFY(desk()->flow()->staged().edits().empty());
    m_window->actions().undo->trigger();
    QVERIFY(desk()->flow()->staged().edits().empty());
    QVERIFY2(messages().contains(QStringLiteral("skipped")), qPrintable(messages()));
    m_window->actions().redo->trigger();
    QVERIFY(desk()->flow()->staged().edits().empty());
}

CADASTRE_WINDOW_TEST(TestCommentsWindow)
#include "tst_comments_window.moc"

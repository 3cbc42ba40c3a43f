// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The worklist in the window from end to end on the sample: next, write, next, with the keyboard;
// conventions listed, tagged, undone, saved, and there again afterwards.
#include "app/comment_desk.h"
#include "app/convention_filter.h"
#include "app/main_window.h"
#include "app/worklist_desk.h"
#include "diagram/canvas.h"
#include "tests/gui/window_test.h"
#include "widgets/comment_editor.h"
#include "widgets/convention_form.h"
#include "widgets/conventions_dialog.h"
#include "widgets/coverage_bars.h"
#include "widgets/inspector_panel.h"
#include "widgets/naming_styles_tree.h"
#include "widgets/words_edit.h"
#include "widgets/worklist_panel.h"

#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QFileDialog>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace cadastre;

namespace {

constexpr int patienceMs = 30000;

QString sampleFile()
{
    return QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite");
}

} // namespace

class TestWorklistWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void nextWriteNext();
    void arrowsShowAndEnterEdits();
    void coverageShowsTables();
    void conventionsStandOut();
    void suggestionsAreInserted();
    void conventionsAreTaggedAndUndone();
    void conventionsAreKeptInTheWorkspace();

private:
    void openWindow();
    void open(const QString& path);
    void waitForList() const;
    [[nodiscard]] WorklistDesk* desk() const { return m_window->comments()->worklist(); }
    [[nodiscard]] WorklistPanel* panel() const { return desk()->panel(); }
    [[nodiscard]] CommentEditor* editor() const { return m_window->inspector()->comment(); }
    [[nodiscard]] QString selectedName() const;
    ConventionsDialog* openConventions();

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_path; ///< a copy of the sample, whose sidecar may be written
    std::unique_ptr<MainWindow> m_window;
};

void TestWorklistWindow::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QCoreApplication::setApplicationName(QStringLiteral("cadastre"));
    QVERIFY2(QFile::exists(sampleFile()), qPrintable(sampleFile()));
}

void TestWorklistWindow::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(m_home->isValid());
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(name, m_home->filePath(QString::fromLatin1(name)).toUtf8());
    m_path = m_home->filePath(QStringLiteral("shop.sqlite"));
    QVERIFY(QFile::copy(sampleFile(), m_path));
    openWindow();
    open(m_path);
}

void TestWorklistWindow::cleanup()
{
    if (m_window)
        m_window->close();
    m_window.reset();
    m_home.reset();
}

void TestWorklistWindow::openWindow()
{
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get(), patienceMs));
    QTRY_VERIFY(panel() != nullptr);
}

void TestWorklistWindow::open(const QString& path)
{
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    m_window->openAddress(path);
    QVERIFY(shown.wait(patienceMs));
    waitForList();
}

void TestWorklistWindow::waitForList() const
{
    QTRY_VERIFY_WITH_TIMEOUT(!desk()->isBusy(), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(panel()->model()->rowCount() > 0, patienceMs);
}

QString TestWorklistWindow::selectedName() const
{
    const auto selected = m_window->diagram()->selected();
    return selected ? m_window->diagram()->facts().catalog->displayName(*selected) : QString();
}

ConventionsDialog* TestWorklistWindow::openConventions()
{
    m_window->comments()->actions().conventions->trigger();
    return desk()->conventionsDialog();
}

void TestWorklistWindow::nextWriteNext()
{
    const int before = panel()->model()->rowCount();
    m_window->comments()->actions().next->trigger();
    QCOMPARE(selectedName(), QStringLiteral("tmp_orders"));
    QTRY_VERIFY(editor()->wordsField()->hasFocus());
    QTest::keyClicks(editor()->wordsField(), QStringLiteral("Every order since 2014."));
    QTest::keyClick(editor()->wordsField(), Qt::Key_Return, Qt::ControlModifier);
    // staged, and on to the next one
    QCOMPARE(m_window->comments()->flow()->staged().edits().size(), std::size_t(1));
    const QString second = selectedName();
    QCOMPARE(second, QStringLiteral("tmp_orders.status"));
    QTRY_VERIFY(editor()->wordsField()->hasFocus());
    waitForList();
    QCOMPARE(panel()->model()->rowCount(), before - 1);
    QVERIFY(panel()->model()->index(0).data().toString() != QLatin1String("tmp_orders"));
    // without a word it goes on, too
    QTest::keyClick(editor()->wordsField(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(selectedName() != second);
    // an editor that was opened otherwise leads nowhere
    const auto customers =
        m_window->diagram()->facts().catalog->resolve(QStringLiteral("customers"));
    QVERIFY(customers.has_value());
    m_window->comments()->editComment(*customers);
    QTRY_COMPARE(selectedName(), QStringLiteral("customers"));
    QTest::keyClick(editor()->wordsField(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(selectedName(), QStringLiteral("customers"));
}

void TestWorklistWindow::arrowsShowAndEnterEdits()
{
    desk()->dock()->raise();
    panel()->focusList();
    QTest::keyClick(panel()->list(), Qt::Key_Down);
    const QString name = panel()->list()->currentIndex().data().toString();
    QTRY_COMPARE(selectedName(), name);
    QVERIFY(panel()->list()->hasFocus());
    QTest::keyClick(panel()->list(), Qt::Key_Return);
    QTRY_VERIFY(editor()->wordsField()->hasFocus());
    QCOMPARE(editor()->view().title, name);
}

void TestWorklistWindow::coverageShowsTables()
{
    desk()->dock()->raise();
    QTreeWidget* bars = panel()->coverage()->list();
    QCOMPARE(bars->topLevelItemCount(), 1);
    QVERIFY(bars->topLevelItem(0)->text(1).contains(QStringLiteral(" of ")));
    QSignalSpy wanted(desk(), &WorklistDesk::tablesWanted);
    Q_EMIT bars->itemActivated(bars->topLevelItem(0), 0);
    QCOMPARE(wanted.count(), 1);
}

void TestWorklistWindow::conventionsStandOut()
{
    const auto& entries = desk()->state()->entries;
    const auto table = std::ranges::find_if(
        entries, [](const WorklistEntry& one) { return one.object.kind == ObjectKind::Table; });
    QVERIFY(table != entries.end());
    desk()->conventions()->tag({table->object}, QStringLiteral("legacy & old"), {});
    waitForList();
    ConventionFilter* filter = m_window->comments()->conventionFilter();
    QVERIFY(!filter->button()->isVisible());
    ConventionsDialog* dialog = openConventions();
    dialog->form()->selectConvention(QStringLiteral("legacy & old"));
    QTest::mouseClick(dialog->form()->showButton(), Qt::LeftButton);
    dialog->close();
    QCOMPARE(filter->convention(), std::optional(QStringLiteral("legacy & old")));
    QVERIFY(filter->button()->isVisible());
    QCOMPARE(filter->button()->text(), QStringLiteral("Only legacy && old (1)"));
    // a click shows all again
    QTest::mouseClick(filter->button(), Qt::LeftButton);
    QVERIFY(!filter->button()->isVisible());
    QVERIFY(!filter->convention());
    // and where nothing follows it any more, nothing stays faded
    filter->show(QStringLiteral("legacy & old"));
    QVERIFY(filter->button()->isVisible());
    m_window->actions().undo->trigger();
    waitForList();
    QVERIFY(!filter->button()->isVisible());
}

void TestWorklistWindow::suggestionsAreInserted()
{
    const WorklistStatePointer state = desk()->state();
    const auto entry = std::ranges::find_if(
        state->entries, [](const WorklistEntry& one) { return !one.draft.isEmpty(); });
    QVERIFY(entry != state->entries.end());
    m_window->comments()->editComment(entry->object);
    QToolButton* suggest = editor()->suggestButton();
    QVERIFY(suggest->isVisible());
    const ObjectKey key = editor()->view().key;
    const QString before = editor()->text();
    QTest::keyClicks(editor()->wordsField(), QStringLiteral("mine "));
    QVERIFY(suggest->isVisible());
    QTest::mouseClick(suggest, Qt::LeftButton);
    QVERIFY(!suggest->isVisible());
    const CommentFlow* flow = m_window->comments()->flow();
    QVERIFY(flow->commented().comment(entry->object).endsWith(entry->draft));
    // what was typed before is another step
    m_window->actions().undo->trigger();
    QVERIFY(!flow->commented().comment(entry->object).contains(entry->draft));
    QVERIFY(flow->commented().comment(entry->object).contains(QStringLiteral("mine ")));
    QVERIFY(suggest->isVisible());
    m_window->actions().undo->trigger();
    QCOMPARE(flow->commented().comment(entry->object), before);
    // nothing follows from the catalog for what the list does not have
    const auto other = std::ranges::find_if(
        state->entries, [](const WorklistEntry& one) { return one.draft.isEmpty(); });
    QVERIFY(other != state->entries.end());
    m_window->comments()->editComment(other->object);
    QVERIFY(editor()->view().key != key);
    QVERIFY(!suggest->isVisible());
}

void TestWorklistWindow::conventionsAreTaggedAndUndone()
{
    ConventionsDialog* dialog = openConventions();
    QVERIFY(dialog != nullptr);
    NamingStylesTree* styles = dialog->styles();
    QTreeWidgetItem* camel = nullptr;
    for (int i = 0; i < styles->tree()->topLevelItemCount(); ++i) {
        if (styles->tree()->topLevelItem(i)->text(0).startsWith(QStringLiteral("camelCase")))
            camel = styles->tree()->topLevelItem(i);
    }
    QVERIFY(camel != nullptr);
    const int count = camel->childCount();
    QVERIFY(count >= 4);
    camel->setCheckState(0, Qt::Checked);
    m_window->canvas()->setLens(QStringLiteral("convention"));
    const auto* legend = m_window->findChild<QFrame*>(QStringLiteral("lensLegend"));
    QVERIFY(!legend->accessibleName().contains(QStringLiteral("legacy-2014")));
    styles->conventionField()->setEditText(QStringLiteral("legacy-2014"));
    QTest::mouseClick(styles->tagButton(), Qt::LeftButton);
    QCOMPARE(m_window->comments()->flow()->staged().edits().size(),
             static_cast<std::size_t>(count));
    QVERIFY(desk()->conventions()->document().contains(QStringLiteral("legacy-2014")));
    QVERIFY(dialog->form()->list()->topLevelItemCount() >= 1);
    // the lens and its legend see what is staged
    waitForList();
    QCOMPARE(m_window->canvas()->lens(), QStringLiteral("convention"));
    QVERIFY2(legend->accessibleName().contains(QStringLiteral("legacy-2014")),
             qPrintable(legend->accessibleName()));
    // one step back
    dialog->close();
    m_window->actions().undo->trigger();
    QVERIFY(m_window->comments()->flow()->staged().edits().empty());
    QVERIFY(desk()->conventions()->document().empty());
    waitForList();
    QVERIFY(!legend->accessibleName().contains(QStringLiteral("legacy-2014")));
}

void TestWorklistWindow::conventionsAreKeptInTheWorkspace()
{
    ConventionsDialog* dialog = openConventions();
    QTest::mouseClick(dialog->form()->addButton(), Qt::LeftButton);
    dialog->form()->nameField()->setText(QStringLiteral("pascal-2022"));
    QTest::keyClick(dialog->form()->nameField(), Qt::Key_Return);
    dialog->form()->meaningField()->setText(QStringLiteral("PascalCase of the new team"));
    dialog->close();
    const Conventions listed = desk()->conventions()->document();
    QCOMPARE(listed.size(), std::size_t(1));
    const QString path = m_home->filePath(QStringLiteral("shop.cadastre"));
    m_window->actions().saveWorkspace->trigger();
    auto* files = m_window->findChild<QFileDialog*>();
    QVERIFY(files != nullptr);
    Q_EMIT files->fileSelected(path);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), patienceMs);
    m_window->close();
    openWindow();
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    m_window->openWorkspace(path);
    QVERIFY(shown.wait(patienceMs));
    QCOMPARE(desk()->conventions()->document(), listed);
}

CADASTRE_WINDOW_TEST(TestWorklistWindow)
#include "tst_worklist_window.moc"

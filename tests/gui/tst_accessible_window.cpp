// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The whole window with the sample open, every dock, and every dialog that an action opens without
// a server: names, roles and order for assistive technology and the keyboard; menus, shortcuts and
// tool tips; state changes that are said.
#include "app/help_dialogs.h"
#include "app/hint_desk.h"
#include "app/look_desk.h"
#include "app/main_window.h"
#include "app/panel_walk_desk.h"
#include "diagram/canvas.h"
#include "diagram/layout_worker.h"
#include "diagram/motion.h"
#include "tests/gui/accessible_walk.h"
#include "widgets/activity_bar.h"
#include "widgets/catalog_panel.h"
#include "widgets/inspector_panel.h"
#include "widgets/keys_dialog.h"
#include "widgets/search_box.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDialog>
#include <QFileDialog>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>
#include <QTreeView>
#include <QTreeWidget>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>

using namespace cadastre;

namespace {

constexpr int patienceMs = 30000;

QString sampleFile()
{
    return QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite");
}

/// What was said to assistive technology, newest last.
QStringList said;

void listen(QAccessibleEvent* event)
{
    QAccessibleInterface* one = event->accessibleInterface();
    if (one != nullptr)
        said << QStringLiteral("%1: %2").arg(QString::number(event->type()),
                                             one->text(QAccessible::Name));
}

/// The one in front; null where none is open.
QDialog* frontDialog()
{
    if (auto* modal = qobject_cast<QDialog*>(QApplication::activeModalWidget()))
        return modal;
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget* window : windows) {
        auto* dialog = qobject_cast<QDialog*>(window);
        if (dialog != nullptr && dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

/// Asks again: window managers keep the focus where somebody has just typed.
bool isInFront(QWidget* window)
{
    window->raise();
    window->activateWindow();
    return window->isActiveWindow();
}

/// A session of its own, so that Qt speaks to assistive technology; the bus for
/// that is started by its service file.
class SessionBus
{
public:
    SessionBus()
    {
        qputenv("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1");
        FILE* pipe = popen("dbus-daemon --session --fork --print-address=1 --print-pid=1", "r");
        std::array<char, 512> line{};
        if (pipe != nullptr && fgets(line.data(), int(line.size()), pipe) != nullptr)
            qputenv("DBUS_SESSION_BUS_ADDRESS", QByteArray(line.data()).trimmed());
        if (pipe != nullptr && fgets(line.data(), int(line.size()), pipe) != nullptr)
            m_pid = QByteArray(line.data()).trimmed().toInt();
        if (pipe != nullptr)
            pclose(pipe);
    }
    ~SessionBus()
    {
        if (m_pid > 0)
            ::kill(m_pid, SIGTERM);
    }
    Q_DISABLE_COPY_MOVE(SessionBus)

private:
    pid_t m_pid = 0;
};

} // namespace

class TestAccessibleWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void everythingHasNameAndRole();
    void canvasTellsItsTables();
    void tabReachesEverything();
    void docksHaveNamesAndOrder();
    void dialogsHaveNamesAndOrder();
    void menusHaveEachLetterOnce();
    void shortcutsAreUniqueTaughtAndListed();
    void panelsAreWalkedByKeys();
    void keysAreFoundInTheirDialog();
    void changesAreSaid();
    void hintsGoAwayForGood();
    void lessMotionIsKept();
    void docksFitSmallScreens();

private:
    void clearMessages();
    [[nodiscard]] bool isBusy() const;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<MainWindow> m_window;
};

/// Also in the moment before the bar shows itself.
bool TestAccessibleWindow::isBusy() const
{
    const auto* activity = m_window->findChild<ActivityBar*>();
    return activity->isVisible() || activity->findChild<QTimer*>()->isActive();
}

/// Of slow layouts and the like.
void TestAccessibleWindow::clearMessages()
{
    const std::vector<Message> messages = m_window->messageBar()->messages();
    for (const Message& message : messages)
        m_window->messageBar()->clearTopic(message.topic);
}

void TestAccessibleWindow::initTestCase()
{
    const QDBusMessage started = QDBusConnection::sessionBus().call(QDBusMessage::createMethodCall(
        QStringLiteral("org.a11y.Bus"), QStringLiteral("/org/a11y/bus"),
        QStringLiteral("org.a11y.Bus"), QStringLiteral("GetAddress")));
    QVERIFY2(started.type() == QDBusMessage::ReplyMessage,
             "dbus-daemon and at-spi-bus-launcher are needed (Debian packages dbus, at-spi2-core)");
    QTRY_VERIFY(QAccessible::isActive());
    QCoreApplication::setApplicationName(QStringLiteral("cadastre"));
    QVERIFY2(QFile::exists(sampleFile()), qPrintable(sampleFile()));
    m_home = std::make_unique<QTemporaryDir>();
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(name, m_home->filePath(QString::fromLatin1(name)).toUtf8());
    const QString path = m_home->filePath(QStringLiteral("shop.sqlite"));
    QVERIFY(QFile::copy(sampleFile(), path));
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1280, 760);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get(), patienceMs));
    QTRY_VERIFY(m_window->catalogPanel() != nullptr);
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    m_window->openAddress(path);
    QVERIFY(shown.wait(patienceMs));
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->findChild<ActivityBar*>()->isVisible(), patienceMs);
}

void TestAccessibleWindow::cleanupTestCase()
{
    QAccessible::installUpdateHandler(nullptr);
    if (m_window)
        m_window->close();
    m_window.reset();
}

void TestAccessibleWindow::everythingHasNameAndRole()
{
    const QStringList complaints = reach::accessibleComplaints(m_window.get());
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
}

void TestAccessibleWindow::canvasTellsItsTables()
{
    QAccessibleInterface* canvas = QAccessible::queryAccessibleInterface(m_window->canvas());
    QVERIFY(canvas != nullptr);
    QCOMPARE(canvas->role(), QAccessible::List);
    QVERIFY(canvas->childCount() > 10);
    QSet<QString> names;
    bool anyLine = false;
    for (int i = 0; i < canvas->childCount(); ++i) {
        QAccessibleInterface* table = canvas->child(i);
        QVERIFY(table != nullptr);
        QCOMPARE(table->parent(), canvas);
        QCOMPARE(canvas->indexOfChild(table), i);
        const QString name = table->text(QAccessible::Name);
        QVERIFY(!name.isEmpty());
        QVERIFY2(!names.contains(name), qPrintable(name));
        names.insert(name);
        QVERIFY(table->role() == QAccessible::ListItem || table->role() == QAccessible::Grouping);
        for (int line = 0; line < table->childCount(); ++line) {
            anyLine = true;
            QVERIFY(!table->child(line)->text(QAccessible::Name).isEmpty());
            QCOMPARE(table->child(line)->parent(), table);
        }
    }
    QVERIFY(anyLine);
}

void TestAccessibleWindow::tabReachesEverything()
{
    const QStringList complaints = reach::tabComplaints(m_window.get());
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
}

void TestAccessibleWindow::docksHaveNamesAndOrder()
{
    QStringList complaints;
    const QList<QDockWidget*> docks = m_window->findChildren<QDockWidget*>();
    QVERIFY(docks.size() > 5);
    for (QDockWidget* dock : docks) {
        const bool shown = !dock->isHidden();
        dock->show();
        dock->raise();
        QCoreApplication::processEvents();
        if (!dock->windowTitle().isEmpty() && dock->widget() != nullptr) {
            complaints << reach::accessibleComplaints(dock->widget());
            complaints << reach::mnemonicComplaints(dock->widget());
        } else {
            complaints << QStringLiteral("no title: %1").arg(reach::placeOf(dock));
        }
        if (!shown)
            dock->hide();
    }
    complaints.removeDuplicates();
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
}

void TestAccessibleWindow::dialogsHaveNamesAndOrder()
{
    // something selected, so that what acts on a column or a table can be opened
    const auto email = m_window->diagram()->facts().catalog->resolve(QStringLiteral("customers"));
    QVERIFY(email.has_value());
    m_window->diagram()->reveal(*email);
    QStringList complaints;
    QStringList opened;
    const QList<QAction*> actions = m_window->QWidget::actions();
    for (QAction* action : actions) {
        if (!action->isEnabled() || !action->text().contains(QStringLiteral("…")))
            continue;
        action->trigger();
        QCoreApplication::processEvents();
        QTRY_VERIFY(!isBusy());
        while (QDialog* dialog = frontDialog()) {
            if (qobject_cast<QFileDialog*>(dialog) == nullptr) {
                opened << action->text();
                QTRY_VERIFY2(isInFront(dialog), qPrintable(action->text()));
                const QString where = QStringLiteral("%1: ").arg(action->text());
                QStringList found = reach::accessibleComplaints(dialog);
                found << reach::mnemonicComplaints(dialog) << reach::tabComplaints(dialog);
                if (dialog->windowTitle().isEmpty())
                    found << QStringLiteral("no title");
                if (dialog->minimumSizeHint().height() > 720 ||
                    dialog->minimumSizeHint().width() > 1240)
                    found << QStringLiteral("larger than a small screen");
                for (const QString& one : std::as_const(found))
                    complaints << where + one;
            }
            dialog->reject();
            QVERIFY2(!dialog->isVisible(), qPrintable(action->text()));
        }
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
    }
    QVERIFY2(opened.size() >= 5, qPrintable(opened.join(u',')));
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
}

void TestAccessibleWindow::menusHaveEachLetterOnce()
{
    QStringList complaints;
    QString letters;
    const QList<QAction*> menus = m_window->menuBar()->actions();
    for (const QAction* menu : menus) {
        complaints << reach::menuComplaints(menu->menu());
        const QChar letter = mnemonicOf(menu->text());
        QVERIFY2(!letter.isNull() && !letters.contains(letter), qPrintable(menu->text()));
        letters += letter;
    }
    // those at the pointer are made when they open
    for (const char* name : {"customers", "customers.email", "invoices"}) {
        const auto object =
            m_window->diagram()->facts().catalog->resolve(QString::fromLatin1(name));
        QVERIFY(object.has_value());
        Q_EMIT m_window->canvas()->contextMenuRequested(*object, QPoint(300, 300));
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        complaints << reach::menuComplaints(menu);
        menu->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    complaints.removeDuplicates();
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
}

void TestAccessibleWindow::shortcutsAreUniqueTaughtAndListed()
{
    QStringList complaints;
    QHash<QString, QString> owner;
    QSet<QString> listed;
    for (const KeyGroup& group : keyGroups(m_window.get())) {
        for (const KeyLine& line : group.lines) {
            for (const QString& key : line.keys.split(QStringLiteral("; ")))
                listed.insert(key);
        }
    }
    QList<QAction*> actions = m_window->QWidget::actions();
    for (QAction* action : std::as_const(actions)) {
        const QList<QKeySequence> shortcuts = action->shortcuts();
        for (const QKeySequence& shortcut : shortcuts) {
            const QString key = shortcut.toString(QKeySequence::NativeText);
            if (owner.contains(key))
                complaints << QStringLiteral("%1 twice: %2 and %3")
                                  .arg(key, owner.value(key), action->text());
            owner.insert(key, action->text());
            if (!listed.contains(key))
                complaints << QStringLiteral("not listed: %1").arg(key);
        }
        if (!shortcuts.isEmpty() &&
            !action->toolTip().contains(shortcuts.first().toString(QKeySequence::NativeText)))
            complaints << QStringLiteral("not taught: %1 (%2)")
                              .arg(action->toolTip(), shortcuts.first().toString());
        if (action->text().isEmpty())
            complaints << QStringLiteral("an action without text");
        if (action->icon().isNull() && !action->isCheckable() && !action->isSeparator())
            complaints << QStringLiteral("no icon: %1").arg(action->text());
    }
    QVERIFY(owner.size() > 20);
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
}

void TestAccessibleWindow::panelsAreWalkedByKeys()
{
    auto* desk = m_window->findChild<PanelWalkDesk*>();
    QVERIFY(desk != nullptr);
    m_window->activateWindow();
    m_window->canvas()->setFocus();
    QTRY_VERIFY(m_window->canvas()->hasFocus());
    QSet<QWidget*> seen;
    QWidget* first = nullptr;
    for (int i = 0; i < 30; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6, Qt::ControlModifier);
        QWidget* focus = QApplication::focusWidget();
        QVERIFY(focus != nullptr);
        if (focus == first)
            break;
        if (first == nullptr)
            first = focus;
        seen.insert(focus);
    }
    const auto saw = [&](const QWidget* panel) {
        return std::any_of(seen.begin(), seen.end(), [&](const QWidget* focus) {
            return focus == panel || panel->isAncestorOf(focus);
        });
    };
    QVERIFY(saw(m_window->catalogPanel()));
    QVERIFY(saw(m_window->canvas()));
    QVERIFY(saw(m_window->searchBox()));
    m_window->canvas()->setFocus();
    QTest::keyClick(m_window->canvas(), Qt::Key_F6, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(QApplication::focusWidget() != m_window->canvas());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), m_window->canvas());
}

void TestAccessibleWindow::keysAreFoundInTheirDialog()
{
    QTest::keyClick(m_window.get(), Qt::Key_F1, Qt::ControlModifier);
    auto* dialog = m_window->findChild<KeysDialog*>();
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY(dialog->filter()->hasFocus());
    const auto visibleLines = [&] {
        QStringList lines;
        for (int i = 0; i < dialog->list()->topLevelItemCount(); ++i) {
            const QTreeWidgetItem* group = dialog->list()->topLevelItem(i);
            for (int j = 0; j < group->childCount(); ++j) {
                if (!group->child(j)->isHidden())
                    lines << group->child(j)->text(0);
            }
        }
        return lines;
    };
    const qsizetype all = visibleLines().size();
    QVERIFY(all > 40);
    QTest::keyClicks(dialog->filter(), QStringLiteral("neighbourhood"));
    QVERIFY(visibleLines().contains(QStringLiteral("Ctrl+G")));
    QVERIFY(!visibleLines().contains(QStringLiteral("Ctrl+S")));
    QVERIFY(visibleLines().size() < all);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(m_window->findChild<KeysDialog*>() == nullptr);
}

void TestAccessibleWindow::changesAreSaid()
{
    clearMessages();
    QAccessible::installUpdateHandler(listen);
    said.clear();
    // a message
    m_window->messageBar()->showMessage(
        {MessageTopic::Share, MessageLevel::Warning, QStringLiteral("The disk is full."), {}, {}});
    QVERIFY2(said.contains(QStringLiteral("%1: The disk is full.").arg(QAccessible::Alert)),
             qPrintable(said.join(u'\n')));
    QAccessibleInterface* bar = QAccessible::queryAccessibleInterface(m_window->messageBar());
    QCOMPARE(bar->role(), QAccessible::AlertMessage);
    m_window->messageBar()->clearTopic(MessageTopic::Share);
    // the selection in the diagram
    said.clear();
    m_window->canvas()->setFocus();
    const auto invoices = m_window->diagram()->facts().catalog->resolve(QStringLiteral("invoices"));
    m_window->diagram()->reveal(*invoices);
    QVERIFY2(said.contains(QStringLiteral("%1: invoices").arg(QAccessible::Focus)) ||
                 said.filter(QStringLiteral("invoices")).size() > 0,
             qPrintable(said.join(u'\n')));
    // work that takes longer than a moment
    said.clear();
    auto* activity = m_window->findChild<ActivityBar*>();
    activity->begin(QStringLiteral("Reading the harbour…"));
    QTRY_VERIFY(activity->isVisible());
    QVERIFY2(!said.filter(QStringLiteral("Reading the harbour")).isEmpty(),
             qPrintable(said.join(u'\n')));
    activity->end();
    QAccessible::installUpdateHandler(nullptr);
}

void TestAccessibleWindow::hintsGoAwayForGood()
{
    auto* desk = m_window->findChild<HintDesk*>();
    QVERIFY(desk != nullptr);
    const auto hint = [&] {
        QString text;
        for (const Message& one : m_window->messageBar()->messages()) {
            if (one.topic == MessageTopic::Hint)
                text = one.text;
        }
        return text;
    };
    const auto press = [&](const QString& text) {
        const QList<QPushButton*> buttons = m_window->messageBar()->findChildren<QPushButton*>();
        for (QPushButton* button : buttons) {
            if (button->isVisible() && withoutMnemonic(button->text()) == text) {
                QTest::mouseClick(button, Qt::LeftButton);
                return true;
            }
        }
        return false;
    };
    desk->again()->trigger();
    QVERIFY2(hint().contains(QStringLiteral("Ctrl+K")), qPrintable(hint()));
    QVERIFY(press(QStringLiteral("Got it")));
    QVERIFY(hint().isEmpty());
    QVERIFY(Settings().seenHints().contains(QStringLiteral("search")));
    // the next one where it helps, and gone once it was followed
    m_window->diagram()->select(std::nullopt);
    const auto invoices = m_window->diagram()->facts().catalog->resolve(QStringLiteral("invoices"));
    m_window->diagram()->select(*invoices);
    QTRY_VERIFY2(hint().contains(QStringLiteral("neighbourhood")), qPrintable(hint()));
    m_window->actions().focusSelection->trigger();
    QVERIFY(hint().isEmpty());
    QVERIFY(Settings().seenHints().contains(QStringLiteral("neighbourhood")));
    m_window->actions().showAll->trigger();
    // a person who has enough
    desk->again()->trigger();
    QVERIFY(!hint().isEmpty());
    QVERIFY(press(QStringLiteral("No more hints")));
    QVERIFY(hint().isEmpty());
    QCOMPARE(Settings().seenHints().size(), qsizetype(desk->hints().size()));
}

void TestAccessibleWindow::lessMotionIsKept()
{
    auto* desk = m_window->findChild<LookDesk*>();
    QVERIFY(desk != nullptr);
    QVERIFY(!Settings().reducesMotion());
    desk->lessMotion()->trigger();
    QVERIFY(isMotionReduced());
    QVERIFY(!m_window->isAnimated());
    QVERIFY(Settings().reducesMotion());
    QVERIFY(!QApplication::isEffectEnabled(Qt::UI_AnimateMenu));
    desk->lessMotion()->trigger();
    QVERIFY(!isMotionReduced());
    QVERIFY(m_window->isAnimated());
}

void TestAccessibleWindow::docksFitSmallScreens()
{
    QStringList complaints;
    const QList<QDockWidget*> docks = m_window->findChildren<QDockWidget*>();
    for (QDockWidget* dock : docks) {
        const bool shown = !dock->isHidden();
        dock->show();
        dock->raise();
        QCoreApplication::processEvents();
        const QSize least = dock->minimumSizeHint().expandedTo(dock->minimumSize());
        if (least.height() > 420 || least.width() > 380)
            complaints << QStringLiteral("%1 needs %2 x %3")
                              .arg(dock->windowTitle())
                              .arg(least.width())
                              .arg(least.height());
        if (!shown)
            dock->hide();
    }
    const QSize least = m_window->minimumSizeHint();
    if (least.height() > 500 || least.width() > 800)
        complaints
            << QStringLiteral("the window needs %1 x %2").arg(least.width()).arg(least.height());
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
}

int main(int argc, char** argv)
{
    if (argc > 1 && qstrcmp(argv[1], "--layout-worker") == 0)
        return runLayoutWorker(); // as the program does
    const SessionBus bus;         // before the application asks for it
    const QApplication application(argc, argv);
    TestAccessibleWindow test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}
#include "tst_accessible_window.moc"

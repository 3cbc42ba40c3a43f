// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Every dock says something with nothing open, while a database is read, when it cannot be read,
// and when it is empty; the window keeps its size at 1280 x 800, also when every text is 40 %
// longer; light and dark change while it runs.
#include "app/look_desk.h"
#include "app/main_window.h"
#include "app/theme.h"
#include "diagram/canvas.h"
#include "tests/gui/accessible_walk.h"
#include "tests/gui/window_test.h"
#include "widgets/activity_bar.h"
#include "widgets/catalog_panel.h"
#include "widgets/empty_state.h"
#include "widgets/reading_state.h"

#include <QAbstractItemView>
#include <QDir>
#include <QLabel>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QTranslator>

using namespace cadastre;

namespace {

constexpr int patienceMs = 30000;

QString sampleFile()
{
    return QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite");
}

/// Every text is 40 % longer, as German or Finnish would be.
class LongTranslator : public QTranslator
{
public:
    using QTranslator::QTranslator;
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* text, const char* /*comment*/,
                                    int /*count*/) const override
    {
        const QString source = QString::fromUtf8(text);
        if (!QByteArray(context).startsWith("cadastre") || source.isEmpty())
            return {};
        const QString more =
            QStringLiteral(" ëïüöä ëïüöä ëïüöä ëïüöä ëïüöä ëïüöä ëïüöä ëïüöä ëïüöä ëïüöä");
        return source + more.left(std::max<qsizetype>(2, source.size() * 2 / 5));
    }
};

/// The visible words of a panel: empty states, labels, lists that have lines, pages.
QString wordsOf(const QWidget* panel)
{
    QStringList words;
    const QList<QWidget*> widgets = panel->findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        if (!widget->isVisible())
            continue;
        if (auto* state = qobject_cast<const EmptyState*>(widget))
            words << state->title() << state->hint();
        else if (auto* label = qobject_cast<const QLabel*>(widget))
            words << label->text();
        else if (auto* page = qobject_cast<const QTextBrowser*>(widget))
            words << page->toPlainText();
        else if (auto* view = qobject_cast<const QAbstractItemView*>(widget);
                 view && view->model() != nullptr && view->model()->rowCount() > 0)
            words << view->model()->index(0, 0).data().toString();
    }
    words.removeAll(QString());
    return words.join(u' ');
}

} // namespace

class TestStatesWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void docksSaySomething_data();
    void docksSaySomething();
    void panelsSayWhatIsRead();
    void longTextsKeepTheSize();
    void themeChangesWhileItRuns();
    void windowStaysSmallAfterRestarts();

private:
    void openWindow();
    void waitForPicture(const QString& path);
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<MainWindow> m_window;
};

void TestStatesWindow::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QCoreApplication::setApplicationName(QStringLiteral("cadastre"));
    QVERIFY2(QFile::exists(sampleFile()), qPrintable(sampleFile()));
}

void TestStatesWindow::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(name, m_home->filePath(QString::fromLatin1(name)).toUtf8());
    openWindow();
}

void TestStatesWindow::cleanup()
{
    if (m_window)
        m_window->close();
    m_window.reset();
    m_home.reset();
}

void TestStatesWindow::openWindow()
{
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1280, 760);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get(), patienceMs));
    QTRY_VERIFY(m_window->catalogPanel() != nullptr);
}

void TestStatesWindow::waitForPicture(const QString& path)
{
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    m_window->openAddress(path);
    QVERIFY(shown.wait(patienceMs));
}

void TestStatesWindow::docksSaySomething_data()
{
    QTest::addColumn<QString>("file"); ///< empty: nothing is opened
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("says"); ///< in most docks; empty: anything
    QTest::newRow("nothing open") << QString() << QByteArray()
                                  << QStringLiteral("No database is open");
    QTest::newRow("not readable") << QStringLiteral("broken.sqlite")
                                  << QByteArray("SQLite format 3\0", 16).leftJustified(4096, 'x')
                                  << QStringLiteral("could be read");
    QTest::newRow("empty") << QStringLiteral("empty.sqlite") << QByteArray() << QString();
}

void TestStatesWindow::docksSaySomething()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    QFETCH(QString, says);
    if (!file.isEmpty()) {
        QFile made(m_home->filePath(file));
        QVERIFY(made.open(QIODevice::WriteOnly));
        made.write(content);
        made.close();
        m_window->openAddress(made.fileName());
        auto* activity = m_window->findChild<ActivityBar*>();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->windowTitle().contains(QStringLiteral("empty")) ||
                                     !m_window->messageBar()->messages().empty(),
                                 patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(!activity->isVisible(), patienceMs);
    }
    QStringList complaints;
    int saying = 0;
    const QList<QDockWidget*> docks = m_window->findChildren<QDockWidget*>();
    QVERIFY(docks.size() > 5);
    for (QDockWidget* dock : docks) {
        dock->show();
        dock->raise();
        QCoreApplication::processEvents();
        if (dock->widget() == nullptr) {
            complaints << dock->windowTitle() + QStringLiteral(": no panel");
            continue;
        }
        const QString words = wordsOf(dock->widget());
        saying += !says.isEmpty() && words.contains(says) ? 1 : 0;
        if (words.size() < 20)
            complaints << dock->windowTitle() + QStringLiteral(": ") + words;
    }
    QVERIFY2(says.isEmpty() || saying >= 5, qPrintable(QString::number(saying)));
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
}

void TestStatesWindow::panelsSayWhatIsRead()
{
    ReadingState::instance().setReading(QStringLiteral("harbour.sqlite"));
    QStringList complaints;
    const QList<EmptyState*> states = m_window->findChildren<EmptyState*>();
    QVERIFY(states.size() > 5);
    int reading = 0;
    for (const EmptyState* state : states)
        reading += state->title().contains(QStringLiteral("Reading harbour.sqlite")) ? 1 : 0;
    QVERIFY2(reading >= 5, qPrintable(QString::number(reading)));
    ReadingState::instance().setIdle();
    for (const EmptyState* state : states)
        QVERIFY(!state->title().contains(QStringLiteral("harbour")));
    // from the beginning to the end of reading itself
    QSignalSpy changed(&ReadingState::instance(), &ReadingState::changed);
    waitForPicture(sampleFile());
    QVERIFY(changed.count() >= 2);
    QCOMPARE(ReadingState::instance().phase(), ReadingState::Phase::Idle);
}

void TestStatesWindow::longTextsKeepTheSize()
{
    m_window->close();
    m_window.reset();
    LongTranslator longer;
    QCoreApplication::installTranslator(&longer);
    openWindow();
    waitForPicture(sampleFile());
    QVERIFY(m_window->menuBar()->actions().first()->text().contains(u'ë'));
    const QList<QDockWidget*> docks = m_window->findChildren<QDockWidget*>();
    for (QDockWidget* dock : docks)
        dock->show();
    QCoreApplication::processEvents();
    const QSize least = m_window->minimumSizeHint();
    QVERIFY2(least.width() <= 1280 && least.height() <= 800,
             qPrintable(QStringLiteral("%1 x %2").arg(least.width()).arg(least.height())));
    // a button shows its whole text, or its tool tip does
    QStringList cut;
    const QList<QAbstractButton*> buttons = m_window->findChildren<QAbstractButton*>();
    for (const QAbstractButton* button : buttons) {
        if (!button->isVisible() || button->text().isEmpty() || reach::isInner(button))
            continue;
        const int needed = button->fontMetrics().horizontalAdvance(withoutMnemonic(button->text()));
        if (needed > button->width() && button->toolTip().isEmpty())
            cut << reach::placeOf(button);
    }
    if (qEnvironmentVariableIsSet("CADASTRE_LOOK"))
        m_window->grab().save(qEnvironmentVariable("CADASTRE_LOOK"));
    QCoreApplication::removeTranslator(&longer);
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
}

void TestStatesWindow::themeChangesWhileItRuns()
{
    waitForPicture(sampleFile());
    const auto corner = [&] {
        return m_window->canvas()->grab().toImage().pixelColor(3, 3).lightness();
    };
    m_window->actions().themeChoices[0]->trigger();
    setDesktopWishes({false, QColor(0xe6, 0x61, 0x00), false});
    QVERIFY(corner() > 128);
    setDesktopWishes({true, QColor(0xe6, 0x61, 0x00), false});
    QTRY_VERIFY(corner() < 128);
    QVERIFY(m_window->palette().color(QPalette::Base).lightness() < 128);
    setDesktopWishes({false, std::nullopt, false});
    QTRY_VERIFY(corner() > 128);
    // a person's own choice wins
    m_window->actions().themeChoices[2]->trigger();
    QTRY_VERIFY(corner() < 128);
    setDesktopWishes({});
    QVERIFY(corner() < 128);
    m_window->actions().themeChoices[0]->trigger();
}

void TestStatesWindow::windowStaysSmallAfterRestarts()
{
    waitForPicture(sampleFile());
    for (int start = 0; start < 3; ++start) {
        const QList<QDockWidget*> docks = m_window->findChildren<QDockWidget*>();
        for (QDockWidget* dock : docks) {
            dock->show();
            dock->raise();
            QCoreApplication::processEvents();
        }
        QVERIFY2(m_window->height() <= 760, qPrintable(QString::number(m_window->height())));
        QVERIFY2(m_window->width() <= 1280, qPrintable(QString::number(m_window->width())));
        m_window->close();
        m_window.reset();
        m_window = std::make_unique<MainWindow>();
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get(), patienceMs));
        waitForPicture(sampleFile());
    }
    QVERIFY2(m_window->height() <= 760, qPrintable(QString::number(m_window->height())));
}

CADASTRE_WINDOW_TEST(TestStatesWindow)
#include "tst_states_window.moc"

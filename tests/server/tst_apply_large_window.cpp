// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Thousands of staged comments in the window itself, with the panel of pending changes open:
// staged, shown, sent, read again. Times are printed; asserted is only what the window's thread
// does at a stretch, in time of the processor.
#include "app/comment_desk.h"
#include "app/main_window.h"
#include "app/pending_desk.h"
#include "tests/gui/window_test.h"
#include "tests/server/postgresql_test_database.h"
#include "tests/support/event_loop_watch.h"
#include "widgets/pending_panel.h"

#include <QAction>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

namespace {

constexpr int tableCount = 100;
constexpr int columnCount = 50;
constexpr int patienceMs = 60000;

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

QByteArray tables()
{
    QByteArray script;
    for (int table = 0; table < tableCount; ++table) {
        QByteArrayList lines;
        for (int column = 0; column < columnCount; ++column)
            lines << "c" + QByteArray::number(column) + " integer";
        script += "CREATE TABLE t" + QByteArray::number(table) + " (" + lines.join(',') + ");";
    }
    return script;
}

} // namespace

class TestApplyLargeWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void staysAwake();

private:
    /// Does something, waits until it is over, prints how long that took and how long at a stretch
    /// the window's thread was busy; the latter in milliseconds.
    double step(const char* name, const std::function<void()>& act,
                const std::function<bool()>& isOver);

    QTemporaryDir m_home;
};

void TestApplyLargeWindow::initTestCase()
{
    QCoreApplication::setApplicationName(QStringLiteral("cadastre"));
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(name, m_home.filePath(QString::fromLatin1(name)).toUtf8());
}

double TestApplyLargeWindow::step(const char* name, const std::function<void()>& act,
                                  const std::function<bool()>& isOver)
{
    const EventLoopWatch watch;
    QElapsedTimer timer;
    timer.start();
    act();
    if (!QTest::qWaitFor(isOver, patienceMs))
        return patienceMs;
    const qint64 milliseconds = timer.elapsed();
    QTest::qWait(20); // what is shown of it
    qInfo("%s: %lld ms, longest stretch %.0f ms (%.0f ms on the clock)", name,
          static_cast<long long>(milliseconds), watch.longestMs(), watch.longestOnClockMs());
    return watch.longestMs();
}

void TestApplyLargeWindow::staysAwake()
{
    PostgresTestDatabase database(text("applywindow"));
    QCOMPARE(database.error(), QString());
    QCOMPARE(database.execute(tables()), QString());
    MainWindow window;
    window.resize(1600, 1000);
    window.show();
    CommentDesk* desk = window.comments();
    CommentFlow* comments = desk->flow();
    ApplyFlow* flow = desk->pending()->flow();
    window.openAddress(database.url());
    QTRY_VERIFY_WITH_TIMEOUT(comments->commented().catalog()->resolve(text("t0")).has_value(),
                             patienceMs);
    QTest::qWait(500);
    const std::shared_ptr<const Catalog> catalog = comments->commented().catalog();
    std::vector<CommentEdit> edits;
    std::vector<ObjectKey> keys;
    for (int i = 0; i < static_cast<int>(catalog->objects().columns.size()); ++i) {
        edits.push_back(commentEditOf(*catalog, ColumnId{i}, text("it's what it means")));
        keys.push_back(edits.back().key);
    }
    QCOMPARE(edits.size(), std::size_t(tableCount * columnCount));
    const auto isIdle = [&] { return !flow->isWriting() && !flow->isPlanning(); };
    std::vector<double> stretches;
    stretches.push_back(step(
        "panel shown", [&] { desk->actions().pending->trigger(); }, isIdle));
    bool planned = false; // a cheap question: asking is time of the window's thread, too
    connect(flow, &ApplyFlow::planned, this, [&planned] { planned = true; });
    stretches.push_back(step(
        "5,000 staged and planned", [&] { QVERIFY(comments->stage(edits, text("many"))); },
        [&] { return isIdle() && planned; }));
    const auto source = flow->pendingSource(keys.front().source);
    QVERIFY(source && source->rows.size() == edits.size() && source->rows.back().planned);
    stretches.push_back(step(
        "5,000 sent and read again", [&] { QVERIFY(flow->apply(keys.front().source, keys, {})); },
        [&] {
            const Catalog& now = *comments->commented().catalog();
            return isIdle() && comments->staged().edits().empty() &&
                   storedComment(now.base(*now.resolve(text("t99.c49"))).comment) ==
                       text("it's what it means");
        }));
    for (const double stretch : stretches)
        QVERIFY2(stretch <= allowedStretchMs, qPrintable(QString::number(stretch)));
}

CADASTRE_WINDOW_TEST(TestApplyLargeWindow)
#include "tst_apply_large_window.moc"

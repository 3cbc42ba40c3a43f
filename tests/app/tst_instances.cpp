// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One window per workspace, told by a socket; what a program that ended leaves behind; recent files
// that are pinned or gone; what dropping files says and does.
#include "app/dropped_files.h"
#include "app/recent_databases.h"
#include "app/session_mark.h"
#include "app/window_instance.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <thread>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace cadastre;

namespace {

/// raiseOther() as another process would call it: this thread answers meanwhile.
bool raiseFromElsewhere(const QString& what)
{
    std::atomic_int answer = -1;
    std::thread other([&] { answer = WindowInstance::raiseOther(what) ? 1 : 0; });
    while (answer < 0)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    other.join();
    return answer == 1;
}

int connectedTo(const QString& path)
{
    const int connection = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, QFile::encodeName(path).constData(), sizeof address.sun_path);
    if (connect(connection, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0)
        return connection;
    close(connection);
    return -1;
}

constexpr auto onlyMine = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser |
                          QFileDevice::WriteUser;

} // namespace

class TestInstances : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void secondWindowRaisesTheFirst();
    void socketIsPrivate();
    void deadSocketIsReplaced();
    void livingWindowKeepsItsSocket();
    void nonsenseRaisesNothing_data();
    void nonsenseRaisesNothing();
    void withoutRuntimeFolder();
    void endedSessionIsFound();
    void runningSessionIsNotOffered();
    void secondEndIsTold();
    void endsAreAskedOneByOne();
    void endIsAskedByOneProgram();
    void pinnedStandFirst();
    void droppedFiles_data();
    void droppedFiles();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_home->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_home;
};

void TestInstances::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(m_home->isValid());
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_home->path()));
    qputenv("XDG_DATA_HOME", QFile::encodeName(path(QStringLiteral("data"))));
    qunsetenv("XDG_ACTIVATION_TOKEN");
}

void TestInstances::secondWindowRaisesTheFirst()
{
    const QString workspace = path(QStringLiteral("shop.cadastre"));
    QVERIFY(!raiseFromElsewhere(workspace));
    WindowInstance window;
    QSignalSpy raised(&window, &WindowInstance::raiseRequested);
    window.setOpen(workspace);
    QVERIFY(raiseFromElsewhere(workspace));
    QCOMPARE(raised.count(), 1);
    QVERIFY(!raiseFromElsewhere(path(QStringLiteral("other.cadastre"))));
    QVERIFY(!raiseFromElsewhere(QStringLiteral("postgresql://anna@localhost/shop")));
    window.setOpen(QStringLiteral("postgresql://anna@localhost/shop"));
    QVERIFY(!raiseFromElsewhere(workspace));
    QVERIFY(raiseFromElsewhere(QStringLiteral("postgresql://anna@localhost/shop")));
    QVERIFY(!raiseFromElsewhere(QStringLiteral("postgresql://anna@localhost/shop (ssh bastion)")));
    window.setOpen({});
    QVERIFY(!raiseFromElsewhere(QStringLiteral("postgresql://anna@localhost/shop")));
    QCOMPARE(raised.count(), 2);
}

void TestInstances::socketIsPrivate()
{
    WindowInstance window;
    window.setOpen(QStringLiteral("/shop.cadastre"));
    const QFileInfo socket(WindowInstance::socketPath(QStringLiteral("/shop.cadastre")));
    QVERIFY(socket.exists());
    QCOMPARE(socket.permissions() & ~onlyMine, QFileDevice::Permissions());
    const QFileInfo folder(socket.path());
    QCOMPARE(folder.permissions() &
                 (QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                  QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther),
             QFileDevice::Permissions());
}

void TestInstances::deadSocketIsReplaced()
{
    const QString what = QStringLiteral("/shop.cadastre");
    const QString socketFile = WindowInstance::socketPath(what);
    QVERIFY(QDir().mkpath(QFileInfo(socketFile).path()));
    const int dead = socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, QFile::encodeName(socketFile).constData(), sizeof address.sun_path);
    QCOMPARE(bind(dead, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    close(dead); // its file stays, as after a crash
    QVERIFY(QFile::exists(socketFile));
    QVERIFY(!raiseFromElsewhere(what));
    WindowInstance window;
    window.setOpen(what);
    QVERIFY(raiseFromElsewhere(what));
}

void TestInstances::livingWindowKeepsItsSocket()
{
    const QString what = QStringLiteral("/shop.cadastre");
    WindowInstance first;
    QSignalSpy raisedFirst(&first, &WindowInstance::raiseRequested);
    first.setOpen(what);
    {
        WindowInstance second; // --new-window
        second.setOpen(what);
    }
    QVERIFY(raiseFromElsewhere(what));
    QCOMPARE(raisedFirst.count(), 1);
}

void TestInstances::nonsenseRaisesNothing_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("another word") << QByteArray("cadastre open /etc/passwd\n");
    QTest::newRow("no end") << QByteArray("cadastre raise ");
    QTest::newRow("long token") << QByteArray("cadastre raise ") + QByteArray(5000, 'x') + '\n';
    QTest::newRow("token with a space") << QByteArray("cadastre raise a b\n");
    QTest::newRow("two lines") << QByteArray("cadastre raise x\nmore\n");
}

void TestInstances::nonsenseRaisesNothing()
{
    QFETCH(QByteArray, request);
    WindowInstance window;
    QSignalSpy raised(&window, &WindowInstance::raiseRequested);
    window.setOpen(QStringLiteral("/shop.cadastre"));
    const int connection =
        connectedTo(WindowInstance::socketPath(QStringLiteral("/shop.cadastre")));
    QVERIFY(connection >= 0);
    if (!request.isEmpty())
        QVERIFY(send(connection, request.constData(), static_cast<std::size_t>(request.size()),
                     MSG_NOSIGNAL) > 0);
    QTest::qWait(20);
    close(connection);
    QVERIFY(!raised.count());
    QVERIFY(raiseFromElsewhere(QStringLiteral("/shop.cadastre"))); // and it goes on
}

void TestInstances::withoutRuntimeFolder()
{
    qputenv("XDG_RUNTIME_DIR", "/nonexistent");
    WindowInstance window;
    window.setOpen(QStringLiteral("/shop.cadastre"));
    QVERIFY(!raiseFromElsewhere(QStringLiteral("/shop.cadastre")));
}

namespace {

/// Makes the mark of this process look like that of one that runs no more.
void makeEnded(const QString& folder)
{
    const QDir marks(folder);
    for (const QString& name : marks.entryList({QStringLiteral("*.json")})) {
        QFile file(marks.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        QByteArray text = file.readAll();
        file.close();
        const qsizetype start = text.indexOf("\"start\": \"") + 10;
        text.replace(start, text.indexOf('"', start) - start, "1");
        QFile ended(marks.filePath(QStringLiteral("ended-") + name));
        if (ended.open(QIODevice::WriteOnly))
            ended.write(text);
    }
}

QString marksFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) +
           QStringLiteral("/sessions");
}

} // namespace

void TestInstances::endedSessionIsFound()
{
    QVERIFY(!SessionMark::findEnded());
    SessionState state;
    state.workspace = QStringLiteral("/home/anna/shop.cadastre");
    state.selected = QStringLiteral("shop/table:public.orders");
    state.depth = 2;
    state.panels = QByteArray("\0\1\2", 3);
    {
        SessionMark mark;
        mark.write(state);
        makeEnded(marksFolder());
        const QFileInfo file(QDir(marksFolder()).entryInfoList(QDir::Files).first());
        QCOMPARE(file.permissions() & ~onlyMine, QFileDevice::Permissions());
    } // its own is taken away: it ended properly
    const auto ended = SessionMark::findEnded();
    QVERIFY(ended.has_value());
    QCOMPARE(ended->state, state);
    QVERIFY(!ended->isRepeated());
    SessionMark::forget(*ended);
    QVERIFY(!SessionMark::findEnded());
}

void TestInstances::runningSessionIsNotOffered()
{
    SessionMark mark;
    SessionState state;
    state.addresses = QStringList{QStringLiteral("/home/anna/shop.sqlite")};
    mark.write(state);
    QVERIFY(!SessionMark::findEnded()); // this process runs
    mark.write({});
    QVERIFY(QDir(marksFolder()).entryList(QDir::Files).isEmpty());
}

void TestInstances::secondEndIsTold()
{
    SessionMark mark;
    mark.setAfterCrash(true);
    SessionState state;
    state.addresses = QStringList{QStringLiteral("/home/anna/shop.sqlite")};
    mark.write(state);
    makeEnded(marksFolder());
    const auto ended = SessionMark::findEnded();
    QVERIFY(ended.has_value());
    QVERIFY(ended->isRepeated());
}

namespace {

void leaveMark(const QString& name, const QString& workspace, int secondsAgo)
{
    QDir().mkpath(marksFolder());
    QFile mark(marksFolder() + QLatin1Char('/') + name);
    QVERIFY(mark.open(QIODevice::WriteOnly));
    mark.write(QStringLiteral("{\"process\": 999999, \"start\": \"1\", \"workspace\": \"%1\"}")
                   .arg(workspace)
                   .toUtf8());
    mark.flush();
    QVERIFY(mark.setFileTime(QDateTime::currentDateTime().addSecs(-secondsAgo),
                             QFileDevice::FileModificationTime));
}

} // namespace

void TestInstances::endsAreAskedOneByOne()
{
    leaveMark(QStringLiteral("1-1.json"), QStringLiteral("/a.cadastre"), 300);
    leaveMark(QStringLiteral("2-1.json"), QStringLiteral("/b.cadastre"), 10);
    leaveMark(QStringLiteral("3-1.json"), QStringLiteral("/b.cadastre"), 900);
    auto ended = SessionMark::findEnded();
    QVERIFY(ended && SessionMark::claim(*ended));
    QCOMPARE(ended->state.workspace, QStringLiteral("/b.cadastre"));
    ended = SessionMark::findEnded(); // not answered: the same again
    QVERIFY(ended && SessionMark::claim(*ended));
    QCOMPARE(ended->state.workspace, QStringLiteral("/b.cadastre"));
    SessionMark::forget(*ended);
    ended = SessionMark::findEnded();
    QVERIFY(ended.has_value());
    QCOMPARE(ended->state.workspace, QStringLiteral("/a.cadastre")); // no other b
    SessionMark::forget(*ended);
    QVERIFY(QDir(marksFolder()).entryList(QDir::Files).isEmpty());
}

void TestInstances::endIsAskedByOneProgram()
{
    leaveMark(QStringLiteral("1-1.json"), QStringLiteral("/a.cadastre"), 0);
    const auto ended = SessionMark::findEnded();
    QVERIFY(ended.has_value());
    QFile other(QStringLiteral("/proc/%1/stat").arg(getppid())); // runs as long as this test
    QVERIFY(other.open(QIODevice::ReadOnly));
    const QByteArray stat = other.readAll();
    const QByteArray start = stat.mid(stat.lastIndexOf(')') + 2).split(' ').value(19);
    const auto claimBy = [&](const QByteArray& process) {
        QFile claim(ended->file + QStringLiteral(".asked"));
        QVERIFY(claim.open(QIODevice::WriteOnly));
        claim.write(process);
    };
    claimBy(QByteArray::number(getppid()) + ' ' + start);
    QVERIFY(!SessionMark::findEnded());
    QVERIFY(!SessionMark::claim(*ended));
    claimBy("999999 1"); // it ended without an answer
    QVERIFY(SessionMark::findEnded().has_value());
    QVERIFY(SessionMark::claim(*ended));
    SessionMark::forget(*ended);
}

void TestInstances::pinnedStandFirst()
{
    const QStringList addresses{QStringLiteral("/a.sqlite"), QStringLiteral("/b.sqlite"),
                                QStringLiteral("postgresql://x@localhost/c (ssh bastion)")};
    const auto entries = recentEntries(addresses, {addresses[1]});
    QCOMPARE(entries.size(), std::size_t(3));
    QCOMPARE(entries[0].title, QStringLiteral("b.sqlite"));
    QVERIFY(entries[0].pinned && !entries[1].pinned);
    QCOMPARE(entries[2].address, addresses[2]);
    QCOMPARE(entries[2].location, QStringLiteral("x@localhost through bastion"));
}

void TestInstances::droppedFiles_data()
{
    QTest::addColumn<QStringList>("urls");
    QTest::addColumn<bool>("open");
    QTest::addColumn<int>("paths");
    QTest::addColumn<bool>("adds");
    QTest::addColumn<QString>("sentence");
    const QString first = QStringLiteral("file:///tmp/a.sqlite");
    const QString second = QStringLiteral("file:///tmp/b.db");
    const QString workspace = QStringLiteral("file:///tmp/shop.cadastre");
    const QString web = QStringLiteral("https://example.org/a.sqlite");
    QTest::newRow("one") << QStringList{first} << false << 1 << false
                         << QStringLiteral("Drop to open a.sqlite");
    QTest::newRow("one more") << QStringList{first} << true << 1 << true
                              << QStringLiteral("Drop to add a.sqlite to what is open");
    QTest::newRow("two") << QStringList{first, second} << true << 2 << true
                         << QStringLiteral("Drop to add 2 files to what is open");
    QTest::newRow("workspace") << QStringList{first, workspace} << true << 1 << false
                               << QStringLiteral("Drop to open the workspace shop.cadastre in "
                                                 "place of what is open");
    QTest::newRow("web") << QStringList{web} << false << 0 << false << QString();
}

void TestInstances::droppedFiles()
{
    QFETCH(QStringList, urls);
    QFETCH(bool, open);
    QFETCH(int, paths);
    QFETCH(bool, adds);
    QFETCH(QString, sentence);
    QMimeData data;
    QList<QUrl> list;
    for (const QString& url : urls)
        list << QUrl(url);
    data.setUrls(list);
    const DroppedFiles dropped = cadastre::droppedFiles(data, open);
    QCOMPARE(static_cast<int>(dropped.paths.size()), paths);
    QCOMPARE(dropped.mode == OpenMode::Add, adds);
    QCOMPARE(dropped.sentence, sentence);
}

QTEST_MAIN(TestInstances)

#include "tst_instances.moc"

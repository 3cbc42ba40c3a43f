// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// kill -9 of the program while somebody types: at the next start it is staged. The child is this
// executable with --type: a window on the database in which it types until it is killed.
#include "app/comment_desk.h"
#include "app/main_window.h"
#include "tests/support/sqlite_file.h"
#include "widgets/comment_editor.h"
#include "widgets/inspector_panel.h"
#include "widgets/words_edit.h"

#include <QApplication>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>

using namespace cadastre;
using namespace cadastre::test;

namespace {

constexpr int patienceMs = 30000;

/// Types words until the process is killed; prints each word that its window shows as staged.
int typeUntilKilled(const QString& path)
{
    MainWindow window;
    window.show();
    if (!QTest::qWaitFor([&] { return window.inspector() != nullptr; }, patienceMs))
        return 2;
    QSignalSpy shown(window.diagram(), &DiagramController::pictureShown);
    window.openAddress(path);
    if (!shown.wait(patienceMs))
        return 3;
    CommentDesk* desk = window.comments();
    const auto object = window.diagram()->facts().catalog->resolve(QStringLiteral("t.a"));
    desk->editComment(*object);
    CommentEditor* editor = window.inspector()->comment();
    for (int i = 0;; ++i) {
        QTest::keyClicks(editor->wordsField(), QStringLiteral("w%1 ").arg(i));
        if (i % 3 == 0)
            editor->commit();
        if (const CommentEdit* edit = desk->flow()->commented().edit(*object)) {
            std::printf("%s\n", qPrintable(edit->after));
            std::fflush(stdout);
        }
    }
}

} // namespace

class TestCommentRecovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stagedAfterAKill();

private:
    void killedOnce(int words);
};

void TestCommentRecovery::stagedAfterAKill()
{
    for (const int words : {1, 7, 20})
        killedOnce(words);
}

void TestCommentRecovery::killedOnce(int words)
{
    QTemporaryDir home;
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(name, home.filePath(QString::fromLatin1(name)).toUtf8());
    const QString path = home.filePath(QStringLiteral("shop.sqlite"));
    SqliteWriter(path).run("CREATE TABLE t (a INTEGER);");

    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--type"), path});
    QByteArray printed;
    QElapsedTimer waited;
    waited.start();
    while (printed.count('\n') < words && waited.elapsed() < patienceMs) {
        QVERIFY2(child.waitForReadyRead(patienceMs), child.readAllStandardError().constData());
        printed += child.readAllStandardOutput();
    }
    ::kill(static_cast<pid_t>(child.processId()), SIGKILL);
    QVERIFY(child.waitForFinished(patienceMs));
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);
    printed += child.readAllStandardOutput();
    const QByteArray whole = printed.first(printed.lastIndexOf('\n'));
    const QString last = QString::fromUtf8(whole.sliced(whole.lastIndexOf('\n') + 1));

    MainWindow window;
    window.show();
    QTRY_VERIFY_WITH_TIMEOUT(window.inspector() != nullptr, patienceMs);
    QSignalSpy shown(window.diagram(), &DiagramController::pictureShown);
    window.openAddress(path);
    QVERIFY(shown.wait(patienceMs));
    const auto& staged = window.comments()->flow()->staged().edits();
    QCOMPARE(staged.size(), 1U);
    QVERIFY2(staged.begin()->second.after.startsWith(last),
             qPrintable(staged.begin()->second.after + QStringLiteral(" / ") + last));
    const auto& messages = window.messageBar()->messages();
    QVERIFY(std::ranges::any_of(messages, [](const Message& message) {
        return message.text.contains(QStringLiteral("1 comment staged on shop is still here"));
    }));
    window.close();
}

int main(int argc, char** argv)
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("cadastre"));
    if (argc > 2 && QLatin1String(argv[1]) == QLatin1String("--type"))
        return typeUntilKilled(QString::fromLocal8Bit(argv[2]));
    TestCommentRecovery test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_comment_recovery.moc"

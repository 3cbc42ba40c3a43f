// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The window is closed while comments are being written: it asks, and whatever the answer is, what
// was written is known and what was not stays staged. A lock of another session holds the writing
// up, so that there is a meanwhile.
#include "app/comment_desk.h"
#include "app/main_window.h"
#include "app/pending_desk.h"
#include "tests/server/postgresql_test_database.h"
#include "tests/support/apply_driver.h"

#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>

using namespace cadastre;
using namespace cadastre::test;

namespace {

constexpr int patienceMs = 30000;

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

} // namespace

class TestApplyClose : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCoreApplication::setApplicationName(QStringLiteral("cadastre")); }
    void init();
    void cleanup();
    void stayed();
    void stopped();
    void waited();
    void notAskedWhenNothingIsWritten();

private:
    /// Sends three comments, of which the last waits for another session.
    void sendHeldUp();
    /// Closes the window and answers its question; fails when there is none.
    void closeAndAnswer(QMessageBox::ButtonRole role);
    [[nodiscard]] ApplyFlow* flow() const { return m_window->comments()->pending()->flow(); }
    [[nodiscard]] QString commentsOnServer()
    {
        return m_database->session().value("SELECT count(*) FROM pg_description WHERE description "
                                           "= 'words'");
    }
    /// What another start of the program finds staged.
    std::size_t stagedAfterRestart();

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<PostgresTestDatabase> m_database;
    std::unique_ptr<PostgresSession> m_other;
    std::unique_ptr<MainWindow> m_window;
    int m_reports = 0;
    ApplyReport m_report;
};

void TestApplyClose::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(name, m_home->filePath(QString::fromLatin1(name)).toUtf8());
    m_database = std::make_unique<PostgresTestDatabase>(text("applyclose"));
    QCOMPARE(m_database->error(), QString());
    QCOMPARE(m_database->execute("CREATE TABLE a (id integer); CREATE TABLE b (id integer);"
                                 "CREATE TABLE c (id integer)"),
             QString());
    m_other = std::make_unique<PostgresSession>(m_database->url());
    m_reports = 0;
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    connect(flow(), &ApplyFlow::reported, this, [this](const ApplyReport& report) {
        ++m_reports;
        m_report = report;
    });
    m_window->openAddress(m_database->url());
    QTRY_VERIFY_WITH_TIMEOUT(
        m_window->comments()->flow()->commented().catalog()->resolve(text("a")).has_value(),
        patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!flow()->isLookingBack(), patienceMs);
}

void TestApplyClose::cleanup()
{
    m_other.reset();
    m_window.reset();
    m_database.reset();
    m_home.reset();
}

void TestApplyClose::sendHeldUp()
{
    CommentFlow* comments = m_window->comments()->flow();
    std::vector<ObjectKey> keys;
    for (const char* name : {"a", "b", "c"}) {
        const ObjectRef object = *comments->commented().catalog()->resolve(text(name));
        QVERIFY(comments->edit(object, text("words")));
        keys.push_back(comments->commented().catalog()->keyOf(object));
    }
    QCOMPARE(m_other->execute("BEGIN; LOCK TABLE c IN SHARE UPDATE EXCLUSIVE MODE"), QString());
    QVERIFY(flow()->apply(keys.front().source, keys, {}));
    QVERIFY(flow()->isWriting());
}

void TestApplyClose::closeAndAnswer(QMessageBox::ButtonRole role)
{
    QVERIFY(!m_window->close());
    QVERIFY(m_window->isVisible());
    const auto* question = m_window->findChild<QMessageBox*>();
    QVERIFY(question != nullptr && question->isVisible());
    QVERIFY(question->text().contains(text("stays staged")));
    QAbstractButton* chosen = nullptr;
    for (QAbstractButton* button : question->buttons()) {
        if (question->buttonRole(button) == role)
            chosen = button;
    }
    QVERIFY(chosen != nullptr);
    chosen->click();
}

std::size_t TestApplyClose::stagedAfterRestart()
{
    m_window.reset();
    ApplyDriver driver;
    return driver.open(m_database->url()) ? driver.stagedKeys().size() : 999;
}

void TestApplyClose::stayed()
{
    sendHeldUp();
    closeAndAnswer(QMessageBox::RejectRole);
    if (QTest::currentTestFailed())
        return;
    QCOMPARE(m_other->execute("COMMIT"), QString());
    QTRY_COMPARE_WITH_TIMEOUT(m_reports, 1, patienceMs);
    QTest::qWait(0);
    QVERIFY(m_window->isVisible());
    QCOMPARE(outcomeLine(m_report.writes), text("3 written"));
    QCOMPARE(commentsOnServer(), text("3"));
}

void TestApplyClose::stopped()
{
    sendHeldUp();
    closeAndAnswer(QMessageBox::DestructiveRole);
    if (QTest::currentTestFailed())
        return;
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), patienceMs);
    QCOMPARE(m_reports, 1);
    QCOMPARE(outcomeLine(m_report.writes), text("3 not tried")); // one transaction, taken back
    QCOMPARE(m_other->execute("COMMIT"), QString());
    QCOMPARE(commentsOnServer(), text("0"));
    QCOMPARE(stagedAfterRestart(), std::size_t(3));
}

void TestApplyClose::waited()
{
    sendHeldUp();
    closeAndAnswer(QMessageBox::AcceptRole);
    if (QTest::currentTestFailed())
        return;
    QVERIFY(m_window->isVisible()); // until it has ended
    QCOMPARE(m_other->execute("COMMIT"), QString());
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), patienceMs);
    QCOMPARE(m_reports, 1);
    QCOMPARE(outcomeLine(m_report.writes), text("3 written"));
    QCOMPARE(commentsOnServer(), text("3"));
    QCOMPARE(stagedAfterRestart(), std::size_t(0));
}

void TestApplyClose::notAskedWhenNothingIsWritten()
{
    CommentFlow* comments = m_window->comments()->flow();
    QVERIFY(comments->edit(*comments->commented().catalog()->resolve(text("a")), text("words")));
    QVERIFY(m_window->close());
    QVERIFY(m_window->findChild<QMessageBox*>() == nullptr);
    QCOMPARE(commentsOnServer(), text("0"));
    QCOMPARE(stagedAfterRestart(), std::size_t(1));
}

QTEST_MAIN(TestApplyClose)
#include "tst_apply_close.moc"

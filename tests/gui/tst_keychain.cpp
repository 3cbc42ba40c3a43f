// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Passwords in a real keychain: the test runs itself again inside a session bus of its own with an
// unlocked keyring, and once more without any bus, where nothing may be kept.
#include "app/keychain.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace cadastre;

namespace {

const char* const innerVariable = "CADASTRE_KEYCHAIN_TEST";
constexpr int waitMs = 20000;

/// Runs this program again with `inner` set; returns its exit status, or -1.
int runAgain(const QString& program, const QStringList& arguments, const QString& inner,
             const QString& home)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QLatin1String(innerVariable), inner);
    environment.insert(QStringLiteral("HOME"), home);
    environment.insert(QStringLiteral("XDG_DATA_HOME"), home);
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), home);
    if (inner == QLatin1String("without"))
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"),
                           QStringLiteral("unix:path=/nonexistent/bus"));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(waitMs)) {
        process.kill();
        process.waitForFinished();
        return -1;
    }
    return process.exitCode();
}

} // namespace

class TestKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsAndForgetsInAKeyring();
    void saysWhyWithoutAKeyring();

private:
    static void insideKeyring();
    static void insideNothing();
    QTemporaryDir m_home;
};

void TestKeychain::insideKeyring()
{
    Keychain keychain;
    std::optional<QString> problem;
    keychain.probe([&](const QString& text) { problem = text; });
    QTRY_VERIFY_WITH_TIMEOUT(problem.has_value(), waitMs);
    QCOMPARE(*problem, QString());

    const QString address = QStringLiteral("postgresql://anna@db.example/shop");
    keychain.store(address, QStringLiteral("geheim"), [&](const QString& text) { problem = text; });
    QString password;
    const auto readUntil = [&](const QString& wanted) {
        bool answered = false;
        keychain.read(address, [&](const QString& text) {
            password = text;
            answered = true;
        });
        return QTest::qWaitFor([&] { return answered; }, waitMs) && password == wanted;
    };
    QTRY_VERIFY_WITH_TIMEOUT(readUntil(QStringLiteral("geheim")), waitMs);
    keychain.forget(address);
    QTRY_VERIFY_WITH_TIMEOUT(readUntil(QString()), waitMs);
    QCOMPARE(*problem, QString());
}

void TestKeychain::insideNothing()
{
    Keychain keychain;
    std::optional<QString> problem;
    keychain.probe([&](const QString& text) { problem = text; });
    QTRY_VERIFY_WITH_TIMEOUT(problem.has_value(), waitMs);
    QVERIFY(!problem->isEmpty());
    std::optional<QString> refused;
    keychain.store(QStringLiteral("x"), QStringLiteral("geheim"),
                   [&](const QString& text) { refused = text; });
    QTRY_VERIFY_WITH_TIMEOUT(refused.has_value(), waitMs);
    QVERIFY(!refused->contains(QLatin1String("geheim")));
}

void TestKeychain::keepsAndForgetsInAKeyring()
{
    if (qEnvironmentVariable(innerVariable) == QLatin1String("with")) {
        insideKeyring();
        return;
    }
    if (qEnvironmentVariableIsSet(innerVariable))
        return;
    const QString session = QStandardPaths::findExecutable(QStringLiteral("dbus-run-session"));
    const QString keyring = QStandardPaths::findExecutable(QStringLiteral("gnome-keyring-daemon"));
    QVERIFY2(!session.isEmpty() && !keyring.isEmpty(),
             "dbus-run-session and gnome-keyring-daemon are needed");
    const QString script =
        QStringLiteral("printf x | gnome-keyring-daemon --unlock --components=secrets "
                       "> /dev/null && exec \"$0\" keepsAndForgetsInAKeyring");
    QCOMPARE(runAgain(session,
                      {QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"), script,
                       QCoreApplication::applicationFilePath()},
                      QStringLiteral("with"), m_home.path()),
             0);
}

void TestKeychain::saysWhyWithoutAKeyring()
{
    if (qEnvironmentVariable(innerVariable) == QLatin1String("without")) {
        insideNothing();
        return;
    }
    if (qEnvironmentVariableIsSet(innerVariable))
        return;
    QCOMPARE(runAgain(QCoreApplication::applicationFilePath(),
                      {QStringLiteral("saysWhyWithoutAKeyring")}, QStringLiteral("without"),
                      m_home.path()),
             0);
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"

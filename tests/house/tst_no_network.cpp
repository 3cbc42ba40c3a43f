// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// No telemetry, no look for updates: the program connects to nothing but the databases it is told
// to open. Every connect() and sendto() of window and commands is recorded from outside.
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

QString program()
{
    return QStringLiteral(CADASTRE_BINARY_DIR "/bin/cadastre");
}

QString sample()
{
    return QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite");
}

} // namespace

class TestNoNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void recorderSeesAServer();
    void commandsConnectToNothing_data();
    void commandsConnectToNothing();
    void windowConnectsToNothing();
    void networkLibraryIsNotLinked();

private:
    void start(QProcess& process, const QStringList& arguments) const;
    [[nodiscard]] QByteArray connections() const;

    std::unique_ptr<QTemporaryDir> m_home;
};

void TestNoNetwork::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(m_home->isValid());
    QVERIFY2(QFile::exists(QStringLiteral(CADASTRE_CONNECTION_RECORDER)),
             CADASTRE_CONNECTION_RECORDER);
}

void TestNoNetwork::start(QProcess& process, const QStringList& arguments) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(CADASTRE_CONNECTION_RECORDER));
    environment.insert(QStringLiteral("CADASTRE_CONNECTIONS"),
                       m_home->filePath(QStringLiteral("connections")));
    environment.insert(QStringLiteral("ASAN_OPTIONS"),
                       QStringLiteral("verify_asan_link_order=0:detect_leaks=0"));
    for (const char* folder : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "HOME"})
        environment.insert(QLatin1String(folder), m_home->path());
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program(), arguments);
    QVERIFY2(process.waitForStarted(), qPrintable(program()));
}

QByteArray TestNoNetwork::connections() const
{
    QFile file(m_home->filePath(QStringLiteral("connections")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Without this the others could not fail.
void TestNoNetwork::recorderSeesAServer()
{
    QProcess process;
    start(process, {QStringLiteral("relations"), QStringLiteral("postgresql://127.0.0.1:1/none")});
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitCode(), 2);
    QVERIFY2(connections().contains("127.0.0.1"), process.readAll().constData());
}

void TestNoNetwork::commandsConnectToNothing_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString out = QStringLiteral("-");
    QTest::newRow("relations") << QStringList{QStringLiteral("relations"), sample()};
    QTest::newRow("diagram") << QStringList{QStringLiteral("diagram"),  sample(),
                                            QStringLiteral("--format"), QStringLiteral("svg"),
                                            QStringLiteral("-o"),       out};
    QTest::newRow("help") << QStringList{QStringLiteral("--help")};
}

void TestNoNetwork::commandsConnectToNothing()
{
    QFETCH(QStringList, arguments);
    QProcess process;
    start(process, arguments);
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(connections(), QByteArray());
}

void TestNoNetwork::windowConnectsToNothing()
{
    QProcess process;
    start(process, {QStringLiteral("--timings"), sample()});
    QByteArray output;
    QTRY_VERIFY_WITH_TIMEOUT((output += process.readAll()).contains("first_diagram"), 60000);
    process.terminate();
    QVERIFY(process.waitForFinished(30000));
    QCOMPARE(connections(), QByteArray());
}

void TestNoNetwork::networkLibraryIsNotLinked()
{
    QProcess process;
    process.start(QStringLiteral("ldd"), {program()});
    QVERIFY(process.waitForFinished(30000));
    const QByteArray libraries = process.readAll();
    QVERIFY(libraries.contains("libQt6Core"));
    QVERIFY2(!libraries.contains("libQt6Network"), libraries.constData());
}

QTEST_GUILESS_MAIN(TestNoNetwork)
#include "tst_no_network.moc"

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The thinking parts of the window: what is said of a read and of a connection, what is remembered
// and how privately, jobs of which the newest wins, commands that cannot be taken back any more.
#include "app/catalog_facts.h"
#include "app/export_flow.h"
#include "app/newest_job.h"
#include "app/open_flow.h"
#include "app/read_messages.h"
#include "app/recent_databases.h"
#include "app/settings.h"
#include "app/transport_text.h"
#include "app/undo_command.h"
#include "tests/support/schema_text.h"

#include <QDir>
#include <QFileInfo>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

using namespace cadastre;

namespace {

Catalog withReport(const KindReport& report)
{
    auto part = std::make_shared<SourceCatalog>(
        test::SchemaText::source(QStringLiteral("orders\n  id integer pk\n")));
    part->objects.sources.front().kinds.push_back(report);
    return mergeSources({part});
}

} // namespace

class TestWindowParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void transportSaysWhatWasChecked_data();
    void transportSaysWhatWasChecked();
    void partlyReadIsSaidOnce();
    void failedNamesTheSource();
    void settingsArePrivate();
    void recentListIsShortAndUnique();
    void recentEntriesHideNothingAndNoMore();
    void newestJobWins();
    void destroyedJobDoesNotDeliver();
    void goneCommandIsSkippedAndSaid();
    void sourceNamesStayApart();
    void pastedUrlLosesItsPassword();
    void pictureFormatIsTheEnding();

private:
    QTemporaryDir m_home;
};

void TestWindowParts::initTestCase()
{
    qputenv("HOME", m_home.path().toUtf8());
    qputenv("XDG_CONFIG_HOME", m_home.filePath(QStringLiteral("config")).toUtf8());
    QCoreApplication::setApplicationName(QStringLiteral("cadastre"));
}

void TestWindowParts::transportSaysWhatWasChecked_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("security");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("warning");

    QTest::newRow("verified") << "postgresql://db.example/x?sslmode=verify-full"
                              << "TLSv1.3"
                              << "TLS 1.3, certificate verified" << false;
    QTest::newRow("not verified") << "postgresql://db.example/x?sslmode=require"
                                  << "TLSv1.3"
                                  << "TLS 1.3, certificate not verified" << true;
    QTest::newRow("asked for nothing") << "postgresql://db.example/x"
                                       << "TLSv1.2"
                                       << "TLS 1.2, certificate not verified" << true;
    QTest::newRow("MariaDB verified") << "mariadb://db.example/?ssl-mode=verify-identity"
                                      << "TLSv1.3"
                                      << "TLS 1.3, certificate verified" << false;
    QTest::newRow("clear text") << "mariadb://db.example/?ssl-mode=disabled"
                                << ""
                                << "clear text, not protected" << true;
    QTest::newRow("clear text at home") << "mariadb://127.0.0.1/"
                                        << ""
                                        << "clear text, inside this machine" << false;
    QTest::newRow("local") << "postgresql:///x"
                           << "local"
                           << "local" << false;
}

void TestWindowParts::transportSaysWhatWasChecked()
{
    QFETCH(QString, url);
    QFETCH(QString, security);
    const auto address = parseDatabaseAddress(url);
    QVERIFY2(address.has_value(), qPrintable(address ? QString() : address.error().message));
    const TransportText text = transportText(*address, security);
    QTEST(text.text, "text");
    QTEST(text.warning, "warning");
}

void TestWindowParts::partlyReadIsSaidOnce()
{
    QVERIFY(!partlyReadMessage(withReport({CatalogKind::Triggers, ReadState::Read, {}, {}})));
    QVERIFY(
        !partlyReadMessage(withReport({CatalogKind::Events, ReadState::EngineHasNone, {}, {}})));
    const auto message =
        partlyReadMessage(withReport({CatalogKind::Grants,
                                      ReadState::PartlyRead,
                                      QStringLiteral("own only"),
                                      {QStringLiteral("public.orders — permission denied")}}));
    QVERIFY(message.has_value());
    QCOMPARE(message->level, MessageLevel::Warning);
    QVERIFY(message->text.contains(QLatin1String("grants")));
    QVERIFY(message->detail.contains(QStringLiteral("public.orders — permission denied")));
    QVERIFY(!changedMessage(withReport({})));
}

void TestWindowParts::failedNamesTheSource()
{
    FailedSource failed;
    failed.request.address.path = QStringLiteral("/x/shop.sqlite");
    failed.error = {QStringLiteral("It is broken."), QStringLiteral("code 11")};
    const Message one = failedMessage({failed});
    QCOMPARE(one.text, QStringLiteral("It is broken."));
    QVERIFY(one.detail.contains(QLatin1String("code 11")));
    const Message two = failedMessage({failed, failed});
    QVERIFY(two.text.contains(QLatin1Char('2')));
}

void TestWindowParts::settingsArePrivate()
{
    {
        Settings settings;
        settings.setTheme(ThemeChoice::Dark);
        settings.addRecent(QStringLiteral("/a"));
    }
    QCOMPARE(Settings().theme(), ThemeChoice::Dark);
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther |
                        QFileDevice::WriteOther;
    QVERIFY(settingsPath().startsWith(m_home.path()));
    QVERIFY(!(QFileInfo(settingsPath()).permissions() & others));
}

void TestWindowParts::recentListIsShortAndUnique()
{
    Settings settings;
    for (int i = 0; i < 20; ++i)
        settings.addRecent(QStringLiteral("/db/%1").arg(i));
    settings.addRecent(QStringLiteral("/db/15"));
    QCOMPARE(settings.recent().size(), Settings::recentLimit);
    QCOMPARE(settings.recent().first(), QStringLiteral("/db/15"));
    QCOMPARE(settings.recent().count(QStringLiteral("/db/15")), 1);
    settings.removeRecent(QStringLiteral("/db/15"));
    QVERIFY(!settings.recent().contains(QStringLiteral("/db/15")));
}

void TestWindowParts::recentEntriesHideNothingAndNoMore()
{
    const RecentEntry file = recentEntry(QDir::homePath() + QStringLiteral("/data/shop.sqlite"));
    QCOMPARE(file.title, QStringLiteral("shop.sqlite"));
    QCOMPARE(file.location, QStringLiteral("~/data"));
    const RecentEntry server =
        recentEntry(QStringLiteral("postgresql://anna@db.example:5433/shop"));
    QCOMPARE(server.title, QStringLiteral("shop on db.example (PostgreSQL)"));
    QCOMPARE(server.location, QStringLiteral("anna@db.example"));
}

void TestWindowParts::newestJobWins()
{
    NewestJob<int> job;
    QSemaphore firstMayEnd;
    QList<int> delivered;
    job.start(
        [&](const std::atomic_bool&) {
            firstMayEnd.acquire();
            return 1;
        },
        [&](int value) { delivered << value; });
    job.start([](const std::atomic_bool&) { return 2; }, [&](int value) { delivered << value; });
    firstMayEnd.release();
    QTRY_COMPARE(delivered, QList<int>{2});
    QTest::qWait(50);
    QCOMPARE(delivered, QList<int>{2});
    QVERIFY(!job.isRunning());
}

void TestWindowParts::destroyedJobDoesNotDeliver()
{
    bool delivered = false;
    {
        NewestJob<int> job;
        job.start([](const std::atomic_bool&) { return 1; }, [&](int) { delivered = true; });
    }
    QTest::qWait(50);
    QVERIFY(!delivered);
}

void TestWindowParts::goneCommandIsSkippedAndSaid()
{
    QUndoStack stack;
    int value = 1;
    bool gone = false;
    QStringList said;
    Command command;
    command.name = QStringLiteral("Move orders");
    command.forward = [&]() -> Result<Nothing> {
        value = 1;
        return ok();
    };
    command.backward = [&]() -> Result<Nothing> {
        if (gone)
            return Error{QStringLiteral("orders is gone"), {}};
        value = 0;
        return ok();
    };
    stack.push(new UndoCommand(command, true, [&](const Error& error) { said << error.message; }));
    QCOMPARE(value, 1);
    stack.undo();
    QCOMPARE(value, 0);
    stack.redo();
    QCOMPARE(value, 1);
    gone = true;
    stack.undo();
    QCOMPARE(value, 1);
    QCOMPARE(said, QStringList{QStringLiteral("orders is gone")});
}

void TestWindowParts::sourceNamesStayApart()
{
    const QStringList taken{QStringLiteral("shop"), QStringLiteral("shop-2")};
    QCOMPARE(freeSourceName(QStringLiteral("shop"), taken), QStringLiteral("shop-3"));
    QCOMPARE(freeSourceName(QStringLiteral("other"), taken), QStringLiteral("other"));
}

void TestWindowParts::pastedUrlLosesItsPassword()
{
    const auto read = readServerUrl(
        QStringLiteral("postgresql://anna:geheim@db:5433/shop?sslmode=verify-ca&keepalives=1"));
    QVERIFY(read.has_value());
    QCOMPARE(read->password, QStringLiteral("geheim"));
    QCOMPARE(serverUrl(read->fields),
             QStringLiteral("postgresql://anna@db:5433/shop?sslmode=verify-ca&keepalives=1"));
    QVERIFY(!readServerUrl(QStringLiteral("mariadb://db:99999/")).has_value());
}

void TestWindowParts::pictureFormatIsTheEnding()
{
    QCOMPARE(pictureFormat(QStringLiteral("a.SVG")), std::optional(PictureFormat::Svg));
    QCOMPARE(pictureFormat(QStringLiteral("a.b.pdf")), std::optional(PictureFormat::Pdf));
    QVERIFY(!pictureFormat(QStringLiteral("a.jpeg")));
    QVERIFY(!pictureFormat(QStringLiteral("svg")));
}

QTEST_MAIN(TestWindowParts)
#include "tst_window_parts.moc"

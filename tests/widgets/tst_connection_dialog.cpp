// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The connection dialog: fields to URL and back, where a pasted password goes, testing, stopping,
// choosing schemas.
#include "widgets/connection_dialog.h"
#include "widgets/schema_chooser.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace cadastre;

namespace {

QPushButton* button(const QWidget& window, const QString& text)
{
    for (auto* candidate : window.findChildren<QPushButton*>()) {
        if (candidate->text().remove(QLatin1Char('&')) == text)
            return candidate;
    }
    return nullptr;
}

QString outcomeText(const QWidget& dialog)
{
    return dialog.findChild<QLabel*>(QStringLiteral("outcome"))->text();
}

Result<ReadUrl> readUrlOfTest(const QString& url)
{
    if (!url.startsWith(QLatin1String("mariadb://")))
        return Error{QStringLiteral("not understood"), {}};
    ServerFields fields;
    fields.engine = ServerEngine::MariaDb;
    fields.host = QStringLiteral("db.example");
    fields.user = QStringLiteral("anna");
    return ReadUrl{fields, QStringLiteral("geheim")};
}

} // namespace

class TestConnectionDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsMakeTheUrl_data();
    void fieldsMakeTheUrl();
    void parametersWithoutFieldAreKept();
    void pastedPasswordMovesToItsField();
    void typedUrlIsTakenWhenItIsComplete();
    void openTestsFirstAndTellsWhatItFound();
    void stopKeepsTheDialog();
    void errorIsShownAndNothingOpens();
    void manySchemasAreAskedFor();
    void keychainProblemDisablesTheBox();
};

void TestConnectionDialog::fieldsMakeTheUrl_data()
{
    QTest::addColumn<ServerEngine>("engine");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("database");
    QTest::addColumn<TlsChoice>("tls");
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("url");

    const auto pg = ServerEngine::PostgreSql;
    const auto maria = ServerEngine::MariaDb;
    QTest::newRow("plain") << pg << "db" << 0 << ""
                           << "shop" << TlsChoice::Default << ""
                           << "postgresql://db/shop";
    QTest::newRow("all") << pg << "db" << 5433 << "anna"
                         << "shop" << TlsChoice::VerifyFull << ""
                         << "postgresql://anna@db:5433/shop?sslmode=verify-full";
    QTest::newRow("socket") << pg << "/run/pg" << 0 << ""
                            << "shop" << TlsChoice::Default << ""
                            << "postgresql://%2Frun%2Fpg/shop";
    QTest::newRow("service") << pg << "" << 0 << ""
                             << "" << TlsChoice::Default << "live"
                             << "postgresql:///?service=live";
    QTest::newRow("odd names") << pg << "::1" << 0 << "a@b"
                               << "x/y" << TlsChoice::Default << ""
                               << "postgresql://a%40b@[::1]/x%2Fy";
    QTest::newRow("clear text") << maria << "db" << 0 << "anna"
                                << "" << TlsChoice::ClearText << ""
                                << "mariadb://anna@db/?ssl-mode=disabled";
    QTest::newRow("group") << maria << "db" << 0 << ""
                           << "" << TlsChoice::VerifyFull << "live"
                           << "mariadb://db/?ssl-mode=verify-identity&defaults-group=live";
}

void TestConnectionDialog::fieldsMakeTheUrl()
{
    QFETCH(ServerEngine, engine);
    QFETCH(QString, host);
    QFETCH(int, port);
    QFETCH(QString, user);
    QFETCH(QString, database);
    QFETCH(TlsChoice, tls);
    QFETCH(QString, service);
    ServerFields fields;
    fields.engine = engine;
    fields.host = host;
    fields.port = port;
    fields.user = user;
    fields.database = database;
    fields.tls = tls;
    fields.service = service;
    ConnectionDialog dialog;
    dialog.setFields(fields);
    QCOMPARE(dialog.form()->fields(), fields);
    QTEST(dialog.request().address, "url");
}

void TestConnectionDialog::parametersWithoutFieldAreKept()
{
    ServerFields fields;
    takeParameters(fields, {{QStringLiteral("sslmode"), QStringLiteral("require")},
                            {QStringLiteral("connect_timeout"), QStringLiteral("5")}});
    QCOMPARE(fields.tls, TlsChoice::Required);
    QCOMPARE(serverUrl(fields), QStringLiteral("postgresql:///?sslmode=require&connect_timeout=5"));
}

void TestConnectionDialog::pastedPasswordMovesToItsField()
{
    ConnectionDialog dialog;
    dialog.setUrlReader(&readUrlOfTest);
    dialog.show();
    QGuiApplication::clipboard()->setText(QStringLiteral("mariadb://anna:geheim@db.example"));
    QTest::keySequence(dialog.form()->urlField(), QKeySequence::Paste);
    QCOMPARE(dialog.form()->passwordField()->text(), QStringLiteral("geheim"));
    QVERIFY(!dialog.form()->urlField()->text().contains(QLatin1String("geheim")));
    QVERIFY(!dialog.request().address.contains(QLatin1String("geheim")));
    QCOMPARE(dialog.request().address, QStringLiteral("mariadb://anna@db.example/"));
    QCOMPARE(dialog.request().password, QStringLiteral("geheim"));
}

void TestConnectionDialog::typedUrlIsTakenWhenItIsComplete()
{
    ConnectionDialog dialog;
    dialog.setUrlReader(&readUrlOfTest);
    dialog.show();
    QSignalSpy tests(&dialog, &ConnectionDialog::testRequested);
    QTest::keyClicks(dialog.form()->urlField(), QStringLiteral("mariadb://anna:geheim@db.example"));
    QVERIFY(dialog.form()->passwordField()->text().isEmpty());
    QTest::mouseClick(button(dialog, QStringLiteral("Test")), Qt::LeftButton);
    QCOMPARE(tests.size(), 1);
    const auto request = tests.first().first().value<ConnectionRequest>();
    QCOMPARE(request.address, QStringLiteral("mariadb://anna@db.example/"));
    QCOMPARE(request.password, QStringLiteral("geheim"));
    QVERIFY(!dialog.form()->urlField()->text().contains(QLatin1String("geheim")));
}

void TestConnectionDialog::openTestsFirstAndTellsWhatItFound()
{
    ConnectionDialog dialog;
    dialog.show();
    QSignalSpy tests(&dialog, &ConnectionDialog::testRequested);
    QSignalSpy opened(&dialog, &ConnectionDialog::openRequested);
    QTest::mouseClick(button(dialog, QStringLiteral("Test")), Qt::LeftButton);
    QCOMPARE(tests.size(), 1);
    dialog.showOutcome({QStringLiteral("PostgreSQL 15.1"),
                        QStringLiteral("clear text"),
                        true,
                        {QStringLiteral("public")}});
    QVERIFY(outcomeText(dialog).contains(QLatin1String("PostgreSQL 15.1")));
    QVERIFY(outcomeText(dialog).contains(QLatin1String("clear text")));
    QCOMPARE(opened.size(), 0);
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(tests.size(), 2);
    dialog.showOutcome({QStringLiteral("PostgreSQL 15.1"), {}, false, {}});
    QCOMPARE(opened.size(), 1);
    QVERIFY(!dialog.isVisible());
}

void TestConnectionDialog::stopKeepsTheDialog()
{
    ConnectionDialog dialog;
    dialog.show();
    QSignalSpy cancelled(&dialog, &ConnectionDialog::testCancelled);
    QTest::mouseClick(button(dialog, QStringLiteral("Test")), Qt::LeftButton);
    QVERIFY(!button(dialog, QStringLiteral("Open"))->isEnabled());
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QCOMPARE(cancelled.size(), 1);
    QVERIFY(dialog.isVisible());
    dialog.showCancelled();
    QVERIFY(button(dialog, QStringLiteral("Open"))->isEnabled());
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
}

void TestConnectionDialog::errorIsShownAndNothingOpens()
{
    ConnectionDialog dialog;
    dialog.show();
    QSignalSpy opened(&dialog, &ConnectionDialog::openRequested);
    QTest::mouseClick(button(dialog, QStringLiteral("Open")), Qt::LeftButton);
    dialog.showError(QStringLiteral("The server refused."), QStringLiteral("28P01"));
    QVERIFY(outcomeText(dialog).contains(QLatin1String("The server refused.")));
    QVERIFY(outcomeText(dialog).contains(QLatin1String("28P01")));
    QCOMPARE(opened.size(), 0);
    QVERIFY(dialog.isVisible());
}

void TestConnectionDialog::manySchemasAreAskedFor()
{
    ConnectionDialog dialog;
    dialog.show();
    QSignalSpy opened(&dialog, &ConnectionDialog::openRequested);
    QStringList schemas;
    for (int i = 10; i < 60; ++i)
        schemas << QStringLiteral("tenant_%1").arg(i);
    QTest::mouseClick(button(dialog, QStringLiteral("Open")), Qt::LeftButton);
    dialog.showOutcome({QStringLiteral("PostgreSQL"), {}, false, schemas});
    QCOMPARE(opened.size(), 0);
    auto* chooser = dialog.findChild<SchemaChooser*>();
    QVERIFY(chooser->isVisible());
    QTest::mouseClick(button(dialog, QStringLiteral("Choose none")), Qt::LeftButton);
    QVERIFY(!button(dialog, QStringLiteral("Open"))->isEnabled());
    chooser->list()->setFocus();
    QTest::keyClick(chooser->list(), Qt::Key_Space);
    QVERIFY(button(dialog, QStringLiteral("Open"))->isEnabled());
    QTest::mouseClick(button(dialog, QStringLiteral("Open")), Qt::LeftButton);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().value<ConnectionRequest>().schemas,
             QStringList{QStringLiteral("tenant_10")});
}

void TestConnectionDialog::keychainProblemDisablesTheBox()
{
    ConnectionDialog dialog;
    dialog.setKeychainProblem(QStringLiteral("no bus"));
    dialog.form()->setPassword(QStringLiteral("x"));
    QVERIFY(!dialog.request().remember);
}

QTEST_MAIN(TestConnectionDialog)
#include "tst_connection_dialog.moc"

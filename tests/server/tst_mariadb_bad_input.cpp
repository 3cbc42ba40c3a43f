// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What goes wrong with a MariaDB or MySQL server: one clear sentence each, no password in it, and
// one bad object never takes the others with it.
#include "tests/server/mariadb_relay.h"
#include "tests/server/mariadb_test_database.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>
#include <QUrl>

using namespace cadastre;
using namespace cadastre::test;

class TestMariaDbBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noConnection_data();
    void noConnection();
    void passwordIsNeverRepeated();
    void tlsStripped();
    void tlsUsed_data();
    void tlsUsed();
    void connectionKilled();
    void emptyDatabase();
    void hostileNames();
    void manyColumns();
    void brokenViews();
    void lockedTable();
    void lockTablesIsNoObstacle();
    void noPermissionOnHalf();
    void viewDroppedMeanwhile();
    void changedAgainAndAgain();
};

namespace {

QString withPort(const QString& url, int port)
{
    QUrl parts(url);
    parts.setPort(port);
    return parts.toString();
}

ObjectRef at(const Catalog& catalog, const QString& name)
{
    const Result<ObjectRef> found = catalog.resolve(name);
    if (!found)
        qWarning() << found.error().message;
    return found ? *found : ObjectRef(SourceId{0});
}

const Table& tableAt(const Catalog& catalog, const QString& name)
{
    return catalog.table(TableId{at(catalog, name).index});
}

QString quotedName(QString name)
{
    return QLatin1Char('`') + name.replace(QLatin1Char('`'), QStringLiteral("``")) +
           QLatin1Char('`');
}

QString sentenceOf(const Result<ReadResult>& read)
{
    return read ? QStringLiteral("(no error)") : read.error().message;
}

} // namespace

void TestMariaDbBadInput::noConnection_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<bool>("passwordNeeded");
    const QString server = *serverUrl(Engine::MariaDb);
    const auto row = [](const char* name, const QString& url, const char* sentence,
                        const char* password = "", bool passwordNeeded = false) {
        QTest::newRow(name) << url << QString::fromLatin1(password) << QString::fromLatin1(sentence)
                            << passwordNeeded;
    };
    row("host", QStringLiteral("mariadb://u@no-such-host.invalid/d"), "host");
    row("port", withPort(server, 1), "No server answers");
    row("socket", QStringLiteral("mariadb://u@/tmp/no-such.sock/d"), "No server answers");
    row("database", urlWithDatabase(server, QStringLiteral("no_such_database")),
        "database of .* does not exist");
    const QString withPassword = urlWithUser(server, QStringLiteral("cadastre_password"));
    row("no password", withPassword, "did not accept user and password", "", true);
    row("wrong password", withPassword, "did not accept user and password", "hunter2", true);
    row("wrong user", urlWithUser(server, QStringLiteral("nobody_here")), "did not accept user", "",
        true);
    const Result<QString> postgres = serverUrl(Engine::PostgreSql);
    if (postgres)
        row("not MariaDB", withPort(server, QUrl(*postgres).port()), "is this a MariaDB or MySQL");
}

void TestMariaDbBadInput::noConnection()
{
    QFETCH(QString, url);
    QFETCH(QString, password);
    QFETCH(QString, sentence);
    QFETCH(bool, passwordNeeded);
    ReadOptions options;
    options.connectTimeoutMs = 1000;
    const Result<ReadResult> read = readUrl(url, password, options);
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(QRegularExpression(sentence)),
             qPrintable(read.error().message + read.error().detail));
    QVERIFY(read.error().message.endsWith(QLatin1Char('.')) ||
            read.error().message.endsWith(QLatin1Char('?')));
    QCOMPARE(read.error().kind == ErrorKind::PasswordNeeded, passwordNeeded);
}

void TestMariaDbBadInput::passwordIsNeverRepeated()
{
    const QString url =
        urlWithUser(*serverUrl(Engine::MariaDb), QStringLiteral("cadastre_password"));
    const Result<ReadResult> wrong = readUrl(url, QStringLiteral("hunter2"));
    QVERIFY(!wrong);
    QVERIFY(!wrong.error().message.contains(QLatin1String("hunter2")));
    QVERIFY(!wrong.error().detail.contains(QLatin1String("hunter2")));
    ReadOptions options;
    options.schemas = {QStringLiteral("no_such_database")};
    const Result<ReadResult> right = readUrl(url, QStringLiteral("cadastre"), options);
    QVERIFY2(right.has_value(), qPrintable(sentenceOf(right)));
}

void TestMariaDbBadInput::tlsStripped()
{
    const QString server = *serverUrl(Engine::MariaDb);
    const MariaDbRelay relay(QUrl(server).port());
    QVERIFY(relay.port() > 0);
    const QString url = withPort(server, relay.port());
    const Result<ReadResult> refused = readUrl(url + QStringLiteral("?ssl-mode=required"));
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(QLatin1String("offers no TLS")),
             qPrintable(refused.error().message + refused.error().detail));
    QCOMPARE(relay.bytesFromClients(), 0); // not even a user name
    ReadOptions nothing;
    nothing.schemas = {QStringLiteral("no_such_database")};
    const Result<ReadResult> chosen =
        readUrl(url + QStringLiteral("?ssl-mode=disabled"), {}, nothing);
    QVERIFY2(chosen.has_value(), qPrintable(sentenceOf(chosen)));
    QCOMPARE(chosen->transportSecurity, QString());
}

void TestMariaDbBadInput::tlsUsed_data()
{
    QTest::addColumn<QString>("parameters");
    QTest::addColumn<QString>("sentence"); ///< empty: connects
    const QString certificate = qEnvironmentVariable("CADASTRE_TEST_CERTIFICATE");
    QTest::newRow("required") << QStringLiteral("ssl-mode=required") << QString();
    QTest::newRow("right authority") << QStringLiteral("ssl-ca=") + certificate << QString();
    QTest::newRow("right authority, said twice")
        << QStringLiteral("ssl-mode=verify-ca&ssl-ca=") + certificate << QString();
    QTest::newRow("wrong authority") << QStringLiteral("ssl-ca=/etc/ssl/certs/ca-certificates.crt")
                                     << QStringLiteral("certificate of .* could not be verified");
    QTest::newRow("missing authority")
        << QStringLiteral("ssl-ca=/no/such/file.pem") << QStringLiteral("could not be verified");
    QTest::newRow("other host name")
        << QStringLiteral("ssl-mode=verify-identity&ssl-ca=") + certificate
        << QStringLiteral("could not be verified");
    QTest::newRow("contradiction") << QStringLiteral("ssl-mode=disabled&ssl-ca=") + certificate
                                   << QStringLiteral("leave one of the two out");
    QTest::newRow("unknown mode") << QStringLiteral("ssl-mode=perhaps")
                                  << QStringLiteral("can be disabled, required");
}

void TestMariaDbBadInput::tlsUsed()
{
    QFETCH(QString, parameters);
    QFETCH(QString, sentence);
    if (qEnvironmentVariableIsEmpty("CADASTRE_TEST_CERTIFICATE"))
        QSKIP("The test server offers no TLS: openssl is not installed.");
    ReadOptions options;
    options.schemas = {QStringLiteral("no_such_database")};
    const QString url = *serverUrl(Engine::MariaDb) + QLatin1Char('?') + parameters;
    const Result<ReadResult> read = readUrl(url, {}, options);
    if (!sentence.isEmpty()) {
        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(QRegularExpression(sentence)),
                 qPrintable(read.error().message + read.error().detail));
        return;
    }
    QVERIFY2(read.has_value(), qPrintable(sentenceOf(read)));
    QVERIFY2(read->transportSecurity.startsWith(QLatin1String("TLS")),
             qPrintable(read->transportSecurity));
}

void TestMariaDbBadInput::connectionKilled()
{
    MariaDbTestDatabase database(QStringLiteral("killed"));
    QCOMPARE(database.execute("CREATE TABLE t (id INT)"), QString());
    MariaDbSession admin(database.serverUrl());
    const QString own = database.session().value("SELECT CONNECTION_ID()");
    ReadControl control;
    control.onProgress = [&](const ReadProgress& progress) {
        if (progress.phase != CatalogKind::Columns)
            return;
        const QStringList connections =
            admin.column("SELECT ID FROM information_schema.PROCESSLIST WHERE ID <> " +
                         own.toLatin1() + " AND DB = '" + database.name().toUtf8() + "'");
        for (const QString& connection : connections)
            (void)admin.execute("KILL " + connection.toLatin1());
    };
    const auto read = readSource(*parseDatabaseAddress(database.url()), {}, {}, control);
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(QLatin1String("lost")), qPrintable(sentenceOf(read)));
}

void TestMariaDbBadInput::emptyDatabase()
{
    MariaDbTestDatabase database(QStringLiteral("empty"));
    const Catalog catalog = catalogOf(database.url());
    QCOMPARE(catalog.objects().schemas.size(), std::size_t(1));
    QVERIFY(catalog.objects().tables.empty());
    for (const KindReport& report : catalog.source(SourceId{0}).kinds)
        QVERIFY(report.state != ReadState::PartlyRead && report.state != ReadState::NotRead);
}

void TestMariaDbBadInput::hostileNames()
{
    const QStringList names{QStringLiteral("a.b"),
                            QStringLiteral("we\"ird"),
                            QStringLiteral("back`tick"),
                            QStringLiteral("it's"),
                            QStringLiteral("<b>|&\\n"),
                            QStringLiteral("line\nbreak"),
                            QStringLiteral("שלום עולם"),
                            QStringLiteral("select"),
                            QStringLiteral("%s; DROP TABLE x; --"),
                            QString(64, QChar(0x00e4))};
    const QString database = uniqueDatabaseName(QStringLiteral("we\"ird `db'.x"));
    const QByteArray quoted = quotedName(database).toUtf8();
    MariaDbSession session(*serverUrl(Engine::MariaDb));
    QCOMPARE(session.execute("CREATE DATABASE " + quoted + " CHARACTER SET utf8mb4; USE " + quoted),
             QString());
    QString script;
    for (const QString& name : names) {
        script += QStringLiteral("CREATE TABLE %1 (%1 INT PRIMARY KEY COMMENT 'é''\\\\', "
                                 "parent INT, CONSTRAINT FOREIGN KEY (parent) REFERENCES %1 (%1)) "
                                 "DEFAULT CHARSET=utf8mb4 COMMENT 'x';")
                      .arg(quotedName(name));
    }
    const QString failure = session.execute(script.toUtf8());
    const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(database));
    const Catalog catalog = catalogOf(urlWithDatabase(*serverUrl(Engine::MariaDb), encoded));
    QCOMPARE(session.execute("DROP DATABASE " + quoted), QString());
    QCOMPARE(failure, QString());
    QCOMPARE(catalog.source(SourceId{0}).defaultSchema, database);
    QCOMPARE(catalog.objects().tables.size(), std::size_t(names.size()));
    for (const Table& table : catalog.objects().tables) {
        QVERIFY2(names.contains(table.name), qPrintable(table.name));
        const TableId id{static_cast<std::int32_t>(&table - catalog.objects().tables.data())};
        QCOMPARE(catalog.columnsOf(id).front().name, table.name);
        QCOMPARE(catalog.columnsOf(id).front().comment.text, QStringLiteral("é'\\"));
        QCOMPARE(catalog.foreignKeysTo(id).size(), std::size_t(1));
    }
}

void TestMariaDbBadInput::manyColumns()
{
    MariaDbTestDatabase database(QStringLiteral("wide"));
    QByteArray script = "CREATE TABLE wide (c0 INT";
    for (int i = 1; i < 1017; ++i)
        script += ", c" + QByteArray::number(i) + " TINYINT";
    QCOMPARE(database.execute(script + ")"), QString());
    const Catalog catalog = catalogOf(database.url());
    QCOMPARE(catalog.columnsOf(TableId{0}).size(), std::size_t(1017));
    QCOMPARE(catalog.columnsOf(TableId{0})[1016].name, QStringLiteral("c1016"));
}

void TestMariaDbBadInput::brokenViews()
{
    MariaDbTestDatabase database(QStringLiteral("broken"));
    QCOMPARE(database.execute(
                 "CREATE TABLE gone (id INT); CREATE TABLE kept (id INT, lost INT);"
                 "CREATE FUNCTION forgotten(a INT) RETURNS INT RETURN a;"
                 "CREATE VIEW no_table AS SELECT id FROM gone;"
                 "CREATE VIEW no_column AS SELECT lost FROM kept;"
                 "CREATE VIEW no_function AS SELECT forgotten(id) AS f FROM kept;"
                 "CREATE VIEW on_broken AS SELECT * FROM no_table;"
                 "CREATE DEFINER = 'nobody'@'nowhere' VIEW no_definer AS SELECT id FROM kept;"
                 "CREATE DEFINER = 'nobody'@'nowhere' SQL SECURITY INVOKER VIEW sound AS SELECT id "
                 "FROM kept;"
                 "DROP TABLE gone; DROP FUNCTION forgotten; ALTER TABLE kept DROP lost"),
             QString());
    const Catalog catalog = catalogOf(database.url());
    const QString db = database.name();
    const auto reason = [&catalog](const char* name) {
        return tableAt(catalog, QString::fromLatin1(name)).broken.value_or(QString());
    };
    QCOMPARE(reason("no_table"), db + QStringLiteral(".gone does not exist."));
    QCOMPARE(reason("no_column"), db + QStringLiteral(".kept.lost does not exist."));
    QCOMPARE(reason("no_function"), db + QStringLiteral(".forgotten() does not exist."));
    QVERIFY(reason("on_broken").contains(QLatin1String("no_table")));
    QCOMPARE(reason("no_definer"), QStringLiteral("Its definer nobody@nowhere does not exist."));
    QCOMPARE(reason("sound"), QString());
    QCOMPARE(reason("kept"), QString());
    QCOMPARE(catalog.columnsOf(TableId{at(catalog, QStringLiteral("sound")).index}).size(),
             std::size_t(1));
    const KindReport* columns = catalog.kindReport(SourceId{0}, CatalogKind::Columns);
    QVERIFY(columns && columns->state == ReadState::PartlyRead);
}

void TestMariaDbBadInput::lockedTable()
{
    MariaDbTestDatabase database(QStringLiteral("locked"));
    QCOMPARE(
        database.execute("CREATE TABLE a_locked (id INT); CREATE TABLE b_used (id INT); INSERT "
                         "INTO b_used VALUES (1); CREATE TABLE free (id INT, KEY k (id));"
                         "CREATE VIEW on_locked AS SELECT id FROM a_locked"),
        QString());
    // a rename of two tables holds the first exclusively while it waits for the second
    MariaDbSession reader(database.url());
    QCOMPARE(reader.execute("BEGIN; SELECT * FROM b_used"), QString());
    MariaDbSession renamer(database.url());
    renamer.send("RENAME TABLE a_locked TO a_new, b_used TO b_new");
    QTRY_VERIFY(database.session()
                    .value("SELECT STATE FROM information_schema.PROCESSLIST WHERE INFO LIKE "
                           "'RENAME TABLE a_locked%'")
                    .contains(QLatin1String("metadata lock")));
    QElapsedTimer timer;
    timer.start();
    const Catalog catalog = catalogOf(database.url());
    const qint64 elapsedMs = timer.elapsed();
    QCOMPARE(reader.execute("COMMIT"), QString());
    QVERIFY2(elapsedMs < 8000, qPrintable(QString::number(elapsedMs)));
    const Table& locked = tableAt(catalog, QStringLiteral("a_locked"));
    QVERIFY(locked.notRead.has_value());
    QVERIFY2(locked.notRead->contains(QLatin1String("locked by another session")),
             qPrintable(*locked.notRead));
    QVERIFY(locked.comment.isEmpty());
    QVERIFY(tableAt(catalog, QStringLiteral("on_locked")).notRead.has_value());
    QVERIFY(!tableAt(catalog, QStringLiteral("free")).notRead);
    QVERIFY(!tableAt(catalog, QStringLiteral("b_used")).notRead);
    QCOMPARE(catalog.indexesOf(TableId{at(catalog, QStringLiteral("free")).index}).size(),
             std::size_t(1));
    const KindReport* tables = catalog.kindReport(SourceId{0}, CatalogKind::Tables);
    QVERIFY(tables && tables->state == ReadState::PartlyRead);
    QCOMPARE(tables->missingObjects.size(), std::size_t(2));
}

void TestMariaDbBadInput::lockTablesIsNoObstacle()
{
    MariaDbTestDatabase database(QStringLiteral("locktables"));
    QCOMPARE(database.execute("CREATE TABLE t (id INT COMMENT 'c'); LOCK TABLES t WRITE"),
             QString());
    const Catalog catalog = catalogOf(database.url());
    QCOMPARE(database.execute("UNLOCK TABLES"), QString());
    QVERIFY(!tableAt(catalog, QStringLiteral("t")).notRead);
    QCOMPARE(catalog.columnsOf(TableId{0}).size(), std::size_t(1));
}

void TestMariaDbBadInput::noPermissionOnHalf()
{
    MariaDbTestDatabase database(QStringLiteral("half"));
    const QByteArray user = "'half_" + database.name().right(10).toUtf8() + "'@'127.0.0.1'";
    QCOMPARE(database.execute(
                 "CREATE TABLE mine (id INT PRIMARY KEY, p INT, secret INT, FOREIGN KEY "
                 "(p) REFERENCES mine (id) ON DELETE CASCADE);"
                 "CREATE TABLE theirs (id INT); CREATE VIEW v AS SELECT id FROM mine;"
                 "CREATE TRIGGER g BEFORE INSERT ON mine FOR EACH ROW SET NEW.p = 1;"
                 "CREATE USER " +
                 user + "; GRANT SELECT ON mine TO " + user + "; GRANT SELECT ON v TO " + user),
             QString());
    const QString name = QString::fromUtf8(user).section(QLatin1Char('\''), 1, 1);
    const Result<ReadResult> read = readUrl(urlWithUser(database.url(), name));
    const QString cleaned = database.execute("DROP USER " + user);
    QCOMPARE(cleaned, QString());
    QVERIFY2(read.has_value(), qPrintable(sentenceOf(read)));
    const Catalog catalog = mergeSources({read->catalog});
    QCOMPARE(catalog.objects().tables.size(), std::size_t(2));
    QVERIFY(tableAt(catalog, QStringLiteral("v")).notRead.has_value());
    for (const CatalogKind kind : {CatalogKind::Tables, CatalogKind::Triggers, CatalogKind::Roles,
                                   CatalogKind::Grants, CatalogKind::Constraints}) {
        const KindReport* report = catalog.kindReport(SourceId{0}, kind);
        QVERIFY2(report && report->state == ReadState::PartlyRead,
                 qPrintable(catalogKindName(kind)));
        QVERIFY(!report->reason.isEmpty());
    }
    const TableId mine{at(catalog, QStringLiteral("mine")).index};
    QCOMPARE(catalog.foreignKeysTo(mine).size(), std::size_t(1));
    QVERIFY(catalog.constraint(catalog.foreignKeysTo(mine).front()).notRead.has_value());
    QVERIFY(catalog.kindReport(SourceId{0}, CatalogKind::Columns)->state == ReadState::Read);
}

void TestMariaDbBadInput::viewDroppedMeanwhile()
{
    MariaDbTestDatabase database(QStringLiteral("dropped"));
    QCOMPARE(database.execute("CREATE TABLE t (id INT); CREATE VIEW v AS SELECT id FROM t"),
             QString());
    ReadControl control;
    bool dropped = false;
    control.onProgress = [&](const ReadProgress& progress) {
        if (progress.phase != CatalogKind::Columns || dropped)
            return;
        dropped = true;
        QCOMPARE(database.execute("DROP VIEW v"), QString());
    };
    const auto read = readSource(*parseDatabaseAddress(database.url()), {}, {}, control);
    QVERIFY2(read.has_value(), qPrintable(sentenceOf(read)));
    QVERIFY(dropped);
    QCOMPARE(read->catalog->objects.tables.size(), std::size_t(1));
    QVERIFY(!read->catalog->source().changedWhileReading);
}

void TestMariaDbBadInput::changedAgainAndAgain()
{
    MariaDbTestDatabase database(QStringLiteral("changing"));
    ReadControl control;
    int tables = 0;
    control.onProgress = [&](const ReadProgress& progress) {
        if (progress.phase == CatalogKind::Columns)
            QCOMPARE(
                database.execute("CREATE TABLE t" + QByteArray::number(tables++) + " (id INT)"),
                QString());
    };
    const auto read = readSource(*parseDatabaseAddress(database.url()), {}, {}, control);
    QVERIFY2(read.has_value(), qPrintable(sentenceOf(read)));
    QCOMPARE(tables, 2);
    QVERIFY(read->catalog->source().changedWhileReading);
}

QTEST_GUILESS_MAIN(TestMariaDbBadInput)
#include "tst_mariadb_bad_input.moc"

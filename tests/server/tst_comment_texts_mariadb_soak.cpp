// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Random comments on objects of random names, with the server's own backslash mode one way and the
// other: every text is read back as it was sent, nothing else changes, and when all of them are
// taken back every definition is the same bytes as before.
#include "model/dialect/mariadb_create_table.h"
#include "tests/server/mariadb_comment_objects.h"
#include "tests/support/soak.h"

#include <QElapsedTimer>
#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

namespace {

constexpr int editsPerRound = 40;

/// A table's definition without all of its comments; of other objects nothing.
QByteArray bareTable(const QString& kindAndName, const QString& definition)
{
    if (!kindAndName.startsWith(QLatin1String("TABLE ")))
        return {};
    const auto table =
        mariadb::parseCreateTable(definition.toUtf8(), mariadb::BackslashMode::Escapes);
    if (!table)
        qFatal("cannot read %s", qPrintable(definition));
    mariadb::CommentedParts parts{true, {}, {}};
    for (const mariadb::TableItem& item : table->items) {
        if (item.kind == mariadb::TableItemKind::Column)
            parts.columns << item.name;
        else if (item.kind == mariadb::TableItemKind::Index)
            parts.indexes << item.name;
    }
    return mariadb::withoutComments(*table, parts);
}

} // namespace

class TestCommentTextsMariaDbSoak : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomTexts_data();
    void randomTexts();
    void manyInOneBatch();
    void readOnlyServerIsLeftAlone();
    void cleanupTestCase();

private:
    void writeRound(MariaDbTestDatabase& database, RandomComments& random);
    void takeAllBack(MariaDbTestDatabase& database);

    std::map<ObjectKey, QString> m_first; ///< of every object that was written to
    int m_edits = 0;
};

void TestCommentTextsMariaDbSoak::cleanupTestCase()
{
    const Result<QString> server = serverUrl(Engine::MariaDb);
    if (!server)
        return;
    MariaDbSession admin(*server);
    QCOMPARE(admin.execute("SET GLOBAL sql_mode = DEFAULT, GLOBAL read_only = 0"), QString());
}

void TestCommentTextsMariaDbSoak::randomTexts_data()
{
    QTest::addColumn<QByteArray>("mode");
    QTest::newRow("backslashes escape") << QByteArray("STRICT_ALL_TABLES");
    QTest::newRow("backslashes are plain")
        << QByteArray("NO_BACKSLASH_ESCAPES,ANSI_QUOTES,PIPES_AS_CONCAT,STRICT_ALL_TABLES");
}

void TestCommentTextsMariaDbSoak::writeRound(MariaDbTestDatabase& database, RandomComments& random)
{
    const auto catalog = catalogAt(database.url());
    const std::vector<ObjectRef> objects = commentedObjects(*catalog);
    std::map<ObjectKey, CommentEdit> edits;
    while (edits.size() < editsPerRound) {
        const ObjectRef object =
            objects[static_cast<std::size_t>(random.number(static_cast<int>(objects.size())))];
        const CommentEdit edit = commentEditOf(*catalog, object, textFor(*catalog, object, random));
        edits.insert_or_assign(edit.key, edit);
    }
    std::vector<CommentEdit> list;
    for (const auto& [key, edit] : edits) {
        list.push_back(edit);
        m_first.try_emplace(key, edit.before);
    }
    const auto report = writeTo(database.url(), writeRequest(catalog, list));
    QVERIFY2(report, qPrintable(outcomesOf(report).join(QLatin1Char('\n'))));
    for (const CommentWrite& write : report->writes) {
        const bool isFine =
            write.outcome == WriteOutcome::Written ||
            (write.outcome == WriteOutcome::Unchanged && write.edit.before == write.edit.after);
        QVERIFY2(isFine, qPrintable(write.edit.key.toString() + write.reason));
    }
    const auto now = catalogAt(database.url());
    for (const ObjectRef object : objects) {
        const ObjectKey key = catalog->keyOf(object);
        const auto edit = edits.find(key);
        const QString expected =
            edit == edits.end() ? catalog->base(object).comment.text : edit->second.after;
        QCOMPARE(now->base(*now->find(key)).comment.text, expected);
    }
    m_edits += static_cast<int>(list.size());
}

void TestCommentTextsMariaDbSoak::takeAllBack(MariaDbTestDatabase& database)
{
    const auto catalog = catalogAt(database.url());
    std::vector<CommentEdit> edits;
    for (const auto& [key, text] : m_first)
        edits.push_back(commentEditOf(*catalog, *catalog->find(key), text));
    const auto report = writeTo(database.url(), writeRequest(catalog, edits));
    QVERIFY(report);
    for (const CommentWrite& write : report->writes)
        QVERIFY2(write.outcome == WriteOutcome::Written || write.outcome == WriteOutcome::Unchanged,
                 qPrintable(write.edit.key.toString() + write.reason));
}

void TestCommentTextsMariaDbSoak::randomTexts()
{
    QFETCH(QByteArray, mode);
    const Result<QString> server = serverUrl(Engine::MariaDb);
    QVERIFY2(server, "no server");
    QCOMPARE(MariaDbSession(*server).execute("SET GLOBAL sql_mode = '" + mode + "'"), QString());
    m_first.clear();
    m_edits = 0;
    RandomComments random(soakSeed());
    MariaDbTestDatabase database(QStringLiteral("texts"));
    const QString error = makeCommentObjects(database, random, 10);
    QVERIFY2(error.isEmpty(), qPrintable(error));
    // what the proof reads with is this session's
    QCOMPARE(database.execute("SET SESSION sql_mode = ''"), QString());
    const auto before = definitionsOf(database);
    const int rounds = soakCount(4000, 120) / editsPerRound;
    for (int round = 0; round < rounds; ++round) {
        writeRound(database, random);
        if (QTest::currentTestFailed())
            return;
        const auto now = definitionsOf(database);
        QCOMPARE(now.size(), before.size());
        for (const auto& [name, definition] : now)
            QCOMPARE(bareTable(name, definition), bareTable(name, before.at(name)));
    }
    takeAllBack(database);
    if (QTest::currentTestFailed())
        return;
    const auto now = definitionsOf(database);
    for (const auto& [name, definition] : before)
        QCOMPARE(now.at(name), definition);
    qInfo("%d edits", m_edits);
}

void TestCommentTextsMariaDbSoak::manyInOneBatch()
{
    const int tables = soakCount(500, 25);
    constexpr int columns = 9; // and the table itself
    MariaDbTestDatabase database(QStringLiteral("batch"));
    QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
    for (int i = 0; i < tables; ++i) {
        QByteArray script = "CREATE TABLE t" + QByteArray::number(i) + " (c0 INT";
        for (int c = 1; c < columns; ++c)
            script += ", c" + QByteArray::number(c) + " VARCHAR(20) DEFAULT 'x'";
        QCOMPARE(database.execute(script + ')'), QString());
    }
    const auto catalog = catalogAt(database.url());
    std::vector<CommentEdit> edits;
    for (const ObjectRef object : commentedObjects(*catalog)) {
        if (object.kind != ObjectKind::Schema)
            edits.push_back(commentEditOf(*catalog, object, QStringLiteral("What this is for")));
    }
    QCOMPARE(edits.size(), static_cast<std::size_t>(tables * (columns + 1)));
    CommentWriteRequest request = writeRequest(catalog, edits);
    int told = 0;
    request.onProgress = [&told](int done, int) { told = done; };
    QElapsedTimer timer;
    timer.start();
    const auto report = writeTo(database.url(), request);
    const qint64 ours = timer.restart();
    QCOMPARE(countsOf(*report), QStringLiteral("written %1").arg(edits.size()));
    QCOMPARE(told, static_cast<int>(edits.size()));
    for (int i = 0; i < tables; ++i) {
        const QByteArray table = "ALTER TABLE t" + QByteArray::number(i);
        QByteArray script = table + " COMMENT = 'x', ALGORITHM=INSTANT; " + table +
                            " MODIFY c0 INT COMMENT 'x', ALGORITHM=INSTANT; ";
        for (int c = 1; c < columns; ++c)
            script += table + " MODIFY c" + QByteArray::number(c) +
                      " VARCHAR(20) DEFAULT 'x' COMMENT 'x', ALGORITHM=INSTANT; ";
        QCOMPARE(database.execute(script.chopped(2)), QString());
    }
    const qint64 plain = timer.elapsed();
    qInfo("%zu comments of %d tables: %lld ms; as plain ALTERs, one each: %lld ms", edits.size(),
          tables, static_cast<long long>(ours), static_cast<long long>(plain));
}

void TestCommentTextsMariaDbSoak::readOnlyServerIsLeftAlone()
{
    MariaDbTestDatabase database(QStringLiteral("readonly"));
    QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
    QCOMPARE(database.execute("CREATE TABLE t (a INT); SET GLOBAL read_only = 1"), QString());
    const auto catalog = catalogAt(database.url());
    const auto report =
        writeTo(database.url(),
                writeRequest(catalog, {commentEditOf(*catalog, TableId{0}, QStringLiteral("x"))}));
    QCOMPARE(database.execute("SET GLOBAL read_only = 0"), QString());
    QVERIFY(!report);
    QVERIFY(report.error().message.contains(QLatin1String("read_only")));
    QVERIFY(isAsBefore(*catalogAt(database.url()), *catalog));
}

QTEST_GUILESS_MAIN(TestCommentTextsMariaDbSoak)
#include "tst_comment_texts_mariadb_soak.moc"

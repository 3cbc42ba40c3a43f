// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Tables with every feature that a column, an index or a table can have: a comment is written on
// each object and taken back, one by one and all at once. SHOW CREATE TABLE is the same bytes then,
// what it does not show too, and so are the rows.
#include "tests/server/comment_writing.h"
#include "tests/server/mariadb_test_database.h"
#include "tests/server/mariadb_torture_tables.h"

#include "model/notes/comment_home.h"

#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

namespace {

/// What a comment must not change.
struct Proof
{
    QString definition;
    QString rows;
    QStringList hidden;     ///< defaults in bytes, reference systems
    QStringList statistics; ///< collected by ANALYZE .. PERSISTENT

    bool operator==(const Proof&) const = default;
};

QString randomText(int number)
{
    return QStringLiteral("It's \\ no. %1\n@values 1=a, 2=\"b\" `c` COMMENT 'x' CHECK (1) € ?\r\n ")
        .arg(number);
}

} // namespace

class TestMariaDbCommentTorture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void eachAlone();
    void allAtOnce();
    void stubbornOnesAreRefused();
    void stubbornOnesByCopy();
    void oddOnes();

private:
    static QString prepare(MariaDbTestDatabase& database, const QByteArray& tables);
    static Proof proofOf(MariaDbTestDatabase& database, const QString& table);
    static std::map<QString, Proof> proofsOf(MariaDbTestDatabase& database);
    static std::vector<ObjectRef> objectsOf(const Catalog& catalog);
    static QString differences(const std::map<QString, Proof>& before,
                               const std::map<QString, Proof>& after);
    static std::vector<CommentEdit> reversed(const std::vector<CommentEdit>& edits);
};

void TestMariaDbCommentTorture::initTestCase()
{
    const Result<QString> server = serverUrl(Engine::MariaDb);
    QVERIFY2(server, "no server");
}

QString TestMariaDbCommentTorture::prepare(MariaDbTestDatabase& database, const QByteArray& tables)
{
    if (!database.error().isEmpty())
        return database.error();
    return database.execute("SET NAMES utf8mb4; SET sql_mode = ''; " + tables +
                            "SET sql_mode = DEFAULT");
}

Proof TestMariaDbCommentTorture::proofOf(MariaDbTestDatabase& database, const QString& table)
{
    MariaDbSession& session = database.session();
    const QByteArray name = '`' + table.toUtf8() + '`';
    const QByteArray place = "'" + database.name().toUtf8() + "' AND %1 = '" + table.toUtf8() + "'";
    const auto placed = [&place](const char* column) {
        QByteArray text = place;
        return text.replace("%1", column);
    };
    Proof proof;
    proof.rows = session.secondColumn("CHECKSUM TABLE " + name).value(0);
    proof.definition = session.secondColumn("SHOW CREATE TABLE " + name).value(0);
    proof.hidden = session.column("SELECT CONCAT(G_GEOMETRY_COLUMN, '=', SRID) FROM "
                                  "information_schema.GEOMETRY_COLUMNS WHERE "
                                  "G_TABLE_SCHEMA = " +
                                  placed("G_TABLE_NAME"));
    for (const QString& column : session.column(
             "SELECT COLUMN_NAME FROM information_schema.COLUMNS WHERE COLUMN_DEFAULT LIKE "
             "'\\'%?%' AND TABLE_SCHEMA = " +
             placed("TABLE_NAME"))) {
        const QByteArray value = "DEFAULT(" + name + ".`" + column.toUtf8() + "`)";
        proof.hidden += session.column("SELECT HEX(" + value + ") FROM (SELECT 1) o LEFT JOIN " +
                                       name + " ON FALSE");
    }
    proof.statistics = session.column(
        "SELECT column_name FROM mysql.column_stats WHERE db_name = " + placed("table_name"));
    return proof;
}

std::map<QString, Proof> TestMariaDbCommentTorture::proofsOf(MariaDbTestDatabase& database)
{
    std::map<QString, Proof> proofs;
    for (const QString& table : database.session().column(
             "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND "
             "TABLE_TYPE <> 'VIEW'"))
        proofs[table] = proofOf(database, table);
    return proofs;
}

std::vector<ObjectRef> TestMariaDbCommentTorture::objectsOf(const Catalog& catalog)
{
    std::vector<ObjectRef> refs;
    const CatalogObjects& objects = catalog.objects();
    const auto add = [&](ObjectKind kind, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            const ObjectRef ref(kind, static_cast<std::int32_t>(i));
            if (commentHomeOf(catalog, ref).place == CommentPlace::Database)
                refs.push_back(ref);
        }
    };
    add(ObjectKind::Table, objects.tables.size());
    add(ObjectKind::Column, objects.columns.size());
    add(ObjectKind::Index, objects.indexes.size());
    add(ObjectKind::Other, objects.others.size());
    return refs;
}

QString TestMariaDbCommentTorture::differences(const std::map<QString, Proof>& before,
                                               const std::map<QString, Proof>& after)
{
    for (const auto& [table, proof] : before) {
        const auto found = after.find(table);
        if (found == after.end())
            return table + QStringLiteral(" is gone");
        const Proof& now = found->second;
        if (proof.definition != now.definition)
            return table + QStringLiteral(":\n") + proof.definition + QStringLiteral("\n-> ") +
                   now.definition;
        if (proof.rows != now.rows)
            return table + QStringLiteral(": rows ") + proof.rows + QStringLiteral(" -> ") +
                   now.rows;
        if (!(proof == now))
            return table + QStringLiteral(": ") + proof.hidden.join(QLatin1Char(' ')) +
                   QStringLiteral(" -> ") + now.hidden.join(QLatin1Char(' ')) +
                   QStringLiteral("; statistics of %1 -> %2")
                       .arg(proof.statistics.size())
                       .arg(now.statistics.size());
    }
    return {};
}

std::vector<CommentEdit> TestMariaDbCommentTorture::reversed(const std::vector<CommentEdit>& edits)
{
    std::vector<CommentEdit> back;
    for (const CommentEdit& edit : edits)
        back.push_back({edit.key, edit.after, edit.before});
    return back;
}

void TestMariaDbCommentTorture::eachAlone()
{
    MariaDbTestDatabase database(QStringLiteral("torture"), "DEFAULT CHARSET=utf8mb4");
    const QString error = prepare(database, plainTables);
    QVERIFY2(error.isEmpty(), qPrintable(error));
    const auto before = proofsOf(database);
    const auto catalog = catalogAt(database.url());
    int number = 0;
    for (const ObjectRef object : objectsOf(*catalog)) {
        const std::vector<CommentEdit> edits{commentEditOf(*catalog, object, randomText(++number))};
        const QString key = edits[0].key.toString();
        const QStringList there = outcomesOf(writeTo(database.url(), writeRequest(catalog, edits)));
        QVERIFY2(there == QStringList{QStringLiteral("written")},
                 qPrintable(key + QLatin1Char('\n') + there.join(QLatin1Char('\n'))));
        const QStringList back =
            outcomesOf(writeTo(database.url(), writeRequest(catalog, reversed(edits))));
        QVERIFY2(back == QStringList{QStringLiteral("written")},
                 qPrintable(key + QLatin1Char('\n') + back.join(QLatin1Char('\n'))));
    }
    const QString differs = differences(before, proofsOf(database));
    QVERIFY2(differs.isEmpty(), qPrintable(differs));
    QVERIFY(number > 100);
}

void TestMariaDbCommentTorture::allAtOnce()
{
    MariaDbTestDatabase database(QStringLiteral("torture"), "DEFAULT CHARSET=utf8mb4");
    const QString error = prepare(database, plainTables);
    QVERIFY2(error.isEmpty(), qPrintable(error));
    QCOMPARE(database.execute("ANALYZE TABLE everything PERSISTENT FOR COLUMNS ALL INDEXES ()"),
             QString());
    const auto before = proofsOf(database);
    QVERIFY(before.at(QStringLiteral("everything")).statistics.size() > 20);
    const auto catalog = catalogAt(database.url());
    std::vector<CommentEdit> edits;
    for (const ObjectRef object : objectsOf(*catalog))
        edits.push_back(
            commentEditOf(*catalog, object, randomText(static_cast<int>(edits.size()))));
    const auto there = writeTo(database.url(), writeRequest(catalog, edits));
    QVERIFY2(there, qPrintable(outcomesOf(there).join(QLatin1Char('\n'))));
    QCOMPARE(countsOf(*there), QStringLiteral("written %1").arg(edits.size()));
    const auto commented = catalogAt(database.url());
    for (const CommentEdit& edit : edits)
        QCOMPARE(commented->base(*commented->find(edit.key)).comment.text, edit.after);
    const auto back = writeTo(database.url(), writeRequest(catalog, reversed(edits)));
    QCOMPARE(countsOf(*back), QStringLiteral("written %1").arg(edits.size()));
    const QString differs = differences(before, proofsOf(database));
    QVERIFY2(differs.isEmpty(), qPrintable(differs));
}

void TestMariaDbCommentTorture::stubbornOnesAreRefused()
{
    MariaDbTestDatabase database(QStringLiteral("torture"), "DEFAULT CHARSET=utf8mb4");
    const QString error = prepare(database, stubbornTables);
    QVERIFY2(error.isEmpty(), qPrintable(error));
    const auto before = proofsOf(database);
    const auto catalog = catalogAt(database.url());
    std::vector<CommentEdit> edits;
    for (const ObjectRef object : objectsOf(*catalog))
        edits.push_back(
            commentEditOf(*catalog, object, randomText(static_cast<int>(edits.size()))));
    const auto report = writeTo(database.url(), writeRequest(catalog, edits));
    QVERIFY(report);
    QStringList refused;
    std::vector<CommentEdit> written;
    for (const CommentWrite& write : report->writes) {
        if (write.outcome == WriteOutcome::Written)
            written.push_back(write.edit);
        else if (write.outcome == WriteOutcome::Refused && !write.reason.isEmpty())
            refused << write.edit.key.parts.mid(1).join(QLatin1Char('.'));
    }
    QCOMPARE(refused.size() + static_cast<qsizetype>(written.size()),
             static_cast<qsizetype>(edits.size()));
    for (const char* name : {"stored.b", "stored.c", "indexed_virtual.c", "words.f", "words.g",
                             "versioned", "versioned.a", "versioned.b", "versioned2.s", "hashed.a",
                             "nojson.j", "isamkeys.a", "faces.e", "faces.s"})
        QVERIFY2(refused.contains(QLatin1String(name)), name);
    for (const char* name :
         {"stored", "stored.a", "stored.e", "words", "words.w", "nojson", "faces.n"})
        QVERIFY2(!refused.contains(QLatin1String(name)), name);
    const auto back = writeTo(database.url(), writeRequest(catalog, reversed(written)));
    QCOMPARE(countsOf(*back), QStringLiteral("written %1").arg(written.size()));
    const QString differs = differences(before, proofsOf(database));
    QVERIFY2(differs.isEmpty(), qPrintable(differs));
}

void TestMariaDbCommentTorture::stubbornOnesByCopy()
{
    MariaDbTestDatabase database(QStringLiteral("torture"), "DEFAULT CHARSET=utf8mb4");
    const QString error = prepare(database, stubbornTables);
    QVERIFY2(error.isEmpty(), qPrintable(error));
    const auto before = proofsOf(database);
    const QStringList history = database.session().column(
        "SELECT CONCAT(a, row_start, row_end) FROM versioned FOR SYSTEM_TIME ALL ORDER BY 1");
    const auto catalog = catalogAt(database.url());
    std::vector<CommentEdit> written;
    QStringList refused;
    for (const ObjectRef object : objectsOf(*catalog)) {
        CommentWriteRequest request = writeRequest(
            catalog, {commentEditOf(*catalog, object, randomText(static_cast<int>(object.index)))});
        request.allowCopy = true;
        const auto there = writeTo(database.url(), request);
        QVERIFY(there);
        if (there->writes[0].outcome == WriteOutcome::Written)
            written.push_back(request.edits[0]);
        else
            refused << request.edits[0].key.parts.mid(1).join(QLatin1Char('.')) + QLatin1Char(' ') +
                           outcomesOf(there).join(QString());
    }
    refused.sort();
    QCOMPARE(refused.size(), 4);
    QVERIFY(refused[0].startsWith(QLatin1String("faces.e refused: The list of values")));
    QVERIFY(refused[1].startsWith(QLatin1String("faces.s refused: The list of values")));
    QVERIFY(refused[2].startsWith(QLatin1String("versioned2.e refused: ")));
    QVERIFY(refused[3].startsWith(QLatin1String("versioned2.s refused: ")));
    for (const CommentEdit& edit : written) {
        CommentWriteRequest request = writeRequest(catalog, reversed({edit}));
        request.allowCopy = true;
        const auto back = writeTo(database.url(), request);
        QVERIFY2(outcomesOf(back) == QStringList{QStringLiteral("written")},
                 qPrintable(edit.key.toString() + outcomesOf(back).join(QString())));
    }
    const QString differs = differences(before, proofsOf(database));
    QVERIFY2(differs.isEmpty(), qPrintable(differs));
    QCOMPARE(database.session().column("SELECT CONCAT(a, row_start, row_end) FROM versioned FOR "
                                       "SYSTEM_TIME ALL ORDER BY 1"),
             history);
    QVERIFY(written.size() > 20);
}

void TestMariaDbCommentTorture::oddOnes()
{
    MariaDbTestDatabase database(QStringLiteral("torture"), "DEFAULT CHARSET=utf8mb4");
    const QString error = prepare(database, oddTables);
    QVERIFY2(error.isEmpty(), qPrintable(error));
    const auto before = proofsOf(database);
    QCOMPARE(before.at(QStringLiteral("bits")).hidden.size(), 2);
    const auto catalog = catalogAt(database.url());
    std::vector<CommentEdit> edits;
    for (const ObjectRef object : objectsOf(*catalog))
        edits.push_back(
            commentEditOf(*catalog, object, randomText(static_cast<int>(edits.size()))));
    const auto report = writeTo(database.url(), writeRequest(catalog, edits));
    QVERIFY(report);
    QStringList refused;
    std::vector<CommentEdit> written;
    for (const CommentWrite& write : report->writes) {
        if (write.outcome == WriteOutcome::Written) {
            written.push_back(write.edit);
            continue;
        }
        QCOMPARE(write.outcome, WriteOutcome::Refused);
        QVERIFY(!write.reason.isEmpty());
        refused << write.edit.key.parts.mid(1).join(QLatin1Char('.')) + QLatin1String(": ") +
                       write.reason;
    }
    QVERIFY(written.size() > 40);
    QCOMPARE(refused.size(), 7); // history_parts, indexes of MyISAM, one that its own key needs
    QVERIFY(refused.filter(QStringLiteral("sequenced")).isEmpty()); // not possible under a lock
    QVERIFY(report->warnings.join(QLatin1Char(' ')).contains(QLatin1String("LOCK TABLES")));
    const auto back = writeTo(database.url(), writeRequest(catalog, reversed(written)));
    QCOMPARE(countsOf(*back), QStringLiteral("written %1").arg(written.size()));
    const QString differs = differences(before, proofsOf(database));
    QVERIFY2(differs.isEmpty(), qPrintable(differs));
}

QTEST_GUILESS_MAIN(TestMariaDbCommentTorture)
#include "tst_mariadb_comment_torture.moc"

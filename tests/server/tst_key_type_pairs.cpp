// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Every pair of types is tried on the servers themselves: what is called declarable must be taken,
// and what is refused must not be called declarable.
#include "model/relations/key_types.h"
#include "tests/server/mariadb_test_database.h"
#include "tests/server/postgresql_test_database.h"
#include "tests/server/read_source.h"

#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

class TestKeyTypePairs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void postgresqlTakesWhatIsDeclarable();
    void mariaDbTakesWhatIsDeclarable();
};

namespace {

const QList<QByteArray> postgresqlTypes{"smallint",
                                        "integer",
                                        "bigint",
                                        "numeric",
                                        "numeric(10,2)",
                                        "real",
                                        "double precision",
                                        "money",
                                        "oid",
                                        "boolean",
                                        "uuid",
                                        "text",
                                        "varchar(20)",
                                        "char(36)",
                                        "\"char\"",
                                        "name",
                                        "citext",
                                        "bytea",
                                        "date",
                                        "timestamp",
                                        "timestamptz",
                                        "timestamp(3)",
                                        "time",
                                        "timetz",
                                        "interval",
                                        "inet",
                                        "cidr",
                                        "macaddr",
                                        "bit(8)",
                                        "varbit",
                                        "jsonb",
                                        "integer[]",
                                        "bigint[]",
                                        "text[]",
                                        "varchar(20)[]",
                                        "int4range",
                                        "mood",
                                        "temper",
                                        "positive",
                                        "address",
                                        "pair"};

/// Fewer, as InnoDB makes a file with every attempt.
const QList<QByteArray> mariaDbTypes{"tinyint(1)",
                                     "tinyint",
                                     "tinyint unsigned",
                                     "int",
                                     "int(5)",
                                     "int unsigned",
                                     "bigint",
                                     "decimal(10,2)",
                                     "double",
                                     "uuid",
                                     "char(36)",
                                     "varchar(255)",
                                     "varchar(36) character set latin1",
                                     "varchar(36) collate utf8mb4_bin",
                                     "binary(16)",
                                     "varbinary(16)",
                                     "date",
                                     "mediumint",
                                     "datetime",
                                     "year",
                                     "enum('a','b')",
                                     "bit(1)"};

/// Tables p0, c0, p1, c1, ..: a parent with a key and a child of each type.
QByteArray tablesOf(const QList<QByteArray>& types)
{
    QByteArray script;
    for (qsizetype i = 0; i < types.size(); ++i) {
        const QByteArray n = QByteArray::number(i);
        script += "CREATE TABLE p" + n + " (id " + types[i] + " NOT NULL PRIMARY KEY);" +
                  "CREATE TABLE c" + n + " (id " + types[i] + " NULL);";
    }
    return script;
}

KeyTypeJudgement judgementOf(const Catalog& catalog, qsizetype child, qsizetype parent)
{
    const auto column = [&](const QString& table) {
        const auto found = catalog.resolve(QString(table + QStringLiteral(".id")));
        if (!found)
            qFatal("%s is not in the catalog", qPrintable(table));
        return ColumnId{found->index};
    };
    return judgeKeyTypes(catalog, column(QStringLiteral("c%1").arg(child)),
                         column(QStringLiteral("p%1").arg(parent)));
}

/// "CHILD PARENT" of each pair that the server took.
QSet<QString> takenByPostgres(PostgresTestDatabase& database, qsizetype count)
{
    const QByteArray last = QByteArray::number(count - 1);
    const QString error = database.execute(
        "CREATE TABLE taken (pair text); DO $$BEGIN FOR c IN 0 .. " + last +
        " LOOP FOR p IN 0 .. " + last +
        " LOOP BEGIN EXECUTE format('ALTER TABLE c%s ADD CONSTRAINT k FOREIGN KEY (id) REFERENCES "
        "p%s', c, p); EXECUTE format('ALTER TABLE c%s DROP CONSTRAINT k', c); INSERT INTO taken "
        "VALUES (c || ' ' || p); EXCEPTION WHEN OTHERS THEN NULL; END; END LOOP; END LOOP; END$$");
    if (!error.isEmpty())
        qFatal("%s", qPrintable(error));
    const QStringList taken = database.session().column("SELECT pair FROM taken");
    return {taken.begin(), taken.end()};
}

/// InnoDB looks at its own storage class only: these pairs are taken although their values do not
/// mean the same, or not in the same form.
bool isTakenByStorageAlone(const QByteArray& child, const QByteArray& parent)
{
    const auto storageOf = [](const QByteArray& type) {
        if (type.startsWith("enum") || type.startsWith("set") || type == "year" ||
            type == "tinyint unsigned")
            return 1; // an unsigned number of one byte
        if (type == "date" || type == "mediumint")
            return 2; // three bytes
        for (const char* start : {"decimal", "uuid", "binary", "varbinary", "datetime", "timestamp",
                                  "time", "bit", "inet6"}) {
            if (type.startsWith(start))
                return 3; // bytes
        }
        return 0;
    };
    return storageOf(child) != 0 && storageOf(child) == storageOf(parent);
}

/// Whether the server takes a key from a column of the one type to a column of the other.
bool doesMariaDbTake(MariaDbTestDatabase& database, qsizetype child, qsizetype parent)
{
    return database
        .execute("CREATE TABLE k (id " + mariaDbTypes[child] +
                 ", KEY (id), FOREIGN KEY (id) REFERENCES p" + QByteArray::number(parent) +
                 " (id)); DROP TABLE k;")
        .isEmpty();
}

QString wordsFor(const QByteArray& child, const QByteArray& parent, bool isTaken,
                 const KeyTypeJudgement& judgement)
{
    return QStringLiteral("%1 -> %2 is %3: %4")
        .arg(QString::fromLatin1(child), QString::fromLatin1(parent),
             isTaken ? QStringLiteral("taken") : QStringLiteral("refused"), judgement.reason);
}

} // namespace

void TestKeyTypePairs::postgresqlTakesWhatIsDeclarable()
{
    PostgresTestDatabase database(QStringLiteral("key_types"));
    QCOMPARE(database.error(), QString());
    QCOMPARE(database.execute(
                 "CREATE EXTENSION citext; CREATE TYPE mood AS ENUM ('a'); CREATE TYPE temper AS "
                 "ENUM ('a'); CREATE DOMAIN positive AS integer; CREATE DOMAIN address AS text; "
                 "CREATE TYPE pair AS (a int, b int);" +
                 tablesOf(postgresqlTypes)),
             QString());
    const auto read = readFrom({database.url(), {}, {}, {}});
    QVERIFY(read);
    const Catalog catalog = test::catalogOf(*read);
    const QSet<QString> taken = takenByPostgres(database, postgresqlTypes.size());
    QVERIFY(taken.size() > 100);
    for (qsizetype c = 0; c < postgresqlTypes.size(); ++c) {
        for (qsizetype p = 0; p < postgresqlTypes.size(); ++p) {
            const KeyTypeJudgement judgement = judgementOf(catalog, c, p);
            const bool isTaken = taken.contains(QStringLiteral("%1 %2").arg(c).arg(p));
            // a time of day turns into a span by itself, but nobody means one by the other
            if (postgresqlTypes[c] == "time" && postgresqlTypes[p] == "interval")
                continue;
            QVERIFY2(
                (judgement.fit == KeyTypeFit::Declarable) == isTaken,
                qPrintable(wordsFor(postgresqlTypes[c], postgresqlTypes[p], isTaken, judgement)));
        }
    }
}

void TestKeyTypePairs::mariaDbTakesWhatIsDeclarable()
{
    MariaDbTestDatabase database(QStringLiteral("key_types"), "CHARACTER SET utf8mb4");
    QCOMPARE(database.error(), QString());
    QCOMPARE(database.execute(tablesOf(mariaDbTypes)), QString());
    const Catalog catalog = test::catalogOf(database.url());
    int takenCount = 0;
    for (qsizetype c = 0; c < mariaDbTypes.size(); ++c) {
        for (qsizetype p = 0; p < mariaDbTypes.size(); ++p) {
            const KeyTypeJudgement judgement = judgementOf(catalog, c, p);
            const bool isDeclarable = judgement.fit == KeyTypeFit::Declarable;
            if (!isDeclarable && isTakenByStorageAlone(mariaDbTypes[c], mariaDbTypes[p]))
                continue;
            const bool isTaken = doesMariaDbTake(database, c, p);
            takenCount += isTaken ? 1 : 0;
            QVERIFY2(isDeclarable == isTaken,
                     qPrintable(wordsFor(mariaDbTypes[c], mariaDbTypes[p], isTaken, judgement)));
        }
    }
    QVERIFY(takenCount > static_cast<int>(mariaDbTypes.size()));
}

QTEST_GUILESS_MAIN(TestKeyTypePairs)
#include "tst_key_type_pairs.moc"

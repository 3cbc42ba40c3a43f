// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Crossing keys of real schemas with known owners, against what a direct query of the server
// counts. Needs a corpus: CADASTRE_CORPUS names a folder with NAME/schema.declared.sql (or
// schema.postgres.sql), NAME/boundaries.tsv (table, owner) and NAME/truth.tsv.
#include "model/boundaries/crossings/crossings.h"
#include "model/boundaries/import/owner_import.h"
#include "tests/server/postgresql_test_database.h"
#include "tests/server/read_source.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

class TestCrossingsInCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysAreWhatTheServerCounts_data();
    void keysAreWhatTheServerCounts();
};

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A dump without what only psql understands.
QByteArray scriptOf(const QString& path)
{
    QByteArray script;
    for (const QByteArray& line : contentOf(path).split('\n')) {
        if (!line.startsWith('\\'))
            script += line + '\n';
    }
    return script;
}

/// Rows of a file with tabs, without its head.
QList<QStringList> rowsOf(const QString& path)
{
    QList<QStringList> rows;
    for (const QByteArray& line : contentOf(path).split('\n')) {
        if (!line.isEmpty())
            rows << QString::fromUtf8(line).split(QLatin1Char('\t'));
    }
    if (!rows.isEmpty())
        rows.removeFirst();
    return rows;
}

/// "person.address", and for files that name tables without a schema "address".
QStringList namesOf(const Catalog& catalog, TableId table)
{
    const QString& name = catalog.table(table).name;
    return {QString(catalog.schema(catalog.table(table).schema).name + QLatin1Char('.') + name),
            name};
}

/// Owners by table.
QHash<QString, QString> ownersIn(const QString& folder)
{
    QHash<QString, QString> owners;
    for (const QStringList& row : rowsOf(folder + QStringLiteral("/boundaries.tsv")))
        owners.insert(row.value(0), row.value(1));
    return owners;
}

/// Counted by the server from its own catalog and a copy of the owners.
int keysCountedByServer(PostgresSession& session, const QHash<QString, QString>& owners)
{
    QByteArray script = "CREATE TEMPORARY TABLE owner_of (name text PRIMARY KEY, owner text);";
    for (auto it = owners.begin(); it != owners.end(); ++it) {
        const auto quoted = [](QString text) {
            return QByteArray("'" + text.replace(QLatin1Char('\''), QLatin1String("''")).toUtf8() +
                              "'");
        };
        script +=
            "INSERT INTO owner_of VALUES (" + quoted(it.key()) + "," + quoted(it.value()) + ");";
    }
    if (const QString error = session.execute(script); !error.isEmpty())
        qFatal("%s", qPrintable(error));
    return session
        .value("SELECT count(*) FROM pg_constraint k "
               "JOIN pg_class c ON c.oid = k.conrelid "
               "JOIN pg_namespace cn ON cn.oid = c.relnamespace "
               "JOIN pg_class p ON p.oid = k.confrelid "
               "JOIN pg_namespace pn ON pn.oid = p.relnamespace "
               "JOIN owner_of a ON a.name IN (c.relname, cn.nspname || '.' || c.relname) "
               "JOIN owner_of b ON b.name IN (p.relname, pn.nspname || '.' || p.relname) "
               "WHERE k.contype = 'f' AND k.conparentid = 0 AND a.owner <> b.owner")
        .toInt();
}

/// References of truth.tsv as confirmed ones; several columns are separated by commas.
std::vector<Relationship> trueRelationships(const Catalog& catalog, const QString& folder)
{
    QHash<QString, TableId> tables;
    for (std::size_t i = 0; i < catalog.objects().tables.size(); ++i) {
        const TableId table{static_cast<int>(i)};
        for (const QString& name : namesOf(catalog, table))
            tables.insert(name, table);
    }
    const auto columnsNamed = [&](TableId table, const QString& names) {
        std::vector<ColumnId> ids;
        for (const QString& name : names.split(QLatin1Char(','))) {
            int id = catalog.firstColumn(table).index;
            for (const Column& column : catalog.columnsOf(table)) {
                if (column.name == name.trimmed())
                    ids.push_back(ColumnId{id});
                ++id;
            }
        }
        return ids;
    };
    std::vector<Relationship> relationships;
    for (const QStringList& row : rowsOf(folder + QStringLiteral("/truth.tsv"))) {
        if (!tables.contains(row.value(0)) || !tables.contains(row.value(2)))
            continue;
        Relationship relationship;
        relationship.origin = RelationshipOrigin::Confirmed;
        relationship.child = tables[row.value(0)];
        relationship.childColumns = columnsNamed(relationship.child, row.value(1));
        const TableId parent = tables[row.value(2)];
        relationship.targets = {{parent, columnsNamed(parent, row.value(3)), {}}};
        if (!relationship.childColumns.empty())
            relationships.push_back(relationship);
    }
    return relationships;
}

/// By the owners' file alone: pairs of first column and parent whose owners differ.
int pairsInTruth(const QString& folder, const QHash<QString, QString>& owners)
{
    QSet<QString> pairs;
    for (const QStringList& row : rowsOf(folder + QStringLiteral("/truth.tsv"))) {
        const QString here = owners.value(row.value(0));
        const QString there = owners.value(row.value(2));
        if (!here.isEmpty() && !there.isEmpty() && here != there)
            pairs << QString(row.value(0) + QLatin1Char('.') +
                             row.value(1).section(QLatin1Char(','), 0, 0) + QLatin1Char('>') +
                             row.value(2));
    }
    return static_cast<int>(pairs.size());
}

int countOf(const std::vector<Crossing>& crossings, CrossingKind kind)
{
    return static_cast<int>(std::ranges::count(crossings, kind, &Crossing::kind));
}

} // namespace

void TestCrossingsInCorpus::keysAreWhatTheServerCounts_data()
{
    QTest::addColumn<QString>("folder");
    const QDir corpus(qEnvironmentVariable("CADASTRE_CORPUS"));
    if (!qEnvironmentVariableIsSet("CADASTRE_CORPUS"))
        QSKIP("CADASTRE_CORPUS names no folder of schemas with known owners.");
    for (const QString& name : corpus.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const QString folder = corpus.filePath(name);
        if (QFile::exists(folder + QStringLiteral("/boundaries.tsv")))
            QTest::newRow(qPrintable(name)) << folder;
    }
}

void TestCrossingsInCorpus::keysAreWhatTheServerCounts()
{
    QFETCH(QString, folder);
    PostgresTestDatabase database(QStringLiteral("corpus_crossings"));
    QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
    const QString declared = folder + QStringLiteral("/schema.declared.sql");
    QCOMPARE(database.execute(scriptOf(QFile::exists(declared)
                                           ? declared
                                           : folder + QStringLiteral("/schema.postgres.sql"))),
             QString());
    const Result<ReadResult> read = readFrom({database.url(), {}, {}, {}});
    QVERIFY2(read.has_value(), read ? "" : qPrintable(errorText(read.error())));
    const Catalog catalog = catalogOf(*read);
    const QHash<QString, QString> owners = ownersIn(folder);
    const auto imported = importOwners(contentOf(folder + QStringLiteral("/boundaries.tsv")),
                                       catalog, {}, QStringLiteral("boundaries.tsv"));
    QVERIFY2(imported.has_value(), imported ? "" : qPrintable(errorText(imported.error())));
    const Boundaries& boundaries = imported->boundaries;
    const Ownership ownership = ownershipOf(catalog, boundaries);
    const UseReading uses;

    const std::vector<Relationship> keys = declaredRelationships(catalog);
    const auto found = findCrossings({catalog, keys, uses, boundaries, ownership});
    const int counted = keysCountedByServer(database.session(), owners);
    const std::vector<Relationship> truth = trueRelationships(catalog, folder);
    const auto logical = findCrossings({catalog, truth, uses, boundaries, ownership});
    qInfo("%s: %d boundaries, %d foreign keys, %d cross (server: %d), %d cascade; true references: "
          "%d cross",
          qPrintable(QDir(folder).dirName()), static_cast<int>(boundaries.entries.size()),
          static_cast<int>(keys.size()), countOf(found, CrossingKind::ForeignKey), counted,
          countOf(found, CrossingKind::Cascade), countOf(logical, CrossingKind::Logical));
    QCOMPARE(countOf(found, CrossingKind::ForeignKey), counted);
    QCOMPARE(countOf(logical, CrossingKind::Logical), pairsInTruth(folder, owners));
}

QTEST_GUILESS_MAIN(TestCrossingsInCorpus)
#include "tst_crossings_in_corpus.moc"

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The statements around a change, run on real servers with a change that changes nothing:
// afterwards every view, trigger, rule, index, comment, owner and right is there as it was.
#include "model/export/ddl_rollout.h"
#include "model/relations/relationship.h"
#include "tests/server/mariadb_test_database.h"
#include "tests/server/postgresql_test_database.h"
#include "tests/server/read_source.h"
#include "tests/server/sample_scripts.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

class TestRolloutInSamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void postgresql();
    void mariadb();
};

namespace {

template <typename Object> void forgetIdentity(std::vector<Object>& objects)
{
    for (Object& object : objects)
        object.identity.reset();
}

/// What has to be the same: everything but numbers of the server and its statistics.
CatalogObjects lasting(const Catalog& catalog)
{
    CatalogObjects objects = catalog.objects();
    forgetIdentity(objects.tables);
    forgetIdentity(objects.columns);
    forgetIdentity(objects.indexes);
    forgetIdentity(objects.triggers);
    forgetIdentity(objects.routines);
    forgetIdentity(objects.others);
    forgetIdentity(objects.constraints);
    for (Table& table : objects.tables) {
        table.rowEstimate.reset();
        table.sizeBytes.reset();
    }
    return objects;
}

template <typename Object>
QStringList differences(const std::vector<Object>& before, const std::vector<Object>& after)
{
    QStringList names;
    for (std::size_t i = 0; i < std::max(before.size(), after.size()); ++i) {
        if (i >= before.size() || i >= after.size() || !(before[i] == after[i]))
            names << (i < before.size() ? before[i].name : after[i].name);
    }
    return names;
}

void expectSame(const Catalog& before, const Catalog& after)
{
    const CatalogObjects first = lasting(before);
    const CatalogObjects second = lasting(after);
    QCOMPARE(differences(first.tables, second.tables), QStringList());
    QCOMPARE(differences(first.columns, second.columns), QStringList());
    QCOMPARE(differences(first.constraints, second.constraints), QStringList());
    QCOMPARE(differences(first.indexes, second.indexes), QStringList());
    QCOMPARE(differences(first.triggers, second.triggers), QStringList());
    QCOMPARE(differences(first.routines, second.routines), QStringList());
    QCOMPARE(differences(first.others, second.others), QStringList());
    QVERIFY(first.grants == second.grants);
    QVERIFY(first.dependencies == second.dependencies);
}

/// The script of a change of every table, one behind the other.
QStringList rolloutScripts(const Catalog& catalog)
{
    const std::atomic_bool cancelled = false;
    const std::vector<Relationship> relationships = declaredRelationships(catalog);
    const UseReading uses = readUses(catalog, cancelled);
    const Boundaries boundaries;
    const Ownership ownership = ownershipOf(catalog, boundaries);
    const BoundaryFacts facts{catalog, relationships, uses, boundaries, ownership};
    QStringList scripts;
    for (std::size_t i = 0; i < catalog.objects().tables.size(); ++i) {
        const Impact impact = impactOf(facts, TableId{static_cast<int>(i)});
        const Result<QString> script = rolloutScript(catalog, impact);
        scripts << (script ? *script : QString(QStringLiteral("ERROR ") + script.error().message));
    }
    return scripts;
}

int countOf(const QStringList& scripts, const char* words)
{
    return static_cast<int>(scripts.join(QLatin1Char('\n')).count(QLatin1String(words)));
}

} // namespace

void TestRolloutInSamples::postgresql()
{
    PostgresTestDatabase database(QStringLiteral("sample_rollout"));
    QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
    for (const QString& path : scriptsOf("postgresql"))
        QCOMPARE(database.execute(contentOf(path)), QString());
    const Result<ReadResult> before = readFrom({database.url(), {}, {}, {}});
    QVERIFY2(before.has_value(), before ? "" : qPrintable(errorText(before.error())));
    const QStringList scripts = rolloutScripts(catalogOf(*before));
    QVERIFY(countOf(scripts, "DROP VIEW") > 15);
    QVERIFY(countOf(scripts, "DROP MATERIALIZED VIEW") > 1);
    for (const QString& script : scripts) {
        const QByteArray transaction = "BEGIN;\n" + script.toUtf8() + "\nCOMMIT;";
        QVERIFY2(database.execute(transaction).isEmpty(), qPrintable(script));
    }
    const Result<ReadResult> after = readFrom({database.url(), {}, {}, {}});
    QVERIFY2(after.has_value(), after ? "" : qPrintable(errorText(after.error())));
    expectSame(catalogOf(*before), catalogOf(*after));
}

void TestRolloutInSamples::mariadb()
{
    MariaDbTestDatabase database(QStringLiteral("sample_rollout"));
    QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
    MariaDbSession session(database.serverUrl());
    const QByteArray drop =
        "DROP DATABASE IF EXISTS shop_billing; DROP DATABASE IF EXISTS shop_catalogue; "
        "DROP DATABASE IF EXISTS shop_ordering; DROP DATABASE IF EXISTS shop_support";
    QCOMPARE(session.execute(drop), QString());
    for (const QString& path : scriptsOf("mariadb"))
        QCOMPARE(session.execute(contentOf(path)), QString());
    ReadOptions options;
    options.schemas = {QStringLiteral("shop_*")};
    const Catalog before = catalogOf(database.serverUrl(), options);
    const QStringList scripts = rolloutScripts(before);
    QVERIFY(countOf(scripts, "DROP VIEW") > 15);
    for (const QString& script : scripts) {
        const QString error = session.execute(script.toUtf8());
        QVERIFY2(error.isEmpty(), qPrintable(QString(error + QLatin1Char('\n') + script)));
    }
    const Catalog after = catalogOf(database.serverUrl(), options);
    (void)session.execute(drop);
    expectSame(before, after);
}

QTEST_GUILESS_MAIN(TestRolloutInSamples)
#include "tst_rollout_in_samples.moc"

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The tour, the one page and a context of the samples, as real servers give them.
#include "model/orientation/context.h"
#include "model/orientation/overview_document.h"
#include "model/relations/inference.h"
#include "tests/server/mariadb_test_database.h"
#include "tests/server/postgresql_test_database.h"
#include "tests/server/read_source.h"
#include "tests/server/sample_scripts.h"
#include "tests/support/golden.h"
#include "tests/support/sample_owners.h"

#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

class TestOrientationInSamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void postgresql();
    void mariadb();
    void sqlite();
};

namespace {

/// Without what depends on the server, and as if it held nothing else.
std::shared_ptr<const Catalog> sampleAlone(const Catalog& catalog)
{
    CatalogObjects objects = catalog.objects();
    Source& source = objects.sources.front();
    source.omissions.clear();
    source.serverVersion = QStringLiteral("as tested");
    source.databaseName = QStringLiteral("sample");
    for (Table& table : objects.tables) {
        table.rowEstimate.reset();
        table.sizeBytes.reset();
    }
    return std::make_shared<const Catalog>(std::move(objects));
}

QByteArray orientationText(const Catalog& read)
{
    const std::shared_ptr<const Catalog> catalog = sampleAlone(read);
    const CommentedCatalog commented(catalog, {});
    const Boundaries boundaries = sampleOwners(*catalog);
    const Ownership ownership = ownershipOf(*catalog, boundaries);
    const std::atomic_bool cancelled = false;
    const UseReading uses = readUses(*catalog, cancelled);
    const SqlReading sql = readCatalogSql(*catalog, cancelled);
    InferenceOptions inference;
    inference.sql = &sql;
    const std::vector<Relationship> relationships = allRelationships(*catalog, {}, inference);
    const Conventions conventions;
    const WorklistFacts worklist{commented,  relationships, uses,
                                 boundaries, ownership,     conventions};
    const Importance importance = tableImportance({*catalog, relationships, &uses});
    const std::vector<TableGroup> groups =
        tableGroups({*catalog, relationships, &uses, &ownership});
    const StartHere start =
        startHere({commented, relationships, &uses, &ownership}, importance, groups);
    Document document;
    addOverview(document, overviewOf({worklist, importance, groups, start}));
    addStartHere(document, *catalog, start);
    ContextOptions options;
    for (std::size_t i = 0; i < catalog->objects().tables.size(); ++i) {
        const TableId id{static_cast<int>(i)};
        const QString& name = catalog->table(id).name;
        if (name == QLatin1String("tmp_orders") || name == QLatin1String("ticketMessages"))
            options.tables.push_back(id);
    }
    const AssistantContext context = assistantContext({.commented = commented,
                                                       .relationships = relationships,
                                                       .importance = importance,
                                                       .uses = &uses,
                                                       .ownership = &ownership},
                                                      options);
    return markdownOf(document) + "\n----\n" + context.text;
}

} // namespace

void TestOrientationInSamples::postgresql()
{
    PostgresTestDatabase database(QStringLiteral("sample_orientation"));
    QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
    for (const QString& path : scriptsOf("postgresql"))
        QCOMPARE(database.execute(contentOf(path)), QString());
    const Result<ReadResult> read = readFrom({database.url(), {}, {}, {}});
    QVERIFY2(read.has_value(), read ? "" : qPrintable(errorText(read.error())));
    QVERIFY(matchesGolden(orientationText(catalogOf(*read)),
                          QStringLiteral("server/orientation_postgresql.txt")));
}

void TestOrientationInSamples::mariadb()
{
    MariaDbTestDatabase database(QStringLiteral("sample_orientation"));
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
    const Result<ReadResult> read = readFrom({database.serverUrl(), {}, options, {}});
    (void)session.execute(drop);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(errorText(read.error())));
    QVERIFY(matchesGolden(orientationText(catalogOf(*read)),
                          QStringLiteral("server/orientation_mariadb.txt")));
}

void TestOrientationInSamples::sqlite()
{
    const Result<ReadResult> read =
        readFrom({QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite"), {}, {}, {}});
    QVERIFY2(read.has_value(), read ? "" : qPrintable(errorText(read.error())));
    QVERIFY(matchesGolden(orientationText(catalogOf(*read)),
                          QStringLiteral("server/orientation_sqlite.txt")));
}

QTEST_GUILESS_MAIN(TestOrientationInSamples)
#include "tst_orientation_in_samples.moc"

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The worklist of the samples, as real servers give them: what comes first, which comments are no
// longer true (exactly what was planted), and how much is documented.
#include "model/relations/inference.h"
#include "model/worklist/worklist.h"
#include "tests/server/mariadb_test_database.h"
#include "tests/server/postgresql_test_database.h"
#include "tests/server/read_source.h"
#include "tests/server/sample_scripts.h"
#include "tests/support/golden.h"
#include "tests/support/sample_owners.h"

#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

class TestWorklistInSamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void postgresql();
    void mariadb();
    void sqlite();
};

namespace {

constexpr std::size_t shownEntries = 60;

/// Without figures that depend on when a server last counted, and as if it held nothing else.
std::shared_ptr<const Catalog> sampleAlone(const Catalog& catalog)
{
    CatalogObjects objects = catalog.objects();
    objects.sources.front().omissions.clear();
    for (Table& table : objects.tables)
        table.rowEstimate.reset();
    return std::make_shared<const Catalog>(std::move(objects));
}

/// Everything that the worklist is asked with.
class Sample
{
public:
    explicit Sample(const Catalog& catalog)
        : m_catalog(sampleAlone(catalog))
        , m_commented(m_catalog, {})
        , m_boundaries(sampleOwners(*m_catalog))
        , m_ownership(ownershipOf(*m_catalog, m_boundaries))
    {
        const std::atomic_bool cancelled = false;
        m_uses = readUses(*m_catalog, cancelled);
        const SqlReading sql = readCatalogSql(*m_catalog, cancelled);
        InferenceOptions options;
        options.sql = &sql;
        m_relationships = allRelationships(*m_catalog, {}, options);
        m_conventions[QStringLiteral("legacy-2014")].period = QStringLiteral("2014 to 2019");
        m_conventions[QStringLiteral("pascal-2022")].period = QStringLiteral("since 2022");
    }

    /// With no boundaries drawn, notes about owners cannot be wrong.
    [[nodiscard]] WorklistFacts facts() const
    {
        return {m_commented, m_relationships, m_uses, m_noBoundaries, m_ownership, m_conventions};
    }

    [[nodiscard]] QString text() const
    {
        const std::vector<WorklistEntry> entries = worklist(facts());
        QString text;
        for (std::size_t i = 0; i < std::min(shownEntries, entries.size()); ++i)
            text += line(entries[i]);
        text += QStringLiteral("--- no longer true\n");
        for (const CommentProblem& problem :
             checkComments(m_commented, m_conventions, m_noBoundaries))
            text += QString(m_catalog->displayName(problem.object) + QStringLiteral(" | ") +
                            commentProblemName(problem.kind) + QStringLiteral(" | ") +
                            problem.sentence + QStringLiteral(" | ") + problem.suggestion +
                            QLatin1Char('\n'));
        return text;
    }

private:
    [[nodiscard]] QString line(const WorklistEntry& entry) const
    {
        QString draft = entry.draft;
        draft.replace(QLatin1Char('\n'), QLatin1String("\\n"));
        return QString(QString::number(entry.weight, 'f', 1) + QLatin1Char(' ') +
                       m_catalog->displayName(entry.object) + QStringLiteral(" | ") + entry.reason +
                       (draft.isEmpty() ? QString() : QString(u" | " + draft)) + QLatin1Char('\n'));
    }

    std::shared_ptr<const Catalog> m_catalog;
    CommentedCatalog m_commented;
    Boundaries m_boundaries;
    Boundaries m_noBoundaries;
    Ownership m_ownership;
    UseReading m_uses;
    std::vector<Relationship> m_relationships;
    Conventions m_conventions;
};

} // namespace

void TestWorklistInSamples::postgresql()
{
    PostgresTestDatabase database(QStringLiteral("sample_worklist"));
    QVERIFY2(database.error().isEmpty(), qPrintable(database.error()));
    for (const QString& path : scriptsOf("postgresql"))
        QCOMPARE(database.execute(contentOf(path)), QString());
    const Result<ReadResult> read = readFrom({database.url(), {}, {}, {}});
    QVERIFY2(read.has_value(), read ? "" : qPrintable(errorText(read.error())));
    QVERIFY(matchesGolden(Sample(catalogOf(*read)).text().toUtf8(),
                          QStringLiteral("server/worklist_postgresql.txt")));
}

void TestWorklistInSamples::mariadb()
{
    MariaDbTestDatabase database(QStringLiteral("sample_worklist"));
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
    QVERIFY(matchesGolden(Sample(catalogOf(*read)).text().toUtf8(),
                          QStringLiteral("server/worklist_mariadb.txt")));
}

void TestWorklistInSamples::sqlite()
{
    const Result<ReadResult> read =
        readFrom({QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite"), {}, {}, {}});
    QVERIFY2(read.has_value(), read ? "" : qPrintable(errorText(read.error())));
    QVERIFY(matchesGolden(Sample(catalogOf(*read)).text().toUtf8(),
                          QStringLiteral("server/worklist_sqlite.txt")));
}

QTEST_GUILESS_MAIN(TestWorklistInSamples)
#include "tst_worklist_in_samples.moc"

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What server statistics say for or against one column pointing at another: counts for or against,
// never a veto, sentinels and archived parents taken into account, no value in any sentence.
#include "model/relations/statistics_evidence.h"
#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;

namespace {

ColumnStatistics column(std::optional<double> minimum, std::optional<double> maximum,
                        std::optional<double> distinct = {}, std::vector<CommonValue> common = {},
                        std::optional<double> nullShare = {})
{
    return {nullShare, distinct, minimum, maximum, std::move(common)};
}

} // namespace

Q_DECLARE_METATYPE(cadastre::ColumnStatistics)

class tst_StatisticsEvidence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void weights_data()
    {
        QTest::addColumn<ColumnStatistics>("child");
        QTest::addColumn<ColumnStatistics>("parent");
        QTest::addColumn<double>("parentRows");
        QTest::addColumn<double>("atLeast");
        QTest::addColumn<double>("atMost");
        const auto row = [](const char* name, const ColumnStatistics& child,
                            const ColumnStatistics& parent, double rows, double atLeast,
                            double atMost) {
            QTest::newRow(name) << child << parent << rows << atLeast << atMost;
        };
        const ColumnStatistics key = column(1000, 9000, 8000);
        row("fits", column(1200, 8900, 5000), key, 8000, 1.0, 1.5);
        row("fits, common values too", column(1200, 8900, 5000, {{1500, 0.2}, {1700, 0.1}}), key,
            8000, 1.2, 1.5);
        row("sentinel below", column(0, 8900, 5000, {{0, 0.4}, {1500, 0.1}}), key, 8000, 1.0, 1.5);
        row("minus one below", column(-1, 8900, 5000), key, 8000, 1.0, 1.5);
        row("only sentinels", column(0, 0, 1), key, 8000, 0, 0);
        row("small codes in a large key", column(1, 5, 5), column(1, 9000, 8000), 8000, 0, 0.3);
        row("archived parent", column(100, 8900, 5000), key, 8000, -0.5, 0.9);
        row("mostly out of range", column(1, 100000, 50), key, 8000, -1.5, -0.5);
        row("elsewhere", column(20000, 90000, 50), key, 8000, -1.5, -0.5);
        row("everything against", column(20000, 90000, 70000, {{20000, 0.9}}, 1.0), key, 8000, -2,
            -2);
        row("more values than parents", column({}, {}, 70000), column({}, {}, 8000), 8000, -1.5,
            -1);
        row("texts with fitting counts", column({}, {}, 700), column({}, {}, 800), 800, 0.2, 0.5);
        row("always null", column({}, {}, {}, {}, 1.0), key, 8000, -0.5, -0.1);
    }

    void weights()
    {
        QFETCH(ColumnStatistics, child);
        QFETCH(ColumnStatistics, parent);
        QFETCH(double, parentRows);
        QFETCH(double, atLeast);
        QFETCH(double, atMost);
        SourceCatalog source = test::SchemaText::source(QStringLiteral(R"(
parents
  id integer pk
children
  parent_id integer
)"));
        for (Table& table : source.objects.tables)
            table.rowEstimate = parentRows;
        const Catalog catalog = mergeSources({std::make_shared<const SourceCatalog>(source)});
        const ColumnId parentColumn{catalog.resolve(QStringLiteral("parents.id"))->index};
        const ColumnId childColumn{catalog.resolve(QStringLiteral("children.parent_id"))->index};
        const StatisticsByColumn statistics{{childColumn, child}, {parentColumn, parent}};
        const auto evidence = statisticsEvidence(catalog, statistics, childColumn, parentColumn);
        if (!evidence) {
            QCOMPARE(atLeast, 0.0);
            return;
        }
        QVERIFY2(
            evidence->weight >= atLeast && evidence->weight <= atMost,
            qPrintable(QString::number(evidence->weight) + QLatin1Char(' ') + evidence->sentence));
        QCOMPARE(evidence->signal, QStringLiteral("statistics"));
        for (const char* value : {"1200", "8900", "20000", "1500"})
            QVERIFY(!evidence->sentence.contains(QLatin1String(value)));
    }

    void unknownColumns()
    {
        const auto catalog = test::catalogFromText("t\n  a integer pk\n  b integer\n");
        QVERIFY(!statisticsEvidence(*catalog, {}, ColumnId{1}, ColumnId{0}));
        QVERIFY(!statisticsEvidence(*catalog, {{ColumnId{1}, ColumnStatistics()}}, ColumnId{1},
                                    ColumnId{0}));
    }
};

QTEST_APPLESS_MAIN(tst_StatisticsEvidence)
#include "tst_statistics_evidence.moc"

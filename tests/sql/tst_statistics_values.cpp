// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Texts of statistics become numbers, and templates are filled in one pass.
#include "model/sql/verify/sql_template.h"
#include "model/sql/verify/statistics_values.h"

#include <QTest>

using namespace cadastre;

class tst_StatisticsValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void values_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("expected");
        QTest::newRow("integer") << QStringLiteral("42") << 42.0;
        QTest::newRow("negative") << QStringLiteral("-1.5") << -1.5;
        QTest::newRow("date") << QStringLiteral("1970-01-02") << 86400.0;
        QTest::newRow("time stamp") << QStringLiteral("1970-01-01 00:01:00.5") << 60.0;
        QTest::newRow("time zone") << QStringLiteral("1970-01-01 00:01:00+00") << 60.0;
        const double none = std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("infinity") << QStringLiteral("infinity") << none;
        QTest::newRow("not a number") << QStringLiteral("NaN") << none;
        QTest::newRow("before Christ") << QStringLiteral("0044-03-15 BC") << none;
        QTest::newRow("time of day") << QStringLiteral("12:00:00") << none;
        QTest::newRow("no such date") << QStringLiteral("0000-00-00") << none;
        QTest::newRow("money") << QStringLiteral("$1.00") << none;
        QTest::newRow("empty") << QString() << none;
    }

    void values()
    {
        QFETCH(QString, text);
        QFETCH(double, expected);
        const auto value = statisticsValue(text);
        QCOMPARE(value.has_value(), !std::isnan(expected));
        if (value)
            QCOMPARE(*value, expected);
    }

    void postgres()
    {
        ColumnStatistics column;
        addPostgresValues(column, QStringLiteral("{5,10,90}"), QStringLiteral("{0,100,x}"),
                          QStringLiteral("{0.5,0.1,0.05}"));
        QCOMPARE(column.minimum, std::optional(0.0));
        QCOMPARE(column.maximum, std::optional(100.0));
        QCOMPARE(column.common, (std::vector<CommonValue>{{0, 0.5}, {100, 0.1}}));
        ColumnStatistics none;
        addPostgresValues(none, {}, {}, {});
        QCOMPARE(none, ColumnStatistics());
    }

    void mySql()
    {
        ColumnStatistics singleton;
        addMySqlHistogram(singleton, R"({"buckets": [[1, 0.25], [7, 1.0]], "data-type": "int",
                                         "null-values": 0.0, "histogram-type": "singleton"})");
        QCOMPARE(singleton.distinctCount, std::optional(2.0));
        QCOMPARE(singleton.minimum, std::optional(1.0));
        QCOMPARE(singleton.common, (std::vector<CommonValue>{{7, 0.75}, {1, 0.25}}));
        ColumnStatistics heights;
        addMySqlHistogram(heights, R"({"buckets": [["1970-01-01", "1970-01-02", 0.5, 2],
                                       ["1970-01-03", "1970-01-04", 1.0, 2]],
                                       "histogram-type": "equi-height"})");
        QCOMPARE(heights.distinctCount, std::optional(4.0));
        QCOMPARE(heights.maximum, std::optional(3 * 86400.0));
        QVERIFY(heights.common.empty());
        ColumnStatistics broken;
        addMySqlHistogram(broken, "not JSON");
        QCOMPARE(broken, ColumnStatistics());
    }

    void templates()
    {
        QCOMPARE(filledTemplate("-- licence\nfrom {a} as {b};\n",
                                {{"a", QStringLiteral("{b} %1 --")}, {"b", QStringLiteral("x")}}),
                 QByteArray("from {b} %1 -- as x;"));
        QCOMPARE(filledTemplate("nothing", {}), QByteArray("nothing"));
    }
};

QTEST_APPLESS_MAIN(tst_StatisticsValues)
#include "tst_statistics_values.moc"

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The table of weights: what is compiled in can be read, garbage is refused with the number of its
// line, and pairs of features count only where both are present.
#include "model/relations/engine/weights.h"

#include <QTest>

#include <cmath>

using namespace cadastre;

class TestWeights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsCompiledIn();
    void namesEveryFeatureOnce();
    void reads();
    void refuses_data();
    void refuses();
    void sums_data();
    void sums();
};

namespace {

QByteArray name(int feature)
{
    return featureNames()[feature].toUtf8();
}

} // namespace

void TestWeights::readsWhatIsCompiledIn()
{
    const auto read = weightsFromText(weightsText());
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->firstPass.single.size(), static_cast<std::size_t>(featureNames().size()));
    int weighed = 0;
    for (const PassWeights* pass : {&read->firstPass, &read->secondPass}) {
        for (const double weight : pass->single) {
            QVERIFY(std::isfinite(weight) && std::abs(weight) < 20);
            weighed += weight != 0 ? 1 : 0;
        }
        for (const auto& partners : pass->together) {
            for (std::size_t i = 1; i < partners.size(); ++i)
                QVERIFY(partners[i - 1].feature < partners[i].feature);
        }
    }
    QVERIFY2(weighed > featureNames().size() / 2, "most features weigh nothing");
}

void TestWeights::namesEveryFeatureOnce()
{
    QStringList names = featureNames();
    QVERIFY(names.size() > 200);
    QCOMPARE(names.removeDuplicates(), 0);
    for (const QString& one : names)
        QVERIFY2(!one.contains(QLatin1Char('\t')) && !one.contains(QLatin1Char('\n')),
                 qPrintable(one));
}

void TestWeights::reads()
{
    const QByteArray text = "# a comment\n\n-0.5\t-1.5\talways\n1\t2\t" + name(3) + "\n0.25\t0\t" +
                            name(3) + "\t" + name(7) + "\n";
    const auto read = weightsFromText(text);
    QVERIFY(read.has_value());
    QCOMPARE(read->firstPass.base, -0.5);
    QCOMPARE(read->secondPass.base, -1.5);
    QCOMPARE(read->firstPass.single[3], 1.0);
    QCOMPARE(read->secondPass.single[3], 2.0);
    QCOMPARE(read->firstPass.single[4], 0.0);
    QCOMPARE(read->firstPass.together[3].size(), 1U);
    QCOMPARE(read->secondPass.together[3].size(), 0U);
}

void TestWeights::refuses_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("no number") << QByteArray("one\t1\talways");
    QTest::newRow("no second number") << QByteArray("1\t\talways");
    QTest::newRow("not a feature") << QByteArray("1\t1\tcolumn-shape: green");
    QTest::newRow("two fields") << QByteArray("1\t1");
    QTest::newRow("five fields") << "1\t1\t" + name(1) + '\t' + name(2) + '\t' + name(3);
    QTest::newRow("partner is no feature") << "1\t1\t" + name(1) + "\tgreen";
    QTest::newRow("partner before") << "1\t1\t" + name(2) + '\t' + name(1);
    QTest::newRow("partner of itself") << "1\t1\t" + name(2) + '\t' + name(2);
    QTest::newRow("spaces for tabs") << QByteArray("1 1 always");
    QTest::newRow("not a finite number") << QByteArray("nan\t1\talways");
    QTest::newRow("infinite") << QByteArray("1\tinf\talways");
}

void TestWeights::refuses()
{
    QFETCH(QByteArray, line);
    const auto read = weightsFromText(QByteArray("# weights\n1\t1\talways\n" + line + "\n"));
    QVERIFY(!read.has_value());
    QVERIFY2(read.error().message.contains(QStringLiteral("Line 3 ")),
             qPrintable(read.error().message));
    QCOMPARE(read.error().detail, QString::fromUtf8(line));
}

void TestWeights::sums_data()
{
    QTest::addColumn<QList<int>>("features");
    QTest::addColumn<double>("expected");
    QTest::newRow("none") << QList<int>{} << 0.5;
    QTest::newRow("one") << QList<int>{1} << 1.5;
    QTest::newRow("pair") << QList<int>{1, 4} << 0.5 + 1 + 8 + 16;
    QTest::newRow("two pairs of one") << QList<int>{1, 4, 6} << 0.5 + 1 + 8 + 16 + 32;
    QTest::newRow("second partner alone") << QList<int>{1, 6} << 0.5 + 1 + 32;
    QTest::newRow("partners without their first") << QList<int>{4, 6} << 0.5 + 8;
    QTest::newRow("others between") << QList<int>{0, 1, 2, 3, 4, 5} << 0.5 + 1 + 2 + 8 + 16;
}

void TestWeights::sums()
{
    QFETCH(QList<int>, features);
    PassWeights weights;
    weights.base = 0.5;
    weights.single = {0, 1, 2, 0, 8, 0, 0, 0};
    weights.together.resize(8);
    weights.together[1] = {{4, 16}, {6, 32}};
    QTEST(weights.sumOf({features.begin(), features.end()}), "expected");
}

QTEST_APPLESS_MAIN(TestWeights)
#include "tst_weights.moc"

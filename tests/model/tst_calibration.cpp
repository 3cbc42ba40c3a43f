// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Calibration keeps the order of what it is given, and both ends.
#include "model/relations/engine/calibration.h"

#include <QTest>

using namespace cadastre;

class TestCalibration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsBothEnds();
    void increases();
    void takesWhatIsNoProbability();
};

void TestCalibration::keepsBothEnds()
{
    QCOMPARE(calibratedConfidence(0), 0.0);
    QCOMPARE(calibratedConfidence(1), 1.0);
}

void TestCalibration::increases()
{
    double before = calibratedConfidence(0);
    for (int i = 1; i <= 10'000; ++i) {
        const double here = calibratedConfidence(i / 10'000.0);
        QVERIFY2(here > before, qPrintable(QString::number(i)));
        QVERIFY2(here - before < 0.001, qPrintable(QString::number(i))); // no jump
        before = here;
    }
}

/// Sums of floating point numbers may be a little more than 1.
void TestCalibration::takesWhatIsNoProbability()
{
    QCOMPARE(calibratedConfidence(1 + 1e-12), 1.0);
    QVERIFY(calibratedConfidence(1e-300) >= 0);
}

QTEST_APPLESS_MAIN(TestCalibration)
#include "tst_calibration.moc"

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/theme.h"

#include <QtTest>

using namespace cadastre;

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastFollowsTheDefinition();
    void textIsReadable_data();
    void textIsReadable();
    void signsAndLinesAreVisible_data();
    void signsAndLinesAreVisible();
    void lessCertainLinesAreFainter();
    void fadedIsNearTheBackground();
    void tablesStandOut();
    void stepsOfARampDiffer();
    void distancesFollowTheDefinition();
    void boundariesDifferForEveryEye_data();
    void boundariesDifferForEveryEye();
};

void TestTheme::contrastFollowsTheDefinition()
{
    QCOMPARE(qRound(contrastRatio(Qt::black, Qt::white) * 10), 210);
    QCOMPARE(contrastRatio(Qt::red, Qt::red), 1.0);
    // The darkest grey that does not pass on white, and the lightest that does.
    QVERIFY(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) < 4.5);
    QVERIFY(contrastRatio(QColor(0x76, 0x76, 0x76), Qt::white) >= 4.5);
}

namespace {

void addRows(const QList<std::pair<Ink, QList<Ink>>>& pairs)
{
    QTest::addColumn<int>("front");
    QTest::addColumn<int>("back");
    for (const auto& [front, backs] : pairs)
        for (const Ink back : backs)
            QTest::addRow("%d on %d", int(front), int(back)) << int(front) << int(back);
}

QList<Ink> headerFills()
{
    QList<Ink> fills{Ink::Header};
    for (int i = 0; i < categoryCount; ++i)
        fills << categoryInk(i);
    for (int i = 0; i < rampCount; ++i)
        fills << rampInk(i);
    for (int i = 0; i < categoryCount; ++i)
        fills << boundaryFillInk(i) << boundarySoftInk(i);
    return fills;
}

} // namespace

void TestTheme::textIsReadable_data()
{
    const QList<Ink> boxes{Ink::Box, Ink::Background, Ink::AccentSoft, Ink::Pill};
    addRows({{Ink::Text, boxes + headerFills()},
             {Ink::DimText, boxes + headerFills()},
             {Ink::Warning, boxes},
             {Ink::RegionText, {Ink::RegionFill, Ink::Pill, Ink::Background}}});
}

void TestTheme::textIsReadable()
{
    QFETCH(int, front);
    QFETCH(int, back);
    for (const bool dark : {false, true}) {
        const Theme& theme = Theme::of(dark);
        const double contrast = contrastRatio(theme.color(Ink(front)), theme.color(Ink(back)));
        QVERIFY2(contrast >= 4.5, qPrintable(QStringLiteral("%1: %2").arg(dark).arg(contrast)));
    }
}

void TestTheme::signsAndLinesAreVisible_data()
{
    QList<std::pair<Ink, QList<Ink>>> frames;
    for (int i = 0; i < categoryCount; ++i) {
        frames << std::pair(boundaryInk(i),
                            QList<Ink>{Ink::Background, Ink::Pill, Ink::Box, boundarySoftInk(i)});
        frames << std::pair(Ink::RegionText, QList<Ink>{boundarySoftInk(i), boundaryFillInk(i)});
        frames << std::pair(Ink::Warning, QList<Ink>{boundarySoftInk(i)});
    }
    addRows(frames + QList<std::pair<Ink, QList<Ink>>>{
                         {Ink::KeySign, {Ink::Box}},
                         {Ink::ForeignSign, {Ink::Box}},
                         {Ink::Badge, {Ink::Box, Ink::Header}},
                         {Ink::Warning, {Ink::Box, Ink::Header}},
                         {Ink::Accent, {Ink::Box, Ink::Background, Ink::RegionFill}},
                         {Ink::Hit, {Ink::Background, Ink::RegionFill}},
                         {Ink::Edge, {Ink::Background, Ink::RegionFill}},
                         {Ink::ViewEdge, {Ink::Background, Ink::RegionFill}},
                         {Ink::Ribbon, {Ink::Background, Ink::RegionFill}},
                         {Ink::StrongBorder, {Ink::Background, Ink::Box, Ink::Pill}},
                         {Ink::Badge, headerFills()},
                         {Ink::KeySign, {Ink::AccentSoft}},
                         {Ink::ForeignSign, {Ink::AccentSoft}},
                         {Ink::Accent, headerFills()},
                         {Ink::EdgeLikely, {Ink::Background, Ink::RegionFill}},
                         {Ink::EdgePossible, {Ink::Background, Ink::RegionFill}},
                         {Ink::EdgeWeak, {Ink::Background, Ink::RegionFill}}});
}

void TestTheme::signsAndLinesAreVisible()
{
    QFETCH(int, front);
    QFETCH(int, back);
    for (const bool dark : {false, true}) {
        const Theme& theme = Theme::of(dark);
        const double contrast = contrastRatio(theme.color(Ink(front)), theme.color(Ink(back)));
        QVERIFY2(contrast >= 3, qPrintable(QStringLiteral("%1: %2").arg(dark).arg(contrast)));
    }
}

void TestTheme::lessCertainLinesAreFainter()
{
    for (const bool dark : {false, true}) {
        const Theme& theme = Theme::of(dark);
        double before = 21;
        for (const Ink ink : {Ink::Edge, Ink::EdgeLikely, Ink::EdgePossible, Ink::EdgeWeak}) {
            const double contrast = contrastRatio(theme.color(ink), theme.color(Ink::Background));
            QVERIFY(contrast < before - 0.2);
            before = contrast;
        }
    }
}

void TestTheme::fadedIsNearTheBackground()
{
    for (const bool dark : {false, true}) {
        const Theme& theme = Theme::of(dark);
        const QColor background = theme.color(Ink::Background);
        QVERIFY(contrastRatio(theme.faded(Ink::Text), background) <
                contrastRatio(theme.color(Ink::Text), background) / 2);
        QCOMPARE(theme.faded(Ink::Background).rgb(), background.rgb());
    }
}

void TestTheme::tablesStandOut()
{
    const Theme& dark = Theme::dark();
    QVERIFY(contrastRatio(dark.color(Ink::Box), dark.color(Ink::Background)) > 1.3);
    QVERIFY(contrastRatio(dark.color(Ink::Box), dark.color(Ink::RegionFill)) > 1.2);
    QVERIFY(contrastRatio(dark.color(Ink::Header), dark.color(Ink::Box)) > 1.15);
    QVERIFY(contrastRatio(dark.color(Ink::Border), dark.color(Ink::Box)) > 1.5);
}

/// From little to much, each step away from the ground and seen as another one.
void TestTheme::stepsOfARampDiffer()
{
    for (const bool dark : {false, true}) {
        const Theme& theme = Theme::of(dark);
        const QColor ground = theme.color(Ink::Background);
        for (int step = 1; step < rampCount; ++step) {
            const QColor before = theme.color(rampInk(step - 1));
            const QColor now = theme.color(rampInk(step));
            QVERIFY(contrastRatio(now, ground) > contrastRatio(before, ground));
            const double distance = colorDistance(before, now);
            QVERIFY2(distance > (dark ? 0.045 : 0.01), qPrintable(QString::number(distance)));
        }
        QVERIFY(colorDistance(theme.color(rampInk(0)), theme.color(rampInk(rampCount - 1))) >
                (dark ? 0.18 : 0.09));
    }
}

void TestTheme::distancesFollowTheDefinition()
{
    QCOMPARE(qRound(colorDistance(Qt::black, Qt::white) * 100), 100);
    QCOMPARE(colorDistance(Qt::red, Qt::red), 0.0);
    // What is told apart by red and green alone is nearly one to a person without one of them.
    const QColor red(0xc0, 0x50, 0x30);
    const QColor green(0x70, 0x80, 0x20);
    const auto seen = [&](ColorVision vision) {
        return colorDistance(seenColor(red, vision), seenColor(green, vision));
    };
    QVERIFY(seen(ColorVision::Normal) > 0.15);
    QVERIFY(seen(ColorVision::Deutan) < seen(ColorVision::Normal) / 2);
}

void TestTheme::boundariesDifferForEveryEye_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("vision");
    for (const bool dark : {false, true})
        for (const ColorVision vision :
             {ColorVision::Normal, ColorVision::Protan, ColorVision::Deutan})
            QTest::addRow("%s %d", dark ? "dark" : "light", int(vision)) << dark << int(vision);
}

void TestTheme::boundariesDifferForEveryEye()
{
    QFETCH(bool, dark);
    QFETCH(int, vision);
    const Theme& theme = Theme::of(dark);
    for (int a = 0; a < categoryCount; ++a) {
        for (int b = a + 1; b < categoryCount; ++b) {
            const double distance =
                colorDistance(seenColor(theme.color(boundaryInk(a)), ColorVision(vision)),
                              seenColor(theme.color(boundaryInk(b)), ColorVision(vision)));
            QVERIFY2(distance > 0.09,
                     qPrintable(QStringLiteral("%1 and %2: %3").arg(a).arg(b).arg(distance)));
        }
    }
    QVERIFY(boundaryInk(categoryCount) == boundaryInk(0));
}

QTEST_GUILESS_MAIN(TestTheme)
#include "tst_theme.moc"

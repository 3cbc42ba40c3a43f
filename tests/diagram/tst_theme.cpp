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
    return fills;
}

} // namespace

void TestTheme::textIsReadable_data()
{
    const QList<Ink> boxes{Ink::Box, Ink::Background, Ink::AccentSoft, Ink::Pill};
    addRows({{Ink::Text, boxes + headerFills()},
             {Ink::DimText, boxes + headerFills()},
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
    addRows({{Ink::KeySign, {Ink::Box}},
             {Ink::ForeignSign, {Ink::Box}},
             {Ink::Badge, {Ink::Box, Ink::Header}},
             {Ink::Warning, {Ink::Box, Ink::Header}},
             {Ink::Accent, {Ink::Box, Ink::Background, Ink::RegionFill}},
             {Ink::Hit, {Ink::Background, Ink::RegionFill}},
             {Ink::Edge, {Ink::Background, Ink::RegionFill}},
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

QTEST_GUILESS_MAIN(TestTheme)
#include "tst_theme.moc"

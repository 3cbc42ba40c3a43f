// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Comments that were written here are no news; what others changed meanwhile is.
#include "app/own_writes.h"

#include <QTest>

using namespace cadastre;

namespace {

ObjectKey keyOf(const char* table)
{
    return {QStringLiteral("shop"),
            KeyKind::Table,
            {QStringLiteral("main"), QString::fromLatin1(table)},
            {}};
}

ObjectChange altered(const char* table, const std::vector<DifferenceArea>& areas)
{
    ObjectChange change;
    change.key = keyOf(table);
    for (const DifferenceArea area : areas) {
        PropertyChange property;
        property.area = area;
        change.properties.push_back(property);
    }
    return change;
}

ApplyReport wrote(const char* table, WriteOutcome outcome)
{
    CommentWrite write;
    write.edit.key = keyOf(table);
    write.outcome = outcome;
    ApplyReport report;
    report.writes = {write};
    return report;
}

} // namespace

class TestOwnWrites : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownCommentsAreNoNews();
    void whatOthersDidIs();
    void onceOnly();
};

void TestOwnWrites::ownCommentsAreNoNews()
{
    OwnWrites own;
    own.take(wrote("orders", WriteOutcome::Written));
    CatalogDifference difference;
    difference.changes = {altered("orders", {DifferenceArea::Comments})};
    QVERIFY(own.news(difference).isEmpty());
}

void TestOwnWrites::whatOthersDidIs()
{
    OwnWrites own;
    own.take(wrote("orders", WriteOutcome::Written));
    own.take(wrote("refunds", WriteOutcome::Conflict));
    CatalogDifference difference;
    difference.changes = {altered("orders", {DifferenceArea::Comments, DifferenceArea::Tables}),
                          altered("refunds", {DifferenceArea::Comments}),
                          altered("carts", {DifferenceArea::Comments})};
    const CatalogDifference news = own.news(difference);
    QCOMPARE(news.changes.size(), std::size_t(3));
    QCOMPARE(news.changes.front().properties.size(), std::size_t(1)); // not the own comment
    QCOMPARE(news.changes.front().properties.front().area, DifferenceArea::Tables);
}

void TestOwnWrites::onceOnly()
{
    OwnWrites own;
    own.take(wrote("orders", WriteOutcome::Written));
    CatalogDifference difference;
    difference.changes = {altered("orders", {DifferenceArea::Comments})};
    QVERIFY(own.news(difference).isEmpty());
    QCOMPARE(own.news(difference).changes.size(), std::size_t(1)); // later, by somebody else
}

QTEST_GUILESS_MAIN(TestOwnWrites)
#include "tst_own_writes.moc"

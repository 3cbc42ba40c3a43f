// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The dialog of proposed boundaries with mouse and keys: all, some, other names, none.
#include "tests/support/boundary_panel_fixture.h"
#include "widgets/proposal_model.h"
#include "widgets/suggest_dialog.h"

#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QTreeView>

using namespace cadastre;

namespace {

ProposedBoundary proposal(const Catalog& catalog, const char* name, const QStringList& tables)
{
    ProposedBoundary proposed;
    proposed.name = QString::fromLatin1(name);
    proposed.confidence = 0.8;
    proposed.reason = QStringLiteral("Tables that are called <alike>.");
    for (const TableId table : test::tablesNamed(catalog, tables))
        proposed.members.push_back(
            {table, 0.9, {{QStringLiteral("prefix"), 0.7, QStringLiteral("The name says so.")}}});
    return proposed;
}

std::vector<ProposedBoundary> someProposals(const Catalog& catalog)
{
    return {proposal(catalog, "order", {QStringLiteral("orders"), QStringLiteral("order_items")}),
            proposal(catalog, "goods", {QStringLiteral("products"), QStringLiteral("stock")})};
}

class ShownDialog : public SuggestDialog
{
public:
    ShownDialog()
        : ShownDialog(test::ownedShop())
    {
    }
    explicit ShownDialog(const std::shared_ptr<const Catalog>& shop)
        : SuggestDialog(shop, someProposals(*shop))
        , catalog(shop)
    {
        setAttribute(Qt::WA_DeleteOnClose, false);
        connect(this, &SuggestDialog::editRequested, this,
                [this](const BoundaryEdit& edit) { boundaries = *edit.apply(boundaries); });
        show();
        activateWindow();
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (const auto& [name, boundary] : boundaries.entries)
            names << name;
        return names;
    }
    [[nodiscard]] std::size_t tablesOf(const char* boundary) const
    {
        const Ownership ownership = ownershipOf(*catalog, boundaries);
        return ownership.tablesOf(*ownership.indexOf(QString::fromLatin1(boundary))).size();
    }

    std::shared_ptr<const Catalog> catalog;
    Boundaries boundaries;
};

} // namespace

class TestSuggestDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsAll();
    void acceptsSome();
    void namesAreChangedInPlace();
    void sameNamesBecomeOne();
    void cancelChangesNothing();
    void startsEmpty();
    void reasonsAreShown();
    void modelKeepsItsPromises();
    void nothingToPropose();
};

void TestSuggestDialog::acceptsAll()
{
    ShownDialog dialog;
    QTest::mouseClick(dialog.acceptButton(), Qt::LeftButton);
    QCOMPARE(dialog.names(), (QStringList{QStringLiteral("goods"), QStringLiteral("order")}));
    QCOMPARE(dialog.tablesOf("order"), std::size_t(2));
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
}

void TestSuggestDialog::acceptsSome()
{
    ShownDialog dialog;
    const QModelIndex goods = dialog.model()->index(1, 0);
    dialog.list()->setCurrentIndex(goods);
    QTest::keyClick(dialog.list(), Qt::Key_Space);
    QCOMPARE(goods.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    const QModelIndex order = dialog.model()->index(0, 0);
    dialog.model()->setData(dialog.model()->index(0, 0, order), Qt::Unchecked, Qt::CheckStateRole);
    QCOMPARE(order.data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
    QTest::mouseClick(dialog.acceptButton(), Qt::LeftButton);
    QCOMPARE(dialog.names(), QStringList{QStringLiteral("order")});
    QCOMPARE(dialog.tablesOf("order"), std::size_t(1));
}

void TestSuggestDialog::namesAreChangedInPlace()
{
    ShownDialog dialog;
    const QModelIndex order = dialog.model()->index(0, 0);
    QVERIFY(dialog.model()->setData(order, QStringLiteral(" sales "), Qt::EditRole));
    QVERIFY(!dialog.model()->setData(order, QStringLiteral("  "), Qt::EditRole));
    QVERIFY(!dialog.model()->setData(dialog.model()->index(0, 0, order), QStringLiteral("x"),
                                     Qt::EditRole));
    QTest::mouseClick(dialog.acceptButton(), Qt::LeftButton);
    QCOMPARE(dialog.names(), (QStringList{QStringLiteral("goods"), QStringLiteral("sales")}));
}

void TestSuggestDialog::sameNamesBecomeOne()
{
    ShownDialog dialog;
    dialog.model()->setData(dialog.model()->index(1, 0), QStringLiteral("order"), Qt::EditRole);
    QCOMPARE(dialog.model()->accepted().size(), std::size_t(1));
    QTest::mouseClick(dialog.acceptButton(), Qt::LeftButton);
    QCOMPARE(dialog.tablesOf("order"), std::size_t(4));
}

void TestSuggestDialog::cancelChangesNothing()
{
    ShownDialog dialog;
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(dialog.boundaries.entries.empty());
    QVERIFY(!dialog.isVisible());
}

void TestSuggestDialog::startsEmpty()
{
    ShownDialog dialog;
    QSignalSpy empty(&dialog, &SuggestDialog::emptyRequested);
    QTest::mouseClick(dialog.emptyButton(), Qt::LeftButton);
    QCOMPARE(empty.size(), 1);
    QVERIFY(dialog.boundaries.entries.empty());
}

void TestSuggestDialog::reasonsAreShown()
{
    ShownDialog dialog;
    QVERIFY(dialog.page()->toPlainText().contains(QStringLiteral("called <alike>")));
    dialog.list()->setCurrentIndex(dialog.model()->index(0, 0, dialog.model()->index(0, 0)));
    QVERIFY(dialog.page()->toPlainText().contains(QStringLiteral("The name says so.")));
}

void TestSuggestDialog::modelKeepsItsPromises()
{
    ShownDialog dialog;
    const QAbstractItemModelTester tester(dialog.model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    dialog.model()->checkAll(false);
    QVERIFY(!dialog.acceptButton()->isEnabled());
    dialog.model()->checkAll(true);
    QCOMPARE(dialog.model()->checkedMembers(), 4);
}

void TestSuggestDialog::nothingToPropose()
{
    SuggestDialog dialog(test::ownedShop(), {});
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QVERIFY(!dialog.acceptButton()->isEnabled());
}

QTEST_MAIN(TestSuggestDialog)
#include "tst_suggest_dialog.moc"

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The panel of boundaries with mouse and keys: the tree, the form, members with live counts,
// exposure, moving and removing, what does not fit, and the empty state that teaches.
#include "tests/support/boundary_panel_fixture.h"
#include "widgets/boundary_form.h"
#include "widgets/boundary_panel.h"
#include "widgets/boundary_tree_model.h"
#include "widgets/exposure_form.h"
#include "widgets/member_list.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace cadastre;

namespace {

/// Does what it asks for at once, as the window does.
class ShownBoundaries : public BoundaryPanel
{
public:
    ShownBoundaries()
    {
        resize(300, 760);
        connect(this, &BoundaryPanel::editRequested, this, [this](const BoundaryEdit& edit) {
            done = desktop.edit(edit);
            setState(desktop.state());
        });
        setState(desktop.state());
        show();
        activateWindow();
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(this);
    }
    [[nodiscard]] QStringList childrenOf(const QModelIndex& parent) const
    {
        QStringList lines;
        for (int row = 0; row < model()->rowCount(parent); ++row)
            lines << model()->index(row, 0, parent).data().toString();
        return lines;
    }
    [[nodiscard]] QStringList tablesOf(const char* boundary) const
    {
        return childrenOf(model()->indexOfBoundary(QString::fromLatin1(boundary)));
    }
    void select(const QModelIndex& index)
    {
        tree()->setCurrentIndex(index);
        tree()->setFocus();
    }
    void selectBoundary(const char* name)
    {
        select(model()->indexOfBoundary(QString::fromLatin1(name)));
    }
    void selectTable(const char* name)
    {
        select(model()->indexOfTable(
            test::tablesNamed(*desktop.catalog(), {QString::fromLatin1(name)}).front()));
    }
    [[nodiscard]] const Boundary& boundary(const char* name) const
    {
        return desktop.boundaries().entries.at(QString::fromLatin1(name));
    }

    test::BoundaryDesktop desktop;
    bool done = false;
};

} // namespace

class TestBoundaryPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsServicesModulesAndTables();
    void emptyStateTeaches();
    void renamesInTheForm();
    void takenNamesAreRefused();
    void fieldsAreSingleSteps();
    void membersCountLive();
    void deleteTakesOutAndRemoves();
    void dragMovesTables();
    void exposureIsEdited();
    void filterKeepsWhatIsAround();
    void problemsAreListedAndCleaned();
    void selectionFollowsQuietly();
    void keysWork();
    void modelKeepsItsPromises();
};

void TestBoundaryPanel::showsServicesModulesAndTables()
{
    ShownBoundaries panel;
    QCOMPARE(panel.childrenOf({}),
             (QStringList{QStringLiteral("billing"), QStringLiteral("catalogue"),
                          QStringLiteral("ordering"), QStringLiteral("support"),
                          QStringLiteral("Owned by nobody"), QStringLiteral("To be looked at")})
                 .mid(0, panel.model()->rowCount()));
    QCOMPARE(panel.tablesOf("billing"),
             (QStringList{QStringLiteral("billing books"), QStringLiteral("invoices")}));
    const QModelIndex ordering = panel.model()->indexOfBoundary(QStringLiteral("ordering"));
    const QString quiet = ordering.data(BoundaryTreeModel::QuietTextRole).toString();
    QVERIFY2(quiet.startsWith(QStringLiteral("3")) && quiet.contains(QStringLiteral("sales <b>")),
             qPrintable(quiet));
    const QModelIndex nobody = panel.model()->index(4, 0);
    QCOMPARE(nobody.data(BoundaryTreeModel::QuietTextRole).toString(), QStringLiteral("1"));
    QCOMPARE(panel.childrenOf(nobody), QStringList{QStringLiteral("schema_migrations")});
}

void TestBoundaryPanel::emptyStateTeaches()
{
    ShownBoundaries panel;
    panel.desktop.setBoundaries({});
    panel.setState(panel.desktop.state());
    QVERIFY(!panel.tree()->isVisible());
    QSignalSpy suggest(&panel, &BoundaryPanel::suggestRequested);
    QSignalSpy import(&panel, &BoundaryPanel::importRequested);
    QSignalSpy make(&panel, &BoundaryPanel::makeRequested);
    for (QPushButton* button : {panel.suggestButton(), panel.importButton(), panel.makeButton()}) {
        QVERIFY(button->isVisible());
        QVERIFY(!button->toolTip().isEmpty());
        QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(suggest.size() + import.size() + make.size(), 3);
    panel.setState(noBoundaryState());
    QVERIFY(!panel.suggestButton()->isVisible()); // nothing is open
}

void TestBoundaryPanel::renamesInTheForm()
{
    ShownBoundaries panel;
    panel.selectBoundary("billing");
    QTest::keyClick(panel.tree(), Qt::Key_F2);
    QVERIFY(panel.form()->nameField()->hasFocus());
    QTest::keyClicks(panel.form()->nameField(), QStringLiteral("money"));
    QTest::keyClick(panel.form()->nameField(), Qt::Key_Return);
    QVERIFY(!panel.desktop.boundaries().entries.contains(QStringLiteral("billing")));
    QCOMPARE(panel.boundary("billing books").parent, QStringLiteral("money"));
    QCOMPARE(panel.selectedBoundaries(), QStringList{QStringLiteral("money")});
    QCOMPARE(panel.form()->shownBoundary(), QStringLiteral("money"));
}

void TestBoundaryPanel::takenNamesAreRefused()
{
    ShownBoundaries panel;
    panel.selectBoundary("billing");
    panel.form()->nameField()->setText(QStringLiteral("ordering"));
    QTest::keyClick(panel.form()->nameField(), Qt::Key_Return);
    QVERIFY(!panel.done);
    QVERIFY(panel.desktop.boundaries().entries.contains(QStringLiteral("billing")));
    QCOMPARE(panel.form()->nameField()->text(), QStringLiteral("billing"));
}

void TestBoundaryPanel::fieldsAreSingleSteps()
{
    ShownBoundaries panel;
    panel.selectBoundary("support");
    QSignalSpy edits(&panel, &BoundaryPanel::editRequested);
    panel.form()->ownerField()->setFocus();
    QTest::keyClicks(panel.form()->ownerField(), QStringLiteral("helpdesk"));
    QTest::keyClick(panel.form()->ownerField(), Qt::Key_Return);
    QCOMPARE(edits.size(), 1);
    QCOMPARE(panel.boundary("support").owner, QStringLiteral("helpdesk"));
    QTest::keyClick(panel.form()->ownerField(), Qt::Key_Return);
    QCOMPARE(edits.size(), 1); // nothing changed
    QComboBox* kind = panel.form()->kindChoice();
    kind->setCurrentIndex(kind->findData(static_cast<int>(BoundaryKind::External)));
    QCOMPARE(panel.boundary("support").kind, BoundaryKind::External);
    panel.form()->colorChoice()->setCurrentIndex(4);
    QCOMPARE(panel.boundary("support").color, std::optional(3));
    QCOMPARE(edits.size(), 3);
}

void TestBoundaryPanel::membersCountLive()
{
    ShownBoundaries panel;
    panel.selectBoundary("support");
    panel.form()->setCurrentIndex(1);
    MemberList* members = panel.form()->members();
    QCOMPARE(members->list()->count(), 1);
    QTest::keyClicks(members->field(), QStringLiteral("order*"));
    QVERIFY2(members->countText().startsWith(QStringLiteral("2 tables")),
             qPrintable(members->countText()));
    members->field()->setText(QStringLiteral("nothing_like_this"));
    QCOMPARE(members->countText(), QStringLiteral("Matches nothing"));
    members->field()->setText(QStringLiteral("order*"));
    QTest::keyClick(members->field(), Qt::Key_Return);
    QVERIFY(panel.boundary("support").members.contains(QStringLiteral("order*")));
    QCOMPARE(members->list()->count(), 2);
    members->list()->setCurrentRow(0);
    members->list()->setFocus();
    QTest::keyClick(members->list(), Qt::Key_Delete);
    QCOMPARE(panel.boundary("support").members.size(), 1);
}

void TestBoundaryPanel::deleteTakesOutAndRemoves()
{
    ShownBoundaries panel;
    panel.selectTable("stock");
    QTest::keyClick(panel.tree(), Qt::Key_Delete);
    QCOMPARE(panel.tablesOf("catalogue"), QStringList{QStringLiteral("products")});
    panel.selectBoundary("catalogue");
    QTest::keyClick(panel.tree(), Qt::Key_Delete);
    QVERIFY(!panel.desktop.boundaries().entries.contains(QStringLiteral("catalogue")));
}

void TestBoundaryPanel::dragMovesTables()
{
    ShownBoundaries panel;
    panel.selectTable("stock");
    const std::unique_ptr<QMimeData> data(
        panel.model()->mimeData(panel.tree()->selectionModel()->selectedIndexes()));
    const QModelIndex ordering = panel.model()->indexOfBoundary(QStringLiteral("ordering"));
    panel.model()->dropMimeData(data.get(), Qt::MoveAction, -1, -1, ordering);
    QVERIFY(panel.tablesOf("ordering").contains(QStringLiteral("stock")));
    QVERIFY(!panel.tablesOf("catalogue").contains(QStringLiteral("stock")));
    QCOMPARE(panel.desktop.names().last(), QStringLiteral("Move stock to ordering"));
}

void TestBoundaryPanel::exposureIsEdited()
{
    ShownBoundaries panel;
    panel.selectTable("products");
    ExposureForm* form = panel.exposure();
    QVERIFY(form->isVisible());
    QCOMPARE(form->choice()->currentIndex(), 0);
    QVERIFY(!form->textField()->isVisible());
    form->choice()->setCurrentIndex(1);
    QTest::keyClicks(form->textField(), QStringLiteral("v2"));
    QTest::keyClick(form->textField(), Qt::Key_Return);
    const ObjectKey key =
        panel.desktop.catalog()->keyOf(*panel.desktop.catalog()->resolve(u"products"));
    QCOMPARE(panel.desktop.boundaries().exposures.at(key).version, QStringLiteral("v2"));
    const QModelIndex line = panel.tree()->currentIndex();
    QCOMPARE(line.data(BoundaryTreeModel::QuietTextRole).toString(), QStringLiteral("contract v2"));
    form->choice()->setCurrentIndex(0);
    QVERIFY(panel.desktop.boundaries().exposures.empty());
    panel.desktop.setBoundaries(
        withTablesOut(panel.desktop.boundaries(), *panel.desktop.catalog(),
                      test::tablesNamed(*panel.desktop.catalog(), {QStringLiteral("products")})));
    panel.setState(panel.desktop.state());
    panel.selectTable("products");
    QVERIFY(form->isVisible());
    QVERIFY(!form->choice()->isVisible()); // nobody's, so it is nothing to others
}

void TestBoundaryPanel::filterKeepsWhatIsAround()
{
    ShownBoundaries panel;
    panel.filterField()->setText(QStringLiteral("STOCK"));
    QCOMPARE(panel.childrenOf({}), QStringList{QStringLiteral("catalogue")});
    QCOMPARE(panel.tablesOf("catalogue"), QStringList{QStringLiteral("stock")});
    panel.filterField()->setText(QStringLiteral("order"));
    QCOMPARE(panel.tablesOf("ordering").size(), 3); // its own name fits
    panel.filterField()->clear();
    QVERIFY(panel.model()->rowCount() >= 5);
}

void TestBoundaryPanel::problemsAreListedAndCleaned()
{
    ShownBoundaries panel;
    Boundaries boundaries = panel.desktop.boundaries();
    boundaries.entries[QStringLiteral("support")].members
        << QStringLiteral("shop/table:public.gone");
    panel.desktop.setBoundaries(boundaries);
    panel.setState(panel.desktop.state());
    const QModelIndex problems = panel.model()->index(panel.model()->rowCount() - 1, 0);
    QCOMPARE(problems.data().toString(), QStringLiteral("To be looked at"));
    QVERIFY(panel.childrenOf(problems).join(QLatin1Char(' ')).contains(QStringLiteral("gone")));
    QVERIFY(panel.model()->problemAt(panel.model()->index(0, 0, problems)) != nullptr);
}

void TestBoundaryPanel::selectionFollowsQuietly()
{
    ShownBoundaries panel;
    QSignalSpy selected(&panel, &BoundaryPanel::tablesSelected);
    panel.filterField()->setFocus();
    const auto tables = test::tablesNamed(*panel.desktop.catalog(),
                                          {QStringLiteral("stock"), QStringLiteral("orders")});
    panel.selectTables(tables);
    QCOMPARE(panel.selectedTables(), tables);
    QCOMPARE(selected.size(), 0);
    panel.selectTable("tickets");
    QCOMPARE(selected.size(), 1);
    panel.setState(panel.desktop.state());
    QCOMPARE(selected.size(), 1); // another check is no choice of a person
    QCOMPARE(panel.selectedTables().size(), std::size_t(1));
    panel.filterField()->setFocus();
    panel.selectTables({}); // nothing is selected any more
    QVERIFY(panel.selectedTables().empty());
    QVERIFY(!panel.exposure()->isVisible());
    panel.setState(panel.desktop.state());
    QVERIFY(panel.selectedTables().empty());
}

void TestBoundaryPanel::keysWork()
{
    ShownBoundaries panel;
    QSignalSpy activated(&panel, &BoundaryPanel::objectActivated);
    QSignalSpy boundary(&panel, &BoundaryPanel::boundaryActivated);
    QSignalSpy make(&panel, &BoundaryPanel::makeRequested);
    panel.selectTable("tickets");
    QTest::keyClick(panel.tree(), Qt::Key_Return);
    panel.selectBoundary("support");
    QTest::keyClick(panel.tree(), Qt::Key_Return);
    QTest::keyClick(panel.tree(), Qt::Key_Insert);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(boundary.size(), 1);
    QCOMPARE(make.size(), 1);
}

void TestBoundaryPanel::modelKeepsItsPromises()
{
    ShownBoundaries panel;
    const QAbstractItemModelTester tester(panel.model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    panel.filterField()->setText(QStringLiteral("o"));
    panel.filterField()->setText(QStringLiteral("nothing at all"));
    panel.filterField()->clear();
    panel.setState(noBoundaryState());
    panel.setState(panel.desktop.state());
}

QTEST_MAIN(TestBoundaryPanel)
#include "tst_boundary_panel.moc"

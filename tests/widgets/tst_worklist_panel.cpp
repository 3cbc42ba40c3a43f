// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The worklist with mouse and keys: what is listed, where it goes next, what stays current when the
// list is another; coverage; and the dialog of conventions.
#include "tests/support/worklist_fixture.h"
#include "widgets/convention_form.h"
#include "widgets/conventions_dialog.h"
#include "widgets/coverage_bars.h"
#include "widgets/naming_styles_tree.h"
#include "widgets/worklist_model.h"
#include "widgets/worklist_panel.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace cadastre;
using namespace cadastre::test;

class TestWorklistPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsTheHeaviestFirst();
    void namesAsMeant();
    void keysLeadThrough();
    void goesOnToTheNext();
    void currentReasonIsWhole();
    void fitsIntoANarrowDock();
    void rowsFollowTheWidth();
    void staysWhereItWas();
    void filters();
    void nothingToDo();
    void modelKeepsItsPromises();
    void coverage();
    void conventionsAreEdited();
    void conventionsKeepWhatIsTyped();
    void conventionsAreRenamed();
    void tablesAreTagged();
    void conventionsAreShown();
};

namespace {

const QString shop = QStringLiteral("customers\n"
                                    "  id integer pk\n"
                                    "  flag1 smallint\n"
                                    "tmp_orders\n"
                                    "  id integer pk\n"
                                    "  customer_id integer > customers.id\n"
                                    "  status smallint // @format YYYY-MM-DD\n"
                                    "items\n"
                                    "  id integer pk\n"
                                    "  order_id integer > tmp_orders.id\n"
                                    "notes\n"
                                    "  id integer pk\n"
                                    "  order_id integer > tmp_orders.id\n");

WorklistStatePointer stateOf(const WorklistFixture& fixture)
{
    return worklistState(fixture.facts(), fixture.facts());
}

QStringList namesIn(const WorklistPanel& panel)
{
    QStringList names;
    for (int row = 0; row < panel.model()->rowCount(); ++row)
        names << panel.model()->index(row).data().toString();
    return names;
}

QString currentName(const WorklistPanel& panel)
{
    return panel.list()->currentIndex().data().toString();
}

} // namespace

void TestWorklistPanel::listsTheHeaviestFirst()
{
    const WorklistFixture fixture(shop);
    WorklistPanel panel;
    panel.setState(stateOf(fixture));
    QCOMPARE(namesIn(panel).mid(0, 3),
             (QStringList{QStringLiteral("tmp_orders"), QStringLiteral("tmp_orders.status"),
                          QStringLiteral("customers.flag1")}));
    QCOMPARE(currentName(panel), QStringLiteral("tmp_orders"));
    const QString spoken = panel.model()->index(0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.contains(QStringLiteral("The name says temporary")), qPrintable(spoken));
    QVERIFY(panel.model()
                ->index(1)
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(QStringLiteral("no longer true")));
}

void TestWorklistPanel::namesAsMeant()
{
    WorklistFixture fixture(shop);
    WorklistPanel panel;
    panel.setState(stateOf(fixture)); // staged later: the list is not made anew yet
    fixture.stage("tmp_orders.status", "@called state");
    ObjectNames names{std::make_shared<const CommentedCatalog>(fixture.commented), true};
    panel.model()->setNames(names);
    QVERIFY2(namesIn(panel).contains(QStringLiteral("state (tmp_orders.status)")),
             qPrintable(namesIn(panel).join(QLatin1Char(' '))));
    panel.model()->setFilter({WorklistFilterKind::All, QStringLiteral("state")});
    QCOMPARE(namesIn(panel), QStringList{QStringLiteral("state (tmp_orders.status)")});
    names.asMeant = false;
    panel.model()->setNames(names);
    QCOMPARE(namesIn(panel), QStringList{QStringLiteral("tmp_orders.status (state)")});
    panel.model()->setNames({});
    QCOMPARE(namesIn(panel), QStringList());
}

void TestWorklistPanel::keysLeadThrough()
{
    const WorklistFixture fixture(shop);
    WorklistPanel panel;
    panel.resize(320, 600);
    panel.show();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    panel.setState(stateOf(fixture));
    QSignalSpy selected(&panel, &WorklistPanel::objectSelected);
    QSignalSpy edited(&panel, &WorklistPanel::editRequested);
    QTest::keyClick(panel.filterField(), Qt::Key_Down);
    QVERIFY(panel.list()->hasFocus());
    QCOMPARE(selected.count(), 0);
    QTest::keyClick(panel.list(), Qt::Key_Down);
    QCOMPARE(selected.count(), 1);
    QCOMPARE(selected.last().first().value<ObjectRef>(), fixture.object("tmp_orders.status"));
    QTest::keyClick(panel.list(), Qt::Key_Return);
    QCOMPARE(edited.count(), 1);
    QCOMPARE(edited.last().first().value<ObjectRef>(), fixture.object("tmp_orders.status"));
    QTest::mouseClick(panel.editButton(), Qt::LeftButton);
    QCOMPARE(edited.count(), 2);
}

void TestWorklistPanel::fitsIntoANarrowDock()
{
    const WorklistFixture fixture(shop);
    WorklistPanel panel;
    QVERIFY2(panel.minimumSizeHint().width() <= 240,
             qPrintable(QString::number(panel.minimumSizeHint().width())));
    panel.setState(stateOf(fixture));
    QVERIFY2(panel.minimumSizeHint().width() <= 240,
             qPrintable(QString::number(panel.minimumSizeHint().width())));
}

void TestWorklistPanel::currentReasonIsWhole()
{
    const WorklistFixture fixture(shop);
    auto state = std::make_shared<WorklistState>(*stateOf(fixture));
    QVERIFY(state->entries.size() >= 2U);
    const QString longReason =
        QStringLiteral("The name says temporary; 42 references. ").repeated(9);
    for (WorklistEntry& entry : state->entries)
        entry.reason = longReason;
    WorklistPanel panel;
    panel.resize(260, 700);
    panel.setState(state);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    QListView* list = panel.list();
    const auto heightOf = [&](int row) {
        return list->visualRect(panel.model()->index(row)).height();
    };
    const int line = list->fontMetrics().lineSpacing();
    list->setCurrentIndex(panel.model()->index(1));
    const int others = 3 * line + 6;
    QCOMPARE(heightOf(0), others);
    const int width = list->viewport()->width();
    QVERIFY2(heightOf(1) * width > list->fontMetrics().horizontalAdvance(longReason) * line,
             qPrintable(QString::number(heightOf(1))));
    QTest::keyClick(list, Qt::Key_Up);
    QVERIFY(heightOf(0) > others);
    QCOMPARE(heightOf(1), others);
    // a double click is on the entry that was pressed, whatever is above it
    QSignalSpy wanted(&panel, &WorklistPanel::editRequested);
    const QPoint place = list->visualRect(panel.model()->index(1)).center();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(list->currentIndex().row(), 1);
    QTRY_VERIFY(heightOf(1) > others);
    QTest::keyClick(list, Qt::Key_Up);
    // narrower: more lines
    const int before = heightOf(0);
    panel.resize(200, 700);
    QTRY_VERIFY(heightOf(0) > before);
}

void TestWorklistPanel::goesOnToTheNext()
{
    WorklistFixture fixture(shop);
    WorklistPanel panel;
    panel.setState(stateOf(fixture));
    // at the beginning, then one after the other
    QCOMPARE(panel.goToNextAfter(std::nullopt), std::optional(fixture.object("tmp_orders")));
    const ObjectKey first = fixture.catalog->keyOf(fixture.object("tmp_orders"));
    QCOMPARE(panel.goToNextAfter(first), std::optional(fixture.object("tmp_orders.status")));
    // what was written is off the list: the one in its place
    panel.list()->setCurrentIndex(panel.model()->index(0));
    fixture.stage("tmp_orders", "Orders.");
    panel.setState(stateOf(fixture));
    QCOMPARE(panel.goToNextAfter(first), std::optional(fixture.object("tmp_orders.status")));
    const int last = panel.model()->rowCount() - 1;
    QCOMPARE(panel.goToNextAfter(panel.model()->keyAt(last)), std::optional<ObjectRef>());
}

void TestWorklistPanel::rowsFollowTheWidth()
{
    const WorklistFixture fixture(shop);
    WorklistPanel panel;
    panel.resize(500, 500);
    panel.setState(stateOf(fixture));
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    const QModelIndex first = panel.model()->index(0);
    const int wide = panel.list()->visualRect(first).height();
    panel.list()->setMaximumWidth(120);
    QTRY_VERIFY(panel.list()->visualRect(first).height() > wide); // its reason has more lines
    QTRY_VERIFY(panel.list()->visualRect(first).bottom() <
                panel.list()->visualRect(panel.model()->index(1)).top());
    panel.list()->setMaximumWidth(QWIDGETSIZE_MAX);
    QTRY_COMPARE(panel.list()->visualRect(first).height(), wide);
}

void TestWorklistPanel::staysWhereItWas()
{
    WorklistFixture fixture(shop);
    WorklistPanel panel;
    panel.setState(stateOf(fixture));
    panel.list()->setCurrentIndex(panel.model()->index(2));
    QSignalSpy selected(&panel, &WorklistPanel::objectSelected);
    fixture.stage("tmp_orders.status", "Where it is.");
    panel.setState(stateOf(fixture));
    QCOMPARE(currentName(panel), QStringLiteral("customers.flag1"));
    QCOMPARE(panel.list()->currentIndex().row(), 1);
    // a list that became another shows nothing by itself
    QCOMPARE(selected.count(), 0);
}

void TestWorklistPanel::filters()
{
    const WorklistFixture fixture(shop);
    WorklistPanel panel;
    panel.setState(stateOf(fixture));
    const int all = panel.model()->rowCount();
    const int wrong = panel.kinds()->findData(static_cast<int>(WorklistFilterKind::NoLongerTrue));
    panel.kinds()->setCurrentIndex(wrong);
    QCOMPARE(namesIn(panel), QStringList{QStringLiteral("tmp_orders.status")});
    panel.kinds()->setCurrentIndex(0);
    QCOMPARE(panel.model()->rowCount(), all);
    panel.filterField()->setText(QStringLiteral("SAYS NOTHING"));
    QTest::keyClick(panel.filterField(), Qt::Key_Return);
    QCOMPARE(namesIn(panel), QStringList{QStringLiteral("customers.flag1")});
    panel.filterField()->setText(QStringLiteral("zzz"));
    QTest::keyClick(panel.filterField(), Qt::Key_Return);
    QCOMPARE(panel.model()->rowCount(), 0);
    QVERIFY(!panel.editButton()->isEnabled());
    QCOMPARE(panel.currentObject(), std::optional<ObjectRef>());
}

void TestWorklistPanel::nothingToDo()
{
    WorklistPanel panel;
    QCOMPARE(panel.goToNextAfter(std::nullopt), std::optional<ObjectRef>());
    panel.setState(std::make_shared<const WorklistState>());
    QVERIFY(!panel.editButton()->isEnabled());
    const WorklistFixture fixture{QStringLiteral("a // A.\n  id integer pk\n")};
    panel.setState(stateOf(fixture));
    QCOMPARE(panel.model()->rowCount(), 0);
}

void TestWorklistPanel::modelKeepsItsPromises()
{
    WorklistFixture fixture(shop);
    WorklistModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setState(stateOf(fixture));
    model.setFilter({WorklistFilterKind::Columns, {}});
    fixture.stage("customers.flag1", "VIP <b>flag</b>.");
    model.setState(stateOf(fixture));
    model.setFilter({WorklistFilterKind::All, QStringLiteral("orders")});
    for (int row = 0; row < model.rowCount(); ++row)
        QVERIFY(!model.index(row).data(Qt::ToolTipRole).toString().isEmpty());
}

void TestWorklistPanel::coverage()
{
    WorklistFixture fixture(shop);
    WorklistPanel panel;
    panel.setState(stateOf(fixture));
    QTreeWidget* list = panel.coverage()->list();
    QCOMPARE(list->topLevelItemCount(), 1);
    QCOMPARE(list->topLevelItem(0)->text(0), QStringLiteral("public"));
    QCOMPARE(list->topLevelItem(0)->text(1), QStringLiteral("1 of 13 (7 %)"));
    fixture.stage("customers", "Customers.\n@convention old");
    panel.setState(stateOf(fixture));
    QCOMPARE(list->topLevelItem(0)->text(1), QStringLiteral("2 of 13 (15 %)"));
    QComboBox* choice = panel.coverage()->choice();
    choice->setCurrentIndex(choice->findData(static_cast<int>(CoverageBy::Convention)));
    QCOMPARE(list->topLevelItemCount(), 2);
    QCOMPARE(list->topLevelItem(0)->text(0), QStringLiteral("old"));
    QSignalSpy activated(panel.coverage(), &CoverageBars::groupActivated);
    Q_EMIT list->itemActivated(list->topLevelItem(0), 0);
    QCOMPARE(activated.last().at(1).toString(), QStringLiteral("old"));
}

namespace {

const QString eras = QStringLiteral("order_items // @convention snake\n  id integer pk\n"
                                    "orderNotes\n  id integer pk\n"
                                    "orderLines\n  id integer pk\n");

} // namespace

void TestWorklistPanel::conventionsAreEdited()
{
    const WorklistFixture fixture(eras);
    ConventionsDialog dialog;
    Conventions conventions;
    QSignalSpy edited(&dialog, &ConventionsDialog::edited);
    connect(&dialog, &ConventionsDialog::edited, &dialog, [&](const Conventions& after) {
        conventions = after;
        dialog.setView(conventionsView(fixture.commented, conventions));
    });
    dialog.setView(conventionsView(fixture.commented, conventions));
    ConventionForm* form = dialog.form();
    // what comments name stands there without being listed
    QCOMPARE(form->list()->topLevelItemCount(), 1);
    QTest::mouseClick(form->addButton(), Qt::LeftButton);
    QVERIFY(conventions.contains(QStringLiteral("snake")));
    form->meaningField()->setText(QStringLiteral("snake_case of 2019"));
    QTest::keyClick(form->meaningField(), Qt::Key_Return);
    QCOMPARE(conventions.at(QStringLiteral("snake")).meaning, QStringLiteral("snake_case of 2019"));
    form->periodField()->setText(QStringLiteral("since 2019"));
    dialog.reject(); // what was typed is not lost
    QCOMPARE(conventions.at(QStringLiteral("snake")).period, QStringLiteral("since 2019"));
    QTest::mouseClick(form->removeButton(), Qt::LeftButton);
    QVERIFY(conventions.empty());
    QVERIFY(edited.count() >= 4);
}

void TestWorklistPanel::conventionsKeepWhatIsTyped()
{
    const WorklistFixture fixture(QStringLiteral("orders\n  id integer pk\n"));
    ConventionsDialog dialog;
    Conventions conventions;
    const auto show = [&] { dialog.setView(conventionsView(fixture.commented, conventions)); };
    const auto take = [&](const Conventions& after) {
        conventions = after;
        show();
    };
    connect(&dialog, &ConventionsDialog::edited, &dialog, take);
    connect(&dialog, &ConventionsDialog::renamed, &dialog,
            [&](const QString&, const QString&, const Conventions& after) { take(after); });
    show();
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    ConventionForm* form = dialog.form();
    QTest::mouseClick(form->addButton(), Qt::LeftButton);
    show(); // what follows from a change comes a moment later
    QCOMPARE(form->nameField()->selectedText(), QStringLiteral("convention"));
    // typing replaces the name; in every field the model comes back after the first letters
    const std::array fields{
        std::pair(form->nameField(), QStringLiteral("partner")),
        std::pair(form->meaningField(), QStringLiteral("Names of the partner")),
        std::pair(form->periodField(), QStringLiteral("2014 to 2019")),
        std::pair(form->exampleField(), QStringLiteral("orderNotes.createdDate"))};
    for (const auto& [field, text] : fields) {
        QVERIFY(field->hasFocus());
        QTest::keyClicks(field, text.first(3));
        field->cursorBackward(false);
        show();
        QCOMPARE(field->cursorPosition(), 2);
        field->end(false);
        QTest::keyClicks(field, text.sliced(3));
        QCOMPARE(field->text(), text);
        QTest::keyClick(field, Qt::Key_Tab);
    }
    show();
    const Convention typed{fields[1].second, fields[2].second, fields[3].second};
    QCOMPARE(conventions, (Conventions{{QStringLiteral("partner"), typed}}));
    // what others change is shown where nobody types
    conventions[QStringLiteral("partner")].meaning = QStringLiteral("Theirs");
    form->periodField()->setText(QStringLiteral("mine"));
    show();
    QCOMPARE(form->meaningField()->text(), QStringLiteral("Theirs"));
    QCOMPARE(form->periodField()->text(), QStringLiteral("mine"));
    // gone meanwhile: the words are not
    conventions = {{QStringLiteral("another"), {}}};
    show();
    QCOMPARE(form->periodField()->text(), QStringLiteral("mine"));
    form->commit();
    QCOMPARE(conventions.at(QStringLiteral("partner")).period, QStringLiteral("mine"));
    // another convention has fields of its own
    form->selectConvention(QStringLiteral("another"));
    QCOMPARE(form->periodField()->text(), QString());
}

void TestWorklistPanel::conventionsAreRenamed()
{
    const WorklistFixture fixture(eras);
    ConventionsDialog dialog;
    dialog.setView(conventionsView(fixture.commented, {{QStringLiteral("snake"), {}}}));
    QSignalSpy renamed(&dialog, &ConventionsDialog::renamed);
    ConventionForm* form = dialog.form();
    form->nameField()->setText(QStringLiteral("  snake 2019 "));
    QTest::keyClick(form->nameField(), Qt::Key_Return);
    QCOMPARE(renamed.count(), 1);
    QCOMPARE(renamed.last().at(0).toString(), QStringLiteral("snake"));
    QCOMPARE(renamed.last().at(1).toString(), QStringLiteral("snake 2019"));
}

void TestWorklistPanel::tablesAreTagged()
{
    const WorklistFixture fixture(eras);
    ConventionsDialog dialog;
    dialog.setView(conventionsView(fixture.commented, {}));
    NamingStylesTree* styles = dialog.styles();
    QVERIFY(!styles->tagButton()->isEnabled());
    QTreeWidgetItem* camel = styles->tree()->topLevelItem(0);
    QVERIFY2(camel->text(0).startsWith(QStringLiteral("camelCase: 2 tables, 2 without")),
             qPrintable(camel->text(0)));
    styles->tree()->setCurrentItem(camel);
    QCOMPARE(styles->conventionField()->currentText(), QStringLiteral("camel-case"));
    camel->setCheckState(0, Qt::Checked);
    QCOMPARE(styles->checkedTables().size(), std::size_t(2));
    QVERIFY(styles->tagButton()->text().contains(QStringLiteral("2 tables")));
    styles->conventionField()->setEditText(QStringLiteral("legacy-2014"));
    QSignalSpy tagged(&dialog, &ConventionsDialog::tagRequested);
    QTest::mouseClick(styles->tagButton(), Qt::LeftButton);
    QCOMPARE(tagged.count(), 1);
    QCOMPARE(tagged.last().at(1).toString(), QStringLiteral("legacy-2014"));
    // other words elsewhere leave alone what is checked and open here
    camel->setExpanded(true);
    dialog.setView(conventionsView(fixture.commented, {{QStringLiteral("other"), {}}}));
    QCOMPARE(styles->tree()->topLevelItem(0), camel);
    QCOMPARE(styles->checkedTables().size(), std::size_t(2));
    camel->child(0)->setCheckState(0, Qt::Unchecked);
    QCOMPARE(styles->checkedTables().size(), std::size_t(1));
    // of another catalog nothing is checked
    const WorklistFixture other(eras);
    dialog.setView(conventionsView(other.commented, {}));
    QVERIFY(styles->checkedTables().empty());
}

void TestWorklistPanel::conventionsAreShown()
{
    const WorklistFixture fixture(eras);
    ConventionsDialog dialog;
    QSignalSpy shown(&dialog, &ConventionsDialog::showRequested);
    dialog.setView(conventionsView(fixture.commented, {{QStringLiteral("unused"), {}}}));
    ConventionForm* form = dialog.form();
    form->selectConvention(QStringLiteral("unused"));
    QVERIFY(!form->showButton()->isEnabled());
    form->selectConvention(QStringLiteral("snake"));
    QVERIFY(form->showButton()->isEnabled());
    QTest::mouseClick(form->showButton(), Qt::LeftButton);
    QCOMPARE(shown.count(), 1);
    QCOMPARE(shown.last().front().toString(), QStringLiteral("snake"));
}

QTEST_MAIN(TestWorklistPanel)
#include "tst_worklist_panel.moc"

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The panel of crossings with mouse and keys: the matrix, the list with its filters, decisions by
// form and keys, rules, the baseline; and that thousands of rows stay fluid.
#include "tests/support/boundary_panel_fixture.h"
#include "widgets/baseline_dialog.h"
#include "widgets/crossing_detail.h"
#include "widgets/crossing_filter.h"
#include "widgets/crossing_filter_bar.h"
#include "widgets/crossing_matrix.h"
#include "widgets/crossing_page.h"
#include "widgets/crossing_signs.h"
#include "widgets/crossings_panel.h"
#include "widgets/fact_list_page.h"
#include "widgets/rule_dialog.h"
#include "widgets/until_field.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QTreeView>

using namespace cadastre;

namespace {

/// Does what it asks for at once, as the window does.
class ShownCrossings : public CrossingsPanel
{
public:
    ShownCrossings()
    {
        resize(360, 760);
        connect(this, &CrossingsPanel::editRequested, this, [this](const BoundaryEdit& edit) {
            QVERIFY(desktop.edit(edit));
            setState(desktop.state());
        });
        setState(desktop.state());
        show();
        activateWindow();
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(this);
    }
    [[nodiscard]] CrossingPage* page() const { return crossings(); }
    [[nodiscard]] QStringList lines() const
    {
        QStringList lines;
        const GroupedModel& model = *page()->model();
        for (int group = 0; group < model.rowCount(); ++group) {
            const QModelIndex heading = model.index(group, 0);
            lines << heading.data().toString();
            for (int row = 0; row < model.rowCount(heading); ++row)
                lines << QString(QLatin1Char(' ') % model.index(row, 0, heading).data().toString());
        }
        return lines;
    }
    void selectFirst()
    {
        page()->list()->setCurrentIndex(page()->model()->index(0, 0, page()->model()->index(0, 0)));
        page()->list()->setFocus();
    }
    void showEverything() { page()->filters()->showAll(); }

    test::BoundaryDesktop desktop;
};

} // namespace

class TestCrossingsPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsWhatCrossesByPair();
    void fitsANarrowDock();
    void choosingALineLeavesTheList();
    void tabFollowsTheEye();
    void signsAreAllDifferent();
    void matrixCountsAndFilters();
    void headerOfTheMatrixFiltersOneSide();
    void decidesByKeysAndFollowsOn();
    void takesADecisionBack();
    void decidesAWholeHeading();
    void namesAreEscaped();
    void filtersByKindStateAndText();
    void groupsInFourWays();
    void rulesAreAddedChangedAndRemoved();
    void newRuleAllowsNothingByItself();
    void nothingToDecideSaysWhy();
    void baselineIsWrittenAndShrinks();
    void flowsAreListedAndRemoved();
    void modelsKeepTheirPromises();
    void nothingDrawnTeaches();
    void manyCrossingsStayFluid();
};

void TestCrossingsPanel::listsWhatCrossesByPair()
{
    ShownCrossings panel;
    QCOMPARE(panel.lines(),
             (QStringList{QStringLiteral("billing → ordering"),
                          QStringLiteral(" invoices.invoices_customer_id_fkey → customers"),
                          QStringLiteral(" invoices.invoices_order_id_fkey → orders"),
                          QStringLiteral("ordering → catalogue"),
                          QStringLiteral(" order_items.order_items_product_id_fkey → products"),
                          QStringLiteral("support → ordering"),
                          QStringLiteral(" tickets.tickets_customer_id_fkey → customers")}));
    QVERIFY2(panel.summaryText().startsWith(QStringLiteral("4 crossings")),
             qPrintable(panel.summaryText()));
    QVERIFY(panel.summaryText().contains(QStringLiteral("4 to decide")));
}

void TestCrossingsPanel::fitsANarrowDock()
{
    ShownCrossings panel;
    panel.selectFirst();
    const int least = panel.minimumSizeHint().width();
    QVERIFY2(least <= 300, qPrintable(QString::number(least)));
    panel.resize(310, 640);
    QCoreApplication::processEvents();
    const CrossingDetail* detail = panel.page()->detail();
    for (int i = 0; i < 5; ++i) {
        const QRadioButton* button = detail->choiceButton(static_cast<CrossingChoice>(i));
        QVERIFY2(button->isVisible(), qPrintable(button->text()));
        QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
        QCOMPARE(button->x(), detail->choiceButton(CrossingChoice::Keep)->x());
    }
    const QList<QPushButton*> buttons = detail->findChildren<QPushButton*>();
    QCOMPARE(buttons.size(), 3);
    for (const QPushButton* button : buttons) {
        const int words = button->fontMetrics().horizontalAdvance(button->text());
        QVERIFY2(button->width() >= words + button->iconSize().width() * !button->icon().isNull(),
                 qPrintable(button->text()));
        QCOMPARE(button->visibleRegion().boundingRect(), button->rect());
    }
    panel.resize(620, 640); // and side by side where there is room
    QTRY_VERIFY(detail->choiceButton(static_cast<CrossingChoice>(1))->x() >
                detail->choiceButton(static_cast<CrossingChoice>(0))->x());
}

void TestCrossingsPanel::choosingALineLeavesTheList()
{
    ShownCrossings panel;
    const QTreeView* list = panel.page()->list();
    panel.page()->list()->clearSelection();
    QCoreApplication::processEvents();
    const int before = list->height();
    const QModelIndex first = panel.page()->model()->index(0, 0, list->model()->index(0, 0));
    QTest::mouseClick(panel.page()->list()->viewport(), Qt::LeftButton, {},
                      list->visualRect(first).center());
    QCOMPARE(list->currentIndex(), first);
    QCoreApplication::processEvents();
    QCOMPARE(list->height(), before);
    // what it points at has a line of its own
    QVERIFY(list->visualRect(first).height() >= 2 * list->fontMetrics().height());
    QVERIFY(list->visualRect(first.parent()).height() < 2 * list->fontMetrics().height());
}

void TestCrossingsPanel::tabFollowsTheEye()
{
    ShownCrossings panel;
    panel.selectFirst();
    panel.page()->detail()->page()->setFocus();
    QList<int> tops;
    for (int step = 0; step < 5; ++step) {
        const QWidget* focus = QApplication::focusWidget();
        tops << focus->mapTo(&panel, QPoint()).y();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QVERIFY2(std::is_sorted(tops.begin(), tops.end()), "facts, choices, why, buttons");
    QVERIFY(tops.last() > tops.first());
}

void TestCrossingsPanel::signsAreAllDifferent()
{
    QSet<QString> signs;
    for (int i = 0; i < crossingKindCount; ++i)
        signs.insert(crossingKindSign(static_cast<CrossingKind>(i)));
    QCOMPARE(signs.size(), crossingKindCount);
    QVERIFY(!signs.contains(QString()));
}

void TestCrossingsPanel::matrixCountsAndFilters()
{
    ShownCrossings panel;
    const CrossingMatrixModel& matrix = *panel.page()->matrixModel();
    QCOMPARE(matrix.rowCount(), 3); // catalogue and the module use nobody
    QCOMPARE(matrix.columnCount(), 2);
    const auto at = [&](const char* from, const char* into) {
        const Ownership ownership = panel.desktop.state()->check.ownership;
        return matrix.indexOf(*ownership.indexOf(QString::fromLatin1(from)),
                              *ownership.indexOf(QString::fromLatin1(into)));
    };
    const QModelIndex cell = at("billing", "ordering");
    QCOMPARE(cell.data().toString(), QStringLiteral("2"));
    QCOMPARE(cell.data(CrossingMatrixModel::SignsRole).toString(), QStringLiteral("F2"));
    QCOMPARE(cell.data(CrossingMatrixModel::UndecidedRole).toInt(), 2);
    QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(QStringLiteral("2 to decide")));
    QCOMPARE(at("billing", "catalogue").data().toString(), QString());

    CrossingMatrixView* view = panel.page()->matrix();
    view->scrollTo(cell);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(cell).center());
    QCOMPARE(panel.lines().size(), 3);
    QCOMPARE(panel.lines().first(), QStringLiteral("billing → ordering"));
    QTest::keyClick(view, Qt::Key_Escape);
    QCOMPARE(panel.lines().size(), 7);
}

void TestCrossingsPanel::headerOfTheMatrixFiltersOneSide()
{
    ShownCrossings panel;
    CrossingMatrixView* view = panel.page()->matrix();
    Q_EMIT view->horizontalHeader()->sectionClicked(1); // into ordering
    QCOMPARE(panel.lines().size(), 5);
    QVERIFY(!panel.lines().contains(QStringLiteral("ordering → catalogue")));
}

void TestCrossingsPanel::decidesByKeysAndFollowsOn()
{
    ShownCrossings panel;
    panel.selectFirst();
    QSignalSpy edits(&panel, &CrossingsPanel::editRequested);
    QTest::keyClick(panel.page()->list(), Qt::Key_2);
    QLineEdit* reason = panel.page()->detail()->reasonField();
    QVERIFY(reason->hasFocus());
    QVERIFY(panel.page()->detail()->choiceButton(CrossingChoice::ServiceCall)->isChecked());
    QTest::keyClicks(reason, QStringLiteral("asked Ann"));
    panel.page()->detail()->untilField()->setUntil(QDate(2027, 3, 1));
    QSignalSpy selected(&panel, &CrossingsPanel::crossingSelected);
    QTest::keyClick(reason, Qt::Key_Return);
    QCOMPARE(edits.size(), 1);
    QCOMPARE(panel.desktop.boundaries().decisions.size(), std::size_t(1));
    const CrossingDecision decision = panel.desktop.boundaries().decisions.begin()->second;
    QCOMPARE(decision.choice, CrossingChoice::ServiceCall);
    QCOMPARE(decision.reason, QStringLiteral("asked Ann"));
    QCOMPARE(decision.until, std::optional(QDate(2027, 3, 1)));
    QCOMPARE(panel.lines().size(), 6); // it is decided, and not listed any more
    QCOMPARE(panel.page()->list()->currentIndex().data().toString(),
             QStringLiteral("invoices.invoices_order_id_fkey → orders"));
    QCOMPARE(selected.size(), 1); // the diagram follows
    QVERIFY(selected.last().first().value<Crossing>().sentence.contains(QStringLiteral("orders")));
    QVERIFY(reason->text().isEmpty());
    QVERIFY(panel.page()->list()->hasFocus());
}

void TestCrossingsPanel::takesADecisionBack()
{
    ShownCrossings panel;
    panel.selectFirst();
    QTest::keyClick(panel.page()->list(), Qt::Key_1);
    QCoreApplication::processEvents(); // the form has just appeared
    QTest::mouseClick(panel.page()->detail()->decideButton(), Qt::LeftButton);
    QTest::keyClick(panel.page()->detail()->reasonField(), Qt::Key_Return);
    QVERIFY(panel.desktop.boundaries().decisions.empty()); // nobody has said why
    QTest::keyClicks(panel.page()->detail()->reasonField(), QStringLiteral("as ever"));
    QTest::mouseClick(panel.page()->detail()->decideButton(), Qt::LeftButton);
    QCOMPARE(panel.desktop.boundaries().decisions.size(), std::size_t(1));
    panel.showEverything();
    panel.selectFirst();
    QVERIFY(panel.page()->detail()->takeBackButton()->isEnabled());
    QTest::keyClick(panel.page()->list(), Qt::Key_Delete);
    QVERIFY(panel.desktop.boundaries().decisions.empty());
}

void TestCrossingsPanel::decidesAWholeHeading()
{
    ShownCrossings panel;
    panel.page()->list()->setCurrentIndex(panel.page()->model()->index(0, 0));
    QCOMPARE(panel.page()->selectedCrossings().size(), std::size_t(2));
    QCoreApplication::processEvents(); // the form has just appeared
    QVERIFY(!panel.page()->detail()->decideButton()->isEnabled());
    QTest::keyClicks(panel.page()->detail()->reasonField(), QStringLiteral("one team"));
    QTest::mouseClick(panel.page()->detail()->decideButton(), Qt::LeftButton);
    QCOMPARE(panel.desktop.boundaries().decisions.size(), std::size_t(2));
    QCOMPARE(panel.desktop.names().last(), QStringLiteral("Decide 2 crossings"));
}

void TestCrossingsPanel::namesAreEscaped()
{
    ShownCrossings panel;
    panel.selectFirst();
    const QTextBrowser* page = panel.page()->detail()->page();
    QVERIFY2(page->toPlainText().contains(QStringLiteral("sales <b>")),
             qPrintable(page->toPlainText()));
}

void TestCrossingsPanel::filtersByKindStateAndText()
{
    ShownCrossings panel;
    CrossingFilterBar* filters = panel.page()->filters();
    QTest::keyClicks(filters->textField(), QStringLiteral("TICKETS"));
    QTRY_COMPARE(panel.lines().size(), 2);
    filters->textField()->clear();
    QTRY_COMPARE(panel.lines().size(), 7);
    QVERIFY(filters->kindChoice()->findText(QStringLiteral("View"), Qt::MatchContains) < 0);
    filters->kindChoice()->setCurrentIndex(1);
    QCOMPARE(panel.lines().size(), 7); // all are foreign keys
    filters->stateChoice()->setCurrentIndex(1);
    QCOMPARE(filters->filter().onlyToDecide, false);
}

void TestCrossingsPanel::groupsInFourWays()
{
    ShownCrossings panel;
    QComboBox* grouping = panel.page()->filters()->groupingChoice();
    QList<int> headings;
    for (int i = 0; i < grouping->count(); ++i) {
        grouping->setCurrentIndex(i);
        headings << panel.page()->model()->rowCount();
        QCOMPARE(panel.page()->model()->totalRows(), 4);
    }
    QCOMPARE(headings, (QList<int>{3, 1, 1, 3}));
}

void TestCrossingsPanel::rulesAreAddedChangedAndRemoved()
{
    ShownCrossings panel;
    panel.askRule({QStringLiteral("billing"), QStringLiteral("ordering"), {}});
    auto* dialog = panel.findChild<RuleDialog*>();
    QVERIFY(dialog != nullptr);
    QTest::keyClicks(dialog->reasonField(), QStringLiteral("contract of 2019"));
    QTest::keyClick(dialog->reasonField(), Qt::Key_Return);
    const RuleKey key{QStringLiteral("billing"), QStringLiteral("ordering"), {}};
    QCOMPARE(panel.desktop.boundaries().rules.at(key).reason, QStringLiteral("contract of 2019"));
    QCOMPARE(panel.lines().size(), 4); // two are allowed now
    QCOMPARE(panel.rules()->model()->totalRows(), 1);
    panel.tabs()->setCurrentWidget(panel.rules());
    panel.rules()->list()->setCurrentIndex(panel.rules()->model()->indexOfRow(0));
    QTest::keyClick(panel.rules()->list(), Qt::Key_Delete);
    QVERIFY(panel.desktop.boundaries().rules.empty());
}

void TestCrossingsPanel::newRuleAllowsNothingByItself()
{
    ShownCrossings panel;
    panel.askNewRule();
    auto* dialog = panel.findChild<RuleDialog*>();
    QCOMPARE(dialog->key().from, QString());
    QVERIFY(!dialog->setButton()->isEnabled());
    QTest::keyClick(dialog->reasonField(), Qt::Key_Return);
    QVERIFY(panel.desktop.boundaries().rules.empty());
    dialog->fromChoice()->setCurrentIndex(0);
    dialog->intoChoice()->setCurrentIndex(0);
    QVERIFY(!dialog->setButton()->isEnabled()); // allows, and nobody has said why
    QVERIFY(dialog->hintText().contains(QStringLiteral("why")));
    dialog->forbidButton()->setChecked(true);
    QVERIFY(dialog->setButton()->isEnabled());
    QCOMPARE(dialog->hintText(), QString());
    delete dialog;
    panel.selectFirst();
    panel.askNewRule();
    dialog = panel.findChild<RuleDialog*>();
    QCOMPARE(dialog->key(), (RuleKey{QStringLiteral("billing"), QStringLiteral("ordering"), {}}));
}

void TestCrossingsPanel::nothingToDecideSaysWhy()
{
    BoundaryCheck check;
    const auto add = [&](CrossingState state) { check.crossings.emplace_back().state = state; };
    add(CrossingState::Counted);
    QCOMPARE(nothingToDecideText(check),
             QStringLiteral("1 crossing: logical references, which are right between boundaries "
                            "and only counted."));
    add(CrossingState::Decided);
    add(CrossingState::Decided);
    QVERIFY(
        nothingToDecideText(check).endsWith(QStringLiteral("\n2 crossings: decided by somebody.")));
}

void TestCrossingsPanel::baselineIsWrittenAndShrinks()
{
    ShownCrossings panel;
    panel.askBaseline();
    auto* dialog = panel.findChild<BaselineDialog*>();
    QVERIFY(dialog->text().contains(QStringLiteral("tickets")));
    QTest::mouseClick(dialog->writeButton(), Qt::LeftButton);
    QCOMPARE(panel.desktop.boundaries().baseline->size(), std::size_t(4));
    QVERIFY(panel.summaryText().contains(QStringLiteral("0 to decide")));
    panel.desktop.edit({{},
                        [&](const Boundaries& before) -> Result<Boundaries> {
                            return withTablesOut(before, *panel.desktop.catalog(),
                                                 test::tablesNamed(*panel.desktop.catalog(),
                                                                   {QStringLiteral("tickets")}));
                        },
                        {}});
    panel.setState(panel.desktop.state());
    const BaselineDialog shrink(*panel.desktop.state());
    QVERIFY(shrink.writeButton()->isEnabled());
    QVERIFY(shrink.text().contains(QStringLiteral("Not there any more")));
}

void TestCrossingsPanel::flowsAreListedAndRemoved()
{
    ShownCrossings panel;
    Boundaries boundaries = panel.desktop.boundaries();
    boundaries.flows[QStringLiteral("checkout")].tables = {
        panel.desktop.catalog()->keyOf(*panel.desktop.catalog()->resolve(u"orders"))};
    panel.desktop.setBoundaries(boundaries);
    panel.setState(panel.desktop.state());
    QCOMPARE(panel.flows()->model()->totalRows(), 1);
    panel.tabs()->setCurrentWidget(panel.flows());
    QSignalSpy selected(&panel, &CrossingsPanel::flowSelected);
    panel.flows()->list()->setCurrentIndex(panel.flows()->model()->indexOfRow(0));
    QCOMPARE(selected.size(), 1);
    QVERIFY(panel.flows()->page()->toPlainText().contains(QStringLiteral("orders")));
    QTest::keyClick(panel.flows()->list(), Qt::Key_Delete);
    QVERIFY(panel.desktop.boundaries().flows.empty());
}

void TestCrossingsPanel::modelsKeepTheirPromises()
{
    ShownCrossings panel;
    const QAbstractItemModelTester list(panel.page()->model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester matrix(panel.page()->matrixModel(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester findings(panel.findings()->model(),
                                            QAbstractItemModelTester::FailureReportingMode::QtTest);
    panel.showEverything();
    for (int i = 0; i < 4; ++i)
        panel.page()->filters()->groupingChoice()->setCurrentIndex(i);
    panel.setState(noBoundaryState());
    panel.setState(panel.desktop.state());
}

void TestCrossingsPanel::nothingDrawnTeaches()
{
    CrossingsPanel panel;
    panel.show();
    QCOMPARE(panel.summaryText(), QStringLiteral("No boundaries yet"));
    QVERIFY(!panel.crossings()->matrix()->isVisible());
    QVERIFY(!panel.crossings()->detail()->isVisible());
}

void TestCrossingsPanel::manyCrossingsStayFluid()
{
    ShownCrossings panel;
    auto state = std::make_shared<BoundaryState>(*panel.desktop.state());
    const JudgedCrossing one = state->check.crossings.front();
    while (state->check.crossings.size() < 20000)
        state->check.crossings.push_back(one);
    panel.setState(state);
    panel.showEverything();
    QCOMPARE(panel.page()->model()->totalRows(), 20000);
    // rows have two heights: only those in sight are asked for theirs
    QCOMPARE(panel.page()->list()->verticalScrollMode(), QAbstractItemView::ScrollPerItem);
    panel.page()->list()->scrollToBottom();
    QVERIFY(panel.page()->list()->verticalScrollBar() != nullptr);
}

QTEST_MAIN(TestCrossingsPanel)
#include "tst_crossings_panel.moc"

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The review panel with mouse and keys: what is listed, what the keys say, where the list goes
// next, and that its model keeps its promises whatever is decided.
#include "tests/support/schema_text.h"
#include "widgets/review_detail.h"
#include "widgets/review_filter_bar.h"
#include "widgets/review_panel.h"
#include "widgets/target_choice_model.h"
#include "widgets/target_chooser.h"
#include "widgets/threshold_bar.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QTextBrowser>

using namespace cadastre;

namespace {

using Origin = RelationshipOrigin;

std::shared_ptr<const Catalog> shop()
{
    return test::catalogFromText("customers\n  id integer pk\n  name text\n"
                                 "products\n  id integer pk\n"
                                 "orders\n  id integer pk\n  customer_id integer\n"
                                 "invoices\n  id integer pk\n  customer_id integer\n"
                                 "carts\n  id integer pk\n  customer_id integer\n"
                                 "items\n  id integer pk\n  product_id bigint\n  kind text\n");
}

Relationship guess(const Catalog& catalog, const QString& child, const QString& parent,
                   double confidence, Origin origin = Origin::Inferred)
{
    Relationship relationship;
    relationship.origin = origin;
    relationship.confidence = confidence;
    relationship.childColumns = {ColumnId{catalog.resolve(child)->index}};
    relationship.child = catalog.column(relationship.childColumns.front()).table;
    const ColumnId key{catalog.resolve(parent)->index};
    relationship.targets = {{catalog.column(key).table, {key}, {}}};
    relationship.evidence = {{QStringLiteral("name"), 2, QStringLiteral("called <like> it")},
                             {QStringLiteral("type"), -1.5, QStringLiteral("other type")}};
    return relationship;
}

/// Three columns to customers, one to products, one declared, one weak.
ReviewFacts someFacts(const std::shared_ptr<const Catalog>& catalog = shop())
{
    const auto make = [&](const char* child, const char* parent, double confidence,
                          Origin origin = Origin::Inferred) {
        return guess(*catalog, QString::fromUtf8(child), QString::fromUtf8(parent), confidence,
                     origin);
    };
    std::vector<Relationship> relationships{make("orders.customer_id", "customers.id", 0.7),
                                            make("invoices.customer_id", "customers.id", 0.7),
                                            make("carts.customer_id", "customers.id", 0.7),
                                            make("items.product_id", "products.id", 0.9),
                                            make("carts.id", "orders.id", 1, Origin::Declared),
                                            make("items.kind", "customers.name", 0.35)};
    relationships[3].alternatives = {{relationships[0].targets.front(), 0.08, {}}};
    return {catalog, std::make_shared<const std::vector<Relationship>>(relationships)};
}

/// What is listed, one line each, members indented.
QStringList linesOf(const ReviewPanel& panel)
{
    const ReviewModel& model = *panel.model();
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        lines << index.data().toString();
        for (int member = 0; member < model.rowCount(index); ++member)
            lines << QString(QLatin1Char(' ') + model.index(member, 0, index).data().toString());
    }
    return lines;
}

QString currentLine(const ReviewPanel& panel)
{
    return panel.view()->currentIndex().data().toString();
}

QStringList group()
{
    return {QStringLiteral("customer_id → customers.id"), QStringLiteral(" orders"),
            QStringLiteral(" invoices"), QStringLiteral(" carts")};
}

/// Answers as the window does: what is asked for happens at once.
void obey(ReviewPanel& panel)
{
    const auto set = [&panel](const std::vector<Relationship>& relationships, Origin origin) {
        std::vector<std::pair<int, Origin>> origins;
        for (const Relationship& relationship : relationships)
            origins.emplace_back(*panel.model()->placeOf(relationship), origin);
        panel.setOrigins(origins);
    };
    QObject::connect(&panel, &ReviewPanel::decideRequested, &panel,
                     [set](const std::vector<Relationship>& relationships, DecisionKind kind) {
                         set(relationships,
                             kind == DecisionKind::Rejected ? Origin::Rejected : Origin::Confirmed);
                     });
    QObject::connect(&panel, &ReviewPanel::undecideRequested, &panel,
                     [set](const std::vector<Relationship>& relationships) {
                         set(relationships, Origin::Inferred);
                     });
}

class ShownPanel : public ReviewPanel
{
public:
    explicit ShownPanel(const ReviewFacts& facts = someFacts())
    {
        resize(340, 700);
        setFacts(facts);
        obey(*this);
        show();
        activateWindow();
        focusList();
    }
    void press(Qt::Key key) { QTest::keyClick(view(), key); }
    void showState(Origin origin)
    {
        filters()->stateChoice()->setCurrentIndex(
            filters()->stateChoice()->findData(static_cast<int>(origin)));
    }
};

} // namespace

class TestReviewPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsTheMostUsefulQuestionFirst();
    void countsFollowTheFilter();
    void confirmsAWholeGroupByKey();
    void decidesMembersOneByOne();
    void rejectedAndConfirmedCanBeTakenBack();
    void skipGoesOnAndAround();
    void groupsWithDecidedMembersAskOnlyTheRest();
    void filtersByTextAndState();
    void thresholdHidesWithoutForgetting();
    void inferenceAgainKeepsOrderAndPlace();
    void pageSaysWhyAndEscapes();
    void alternativesAreChosenByClick();
    void reasonGoesWithTheDecision();
    void buttonsDoWhatKeysDo();
    void noWordIsCutInANarrowDock();
    void showsARelationshipThatTheFilterHid();
    void emptyStatesSayWhatToDo();
    void modelKeepsItsPromises();
    void manyCandidatesStaySmooth();
    void chooserOffersAlternativesThenKeys();
    void chooserFindsColumnsByKeys();
};

void TestReviewPanel::listsTheMostUsefulQuestionFirst()
{
    const ShownPanel panel;
    QCOMPARE(linesOf(panel), group() << QStringLiteral("items.product_id → products.id"));
    QCOMPARE(panel.progressText(), QStringLiteral("0 of 4 decided"));
    QCOMPARE(panel.filters()->stateChoice()->itemText(0), QStringLiteral("To decide (4)"));
    QVERIFY(panel.view()
                ->model()
                ->index(0, 0)
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(QStringLiteral("70\u00a0% probable")));
}

void TestReviewPanel::countsFollowTheFilter()
{
    ShownPanel panel;
    panel.showAbout(QStringLiteral("products"));
    const QString about = panel.filters()->stateChoice()->itemText(0);
    QCOMPARE(panel.filters()->textField()->text(), QStringLiteral("products"));
    QVERIFY2(about != QStringLiteral("To decide (4)") && about != QStringLiteral("To decide (0)"),
             qPrintable(about));
    QCOMPARE(panel.progressText(), QStringLiteral("0 of 4 decided")); // of everything
    panel.showAbout(QString());
    QCOMPARE(panel.filters()->textField()->text(), QString());
    QCOMPARE(panel.filters()->stateChoice()->itemText(0), QStringLiteral("To decide (4)"));
    panel.filters()->textField()->setText(QStringLiteral("items")); // a person's letters stay
    panel.showAbout(QStringLiteral("products"));
    QCOMPARE(panel.filters()->textField()->text(), QStringLiteral("items"));
}

void TestReviewPanel::confirmsAWholeGroupByKey()
{
    ShownPanel panel;
    QSignalSpy decided(&panel, &ReviewPanel::decideRequested);
    QSignalSpy selected(&panel, &ReviewPanel::relationshipSelected);
    panel.press(Qt::Key_Y);
    QCOMPARE(decided.size(), 1);
    QCOMPARE(decided[0][0].value<std::vector<Relationship>>().size(), std::size_t(3));
    QCOMPARE(decided[0][1].value<DecisionKind>(), DecisionKind::Confirmed);
    QCOMPARE(currentLine(panel), QStringLiteral("items.product_id → products.id"));
    QVERIFY(!selected.isEmpty()); // the diagram goes along
    QCOMPARE(panel.progressText(), QStringLiteral("3 of 4 decided"));
    QCOMPARE(panel.progressBar()->value(), 3);
    panel.press(Qt::Key_Return);
    QCOMPARE(panel.progressText(), QStringLiteral("4 of 4 decided"));
    QCOMPARE(linesOf(panel), QStringList());
    panel.press(Qt::Key_Y); // nothing is left: no answer
    QCOMPARE(decided.size(), 2);
    ShownPanel held;
    QSignalSpy heldDecided(&held, &ReviewPanel::decideRequested);
    QKeyEvent repeated(QEvent::KeyPress, Qt::Key_Y, Qt::NoModifier, QStringLiteral("y"), true);
    QCoreApplication::sendEvent(held.view(), &repeated);
    QVERIFY(heldDecided.isEmpty()); // a key that is held decides nothing
    QCOMPARE(decided.size(), 2);
}

void TestReviewPanel::decidesMembersOneByOne()
{
    ShownPanel panel;
    QSignalSpy decided(&panel, &ReviewPanel::decideRequested);
    panel.press(Qt::Key_Right);
    panel.press(Qt::Key_Down);
    QCOMPARE(currentLine(panel), QStringLiteral("orders"));
    panel.press(Qt::Key_N);
    QCOMPARE(decided[0][0].value<std::vector<Relationship>>().size(), std::size_t(1));
    QCOMPARE(decided[0][1].value<DecisionKind>(), DecisionKind::Rejected);
    QCOMPARE(currentLine(panel), QStringLiteral("invoices"));
    panel.press(Qt::Key_Y); // then one is left, which stands for the group
    QCOMPARE(linesOf(panel), (QStringList{QStringLiteral("carts.customer_id → customers.id"),
                                          QStringLiteral("items.product_id → products.id")}));
    QCOMPARE(currentLine(panel), QStringLiteral("carts.customer_id → customers.id"));
}

void TestReviewPanel::rejectedAndConfirmedCanBeTakenBack()
{
    ShownPanel panel;
    panel.press(Qt::Key_N);
    panel.showState(Origin::Rejected);
    QCOMPARE(linesOf(panel), group());
    QSignalSpy undecided(&panel, &ReviewPanel::undecideRequested);
    panel.press(Qt::Key_Delete);
    QCOMPARE(undecided.size(), 1);
    QCOMPARE(linesOf(panel), QStringList());
    QCOMPARE(panel.progressText(), QStringLiteral("0 of 4 decided"));
    panel.showState(Origin::Declared);
    panel.press(Qt::Key_Delete); // what the server declares is no decision
    panel.press(Qt::Key_N);
    QCOMPARE(undecided.size(), 1);
    QCOMPARE(panel.progressText(), QStringLiteral("0 of 4 decided"));
}

void TestReviewPanel::skipGoesOnAndAround()
{
    ShownPanel panel;
    panel.press(Qt::Key_S);
    QCOMPARE(currentLine(panel), QStringLiteral("items.product_id → products.id"));
    panel.press(Qt::Key_S);
    QCOMPARE(currentLine(panel), group().first());
    QCOMPARE(panel.progressText(), QStringLiteral("0 of 4 decided"));
}

void TestReviewPanel::groupsWithDecidedMembersAskOnlyTheRest()
{
    ShownPanel panel;
    panel.setOrigins({{0, Origin::Rejected}});
    panel.filters()->stateChoice()->setCurrentIndex(panel.filters()->stateChoice()->count() -
                                                    1); // all
    QSignalSpy decided(&panel, &ReviewPanel::decideRequested);
    panel.view()->setCurrentIndex(panel.model()->index(0, 0));
    panel.press(Qt::Key_Y);
    QCOMPARE(decided[0][0].value<std::vector<Relationship>>().size(), std::size_t(2));
    QCOMPARE(panel.model()->originOf(0), Origin::Rejected);
}

void TestReviewPanel::filtersByTextAndState()
{
    ShownPanel panel;
    QTest::keyClicks(panel.filters()->textField(), QStringLiteral("PRODUCTS"));
    QTRY_COMPARE(linesOf(panel), QStringList{QStringLiteral("items.product_id → products.id")});
    QTest::keyClick(panel.filters()->textField(), Qt::Key_Escape);
    QTRY_COMPARE(panel.model()->rowCount(), 2);
    panel.showState(Origin::Declared);
    QCOMPARE(linesOf(panel), QStringList{QStringLiteral("carts.id → orders.id")});
    panel.showState(Origin::Inferred);
    QComboBox* verdicts = panel.filters()->verdictChoice();
    verdicts->setCurrentIndex(verdicts->findData(static_cast<int>(Verdict::Polymorphic)));
    QCOMPARE(linesOf(panel), QStringList());
    verdicts->setCurrentIndex(verdicts->findData(static_cast<int>(Verdict::CouldBeDeclared)));
    QVERIFY(!linesOf(panel).isEmpty());
}

void TestReviewPanel::thresholdHidesWithoutForgetting()
{
    ShownPanel panel;
    QSignalSpy changed(&panel, &ReviewPanel::thresholdChanged);
    panel.filters()->threshold()->slider()->setValue(17); // 85 %
    QCOMPARE(linesOf(panel), QStringList{QStringLiteral("items.product_id → products.id")});
    QCOMPARE(changed.last(), (QVariantList{true, 0.85}));
    QCOMPARE(panel.progressText(), QStringLiteral("0 of 1 decided"));
    panel.filters()->threshold()->slider()->setValue(6); // 30 %: the weak one, too
    QCOMPARE(panel.progressText(), QStringLiteral("0 of 5 decided"));
    panel.filters()->threshold()->check()->click();
    QCOMPARE(changed.last(), (QVariantList{false, 0.3}));
    QCOMPARE(linesOf(panel), QStringList());
}

void TestReviewPanel::inferenceAgainKeepsOrderAndPlace()
{
    ShownPanel panel;
    panel.view()->expand(panel.model()->index(0, 0));
    const QModelIndex product = panel.model()->index(1, 0);
    panel.view()->setCurrentIndex(product);
    QSignalSpy selected(&panel, &ReviewPanel::relationshipSelected);
    ReviewFacts facts{panel.model()->facts().catalog, nullptr};
    std::vector<Relationship> relationships = *panel.model()->facts().relationships;
    relationships[3].confidence = 0.5; // most useful now, but the list does not jump
    std::swap(relationships[1], relationships[4]);
    relationships.pop_back();
    facts.relationships = std::make_shared<const std::vector<Relationship>>(relationships);
    panel.setFacts(facts);
    QCOMPARE(linesOf(panel).first(), group().first());
    QCOMPARE(linesOf(panel).size(), 5);
    QCOMPARE(currentLine(panel), QStringLiteral("items.product_id → products.id"));
    QVERIFY(panel.view()->isExpanded(panel.model()->index(0, 0)));
    QVERIFY(selected.isEmpty());                // no person moved
    relationships.erase(relationships.begin()); // one of the listed is gone
    facts.relationships = std::make_shared<const std::vector<Relationship>>(relationships);
    panel.setFacts(facts);
    QCOMPARE(linesOf(panel).size(), 4);
    QCOMPARE(currentLine(panel), QStringLiteral("items.product_id → products.id"));
    QVERIFY(panel.view()->isExpanded(panel.model()->index(0, 0)));
}

void TestReviewPanel::pageSaysWhyAndEscapes()
{
    ShownPanel panel;
    panel.press(Qt::Key_S);
    const QString text = panel.detail()->page()->toPlainText().remove(QChar(0x200b));
    QVERIFY2(text.contains(QStringLiteral("items.product_id → products.id")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("called <like> it")));
    QVERIFY(text.contains(QStringLiteral("Inferred, 90 % probable")));
    QVERIFY2(text.contains(QStringLiteral("−")) && text.contains(QStringLiteral("1.5")),
             qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("customers.id 8 %")));
}

void TestReviewPanel::alternativesAreChosenByClick()
{
    ShownPanel panel;
    panel.press(Qt::Key_S);
    QSignalSpy chosen(&panel, &ReviewPanel::targetChosen);
    Q_EMIT panel.detail()->page()->anchorClicked(QUrl(QStringLiteral("alternative:0")));
    QCOMPARE(chosen.size(), 1);
    const auto target = chosen[0][1].value<RelationshipTarget>();
    QCOMPARE(target, (*panel.model()->facts().relationships)[0].targets.front());
    Q_EMIT panel.detail()->page()->anchorClicked(QUrl(QStringLiteral("alternative:7")));
    QCOMPARE(chosen.size(), 1);
    QSignalSpy other(&panel, &ReviewPanel::otherTargetRequested);
    panel.view()->setFocus();
    panel.press(Qt::Key_T);
    QCOMPARE(other.size(), 1);
}

void TestReviewPanel::reasonGoesWithTheDecision()
{
    ShownPanel panel;
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    QSignalSpy decided(&panel, &ReviewPanel::decideRequested);
    QSignalSpy edited(&panel, &ReviewPanel::reasonEdited);
    panel.press(Qt::Key_R);
    QTRY_VERIFY(panel.detail()->reasonField()->hasFocus());
    QTest::keyClicks(panel.detail()->reasonField(), QStringLiteral("asked Ann"));
    QTest::keyClick(panel.detail()->reasonField(), Qt::Key_Return);
    QVERIFY(edited.isEmpty()); // nothing is decided yet
    QTRY_VERIFY(panel.view()->hasFocus());
    panel.press(Qt::Key_S);
    QCOMPARE(panel.detail()->reason(), QString()); // another line
    panel.press(Qt::Key_Home);
    QCOMPARE(panel.detail()->reason(), QStringLiteral("asked Ann")); // it has waited
    panel.press(Qt::Key_Y);
    QCOMPARE(decided[0][2].toString(), QStringLiteral("asked Ann"));
    QCOMPARE(panel.detail()->reason(), QString()); // the next one has none
    panel.showState(Origin::Confirmed);
    QTest::keyClicks(panel.detail()->reasonField(), QStringLiteral("!"));
    QTest::keyClick(panel.detail()->reasonField(), Qt::Key_Return);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited[0][0].value<std::vector<Relationship>>().size(), std::size_t(3));
}

void TestReviewPanel::buttonsDoWhatKeysDo()
{
    ShownPanel panel;
    QSignalSpy decided(&panel, &ReviewPanel::decideRequested);
    QSignalSpy checked(&panel, &ReviewPanel::checkRequested);
    QVERIFY(!panel.detail()->button(ReviewKey::TakeBack)->isEnabled());
    QTest::mouseClick(panel.detail()->button(ReviewKey::Check), Qt::LeftButton);
    QCOMPARE(checked[0][0].value<std::vector<Relationship>>().size(), std::size_t(3));
    QTest::mouseClick(panel.detail()->button(ReviewKey::Reject), Qt::LeftButton);
    QCOMPARE(decided[0][1].value<DecisionKind>(), DecisionKind::Rejected);
    QTest::mouseClick(panel.detail()->button(ReviewKey::Confirm), Qt::LeftButton);
    QCOMPARE(decided.size(), 2);
    panel.showState(Origin::Declared);
    QVERIFY(!panel.detail()->button(ReviewKey::Confirm)->isEnabled());
    QVERIFY(!panel.detail()->button(ReviewKey::Reject)->isEnabled());
    for (const ReviewKey key : {ReviewKey::Confirm, ReviewKey::Reject, ReviewKey::OtherTarget,
                                ReviewKey::Skip, ReviewKey::Check, ReviewKey::TakeBack})
        QVERIFY(!panel.detail()->button(key)->toolTip().isEmpty());
}

void TestReviewPanel::noWordIsCutInANarrowDock()
{
    ShownPanel panel;
    QVERIFY2(panel.minimumSizeHint().width() <= 216,
             qPrintable(QString::number(panel.minimumSizeHint().width())));
    for (const int width : {216, 250, 340, 600}) {
        panel.resize(width, 700);
        QCoreApplication::processEvents();
        QCOMPARE(panel.width(), width);
        for (const ReviewKey key : {ReviewKey::Confirm, ReviewKey::Reject, ReviewKey::OtherTarget,
                                    ReviewKey::Skip, ReviewKey::Check, ReviewKey::TakeBack}) {
            const QPushButton* button = panel.detail()->button(key);
            const int icon = button->icon().isNull() ? 0 : button->iconSize().width();
            const int words = button->fontMetrics().horizontalAdvance(button->text());
            QVERIFY2(button->width() >= words + icon + 4, qPrintable(button->text()));
            QCOMPARE(button->visibleRegion().boundingRect(), button->rect());
        }
    }
}

void TestReviewPanel::showsARelationshipThatTheFilterHid()
{
    ShownPanel panel;
    QSignalSpy changed(&panel, &ReviewPanel::thresholdChanged);
    panel.selectRelationship((*panel.model()->facts().relationships)[4]);
    QCOMPARE(currentLine(panel), QStringLiteral("carts.id → orders.id"));
    QVERIFY(changed.isEmpty());
    panel.selectIfListed((*panel.model()->facts().relationships)[3]); // not among the declared
    QCOMPARE(currentLine(panel), QStringLiteral("carts.id → orders.id"));
    panel.selectRelationship((*panel.model()->facts().relationships)[5]);
    QCOMPARE(currentLine(panel), QStringLiteral("items.kind → customers.name"));
    QCOMPARE(changed.last(), (QVariantList{true, 0.35}));
}

void TestReviewPanel::emptyStatesSayWhatToDo()
{
    ReviewPanel panel;
    panel.show();
    QVERIFY(!panel.filters()->textField()->isEnabled());
    QCOMPARE(panel.progressText(), QStringLiteral("Nothing to decide"));
    panel.setFacts({shop(), std::make_shared<const std::vector<Relationship>>()});
    QVERIFY(panel.filters()->textField()->isEnabled());
    QVERIFY(!panel.view()->isVisible());
    panel.setFacts(someFacts());
    QVERIFY(panel.view()->isVisible());
    panel.filters()->threshold()->check()->click();
    QVERIFY(!panel.view()->isVisible());
    const auto buttons = panel.findChildren<QPushButton*>();
    const auto showThem = std::ranges::find_if(
        buttons, [](QPushButton* each) { return each->text() == QStringLiteral("Show them"); });
    QVERIFY(showThem != buttons.end());
    QTest::mouseClick(*showThem, Qt::LeftButton);
    QVERIFY(panel.view()->isVisible());
    QVERIFY(panel.filters()->threshold()->showsInferred());
}

void TestReviewPanel::modelKeepsItsPromises()
{
    ReviewModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const ReviewFacts facts = someFacts();
    QRandomGenerator random(3);
    for (int step = 0; step < 400; ++step) {
        std::vector<Relationship> relationships = *facts.relationships;
        if (step % 7 == 0) {
            relationships.erase(relationships.begin() + random.bounded(6));
            model.setFacts({facts.catalog, std::make_shared<const std::vector<Relationship>>(
                                               std::move(relationships))});
        } else if (step % 5 == 0) {
            model.setFacts(facts);
        } else if (step % 3 == 0) {
            ReviewFilter filter;
            filter.state = random.bounded(2) == 0 ? std::nullopt : std::optional(Origin::Inferred);
            filter.minimum = random.bounded(10) / 10.0;
            filter.text = random.bounded(4) == 0 ? QStringLiteral("cart") : QString();
            model.setFilter(filter);
        } else {
            const int count = static_cast<int>(model.facts().relationships->size());
            model.setOrigins({{random.bounded(count), static_cast<Origin>(random.bounded(5))},
                              {random.bounded(count), static_cast<Origin>(random.bounded(5))}});
        }
        const QModelIndex some = model.index(random.bounded(std::max(1, model.rowCount())), 0);
        QCOMPARE(model.indexOf(model.keyOf(some)), some);
    }
}

void TestReviewPanel::manyCandidatesStaySmooth()
{
    QString text = QStringLiteral("customers\n  id integer pk\n");
    constexpr int tables = 2000;
    for (int i = 0; i < tables; ++i) {
        text += QStringLiteral("t%1\n  id integer pk\n").arg(i);
        for (int c = 0; c < 10; ++c)
            text += QStringLiteral("  c%1_%2 integer\n").arg(i % 1000).arg(c);
    }
    const auto catalog = test::SchemaText::catalog(text);
    const ColumnId key{catalog->resolve(QStringLiteral("customers.id"))->index};
    std::vector<Relationship> relationships;
    for (int i = 0; i < static_cast<int>(catalog->objects().columns.size()); ++i) {
        if (!catalog->column(ColumnId{i}).name.startsWith(QLatin1Char('c')))
            continue;
        Relationship one;
        one.origin = Origin::Inferred;
        one.confidence = 0.5 + (i % 50) / 100.0;
        one.child = catalog->column(ColumnId{i}).table;
        one.childColumns = {ColumnId{i}};
        one.targets = {{catalog->column(key).table, {key}, {}}};
        relationships.push_back(std::move(one));
    }
    QCOMPARE(relationships.size(), std::size_t(20000));
    QElapsedTimer timer;
    timer.start();
    ShownPanel panel(
        {catalog, std::make_shared<const std::vector<Relationship>>(std::move(relationships))});
    const qint64 shownMs = timer.restart();
    for (int i = 0; i < 20; ++i)
        panel.press(Qt::Key_Y);
    const qint64 answersMs = timer.restart();
    panel.setFacts(panel.model()->facts());
    const qint64 againMs = timer.restart();
    qInfo("20,000 candidates: shown in %lld ms, an answer takes %.1f ms, new facts %lld ms",
          shownMs, static_cast<double>(answersMs) / 20, againMs);
    QCOMPARE(panel.model()->counts().toDecide, 20000); // as the facts have it
}

void TestReviewPanel::chooserOffersAlternativesThenKeys()
{
    const ReviewFacts facts = someFacts();
    const Relationship& items = (*facts.relationships)[3];
    const auto choices = targetChoices(*facts.catalog, items, {});
    QCOMPARE(choices[0].target, items.alternatives[0].target);
    QCOMPARE(choices[0].confidence, std::optional(0.08));
    QCOMPARE(choices.size(), std::size_t(5)); // every primary key but the proposed one, once
    QVERIFY(std::ranges::all_of(choices, &TargetChoice::isKey));
    const auto named = targetChoices(*facts.catalog, items, QStringLiteral("customers"));
    QCOMPARE(named.size(), std::size_t(2));
    QVERIFY(!named[1].isKey);  // customers.name, asked for by the table
    Relationship kind = items; // "kind" shares no word with a table, "customer_id" one
    kind.alternatives.clear();
    kind.childColumns = (*facts.relationships)[0].childColumns;
    QCOMPARE(facts.catalog->table(targetChoices(*facts.catalog, kind, {})[0].target.table).name,
             QStringLiteral("customers"));
    QVERIFY(targetChoices(*facts.catalog, items, QStringLiteral("nowhere")).empty());
    QVERIFY(targetChoices(*facts.catalog, items, QStringLiteral("product_id")).empty()); // itself
    QCOMPARE(targetChoices(*facts.catalog, items, {}, 2).size(), std::size_t(2));
    StagedEdits staged;
    staged.stage({facts.catalog->keyOf(*facts.catalog->resolve(QStringLiteral("customers"))),
                  {},
                  QStringLiteral("@called clients")});
    const ObjectNames names{std::make_shared<const CommentedCatalog>(facts.catalog, staged), false};
    const auto meant = targetChoices(*facts.catalog, items, QStringLiteral("CLIENTS"), 200, names);
    QCOMPARE(meant.size(), named.size());
    for (const TargetChoice& choice : meant)
        QCOMPARE(facts.catalog->table(choice.target.table).name, QStringLiteral("customers"));
    QVERIFY(targetChoices(*facts.catalog, items, QStringLiteral("clients")).empty());
}

void TestReviewPanel::chooserFindsColumnsByKeys()
{
    const ReviewFacts facts = someFacts();
    auto* chooser = new TargetChooser(facts.catalog, (*facts.relationships)[3]);
    auto* model = qobject_cast<TargetChoiceModel*>(chooser->list()->model());
    QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy chosen(chooser, &TargetChooser::chosen);
    chooser->show();
    QTest::keyClicks(chooser->searchField(), QStringLiteral("customers"));
    QTest::keyClick(chooser->searchField(), Qt::Key_Down);
    QCOMPARE(chooser->list()->currentIndex().row(), 1);
    QVERIFY(chooser->list()
                ->currentIndex()
                .data(TargetChoiceModel::QuietTextRole)
                .toString()
                .contains(QStringLiteral("not a key")));
    chooser->reasonField()->setText(QStringLiteral(" because "));
    QTest::keyClick(chooser->searchField(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<RelationshipTarget>().columns.front(),
             ColumnId{facts.catalog->resolve(QStringLiteral("customers.name"))->index});
    QCOMPARE(chosen[0][1].toString(), QStringLiteral("because"));
}

QTEST_MAIN(TestReviewPanel)
#include "tst_review_panel.moc"

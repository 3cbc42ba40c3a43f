// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The smaller panels with mouse and keys: start page, message bar, search field, inspector, focus
// bar, progress.
#include "tests/support/schema_text.h"
#include "widgets/activity_bar.h"
#include "widgets/elided_label.h"
#include "widgets/empty_state.h"
#include "widgets/focus_bar.h"
#include "widgets/inspector_html.h"
#include "widgets/inspector_panel.h"
#include "widgets/message_bar.h"
#include "widgets/quiet_text_delegate.h"
#include "widgets/search_box.h"
#include "widgets/search_results_model.h"
#include "widgets/start_page.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

using namespace cadastre;

namespace {

std::shared_ptr<const Catalog> shop()
{
    return test::SchemaText::catalog(QStringLiteral("orders\n  id integer pk\n"
                                                    "customers\n  id integer pk\n"));
}

Message message(MessageTopic topic, MessageLevel level, const QString& text)
{
    return {topic, level, text, QStringLiteral("detail of ") + text, {}};
}

} // namespace

class TestPanels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesKeepTheirBeginning();
    void startPageOffersTheWays();
    void startPageListsAndForgetsRecent();
    void heaviestMessageIsShownFirst();
    void messageOfATopicIsReplaced();
    void detailsOpenByKey();
    void searchAsksAndJumps();
    void searchIgnoresLateAnswers();
    void hitsKeepTheModelsPromises();
    void inspectorFollowsLinks();
    void inspectorCopies();
    void inspectorFoldsLongSections();
    void inspectorEscapesNames();
    void onlyWhatIsClickedIsBlue();
    void typesGiveWayToNames();
    void emptyWordsComeBeforeTheIcon();
    void focusBarTellsDepth();
    void activityAppearsOnlyAfterAMoment();
    void elidedLabelKeepsTheWholeText();
};

void TestPanels::namesKeepTheirBeginning()
{
    const QFontMetrics metrics((QFont()));
    const QString name = QStringLiteral("orders_of_wholesale_customers");
    const QString sign = QStringLiteral("changed");
    const int whole = metrics.horizontalAdvance(name) + metrics.horizontalAdvance(sign) + 20;
    QCOMPARE(quietTextsIn(whole, name, sign, metrics).name, name);
    for (int room = whole; room > metrics.horizontalAdvance(sign) + 70; --room) {
        const QuietTexts texts = quietTextsIn(room, name, sign, metrics);
        QCOMPARE(texts.quiet, sign); // a sign is whole as long as a bit of the name is there
        QString shown = texts.name;
        shown.remove(QChar(0x2026));
        QVERIFY(shown.size() > 1);
        QVERIFY2(name.startsWith(shown), qPrintable(texts.name));
    }
    const QString type = QStringLiteral("character varying(255) with a collation");
    const QuietTexts texts = quietTextsIn(150, QStringLiteral("orders_of"), type, metrics);
    QVERIFY(texts.nameWidth >=
            std::min(metrics.horizontalAdvance(QStringLiteral("orders_of")), 90));
    QVERIFY(texts.quiet.endsWith(QChar(0x2026)));
}

void TestPanels::startPageOffersTheWays()
{
    StartPage page;
    page.resize(900, 700);
    page.show();
    QSignalSpy sample(&page, &StartPage::sampleRequested);
    QSignalSpy file(&page, &StartPage::openFileRequested);
    QSignalSpy server(&page, &StartPage::connectRequested);
    auto* first = page.findChild<QAbstractButton*>(QStringLiteral("openSample"));
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Space);
    QTest::mouseClick(page.findChild<QAbstractButton*>(QStringLiteral("openFile")), Qt::LeftButton);
    QTest::mouseClick(page.findChild<QAbstractButton*>(QStringLiteral("connectServer")),
                      Qt::LeftButton);
    QCOMPARE(sample.size(), 1);
    QCOMPARE(file.size(), 1);
    QCOMPARE(server.size(), 1);
}

void TestPanels::startPageListsAndForgetsRecent()
{
    StartPage page;
    page.resize(900, 700);
    page.setRecent({{QStringLiteral("/a/b.db"), QStringLiteral("b.db"), QStringLiteral("/a"),
                     QStringLiteral("database")}});
    page.show();
    QVERIFY(page.recentList()->isVisible());
    QSignalSpy chosen(&page, &StartPage::recentChosen);
    QSignalSpy removed(&page, &StartPage::recentRemoved);
    page.recentList()->setCurrentRow(0);
    QTest::keyClick(page.recentList(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), QStringLiteral("/a/b.db"));
    QTest::keyClick(page.recentList(), Qt::Key_Delete);
    QCOMPARE(removed.size(), 1);
    page.setRecent({});
    QVERIFY(!page.recentList()->isVisible());
}

void TestPanels::heaviestMessageIsShownFirst()
{
    MessageBar bar;
    bar.showMessage(message(MessageTopic::Export, MessageLevel::Info, QStringLiteral("info")));
    bar.showMessage(message(MessageTopic::Failed, MessageLevel::Error, QStringLiteral("error")));
    bar.showMessage(
        message(MessageTopic::PartlyRead, MessageLevel::Warning, QStringLiteral("warning")));
    QVERIFY(bar.isVisible());
    QStringList texts;
    for (const Message& each : bar.messages())
        texts << each.text;
    QCOMPARE(texts, (QStringList{QStringLiteral("error"), QStringLiteral("warning"),
                                 QStringLiteral("info")}));
    for (int i = 0; i < 3; ++i) {
        for (auto* button : bar.findChildren<QToolButton*>()) {
            if (button->accessibleName() == QLatin1String("Hide this message"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
    }
    QVERIFY(!bar.isVisible());
}

void TestPanels::messageOfATopicIsReplaced()
{
    MessageBar bar;
    bar.showMessage(message(MessageTopic::Export, MessageLevel::Error, QStringLiteral("one")));
    bar.showMessage(message(MessageTopic::Export, MessageLevel::Info, QStringLiteral("two")));
    QCOMPARE(bar.messages().size(), std::size_t(1));
    QCOMPARE(bar.messages().front().text, QStringLiteral("two"));
    bar.clearTopic(MessageTopic::Failed);
    QVERIFY(bar.isVisible());
    bar.clearTopic(MessageTopic::Export);
    QVERIFY(!bar.isVisible());
}

void TestPanels::detailsOpenByKey()
{
    MessageBar bar;
    bar.resize(500, 100);
    bar.showMessage(message(MessageTopic::Failed, MessageLevel::Error, QStringLiteral("error")));
    auto* detail = bar.findChild<QPlainTextEdit*>();
    QVERIFY(!detail->isVisible());
    for (auto* button : bar.findChildren<QToolButton*>()) {
        if (button->isCheckable())
            QTest::keyClick(button, Qt::Key_Space);
    }
    QVERIFY(detail->isVisible());
    QCOMPARE(detail->toPlainText(), QStringLiteral("detail of error"));
}

void TestPanels::searchAsksAndJumps()
{
    QMainWindow window;
    auto* box = new SearchBox(&window);
    window.setCentralWidget(box);
    window.resize(800, 600);
    window.show();
    window.activateWindow();
    box->setFocus();
    QTRY_VERIFY(box->hasFocus());
    QSignalSpy asked(box, &SearchBox::queryChanged);
    QSignalSpy previewed(box, &SearchBox::hitPreviewed);
    QSignalSpy chosen(box, &SearchBox::hitChosen);
    QTest::keyClicks(box, QStringLiteral("or"));
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toString(), QStringLiteral("or"));
    const auto catalog = shop();
    box->showHits(QStringLiteral("or"), catalog,
                  {{TableId{0}, SearchField::Name, 2, QStringLiteral("customers"), {}},
                   {TableId{1}, SearchField::Name, 1, QStringLiteral("orders"), {}}});
    QVERIFY(box->isListShown());
    QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(previewed.size(), 1);
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().value<ObjectRef>(), ObjectRef(TableId{1}));
    QVERIFY(!box->isListShown());
}

void TestPanels::searchIgnoresLateAnswers()
{
    QMainWindow window;
    auto* box = new SearchBox(&window);
    window.setCentralWidget(box);
    window.show();
    window.activateWindow();
    box->setFocus();
    QTRY_VERIFY(box->hasFocus());
    QTest::keyClicks(box, QStringLiteral("abc"));
    box->showHits(QStringLiteral("ab"), shop(),
                  {{TableId{0}, SearchField::Name, 2, QStringLiteral("customers"), {}}});
    QVERIFY(!box->isListShown());
    box->showHits(QStringLiteral("abc"), shop(), {});
    QVERIFY(box->isListShown());
    QTest::keyClick(box, Qt::Key_Escape);
    QVERIFY(!box->isListShown());
    QTest::keyClick(box, Qt::Key_Escape);
    QVERIFY(box->text().isEmpty());
}

void TestPanels::hitsKeepTheModelsPromises()
{
    SearchResultsModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setHits(shop(), {{TableId{0}, SearchField::Comment, 1, QStringLiteral("customers"),
                            QStringLiteral("who buys")}});
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(model.index(0, 0)
                .data(SearchResultsModel::QuietTextRole)
                .toString()
                .contains(QLatin1String("who buys")));
}

void TestPanels::inspectorFollowsLinks()
{
    InspectorPanel panel;
    panel.resize(400, 500);
    panel.show();
    ObjectDescription description;
    description.title = QStringLiteral("orders");
    description.sections = {{QStringLiteral("Relationships"),
                             {{QStringLiteral("customer_id"), QStringLiteral("customers"),
                               ObjectRef(TableId{7}), FactStyle::Plain}}}};
    panel.showObject(description, {}, {});
    QSignalSpy followed(&panel, &InspectorPanel::linkActivated);
    panel.facts()->setFocus();
    QTest::keyClick(panel.facts(), Qt::Key_Tab);
    QTest::keyClick(panel.facts(), Qt::Key_Return);
    QCOMPARE(followed.size(), 1);
    QCOMPARE(followed.first().first().value<ObjectRef>(), ObjectRef(TableId{7}));
}

void TestPanels::onlyWhatIsClickedIsBlue()
{
    const ObjectRef target(TableId{7});
    const auto html = [&](const QString& label, const QString& value) {
        ObjectDescription description;
        description.sections = {
            {QStringLiteral("Facts"), {{label, value, target, FactStyle::Plain}}}};
        return descriptionHtml(description).remove(QChar(0x200b));
    };
    const QString link = QStringLiteral("<a href=\"%1\">%2</a>").arg(objectLink(target));
    QVERIFY(html(QStringLiteral("Schema"), QStringLiteral("main"))
                .contains(link.arg(QStringLiteral("main"))));
    QVERIFY(html(QStringLiteral("email"), QStringLiteral("text, not null"))
                .contains(link.arg(QStringLiteral("email"))));
    QVERIFY(html(QStringLiteral("id"), QStringLiteral("orders (id), inferred"))
                .contains(QString(link.arg(QStringLiteral("orders")) +
                                  QStringLiteral(" (id), inferred"))));
    ObjectDescription columns; // also where its type is one word
    columns.sections = {
        {QStringLiteral("Columns"),
         {{QStringLiteral("note"), QStringLiteral("text"), target, FactStyle::Plain, {}, true}}}};
    QVERIFY(descriptionHtml(columns).contains(link.arg(QStringLiteral("note"))));
    QVERIFY(!descriptionHtml(columns).contains(link.arg(QStringLiteral("text"))));
    const QString sentence =
        html(QStringLiteral("To be decided"), QStringLiteral("The key couples a to b."));
    QVERIFY(sentence.contains(
        QString(QStringLiteral("The key couples a to b. ") + link.arg(QStringLiteral("Show")))));
}

void TestPanels::typesGiveWayToNames()
{
    const QFontMetrics metrics((QFont()));
    const QString name = QStringLiteral("available_to");
    const QString type = QStringLiteral("VARCHAR(20)");
    const int whole = metrics.horizontalAdvance(name) + 2;
    for (int room = whole; room < whole + metrics.horizontalAdvance(type); ++room) {
        const QuietTexts texts = quietTextsIn(room, name, type, metrics, true);
        QCOMPARE(texts.name, name);
        QVERIFY(texts.quiet.isEmpty() || texts.quiet.endsWith(QChar(0x2026)) ||
                texts.quiet == type);
    }
    const QuietTexts texts = quietTextsIn(whole - 10, name, type, metrics, true);
    QVERIFY2(texts.name.endsWith(QStringLiteral("to")), qPrintable(texts.name)); // its end, too
    QVERIFY(texts.quiet.isEmpty());
}

void TestPanels::emptyWordsComeBeforeTheIcon()
{
    EmptyState empty;
    empty.setContents(QStringLiteral("check"), QStringLiteral("Nothing is pending"),
                      QStringLiteral("Words that need several lines in a narrow place, and are all "
                                     "to be read"));
    empty.resize(180, 400);
    empty.QWidget::show();
    const QList<QLabel*> labels = empty.findChildren<QLabel*>();
    QCOMPARE(labels.size(), 3);
    QVERIFY(labels.first()->height() >= 40); // the icon
    empty.resize(180, 10);                   // as low as it may be
    QCoreApplication::processEvents();
    QVERIFY(labels.first()->height() < 40);
    for (const QLabel* label : {labels[1], labels[2]})
        QVERIFY(label->height() >= label->heightForWidth(label->width()));
}

void TestPanels::inspectorCopies()
{
    InspectorPanel panel;
    panel.show();
    ObjectDescription description;
    description.title = QStringLiteral("billing.invoices");
    panel.showObject(description, {QStringLiteral("CREATE TABLE"), QStringLiteral("own"), false},
                     {});
    QTest::mouseClick(panel.findChild<QToolButton*>(QStringLiteral("copyName")), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("billing.invoices"));
    panel.findChild<QPushButton*>(QStringLiteral("copyStatement"))->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("CREATE TABLE"));
    panel.showNothing(true);
    QVERIFY(panel.title().isEmpty());
}

void TestPanels::inspectorFoldsLongSections()
{
    ObjectDescription description;
    FactSection section;
    section.title = QStringLiteral("Columns");
    for (int i = 0; i < 1600; ++i)
        section.rows.push_back({QStringLiteral("c%1").arg(i), {}, {}, FactStyle::Plain});
    description.sections = {section};
    const QString folded = descriptionHtml(description);
    QVERIFY(!folded.contains(QLatin1String(">c1599<")));
    QVERIFY(folded.contains(QLatin1String("section:Columns")));
    QVERIFY(descriptionHtml(description, {QStringLiteral("Columns")})
                .contains(QLatin1String(">c1599<")));
}

void TestPanels::inspectorEscapesNames()
{
    ObjectDescription description;
    description.sections = {
        {QStringLiteral("<b>"),
         {{QStringLiteral("<script>"), QStringLiteral("a<b"), {}, FactStyle::Code}}}};
    const QString html = descriptionHtml(description);
    QVERIFY(!html.contains(QLatin1String("<script>")));
    QVERIFY(html.contains(QLatin1String("a&lt;b")));
    QVERIFY(!objectFromLink(QStringLiteral("http://example.org")));
    QCOMPARE(objectFromLink(objectLink(ColumnId{3})), std::optional<ObjectRef>(ColumnId{3}));
}

void TestPanels::focusBarTellsDepth()
{
    FocusBar bar;
    bar.showFocus(QStringLiteral("orders"), 2);
    bar.show();
    QVERIFY(bar.depthButton(2)->isChecked());
    QSignalSpy depth(&bar, &FocusBar::depthChosen);
    QSignalSpy back(&bar, &FocusBar::backRequested);
    QTest::mouseClick(bar.depthButton(3), Qt::LeftButton);
    QCOMPARE(depth.size(), 1);
    QCOMPARE(depth.first().first().toInt(), 3);
    QTest::mouseClick(bar.findChild<QToolButton*>(QStringLiteral("focusBack")), Qt::LeftButton);
    QCOMPARE(back.size(), 1);
}

void TestPanels::activityAppearsOnlyAfterAMoment()
{
    QWidget window;
    ActivityBar bar(&window);
    window.show();
    bar.begin(QStringLiteral("Reading"));
    QVERIFY(!bar.isVisible());
    QTRY_VERIFY(bar.isVisible());
    bar.setProgress(QStringLiteral("Reading columns"), 3, 14);
    QCOMPARE(bar.text(), QStringLiteral("Reading columns"));
    QSignalSpy cancelled(&bar, &ActivityBar::cancelRequested);
    QTest::mouseClick(bar.findChild<QPushButton*>(), Qt::LeftButton);
    QCOMPARE(cancelled.size(), 1);
    bar.end();
    QVERIFY(!bar.isVisible());
}

void TestPanels::elidedLabelKeepsTheWholeText()
{
    ElidedLabel label;
    label.setFullText(QStringLiteral("a rather long name that does not fit"));
    label.resize(60, 20);
    label.show();
    QVERIFY(label.text().size() < label.fullText().size());
    QVERIFY(label.toolTip().contains(QLatin1String("does not fit")));
}

QTEST_MAIN(TestPanels)
#include "tst_panels.moc"

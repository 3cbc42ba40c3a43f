// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The panel of pending changes with mouse and keys: what is listed, ticked, shown and asked for;
// the last question, the report, the bar of marks.
#include "tests/support/pending_fixture.h"
#include "widgets/apply_dialog.h"
#include "widgets/apply_report.h"
#include "widgets/difference_html.h"
#include "widgets/empty_state.h"
#include "widgets/mark_bar.h"
#include "widgets/pending_detail.h"
#include "widgets/pending_model.h"
#include "widgets/pending_panel.h"
#include "widgets/target_card.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>

using namespace cadastre;
using cadastre::test::pendingState;

namespace {

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

QStringList linesOf(const PendingModel& model, const QModelIndex& parent = {},
                    const QString& indent = {})
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        lines << indent + index.data().toString() + QStringLiteral(" | ") +
                     index.data(PendingModel::SignRole).toString();
        lines << linesOf(model, index, indent + QLatin1Char(' '));
    }
    return lines;
}

std::vector<QString> namesOf(const std::vector<ObjectKey>& keys)
{
    std::vector<QString> names;
    for (const ObjectKey& key : keys)
        names.push_back(key.parts.last());
    return names;
}

QModelIndex find(const PendingPanel& panel, const char* part)
{
    for (const PendingSource& source : panel.model()->state().sources) {
        for (const PendingRow& row : source.rows) {
            if (row.edit.key.parts.last() == text(part))
                return panel.model()->indexOf(row.edit.key);
        }
    }
    return {};
}

void select(PendingPanel& panel, const char* part)
{
    panel.view()->setCurrentIndex(find(panel, part));
}

std::vector<ObjectKey> keysOf(const QSignalSpy& spy, int argument)
{
    return spy.back().at(argument).value<std::vector<ObjectKey>>();
}

} // namespace

class TestPendingPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<std::vector<ObjectKey>>();
        qRegisterMetaType<ObjectKey>();
    }

    void keepsItsPromisesAsAModel()
    {
        PendingModel model;
        QAbstractItemModelTester tester(&model);
        PendingState state = pendingState();
        model.setState(state);
        PendingState two = state;
        two.sources.push_back(two.sources.front());
        two.sources.back().name = text("zoo");
        for (PendingRow& row : two.sources.back().rows)
            row.edit.key.source = text("zoo");
        model.setState(two);
        QCOMPARE(model.rowCount(), 2);
        model.setData(model.index(0, 0), Qt::Unchecked, Qt::CheckStateRole);
        QVERIFY(model.chosen(0).empty());
        QCOMPARE(model.chosen(1).size(), std::size_t(2)); // one is in conflict
        model.setState(state);
        model.setState({});
        QCOMPARE(model.rowCount(), 0);
    }

    void listsEditsByTable()
    {
        PendingPanel panel;
        panel.setState(pendingState());
        QCOMPARE(linesOf(*panel.model()),
                 QStringList({text("customers | 1"), text(" flag1 | new"), text("tmp_orders | 2"),
                              text(" data | new"), text(" status | conflict")}));
    }

    void nothingPendingSaysWhatThisIs()
    {
        PendingPanel panel;
        panel.show();
        QVERIFY(panel.empty()->isVisible());
        QVERIFY(!panel.view()->isVisible());
        panel.setState(pendingState());
        QVERIFY(!panel.empty()->isVisible());
        QVERIFY(panel.view()->isVisible());
    }

    void allThatCanBeSentIsTicked()
    {
        PendingPanel panel;
        panel.setState(pendingState());
        QCOMPARE(namesOf(panel.chosen()), std::vector<QString>({text("flag1"), text("data")}));
        QVERIFY(find(panel, "status").data(Qt::CheckStateRole).isNull()); // a conflict first
        QVERIFY(panel.conflictsButton()->isEnabled());
        QVERIFY2(panel.statusText().contains(text("2 of 3")), qPrintable(panel.statusText()));
    }

    void spaceTicksAndTheButtonCounts()
    {
        PendingPanel panel;
        panel.setState(pendingState());
        panel.show();
        select(panel, "data");
        QTest::keyClick(panel.view(), Qt::Key_Space);
        QCOMPARE(namesOf(panel.chosen()), std::vector<QString>({text("flag1")}));
        QCOMPARE(panel.applyButton()->text(), text("&Apply 1…"));
        QSignalSpy asked(&panel, &PendingPanel::applyRequested);
        QTest::mouseClick(panel.applyButton(), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.back().at(0).toString(), text("shop"));
        QCOMPARE(namesOf(keysOf(asked, 1)), std::vector<QString>({text("flag1")}));
    }

    void ticksStayWhenThePlanArrives()
    {
        PendingPanel panel;
        PendingState state = pendingState();
        panel.setState(state);
        select(panel, "data");
        panel.model()->setData(find(panel, "data"), Qt::Unchecked, Qt::CheckStateRole);
        state.planning = true;
        panel.setState(state);
        QCOMPARE(namesOf(panel.chosen()), std::vector<QString>({text("flag1")}));
        QCOMPARE(panel.view()->currentIndex(), find(panel, "data"));
        state.sources.front().rows.erase(state.sources.front().rows.begin()); // one was written
        panel.setState(state);
        QVERIFY(panel.chosen().empty());
        QCOMPARE(panel.view()->currentIndex(), find(panel, "data"));
        QVERIFY(!panel.applyButton()->isEnabled());
    }

    void headingsTickAllBelow()
    {
        PendingPanel panel;
        panel.setState(pendingState());
        const QModelIndex orders = find(panel, "data").parent();
        QCOMPARE(orders.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
        panel.model()->setData(orders, Qt::Unchecked, Qt::CheckStateRole);
        QCOMPARE(namesOf(panel.chosen()), std::vector<QString>({text("flag1")}));
        panel.model()->choose({});
        QVERIFY(panel.chosen().empty());
    }

    void keysAskForWhatTheySay()
    {
        PendingPanel panel;
        panel.setState(pendingState());
        panel.resize(800, 300);
        panel.show();
        select(panel, "status");
        QSignalSpy discarded(&panel, &PendingPanel::discardRequested);
        QSignalSpy conflicts(&panel, &PendingPanel::conflictsRequested);
        QSignalSpy shown(&panel, &PendingPanel::showRequested);
        QSignalSpy applied(&panel, &PendingPanel::applyRequested);
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        panel.focusList();
        QTest::keyClick(panel.view(), Qt::Key_C);
        QCOMPARE(conflicts.size(), 1);
        QCOMPARE(conflicts.back().at(1).value<ObjectKey>().parts.last(), text("status"));
        QTest::keyClick(panel.view(), Qt::Key_Return);
        QCOMPARE(shown.size(), 1);
        QTest::keyClick(panel.view(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(applied.size(), 1);
        QTest::keyClick(panel.view(), Qt::Key_Delete);
        QCOMPARE(namesOf(keysOf(discarded, 0)), std::vector<QString>({text("status")}));
    }

    void readOnlyOffersOnlyMigrations()
    {
        PendingPanel panel;
        PendingState state = pendingState();
        state.sources.front().readOnly = true;
        panel.setState(state);
        QVERIFY(!panel.applyButton()->isEnabled());
        QVERIFY(panel.migrationButton()->isEnabled());
        QVERIFY(panel.target()->text().contains(text("READ ONLY")));
        state.sources.front().readOnly = false;
        state.sources.front().canWrite = false; // a snapshot
        panel.setState(state);
        QVERIFY(!panel.applyButton()->isEnabled());
    }

    void whileWritingNothingCanBeChanged()
    {
        PendingPanel panel;
        PendingState state = pendingState();
        panel.setState(state);
        select(panel, "data");
        state.writing = true;
        panel.setState(state);
        QVERIFY(!panel.applyButton()->isEnabled());
        QVERIFY(!panel.discardButton()->isEnabled());
        QVERIFY(!panel.model()->setData(find(panel, "data"), Qt::Unchecked, Qt::CheckStateRole));
    }

    void namesTheTargetLarge()
    {
        PendingPanel panel;
        PendingState state = pendingState();
        panel.setState(state);
        QCOMPARE(panel.target()->text(),
                 text("shop_main PostgreSQL 15.1 on db.example.org:5432 as alice"));
        state.sources.front().production = true;
        panel.setState(state);
        QVERIFY(panel.target()->text().endsWith(text("PRODUCTION")));
    }

    void showsTheDifferenceAndTheExactSql()
    {
        PendingPanel panel;
        panel.setState(pendingState());
        select(panel, "data");
        QVERIFY(panel.detail()->page()->toPlainText().contains(text("<b>bold</b>"))); // no markup
        QCOMPARE(panel.detail()->sqlField()->toPlainText(), text("COMMENT of tmp_orders.data"));
        select(panel, "status");
        const QString html = pendingRowHtml(panel.model()->state().sources.front().rows.back());
        QVERIFY(html.contains(text("text-decoration:underline")));
        QVERIFY2(panel.detail()->page()->toPlainText().contains(text("What is there now\nparcel")),
                 qPrintable(panel.detail()->page()->toPlainText()));
    }

    void copiesEveryByteOfTheSql()
    {
        PendingPanel panel;
        PendingState state = pendingState();
        const QString sql = QStringLiteral("COMMENT 'a\u00a0b\u2028c\r\nd'");
        state.sources.front().rows.front().planned->sql = sql;
        panel.setState(state);
        select(panel, "flag1");
        panel.detail()->copyButton()->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), sql);
    }

    void saysWhatStandsInTheWay()
    {
        PendingState state = pendingState();
        PendingRow row = state.sources.front().rows.front();
        QCOMPARE(pendingSentences(row), QStringList());
        row.edit.after = text("password: hunter2secret");
        QCOMPARE(pendingSentences(row).size(), 1);
        row.planned->refusal = text("Too long.");
        QVERIFY(pendingSentences(row).first().contains(text("Too long.")));
        QVERIFY(!canBeSent(row));
        row.planned->refusal.clear();
        CommentWrite refused{row.edit, WriteOutcome::Refused, text("must be owner."), {},
                             {},       text("olga")};
        row.result = refused;
        QVERIFY(pendingSentences(row).join(QLatin1Char(' ')).contains(text("olga")));
        QCOMPARE(pendingSign(row), text("refused"));
        QVERIFY(canBeSent(row)); // rights may have been given meanwhile
        row.result->outcome = WriteOutcome::Conflict;
        row.result->theirs = text("other");
        QVERIFY(isInConflict(row) && !canBeSent(row));
        QCOMPARE(theirsOf(row), text("other"));
    }

    void goneObjectsKeepTheirText()
    {
        const auto shop = test::pendingShop();
        StagedEdits staged;
        const CommentEdit edit{
            *ObjectKey::fromString(text("shop/column:public.old.x")), {}, text("words")};
        staged.stage(edit);
        const PendingRow row = pendingRow(CommentedCatalog(shop, staged), edit);
        QCOMPARE(pendingSign(row), text("gone"));
        QCOMPARE(row.name, text("public.old.x"));
        QCOMPARE(row.group, text("public.old"));
        QVERIFY(!canBeSent(row));
    }

    void wordsOfTheCreateTextWereSeenBefore()
    {
        SourceCatalog source =
            test::SchemaText::source(text("parts\n  id integer // Its number\n"));
        source.objects.columns.front().comment.origin = CommentOrigin::Ddl;
        const auto catalog = std::make_shared<const Catalog>(source.objects);
        const PendingRow row =
            test::pendingRowFor(catalog, text("parts.id"), {}, text("Its new number"));
        QCOMPARE(row.inCreateText, text("Its number"));
        QCOMPARE(seenBefore(row), text("Its number"));
        QCOMPARE(pendingSign(row), text("replaces the words of the CREATE text"));
        const QString html = pendingRowHtml(row);
        QVERIFY2(html.contains(text("Before, in the CREATE text:")), qPrintable(html));
        QVERIFY(html.contains(text("Its number")));
        QVERIFY(!html.contains(text("no comment")));
        // a sidecar's comment is a comment like any other
        const PendingRow later =
            test::pendingRowFor(catalog, text("parts.id"), text("Sidecar"), text("Other"));
        QVERIFY(!replacesCreateText(later));
        QCOMPARE(seenBefore(later), text("Sidecar"));
        QVERIFY(!pendingRowHtml(later).contains(text("CREATE text")));
    }

    void listsByNamesAsMeant()
    {
        const auto shop = test::pendingShop();
        StagedEdits staged;
        staged.stage(
            commentEditOf(*shop, *shop->resolve(text("tmp_orders.status")), text("@called state")));
        staged.stage(
            commentEditOf(*shop, *shop->resolve(text("tmp_orders")), text("@called orders")));
        const CommentedCatalog commented(shop, staged);
        PendingState state;
        state.catalog = shop;
        state.sources.resize(1);
        for (const auto& [key, edit] : staged.edits())
            state.sources.front().rows.push_back(pendingRow(commented, edit));
        PendingPanel panel;
        panel.setState(state);
        PendingModel* model = panel.model();
        const QModelIndex status =
            model->indexOf(shop->keyOf(*shop->resolve(text("tmp_orders.status"))));
        QCOMPARE(status.data().toString(), text("status"));
        ObjectNames names{std::make_shared<const CommentedCatalog>(commented), true};
        model->setNames(names);
        QCOMPARE(status.data().toString(), text("state (status)"));
        QCOMPARE(status.parent().data().toString(), text("orders (tmp_orders)"));
        QVERIFY(status.data(Qt::ToolTipRole).toString().contains(text("state")));
        names.asMeant = false;
        model->setNames(names);
        QCOMPARE(status.data().toString(), text("status (state)"));
        names.comments = std::make_shared<const CommentedCatalog>(test::pendingShop(), staged);
        model->setNames(names); // of another reading
        QCOMPARE(status.data().toString(), text("status"));
    }

    void fitsNarrowAndWide()
    {
        PendingPanel panel;
        panel.setState(pendingState());
        panel.show();
        panel.resize(300, 600);
        QTRY_COMPARE(panel.splitter()->orientation(), Qt::Vertical);
        QVERIFY2(panel.minimumSizeHint().width() <= 300,
                 qPrintable(QString::number(panel.minimumSizeHint().width())));
        panel.resize(1000, 260);
        QTRY_COMPARE(panel.splitter()->orientation(), Qt::Horizontal);
    }

    void differencesAreMarkedWithoutColour()
    {
        const QString html = differenceHtml(text("the old words"), text("the new words"));
        QVERIFY(html.contains(text("line-through")));
        QVERIFY(html.contains(text("underline")));
        QVERIFY(differenceHtml(text("a"), text("a ")).contains(text("·")));
        QVERIFY(differenceHtml(text("a\n"), text("a\r\n")).contains(text("␍")));
        QVERIFY(differenceHtml({}, text("<script>")).contains(text("&lt;script&gt;")));
        QCOMPARE(withVisibleControls(QStringLiteral("a\u202eb")), QStringLiteral("a⟨U+202e⟩b"));
        QVERIFY(!differenceHtml(text("same"), text("same")).contains(text("line-through")));
    }

    void asksOnceMoreWithTheCount()
    {
        ApplyQuestion question{pendingState().sources.front(), false, 2000, false};
        ApplyDialog dialog(question);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QVERIFY(dialog.text().contains(text("Apply 3 comments?")));
        QVERIFY(dialog.text().contains(text("shop_main")));
        QVERIFY(dialog.applyButton()->isEnabled());
        QVERIFY(!dialog.allowCopyBox()->isVisibleTo(&dialog));
        QSignalSpy chosen(&dialog, &ApplyDialog::applyChosen);
        dialog.allOrNothingBox()->setChecked(true);
        dialog.applyButton()->click();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.back().at(0).value<ApplyChoice>(), (ApplyChoice{true, false}));
    }

    void theDialogNamesWhatIsSent()
    {
        ApplyQuestion question{pendingState().sources.front(), false, 2000, false};
        question.source.rows.front().fromEarlier = true;
        ApplyDialog dialog(question);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QCOMPARE(dialog.nameList()->count(), 3);
        QVERIFY(dialog.nameList()->item(0)->text().contains(text("customers.flag1")));
        QVERIFY(dialog.nameList()->item(0)->text().contains(text("from earlier")));
        QVERIFY(dialog.nameList()->item(1)->toolTip().contains(text("&lt;b&gt;bold")));
        QVERIFY(!dialog.nameList()->item(1)->text().contains(text("from earlier")));
    }

    void copiesAreSentWhereTheyAreAllowed()
    {
        PendingState state = pendingState();
        PlannedComment& planned = *state.sources.front().rows[1].planned;
        planned.refusal = text("The server changes this only by a copy.");
        PendingPanel panel;
        panel.setState(state);
        QCOMPARE(namesOf(panel.chosen()),
                 std::vector<QString>({text("flag1")})); // refused for good
        planned.needsCopy = true;
        panel.setState(state);
        QCOMPARE(find(panel, "data").data(PendingModel::SignRole).toString(),
                 text("needs a copy of the table"));
        QCOMPARE(namesOf(panel.chosen()), std::vector<QString>({text("flag1"), text("data")}));
        PendingSource source = state.sources.front();
        source.rows = {state.sources.front().rows[1]};
        ApplyDialog dialog({source, true, 2000, false});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QVERIFY(!dialog.applyButton()->isEnabled());
        dialog.allowCopyBox()->setChecked(true);
        QVERIFY(dialog.applyButton()->isEnabled());
        QCOMPARE(dialog.applyButton()->text(), text("&Apply 1"));
    }

    void whatIsFromEarlierWaitsForAnEye()
    {
        PendingState state = pendingState();
        state.sources.front().rows[0].fromEarlier = true;
        PendingPanel panel;
        panel.setState(state);
        QCOMPARE(namesOf(panel.chosen()), std::vector<QString>({text("data")}));
        QCOMPARE(find(panel, "flag1").data(PendingModel::SignRole).toString(),
                 text("from earlier"));
        QVERIFY(panel.statusText().contains(text("1 cannot be sent as it is")));
        state.sources.front().rows[0].fromEarlier = false; // it was edited
        panel.setState(state);
        QCOMPARE(namesOf(panel.chosen()), std::vector<QString>({text("flag1"), text("data")}));
    }

    void readOnlySaysWhyAndWhatToDo()
    {
        PendingState state = pendingState();
        state.sources.front().readOnly = true;
        PendingPanel panel;
        panel.setState(state);
        select(panel, "data");
        QSignalSpy refused(&panel, &PendingPanel::applyRefused);
        panel.requestApply();
        QCOMPARE(refused.size(), 1);
        QVERIFY(refused.back().at(0).toString().contains(text("exported as a migration")));
        QVERIFY(panel.statusText().contains(text("marked as read only")));
        QVERIFY(panel.migrationButton()->isEnabled());
        state.sources.front().readOnly = false;
        panel.setState(state);
        panel.requestApply();
        QCOMPARE(refused.size(), 1);
    }

    void productionWantsTheNameTyped()
    {
        ApplyQuestion question{pendingState().sources.front(), true, 2, false};
        question.source.production = true;
        question.source.productionReason = text("marked as production");
        ApplyDialog dialog(question);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QVERIFY(!dialog.applyButton()->isEnabled());
        QVERIFY(!dialog.allOrNothingBox()->isEnabled()); // three are above the limit of two
        QTest::keyClicks(dialog.nameField(), text("shop_Main"));
        QVERIFY(!dialog.applyButton()->isEnabled());
        QTest::keyClick(dialog.nameField(), Qt::Key_Return);
        QVERIFY(dialog.isVisible());
        dialog.nameField()->setText(text("shop_main"));
        QVERIFY(dialog.applyButton()->isEnabled());
        QCOMPARE(dialog.choice(), (ApplyChoice{false, false}));
        dialog.allowCopyBox()->setChecked(true);
        QCOMPARE(dialog.choice(), (ApplyChoice{false, true}));
    }

    void reportsWhatIsKnownAndWhatIsNot()
    {
        const PendingSource source = pendingState().sources.front();
        ApplyReport report{source.target, source.name, text("2026-11-26 10:00"), {}, {}, {},
                           false,         false};
        QCOMPARE(outcomeLine(report.writes), text("nothing"));
        report.writes = {
            {source.rows[0].edit, WriteOutcome::Written, {}, {}, {}, {}},
            {source.rows[1].edit, WriteOutcome::Unknown, {}, {}, {}, {}},
            {source.rows[2].edit, WriteOutcome::Refused, text("no right."), {}, {}, text("olga")}};
        QCOMPARE(outcomeLine(report.writes), text("1 written, 1 refused, 1 unknown"));
        QVERIFY(!isAllWritten(report));
        const QString all = applyReportText(report);
        QVERIFY(all.indexOf(text("1 unknown: ")) < all.indexOf(text("1 written: ")));
        QVERIFY(all.contains(text("column public.tmp_orders.status: no right. Who could do "
                                  "this: olga.")));
        QVERIFY(!all.contains(text("shop/column:")));
        report.writes.resize(1);
        QVERIFY(isAllWritten(report));
        report.failure = text("Not reachable.");
        QVERIFY(!isAllWritten(report));
    }

    void theBarSaysWhatIsMarked()
    {
        MarkBar bar;
        bar.setSources({{text("shop"), text("shop"), false, false, {}}});
        QVERIFY(bar.isHidden());
        bar.setSources({{text("shop"), text("shop on db"), false, true, text("marked")}});
        QVERIFY(!bar.isHidden());
        QCOMPARE(bar.text(), text("PRODUCTION shop on db (marked)"));
        bar.setSources({{text("shop"), text("shop on db"), true, false, {}}});
        QCOMPARE(bar.text(), text("READ ONLY shop on db"));
    }

    void thousandsStayFluent()
    {
        QString schema;
        for (int table = 0; table < 500; ++table) {
            schema += QStringLiteral("t%1\n").arg(table);
            for (int column = 0; column < 10; ++column)
                schema += QStringLiteral("  c%1 integer\n").arg(column);
        }
        const auto catalog = test::SchemaText::catalog(schema);
        StagedEdits staged;
        for (int i = 0; i < static_cast<int>(catalog->objects().columns.size()); ++i)
            staged.stage(commentEditOf(*catalog, ColumnId{i}, text("words")));
        const CommentedCatalog commented(catalog, staged);
        PendingState state;
        state.catalog = catalog;
        state.sources = {PendingSource{}};
        state.sources.front().name = text("shop");
        for (const auto& [key, edit] : staged.edits())
            state.sources.front().rows.push_back(pendingRow(commented, edit));
        PendingPanel panel;
        panel.show();
        panel.setState(state);
        QCOMPARE(panel.chosen().size(), std::size_t(5000));
        panel.model()->setData(find(panel, "c3"), Qt::Unchecked, Qt::CheckStateRole);
        panel.setState(state);
        QCOMPARE(panel.chosen().size(), std::size_t(4999));
    }
};

QTEST_MAIN(TestPendingPanel)
#include "tst_pending_panel.moc"

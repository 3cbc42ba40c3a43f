// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The dialogs of many comments with mouse and keys: choosing, filtering, ticking, asking.
#include "model/notes/bulk/incoming_comments.h"
#include "tests/support/schema_text.h"
#include "widgets/import_comments_dialog.h"
#include "widgets/remark_strip.h"
#include "widgets/replace_comments_dialog.h"
#include "widgets/same_comment_dialog.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>

using namespace cadastre;

namespace {

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

std::shared_ptr<const Catalog> shop()
{
    return test::catalogFromText("orders // Sales <b>\n"
                                 "  id integer pk\n"
                                 "  created_at timestamp // When\n"
                                 "  status integer // Where it is\n"
                                 "customers\n"
                                 "  id integer pk\n"
                                 "  created_at timestamp\n"
                                 "  status integer\n"
                                 "tickets\n"
                                 "  created_at timestamp // Opened\n");
}

/// A dialog on the screen, with the answers that the program would give.
template <typename Dialog> class Shown : public Dialog
{
public:
    Shown()
    {
        this->setAttribute(Qt::WA_DeleteOnClose, false);
        QObject::connect(this, &BulkDialog::stageRequested, this,
                         [this](const std::vector<CommentEdit>& edits) { staged = edits; });
        new QAbstractItemModelTester(this->list()->model(), this);
        this->show();
        this->activateWindow();
    }

    [[nodiscard]] QStringList shownObjects() const
    {
        QStringList names;
        const QAbstractItemModel* model = this->list()->view()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            names << model->index(row, 0).data().toString();
        return names;
    }

    std::vector<CommentEdit> staged;
};

BulkProposal proposal(const Catalog& catalog, const char* name, const char* after)
{
    return bulkProposal({std::make_shared<const Catalog>(catalog), {}}, *catalog.resolve(u(name)),
                        u(after));
}

BulkList threeProposals(const Catalog& catalog)
{
    BulkList list;
    list.proposals = {proposal(catalog, "orders", "Sales <i>"),
                      proposal(catalog, "orders.id", "Number"),
                      proposal(catalog, "tickets", "Tickets")};
    leaveOut(list.proposals[1], u("It is the key of a table of its own."));
    list.proposals[2].possible = false;
    list.remarks = {u("Line 7: there is no table <order>.")};
    list.unusableLines = 1;
    return list;
}

void click(QAbstractButton* button)
{
    QTest::mouseClick(button, Qt::LeftButton);
}

} // namespace

class tst_BulkDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ticking()
    {
        Shown<ReplaceCommentsDialog> dialog;
        QVERIFY(!dialog.stageButton()->isEnabled());
        const auto catalog = shop();
        dialog.setList(catalog, threeProposals(*catalog));
        QCOMPARE(dialog.list()->model()->tickedCount(), 1);
        QCOMPARE(dialog.stageButton()->text(), u("&Stage 1 comment"));
        QVERIFY(dialog.list()->countText().contains(u("1 of 3 comments")));

        click(dialog.list()->tickButton());
        QCOMPARE(dialog.list()->model()->tickedCount(), 2); // one cannot be
        click(dialog.list()->untickButton());
        QVERIFY(!dialog.stageButton()->isEnabled());

        QTreeView* view = dialog.list()->view();
        view->setFocus();
        view->setCurrentIndex(view->model()->index(1, 2));
        QTest::keyClick(view, Qt::Key_Space);
        QCOMPARE(dialog.list()->model()->tickedCount(), 1);
        view->selectAll();
        view->selectionModel()->setCurrentIndex(view->model()->index(0, 0),
                                                QItemSelectionModel::NoUpdate);
        QTest::keyClick(view, Qt::Key_Space);
        QCOMPARE(dialog.list()->model()->tickedCount(), 2);

        click(dialog.stageButton());
        QCOMPARE(dialog.staged.size(), std::size_t(2));
        QCOMPARE(dialog.staged[0].before, u("Sales <b>"));
        QCOMPARE(dialog.staged[0].after, u("Sales <i>"));
        QCOMPARE(dialog.staged[1].after, u("Number"));
    }

    void filtering()
    {
        Shown<ReplaceCommentsDialog> dialog;
        const auto catalog = shop();
        dialog.setList(catalog, threeProposals(*catalog));
        QTest::keyClicks(dialog.list()->filterField(), u("ORDERS"));
        QCOMPARE(dialog.shownObjects(), (QStringList{u("orders"), u("orders.id")}));
        click(dialog.list()->untickButton());
        QCOMPARE(dialog.list()->model()->tickedCount(), 0);
        dialog.list()->filterField()->clear();
        click(dialog.list()->tickButton());
        dialog.list()->shownField()->setCurrentIndex(1);
        QCOMPARE(dialog.shownObjects(), (QStringList{u("orders"), u("orders.id")}));
        dialog.list()->shownField()->setCurrentIndex(2);
        QCOMPARE(dialog.shownObjects(), QStringList{u("tickets")});
        dialog.list()->shownField()->setCurrentIndex(0);
        QTest::keyClicks(dialog.list()->filterField(), u("number"));
        QCOMPARE(dialog.shownObjects(), QStringList{u("orders.id")});
    }

    void details()
    {
        Shown<ReplaceCommentsDialog> dialog;
        const auto catalog = shop();
        dialog.setList(catalog, threeProposals(*catalog));
        const QString page = dialog.list()->page()->toPlainText();
        QVERIFY2(page.contains(u("Sales <")), qPrintable(page)); // as it is, never markup
        QVERIFY(dialog.list()->remarks()->isVisible());          // whatever line is current
        QCOMPARE(dialog.list()->remarks()->title(), u("1 line not usable"));
        QCOMPARE(dialog.list()->remarks()->text(), u("Line 7: there is no table <order>."));
        QVERIFY2(dialog.list()->countText().contains(u("1 line not usable")),
                 qPrintable(dialog.list()->countText()));
        dialog.list()->view()->setCurrentIndex(dialog.list()->view()->model()->index(1, 0));
        QVERIFY(dialog.list()->page()->toPlainText().contains(u("key of a table of its own")));
        QVERIFY(!dialog.list()->takeButton()->isVisible());
        BulkList sound = threeProposals(*catalog);
        sound.remarks.clear();
        sound.unusableLines = 0;
        dialog.setList(catalog, sound);
        QVERIFY(!dialog.list()->remarks()->isVisible());
        QVERIFY(!dialog.list()->countText().contains(u("usable")));
    }

    void replacing()
    {
        Shown<ReplaceCommentsDialog> dialog;
        QSignalSpy asked(&dialog, &ReplaceCommentsDialog::searchRequested);
        QTest::keyClicks(dialog.findField(), u("VIP"));
        QVERIFY(asked.wait(2000));
        QCOMPARE(asked.size(), 1); // after a rest, not for each key
        QTest::keyClicks(dialog.replaceField(), u("gold"));
        QTest::keyClick(dialog.replaceField(), Qt::Key_Return);
        QCOMPARE(asked.size(), 2);
        click(dialog.caseBox());
        click(dialog.wholeBox());
        click(dialog.patternBox());
        click(dialog.notesBox());
        const CommentSearch search = dialog.search();
        QCOMPARE(search, (CommentSearch{u("VIP"), u("gold"), true, true, true, true}));
        const auto catalog = shop();
        dialog.setList(catalog, threeProposals(*catalog));
        for (QWidget* field : std::initializer_list<QWidget*>{
                 dialog.findField(), dialog.list()->filterField(), dialog.list()->view()}) {
            field->setFocus();
            QTest::keyClick(field, Qt::Key_Return);
        }
        QVERIFY(dialog.isVisible() && dialog.staged.empty()); // Enter in a field stages nothing
        dialog.list()->untickButton()->setFocus();
        QTest::keyClick(dialog.list()->untickButton(), Qt::Key_Return);
        QCOMPARE(dialog.list()->model()->tickedCount(), 0);
        dialog.list()->model()->tick({0}, true);
        QTest::keyClick(dialog.findField(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(dialog.staged.size(), std::size_t(1));
        dialog.setProblem(u("The pattern is not valid."));
        QCOMPARE(dialog.problemText(), u("The pattern is not valid."));
        QCOMPARE(dialog.list()->model()->rowCount(), 0);
        const int before = static_cast<int>(asked.size());
        dialog.findField()->clear();
        dialog.ask();
        QCOMPARE(asked.size(), before);
        QVERIFY(dialog.list()->page()->toPlainText().contains(u("what to look for")));
    }

    void choosingColumns()
    {
        Shown<SameCommentDialog> dialog;
        QSignalSpy asked(&dialog, &SameCommentDialog::proposalsRequested);
        const CommentedCatalog commented(shop(), {});
        dialog.setGroups(commented, sameNamedColumns(commented));
        QCOMPARE(dialog.chosenName(), u("status")); // one comment, and one without
        QCOMPARE(dialog.textField()->toPlainText(), u("Where it is"));
        QCOMPARE(asked.size(), 1);

        QTest::keyClicks(dialog.nameFilter(), u("CREAT"));
        QCOMPARE(dialog.nameList()->model()->rowCount(), 1);
        dialog.nameList()->setCurrentIndex(dialog.nameList()->model()->index(0, 0));
        QCOMPARE(dialog.chosenName(), u("created_at"));
        dialog.likeField()->setCurrentIndex(dialog.likeField()->findText(u("tickets.created_at")));
        QCOMPARE(dialog.textField()->toPlainText(), u("Opened"));
        asked.clear();
        dialog.textField()->setPlainText(u("When it was entered"));
        QVERIFY(asked.wait(2000));
        QCOMPARE(asked.last().at(2).toString(), u("When it was entered"));

        dialog.choose(ColumnId{commented.catalog()->resolve(u("customers.id"))->index});
        QCOMPARE(dialog.chosenName(), u("id"));
        QVERIFY(dialog.list()->page()->toPlainText().contains(u("write what id means")));
        // the same names again: what was chosen and typed stays
        dialog.likeField()->setCurrentIndex(0);
        const QString like = dialog.likeField()->currentText();
        dialog.textField()->setPlainText(u("Number"));
        dialog.setGroups(commented, sameNamedColumns(commented));
        QCOMPARE(dialog.chosenName(), u("id"));
        QCOMPARE(dialog.likeField()->currentText(), like);
        QCOMPARE(dialog.textField()->toPlainText(), u("Number"));
    }

    void threeWays()
    {
        Shown<ImportCommentsDialog> dialog;
        const auto catalog = shop();
        const CommentedCatalog commented(catalog, {});
        IncomingComments incoming;
        incoming.comments = {{*catalog->resolve(u("orders")), u("Orders of customers")},
                             {*catalog->resolve(u("customers")), u("Everybody")}};
        dialog.setList(catalog, compareIncoming(commented, SourceId{0}, incoming, true));
        QCOMPARE(dialog.list()->model()->tickedCount(), 1);
        QTreeView* view = dialog.list()->view();
        const auto row = [&](const char* name) {
            const auto names = dialog.shownObjects();
            return view->model()->index(static_cast<int>(names.indexOf(u(name))), 0);
        };
        view->setCurrentIndex(row("orders"));
        QVERIFY(dialog.list()->takeButton()->isVisible());
        const QString page = dialog.list()->page()->toPlainText();
        QVERIFY2(page.contains(u("There")) && page.contains(u("Orders of customers")),
                 qPrintable(page));
        click(dialog.list()->bothButton());
        QCOMPARE(dialog.list()->model()->tickedCount(), 2);
        click(dialog.list()->takeButton());
        click(dialog.stageButton());
        QCOMPARE(dialog.staged.size(), std::size_t(2));
        QCOMPARE(dialog.staged[1].after, u("Orders of customers"));
        view->setCurrentIndex(row("orders.status"));
        QVERIFY(!dialog.list()->takeButton()->isVisible());
        QVERIFY(view->currentIndex().siblingAtColumn(2).data().toString() == u("Only here"));
    }

    void choosingWhereFrom()
    {
        Shown<ImportCommentsDialog> dialog;
        QSignalSpy file(&dialog, &ImportCommentsDialog::fileRequested);
        QSignalSpy server(&dialog, &ImportCommentsDialog::serverRequested);
        QSignalSpy source(&dialog, &ImportCommentsDialog::sourceRequested);
        QSignalSpy again(&dialog, &ImportCommentsDialog::againRequested);
        dialog.setSources({u("shop")});
        QVERIFY(!dialog.targetField()->isVisible());
        QVERIFY(!dialog.openButton()->isVisible());
        dialog.setSources({u("shop"), u("dev"), u("test")});
        QCOMPARE(dialog.target(), u("shop"));
        QCOMPARE(again.size(), 0);
        click(dialog.fileButton());
        click(dialog.serverButton());
        QCOMPARE(file.size() + server.size(), 2);
        QCOMPARE(dialog.openButton()->menu()->actions().size(), 2);
        dialog.openButton()->menu()->actions().first()->trigger();
        QCOMPARE(source.first().first().toString(), u("dev"));
        dialog.targetField()->setCurrentIndex(2);
        click(dialog.allBox());
        QCOMPARE(again.size(), 2);
        QVERIFY(dialog.showsAll());
        dialog.setOrigin(u("dev.sql"));
        QCOMPARE(dialog.originText(), u("From dev.sql"));
    }

    void cannotBeStaged()
    {
        Shown<ReplaceCommentsDialog> dialog;
        const auto catalog = shop();
        dialog.setList(catalog, threeProposals(*catalog));
        dialog.setBusy(u("Searching"));
        QVERIFY(!dialog.stageButton()->isEnabled());
        dialog.setList(catalog, threeProposals(*catalog));
        QVERIFY(dialog.stageButton()->isEnabled());
        dialog.setFailure(u("The disk is full."));
        QCOMPARE(dialog.problemText(), u("The disk is full."));
        QCOMPARE(dialog.list()->model()->rowCount(), 3);
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
        QVERIFY(dialog.staged.empty());
    }
};

QTEST_MAIN(tst_BulkDialog)
#include "tst_bulk_dialog.moc"

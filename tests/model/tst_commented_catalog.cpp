// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The catalog as it reads with what is staged.
#include "model/notes/commented_catalog.h"

#include "model/notes/comment_home.h"
#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;

namespace {

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

std::shared_ptr<const Catalog> shop()
{
    return test::catalogFromText("tmp_orders // @called orders\n"
                                 "  id integer pk\n"
                                 "  flag1 integer // VIP flag\n"
                                 "customers\n"
                                 "  id integer pk\n");
}

ObjectRef objectNamed(const Catalog& catalog, const char* name)
{
    return *catalog.resolve(u(name));
}

} // namespace

class tst_CommentedCatalog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWithWhatIsStaged()
    {
        const auto catalog = shop();
        const ObjectRef flag = objectNamed(*catalog, "tmp_orders.flag1");
        const ObjectRef orders = objectNamed(*catalog, "tmp_orders");
        const ObjectRef customers = objectNamed(*catalog, "customers");
        StagedEdits staged;
        staged.stage(commentEditOf(*catalog, flag, u("VIP customer")));
        const CommentedCatalog commented(catalog, staged);
        QCOMPARE(commented.comment(flag), u("VIP customer"));
        QCOMPARE(commented.comment(orders), u("@called orders"));
        QCOMPARE(commented.comment(customers), QString());
        QVERIFY(commented.isStaged(flag));
        QVERIFY(!commented.isStaged(orders));
        QCOMPARE(commented.edit(flag)->before, u("VIP flag"));
        QVERIFY(!commented.edit(orders));
        QCOMPARE(commented.staged(), staged);
    }

    void calledNames()
    {
        const auto catalog = shop();
        const ObjectRef orders = objectNamed(*catalog, "tmp_orders");
        const ObjectRef customers = objectNamed(*catalog, "customers");
        const CommentedCatalog asRead(catalog, {});
        QCOMPARE(asRead.calledName(orders), u("orders"));
        QCOMPARE(asRead.calledName(customers), QString());

        StagedEdits staged;
        staged.stage(commentEditOf(*catalog, orders, u("No name any more")));
        staged.stage(commentEditOf(*catalog, customers, u("@called people\n@called clients")));
        const CommentedCatalog edited = asRead.withStaged(staged);
        QCOMPARE(edited.calledName(orders), QString());
        QCOMPARE(edited.calledName(customers), u("people"));
        QCOMPARE(edited.withStaged({}).calledName(orders), u("orders"));
        QCOMPARE(edited.withStaged({}).calledName(customers), QString());
        QVERIFY(!edited.withStaged({}).isStaged(customers));
    }

    void copiesOutliveTheOriginal()
    {
        const auto catalog = shop();
        const ObjectRef orders = objectNamed(*catalog, "tmp_orders");
        CommentedCatalog copy;
        {
            StagedEdits staged;
            staged.stage(commentEditOf(*catalog, orders, u("new")));
            copy = CommentedCatalog(catalog, staged);
        }
        QCOMPARE(copy.comment(orders), u("new"));
    }

    void states_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<int>("state");
        const auto row = [](const char* before, const char* after, StageState state) {
            QTest::newRow(before) << u(before) << u(after) << static_cast<int>(state);
        };
        row("VIP flag", "new", StageState::Current);
        row("what stood there", "new", StageState::Changed);
        row("anything", "VIP flag", StageState::Settled);
        row("", "new", StageState::Changed);
    }

    void states()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const auto catalog = shop();
        const CommentedCatalog commented(catalog, {});
        const ObjectKey key = catalog->keyOf(objectNamed(*catalog, "tmp_orders.flag1"));
        QTEST(static_cast<int>(commented.state({key, before, after})), "state");
    }

    void goneAndReplaced()
    {
        SourceCatalog source = test::SchemaText::source(u("orders // old\n  id integer pk\n"));
        source.objects.tables[0].identity = ServerIdentity{1, 2, 3, 0};
        const auto catalog = std::make_shared<const Catalog>(
            mergeSources({std::make_shared<const SourceCatalog>(source)}));
        const ObjectRef orders = objectNamed(*catalog, "orders");
        CommentEdit edit = commentEditOf(*catalog, orders, u("new"));
        CommentEdit gone = edit;
        gone.key.parts.last() = u("order");
        StagedEdits staged;
        staged.stage(edit);
        staged.stage(gone);
        const CommentedCatalog commented(catalog, staged);
        QCOMPARE(commented.state(edit), StageState::Current);
        QCOMPARE(commented.state(gone), StageState::Gone);
        QCOMPARE(commented.staged().edits().size(), std::size_t(2));
        edit.identity->objectOid = 4;
        QCOMPARE(commented.state(edit), StageState::Replaced);
        edit.identity.reset();
        QCOMPARE(commented.state(edit), StageState::Current);
        QCOMPARE(CommentedCatalog().state(edit), StageState::Gone);
    }

    void writtenInCreateIsNotStored()
    {
        SourceCatalog source = test::SchemaText::source(u("orders // from DDL\n  id integer pk\n"));
        source.objects.sources[0].engine = Engine::Sqlite;
        source.objects.tables[0].comment.origin = CommentOrigin::Ddl;
        const auto catalog = std::make_shared<const Catalog>(
            mergeSources({std::make_shared<const SourceCatalog>(source)}));
        const CommentedCatalog commented(catalog, {});
        const ObjectRef orders = objectNamed(*catalog, "orders");
        QCOMPARE(commented.comment(orders), u("from DDL"));
        QCOMPARE(commented.state(commentEditOf(*catalog, orders, u("new"))), StageState::Current);
    }
};

QTEST_APPLESS_MAIN(tst_CommentedCatalog)
#include "tst_commented_catalog.moc"

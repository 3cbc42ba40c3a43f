// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Decisions: the text of their keys, their lines in a workspace, the commands on them, and what a
// refresh with renamed and missing objects leaves of them.
#include "model/catalog/match.h"
#include "model/relations/decision_text.h"
#include "model/workspace/decision_commands.h"
#include "model/workspace/decision_refresh.h"
#include "model/workspace/workspace_file.h"
#include "tests/support/schema_text.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace cadastre;

namespace {

const char* const shop = "customers\n"
                         "  id integer pk\n"
                         "users\n"
                         "  id integer pk\n"
                         "orders\n"
                         "  id integer pk\n"
                         "  customer_id integer\n"
                         "  owner_id integer?\n"
                         "  user_id integer > users.id\n"
                         "notes\n"
                         "  id integer pk\n"
                         "  subject_id integer\n"
                         "  subject_type text\n";

const QByteArray orderToCustomer =
    "shop/table:public.orders (customer_id) -> shop/table:public.customers (id)";

DecisionKey key(const QByteArray& text)
{
    const Result<DecisionKey> parsed = decisionKeyFromText(QString::fromUtf8(text));
    if (!parsed)
        qFatal("%s", qPrintable(parsed.error().message));
    return *parsed;
}

bool always(const ObjectKey&)
{
    return true;
}

/// Proposals by name: `relationship("orders.customer_id", {"customers.id"})`.
class Shop
{
public:
    [[nodiscard]] const Catalog& catalog() const { return *m_catalog; }

    [[nodiscard]] ColumnId column(const char* name) const
    {
        const Result<ObjectRef> found = m_catalog->resolve(QString::fromUtf8(name));
        Q_ASSERT(found && found->kind == ObjectKind::Column);
        return ColumnId{found->index};
    }

    [[nodiscard]] RelationshipTarget target(const char* name, const char* typeValue = "") const
    {
        return {
            m_catalog->column(column(name)).table, {column(name)}, QString::fromUtf8(typeValue)};
    }

    [[nodiscard]] Relationship relationship(const char* child,
                                            std::vector<RelationshipTarget> targets) const
    {
        Relationship relationship;
        relationship.origin = RelationshipOrigin::Inferred;
        relationship.child = m_catalog->column(column(child)).table;
        relationship.childColumns = {column(child)};
        relationship.targets = std::move(targets);
        return relationship;
    }

    [[nodiscard]] Relationship ordersToCustomers() const
    {
        return relationship("orders.customer_id", {target("customers.id")});
    }

private:
    std::shared_ptr<const Catalog> m_catalog = test::catalogFromText(shop);
};

Workspace workspaceWith(const QByteArray& decisions)
{
    Result<Workspace> workspace =
        workspaceFromText("{\"format\":\"cadastre-workspace\",\"version\":1,\n\"decisions\":{\n" +
                              decisions + "\n}}\n",
                          QStringLiteral("x.cadastre"));
    if (!workspace)
        qFatal("%s", qPrintable(workspace.error().message));
    return *std::move(workspace);
}

QByteArray textWith(const QByteArray& decisions)
{
    return "{\n\"format\":\"cadastre-workspace\",\n\"version\":1,\n\"decisions\":{\n" + decisions +
           "\n}\n}\n";
}

} // namespace

class tst_Decisions : public QObject
{
    Q_OBJECT

    const Shop m_shop;

private Q_SLOTS:
    void keysRoundTrip_data()
    {
        QTest::addColumn<QString>("text");
        const auto row = [](const char* text) { QTest::newRow(text) << QString::fromUtf8(text); };
        row(orderToCustomer.constData());
        row("shop/table:public.lines (tenant_id, order_id) -> shop/table:public.orders (tenant_id, "
            "id)");
        row("shop/table:public.notes (subject_id by subject_type) -> shop/table:public.orders "
            "(id)");
        row("crm/view:main.\"a -> b\" (\"x)\", \"y, z\" by \"by by\") -> shop/matview:public.\"(\" "
            "(\"->\", \"q\"\"q\")");
        row("shop/foreign:public.\"we\"\"ird\\\\\" (\"two\\nlines\") -> shop/table:\"\".\"\" "
            "(\"\")");
        row("shop/table:public.\"\xf0\x9f\xa6\x84 by\" (\"\xd7\xa9\") -> "
            "shop/table:public.\"\xc3\x84\" (by)");
    }

    void keysRoundTrip()
    {
        QFETCH(QString, text);
        const Result<DecisionKey> parsed = decisionKeyFromText(text);
        QVERIFY2(parsed.has_value(), parsed ? "" : qPrintable(parsed.error().message));
        QCOMPARE(decisionKeyText(*parsed), text);
    }

    void spacingDoesNotMatter()
    {
        QCOMPARE(key("shop/table:public.orders(customer_id)->shop/table:public.customers( id )"),
                 key(orderToCustomer));
    }

    void refusesKeys_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"", "->", "shop/table:public.orders", "shop/table:public.a (b)",
              "shop/table:public.a (b) -> shop/table:public.c", "table:a () -> table:b (c)",
              "table:a (b, c) -> table:b (c)", "table:a (b) -> table:b (c by d)",
              "table:a (b.c) -> table:b (c)", "routine:a() (b) -> table:b (c)",
              "table:a (\"b) -> table:b (c)", "column:a.b.c (b) -> table:b (c)"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void refusesKeys()
    {
        QFETCH(QString, text);
        QVERIFY(!decisionKeyFromText(text));
    }

    /// Whatever text there is, it is refused or means something that prints and reads the same.
    void survivesAnyKey()
    {
        const QByteArray sample = "shop/table:public.\"no\"\"tes\" (a, b by c) -> "
                                  "shop/table:public.orders (id, \"x\\n\")";
        const QByteArray letters = "\"\"\\(),.->/: by\nx\x7f";
        QRandomGenerator random(20140301);
        int read = 0;
        for (int round = 0; round < 20000; ++round) {
            QByteArray text = sample;
            for (int i = random.bounded(4); i >= 0; --i)
                text[random.bounded(static_cast<int>(text.size()))] =
                    letters[random.bounded(static_cast<int>(letters.size()))];
            const auto parsed = decisionKeyFromText(QString::fromUtf8(text));
            if (!parsed)
                continue;
            ++read;
            const auto again = decisionKeyFromText(decisionKeyText(*parsed));
            QVERIFY2(again && *again == *parsed, text.constData());
        }
        QVERIFY(read > 100);
    }

    void workspaceKeepsDecisions()
    {
        const QByteArray lines =
            "\"" + orderToCustomer +
            "\":{\"kind\":\"confirmed\",\"reason\":\"seen in \\\"ETL\\\"\"},\n"
            "\"shop/table:public.notes (subject_id by subject_type) -> shop/table:public.orders "
            "(id)\":{\"kind\":\"added\",\"type_value\":\"Order\"},\n"
            "\"shop/table:public.orders (owner_id) -> shop/table:public.customers "
            "(id)\":{\"kind\":\"rejected\"}";
        const Workspace workspace = workspaceWith(lines);
        QCOMPARE(workspace.decisions.entries.size(), 3U);
        QCOMPARE(workspace.decisions.entries.at(key(orderToCustomer)),
                 (Decision{DecisionKind::Confirmed, QStringLiteral("seen in \"ETL\""), {}}));
        // sorted by the text of the key
        QVERIFY(workspaceText(workspace).contains("subject_type"));
        QCOMPARE(workspaceText(workspaceWith(lines)), workspaceText(workspace));
        Workspace made;
        made.decisions = workspace.decisions;
        QCOMPARE(workspaceFromText(workspaceText(made), QStringLiteral("x"))->decisions,
                 workspace.decisions);
    }

    void whatOthersWroteStays()
    {
        const QByteArray lines =
            "\"" + orderToCustomer +
            "\":{ \"by\":  \"ann\", \"kind\":\"confirmed\",\"reason\":\"x\"},\n"
            "\"shop/table:public.orders (id) -> shop/table:public.users (id)\":"
            "{\"kind\":\"postponed\",  \"until\":2030},\n"
            "\"shop/table:public.orders (x) -> shop/table:public.users (id)\":\"later\",\n"
            "\"something else\":{\"kind\":\"confirmed\"}";
        Workspace workspace = workspaceWith(lines);
        QCOMPARE(workspace.decisions.entries.size(), 1U);
        QCOMPARE(workspaceText(workspace), textWith(lines));
        workspace.decisions.entries[key(orderToCustomer)].reason = QStringLiteral("y");
        QVERIFY(workspaceText(workspace).contains(
            "{\"by\":\"ann\",\"kind\":\"confirmed\",\"reason\":\"y\"}"));
        workspace.decisions.entries.clear();
        QVERIFY(!workspaceText(workspace).contains("ann"));
        QVERIFY(workspaceText(workspace).contains("{\"kind\":\"postponed\",  \"until\":2030}"));
        QVERIFY(workspaceText(workspace).contains("\"something else\":{\"kind\":\"confirmed\"}"));
    }

    void readsOtherSpacingAndWritesItsOwn()
    {
        const Workspace workspace =
            workspaceWith("\"shop/table:public.orders(customer_id)->shop/table:public.customers(id)"
                          "\":{\"kind\":\"confirmed\",\"x\":1}");
        QCOMPARE(workspaceText(workspace),
                 textWith("\"" + orderToCustomer + "\":{\"kind\":\"confirmed\",\"x\":1}"));
    }

    void mergesByEntry()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("x.cadastre"));
        const auto save = [&](const Workspace& workspace) {
            return saveWorkspace(path, workspace);
        };
        QVERIFY(save({}));
        Workspace mine = *loadWorkspace(path);
        Workspace theirs = mine;
        const DecisionKey other =
            key("shop/table:public.orders (owner_id) -> shop/table:public.users (id)");
        mine.decisions.entries[key(orderToCustomer)] = {DecisionKind::Confirmed, {}, {}};
        theirs.decisions.entries[other] = {DecisionKind::Rejected, {}, {}};
        QVERIFY(save(theirs));
        const auto merged = save(mine);
        QVERIFY(merged && merged->collisions.empty());
        QCOMPARE(merged->workspace.decisions.entries.size(), 2U);
        Workspace late = mine;
        late.document = merged->workspace.document;
        late.decisions = merged->workspace.decisions;
        Workspace meanwhile = late;
        meanwhile.decisions.entries[other].kind = DecisionKind::Added;
        QVERIFY(save(meanwhile));
        late.decisions.entries[other].reason = QStringLiteral("no");
        const auto collided = save(late);
        QVERIFY(collided.has_value());
        QCOMPARE(collided->collisions,
                 (std::vector<EntryCollision>{{"decisions", decisionKeyText(other).toUtf8()}}));
    }

    void titles()
    {
        QCOMPARE(relationshipTitle(m_shop.catalog(), m_shop.ordersToCustomers()),
                 QStringLiteral("orders.customer_id → customers.id"));
        Relationship several =
            m_shop.relationship("notes.subject_id", {m_shop.target("orders.id", "Order"),
                                                     {{}, {}, QStringLiteral("X")}});
        several.childColumns.push_back(m_shop.column("notes.id"));
        QCOMPARE(relationshipTitle(m_shop.catalog(), several),
                 QStringLiteral("notes.(subject_id, id) → orders.id, ?"));
        QCOMPARE(decisionTitle(key(orderToCustomer)),
                 QStringLiteral("orders.customer_id → customers.id"));
        QCOMPARE(decisionTitle(key("a/table:x.\"T\" (b) -> a/table:y.t (c)")),
                 QStringLiteral("x.\"T\".b → y.t.c"));
    }

    void confirmsAndTakesBack()
    {
        Decisions decisions;
        decisions.entries[key(orderToCustomer)] = {
            DecisionKind::Rejected, QStringLiteral("old"), {}};
        const Decisions before = decisions;
        const Command confirm =
            decideRelationships(decisions, m_shop.catalog(), {m_shop.ordersToCustomers()},
                                DecisionKind::Confirmed, QStringLiteral("ask Bo"), always);
        QCOMPARE(confirm.name, QStringLiteral("Confirm orders.customer_id → customers.id"));
        QVERIFY(confirm.forward());
        QCOMPARE(decisions.entries.at(key(orderToCustomer)),
                 (Decision{DecisionKind::Confirmed, QStringLiteral("ask Bo"), {}}));
        QVERIFY(confirm.backward());
        QCOMPARE(decisions, before);
        QVERIFY(confirm.forward());
        QVERIFY(confirm.backward());
        QCOMPARE(decisions, before);
    }

    void decidesManyAtOnce()
    {
        Decisions decisions;
        const Relationship owner =
            m_shop.relationship("orders.owner_id", {m_shop.target("customers.id")});
        const Relationship note =
            m_shop.relationship("notes.subject_id", {m_shop.target("orders.id")});
        const Command same =
            decideRelationships(decisions, m_shop.catalog(), {m_shop.ordersToCustomers(), owner},
                                DecisionKind::Confirmed, {}, always);
        QCOMPARE(same.name, QStringLiteral("Confirm 2 relationships to customers"));
        const Command mixed = decideRelationships(decisions, m_shop.catalog(), {owner, note},
                                                  DecisionKind::Rejected, {}, always);
        QCOMPARE(mixed.name, QStringLiteral("Reject 2 relationships"));
        QVERIFY(same.forward());
        QVERIFY(mixed.forward());
        QCOMPARE(decisions.entries.size(), 3U);
        const Command undecide =
            undecideRelationships(decisions, m_shop.catalog(), {owner, note}, always);
        QCOMPARE(undecide.name, QStringLiteral("Undecide 2 relationships"));
        QVERIFY(undecide.forward());
        QCOMPARE(decisions.entries.size(), 1U);
        QVERIFY(undecide.backward());
        QVERIFY(mixed.backward());
        QCOMPARE(decisions.entries.size(), 2U);
        QVERIFY(same.backward());
        QVERIFY(decisions.entries.empty());
    }

    void polymorphicOnesAreDecidedWithAllTargets()
    {
        Decisions decisions;
        Relationship subject =
            m_shop.relationship("notes.subject_id", {m_shop.target("orders.id", "Order"),
                                                     m_shop.target("users.id", "User"),
                                                     {{}, {}, QStringLiteral("X")},
                                                     m_shop.target("users.id", "Admin")});
        subject.typeColumn = m_shop.column("notes.subject_type");
        QVERIFY(decideRelationships(decisions, m_shop.catalog(), {subject}, DecisionKind::Confirmed,
                                    {}, always)
                    .forward());
        QCOMPARE(decisions.entries.size(), 2U);
        QCOMPARE(decisions.entries
                     .at(key("shop/table:public.notes (subject_id by subject_type) -> "
                             "shop/table:public.users (id)"))
                     .typeValue,
                 QStringLiteral("User"));
        QStringList values;
        for (const ResolvedDecision& decided : resolveDecisions(m_shop.catalog(), decisions).found)
            values << decided.target.typeValue;
        values.sort();
        QCOMPARE(values, (QStringList{QStringLiteral("Admin"), QStringLiteral("Order"),
                                      QStringLiteral("User")}));
        Workspace workspace;
        workspace.decisions = decisions;
        QCOMPARE(workspaceFromText(workspaceText(workspace), QStringLiteral("x"))->decisions,
                 decisions);
    }

    void choosesAnotherTargetInOneCommand()
    {
        Decisions decisions;
        const Command choose =
            chooseOtherTarget(decisions, m_shop.catalog(), m_shop.ordersToCustomers(),
                              m_shop.target("users.id"), QStringLiteral("moved"), always);
        QCOMPARE(choose.name, QStringLiteral("Choose orders.customer_id → users.id"));
        QVERIFY(choose.forward());
        QCOMPARE(decisions.entries.at(key(orderToCustomer)).kind, DecisionKind::Rejected);
        QCOMPARE(decisions.entries
                     .at(key("shop/table:public.orders (customer_id) -> shop/table:public.users "
                             "(id)"))
                     .kind,
                 DecisionKind::Added);
        QVERIFY(choose.backward());
        QVERIFY(decisions.entries.empty());
    }

    void drawsByHand()
    {
        Decisions decisions;
        const DrawnRelationship drawn{
            {m_shop.column("orders.owner_id")}, {m_shop.column("users.id")}, {}, {}};
        const Result<Command> add =
            addRelationship(decisions, m_shop.catalog(), drawn, QStringLiteral("told"), always);
        QVERIFY(add.has_value());
        QCOMPARE(add->name, QStringLiteral("Add orders.owner_id → users.id"));
        QVERIFY(add->forward());
        QCOMPARE(decisions.entries.begin()->second,
                 (Decision{DecisionKind::Added, QStringLiteral("told"), {}}));
        QCOMPARE(addRelationship(decisions, m_shop.catalog(), drawn, {}, always).error().message,
                 QStringLiteral("orders.owner_id → users.id is added already."));
        Relationship added = m_shop.relationship("orders.owner_id", {m_shop.target("users.id")});
        added.origin = RelationshipOrigin::Added;
        QVERIFY(decideRelationships(decisions, m_shop.catalog(), {added}, DecisionKind::Confirmed,
                                    {}, always)
                    .forward());
        QCOMPARE(decisions.entries.begin()->second.kind, DecisionKind::Added);
        QVERIFY(add->backward());
        QVERIFY(decisions.entries.empty());
    }

    void refusesDrawings_data()
    {
        QTest::addColumn<QStringList>("child");
        QTest::addColumn<QStringList>("parent");
        QTest::addColumn<QString>("message");
        const auto list = [](const char* names) {
            return QString::fromUtf8(names).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        };
        const QString shape = QStringLiteral("A relationship runs from columns of one table to as "
                                             "many columns of one table.");
        QTest::newRow("nothing") << list("") << list("users.id") << shape;
        QTest::newRow("counts") << list("orders.owner_id") << list("users.id users.id") << shape;
        QTest::newRow("two tables")
            << list("orders.owner_id notes.id") << list("users.id users.id") << shape;
        QTest::newRow("itself") << list("orders.id") << list("orders.id")
                                << QStringLiteral("A column cannot refer to itself; end the line "
                                                  "at another column.");
        QTest::newRow("declared") << list("orders.user_id") << list("users.id")
                                  << QStringLiteral(
                                         "orders.user_id → users.id is a foreign key already.");
    }

    void refusesDrawings()
    {
        QFETCH(QStringList, child);
        QFETCH(QStringList, parent);
        QFETCH(QString, message);
        DrawnRelationship drawn;
        for (const QString& name : child)
            drawn.childColumns.push_back(m_shop.column(qPrintable(name)));
        for (const QString& name : parent)
            drawn.parentColumns.push_back(m_shop.column(qPrintable(name)));
        Decisions decisions;
        const auto add = addRelationship(decisions, m_shop.catalog(), drawn, {}, always);
        QVERIFY(!add);
        QCOMPARE(add.error().message, message);
    }

    void editsReasons()
    {
        Decisions decisions;
        decisions.entries[key(orderToCustomer)] = {
            DecisionKind::Confirmed, QStringLiteral("a"), {}};
        const Command edit = editDecisionReason(
            decisions, m_shop.catalog(), m_shop.ordersToCustomers(), QStringLiteral("b"), always);
        QCOMPARE(edit.name,
                 QStringLiteral("Change the reason of orders.customer_id → customers.id"));
        QVERIFY(edit.forward());
        QCOMPARE(decisions.entries.begin()->second,
                 (Decision{DecisionKind::Confirmed, QStringLiteral("b"), {}}));
        QVERIFY(edit.backward());
        QCOMPARE(decisions.entries.begin()->second.reason, QStringLiteral("a"));
    }

    void skipsWhatIsGoneAndSaysSo()
    {
        Decisions decisions;
        const Command confirm =
            decideRelationships(decisions, m_shop.catalog(), {m_shop.ordersToCustomers()},
                                DecisionKind::Confirmed, {}, [](const ObjectKey& table) {
                                    return table.parts.last() != QStringLiteral("customers");
                                });
        const Result<Nothing> done = confirm.forward();
        QVERIFY(!done);
        QCOMPARE(done.error().message, QStringLiteral("Confirm orders.customer_id → customers.id "
                                                      "was skipped: the tables are no longer "
                                                      "there."));
        QVERIFY(decisions.entries.empty());
    }

    void forgetsWhatIsMissing()
    {
        Decisions decisions;
        decisions.entries[key("x/table:a.gone (b) -> x/table:a.c (d)")] = {};
        const Command forget = forgetDecisions(decisions, {decisions.entries.begin()->first});
        QCOMPARE(forget.name, QStringLiteral("Forget gone.b → c.d"));
        QVERIFY(forget.forward());
        QVERIFY(decisions.entries.empty());
        QVERIFY(forget.backward());
        QCOMPARE(decisions.entries.size(), 1U);
    }

    void followsRenames()
    {
        const auto after = test::catalogFromText("clients\n"
                                                 "  id integer pk\n"
                                                 "users\n"
                                                 "  id integer pk\n"
                                                 "orders\n"
                                                 "  id integer pk\n"
                                                 "  client_id integer\n"
                                                 "  owner_id integer?\n"
                                                 "  user_id integer > users.id\n");
        const auto renamed =
            renamedKeys(m_shop.catalog(), *after, matchCatalogs(m_shop.catalog(), *after));
        Decisions decisions;
        decisions.entries[key(orderToCustomer)] = {
            DecisionKind::Confirmed, QStringLiteral("r"), {}};
        const DecisionKey gone =
            key("shop/table:public.notes (subject_id) -> shop/table:public.orders (id)");
        decisions.entries[gone] = {DecisionKind::Rejected, {}, {}};
        const DecisionKey elsewhere = key("crm/table:a.b (c) -> crm/table:a.d (e)");
        decisions.entries[elsewhere] = {DecisionKind::Added, {}, {}};
        const DecisionRefresh refresh =
            refreshedDecisions(decisions, m_shop.catalog(), *after, renamed);
        const DecisionKey now =
            key("shop/table:public.orders (client_id) -> shop/table:public.clients (id)");
        QCOMPARE(refresh.rekeyed.renamed,
                 (std::vector<RenamedDecision>{{key(orderToCustomer), now}}));
        QCOMPARE(refresh.rekeyed.decisions.entries.size(), 3U);
        QCOMPARE(refresh.rekeyed.decisions.entries.at(now).reason, QStringLiteral("r"));
        QVERIFY(refresh.rekeyed.decisions.entries.contains(gone));
        QCOMPARE(refresh.missing, std::vector<DecisionKey>{gone});
        QCOMPARE(refreshSentences(refresh),
                 (QStringList{QStringLiteral("1 decision follows renamed tables or columns: "
                                             "orders.customer_id → customers.id is now "
                                             "orders.client_id → clients.id."),
                              QStringLiteral("1 decision is kept although its table or column is "
                                             "gone: notes.subject_id → orders.id.")}));
        QVERIFY(refreshedDecisions(decisions, m_shop.catalog(), m_shop.catalog(), {}).isSilent());
    }

    void renamesThatSwapOrClash_data()
    {
        QTest::addColumn<QByteArray>("decided"); ///< parents of t (a)
        QTest::addColumn<QByteArray>("renames"); ///< of parents, pairs
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<int>("clashes");
        const auto row = [](const char* name, const char* decided, const char* renames,
                            const char* expected, int clashes) {
            QTest::newRow(name) << QByteArray(decided) << QByteArray(renames)
                                << QByteArray(expected) << clashes;
        };
        row("swap", "p q", "pq qp", "q p", 0);
        row("chain", "p q", "pq qr", "q r", 0);
        row("clash", "p q", "pq", "p q", 1);
        row("clash behind a chain", "p q r", "pq qr", "p q r", 2);
        row("nothing", "p", "xy", "p", 0);
    }

    void renamesThatSwapOrClash()
    {
        QFETCH(QByteArray, decided);
        QFETCH(QByteArray, renames);
        QFETCH(QByteArray, expected);
        QFETCH(int, clashes);
        const auto to = [](const QByteArray& parent) {
            return key("s/table:m.t (a) -> s/table:m." + parent + " (id)");
        };
        const auto table = [](char name) {
            return ObjectKey{QStringLiteral("s"),
                             KeyKind::Table,
                             {QStringLiteral("m"), QString(QLatin1Char(name))},
                             {}};
        };
        Decisions decisions;
        Decisions wanted;
        const auto parents = decided.split(' ');
        for (qsizetype i = 0; i < parents.size(); ++i) {
            const Decision decision{DecisionKind::Confirmed, QString::fromLatin1(parents[i]), {}};
            decisions.entries[to(parents[i])] = decision;
            wanted.entries[to(expected.split(' ')[i])] = decision;
        }
        QHash<ObjectKey, ObjectKey> renamed;
        for (const QByteArray& pair : renames.split(' '))
            renamed.insert(table(pair[0]), table(pair[1]));
        const RekeyedDecisions rekeyed = rekeyedDecisions(decisions, renamed);
        QCOMPARE(rekeyed.decisions, wanted);
        QCOMPARE(static_cast<int>(rekeyed.clashes.size()), clashes);
    }

    void saysOnlySomeExamples()
    {
        DecisionRefresh refresh;
        refresh.missing = std::vector<DecisionKey>(5, key(orderToCustomer));
        const QStringList sentences = refreshSentences(refresh);
        QCOMPARE(sentences.size(), 1);
        QVERIFY(sentences.first().startsWith(QStringLiteral("5 decisions are kept although ")));
        QVERIFY(sentences.first().endsWith(QStringLiteral("; and 2 more.")));
    }
};

QTEST_GUILESS_MAIN(tst_Decisions)
#include "tst_decisions.moc"

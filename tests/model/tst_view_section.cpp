// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Saved views and what is hidden in a workspace: there and back with the same bytes, what other
// versions wrote, merging by entry, renames; and their commands with their names.
#include "model/workspace/view_commands.h"
#include "model/workspace/view_section.h"
#include "model/workspace/workspace.h"

#include <QTest>

using namespace cadastre;

namespace {

const QByteArray fullText =
    "{\n"
    "\"format\":\"cadastre-workspace\",\n"
    "\"version\":1,\n"
    "\"shown\":{\n"
    "\"shop/table:public.audit\":{\"state\":\"hidden\"},\n"
    "\"shop/table:public.orders\":{\"state\":\"isolated\"}\n"
    "},\n"
    "\"sources\":{\n"
    "\"shop\":{\"database\":\"shop.sqlite\"}\n"
    "},\n"
    "\"views\":{\n"
    "\"Everything\":{},\n"
    "\"Sales / Refunds\":{\"area\":[10,-20,800,600],\"confidence\":0.75,\"depth\":2,"
    "\"focus\":\"shop/table:public.orders\",\"groups\":{\"public\":[5,6]},"
    "\"hidden\":[\"shop/table:public.audit\"],\"inferred\":false,\"lens\":\"size\","
    "\"note\":\"For \\\"Jo\\\"\\nand Al.\",\"positions\":{\"shop/table:public.orders\":"
    "[1,2,\"public\",true],\"shop/table:public.refunds\":[-3,4,\"public\"]},"
    "\"query\":\"in:public\",\"rejected\":true,"
    "\"tables\":[\"shop/table:public.orders\",\"shop/table:public.refunds\"]}\n"
    "}\n"
    "}\n";

ObjectKey tableKey(const char* name)
{
    return {QStringLiteral("shop"),
            KeyKind::Table,
            {QStringLiteral("public"), QString::fromUtf8(name)},
            {}};
}

std::vector<ObjectKey> tableKeys(std::initializer_list<const char*> names)
{
    std::vector<ObjectKey> keys;
    for (const char* name : names)
        keys.push_back(tableKey(name));
    return keys;
}

Workspace workspaceOf(const QByteArray& text)
{
    Result<Workspace> workspace = workspaceFromText(text, QStringLiteral("x.cadastre"));
    if (!workspace)
        qFatal("%s", qPrintable(workspace.error().message));
    return *std::move(workspace);
}

} // namespace

class TestViewSection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thereAndBack();
    void keepsWhatItDoesNotKnow();
    void damagedEntriesAreLeftOut();
    void changesOneLine();
    void mergesByEntry();
    void choices_data();
    void choices();
    void choiceCommands();
    void viewCommands();
    void namesOfViews_data();
    void namesOfViews();
    void followsRenames();
    void missingTablesAreNamed();
    void placesLieOnTop();
};

void TestViewSection::thereAndBack()
{
    const Workspace workspace = workspaceOf(fullText);
    QCOMPARE(workspace.views.views.size(), std::size_t(2));
    QCOMPARE(workspace.views.views.at(QStringLiteral("Everything")), SavedView{});
    const SavedView& view = workspace.views.views.at(QStringLiteral("Sales / Refunds"));
    QCOMPARE(view.tables.isolated.size(), std::size_t(2));
    QVERIFY(view.tables.hidden.contains(tableKey("audit")));
    QCOMPARE(*view.focus, tableKey("orders"));
    QCOMPARE(view.depth, 2);
    QCOMPARE(view.area, QRectF(10, -20, 800, 600));
    QCOMPARE(view.places.tables.value(tableKey("orders")),
             (Placement{{1, 2}, QStringLiteral("public"), true}));
    QCOMPARE(view.places.groups.value(QStringLiteral("public")), QPoint(5, 6));
    QVERIFY(!view.showsInferred && view.showsRejected);
    QCOMPARE(view.minimumConfidence, 0.75);
    QCOMPARE(view.note, QStringLiteral("For \"Jo\"\nand Al."));
    QVERIFY(workspace.views.choice.hidden.contains(tableKey("audit")));
    QVERIFY(workspace.views.choice.isolated.contains(tableKey("orders")));
    QCOMPARE(workspaceText(workspace), fullText);

    // written from nothing it is the same
    Workspace fresh;
    fresh.sources = workspace.sources;
    fresh.views = workspace.views;
    QCOMPARE(workspaceText(fresh), fullText);
    fresh.views = {};
    QVERIFY(!workspaceText(fresh).contains("views"));
    QVERIFY(!workspaceText(fresh).contains("shown"));
}

void TestViewSection::keepsWhatItDoesNotKnow()
{
    QByteArray text = fullText;
    text.replace("\"Everything\":{}", "\"Everything\":{\"camera\":[1, 2],\"note\":\"a\"},\n"
                                      "\"Later\":\"only a text\"");
    text.replace("{\"state\":\"hidden\"}", "{\"state\":\"folded\"}");
    Workspace workspace = workspaceOf(text);
    QVERIFY(!workspace.views.views.contains(QStringLiteral("Later")));
    QVERIFY(workspace.views.choice.hidden.empty());
    QCOMPARE(workspaceText(workspace), text);
    workspace.views.views[QStringLiteral("Everything")].note = QStringLiteral("b");
    const QByteArray changed = workspaceText(workspace);
    QVERIFY(changed.contains("\"Everything\":{\"camera\":[1, 2],\"note\":\"b\"}"));
    QVERIFY(changed.contains("\"Later\":\"only a text\""));
    QVERIFY(changed.contains("folded"));
}

void TestViewSection::damagedEntriesAreLeftOut()
{
    QByteArray text = fullText;
    text.replace("\"depth\":2", "\"depth\":99");
    text.replace("\"confidence\":0.75", "\"confidence\":-3");
    text.replace("\"area\":[10,-20,800,600]", "\"area\":[1]");
    text.replace("\"tables\":[\"shop/table:public.orders\"", "\"tables\":[\"shop/\\\"\"");
    const Workspace workspace = workspaceOf(text);
    const SavedView& view = workspace.views.views.at(QStringLiteral("Sales / Refunds"));
    QCOMPARE(view.depth, 4);
    QCOMPARE(view.minimumConfidence, 0.0);
    QVERIFY(view.area.isEmpty());
    QCOMPARE(view.tables.isolated.size(), std::size_t(1));
    QCOMPARE(workspaceText(workspace), text);
}

void TestViewSection::changesOneLine()
{
    Workspace workspace = workspaceOf(fullText);
    workspace.views.views[QStringLiteral("Everything")].lens = QStringLiteral("schema");
    const QList<QByteArray> before = fullText.split('\n');
    const QList<QByteArray> after = workspaceText(workspace).split('\n');
    QCOMPARE(after.size(), before.size());
    int changed = 0;
    for (qsizetype i = 0; i < after.size(); ++i)
        changed += after[i] != before[i];
    QCOMPARE(changed, 1);
}

void TestViewSection::mergesByEntry()
{
    const Workspace base = workspaceOf(fullText);
    Workspace mine = base;
    mine.views.views[QStringLiteral("Mine")].note = QStringLiteral("m");
    mine.views.choice.hidden.insert(tableKey("b"));
    Workspace theirs = base;
    theirs.views.views.erase(QStringLiteral("Everything"));
    theirs.views.choice.isolated.clear();
    const EntryMerge merge = mergeEntryDocuments(workspaceDocument(base), workspaceDocument(mine),
                                                 workspaceDocument(theirs));
    QVERIFY(merge.collisions.empty());
    const ViewDocument merged = viewsOf(merge.document);
    QVERIFY(merged.views.contains(QStringLiteral("Mine")));
    QVERIFY(!merged.views.contains(QStringLiteral("Everything")));
    QVERIFY(merged.views.contains(QStringLiteral("Sales / Refunds")));
    QCOMPARE(merged.choice.hidden.size(), std::size_t(2));
    QVERIFY(merged.choice.isolated.empty());

    theirs.views.views[QStringLiteral("Sales / Refunds")].note = QStringLiteral("t");
    mine.views.views[QStringLiteral("Sales / Refunds")].note = QStringLiteral("m");
    QCOMPARE(mergeEntryDocuments(workspaceDocument(base), workspaceDocument(mine),
                                 workspaceDocument(theirs))
                 .collisions.size(),
             std::size_t(1));
}

void TestViewSection::choices_data()
{
    QTest::addColumn<TableChoice>("choice");
    QTest::addColumn<QString>("shown"); ///< of a, b, c
    const auto hidden = [](TableChoice choice, std::initializer_list<const char*> names) {
        return withHidden(std::move(choice), tableKeys(names));
    };
    const TableChoice onlyAb = onlyThese(tableKeys({"a", "b"}));
    QTest::newRow("everything") << TableChoice{} << "abc";
    QTest::newRow("one hidden") << hidden({}, {"b"}) << "ac";
    QTest::newRow("hidden and shown again")
        << withShown(hidden({}, {"b", "c"}), tableKeys({"b"})) << "ab";
    QTest::newRow("isolated") << onlyAb << "ab";
    QTest::newRow("hidden of what is isolated") << hidden(onlyAb, {"a"}) << "b";
    QTest::newRow("shown beside what is isolated") << withShown(onlyAb, tableKeys({"c"})) << "abc";
    QTest::newRow("no table isolated is everything") << onlyThese({}) << "abc";
}

void TestViewSection::choices()
{
    QFETCH(TableChoice, choice);
    QString shown;
    for (const char* name : {"a", "b", "c"}) {
        if (choice.shows(tableKey(name)))
            shown += QLatin1String(name);
    }
    QTEST(shown, "shown");
}

void TestViewSection::choiceCommands()
{
    const struct
    {
        TableChoice before;
        TableChoice after;
        const char* name;
    } rows[] = {
        {{}, withHidden({}, tableKeys({"a"})), "Hide a"},
        {{}, withHidden({}, tableKeys({"a", "b", "c"})), "Hide 3 tables"},
        {withHidden({}, tableKeys({"a", "b"})), withHidden({}, tableKeys({"b"})), "Show a"},
        {withHidden({}, tableKeys({"a"})), {}, "Show all tables"},
        {{}, onlyThese(tableKeys({"a", "b"})), "Isolate 2 tables"},
        {withHidden({}, tableKeys({"c"})), onlyThese(tableKeys({"a"})), "Isolate a"},
        {onlyThese(tableKeys({"a"})), onlyThese(tableKeys({"a", "b"})), "Show b"},
        {onlyThese(tableKeys({"a", "b"})),
         withHidden(onlyThese(tableKeys({"a", "b"})), tableKeys({"a"})), "Hide a"},
        {onlyThese(tableKeys({"a"})), {}, "Show all tables"},
    };
    for (const auto& row : rows) {
        QCOMPARE(choiceChangeName(row.before, row.after), QString::fromUtf8(row.name));
        TableChoice document = row.before;
        const Command command = changeChoice(document, row.after, QString());
        QVERIFY(command.forward().has_value());
        QCOMPARE(document, row.after);
        document.hidden.insert(tableKey("elsewhere")); // by a merge meanwhile
        QVERIFY(command.backward().has_value());
        QVERIFY(document.hidden.erase(tableKey("elsewhere")) == 1);
        QCOMPARE(document, row.before);
    }
}

void TestViewSection::viewCommands()
{
    SavedView one;
    one.note = QStringLiteral("one");
    SavedView two;
    two.depth = 2;
    SavedView noted = one;
    noted.note = QStringLiteral("other");
    const QString a = QStringLiteral("A");
    const QString b = QStringLiteral("B");
    const struct
    {
        SavedViews before;
        SavedViews after;
        const char* name;
    } rows[] = {
        {{}, {{a, one}}, "Save the view A"},
        {{{a, one}}, {}, "Delete the view A"},
        {{{a, one}}, {{a, two}}, "Update the view A"},
        {{{a, one}}, {{a, noted}}, "Change the note of the view A"},
        {{{a, one}}, {{b, one}}, "Rename the view A to B"},
        {{{b, one}}, {{a, one}}, "Rename the view B to A"},
        {{{a, one}}, {{b, two}}, "Change 2 views"},
    };
    for (const auto& row : rows) {
        SavedViews document = row.before;
        const Command command = changeViews(document, row.after);
        QCOMPARE(command.name, QString::fromUtf8(row.name));
        QVERIFY(command.forward().has_value());
        QCOMPARE(document, row.after);
        QVERIFY(command.backward().has_value());
        QCOMPARE(document, row.before);
    }
}

void TestViewSection::namesOfViews_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << "Refunds"
                           << "Refunds";
    QTest::newRow("blanks") << "  Re  funds \n now "
                            << "Re funds now";
    QTest::newRow("folder") << "Sales/Refunds"
                            << "Sales / Refunds";
    QTest::newRow("empty folders") << "/ Sales // Refunds /"
                                   << "Sales / Refunds";
    QTest::newRow("nothing") << " / "
                             << "";
}

void TestViewSection::namesOfViews()
{
    QFETCH(QString, typed);
    QTEST(viewName(typed), "name");
    const SavedViews views{{QStringLiteral("A"), {}}, {QStringLiteral("A 2"), {}}};
    QCOMPARE(freeViewName(views, QStringLiteral("A")), QStringLiteral("A 3"));
    QCOMPARE(freeViewName(views, QStringLiteral("B")), QStringLiteral("B"));
}

void TestViewSection::followsRenames()
{
    const ViewDocument before = workspaceOf(fullText).views;
    const ViewDocument after = rekeyed(before, {{tableKey("orders"), tableKey("sales")}});
    const SavedView& view = after.views.at(QStringLiteral("Sales / Refunds"));
    QCOMPARE(*view.focus, tableKey("sales"));
    QVERIFY(view.tables.isolated.contains(tableKey("sales")));
    QVERIFY(!view.tables.isolated.contains(tableKey("orders")));
    QVERIFY(view.places.tables.contains(tableKey("sales")));
    QVERIFY(!view.places.tables.contains(tableKey("orders")));
    QVERIFY(after.choice.isolated.contains(tableKey("sales")));
    QCOMPARE(rekeyed(before, {}), before);
}

void TestViewSection::missingTablesAreNamed()
{
    const SavedView view = workspaceOf(fullText).views.views.at(QStringLiteral("Sales / Refunds"));
    const auto missing = missingTables(
        view, [](const ObjectKey& key) { return key.parts.last() != QLatin1String("refunds"); });
    QCOMPARE(missing, tableKeys({"refunds"}));
    QVERIFY(missingTables(view, [](const ObjectKey&) { return true; }).empty());
}

void TestViewSection::placesLieOnTop()
{
    SavedView view;
    view.places.tables.insert(tableKey("a"), {{1, 1}, QStringLiteral("g"), false});
    view.places.groups.insert(QStringLiteral("g"), {7, 7});
    Placements all;
    all.tables.insert(tableKey("a"), {{9, 9}, QStringLiteral("g"), true});
    all.tables.insert(tableKey("b"), {{8, 8}, QStringLiteral("h"), false});
    all.groups.insert(QStringLiteral("h"), {5, 5});
    const Placements places = placesOf(view, all);
    QCOMPARE(places.tables.value(tableKey("a")).position, QPoint(1, 1));
    QCOMPARE(places.tables.value(tableKey("b")).position, QPoint(8, 8));
    QCOMPARE(places.groups.size(), 2);
}

QTEST_GUILESS_MAIN(TestViewSection)
#include "tst_view_section.moc"

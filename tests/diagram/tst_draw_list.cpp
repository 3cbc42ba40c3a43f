// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/draw_list.h"
#include "tests/support/golden.h"
#include "tests/support/relationship_fixture.h"
#include "tests/support/synthetic_catalog.h"

#include <QtTest>

#include <set>

using namespace cadastre;

class TestDrawList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void levelsFollowTheScale_data();
    void levelsFollowTheScale();
    void looksAsItDid_data();
    void looksAsItDid();
    void leavesOutWhatIsOutOfView();
    void drawsLinesWithAnEndInView();
    void viewDependenciesCanBeSwitchedOff();
    void farOutLinksBetweenGroupsAreBundled();
    void everyOriginHasItsLook_data();
    void everyOriginHasItsLook();
    void relationshipsLookAsTheyDid_data();
    void relationshipsLookAsTheyDid();
    void looksDifferWithoutColour();
    void ribbonsCountWhatIsShown();
    void aTableWithoutColumnsIsAllHeader();
    void nothingIsDrawnOfNothing();
    void commentsLookAsTheyDid_data();
    void commentsLookAsTheyDid();
    void commentsOfAnotherCatalogAreNotDrawn();
    void foldedRowsShowWhatIsStaged();
    void everyTableHasANameInTwoSizes_data();
    void everyTableHasANameInTwoSizes();
    void lensesHaveFiguresFarOut();
    void everyGroupHasAName();
    void noLineRunsOverWhatIsToBeRead();

private:
    static DrawList drawn(const DiagramScene& scene, double scale, const Emphasis& emphasis = {});
};

DrawList TestDrawList::drawn(const DiagramScene& scene, double scale, const Emphasis& emphasis)
{
    DrawOptions options;
    options.scale = scale;
    options.view = scene.layout().bounds.adjusted(-10, -10, 10, 10);
    return buildDrawList(scene, EmphasisMap(scene, emphasis), options);
}

void TestDrawList::levelsFollowTheScale_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<int>("level");
    QTest::newRow("far") << 0.029 << int(DetailLevel::Regions);
    QTest::newRow("blocks") << 0.03 << int(DetailLevel::Blocks);
    QTest::newRow("almost titles") << 0.099 << int(DetailLevel::Blocks);
    QTest::newRow("titles") << 0.10 << int(DetailLevel::Titles);
    QTest::newRow("almost rows") << 0.399 << int(DetailLevel::Titles);
    QTest::newRow("rows") << 0.40 << int(DetailLevel::Rows);
    QTest::newRow("large") << 3.0 << int(DetailLevel::Rows);
}

void TestDrawList::levelsFollowTheScale()
{
    QFETCH(double, scale);
    QFETCH(int, level);
    QCOMPARE(int(detailLevelAt(scale)), level);
}

void TestDrawList::looksAsItDid_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<QString>("selected");
    QTest::addColumn<QString>("lens");
    QTest::newRow("rows") << 1.0 << QString() << QString();
    QTest::newRow("titles") << 0.2 << QString() << QString();
    QTest::newRow("blocks") << 0.05 << QString() << QString();
    QTest::newRow("regions") << 0.02 << QString() << QString();
    QTest::newRow("selected-table") << 1.0 << QStringLiteral("orders") << QString();
    QTest::newRow("selected-column") << 1.0 << QStringLiteral("orders.customer_id") << QString();
    QTest::newRow("schema-lens") << 1.0 << QString() << QStringLiteral("schema");
}

void TestDrawList::looksAsItDid()
{
    QFETCH(double, scale);
    QFETCH(QString, selected);
    QFETCH(QString, lens);
    const auto graph = test::graphOf(test::smallShop);
    Emphasis emphasis;
    if (!selected.isEmpty())
        emphasis.selected = test::objectOf(*graph, selected.toUtf8());
    const DrawList list = drawn(test::sceneOf(graph, lens), scale, emphasis);
    QVERIFY(test::matchesGolden(drawListText(list).toUtf8(),
                                QStringLiteral("diagram/golden/draw_list_%1.txt")
                                    .arg(QLatin1String(QTest::currentDataTag()))));
}

void TestDrawList::leavesOutWhatIsOutOfView()
{
    const auto graph = test::graphOf(test::smallShop);
    const DiagramScene scene = test::sceneOf(graph);
    DrawOptions options;
    const int orders = *scene.nodeOf(test::objectOf(*graph, "orders"));
    options.view = scene.layout().nodes[orders].adjusted(5, 5, -5, -40);
    const QString text = drawListText(buildDrawList(scene, {}, options));
    QVERIFY(text.contains(QStringLiteral("\"orders\"")));
    QVERIFY(text.contains(QStringLiteral("\"customer_id\"")));
    // A row below the view, and tables beside it.
    QVERIFY(!text.contains(QStringLiteral("\"note\"")));
    QVERIFY(!text.contains(QStringLiteral("\"customers\"")));
    QVERIFY(!text.contains(QStringLiteral("\"invoices\"")));
}

void TestDrawList::drawsLinesWithAnEndInView()
{
    const auto graph = test::graphOf(test::smallShop);
    const DiagramScene scene = test::sceneOf(graph);
    DrawOptions options;
    const int invoices = *scene.nodeOf(test::objectOf(*graph, "billing.invoices"));
    options.view = scene.layout().nodes[invoices];
    const DrawList list = buildDrawList(scene, {}, options);
    QCOMPARE(list.lines.size(), std::size_t(1));
    QCOMPARE(graph->edges[list.lines.front().edge].from, invoices);
    // invoices.order_id is unique and may be null.
    QCOMPARE(int(list.lines.front().from), int(LineEnd::ZeroOrOne));
    QCOMPARE(int(list.lines.front().to), int(LineEnd::ZeroOrOne));
}

void TestDrawList::viewDependenciesCanBeSwitchedOff()
{
    const auto graph = test::graphOf(test::syntheticCatalog(120));
    const DiagramScene scene = test::sceneOf(graph);
    DrawOptions options;
    options.view = scene.layout().bounds;
    const auto count = [&](bool shown) {
        options.showViewDependencies = shown;
        const DrawList list = buildDrawList(scene, {}, options);
        return std::count_if(list.lines.begin(), list.lines.end(), [](const DrawLine& line) {
            return line.look == LineLook::ViewDependency;
        });
    };
    QVERIFY(count(true) > 0);
    QCOMPARE(count(false), 0);
}

void TestDrawList::farOutLinksBetweenGroupsAreBundled()
{
    const auto graph = test::graphOf(test::syntheticCatalog(1000));
    const DiagramScene scene = test::sceneOf(graph);
    QVERIFY(scene.crossingEdgeCount() > 0);
    for (const double scale : {0.02, 0.05}) {
        const DrawList list = drawn(scene, scale);
        int ribbons = 0;
        for (const DrawLine& line : list.lines) {
            ribbons += line.look == LineLook::Ribbon;
            if (line.edge >= 0) {
                const DiagramEdge& edge = graph->edges[line.edge];
                QCOMPARE(graph->nodes[edge.from].group, graph->nodes[edge.to].group);
            }
        }
        QVERIFY(ribbons > 0);
        QVERIFY(ribbons <= int(graph->groups.size()) * 3 + 12);
    }
    int bundled = 0;
    for (const Ribbon& ribbon : scene.ribbons())
        bundled += ribbon.count;
    QCOMPARE(bundled, scene.crossingEdgeCount());
}

void TestDrawList::everyOriginHasItsLook_data()
{
    QTest::addColumn<int>("origin");
    QTest::addColumn<double>("confidence");
    QTest::addColumn<QString>("look");
    const auto row = [](const char* name, RelationshipOrigin origin, double confidence) {
        QTest::addRow("%s %.2f", name, confidence)
            << int(origin) << confidence << QString::fromLatin1(name);
    };
    row("relationship", RelationshipOrigin::Declared, 1);
    row("confirmed", RelationshipOrigin::Confirmed, 1);
    row("added", RelationshipOrigin::Added, 1);
    row("rejected", RelationshipOrigin::Rejected, 0);
    row("inferred-sure", RelationshipOrigin::Inferred, 0.99);
    row("inferred-sure", RelationshipOrigin::Inferred, 0.9);
    row("inferred-likely", RelationshipOrigin::Inferred, 0.89);
    row("inferred-likely", RelationshipOrigin::Inferred, 0.7);
    row("inferred-possible", RelationshipOrigin::Inferred, 0.69);
    row("inferred-possible", RelationshipOrigin::Inferred, 0.5);
    row("inferred-weak", RelationshipOrigin::Inferred, 0.49);
}

void TestDrawList::everyOriginHasItsLook()
{
    QFETCH(int, origin);
    QFETCH(double, confidence);
    DiagramEdge edge;
    edge.origin = static_cast<RelationshipOrigin>(origin);
    edge.confidence = confidence;
    QTEST(QString(lineStyle(lineLookOf(edge)).name), "look");
}

void TestDrawList::relationshipsLookAsTheyDid_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<double>("minimum");
    QTest::addColumn<int>("selected");
    QTest::newRow("relationships") << 1.0 << 0.5 << -1;
    QTest::newRow("all-relationships") << 1.0 << 0.3 << -1;
    QTest::newRow("relationship-titles") << 0.3 << 0.3 << -1;
    QTest::newRow("selected-relationship") << 1.0 << 0.95 << 12;
}

void TestDrawList::relationshipsLookAsTheyDid()
{
    QFETCH(double, scale);
    QFETCH(double, minimum);
    QFETCH(int, selected);
    DiagramScene scene = test::sceneOf(test::mixedRelationships().graph());
    scene.setFilter({true, minimum, minimum < 0.5});
    Emphasis emphasis;
    if (selected >= 0)
        emphasis.selectedRelationship = selected;
    QVERIFY(test::matchesGolden(drawListText(drawn(scene, scale, emphasis)).toUtf8(),
                                QStringLiteral("diagram/golden/draw_list_%1.txt")
                                    .arg(QLatin1String(QTest::currentDataTag()))));
}

/// Two looks that differ in colour only would be the same for some people.
void TestDrawList::looksDifferWithoutColour()
{
    for (int a = 0; a <= int(LineLook::Inheritance); ++a) {
        for (int b = 0; b < a; ++b) {
            if (LineLook(a) == LineLook::Inheritance)
                continue; // has an arrow of its own
            const LineStyle& one = lineStyle(LineLook(a));
            const LineStyle& other = lineStyle(LineLook(b));
            QVERIFY2(one.dash != other.dash || one.gap != other.gap || one.sign != other.sign ||
                         one.twofold != other.twofold,
                     qPrintable(QString(one.name + QStringLiteral(" ") + other.name)));
        }
    }
}

void TestDrawList::ribbonsCountWhatIsShown()
{
    test::RelationshipMaker maker(test::catalogFromText("x.a\n  id integer pk\n"
                                                        "y.b\n  one integer\n  two integer\n"
                                                        "  three integer > x.a.id\n"));
    maker.add(RelationshipOrigin::Inferred, 0.9, "y.b.one", "x.a.id");
    maker.add(RelationshipOrigin::Inferred, 0.6, "y.b.two", "x.a.id");
    maker.add(RelationshipOrigin::Rejected, 0, "y.b.two", "x.a.id");
    DiagramScene scene = test::sceneOf(maker.graph());
    const auto ribbon = [&](const RelationshipFilter& filter) {
        scene.setFilter(filter);
        const DrawList list = drawn(scene, 0.05);
        const auto found = std::find_if(list.lines.begin(), list.lines.end(),
                                        [](const DrawLine& line) { return isCurve(line.look); });
        return QStringLiteral("%1 %2 %3")
            .arg(scene.ribbons().front().count)
            .arg(scene.crossingEdgeCount())
            .arg(QString(lineStyle(found->look).name));
    };
    QCOMPARE(ribbon({}), QStringLiteral("3 3 inferred-ribbon"));
    QCOMPARE(ribbon({true, 0.7, true}), QStringLiteral("2 2 ribbon"));
    QCOMPARE(ribbon({false, 0.5, false}), QStringLiteral("1 1 ribbon"));
}

void TestDrawList::aTableWithoutColumnsIsAllHeader()
{
    const auto count = [](const char* schema, BoxLook look) {
        const DrawList list = drawn(test::sceneOf(test::graphOf(schema)), 1);
        return std::count_if(list.boxes.begin(), list.boxes.end(),
                             [&](const DrawBox& box) { return box.look == look; });
    };
    QCOMPARE(count("bare\n", BoxLook::TableFrame), 1);
    QCOMPARE(count("bare\n", BoxLook::HeaderBand), 0);
    QCOMPARE(count("full\n  id integer pk\n", BoxLook::HeaderBand), 1);
}

void TestDrawList::nothingIsDrawnOfNothing()
{
    const DrawList list = buildDrawList({}, {}, {});
    QVERIFY(list.spans.empty());
}

namespace {

/// One table and one column are staged; both have a better name.
std::shared_ptr<const CommentMarks> marksOf(const std::shared_ptr<const Catalog>& catalog,
                                            bool asMeant)
{
    StagedEdits staged;
    const auto stage = [&](QStringView name, const QString& text) {
        staged.stage({catalog->keyOf(*catalog->resolve(name)), {}, text});
    };
    stage(u"orders", QStringLiteral("@called purchases"));
    stage(u"orders.note", QStringLiteral("Of the customer.\n@called remark"));
    return commentMarks({std::make_shared<const CommentedCatalog>(catalog, staged), asMeant});
}

} // namespace

void TestDrawList::commentsLookAsTheyDid_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<bool>("asMeant");
    QTest::newRow("staged") << 1.0 << false;
    QTest::newRow("as-meant") << 1.0 << true;
    QTest::newRow("staged-titles") << 0.2 << false;
    QTest::newRow("as-meant-titles") << 0.2 << true;
}

void TestDrawList::commentsLookAsTheyDid()
{
    QFETCH(double, scale);
    QFETCH(bool, asMeant);
    const auto graph = test::graphOf(test::smallShop);
    const DiagramScene scene = test::sceneOf(graph);
    DrawOptions options;
    options.scale = scale;
    options.view = scene.layout().bounds.adjusted(-10, -10, 10, 10);
    options.comments = marksOf(graph->catalog, asMeant);
    const QString text = drawListText(buildDrawList(scene, {}, options));
    QVERIFY(text.contains(QStringLiteral("staged")));
    QVERIFY(
        text.contains(asMeant ? QStringLiteral("\"purchases\"") : QStringLiteral("\"orders\"")));
    QVERIFY(test::matchesGolden(text.toUtf8(),
                                QStringLiteral("diagram/golden/draw_list_comments-%1.txt")
                                    .arg(QLatin1String(QTest::currentDataTag()))));
}

void TestDrawList::commentsOfAnotherCatalogAreNotDrawn()
{
    const auto graph = test::graphOf(test::smallShop);
    const DiagramScene scene = test::sceneOf(graph);
    DrawOptions options;
    options.view = scene.layout().bounds;
    const QString without = drawListText(buildDrawList(scene, {}, options));
    options.comments = marksOf(test::catalogFromText(test::smallShop), true);
    QCOMPARE(drawListText(buildDrawList(scene, {}, options)), without);
}

void TestDrawList::foldedRowsShowWhatIsStaged()
{
    QByteArray text("wide\n  id integer pk\n");
    for (int i = 0; i < 45; ++i)
        text += "  address_" + QByteArray::number(i) + " text\n";
    const auto graph = test::graphOf(text.constData());
    QCOMPARE(graph->nodes.front().rows.back().kind, RowKind::Family);
    const DiagramScene scene = test::sceneOf(graph);
    const auto marks = [&](const char* column) {
        StagedEdits staged;
        staged.stage(
            {graph->catalog->keyOf(test::objectOf(*graph, column)), {}, QStringLiteral("Staged.")});
        DrawOptions options;
        options.view = scene.layout().bounds;
        options.comments =
            commentMarks({std::make_shared<const CommentedCatalog>(graph->catalog, staged), false});
        QList<double> places;
        for (const DrawSign& sign : buildDrawList(scene, {}, options).signs) {
            if (sign.sign == Sign::Staged)
                places << sign.center.y();
        }
        return places;
    };
    const QList<double> folded = marks("wide.address_7");
    QCOMPARE(folded.size(), 1);
    QCOMPARE(marks("wide.address_44"), folded); // the same row
    const QList<double> own = marks("wide.id");
    QCOMPARE(own.size(), 1);
    QVERIFY(own != folded);
}

void TestDrawList::everyTableHasANameInTwoSizes_data()
{
    QTest::addColumn<double>("scale");
    for (const double scale : {0.16, 0.2, 0.25, 0.28, 0.39})
        QTest::addRow("%d %%", int(100 * scale)) << scale;
}

/// Whatever a table is called, and however narrow its box is.
void TestDrawList::everyTableHasANameInTwoSizes()
{
    QFETCH(double, scale);
    QString schema;
    for (const char* name : {"a", "customers", "warehouses", "product_translations",
                             "v_revenue_monthly", "KnowledgeArticles", "averyveryverylongword"})
        schema += QLatin1String(name) + QStringLiteral("\n  id integer pk\n");
    const DiagramScene scene = test::sceneOf(test::graphOf(schema.toUtf8().constData()));
    const DrawList list = drawn(scene, scale);
    std::set<int> sizes;
    QSet<int> named;
    for (const DrawSpan& span : list.spans) {
        if (span.kind != SpanKind::Node)
            continue;
        for (auto i = span.texts.begin; i < span.texts.end; ++i) {
            const DrawText& text = list.texts[i];
            QVERIFY(scene.layout().nodes[std::size_t(span.object)].contains(text.rect));
            sizes.insert(qRound(text.size * scale));
            named.insert(span.object);
        }
    }
    QCOMPARE(named.size(), qsizetype(scene.graph().nodes.size()));
    QVERIFY2(sizes.size() <= 2, qPrintable(QString::number(sizes.size())));
    QVERIFY(*sizes.begin() >= 7);
}

/// No meaning by colour alone.
void TestDrawList::lensesHaveFiguresFarOut()
{
    const auto graph = test::graphOf(test::smallShop);
    const auto texts = [&](const char* lens) {
        QStringList words;
        for (const DrawText& text :
             drawn(test::sceneOf(graph, QString::fromLatin1(lens)), 0.3).texts)
            words << text.text;
        return words.join(u' ');
    };
    QVERIFY2(texts("comments").contains(u'%'), qPrintable(texts("comments")));
    QVERIFY2(texts("relations").contains(QStringLiteral("1/1")), qPrintable(texts("relations")));
    QVERIFY(!texts("").contains(u'%'));
}

void TestDrawList::everyGroupHasAName()
{
    const auto graph = test::graphOf("sales.orders\n  id integer pk\n"
                                     "a_group_with_a_rather_long_name.one\n  id integer pk\n");
    const DiagramScene scene = test::sceneOf(graph);
    for (const double scale : {0.2, 0.3}) {
        QStringList names;
        for (const DrawText& text : drawn(scene, scale).texts)
            if (text.style == TextStyle::Group)
                names << text.text;
        names.sort();
        QCOMPARE(names.join(u' '), QStringLiteral("a_group_with_a_rather_long_name sales"));
    }
}

/// What is highlighted lies over what is faded, and below everything else.
void TestDrawList::noLineRunsOverWhatIsToBeRead()
{
    const auto graph = test::graphOf(test::smallShop);
    const DiagramScene scene = test::sceneOf(graph);
    Emphasis emphasis;
    emphasis.selected = test::objectOf(*graph, "customers");
    for (const double scale : {0.3, 1.0}) {
        const DrawList list = drawn(scene, scale, emphasis);
        int lines = -1;
        int firstRead = -1;
        for (int i = 0; i < int(list.spans.size()); ++i) {
            const DrawSpan& span = list.spans[std::size_t(i)];
            const bool highlighted = span.kind == SpanKind::Lines &&
                                     span.lines.begin < span.lines.end &&
                                     list.lines[span.lines.begin].ink == Ink::Accent;
            if (highlighted)
                lines = i;
            if (span.kind == SpanKind::Node && !span.faded && firstRead < 0)
                firstRead = i;
            QVERIFY(span.kind != SpanKind::Node || !span.faded || lines < 0);
        }
        QVERIFY(lines >= 0 && firstRead > lines);
    }
}

QTEST_GUILESS_MAIN(TestDrawList)
#include "tst_draw_list.moc"

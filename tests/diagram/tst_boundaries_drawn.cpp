// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Boundaries in pictures: regions with owners and counts, contracts, gates, ribbons by kind, files.
#include "diagram/boundary_pictures.h"
#include "diagram/draw_list.h"
#include "diagram/fonts.h"
#include "diagram/graph_crossings.h"
#include "diagram/grouping.h"
#include "diagram/lens.h"
#include "tests/support/drawn_boundaries.h"
#include "tests/support/golden.h"

#include <QXmlStreamReader>
#include <QtTest>

using namespace cadastre;

namespace {

std::shared_ptr<const Catalog> shop()
{
    static const auto catalog = test::catalogFromText(test::ownedShop);
    return catalog;
}

TableId tableNamed(const char* name)
{
    return TableId{shop()->resolve(QString::fromLatin1(name))->index};
}

JudgedCrossing judged(CrossingKind kind, ObjectRef from, ObjectRef into, int fromBoundary,
                      int intoBoundary, CrossingState state)
{
    JudgedCrossing result;
    result.crossing.kind = kind;
    result.crossing.from = from;
    result.crossing.into = into;
    result.crossing.fromBoundary = fromBoundary;
    result.crossing.intoBoundary = intoBoundary;
    result.state = state;
    result.reason = QStringLiteral("Because <it> is so.");
    return result;
}

/// 0 Billing with 1 Dunning, 2 Ordering, 3 Reference.
BoundaryPicture judgedPicture()
{
    BoundaryPicture picture = test::pictureOf(*shop(), test::ownedShopBoundaries());
    for (const Relationship& relationship : declaredRelationships(*shop())) {
        const auto owner = [&](TableId table) { return picture.ownership.ofTables[table.index]; };
        const BoundaryIndex from = owner(relationship.child);
        const BoundaryIndex into = owner(relationship.targets.front().table);
        if (from < 0 || into < 0 || from == into)
            continue;
        const bool inService = from == 1;
        picture.crossings.push_back(judged(
            CrossingKind::ForeignKey, *relationship.constraint, relationship.targets.front().table,
            from, into, inService ? CrossingState::Note : CrossingState::Undecided));
    }
    const ObjectRef routine(ObjectKind::Routine, 0);
    picture.crossings.push_back(
        judged(CrossingKind::Write, routine, tableNamed("orders"), 0, 2, CrossingState::Forbidden));
    picture.crossings.push_back(judged(CrossingKind::ContractRead, routine,
                                       tableNamed("v_orders_v1"), 1, 2, CrossingState::Allowed));
    return picture;
}

std::shared_ptr<const DiagramGraph> judgedGraph()
{
    return test::graphOf(shop(), judgedPicture());
}

DrawList drawnAt(const DiagramScene& scene, double scale)
{
    DrawOptions options;
    options.scale = scale;
    options.view = scene.layout().bounds.adjusted(-10, -10, 10, 10);
    return buildDrawList(scene, {}, options);
}

DiagramScene sceneOfGraph(const std::shared_ptr<const DiagramGraph>& graph)
{
    return {graph, test::gridLayout(*graph), nullptr};
}

int groupOf(const DiagramGraph& graph, const char* name)
{
    for (int i = 0; i < int(graph.groups.size()); ++i)
        if (graph.groups[i].name == QLatin1String(name))
            return i;
    return -1;
}

} // namespace

class TestBoundariesDrawn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhatARegionHolds();
    void saysWhoOwnsATable_data();
    void saysWhoOwnsATable();
    void saysHowACrossingWasJudged();
    void looksAsItDid_data();
    void looksAsItDid();
    void splitsRibbonsByKind();
    void ribbonsFollowTheFilter();
    void undecidedLinesCarryAWarning();
    void exposureShowsWithoutColour();
    void lensNamesBoundaries();
    void svgHasRegionsWithOwners();
    void hostileNamesStayData();
    void dotHasClustersByBoundary();
    void neighbourhoodIsOwnAndLinked();
    void rendersOneBoundary();
    void rendersTheMap();
    void manyBoundariesDoNotOverlap_data();
    void manyBoundariesDoNotOverlap();
    void namesOfRegionsAreWhole_data();
    void namesOfRegionsAreWhole();
    void numbersOfRegionsStayInside();
    void coloursStayWithNames();
    void regroupingMovesOnlyWhatChangedHands();
};

void TestBoundariesDrawn::countsWhatARegionHolds()
{
    const auto graph = judgedGraph();
    const std::vector<RegionFacts> facts = regionFacts(*graph);
    const RegionFacts& billing = facts[groupOf(*graph, "Billing")];
    QCOMPARE(billing.tables, 2);
    QCOMPARE(billing.contracts, 0);
    QCOMPARE(billing.undecided, 2);
    QCOMPARE(billing.owner, QStringLiteral("Team Money"));
    QVERIFY(billing.isRegion && billing.isOwned && !billing.isModule);
    const RegionFacts& dunning = facts[groupOf(*graph, "Dunning")];
    QVERIFY(dunning.isModule);
    QCOMPARE(dunning.undecided, 0); // what is noted is decided
    const RegionFacts& ordering = facts[groupOf(*graph, "Ordering")];
    QCOMPARE(regionCounts(ordering), QStringLiteral("4 tables · 1 contract"));
    QCOMPARE(regionWarning(ordering), QStringLiteral("2 undecided"));
    const RegionFacts& nobody = facts[groupOf(*graph, "Nobody owns these")];
    QVERIFY(nobody.isRegion && !nobody.isOwned);
    QCOMPARE(regionCounts(nobody), QStringLiteral("1 table"));
    QCOMPARE(regionText(*graph, groupOf(*graph, "Ordering")),
             QStringLiteral("Ordering (service)\nowned by Team Shop\n4 tables · 1 contract\n"
                            "2 crossings are to be decided or forbidden"));
    std::set<Sign> signs;
    for (const char* name : {"Billing", "Dunning", "Reference", "Nobody owns these"})
        signs.insert(facts[groupOf(*graph, name)].sign);
    QCOMPARE(signs.size(), std::size_t(4));
}

void TestBoundariesDrawn::saysWhoOwnsATable_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("text");
    QTest::newRow("contract") << QStringLiteral("v_orders_v1")
                              << QStringLiteral("contract v1 of Ordering (Team Shop)");
    QTest::newRow("private") << QStringLiteral("invoices")
                             << QStringLiteral("private to Billing (Team Money)");
    QTest::newRow("without an owner")
        << QStringLiteral("countries") << QStringLiteral("private to Reference");
    QTest::newRow("nobody") << QStringLiteral("leftover") << QStringLiteral("owned by nobody");
}

void TestBoundariesDrawn::saysWhoOwnsATable()
{
    QFETCH(QString, table);
    QFETCH(QString, text);
    const auto graph = judgedGraph();
    const DiagramScene scene = sceneOfGraph(graph);
    const int node = *scene.nodeOf(tableNamed(table.toLatin1()));
    QCOMPARE(ownershipText(*graph, node), text);
    GraphOptions none;
    const DiagramGraph plain =
        buildGraph(shop(), declaredRelationships(*shop()), none, fixedBoxMetrics());
    QVERIFY(ownershipText(plain, node).isEmpty());
}

void TestBoundariesDrawn::saysHowACrossingWasJudged()
{
    const auto graph = judgedGraph();
    QStringList texts;
    for (int edge = 0; edge < int(graph->edges.size()); ++edge)
        if (const QString text = crossingText(*graph, edge); !text.isEmpty())
            texts << text;
    texts.sort();
    QCOMPARE(texts.size(), 2);
    QCOMPARE(texts[0], QString(QStringLiteral("Crosses from Billing into Ordering: ") +
                               crossingStateTitle(CrossingState::Undecided).toLower() +
                               QStringLiteral("\nBecause <it> is so.")));
    QVERIFY(texts[1].startsWith(QStringLiteral("Crosses from Dunning into Billing: ")));
}

void TestBoundariesDrawn::looksAsItDid_data()
{
    QTest::addColumn<double>("scale");
    QTest::newRow("rows") << 1.0;
    QTest::newRow("titles") << 0.3;
    QTest::newRow("blocks") << 0.09;
    QTest::newRow("regions") << 0.025;
}

void TestBoundariesDrawn::looksAsItDid()
{
    QFETCH(double, scale);
    const DrawList list = drawnAt(sceneOfGraph(judgedGraph()), scale);
    QVERIFY(test::matchesGolden(drawListText(list).toUtf8(),
                                QStringLiteral("diagram/golden/boundaries_%1.txt")
                                    .arg(QLatin1String(QTest::currentDataTag()))));
}

void TestBoundariesDrawn::splitsRibbonsByKind()
{
    const auto graph = judgedGraph();
    const DiagramScene scene = sceneOfGraph(graph);
    const auto between = [](const std::vector<Ribbon>& ribbons, int a, int b) {
        const auto found = std::find_if(ribbons.begin(), ribbons.end(), [&](const Ribbon& ribbon) {
            return std::minmax(a, b) == std::minmax(ribbon.fromGroup, ribbon.toGroup);
        });
        return found == ribbons.end() ? Ribbon{} : *found;
    };
    const int billing = groupOf(*graph, "Billing");
    const int ordering = groupOf(*graph, "Ordering");
    const Ribbon outer = between(scene.outerRibbons(), billing, ordering);
    QCOMPARE(outer.count, 3);
    QVERIFY((outer.strands == std::array<int, strandCount>{1, 0, 1, 1}));
    QCOMPARE(outer.undecided, 2);
    const Ribbon inner = between(scene.ribbons(), billing, ordering);
    QVERIFY((inner.strands == std::array<int, strandCount>{1, 0, 0, 1}));
    // A frame has no line to what it frames.
    QCOMPARE(between(scene.ribbons(), billing, groupOf(*graph, "Dunning")).count, 0);

    const DrawList list = drawnAt(scene, 0.025);
    std::set<LineLook> looks;
    for (const DrawLine& line : list.lines)
        looks.insert(line.look);
    QVERIFY(looks.count(LineLook::Ribbon) && looks.count(LineLook::WriteRibbon));
}

void TestBoundariesDrawn::ribbonsFollowTheFilter()
{
    std::vector<Relationship> relationships = declaredRelationships(*shop());
    Relationship guess;
    guess.origin = RelationshipOrigin::Inferred;
    guess.confidence = 0.8;
    guess.child = tableNamed("invoices");
    guess.childColumns = {shop()->firstColumn(guess.child)};
    RelationshipTarget target;
    target.table = tableNamed("customers");
    target.columns = {shop()->firstColumn(target.table)};
    guess.targets = {target};
    relationships.push_back(guess);
    GraphOptions options;
    options.boundaries = std::make_shared<const BoundaryPicture>(judgedPicture());
    DiagramScene scene = sceneOfGraph(std::make_shared<const DiagramGraph>(
        buildGraph(shop(), relationships, options, fixedBoxMetrics())));
    const auto logical = [&] {
        int count = 0;
        for (const Ribbon& ribbon : scene.outerRibbons())
            count += ribbon.strands[std::size_t(Strand::Logical)];
        return count;
    };
    QCOMPARE(logical(), 1);
    RelationshipFilter filter;
    filter.showInferred = false;
    scene.setFilter(filter);
    QCOMPARE(logical(), 0);
    QVERIFY(!scene.outerRibbons().empty());
}

void TestBoundariesDrawn::undecidedLinesCarryAWarning()
{
    const DrawList list = drawnAt(sceneOfGraph(judgedGraph()), 1);
    const auto count = [&](Sign sign) {
        return std::count_if(list.signs.begin(), list.signs.end(),
                             [&](const DrawSign& drawn) { return drawn.sign == sign; });
    };
    QCOMPARE(count(Sign::UndecidedGate), 1);
    QCOMPARE(count(Sign::Gate), 1);
    BoundaryPicture unjudged = judgedPicture();
    unjudged.crossings.clear();
    const DrawList plain = drawnAt(sceneOfGraph(test::graphOf(shop(), unjudged)), 1);
    QVERIFY(std::none_of(plain.signs.begin(), plain.signs.end(),
                         [](const DrawSign& drawn) { return drawn.sign == Sign::UndecidedGate; }));
}

void TestBoundariesDrawn::exposureShowsWithoutColour()
{
    auto boundaries = test::ownedShopBoundaries();
    boundaries[3].tables = QStringList{QStringLiteral("countries replica")};
    const auto graph = test::graphOf(shop(), test::pictureOf(*shop(), boundaries));
    const DiagramScene scene = sceneOfGraph(graph);
    const DrawList list = drawnAt(scene, 1);
    const auto look = [&](const char* name) {
        const int node = *scene.nodeOf(tableNamed(name));
        for (const DrawSpan& span : list.spans)
            if (span.kind == SpanKind::Node && span.object == node)
                return list.boxes[span.boxes.begin].look;
        return BoxLook::Pill;
    };
    QCOMPARE(int(look("v_orders_v1")), int(BoxLook::ContractFrame));
    QCOMPARE(int(look("countries")), int(BoxLook::ReplicaFrame));
    QCOMPARE(int(look("orders")), int(BoxLook::TableFrame));
    const QString text = drawListText(list);
    QVERIFY(text.contains(QStringLiteral("sign contract")));
    QVERIFY(text.contains(QStringLiteral("sign replica")));
    QVERIFY(text.contains(QStringLiteral("\"v1\"")));
}

void TestBoundariesDrawn::lensNamesBoundaries()
{
    const auto graph = judgedGraph();
    const LensResult result = lensByName(QStringLiteral("boundary"))->apply(*graph);
    QStringList legend;
    for (const LegendEntry& entry : result.legend)
        legend << entry.text;
    QCOMPARE(legend.join(u','),
             QStringLiteral("Billing,Dunning,Ordering,Reference,owned by nobody"));
    const DiagramScene scene = sceneOfGraph(graph);
    const auto mark = [&](const char* name) {
        return result.marks[std::size_t(*scene.nodeOf(tableNamed(name)))];
    };
    QCOMPARE(mark("v_orders_v1").badge, QStringLiteral("contract"));
    QCOMPARE(mark("leftover").badge, QStringLiteral("nobody"));
    QVERIFY(mark("orders").fill == mark("customers").fill);
    QVERIFY(mark("orders").fill != mark("invoices").fill);
}

void TestBoundariesDrawn::svgHasRegionsWithOwners()
{
    const auto graph = judgedGraph();
    const auto svg = renderSvg(*graph, test::gridLayout(*graph), {});
    QVERIFY(svg);
    QStringList regions;
    QString title;
    QXmlStreamReader xml(*svg);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QString name = xml.attributes().value(QStringLiteral("data-boundary")).toString();
        if (name.isEmpty())
            continue;
        regions << name;
        QVERIFY(xml.readNextStartElement());
        if (name == QLatin1String("Ordering"))
            title = xml.readElementText();
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(regions.join(u','), QStringLiteral("Billing,Dunning,Ordering,Reference"));
    QVERIFY(title.contains(QStringLiteral("Team Shop")));
    QVERIFY(svg->contains("class=\"region unowned\""));
    QVERIFY(svg->contains("Crosses from Billing into Ordering"));
    QVERIFY(svg->contains("Because &lt;it&gt; is so."));
}

void TestBoundariesDrawn::hostileNamesStayData()
{
    const QString hostile = QStringLiteral("\"/><script>x</script>\\N{&amp;\n\u202e");
    auto boundaries = test::ownedShopBoundaries();
    boundaries[2].owner = hostile;
    boundaries[3].name = hostile + QStringLiteral("z");
    std::swap(boundaries[0], boundaries[3]);
    boundaries[1].parent = boundaries[3].name;
    const auto graph = test::graphOf(shop(), test::pictureOf(*shop(), boundaries));
    const auto layout = test::gridLayout(*graph);
    const auto svg = renderSvg(*graph, layout, {});
    QVERIFY(svg);
    QVERIFY(!svg->contains("<script"));
    QXmlStreamReader xml(*svg);
    while (!xml.atEnd())
        xml.readNext();
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    const auto dot = renderDot(*graph, layout, {});
    QVERIFY(dot);
    QVERIFY(!dot->contains("\"\"/>") && !dot->contains("label=\"\"/>"));
}

void TestBoundariesDrawn::dotHasClustersByBoundary()
{
    const auto graph = judgedGraph();
    const auto dot = renderDot(*graph, test::gridLayout(*graph), {});
    QVERIFY(dot);
    QVERIFY(dot->contains("label=\"Ordering\\nTeam Shop · 4 tables · 1 contract · 2 undecided\""));
    QVERIFY(dot->contains("rounded,dashed"));
}

void TestBoundariesDrawn::neighbourhoodIsOwnAndLinked()
{
    const BoundaryPicture picture = judgedPicture();
    const auto names = [&](BoundaryIndex boundary) {
        QStringList result;
        for (const TableId table :
             boundaryNeighbourhood(*shop(), picture.ownership, picture.crossings, boundary))
            result << shop()->table(table).name;
        result.sort();
        return result.join(u',');
    };
    // The service with its module, and of others what crosses; nothing for what stays inside.
    QCOMPARE(names(0), QStringLiteral("dunning,invoices,orders,v_orders_v1"));
    QCOMPARE(names(1), QStringLiteral("dunning,invoices,v_orders_v1"));
    QCOMPARE(names(3), QStringLiteral("countries"));
}

void TestBoundariesDrawn::rendersOneBoundary()
{
    BoundaryDrawing drawing{
        shop(),
        std::make_shared<const std::vector<Relationship>>(declaredRelationships(*shop())),
        std::make_shared<const BoundaryPicture>(judgedPicture()),
        {}};
    drawing.layout.workerProgram = QStringLiteral(CADASTRE_LAYOUT_WORKER);
    const std::atomic_bool cancelled = false;
    const auto svg = renderBoundarySvg(drawing, 0, {}, cancelled);
    QVERIFY(svg);
    QVERIFY(svg->contains("data-boundary=\"Billing\""));
    QVERIFY(svg->contains("data-boundary=\"Ordering\""));
    QVERIFY(!svg->contains("customers\""));
    QCOMPARE(*renderBoundarySvg(drawing, 0, {}, cancelled), *svg);

    auto empty = test::ownedShopBoundaries();
    empty.push_back({QStringLiteral("Zero"), {}});
    drawing.picture = std::make_shared<const BoundaryPicture>(test::pictureOf(*shop(), empty));
    const auto nothing = renderBoundarySvg(drawing, 4, {}, cancelled);
    QVERIFY(!nothing);
    QVERIFY(nothing.error().message.contains(QStringLiteral("Zero")));
}

void TestBoundariesDrawn::rendersTheMap()
{
    BoundaryDrawing drawing{
        shop(),
        std::make_shared<const std::vector<Relationship>>(declaredRelationships(*shop())),
        std::make_shared<const BoundaryPicture>(judgedPicture()),
        {}};
    drawing.layout.workerProgram = QStringLiteral(CADASTRE_LAYOUT_WORKER);
    const std::atomic_bool cancelled = false;
    const auto svg = renderBoundaryMapSvg(drawing, {}, cancelled);
    QVERIFY(svg);
    for (const char* text : {">Ordering<", ">Team Shop<", "2 undecided", "Nobody owns these"})
        QVERIFY2(svg->contains(text), text);
    QVERIFY(!svg->contains("class=\"table\""));
}

void TestBoundariesDrawn::manyBoundariesDoNotOverlap_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {4, 25, 100})
        QTest::addRow("%d", count) << count;
}

void TestBoundariesDrawn::manyBoundariesDoNotOverlap()
{
    QFETCH(int, count);
    QString text;
    std::vector<test::DrawnBoundary> boundaries;
    for (int i = 0; i < count; ++i) {
        const QString name = QStringLiteral("t%1").arg(i, 3, 10, QLatin1Char('0'));
        text += name + QStringLiteral("_a\n  id integer pk\n") + name +
                QStringLiteral("_b\n  a integer > %1_a.id\n").arg(name);
        if (i > 0)
            text += QStringLiteral("  o integer > t%1_a.id\n").arg(i / 2, 3, 10, QLatin1Char('0'));
        boundaries.push_back(
            {name, {QString(name + QStringLiteral("_a")), QString(name + QStringLiteral("_b"))}});
    }
    text += QStringLiteral("lost\n  id integer pk\n");
    const auto catalog = test::SchemaText::catalog(text);
    const auto graph = test::graphOf(catalog, test::pictureOf(*catalog, boundaries));
    LayoutOptions options;
    options.workerProgram = QStringLiteral(CADASTRE_LAYOUT_WORKER);
    const std::atomic_bool cancelled = false;
    const DiagramLayout layout = layoutDiagram(*graph, {}, LayoutReason::First, options, cancelled);
    QCOMPARE(layout.groups.size(), std::size_t(count) + 1);
    QRectF owned;
    for (int a = 0; a < count; ++a) {
        owned |= layout.groups[a];
        for (int b = a + 1; b <= count; ++b)
            QVERIFY(!layout.groups[a].intersects(layout.groups[b]));
    }
    // What nobody owns is apart from all others, and the map is no ribbon.
    QVERIFY(layout.groups.back().top() > owned.bottom() + 100);
    QVERIFY(owned.width() < 3.5 * owned.height());
    QVERIFY(owned.height() < 2 * owned.width());
}

void TestBoundariesDrawn::namesOfRegionsAreWhole_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"ma", "bp", "mrp", "uom", "coupon", "MWM", "window", "ill"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

/// Short names and wide letters have their room, and so has the count of what nobody owns.
void TestBoundariesDrawn::namesOfRegionsAreWhole()
{
    QFETCH(QString, name);
    auto boundaries = test::ownedShopBoundaries();
    boundaries[3].name = name;
    std::swap(boundaries[2].tables, boundaries[3].tables); // one with ample room
    const auto graph = test::graphOf(shop(), test::pictureOf(*shop(), boundaries));
    const DiagramScene scene = sceneOfGraph(graph);
    for (const double scale : {0.3, 0.2, 0.15}) {
        const DrawList list = drawnAt(scene, scale);
        int found = 0;
        for (const DrawText& text : list.texts) {
            const bool counted = text.text == QLatin1String("Nobody owns these (1)");
            if (text.style != TextStyle::Group || (text.text != name && !counted))
                continue;
            const double factor = text.size / textPixelSize(text.style);
            const double room = text.rect.width() / factor;
            if (!counted || room > 150) // else there is no room for it
                QCOMPARE(elidedText(text.text, text.style, room), text.text);
            found += text.text == name;
        }
        QCOMPARE(found, 1);
    }
}

/// At no zoom does the number of what is undecided lie on a name or beside its region.
void TestBoundariesDrawn::numbersOfRegionsStayInside()
{
    const DiagramScene scene = sceneOfGraph(judgedGraph());
    int pills = 0;
    for (double scale = 0.17; scale < 0.5; scale += 0.01) {
        const DrawList list = drawnAt(scene, scale);
        if (list.level != DetailLevel::Titles)
            continue;
        std::vector<QRectF> places;
        for (const DrawBox& box : list.boxes) {
            const bool pill = box.look == BoxLook::Pill && box.border == Ink::Warning;
            if (!pill && box.look != BoxLook::Card)
                continue;
            for (const QRectF& other : places)
                QVERIFY(!other.intersects(box.rect));
            places.push_back(box.rect);
            pills += pill;
            QVERIFY(!pill || scene.nodesIn(box.rect).empty()); // nor on a table
            QVERIFY(!pill || std::any_of(scene.layout().groups.begin(), scene.layout().groups.end(),
                                         [&](const QRectF& region) {
                                             return region.left() <= box.rect.left() &&
                                                    box.rect.right() <= region.right();
                                         }));
        }
    }
    QVERIFY(pills > 10);
}

/// Another boundary before all others takes at most the colour of one that has the same.
void TestBoundariesDrawn::coloursStayWithNames()
{
    const std::vector<QString> names{QStringLiteral("billing"), QStringLiteral("catalogue"),
                                     QStringLiteral("ordering"), QStringLiteral("support")};
    const std::vector<int> before = boundaryColors({}, names);
    QCOMPARE(std::set<int>(before.begin(), before.end()).size(), names.size());
    int moved = 0;
    int longest = 0;
    for (int i = 0; i < 100; ++i) {
        std::vector<QString> more{QStringLiteral("a%1").arg(i)};
        more.insert(more.end(), names.begin(), names.end());
        const std::vector<int> after = boundaryColors({}, more);
        QCOMPARE(std::set<int>(after.begin(), after.end()).size(), more.size());
        int changed = 0;
        for (std::size_t k = 0; k < names.size(); ++k)
            changed += after[k + 1] != before[k];
        moved += changed > 0;
        longest = std::max(longest, changed);
    }
    QVERIFY2(moved < 60, qPrintable(QString::number(moved)));
    QVERIFY2(longest <= 2, qPrintable(QString::number(longest)));

    Boundaries chosen;
    chosen.entries[QStringLiteral("support")].color = before[0];
    const std::vector<int> kept = boundaryColors(chosen, names);
    QCOMPARE(kept[3], before[0]);
    QVERIFY(kept[0] != before[0]);
    std::vector<QString> many;
    for (int i = 0; i < 100; ++i)
        many.push_back(QStringLiteral("b%1").arg(i, 3, 10, QLatin1Char('0')));
    for (const int color : boundaryColors({}, many))
        QVERIFY(color >= 0 && color < 10);
}

void TestBoundariesDrawn::regroupingMovesOnlyWhatChangedHands()
{
    LayoutOptions options;
    options.workerProgram = QStringLiteral(CADASTRE_LAYOUT_WORKER);
    const std::atomic_bool cancelled = false;
    const auto before = test::ownedShopGraph();
    const DiagramLayout first = layoutDiagram(*before, {}, LayoutReason::First, options, cancelled);
    auto boundaries = test::ownedShopBoundaries();
    boundaries[2].tables.removeAll(QStringLiteral("order_items"));
    boundaries[0].tables << QStringLiteral("order_items");
    const auto after =
        test::graphOf(before->catalog, test::pictureOf(*before->catalog, boundaries));
    const DiagramLayout second = layoutDiagram(*after, placementsOf(*before, first, {}),
                                               LayoutReason::Regroup, options, cancelled);
    for (std::size_t node = 0; node < after->nodes.size(); ++node) {
        const QRectF& home = second.groups[after->nodes[node].group];
        QVERIFY(home.contains(second.nodes[node]));
        if (after->nodes[node].title == QLatin1String("order_items"))
            QCOMPARE(after->groups[after->nodes[node].group].name, QStringLiteral("Billing"));
        else
            QCOMPARE(second.nodes[node].topLeft(), first.nodes[node].topLeft());
    }
}

QTEST_MAIN(TestBoundariesDrawn)
#include "tst_boundaries_drawn.moc"

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Picture files: text stays text, names of any kind stay data, same input gives same bytes.
#include "diagram/fonts.h"
#include "diagram/render.h"
#include "tests/support/golden.h"
#include "tests/support/relationship_fixture.h"
#include "tests/support/synthetic_catalog.h"

#include <QImage>
#include <QXmlStreamReader>
#include <QtTest>

using namespace cadastre;

namespace {

DiagramGraph measured(const std::shared_ptr<const Catalog>& catalog)
{
    return buildGraph(catalog, declaredRelationships(*catalog), {}, diagramBoxMetrics());
}

DiagramGraph mixed()
{
    const auto maker = test::mixedRelationships();
    return buildGraph(maker.catalog(), maker.all(), {}, diagramBoxMetrics());
}

std::shared_ptr<const Catalog> withTableName(const QString& name)
{
    SourceCatalog source = test::SchemaText::source(QStringLiteral("victim\n  id integer pk\n"));
    source.objects.tables.front().name = name;
    source.objects.columns.front().name = name;
    source.objects.tables.front().comment.text = name;
    return std::make_shared<const Catalog>(source.objects);
}

struct SvgFacts
{
    QStringList texts;
    QStringList titles;
    QStringList tableKeys;
    QString error;
};

SvgFacts readSvg(const QByteArray& svg)
{
    SvgFacts facts;
    QXmlStreamReader xml(svg);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto attributes = xml.attributes();
        if (attributes.hasAttribute(QStringLiteral("data-key")))
            facts.tableKeys << attributes.value(QStringLiteral("data-key")).toString();
        if (xml.name() == QLatin1String("text"))
            facts.texts << xml.readElementText();
        else if (xml.name() == QLatin1String("title"))
            facts.titles << xml.readElementText();
    }
    if (xml.hasError())
        facts.error = xml.errorString();
    return facts;
}

} // namespace

class TestRender : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void svgHasRealTextAndKeys();
    void hostileNamesStayData_data();
    void hostileNamesStayData();
    void sameInputSameBytes();
    void longNamesAreElidedWithFullTitle();
    void legendSaysWhatOccurs();
    void pngHasTheSizeOfThePicture();
    void tooLargePicturesAreRefusedInOneSentence();
    void unknownLensIsRefused();
    void svgShowsOriginAndConfidence();
    void hostileRelationshipsStayData();
    void filterLeavesLinesOut();
    void legendExplainsOnlyWhatIsDrawn();
    void rasterDashesLikeTheVectors();
    void dotLooksAsItDid_data();
    void dotLooksAsItDid();
    void emptyDiagramsRender();
};

void TestRender::svgHasRealTextAndKeys()
{
    const DiagramGraph graph = measured(test::catalogFromText(test::smallShop));
    const auto svg = renderSvg(graph, test::gridLayout(graph), {});
    QVERIFY(svg);
    const SvgFacts facts = readSvg(*svg);
    QCOMPARE(facts.error, QString());
    for (const char* text : {"customers", "customer_id", "numeric(10,2)", "public", "billing"})
        QVERIFY2(facts.texts.contains(QString::fromLatin1(text)), text);
    QCOMPARE(facts.tableKeys.size(), 3);
    QVERIFY(facts.tableKeys.contains(QStringLiteral("shop/table:billing.invoices")));
    QVERIFY(facts.titles.contains(QStringLiteral("orders.customer_id → customers.id — declared by "
                                                 "orders_customer_id_fkey")));
    QVERIFY(svg->size() < 20'000);
}

void TestRender::hostileNamesStayData_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("quotes") << QStringLiteral("a\"b'c");
    QTest::newRow("markup") << QStringLiteral("</text><script>alert(1)</script>");
    QTest::newRow("entity") << QStringLiteral("&amp;&lt;");
    QTest::newRow("bar") << QStringLiteral("a|b{c}");
    QTest::newRow("backslash") << QStringLiteral("a\\nb\\");
    QTest::newRow("newline") << QStringLiteral("two\nlines\ttab");
    QTest::newRow("control") << QString(QStringLiteral("bell") + QChar(7) + QChar(0x1b));
    QTest::newRow("emoji") << QStringLiteral("📦 boxes");
    QTest::newRow("right to left") << QStringLiteral("طلبات");
    QTest::newRow("override") << QString(QStringLiteral("a") + QChar(0x202e) + QStringLiteral("b"));
    QTest::newRow("surrogate") << QString(QStringLiteral("a") + QChar(0xd83d));
    QTest::newRow("cdata") << QStringLiteral("]]><!--");
    QTest::newRow("63 bytes") << QString(63, u'W');
    QTest::newRow("places of a pattern") << QStringLiteral("%1 %2 %9 %99");
}

void TestRender::hostileNamesStayData()
{
    QFETCH(QString, name);
    const DiagramGraph graph = measured(withTableName(name));
    const DiagramLayout layout = test::gridLayout(graph);
    const auto svg = renderSvg(graph, layout, {});
    QVERIFY(svg);
    const SvgFacts facts = readSvg(*svg);
    QCOMPARE(facts.error, QString());
    QCOMPARE(facts.tableKeys.size(), 1);
    QVERIFY(!svg->contains("<script"));
    QVERIFY(facts.titles.size() == 1);
    const auto dot = renderDot(graph, layout, {});
    QVERIFY(dot);
    // No name breaks out of its string: outside of strings only our own words are left.
    bool inString = false;
    QByteArray outside;
    for (qsizetype i = 0; i < dot->size(); ++i) {
        if (inString && dot->at(i) == '\\')
            ++i;
        else if (dot->at(i) == '"')
            inString = !inString;
        else if (!inString)
            outside += dot->at(i);
        else
            QVERIFY(uchar(dot->at(i)) >= 0x20);
    }
    QVERIFY(!inString);
    QVERIFY(dot->contains("width=") && !outside.contains('%'));
    QVERIFY(!name.startsWith(u'%') || dot->contains(name.toUtf8()));
    for (const char* word : {"script", "bell", "lines", "boxes", "WWW"})
        QVERIFY(!outside.contains(word));
    QVERIFY(renderPng(graph, layout, {}));
    QVERIFY(renderPdf(graph, layout, {}));
}

void TestRender::sameInputSameBytes()
{
    const auto catalog = test::syntheticCatalog(30);
    RenderOptions options;
    options.title = QStringLiteral("Thirty tables");
    using Renderer = decltype(&renderSvg);
    QList<QByteArray> first;
    const QList<Renderer> renderers{renderSvg, renderPng, renderPdf, renderDot};
    for (const Renderer render : renderers)
        first << *render(measured(catalog), test::gridLayout(measured(catalog)), options);
    // A second later, because a time must not be in the file.
    QTest::qWait(1100);
    for (int i = 0; i < renderers.size(); ++i)
        QVERIFY2(*renderers[i](measured(catalog), test::gridLayout(measured(catalog)), options) ==
                     first[i],
                 qPrintable(QString::number(i)));
    QVERIFY(first[2].startsWith("%PDF"));
    QVERIFY(first[2].contains("/BaseFont"));
}

void TestRender::longNamesAreElidedWithFullTitle()
{
    const QString name = QStringLiteral("a_very_long_name_that_no_box_could_ever_hold_in_one_line");
    const DiagramGraph graph = measured(withTableName(name));
    const SvgFacts facts = readSvg(*renderSvg(graph, test::gridLayout(graph), {}));
    QVERIFY(!facts.texts.contains(name));
    QVERIFY(std::any_of(facts.texts.begin(), facts.texts.end(), [](const QString& text) {
        return text.startsWith(QStringLiteral("a_very")) && text.endsWith(QChar(0x2026));
    }));
    QVERIFY(facts.titles.join(u' ').contains(name));
}

void TestRender::legendSaysWhatOccurs()
{
    const DiagramGraph graph = measured(test::catalogFromText(test::smallShop));
    RenderOptions options;
    const SvgFacts with = readSvg(*renderSvg(graph, test::gridLayout(graph), options));
    QVERIFY(with.texts.contains(QStringLiteral("Primary key")));
    QVERIFY(with.texts.contains(QStringLiteral("none or many")));
    QVERIFY(!with.texts.contains(QStringLiteral("Materialized view")));
    options.legend = false;
    const SvgFacts without = readSvg(*renderSvg(graph, test::gridLayout(graph), options));
    QVERIFY(!without.texts.contains(QStringLiteral("Primary key")));
}

void TestRender::pngHasTheSizeOfThePicture()
{
    const DiagramGraph graph = measured(test::catalogFromText(test::smallShop));
    RenderOptions options;
    const QImage single = QImage::fromData(*renderPng(graph, test::gridLayout(graph), options));
    options.scale = 2;
    options.dark = true;
    const QImage twice = QImage::fromData(*renderPng(graph, test::gridLayout(graph), options));
    QVERIFY(!single.isNull());
    QVERIFY(qAbs(twice.width() - 2 * single.width()) <= 2);
    QVERIFY(single.pixelColor(1, 1).lightness() > 200);
    QVERIFY(twice.pixelColor(1, 1).lightness() < 60);
}

void TestRender::tooLargePicturesAreRefusedInOneSentence()
{
    const DiagramGraph graph = measured(test::catalogFromText(test::smallShop));
    RenderOptions options;
    options.scale = 100;
    for (const auto render : {renderPng, renderPdf}) {
        const auto result = render(graph, test::gridLayout(graph), options);
        QVERIFY(!result);
        QVERIFY(result.error().message.contains(QStringLiteral("largest scale")));
        const double largest = result.error()
                                   .message.section(QStringLiteral("fits is "), 1)
                                   .section(u',', 0, 0)
                                   .toDouble();
        QVERIFY(largest > 1 && largest < 100);
    }
    options.scale = 0;
    QVERIFY(!renderPng(graph, test::gridLayout(graph), options));
}

void TestRender::unknownLensIsRefused()
{
    const DiagramGraph graph = measured(test::catalogFromText(test::smallShop));
    RenderOptions options;
    options.lens = QStringLiteral("weather");
    const auto result = renderSvg(graph, test::gridLayout(graph), options);
    QVERIFY(!result);
    QVERIFY(result.error().message.contains(QStringLiteral("weather")));
    QVERIFY(result.error().message.contains(QStringLiteral("schema")));
}

void TestRender::svgShowsOriginAndConfidence()
{
    const DiagramGraph graph = mixed();
    RenderOptions options;
    options.filter = {true, 0.3, true};
    options.legend = false;
    const QByteArray svg = *renderSvg(graph, test::gridLayout(graph), options);
    const SvgFacts facts = readSvg(svg);
    QCOMPARE(facts.error, QString());
    for (const char* title :
         {"orders.seller → employees.id — inferred, 93\u00a0%",
          "comments.editor → employees.id — inferred, 40\u00a0%",
          "employees.manager → employees.id — confirmed",
          "orders.code → managers.id — added by hand", "comments.editor → managers.id — rejected"})
        QVERIFY2(facts.titles.contains(QString::fromUtf8(title)), title);
    const auto after = [&](const char* title) {
        const qsizetype at = svg.indexOf(title);
        return svg.mid(at, svg.indexOf("</g>", at) - at);
    };
    QVERIFY(after("inferred, 93").contains("stroke-dasharray=\"11 3\""));
    QVERIFY(after("inferred, 80").contains("stroke-dasharray=\"7 4\""));
    QVERIFY(after("inferred, 55").contains("stroke-dasharray=\"4 5\""));
    QVERIFY(after("inferred, 40").contains("stroke-dasharray=\"2 6\""));
    QVERIFY(!after("orders_customer_id_fkey").contains("dasharray"));
    QCOMPARE(after("added by hand").count("<path"), 2);
    for (const char* sign : {"#sign-confirmed", "#sign-added", "#sign-rejected",
                             "#sign-one-of-several", "#sign-kind-of"})
        QCOMPARE(svg.count(sign), 1);
}

void TestRender::hostileRelationshipsStayData()
{
    test::RelationshipMaker maker = test::mixedRelationships();
    CatalogObjects objects = maker.catalog()->objects();
    const QString hostile = QStringLiteral("</title><script>\"\\%1&\n");
    for (Column& column : objects.columns)
        column.name += hostile;
    for (Constraint& constraint : objects.constraints)
        constraint.name += hostile;
    const auto catalog = std::make_shared<const Catalog>(objects);
    const DiagramGraph graph = buildGraph(catalog, maker.all(), {}, diagramBoxMetrics());
    const QByteArray svg = *renderSvg(graph, test::gridLayout(graph), {});
    QCOMPARE(readSvg(svg).error, QString());
    QVERIFY(!svg.contains("<script"));
    const QByteArray dot = *renderDot(graph, test::gridLayout(graph), {});
    bool inString = false;
    for (qsizetype i = 0; i < dot.size(); ++i) {
        if (inString && dot[i] == '\\')
            ++i;
        else if (dot[i] == '"')
            inString = !inString;
        else
            QVERIFY(inString || dot[i] != '<');
    }
    QVERIFY(!inString);
}

void TestRender::filterLeavesLinesOut()
{
    const DiagramGraph graph = mixed();
    RenderOptions options;
    const auto count = [&](const RelationshipFilter& filter) {
        options.filter = filter;
        const QByteArray dot = *renderDot(graph, test::gridLayout(graph), options);
        const QStringList titles =
            readSvg(*renderSvg(graph, test::gridLayout(graph), options)).titles;
        const auto drawn = titles.filter(QStringLiteral(" — "));
        const QSet<QString> once(drawn.begin(), drawn.end());
        return once.size() == dot.count(" -> ") ? int(once.size()) : -1;
    };
    QCOMPARE(count({}), 12);
    QCOMPARE(count({true, 0.3, true}), 14);
    QCOMPARE(count({true, 0.94, false}), 7);
    QCOMPARE(count({false, 0.5, false}), 4);
}

void TestRender::legendExplainsOnlyWhatIsDrawn()
{
    const DiagramGraph graph = mixed();
    RenderOptions options;
    options.filter.minimumConfidence = 0.6;
    const SvgFacts facts = readSvg(*renderSvg(graph, test::gridLayout(graph), options));
    const auto has = [&](const char* text) { return facts.texts.contains(QLatin1String(text)); };
    QVERIFY(has("declared as a foreign key"));
    QVERIFY(has("inferred, 90 % or more") && has("inferred, 70 to 89 %"));
    QVERIFY(has("confirmed by a person") && has("added by hand"));
    QVERIFY(has("exactly one of these is set"));
    QVERIFY(has("One of several tables, chosen by a type column"));
    QVERIFY(!has("inferred, 50 to 69 %") && !has("inferred, below 50 %"));
    QVERIFY(!has("rejected by a person") && !has("Confirmed by a person"));
    const DiagramGraph declared = measured(test::catalogFromText(test::smallShop));
    const SvgFacts plain = readSvg(*renderSvg(declared, test::gridLayout(declared), {}));
    QVERIFY(!plain.texts.contains(QStringLiteral("declared as a foreign key")));
}

/// Along a level part of a line: how long strokes and gaps are, in pixels.
void TestRender::rasterDashesLikeTheVectors()
{
    test::RelationshipMaker maker(test::catalogFromText("a\n  id integer pk\nb\n  x integer\n"));
    maker.add(RelationshipOrigin::Inferred, 0.95, "b.x", "a.id");
    const auto graph = maker.graph();
    DiagramLayout layout = test::gridLayout(*graph);
    layout.nodes[1].moveTopLeft(layout.nodes[0].topLeft() + QPointF(600, 0));
    layout.bounds = layout.nodes[0].united(layout.nodes[1]);
    RenderOptions options;
    options.legend = false;
    const QImage image = QImage::fromData(*renderPng(*graph, layout, options));
    const int y = int(layout.nodes[0].top() - layout.bounds.top()) + 32 + 50;
    const QRgb background = image.pixel(1, 1);
    QList<int> runs;
    int run = 0;
    for (int x = 300; x < 500; ++x) {
        const bool ink = image.pixel(x, y) != background;
        if (run == 0 || ink != (run > 0)) {
            runs << run;
            run = 0;
        }
        run += ink ? 1 : -1;
    }
    QVERIFY2(runs.size() > 6, qPrintable(QString::number(runs.size())));
    for (int i = 2; i < runs.size(); ++i)
        QVERIFY2(runs[i] == 11 || runs[i] == -3, qPrintable(QString::number(runs[i])));
}

void TestRender::dotLooksAsItDid_data()
{
    QTest::addColumn<bool>("inferred");
    QTest::newRow("small_shop") << false;
    QTest::newRow("relationships") << true;
}

void TestRender::dotLooksAsItDid()
{
    QFETCH(bool, inferred);
    const auto graph =
        inferred ? test::mixedRelationships().graph() : test::graphOf(test::smallShop);
    RenderOptions options;
    options.filter = {true, 0.3, true};
    const auto dot = renderDot(*graph, test::gridLayout(*graph), options);
    QVERIFY(dot);
    QVERIFY(test::matchesGolden(
        *dot, QStringLiteral("diagram/golden/%1.dot").arg(QLatin1String(QTest::currentDataTag()))));
}

void TestRender::emptyDiagramsRender()
{
    const auto catalog = std::make_shared<const Catalog>();
    const DiagramGraph graph = measured(catalog);
    for (const auto render : {renderSvg, renderPng, renderPdf, renderDot})
        QVERIFY(render(graph, {}, {}));
}

QTEST_MAIN(TestRender)
#include "tst_render.moc"

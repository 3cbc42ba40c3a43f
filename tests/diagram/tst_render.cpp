// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Picture files: text stays text, names of any kind stay data, same input gives same bytes.
#include "diagram/fonts.h"
#include "diagram/render.h"
#include "tests/support/diagram_fixture.h"
#include "tests/support/golden.h"
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

void TestRender::dotLooksAsItDid()
{
    const auto graph = test::graphOf(test::smallShop);
    const auto dot = renderDot(*graph, test::gridLayout(*graph), {});
    QVERIFY(dot);
    QVERIFY(test::matchesGolden(*dot, QStringLiteral("diagram/golden/small_shop.dot")));
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

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Mermaid, PlantUML and DBML of a schema with hostile names: compared with golden files, every line
// checked against what the language takes, and divided where Mermaid takes no more.
#include "model/export/schema/dbml.h"
#include "model/export/schema/mermaid.h"
#include "model/export/schema/plantuml.h"
#include "tests/support/golden.h"
#include "tests/support/schema_text.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace cadastre;

namespace {

const char* const shop = "customers // Who buys. And more.\n"
                         "  id integer pk\n"
                         "  email text unique // where we write to\n"
                         "  fk text\n"
                         "orders\n"
                         "  id integer pk\n"
                         "  customer_id integer > customers.id\n"
                         "  parent_id integer? > orders.id\n"
                         "  seller_id bigint?\n"
                         "  total numeric(10,2)\n"
                         "  index seller_id\n"
                         "passports\n"
                         "  customer_id integer pk > customers.id\n"
                         "people\n"
                         "  id integer pk\n"
                         "lines\n"
                         "  order_id integer\n"
                         "  number integer\n"
                         "  odd text // comment\n"
                         "  unique order_id, number\n"
                         "  key order_id > orders.id on delete cascade\n"
                         "billing.invoices\n"
                         "  id integer pk\n"
                         "view seen\n"
                         "  order_id integer\n";

const QString hostileName =
    QStringLiteral("we\"ird\n%%{init: {}}%% `x` \\ <b>&amp; direction TB ~a~ #quot; } @enduml !x");
const QString hostileComment = QStringLiteral(
    "It's \"quoted\"\r\n```\n%%{init: {\"theme\":\"dark\"}}%%\n@enduml\n'''</script>\\\n~a~b~ "
    "_x_ __y__ [[http://x.invalid]] $v %date() \u05e9\u05dc\u05d5\u05dd \U0001F984 // Ref: a > b");

struct SchemaFixture
{
    explicit SchemaFixture(CatalogObjects objects)
    {
        auto part = std::make_shared<const SourceCatalog>(finishSource(std::move(objects)));
        schema.catalog = std::make_shared<const Catalog>(mergeSources({part}));
        std::vector<Relationship> all = declaredRelationships(*schema.catalog);
        addGuess(all);
        schema.relationships = std::make_shared<const std::vector<Relationship>>(all);
        for (int i = 0; i < static_cast<int>(schema.catalog->objects().tables.size()); ++i)
            schema.tables.push_back(TableId{i});
        for (int i = 0; i < static_cast<int>(all.size()); ++i)
            schema.links.push_back({all[static_cast<std::size_t>(i)].child,
                                    all[static_cast<std::size_t>(i)].targets.front().table, i, 0});
    }

    /// orders.seller_id to the primary key of the table that was people.
    void addGuess(std::vector<Relationship>& all) const
    {
        const auto orders = schema.catalog->resolve(QStringLiteral("orders.seller_id"));
        const auto parent = tableBeginning(QStringLiteral("we"));
        if (!orders || !parent)
            return;
        Relationship guess;
        guess.origin = RelationshipOrigin::Inferred;
        guess.confidence = 0.84;
        guess.childColumns = {ColumnId{orders->index}};
        guess.child = schema.catalog->column(guess.childColumns.front()).table;
        guess.targets = {{*parent, {schema.catalog->firstColumn(*parent)}, {}}};
        guess.parentEnd = Cardinality::ZeroOrOne;
        all.push_back(guess);
    }

    [[nodiscard]] std::optional<TableId> tableBeginning(const QString& start) const
    {
        const auto& tables = schema.catalog->objects().tables;
        for (int i = 0; i < static_cast<int>(tables.size()); ++i)
            if (tables[static_cast<std::size_t>(i)].name.startsWith(start))
                return TableId{i};
        return {};
    }

    SchemaExport schema;
};

SchemaExport hostileSchema()
{
    CatalogObjects objects = test::SchemaText::source(QString::fromUtf8(shop)).objects;
    for (Table& table : objects.tables) {
        if (table.name == QLatin1String("people")) {
            table.name = hostileName;
            table.comment.text = hostileComment;
        }
    }
    for (Column& column : objects.columns) {
        if (column.name == QLatin1String("odd")) {
            column.name = hostileName;
            column.type = QStringLiteral("enum('a','it''s \"b\"')");
            column.comment.text = hostileComment;
            column.defaultExpression = QStringLiteral("'`x` \\ ''");
        }
    }
    SchemaExport schema = SchemaFixture(std::move(objects)).schema;
    schema.title = QStringLiteral("Shop \"of\" \\ everything\n%%{init: {}}%% @enduml");
    SchemaGroup first;
    first.name = hostileName;
    first.owner = QStringLiteral("Team 'A'");
    first.note = hostileComment;
    first.isBoundary = true;
    first.tables = {schema.tables[0], schema.tables[1]};
    SchemaGroup second;
    second.name = QStringLiteral("ordering");
    second.tables = {schema.tables[2]};
    schema.groups = {first, second};
    schema.reads = {{schema.tables.back(), schema.tables.front()}};
    return schema;
}

/// Many tables that refer to the one before them, in as many groups.
SchemaExport largeSchema(int tables, int groups)
{
    QString text;
    for (int i = 0; i < tables; ++i) {
        text +=
            QStringLiteral("table_%1\n  id integer pk\n  name text\n").arg(i, 4, 10, QChar(u'0'));
        if (i > 0)
            text += QStringLiteral("  before_id integer > table_%1.id\n")
                        .arg(i - 1, 4, 10, QChar(u'0'));
    }
    SchemaExport schema = SchemaFixture(test::SchemaText::source(text).objects).schema;
    for (int g = 0; g < groups; ++g) {
        SchemaGroup& group = schema.groups.emplace_back();
        group.name = QStringLiteral("group %1").arg(g);
        for (int i = g; i < tables; i += groups)
            group.tables.push_back(TableId{i});
    }
    return schema;
}

QStringList linesOf(const QByteArray& text)
{
    return QString::fromUtf8(text).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

/// The first line that the grammar of Mermaid 10 does not have; empty for none.
QString wrongMermaidLine(const QByteArray& text)
{
    static const QString name = QStringLiteral("\"[^\"%\\\\]+\"");
    static const QString word =
        QStringLiteral("[A-Za-z_\u00c0-\uffff][A-Za-z0-9_\\-\\[\\]()\u00c0-\uffff]*");
    static const QList<QRegularExpression> taken{
        QRegularExpression(QStringLiteral("\\A---\\z")),
        QRegularExpression(QStringLiteral("\\Atitle: \"(?:[^\"\\\\]|\\\\.)*\"\\z")),
        QRegularExpression(QStringLiteral("\\AerDiagram\\z")),
        QRegularExpression(QStringLiteral("\\A  %% [^%]*\\z")),
        QRegularExpression(QStringLiteral("\\A  %1( \\{)?\\z").arg(name)),
        QRegularExpression(QStringLiteral("\\A    %1 (?!(?i:PK|FK|UK)\\b)%1( (PK|FK|UK)(, "
                                          "(PK|FK|UK))*)?( \"[^\"~%]*\")?\\z")
                               .arg(word)),
        QRegularExpression(QStringLiteral("\\A  \\}\\z")),
        QRegularExpression(
            QStringLiteral("\\A  %1 (\\|o|\\|\\||\\}o|\\}\\|)(--|\\.\\.)(o\\||\\|\\||"
                           "o\\{|\\|\\{) %1 : \"[^\"%]*\"\\z")
                .arg(name))};
    static const QRegularExpression direction(QStringLiteral("direction\\s+(TB|BT|RL|LR)"),
                                              QRegularExpression::CaseInsensitiveOption);
    for (const QString& line : linesOf(text)) {
        const bool isTaken = std::ranges::any_of(
            taken, [&](const QRegularExpression& each) { return each.match(line).hasMatch(); });
        const bool isTitle = line.startsWith(QLatin1String("title"));
        if (!isTaken || (!isTitle && direction.match(line).hasMatch()))
            return line;
    }
    return {};
}

/// The same of PlantUML: names and members hold nothing but plain characters and numbers of others.
QString wrongPlantUmlLine(const QByteArray& text)
{
    static const QString plain =
        QStringLiteral("(?:[\\p{L}\\p{N} ,:()?_.\\-]|<U\\+[0-9A-F]{4,6}>)+");
    static const QList<QRegularExpression> taken{
        QRegularExpression(
            QStringLiteral("\\A(@startuml|@enduml|hide circle|hide empty members|left "
                           "to right direction)\\z")),
        QRegularExpression(QStringLiteral("\\Atitle %1\\z").arg(plain)),
        QRegularExpression(QStringLiteral("\\Apackage \"%1\" \\{\\z").arg(plain)),
        QRegularExpression(
            QStringLiteral("\\A *entity \"%1\" as t[0-9]+( <<[a-z ]+>>)? \\{\\z").arg(plain)),
        QRegularExpression(
            QStringLiteral("\\A *\\{field\\} (\\* )?%1( <<(PK|FK|UK)>>)*(  \u2013 %1)?\\z")
                .arg(plain)),
        QRegularExpression(QStringLiteral("\\A *(--|\\.\\.|\\})\\z")),
        QRegularExpression(
            QStringLiteral(
                "\\At[0-9]+ (\\|o|\\|\\||\\}o|\\}\\|)(--|\\.\\.)(o\\||\\|\\||o\\{|\\|\\{) "
                "t[0-9]+ : %1\\z")
                .arg(plain)),
        QRegularExpression(QStringLiteral("\\At[0-9]+ \\.\\.> t[0-9]+ : reads\\z"))};
    for (const QString& line : linesOf(text))
        if (std::ranges::none_of(
                taken, [&](const QRegularExpression& each) { return each.match(line).hasMatch(); }))
            return line;
    return {};
}

/// What is left of DBML without strings and comments: no name of a database, closed braces.
QString dbmlSkeleton(const QByteArray& text)
{
    static const QRegularExpression strings(
        QStringLiteral("\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\\n]|\\\\.)*'|`[^`\\n]*`"));
    static const QRegularExpression comments(QStringLiteral("//[^\\n]*"));
    return QString::fromUtf8(text)
        .replace(strings, QStringLiteral("S"))
        .replace(comments, QString());
}

} // namespace

class tst_SchemaFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goldens_data()
    {
        QTest::addColumn<QByteArray>("text");
        const SchemaExport schema = hostileSchema();
        const auto diagrams = mermaidDiagrams(schema);
        QCOMPARE(diagrams.size(), std::size_t(1));
        QTest::newRow("hostile.mmd") << diagrams.front().text;
        QTest::newRow("hostile.puml") << schemaPlantUml(schema);
        QTest::newRow("hostile.dbml") << schemaDbml(schema);
    }

    void goldens()
    {
        QFETCH(QByteArray, text);
        QVERIFY(test::matchesGolden(text, QStringLiteral("golden/schema/") +
                                              QString::fromLatin1(QTest::currentDataTag())));
    }

    void mermaidTakesEveryLine()
    {
        QCOMPARE(wrongMermaidLine(mermaidDiagrams(hostileSchema()).front().text), QString());
        // and the check itself can fail
        for (const char* wrong : {"  \"a\\b\" {", "    int pk PK", "    int a \"x~y\"",
                                  "  \"a\" }o--|| \"b\" : \"direction  tb\"", "  a {", "style x"})
            QCOMPARE(wrongMermaidLine(wrong), QString::fromUtf8(wrong));
    }

    void mermaidSaysWhatIsDeclared()
    {
        const QByteArray text = mermaidDiagrams(hostileSchema()).front().text;
        QVERIFY(text.contains("\"orders\" }o--|| \"customers\" : \"customer_id\""));
        QVERIFY(text.contains("\"orders\" }o--o| \"orders\" : \"parent_id\""));
        QVERIFY(text.contains("\"passports\" |o--|| \"customers\" : \"customer_id\""));
        QVERIFY(text.contains("\"orders\" }o..o| \"#34;we#34;#34;ird"));
        QVERIFY(text.contains(" : \"seller_id, inferred 0.84\""));
        QVERIFY(text.contains("    text email UK \"not null; where we write to\""));
        QVERIFY(text.contains("    text _fk \"fk; not null\""));
        QVERIFY(text.contains("    numeric(10_2) total"));
        QCOMPARE(text.count(" }o..o{ "), qsizetype(1));
        QVERIFY(text.contains(" : \"reads\"\n"));
    }

    void mermaidIsDividedByGroups()
    {
        const SchemaExport schema = largeSchema(1200, 3);
        const auto diagrams = mermaidDiagrams(schema);
        QVERIFY(diagrams.size() > 3);
        QSet<QByteArray> titles;
        int tables = 0;
        qsizetype links = 0;
        for (std::size_t i = 0; i < diagrams.size(); ++i) {
            const MermaidDiagram& diagram = diagrams[i];
            QVERIFY2(QString::fromUtf8(diagram.text).size() <= 50000, diagram.text.left(40));
            QVERIFY(diagram.text.count("}o--") <= 500);
            QCOMPARE(wrongMermaidLine(diagram.text), QString());
            QCOMPARE(diagram.leftOut, 0);
            QVERIFY(!titles.contains(diagram.title.toUtf8()));
            titles.insert(diagram.title.toUtf8());
            tables += diagram.tables;
            if (i > 0)
                links += diagram.text.count("}o--");
        }
        QCOMPARE(tables, 1200);
        QCOMPARE(links, 1199);
        QVERIFY(diagrams.front().text.contains("\"group 1 (1 of "));
        const QByteArray markdown = mermaidMarkdown(diagrams, QStringLiteral("x *y*"));
        QCOMPARE(markdown.count("```mermaid\n"), qsizetype(diagrams.size()));
        QVERIFY(markdown.startsWith("# x \\*y\\*\n"));
    }

    void mermaidOfOneHugeTable()
    {
        QString text = QStringLiteral("wide\n");
        for (int i = 0; i < 4000; ++i)
            text += QStringLiteral("  a_rather_long_name_%1 integer\n").arg(i);
        const auto diagrams =
            mermaidDiagrams(SchemaFixture(test::SchemaText::source(text).objects).schema);
        QCOMPARE(diagrams.size(), std::size_t(1));
        QVERIFY(diagrams.front().text.size() <= 50000);
        QVERIFY(diagrams.front().leftOut > 1000);
        QVERIFY(diagrams.front().text.contains("more columns do not fit"));
        QCOMPARE(wrongMermaidLine(diagrams.front().text), QString());
    }

    void mermaidCountsEdges()
    {
        const SchemaExport schema = largeSchema(12, 2);
        QCOMPARE(mermaidDiagrams(schema, {50000, 11}).size(), std::size_t(1));
        const auto divided = mermaidDiagrams(schema, {50000, 10});
        QCOMPARE(divided.size(), std::size_t(3));
        QVERIFY(
            divided.front().text.contains("\"group 0\" }o--o{ \"group 1\" : \"5 relationships\""));
    }

    /// They are lines like others: divided, counted, and told from relationships.
    void mermaidDividesWhatViewsRead()
    {
        SchemaExport schema = largeSchema(12, 3);
        schema.links.clear();
        schema.reads = {
            {TableId{0}, TableId{1}}, {TableId{0}, TableId{3}}, {TableId{3}, TableId{1}}};
        QCOMPARE(mermaidDiagrams(schema, {50000, 3}).size(), std::size_t(1));
        const auto divided = mermaidDiagrams(schema, {50000, 2});
        QCOMPARE(divided.size(), std::size_t(5)); // the first group in two parts
        qsizetype reads = 0;
        for (std::size_t i = 1; i < divided.size(); ++i)
            reads += divided[i].text.count(" : \"reads\"\n");
        QCOMPARE(reads, qsizetype(3));
        const QByteArray& overview = divided.front().text;
        QVERIFY(overview.contains("\"group 0 (1 of 2)\" }o..o{ \"group 1\" : \"1 read\"\n"));
        QVERIFY(!overview.contains("relationship"));
    }

    void plantUmlTakesEveryLine()
    {
        QCOMPARE(wrongPlantUmlLine(schemaPlantUml(hostileSchema())), QString());
        for (const char* wrong :
             {"!include x", "  {field} a~b", "t1 -> t2", "entity \"a\"b\" as t1 {"})
            QCOMPARE(wrongPlantUmlLine(wrong), QString::fromUtf8(wrong));
    }

    void plantUmlSaysWhatIsDeclared()
    {
        const QByteArray text = schemaPlantUml(hostileSchema());
        QVERIFY(text.contains("}o--|| t"));
        QVERIFY(text.contains(" : customer_id\n"));
        QVERIFY(text.contains("}o..o| t"));
        QVERIFY(text.contains(" : seller_id, inferred 0.84\n"));
        QVERIFY(text.contains("<<view>>"));
        QVERIFY(text.contains(" : reads\n"));
        QCOMPARE(text.count("@enduml"), qsizetype(1));
    }

    void dbmlIsWhole()
    {
        const QByteArray text = schemaDbml(hostileSchema());
        const QString skeleton = dbmlSkeleton(text);
        for (const char* forbidden : {"'", "\"", "`", "@enduml", "weird"})
            QVERIFY2(!skeleton.contains(QLatin1String(forbidden)), qPrintable(skeleton));
        QCOMPARE(skeleton.count(QLatin1Char('{')), skeleton.count(QLatin1Char('}')));
        QCOMPARE(skeleton.count(QStringLiteral("Ref:")), 5);
        QVERIFY(text.contains("Ref: lines.order_id > orders.id [delete: cascade]\n"));
        QVERIFY(text.contains("Ref: passports.customer_id - customers.id\n"));
        QVERIFY(text.contains("// inferred 0.84"));
        QVERIFY(text.contains("email text [not null, unique, note: 'where we write to']"));
        QVERIFY(text.contains("(seller_id) [name: 'orders_seller_id_idx', type: btree]"));
        QVERIFY(text.contains("(order_id, number) [unique]"));
        QCOMPARE(text.count("TableGroup "), qsizetype(1)); // the other group is nobody's boundary
    }

    void enumerationsOfColumns()
    {
        CatalogObjects objects =
            test::SchemaText::source(QStringLiteral("orders\n  id integer pk\n  state "
                                                    "order_state\n"))
                .objects;
        UserType type;
        type.name = QStringLiteral("order_state");
        type.kind = TypeKind::Enum;
        type.labels = {QStringLiteral("new"), QStringLiteral("it's \"done\"")};
        UserType unused = type;
        unused.name = QStringLiteral("unused");
        objects.types = {type, unused};
        objects.columns[1].userType = TypeId{0};
        const QByteArray text = schemaDbml(SchemaFixture(std::move(objects)).schema);
        QVERIFY(text.contains("Enum order_state {\n  \"new\"\n  \"it's \\\"done\\\"\"\n}\n"));
        QVERIFY(text.contains("  state order_state [not null]\n"));
        QVERIFY(!text.contains("unused"));
    }

    void shortCommentsAreShort()
    {
        QCOMPARE(shortComment(QStringLiteral("Two\nlines\n@owner billing")),
                 QStringLiteral("Two lines"));
        QCOMPARE(shortComment(QString(120, QLatin1Char('x'))).size(), 100);
        const QString unicorns = QStringLiteral("\U0001F984").repeated(60);
        QVERIFY(shortComment(unicorns).isValidUtf16());
    }
};

QTEST_APPLESS_MAIN(tst_SchemaFormats)
#include "tst_schema_formats.moc"

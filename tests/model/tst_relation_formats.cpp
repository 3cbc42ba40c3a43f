// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Every format of relationships, with hostile names, compared with golden files; and what must not
// stand in them: rejected ones, keys that no server takes, statements that leave their comment.
#include "model/export/free_names.h"
#include "model/export/relation_formats.h"
#include "model/export/single_line.h"
#include "model/notes/tag_lines.h"
#include "model/relations/decision_text.h"
#include "model/relations/sql/comment_references.h"
#include "tests/support/golden.h"
#include "tests/support/schema_text.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace cadastre;

namespace {

const char* const shop = "customers\n"
                         "  id integer pk\n"
                         "  code text\n"
                         "orders\n"
                         "  id integer pk\n"
                         "  tenant_id integer\n"
                         "  customer_id integer // who pays\n"
                         "  billing_code text?\n"
                         "  seller_id bigint? // @references people(id)\n"
                         "  index seller_id\n"
                         "people\n"
                         "  id integer pk\n"
                         "tenants\n"
                         "  id integer pk\n"
                         "lines\n"
                         "  order_id integer\n"
                         "  tenant_id integer\n"
                         "  token uuid?\n"
                         "prices\n"
                         "  order_id integer pk\n"
                         "  tenant_id integer\n"
                         "  unique tenant_id, order_id\n"
                         "notes\n"
                         "  subject_id integer\n"
                         "  subject_type text\n"
                         "bits\n"
                         "  owner_id integer\n"
                         "  owner_type text\n"
                         "billing.invoices\n"
                         "  id integer pk\n"
                         "  odd_id integer\n"
                         "  author integer\n"
                         "  author2 integer\n"
                         "  author_idx integer\n"
                         "view seen\n"
                         "  order_id integer\n"
                         "parted\n"
                         "  customer_id integer\n";

/// The shop with one table and its column renamed to something nasty.
CatalogObjects shopObjects(Engine engine)
{
    CatalogObjects objects = test::SchemaText::source(QString::fromUtf8(shop)).objects;
    objects.sources.front().engine = engine;
    if (engine != Engine::PostgreSql) {
        for (Index& index : objects.indexes)
            index.method = QStringLiteral("BTREE");
    }
    for (Table& table : objects.tables) {
        if (table.name == QStringLiteral("people"))
            table.name = QStringLiteral("we\"ird\n*/ 'x' `y` \\ table");
        if (table.name == QStringLiteral("parted"))
            table.kind = TableKind::PartitionedTable;
    }
    for (Column& column : objects.columns) {
        if (column.name == QStringLiteral("odd_id"))
            column.name = QStringLiteral("select\n; -- \"q\" `z` \\");
        if (column.name == QStringLiteral("customer_id") &&
            column.comment.text == QStringLiteral("who pays"))
            column.comment.text = QStringLiteral("who 'pays'\r\nalways\\never");
    }
    return objects;
}

std::shared_ptr<const Catalog> catalogWith(CatalogObjects objects)
{
    auto part = std::make_shared<const SourceCatalog>(finishSource(std::move(objects)));
    return std::make_shared<const Catalog>(mergeSources({part}));
}

class Proposals
{
public:
    explicit Proposals(const Catalog& catalog)
        : m_catalog(catalog)
    {
    }

    /// "orders.customer_id" is column number N of a table that is found by the start of its name.
    [[nodiscard]] ColumnId column(const QString& table, const QString& start) const
    {
        const CatalogObjects& objects = m_catalog.objects();
        for (int i = 0; i < static_cast<int>(objects.columns.size()); ++i) {
            const Column& column = objects.columns[static_cast<std::size_t>(i)];
            if (m_catalog.table(column.table).name.startsWith(table) &&
                column.name.startsWith(start))
                return ColumnId{i};
        }
        qFatal("no column %s.%s", qPrintable(table), qPrintable(start));
    }

    void add(RelationshipOrigin origin, const char* child, const char* parent,
             const QString& reason = {})
    {
        Relationship relationship;
        relationship.origin = origin;
        relationship.confidence = origin == RelationshipOrigin::Inferred ? 0.932 : 1;
        relationship.childColumns = columns(child);
        relationship.child = m_catalog.column(relationship.childColumns.front()).table;
        relationship.targets = {target(parent)};
        relationship.parentEnd = Cardinality::ZeroOrOne;
        relationship.reason = reason;
        if (origin == RelationshipOrigin::Inferred) {
            relationship.evidence = {{QStringLiteral("name"), 2.25,
                                      QStringLiteral("column name is `customer` and `_id`")}};
            relationship.alternatives = {{target("tenants id"), 0.041, {}}};
        }
        list.push_back(relationship);
    }

    void addPolymorphic()
    {
        add(RelationshipOrigin::Confirmed, "notes subject_id", "orders id");
        Relationship& relationship = list.back();
        relationship.typeColumn = column(QStringLiteral("notes"), QStringLiteral("subject_type"));
        relationship.targets.front().typeValue = QStringLiteral("Or'der");
        relationship.targets.push_back(target("we\"ird id"));
        relationship.targets.back().typeValue = QStringLiteral("Per\\son\n");
        relationship.targets.push_back({{}, {}, QStringLiteral("Gone")});
    }

    std::vector<Relationship> list;

private:
    std::vector<ColumnId> columns(const char* text) const
    {
        const QStringList words = QString::fromUtf8(text).split(QLatin1Char(' '));
        std::vector<ColumnId> found;
        for (const QString& word : words.mid(1))
            found.push_back(column(words.first(), word));
        return found;
    }

    RelationshipTarget target(const char* text) const
    {
        const std::vector<ColumnId> found = columns(text);
        return {m_catalog.column(found.front()).table, found, {}};
    }

    const Catalog& m_catalog;
};

/// Every case that a format may meet.
std::vector<Relationship> everyCase(const Catalog& catalog)
{
    using Origin = RelationshipOrigin;
    Proposals all(catalog);
    all.add(Origin::Confirmed, "orders customer_id", "customers id",
            QStringLiteral("seen in\n; DROP TABLE x; -- the code"));
    all.add(Origin::Confirmed, "orders seller_id", "we\"ird id");
    all.add(Origin::Inferred, "orders tenant_id", "tenants id");
    all.add(Origin::Confirmed, "orders billing_code", "customers code"); // not unique
    all.add(Origin::Added, "lines order_id tenant_id", "prices order_id tenant_id");
    all.add(Origin::Confirmed, "lines token", "orders id"); // types differ
    all.add(Origin::Added, "invoices select", "we\"ird id");
    all.add(Origin::Added, "invoices author", "tenants id");
    all.add(Origin::Added, "seen order_id", "orders id"); // a view
    all.add(Origin::Added, "parted customer_id", "customers id");
    all.add(Origin::Added, "prices order_id", "orders id"); // one to one, has an index
    all.add(Origin::Rejected, "lines tenant_id", "tenants id", QStringLiteral("never-printed"));
    all.addPolymorphic();
    all.add(Origin::Added, "bits owner_id", "tenants id"); // its type values are not known
    all.list.back().typeColumn = all.column(QStringLiteral("bits"), QStringLiteral("owner_type"));
    return all.list;
}

QByteArray printed(const char* format, const RelationExport& relations)
{
    for (const RelationFormat& one : relationFormats()) {
        if (one.name == QLatin1String(format))
            return one.print(relations);
    }
    qFatal("no format %s", format);
}

} // namespace

class tst_RelationFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void golden_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<int>("engine");
        QTest::addColumn<QString>("file");
        const auto row = [](const char* format, Engine engine, const char* file) {
            QTest::newRow(file) << QByteArray(format) << static_cast<int>(engine)
                                << QString::fromLatin1(file);
        };
        row("tsv", Engine::PostgreSql, "decided.tsv");
        row("json", Engine::PostgreSql, "decided.json");
        row("markdown", Engine::PostgreSql, "decided.md");
        row("sql", Engine::PostgreSql, "decided.postgresql.sql");
        row("sql", Engine::MariaDb, "decided.mariadb.sql");
        row("sql", Engine::Sqlite, "decided.sqlite.sql");
        row("references", Engine::PostgreSql, "decided.references.sql");
        row("references", Engine::Sqlite, "decided.references.sqlite.sql");
        row("tbls", Engine::PostgreSql, "decided.tbls.yml");
        row("dbml", Engine::PostgreSql, "decided.dbml");
    }

    void golden()
    {
        QFETCH(QByteArray, format);
        QFETCH(int, engine);
        QFETCH(QString, file);
        const auto catalog = catalogWith(shopObjects(static_cast<Engine>(engine)));
        std::vector<Relationship> relationships = everyCase(*catalog);
        const QByteArray text = printed(format, {*catalog, relationships});
        QVERIFY(test::matchesGolden(text, QStringLiteral("golden/relations/") + file));
        QVERIFY(!text.contains("never-printed"));
        QVERIFY(!text.contains("\nDROP") && !text.contains("\n; DROP"));
        std::reverse(relationships.begin(), relationships.end());
        QCOMPARE(printed(format, {*catalog, relationships}), text);
    }

    /// Outside of its own quotes no name may end a comment or begin a statement.
    void everyLineOfAScriptIsOurs()
    {
        for (Engine engine : {Engine::PostgreSql, Engine::MariaDb, Engine::Sqlite}) {
            const auto catalog = catalogWith(shopObjects(engine));
            QByteArray text = relationsSql({*catalog, everyCase(*catalog)});
            // the one name with newlines, as it stands inside quotes
            text.replace("we\"\"ird\n*/ 'x' `y` \\ table", "N");
            text.replace("we\"ird\n*/ 'x' ``y`` \\ table", "N");
            text.replace("select\n; -- \"\"q\"\" `z` \\", "N");
            text.replace("select\n; -- \"q\" ``z`` \\", "N");
            for (const QByteArray& line : text.split('\n')) {
                const bool isOurs = line.isEmpty() || line.startsWith("-- ") ||
                                    line.startsWith("ALTER TABLE ") ||
                                    line.startsWith("CREATE INDEX ") || line.startsWith("    ");
                QVERIFY2(isOurs, line.constData());
                QVERIFY2(engine != Engine::Sqlite || line.isEmpty() || line.startsWith("-- "),
                         line.constData());
            }
        }
    }

    void guessesAreNeverCertain()
    {
        Relationship guess;
        guess.origin = RelationshipOrigin::Inferred;
        for (const auto& [confidence, expected] :
             {std::pair(1.0, "inferred 0.99"), std::pair(0.9997, "inferred 0.99"),
              std::pair(0.996, "inferred 0.99"), std::pair(0.984, "inferred 0.98")}) {
            guess.confidence = confidence;
            QCOMPARE(relationRemark(guess), QString::fromLatin1(expected));
        }
    }

    void nothingToSay_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("sql") << QByteArray("sql")
                             << QByteArray("-- Nothing was decided that is not declared.\n");
        QTest::newRow("references")
            << QByteArray("references") << QByteArray("-- There is no note to add.\n");
        QTest::newRow("tbls") << QByteArray("tbls") << QByteArray("relations: []\n");
        QTest::newRow("dbml") << QByteArray("dbml")
                              << QByteArray("// No relationship was chosen.\n");
        QTest::newRow("json") << QByteArray("json")
                              << QByteArray("{\"format\":\"cadastre-relations\",\"version\":1,\n"
                                            "\"relations\":[\n]}\n");
    }

    void nothingToSay()
    {
        QFETCH(QByteArray, format);
        QFETCH(QByteArray, text);
        const auto catalog = catalogWith(shopObjects(Engine::PostgreSql));
        QCOMPARE(printed(format.constData(), {*catalog, {}}), text);
        Proposals rejected(*catalog);
        rejected.add(RelationshipOrigin::Rejected, "orders customer_id", "customers id");
        QCOMPARE(printed(format.constData(), {*catalog, rejected.list}), text);
    }

    void whatTheDataSaidIsKept()
    {
        const auto catalog = catalogWith(shopObjects(Engine::PostgreSql));
        Proposals one(*catalog);
        one.add(RelationshipOrigin::Confirmed, "orders customer_id", "customers id");
        Verification verification;
        verification.sampledRows = 1000;
        verification.approxTotal = 20000;
        verification.nulls = 3;
        verification.sentinels = {{QStringLiteral("0"), 5}};
        TargetVerification target;
        target.rows = 995;
        target.found = 990;
        target.orphanExamples = {QStringLiteral("secret-value")};
        verification.targets = {target};
        const RelationExport relations{*catalog, one.list, {verification}};
        QVERIFY(relationsJson(relations).contains(
            "\"verification\":{\"sampled_rows\":1000,\"complete\":false,"
            "\"approximate_rows\":20000,\"nulls\":3,\"sentinels\":5,\"rows\":995,\"found\":990,"
            "\"orphans\":5}"));
        const QByteArray sql = relationsSql(relations);
        QVERIFY2(sql.contains("-- 10 of 1000 rows that were looked at have no parent"),
                 sql.constData());
        QVERIFY(sql.contains("NOT VALID;\n-- ALTER TABLE public.orders\n"));
        for (const RelationFormat& format : relationFormats())
            QVERIFY(!format.print(relations).contains("secret-value"));
    }

    void engineObstacles_data()
    {
        QTest::addColumn<QString>("storage");
        QTest::addColumn<bool>("collations");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("MyISAM") << QStringLiteral("MyISAM") << false
                                << QByteArray("storage engine MyISAM, and only InnoDB keeps");
        QTest::newRow("InnoDB") << QStringLiteral("InnoDB") << false << QByteArray();
        QTest::newRow("collation") << QStringLiteral("InnoDB") << true << QByteArray("collat");
    }

    void engineObstacles()
    {
        QFETCH(QString, storage);
        QFETCH(bool, collations);
        QFETCH(QByteArray, sentence);
        CatalogObjects objects =
            test::SchemaText::source(QStringLiteral("a\n  code varchar(9) pk\nb\n  a_code "
                                                    "varchar(9)\n"))
                .objects;
        objects.sources.front().engine = Engine::MariaDb;
        for (Table& table : objects.tables) {
            table.properties = {{QStringLiteral("Engine"), storage}};
            table.collation = QStringLiteral("utf8mb4_general_ci");
            table.characterSet = QStringLiteral("utf8mb4");
        }
        if (collations)
            objects.columns.back().collation = QStringLiteral("utf8mb4_bin");
        const auto catalog = catalogWith(std::move(objects));
        Proposals one(*catalog);
        one.add(RelationshipOrigin::Added, "b a_code", "a code");
        const QByteArray sql = relationsSql({*catalog, one.list});
        QCOMPARE(sql.contains("\nALTER TABLE "), sentence.isEmpty());
        QVERIFY2(sql.contains(sentence), sql.constData());
    }

    void namesAreFreeAndFit()
    {
        const QString wide = QString::fromUtf8("\xc3\xa4").repeated(40); // 80 bytes
        CatalogObjects objects = shopObjects(Engine::PostgreSql);
        for (Table& table : objects.tables) {
            if (table.name == QStringLiteral("lines"))
                table.name = wide;
        }
        const auto catalog = catalogWith(std::move(objects));
        const Proposals find(*catalog);
        const auto take = [&](FreeNames& names, const QString& table, const char* column) {
            const ColumnId id = find.column(table, QLatin1String(column));
            return names.take(catalog->column(id).table, {id}, QStringLiteral("_idx"));
        };
        FreeNames names(*catalog);
        QCOMPARE(take(names, QStringLiteral("orders"), "customer_id"),
                 QStringLiteral("orders_customer_id_idx"));
        QCOMPARE(take(names, QStringLiteral("orders"), "customer_id"),
                 QStringLiteral("orders_customer_id_2_idx"));
        // an index of that name exists
        QCOMPARE(take(names, QStringLiteral("orders"), "seller_id"),
                 QStringLiteral("orders_seller_id_2_idx"));
        const QString cut = take(names, wide, "order_id");
        QVERIFY(cut.toUtf8().size() <= 63 && cut.endsWith(QStringLiteral("_idx")));
        const QString second = take(names, wide, "tenant_id");
        QVERIFY(second.toUtf8().size() <= 63 && second != cut);
        FreeNames again(*catalog);
        take(again, QStringLiteral("orders"), "customer_id");
        QCOMPARE(take(again, wide, "order_id"), cut);
    }

    void tagLines_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const char* expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("", "@x y");
        row(" \n", "@x y");
        row("words", "words\n@x y");
        row("words\n", "words\n@x y\n");
        row("words\r\nmore", "words\r\nmore\r\n@x y");
        row("words\r\nmore\r\n", "words\r\nmore\r\n@x y\r\n");
        row("words\n@a b\n\n@c\n", "words\n@a b\n\n@c\n@x y\n");
        row("@a b\n@c\nwords", "@a b\n@c\n@x y\nwords");
        row("@a b\r\n\r\nwords", "@a b\r\n@x y\r\n\r\nwords");
        row("@ no tag\nwords", "@ no tag\nwords\n@x y");
        row("a\n@b\nc", "a\n@b\nc\n@x y");
    }

    void tagLines()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(withTagLine(text, QStringLiteral("@x y")), expected);
        QVERIFY(hasTagLine(expected, QStringLiteral("@x y")));
        QVERIFY(!hasTagLine(text, QStringLiteral("@x y")));
    }

    void tagsAreCompared_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("same");
        const auto row = [](const char* text, bool same) {
            QTest::newRow(text) << QString::fromUtf8(text) << same;
        };
        row("@references users (id)", true);
        row("words\n@references\tusers( id )\r\nmore", true);
        row("@references users(ID)", false);
        row("see @references users(id)", false);
        row("@reference users(id)", false);
        row("@references \"users\"(id)", false);
    }

    void tagsAreCompared()
    {
        QFETCH(QString, text);
        QFETCH(bool, same);
        QCOMPARE(hasTagLine(text, QStringLiteral("@references users(id)")), same);
    }

    void notesAreNotRepeated()
    {
        CatalogObjects objects = shopObjects(Engine::PostgreSql);
        const auto plain = catalogWith(objects);
        Proposals one(*plain);
        one.add(RelationshipOrigin::Confirmed, "orders customer_id", "customers id");
        const auto withComment = [&](const char* comment) {
            CatalogObjects changed = objects;
            for (Column& column : changed.columns) {
                if (column.name == QStringLiteral("customer_id"))
                    column.comment.text = QString::fromUtf8(comment);
            }
            const auto catalog = catalogWith(changed);
            return relationsReferences({*catalog, one.list});
        };
        QCOMPARE(withComment("@references customers(id)"),
                 QByteArray("-- There is no note to add.\n"));
        QCOMPARE(withComment("@references public.customers( id )"),
                 QByteArray("-- There is no note to add.\n"));
        QCOMPARE(withComment("@references customers(code)"),
                 QByteArray("-- was: '@references customers(code)'\n"
                            "COMMENT ON COLUMN public.orders.customer_id IS "
                            "E'@references customers(code)\\n@references customers(id)';\n"));
    }

    /// What is written into comments is what is read out of them, but for names with quotes.
    void notesAreReadBack()
    {
        const auto catalog = catalogWith(shopObjects(Engine::PostgreSql));
        CatalogObjects objects = catalog->objects();
        std::vector<Relationship> relationships = everyCase(*catalog);
        QSet<QString> expected;
        const auto line = [](const Catalog& in, TableId child,
                             const std::vector<ColumnId>& childColumns,
                             const RelationshipTarget& target) {
            Relationship relationship;
            relationship.child = child;
            relationship.childColumns = childColumns;
            relationship.targets = {target};
            return QString(relationshipTitle(in, relationship) + QLatin1Char(' ') +
                           target.typeValue);
        };
        for (const Relationship& relationship : relationships) {
            for (const RelationshipTarget& target : relationship.targets) {
                const bool isWritten = relationship.origin != RelationshipOrigin::Rejected &&
                                       target.isResolved() &&
                                       !target.typeValue.contains(QLatin1Char('\n')) &&
                                       !catalog->table(target.table).name.contains(u'"');
                if (isWritten)
                    expected << line(*catalog, relationship.child, relationship.childColumns,
                                     target);
            }
        }
        static const QRegularExpression statement(
            QStringLiteral("COMMENT ON COLUMN (?:public|billing)\\.(.+?) IS (E?)'(.*)';"),
            QRegularExpression::DotMatchesEverythingOption);
        const QString script = QString::fromUtf8(relationsReferences({*catalog, relationships}));
        for (const QString& part : script.split(QStringLiteral("\n\n"))) {
            const auto match = statement.match(part);
            if (!match.hasMatch())
                continue;
            QString text = match.captured(3);
            text.replace(QStringLiteral("''"), QStringLiteral("'"));
            text.replace(QStringLiteral("\\\\"), QStringLiteral("\x01"))
                .replace(QStringLiteral("\\n"), QStringLiteral("\n"))
                .replace(QStringLiteral("\\r"), QStringLiteral("\r"))
                .replace(QStringLiteral("\\'"), QStringLiteral("'"))
                .replace(QStringLiteral("\x01"), QStringLiteral("\\"));
            for (int i = 0; i < static_cast<int>(catalog->objects().columns.size()); ++i) {
                const QString path = catalog->table(catalog->column({i}).table).name +
                                     QLatin1Char('.') + catalog->column({i}).name;
                QString plain = match.captured(1);
                plain.replace(QStringLiteral("\"\""), QStringLiteral("\x01"))
                    .remove(QLatin1Char('"'))
                    .replace(QLatin1Char('\x01'), QLatin1Char('"'));
                if (plain == path)
                    objects.columns[static_cast<std::size_t>(i)].comment.text = text;
            }
        }
        const auto commented = catalogWith(objects);
        QSet<QString> found;
        for (const CommentReference& reference : commentReferences(*commented).references)
            found << line(*commented, reference.child, reference.childColumns, reference.target);
        QCOMPARE(QStringList((expected - found).values()).join(QStringLiteral(" | ")), QString());
        QCOMPARE(QStringList((found - expected).values()).join(QStringLiteral(" | ")), QString());
    }

    void staysOnOneLine()
    {
        QCOMPARE(asSingleLine(QString::fromUtf8("a\r\n\tb\xc2\x85\xe2\x80\xa8-\x7f")),
                 QStringLiteral("a   b  - "));
    }
};

QTEST_GUILESS_MAIN(tst_RelationFormats)
#include "tst_relation_formats.moc"

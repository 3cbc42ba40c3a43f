// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The documentation as a page and as Markdown: every link leads somewhere, nothing of a database is
// markup, nothing is fetched, the same input gives the same bytes, and many tables stay linear.
#include "model/export/documentation/documentation.h"
#include "tests/support/schema_text.h"

#include <QCryptographicHash>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace cadastre;

namespace {

const QString hostileName = QStringLiteral(
    "we\"ird<script>alert(1)</script>\n`x` [a](http://x.invalid) | *b* 'q' &amp; \u05e9");

const char* const shop = "customers // Who buys.\n"
                         "  id integer pk\n"
                         "  email text unique // where we write to\n"
                         "orders\n"
                         "  id integer pk\n"
                         "  customer_id integer > customers.id\n"
                         "  index customer_id\n"
                         "odd\n"
                         "  id integer pk\n"
                         "  order_id integer > orders.id // comment\n"
                         "view seen\n"
                         "  order_id integer\n";

class DocumentedShop
{
public:
    DocumentedShop()
    {
        CatalogObjects objects = test::SchemaText::source(QString::fromUtf8(shop)).objects;
        for (Table& table : objects.tables) {
            if (table.name != QLatin1String("odd"))
                continue;
            table.name = hostileName;
            table.comment.text = QString(hostileName + QStringLiteral("\n@owner billing"));
        }
        for (Column& column : objects.columns) {
            if (column.comment.text == QLatin1String("comment")) {
                column.name = hostileName;
                column.type = hostileName;
                column.comment.text = hostileName;
                column.defaultExpression = hostileName;
            }
        }
        Source& source = objects.sources.front();
        source.kinds = {{CatalogKind::Triggers, ReadState::NotRead, hostileName, {}}};
        Dependency reads;
        reads.dependent = TableId{3};
        reads.on = TableId{1};
        objects.dependencies = {reads};
        auto part = std::make_shared<const SourceCatalog>(finishSource(std::move(objects)));
        schema.catalog = std::make_shared<const Catalog>(mergeSources({part}));
        std::vector<Relationship> all = declaredRelationships(*schema.catalog);
        all.back().origin = RelationshipOrigin::Inferred;
        all.back().confidence = 0.84;
        all.back().constraint.reset();
        schema.relationships = std::make_shared<const std::vector<Relationship>>(std::move(all));
        schema.title = hostileName;
        for (int i = 0; i < static_cast<int>(schema.catalog->objects().tables.size()); ++i)
            schema.tables.push_back(TableId{i});
        for (int i = 0; i < static_cast<int>(schema.relationships->size()); ++i) {
            const auto& relationship = (*schema.relationships)[static_cast<std::size_t>(i)];
            schema.links.push_back({relationship.child, relationship.targets.front().table, i, 0});
        }
        SchemaGroup group;
        group.name = hostileName;
        group.owner = hostileName;
        group.note = hostileName;
        group.isBoundary = true;
        group.tables = {TableId{0}, TableId{1}};
        schema.groups = {group};
        conventions[hostileName] = {hostileName, hostileName, hostileName};
        anchors.emplace(schema);
    }

    [[nodiscard]] DocumentationInput input() const
    {
        return {.schema = schema, .conventions = conventions, .anchors = *anchors};
    }

    [[nodiscard]] QString page() const
    {
        QByteArray text;
        const bool isWhole = writeDocumentationHtml(
            input(), pictures(),
            [&](const QByteArray& piece) {
                text += piece;
                return true;
            },
            [](int done, int total) { return done < total; });
        return isWhole ? QString::fromUtf8(text) : QString();
    }

    static DocumentationPictures pictures()
    {
        return {[](std::size_t group) {
                    return group == 0 ? QByteArray("<svg><title>picture</title></svg>")
                                      : QByteArray();
                },
                ".diagram{}"};
    }

    SchemaExport schema;
    Conventions conventions;
    std::optional<DocumentationAnchors> anchors;
};

QStringList captured(const QString& text, const QString& pattern)
{
    QStringList all;
    for (auto it = QRegularExpression(pattern).globalMatch(text); it.hasNext();)
        all << it.next().captured(1);
    return all;
}

} // namespace

class tst_Documentation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLinkLeadsSomewhere()
    {
        const QString page = DocumentedShop().page();
        const QStringList ids = captured(page, QStringLiteral(" id=\"([^\"]*)\""));
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), ids.size()); // each once
        const QStringList links = captured(page, QStringLiteral("href=\"([^\"]*)\""));
        QVERIFY(links.size() > 15);
        for (const QString& link : links) {
            QVERIFY2(link.startsWith(QLatin1Char('#')), qPrintable(link));
            QVERIFY2(ids.contains(link.mid(1)), qPrintable(link));
        }
    }

    void nothingIsMarkupOrFetched()
    {
        const QString page = DocumentedShop().page();
        QVERIFY(!page.contains(QStringLiteral("<script>alert")));
        QCOMPARE(page.count(QStringLiteral("<script")), 1);
        QVERIFY(page.contains(QStringLiteral("we&quot;ird&lt;script&gt;alert(1)&lt;/script&gt;")));
        QVERIFY(page.contains(QStringLiteral("default-src 'none'")));
        static const QRegularExpression fetched(
            QStringLiteral("(src|href|action|data)=\"(?!#)|url\\(|@import|fetch\\(|XMLHttp"));
        QVERIFY2(!page.contains(fetched), qPrintable(fetched.match(page).captured()));
    }

    void onlyItsOwnScriptMayRun()
    {
        const QString page = DocumentedShop().page();
        const qsizetype begin = page.indexOf(QStringLiteral("<script>")) + 8;
        const QByteArray script =
            page.mid(begin, page.indexOf(QStringLiteral("</script>"), begin) - begin).toUtf8();
        const QByteArray hash =
            QCryptographicHash::hash(script, QCryptographicHash::Sha256).toBase64();
        QVERIFY(
            page.contains(QStringLiteral("script-src 'sha256-%1'").arg(QString::fromLatin1(hash))));
        QVERIFY(!script.contains("innerHTML"));
    }

    void saysWhatThereIs()
    {
        const QString page = DocumentedShop().page();
        for (const char* text : {"<h1 id=\"top\">",
                                 "Who buys.",
                                 "where we write to",
                                 "@owner billing",
                                 "declared",
                                 "inferred 0.84",
                                 "Refers to",
                                 "Referred to by",
                                 "triggers of shop were not read",
                                 "Naming conventions",
                                 "<nav ",
                                 "<main>",
                                 "role=\"search\"",
                                 "<svg><title>picture",
                                 "orders_customer_id_idx",
                                 "<details><summary>Statement",
                                 "Index of tables",
                                 "Other tables",
                                 "prefers-color-scheme:dark",
                                 "@media print"})
            QVERIFY2(page.contains(QLatin1String(text)), text);
        QVERIFY(page.contains(QStringLiteral("3 tables, 1 view, 7 columns")));
        // the first group has a picture, the other says why it has none
        QCOMPARE(page.count(QStringLiteral("No diagram of this group")), 1);
    }

    void sameInputSameBytes() { QCOMPARE(DocumentedShop().page(), DocumentedShop().page()); }

    void stopsWhenAsked()
    {
        const DocumentedShop shop;
        int pieces = 0;
        const auto sink = [&](const QByteArray&) { return ++pieces < 3; };
        QVERIFY(!writeDocumentationHtml(shop.input(), DocumentedShop::pictures(), sink,
                                        [](int, int) { return true; }));
        QCOMPARE(pieces, 3);
        QVERIFY(!writeDocumentationHtml(
            shop.input(), DocumentedShop::pictures(), [](const QByteArray&) { return true; },
            [](int done, int) { return done < 2; }));
    }

    void folderLinksResolve()
    {
        const DocumentedShop shop;
        QMap<QString, QString> files;
        QVERIFY(writeDocumentationFolder(
            shop.input(), DocumentedShop::pictures(),
            [&](const QString& name, const QByteArray& content) {
                files[name] = QString::fromUtf8(content);
                return true;
            },
            [](int, int) { return true; }));
        QVERIFY(files.contains(QStringLiteral("README.md")));
        QCOMPARE(files.size(), 4); // two groups, one picture
        int links = 0;
        for (auto file = files.begin(); file != files.end(); ++file) {
            static const QRegularExpression fenced(
                QStringLiteral("^(```+)\\n.*?^\\1\\n"),
                QRegularExpression::MultilineOption |
                    QRegularExpression::DotMatchesEverythingOption);
            QString words = file.value();
            words.remove(fenced);
            for (const QString& link :
                 captured(words, QStringLiteral("(?<!\\\\)\\]\\(([^)]*)\\)"))) {
                ++links;
                const QString name = link.section(QLatin1Char('#'), 0, 0);
                const QString anchor = link.section(QLatin1Char('#'), 1);
                const QString target = name.isEmpty() ? file.key() : name;
                QVERIFY2(files.contains(target), qPrintable(link));
                QVERIFY2(anchor.isEmpty() || files[target].contains(
                                                 QStringLiteral("<a id=\"%1\"></a>").arg(anchor)),
                         qPrintable(link));
            }
            static const QRegularExpression markup(QStringLiteral("(?<!\\\\)<script"));
            QVERIFY2(!words.contains(markup), qPrintable(words));
        }
        QVERIFY(links > 8);
    }

    void oneMarkdownFile()
    {
        const DocumentedShop shop;
        QByteArray text;
        QStringList beside;
        QVERIFY(writeDocumentationMarkdown(
            shop.input(), DocumentedShop::pictures(), QStringLiteral("shop"),
            [&](const QByteArray& piece) {
                text += piece;
                return true;
            },
            [&](const QString& name, const QByteArray&) {
                beside << name;
                return true;
            },
            [](int, int) { return true; }));
        QCOMPARE(beside.size(), 1);
        QVERIFY(beside.first().startsWith(QStringLiteral("shop-1-we-ird")));
        QCOMPARE(text.count("No diagram of this group"), qsizetype(1));
        for (const QString& link :
             captured(QString::fromUtf8(text), QStringLiteral("(?<!\\\\)\\]\\(#([^)]*)\\)")))
            QVERIFY2(text.contains(QStringLiteral("<a id=\"%1\"></a>").arg(link).toUtf8()),
                     qPrintable(link));
    }

    void anchorsAreFree()
    {
        SchemaExport schema;
        schema.catalog = test::SchemaText::catalog(QStringLiteral("a-b\n  x integer\n"
                                                                  "a+b\n  x integer\n"));
        schema.tables = {TableId{0}, TableId{1}};
        const DocumentationAnchors anchors(schema);
        QVERIFY(anchors.ofTable(TableId{0}) != anchors.ofTable(TableId{1}));
        QCOMPARE(anchors.ofTable(TableId{7}), QString());
    }
};

QTEST_APPLESS_MAIN(tst_Documentation)
#include "tst_documentation.moc"

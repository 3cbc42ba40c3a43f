// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Polymorphic references: pairs of an id and a type column in the manner of many frameworks, what
// only looks like one, and which table a type value means.
#include "model/relations/structure/polymorphic.h"

#include "model/relations/sql/check_lists.h"
#include "model/relations/structure/table_names.h"
#include "tests/support/schema_text.h"
#include "tests/support/sqlite_file.h"

#include <QTest>

using namespace cadastre;
using test::catalogFromText;

namespace {

QString nameOf(const Catalog& catalog, const RelationshipTarget& target)
{
    const QString table = target.isResolved()
                              ? QString(catalog.table(target.table).name + QLatin1Char('.') +
                                        catalog.column(target.columns.front()).name)
                              : QStringLiteral("?");
    return target.typeValue.isEmpty() ? table
                                      : QString(target.typeValue + QLatin1Char('=') + table);
}

/// "comments(commentable_id,commentable_type) > Post=posts.id ?" of those at 0.5 and above.
QStringList asText(const Catalog& catalog, const std::vector<Relationship>& relationships)
{
    QStringList lines;
    for (const Relationship& r : relationships) {
        if (r.confidence < 0.5)
            continue;
        QStringList targets;
        for (const RelationshipTarget& target : r.targets)
            targets << nameOf(catalog, target);
        lines << QStringLiteral("%1(%2,%3) > %4")
                     .arg(catalog.table(r.child).name, catalog.column(r.childColumns.front()).name,
                          catalog.column(*r.typeColumn).name, targets.join(QLatin1Char(' ')));
    }
    return lines;
}

ColumnId columnNamed(const Catalog& catalog, const QString& table, const QString& column)
{
    const auto& columns = catalog.objects().columns;
    for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
        if (columns[i].name == column && catalog.table(columns[i].table).name == table)
            return ColumnId{i};
    }
    qFatal("no column %s.%s", qPrintable(table), qPrintable(column));
}

TableId tableNamed(const Catalog& catalog, const QString& name)
{
    const auto& tables = catalog.objects().tables;
    for (int i = 0; i < static_cast<int>(tables.size()); ++i) {
        if (tables[i].name == name)
            return TableId{i};
    }
    qFatal("no table %s", qPrintable(name));
}

const char* const posts = R"(
posts
  id bigint pk
photos
  id bigint pk
)";

} // namespace

class TestPolymorphic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void leavesAlone_data();
    void leavesAlone();
    void readsTypeValues_data();
    void readsTypeValues();
    void namesTargetsFromValues();
    void namesTargetsFromWords_data();
    void namesTargetsFromWords();
    void namesTargetsFromSql();
    void takesCommentsAtTheirWord();
    void valuesThatAreNoTablesSpeakAgainst();
    void leavesDeclaredKeysAlone();
    void leavesCopiesAndViewsAlone();
    void takesBadInput();
    void givesReasons();
    void findsThoseOfTheSample();
};

void TestPolymorphic::finds_data()
{
    QTest::addColumn<QString>("tables");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* tables, const char* expected) {
        QTest::newRow(name) << QString::fromUtf8(tables) << QString::fromUtf8(expected);
    };
    row("ability", "c\n  id bigint pk\n  commentable_id bigint?\n  commentable_type varchar?",
        "c(commentable_id,commentable_type) > ?");
    row("camelCase", "c\n  id bigint pk\n  commentableType varchar\n  commentableId bigint",
        "c(commentableId,commentableType) > ?");
    row("PascalCase", "c\n  Id bigint pk\n  OwnerType varchar\n  OwnerId bigint",
        "c(OwnerId,OwnerType) > ?");
    row("kind", "c\n  id bigint pk\n  owner_kind varchar\n  owner_id bigint",
        "c(owner_id,owner_kind) > ?");
    row("glued", "logs\n  id bigint pk\n  itemtype varchar\n  items_id bigint",
        "logs(items_id,itemtype) > ?");
    row("numbered",
        "l\n  id bigint pk\n  itemtype_1 varchar\n  items_id_1 bigint\n  itemtype_2 varchar\n"
        "  items_id_2 bigint",
        "l(items_id_1,itemtype_1) > ?;l(items_id_2,itemtype_2) > ?");
    row("prefix fk", "l\n  rowid bigint pk\n  fk_element bigint\n  elementtype varchar",
        "l(fk_element,elementtype) > ?");
    row("Spanish", "b\n  id bigint pk\n  tipo_entidad varchar\n  id_entidad bigint",
        "b(id_entidad,tipo_entidad) > ?");
    row("French", "liens\n  id_doc bigint pk\n  objet varchar\n  id_objet bigint",
        "liens(id_objet,objet) > ?");
    row("German", "anlagen\n  id bigint pk\n  objekt_typ varchar\n  objekt_id bigint",
        "anlagen(objekt_id,objekt_typ) > ?");
    row("content type",
        "django_content_type\n  id bigint pk\nlikes\n  id bigint pk\n"
        "  content_type_id bigint > django_content_type.id\n  object_id bigint",
        "likes(object_id,content_type_id) > ?");
    row("content types with roles",
        "django_content_type\n  id bigint pk\nactions\n  id bigint pk\n"
        "  actor_content_type_id bigint\n  actor_object_id varchar(255)\n"
        "  target_content_type_id bigint\n  target_object_id varchar(255)",
        "actions(actor_object_id,actor_content_type_id) > ?;"
        "actions(target_object_id,target_content_type_id) > ?");
    row("table of tables",
        "ad_table\n  ad_table_id varchar(32) pk\nnotes\n  note_id varchar(32) pk\n"
        "  ad_table_id varchar(32)\n  record_id varchar(32)",
        "notes(record_id,ad_table_id) > ?");
    row("table name", "audit\n  id bigint pk\n  table_name text\n  row_id bigint",
        "audit(row_id,table_name) > ?");
    row("table name with role",
        "audit\n  id bigint pk\n  target_table_name text\n  target_record_id bigint",
        "audit(target_record_id,target_table_name) > ?");
    row("class name", "audit\n  id bigint pk\n  object_class text\n  object_id bigint",
        "audit(object_id,object_class) > ?");
    row("model and foreign key, indexed",
        "i18n\n  id bigint pk\n  model varchar(60)\n  foreign_key bigint\n"
        "  index model, foreign_key",
        "i18n(foreign_key,model) > ?");
    row("bare entity", "log\n  id bigint pk\n  entity varchar\n  entity_id bigint",
        "log(entity_id,entity) > ?");
    row("unknown thing, indexed together",
        "reports\n  id bigint pk\n  about_type varchar\n  about_id bigint\n"
        "  index about_type, about_id",
        "reports(about_id,about_type) > ?");
    row("participle", "values\n  id bigint pk\n  customized_type varchar\n  customized_id bigint",
        "values(customized_id,customized_type) > ?");
    row("type alone beside an ability",
        "states\n  id bigint pk\n  blockable_id varchar(36)\n  type varchar(20)",
        "states(blockable_id,type) > ?");
    row("generic word that is also a table, indexed together",
        "items\n  id bigint pk\nversions\n  id bigint pk\n  item_type varchar\n"
        "  item_id bigint\n  index item_type, item_id",
        "versions(item_id,item_type) > ?");
    row("assigned to", "assets\n  id bigint pk\n  assigned_to bigint\n  assigned_type varchar",
        "assets(assigned_to,assigned_type) > ?");
    row("numbers for kinds", "events\n  eventid bigint pk\n  object integer\n  objectid bigint",
        "events(objectid,object) > ?");
    row("table of classes",
        "ClassName_\n  classNameId bigint pk\nAssetEntry\n  entryId bigint pk\n"
        "  classNameId bigint\n  classPK bigint",
        "AssetEntry(classPK,classNameId) > ?");
    row("access lists",
        "acl_class\n  id bigint pk\nacl_object_identity\n  id bigint pk\n"
        "  object_id_class bigint\n  object_id_identity varchar(36)\n"
        "  unique object_id_class, object_id_identity",
        "acl_object_identity(object_id_identity,object_id_class) > ?");
    row("ERP attachments",
        "att\n  id bigint pk\n  res_model varchar\n  res_id bigint\n  index res_model, res_id",
        "att(res_id,res_model) > ?");
    row("two of one table, each with its own",
        "e\n  id bigint pk\n  source_type varchar\n  source_id bigint\n  target_type varchar\n"
        "  target_id bigint",
        "e(source_id,source_type) > ?;e(target_id,target_type) > ?");
}

void TestPolymorphic::finds()
{
    QFETCH(QString, tables);
    QFETCH(QString, expected);
    const auto catalog = test::SchemaText::catalog(tables);
    QCOMPARE(asText(*catalog, polymorphicReferences(*catalog)), expected.split(QLatin1Char(';')));
}

void TestPolymorphic::leavesAlone_data()
{
    QTest::addColumn<QString>("tables");
    const auto row = [](const char* name, const char* tables) {
        QTest::newRow(name) << QString::fromUtf8(tables);
    };
    row("the type is an attribute of the product",
        "products\n  id bigint pk\nlines\n  id bigint pk\n  product_id bigint\n"
        "  product_type varchar");
    row("the same with a prefix",
        "shop_products\n  id bigint pk\nlines\n  id bigint pk\n  product_id bigint\n"
        "  product_type varchar");
    row("accounts exist", "accounts\n  id bigint pk\nmoves\n  id bigint pk\n  account_id bigint\n"
                          "  account_type varchar");
    row("with a role before it",
        "accounts\n  id bigint pk\nmoves\n  id bigint pk\n  payer_account_id bigint\n"
        "  payer_account_type varchar");
    row("status of the row", "orders\n  id bigint pk\n  customer_id bigint\n  status varchar");
    row("type of the row", "orders\n  id bigint pk\n  customer_id bigint\n  type varchar");
    row("own id and own type", "event_log\n  event_log_id bigint pk\n  event_log_type varchar");
    row("describes its own rows",
        "events\n  id bigint pk\n  event_id varchar\n  event_type varchar");
    row("thing without a table", "v\n  id bigint pk\n  device_id varchar\n  device_type varchar");
    row("lookup table of kinds",
        "contact_class\n  id bigint pk\nentity\n  id bigint pk\nentity_contact\n"
        "  entity_id bigint\n  contact_class_id bigint");
    row("mime type beside a reference",
        "mime_type\n  id bigint pk\nfiles\n  id bigint pk\n  ref_key bigint\n"
        "  mime_type_id bigint");
    row("number of a paper document",
        "p\n  id bigint pk\n  reference_no varchar(30)\n  reference_type varchar");
    row("name of the owner", "r\n  id bigint pk\n  owner varchar\n  owner_id bigint");
    row("name of the node", "c\n  id bigint pk\n  node_id varchar\n  node_name varchar");
    row("stable is no ability", "h\n  id bigint pk\n  stable_id varchar\n  type varchar");
    row("make of a car",
        "models\n  id bigint pk\ncars\n  id bigint pk\n  model varchar\n  model_id bigint");
    row("a date as type", "c\n  id bigint pk\n  owner_type date\n  owner_id bigint");
    row("a switch as type", "c\n  id bigint pk\n  owner_type boolean\n  owner_id bigint");
    row("a timestamp as id", "c\n  id bigint pk\n  owner_type text\n  owner_id timestamp");
    row("measure and its class", "t\n  id bigint pk\n  speed numeric\n  speedClass text");
    row("payload and its type", "t\n  id bigint pk\n  payload text\n  payloadType text");
    row("restaurants", "kinds\n  ResTypeID bigint\n  ResID bigint");
    row("MIME type", "uploads\n  id bigint pk\n  content_type varchar\n  user_id bigint");
    row("key and type of an attribute",
        "kv\n  entity_id bigint\n  attribute_type integer\n  attribute_key integer\n"
        "  index attribute_type, attribute_key");
}

void TestPolymorphic::leavesAlone()
{
    QFETCH(QString, tables);
    const auto catalog = test::SchemaText::catalog(tables);
    QCOMPARE(asText(*catalog, polymorphicReferences(*catalog)), QStringList());
}

void TestPolymorphic::readsTypeValues_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* value, const char* expected) {
        QTest::newRow(value) << QString::fromUtf8(value) << QString::fromUtf8(expected);
    };
    row("Post", "blog_posts");
    row("BlogPost", "blog_posts");
    row("blog_post", "blog_posts");
    row("blog_posts", "blog_posts");
    row("BLOG_POSTS", "blog_posts");
    row("blog.post", "blog_posts");
    row("Blog::Post", "blog_posts");
    row("App\\Models\\BlogPost", "blog_posts");
    row("App\\Models\\Customer", "customers");
    row("com.example.domain.Customer", "customers");
    row("CustomerEntity", "customers");
    row("public.customers", "customers");
    row("Category", "categories");
    row("address", "addresses");
    row("Person", "people");
    row("order", "tmp_orders");
    row("kb_article", "KnowledgeArticles");
    row("KnowledgeArticle", "KnowledgeArticles");
    row("Admin::Page", "admin_pages");
    row("Page", "pages");
    row("Item", "?"); // order_items or cart_items
    row("voucher", "?");
    row("shop_user", "?");
    row("1", "?");
    row("", "?");
    row("::", "?");
}

void TestPolymorphic::readsTypeValues()
{
    QFETCH(QString, value);
    QFETCH(QString, expected);
    const auto catalog = catalogFromText(R"(
blog_posts
  id bigint pk
customers
  id bigint pk
categories
  id bigint pk
addresses
  id bigint pk
people
  id bigint pk
tmp_orders
  id bigint pk
KnowledgeArticles
  id bigint pk
pages
  id bigint pk
admin_pages
  id bigint pk
order_items
  id bigint pk
cart_items
  id bigint pk
notes
  id bigint pk
)");
    const InferenceScope scope = inferenceScope(*catalog);
    const TableNames names(*catalog, scope);
    const auto table = names.meantBy(value, tableNamed(*catalog, QStringLiteral("notes")));
    QCOMPARE(table ? catalog->table(*table).name : QStringLiteral("?"), expected);
}

void TestPolymorphic::namesTargetsFromValues()
{
    const auto catalog = test::SchemaText::catalog(
        QString(QString::fromUtf8(posts) +
                QStringLiteral("c\n  id bigint pk\n  owner_id bigint\n  owner_type varchar\n")));
    const ColumnId type = columnNamed(*catalog, QStringLiteral("c"), QStringLiteral("owner_type"));
    PolymorphicOptions options;
    options.typeValues.insert(type, {QStringLiteral("Post"), QStringLiteral("Voucher")});
    const QHash<ColumnId, QStringList> allowed{
        {type, {QStringLiteral("Photo"), QStringLiteral("Post")}}};
    options.allowed = &allowed;
    QCOMPARE(asText(*catalog, polymorphicReferences(*catalog, options)),
             QStringList{QStringLiteral(
                 "c(owner_id,owner_type) > Post=posts.id Voucher=? Photo=photos.id")});
}

void TestPolymorphic::namesTargetsFromWords_data()
{
    QTest::addColumn<QString>("comment");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* comment, const char* expected) {
        QTest::newRow(comment) << QString::fromUtf8(comment) << QString::fromUtf8(expected);
    };
    row("Post or Photo", "Post=posts.id Photo=photos.id");
    row("what it belongs to: posts, photos, or videos", "posts=posts.id photos=photos.id");
    row("'App\\Models\\Post' for now", "App\\Models\\Post=posts.id");
    row("Post|Photo|Comment", "Post=posts.id Photo=photos.id");
    row("the post it hangs on", "?");
    row("a post, a letter, anything", "?");
    row("red, green, blue", "?");
    row("", "?");
}

void TestPolymorphic::namesTargetsFromWords()
{
    QFETCH(QString, comment);
    QFETCH(QString, expected);
    const auto catalog = test::SchemaText::catalog(
        QString(QString::fromUtf8(posts) +
                QStringLiteral("c\n  id bigint pk\n  owner_id bigint\n  owner_type varchar") +
                (comment.isEmpty() ? QString() : QString(QStringLiteral(" // ") + comment))));
    QCOMPARE(asText(*catalog, polymorphicReferences(*catalog)),
             QStringList{QString(QStringLiteral("c(owner_id,owner_type) > ") + expected)});
}

void TestPolymorphic::namesTargetsFromSql()
{
    const auto catalog = test::SchemaText::catalog(QString(
        QString::fromUtf8(posts) +
        QStringLiteral("c\n  id bigint pk\n  thing bigint\n  sort varchar\n  state varchar\n")));
    const auto column = [&](const char* table, const char* name) {
        return columnNamed(*catalog, QString::fromUtf8(table), QString::fromUtf8(name));
    };
    SqlReading sql;
    SqlJoin join;
    join.left = {column("c", "thing")};
    join.right = {column("posts", "id")};
    join.literals = {{column("c", "sort"), QStringLiteral("P")},
                     {column("c", "state"), QStringLiteral("open")}};
    sql.joins.push_back(join);
    PolymorphicOptions options;
    options.sql = &sql;
    // one join under a condition is an ordinary join
    QCOMPARE(asText(*catalog, polymorphicReferences(*catalog, options)), QStringList());
    // the other way round, another value, another table
    join.left = {column("photos", "id")};
    join.right = {column("c", "thing")};
    join.literals.front().value = QStringLiteral("F");
    sql.joins.push_back(join);
    QCOMPARE(asText(*catalog, polymorphicReferences(*catalog, options)),
             QStringList{QStringLiteral("c(thing,sort) > P=posts.id F=photos.id")});
}

void TestPolymorphic::takesCommentsAtTheirWord()
{
    const auto catalog = test::SchemaText::catalog(
        QString(QString::fromUtf8(posts) +
                QStringLiteral("c\n  id bigint pk\n  thing bigint\n  sort varchar\n")));
    CommentReading comments;
    CommentReference reference;
    reference.child = tableNamed(*catalog, QStringLiteral("c"));
    reference.childColumns = {columnNamed(*catalog, QStringLiteral("c"), QStringLiteral("thing"))};
    reference.whenColumn = columnNamed(*catalog, QStringLiteral("c"), QStringLiteral("sort"));
    reference.target = {tableNamed(*catalog, QStringLiteral("posts")),
                        {columnNamed(*catalog, QStringLiteral("posts"), QStringLiteral("id"))},
                        QStringLiteral("1")};
    reference.isTag = true;
    comments.references = {reference};
    PolymorphicOptions options;
    options.comments = &comments;
    const auto found = polymorphicReferences(*catalog, options);
    QCOMPARE(asText(*catalog, found), QStringList{QStringLiteral("c(thing,sort) > 1=posts.id")});
    QVERIFY(found.front().confidence > 0.9);
}

void TestPolymorphic::valuesThatAreNoTablesSpeakAgainst()
{
    const auto catalog = test::SchemaText::catalog(
        QString(QString::fromUtf8(posts) +
                QStringLiteral("c\n  id bigint pk\n  owner_id bigint\n  owner_type varchar\n")));
    const ColumnId type = columnNamed(*catalog, QStringLiteral("c"), QStringLiteral("owner_type"));
    const double before = polymorphicReferences(*catalog).front().confidence;
    PolymorphicOptions options;
    options.typeValues.insert(type, {QStringLiteral("private"), QStringLiteral("public")});
    QVERIFY(polymorphicReferences(*catalog, options).front().confidence < 0.5);
    options.typeValues[type] = QStringList{QStringLiteral("post"), QStringLiteral("photo")};
    QVERIFY(polymorphicReferences(*catalog, options).front().confidence > before);
}

void TestPolymorphic::leavesDeclaredKeysAlone()
{
    const auto catalog = test::SchemaText::catalog(QString(
        QString::fromUtf8(posts) +
        QStringLiteral("c\n  id bigint pk\n  owner_id bigint > posts.id\n  owner_type varchar\n")));
    QVERIFY(polymorphicReferences(*catalog).empty());
    PolymorphicOptions options;
    options.hideDeclared = true;
    QCOMPARE(polymorphicReferences(*catalog, options).size(), std::size_t(1));
}

void TestPolymorphic::leavesCopiesAndViewsAlone()
{
    const auto catalog = catalogFromText(R"(
notes
  id bigint pk
  owner_id bigint
  owner_type varchar
notes_backup_2019
  id bigint
  owner_id bigint
  owner_type varchar
view v_notes
  id bigint
  owner_id bigint
  owner_type varchar
)");
    QCOMPARE(asText(*catalog, polymorphicReferences(*catalog)),
             QStringList{QStringLiteral("notes(owner_id,owner_type) > ?")});
}

void TestPolymorphic::takesBadInput()
{
    QVERIFY(polymorphicReferences(Catalog()).empty());
    QString wide = QStringLiteral("wide\n");
    for (int i = 0; i < 800; ++i)
        wide += QStringLiteral("  thing%1_id bigint\n  thing%1_type varchar\n").arg(i);
    QVERIFY(polymorphicReferences(*test::SchemaText::catalog(wide)).size() <= 800);
    const auto odd = catalogFromText(R"(
_
  _ bigint
  type varchar
  id bigint
  __ varchar
таблица
  объект_тип varchar
  объект_id bigint
類型
  類型 varchar
  😀_type varchar
  😀_id bigint
only_one
  type varchar
)");
    QCOMPARE(asText(*odd, polymorphicReferences(*odd)),
             QStringList{QStringLiteral("таблица(объект_id,объект_тип) > ?")});
}

void TestPolymorphic::givesReasons()
{
    const auto catalog = catalogFromText(R"(
notes
  id bigint pk
  owner_id bigint
  owner_type varchar
  unique owner_type, owner_id
)");
    const Relationship found = polymorphicReferences(*catalog).front();
    QCOMPARE(found.origin, RelationshipOrigin::Inferred);
    QCOMPARE(found.childEnd, Cardinality::ZeroOrOne); // unique together
    QCOMPARE(found.parentEnd, Cardinality::ZeroOrOne);
    QCOMPARE(found.evidence.front().sentence,
             QStringLiteral("one key or index holds `owner_type` and `owner_id` side by side"));
    for (const Evidence& evidence : found.evidence)
        QVERIFY(!evidence.sentence.isEmpty() && !evidence.signal.isEmpty());
}

void TestPolymorphic::findsThoseOfTheSample()
{
    const QString path = QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite");
    const Catalog catalog = test::catalogOf(path);
    PolymorphicOptions options;
    const auto readValues = [&](const char* table, const char* column) {
        QStringList& values = options.typeValues[columnNamed(catalog, QString::fromLatin1(table),
                                                             QString::fromLatin1(column))];
        const QByteArray statement =
            QByteArray("SELECT DISTINCT ") + column + " FROM " + table + " ORDER BY 1";
        sqlite3* handle = nullptr;
        QCOMPARE(sqlite3_open_v2(path.toUtf8().constData(), &handle, SQLITE_OPEN_READONLY, nullptr),
                 SQLITE_OK);
        sqlite3_exec(
            handle, statement.constData(),
            [](void* list, int, char** row, char**) {
                static_cast<QStringList*>(list)->append(QString::fromUtf8(row[0]));
                return 0;
            },
            &values, nullptr);
        sqlite3_close(handle);
    };
    readValues("notifications", "resource_type");
    readValues("attachments", "owner_type");
    readValues("ticketMessages", "authorType");
    readValues("audit_log", "table_name");
    QCOMPARE(asText(catalog, polymorphicReferences(catalog, options)),
             (QStringList{
                 QStringLiteral("attachments(owner_id,owner_type) > "
                                "KnowledgeArticle=KnowledgeArticles.ArticleId "
                                "ReturnRequest=ReturnRequests.ReturnRequestId Ticket=tickets.id "
                                "TicketMessage=ticketMessages.messageId"),
                 QStringLiteral("audit_log(row_id,table_name) > customers=customers.id "
                                "invoices=invoices.id products=products.id shop_user=? "
                                "tmp_orders=tmp_orders.id"),
                 QStringLiteral("notifications(resource_id,resource_type) > invoice=invoices.id "
                                "order=tmp_orders.id shipment=shipments.id ticket=tickets.id "
                                "voucher=?"),
                 QStringLiteral("ticketMessages(authorId,authorType) > agent=agents.id "
                                "customer=customers.id"),
             }));
    // from the catalog alone the same pairs; checks name what two of them may be
    const auto allowed = allowedValues(catalog);
    PolymorphicOptions names;
    names.allowed = &allowed;
    QCOMPARE(asText(catalog, polymorphicReferences(catalog, names)),
             (QStringList{
                 QStringLiteral("attachments(owner_id,owner_type) > Ticket=tickets.id "
                                "TicketMessage=ticketMessages.messageId "
                                "ReturnRequest=ReturnRequests.ReturnRequestId "
                                "KnowledgeArticle=KnowledgeArticles.ArticleId"),
                 QStringLiteral("audit_log(row_id,table_name) > ?"),
                 QStringLiteral("notifications(resource_id,resource_type) > ?"),
                 QStringLiteral("ticketMessages(authorId,authorType) > agent=agents.id "
                                "customer=customers.id"),
             }));
}

QTEST_APPLESS_MAIN(TestPolymorphic)
#include "tst_polymorphic.moc"

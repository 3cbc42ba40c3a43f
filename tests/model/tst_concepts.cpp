// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Concepts: spellings and roles of what is pointed at, types in use, and the census of keys.
#include "model/relations/concepts.h"

#include "model/relations/key_census.h"
#include "model/relations/reference_roles.h"
#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;

class tst_Concepts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rolesAreTold_data();
    void rolesAreTold();
    void sharedPrefixIsNoRole();
    void spellingsAreCounted();
    void typesAreCounted();
    void whatIsNotAcceptedIsNotCounted();
    void keysAreCounted();
};

namespace {

ColumnId columnNamed(const Catalog& catalog, const QString& name)
{
    const auto found = catalog.resolve(name);
    if (!found || found->kind != ObjectKind::Column)
        qFatal("no column %s", qPrintable(name));
    return ColumnId{found->index};
}

Relationship guess(const Catalog& catalog, const QString& child, const QString& parent)
{
    const ColumnId from = columnNamed(catalog, child);
    const ColumnId to = columnNamed(catalog, parent);
    Relationship relationship;
    relationship.origin = RelationshipOrigin::Inferred;
    relationship.confidence = 0.8;
    relationship.child = catalog.column(from).table;
    relationship.childColumns = {from};
    relationship.targets = {{catalog.column(to).table, {to}, {}}};
    return relationship;
}

/// Tables with one reference each to users.id, of these names and types.
struct References
{
    std::shared_ptr<const Catalog> catalog;
    std::vector<Relationship> relationships;
};

References referencesOf(const QList<std::pair<QString, QString>>& columns)
{
    QString text = QStringLiteral("users\n  id bigint pk\n");
    for (qsizetype i = 0; i < columns.size(); ++i)
        text += QStringLiteral("t%1\n  pk bigint\n  \"%2\" %3\n")
                    .arg(i)
                    .arg(columns[i].first, columns[i].second)
                    .remove(QLatin1Char('"'));
    References references{test::SchemaText::catalog(text), {}};
    for (qsizetype i = 0; i < columns.size(); ++i)
        references.relationships.push_back(
            guess(*references.catalog,
                  QStringLiteral("t%1.%2").arg(i).arg(quotedKeyPart(columns[i].first)),
                  QStringLiteral("users.id")));
    return references;
}

} // namespace

void tst_Concepts::rolesAreTold_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("role");
    const auto row = [](const char* column, const char* table, const char* role) {
        QTest::addRow("%s -> %s", column, table)
            << QString::fromUtf8(column) << QString::fromUtf8(table) << QString::fromUtf8(role);
    };
    row("user_id", "users", "");
    row("userId", "users", "");
    row("UserID", "users", "");
    row("userid", "users", "");
    row("users_id", "users", "");
    row("user", "users", "");
    row("owner_user_id", "users", "owner");
    row("ownerUserId", "users", "owner");
    row("owneruserid", "users", "owner");
    row("created_by", "users", "created by");
    row("author_id", "users", "author");
    row("id", "users", "");
    row("billing_address_id", "customer_addresses", "billing");
    row("order_item_id", "order_items", "");
    row("parent_order_item_id", "order_items", "parent");
    row("item_id", "order_items", "");
    row("user_id", "auth_user", "");
    row("parent_id", "categories", "parent");
    row("category_id", "categories", "");
    row("add_on_id", "add_ons", "");
    row("id_policy", "tpolicies", "");
    row("id_agent_source", "tpolicies", "agent source");
    row("target_id", "tpolicies", "target");
    row("_", "users", "");
    row("категория_id", "категории", "категория");
    row("parent_category_id", "categories", "parent");
}

void tst_Concepts::rolesAreTold()
{
    QFETCH(QString, column);
    QFETCH(QString, table);
    QFETCH(QString, role);
    const auto catalog = test::SchemaText::catalog(
        QStringLiteral("%1\n  id bigint pk\n  x text\nchildren\n  pk bigint\n  %2 bigint\n")
            .arg(table, column));
    const ColumnId key = columnNamed(*catalog, QString(table + QStringLiteral(".id")));
    const ColumnId child =
        columnNamed(*catalog, QString(QStringLiteral("children.") + quotedKeyPart(column)));
    ReferenceRoles roles(*catalog);
    QCOMPARE(roles.roleOf(child, key), role);
}

void tst_Concepts::sharedPrefixIsNoRole()
{
    const auto catalog =
        test::catalogFromText("item\n  i_item_sk bigint pk\n  i_name text\n  i_x text\n"
                              "store_sales\n  ss_item_sk bigint\n  ss_a int\n"
                              "  ss_b int\n"
                              "mixed\n  ss_item_sk bigint\n  b int\n  c int\n");
    ReferenceRoles roles(*catalog);
    const ColumnId key = columnNamed(*catalog, QStringLiteral("item.i_item_sk"));
    QCOMPARE(roles.roleOf(columnNamed(*catalog, QStringLiteral("store_sales.ss_item_sk")), key),
             QString());
    QCOMPARE(roles.roleOf(columnNamed(*catalog, QStringLiteral("mixed.ss_item_sk")), key),
             QStringLiteral("ss"));
}

void tst_Concepts::spellingsAreCounted()
{
    const QString number = QStringLiteral("bigint");
    const References references = referencesOf({{QStringLiteral("user_id"), number},
                                                {QStringLiteral("userId"), number},
                                                {QStringLiteral("user_id"), number},
                                                {QStringLiteral("UserID"), number},
                                                {QStringLiteral("owner_user_id"), number},
                                                {QStringLiteral("created_by"), number},
                                                {QStringLiteral("created_by"), number}});
    const auto found = findConcepts(*references.catalog, references.relationships);
    QCOMPARE(static_cast<int>(found.size()), 1);
    QCOMPARE(found.front().count, 7);
    QCOMPARE(conceptSentence(*references.catalog, found.front()),
             QStringLiteral("users: user_id 2, UserID 1, userId 1; created by: created_by 2; "
                            "owner: owner_user_id 1"));
    QCOMPARE(differingTypes(found.front()), 0);
}

void tst_Concepts::typesAreCounted()
{
    const References references =
        referencesOf({{QStringLiteral("user_id"), QStringLiteral("bigint")},
                      {QStringLiteral("user_id"), QStringLiteral("integer")},
                      {QStringLiteral("user_id"), QStringLiteral("bigint")},
                      {QStringLiteral("user_id"), QStringLiteral("character(36)")}});
    const auto found = findConcepts(*references.catalog, references.relationships);
    const std::vector<ConceptType> expected{
        {QStringLiteral("bigint"), 2, KeyTypeFit::Declarable},
        {QStringLiteral("character(36)"), 1, KeyTypeFit::TypesDiffer},
        {QStringLiteral("integer"), 1, KeyTypeFit::Declarable}};
    QVERIFY(found.front().types == expected);
    QCOMPARE(differingTypes(found.front()), 1);
}

void tst_Concepts::whatIsNotAcceptedIsNotCounted()
{
    const References references =
        referencesOf({{QStringLiteral("user_id"), QStringLiteral("bigint")}});
    const auto countOf = [&](const std::function<void(Relationship&)>& change) {
        std::vector<Relationship> relationships = references.relationships;
        change(relationships.front());
        return static_cast<int>(findConcepts(*references.catalog, relationships).size());
    };
    QCOMPARE(countOf([](Relationship&) {}), 1);
    QCOMPARE(countOf([](Relationship& r) { r.confidence = 0.4; }), 0);
    QCOMPARE(countOf([](Relationship& r) { r.origin = RelationshipOrigin::Rejected; }), 0);
    QCOMPARE(countOf([](Relationship& r) { r.typeColumn = r.childColumns.front(); }), 0);
    QCOMPARE(countOf([](Relationship& r) { r.targets.front().columns.clear(); }), 0);
    QCOMPARE(countOf([](Relationship& r) {
                 r.origin = RelationshipOrigin::Confirmed;
                 r.confidence = 0;
             }),
             1);
    QVERIFY(findConcepts(Catalog(), {}).empty());
}

void tst_Concepts::keysAreCounted()
{
    const auto catalog =
        test::catalogFromText("a\n  id bigint pk\nb\n  id bigint pk\nc\n  id uuid pk\n"
                              "d\n  name text\n"
                              "partition a_1 of a\n  id bigint pk\n"
                              "view v\n  id bigint\n");
    const KeyCensus census = keyCensus(*catalog);
    const std::vector<TableKeyCount> keys{
        {TableKey::Number, 2}, {TableKey::Uuid, 1}, {TableKey::None, 1}};
    QVERIFY(census.keys == keys);
    const std::vector<KeyTypeUse> types{{QStringLiteral("bigint"), 2}, {QStringLiteral("uuid"), 1}};
    QVERIFY(census.types == types);
    QVERIFY(keyCensus(Catalog()).keys.empty());
}

QTEST_APPLESS_MAIN(tst_Concepts)
#include "tst_concepts.moc"

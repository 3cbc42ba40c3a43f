// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Link tables: what the name of a table says of its two ends, and where it says nothing.
#include "model/relations/structure/link_tables.h"

#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;

namespace {

/// "user_id>users", one per candidate.
QStringList asText(const Catalog& catalog, const std::vector<LinkTableReference>& references)
{
    QStringList lines;
    for (const LinkTableReference& reference : references)
        lines << QString(catalog.column(reference.child).name + QLatin1Char('>') +
                         catalog.table(reference.parent).name);
    return lines;
}

const char* const ends = R"(
users
  id bigint pk
roles
  id bigint pk
artist
  id bigint pk
release
  id bigint pk
wp_terms
  id bigint pk
wp_posts
  id bigint pk
course_assessments
  id bigint pk
course_questions
  id bigint pk
categories
  id bigint pk
countries
  code varchar(2) pk
)";

} // namespace

class TestLinkTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void saysWhy();
    void leavesCopiesAlone();
};

void TestLinkTables::finds_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* table, const char* expected) {
        QTest::newRow(QByteArray(table).replace('\n', ' ').constData())
            << QString::fromUtf8(table) << QString::fromUtf8(expected);
    };
    row("users_roles\n  user_id bigint\n  role_id bigint", "user_id>users role_id>roles");
    row("role_user\n  role_id bigint\n  user_id bigint", "role_id>roles user_id>users");
    row("UsersRoles\n  UserId bigint\n  RoleId bigint", "UserId>users RoleId>roles");
    row("user_has_role\n  uid bigint\n  rid bigint", "uid>users rid>roles");
    row("user_role_map\n  id bigint pk\n  user_id bigint\n  role_id bigint\n  granted timestamp",
        "user_id>users role_id>roles");
    row("l_artist_release\n  id bigint pk\n  link bigint\n  entity0 bigint\n  entity1 bigint",
        "entity0>artist entity1>release");
    row("l_artist_artist\n  id bigint pk\n  entity0 bigint\n  entity1 bigint",
        "entity0>artist entity1>artist");
    row("wp_term_posts\n  term_id bigint\n  post_id bigint", "term_id>wp_terms post_id>wp_posts");
    row("course_assessment_questions\n  assessment_id bigint\n  question_id bigint",
        "assessment_id>course_assessments question_id>course_questions");
    row("category_closure\n  ancestor_id bigint\n  descendant_id bigint",
        "ancestor_id>categories descendant_id>categories");
    row("artist_relations\n  from_id bigint\n  to_id bigint", "from_id>artist to_id>artist");
    row("user_countries\n  user_id bigint\n  country_code varchar(2)",
        "user_id>users country_code>countries");
    // what must not be found
    row("users_logins\n  user_id bigint\n  login_id bigint", "");
    row("users_roles\n  user_id bigint\n  name text", "");
    row("users_roles\n  user_id timestamp\n  role_id timestamp", "");
    row("users_roles\n  user_id varchar(3)\n  role_id varchar(3)", "");
    row("category_tree\n  ancestor_id bigint\n  note_id bigint", "");
    row("role_history\n  from_id bigint\n  to_id bigint", "");
    row("artist_relations\n  user1 bigint\n  user2 bigint", "");
    row("l_artist_label\n  entity0 bigint\n  entity1 bigint", "");
    row("artist_release\n  id bigint pk\n  release_id bigint", "");
    row("plain\n  user_id bigint\n  role_id bigint", "");
}

void TestLinkTables::finds()
{
    QFETCH(QString, table);
    QFETCH(QString, expected);
    const auto catalog = test::SchemaText::catalog(QString(QString::fromUtf8(ends) + table));
    QCOMPARE(asText(*catalog, linkTableReferences(*catalog)),
             expected.split(QLatin1Char(' '), Qt::SkipEmptyParts));
}

void TestLinkTables::saysWhy()
{
    const auto plain = test::SchemaText::catalog(
        QString(QString::fromUtf8(ends) +
                QStringLiteral("users_roles\n  user_id bigint\n  role_id bigint")));
    const auto unique = test::SchemaText::catalog(QString(
        QString::fromUtf8(ends) + QStringLiteral("users_roles\n  user_id bigint\n  role_id bigint\n"
                                                 "  unique user_id, role_id")));
    const Evidence before = linkTableReferences(*plain).front().evidence;
    const Evidence after = linkTableReferences(*unique).front().evidence;
    QCOMPARE(before.signal, QStringLiteral("link-table"));
    QCOMPARE(before.sentence, QStringLiteral("the name of users_roles joins users and roles"));
    QCOMPARE(after.sentence, QStringLiteral("the name of users_roles joins users and roles, and "
                                            "both ends together are unique"));
    QVERIFY(after.weight > before.weight);
}

void TestLinkTables::leavesCopiesAlone()
{
    const auto catalog = test::SchemaText::catalog(
        QString(QString::fromUtf8(ends) +
                QStringLiteral("users_roles\n  user_id bigint\n  role_id bigint\n"
                               "users_roles_backup\n  user_id bigint\n  role_id bigint\n"
                               "view role_users\n  user_id bigint\n  role_id bigint")));
    const auto found = linkTableReferences(*catalog);
    QCOMPARE(found.size(), std::size_t(2));
    QCOMPARE(catalog->table(catalog->column(found.front().child).table).name,
             QStringLiteral("users_roles"));
}

QTEST_APPLESS_MAIN(TestLinkTables)
#include "tst_link_tables.moc"

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Inference from end to end: how schemas name their references, and what only looks like one. Every
// row says all that is accepted, so that a relationship too many fails as one too few does.
#include "model/relations/inference.h"

#include "tests/support/inference_fixture.h"

#include <QTest>

using namespace cadastre;
using test::acceptedOf;
using test::catalogFromText;

class TestInference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepts_data();
    void accepts();
};

namespace {

void addRow(const char* name, const char* schema, const char* expected)
{
    QTest::newRow(name) << QString::fromUtf8(schema)
                        << QString::fromUtf8(expected).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

void addSpellings()
{
    addRow("snake case", R"(
customers
  id bigint pk
  name text
orders
  id bigint pk
  customer_id bigint
  total numeric
  note text
)",
           R"(orders.customer_id > customers.id)");
    addRow("camel case", R"(
customers
  id bigint pk
  name text
orders
  id bigint pk
  customerId bigint
  orderTotal numeric
)",
           R"(orders.customerId > customers.id)");
    addRow("pascal case", R"(
Customer
  CustomerId bigint pk
  Name text
Order
  OrderId bigint pk
  CustomerId bigint
  Total numeric
)",
           R"(Order.CustomerId > Customer.CustomerId)");
    addRow("upper case", R"(
CUSTOMERS
  ID bigint pk
  NAME text
ORDERS
  ID bigint pk
  CUSTOMER_ID bigint
  TOTAL numeric
)",
           R"(ORDERS.CUSTOMER_ID > CUSTOMERS.ID)");
    addRow("glued lower case", R"(
customers
  id bigint pk
  name text
orders
  id bigint pk
  customerid bigint
  total numeric
)",
           R"(orders.customerid > customers.id)");
    addRow("the key's own name", R"(
customer
  customer_id bigint pk
  name text
rental
  rental_id bigint pk
  customer_id bigint
  rental_date timestamp
)",
           R"(rental.customer_id > customer.customer_id)");
    addRow("uuid", R"(
customers
  id uuid pk
  name text
orders
  id uuid pk
  customer_uuid uuid
  index customer_uuid
  total numeric
)",
           R"(orders.customer_uuid > customers.id)");
    addRow("mark in front", R"(
role
  id_role bigint pk
  label text
account
  id_account bigint pk
  id_role bigint
  login text
)",
           R"(account.id_role > role.id_role)");
    addRow("bare name, a number", R"(
customers
  id bigint pk
  name text
orders
  id bigint pk
  customer bigint
  total numeric
)",
           R"(orders.customer > customers.id)");
    addRow("bare name, a text", R"(
customers
  id bigint pk
  name text
orders
  id bigint pk
  customer text
  total numeric
)",
           "");
}

void addColumnPrefixes()
{
    addRow("prefix of all columns", R"(
item
  i_item_sk bigint pk
  i_item_desc text
  i_brand text
store
  s_store_sk bigint pk
  s_store_name text
  s_manager text
store_sales
  ss_item_sk bigint
  ss_store_sk bigint
  ss_quantity integer
  ss_list_price numeric
  ss_coupon_amt numeric
)",
           R"(store_sales.ss_item_sk > item.i_item_sk
store_sales.ss_store_sk > store.s_store_sk)");
}

void addRoles()
{
    addRow("role words", R"(
addresses
  id bigint pk
  street text
users
  id bigint pk
  email text
orders
  id bigint pk
  billing_address_id bigint
  shipping_address_id bigint
  owner_user_id bigint
  address_count integer
)",
           R"(orders.billing_address_id > addresses.id
orders.shipping_address_id > addresses.id
orders.owner_user_id > users.id)");
    addRow("persons", R"(
users
  id bigint pk
  email text
documents
  id bigint pk
  title text
  author_id bigint
  created_by bigint
  reviewer_id bigint
  created_at timestamp
)",
           R"(documents.author_id > users.id
documents.created_by > users.id
documents.reviewer_id > users.id)");
    addRow("nobody to be the author", R"(
documents
  id bigint pk
  title text
  created_by text
  author text
pages
  id bigint pk
  body text
)",
           "");
    addRow("self references", R"(
categories
  id bigint pk
  name text
  parent_id bigint?
  index parent_id
employees
  id bigint pk
  name text
  manager_id bigint?
  reports_to bigint?
  index manager_id
  index reports_to
)",
           R"(categories.parent_id > categories.id
employees.manager_id > employees.id
employees.reports_to > employees.id)");
}

void addLinks()
{
    addRow("ends named by the link table", R"(
artist
  id bigint pk
  name text
release
  id bigint pk
  name text
label
  id bigint pk
  name text
l_artist_release
  id bigint pk
  entity0 bigint
  entity1 bigint
  unique entity0, entity1
  index entity1
l_artist_label
  id bigint pk
  entity0 bigint
  entity1 bigint
  unique entity0, entity1
  index entity1
)",
           R"(l_artist_label.entity0 > artist.id
l_artist_label.entity1 > label.id
l_artist_release.entity0 > artist.id
l_artist_release.entity1 > release.id)");
    addRow("link table", R"(
posts
  id bigint pk
  title text
tags
  id bigint pk
  label text
posts_tags
  post_id bigint
  tag_id bigint
  unique post_id, tag_id
)",
           R"(posts_tags.post_id > posts.id
posts_tags.tag_id > tags.id)");
}

void addLanguages()
{
    addRow("German", R"(
konten
  id bigint pk
  bezeichnung text
häuser
  id bigint pk
  farbe text
buchungen
  id bigint pk
  konto_id bigint
  betrag numeric
)",
           R"(buchungen.konto_id > konten.id)");
    addRow("Spanish", R"(
clientes
  id bigint pk
  nombre text
direcciones
  id bigint pk
  calle text
pedidos
  id bigint pk
  cliente_id bigint
  direccion_id bigint
  fecha date
)",
           R"(pedidos.cliente_id > clientes.id
pedidos.direccion_id > direcciones.id)");
    addRow("Cyrillic", R"(
клиенты
  id bigint pk
  имя text
заказы
  id bigint pk
  клиент_id bigint
  сумма numeric
)",
           R"(заказы.клиент_id > клиенты.id)");
    addRow("Greek", R"(
πελάτης
  id bigint pk
  όνομα text
παραγγελία
  id bigint pk
  πελάτης_id bigint
  ποσό numeric
)",
           R"(παραγγελία.πελάτης_id > πελάτης.id)");
    addRow("Chinese", R"(
客户
  id bigint pk
  姓名 text
订单
  id bigint pk
  客户_id bigint
  金额 numeric
)",
           R"(订单.客户_id > 客户.id)");
}

void addWhatIsNone()
{
    addRow("id = id", R"(
apples
  id bigint pk
  colour text
bridges
  id bigint pk
  length numeric
clouds
  id bigint pk
  height numeric
)",
           "");
    addRow("types differ", R"(
customers
  id bigint pk
  name text
orders
  id bigint pk
  customer_id timestamp
  customer_json jsonb
  customer_flag boolean
)",
           "");
    addRow("identifiers of others", R"(
customers
  id bigint pk
  name text
payments
  id bigint pk
  stripe_charge_id text
  external_id text
  session_id text
  customer_name text
)",
           "");
}

} // namespace

void TestInference::accepts_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QStringList>("expected");
    addSpellings();
    addColumnPrefixes();
    addRoles();
    addLinks();
    addLanguages();
    addWhatIsNone();
}

void TestInference::accepts()
{
    QFETCH(QString, schema);
    QFETCH(QStringList, expected);
    const auto catalog = test::SchemaText::catalog(schema);
    const auto found = inferRelationships(*catalog, {});
    const QStringList accepted = test::acceptedTexts(*catalog, found);
    if (accepted != expected)
        qWarning().noquote() << test::explainedText(*catalog, found);
    QCOMPARE(accepted, expected);
}

QTEST_APPLESS_MAIN(TestInference)
#include "tst_inference.moc"

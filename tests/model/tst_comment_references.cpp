// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What comments say of references: tags, words in several languages, names of nothing.
#include "model/relations/sql/comment_references.h"

#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;

namespace {

const char* const schema = R"(
customers
  id integer pk
  email text unique
  name text
tmp_orders
  id integer pk
  status text
variants
  product_id integer
  no integer
  unique product_id, no
pairs
  a integer
  b integer
billing.invoices
  id integer pk
notes
  id integer pk
  product_id integer
  variant integer
  kind text
  x integer
  no integer
)";

/// With one comment, of `notes.x` or of the table.
std::shared_ptr<const Catalog> catalogWith(const QString& comment, bool ofTable)
{
    CatalogObjects objects = test::SchemaText::source(QString::fromUtf8(schema)).objects;
    for (Constraint& constraint : objects.constraints) {
        if (objects.tables[constraint.table.index].name == QLatin1String("variants"))
            constraint.kind = ConstraintKind::PrimaryKey;
    }
    for (Table& table : objects.tables) {
        if (table.name == QLatin1String("notes") && ofTable)
            table.comment.text = comment;
    }
    for (Column& column : objects.columns) {
        if (column.name == QLatin1String("x") && !ofTable)
            column.comment.text = comment;
    }
    return std::make_shared<const Catalog>(
        mergeSources({std::make_shared<const SourceCatalog>(finishSource(objects))}));
}

QString textOf(const Catalog& catalog, const CommentReference& reference)
{
    const auto names = [&](const std::vector<ColumnId>& columns) {
        QStringList texts;
        for (ColumnId id : columns)
            texts << catalog.displayName(id);
        return texts.join(QLatin1Char('+'));
    };
    QString text =
        names(reference.childColumns) + QStringLiteral(" > ") + names(reference.target.columns);
    if (reference.whenColumn)
        text += QStringLiteral(" when %1=%2")
                    .arg(catalog.displayName(*reference.whenColumn), reference.target.typeValue);
    return reference.isTag ? QString(QLatin1Char('@') + text) : text;
}

QString textOf(const Catalog& catalog)
{
    QStringList texts;
    const CommentReading reading = commentReferences(catalog);
    for (const CommentReference& reference : reading.references)
        texts << textOf(catalog, reference);
    for (const CommentMisstatement& said : reading.misstatements)
        texts << (said.isTag ? QStringLiteral("@") : QString()) + said.sentence;
    return texts.join(QLatin1String("; "));
}

void row(const char* comment, const char* expected, bool ofTable = false)
{
    QTest::addRow("%s%s", ofTable ? "table: " : "", comment)
        << QString::fromUtf8(comment) << QString::fromUtf8(expected) << ofTable;
}

} // namespace

class TestCommentReferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comments_data();
    void comments();
    void phrases();
};

void TestCommentReferences::comments_data()
{
    QTest::addColumn<QString>("comment");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<bool>("ofTable");
    const char* const customer = "notes.x > customers.id";
    // tags
    row("@references customers(id)", "@notes.x > customers.id");
    row("Who wrote it.\n@private\n@references customers(id)\n\n@see http://x",
        "@notes.x > customers.id");
    row("@references public.customers", "@notes.x > customers.id");
    row("@references billing.invoices(id) when kind='Invoice'",
        "@notes.x > billing.invoices.id when notes.kind=Invoice");
    row("@references customers(id) when kind='It''s'\n@references tmp_orders(id) when kind='Order'",
        "@notes.x > customers.id when notes.kind=It's; @notes.x > tmp_orders.id when "
        "notes.kind=Order");
    row("@references \"customers\"(\"id\")", "@notes.x > customers.id");
    row("@references variants(product_id, no)", "", false);
    row("@references variants(product_id, no)",
        "@notes.product_id+notes.no > variants.product_id+variants.no", true);
    row("@foreignKey (product_id, variant) references variants (product_id, no)",
        "@notes.product_id+notes.variant > variants.product_id+variants.no", true);
    row("@foreignKey (x) references billing.invoices|@fieldName bill\nWords.",
        "@notes.x > billing.invoices.id", true);
    row("@foreignKey (x, no) references customers (id)", "", true);
    row("@references carrier_list(code)", "@names `carrier_list`, which is not in this database");
    row("@references customers(nr)", "@names `nr`, which `customers` does not have");
    row("@references customers(id) when sort='a'", "@names `sort`, which is not in this database");
    row("@foreignKey (nix) references customers (id)",
        "@names `nix`, which is not in this database", true);
    row("@references customers(id)\nand then words", customer); // words, not a tag
    row("@referencesX customers(id)", "");
    row("@references", "");
    // words
    row("FK to customers.id", customer);
    row("FK: customers(id)", customer);
    row("FK customers.", customer);
    row("Foreign key to the table customers", customer);
    row("foreign-key of public.customers.id, since 2014", customer);
    row("No foreign key to customers.id because of the old shop", customer);
    row("Customer of the note. References customers.id.", customer);
    row("references `customers`", customer);
    row("refers to customers.email", "notes.x > customers.email");
    row("Points to Customers.ID", customer);
    row("-> customers(id)", customer);
    row("→ customers.id", customer);
    row("see customers.id", customer);
    row("customers.id", customer);
    row("billing.invoices.id", "notes.x > billing.invoices.id");
    row("FK to billing.invoices", "notes.x > billing.invoices.id");
    row("Fremdschlüssel auf customers.id", customer);
    row("Verweist auf die Tabelle customers", customer);
    row("Clé étrangère vers customers.id", customer);
    row("clave foránea a customers(id)", customer);
    row("chave estrangeira para customers", customer);
    row("внешний ключ на customers.id", customer);
    row("外键 customers.id", customer);
    row("FK to customers.id or references tmp_orders.id",
        "notes.x > customers.id; notes.x > tmp_orders.id");
    row("FK to carrier_list.code", "names `carrier_list`, which is not in this database");
    row("FK to carrier_list", "names `carrier_list`, which is not in this database");
    row("references customers.nr", "names `nr`, which `customers` does not have");
    // what must not be found
    row("Number of references in the text", "");
    row("references the user guide", "");
    row("Foreign key", "");
    row("FK", "");
    row("see customers", "");
    row("see customers.name", "");
    row("see tmp_orders.status", "");
    row("see config.yml", "");
    row("0 -> none, 1 -> customers", "");
    row("customers", "");
    row("does not reference customers.id", "");
    row("never points to customers", "");
    row("Loyalty points, links, refs of customers", "");
    row("FK to pairs", "");
    row("references notes.x", "");
    row("", "");
}

void TestCommentReferences::comments()
{
    QFETCH(QString, comment);
    QFETCH(bool, ofTable);
    QTEST(textOf(*catalogWith(comment, ofTable)), "expected");
}

void TestCommentReferences::phrases()
{
    const CommentReading reading = commentReferences(
        *catalogWith(QStringLiteral("The carrier.\nFK   to\tcustomers.id (since 2014)"), false));
    QCOMPARE(reading.references.front().phrase, QStringLiteral("FK to customers.id"));
    QVERIFY(!reading.references.front().isTag);
    const QString tag = QStringLiteral("@references customers(id)");
    QCOMPARE(commentReferences(*catalogWith(tag, false)).references.front().phrase, tag);
}

QTEST_APPLESS_MAIN(TestCommentReferences)
#include "tst_comment_references.moc"

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Comments against the catalog: what is no longer true, beside what must not be found.
#include "model/notes/comment_checks.h"
#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

class TestCommentChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void column_data();
    void column();
    void table_data();
    void table();
    void looksAtWhatIsStaged();
    void saysNothingOfWhatWasNotRead();
    void valuesAgainstData();
    void conventionsAndOwners();
    void viewsOfMariaDbRepeatComments();
};

namespace {

const QString schema = QStringLiteral("customers\n"
                                      "  id integer pk\n"
                                      "  customer_no text unique\n"
                                      "carriers\n"
                                      "  code text pk\n"
                                      "orders\n"
                                      "  id integer pk\n"
                                      "  c COLUMN_TYPE\n"
                                      "  kind text\n"
                                      "  step text\n");

Constraint checkOn(const CatalogObjects& objects, const char* column, const char* expression)
{
    Constraint check;
    check.kind = ConstraintKind::Check;
    check.expression = QString::fromLatin1(expression);
    for (std::size_t i = 0; i < objects.columns.size(); ++i) {
        if (objects.columns[i].name == QLatin1String(column)) {
            check.table = objects.columns[i].table;
            check.columns = {ColumnId{static_cast<int>(i)}};
        }
    }
    check.name = QString::fromLatin1(column);
    return check;
}

Column& columnOf(CatalogObjects& objects, const char* name)
{
    return *std::ranges::find(objects.columns, QString::fromLatin1(name), &Column::name);
}

std::shared_ptr<const Catalog> finished(CatalogObjects objects)
{
    auto part = std::make_shared<const SourceCatalog>(finishSource(std::move(objects)));
    return std::make_shared<const Catalog>(mergeSources({part}));
}

/// orders.c of this type, with this comment and CHECK; `kind` allows a, b and c.
CatalogObjects objectsWith(const QString& type, const char* check, const QString& comment)
{
    QString text = schema;
    CatalogObjects objects =
        SchemaText::source(text.replace(QStringLiteral("COLUMN_TYPE"), QStringLiteral("text")))
            .objects;
    columnOf(objects, "c").type = type;
    columnOf(objects, "c").comment.text = comment;
    if (*check != 0)
        objects.constraints.push_back(checkOn(objects, "c", check));
    objects.constraints.push_back(checkOn(objects, "kind", "kind IN ('order', 'gift', 'loan')"));
    return objects;
}

QString problemsOf(const CommentedCatalog& commented, const Conventions& conventions = {},
                   const Boundaries& boundaries = {})
{
    QStringList lines;
    for (const CommentProblem& problem : checkComments(commented, conventions, boundaries)) {
        QString line(commentProblemName(problem.kind) + QStringLiteral(": ") + problem.sentence);
        if (!problem.suggestion.isEmpty())
            line += QString(QStringLiteral(" -> ") + problem.suggestion);
        lines << line;
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

void TestCommentChecks::column_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("check");
    QTest::addColumn<QString>("comment");
    QTest::addColumn<QString>("problems");
    const auto row = [](const char* name, const char* type, const char* check, const char* comment,
                        const char* problems) {
        QTest::newRow(name) << QString::fromUtf8(type) << QByteArray(check)
                            << QString::fromUtf8(comment) << QString::fromUtf8(problems);
    };
    const char* numbers = "c IN (1, 2, 3, 7)";
    row("all explained", "smallint", numbers, "@values 1=a, 2=b, 3=c, 7=d", "");
    row("one is missing", "smallint", numbers, "@values 1=a, 2=b, 3=c",
        "values differ: The CHECK allows 1, 2, 3 and 7; `@values` does not explain 7. -> @values "
        "1=a, 2=b, 3=c, 7");
    row("one is impossible", "smallint", numbers, "@values 1=a, 2=b, 3=c, 7=d, 8=e",
        "values differ: `@values` explains 8, which the CHECK does not allow. -> @values 1=a, 2=b, "
        "3=c, 7=d");
    row("a sentinel explains, too", "smallint", numbers,
        "@values 1=a, 2=b, 3=c\n@sentinel 7=unknown", "");
    row("two lists add up", "smallint", numbers, "@values 1=a, 2=b\n@values 3=c, 7=d", "");
    row("quotes and zeros", "smallint", numbers, "@values '1'=a, 02=b, 3=c, 7=d", "");
    row("a comma inside a meaning", "smallint", numbers,
        "@values 1=by post, or by hand, 2=b, 3=c, 7=d", "");
    row("the values of another column", "smallint", numbers, "@values order=a, gift=b, loan=c",
        "values differ: `@values` explains order, gift and loan, but the CHECK allows only 1, 2, 3 "
        "and 7. These are the values of `kind`. -> Swap the comment with that of `kind`.");
    row("words of another column", "smallint", numbers, "What it is: order, gift or loan.",
        "values differ: The words explain order, gift and loan, which are the values of `kind`; "
        "this column allows only 1, 2, 3 and 7. -> Swap the comment with that of `kind`.");
    row("words of both columns", "smallint", numbers, "1 order, 2 gift, 3 loan", "");
    row("no list, but a type", "smallint", "", "@values new=a, paid=b",
        "values differ: `@values` explains new and paid, but no smallint can be that.");
    row("ranges are values", "smallint", "", "@values 1-5=bad, 6..9=good, 10+=best", "");
    row("text takes anything", "text", "", "@values new=a, 1=b", "");
    row("text that is too short", "varchar(3)", "", "@values new=a, paid=b",
        "values differ: `@values` explains paid, but no varchar(3) can be that.");
    row("truth", "boolean", "", "@values t=yes, f=no, true=yes", "");

    row("a reference", "integer", "", "@references customers(id)", "");
    row("a reference to the key", "integer", "", "@references public.customers", "");
    row("a table that is not there", "integer", "", "@references clients(id)",
        "reference leads nowhere: `@references clients(id)`: there is no table `clients` in this "
        "database.");
    row("a column that is not there", "integer", "", "@references customers(nr)",
        "reference leads nowhere: `@references customers(nr)`: `customers` has no column `nr`.");
    row("when", "integer", "", "@references customers(id) when kind='order'", "");
    row("when of no value", "integer", "", "@references customers(id) when kind='orders'",
        "reference leads nowhere: `@references customers(id) when kind='orders'`: `kind` is never "
        "`orders`; it allows only order, gift and loan.");
    row("when of no column", "integer", "", "@references customers(id) when sort='order'",
        "reference leads nowhere: `@references customers(id) when sort='order'`: `orders` has no "
        "column `sort`.");
    row("unreadable", "integer", "", "@references -> the customers",
        "reference leads nowhere: `@references -> the customers` cannot be read; it is written as "
        "`[schema.]table(column)`.");

    row("FK to a missing table", "text", "", "FK to carrier_list.code",
        "name is not there: `FK to carrier_list.code`: there is no table `carrier_list` in this "
        "database. -> Perhaps `carriers` is meant.");
    row("FK to a table", "text", "", "FK to carriers.code", "");
    row("FK to a missing column", "text", "", "FK to carriers.coed",
        "name is not there: `FK to carriers.coed`: `carriers` has no column `coed`. -> Perhaps "
        "`code` is meant.");
    row("backticks", "text", "", "Copied from `customers.customer_nr`, see there.",
        "name is not there: `customers.customer_nr`: `customers` has no column `customer_nr`. -> "
        "Perhaps `customer_no` is meant.");
    row("a table in backticks", "text", "", "Filled from table `invoices` each night.",
        "name is not there: `table `invoices``: there is no table `invoices` in this database.");
    row("no names", "text", "",
        "Refers to customers.The rest is history; see orders.csv, www.orders.org, e.g. "
        "config.value, `foo`, http://orders.example.com/a.b, or references the manual.",
        "");
    row("what is denied", "text", "", "Does not reference clients.id.", "");

    row("a sentinel", "integer", "", "@sentinel -1=unknown, the parking place for imports", "");
    row("a sentinel that no number is", "integer", "", "@sentinel none=unknown",
        "sentinel does not fit: `@sentinel` names none, but no integer can be that.");
    row("a sentinel outside the CHECK", "smallint", numbers, "@sentinel 0=unknown",
        "sentinel does not fit: `@sentinel` names 0, but the column allows only 1, 2, 3 and 7.");
    row("a date", "date", "", "@sentinel 9999-12-31=open end, infinity=never", "");
    row("no date", "date", "", "@sentinel ASAP=soon",
        "sentinel does not fit: `@sentinel` names ASAP, but no date can be that.");

    row("a format of a text", "varchar(10)", "", "@format DD/MM/YYYY | YYYYMMDD", "");
    row("a format of a date", "date", "", "@format DD/MM/YYYY",
        "format does not fit: `@format DD/MM/YYYY` stands at a column of type date, which has a "
        "format of its own.");
    row("a format that does not fit in", "varchar(8)", "", "@format DD/MM/YYYY",
        "format does not fit: `@format` cannot be right: `DD/MM/YYYY` has 10 characters, "
        "varchar(8) holds 8.");
    row("a number as a date", "integer", "", "@format YYYYMMDD", "");
    row("a number with strokes", "integer", "", "@format DD/MM/YYYY",
        "format does not fit: `@format` cannot be right: no integer can look like `DD/MM/YYYY`.");
    row("another format", "varchar(5)", "", "@format free text, upper case", "");

    row("twice", "text", "", "@unit cent\n@unit euro",
        "tag twice: `@unit` stands twice; only the first one counts.");
    row("often", "text", "", "@see https://a\n@see https://b\n@pii name\n@pii email", "");
    row("without value", "text", "", "@unit",
        "tag without value: `@unit` has no value, so it "
        "says nothing.");
    row("alone", "text", "", "@keep\n@deprecated", "");
    row("misspelt", "text", "", "Kind.\n@vaules 1=a",
        "misspelt tag: `@vaules` is no tag; `@values` is. -> @values 1=a");
    row("of another case", "text", "", "@Unit cent",
        "misspelt tag: `@Unit` is no tag; `@unit` is. -> @unit cent");
    row("tags of others", "text", "", "@omit create\n@name kind\n@behavior -insert\n@team red", "");
    row("in the words", "text", "", "Mail me @unit or @vaules\nand so on.", "");
}

void TestCommentChecks::column()
{
    QFETCH(QString, type);
    QFETCH(QByteArray, check);
    QFETCH(QString, comment);
    QFETCH(QString, problems);
    const auto catalog = finished(objectsWith(type, check.constData(), comment));
    QCOMPARE(problemsOf(CommentedCatalog(catalog, {})), problems);
}

void TestCommentChecks::table_data()
{
    QTest::addColumn<QString>("comment");
    QTest::addColumn<QString>("problems");
    QTest::newRow("sound") << QStringLiteral("Orders of customers.\n@private\n@convention old")
                           << QString();
    QTest::newRow("foreign key") << QStringLiteral("@foreignKey (c) references customers (id)")
                                 << QString();
    QTest::newRow("foreign key without target")
        << QStringLiteral("@foreignKey (d) references clients (id)")
        << QStringLiteral("reference leads nowhere: `@foreignKey (d) references clients (id)`: "
                          "`orders` has no column `d`.\n"
                          "reference leads nowhere: `@foreignKey (d) references clients (id)`: "
                          "there is no table `clients` in this database.");
    QTest::newRow("words") << QStringLiteral("Replaced by view `v_orders`.")
                           << QStringLiteral("name is not there: `view `v_orders``: there is no "
                                             "table `v_orders` in this database. -> "
                                             "Perhaps `orders` is meant.");
}

void TestCommentChecks::table()
{
    QFETCH(QString, comment);
    QFETCH(QString, problems);
    CatalogObjects objects = objectsWith(QStringLiteral("integer"), "", {});
    std::ranges::find(objects.tables, QStringLiteral("orders"), &Table::name)->comment.text =
        comment;
    QCOMPARE(problemsOf(CommentedCatalog(finished(objects), {})), problems);
}

void TestCommentChecks::looksAtWhatIsStaged()
{
    const auto catalog =
        finished(objectsWith(QStringLiteral("integer"), "", QStringLiteral("@sentinel no=none")));
    StagedEdits staged;
    const Result<ObjectKey> key =
        ObjectKey::fromString(QStringLiteral("shop/column:public.orders.c"));
    QVERIFY(key.has_value());
    staged.stage({*key, QStringLiteral("@sentinel no=none"), QStringLiteral("@sentinel 0=none")});
    QVERIFY(!problemsOf(CommentedCatalog(catalog, {})).isEmpty());
    QCOMPARE(problemsOf(CommentedCatalog(catalog, staged)), QString());
}

void TestCommentChecks::saysNothingOfWhatWasNotRead()
{
    CatalogObjects objects =
        objectsWith(QStringLiteral("integer"), "", QStringLiteral("@references clients(id)"));
    QVERIFY(!problemsOf(CommentedCatalog(finished(objects), {})).isEmpty());
    CatalogObjects scoped = objects;
    scoped.sources.front().omissions = {{QStringLiteral("outside the chosen scope"), 3}};
    QCOMPARE(problemsOf(CommentedCatalog(finished(scoped), {})), QString());
    objects.sources.front().kinds = {
        {CatalogKind::Tables, ReadState::PartlyRead, QStringLiteral("No right."), {}}};
    QCOMPARE(problemsOf(CommentedCatalog(finished(objects), {})), QString());
}

void TestCommentChecks::valuesAgainstData()
{
    const auto catalog =
        finished(objectsWith(QStringLiteral("integer"), "", QStringLiteral("@values 1=a, 2=b")));
    const CommentedCatalog commented(catalog, {});
    const Conventions conventions;
    const Boundaries boundaries;
    const Result<ObjectRef> found = catalog->resolve(QStringLiteral("orders.c"));
    QVERIFY(found.has_value());
    OccurringValues occurring{{ColumnId{found->index}, {QStringLiteral("1"), QStringLiteral("5")}}};
    const auto problems = checkComments({commented, conventions, boundaries, &occurring});
    QCOMPARE(problems.size(), std::size_t(1));
    QCOMPARE(problems.front().sentence,
             QStringLiteral("The rows hold 5, which `@values` does not explain."));
    occurring[ColumnId{found->index}] = {QStringLiteral("2")};
    QVERIFY(checkComments({commented, conventions, boundaries, &occurring}).empty());
}

void TestCommentChecks::conventionsAndOwners()
{
    CatalogObjects objects = objectsWith(QStringLiteral("integer"), "", {});
    Table& orders = *std::ranges::find(objects.tables, QStringLiteral("orders"), &Table::name);
    orders.comment.text = QStringLiteral("@convention legacy-2041\n@owner Chekcout");
    const CommentedCatalog commented(finished(objects), {});
    Conventions conventions;
    Boundaries boundaries;
    // nothing is listed or drawn: nothing can be unknown
    QCOMPARE(problemsOf(commented, conventions, boundaries), QString());
    conventions[QStringLiteral("legacy-2014")] = {};
    boundaries.entries[QStringLiteral("ordering")].owner = QStringLiteral("Checkout");
    QCOMPARE(
        problemsOf(commented, conventions, boundaries),
        QStringLiteral("unknown convention: The convention `legacy-2041` is not among those of "
                       "the workspace. -> @convention legacy-2014\n"
                       "unknown owner: No boundary and no owner is called `Chekcout`. -> "
                       "@owner Checkout"));
    conventions[QStringLiteral("legacy-2041")] = {};
    boundaries.entries[QStringLiteral("chekcout")] = {};
    QCOMPARE(problemsOf(commented, conventions, boundaries), QString());
}

void TestCommentChecks::viewsOfMariaDbRepeatComments()
{
    CatalogObjects objects =
        SchemaText::source(QStringLiteral("view v\n  c integer // @values a=b")).objects;
    QVERIFY(!problemsOf(CommentedCatalog(finished(objects), {})).isEmpty());
    objects.sources.front().engine = Engine::MariaDb;
    QCOMPARE(problemsOf(CommentedCatalog(finished(objects), {})), QString());
}

QTEST_GUILESS_MAIN(TestCommentChecks)
#include "tst_comment_checks.moc"

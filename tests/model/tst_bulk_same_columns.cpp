// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One comment for columns of one name: which mean the same, and which do not.
#include "model/notes/bulk/column_meaning.h"
#include "model/notes/bulk/same_columns.h"
#include "tests/server/sample_scripts.h"
#include "tests/support/schema_text.h"
#include "tests/support/sqlite_file.h"

#include <QTest>

#include <functional>

using namespace cadastre;

namespace {

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

const char* const shopText = "customers\n"
                             "  id integer pk\n"
                             "  created_at timestamp // When it was entered\n"
                             "  status integer // Customer status\n"
                             "  country char(2)\n"
                             "orders\n"
                             "  id integer pk\n"
                             "  customer_id integer > customers.id // Who ordered\n"
                             "  owner_id integer > customers.id\n"
                             "  created_at timestamp\n"
                             "  status integer\n"
                             "  country char(2)\n"
                             "invoices\n"
                             "  id integer pk\n"
                             "  customer_id integer > customers.id\n"
                             "  owner_id integer > orders.id\n"
                             "  created_at integer\n"
                             "  status text\n"
                             "  country char(2)\n"
                             "tickets\n"
                             "  customer_id integer?\n"
                             "  created_at timestamp // Opened\n"
                             "  Status integer\n"
                             "  lonely text\n";

CommentedCatalog shop()
{
    return {test::catalogFromText(shopText), {}};
}

SameNamedColumns group(const CommentedCatalog& commented, const char* name)
{
    for (const SameNamedColumns& one : sameNamedColumns(commented)) {
        if (one.name.compare(u(name), Qt::CaseInsensitive) == 0)
            return one;
    }
    return {};
}

/// "orders.status -: reason" per line.
QString shown(const CommentedCatalog& commented, const BulkList& list)
{
    QStringList lines;
    for (const BulkProposal& proposal : list.proposals)
        lines << QStringLiteral("%1 %2%3").arg(
            commented.catalog()->displayName(proposal.object), proposal.ticked ? u("+") : u("-"),
            proposal.reason.isEmpty() ? QString() : QString(u(" ") + proposal.reason));
    return lines.join(QLatin1Char('\n'));
}

ColumnId column(const CommentedCatalog& commented, const char* name)
{
    return ColumnId{commented.catalog()->resolve(u(name))->index};
}

std::shared_ptr<const Catalog> changed(const std::function<void(CatalogObjects&)>& change)
{
    CatalogObjects objects = test::SchemaText::source(u(shopText)).objects;
    change(objects);
    return std::make_shared<const Catalog>(
        mergeSources({std::make_shared<const SourceCatalog>(finishSource(objects))}));
}

void addCheck(CatalogObjects& objects, const char* table, const char* columnName,
              const char* expression)
{
    for (std::size_t i = 0; i < objects.columns.size(); ++i) {
        if (objects.tables[objects.columns[i].table.index].name != u(table) ||
            objects.columns[i].name != u(columnName))
            continue;
        Constraint check;
        check.name = QString(u(table) + u("_") + u(columnName));
        check.table = objects.columns[i].table;
        check.kind = ConstraintKind::Check;
        check.columns = {ColumnId{static_cast<int>(i)}};
        check.expression = u(expression);
        objects.constraints.push_back(check);
    }
}

} // namespace

class tst_BulkSameColumns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groups()
    {
        const CommentedCatalog commented = shop();
        QStringList names;
        for (const SameNamedColumns& one : sameNamedColumns(commented))
            names << QStringLiteral("%1 %2 %3 %4")
                         .arg(one.name)
                         .arg(one.columns.size())
                         .arg(one.commented)
                         .arg(one.texts);
        QCOMPARE(names,
                 (QStringList{u("country 3 0 0"), u("created_at 4 2 2"), u("customer_id 3 1 1"),
                              u("id 3 0 0"), u("owner_id 2 0 0"), u("status 4 1 1")}));
    }

    void best()
    {
        const CommentedCatalog commented = shop();
        QCOMPARE(bestCommented(commented, group(commented, "customer_id")),
                 column(commented, "orders.customer_id"));
        const SameNamedColumns country = group(commented, "country");
        QCOMPARE(bestCommented(commented, country), country.columns.front());
    }

    void specificNamesAreTicked()
    {
        const CommentedCatalog commented = shop();
        QCOMPARE(shown(commented,
                       sameComment(commented, group(commented, "country"),
                                   column(commented, "orders.country"), u("ISO 3166-1 code"))),
                 u("customers.country +\ninvoices.country +\norders.country +"));
    }

    void typesAndCommentsDiffer()
    {
        const CommentedCatalog commented = shop();
        QCOMPARE(shown(commented, sameComment(commented, group(commented, "created_at"),
                                              column(commented, "customers.created_at"),
                                              u("When it was entered"))),
                 u("invoices.created_at - Its type is integer, not timestamp.\n"
                   "orders.created_at +\n"
                   "tickets.created_at - It has a comment of its own."));
    }

    void parentsDiffer()
    {
        const CommentedCatalog commented = shop();
        QCOMPARE(shown(commented, sameComment(commented, group(commented, "owner_id"),
                                              column(commented, "orders.owner_id"), u("Owner"))),
                 u("invoices.owner_id - It refers to orders.id, not to customers.id.\n"
                   "orders.owner_id +"));
        QCOMPARE(shown(commented,
                       sameComment(commented, group(commented, "customer_id"),
                                   column(commented, "orders.customer_id"), u("Who ordered"))),
                 u("invoices.customer_id +\ntickets.customer_id +"));
    }

    void keysOfTheirOwnTables()
    {
        const CommentedCatalog commented = shop();
        QCOMPARE(shown(commented, sameComment(commented, group(commented, "id"),
                                              column(commented, "orders.id"), u("Number"))),
                 u("customers.id - It is the key of a table of its own.\n"
                   "invoices.id - It is the key of a table of its own.\norders.id +"));
    }

    void statusMeansManyThings()
    {
        const CommentedCatalog commented = shop();
        const BulkList list =
            sameComment(commented, group(commented, "status"),
                        column(commented, "customers.status"), u("Customer status"));
        QCOMPARE(list.proposals.size(), std::size_t(3));
        for (const BulkProposal& proposal : list.proposals) {
            QVERIFY(!proposal.ticked);
            QVERIFY(proposal.possible);
            QVERIFY(!proposal.reason.isEmpty());
        }
    }

    /// As in resources/sample: what it means differs in each table, and nobody wrote so.
    void statusInTheSample()
    {
        const test::SqliteFolder folder;
        QByteArray scripts;
        for (const QString& script : test::scriptsOf("sqlite"))
            scripts += test::contentOf(script);
        const QString path = folder.make(scripts);
        const CommentedCatalog commented(std::make_shared<const Catalog>(test::catalogOf(path)),
                                         {});
        for (const char* name : {"status", "type", "state"}) {
            const SameNamedColumns columns = group(commented, name);
            QVERIFY(columns.columns.size() >= 2);
            for (ColumnId like : columns.columns) {
                for (const BulkProposal& proposal :
                     sameComment(commented, columns, like, u("Something")).proposals)
                    QVERIFY2(!proposal.ticked || proposal.object == ObjectRef(like),
                             qPrintable(commented.catalog()->displayName(proposal.object)));
            }
        }
        const SameNamedColumns created = group(commented, "created_at");
        const auto ticked = [](const BulkProposal& proposal) { return proposal.ticked; };
        const BulkList list = sameComment(commented, created, created.columns.front(), u("When"));
        QVERIFY(std::ranges::count_if(list.proposals, ticked) >= 3);
    }

    void equalChecksAreEvidence()
    {
        const CommentedCatalog commented(
            changed([](CatalogObjects& objects) {
                addCheck(objects, "customers", "status", "status IN (0, 1)");
                addCheck(objects, "orders", "status", "status in (0,1)");
                addCheck(objects, "tickets", "Status", "\"Status\" IN (0, 1, 2)");
            }),
            {});
        const QString text = shown(commented, sameComment(commented, group(commented, "status"),
                                                          column(commented, "customers.status"),
                                                          u("0 inactive, 1 active")));
        QCOMPARE(text, u("customers.status +\n"
                         "invoices.status - Its type is text, not integer.\n"
                         "orders.status +\n"
                         "tickets.\"Status\" - Its values are 0, 1, 2, not 0, 1."));
    }

    void checksThatListNothing()
    {
        const CommentedCatalog commented(
            changed([](CatalogObjects& objects) {
                addCheck(objects, "customers", "country", "country = upper(country)");
                addCheck(objects, "orders", "country", "country = upper( country )");
            }),
            {});
        QCOMPARE(shown(commented, sameComment(commented, group(commented, "country"),
                                              column(commented, "customers.country"), u("ISO"))),
                 u("customers.country +\n"
                   "invoices.country - It has no CHECK (country = upper(country)).\n"
                   "orders.country +"));
    }

    void enumsOfOneNameAreEvidence()
    {
        const CommentedCatalog commented(changed([](CatalogObjects& objects) {
                                             UserType type;
                                             type.name = u("order_state");
                                             type.kind = TypeKind::Enum;
                                             type.labels = {u("new"), u("paid")};
                                             objects.types = {type};
                                             for (Column& one : objects.columns) {
                                                 if (one.name == u("status") &&
                                                     one.type != u("text"))
                                                     one.userType = TypeId{0};
                                             }
                                         }),
                                         {});
        const QString text = shown(commented, sameComment(commented, group(commented, "status"),
                                                          column(commented, "customers.status"),
                                                          u("State of the order")));
        QVERIFY2(text.contains(u("orders.status +")), qPrintable(text));
        QVERIFY2(text.contains(u("tickets.\"Status\" -")), qPrintable(text));
    }

    void partitionsAreLeftOut()
    {
        const CommentedCatalog commented(
            test::catalogFromText("log\n  seen_on date\npartition log_1 of log\n  seen_on date\n"
                                  "other\n  seen_on date\n"),
            {});
        QCOMPARE(group(commented, "seen_on").columns.size(), std::size_t(2));
    }

    void sayLittle_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("little");
        for (const char* name : {"status", "Status", "type", "flag1", "status_code", "data",
                                 "value2", "typeCode", "note"})
            QTest::newRow(name) << u(name) << true;
        for (const char* name : {"order_status", "created_at", "customer_no", "email", "country",
                                 "tax_class", "warehouse_code"})
            QTest::newRow(name) << u(name) << false;
    }

    void sayLittle()
    {
        QFETCH(QString, name);
        QTEST(saysLittle(name), "little");
    }
};

QTEST_APPLESS_MAIN(tst_BulkSameColumns)
#include "tst_bulk_same_columns.moc"

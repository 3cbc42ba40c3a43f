// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How tables are counted: what is a table, a view, a part or internal, that copies are tables, and
// the words that say so.
#include "model/catalog/table_counts.h"
#include "model/orientation/drawn_groups.h"
#include "model/orientation/table_groups.h"
#include "tests/support/schema_text.h"

#include <QTest>

using namespace cadastre;

namespace {

constexpr const char* columns = "  id integer\n  name text\n  total integer\n  placed text\n";

std::shared_ptr<const Catalog> archive()
{
    QString text;
    for (const char* name : {"order_archive_2017", "order_archive_2018", "order_archive_2019",
                             "order_archive_2020", "customers", "customers_bak"})
        text += QLatin1String(name) + QLatin1Char('\n') + QLatin1String(columns);
    text += QStringLiteral("view v_orders\n  id integer\nparted\n  id integer\n"
                           "partition parted_1 of parted\n  id integer\nsearch\n  title text\n"
                           "search_data\n  id integer\n  block text\n");
    CatalogObjects objects = test::SchemaText::source(text).objects;
    for (Table& table : objects.tables) {
        if (table.name == QStringLiteral("search_data"))
            table.kind = TableKind::ShadowTable;
    }
    auto part = std::make_shared<const SourceCatalog>(finishSource(std::move(objects)));
    return std::make_shared<const Catalog>(mergeSources({part}));
}

} // namespace

class tst_TableCounts : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Catalog> m_catalog = archive();

    [[nodiscard]] TableId table(const char* name) const
    {
        return TableId{m_catalog->resolve(QString::fromLatin1(name))->index};
    }

private Q_SLOTS:
    void countsEachOnce()
    {
        TableCounts counts = countTables(*m_catalog);
        QCOMPARE(counts.tables, 8); // with copies, without the partition and what is internal
        QCOMPARE(counts.views, 1);
        QCOMPARE(counts.partitions, 1);
        QCOMPARE(counts.internal, 1);
        QCOMPARE(counts.columns, 6 * 4 + 1 + 1 + 1);
        QCOMPARE(counts.columnsApart, 1 + 2);
        QCOMPARE(countTables(*m_catalog, SourceId{0}), counts);
        QCOMPARE(tablesText(counts), QStringLiteral("8 tables, 1 view"));
        QCOMPARE(
            tablesApartText(counts),
            QStringLiteral("Counted apart: 1 partition and 1 internal table, with 3 columns."));
        counts.copies = countCopies(*m_catalog);
        QCOMPARE(counts.copies, 4); // three years and a backup; no partition, nothing internal
        QCOMPARE(tablesApartText(counts).section(QStringLiteral(". "), 0, 0),
                 QStringLiteral("4 of the tables are folded under another one (years, backups)"));
        QCOMPARE(tablesText({}), QStringLiteral("no tables"));
        QCOMPARE(tablesApartText({}), QString());
    }

    /// What is explained is what is counted.
    void explainedAreThose()
    {
        int explained = 0;
        for (int i = 0; i < static_cast<int>(m_catalog->objects().tables.size()); ++i)
            explained += isExplained(*m_catalog, TableId{i}) ? 1 : 0;
        const TableCounts counts = countTables(*m_catalog);
        QCOMPARE(explained, counts.tables + counts.views);
    }

    void stacksCountAsWhatTheyHold()
    {
        const TableId years = table("order_archive_2020");
        QCOMPARE(countCopies(*m_catalog, std::vector{years}), 3);
        QCOMPARE(stacksText(*m_catalog, {years}),
                 QStringLiteral("4 tables (order_archive_2017 to 2020)"));
        QCOMPARE(stacksText(*m_catalog, {table("customers"), table("v_orders")}),
                 QStringLiteral("2 tables, 1 view (customers and 1 copy)"));
        QCOMPARE(stacksText(*m_catalog, {table("search")}), QStringLiteral("1 table"));
        TableCounts counts = countTables(*m_catalog, {years, table("v_orders")});
        counts.copies = countCopies(*m_catalog, std::vector{years});
        QCOMPARE(tablesAndCopiesText(counts), QStringLiteral("1 table, 1 view; 3 more folded"));
    }

    void drawnGroupsTakeAllTables()
    {
        const std::vector<TableGroup> groups = completedGroups(
            *m_catalog, {{TableGroupKind::Part, QStringLiteral("z"), {}, {table("customers")}},
                         {TableGroupKind::Part,
                          QStringLiteral("orders"),
                          {},
                          {table("order_archive_2020"), table("search_data")}},
                         {TableGroupKind::Part, QStringLiteral("gone"), {}, {}}});
        QStringList said;
        std::size_t all = 0;
        for (const TableGroup& group : groups) {
            said << QStringLiteral("%1 %2").arg(group.name).arg(group.tables.size());
            all += group.tables.size();
        }
        // copies are where their table is; internal ones nowhere; the rest has what nobody drew
        QCOMPARE(said.join(QStringLiteral(", ")), QStringLiteral("orders 4, z 2, Other tables 3"));
        const TableCounts counts = countTables(*m_catalog);
        QCOMPARE(static_cast<int>(all), counts.tables + counts.views);
    }
};

QTEST_GUILESS_MAIN(tst_TableCounts)
#include "tst_table_counts.moc"

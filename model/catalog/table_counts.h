// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How many tables there are: counted in one place, so that status bar, tree, page, export and
// documentation say the same number, and say in words what they count apart.
#pragma once

#include "model/catalog/table_families.h"

namespace cadastre {

/// How a table counts.
enum class CountedAs : std::uint8_t {
    Table,     ///< of people: also virtual and foreign ones, and copies folded under another
    View,      ///< also materialized ones
    Partition, ///< a part of its parent
    Internal,  ///< of the engine or an extension, or where a virtual table keeps its data
};
CountedAs countedAs(const Catalog& catalog, TableId table);

struct TableCounts
{
    int tables = 0;
    int views = 0;
    int copies = 0;          ///< of the tables; only where countCopies() was asked
    int partitions = 0;      ///< apart
    int internal = 0;        ///< apart
    qint64 columns = 0;      ///< of tables and views
    qint64 columnsApart = 0; ///< of partitions and internal tables

    bool operator==(const TableCounts&) const = default;
};

/// Of everything, or of one source, without copies.
TableCounts countTables(const Catalog& catalog, std::optional<SourceId> source = std::nullopt);
TableCounts countTables(const Catalog& catalog, SchemaId schema);
/// Year tables, backups and what else is folded under another table; compares columns, so that it
/// takes longer than counting.
int countCopies(const Catalog& catalog, std::optional<SourceId> source = std::nullopt);
/// Those that are folded under one of these tables.
int countCopies(const Catalog& catalog, const std::vector<TableId>& representatives);
/// Of some tables.
TableCounts countTables(const Catalog& catalog, const std::vector<TableId>& tables);

/// "51 tables, 15 views"; "51 tables" without views, "15 views" without tables, "no tables".
QString tablesText(const TableCounts& counts);
/// "48 tables, 15 views; 3 more folded": of counts that do not have the copies among the tables.
QString tablesAndCopiesText(const TableCounts& counts);
/// "4 tables (order_archive_2017 to 2020)", "6 tables, 1 view (tmp_orders and 2 copies)": with
/// those that are folded under them.
QString stacksText(const Catalog& catalog, const std::vector<TableId>& representatives);
/// "order_archive_2017 to 2020" of year tables, else "tmp_orders and 2 copies"; the representative's
/// name alone where nothing is folded under it.
QString stackText(const Catalog& catalog, const TableFamily& family);
/// What tablesText() leaves out or puts together: "3 of the tables are copies, folded under another
/// one. Counted apart: 4 internal tables, 12 partitions, with 57 columns." Empty for nothing.
QString tablesApartText(const TableCounts& counts);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One statement per engine; see the header.
#include "model/sql/verify/column_statistics_reader.h"

#include "model/sql/kind_reader.h"
#include "model/sql/verify/check_connection.h"
#include "model/sql/verify/statistics_values.h"

namespace cadastre {

namespace {

/// The first cells of every answer.
enum StatisticsCell { SchemaName, TableName, ColumnName, NullShare };

/// Columns of one source by their names.
class ColumnsByName
{
public:
    ColumnsByName(const Catalog& catalog, SourceId source)
        : m_catalog(catalog)
    {
        const auto& columns = catalog.objects().columns;
        for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
            if (catalog.sourceOf(columns[i].table) == source)
                m_columns.insert(keyOf(ColumnId{i}), ColumnId{i});
        }
    }

    [[nodiscard]] std::optional<ColumnId> find(const Row& row) const
    {
        const auto found = m_columns.constFind(
            QStringList{row[SchemaName].text(), row[TableName].text(), row[ColumnName].text()});
        return found == m_columns.constEnd() ? std::nullopt : std::optional(*found);
    }

private:
    [[nodiscard]] QStringList keyOf(ColumnId id) const
    {
        const Column& column = m_catalog.column(id);
        const Table& table = m_catalog.table(column.table);
        return {m_catalog.schema(table.schema).name, table.name, column.name};
    }

    const Catalog& m_catalog;
    QHash<QStringList, ColumnId> m_columns;
};

std::optional<double> realOf(const Cell& cell)
{
    return cell.isNull() ? std::nullopt : std::optional(cell.real());
}

ColumnStatistics statisticsOf(Engine engine, const Row& row)
{
    ColumnStatistics column;
    column.nullShare = realOf(row[NullShare]);
    if (engine == Engine::MySql) {
        addMySqlHistogram(column, row[4].bytes().toByteArray());
        return column;
    }
    column.distinctCount = realOf(row[4]);
    if (engine == Engine::PostgreSql) {
        addPostgresValues(column, row[5].text(), row[6].text(), row[7].text());
        return column;
    }
    column.minimum = statisticsValue(row[5].text());
    column.maximum = statisticsValue(row[6].text());
    return column;
}

Error noStatistics(const QString& source, Engine engine)
{
    if (engine == Engine::PostgreSql)
        return {QStringLiteral("%1 has no statistics of columns that you may read; ANALYZE makes "
                               "them.")
                    .arg(source),
                {}};
    return {QStringLiteral("%1 keeps no statistics of columns yet; %2 makes them.")
                .arg(source, engine == Engine::MySql
                                 ? QStringLiteral("ANALYZE TABLE with UPDATE HISTOGRAM")
                                 : QStringLiteral("ANALYZE TABLE with PERSISTENT FOR ALL")),
            {}};
}

} // namespace

Result<StatisticsByColumn> readColumnStatistics(const Catalog& catalog, SourceId source,
                                                const DatabaseAddress& address,
                                                const QString& password, const ReadOptions& options,
                                                ReadControl& control)
{
    const QString name = address.displayText();
    if (address.kind == AddressKind::Snapshot)
        return Error{QStringLiteral("%1 is a snapshot, and snapshots hold no statistics of the "
                                    "values of columns.")
                         .arg(name),
                     {}};
    if (address.kind == AddressKind::Sqlite)
        return Error{
            QStringLiteral("%1: SQLite keeps no statistics of the values of columns.").arg(name),
            {}};
    const auto connection = CheckConnection::open(address, password, options, control);
    if (!connection)
        return connection.error();
    const Engine engine = (*connection)->engine();
    const ColumnsByName columns(catalog, source);
    StatisticsByColumn statistics;
    const auto error = (*connection)->askBound("column_statistics", {}, [&](const Row& row) {
        if (const auto column = columns.find(row))
            statistics.insert(*column, statisticsOf(engine, row));
    });
    if (error && endsRead(*error))
        return readError(*error, name);
    if (error)
        return Error{QStringLiteral("The statistics of %1 could not be read: %2")
                         .arg(name, notReadReason(*error)),
                     error->code};
    if (statistics.isEmpty())
        return noStatistics(name, engine);
    return statistics;
}

} // namespace cadastre

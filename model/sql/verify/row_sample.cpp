// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// PostgreSQL picks pages (TABLESAMPLE); MariaDB, MySQL and SQLite pick the first rows of many
// ranges of an integer key, or the rows at both ends of any other key. See the header.
#include "model/sql/verify/row_sample.h"

#include "model/dialect/value_lookup.h"
#include "model/sql/verify/check_names.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr qint64 rangeCount = 20;

QString numberText(qint64 number)
{
    return QString::number(number);
}

bool hasPages(const Table& table)
{
    return table.kind == TableKind::Table || table.kind == TableKind::PartitionedTable ||
           table.kind == TableKind::MaterializedView;
}

std::optional<SqlError> measurePages(CheckConnection& connection, const Catalog& catalog,
                                     TableId table, const VerifyOptions& options, TableSize& size)
{
    const Table& facts = catalog.table(table);
    if (!hasPages(facts))
        return std::nullopt;
    const QStringList names{catalog.schema(facts.schema).name, facts.name};
    return connection.askBound("verify_size", names, [&](const Row& row) {
        size.estimate = row[0].real();
        size.isEstimateGood = row[1].boolean();
        size.isSmall = *size.estimate <= static_cast<double>(options.wholeRows);
    });
}

std::optional<SqlError> measureKeys(CheckConnection& connection, const Catalog& catalog,
                                    TableId table, const QString& tableName,
                                    const VerifyOptions& options, TableSize& size)
{
    qint64 few = 0;
    const auto error = connection.ask(
        "verify_few", {{"table", tableName}, {"limit", numberText(options.wholeRows + 1)}},
        [&](const Row& row) { few = row[0].integer(); });
    size.isSmall = few <= options.wholeRows;
    if (error || size.isSmall)
        return error;
    size.estimate = catalog.table(table).rowEstimate;
    size.isEstimateGood = size.estimate.has_value();
    const std::optional<QString> key = rangeKey(catalog, table);
    if (!key)
        return std::nullopt;
    return connection.ask("verify_span", {{"table", tableName}, {"key", *key}},
                          [&](const Row& row) {
                              size.lowestKey = row[0].integer();
                              size.highestKey = row[1].integer();
                          });
}

/// The first rows of each of some ranges between the ends of the key.
QString rangesOfKey(const CheckConnection& connection, const QString& key, const TableSize& size,
                    const VerifyOptions& options, TemplateValues values)
{
    const auto low = static_cast<long double>(*size.lowestKey);
    const auto width = (static_cast<long double>(*size.highestKey) - low + 1) / rangeCount;
    values.insert("key", key);
    values.insert("limit", numberText(std::max<qint64>(1, options.sampleRows / rangeCount)));
    QStringList parts;
    qint64 from = *size.lowestKey;
    for (qint64 i = 1; i <= rangeCount && from <= *size.highestKey; ++i) {
        const qint64 to = i == rangeCount
                              ? *size.highestKey
                              : std::max(from, static_cast<qint64>(low + width * i) - 1);
        values.insert("from", numberText(from));
        values.insert("to", numberText(to));
        parts << connection.part("verify_range", values);
        if (to == *size.highestKey)
            break;
        from = to + 1;
    }
    return unionOfAll(parts);
}

QString endsOfKey(const CheckConnection& connection, const QStringList& key,
                  const VerifyOptions& options, TemplateValues values)
{
    values.insert("limit", numberText(std::max<qint64>(1, options.sampleRows / 2)));
    values.insert("order", key.join(QStringLiteral(", ")));
    const QString first = connection.part("verify_end", values);
    values.insert("order", descendingList(key));
    return unionOfAll({first, connection.part("verify_end", values)});
}

RowSample firstRows(const CheckConnection& connection, qint64 limit, TemplateValues values)
{
    values.insert("limit", numberText(limit));
    return {connection.part("verify_rows", values), limit, {}, 0};
}

RowSample sampledPages(const CheckConnection& connection, const TableSize& size,
                       const VerifyOptions& options, TemplateValues values)
{
    const double percent =
        std::min(100.0, 100.0 * static_cast<double>(options.sampleRows) / *size.estimate);
    values.insert("percent", QString::number(percent, 'f', 9));
    values.insert("seed", QString::number(options.seed));
    values.insert("limit", numberText(options.sampleRows * 2));
    return {connection.part("verify_sampled_rows", values), 0, percent, 0};
}

} // namespace

std::optional<SqlError> measureTable(CheckConnection& connection, const Catalog& catalog,
                                     TableId table, const VerifyOptions& options, TableSize& size)
{
    if (connection.engine() == Engine::PostgreSql)
        return measurePages(connection, catalog, table, options, size);
    const Result<QString> name = checkedTableName(catalog, table);
    if (!name)
        return SqlError{SqlFailure::Other, {}, name.error().message};
    return measureKeys(connection, catalog, table, *name, options, size);
}

Result<RowSample> rowSample(const CheckConnection& connection, const Catalog& catalog,
                            TableId table, const TableSize& size, const VerifyOptions& options,
                            TemplateValues columns)
{
    const Result<QString> name = checkedTableName(catalog, table);
    if (!name)
        return name.error();
    columns.insert("child", *name);
    if (size.isSmall)
        return firstRows(connection, options.wholeRows + 1, std::move(columns));
    if (connection.engine() == Engine::PostgreSql && size.estimate)
        return sampledPages(connection, size, options, std::move(columns));
    if (size.lowestKey && size.highestKey) {
        const std::optional<QString> key = rangeKey(catalog, table);
        Q_ASSERT(key);
        return RowSample{rangesOfKey(connection, *key, size, options, std::move(columns)),
                         0,
                         {},
                         options.sampleRows};
    }
    const Result<QStringList> order = orderKey(catalog, table);
    if (!order)
        return order.error();
    if (connection.engine() != Engine::PostgreSql && !order->isEmpty())
        return RowSample{endsOfKey(connection, *order, options, std::move(columns)), 0, {}, 0};
    return firstRows(connection, options.sampleRows, std::move(columns));
}

void describeSample(const TableSize& size, const RowSample& sample, qint64 pickedRows,
                    Verification& verification)
{
    verification.sampledRows = pickedRows;
    verification.complete = pickedRows < sample.wholeBelow;
    if (verification.complete) {
        verification.approxTotal = static_cast<double>(pickedRows);
        return;
    }
    if (size.isEstimateGood && *size.estimate > static_cast<double>(pickedRows))
        verification.approxTotal = size.estimate;
    else if (sample.percent)
        verification.approxTotal = static_cast<double>(pickedRows) * 100 / *sample.percent;
    else if (sample.wanted > 0 && pickedRows * 10 >= sample.wanted * 9) // hardly any gaps
        verification.approxTotal =
            static_cast<double>(*size.highestKey) - static_cast<double>(*size.lowestKey) + 1;
}

} // namespace cadastre

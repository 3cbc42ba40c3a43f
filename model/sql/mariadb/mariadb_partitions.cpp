// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Partitions are no objects of their own on these engines: they become facts of their table.
#include "model/sql/mariadb/mariadb_steps.h"

namespace cadastre {

namespace {

/// The places of a row of partitions.sql.
enum Place {
    PartitionName = 2,
    SubpartitionName,
    Method,
    Expression,
    Description,
    SubMethod,
    SubExpression
};

QString keyText(const QString& method, const QString& expression)
{
    return expression.isEmpty()
               ? method
               : QString(method + QStringLiteral(" (") + expression + QLatin1Char(')'));
}

QString boundText(const QString& method, const QString& description)
{
    if (description.isEmpty())
        return method;
    if (method.startsWith(QLatin1String("RANGE"))) {
        if (description == QLatin1String("MAXVALUE"))
            return QStringLiteral("VALUES LESS THAN MAXVALUE");
        return QStringLiteral("VALUES LESS THAN (") + description + QLatin1Char(')');
    }
    if (method.startsWith(QLatin1String("LIST")))
        return QStringLiteral("VALUES IN (") + description + QLatin1Char(')');
    return description; // SYSTEM_TIME: CURRENT, HISTORY
}

void addPartition(Table& table, const Row& row)
{
    const QString method = row[Method].text();
    if (table.partitionKey.isEmpty()) {
        table.partitionKey = keyText(method, row[Expression].text());
        if (!row[SubMethod].isNull()) {
            table.partitionKey += QStringLiteral(" SUBPARTITION BY ") +
                                  keyText(row[SubMethod].text(), row[SubExpression].text());
        }
    }
    QString name = row[PartitionName].text();
    if (!row[SubpartitionName].isNull())
        name += QLatin1Char('.') + row[SubpartitionName].text();
    addProperty(table, QStringLiteral("Partition ") + name,
                boundText(method, row[Description].text()));
}

} // namespace

std::optional<SqlError> readPartitions(MariaDbContext& context, StepReport& report)
{
    const auto error = context.ask("partitions", [&](const Row& row) {
        if (const std::optional<TableId> table = context.tableOf(row))
            addPartition(context.tableAt(*table), row);
    });
    if (!error)
        context.reportWarnings(report);
    return error;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Check constraints. MariaDB's JSON is a longtext with the check json_valid(column) under the
// column's name: such a column is shown as json, and the check as a fact of it.
#include "model/dialect/mariadb_tokens.h"
#include "model/dialect/masking.h"
#include "model/sql/mariadb/mariadb_steps.h"

namespace cadastre {

namespace {

/// Source: MariaDB, "JSON Data Type": JSON is an alias for LONGTEXT with this check.
bool takeAsJson(MariaDbContext& context, TableId table, const QString& name, const QString& clause)
{
    const std::optional<ColumnId> id = context.column(table, name);
    if (!id)
        return false;
    Column& column = context.objects.columns[static_cast<std::size_t>(id->index)];
    const Result<QString> quoted = mariadb::quotedIdentifier(column.name);
    const bool isJson = column.type == QLatin1String("longtext") && quoted &&
                        clause == QStringLiteral("json_valid(") + *quoted + QLatin1Char(')');
    if (!isJson)
        return false;
    column.type = QStringLiteral("json");
    addProperty(column, QStringLiteral("Stored as"),
                QStringLiteral("longtext, checked by ") + clause);
    return true;
}

/// The columns of its own table that a check names in backticks.
std::vector<ColumnId> columnsIn(const MariaDbContext& context, TableId table, const QString& clause)
{
    std::vector<ColumnId> columns;
    for (const mariadb::Token& token : mariadb::tokenize(clause)) {
        if (token.kind != mariadb::TokenKind::QuotedName)
            continue;
        const std::optional<ColumnId> column = context.column(table, token.text);
        if (column && std::ranges::find(columns, *column) == columns.end())
            columns.push_back(*column);
    }
    return columns;
}

} // namespace

std::optional<SqlError> readChecks(MariaDbContext& context, StepReport& report)
{
    const auto error = context.ask("checks", [&](const Row& row) {
        const std::optional<TableId> table = context.tableOf(row);
        if (!table || takeAsJson(context, *table, row[2].text(), row[3].text()))
            return;
        Constraint check;
        setName(check, row[2]);
        check.table = *table;
        check.kind = ConstraintKind::Check;
        check.expression = maskedSql(row[3].text());
        check.columns = columnsIn(context, *table, check.expression);
        check.enforced = row[4].boolean();
        context.objects.constraints.push_back(std::move(check));
        report.addObjects(1);
    });
    if (!error)
        context.reportWarnings(report);
    return error;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Columns of tables and views: types, defaults, generation, character sets.
#include "model/dialect/mariadb.h"
#include "model/dialect/masking.h"
#include "model/sql/mariadb/mariadb_steps.h"

#include <QRegularExpression>

namespace cadastre {

namespace {

/// The places of a row of columns.sql.
enum Place {
    Position = 2,
    Name,
    Type,
    Nullable,
    Default,
    Extra,
    Expression,
    Charset,
    Collation,
    Words
};

bool isNumericType(const QString& type)
{
    static const QRegularExpression numeric(
        QStringLiteral("^(tinyint|smallint|mediumint|int|bigint|decimal|float|double|bit|year)"));
    return numeric.match(type).hasMatch();
}

/// MariaDB gives defaults as SQL; MySQL gives a literal's value without quotes, and marks
/// expressions in EXTRA.
std::optional<QString> defaultExpression(const MariaDbContext& context, const Row& row)
{
    const std::optional<QString> text = row[Default].optionalText();
    if (!text)
        return std::nullopt;
    if (context.connection.engine() == Engine::MariaDb) {
        if (*text == QLatin1String("NULL"))
            return std::nullopt;
        return maskedSql(*text);
    }
    const bool isExpression = row[Extra].text().contains(QLatin1String("DEFAULT_GENERATED"));
    if (isExpression || isNumericType(row[Type].text()))
        return maskedSql(*text);
    const Result<QString> literal = mariadb::quotedLiteral(*text, mariadb::BackslashMode::Escapes);
    return literal ? *literal : *text;
}

void takeExtra(Column& column, const QString& extra)
{
    static const QRegularExpression onUpdate(QStringLiteral("on update (\\S+)"),
                                             QRegularExpression::CaseInsensitiveOption);
    const auto says = [&extra](const char* words) {
        return extra.contains(QLatin1String(words), Qt::CaseInsensitive);
    };
    if (says("auto_increment"))
        column.columnIdentity = Identity::AutoIncrement;
    if (says("VIRTUAL GENERATED"))
        column.generated = Generated::Virtual;
    else if (says("STORED GENERATED") || says("PERSISTENT"))
        column.generated = Generated::Stored;
    column.hidden = says("INVISIBLE");
    if (says("WITHOUT SYSTEM VERSIONING"))
        addProperty(column, QStringLiteral("System versioning"), QStringLiteral("without"));
    const QRegularExpressionMatch match = onUpdate.match(extra);
    if (match.hasMatch())
        addProperty(column, QStringLiteral("On update"), match.captured(1));
}

Column columnFrom(const MariaDbContext& context, const Row& row, const Table& table)
{
    Column column;
    setName(column, row[Name]);
    column.position = static_cast<int>(row[Position].integer());
    column.type = row[Type].text();
    column.nullable = row[Nullable].boolean();
    if (!isView(table)) // of a view they are those of the columns behind it
        column.defaultExpression = defaultExpression(context, row);
    column.generationExpression = maskedSql(row[Expression].text());
    takeExtra(column, row[Extra].text());
    if (column.generated == Generated::No && !column.generationExpression.isEmpty())
        column.generated = Generated::Stored;
    if (const QString collation = row[Collation].text(); collation != table.collation)
        column.collation = collation;
    if (const QString charset = row[Charset].text(); charset != table.characterSet)
        column.characterSet = charset;
    setComment(column, row[Words]);
    return column;
}

void reportWithoutColumns(MariaDbContext& context, StepReport& report)
{
    for (std::size_t i = 0; i < context.objects.tables.size(); ++i) {
        const Table& table = context.objects.tables[i];
        const TableId id{static_cast<std::int32_t>(i)};
        if (table.notRead)
            report.addMissing(context.fullName(id), *table.notRead);
        else if (table.broken)
            report.addMissing(context.fullName(id), QStringLiteral("the view is broken"));
    }
}

} // namespace

std::optional<SqlError> readColumns(MariaDbContext& context, StepReport& report)
{
    const auto error = context.ask("columns", [&](const Row& row) {
        const std::optional<TableId> table = context.tableOf(row);
        if (!table)
            return;
        Column column = columnFrom(context, row, context.tableAt(*table));
        column.table = *table;
        context.addColumn(std::move(column));
        report.addObjects(1);
    });
    if (error)
        return error;
    context.reportWarnings(report);
    reportWithoutColumns(context, report);
    return std::nullopt;
}

} // namespace cadastre

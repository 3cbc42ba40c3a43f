// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Tables, views and sequences. The server says in the comment of an object why it could not open
// it; the warnings of the statement tell such a sentence from a comment of a person.
#include "model/dialect/masking.h"
#include "model/sql/mariadb/mariadb_errors.h"
#include "model/sql/mariadb/mariadb_steps.h"

#include <QRegularExpression>

namespace cadastre {

namespace {

struct TableRow
{
    TableId id;
    QString comment;
};

/// The places of a row of tables.sql.
enum Place {
    TableType = 2,
    EngineName,
    RowFormat,
    Rows,
    Bytes,
    Collation,
    Options,
    Words,
    Created
};

bool isRemoteEngine(const QString& engine)
{
    static const QStringList engines{QStringLiteral("FEDERATED"), QStringLiteral("SPIDER"),
                                     QStringLiteral("CONNECT"), QStringLiteral("S3")};
    return engines.contains(engine, Qt::CaseInsensitive);
}

void setKind(Table& table, const QString& type, const QString& engine)
{
    if (type == QLatin1String("BASE TABLE") || type == QLatin1String("TEMPORARY")) {
        table.kind = isRemoteEngine(engine) ? TableKind::ForeignTable : TableKind::Table;
    } else if (type == QLatin1String("SYSTEM VERSIONED")) {
        table.systemVersioned = true;
    } else if (type == QLatin1String("VIEW") || type == QLatin1String("SYSTEM VIEW")) {
        table.kind = TableKind::View;
    } else {
        table.kind = TableKind::Unknown;
        table.kindCode = type;
    }
}

QString characterSetOf(const QString& collation)
{
    return collation.section(QLatin1Char('_'), 0, 0);
}

QString fingerprint(const QString& schema, const QString& name, const QString& type,
                    const QString& created)
{
    return QStringList{schema, name, type, created}.join(QChar(u'\0'));
}

Table tableFrom(const Row& row)
{
    Table table;
    setName(table, row[1]);
    const QString engine = row[EngineName].text();
    setKind(table, row[TableType].text(), engine);
    addProperty(table, QStringLiteral("Engine"), engine);
    addProperty(table, QStringLiteral("Row format"), row[RowFormat].text());
    table.collation = row[Collation].text();
    table.characterSet = characterSetOf(table.collation);
    if (!isView(table) && !row[Rows].isNull())
        table.rowEstimate = row[Rows].real();
    if (!row[Bytes].isNull())
        table.sizeBytes = row[Bytes].integer();
    const QString options = row[Options].text();
    if (options.contains(QLatin1String("partitioned")))
        table.kind = TableKind::PartitionedTable;
    addProperty(table, QStringLiteral("Create options"), maskedOptions(options).trimmed());
    return table;
}

void addSequence(MariaDbContext& context, const Row& row, SchemaId schema)
{
    OtherObject sequence;
    setName(sequence, row[1]);
    sequence.kind = CatalogKind::Sequences;
    sequence.kindName = QStringLiteral("sequence");
    sequence.schema = schema;
    setComment(sequence, row[Words]);
    addProperty(sequence, QStringLiteral("Engine"), row[EngineName].text());
    context.objects.others.push_back(std::move(sequence));
}

void takeComment(Table& table, const Cell& cell)
{
    if (isView(table)) // "VIEW" and broken views' sentences stand here, never a person's words
        return;
    setComment(table, cell);
    if (table.kind == TableKind::ForeignTable) // where SPIDER and CONNECT keep their options
        table.comment.text = maskedOptions(table.comment.text);
}

void addRow(MariaDbContext& context, const Row& row, std::vector<TableRow>& suspicious)
{
    const QString schemaName = row[0].text();
    const std::optional<SchemaId> schema = context.schema(schemaName);
    if (!schema)
        return;
    const QString name = row[1].text();
    const QString type = row[TableType].text();
    context.fingerprints.insert(fingerprint(schemaName, name, type, row[Created].text()));
    if (!context.scope.includesTable(schemaName, name)) {
        context.scope.countOmitted(Scope::outsideChosenScope());
        return;
    }
    if (type.contains(QLatin1String("SEQUENCE")))
        return addSequence(context, row, *schema);
    Table table = tableFrom(row);
    table.schema = *schema;
    table.system = context.objects.schemas[static_cast<std::size_t>(schema->index)].system;
    takeComment(table, row[Words]);
    const bool isSuspicious =
        isView(table) ? row[Words].text() != QLatin1String("VIEW") : row[EngineName].isNull();
    const bool isPartitioned = table.kind == TableKind::PartitionedTable;
    const TableId id = context.addTable(std::move(table));
    if (isPartitioned)
        context.partitioned << name;
    if (isSuspicious)
        suspicious.push_back({id, row[Words].text()});
}

void noteLostDefiners(MariaDbContext& context)
{
    static const QRegularExpression account(QStringLiteral("\\('(.*)'@'(.*)'\\)"));
    for (const ServerWarning& warning : context.warnings) {
        const QRegularExpressionMatch match = account.match(warning.message);
        if (warning.number == 1449 && match.hasMatch())
            context.lostDefiners.insert(match.captured(1) + QLatin1Char('@') + match.captured(2));
    }
}

/// Objects that the server could not open: broken views, locked or damaged tables.
void explain(MariaDbContext& context, const TableRow& row, StepReport& report)
{
    Table& table = context.tableAt(row.id);
    const auto warning = std::ranges::find(context.warnings, row.comment, &ServerWarning::message);
    if (warning == context.warnings.end())
        return;
    const SqlFailure failure = mariaDbFailure(warning->number);
    if (isView(table) && warning->number == 1356) {
        table.broken = row.comment;
        return;
    }
    table.comment = {};
    table.notRead = notReadReason({failure, QString::number(warning->number), row.comment});
    report.addMissing(context.fullName(row.id), *table.notRead);
    const Schema& schema = context.objects.schemas[static_cast<std::size_t>(table.schema.index)];
    context.busy << schema.name + QStringLiteral("`.`") + table.name;
}

} // namespace

std::optional<SqlError> readTables(MariaDbContext& context, StepReport& report)
{
    std::vector<TableRow> suspicious;
    const auto error = context.ask("tables", [&](const Row& row) {
        addRow(context, row, suspicious);
        report.addObjects(1);
    });
    if (error)
        return error;
    noteLostDefiners(context);
    for (const TableRow& row : suspicious)
        explain(context, row, report);
    return std::nullopt;
}

std::optional<SqlError> compareTables(MariaDbContext& context, StepReport&)
{
    QSet<QString> before = context.fingerprints;
    if (!context.busy.isEmpty()) { // not asked again: their facts of before count
        erase_if(before, [&context](const QString& print) {
            const QStringList parts = print.split(QChar(u'\0'));
            return context.busy.contains(parts.at(0) + QStringLiteral("`.`") + parts.at(1));
        });
    }
    QSet<QString> after;
    const auto error = context.ask("tables_again", [&after](const Row& row) {
        after.insert(fingerprint(row[0].text(), row[1].text(), row[2].text(), row[3].text()));
    });
    context.objects.sources.front().changedWhileReading = !error && before != after;
    return error;
}

} // namespace cadastre

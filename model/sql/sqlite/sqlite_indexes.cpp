// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Indexes, and the unique constraints that SQLite keeps as indexes. Expressions and predicates are
// in the CREATE text only.
#include "model/dialect/masking.h"
#include "model/sql/sqlite/sqlite_read.h"

#include <QSet>

namespace cadastre {

namespace {

enum IndexColumn { TableName, Name, Unique, Origin, Cid, Descending, Collation };
constexpr qint64 rowIdPart = -1;
constexpr qint64 expressionPart = -2;

void describe(const SqliteRead& read, Index& index)
{
    const SqliteSchemaRow row = read.indexRows.value(index.name);
    index.undecodableName = row.undecodableName;
    if (row.sql.isEmpty())
        return;
    const SqliteIndexDdl ddl = parseSqliteIndex(row.sql);
    index.definition = maskedSql(row.sql);
    index.predicate = maskedSql(ddl.predicate);
    for (std::size_t i = 0; i < index.parts.size() && i < ddl.parts.size(); ++i) {
        if (!index.parts[i].column)
            index.parts[i].expression = maskedSql(ddl.parts[i].expression);
    }
}

IndexPart partOf(const SqliteRead& read, TableId table, const Row& row)
{
    IndexPart part;
    const qint64 cid = row[Cid].integer();
    const std::vector<ColumnId>& columns = read.columnsOf(table);
    if (cid >= 0 && cid < static_cast<qint64>(columns.size()))
        part.column = columns[static_cast<std::size_t>(cid)];
    else if (cid == rowIdPart)
        part.expression = QStringLiteral("rowid");
    part.descending = row[Descending].boolean();
    const QString collation = row[Collation].text();
    if (collation.compare(QLatin1String("BINARY"), Qt::CaseInsensitive) != 0)
        part.collation = collation;
    return part;
}

Index& indexOf(SqliteRead& read, TableId table, const Row& row)
{
    std::vector<Index>& indexes = read.objects.indexes;
    const QString name = row[Name].text();
    if (!indexes.empty() && indexes.back().table == table && indexes.back().name == name)
        return indexes.back();
    Index index;
    index.table = table;
    index.name = name;
    index.unique = row[Unique].boolean();
    index.primary = row[Origin].text() == QLatin1String("pk");
    index.backsConstraint = row[Origin].text() != QLatin1String("c");
    index.method = QStringLiteral("btree");
    indexes.push_back(index);
    return indexes.back();
}

void addUniqueConstraint(SqliteRead& read, const Index& index)
{
    Constraint constraint;
    constraint.table = index.table;
    constraint.kind = ConstraintKind::Unique;
    for (const IndexPart& part : index.parts) {
        if (part.column)
            constraint.columns.push_back(*part.column);
    }
    const SqliteConstraintDdl* ddl =
        sqliteConstraintOver(read, index.table, SqliteConstraintKind::Unique, constraint.columns);
    if (ddl) {
        constraint.name = ddl->name;
        constraint.comment = {maskedSql(ddl->comment), CommentOrigin::Ddl, false};
    }
    read.objects.constraints.push_back(std::move(constraint));
}

void reportUnparsed(const SqliteRead& read, StepReport& report)
{
    QSet<QString> known;
    for (const Index& index : read.objects.indexes)
        known.insert(index.name);
    for (const SqliteSchemaRow& row : read.indexRows) {
        if (read.findTable(row.tableName) && !known.contains(row.name))
            report.addMissing(QStringLiteral("main.") + row.name, sqliteUnparsedReason());
    }
}

} // namespace

SqliteStepResult readSqliteIndexes(SqliteRead& read, StepReport& report)
{
    const auto error =
        read.connection.run(read.connection.text("indexes"), {}, [&](const Row& row) {
            const auto table = read.findTable(row[TableName].text());
            if (!table)
                return;
            indexOf(read, *table, row).parts.push_back(partOf(read, *table, row));
            report.addObjects(1);
        });
    if (error)
        return error;
    for (Index& index : read.objects.indexes) {
        describe(read, index);
        if (index.backsConstraint && !index.primary)
            addUniqueConstraint(read, index);
    }
    reportUnparsed(read, report);
    return std::nullopt;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The names in sqlite_schema: tables and views become objects at once, indexes and triggers are
// kept for their steps, what is of no known type is kept as unknown.
#include "model/dialect/masking.h"
#include "model/sql/sqlite/sqlite_read.h"

namespace cadastre {

namespace {

enum SchemaColumn { RowId, Type, Name, TableName, RootPage, Sql };
enum KindColumn { KindName, Kind, WithoutRowId, Strict };

Comment ddlComment(const QString& text)
{
    return {maskedSql(text), CommentOrigin::Ddl, false};
}

bool isSystemName(const QString& name)
{
    return name.startsWith(QLatin1String("sqlite_"), Qt::CaseInsensitive);
}

/// Whether the object is wanted; counts it when not.
bool isInScope(SqliteRead& read, const QString& table)
{
    if (isSystemName(table) && !read.options.systemObjects) {
        read.scope.countOmitted(QStringLiteral("system tables"));
        return false;
    }
    if (read.scope.includesTable(QStringLiteral("main"), table))
        return true;
    read.scope.countOmitted(Scope::outsideChosenScope());
    return false;
}

void describeView(Table& table, const QString& sql)
{
    const SqliteViewDdl view = parseSqliteView(sql);
    table.kind = TableKind::View;
    table.viewDefinition = maskedSql(view.definition);
    table.comment = ddlComment(view.comment);
}

SqliteTableDdl describeTable(Table& table, const QString& sql)
{
    SqliteTableDdl ddl = parseSqliteTable(sql);
    table.comment = ddlComment(ddl.comment);
    if (ddl.module.isEmpty())
        return ddl;
    table.kind = TableKind::VirtualTable;
    table.virtualModule = ddl.module;
    if (!ddl.moduleArguments.isEmpty())
        table.properties.push_back(
            {QStringLiteral("Module arguments"), maskedSql(ddl.moduleArguments)});
    return ddl;
}

void addTable(SqliteRead& read, const Row& row, bool isView)
{
    Table table;
    table.name = row[Name].text();
    if (!isInScope(read, table.name))
        return;
    const QString sql = row[Sql].text();
    table.undecodableName = !row[Name].isDecodable();
    table.system = isSystemName(table.name);
    table.ddl = maskedSql(sql);
    SqliteTableDdl ddl;
    if (isView)
        describeView(table, sql);
    else
        ddl = describeTable(table, sql);
    const TableId id{static_cast<int>(read.objects.tables.size())};
    read.tableByName.insert(sqliteFolded(table.name), id);
    if (row[RootPage].integer() == 0) {
        read.derivedRows.push_back(row[RowId].integer());
        read.tableByRow.insert(row[RowId].integer(), id);
    }
    read.objects.tables.push_back(std::move(table));
    read.ddl.push_back(std::move(ddl));
}

void addUnknown(SqliteRead& read, const Row& row)
{
    OtherObject object;
    object.name = row[Name].text();
    object.undecodableName = !row[Name].isDecodable();
    object.kindName = row[Type].text();
    object.schema = SchemaId{0};
    object.definition = maskedSql(row[Sql].text());
    read.objects.others.push_back(object);
}

void addObject(SqliteRead& read, const Row& row)
{
    const QString type = row[Type].text();
    const SqliteSchemaRow schemaRow{row[Name].text(), !row[Name].isDecodable(),
                                    row[TableName].text(), row[Sql].text()};
    if (schemaRow.name == QLatin1String("sqlite_stat1"))
        read.hasStatistics = true;
    if (type == QLatin1String("table") || type == QLatin1String("view"))
        addTable(read, row, type == QLatin1String("view"));
    else if (type == QLatin1String("index"))
        read.indexRows.insert(schemaRow.name, schemaRow);
    else if (type == QLatin1String("trigger"))
        read.triggerRows.push_back(schemaRow);
    else
        addUnknown(read, row);
}

void describeKind(SqliteRead& read, const Row& row)
{
    const std::optional<TableId> id = read.findTable(row[KindName].text());
    if (!id)
        return;
    Table& table = read.table(*id);
    const QString kind = row[Kind].text();
    if (kind == QLatin1String("shadow")) {
        table.kind = TableKind::ShadowTable;
    } else if (kind != QLatin1String("table") && kind != QLatin1String("view") &&
               kind != QLatin1String("virtual")) {
        table.kind = TableKind::Unknown;
        table.kindCode = kind;
    }
    QStringList words;
    if (row[WithoutRowId].boolean())
        words << QStringLiteral("WITHOUT ROWID");
    if (row[Strict].boolean())
        words << QStringLiteral("STRICT");
    if (!words.isEmpty())
        table.properties.push_back(
            {QStringLiteral("Table options"), words.join(QStringLiteral(", "))});
}

} // namespace

SqliteStepResult readSqliteObjects(SqliteRead& read, StepReport& report)
{
    const auto error =
        read.connection.run(read.connection.text("objects"), {}, [&](const Row& row) {
            addObject(read, row);
            report.addObjects(1);
        });
    if (error)
        return error;
    read.columns.resize(read.objects.tables.size());
    read.primaryKeys.resize(read.objects.tables.size());
    return read.connection.run(read.connection.text("table_kinds"), {},
                               [&read](const Row& row) { describeKind(read, row); });
}

} // namespace cadastre

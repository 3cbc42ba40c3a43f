// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/export/schema/dbml_table.h"

#include "model/export/dbml_words.h"
#include "model/export/single_line.h"

namespace cadastre {

namespace {

bool isDbmlUnique(const Catalog& catalog, TableId table, ColumnId column)
{
    for (const Constraint& constraint : catalog.constraintsOf(table))
        if (constraint.kind == ConstraintKind::Unique &&
            constraint.columns == std::vector<ColumnId>{column})
            return true;
    return false;
}

QString dbmlColumnType(const Catalog& catalog, const Column& column)
{
    return column.userType && isDbmlEnum(catalog, *column.userType)
               ? dbmlEnum(catalog, *column.userType)
               : dbmlType(column.type);
}

QString dbmlColumn(const Catalog& catalog, ColumnId id, const Constraint* key)
{
    const Column& column = catalog.column(id);
    const bool isKey = key && key->columns == std::vector<ColumnId>{id};
    QStringList settings;
    if (isKey)
        settings << QStringLiteral("pk");
    else if (!column.nullable)
        settings << QStringLiteral("not null");
    if (!isKey && isDbmlUnique(catalog, column.table, id))
        settings << QStringLiteral("unique");
    if (column.columnIdentity != Identity::No)
        settings << QStringLiteral("increment");
    if (column.defaultExpression)
        settings << QString(QStringLiteral("default: ") +
                            dbmlExpression(*column.defaultExpression));
    QStringList notes;
    if (column.generated != Generated::No)
        notes << QStringLiteral("generated: %1").arg(column.generationExpression);
    if (!column.comment.text.isEmpty())
        notes << column.comment.text;
    if (!notes.isEmpty())
        settings << QString(QStringLiteral("note: ") + dbmlNote(notes.join(QLatin1Char('\n'))));
    QString line = QStringLiteral("  ") + dbmlName(column.name) + QLatin1Char(' ') +
                   dbmlColumnType(catalog, column);
    if (!settings.isEmpty())
        line += QStringLiteral(" [%1]").arg(settings.join(QStringLiteral(", ")));
    return QString(line + QLatin1Char('\n'));
}

QString dbmlIndexPart(const Catalog& catalog, const IndexPart& part)
{
    return part.column ? dbmlName(catalog.column(*part.column).name)
                       : dbmlExpression(part.expression);
}

QString dbmlIndex(const Catalog& catalog, const Index& index)
{
    QStringList parts;
    for (const IndexPart& part : index.parts) {
        if (!part.column && (part.expression.isEmpty() ||
                             !dbmlExpression(part.expression).startsWith(QLatin1Char('`'))))
            return {}; // nothing that the language can say
        parts << dbmlIndexPart(catalog, part);
    }
    if (parts.isEmpty())
        return {};
    QStringList settings;
    if (index.unique)
        settings << QStringLiteral("unique");
    if (!index.name.isEmpty())
        settings << QString(QStringLiteral("name: ") + dbmlNote(index.name));
    const QString method = index.method.toLower();
    if (method == QLatin1String("btree") || method == QLatin1String("hash"))
        settings << QString(QStringLiteral("type: ") + method);
    else if (!method.isEmpty())
        settings << QString(QStringLiteral("note: ") + dbmlNote(index.method));
    if (!index.predicate.isEmpty() && settings.filter(QStringLiteral("note: ")).isEmpty())
        settings << QString(QStringLiteral("note: ") +
                            dbmlNote(QStringLiteral("where %1").arg(index.predicate)));
    const QString columns = QLatin1Char('(') + parts.join(QStringLiteral(", ")) + QLatin1Char(')');
    return QString(QStringLiteral("    ") + columns +
                   (settings.isEmpty()
                        ? QString()
                        : QStringLiteral(" [%1]").arg(settings.join(QStringLiteral(", ")))) +
                   QLatin1Char('\n'));
}

/// Keys of several columns, and what CREATE INDEX made.
QString dbmlIndexes(const Catalog& catalog, TableId table, const Constraint* key)
{
    QString lines;
    if (key && key->columns.size() > 1)
        lines += QStringLiteral("    %1 [pk]\n").arg(dbmlColumns(catalog, key->columns));
    for (const Constraint& constraint : catalog.constraintsOf(table))
        if (constraint.kind == ConstraintKind::Unique && constraint.columns.size() > 1)
            lines +=
                QStringLiteral("    %1 [unique]\n").arg(dbmlColumns(catalog, constraint.columns));
    for (const Index& index : catalog.indexesOf(table))
        if (!index.backsConstraint && !index.primary)
            lines += dbmlIndex(catalog, index);
    return lines.isEmpty()
               ? QString()
               : QString(QStringLiteral("\n  indexes {\n") + lines + QStringLiteral("  }\n"));
}

} // namespace

bool isDbmlEnum(const Catalog& catalog, TypeId id)
{
    const UserType& type = catalog.type(id);
    return type.kind == TypeKind::Enum && !type.labels.empty();
}

QString dbmlEnum(const Catalog& catalog, TypeId id)
{
    const UserType& type = catalog.type(id);
    const Schema& schema = catalog.schema(type.schema);
    const Source& source = catalog.source(schema.source);
    if (catalog.objects().sources.size() > 1)
        return QString(dbmlName(QString(source.name + QLatin1Char('/') + schema.name)) +
                       QLatin1Char('.') + dbmlName(type.name));
    return schema.name == source.defaultSchema
               ? dbmlName(type.name)
               : QString(dbmlName(schema.name) + QLatin1Char('.') + dbmlName(type.name));
}

QString dbmlTableBlock(const Catalog& catalog, TableId id)
{
    const Table& table = catalog.table(id);
    const QString name = dbmlTable(catalog, id);
    const int count = static_cast<int>(catalog.columnsOf(id).size());
    if (count == 0)
        return QStringLiteral("// %1 has no columns that were read.\n\n").arg(asSingleLine(name));
    const Constraint* key = catalog.primaryKeyOf(id);
    QString text = QStringLiteral("Table %1 {\n").arg(name);
    for (int i = 0; i < count; ++i)
        text += dbmlColumn(catalog, ColumnId{catalog.firstColumn(id).index + i}, key);
    text += dbmlIndexes(catalog, id, key);
    QStringList notes;
    if (table.kind != TableKind::Table)
        notes << tableKindName(table.kind);
    if (!table.comment.text.isEmpty())
        notes << table.comment.text;
    if (!notes.isEmpty())
        text += QStringLiteral("\n  Note: ") + dbmlNote(notes.join(QStringLiteral(": "))) +
                QLatin1Char('\n');
    return QString(text + QStringLiteral("}\n\n"));
}

} // namespace cadastre

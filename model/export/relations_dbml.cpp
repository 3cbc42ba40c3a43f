// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Relationships as DBML: the tables that take part, so that the file opens by itself, and a Ref for
// every target. Source: the language's documentation and the lexer of @dbml/parse.
#include "model/export/relation_formats.h"
#include "model/export/single_line.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace cadastre {

namespace {

QString dbmlQuoted(const QString& text)
{
    QString quoted = text;
    quoted.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    quoted.replace(QLatin1Char('"'), QLatin1String("\\\""));
    quoted.replace(QLatin1Char('\n'), QLatin1String("\\n"));
    quoted.replace(QLatin1Char('\r'), QLatin1String("\\r"));
    return QLatin1Char('"') + quoted + QLatin1Char('"');
}

QString dbmlName(const QString& name)
{
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z_][A-Za-z0-9_]*\\z"));
    static const QSet<QString> keywords{
        QStringLiteral("table"),       QStringLiteral("ref"),     QStringLiteral("enum"),
        QStringLiteral("tablegroup"),  QStringLiteral("project"), QStringLiteral("note"),
        QStringLiteral("indexes"),     QStringLiteral("checks"),  QStringLiteral("records"),
        QStringLiteral("as"),          QStringLiteral("null"),    QStringLiteral("true"),
        QStringLiteral("false"),       QStringLiteral("not"),     QStringLiteral("primary"),
        QStringLiteral("tablepartial")};
    const bool isPlain = plain.match(name).hasMatch() && !keywords.contains(name.toLower());
    return isPlain ? name : dbmlQuoted(name);
}

QString dbmlType(const QString& type)
{
    static const QRegularExpression plain(
        QStringLiteral("\\A[A-Za-z_][A-Za-z0-9_]*(\\([0-9]+(, ?[0-9]+)?\\))?\\z"));
    if (type.isEmpty())
        return QStringLiteral("any");
    return plain.match(type).hasMatch() ? type : dbmlQuoted(type);
}

/// With several sources, the source stands in the schema's name: DBML knows one database.
QString dbmlTable(const Catalog& catalog, TableId id)
{
    const Table& table = catalog.table(id);
    const Source& source = catalog.source(catalog.sourceOf(id));
    const QString schema = catalog.schema(table.schema).name;
    if (catalog.objects().sources.size() > 1)
        return dbmlName(QString(source.name + QLatin1Char('/') + schema)) + QLatin1Char('.') +
               dbmlName(table.name);
    if (schema == source.defaultSchema)
        return dbmlName(table.name);
    return dbmlName(schema) + QLatin1Char('.') + dbmlName(table.name);
}

QString dbmlColumns(const Catalog& catalog, const std::vector<ColumnId>& columns)
{
    QStringList names;
    for (ColumnId id : columns)
        names << dbmlName(catalog.column(id).name);
    return names.size() == 1
               ? names.first()
               : QString(QLatin1Char('(') + names.join(QLatin1String(", ")) + QLatin1Char(')'));
}

QString tableBlock(const Catalog& catalog, TableId id)
{
    const Constraint* key = catalog.primaryKeyOf(id);
    QString text = QStringLiteral("Table %1 {\n").arg(dbmlTable(catalog, id));
    const ColumnId first = catalog.firstColumn(id);
    const auto columns = catalog.columnsOf(id);
    for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
        const Column& column = columns[static_cast<std::size_t>(i)];
        const bool isKey = key && key->columns == std::vector<ColumnId>{{first.index + i}};
        const QString settings = isKey              ? QStringLiteral(" [pk]")
                                 : !column.nullable ? QStringLiteral(" [not null]")
                                                    : QString();
        text += QStringLiteral("  ") + dbmlName(column.name) + QLatin1Char(' ') +
                dbmlType(column.type) + settings + QLatin1Char('\n');
    }
    if (key && key->columns.size() > 1)
        text += QStringLiteral("\n  indexes {\n    %1 [pk]\n  }\n")
                    .arg(dbmlColumns(catalog, key->columns));
    return text + QStringLiteral("}\n\n");
}

bool isOneToOne(const Relationship& relationship)
{
    return relationship.childEnd == Cardinality::ZeroOrOne ||
           relationship.childEnd == Cardinality::ExactlyOne;
}

/// `orders.customer_id > customers.id`
QString refEnds(const Catalog& catalog, const Relationship& relationship,
                const RelationshipTarget& target)
{
    return dbmlTable(catalog, relationship.child) + QLatin1Char('.') +
           dbmlColumns(catalog, relationship.childColumns) +
           (isOneToOne(relationship) ? QStringLiteral(" - ") : QStringLiteral(" > ")) +
           dbmlTable(catalog, target.table) + QLatin1Char('.') +
           dbmlColumns(catalog, target.columns);
}

} // namespace

QByteArray relationsDbml(const RelationExport& relations)
{
    const Catalog& catalog = relations.catalog;
    std::vector<TableId> tables;
    QSet<QString> known; // the same ends twice are an error of the language
    QString refs;
    for (std::size_t number : relationOrder(relations)) {
        const Relationship& relationship = relations.relationships[number];
        for (const RelationshipTarget& target : relationship.targets) {
            if (!target.isResolved()) {
                refs += QStringLiteral("// ") + leftOutRemark(catalog, relationship, target) +
                        QLatin1Char('\n');
                continue;
            }
            tables.push_back(relationship.child);
            tables.push_back(target.table);
            const QString ends = refEnds(catalog, relationship, target);
            refs += (known.contains(ends) ? QStringLiteral("// ") : QString()) +
                    QStringLiteral("Ref: ") + ends + QStringLiteral(" // ") +
                    targetRemark(catalog, relationship, target) + QLatin1Char('\n');
            known.insert(ends);
        }
    }
    std::ranges::sort(tables, {}, &TableId::index);
    tables.erase(std::unique(tables.begin(), tables.end()), tables.end());
    QString text;
    for (TableId id : tables)
        text += tableBlock(catalog, id);
    return (text.isEmpty() ? QStringLiteral("// No relationship was chosen.\n")
                           : QString(text + refs))
        .toUtf8();
}

} // namespace cadastre

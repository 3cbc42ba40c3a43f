// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Relationships as DBML: the tables that take part, so that the file opens by itself, and a Ref for
// every target.
#include "model/export/dbml_words.h"
#include "model/export/relation_formats.h"
#include "model/export/single_line.h"

#include <QSet>

#include <algorithm>

namespace cadastre {

namespace {

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
            const QString ends =
                dbmlEnds(catalog, relationship, target, relationship.child, target.table);
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

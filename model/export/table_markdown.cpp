// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/export/table_markdown.h"

#include "model/export/document.h"

#include <QStringList>

#include <algorithm>

namespace cadastre {

namespace {

/// "PK", "FK", both, or nothing, as the database declares them.
QString declaredKeys(const Catalog& catalog, TableId table, ColumnId column)
{
    QStringList keys;
    for (const Constraint& constraint : catalog.constraintsOf(table)) {
        if (std::ranges::find(constraint.columns, column) == constraint.columns.end())
            continue;
        if (constraint.kind == ConstraintKind::PrimaryKey)
            keys.prepend(QStringLiteral("PK"));
        else if (constraint.kind == ConstraintKind::ForeignKey &&
                 !keys.contains(QStringLiteral("FK")))
            keys << QStringLiteral("FK");
    }
    return keys.join(QStringLiteral(", "));
}

} // namespace

QString tablesMarkdown(const Catalog& catalog, const std::vector<TableId>& tables)
{
    Document document;
    for (const TableId table : tables) {
        document.heading(3, catalog.displayName(table));
        if (const QString& comment = catalog.table(table).comment.text; !comment.isEmpty())
            document.paragraph(comment);
        std::vector<std::vector<DocumentText>> rows;
        const int first = catalog.firstColumn(table).index;
        const auto columns = catalog.columnsOf(table);
        for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
            const Column& column = columns[static_cast<std::size_t>(i)];
            rows.push_back({{column.name},
                            {column.type},
                            {column.nullable ? QStringLiteral("yes") : QStringLiteral("no")},
                            {declaredKeys(catalog, table, ColumnId{first + i})},
                            {column.comment.text}});
        }
        document.table({QStringLiteral("Column"), QStringLiteral("Type"), QStringLiteral("Null"),
                        QStringLiteral("Key"), QStringLiteral("Comment")},
                       std::move(rows));
    }
    return QString::fromUtf8(markdownOf(document));
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/table_text.h"

#include "diagram/graph_rows.h"

#include <algorithm>

namespace cadastre {

namespace {

QString counted(qsizetype count, const QString& one, const QString& many)
{
    return QString::number(count) + u' ' + (count == 1 ? one : many);
}

} // namespace

QString tableText(const Catalog& catalog, TableId id)
{
    const Table& table = catalog.table(id);
    QStringList lines{catalog.displayName(id)};
    QString facts = tableKindName(table.kind);
    if (table.rowEstimate)
        facts += QStringLiteral(", ") + rowEstimateText(*table.rowEstimate);
    lines << facts;
    const auto constraints = catalog.constraintsOf(id);
    const auto outgoing =
        std::count_if(constraints.begin(), constraints.end(), [](const Constraint& constraint) {
            return constraint.kind == ConstraintKind::ForeignKey;
        });
    QString counts = counted(qsizetype(catalog.columnsOf(id).size()), QStringLiteral("column"),
                             QStringLiteral("columns"));
    if (!isView(table))
        counts += QStringLiteral(", references %1, referenced by %2")
                      .arg(outgoing)
                      .arg(catalog.foreignKeysTo(id).size());
    lines << counts;
    if (table.broken)
        lines << *table.broken;
    if (table.notRead)
        lines << *table.notRead;
    if (!table.comment.isEmpty())
        lines << table.comment.text;
    return lines.join(u'\n');
}

QString columnText(const Catalog& catalog, ColumnId id)
{
    const Column& column = catalog.column(id);
    QStringList lines{catalog.displayName(id)};
    lines << QString(column.type + (column.nullable ? QString() : QStringLiteral(" not null")));
    if (column.generated != Generated::No)
        lines << QString(QStringLiteral("generated: ") + column.generationExpression);
    else if (column.defaultExpression)
        lines << QString(QStringLiteral("default: ") + *column.defaultExpression);
    if (!column.comment.isEmpty())
        lines << column.comment.text;
    return lines.join(u'\n');
}

QString objectText(const Catalog& catalog, ObjectRef object)
{
    if (object.kind == ObjectKind::Table)
        return tableText(catalog, TableId{object.index});
    if (object.kind == ObjectKind::Column)
        return columnText(catalog, ColumnId{object.index});
    return catalog.displayName(object);
}

} // namespace cadastre

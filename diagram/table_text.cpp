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

QString shownName(const Catalog& catalog, ObjectRef object, const ObjectNames* names)
{
    return names != nullptr ? names->displayName(object) : catalog.displayName(object);
}

/// With what is staged, and that it is.
QStringList commentLines(const Catalog& catalog, ObjectRef object, const ObjectNames* names)
{
    const bool staged = names != nullptr && names->comments->isStaged(object);
    const QString comment =
        staged ? names->comments->comment(object) : catalog.base(object).comment.text;
    QStringList lines;
    if (!comment.isEmpty())
        lines << comment;
    if (staged)
        lines << (comment.isEmpty() ? QStringLiteral("(staged: no comment; not written yet)")
                                    : QStringLiteral("(this comment is staged, not written yet)"));
    return lines;
}

} // namespace

QString tableText(const Catalog& catalog, TableId id, const ObjectNames* names)
{
    const Table& table = catalog.table(id);
    QStringList lines{shownName(catalog, id, names)};
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
    lines << commentLines(catalog, id, names);
    return lines.join(u'\n');
}

QString columnText(const Catalog& catalog, ColumnId id, const ObjectNames* names)
{
    const Column& column = catalog.column(id);
    QStringList lines{shownName(catalog, id, names)};
    lines << QString(column.type + (column.nullable ? QString() : QStringLiteral(" not null")));
    if (column.generated != Generated::No)
        lines << QString(QStringLiteral("generated: ") + column.generationExpression);
    else if (column.defaultExpression)
        lines << QString(QStringLiteral("default: ") + *column.defaultExpression);
    lines << commentLines(catalog, id, names);
    return lines.join(u'\n');
}

QString objectText(const Catalog& catalog, ObjectRef object, const ObjectNames* names)
{
    if (object.kind == ObjectKind::Table)
        return tableText(catalog, TableId{object.index}, names);
    if (object.kind == ObjectKind::Column)
        return columnText(catalog, ColumnId{object.index}, names);
    return catalog.displayName(object);
}

} // namespace cadastre

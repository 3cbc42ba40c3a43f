// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Indexes, and the primary and unique keys that they are on these engines.
#include "model/sql/mariadb/mariadb_steps.h"

namespace cadastre {

namespace {

/// The places of a row of indexes.sql.
enum Place {
    IndexName = 2,
    Sequence,
    NonUnique,
    ColumnName,
    Collation,
    SubPart,
    Type,
    Words,
    Expression,
    Ignored
};

IndexPart partFrom(const MariaDbContext& context, const Row& row, const Index& index)
{
    IndexPart part;
    if (!row[ColumnName].isNull())
        part.column = context.column(index.table, row[ColumnName].text());
    part.expression = row[Expression].text();
    if (!part.column && part.expression.isEmpty())
        part.expression = row[ColumnName].text();
    part.descending = row[Collation].text() == QLatin1String("D");
    const bool wholeGeometry = index.method == QLatin1String("SPATIAL"); // says 32 by itself
    if (!row[SubPart].isNull() && !wholeGeometry)
        part.prefixLength = static_cast<int>(row[SubPart].integer());
    return part;
}

Index indexFrom(const Row& row, TableId table)
{
    Index index;
    setName(index, row[IndexName]);
    index.table = table;
    index.unique = !row[NonUnique].boolean();
    index.primary = index.name == QLatin1String("PRIMARY");
    index.backsConstraint = index.unique;
    const QString type = row[Type].text();
    const bool upper = type == QLatin1String("FULLTEXT") || type == QLatin1String("SPATIAL");
    index.method = upper ? type : type.toLower();
    setComment(index, row[Words]);
    if (row[Ignored].boolean())
        addProperty(index, QStringLiteral("Used by the optimizer"), QStringLiteral("no"));
    return index;
}

/// Unique keys over expressions are indexes only.
void addConstraintsOfIndexes(CatalogObjects& objects)
{
    for (Index& index : objects.indexes) {
        const bool plain = std::ranges::all_of(
            index.parts, [](const IndexPart& part) { return part.column.has_value(); });
        index.backsConstraint = index.unique && plain;
        if (!index.backsConstraint)
            continue;
        Constraint constraint;
        constraint.name = index.name;
        constraint.undecodableName = index.undecodableName;
        constraint.table = index.table;
        constraint.kind = index.primary ? ConstraintKind::PrimaryKey : ConstraintKind::Unique;
        for (const IndexPart& part : index.parts)
            constraint.columns.push_back(*part.column);
        objects.constraints.push_back(std::move(constraint));
    }
}

} // namespace

std::optional<SqlError> readIndexes(MariaDbContext& context, StepReport& report)
{
    std::vector<Index>& indexes = context.objects.indexes;
    const auto error = context.ask("indexes", [&](const Row& row) {
        const std::optional<TableId> table = context.tableOf(row);
        if (!table)
            return;
        const bool continues = !indexes.empty() && indexes.back().table == *table &&
                               indexes.back().name == row[IndexName].text() &&
                               row[Sequence].integer() > 1;
        if (!continues) {
            indexes.push_back(indexFrom(row, *table));
            report.addObjects(1);
        }
        indexes.back().parts.push_back(partFrom(context, row, indexes.back()));
    });
    if (error)
        return error;
    context.reportWarnings(report);
    addConstraintsOfIndexes(context.objects);
    return std::nullopt;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Conversions, index or reading; see the header.
#include "model/sql/verify/target_lookup.h"

#include "model/relations/lookup_index.h"
#include "model/sql/verify/check_names.h"

#include <algorithm>

namespace cadastre {

namespace {

const QString keyPrefix = QStringLiteral("k");
const QString readPrefix = QStringLiteral("v");

Engine engineOfTable(const Catalog& catalog, TableId table)
{
    return catalog.source(catalog.sourceOf(table)).engine;
}

std::optional<ValueLookup> columnLookup(const Catalog& catalog, ColumnId child, ColumnId parent,
                                        qsizetype number, const QString& parentName)
{
    const QString picked = QStringLiteral("g.k%1").arg(number);
    return valueLookup(engineOfTable(catalog, catalog.column(parent).table),
                       comparedValue(catalog, child, picked),
                       comparedValue(catalog, parent, parentName));
}

} // namespace

Result<TargetLookup> targetLookup(const Catalog& catalog, const Relationship& relationship,
                                  const RelationshipTarget& target)
{
    Q_ASSERT(target.columns.size() == relationship.childColumns.size());
    const Result<QString> table = checkedTableName(catalog, target.table);
    if (!table)
        return table.error();
    const Result<QStringList> columns =
        checkedColumnNames(catalog, QStringLiteral("p"), target.columns);
    if (!columns)
        return columns.error();
    TargetLookup lookup;
    lookup.parent = target.table;
    lookup.parentName = *table;
    lookup.byIndex = hasIndexFor(catalog, target.table, target.columns);
    for (qsizetype i = 0; i < columns->size(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        const auto value = columnLookup(catalog, relationship.childColumns[at], target.columns[at],
                                        i + 1, columns->at(i));
        lookup.neverEqual = lookup.neverEqual || !value;
        lookup.byIndex = lookup.byIndex && (!value || value->canUseIndex);
        lookup.parentValues << (value ? value->parent : columns->at(i));
        lookup.childValues << (value ? value->child : QStringLiteral("NULL"));
    }
    return lookup;
}

QString targetPart(const CheckConnection& connection, const TargetLookup& lookup,
                   const QString& typeLiteral, const VerifyOptions& options, TemplateValues common)
{
    const QString comma = QStringLiteral(", ");
    const qsizetype count = lookup.parentValues.size();
    common.insert("type", typeLiteral);
    common.insert("parent", lookup.parentName);
    common.insert("child_values", lookup.childValues.join(comma));
    if (lookup.byIndex) {
        common.insert("parent_values", lookup.parentValues.join(comma));
        return connection.part("verify_by_index", common);
    }
    common.insert("read_values", aliasedList(lookup.parentValues, readPrefix));
    common.insert("read_names", numberedList(count, readPrefix));
    common.insert("read_keys", numberedList(count, readPrefix, QStringLiteral("r")));
    common.insert("parent_limit", QString::number(options.parentRows));
    return connection.part("verify_by_reading", common);
}

QString columnsText(const Catalog& catalog, TableId table, const std::vector<ColumnId>& columns)
{
    if (columns.size() == 1)
        return catalog.displayName(columns.front());
    QStringList names;
    for (ColumnId column : columns)
        names << quotedKeyPart(catalog.column(column).name);
    return QStringLiteral("%1(%2)").arg(catalog.displayName(table),
                                        names.join(QStringLiteral(", ")));
}

QString neverEqualSentence(const Catalog& catalog, const Relationship& relationship,
                           const RelationshipTarget& target)
{
    for (std::size_t i = 0; i < target.columns.size(); ++i) {
        const ColumnId child = relationship.childColumns[i];
        const ColumnId parent = target.columns[i];
        if (columnLookup(catalog, child, parent, 1, QString()))
            continue;
        return QStringLiteral("The types differ: no value of %1 (%2) equals one of %3 (%4).")
            .arg(catalog.displayName(child), catalog.column(child).type,
                 catalog.displayName(parent), catalog.column(parent).type);
    }
    return {};
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Views that were made with a star: the text says so (SQLite keeps it), or the view lists the first
// columns of one table, all, in order, unrenamed. What follows from it is in contracts_stars.cpp.
#include "model/boundaries/contracts/contracts.h"
#include "model/boundaries/contracts/probable_star_text.h"

#include <algorithm>

namespace cadastre {

namespace {

/// What a star stands for: invisible columns are not in it.
std::vector<ColumnId> starColumns(const Catalog& catalog, TableId table)
{
    std::vector<ColumnId> columns;
    int index = catalog.firstColumn(table).index;
    for (const Column& column : catalog.columnsOf(table)) {
        if (!column.hidden)
            columns.push_back({index});
        ++index;
    }
    return columns;
}

/// A column that can have come later: it needs no value where rows are there already.
bool canBeAdded(const Catalog& catalog, ColumnId id)
{
    const Column& column = catalog.column(id);
    const Engine engine = catalog.source(catalog.sourceOf(column.table)).engine;
    return engine != Engine::PostgreSql || column.nullable || column.defaultExpression ||
           column.generated != Generated::No || column.columnIdentity != Identity::No;
}

/// The one table that a view reads; absent where it reads several things, or not all is known.
std::optional<TableId> onlyTableOf(const UseReading& uses, TableId view)
{
    std::optional<TableId> only;
    for (const int at : uses.usesOf(view)) {
        const ObjectUse& use = uses.uses[at];
        if (use.kind != UseKind::Reads || use.used.kind != ObjectKind::Table)
            continue;
        if (only)
            return std::nullopt;
        only = TableId{use.used.index};
    }
    return uses.unknownOf(view) ? std::nullopt : only;
}

bool isSameColumn(const Catalog& catalog, const Column& shown, ColumnId base)
{
    const Column& column = catalog.column(base);
    return shown.name == column.name && shown.type == column.type;
}

/// At least two columns, and at least half of the table's: a short list is a choice.
std::optional<ProbableStar> probableStar(const Catalog& catalog, const UseReading& uses,
                                         TableId view)
{
    const auto shown = catalog.columnsOf(view);
    const std::optional<TableId> base = onlyTableOf(uses, view);
    if (shown.size() < 2 || !base || *base == view)
        return std::nullopt;
    const std::vector<ColumnId> all = starColumns(catalog, *base);
    if (shown.size() > all.size() || shown.size() * 2 < all.size())
        return std::nullopt;
    QStringList names;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (!isSameColumn(catalog, shown[i], all[i]))
            return std::nullopt;
        names << shown[i].name;
    }
    const std::vector<ColumnId> added(all.begin() + static_cast<std::ptrdiff_t>(shown.size()),
                                      all.end());
    const bool allLater =
        std::ranges::all_of(added, [&catalog](ColumnId id) { return canBeAdded(catalog, id); });
    const QString& text = catalog.table(view).viewDefinition;
    if (!allLater || (!text.isEmpty() && !selectsPlainColumns(text, names)))
        return std::nullopt;
    return ProbableStar{view, *base, false, added};
}

bool keepsStars(const Catalog& catalog, TableId view)
{
    return catalog.source(catalog.sourceOf(view)).engine == Engine::Sqlite;
}

} // namespace

std::vector<ProbableStar> probableStars(const Catalog& catalog, const UseReading& uses)
{
    std::vector<ProbableStar> stars;
    for (int i = 0; i < static_cast<int>(catalog.objects().tables.size()); ++i) {
        const Table& view = catalog.table({i});
        if (!isView(view) || view.system)
            continue;
        const std::size_t before = stars.size();
        for (const int at : uses.usesOf(TableId{i})) {
            const ObjectUse& use = uses.uses[at];
            if (use.star && use.kind == UseKind::Reads && use.used.kind == ObjectKind::Table)
                stars.push_back({{i}, {use.used.index}, true, {}});
        }
        if (stars.size() > before || keepsStars(catalog, {i}))
            continue;
        if (const auto star = probableStar(catalog, uses, {i}))
            stars.push_back(*star);
    }
    return stars;
}

} // namespace cadastre

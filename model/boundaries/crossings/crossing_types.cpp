// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Columns whose type belongs to another boundary: its owner cannot change it alone. Types in the
// texts of programs are uses like others: crossing_uses.cpp.
#include "model/boundaries/crossings/crossing_search.h"

namespace cadastre {

bool hasTypeOfItsOwn(const Catalog& catalog, const Column& column)
{
    const Table& table = catalog.table(column.table);
    return column.userType && !isView(table) && !table.partitionOf;
}

void findTypeCrossings(CrossingSearch& search)
{
    const Catalog& catalog = search.catalog();
    const auto& columns = catalog.objects().columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!hasTypeOfItsOwn(catalog, columns[i]))
            continue;
        const ColumnId column{static_cast<int>(i)};
        const TypeId type = *columns[i].userType;
        if (!search.crosses(column, type))
            continue;
        Crossing crossing = search.crossing({CrossingKind::Type, column, type});
        crossing.sentence =
            QStringLiteral("%1 has the type %2 of %3.")
                .arg(search.subject(column), search.name(type), search.boundaryName(type));
        search.add(std::move(crossing));
    }
}

} // namespace cadastre

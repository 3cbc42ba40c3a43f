// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Soft deletes: the conditions by which the schema's own views leave out rows that are marked as
// deleted. Found in the texts of views, never guessed from names alone.
#pragma once

#include "model/catalog/catalog.h"

#include <QStringList>

#include <atomic>

namespace cadastre {

enum class SoftDeleteTest : std::uint8_t {
    IsNull,  ///< deleted_at IS NULL
    IsFalse, ///< NOT is_deleted
    IsTrue,  ///< active
    Equals,  ///< is_deleted = 0, deletedFlag = 'N'
};

struct SoftDelete
{
    TableId table;
    ColumnId column;
    SoftDeleteTest test = SoftDeleteTest::IsNull;
    QString value;     ///< of Equals
    QStringList views; ///< that have the condition, as people read them; sorted

    bool operator==(const SoftDelete&) const = default;
};

/// By table and column; of several tests of one column the one that most views have. Only where the
/// condition holds for the whole view, and the column's name says that it is about deleting. Stops
/// early when `cancelled`.
std::vector<SoftDelete> softDeletes(const Catalog& catalog, const std::atomic_bool& cancelled);

/// Those of one table.
std::vector<SoftDelete> softDeletesOf(const std::vector<SoftDelete>& all, TableId table);

} // namespace cadastre

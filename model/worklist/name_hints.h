// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the name of a table or column promises to a reader: that it is temporary, that it says
// nothing, that a code, a date or a person is in it. Whether that is true is judged elsewhere.
#pragma once

#include <QString>

#include <optional>

namespace cadastre {

enum class TablePromise : std::uint8_t { Temporary, Old, Backup, Test, New };

struct TableNameHint
{
    std::optional<TablePromise> promise;
    QString rest;             ///< the name without the word that promises: "orders" of tmp_orders
    bool saysNothing = false; ///< data, info, table1

    bool operator==(const TableNameHint&) const = default;
};

TableNameHint tableNameHint(const QString& name);
/// "temporary", "old", "a backup copy", "a test", "new".
QString tablePromiseWord(TablePromise promise);

struct ColumnNameHint
{
    bool saysNothing = false; ///< flag1, field3, attr_2, data, misc, x
    bool isCode = false;      ///< status, state, type, kind, level, reason_code
    bool isWholeCode = false; ///< the name is nothing but that word
    bool isMoment = false;    ///< created_at, SentOn, birth_date
    bool isBlob = false;      ///< data, payload, attributes, settings
    bool isActor = false;     ///< owner, created_by, assigned_to

    bool operator==(const ColumnNameHint&) const = default;
};

ColumnNameHint columnNameHint(const QString& name);

} // namespace cadastre

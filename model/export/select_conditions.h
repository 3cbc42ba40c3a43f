// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The conditions under which rows of two tables belong together, one line each, with what a reader
// should know of them as a comment behind it.
#pragma once

#include "model/export/select_names.h"
#include "model/paths/join_path.h"
#include "model/paths/soft_deletes.h"

namespace cadastre {

struct SelectCondition
{
    QString text;
    QString comment; ///< on one line, whatever names it holds; empty for none

    bool operator==(const SelectCondition&) const = default;
};

/// `from` and `to` are the numbers of the step's tables. A polymorphic step always has the
/// condition of its type.
std::vector<SelectCondition> joinConditions(SelectNames& names, const JoinStep& step, int from,
                                            int to);

/// "o.deleted_at IS NULL"
SelectCondition softDeleteCondition(SelectNames& names, const SoftDelete& softDelete, int number);

/// "-- text" on one line.
QString lineComment(const QString& text);

/// The lines below each other with `first` before the first and `more` before each other one.
QString conditionLines(const std::vector<SelectCondition>& conditions, const QString& first,
                       const QString& more);

} // namespace cadastre

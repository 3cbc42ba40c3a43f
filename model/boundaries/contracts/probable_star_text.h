// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The select list of a view as servers write it, looked at only for whether it is nothing but
// columns. Reading SQL in earnest lives in model/relations/sql.
#pragma once

#include <QStringList>

namespace cadastre {

/// Whether a definition begins with SELECT and lists exactly these columns, each plain and under
/// its own name (`t.a`, `"a"`, `` `t`.`a` AS `a` ``): no expression, no DISTINCT, no WITH.
bool selectsPlainColumns(QStringView definition, const QStringList& names);

} // namespace cadastre

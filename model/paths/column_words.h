// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the words of a name say to somebody who joins tables: who did something, whose tenant it is,
// what a row is called, how it is marked as deleted. Nothing but names is looked at.
#pragma once

#include <QString>

namespace cadastre {

/// `created_by`, `updatedById`, `deleted_by`, `creator_id`, `tenant_id`: every table has them, and
/// sharing one says little.
bool isAuditColumn(const QString& name);

/// `users`, `employees`, `tenants`: a table to whose rows everything leads.
bool isNameOfPeople(const QString& name);

/// How well a column tells a person which row it is: `name`, `title`, `order_no`, `email`; 0 for
/// not at all.
int labelRank(const QString& name);

/// `deleted_at`, `is_deleted`, `archived`, `active`: says whether the row still counts.
bool isSoftDeleteColumn(const QString& name);

} // namespace cadastre

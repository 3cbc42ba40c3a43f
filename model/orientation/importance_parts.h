// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the parts of this room share: which relationships count, what sets a table back, which
// columns every table has.
#pragma once

#include "model/orientation/importance.h"

namespace cadastre {

/// Declared, decided, or inferred and certain enough; never rejected.
bool isLikely(const Relationship& relationship, double minimumConfidence);

/// By TableId: members of families, which another table represents.
std::vector<bool> copiedTables(const Catalog& catalog);

/// `created_at`, `updatedBy`, `deleted_on`, `createdby`, `lock_version`: says when and by whom a
/// row was touched, not what it is.
bool isAuditColumnName(const QString& name);

/// Logs, histories, queues, and the tables in which tools keep their own state.
bool isLogName(const QString& name);

/// Those who log in: users, benutzer; not customers or patients, about whom the database is.
bool isLoginName(const QString& name);

/// Needs the counts; not its score.
SetBack setBackOf(const Catalog& catalog, TableId table, const TableImportance& figures,
                  bool isCopy);
double setBackFactor(SetBack setBack);
/// "a partition", "a copy", "a log or history", ...; empty for None.
QString setBackWord(SetBack setBack);

} // namespace cadastre

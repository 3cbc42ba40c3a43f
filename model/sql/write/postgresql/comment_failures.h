// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What PostgreSQL's answers mean for an edit, as outcomes and sentences.
#pragma once

#include "model/sql/write/postgresql/stored_comments.h"

namespace cadastre::postgresql {

/// Whether nothing more can be asked after this error.
bool endsRun(const SqlError& error);

/// Why edits that were not committed were not, after an error that ended the run.
QString stopSentence(const SqlError& error);

/// The outcome of an edit whose statement failed.
Settlement failedSettlement(const SqlError& error, const QString& role, const QString& whoCould);

/// The outcome of an edit whose object does not hold `before`.
Settlement foundSettlement(const StoredComment& found, const PreparedComment& comment);

} // namespace cadastre::postgresql

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What databases looked like when they were read: compressed snapshots in the local data folder,
// mode 0600, a few per database, so that the program can say what changed since yesterday. No
// passwords, no rows. When they are compared is decided in changes_flow.h.
#pragma once

#include "model/catalog/catalog_objects.h"
#include "model/result.h"
#include "model/sql/database_address.h"

#include <QDateTime>

namespace cadastre {

/// At most this many per database.
constexpr std::size_t seenLimit = 12;

/// The folder of a database's snapshots: by what identifies it, whoever connects.
QString seenFolder(const DatabaseAddress& address);

/// When the database was last seen in each of the states that are kept; newest first, UTC.
std::vector<QDateTime> seenTimes(const QString& folder);

/// What it looked like then. Fails with one sentence; another program may have forgotten it.
Result<SourceCatalog> readSeen(const QString& folder, const QDateTime& time);

/// Keeps a state, and forgets the superfluous ones.
Result<Nothing> keepSeen(const QString& folder, const SourceCatalog& catalog, const QDateTime& now);
/// The newest one still looks like this.
void keepSeenAgain(const QString& folder, const QDateTime& time, const QDateTime& now);

/// Forgets every state but the newest, which next time is compared with.
void forgetEarlier(const QString& folder);

/// Of times, newest first, those to be forgotten: of the newest four none, of earlier days all but
/// the last of each, and what is beyond the limit.
std::vector<QDateTime> superfluousTimes(const std::vector<QDateTime>& times);

/// The newest time that is not later; else the oldest; absent for none.
std::optional<QDateTime> seenAt(const std::vector<QDateTime>& times, const QDateTime& time);

} // namespace cadastre

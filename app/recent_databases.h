// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Addresses as people read them: the lines of the recent list, and where the sample is. Looks at no
// file and asks no server.
#pragma once

#include "model/sql/database_address.h"
#include "widgets/recent_entry.h"

#include <QStringList>

#include <vector>

namespace cadastre {

RecentEntry recentEntry(const QString& address);
/// "shop on db.example (PostgreSQL)", or the name of the file: two databases of one name are told
/// apart. Never a user's name or a password.
QString databaseTitle(const DatabaseAddress& address);
/// The address as it is kept and can be opened again: URL or path.
QString recentAddress(const DatabaseAddress& address);
/// Pinned ones first.
std::vector<RecentEntry> recentEntries(const QStringList& addresses,
                                       const QStringList& pinned = {});

} // namespace cadastre
